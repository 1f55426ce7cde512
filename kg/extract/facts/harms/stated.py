"""What was done to the child or happened to them: harm that is stated, and apart from it what is only suspected."""

import re
from collections.abc import Sequence
from itertools import compress

from kg.extract.facts.harm_context import (
    ARRESTED,
    CONCERN,
    DENIED_AFTER,
    DENIED_BEFORE,
    HEDGED_AFTER,
    HEDGES,
    HURT_BY_NOBODY,
    HURT_BY_SOMEBODY,
    MISTAKEN_FOR,
    is_earlier,
    is_only_told,
)
from kg.extract.facts.harmed_before import is_of_harmer
from kg.extract.facts.harms.bearer import is_about_adults, is_between_adults, is_of_killer
from kg.extract.facts.harms.feared import is_feared, is_taken_back
from kg.extract.facts.harms.hits import Hit, harm_hits, with_a_child
from kg.extract.facts.harms.own_act import left_open, without_acts_of_others
from kg.extract.facts.of_kin import is_of_kin
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern, within
from kg.model import Harm, Passage, Stated, passage


def find_harms(
    text: str, summary: Passage, *, fatal: bool, small: bool = False
) -> tuple[tuple[Stated[Harm], ...], tuple[Stated[Harm], ...]]:
    """The harms that the summary states, and those that it calls possible or suspected; each once, sorted by code.

    Whether the child died tells a murder from an attempt, and a suicide from self-harm, where the words do not. Of
    `small` children there is neither of the latter.
    """
    view = within(text, summary.start, summary.end)
    hits = [hit for hit in harm_hits(view, summary, fatal=fatal) if not _denied(view, summary, hit)]
    opening = {hit.harm for hit in hits if hit.opening}
    hits = [hit for hit in hits if not (opening and opening <= HURT_BY_NOBODY and _is_earlier(view, hit))]
    own = [hit for hit in hits if not is_about_adults(view, hit) and not is_between_adults(view, hit)]
    own = [hit for hit in own if not is_of_killer(view, summary, hit)]
    own = [hit for hit in own if not is_of_harmer(view, summary.start, hit.sentence[0], hit.end)]
    own = [hit for hit in own if not is_of_kin(view, summary.start, hit.sentence[0], hit.start, hit.end)]
    own = without_acts_of_others(view, summary, own, small=small)
    own = own or ([] if fatal else [hit for hit in hits if _removed_for(view, summary, hit)])
    kept = [hit for hit in own if not _is_concern(view, hit)] or own
    kept = _without_chance(view, kept, fatal=fatal)
    unknown = left_open(view, summary, kept, fatal=fatal)
    doubtful = [h in unknown or _hedged(view, summary, h) or _only_charged(view, h) for h in kept]
    hedged = list(compress(kept, doubtful))
    stated = [h for h, is_doubtful in zip(kept, doubtful, strict=True) if not is_doubtful]
    certain = {hit.harm for hit in stated}
    return _stated(text, stated), _stated(text, [h for h in hedged if h.harm not in certain])


def _removed_for(view: str, summary: Passage, hit: Hit) -> bool:
    """Whether a review opens with children who were taken from home for what is named: it is all that is told."""
    before = view[max(hit.first, hit.start - _OF_REMOVAL) : hit.start]
    return hit.sentence[0] == summary.start and _REMOVED.search(before) is not None


def _without_chance(view: str, hits: list[Hit], *, fatal: bool) -> list[Hit]:
    """`hits` without what another harm explains.

    No accident where somebody is said to have killed, or hurt themselves; no illness where neglect is told and nobody
    died of it; and not the murder of a parent as a child's.
    """
    hits = _without_signs(view, hits, fatal=fatal)
    hits = [hit for hit in hits if fatal or not _LEFT_IN_WATER.search(view, hit.start, hit.end)]
    found = {hit.harm for hit in hits}
    killed = [hit for hit in hits if hit.harm in (Harm.HOMICIDE, Harm.DOMESTIC_HOMICIDE)]
    careless = all(_BY_NEGLIGENCE.fullmatch(view, hit.start, hit.end) for hit in killed)
    without = {Harm.ACCIDENT} if killed and not (careless and _said_by_chance(view, hits)) else set()
    by_chance = any(hit.harm is Harm.ACCIDENT and not hit.burnt for hit in hits)
    if found & {Harm.PHYSICAL_ABUSE, Harm.SELF_HARM, Harm.SUICIDE} and not by_chance:
        without.add(Harm.ACCIDENT)
    if any(hit.harm in _DONE_AT_HOME and _FIRE.search(view, hit.start, hit.end) for hit in hits):
        without.add(Harm.ACCIDENT)
    if Harm.NEGLECT in found and not fatal:
        without.add(Harm.MEDICAL_CAUSE)
    if Harm.DOMESTIC_HOMICIDE in found and not any(with_a_child(view, hit) for hit in killed):
        without.add(Harm.HOMICIDE)
        hits = [hit for hit in hits if hit.harm is not Harm.PHYSICAL_ABUSE or not _is_of_her(view, hit)]
    if any(hit.harm in _SEXUAL and hit.opening for hit in hits):  # an assault is then a sexual one
        hits = [
            h for h in hits if h.harm is not Harm.PHYSICAL_ABUSE or not _BARE_ASSAULT.fullmatch(view, h.start, h.end)
        ]
    return [hit for hit in hits if hit.harm not in without]


def _without_signs(view: str, hits: list[Hit], *, fatal: bool) -> list[Hit]:
    """`hits` without what is only a sign of other abuse that is told, or what carers said of it.

    Marks of a ligature are then no self-harm, the choking for which a hurt baby was brought to hospital no accident,
    and the attack in which a child was killed is no abuse beside it.
    """
    found = {hit.harm for hit in hits}
    signs = {Harm.SELF_HARM: _MARKS} if Harm.PHYSICAL_ABUSE in found else {}
    signs |= {Harm.ACCIDENT: _CHOKING} if Harm.PHYSICAL_ABUSE in found and not fatal else {}
    killed = min((hit.start for hit in hits if hit.harm is Harm.HOMICIDE), default=None)
    hits = [hit for hit in hits if hit.harm not in signs or not signs[hit.harm].fullmatch(view, hit.start, hit.end)]
    return [hit for hit in hits if killed is None or hit.start < killed or not _is_attack(view, hit)]


def _is_of_her(view: str, hit: Hit) -> bool:
    """Whether an assault was on the woman who was killed: "who was on bail for an assault on her"."""
    assaulted = _ON_HER.search(view, hit.start, hit.last)
    return bool(assaulted and assaulted.start() < hit.end and not _GIRL.search(view, hit.first, hit.start))


def _is_attack(view: str, hit: Hit) -> bool:
    return hit.harm is Harm.PHYSICAL_ABUSE and _ATTACKED.fullmatch(view, hit.start, hit.end) is not None


def _said_by_chance(view: str, hits: list[Hit]) -> bool:
    """Whether a summary says itself that it was an accident: "accidentally swallowed"."""
    return any(hit.harm is Harm.ACCIDENT and view[hit.start : hit.end].lower().startswith("accident") for hit in hits)


def _stated(text: str, hits: Sequence[Hit]) -> tuple[Stated[Harm], ...]:
    first = {hit.harm: hit for hit in reversed(hits)}
    return tuple(Stated(harm, passage(text, first[harm].start, first[harm].end)) for harm in sorted(first))


def _is_earlier(view: str, hit: Hit) -> bool:
    """Whether the words tell of something in the child's past: "had told a friend that she had been assaulted"."""
    told = is_earlier(view, hit.first, hit.start, hit.last)
    killed = _KILLING.search(view, hit.start, hit.end)  # nobody is killed earlier than they die
    return not hit.opening and hit.harm in _DONE_AT_HOME and told and not killed


def _denied(view: str, summary: Passage, hit: Hit) -> bool:
    if hit.harm in _BY_CHANCE and MISTAKEN_FOR.search(view[hit.first : hit.start]):
        return True
    if is_taken_back(view, hit.first, hit.start, hit.end, summary.end):
        return True
    return bool(DENIED_BEFORE.search(view[hit.first : hit.start]) or DENIED_AFTER.match(view, hit.end, hit.last))


def _hedged(view: str, summary: Passage, hit: Hit) -> bool:
    if hit.harm in HURT_BY_NOBODY and _UNSURE.search(view, hit.start, hit.end):
        return True  # "death of a girl, probably from an infection"
    if _PERPLEXING.fullmatch(view, hit.start, hit.end):
        return True  # signs of which nobody knows yet what they come of
    if (
        hit.sentence[0] > summary.start
        and hit.harm in HURT_BY_SOMEBODY
        and is_only_told(view, hit.first, hit.start, summary.end)
    ):
        return True
    if is_feared(view, hit.first, hit.start, summary.end):
        return True
    return bool(HEDGES.search(view[hit.first : hit.start]) or HEDGED_AFTER.match(view, hit.end, hit.last))


def _is_concern(view: str, hit: Hit) -> bool:
    """Whether the words tell of a worry, or of a murder that somebody is only charged with."""
    before = view[hit.first : hit.start]
    before = _CONVICTED.split(before)[-1]
    own = hit.harm is Harm.CHILD_CRIMINAL_EXPLOITATION  # those who are exploited are arrested themselves
    return bool(CONCERN.search(before) or (not own and ARRESTED.search(before))) or (
        hit.harm is Harm.HOMICIDE and bool(_CHARGED.search(before))
    )


def _only_charged(view: str, hit: Hit) -> bool:
    """Whether the only words for the harm are those of a charge or an arrest."""
    if hit.harm is Harm.CHILD_CRIMINAL_EXPLOITATION:
        return False
    before = _CONVICTED.split(view[hit.first : hit.start])[-1]
    return bool(re.search(r"\b(?:charged with|arrested)\b[^.;]*$", before, re.IGNORECASE))


_OF_REMOVAL = 150  # characters between a removal and what it was for
_REMOVED = deferred(
    r"\b(?:was|were) +(?:all +|both +)?(?:removed|taken +into +care|accommodated)\b[^.;,]{0,60}?"
    r" +(?:because +of|due +to|for|following|owing +to|on +grounds +of|as +a +result +of) +(?:[\w-]+ +){0,3}$",
    re.IGNORECASE,
)
_CONVICTED = pattern("convicted|(?:found|pleaded|pled) guilty|jailed|sentenced|imprisoned")
_DONE_AT_HOME = {Harm.PHYSICAL_ABUSE, Harm.SEXUAL_ABUSE, Harm.HOMICIDE}
_SEXUAL = {Harm.SEXUAL_ABUSE, Harm.CHILD_SEXUAL_EXPLOITATION}
_LEFT_IN_WATER = deferred(r"\bin\s+\w+\s+(?:bath(?:tub)?|paddling\s+pool)\Z", re.IGNORECASE)  # where a child died
_BY_CHANCE = {Harm.SELF_HARM, Harm.ACCIDENT, Harm.MEDICAL_CAUSE}
_KILLING = pattern(r"killed|murdered|unlawful\w*(?: killing)?|manslaughter|homicide")
_BARE_ASSAULT = pattern(r"(?:was |were |been )?assault(?:ed|s)?(?: by| on| of)?")
_CHARGED = pattern("charged")
_UNSURE = pattern(
    "probabl[ey]|possibl[ey]|suspected|(?:thought|believed|likely) to have|may have|might have|apparently"
)
_BY_NEGLIGENCE = pattern("(?:convicted of |pleaded guilty to )?(?:gross negligence )?manslaughter")
_PERPLEXING = pattern("perplexing presentations?")
_MARKS = pattern("ligature marks?")
_ATTACKED = pattern(
    r"(?:was|were|been) attacked|attack(?:s|ed)? (?:him |her |them )?(?:with|using) (?:an? )?(?:[\w-]+ )?\w+"
    r"|(?:knife|machete|axe|hammer) attacks? (?:on|upon|against)"
)
_CHOKING = pattern("chok(?:ed|ing)")
_ON_HER = pattern(
    r"(?:assault|attack)(?:s|ed|ing)? (?:(?:on|against|upon) )?her"
    r"(?! (?:[\w-]+ ){0,2}?(?:child|son|daughter|bab|boy|girl))"
)
_GIRL = pattern("girl|daughter|pupil")
_FIRE = pattern("fire|blaze|alight|petrol|fuel|accelerant|paraffin")

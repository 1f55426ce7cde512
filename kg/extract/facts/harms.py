"""What was done to the child or happened to them: harm that is stated, and apart from it what is only suspected."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.facts.harm_context import (
    ARRESTED,
    BACKGROUND,
    CONCERN,
    DENIED_AFTER,
    DENIED_BEFORE,
    EARLIER,
    HEDGED_AFTER,
    HEDGES,
    HURT_BY_NOBODY,
    IN_CHILDHOOD,
    MISTAKEN_FOR,
    WHEN_SMALL,
)
from kg.extract.facts.harm_words import ATTACK, HARMS, OWN_ACT
from kg.extract.facts.mentions import ADULTS
from kg.extract.needles import Rule
from kg.extract.rules import Rules
from kg.extract.wording import any_of, pattern, sentences, within
from kg.model import Harm, Passage, Stated, passage

# What is one harm when somebody dies of it, and another when they live, stands with both.
_OUTCOMES = ((ATTACK, (Harm.HOMICIDE, Harm.PHYSICAL_ABUSE)), (OWN_ACT, (Harm.SUICIDE, Harm.SELF_HARM)))
_PATTERNS = Rules(
    (pattern(any_of(words)), harms) for words, harms in (*((words, (harm, harm)) for harm, words in HARMS), *_OUTCOMES)
)
_BACKGROUND = Rule(BACKGROUND)
_SHARE_A_NOUN = {
    Harm.PHYSICAL_ABUSE,
    Harm.SEXUAL_ABUSE,
    Harm.EMOTIONAL_ABUSE,
    Harm.CHILD_SEXUAL_EXPLOITATION,
    Harm.CHILD_CRIMINAL_EXPLOITATION,
}
_LOOK_AT = 6  # sentences


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words that name a harm, in the sentence from `first` to `last`."""

    harm: Harm
    start: int
    end: int
    first: int
    last: int
    opening: bool  # in the sentence that says what the review is about
    burnt: bool = False  # by words that do not say whether somebody meant it


def find_harms(
    text: str, summary: Passage, *, fatal: bool
) -> tuple[tuple[Stated[Harm], ...], tuple[Stated[Harm], ...]]:
    """The harms that the summary states, and those that it calls possible or suspected; each once, sorted by code.

    Whether the child died tells a murder from an attempt, and a suicide from self-harm, where the words do not.
    """
    view = within(text, summary.start, summary.end)
    hits = [hit for hit in _hits(view, summary, fatal=fatal) if not _denied(view, hit)]
    opening = {hit.harm for hit in hits if hit.opening}
    hits = [hit for hit in hits if not (opening and opening <= HURT_BY_NOBODY and _is_earlier(view, hit))]
    own = [hit for hit in hits if not _about_adults(view, hit) and not _between_adults(view, hit)]
    own = [hit for hit in own if not _is_of_killer(view, summary, hit)]
    kept = _without_chance(view, [hit for hit in own if not _is_concern(view, hit)] or own)
    hedged = [h for h in kept if _hedged(view, h) or _only_charged(view, h)]
    stated = [h for h in kept if h not in hedged]
    certain = {hit.harm for hit in stated}
    return _stated(text, stated), _stated(text, [h for h in hedged if h.harm not in certain])


def _without_chance(view: str, hits: list[_Hit]) -> list[_Hit]:
    """`hits` without what another harm explains.

    No accident where somebody is said to have killed, or hurt themselves; no illness as the cause where it was neglect
    that let it kill; and not the murder of a parent as a child's.
    """
    found = {hit.harm for hit in hits}
    killed = [hit for hit in hits if hit.harm in (Harm.HOMICIDE, Harm.DOMESTIC_HOMICIDE)]
    careless = all(_BY_NEGLIGENCE.fullmatch(view, hit.start, hit.end) for hit in killed)
    without = {Harm.ACCIDENT} if killed and not (careless and _said_by_chance(view, hits)) else set()
    if Harm.PHYSICAL_ABUSE in found and not any(hit.harm is Harm.ACCIDENT and not hit.burnt for hit in hits):
        without.add(Harm.ACCIDENT)
    if found & {Harm.SELF_HARM, Harm.SUICIDE} and not any(hit.harm is Harm.ACCIDENT and not hit.burnt for hit in hits):
        without.add(Harm.ACCIDENT)
    if any(hit.harm is Harm.NEGLECT and not _may_have_added(view, hit) for hit in hits):
        without.add(Harm.MEDICAL_CAUSE)
    if Harm.DOMESTIC_HOMICIDE in found and not any(_with_child(view, hit) for hit in killed):
        without.add(Harm.HOMICIDE)
    if any(hit.harm in _SEXUAL and hit.opening for hit in hits):  # an assault is then a sexual one
        hits = [
            h for h in hits if h.harm is not Harm.PHYSICAL_ABUSE or not _BARE_ASSAULT.fullmatch(view, h.start, h.end)
        ]
    return [hit for hit in hits if hit.harm not in without]


def _with_child(view: str, hit: _Hit) -> bool:
    """Whether a child was killed as well as a parent: both named in the sentence, or in one before "Both were"."""
    both = _BOTH_WERE.match(view, hit.first, hit.last) is not None
    return _WITH_CHILD.search(view, 0 if both else hit.first, hit.last) is not None


def _may_have_added(view: str, hit: _Hit) -> bool:
    """Whether neglect is put beside another cause as what perhaps added to it."""
    return _hedged(view, hit) and _ADDED.search(view, hit.end, hit.last) is not None


def _said_by_chance(view: str, hits: list[_Hit]) -> bool:
    """Whether a summary says itself that it was an accident: "accidentally swallowed"."""
    return any(hit.harm is Harm.ACCIDENT and view[hit.start : hit.end].lower().startswith("accident") for hit in hits)


def _is_of_killer(view: str, summary: Passage, hit: _Hit) -> bool:
    """Whether a suicide is that of the adult who killed the child: "by their father, who then took his own life"."""
    if hit.harm not in (Harm.SUICIDE, Harm.SELF_HARM):
        return False
    killer = _KILLER.search(view, summary.start, hit.start)
    return killer is not None and not _OF_THE_CHILD.search(view, killer.end(), hit.start)


def _stated(text: str, hits: Sequence[_Hit]) -> tuple[Stated[Harm], ...]:
    first = {hit.harm: hit for hit in reversed(hits)}
    return tuple(Stated(harm, passage(text, first[harm].start, first[harm].end)) for harm in sorted(first))


def _hits(view: str, summary: Passage, *, fatal: bool) -> Iterator[_Hit]:
    """Every name of a harm; a longer name hides shorter ones inside it."""
    opening = True
    for first, last in list(sentences(view, summary.start, summary.end))[:_LOOK_AT]:
        found = _PATTERNS.finditer(view, first, last)
        spans = [(killed if fatal else hurt, *match.span()) for match, (killed, hurt) in found]
        for harm, start, end in sorted(spans, key=lambda span: span[1]):
            if not any(_hides((h, s, e), (harm, start, end)) for h, s, e in spans):
                burnt = bool(_BURNT.fullmatch(view, start, end))
                yield from _named(view, summary, _Hit(harm, start, end, first, last, opening, burnt))
        opening = opening and not _SAYS_WHAT.search(view, first, last)


def _hides(longer: tuple[Harm, int, int], shorter: tuple[Harm, int, int]) -> bool:
    """Whether a name holds another, as "domestic homicide" does; "physical and sexual abuse" names two kinds."""
    if longer[0] is shorter[0] or (longer[2] == shorter[2] and {longer[0], shorter[0]} <= _SHARE_A_NOUN):
        return False
    return longer[1] <= shorter[1] and shorter[2] <= longer[2] and longer[1:] != shorter[1:]


def _named(view: str, summary: Passage, hit: _Hit) -> Iterator[_Hit]:
    """`hit`, as domestic homicide when the person killed is an adult killed by a partner.

    An adult killed by anybody else is nothing that was done to a child, unless a child killed them.
    """
    if hit.harm is not Harm.HOMICIDE or not _ADULT_KILLED.search(view, summary.start, hit.last):
        yield hit
    elif _BY_PARTNER.search(view, summary.start, summary.end):
        if _with_child(view, hit):
            yield hit
        yield replace(hit, harm=Harm.DOMESTIC_HOMICIDE)
    elif _BY_CHILD.search(view, hit.first, hit.last):
        yield hit


def _is_earlier(view: str, hit: _Hit) -> bool:
    """Whether the words tell of something in the child's past: "had told a friend that she had been assaulted"."""
    told = EARLIER.search(view, hit.first, hit.start) or WHEN_SMALL.search(view, hit.end, hit.last)
    killed = _KILLING.search(view, hit.start, hit.end)  # nobody is killed earlier than they die
    return not hit.opening and hit.harm in _DONE_AT_HOME and bool(told) and not killed


def _denied(view: str, hit: _Hit) -> bool:
    if hit.harm in _BY_CHANCE and MISTAKEN_FOR.search(view[hit.first : hit.start]):
        return True
    return bool(DENIED_BEFORE.search(view[hit.first : hit.start]) or DENIED_AFTER.match(view, hit.end, hit.last))


def _hedged(view: str, hit: _Hit) -> bool:
    if hit.harm in HURT_BY_NOBODY and _UNSURE.search(view, hit.start, hit.end):
        return True  # "death of a girl, probably from an infection"
    return bool(HEDGES.search(view[hit.first : hit.start]) or HEDGED_AFTER.match(view, hit.end, hit.last))


def _is_concern(view: str, hit: _Hit) -> bool:
    """Whether the words tell of a worry, or of a murder that somebody is only charged with."""
    before = view[hit.first : hit.start]
    before = _CONVICTED.split(before)[-1]
    own = hit.harm is Harm.CHILD_CRIMINAL_EXPLOITATION  # those who are exploited are arrested themselves
    return bool(CONCERN.search(before) or (not own and ARRESTED.search(before))) or (
        hit.harm is Harm.HOMICIDE and bool(_CHARGED.search(before))
    )


def _only_charged(view: str, hit: _Hit) -> bool:
    """Whether the only words for the harm are those of a charge or an arrest."""
    if hit.harm is Harm.CHILD_CRIMINAL_EXPLOITATION:
        return False
    before = _CONVICTED.split(view[hit.first : hit.start])[-1]
    return bool(re.search(r"\b(?:charged with|arrested)\b[^.;]*$", before, re.IGNORECASE))


def _between_adults(view: str, hit: _Hit) -> bool:
    """Whether the words tell of violence in a family, and not of violence that the child is said to have suffered."""
    if hit.harm is not Harm.DOMESTIC_ABUSE:
        return False
    if view[hit.start : hit.end].lower().startswith("honour") or _LIVED_WITH.search(view, hit.first, hit.last):
        return False
    return not hit.opening or not _TO_THE_CHILD.search(view, hit.first, hit.last)


def _about_adults(view: str, hit: _Hit) -> bool:
    """Whether it is an adult's history, or the history of the family before the incident."""
    before = _CLAUSE.split(view[hit.first : hit.start])[-1]
    if hit.harm in _OF_SOMEBODY and (_ADULT_SUBJECT.search(before) or _OF_ADULT.match(view, hit.end, hit.last)):
        return True
    if hit.harm is Harm.PHYSICAL_ABUSE and (_TO_ADULT.match(view, hit.end, hit.last) or _ADULT_HURT.search(before)):
        return True
    if hit.harm is Harm.DOMESTIC_ABUSE and _LIVED_WITH.search(view, hit.first, hit.last):
        return False
    own = re.search(r"\b(?:himself|herself) *(?:been *)?$", before)
    if (own or not hit.opening) and IN_CHILDHOOD.match(view, hit.end, hit.last):
        return True
    clause = hit.start - len(before)
    return any(match.end() <= hit.start for match in _BACKGROUND.finditer(view, clause, hit.last))


_CONVICTED = pattern("convicted|(?:found|pleaded|pled) guilty|jailed|sentenced|imprisoned")
_DONE_AT_HOME = {Harm.PHYSICAL_ABUSE, Harm.SEXUAL_ABUSE, Harm.HOMICIDE}
_SEXUAL = {Harm.SEXUAL_ABUSE, Harm.CHILD_SEXUAL_EXPLOITATION}
_BY_CHANCE = {Harm.SELF_HARM, Harm.ACCIDENT, Harm.MEDICAL_CAUSE}
_BURNT = pattern(r"scald\w*|burn\w*|(?:swallow|ingest)\w*(?: of)?")
_KILLING = pattern(r"killed|murdered|unlawful\w*(?: killing)?|manslaughter|homicide")
_BARE_ASSAULT = pattern(r"(?:was |were |been )?assault(?:ed|s)?(?: by| on| of)?")
_BY_CHILD = pattern(
    r"by (?:an?|the|two|three|four) (?:[\w-]+ ){0,3}?(?:boy|girl|child|teenager|young (?:person|people|man))s?"
    r"|by (?:his|her|their) (?:1\d-year-old|teenage|young|adolescent) (?:grand|step-?)?(?:son|daughter)"
)
_CHARGED = pattern("charged")
_OF_SOMEBODY = (Harm.SUICIDE, Harm.SELF_HARM, Harm.MEDICAL_CAUSE)
_ADULT_SUBJECT = re.compile(
    rf"(?:\b(?:{ADULTS.pattern})\b|\b(?:his|her|their) (?:[\w-]+ )?(?:brother|sister"
    rf"|sibling)s?)(?:, who| who)?(?: \w+){{0,4}} *$",
    re.IGNORECASE,
)
_UNSURE = pattern(
    "probabl[ey]|possibl[ey]|suspected|(?:thought|believed|likely) to have|may have|might have|apparently"
)
_OF_ADULT = pattern(
    rf" (?:attempts? )?(?:by|of) (?:the|his|her|their|a|the child's) (?!young )(?:[\w-]+ )?{ADULTS.pattern}(?! of 1\d)"
)
_TO_ADULT = pattern(
    r" (?:an?|another) (?:previous|former|new|later|adult|different|earlier)[\w -]{0,12}? (?:partner|wom[ae]n"
    r"|girlfriend"
    r"|wife)| (?:his|her|their|the)(?: [\w-]+'s)? (?:mother|mum|wife|partner|girlfriend|husband|father)(?!'s)"
)
_ADULT_HURT = re.compile(
    rf"\b(?:his|her|their|the) +(?:{ADULTS.pattern}) +(?:was|being|be|get|getting|had +been|were) +$", re.IGNORECASE
)
_CLAUSE = re.compile(  # "known to services and was believed to be exploited" says two things
    r"[;:]|,? +and +(?=(?:was|were|is|are|had +been) +(?:believed|thought|suspected|said|reported|feared|found) )"
)
_BY_NEGLIGENCE = pattern("(?:convicted of |pleaded guilty to )?(?:gross negligence )?manslaughter")
_KILLER = pattern(
    r"(?:murder|kill|death|stabb|strangl|smother|drown|shot|shoot)\w*[^.;]*? (?:by|at the hands of)"
    rf" (?:his|her|their|the) (?:[\w'-]+ ){{0,2}}?{ADULTS.pattern}(?!'s)"
    r"|by (?:his|her|their|the) (?:mother|father)'s (?:[\w-]+ )?partner"
)
_SAYS_WHAT = pattern(
    r"deaths?|died|injur\w+|abused?|neglect\w*|exploit\w+|harm\w*|killed|murder\w*|suicide|took|overdoses?"
    r"|drown\w*|ingest\w*|hang(?:ed|ing)|rap(?:e|ed|es)|stabb\w+|shot|burn\w*|scald\w*|fell|poison\w*"
)
_WHO = (
    rf"(?:(?:a|an|the|his|her|their|two|young"
    rf"|\d\d-year-old) )*(?:[\w-]+ )?{ADULTS.pattern}(?: of (?:\w+ )?(?:two|three|four|five|children))?"
)
_OF_THE_CHILD = pattern(r"(?:boy|girl|child|young person|teenager|daughter|sister|brother)")
_KILLED = r"(?:murdered|killed|stabbed|strangled|shot|beaten to death)"
_OWN_CHILD = r"(?:sons?|daughters?|child(?:ren)?|bab(?:y|ies)|twins?|infant|boys?|girls?)"
_ADULT_KILLED = pattern(
    rf"(?:murder|killing|homicide|deaths?|manslaughter|stabbing) of (?:\w+, )?{_WHO}"
    rf"|(?:murders?|killings?|homicides?) of [^.;]{{0,40}}?{_OWN_CHILD}(?:,? (?:aged "
    rf"|of )?[\w -]{{1,20}},)? and (?:his|her"
    r"|their) (?:[\w-]+ )?mother"
    rf"|{_WHO} and (?:her|his|their) [\w -]{{2,25}}? (?:were|was) (?:\w+ )?{_KILLED}"
    rf"|{_WHO}(?:,? (?:of|aged) [2-9]\d,?)?(?:,[^,.;]*,)? (?:was|were|had been|being) (?:\w+ )?{_KILLED}"
    rf"|(?:who was|aged) [2-9]\d,?(?! (?:days|weeks|months)) (?:was|were|had been) (?:\w+ )?{_KILLED}"
    rf"|{_KILLED} (?:his|her|their|the children's) (?:[\w-]+ ){{0,2}}?(?:wife|partner|girlfriend|mother|husband)"
)
_WITH_CHILD = pattern(  # a parent is killed and a child as well
    r"(?:murders?|killings?|deaths?|homicides?|manslaughter|stabbing|shooting) of [^.;]{0,60}?(?:woman|mother|wife"
    rf"|partner)(?:,? (?:aged |of )?\d\d,?)?,? (?:and|with) (?:of )?(?:her|his|their) (?:[\w-]+ ){{0,4}}?{_OWN_CHILD}"
    rf"|(?:of|killed) [^.;]{{0,40}}?{_OWN_CHILD}(?:,? (?:aged |of )?[\w -]{{1,20}},)? and (?:his|her|their)"
    r" (?:[\w-]+ )?(?:mother|father)"
    rf"|(?:mother|woman)(?:,? (?:aged |of )?\d\d,?)? and her (?:[\w-]+ ){{0,4}}?{_OWN_CHILD}[^.;]{{0,40}}? (?:were|was)"
    r" (?:[\w-]+ )?(?:killed|murdered|stabbed|shot|strangled)"
)
_ADDED = pattern("contribut(?:ory|ing) factor|contributed")
_BOTH_WERE = pattern("(?:both|they|the two|all (?:two|three|four|of them)) (?:had been|were)")
_BY_PARTNER = pattern(
    r"(?:his|her) (?:[\w-]+ ){0,2}?(?:wife|partner|girlfriend|husband)|by [^.;]*(?:partner|husband"
    r"|wife|boyfriend|girlfriend|father|spouse|a man (?:whom |that )?she (?:had been |was )(?:seeing|dating))"
    r"|(?:partner|husband|father) (?:killed|stabbed|strangled|shot|murdered)|domestic homicide"
)
_LIVED_WITH = pattern(
    r"(?:children|girls|boys|siblings|he|she|they|child) (?:who )?(?:had |have |has )?(?:all "
    r"|both )?(?:grown up|grew up|lived|witnessed|been exposed)"
    r" (?:[\w-]+ ){0,3}?|(?:saw|seen|watched|heard|witnessed|witnessing|seeing|hearing) (?:his|her|their|the)"
    r" (?:father|step\w+|mother|mum|dad|parents?)|months of|years of domestic"
    r"|in front of (?:him|her|them|(?:the|his|her|their|two|three|four) (?:[\w-]+ )?(?:children|sons?|daughters?|boys?"
    r"|girls?|child|baby|siblings))|looked on|expos(?:ure|ed|ing) (?:of [^.;]{0,40}? )?to"
)
_TO_THE_CHILD = pattern(
    r"(?:(?:domestic (?:abuse|violence)|coercive (?:\w+ )*(?:control|behaviour))[^.;]{0,30} (?:of|to"
    r"|experienced by|against|by|from) )|expos\w+ to|subject\w* to"
    r"|victim of|after (?:\w+ )?(?:years|months) of|suffer\w*|liv(?:ed|ing) with|experience of"
    r"|(?:abusive|violent|controlling|coercive) relationship"
)

"""Who a recommendation asks to act: who the item names, else who the words before it address, else nobody."""

import re
from collections.abc import Collection, Sequence

from kg.extract.actions.addressee_places import (
    addressed_in,
    beside,
    in_brackets,
    panel,
    the_panel,
    to_whom,
    topic,
)
from kg.extract.actions.addressee_words import (
    ADDRESSES,
    ALL_STAFF,
    ARE_INVITED,
    ASK,
    ASKS_ANOTHER,
    ASSURE,
    ASSURE_THAT,
    AUDIENCE,
    BY,
    CLAUSE,
    CONCERNED,
    DELIVERED_BY,
    EXPLORE_HOW,
    GIVE_TRAINING,
    GIVEN_BY,
    HOW,
    INVITED,
    OF_THEIRS,
    OUTSIDERS,
    OWN,
    PARTNER_NEEDLES,
    PARTNERS,
    PLACED,
    POSTS,
    RAISE,
    REQUEST,
    SEEK_FROM,
    SPREAD,
    TAKE_TO,
    TAUGHT,
    TELL,
    TOLD,
    TRAINED,
    TRAINING_FOR,
    USE_OF,
)
from kg.extract.actions.frames import Frame, Voice
from kg.extract.agencies.mentions import AgencyMention, directly, heads, mentions
from kg.extract.agencies.words import FUNCTION_NAMES, GENERAL_STAFF
from kg.extract.text.needles import folded, holds
from kg.extract.text.wording import pattern
from kg.model import Addressee, Passage, Stated, passage

EVERYBODY = GENERAL_STAFF | {Addressee.ALL_PARTNER_AGENCIES}
NATION = {Addressee.NATIONAL_BODY, Addressee.REGULATOR, Addressee.NATIONAL_PANEL}


def find_addressees(
    text: str, view: str, found: Frame, item: Passage, lead_in: Passage | None, groups: Sequence[Passage] = ()
) -> tuple[tuple[Stated[Addressee], ...], str | None]:
    """Who is to act, sorted by code, and their name as printed."""
    stated, printed = _addressed(text, view, found, item, lead_in, groups)
    more = _stated(text, beside(view, found, item))[0] if stated else ()
    return tuple(sorted({each.value: each for each in (*more, *stated)}.values(), key=_code)), printed


def _code(stated: Stated[Addressee]) -> str:
    return stated.value


def _addressed(
    text: str, view: str, found: Frame, item: Passage, lead_in: Passage | None, groups: Sequence[Passage]
) -> tuple[tuple[Stated[Addressee], ...], str | None]:
    """Those of whom it is asked, whoever is to act beside them."""
    named = _named(view, found, item) or the_panel(text, found)
    if not named and lead_in and ADDRESSES.search(view, lead_in.start, lead_in.end):
        named = addressed_in(view, item)
    others = (_teaches_anyone, _tells_outsiders, _explores)
    if named and lead_in and any(only(view, found, named) for only in others):
        named = mentions(view, lead_in.start, lead_in.end) or named
    employer = _employer(view, lead_in) if named and lead_in and _are_anyone(view, named) else []
    if employer:
        return _stated(text, employer)
    board = _board(view, found, lead_in) if named and lead_in else []
    if board:
        return _stated(text, [*board, *named])[0], _stated(text, named)[1]
    if named:
        asked = _also_asked(view, found, item.end)
        return _stated(text, sorted({*named, *asked}, key=lambda mention: mention.start) if asked else named)
    if lead_in is not None:
        taken_up = [mention for group in groups for mention in mentions(view, group.start, group.end)]
        if taken_up:
            return _stated(text, taken_up)[0], lead_in.text
        named = mentions(view, lead_in.start, lead_in.end) or panel(view, lead_in)
        if named:
            return _stated(text, named)
    return _stated(text, _anybody(view, found, item.end))


def _named(view: str, found: Frame, item: Passage) -> list[AgencyMention]:
    """Those whom the item itself names as who is to act, where it does: the surest place of a name counts."""
    return (
        in_brackets(view, item)
        or to_whom(view, item)
        or _subject(view, found)
        or topic(view, found)
        or _asked(view, found, item.end)
        or _function(view, item)
        or _setting(view, found, item.end)
        or _doers(view, found, item.end)
    )


def _teaches_anyone(view: str, found: Frame, named: Sequence[AgencyMention]) -> bool:
    """Whether training is to be given to staff of no agency, so that whoever gives it is meant."""
    given = found.voice is Voice.IMPERATIVE and GIVE_TRAINING.match(view, found.verb) is not None
    return given and all(set(mention.codes) <= GENERAL_STAFF for mention in named)


def _tells_outsiders(view: str, found: Frame, named: Sequence[AgencyMention]) -> bool:
    """Whether awareness is to be raised among outsiders, or learning spread, so that whoever does it is meant."""
    if found.voice is not Voice.IMPERATIVE:
        return False
    if SPREAD.match(view, found.verb):
        return True
    raised = RAISE.match(view, found.verb) is not None
    return raised and any(set(mention.codes) <= OUTSIDERS for mention in named)


def _explores(view: str, found: Frame, named: Sequence[AgencyMention]) -> bool:
    """Whether those named only do what is to be explored, so that whoever explores is meant: "explore how schools"."""
    looked = EXPLORE_HOW.match(view, found.verb) if found.voice is Voice.IMPERATIVE else None
    return looked is not None and directly(view, looked.end(), named[-1].end) == list(named)


def _board(view: str, found: Frame, lead_in: Passage) -> list[AgencyMention]:
    """The partnership that a list addresses, where an item says of whom it is to be assured: both are addressed."""
    asks = found.voice is Voice.IMPERATIVE and ASKS_ANOTHER.match(view, found.verb)
    named = mentions(view, lead_in.start, lead_in.end) if asks else []
    return [mention for mention in named if Addressee.SAFEGUARDING_PARTNERSHIP in mention.codes]


def _are_anyone(view: str, named: Sequence[AgencyMention]) -> bool:
    """Whether only "all staff" are named, of whoever the list is for."""
    if len(named) != 1:
        return False
    own = OF_THEIRS.search(view, max(0, named[0].start - 9), named[0].start) and OWN.fullmatch(view, *named[0][1:])
    return bool(own or ALL_STAFF.fullmatch(view, named[0].start, named[0].end))


def _employer(view: str, lead_in: Passage) -> list[AgencyMention]:
    """Who has staff of their own, among those whom the words before a list address."""
    named = mentions(view, lead_in.start, lead_in.end)
    return [m for m in named if not set(m.codes) & {*GENERAL_STAFF, *NATION, Addressee.SAFEGUARDING_PARTNERSHIP}]


def in_subject(view: str, found: Frame, codes: Collection[Addressee]) -> bool:
    """Whether one of `codes` is the subject of the recommendation, or is named before its dash or colon."""
    return any(set(mention.codes) & set(codes) for mention in _subject(view, found) or topic(view, found))


def _stated(text: str, named: Sequence[AgencyMention]) -> tuple[tuple[Stated[Addressee], ...], str | None]:
    first = {code: mention for mention in reversed(named) for code in mention.codes}
    stated = tuple(Stated(code, passage(text, first[code].start, first[code].end)) for code in sorted(first))
    printed = passage(text, named[0].start, named[-1].end).text if named else None
    return stated, printed


def _subject(view: str, found: Frame) -> list[AgencyMention]:
    """Those named as the subject: its head, not the people or places that it is for."""
    if found.subject is None:
        return []
    named = heads(view, *found.subject)
    if ARE_INVITED.match(view, found.start):
        return []  # to a meeting, by those who hold it
    if found.voice is Voice.PASSIVE and not TRAINED.match(view, found.verb):
        told = TOLD.match(view, found.verb) is not None  # to tell a national body is to ask it
        return [mention for mention in named if told and set(mention.codes) <= NATION]
    return named


def _asked(view: str, found: Frame, end: int) -> list[AgencyMention]:
    """Those who are asked, reminded, trained or written to, or of whom it is to be ensured that they act."""
    invited = INVITED.match(view, found.verb, end)
    asked = [words.match(view, found.verb, end) for words in (ASSURE_THAT, ASSURE, HOW, TAUGHT)]
    asked = [None if invited else ASK.match(view, found.verb, end), *asked]
    audience = AUDIENCE.search(view, found.verb, end) if found.voice is not Voice.NOMINAL else None
    named = (directly(view, match.end(), end) for match in [*asked, audience] if match)
    found_people = [people for people in named if people]
    told_apart = (people for people in found_people if not all(set(m.codes) <= GENERAL_STAFF for m in people))
    return next(told_apart, []) or next(iter(found_people), []) or _nation(view, found, end)


def _also_asked(view: str, found: Frame, end: int) -> list[AgencyMention]:
    """Who is addressed beside the subject: the agencies that it is to ask or remind, or by whom it is to be taught."""
    if not _subject(view, found):
        return []
    given = GIVEN_BY.match(view, found.verb, end) if found.voice is Voice.PASSIVE else None
    if given:
        return directly(view, given.end(), end)
    request = REQUEST.match(view, found.verb, end)
    asked = directly(view, request.end(), end) if request else []
    return [m for m in asked if not set(m.codes) <= EVERYBODY] or _nation(view, found, end)


def _nation(view: str, found: Frame, end: int) -> list[AgencyMention]:
    """A national body of which something is asked, or to which it is to be taken."""
    asked = (words.match(view, found.verb, end) for words in (TAKE_TO, ASK, SEEK_FROM, TELL))
    named = (directly(view, match.end(), end) for match in asked if match)
    return next(([m for m in people if set(m.codes) <= NATION] for people in named if people), [])


def _function(view: str, item: Passage) -> list[AgencyMention]:
    """The agency that alone can do what is asked, as only housing can rehouse."""
    return [
        AgencyMention((code,), *m.span())
        for code, words in FUNCTION_NAMES
        for m in [words.search(view, item.start, item.end)]
        if m is not None
    ]


def _setting(view: str, found: Frame, end: int) -> list[AgencyMention]:
    """The agencies in which something is to be provided, linked or audited: "provision in primary care"."""
    placed = found.voice is Voice.IMPERATIVE and PLACED.match(view, found.verb, end)
    if not placed or POSTS.match(view, found.verb, end):
        return []
    stop = CLAUSE.search(view, found.verb, end)
    for place in re.finditer(
        r"(?<!\buse )(?<!\bused )\b(?:in|within|across) +", view[found.verb : stop.start() if stop else end]
    ):
        named = directly(view, found.verb + place.end(), end)
        if named:
            return named
    return []


def _doers(view: str, found: Frame, end: int) -> list[AgencyMention]:
    """Those by whom something is to be done: "joint visits by midwife and social worker"."""
    gerund = found.voice is Voice.IMPERATIVE and view[found.verb : found.verb_end].endswith("ing")
    done = found.voice in (Voice.NOMINAL, Voice.PASSIVE) or gerund
    match = (BY if done else DELIVERED_BY).search(view, found.start, end)
    if match is None or USE_OF.search(view[found.start : match.start()]):
        return []  # "a review of the use of exclusion by schools": by whom it is to be reviewed is not said
    return directly(view, match.end(), end)


def _anybody(view: str, found: Frame, end: int) -> list[AgencyMention]:
    """Without a lead-in: partner agencies wherever they are named, and staff in what is to be ensured of them."""
    concerned = _concerned(view, found, end)
    if concerned:
        return concerned
    stop = CLAUSE.search(view, found.verb, end) if found.voice is Voice.PASSIVE else None
    everybody = _partners(view, found.start, stop.start() if stop else end)
    if everybody or not pattern("ensure|make sure").match(view, found.verb, end):
        return everybody[:1]
    return [m for m in mentions(view, found.verb_end, end) if set(m.codes) <= GENERAL_STAFF][:1]


def _partners(view: str, start: int, end: int) -> list[AgencyMention]:
    if not holds(folded(view, start, end), PARTNER_NEEDLES):
        return []
    return [mention for mention in mentions(view, start, end) if PARTNERS.search(view, mention.start, mention.end)]


def _concerned(view: str, found: Frame, end: int) -> list[AgencyMention]:
    """Whom words without an agent concern; "training for staff" tells no agency."""
    concerned = CONCERNED.match(view, found.start, end)
    if concerned:
        return directly(view, concerned.end(), end)
    taught = TRAINING_FOR.match(view, found.start, end) if found.voice is Voice.NOMINAL else None
    named = directly(view, taught.end(), end) if taught else []
    return [mention for mention in named if not set(mention.codes) <= GENERAL_STAFF]

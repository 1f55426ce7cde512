"""The words that say of people that they did harm, were accused of it, or were cleared."""

import re
from collections.abc import Iterator

from kg.extract.facts.perpetrators.blame_around import GUILTY, told_around
from kg.extract.facts.perpetrators.blame_patterns import (
    AFTER,
    AGED,
    BY,
    BY_NEXT,
    CAME_TO_HELP,
    CASES,
    CHILD_NAMED,
    CUE,
    DONE,
    DROPPED,
    GAPPED,
    IN_ANOTHER,
    IN_ONE,
    JOINT,
    JUDGING,
    LATER_IN_CLAUSE,
    MISHAP,
    NAMED_OR_SHE,
    NEITHER,
    NEVER_MET,
    NOBODY,
    NOT_HARM,
    NOT_SHOWN,
    NOT_UPHELD,
    NOT_WHICH,
    OBJECT,
    OF,
    OF_HER,
    OF_PARENT,
    ONE_WAS,
    OTHER_VICTIM,
    PARTED,
    REACH,
    SAID_HOW,
    TOWARDS_ADULT,
    UNKNOWN_TO,
    VICTIM,
    WHO_DID,
    WITH_CHILDREN,
)
from kg.extract.facts.perpetrators.blame_words import ADULT
from kg.extract.facts.perpetrators.cleared import is_acquitted, is_cleared, is_of_one, is_only_arrested, is_unrelated
from kg.extract.facts.perpetrators.people import Person, can_be, find_people
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.wording import first_end, spaced
from kg.model import Relation

_COURT = deferred(r"\b(?:convicted|guilty|charged|sentenced|jailed|imprisoned|prosecuted|tried)\b", re.IGNORECASE)
_CLAUSE_END = deferred(r"[.;]")
_KILLED_ADULT = deferred(rf" (?:killed|murdered|stabbed|strangled|shot) +{spaced(ADULT)}$", re.IGNORECASE)
_HIS_CHILDREN = deferred(r"(?:children|sons|daughters)$")  # "the father of her two children, a boy and a girl"
_OF_WHOM, _NO_MORE = deferred(r", +an? +"), deferred(r" *[.;]|,(?! +(?:and|or|an?|the|his|her|their)\b)")


def blamed(view: str, start: int, end: int) -> Iterator[tuple[Person, Span]]:
    """People said to have done harm, with the span of the words that say it; "and" carries it from one to the next."""
    people = find_people(view, start, end) if CUE.stand_in(view, start, end) else ()
    if not people:
        return
    stops = [*(person.start for person in people[1:]), end]
    said = [_said(view, start, person, stop, end) for person, stop in zip(people, stops, strict=True)]
    for index in range(1, len(people)):
        if said[index] is None and _and(view, people[index - 1], people[index]):
            said[index] = _with(said[index - 1], people[index])
        gapped = _gapped(view, people[index - 1], people[index], end) if said[index] is None else None
        if gapped and any(said[:index]):
            said[index] = gapped
    for index in reversed(range(len(people) - 1)):
        by = BY_NEXT.search(view, people[index].end, people[index + 1].start)  # "two girls and a boy, by their uncle"
        by = by or ONE_WAS.match(view, people[index + 1].end, end)
        if said[index] is None and not by and _and(view, people[index], people[index + 1]):
            said[index] = _with(said[index + 1], people[index])
    yield from ((person, span) for person, span in zip(people, said, strict=True) if span is not None)


def acquitted(view: str, start: int, end: int) -> Iterator[tuple[Person, Span]]:
    """People who were charged or tried and then acquitted, with the span of the words that say so."""
    for person in find_people(view, start, end):
        clause = _clause_end(view, person.end, end)
        if is_acquitted(view, person.end, clause):
            yield person, (person.start, clause)


def accused(view: str, start: int, end: int) -> Span | None:
    """The words right after somebody that accuse them; `None` where there are none, or where they clear them."""
    said = AFTER.match(view, start, end)
    if said is None or is_cleared(view, start, end) or is_unrelated(said):
        return None
    return said.span()


def _said(view: str, start: int, person: Person, stop: int, end: int) -> Span | None:
    """The span of the words that say that this person did harm; `None` where none say so."""
    start = max(start, person.start - REACH)
    before = view[start : person.start]
    if (
        NEITHER.match(view, person.start, person.end)
        or NOBODY.search(before)
        or JUDGING.search(before)
        or UNKNOWN_TO.search(before)
        or NOT_SHOWN.search(before)
    ):
        return None
    if NOT_WHICH.search(before) and not _tried(view, person, end):
        return None
    told = told_around(view, before, person, end)
    if told is not None:
        return person.start, told
    by = _by_whom(view, start, person, end)
    if by is not None:
        return by, person.end
    of = OF.search(before)
    if of and DROPPED.match(view, person.end, end):
        return None
    if of and person.relations != (Relation.PEER,):
        return start + of.start(), person.end
    stranger = NEVER_MET.search(view, person.start, person.end) and not CAME_TO_HELP.match(view, person.end, end)
    if stranger and first_end(DONE, view) <= end:
        return person.start, person.end
    return _said_behind(view, start, person, stop, end)


def _tried(view: str, person: Person, end: int) -> bool:
    """Whether the words right behind somebody tell of a court, and not only of what may have been done."""
    said = AFTER.match(view, person.end, end)
    return said is not None and _COURT.search(said[0]) is not None


def _by_whom(view: str, start: int, person: Person, end: int) -> int | None:
    """Where the words begin that say that harm was done by this person: "killed by", "at the hands of"."""
    before = view[start : person.start]
    by = BY.match(before, 0, len(before))  # it opens with any words, so where it fails here it fails everywhere
    if by is None or TOWARDS_ADULT.match(view, person.end, end) or NOT_UPHELD.match(view, person.end, end):
        return None
    at = start + by.start("by")
    if _is_mishap(person, before, by["done"]):
        return None
    done = by["by"].lower().startswith("at") or DONE.search(by["done"])
    return at if done and _is_done_to_a_child(by["done"], view[at : person.end], person) else None


def _said_behind(view: str, start: int, person: Person, stop: int, end: int) -> Span | None:
    """The span of the words behind a person that say so: right after the name, or further on in the clause."""
    before = view[start : person.start]
    clause = _clause_end(view, person.end, stop)
    if is_cleared(view, person.end, clause):
        return None
    young = person.relations in ((Relation.PEER,), (Relation.SIBLING,))
    suffered = young and (OF_PARENT.search(before) or VICTIM.search(before))
    after = None if suffered else AFTER.match(view, person.end, end)
    if after is None and not young and not OBJECT.search(before):
        after = WHO_DID.match(view, person.end, clause) or LATER_IN_CLAUSE.match(view, person.end, clause)
        after = None if after and not _goes_on(after, person) else after
    if young and after and _KILLED_ADULT.search(after[0]):
        return None  # "a 15-year-old boy killed his grandmother": the child of the review
    if after and _is_mishap(person, before, after[0]):
        return None
    if after is None or is_unrelated(after) or is_of_one(view, start, person, after) or is_only_arrested(view, after):
        return None
    return person.start, after.end()


def _is_mishap(person: Person, before: str, done: str) -> bool:
    """Whether somebody only said that another child had done it by chance: "that her brother had dropped her"."""
    young = person.relations in ((Relation.PEER,), (Relation.SIBLING,))
    return young and MISHAP.search(done) is not None and SAID_HOW.search(before) is not None


def _goes_on(said: re.Match[str], person: Person) -> bool:
    """Whether what is said further on in the clause can be said of this person, and not of somebody between."""
    if re.search(r"\b(?:by|with|from)\b *$", said["between"]):
        return False
    if PARTED.search(said["between"]) and OF_HER.search(said[0]):
        return False
    who = said.groupdict().get("who")
    return who in (None, "they") or can_be(person, who.lower())


def _clause_end(view: str, start: int, stop: int) -> int:
    """Where what is said of somebody ends: at a full stop, a semicolon, or the next person who is named."""
    mark = _CLAUSE_END.search(view, start, stop)
    return mark.start() if mark else stop


def _is_done_to_a_child(done: str, who: str, person: Person) -> bool:
    """Whether what was done "by" somebody is harm, and not to an adult, nor by the child of the review."""
    other = OTHER_VICTIM.search(done)
    if NOT_HARM.search(done) or (other and not WITH_CHILDREN.search(done, 0, other.end())):
        return False
    doer = person.relations == (Relation.PEER,) and AGED.search(who)
    return not doer or bool(CHILD_NAMED.search(done) or NAMED_OR_SHE.search(done))


def _gapped(view: str, first: Person, second: Person, end: int) -> Span | None:
    """What is said without its verb: "and mother of allowing it", "and in one the mother", "and a mother in one"."""
    of = GAPPED.match(view, second.end, end) or GUILTY.match(view, second.end, end)
    if of:
        return second.start, of.end()
    between = view[first.end : second.start]
    others = IN_ANOTHER.match(view, second.end, end) if CASES.search(between) else None
    if others:
        return second.start, others.end()
    return (second.start, second.end) if IN_ONE.search(between) else None


def _with(span: Span | None, person: Person) -> Span | None:
    return span and (min(span[0], person.start), max(span[1], person.end))


def _and(view: str, first: Person, second: Person) -> bool:
    between = view[first.end : second.start]
    if _HIS_CHILDREN.search(view, first.start, first.end):
        return False
    if _OF_WHOM.fullmatch(between) and _NO_MORE.match(view, second.end):
        return False
    return bool(JOINT.fullmatch(between))

"""Sexes told of children by their rank, where a list gave their ages: "aged 4, 9 and 14; the eldest, a boy, rang"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.facts.children.ages import find_ages
from kg.extract.facts.children.mentions import FEMALE_NOUNS, MALE_NOUNS
from kg.extract.facts.numbers import number
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.wording import pattern
from kg.model import Child, Sex, Stated, passage

_MALE, _FEMALE = ("|".join(nouns.split()) for nouns in (MALE_NOUNS, FEMALE_NOUNS))
_NOUN = rf"(?:(?P<male>{_MALE}|male)|(?P<female>{_FEMALE}|female))"
_RANK = (
    r"(?:(?P<first>eldest|oldest|elder|older)|(?P<last>youngest|younger)|(?P<middle>middle|second))"
    r"(?: (?:one|child|sibling|of (?:them|whom)|of the (?:\w+ )?(?:children|siblings|babies)))?"
)
_WAS = r"(?:,|,? \(|,? who (?:was|is)| (?:was|is|being)|-)? ?(?:then )?(?:an?|the only|their only|her only|his only)"
_TOLD = pattern(rf"(?:the )?{_RANK}{_WAS} (?:[\w-]+ ){{0,2}}?{_NOUN}")
_OPENS_AGED = pattern(  # opens a sentence: "The eldest, a girl of 14,"
    r"(?:the )?(?:eldest|oldest|youngest)(?: (?:one|child|sibling|of (?:them|whom)|of the (?:\w+ )?(?:children"
    r"|siblings)))?(?:,| \(|, who was| was) ?(?P<what>(?:then |only |just )*an? "
    rf"{_NOUN},? (?:of|aged) [\w -]{{1,20}})(?=[.,;)](?! when)| (?:had|and|told)\b)"
)
_KIN = pattern(  # whose sisters or brothers the others are
    r"(?:his|her)(?: (?:two|three|four|older|younger|little))* (?:(?P<male>brother)|(?P<female>sister))(?P<several>s)?"
)
_IN_CLAUSE = deferred(r"[.;]")

_OF_ALL = pattern(  # opens a sentence: "Both boys had been exploited"
    rf"(?:both|(?:all|the)(?: of the)? (?P<count>two|three|four|five))(?: of the)? (?:young |small )?{_NOUN}s?"
    r"(?= (?:had|have|has|were|are|lived|attended|died|suffered|came|went|told|knew|spent|witnessed)\b)"
)

_Sexed = tuple[Sex, int, int]


def by_rank(text: str, view: str, spans: Sequence[Span], children: tuple[Child, ...]) -> tuple[Child, ...]:
    """`children`, with the sex that the words tell of the eldest, the middle one or the youngest, and of the others."""
    if len(children) == 1 and children[0].count > 1 and children[0].age is None:
        return _parted(text, view, spans, children[0])
    if len(children) < 2 or any(child.count > 1 for child in children):
        return children
    children = _of_all(text, view, spans, children)
    if any(child.age is None for child in children):
        return children
    ranked = sorted(range(len(children)), key=lambda index: _oldest_first(children[index]))
    told: dict[int, _Sexed] = {}
    for match in _matches(view, spans):
        place = _place(match, len(ranked))
        if place is None:
            continue
        told.setdefault(ranked[place], _sexed(match))
        kin = _kin(view, match)
        if kin and (len(children) == 2 or kin["several"]):
            told = {index: _sexed(kin) for index in ranked} | told
    return tuple(
        replace(child, sex=Stated(told[index][0], passage(text, *told[index][1:])))
        if index in told and child.sex is None
        else child
        for index, child in enumerate(children)
    )


def _parted(text: str, view: str, spans: Sequence[Span], group: Child) -> tuple[Child, ...]:
    """A `group` of whom no age is told, without the one whose rank and age open a later sentence, and that one."""
    said = next((found for span in spans[1:] if (found := _OPENS_AGED.match(view, *span))), None)
    ages = find_ages(view, said.start("what"), said.end() + 1) if said else ()
    if said is None or len(ages) != 1 or len(ages[0].ages) != 1:
        return (group,)
    sex, *words = _sexed(said)
    if group.sex and group.sex.value is not sex:
        return (group,)
    age = Stated(ages[0].ages[0], passage(text, ages[0].start, ages[0].end))
    one = Child(sex=Stated(sex, passage(text, *words)), age=age)
    return (one, replace(group, count=group.count - 1))


def _of_all(text: str, view: str, spans: Sequence[Span], children: tuple[Child, ...]) -> tuple[Child, ...]:
    """`children`, with the sex of all that a later sentence tells in its first words: "Both boys had been"."""
    said = next((found for span in spans[1:] if (found := _OF_ALL.match(view, *span))), None)
    if said is None or number(said["count"] or "two") != len(children):
        return children
    first, *rest = _sexed(said)
    if any(child.sex and child.sex.value is not first for child in children):
        return children
    sex = Stated(first, passage(text, *rest))
    return tuple(replace(child, sex=child.sex or sex) for child in children)


def _matches(view: str, spans: Sequence[Span]) -> Iterator[re.Match[str]]:
    return (match for span in spans for match in _TOLD.finditer(view, *span))


def _oldest_first(child: Child) -> float:
    months = child.age.value.months[1] if child.age else None
    return -float(months or 0)


def _place(match: re.Match[str], count: int) -> int | None:
    """Where in the row, oldest first, the child stands of whom a sex is told."""
    if match["first"]:
        return 0
    if match["last"]:
        return count - 1
    return 1 if count == len(("eldest", "middle", "youngest")) else None


def _kin(view: str, match: re.Match[str]) -> re.Match[str] | None:
    """The sisters or brothers of the one of whom the words have just told, in the same clause."""
    ends = _IN_CLAUSE.search(view, match.end())
    return _KIN.search(view, match.end(), ends.start() if ends else len(view))


def _sexed(match: re.Match[str]) -> _Sexed:
    name = "male" if match["male"] else "female"
    return (Sex(name), *match.span(name))

"""Children of a sentence, with the ages that it or a later one gives them: one by one, in a row, or all together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.facts.children.ages import AgeMention, bare_ages, find_ages
from kg.extract.facts.children.child_ages import following_age, is_known, later_age, leading_age
from kg.extract.facts.children.mentions import Mention
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern
from kg.model import Sex

_APPOSED = deferred(r", *(?:who +(?:are|were) +)?(?:both +|all +)?(?:the +)?", re.IGNORECASE)
_AT_ANOTHER_TIME = pattern(  # and not "when they were removed", which ends what was done to them
    r",? (?:when|before|until) they (?:(?:were|had|first|been) )*(?:placed|moved|adopted|came to live|met)"
)
_AGES_OF_ALL = pattern(
    r"(?:they|all|both|(?:the |all |both |both of the )(?:(?:two|three|four|five|six|\d) )?(?:children|siblings"
    r"|young people|babies|infants|pupils|boys|girls)) were"
    r" (?P<ages>(?:all |both )?(?:aged?|under|between) [\w -]{1,40})"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A child, or a group described as one, while facts about it are collected."""

    mention: Mention
    label: str | None = None
    sex: tuple[Sex, int, int] | None = None
    ages: AgeMention | None = None


def apposed(view: str, end: int, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """`mentions` without words for all of those named before them, who get their sex and ages: "A and B, sisters"."""
    for index, group in enumerate(mentions):
        names = [one for one in mentions[:index] if one.label]
        fits = len(names) == index > 1 and group.plural and group.count in (None, index)
        if not fits or group.label or not _APPOSED.fullmatch(view, mentions[index - 1].end, group.start):
            continue
        ages = group.ages or following_age(view, group, end, ())
        if ages and len(ages.ages) not in (1, index):
            return tuple(mentions)
        each = [replace(ages, ages=(age,)) for age in ages.ages * (index // len(ages.ages))] if ages else [None] * index
        told = [
            replace(one, sex=one.sex or group.sex, ages=one.ages or age) for one, age in zip(names, each, strict=True)
        ]
        return (*told, *mentions[index + 1 :])
    return tuple(mentions)


def aged(view: str, start: int, end: int, people: list[Person], others: list[Mention]) -> list[Person]:
    """`people` with the ages that follow them in their sentence; a list of ages falls to them one by one."""
    told = list(people)
    for index, person in enumerate(people):
        following = people[index + 1].mention.start if index + 1 < len(people) else end
        age = None if is_known(person.ages) else following_age(view, person.mention, following, others)
        if age is None and not is_known(person.ages) and not index:
            age = leading_age(view, start, person.mention)
        if age is None and following == end:
            age = _bare_list(view, person.mention, end, [one for one in people if one.ages is None])
        if age is None:
            continue
        without = [i for i in range(index + 1) if people[i].ages is None and not people[i].mention.plural]
        if len(age.ages) == 1 and len(people) > 1 and _is_of_all(view, told, age):
            return [replace(one, ages=age) for one in people]
        if len(age.ages) > 1 and (each := _in_turn_by_count(told[: index + 1], age)):
            return [*each, *told[index + 1 :]]
        if len(age.ages) == 1 and person.mention.is_twin:
            told = [replace(one, ages=one.ages or age) if one.mention.is_twin else one for one in told]
        elif len(age.ages) > 1 and len(without) == len(age.ages):
            for i, one in zip(without, age.ages, strict=True):
                told[i] = replace(people[i], ages=replace(age, ages=(one,)))
        else:
            told[index] = replace(person, ages=age)
    return told


def _in_turn_by_count(people: list[Person], age: AgeMention) -> list[Person]:
    """`people` with their share each of a list of ages: "two brothers and a sister aged 14, 12 and 9"."""
    counts = [person.mention.count or (0 if person.mention.plural else 1) for person in people]
    grouped = len(people) > 1 and any(person.mention.plural for person in people)
    if not grouped or 0 in counts or sum(counts) != len(age.ages) or any(one.ages for one in people):
        return []
    ends = [sum(counts[: index + 1]) for index in range(len(counts))]
    return [
        replace(one, ages=replace(age, ages=age.ages[end - count : end]))
        for one, count, end in zip(people, counts, ends, strict=True)
    ]


def _bare_list(view: str, last: Mention, end: int, untold: list[Person]) -> AgeMention | None:
    """The bare numbers behind the last of several children, where there is one for each: "Una and Vic were 7 and 5"."""
    bare = None if any(one.mention.plural for one in untold) else bare_ages(view, last.end, end)
    return bare if bare and len(bare.ages) == len(untold) > 1 else None


def _is_of_all(view: str, people: list[Person], age: AgeMention) -> bool:
    """Whether an age is that of a whole group named before its parts: "twins, a boy and a girl, aged 5 weeks"."""
    small = not age.ages[0].iso.endswith("Y")  # "Baby A and Baby B, aged 8 weeks" are twins
    parts = all((one.mention.together or (small and one.label)) and one.ages is None for one in people)
    apart = view[people[-1].mention.end : age.start].strip()[:1] in (",", ")")
    return parts and age.start >= people[-1].mention.end and (apart or "/" in age.ages[0].iso)


def aged_in_turn(view: str, spans: list[tuple[int, int]], people: list[Person]) -> list[Person]:
    """`people` with the ages that a later sentence lists for them in turn: "The children were aged nine and six".

    Or with the one that it gives them all: "All were under five".
    """
    if any(person.ages for person in people):
        return people
    listed = (_AGES_OF_ALL.match(view, start, end) for start, end in spans[1:])
    told = next((find_ages(view, match.start("ages"), match.end()) for match in listed if match), ())
    if told and _AT_ANOTHER_TIME.match(view, told[0].end):
        return people
    if len(told) == 1 and len(told[0].ages) == 1:
        return [replace(person, ages=told[0]) for person in people]
    if len(told) != 1 or len(told[0].ages) != len(people) or any(person.mention.plural for person in people):
        return people
    return [
        replace(person, ages=replace(told[0], ages=(age,))) for person, age in zip(people, told[0].ages, strict=True)
    ]


def aged_as_group(view: str, spans: list[tuple[int, int]], person: Person, people: list[Person]) -> Person:
    """`person` with the age that a later sentence gives this one group of them: "The sisters were under ten"."""
    alone = [one for one in people if one.mention.plural] == [person]
    if not alone or person.ages is not None or person.mention.sex is None:
        return person
    return replace(person, ages=later_age(view, spans[1:], [], person.mention))

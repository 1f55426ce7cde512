"""Printed ages as values: "15-week-old" is P15W, "aged 4 and 6" is two ages, "under the age of 13" is ../P13Y."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.facts.children.age_rules import AGE_RULES, LOOSE
from kg.extract.facts.children.age_values import Reader, age_at_birthday, exact_age, listed_ages
from kg.extract.facts.numbers import NUMBER
from kg.extract.text.parsed import deferred
from kg.extract.text.rules import Rules
from kg.extract.text.wording import flat, spaced
from kg.model import Age


@dataclass(frozen=True, slots=True)
class AgeMention:
    """An age, or a list of ages, where it is printed."""

    ages: tuple[Age, ...]
    start: int
    end: int


def find_ages(text: str, start: int = 0, end: int | None = None) -> tuple[AgeMention, ...]:
    """Every age printed in `text`, in order; where two readings overlap, the earlier and longer one."""
    found = sorted(
        _readings(flat(text), start, len(text) if end is None else end),
        key=lambda mention: (mention.start, -mention.end),
    )
    kept: list[AgeMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def bare_ages(view: str, start: int, end: int) -> AgeMention | None:
    """The age, or the ages, that stand bare beside a child: ", 8,", " (15, autistic)", ", who were 4, 7 and 12"."""
    match = _BARE.match(view, start, end)
    if match is None:
        return None
    isos = exact_age(match["age"])
    isos = isos if len(isos) == 1 else listed_ages(match)
    if not all(isos):
        return None
    return AgeMention(tuple(Age(iso) for iso in isos if iso), *match.span("age"))


def spanning(ages: Sequence[Age]) -> Age:
    """The range from the youngest of several ages to the oldest."""
    ordered = sorted(ages, key=lambda age: age.months[0] or 0)
    return Age(f"{ordered[0].iso}/{ordered[-1].iso}")


def _readings(text: str, start: int, end: int) -> Iterator[AgeMention]:
    rules = _SEARCHED if _NUMBERED.search(text, start, end) else _UNNUMBERED
    for match, (read, printed) in rules.finditer(text, start, end):
        ages = tuple(Age(iso) for iso in read(match) if iso)
        if ages:
            yield AgeMention(ages, *match.span(printed))


def _searched(rules: Iterable[tuple[re.Pattern[str], Reader]]) -> Rules[tuple[Reader, str | int]]:
    return Rules((rule, (read, "printed" if "printed" in rule.groupindex else 0)) for rule, read in rules)


_SEARCHED = _searched(AGE_RULES)
_UNNUMBERED = _searched(  # a birthday may come with its ordinal alone
    (rule, read) for rule, read in AGE_RULES if spaced(NUMBER) not in rule.pattern or read is age_at_birthday
)
_NUMBERED = deferred(spaced(NUMBER), re.IGNORECASE)
_BARE = deferred(
    rf"(?:,? *\(|, +|,? +(?:who +)?(?:at +the +time +)?(?:was|were|is|are) +(?:only +|just +|then +)?"
    r"(?=[^.;]*(?:,|and|when|at +the|\.)))"
    rf"(?:aged +|then +|now +|just +(?:turned +)?"
    rf"|only +|both +|all +)?(?P<age>{spaced(LOOSE)}(?:, +{spaced(LOOSE)})*(?:,? +and +{spaced(LOOSE)})?)"
    r"(?= *(?:[,.;)]| by +the| respectively| when"
    r"| and +(?:living|lived|had|was|pregnant|in|used|could|spoke|attended)\b"
    r"| at +the +time| in +(?:19|20)))",
    re.IGNORECASE,
)

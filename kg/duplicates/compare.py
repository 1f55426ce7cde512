"""How sure it is that two records tell of one review, and why.

Each fact that both records state speaks for or against: its weight is the natural logarithm of how much likelier it is
to agree, or to differ, in two records of one review than in records of two. The weights are added to a prior and turned
into a confidence. What one of them does not state says nothing.

Source: Fellegi, I. and Sunter, A. (1969), A theory for record linkage, JASA 64(328), 1183-1210.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from math import exp

from kg.duplicates.told import Told, words

PRIOR = -5.0  # of two records that have anything in common, about one pair in 150 is one review
SUREST = 0.99  # what no comparison goes beyond: only a person is certain
_ENOUGH = 20  # shingles below which wording says little
_MONTH = 31  # days
_GENERIC = re.compile(r"(child|children|baby|babies|infant|family|young person|adult|sibling|siblings) \w{1,3}\b.*")
_OF_TITLES = frozenset(
    re.findall(
        r"\w+",
        "a an and the of for in on to with serious case child safeguarding practice review learning overview executive "
        "summary report full brief local extended concise thematic significant management",
    )
)  # words that say what kind of review or document it is


@dataclass(frozen=True, slots=True)
class Reason:
    """What a fact says about two records, in words, and how much: above 0 for one review, below 0 for two."""

    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """The reasons that two records are, or are not, of one review."""

    reasons: tuple[Reason, ...]

    @property
    def confidence(self) -> float:
        """From 0 to 0.99."""
        return min(SUREST, 1 / (1 + exp(-PRIOR - sum(reason.weight for reason in self.reasons))))

    @property
    def agree(self) -> str:
        """What speaks for one review, in words, the strongest first."""
        return _in_words(reason for reason in self.reasons if reason.weight > 0)

    @property
    def differ(self) -> str:
        """What speaks for two, in words, the strongest first."""
        return _in_words(reason for reason in self.reasons if reason.weight < 0)


def likeness(one: Told, other: Told) -> Likeness:
    """What every fact says about two records; the order of the two makes no difference to the confidence."""
    found = (fact(one, other) for fact in _FACTS)
    return Likeness(tuple(reason for reason in found if reason))


def is_generic(label: str) -> bool:
    """Whether a label is one that many reviews have, such as "Child A"."""
    return _GENERIC.fullmatch(label.casefold()) is not None


def _identifier(one: Told, other: Told) -> Reason | None:
    return _shared("catalogue number", one.identifiers, other.identifiers, 7, -2)


def _address(one: Told, other: Told) -> Reason | None:
    return _shared("linked address", one.addresses, other.addresses, 5, 0)


def _label(one: Told, other: Told) -> Reason | None:
    mine, others = _folded(one.labels), _folded(other.labels)
    rare = any(not is_generic(label) for label in mine & others)
    return _shared("label", mine, others, 3.5 if rare else 1, -2)


def _place(one: Told, other: Told) -> Reason | None:
    mine, others = _folded(one.places), _folded(other.places)
    if mine and others and not mine & others and any(_is_part(a, b) for a in mine for b in others):
        return Reason(f"one place is part of the other ({_listed(mine)}; {_listed(others)})", 1.5)
    return _shared("place", mine, others, 2, -5)


def _published(one: Told, other: Told) -> Reason | None:
    reason = _shared("year of publication", one.published, other.published, 1, -4)
    if reason and reason.weight < 0 and any(abs(int(a) - int(b)) == 1 for a in one.published for b in other.published):
        return None  # a report of December is listed in January
    return reason


def _happened(one: Told, other: Told) -> Reason | None:
    if one.happened is None or other.happened is None:
        return None
    if max(one.happened[0], other.happened[0]) > min(one.happened[1], other.happened[1]):
        return Reason(f"different dates of the incident ({_span(one.happened)}; {_span(other.happened)})", -5)
    exact = max(_days(one.happened), _days(other.happened)) <= _MONTH
    return Reason(f"same date of the incident ({_span(one.happened)})", 3 if exact else 1)


def _age(one: Told, other: Told) -> Reason | None:
    if not one.ages or not other.ages:
        return None
    if any(_meet(a, b) for a in one.ages for b in other.ages):
        return Reason("same age", 1.5)
    return Reason("different ages", -4)


def _sex(one: Told, other: Told) -> Reason | None:
    return _shared("sex", one.sexes, other.sexes, 0.5, -3)


def _outcome(one: Told, other: Told) -> Reason | None:
    return _shared("outcome", one.outcomes, other.outcomes, 0.5, -2)


def _harm(one: Told, other: Told) -> Reason | None:
    return _shared("harm", one.harms, other.harms, 0.7, -0.7)


def _title(one: Told, other: Told) -> Reason | None:
    mine, others = set(words(one.title)), set(words(other.title))
    if mine == others:
        return Reason("same title", 1)
    mine, others = mine - _OF_TITLES, others - _OF_TITLES
    alike = mine and len(mine & others) / len(mine | others) >= 0.5
    return Reason("like titles", 0.5) if alike else None


def _wording(one: Told, other: Told) -> Reason | None:
    """The share of the shorter record's runs of three words that the other has too."""
    fewest = min(len(one.shingles), len(other.shingles))
    if fewest < _ENOUGH:
        return None
    shared = len(one.shingles & other.shingles) / fewest
    for least, weight in ((0.6, 6.0), (0.25, 4.0), (0.08, 2.0)):
        if shared >= least:
            return Reason(f"same wording ({shared:.0%})", weight)
    return Reason("different wording", -1.5)


def _document(one: Told, other: Told) -> Reason | None:
    return Reason("told in one document", -2) if one.document == other.document else None


_FACTS: tuple[Callable[[Told, Told], Reason | None], ...] = (
    *(_identifier, _address, _title, _label, _place, _published),
    *(_happened, _age, _sex, _outcome, _harm, _wording, _document),
)


def _shared(name: str, mine: frozenset[str], others: frozenset[str], same: float, differ: float) -> Reason | None:
    if not mine or not others:
        return None
    if both := mine & others:
        return Reason(f"same {name} ({_listed(both)})", same)
    return Reason(f"different {name} ({_listed(mine)}; {_listed(others)})", differ)


def _folded(texts: frozenset[str]) -> frozenset[str]:
    return frozenset(" ".join(text.casefold().split()) for text in texts)


def _is_part(one: str, other: str) -> bool:
    mine, others = set(words(one)), set(words(other))
    return mine <= others or others <= mine


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two ages can be one: to the half month, or a twentieth of the age."""
    slack = max(0.5, min(one[1], other[1]) / 20)
    return max(one[0], other[0]) <= min(one[1], other[1]) + slack


def _days(span: tuple[str, str]) -> int:
    first, last = map(date.fromisoformat, span)
    return (last - first).days + 1


def _span(span: tuple[str, str]) -> str:
    return span[0] if span[0] == span[1] else f"{span[0]} to {span[1]}"


def _listed(texts: frozenset[str]) -> str:
    return ", ".join(sorted(texts))


def _in_words(reasons: Iterable[Reason]) -> str:
    return "; ".join(reason.words for reason in sorted(reasons, key=lambda reason: -abs(reason.weight)))

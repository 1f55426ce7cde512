"""How sure the figures are: 95% intervals by bootstrap over reviews.

Reviews are drawn, not single labels, because the labels of one review are right or wrong together.
Source: Efron, B., Tibshirani, R. (1993), An Introduction to the Bootstrap, chapter 13 (percentile interval).
"""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kg.answers import Answer
from kg.evaluation.figures import Evaluation
from kg.evaluation.measures import LABELS, WITHOUT_EITHER, Counts, Measured

DRAWS = 2000
SEED = 20230701  # any number does; with the same one the same figures come out
OUTSIDE = 0.025  # of the draws, on either side

Figure = Callable[[Counts], float]
_FIGURES: tuple[tuple[str, Figure], ...] = (
    ("precision", lambda counts: counts.precision),
    ("recall", lambda counts: counts.recall),
    ("F1", lambda counts: counts.f1),
)


class Interval(NamedTuple):
    """A figure, and the ends of its 95% interval."""

    value: float
    low: float
    high: float


def intervals(evaluation: Evaluation) -> Answer:
    """Each measure with its 95% interval and how many are counted: reviews, facts, or labels in the gold."""
    reviews = evaluation.measured
    draws = _draws(len(reviews))
    columns = ("measure", "figure", "value", "low", "high", "counted")
    return Answer(columns, tuple(row for part in (_shares, _labels) for row in part(reviews, draws)))


def interval(each: Sequence[Counts], figure: Figure, draws: Sequence[Sequence[int]]) -> Interval:
    """A figure of the sum of all reviews' counts, with the interval over `draws` (places of the reviews drawn)."""
    drawn = sorted(figure(_sum(each, places)) for places in draws)
    last = len(drawn) - 1
    low, high = drawn[round(OUTSIDE * last)], drawn[round((1 - OUTSIDE) * last)]
    return Interval(figure(_sum(each, range(len(each)))), low, high)


def _shares(reviews: Sequence[Measured], draws: Sequence[Sequence[int]]) -> Iterator[tuple[str | float | int, ...]]:
    """A share is a recall: what is right of what could be."""
    shares = {
        "reviews found": [_of(int(review.is_found), 1) for review in reviews],
        "facts": [_of(sum(right for _, right in review.facts), len(review.facts)) for review in reviews],
        "item lists right": [_of(int(review.lists_right), 1) for review in reviews],
    }
    for name, each in shares.items():
        found = interval(each, lambda counts: counts.recall, draws)
        yield (name, "share", *_rounded(found), sum(counts.gold for counts in each))


def _labels(reviews: Sequence[Measured], draws: Sequence[Sequence[int]]) -> Iterator[tuple[str | float | int, ...]]:
    for name in (*LABELS, WITHOUT_EITHER):
        each = [dict(review.labels)[name] for review in reviews]
        counted = sum(counts.gold for counts in each)
        if counted:
            for figure, of in _FIGURES:
                yield (name, figure, *_rounded(interval(each, of, draws)), counted)


def _draws(reviews: int) -> list[list[int]]:
    drawn = random.Random(SEED)  # noqa: S311 - figures that come out again, not secrets
    return [drawn.choices(range(reviews), k=reviews) for _ in range(DRAWS)]


def _sum(each: Sequence[Counts], places: Sequence[int]) -> Counts:
    chosen = [each[place] for place in places]
    return Counts(sum(c.right for c in chosen), sum(c.wrong for c in chosen), sum(c.missed for c in chosen))


def _of(part: int, whole: int) -> Counts:
    return Counts(right=part, missed=whole - part)


def _rounded(found: Interval) -> tuple[float, ...]:
    return tuple(round(value, 3) for value in found)

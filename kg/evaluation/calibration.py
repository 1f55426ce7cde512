"""What a confidence means: how often themes read with about that confidence are right, on labelled documents.

Themes that only one of two readers gave are left out.
Intervals of shares: Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209-212.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import floor, sqrt

from kg.evaluation import comparison
from kg.evaluation.comparison import Pair
from kg.evaluation.figures import Evaluation
from kg.evaluation.gold import Labels
from kg.evaluation.intervals import Interval
from kg.to_json import Json

FOLDS = 5
BANDS = 10  # of confidence, from 0 to 1
Z_95 = 1.96  # of the normal distribution, for 95%


@dataclass(frozen=True, slots=True)
class Case:
    """One theme read, and whether the gold has it."""

    document: str
    place: str  # item, or review (summary and keywords)
    confidence: float
    is_right: bool

    @property
    def band(self) -> int:
        """Which tenth of the confidences it belongs to, from 0."""
        return min(BANDS - 1, floor(self.confidence * BANDS))


@dataclass(frozen=True, slots=True)
class Calibrated:
    """How often themes of one band of confidence were right."""

    place: str
    confidence: float  # the mean of the band's
    cases: int
    right: int
    share: Interval
    left_out: tuple[float, float]  # the lowest and highest share when a fifth of the documents is left out


def cases(evaluation: Evaluation) -> tuple[Case, ...]:
    """Every theme that was read in a labelled item or review, suggestions too."""
    return tuple(case for pair in evaluation.pairs for case in (*_of_items(pair), *_of_review(pair)))


def calibrated(known: Sequence[Case]) -> tuple[Calibrated, ...]:
    """How often themes were right, by place, then from the surest band to the least sure."""
    groups: defaultdict[tuple[str, int], list[Case]] = defaultdict(list)
    for case in known:
        groups[case.place, -case.band].append(case)
    return tuple(_calibrated(group) for _, group in sorted(groups.items()))


def fold(document: str, documents: Sequence[str]) -> int:
    """Which fifth of the documents one belongs to, by its place in sorted order."""
    return sorted(documents).index(document) % FOLDS


def cross_validated(known: Sequence[Case]) -> tuple[float, float, float]:
    """Mean squared error (Brier) of three predictions: confidences as shipped, shares of the other folds, one share.

    The second says what could be had by tuning confidences to such documents, the third what a confidence that is the
    same for every match would do.
    """
    documents = sorted({case.document for case in known})
    by_fold = [[case for case in known if fold(case.document, documents) == n] for n in range(FOLDS)]
    overall = _share(known)
    tuned = 0.0
    for n, left_out in enumerate(by_fold):
        shares = _shares([case for m, others in enumerate(by_fold) if m != n for case in others])
        tuned += sum((shares.get((case.place, case.band), overall) - case.is_right) ** 2 for case in left_out)
    return _error(known, lambda case: case.confidence), tuned / len(known), _error(known, lambda _: overall)


def mean_gap(known: Sequence[Case]) -> float:
    """By how much confidences are off on average: the mean distance of a band's to the share observed, by its cases."""
    bands: defaultdict[int, list[Case]] = defaultdict(list)
    for case in known:
        bands[case.band].append(case)
    return sum(abs(sum(case.confidence - case.is_right for case in band)) for band in bands.values()) / len(known)


def wilson(right: int, cases_: int) -> Interval:
    """The share right with its 95% interval."""
    if not cases_:
        return Interval(0.0, 0.0, 1.0)
    share, squared = right / cases_, Z_95**2
    middle = (share + squared / (2 * cases_)) / (1 + squared / cases_)
    half = Z_95 * sqrt(share * (1 - share) / cases_ + squared / (4 * cases_**2)) / (1 + squared / cases_)
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half))


def _of_items(pair: Pair) -> Iterator[Case]:
    for item in comparison.items(pair):
        if item.read is not None and item.gold.themes is not None:
            yield from _cases(pair, "item", item.read, item.gold.themes, item.gold.themes_either)


def _of_review(pair: Pair) -> Iterator[Case]:
    if pair.read is not None and pair.gold.themes is not None:
        yield from _cases(pair, "review", pair.read, pair.gold.themes, pair.gold.themes_either)


def _cases(pair: Pair, place: str, read: Json, gold: Labels, either: Labels) -> Iterator[Case]:
    for entry in (*(read.get("themes") or ()), *(read.get("suggested_themes") or ())):
        if entry["theme"] in gold or entry["theme"] not in either:
            yield Case(pair.document, place, entry["confidence"], entry["theme"] in gold)


def _calibrated(group: Sequence[Case]) -> Calibrated:
    one, documents = group[0], sorted({case.document for case in group})
    right = sum(case.is_right for case in group)
    parts = [[case for case in group if fold(case.document, documents) != n] for n in range(FOLDS)]
    shares = [_share(part) for part in parts if part]
    left_out = (min(shares, default=0.0), max(shares, default=1.0))
    confidence = sum(case.confidence for case in group) / len(group)
    return Calibrated(one.place, confidence, len(group), right, wilson(right, len(group)), left_out)


def _shares(known: Sequence[Case]) -> dict[tuple[str, int], float]:
    groups: defaultdict[tuple[str, int], list[Case]] = defaultdict(list)
    for case in known:
        groups[case.place, case.band].append(case)
    return {key: _share(group) for key, group in groups.items()}


def _share(known: Iterable[Case]) -> float:
    right = [case.is_right for case in known]
    return sum(right) / len(right) if right else 0.0


def _error(known: Sequence[Case], predicted: Callable[[Case], float]) -> float:
    return sum((predicted(case) - case.is_right) ** 2 for case in known) / len(known)

"""How far two people agree who coded the same items: Cohen's kappa and Krippendorff's alpha, theme by theme.

A unit is an item that both coded, and for each theme it is a yes or a no. Intervals are percentiles of a bootstrap over
items with a fixed seed. Kappa and alpha are low where a theme is rare, however well people agree: read them with the
counts beside them.

Sources: Cohen (1960), Educational and Psychological Measurement 20(1), 37-46; Krippendorff (2019), Content Analysis,
4th edition, chapter 12.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.answers import Answer, MissingLibraryError, Value
from kg.curation.codings import codings
from kg.curation.table import WorksheetError

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

ALL = "all themes"
RESAMPLES = 1000
_SEED = 1960
_PLACES = 3
_COLUMNS = (
    "theme", "items", "both", "only_first", "only_second", "neither", "agreement",
    "kappa", "kappa_low", "kappa_high", "alpha", "alpha_low", "alpha_high",
)  # fmt: skip


class Counts(NamedTuple):
    """How many items both, only one and neither of two people gave a theme."""

    both: int
    only_first: int
    only_second: int
    neither: int


def agreement(first: Path, second: Path) -> Answer:
    """A row for all themes together and one for each theme that either named, with 95% intervals.

    Raises: WorksheetError, if a worksheet is wrong or no item was coded by both; MissingLibraryError.
    """
    one, other = codings(first), codings(second)
    items = sorted(one.keys() & other.keys())
    if not items:
        raise WorksheetError(f"{first} and {second} have no item that both coded: give worksheets of one export.")
    return table([one[item] for item in items], [other[item] for item in items])


def table(one: Sequence[Mapping[str, bool | None]], other: Sequence[Mapping[str, bool | None]]) -> Answer:
    """The agreement of two people's codings of the same items, in the same order."""
    named = sorted({theme for coded in (*one, *other) for theme, given in coded.items() if given})
    cells = [[_cell(mine, theirs, theme) for theme in named] for mine, theirs in zip(one, other, strict=True)]
    samples = _resampled(cells)
    rows = [_row(ALL, [cell for row in cells for cell in row], samples.sum(axis=1) if named else None)]
    for index, theme in enumerate(named):
        rows.append(_row(theme, [row[index] for row in cells], samples[:, index]))
    return Answer(_COLUMNS, tuple(rows))


def cohens_kappa(counts: Counts) -> float | None:
    """Agreement beyond what two people's shares of yes and no give by chance; `None` where chance explains all."""
    total = sum(counts)
    if not total:
        return None
    first, second = counts.both + counts.only_first, counts.both + counts.only_second
    chance = (first * second + (total - first) * (total - second)) / total**2
    observed = (counts.both + counts.neither) / total
    return None if chance == 1 else (observed - chance) / (1 - chance)


@cache
def krippendorffs_alpha(counts: Counts) -> float | None:
    """Krippendorff's alpha for nominal data; `None` where every answer is the same.

    Raises: MissingLibraryError, if krippendorff is not installed.
    """
    try:
        from krippendorff import alpha
    except ModuleNotFoundError as error:
        raise MissingLibraryError("krippendorff", "agreement") from error
    if counts.both == sum(counts) or counts.neither == sum(counts):
        return None
    answers = [(0, 2)] * counts.both + [(1, 1)] * (counts.only_first + counts.only_second) + [(2, 0)] * counts.neither
    return float(alpha(value_counts=answers, level_of_measurement="nominal"))


def _cell(mine: Mapping[str, bool | None], theirs: Mapping[str, bool | None], theme: str) -> int | None:
    """Which of the four counts an item adds to; `None` where one of the two left the theme undecided."""
    first, second = mine.get(theme, False), theirs.get(theme, False)
    return None if first is None or second is None else 2 * (not first) + (not second)


def _resampled(cells: Sequence[Sequence[int | None]]) -> "NDArray[int64]":
    """The counts of each theme in each resample of the items."""
    import numpy

    weights = numpy.random.default_rng(_SEED).multinomial(len(cells), [1 / len(cells)] * len(cells), size=RESAMPLES)
    themes = len(cells[0])
    found = numpy.zeros((len(cells), themes, 4), dtype=int)
    for item, row in enumerate(cells):
        for theme, cell in enumerate(row):
            if cell is not None:
                found[item, theme, cell] = 1
    return (weights @ found.reshape(len(cells), themes * 4)).reshape(RESAMPLES, themes, 4)


def _row(theme: str, cells: Iterable[int | None], samples: "NDArray[int64] | None") -> tuple[Value, ...]:
    told = [cell for cell in cells if cell is not None]
    counts = Counts(*(told.count(cell) for cell in range(4)))
    same = round((counts.both + counts.neither) / len(told), _PLACES) if told else None
    drawn = [] if samples is None else [Counts(*map(int, each)) for each in samples]
    return (
        theme,
        len(told),
        *counts,
        same,
        *_measured(cohens_kappa, counts, drawn),
        *_measured(krippendorffs_alpha, counts, drawn),
    )


def _measured(measure: Callable[[Counts], float | None], counts: Counts, drawn: Sequence[Counts]) -> tuple[Value, ...]:
    """The measure with the ends of its interval; no interval where most resamples have no value."""
    from numpy import percentile

    value = measure(counts)
    found = [each for each in map(measure, drawn) if each is not None]
    if value is None or len(found) < len(drawn) / 2 or not found:
        return (None if value is None else round(value, _PLACES), None, None)
    low, high = percentile(found, (2.5, 97.5))
    return round(value, _PLACES), round(float(low), _PLACES), round(float(high), _PLACES)

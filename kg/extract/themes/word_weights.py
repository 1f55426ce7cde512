"""How much the words of an item speak for each theme, by weights learned from labelled sentences.

The table, `ontology/weights/themes.tsv`, is written by `python -m scripts.theme_weights`; its lines are sorted, and its
numbers are whole, so that the same words weigh the same on every machine. Why: docs/decisions/220-learned-weights.md
and docs/decisions/300-weights-by-margin-and-many-of-them.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg import paths
from kg.extract.themes.features import Feature
from kg.extract.themes.ragged import Numbers, Ragged, of_lengths, ragged

SQUARES = 100  # a feature's square is written times this
WEIGHTS = 10  # and a weight times this

Weighed = Mapping[Feature, tuple[int, Mapping[int, int]]]  # a feature's square, and by theme's number what it says


@dataclass(frozen=True)
class Table:
    """The learned weights."""

    themes: tuple[str, ...]
    confidence: Mapping[str, float]  # what each kind of match adds, by its name
    features: tuple[Feature, ...]
    squares: Numbers  # of each feature, for the length of an item
    weighed: Ragged  # by feature, the numbers of the themes of which it says something
    weights: Numbers  # what it says of each of them

    @classmethod
    def of(cls, themes: Sequence[str], confidence: Mapping[str, float], weighed: Weighed) -> "Table":
        """A table of weights that are given feature by feature."""
        features = sorted(weighed)
        rows = ragged([(weighed[each][0], *chain.from_iterable(weighed[each][1].items())) for each in features])
        return cls(tuple(themes), confidence, tuple(features), *_parted(rows))


@cache
def table() -> Table:
    """The weights that ship with the theme scheme."""
    return read(paths.ontology() / "weights" / "themes.tsv")


def read(path: Path) -> Table:
    """The weights in a file."""
    themes: list[str] = []
    confidence: dict[str, float] = {}
    features: list[Feature] = []
    rows: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, name, *values = line.split("\t", 2)
        if kind == "words":
            features.append(name)
            rows += values
        elif kind == "match":
            confidence[name] = float(values[0])
        else:
            themes.append(name)
    # All numbers at once: one by one they would take as long as all the rest of getting ready to extract.
    numbers = np.fromstring("\t".join(rows), dtype=np.int64, sep="\t")
    lengths = np.fromiter((1 + row.count("\t") for row in rows), np.int64, len(rows))
    return Table(tuple(themes), confidence, tuple(features), *_parted(of_lengths(lengths, numbers)))


def probability(sums_of_weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probabilities that sums of weights stand for."""
    return 1 / (1 + np.exp(-sums_of_weights))


def lines(weights: Table) -> Iterator[str]:
    """A table as lines of its file."""
    yield from (f"theme\t{theme}" for theme in weights.themes)
    yield from (f"match\t{name}\t{value:.4f}" for name, value in weights.confidence.items())
    themes, said = weights.weighed.values.tolist(), weights.weights.tolist()
    spans = zip(weights.weighed.starts.tolist(), weights.weighed.lengths.tolist(), strict=True)
    for feature, square, (start, length) in zip(weights.features, weights.squares.tolist(), spans, strict=True):
        pairs = zip(themes[start : start + length], said[start : start + length], strict=True)
        yield "\t".join(("words", feature, str(square), *map(str, chain.from_iterable(pairs))))


def _parted(rows: Ragged) -> tuple[Numbers, Ragged, Numbers]:
    """Rows of numbers as squares, themes by feature, and what is said of each."""
    is_pair = np.ones(len(rows.values), dtype=bool)
    is_pair[rows.starts] = False
    themes, weights = rows.values[is_pair].reshape(-1, 2).T.copy()
    return rows.values.take(rows.starts), of_lengths((rows.lengths - 1) // 2, themes), weights

"""How much the words of an item speak for each theme, by weights learned from labelled sentences.

The table, `ontology/weights/themes.tsv`, is written by `python -m scripts.theme_weights`; its lines are sorted, and its
numbers are whole, so that the same words weigh the same on every machine. Why: docs/decisions/220-learned-weights.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg import paths
from kg.extract.features import Feature

SQUARES = 100  # a feature's square is written times this
WEIGHTS = 1_000  # and a weight times this


class Weighed(NamedTuple):
    """What a feature weighs: its square, for the length of an item, and by theme's number what it says."""

    square: int
    by_theme: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Table:
    """The learned weights."""

    themes: tuple[str, ...]
    confidence: Mapping[str, float]  # what each kind of match adds, by its name
    features: Mapping[Feature, Weighed]


@cache
def table() -> Table:
    """The weights that ship with the theme scheme."""
    return read(paths.ontology() / "weights" / "themes.tsv")


def read(path: Path) -> Table:
    """The weights in a file."""
    themes: list[str] = []
    confidence: dict[str, float] = {}
    weights: dict[Feature, Weighed] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            kind, name, *values = line.rstrip("\n").split("\t")
            if kind == "theme":
                themes.append(name)
            elif kind == "match":
                confidence[name] = float(values[0])
            elif kind == "words":
                numbers = list(map(int, values))
                weights[name] = Weighed(numbers[0], tuple(zip(numbers[1::2], numbers[2::2], strict=True)))
    return Table(tuple(themes), confidence, weights)


def probability(sums_of_weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probabilities that sums of weights stand for."""
    return 1 / (1 + np.exp(-sums_of_weights))


def lines(weights: Table) -> Iterable[str]:
    """A table as lines of its file."""
    yield from (f"theme\t{theme}" for theme in weights.themes)
    yield from (f"match\t{name}\t{value:.4f}" for name, value in weights.confidence.items())
    for feature, (square, by_theme) in sorted(weights.features.items()):
        yield "\t".join(("words", feature, str(square), *(str(number) for pair in by_theme for number in pair)))

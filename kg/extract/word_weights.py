"""How much the words of an item speak for each theme, by weights learned from labelled sentences.

The table, `ontology/weights/themes.tsv`, is written by `python -m scripts.theme_weights`; its lines are sorted, and its
numbers are whole, so that the same words weigh the same on every machine. Why: docs/decisions/220-learned-weights.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from kg import paths
from kg.extract.features import Feature, features

SQUARES = 100  # a feature's square is written times this
WEIGHTS = 1_000  # and a weight times this
_UNHEARD = 15_000  # squares, about those of two words: so one word alone, in a short item, is not taken for certain


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

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each theme."""
        return {theme: number for number, theme in enumerate(self.themes)}


class Heard(NamedTuple):
    """What the known features of one item say together."""

    known: tuple[tuple[Feature, int, int, Weighed], ...]  # each with the places of its words
    length: float
    sums: Sequence[int]  # by theme's number

    def says(self, theme: int) -> float:
        """How much the item's words speak for a theme; 0 if they say nothing of it."""
        return self.sums[theme] / self.length


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


def heard(lemmas: Sequence[str], table: Table) -> Heard:
    """What the features of an item, each counted once, say of all themes."""
    known: dict[Feature, tuple[Feature, int, int, Weighed]] = {}
    sums = [0] * len(table.themes)
    square, weights = 0, table.features
    for feature, first, last in features(lemmas):  # here the time goes, hence plain loops
        if feature in weights and feature not in known:
            weighed = weights[feature]
            known[feature] = feature, first, last, weighed
            square += weighed.square
            for theme, weight in weighed.by_theme:
                sums[theme] += weight
    return Heard(tuple(known.values()), sqrt((square + _UNHEARD) / SQUARES) * WEIGHTS, sums)


def loudest(said: Heard, theme: int, words: int) -> tuple[int, int, str]:
    """From which word to before which an item of so many words says most of a theme for its length, and the feature."""
    parts = list(_parts(said, theme))
    best = max(parts, key=lambda part: (part[3], part[0]))
    by_word = [0.0] * words
    for _, first, last, weight in parts:
        by_word[first] += weight / 2
        by_word[last] += weight / 2
    start, end = _densest(by_word)
    return min(start, best[1]), max(end, best[2] + 1), best[0]


def probability(sum_of_weights: float) -> float:
    """The probability that a sum of weights stands for."""
    return 1 / (1 + exp(-sum_of_weights))


def _parts(said: Heard, theme: int) -> Iterator[tuple[Feature, int, int, int]]:
    """Each feature that speaks for a theme."""
    for feature, first, last, weighed in said.known:
        weight = dict(weighed.by_theme).get(theme, 0)
        if weight > 0:
            yield feature, first, last, weight


def _densest(values: Sequence[float]) -> tuple[int, int]:
    """The stretch whose sum is furthest above what stretches of its length have on average."""
    mean = sum(values) / len(values)
    best, start, found, so_far = 0.0, 0, (0, len(values)), 0.0
    for place, value in enumerate(values):
        if so_far <= 0:
            so_far, start = 0.0, place
        so_far += value - mean
        if so_far > best:
            best, found = so_far, (start, place + 1)
    return found


def lines(weights: Table) -> Iterable[str]:
    """A table as lines of its file."""
    yield from (f"theme\t{theme}" for theme in weights.themes)
    yield from (f"match\t{name}\t{value:.4f}" for name, value in weights.confidence.items())
    for feature, (square, by_theme) in sorted(weights.features.items()):
        yield "\t".join(("words", feature, str(square), *(str(number) for pair in by_theme for number in pair)))

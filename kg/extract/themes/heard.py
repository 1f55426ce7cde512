"""What the words of some items say of each theme, by learned weights.

The weights of all features that stand in the items are added up at once, item by item and theme by theme. Most features
weigh for a few themes only, so only the weights that there are are laid out.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.extract.themes.features import Feature
from kg.extract.themes.ragged import Numbers, in_order, up_to
from kg.extract.themes.standing import Features, Standing
from kg.extract.themes.word_weights import SQUARES, WEIGHTS, Table
from kg.extract.themes.written import Written

UNHEARD = 15_000  # squares, about those of two words: so one word alone, in a short item, is not taken for certain

Reals = NDArray[np.float64]


class Lexicon:
    """The features of a table by their words, and their weights."""

    def __init__(self, table: Table) -> None:
        self.features = table.features
        self.themes = table.themes
        self.numbers = {theme: number for number, theme in enumerate(table.themes)}
        self.by_words = Features(self.features)
        self.squares = table.squares
        self.weighed = table.weighed
        self.weights = table.weights.astype(float)


class Heard(NamedTuple):
    """What the known features of some items say together."""

    lexicon: Lexicon
    standing: Standing
    length: Reals  # by item
    sums: Reals  # by item and theme's number
    until: Numbers  # of each row of `standing`, before which of the weights that were added its own end
    cells: Numbers  # in `sums`, as one row, of each of them
    weights: Reals

    def says(self, items: Numbers, themes: Numbers) -> Reals:
        """How much the words of items speak for a theme each; 0 if they say nothing of it."""
        return self.sums[items, themes] / self.length[items]


def heard(said: Written, lexicon: Lexicon) -> Heard:
    """What the features of some items, each counted once an item, say of all themes."""
    standing, shape = lexicon.by_words.standing(said), (said.size, len(lexicon.themes))
    lengths = lexicon.weighed.lengths.take(standing.features)
    until = lengths.cumsum()
    shifts = lexicon.weighed.starts.take(standing.features) + lengths - until
    places = shifts.repeat(lengths)
    places += up_to(len(places))
    cells = lexicon.weighed.values.take(places) + (standing.items * shape[1]).repeat(lengths)
    weights = lexicon.weights.take(places)
    sums = np.bincount(cells, weights, shape[0] * shape[1]).astype(float, copy=False)  # of whole numbers, so exact
    squares = np.bincount(standing.items, lexicon.squares.take(standing.features), said.size)
    length = np.sqrt((squares + UNHEARD) / SQUARES) * WEIGHTS
    return Heard(lexicon, standing, length, sums.reshape(shape), until, cells, weights)


def loudest(said: Written, what: Heard, items: Numbers, themes: Numbers) -> Iterator[tuple[int, int, Feature]]:
    """Of each item and theme: from which word to before which it says most for its length, and the loudest feature."""
    asked = items * len(what.lexicon.themes) + themes
    is_asked = np.zeros(what.sums.size, dtype=bool)
    is_asked[asked] = True
    speaking = (is_asked.take(what.cells) & (what.weights > 0)).nonzero()[0]
    speaking = speaking[in_order(what.cells.take(speaking))]
    cells, rows = what.cells.take(speaking), what.until.searchsorted(speaking, "right")
    columns = what.standing.features, what.standing.first, what.standing.last
    said_by = (what.weights.take(speaking), *(column.take(rows) for column in columns))
    spoken = list(zip(*(column.tolist() for column in said_by), strict=True))
    starts, bounds = said.starts.tolist(), (cells.searchsorted(asked, side).tolist() for side in ("left", "right"))
    for item, begin, end in zip(items.tolist(), *bounds, strict=True):
        first, last, number = _loudest(spoken[begin:end], starts[item], starts[item + 1])
        yield first, last, what.lexicon.features[number]


def _loudest(words: Sequence[tuple[float, int, int, int]], start: int, end: int) -> tuple[int, int, int]:
    by_word = [0.0] * (end - start)
    for weight, _, first, last in words:
        by_word[first - start] += weight / 2
        by_word[last - start] += weight / 2
    _, feature, first, last = max(words)
    dense, until = _densest(by_word)
    return min(start + dense, first), max(start + until, last + 1), feature


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

"""What the words of an item say of each theme, by learned weights.

A table's features are laid out by their words, so that a word of an item finds its own feature, those with the word
after it and those with a word near it by looking up words alone; and their weights as one matrix, of whose rows the sum
is taken. This runs on every item, hence plain tuples, and one loop.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.extract.features import BETWEEN, NEAR, PASSED_OVER, Feature, is_content
from kg.extract.word_weights import SQUARES, WEIGHTS, Table

UNHEARD = 15_000  # squares, about those of two words: so one word alone, in a short item, is not taken for certain

_NO_FEATURE = -1
_REMEMBERED = 200_000  # words: far above any vocabulary of reviews, and a bound all the same

# Of a word: the number of its own feature, those with each word after it, those with each word near it, and whether it
# is a content word that has no feature.
_Word = tuple[int, dict[str, int], dict[str, int], bool]
_Places = tuple[int, int]  # of the first and the last word of a feature


class Standing(NamedTuple):
    """The features that stand in an item, by number, each where it first does, and where words stand that have none."""

    features: dict[int, _Places]
    strange: list[int]


class Lexicon:
    """The features of a table by their words, and their weights: a row a feature, a column a theme."""

    def __init__(self, table: Table) -> None:
        self.features: tuple[Feature, ...] = tuple(table.features)
        self.themes = table.themes
        self.numbers = {theme: number for number, theme in enumerate(table.themes)}
        self._words = _Words(self.features)
        self._table = table

    def standing(self, lemmas: Sequence[str]) -> Standing:
        """The known features of an item's words, as `kg.extract.features` defines them."""
        kept = [(place, word) for place, word in enumerate(lemmas) if word not in PASSED_OVER]
        words, last = self._words, len(kept) - 1
        found: dict[int, _Places] = {}
        strange: list[int] = []
        for number, (place, word) in enumerate(kept):
            own, after, near, is_strange = words[word]
            if is_strange:
                strange.append(place)
            elif own >= 0 and own not in found:
                found[own] = place, place
            if near:
                for other_place, other in kept[number + 1 : number + 1 + NEAR]:
                    if other in near and (pair := near[other]) not in found:
                        found[pair] = place, other_place
            if after and number < last and (following := kept[number + 1])[1] in after:
                pair = after[following[1]]
                if pair not in found:
                    found[pair] = place, following[0]
        return Standing(found, strange)

    @cached_property
    def weights(self) -> NDArray[np.int32]:
        """What each feature says of each theme, and as the last column its square."""
        table = self._table
        found = np.zeros((len(table.features), len(table.themes) + 1), dtype=np.int32)
        for row, weighed in zip(found, table.features.values(), strict=True):
            row[-1] = weighed.square
            for theme, weight in weighed.by_theme:
                row[theme] = weight
        return found


class Heard(NamedTuple):
    """What the known features of one item say together."""

    lexicon: Lexicon
    standing: Standing
    length: float
    sums: NDArray[np.int64]  # by theme's number

    def says(self, theme: int) -> float:
        """How much the item's words speak for a theme; 0 if they say nothing of it."""
        return float(self.sums[theme]) / self.length


def heard(lemmas: Sequence[str], lexicon: Lexicon) -> Heard:
    """What the features of an item, each counted once, say of all themes."""
    standing = lexicon.standing(lemmas)
    sums = np.add.reduce(lexicon.weights.take(list(standing.features), 0), axis=0, dtype=np.int64)
    return Heard(lexicon, standing, sqrt((int(sums[-1]) + UNHEARD) / SQUARES) * WEIGHTS, sums[:-1])


def loudest(said: Heard, theme: int, words: int) -> tuple[int, int, Feature]:
    """From which word to before which an item of so many words says most of a theme for its length, and the feature."""
    standing, lexicon = said.standing.features, said.lexicon
    weights = lexicon.weights[list(standing), theme].tolist()
    most = max(weights)
    by_word = [0.0] * words
    best: tuple[Feature, int, int] = "", 0, 0
    for (feature, (first, last)), weight in zip(standing.items(), weights, strict=True):
        if weight > 0:
            by_word[first] += weight / 2
            by_word[last] += weight / 2
            if weight == most:
                best = max(best, (lexicon.features[feature], first, last))
    start, end = _densest(by_word)
    return min(start, best[1]), max(end, best[2] + 1), best[0]


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


class _Words(dict[str, _Word]):
    """What each word is to some features."""

    def __init__(self, features: Iterable[Feature]) -> None:
        super().__init__()
        own: dict[str, int] = {}
        after: dict[str, dict[str, int]] = {}
        near: dict[str, dict[str, int]] = {}
        for number, feature in enumerate(features):
            if BETWEEN in feature:
                one, other = feature.split(BETWEEN)
                near.setdefault(one, {})[other] = near.setdefault(other, {})[one] = number
            elif " " in feature:
                one, other = feature.split(" ")
                after.setdefault(one, {})[other] = number
            else:
                own[feature] = number
        self._own, self._after, self._near = own, after, near

    def __missing__(self, word: str) -> _Word:
        if len(self) >= _REMEMBERED:
            self.clear()
        own = self._own.get(word, _NO_FEATURE)
        is_strange = own < 0 and word.isalpha() and is_content(word)
        found = self[word] = own, self._after.get(word, {}), self._near.get(word, {}), is_strange
        return found

"""Which features of a table of weights stand in some items, and where: all are looked up at once, as numbers."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.extract.text.lemmas import lemma
from kg.extract.themes.features import BETWEEN, NEAR, PASSED_OVER, Feature, is_content
from kg.extract.themes.number_pairs import UNKNOWN, Pairs
from kg.extract.themes.ragged import Numbers, begins, columns, in_order, numbered, runs_until, so_many_before, spread
from kg.extract.themes.written import WordNumbers, Written

# The numbers of words that are in no feature: articles and marks, content words, and all others.
_PASSED_OVER, _STRANGE, _SILENT, _IN_FEATURES = range(4)  # from the last on stand words that are


_OF_NEAR = len(f"a{BETWEEN}b".split())  # how many parts a near pair has, as the table writes it


class Standing(NamedTuple):
    """Features that stand in some items, each once an item, where it first does."""

    items: Numbers
    features: Numbers
    first: Numbers  # the places of the feature's first and last word
    last: Numbers
    is_strange: NDArray[np.bool_]  # by word of the items: whether it is a content word that by itself is no feature


class Features:
    """Features, numbered in their order, by the words that they are of."""

    def __init__(self, features: Sequence[Feature]) -> None:
        self._count = len(features)
        split = [feature.split() for feature in features]
        of_words = np.fromiter(map(len, split), np.int64, len(split))
        ends = [(words[0], words[-1]) for words in split]
        self._known = numbered(chain.from_iterable(ends), _IN_FEATURES)
        self._words = WordNumbers(self._number)
        ones, others = columns([(self._known[one], self._known[other]) for one, other in ends])
        alone, after, near = ((of_words == count).nonzero()[0] for count in (1, 2, _OF_NEAR))
        self._own = np.full(_IN_FEATURES + len(self._known), UNKNOWN)
        self._own[ones[alone]] = alone
        self._after = _Reaching(ones[after], others[after], after, 1, len(self._own))
        turned = near[ones[near] != others[near]]
        one, other = np.append(ones[near], others[turned]), np.append(others[near], ones[turned])
        self._near = _Reaching(one, other, np.append(near, turned), NEAR, len(self._own))
        self._is_strange = self._own == UNKNOWN
        self._is_strange[_IN_FEATURES:] &= [_says_something(word) for word in self._known]
        self._is_strange[[_PASSED_OVER, _SILENT]] = False

    def standing(self, said: Written) -> Standing:
        """The features in the words of some items, as `kg.extract.themes.features` defines them."""
        numbers = said.numbers(self._words)
        kept = (numbers != _PASSED_OVER).nonzero()[0]
        words, items = numbers[kept], said.items[kept]
        own = self._own.take(words)
        alone = (own != UNKNOWN).nonzero()[0]
        until = runs_until(items)
        found = ((own[alone], alone, alone), self._after.find(words, until), self._near.find(words, until))
        features, first, last = map(np.concatenate, zip(*found, strict=True))
        ids = items.take(first) * self._count + features
        order = in_order(ids)
        once = order[begins(ids.take(order))]
        first, last = first.take(once), last.take(once)
        return Standing(
            items.take(first), features.take(once), kept.take(first), kept.take(last), self._is_strange.take(numbers)
        )

    def _number(self, word: str) -> int:
        word = lemma(word)
        if word in PASSED_OVER:
            return _PASSED_OVER
        return self._known.get(word, _STRANGE if _says_something(word) else _SILENT)


class _Reaching:
    """Features of two words, of which the second stands at most so many words after the first."""

    def __init__(self, ones: Numbers, others: Numbers, features: Numbers, reach: int, words: int) -> None:
        self._pairs, self._features, self._reach = Pairs(ones, others), features, reach
        self._is_one, self._is_other = np.zeros(words, dtype=bool), np.zeros(words, dtype=bool)
        self._is_one[ones] = True
        self._is_other[others] = True

    def find(self, words: Numbers, until: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """The features of two words of an item, which ends before `until`, and the places of both, by the first."""
        is_other = self._is_other.take(words)
        ones, others = self._is_one.take(words).nonzero()[0], is_other.nonzero()[0]
        before = so_many_before(is_other)
        starts = before.take(ones + 1)
        end = np.minimum(ones + self._reach + 1, until.take(ones))
        rows, which = spread(starts, before.take(end) - starts)
        ones, others = ones.take(rows), others.take(which)
        known, pairs = self._pairs.find(words.take(ones), words.take(others))
        return self._features.take(pairs), ones.take(known), others.take(known)


def _says_something(word: str) -> bool:
    return word.isalpha() and is_content(word)

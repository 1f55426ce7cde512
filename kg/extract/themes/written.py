"""The words of several items in one row, and what number each word has in a table."""

from collections.abc import Callable, Sequence
from functools import cache
from threading import Lock
from typing import NamedTuple

import numpy as np

from kg.extract.text.lemmas import pieces
from kg.extract.themes.ragged import Numbers, up_to

_REMEMBERED = 200_000  # words: far above any vocabulary of reviews, and a bound all the same
_BETWEEN = "\n"  # two items: it ends a word, as the end of a text does


class Vocabulary(dict[str, int]):
    """The words met so far, numbered as they come: a word is looked up once, and all tables are asked by its number."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.adding = Lock()

    def __missing__(self, word: str) -> int:
        with self.adding:
            if word not in self:
                self.words.append(word)
                self[word] = len(self.words) - 1
        return self[word]


class Written(NamedTuple):
    """The words and marks of some items as written, one item after the other."""

    vocabulary: Vocabulary
    words: Numbers  # by number in the vocabulary
    items: Numbers  # of which item each word is, from 0 on
    starts: Numbers  # where each item begins, and last where all end
    begin: Numbers  # from which character of its item each word stands
    end: Numbers  # to before which

    @property
    def size(self) -> int:
        """How many items there are."""
        return len(self.starts) - 1

    def numbers(self, table: "WordNumbers") -> Numbers:
        """The number of each word in a table."""
        return table.of(self.vocabulary).take(self.words)


def written(texts: Sequence[str]) -> Written:
    """Some items, each given as its text."""
    parted = pieces(_BETWEEN.join(texts))
    known = _vocabulary()
    words = np.fromiter(map(known.__getitem__, parted[1::2]), np.int64, len(parted) // 2)
    places = np.fromiter(map(len, parted), np.int64, len(parted)).cumsum()
    lengths = np.fromiter(map(len, texts), np.int64, len(texts)) + len(_BETWEEN)
    begin, end, before = places[:-1:2], places[1::2], lengths.cumsum() - lengths
    starts = np.concatenate((begin.searchsorted(before), (len(words),)))
    items = up_to(len(texts)).repeat(starts[1:] - starts[:-1])
    before = before.take(items)
    return Written(known, words, items, starts, begin - before, end - before)


class WordNumbers:
    """The number that each word of a vocabulary has in a table, worked out once."""

    def __init__(self, number: Callable[[str], int]) -> None:
        self._number = number
        self._adding = Lock()
        self._begin(Vocabulary())

    def __reduce__(self) -> "tuple[type[WordNumbers], tuple[Callable[[str], int]]]":
        """Kept without the words met so far: they are those of documents."""
        return WordNumbers, (self._number,)

    def _begin(self, vocabulary: Vocabulary) -> None:
        self._vocabulary, self._known, self._numbers = vocabulary, 0, np.zeros(0, dtype=np.int64)

    def of(self, vocabulary: Vocabulary) -> Numbers:
        """The numbers of all its words, by their numbers in it, with room behind them."""
        with self._adding:  # another thread may ask by another vocabulary, when one has become full
            if vocabulary is not self._vocabulary or len(vocabulary.words) > self._known:
                self._add(vocabulary)
            return self._numbers

    def _add(self, vocabulary: Vocabulary) -> None:
        if vocabulary is not self._vocabulary:
            self._begin(vocabulary)
        count = len(vocabulary.words)
        if count > len(self._numbers):
            self._numbers = np.resize(self._numbers, 2 * count)
        self._numbers[self._known : count] = list(map(self._number, vocabulary.words[self._known : count]))
        self._known = count


@cache
def _new_vocabulary() -> Vocabulary:
    return Vocabulary()


def _vocabulary() -> Vocabulary:
    """The one that all texts share, until it is full."""
    if len(_new_vocabulary()) >= _REMEMBERED:
        _new_vocabulary.cache_clear()
    return _new_vocabulary()

"""The words of several items in one row, and what number each word has in a table."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from kg.extract.ragged import Numbers, numbered

_REMEMBERED = 200_000  # words: far above any vocabulary of reviews, and a bound all the same


class Written(NamedTuple):
    """The words and marks of some items as written, one item after the other."""

    distinct: list[str]  # the different words, as written
    words: Numbers  # which of them each word is
    items: Numbers  # of which item each word is, from 0 on
    starts: Numbers  # where each item begins, and last where all end

    @property
    def size(self) -> int:
        """How many items there are."""
        return len(self.starts) - 1

    def numbers(self, table: "WordNumbers") -> Numbers:
        """The number of each word in a table, looked up once for the same words."""
        return table.of(self.distinct).take(self.words)


def written(items: Sequence[Sequence[str]]) -> Written:
    """Some items, each given as its words."""
    lengths = np.fromiter(map(len, items), np.int64, len(items))
    starts = np.append(0, lengths.cumsum())
    words = list(chain.from_iterable(items))
    places = numbered(words)
    which = np.fromiter(map(places.__getitem__, words), np.int64, len(words))
    return Written(list(places), which, np.arange(len(items)).repeat(lengths), starts)


class WordNumbers(dict[str, int]):
    """The number of each word that was asked for, worked out once."""

    def __init__(self, number: Callable[[str], int]) -> None:
        super().__init__()
        self._number = number

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = self._number(word)
        return found

    def of(self, words: Sequence[str]) -> Numbers:
        """The numbers of some words."""
        return np.fromiter(map(self.__getitem__, words), np.int64, len(words))

"""Columns as numpy arrays: numbers, texts in one piece, and what belongs to what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from kg.columns.schema import ABSENT

Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Array: TypeAlias = npt.NDArray[np.generic]
Arrays: TypeAlias = Mapping[str, Array]
Objects: TypeAlias = npt.NDArray[np.object_]

_SPREAD = 4  # so many times as many numbers as rows, they are not looked up in a table of all
_TALLIED = 1 << 20  # so many different rows are counted in one pass, more are sorted


class Texts:
    """Texts by number, kept as bytes of UTF-8 in one piece and where each begins and ends in it.

    Equal texts may stand there once. An empty one ends at 0, and no two others end at the same place.
    """

    def __init__(self, letters: Array, spans: Array) -> None:
        self._letters = letters
        self._spans = spans
        self._cut: dict[int, str] = {0: ""}  # by where they end
        self._texts: Objects = np.empty(len(spans), dtype=object)  # by number, as far as they are cut out
        self._is_cut = np.zeros(len(spans), dtype=np.bool_)

    def __len__(self) -> int:
        return len(self._spans)

    @cached_property
    def _whole(self) -> bytes:
        return self._letters.tobytes()

    @cached_property
    def _pieces(self) -> Ints:
        """Where each distinct text begins and ends, in order."""
        spans = np.asarray(self._spans, dtype=np.int64)
        return spans[np.unique(spans[:, 1], return_index=True)[1]]

    @cached_property
    def all(self) -> list[str]:
        """Every text, in order."""
        return self.at(np.arange(len(self)))

    def at(self, numbers: Ints) -> list[str]:
        """The texts of these numbers, one for each; each is cut out once and kept."""
        found: list[str] = self._at(numbers).tolist()
        return found

    def some(self, numbers: Ints) -> list[str | None]:
        """The texts of these numbers; `None` for `ABSENT`."""
        found = np.full(len(numbers), None, dtype=object)
        is_there = numbers != ABSENT
        found[is_there] = self._at(numbers[is_there])
        texts: list[str | None] = found.tolist()
        return texts

    def distinct(self, numbers: Ints) -> tuple[list[str], Ints]:
        """The distinct texts of these numbers, and for each number the place of its text among them."""
        rows, of = once(numbers, len(self))
        spans = np.asarray(self._spans)[rows]
        ends, places = np.unique(spans[:, 1], return_inverse=True)
        starts = np.empty(len(ends), dtype=np.int64)
        starts[places] = spans[:, 0]
        cut, whole = self._cut, self._whole
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            if end not in cut:
                cut[end] = whole[start:end].decode()
        return [cut[end] for end in ends.tolist()], places[of]

    def _at(self, numbers: Ints) -> Objects:
        fresh = numbers[~self._is_cut[numbers]]
        if len(fresh):
            texts, places = self.distinct(fresh)
            self._texts[fresh] = objects(texts)[places]
            self._is_cut[fresh] = True
        found: Objects = self._texts[numbers]
        return found

    def holding(self, words: str) -> Ints:
        """The numbers of the texts that hold words, by searching all of them in one piece."""
        if not words:
            return np.arange(len(self))
        found = _holding(self._whole, words.encode(), self._pieces[:, 0].tolist(), self._pieces[:, 1].tolist())
        ends = np.zeros(len(self._whole) + 1, dtype=np.bool_)  # quicker than to look each up among those found
        ends[found] = True
        return np.flatnonzero(ends[self._spans[:, 1]])

    def those_holding(self, numbers: Ints, words: Iterable[str]) -> Iterator[int]:
        """Yield those of some numbers whose texts hold all words; no text is looked at before it is asked for."""
        find, wanted = self._whole.find, [each.encode() for each in words]
        spans = np.asarray(self._spans)[numbers].T
        for number, start, end in zip(numbers.tolist(), *spans.tolist(), strict=True):
            if all(find(each, start, end) != -1 for each in wanted):
                yield number


def _holding(whole: bytes, words: bytes, starts: list[int], ends: list[int]) -> list[int]:
    """Where those pieces of the whole end that hold words; UTF-8 is found as its letters are."""
    found, at, piece = [], whole.find(words), 0
    last = ends[-1] if ends else 0
    while -1 < at < last:
        while ends[piece] <= at:
            piece += 1
        if starts[piece] <= at and at + len(words) <= ends[piece]:
            found.append(ends[piece])
            at = whole.find(words, ends[piece])
        else:
            at = whole.find(words, at + 1)
    return found


def ints(values: Iterable[int]) -> Ints:
    """Whole numbers as an array."""
    return np.fromiter(values, dtype=np.int64)


def once(numbers: Ints, most: int) -> tuple[Ints, Ints]:
    """Each number once, sorted, and for each of all the place of its own among them; they are from 0 to below `most`.

    Where there are far fewer numbers than there could be, they are left as they are.
    """
    if most > _SPREAD * len(numbers):
        return numbers, np.arange(len(numbers))
    is_there = np.zeros(most, dtype=np.bool_)
    is_there[numbers] = True
    return np.flatnonzero(is_there), (np.cumsum(is_there) - 1)[numbers]


def objects(values: Sequence[object]) -> Objects:
    """Values as an array, which is quicker to pick from than a list."""
    made = np.empty(len(values), dtype=object)
    made[:] = values
    return made


def ranks(values: Sequence[str]) -> Ints:
    """Which place each text has among the distinct texts, sorted by code points."""
    place = {value: number for number, value in enumerate(sorted(set(values)))}
    return ints(place[value] for value in values)


def joined(left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """Every two rows, as numbers of rows of `left` and `right`, whose keys are equal, in the order of `left`."""
    order = np.argsort(right, kind="stable")
    keys = right[order]
    first, last = np.searchsorted(keys, left, "left"), np.searchsorted(keys, left, "right")
    many = last - first
    rows = np.repeat(np.arange(len(left)), many)
    offsets = np.arange(len(rows)) - np.repeat(np.cumsum(many) - many, many)
    return rows, order[np.repeat(first, many) + offsets]


def among(links: Ints, ones: Ints, others: Ints) -> Flags:
    """Which pairs of two columns are among links, which are sorted; a pair with `ABSENT` is not."""
    width = max(int(each.max(initial=0)) for each in (links[:, 1], others)) + 2
    known, asked = links[:, 0] * width + links[:, 1], ones * width + others
    if not len(known):
        return np.zeros(len(asked), dtype=np.bool_)
    places = np.searchsorted(known, asked)
    found: Flags = known[np.minimum(places, len(known) - 1)] == asked
    return found


def matrix(links: Ints, rows: int, columns: int) -> Flags:
    """A truth table of pairs."""
    table = np.zeros((rows, columns), dtype=np.bool_)
    table[links[:, 0], links[:, 1]] = True
    return table


def counted(*columns: Ints) -> tuple[list[Ints], Ints]:
    """The distinct rows of columns, sorted, as columns, and how many there are of each; `ABSENT` is the least."""
    if not len(columns[0]):
        return list(columns), columns[0]
    sizes = [int(column.max()) + 2 for column in columns]
    keys = np.ravel_multi_index([column + 1 for column in columns], sizes)  # one number a row is quick to sort
    if np.prod(sizes) < _TALLIED:
        tally = np.bincount(keys)
        distinct = np.flatnonzero(tally)
        many = tally[distinct]
    else:
        distinct, many = np.unique(keys, return_counts=True)
    return [column - 1 for column in np.unravel_index(distinct, sizes)], many.astype(np.int64)

"""Columns as numpy arrays: numbers, texts in one piece, and what belongs to what."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Array: TypeAlias = npt.NDArray[np.generic]
Arrays: TypeAlias = Mapping[str, Array]

_FEW = 4  # where more than a quarter of the texts are wanted, all are cut once and kept
_TALLIED = 1 << 20  # so many different rows are counted in one pass, more are sorted
ABSENT = -1  # the number of what is not stated


class Texts:
    """Texts by number, kept as one text and where each ends in it."""

    def __init__(self, letters: Array, ends: Array) -> None:
        self._letters = letters
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends)

    @cached_property
    def whole(self) -> str:
        """All texts in one piece."""
        return self._letters.tobytes().decode()

    @cached_property
    def ends(self) -> Ints:
        """Where each text ends in the whole, in characters."""
        return np.asarray(self._ends, dtype=np.int64)

    @cached_property
    def all(self) -> list[str]:
        """Every text, in order."""
        ends = self.ends.tolist()
        whole = self.whole
        return [whole[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)] if ends else []

    def at(self, numbers: Ints) -> list[str]:
        """The texts of these numbers, one for each."""
        if len(numbers) * _FEW > len(self):
            every = self.all
            return [every[number] for number in numbers.tolist()]
        ends = self.ends[numbers].tolist()
        starts = np.where(numbers > 0, self.ends[numbers - 1], 0).tolist()
        whole = self.whole
        return [whole[start:end] for start, end in zip(starts, ends, strict=True)]

    def some(self, numbers: Ints) -> list[str | None]:
        """The texts of these numbers; `None` for `ABSENT`."""
        known = iter(self.at(numbers[numbers != ABSENT]))
        return [next(known) if number != ABSENT else None for number in numbers.tolist()]


def texts(name: str, values: Sequence[str]) -> dict[str, Array]:
    """Two arrays that `Texts` reads, by the names under which they are kept."""
    letters = np.frombuffer("".join(values).encode(), dtype=np.uint8)
    return {f"{name}.letters": letters, f"{name}.ends": np.cumsum([len(value) for value in values], dtype=np.int64)}


def ints(values: Iterable[int]) -> Ints:
    """Whole numbers as an array."""
    return np.fromiter(values, dtype=np.int64)


def pairs(values: Iterable[tuple[int, int]]) -> Ints:
    """Distinct pairs of numbers as an array of two columns, sorted."""
    return np.asarray(sorted(set(values)), dtype=np.int64).reshape(-1, 2)


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

"""Lists of numbers of different lengths, one after the other in one array, so that many are taken in one step."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

_UP_TO = np.arange(1 << 16)
_UP_TO.flags.writeable = False  # many share it


class Ragged(NamedTuple):
    """Lists of numbers, each with a number from 0 on. `take` is used, being twice as quick as an index in brackets."""

    starts: Numbers
    lengths: Numbers
    values: Numbers

    def taken(self, which: Numbers) -> tuple[Numbers, Numbers]:
        """The values of the lists `which`, in order, after the row in `which` that each belongs to."""
        rows, places = self.places(which)
        return rows, self.values.take(places)

    def places(self, which: Numbers) -> tuple[Numbers, Numbers]:
        """Where these values are in `values`, after the row of each."""
        return spread(self.starts.take(which), self.lengths.take(which))


def ragged(lists: Sequence[Sequence[int]]) -> Ragged:
    """Lists as one array."""
    lengths = np.fromiter(map(len, lists), np.int64, len(lists))
    return of_lengths(lengths, np.fromiter(chain.from_iterable(lists), np.int64, int(lengths.sum())))


def of_lengths(lengths: Numbers, values: Numbers) -> Ragged:
    """The lists of these lengths that values are of, one after the other."""
    return Ragged(lengths.cumsum() - lengths, lengths, values)


def columns(pairs: Collection[tuple[int, int]]) -> tuple[Numbers, Numbers]:
    """The first and the second numbers of pairs."""
    one, other = np.fromiter(chain.from_iterable(pairs), np.int64, 2 * len(pairs)).reshape(-1, 2).T.copy()
    return one, other


def spread(starts: Numbers, lengths: Numbers) -> tuple[Numbers, Numbers]:
    """Every number of some stretches, in order, after the row of the stretch that it belongs to."""
    rows = up_to(len(lengths)).repeat(lengths)
    return rows, (starts + lengths - lengths.cumsum()).take(rows) + up_to(len(rows))


def up_to(count: int) -> Numbers:
    """The numbers from 0 to below a number, not to be changed."""
    return _UP_TO[:count] if count <= len(_UP_TO) else np.arange(count)


def so_many_before(flags: NDArray[np.bool_]) -> Numbers:
    """How many stand before each place of a row, and last how many there are."""
    counts = np.zeros(len(flags) + 1, dtype=np.int64)
    flags.cumsum(out=counts[1:])
    return counts


def begins(ordered: Numbers) -> NDArray[np.bool_]:
    """Where in a row in order another number begins."""
    found = np.ones(len(ordered), dtype=bool)
    found[1:] = ordered[1:] != ordered[:-1]
    return found


def runs_until(row: Numbers) -> Numbers:
    """Of each number of a row: before which place another follows."""
    first = begins(row).nonzero()[0]
    until = np.concatenate((first[1:], (len(row),)))[: len(first)]
    return until.repeat(until - first)


def in_order(numbers: Numbers) -> Numbers:
    """The places of numbers from the least on, equal ones as they stand: a third of the time that `argsort` takes."""
    count = len(numbers)
    ordered = numbers * count + up_to(count)
    ordered.sort()
    return ordered % max(1, count)


def numbered(names: Iterable[str], first: int = 0) -> dict[str, int]:
    """Names by number, in order; one that comes twice has one number."""
    return {name: number for number, name in enumerate(dict.fromkeys(names), first)}

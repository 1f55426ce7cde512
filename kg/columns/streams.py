"""Columns read from their beginning to their end, with few rows in memory at once."""

from collections.abc import Iterator

import numpy as np

from kg.columns.arrays import Array, Ints
from kg.columns.pieces import Piece

ROWS = 1 << 18  # of a column that are in memory at once
LETTERS = 4 << 20  # bytes of them
_TEXTS = 1 << 14
_GAP = 256  # bytes between two texts that are read sooner than left out


def stretches(many: int, size: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where to read, until so many were read."""
    return ((first, min(first + size, many)) for first in range(0, many, size))


def parts(piece: Piece, name: str, size: int) -> Iterator[Array]:
    """Yield the rows of a column, so many at once, in order."""
    return (piece.part(name, first, last) for first, last in stretches(piece.many(name), size))


def texts(piece: Piece, name: str) -> Iterator[str]:
    """Yield the texts of a column, in order."""
    for spans in parts(piece, f"{name}.spans", _TEXTS):
        yield from _cut(piece, f"{name}.letters", np.asarray(spans, dtype=np.int64))


def _cut(piece: Piece, letters: str, spans: Ints) -> list[str]:
    """Texts cut out of the letters, those that stand near each other read together."""
    ends, firsts, numbers = np.unique(spans[:, 1], return_index=True, return_inverse=True)
    starts = spans[firsts, 0]
    breaks = np.flatnonzero(starts[1:] > ends[:-1] + _GAP) + 1
    distinct: list[str] = []
    for some in np.split(np.stack((starts, ends), axis=1), breaks):
        base = int(some[0, 0])
        whole = piece.part(letters, base, int(some[-1, 1])).tobytes()
        distinct += [whole[start - base : end - base].decode() for start, end in some.tolist()]
    return [distinct[number] for number in numbers.ravel().tolist()]

"""Letters without those of texts that no row holds any more."""

from collections.abc import Iterator

import numpy as np

from kg.columns.arrays import Array, Ints
from kg.columns.pieces import Whole
from kg.columns.streams import ROWS, stretches

_WINDOW = 8 << 20  # bytes of letters that are looked at together: all rows are read for each


def compact(columns: Whole, name: str) -> None:
    """Take out of a column of texts the letters that no row holds, where those are the greater part."""
    letters = f"{name}.letters"
    held = sum(int(lengths.sum()) for _, lengths in _held(columns, name))
    if 2 * held >= columns.many(letters):
        return
    written = 0
    for ends, lengths in _held(columns, name):
        columns.put(letters, written, _taken(columns, letters, ends, lengths))
        _move(columns, f"{name}.spans", ends, written + np.cumsum(lengths))
        written += int(lengths.sum())
    columns.shorten(letters, written)


def _held(columns: Whole, name: str) -> Iterator[tuple[Ints, Ints]]:
    """Yield where texts end that rows hold, in order, and how long they are; some at a time, none of them empty.

    Rows may be written anew for what was yielded, if that moves no text towards the end.
    """
    for first, last in stretches(columns.many(f"{name}.letters"), _WINDOW):
        lengths = np.zeros(last - first, dtype=np.int32)  # of the text that ends after each letter
        for _, spans in _spans(columns, f"{name}.spans"):
            inside = spans[(spans[:, 1] > first) & (spans[:, 1] <= last)]
            lengths[inside[:, 1] - first - 1] = inside[:, 1] - inside[:, 0]
        found = np.flatnonzero(lengths)
        if len(found):
            yield found + first + 1, lengths[found].astype(np.int64)


def _spans(columns: Whole, name: str) -> Iterator[tuple[int, Ints]]:
    for first, last in stretches(columns.many(name), ROWS):
        yield first, np.asarray(columns.part(name, first, last), dtype=np.int64)


def _taken(columns: Whole, letters: str, ends: Ints, lengths: Ints) -> Array:
    """The letters of texts."""
    starts = ends - lengths
    base = int(starts[0])
    steps = np.zeros(int(ends[-1]) - base + 1, dtype=np.int8)
    steps[starts - base] += 1
    steps[ends - base] -= 1
    taken: Array = columns.part(letters, base, int(ends[-1]))[np.cumsum(steps[:-1], dtype=np.int8) > 0]
    return taken


def _move(columns: Whole, name: str, ends: Ints, moved: Ints) -> None:
    """Write where texts end now in the rows that hold them."""
    for first, spans in _spans(columns, name):
        places = np.minimum(np.searchsorted(ends, spans[:, 1]), len(ends) - 1)
        back = np.where(ends[places] == spans[:, 1], spans[:, 1] - moved[places], 0)
        columns.put(name, first, spans - back[:, None])

"""Rows of many documents as columns: what documents hand on, numbered through."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np

from kg.columns.arrays import Array, Arrays, Ints
from kg.columns.rows import Letters, Packed, texts
from kg.columns.schema import ABSENT, NUMBER, TABLES, TEXT, Columns


def arrays(packs: Sequence[Packed]) -> Arrays:
    """The rows of all packs as columns: numbers, and texts as their letters and where each begins and ends in them."""
    made: dict[str, Array] = {}
    numbers: dict[str, list[Ints]] = {}  # table -> for each pack, the new numbers of its rows
    for table, kinds in TABLES.items():
        if list(kinds.values()) == [TEXT]:
            made |= _texts_once(table, next(iter(kinds)), packs, numbers)
        else:
            made |= _columns(table, kinds, packs, numbers)
    return made


def _texts_once(table: str, name: str, packs: Sequence[Packed], numbers: dict[str, list[Ints]]) -> Mapping[str, Array]:
    """The columns of a table that holds each text once."""
    places: dict[str, int] = {}
    numbers[table] = [
        np.array([places.setdefault(text, len(places)) for text in pack.texts[f"{table}.{name}"]], dtype=np.int64)
        for pack in packs
    ]
    spans, whole = _spans([tuple(places)])
    return {f"{table}.{name}.spans": spans, f"{table}.{name}.letters": whole}


def _columns(
    table: str, kinds: Columns, packs: Sequence[Packed], numbers: dict[str, list[Ints]]
) -> Mapping[str, Array]:
    cells = np.frombuffer(b"".join(pack.cells[table] for pack in packs), dtype=np.int64).reshape(-1, len(kinds)).T
    counts = [len(pack.cells[table]) // (8 * len(kinds)) for pack in packs]
    of = np.repeat(np.arange(len(packs)), counts)  # the pack of each row
    numbers[table] = [np.arange(end - many, end) for many, end in zip(counts, accumulate(counts), strict=True)]
    ordered = [*texts(kinds), *(name for name, kind in kinds.items() if kind != TEXT)]
    made: dict[str, Array] = {}
    for name, column in zip(ordered, cells, strict=True):
        whole, kind = f"{table}.{name}", kinds[name]
        if kind == TEXT:
            held = [pack.texts[whole] for pack in packs]
            spans, made[f"{whole}.letters"] = _spans(held)
            made[f"{whole}.spans"] = spans[column + _bases(list(map(len, held)))[of]]
        else:
            made[whole] = np.ascontiguousarray(column) if kind == NUMBER else _referred(column, numbers[kind], of)
    return made


def _referred(column: Ints, numbers: Sequence[Ints], of: Ints) -> Ints:
    """References as the new numbers of what they refer to."""
    every = np.concatenate([*numbers, np.array([ABSENT])])  # ABSENT is the last
    places = np.where(column == ABSENT, len(every) - 1, column + _bases(list(map(len, numbers)))[of])
    referred: Ints = every[places]
    return referred


def _spans(held: Sequence[tuple[str, ...]]) -> tuple[Ints, Array]:
    """Where each text stands in the letters of all, and the letters."""
    letters = Letters()
    spans = np.array([letters.add(text) for some in held for text in some], dtype=np.int64).reshape(-1, 2)
    return spans, np.frombuffer(letters.whole(), dtype=np.uint8)


def _bases(sizes: Sequence[int]) -> Ints:
    """Where each begins among all."""
    return np.array([0, *accumulate(sizes)], dtype=np.int64)

"""Rows of tables as they are told, document by document. Nothing heavy is imported: any process makes them."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.columns.schema import TABLES, TEXT, Columns

if TYPE_CHECKING:
    from kg.columns.arrays import Array


@dataclass(frozen=True, slots=True)
class Packed:
    """The rows that one document comes to, small and quick to hand to another process."""

    cells: Mapping[str, bytes]  # table -> its rows as 64-bit numbers: of texts first, then those of the schema
    texts: Mapping[str, tuple[str, ...]]  # `table.column` -> the texts that cells count from 0
    many: int  # rows


class Rows:
    """Rows of tables; a number that refers to a row is its place in its table."""

    def __init__(self) -> None:
        self._cells: dict[str, array[int]] = {table: array("q") for table in TABLES}
        self._texts = {f"{table}.{name}": dict[str, int]() for table, kinds in TABLES.items() for name in texts(kinds)}
        self._columns = {
            table: [self._texts[f"{table}.{name}"] for name in texts(kinds)] for table, kinds in TABLES.items()
        }

    def add(self, table: str, *cells: str | int) -> int:
        """Add a row, given as its texts and then its numbers, in the order of the schema; its number."""
        held, columns = self._cells[table], self._columns[table]
        number = len(held) // len(cells)
        held.extend([each.setdefault(str(text), len(each)) for each, text in zip(columns, cells, strict=False)])
        held.extend(map(int, cells[len(columns) :]))
        return number

    def number(self, table: str, text: str) -> int:
        """The number of a text in a table that holds each once."""
        (known,) = self._columns[table]
        return known[text] if text in known else self.add(table, text)

    def packed(self) -> Packed:
        """The rows as they are handed on."""
        many = sum(len(cells) // len(TABLES[table]) for table, cells in self._cells.items())
        cells = {table: cells.tobytes() for table, cells in self._cells.items()}
        return Packed(cells, {column: tuple(known) for column, known in self._texts.items()}, many)


def names(title: str, labels: Iterable[str]) -> Iterable[str]:
    """What a review can be asked for by, each once."""
    return dict.fromkeys(each.lower() for each in (title, *labels))


def letters(name: str, texts: Sequence[str]) -> "Iterator[tuple[str, Array]]":
    """Yield texts as the two columns that `kg.columns.arrays.Texts` reads."""
    import numpy as np

    held = Letters()
    yield f"{name}.spans", np.array([held.add(text) for text in texts], dtype=np.int64).reshape(-1, 2)
    yield f"{name}.letters", np.frombuffer(held.whole(), dtype=np.uint8)


class Letters:
    """Texts as bytes of UTF-8, each once; an empty one begins and ends at 0."""

    def __init__(self) -> None:
        self._places = {"": (0, 0)}
        self._pieces: list[bytes] = []
        self._size = 0

    def add(self, text: str) -> tuple[int, int]:
        """Where a text begins and ends in the whole."""
        place = self._places.get(text)
        if place is None:
            piece = text.encode()
            place = self._places[text] = self._size, self._size + len(piece)
            self._pieces.append(piece)
            self._size = place[1]
        return place

    def whole(self) -> bytes:
        """All letters in one piece."""
        return b"".join(self._pieces)


def texts(kinds: Columns) -> list[str]:
    """The columns of a table that hold texts."""
    return [name for name, kind in kinds.items() if kind == TEXT]

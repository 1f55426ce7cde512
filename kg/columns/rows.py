"""Tables as they grow, row by row: what becomes columns. Nothing heavy is imported before the rows are done."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.columns.schema import TABLES, TEXT, Columns

if TYPE_CHECKING:
    from kg.columns.arrays import Array, Arrays


class Rows:
    """Rows of tables; a number that refers to a row is its place in its table."""

    def __init__(self) -> None:
        self._tables: dict[str, list[tuple[int, ...]]] = {table: [] for table in TABLES}
        self._texts = {f"{table}.{name}": _Letters() for table, kinds in TABLES.items() for name in _texts(kinds)}
        self._columns = {
            table: [self._texts[f"{table}.{name}"] for name in _texts(kinds)] for table, kinds in TABLES.items()
        }
        self._numbers: dict[tuple[str, str], int] = {}

    def __len__(self) -> int:
        return sum(map(len, self._tables.values()))

    def add(self, table: str, *cells: str | int) -> int:
        """Add a row, given as its texts and then its numbers, in the order of the schema; its number."""
        letters = self._columns[table]
        places = [place for each, text in zip(letters, cells, strict=False) for place in each.add(str(text))]
        rows = self._tables[table]
        rows.append((*places, *map(int, cells[len(letters) :])))
        return len(rows) - 1

    def number(self, table: str, text: str) -> int:
        """The number of a text in a table that holds each once."""
        found = self._numbers.get((table, text))
        if found is None:
            found = self._numbers[table, text] = self.add(table, text)
        return found

    def held(self, table: str, number: int, column: str) -> int:
        """The number in one cell."""
        kinds = TABLES[table]
        numbers = [name for name, kind in kinds.items() if kind != TEXT]
        return self._tables[table][number][2 * (len(kinds) - len(numbers)) + numbers.index(column)]

    def arrays(self) -> "Arrays":
        """The rows as columns: numbers, and texts as their letters and where each begins and ends in them."""
        import numpy as np

        made: dict[str, Array] = {}
        for table, kinds in TABLES.items():
            texts = _texts(kinds)
            width = len(kinds) + len(texts)
            cells = np.array(self._tables[table], dtype=np.int64).reshape(-1, width).T
            for at, name in enumerate(texts):
                made[f"{table}.{name}.spans"] = np.ascontiguousarray(cells[2 * at : 2 * at + 2].T)
                made[f"{table}.{name}.letters"] = np.frombuffer(self._texts[f"{table}.{name}"].whole(), dtype=np.uint8)
            for at, name in enumerate(each for each, kind in kinds.items() if kind != TEXT):
                made[f"{table}.{name}"] = np.ascontiguousarray(cells[2 * len(texts) + at])
        return made


def letters(name: str, texts: Sequence[str]) -> "Iterator[tuple[str, Array]]":
    """Yield texts as the two columns that `kg.columns.arrays.Texts` reads."""
    import numpy as np

    held = _Letters()
    yield f"{name}.spans", np.array([held.add(text) for text in texts], dtype=np.int64).reshape(-1, 2)
    yield f"{name}.letters", np.frombuffer(held.whole(), dtype=np.uint8)


class _Letters:
    """Texts as bytes of UTF-8, each once; an empty one begins and ends at 0."""

    def __init__(self) -> None:
        self._places = {"": (0, 0)}
        self._pieces: list[bytes] = []
        self._size = 0

    def add(self, text: str) -> tuple[int, int]:
        place = self._places.get(text)
        if place is None:
            piece = text.encode()
            place = self._places[text] = self._size, self._size + len(piece)
            self._pieces.append(piece)
            self._size = place[1]
        return place

    def whole(self) -> bytes:
        return b"".join(self._pieces)


def _texts(kinds: Columns) -> list[str]:
    return [name for name, kind in kinds.items() if kind == TEXT]

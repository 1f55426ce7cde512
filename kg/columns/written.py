"""Documents on their way into columns, as they are written to a store or read out of it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kg.columns.reading import add
from kg.columns.rows import Rows
from kg.columns.statements import Things

if TYPE_CHECKING:
    from kg.columns.arrays import Array, Arrays
    from kg.columns.merging import Ask, Lookup, Piece

_MANY = 100_000  # rows that are held at once; more are put by in the folder for temporary files


class Written:
    """Pieces of columns, and the rows of the documents that came last."""

    def __init__(self, pieces: "Iterable[Piece]" = ()) -> None:
        self._pieces = list(pieces)
        self._rows = Rows()
        self._aside: TemporaryDirectory[str] | None = None
        self.changes = 0

    def add(self, graph: str, things: Things) -> None:
        """Add what a graph says that was not there before.

        Raises: kg.columns.errors.NotColumnarError.
        """
        self.changes += 1
        add(self._rows, graph, things)
        if len(self._rows) >= _MANY:
            self._end_piece(self._put_by(self._rows.arrays()))

    def forget(self, graphs: Iterable[str]) -> None:
        """Leave out what these graphs said until now."""
        self.changes += 1
        self._end_piece(self._rows.arrays())
        gone = set(graphs)
        self._pieces = [piece._replace(gone=gone.union(piece.gone)) for piece in self._pieces]

    def merged(self, ask: "Ask") -> "Iterator[tuple[str, Array]]":
        """Yield the columns of all that was added.

        Raises: kg.columns.errors.NotColumnarError.
        """
        from kg.columns.merging import Piece, merged

        yield from merged([*self._pieces, Piece(self._rows.arrays())], ask)

    def _end_piece(self, arrays: "Lookup") -> None:
        from kg.columns.merging import Piece

        self._pieces.append(Piece(arrays))
        self._rows = Rows()

    def _put_by(self, arrays: "Arrays") -> "Lookup":
        from kg.columns.kept import write

        self._aside = self._aside or TemporaryDirectory(prefix="kg-columns-")
        folder = Path(self._aside.name) / str(len(self._pieces))
        folder.mkdir()
        return write(folder, arrays.items())

"""Documents on their way into columns, as they are written to a store or read out of it.

Nothing heavy is imported before there are many rows.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.columns.arrays import Array, Arrays
    from kg.columns.merging import Ask
    from kg.columns.pieces import Lookup, Piece
    from kg.columns.rows import Packed

_MANY = 100_000  # rows that are held at once; more are put by in the folder for temporary files


class Written:
    """Pieces of columns, and the rows of the documents that came last."""

    def __init__(self, pieces: "Iterable[Piece]" = ()) -> None:
        self._pieces = list(pieces)
        self._packs: list[Packed] = []
        self._rows = 0
        self._aside: TemporaryDirectory[str] | None = None
        self.changes = 0

    def add(self, packed: "Packed") -> None:
        """Add what a graph says that was not there before."""
        self.changes += 1
        self._packs.append(packed)
        self._rows += packed.many
        if self._rows >= _MANY:
            self._end_piece(self._put_by(self._arrays()))

    def forget(self, graphs: Iterable[str]) -> None:
        """Leave out what these graphs said until now."""
        self.changes += 1
        self._end_piece(self._arrays())
        gone = set(graphs)
        self._pieces = [piece._replace(gone=gone.union(piece.gone)) for piece in self._pieces]

    def merged(self, ask: "Ask") -> "Iterator[tuple[str, Array]]":
        """Yield the columns of all that was added.

        Raises: kg.columns.errors.NotColumnarError.
        """
        from kg.columns.merging import merged
        from kg.columns.pieces import Piece

        yield from merged([*self._pieces, Piece(self._arrays())], ask)

    def _end_piece(self, arrays: "Lookup") -> None:
        from kg.columns.pieces import Piece

        self._pieces.append(Piece(arrays))
        self._packs, self._rows = [], 0

    def _arrays(self) -> "Arrays":
        from kg.columns.packs import arrays

        return arrays(self._packs)

    def _put_by(self, arrays: "Arrays") -> "Lookup":
        from kg.columns.kept import write

        self._aside = self._aside or TemporaryDirectory(prefix="kg-columns-")
        folder = Path(self._aside.name) / str(len(self._pieces))
        folder.mkdir()
        return write(folder, arrays.items())

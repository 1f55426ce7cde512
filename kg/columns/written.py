"""Documents on their way into columns, as they are written to a store or read out of it.

Nothing heavy is imported before there are many rows.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from kg.columns.growing import Growing
    from kg.columns.merging import Ask
    from kg.columns.pieces import Piece, Whole
    from kg.columns.rows import Packed

_MANY = 100_000  # rows that are held at once; more are put by in the folder for temporary files


class Written:
    """Pieces of columns, and the rows of the documents that came last."""

    def __init__(self, pieces: "Iterable[Piece]" = ()) -> None:
        self._pieces = list(pieces)
        self._gone: dict[str, int] = {}  # graphs that were replaced or removed -> the first piece that may tell of them
        self._packs: list[Packed] = []
        self._rows = 0
        self._aside: tuple[TemporaryDirectory[str], Growing] | None = None
        self.changes = 0

    def add(self, packed: "Packed") -> None:
        """Add what a graph says that was not there before."""
        self.changes += 1
        self._packs.append(packed)
        self._rows += packed.many
        if self._rows >= _MANY:
            self._put_by()

    def forget(self, graphs: Iterable[str]) -> None:
        """Leave out what these graphs said until now."""
        self.changes += 1
        gone = dict.fromkeys(graphs, len(self._pieces))
        self._gone |= gone
        self._packs = [pack for pack in self._packs if gone.keys().isdisjoint(pack.texts["document.iri"])]
        self._rows = sum(pack.many for pack in self._packs)

    def merge(self, ask: "Ask", into: "Whole") -> None:
        """Append the columns of all that was added.

        Raises: kg.columns.errors.NotColumnarError.
        """
        from kg.columns.held import Held
        from kg.columns.merging import merge
        from kg.columns.packs import arrays

        merge([*self._pieces, Held(arrays(self._packs))], self._gone, ask, into)

    def close(self) -> None:
        """Remove what was put by; nothing can be merged after this."""
        if self._aside is not None:
            self._aside[0].cleanup()

    def _put_by(self) -> None:
        """Write the rows of the documents that came last into the folder for temporary files."""
        from tempfile import TemporaryDirectory

        from kg.columns.growing import Growing, Stretch
        from kg.columns.packs import arrays

        if self._aside is None:
            folder = TemporaryDirectory(prefix="kg-columns-")
            self._aside = folder, Growing(Path(folder.name))
        self._pieces.append(Stretch(self._aside[1], arrays(self._packs)))
        self._packs, self._rows = [], 0

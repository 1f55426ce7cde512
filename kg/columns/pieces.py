"""Columns of which a part is read, or written, without the rest being in memory."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kg.columns.arrays import Array


class Piece(Protocol):
    """The columns of some documents, on their way into those of a whole store."""

    def many(self, name: str, /) -> int:
        """How many rows a column has, or how many bytes letters are."""
        ...

    def part(self, name: str, first: int, last: int, /) -> "Array":
        """The rows of a column from one to before another."""
        ...


class Whole(Piece, Protocol):
    """Columns that are being written."""

    def append(self, name: str, rows: "Array", /) -> None:
        """Write rows at the end of a column, which begins with the first."""
        ...

    def put(self, name: str, first: int, rows: "Array", /) -> None:
        """Write rows in the place of those from the first on."""
        ...

    def shorten(self, name: str, many: int, /) -> None:
        """Leave a column so many rows."""
        ...

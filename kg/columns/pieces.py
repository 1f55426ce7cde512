"""Columns of some documents each, on their way into those of a whole store."""

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from kg.columns.arrays import Array


class Lookup(Protocol):
    """Arrays by name."""

    def __getitem__(self, name: str, /) -> "Array":
        """The array of a name."""
        ...


class Piece(NamedTuple):
    """Columns of some documents, and the graphs of those among them that were replaced or removed since."""

    arrays: Lookup
    gone: Collection[str] = ()

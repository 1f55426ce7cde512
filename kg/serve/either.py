"""What is read out of columns where a store has them; in SPARQL where it has none, or they cannot speak of it."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from kg.collector import resting
from kg.columns.errors import NotColumnarError
from kg.stores import Store

if TYPE_CHECKING:
    from kg.columns.part import Columns

Told = TypeVar("Told")


def either(store: Store, in_columns: "Callable[[Columns], Told]", in_sparql: Callable[[], Told]) -> Told:
    """What one of the two tells; an engine on the network keeps no columns."""
    held: Columns | None = getattr(store, "columns", lambda: None)()
    if held is not None:
        with suppress(NotColumnarError), resting():
            return in_columns(held)
    return in_sparql()

"""What is read out of columns where a store has them; in SPARQL where it has none, or they cannot speak of it.

Columns that were made by another version, or of a store that was copied, are made anew, which takes longer than to ask
once in SPARQL: that is done in a thread beside, and pages are answered in SPARQL until they are there.
"""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING, TypeVar

from kg.collector import resting
from kg.columns.errors import NotColumnarError
from kg.errors import KGError
from kg.stores import Store

if TYPE_CHECKING:
    from kg.columns.part import Columns

Told = TypeVar("Told")


class Either:
    """One state of a store, asked in either way; an engine on the network keeps no columns."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._making: Thread | None = None
        self._lock = Lock()

    def ask(self, in_columns: "Callable[[Columns], Told]", in_sparql: Callable[[], Told]) -> Told:
        """What one of the two tells."""
        is_to_be_made, held = getattr(self._store, "columns_at_hand", lambda: (False, None))()
        if is_to_be_made:
            self._make()
        if held is not None:
            with suppress(NotColumnarError), resting():
                return in_columns(held)
        return in_sparql()

    def _make(self) -> None:
        """Make the columns beside, once for this state."""
        with self._lock:
            if self._making is None:
                self._making = Thread(target=self._made, name="columns", daemon=True)
                self._making.start()

    def _made(self) -> None:
        with suppress(KGError, OSError):  # a store that is gone meanwhile, or was closed
            getattr(self._store, "columns", lambda: None)()

    def wait(self) -> None:
        """Wait for columns that are being made."""
        with self._lock:
            making = self._making
        if making is not None:
            making.join()

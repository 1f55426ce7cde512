"""One state of the store, and what is made from it once."""

from collections.abc import Iterable
from threading import RLock
from typing import TYPE_CHECKING

from kg.serve.asked import Recommendation, recommendations
from kg.serve.catalogue import Catalogue, catalogue, children
from kg.serve.either import Either
from kg.serve.evidence import Quote, quotes_of
from kg.stores import Store

if TYPE_CHECKING:
    from kg.columns.part import Columns

NOTHING = "empty"  # the version of a store that is not there yet


class Opened:
    """One state of the store: it never changes, and all that is made from it holds as long as it does."""

    def __init__(self, store: Store, version: str) -> None:
        self.store = store
        self.version = version
        self.either = Either(store)
        self._catalogue: Catalogue | None = None
        self._recommendations: tuple[Recommendation, ...] | None = None
        self._children: int | None = None
        self._lock = RLock()

    @property
    def is_there(self) -> bool:
        """Whether anything was ever loaded."""
        return self.version != NOTHING

    @property
    def catalogue(self) -> Catalogue:
        """All reviews with what pages count; made when it is first asked for."""

        def in_columns(held: "Columns") -> Catalogue:
            from kg.serve.columnar import catalogue

            return catalogue(held)

        with self._lock:
            if self._catalogue is None:
                self._catalogue = self.either.ask(in_columns, lambda: catalogue(self.store))
            return self._catalogue

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """All recommendations; read when they are first asked for."""

        def in_columns(held: "Columns") -> tuple[Recommendation, ...]:
            from kg.serve.columnar import recommendations

            return recommendations(held, self.catalogue)

        with self._lock:
            if self._recommendations is None:
                self._recommendations = self.either.ask(in_columns, lambda: recommendations(self.store, self.catalogue))
            return self._recommendations

    @property
    def children(self) -> int:
        """How many children its reviews tell of; counted when it is first asked for."""

        def in_columns(held: "Columns") -> int:
            from kg.serve.columnar import children

            return children(held)

        with self._lock:
            if self._children is None:
                self._children = self.either.ask(in_columns, lambda: children(self.store))
            return self._children

    def quotes(self, themes: Iterable[str]) -> tuple[Quote, ...]:
        """Every quote that counts for one of some themes, review by review in the catalogue's order."""
        wanted = tuple(themes)

        def in_columns(held: "Columns") -> tuple[Quote, ...]:
            from kg.serve.columnar import quotes

            return quotes(held, wanted)

        return self.either.ask(in_columns, lambda: quotes_of(self.store, self.catalogue, wanted))

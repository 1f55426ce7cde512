"""One state of the store, and what is made from it once."""

from threading import RLock

from kg.serve.asked import Recommendation, recommendations
from kg.serve.catalogue import Catalogue, catalogue
from kg.stores import Store

NOTHING = "empty"  # the version of a store that is not there yet


class Opened:
    """One state of the store: it never changes, and all that is made from it holds as long as it does."""

    def __init__(self, store: Store, version: str) -> None:
        self.store = store
        self.version = version
        self._catalogue: Catalogue | None = None
        self._recommendations: tuple[Recommendation, ...] | None = None
        self._lock = RLock()

    @property
    def is_there(self) -> bool:
        """Whether anything was ever loaded."""
        return self.version != NOTHING

    @property
    def catalogue(self) -> Catalogue:
        """All reviews with what pages count; made when it is first asked for."""
        with self._lock:
            if self._catalogue is None:
                self._catalogue = catalogue(self.store)
            return self._catalogue

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """All recommendations; read when they are first asked for."""
        with self._lock:
            if self._recommendations is None:
                self._recommendations = recommendations(self.store, self.catalogue)
            return self._recommendations

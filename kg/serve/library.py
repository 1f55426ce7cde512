"""The store as the site sees it: open for reading, and opened anew as soon as anything in it has changed."""

import time
from hashlib import sha256
from pathlib import Path
from threading import Lock, RLock

from kg import __version__
from kg.folder import Folder, MissingStoreError
from kg.namespaces import SG
from kg.serve.asked import Recommendation, recommendations
from kg.serve.catalogue import Catalogue, catalogue
from kg.stores import MEMORY, Store, is_remote, open_store

NOTHING = "empty"  # the version of a store that is not there yet
_MADE = f"""
SELECT DISTINCT ?made WHERE {{
  VALUES ?kind {{ <{SG.Extraction}> <{SG.Decision}> <{SG.SameReviewDecision}> }} ?made a ?kind
}} ORDER BY ?made"""
_TRIES, _PAUSE = 5, 0.05  # a load that is just ending changes the files for a moment


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


class Library:
    """Hands out the store in its present state."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._opened: Opened | None = None
        self._lock = Lock()

    def opened(self) -> Opened:
        """The store as it is now; an empty one where there is none yet.

        Raises: StoreError, if it cannot be read.
        """
        with self._lock:
            version = version_of(self._where)
            if self._opened is None or self._opened.version != version:
                self._opened = _open(self._where)
            return self._opened


def version_of(where: str) -> str:
    """A name for the present state of a store: another one after every load and every decision."""
    if is_remote(where):
        return _version_of_remote(where)
    folder = Folder(Path(where))
    if not folder.engine.is_dir():
        return NOTHING
    return sha256(repr((__version__, sorted(folder.files))).encode()).hexdigest()[:16]


def _version_of_remote(where: str) -> str:
    """Which runs and decisions an engine on the network holds: loads and decisions make others."""
    with open_store(where) as store:
        return sha256(repr((__version__, store.query(_MADE).rows)).encode()).hexdigest()[:16]


def _open(where: str) -> Opened:
    """The store, and the version that it had before and after it was opened."""
    for left in reversed(range(_TRIES)):
        version = version_of(where)
        try:
            store = open_store(where)
        except MissingStoreError:
            return Opened(open_store(MEMORY), NOTHING)
        if version == version_of(where) or not left:
            return Opened(store, version)
        time.sleep(_PAUSE)
    raise AssertionError("unreachable")

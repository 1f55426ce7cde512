"""The store as the site sees it: open for reading, and opened anew as soon as anything in it has changed."""

import time
from hashlib import sha256
from pathlib import Path
from threading import Lock

from kg import __version__
from kg.folder import Folder, MissingStoreError
from kg.opening import open_store
from kg.serve.elsewhere import Elsewhere
from kg.serve.opened import NOTHING, Opened
from kg.stores import MEMORY, is_remote

_TRIES, _PAUSE = 5, 0.05  # a load that is just ending changes the files for a moment


class Library:
    """Hands out the store in its present state."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._elsewhere = Elsewhere(where) if is_remote(where) else None
        self._opened: Opened | None = None
        self._lock = Lock()

    def opened(self) -> Opened:
        """The store as it is now; an empty one where there is none yet. An engine's is as it was a moment ago.

        Raises: StoreError, if it cannot be read.
        """
        if self._elsewhere is not None:
            return self._elsewhere.opened()
        with self._lock:
            version = version_of(self._where)
            if self._opened is None or self._opened.version != version:
                self._opened = _open(self._where)  # the one before is closed when the last page made from it is
            return self._opened

    def version(self) -> str:
        """The name of the store's present state, for which a folder is not opened.

        Raises: StoreError, if an engine cannot be read.
        """
        return version_of(self._where) if self._elsewhere is None else self._elsewhere.opened().version

    def changed(self) -> None:
        """This site wrote something; a folder shows it by itself."""
        if self._elsewhere is not None:
            self._elsewhere.changed()

    def close(self) -> None:
        """Close what is open to an engine."""
        if self._elsewhere is not None:
            self._elsewhere.close()


def version_of(where: str) -> str:
    """A name for the present state of a folder's store: another one after every load and every decision."""
    folder = Folder(Path(where))
    if not folder.engine.is_dir():
        return NOTHING
    return sha256(repr((__version__, sorted(folder.files))).encode()).hexdigest()[:16]


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

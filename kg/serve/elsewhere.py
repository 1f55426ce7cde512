"""A store in an engine on the network as the site sees it: connections stay open, and changes are looked for rarely."""

import time
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

from kg import __version__
from kg.errors import KGError
from kg.namespaces import SG
from kg.serve.opened import Opened

if TYPE_CHECKING:
    from kg.remote.store import RemoteStore

_AT_MOST = 3.0  # seconds between two looks whether somebody else wrote: each is a question to the engine
_MADE = f"""
SELECT DISTINCT ?made WHERE {{
  VALUES ?kind {{ <{SG.Extraction}> <{SG.Decision}> <{SG.SameReviewDecision}> <{SG.Withdrawal}> }} ?made a ?kind
}} ORDER BY ?made"""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a look came to: a state, or why there is none."""

    found: Opened | KGError
    at: float
    changes: int  # how many of our own came before it

    def told(self) -> Opened:
        """The state.

        Raises: KGError.
        """
        if isinstance(self.found, KGError):
            raise self.found.with_traceback(None)
        return self.found


class Elsewhere:
    """Hands out the states of a store in an engine. While somebody looks for a new one, others are shown the last."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._store: RemoteStore | None = None  # of all states: it holds nothing but connections
        self._seen: _Seen | None = None
        self._changes = 0
        self._looking = Lock()  # held by the one who asks the engine, which may take a minute

    def opened(self) -> Opened:
        """The store as it was a moment ago, and with all that this site wrote.

        Raises: StoreError, if it cannot be read.
        """
        seen = self._seen
        must = seen is None or seen.changes != self._changes
        if seen is not None and not must and time.monotonic() - seen.at < _AT_MOST:
            return seen.told()
        if not self._looking.acquire(blocking=must) and seen is not None:
            return seen.told()
        try:
            last = self._seen  # another may have looked while this one waited, but before this site wrote
            if last is None or last is seen or last.changes != self._changes:
                last = self._seen = self._look()
            return last.told()
        finally:
            self._looking.release()

    def changed(self) -> None:
        """This site wrote something: whoever asks from now on is shown it."""
        self._changes += 1

    def close(self) -> None:
        """Close the connections."""
        store, self._store, self._seen = self._store, None, None
        if store is not None:
            store.close()

    def _look(self) -> _Seen:
        changes = self._changes
        try:
            found: Opened | KGError = self._found()
        except KGError as error:
            found = error
        return _Seen(found, time.monotonic(), changes)

    def _found(self) -> Opened:
        """The present state: that of the last look, if the engine holds the same runs and decisions."""
        from kg.remote.store import RemoteStore

        store = self._store = self._store or RemoteStore.open(self._where)
        made = store.query(_MADE).rows
        if not made:
            store.must_hold_something()
        version = sha256(repr((__version__, made)).encode()).hexdigest()[:16]
        last = self._seen.found if self._seen else None
        return last if isinstance(last, Opened) and last.version == version else Opened(store, version)

"""One decision at a time into the store: checked against what others decided meanwhile, and written whole.

The store is open for writing only while a decision is written, so that `kg load` and other programs get their turn.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from threading import Lock

from kg.curation import desk as curation
from kg.curation.apply import curated
from kg.curation.decision import Decision, Target, by_document
from kg.curation.documents import stored
from kg.curation.intake import Reading, decision_of
from kg.curation.kinds import kinds_of
from kg.curation.records import recorded
from kg.curation.table import Line
from kg.errors import KGError
from kg.folder import LockedStoreError
from kg.opening import open_store
from kg.stores import Store

_TRIES, _PAUSE = 3, 0.15  # seconds


class DecidedMeanwhileError(KGError):
    """Somebody decided about the same thing after the page was made."""

    def __init__(self, other: Decision) -> None:
        self.other = other
        super().__init__(f"{other.by} decided about this on {other.on.isoformat()}: nothing of yours was written yet.")


class Desk:
    """Writes decisions to one store, one after the other."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._lock = Lock()

    def decide(self, held: Store, cells: Mapping[str, str], by: str, on: date, seen: str) -> Decision | None:
        """Write the decision that the cells of a worksheet's row state; `None` if this person's word holds already.

        `held` is the store for reading; `seen` the id of the latest decision about the same that who decides has seen.

        Raises: DecidedMeanwhileError, DoesNotFitError, StoreError.
        """
        name = cells.get("document", "")
        _read_beforehand(held, name)
        with self._lock, self._writable() as store:
            before = recorded(store)

            def checked(readings: Mapping[str, Reading]) -> Sequence[Decision]:
                made = decision_of(Line(0, cells), readings, by, on)
                other = latest(before, made.target)
                if other is not None and other.id != seen and not made.says_the_same(other):
                    raise DecidedMeanwhileError(other)
                return [made]

            taken = curation.take(store, [name], checked, is_said_now=True)
        return taken.decisions[0] if taken.decisions else None

    def undo(self, held: Store, id_: str, by: str) -> Decision:
        """Take back the decision of an id; `by` may be empty.

        Raises: NothingToUndoError, StoreError.
        """
        _read_beforehand(held, *(each.target.document for each in recorded(held) if each.id == id_))
        with self._lock, self._writable() as store:
            found = next((each for each in recorded(store) if each.id == id_), None)
            if found is None:
                raise curation.NothingToUndoError("Somebody took this decision back already: nothing was changed.")
            curation.undo(store, found.number, by)
            return found

    def _writable(self) -> Store:
        """The store for writing; another program that is just ending is waited for.

        Raises: StoreError.
        """
        for _ in range(_TRIES):
            try:
                return open_store(self._where, read_only=False)
            except LockedStoreError:
                time.sleep(_PAUSE)
        return open_store(self._where, read_only=False)


def _read_beforehand(store: Store, *names: str) -> None:
    """Read documents while the store is not held for writing: what is read is kept for a while."""
    for _ in stored(store, names):
        pass


def latest(decisions: Iterable[Decision], target: Target) -> Decision | None:
    """The last decision that bears on a target: on its value, or on any value where there can be just one."""
    bearing = (each for each in decisions if _bears(each, target))
    return max(bearing, key=lambda each: each.number, default=None)


def reading(store: Store, name: str, decisions: Iterable[Decision]) -> Reading | None:
    """A document as the software reads it, and as decisions leave it; `None` if the store has none of this name."""
    about = by_document(decisions).get(name, [])
    held = next(stored(store, [name]), None)
    return Reading(held.digest, curated(held.digest, about).digest) if held else None


def _bears(decision: Decision, target: Target) -> bool:
    kind = kinds_of(target.part).get(target.kind)
    if kind is not None and not kind.many:
        return replace(decision.target, value="").key == replace(target, value="").key
    return target.key in (decision.target.key, replace(decision.target, value=decision.value).key)

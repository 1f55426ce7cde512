"""The folder of a store: `kg.json`, which says how the rest is written, and the engine's own folder beside it."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KGError
from kg.locks import Lock

FORMAT = 1  # a store of a higher format was written by a newer version
_MARK = "kg.json"
_LOCK = f".{_MARK}.lock"  # a folder where only the mark is being written is still free
_ENGINE = "oxigraph"
_UNFINISHED = "unfinished"
UNDER_WAY = "bulk-"  # how the names of tables begin that a load is writing: the engine does not hold them yet
_TRIES = 5  # to make a folder that others take away
_NOTES = ("LOG", "LOCK", "OPTIONS", UNDER_WAY)  # files of the engine that do not say what it holds

Files = frozenset[tuple[str, int, int]]  # names, sizes and times


class StoreError(KGError):
    """The store cannot be used as it is."""


class MissingStoreError(StoreError):
    """There is no store here."""

    def __init__(self, where: Path) -> None:
        super().__init__(f"There is no store at {str(where)!r}: run `kg load FILE...` first or name one with --store.")


class NotAStoreError(StoreError):
    """Something else is here."""

    def __init__(self, where: Path) -> None:
        what = "a folder with other things in it" if where.is_dir() else "a file"
        super().__init__(f"{where} is {what}, not a store: name another place with --store.")


class NewerStoreError(StoreError):
    """A newer version wrote this store."""

    def __init__(self, where: Path, found: int) -> None:
        super().__init__(
            f"{where} was written by a newer version of this program (format {found}, this one knows {FORMAT}): "
            "run `pip install --upgrade safeguarding-kg`, or load into another place with --store."
        )


class DamagedStoreError(StoreError):
    """The files of the store are not whole."""

    def __init__(self, where: Path, reason: str) -> None:
        super().__init__(
            f"The store at {where} is damaged ({reason}): put a copy of that folder in its place, or move it away and "
            "load the documents again; people's decisions in it are lost then, unless `kg curate list` wrote them down."
        )


class DamagedMarkError(DamagedStoreError):
    """The file that says how a store is written is not whole; what the store holds stands in other files."""

    def __init__(self, where: Path, reason: str) -> None:
        KGError.__init__(
            self,
            f"The store at {where} cannot be opened, since {_MARK} is damaged ({reason}); its documents and decisions "
            f"are in other files: write {_mark_text()} into {where / _MARK}, then try again.",
        )


class LockedStoreError(StoreError):
    """Another process writes to the store."""

    def __init__(self, where: Path) -> None:
        super().__init__(f"Another process is writing to the store at {where}: wait until it is done, then try again.")


class NotWritableError(StoreError):
    """The store cannot be written here."""

    def __init__(self, where: Path, reason: str) -> None:
        super().__init__(f"The store at {where} cannot be written ({reason}): name another place with --store.")


class NotReadableError(StoreError):
    """The store cannot be read."""

    def __init__(self, where: Path, reason: str) -> None:
        super().__init__(f"The store at {where} cannot be read ({reason}): check who may read that folder.")


class RemoteStoreError(StoreError):
    """The address of an engine on the network was given."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} is an address on the network, not a folder: open it with kg.opening.open_store, or name a folder."
        )


class ReadOnlyError(StoreError):
    """A store that was opened for reading was asked to change."""

    def __init__(self) -> None:
        super().__init__("The store is open for reading only: open it with read_only=False to load.")


@dataclass(frozen=True, slots=True)
class Folder:
    """Where a store lives on disk."""

    where: Path

    @property
    def engine(self) -> Path:
        """The folder of the engine; it is there when the store is."""
        return self.where / _ENGINE

    @property
    def files(self) -> Files:
        """The engine's files, others after every load and every decision; none if no store is here."""
        return files_in(self.engine)

    @property
    def unfinished(self) -> Path:
        """Where a first load is built, to be moved into place when it is whole."""
        return self.where / _UNFINISHED

    def check(self) -> bool:
        """Whether a store is here that this version can use.

        Raises: NotAStoreError, NewerStoreError, DamagedStoreError, NotReadableError.
        """
        if self._is_free():
            return False
        found = self._format()
        if found > FORMAT:
            raise NewerStoreError(self.where, found)
        return self.engine.is_dir()

    def prepare(self) -> Lock:
        """Make the folder and its mark, so that a store can be built in it; the lock of who writes here, taken.

        Raises: LockedStoreError, NotWritableError.
        """
        from kg.atomic import write_text

        lock = self.lock(makes=True)
        try:
            if not (self.where / _MARK).exists():
                write_text(self.where / _MARK, _mark_text() + "\n")
        except OSError as error:
            lock.release()
            raise NotWritableError(self.where, error.strerror or str(error)) from error
        return lock

    def lock(self, *, makes: bool = False) -> Lock:
        """The lock of who writes here, taken; the folder is made with it, or has to be there.

        The engine's own is there only once it is built, and ends before all is noted of what was written.

        Raises: LockedStoreError, NotWritableError.
        """
        tries = _TRIES if makes else 1
        while True:
            tries -= 1
            try:
                if makes:
                    self.where.mkdir(parents=True, exist_ok=True)
                return Lock(self.where / _LOCK)
            except BlockingIOError as error:
                raise LockedStoreError(self.where) from error
            except OSError as error:  # a first load of another process that fails takes its folder away
                if not tries or not isinstance(error, FileNotFoundError):
                    raise NotWritableError(self.where, error.strerror or str(error)) from error

    def must_be_writable(self) -> None:
        """Say now, and not after hours of reading, that nothing can be written here.

        Raises: NotWritableError.
        """
        nearest = next(place for place in (self.where, *self.where.absolute().parents) if place.exists())
        if not nearest.is_dir():
            raise NotWritableError(self.where, f"{nearest} is not a folder")
        if not os.access(nearest, os.W_OK | os.X_OK):
            self._try_to_write(nearest)

    def finish(self) -> None:
        """Move what was built into place: the store is there from now on.

        Raises: LockedStoreError, NotWritableError.
        """
        try:
            self.unfinished.rename(self.engine)
        except OSError as error:
            if self.engine.exists():
                raise LockedStoreError(self.where) from error
            raise NotWritableError(self.where, error.strerror or str(error)) from error

    def clear(self) -> None:
        """Remove what a load left that did not end; the folder too, if no store is in it."""
        self.clear_unfinished()
        if not self.engine.exists() and {path.name for path in self.where.iterdir()} <= {_MARK, _LOCK}:
            _remove(self.where)

    def clear_under_way(self) -> None:
        """Remove the tables that a killed load was writing; only who may write knows that no load is writing them."""
        for table in self.engine.glob(f"{UNDER_WAY}*"):
            table.unlink(missing_ok=True)

    def clear_unfinished(self) -> None:
        """Remove what a killed load left."""
        _remove(self.unfinished)

    def _try_to_write(self, nearest: Path) -> None:
        """Have the system say why nothing can be written in a folder."""
        from tempfile import TemporaryFile

        try:
            with TemporaryFile(dir=nearest):
                pass
        except OSError as error:
            raise NotWritableError(self.where, error.strerror or str(error)) from error

    def _is_free(self) -> bool:
        """Whether nothing is here that is not ours: no folder, an empty one, or one where a first load was killed."""
        if not self.where.exists():
            return True
        if not self.where.is_dir():
            raise NotAStoreError(self.where)
        try:
            names = [path.name for path in self.where.iterdir()]
        except OSError as error:
            raise NotReadableError(self.where, error.strerror or str(error)) from error
        return _MARK not in names and all(name.startswith(f".{_MARK}.") for name in names)

    def _format(self) -> int:
        try:
            mark = json.loads((self.where / _MARK).read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            if files_in(self.engine):
                raise DamagedMarkError(self.where, "it is missing") from error
            raise NotAStoreError(self.where) from error
        except OSError as error:
            raise NotReadableError(self.where, error.strerror or str(error)) from error
        except ValueError as error:
            raise self._damaged_mark("it is not JSON") from error
        found = mark.get("format") if isinstance(mark, dict) else None
        if not isinstance(found, int):
            raise self._damaged_mark("it names no format")
        return found

    def _damaged_mark(self, reason: str) -> DamagedStoreError:
        if files_in(self.engine):
            return DamagedMarkError(self.where, reason)
        return DamagedStoreError(self.where, f"{_MARK}: {reason}")


def _mark_text() -> str:
    return json.dumps({"format": FORMAT, "engine": _ENGINE})


def is_store(where: Path) -> bool:
    """Whether a folder holds a store, or what a load left that did not end."""
    return (where / _MARK).is_file() and any((where / name).is_dir() for name in (_ENGINE, _UNFINISHED))


def files_in(engine: Path) -> Files:
    """The files of an engine's folder that say what it holds; none if there is no such folder."""
    return frozenset(_marks(engine)) if engine.is_dir() else frozenset()


def _marks(engine: Path) -> Iterator[tuple[str, int, int]]:
    for path in engine.iterdir():
        if path.name.startswith(_NOTES):
            continue
        try:
            found = path.stat()
        except FileNotFoundError:  # a writer may remove a file between its listing and a look at it
            continue
        yield path.name, found.st_size, found.st_mtime_ns


def _remove(folder: Path) -> None:
    """Remove a folder, if it is there, as far as that can be done."""
    from shutil import rmtree

    rmtree(folder, ignore_errors=True)

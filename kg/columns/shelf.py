"""Where the columns of a store are kept: beside the engine, under a mark of the engine's files, or not at all.

Nothing heavy is imported before columns are worth it: a small store is asked in SPARQL.
"""

import os
import shutil
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.columns.arrays import Array
    from kg.columns.part import Columns
    from kg.columns.reading import Source

FORMAT = 1  # of the arrays: columns of another format are read anew
WORTHWHILE = 16 << 20  # bytes of an engine's files, about 250 reviews: below, SPARQL answers before numpy is imported
MANY = 500_000  # quads of a store in memory


def state(engine: Path) -> str:
    """An exact mark of what an engine's folder holds; empty if it cannot be told.

    The engine never changes a table once it is written, and appends every change to a log first: names, sizes and
    times of both change with every change of what is stored. Opening the engine, even to write, changes neither.
    """
    try:
        with os.scandir(engine) as found:
            files = sorted(_mark(each) for each in found if each.name.endswith((".sst", ".log")))
    except OSError:
        return ""
    return sha256(repr((FORMAT, __version__, [file for file in files if file[1]])).encode()).hexdigest()[:32]


class Shelf:
    """The columns of one open store: made when first asked for, kept while what they say is so."""

    def __init__(self, folder: Path | None = None, engine: Path | None = None, opened: str | None = None) -> None:
        """`opened` is the state that a store open for reading sees for good; `None` for one that may change."""
        self._folder = folder
        self._engine = engine
        self._opened = opened
        self._held: tuple[str, Columns] | None = None

    def columns(self, source: "Source", quads: int) -> "Columns | None":
        """The columns of a store that holds so many quads; `None` where SPARQL is the quicker way."""
        if self._engine is None or self._folder is None:
            return read(source) if quads > MANY else None
        if _size(self._engine) < WORTHWHILE:
            return None
        now = state(self._engine) if self._opened is None else self._opened
        if self._held is None or self._held[0] != now:
            self._held = now, self._kept(source, now)
        return self._held[1]

    def _kept(self, source: "Source", now: str) -> "Columns":
        from kg.columns.errors import NotColumnarError
        from kg.columns.part import Columns

        whole = read(source)
        place = self._folder / "columns" / now if self._folder and now else None

        def part(name: str) -> "Mapping[str, Array]":
            if place and (found := _opened(place / name)) is not None:
                return found
            made = whole.part(name)
            if self._opened is None and self._engine and state(self._engine) != now:
                raise NotColumnarError("the store changed while it was read")
            if place:
                _keep(place, name, made)
            return made

        return Columns(part, source.query)


def read(source: "Source") -> "Columns":
    """The columns of whatever answers SPARQL, part by part as they are asked for, and kept nowhere."""
    from kg.columns.part import Columns
    from kg.columns.reading import PARTS, Reader

    readers: list[Reader] = []

    def part(name: str) -> "Mapping[str, Array]":
        if not readers:
            readers.append(Reader(source))
        return PARTS[name](readers[0])

    return Columns(part, source.query)


def _mark(file: "os.DirEntry[str]") -> tuple[str, int, int]:
    found = file.stat()
    return file.name, found.st_size, found.st_mtime_ns


def _size(engine: Path) -> int:
    try:
        with os.scandir(engine) as found:
            return sum(each.stat().st_size for each in found if each.name.endswith(".sst"))
    except OSError:
        return 0


def _opened(place: Path) -> "dict[str, Array] | None":
    """The arrays kept in a folder; `None` if there is none, or not as it was written."""
    import numpy as np

    try:
        return {file.stem: np.load(file, mmap_mode="r", allow_pickle=False) for file in place.iterdir()} or None
    except (OSError, ValueError):
        return None


def _keep(place: Path, name: str, arrays: "Mapping[str, Array]") -> None:
    """Write arrays beside and move them into place; if that cannot be, or another process was first, do without."""
    try:
        place.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=place.parent, prefix=".unfinished-"))
        try:
            _write(beside, arrays)
            beside.chmod(0o755)
            beside.rename(place / name)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        _clear(place)
    except OSError:
        return


def _write(folder: Path, arrays: "Mapping[str, Array]") -> None:
    import numpy as np

    for name, array in arrays.items():
        with (folder / f"{name}.npy").open("wb") as file:
            np.save(file, array, allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())


def _clear(place: Path) -> None:
    """Remove what was kept of other states."""
    for other in place.parent.iterdir():
        if other != place and not other.name.startswith("."):
            shutil.rmtree(other, ignore_errors=True)

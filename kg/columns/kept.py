"""Columns as files: a folder of arrays, mapped into memory one by one as they are asked for.

A store that is opened to write looks whether there are any: what reads and writes them is imported where that is done.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kg.columns.errors import NotColumnarError

if TYPE_CHECKING:
    from kg.columns.arrays import Array
    from kg.columns.growing import Growing

_LIST = "arrays.json"  # the size of every file: written last, so that a folder without it is not whole
_REASON = "not-columnar.txt"  # there in place of all others where a store has no columns
_BESIDE = ".unfinished-"
_LOCK = ".lock"


class Kept:
    """The arrays of a folder, by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._opened: dict[str, Array] = {}

    def __getitem__(self, name: str) -> "Array":
        if name not in self._opened:
            self._opened[name] = self._load(name)
        return self._opened[name]

    def many(self, name: str) -> int:
        """How many rows a column has."""
        return len(self._load(name))

    def part(self, name: str, first: int, last: int) -> "Array":
        """The rows of a column from one to before another, copied: what is mapped counts as memory of the process."""
        return self._load(name)[first:last].copy()

    def _load(self, name: str) -> "Array":
        import numpy as np

        try:
            loaded: Array = np.load(self.folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError) as error:  # another process keeps a later state of the store
            raise NotColumnarError(f"{self.folder} is there no more") from error
        return loaded


def opened(folder: Path) -> Kept | None:
    """The arrays kept in a folder; `None` if there is none, or not as it was written.

    Raises: NotColumnarError, if it was found before that there can be none.
    """
    if (folder / _REASON).exists():
        raise NotColumnarError((folder / _REASON).read_text(encoding="utf-8"))
    try:
        sizes = json.loads((folder / _LIST).read_text(encoding="utf-8"))
        is_whole = all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError, AttributeError):
        return None
    return Kept(folder) if is_whole else None


@contextmanager
def writing(folder: Path) -> "Iterator[Growing]":
    """Columns to be written in a folder, which is whole once all of them are.

    Raises: OSError.
    """
    from kg.columns.growing import Growing

    columns = Growing(folder)
    yield columns
    sizes = columns.finish()
    with (folder / _LIST).open("w", encoding="utf-8") as text:
        json.dump(sizes, text)
        text.flush()
        os.fsync(text.fileno())


def write_reason(folder: Path, reason: NotColumnarError) -> None:
    """Write why a store has no columns, so that it is not read again to find out.

    Raises: OSError.
    """
    (folder / _REASON).write_text(str(reason), encoding="utf-8")


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """A folder to write in beside a place, which is gone afterwards if it was not moved away.

    A lock says as long that somebody writes in it.

    Raises: OSError.
    """
    from shutil import rmtree

    from kg.locks import Lock

    place.mkdir(parents=True, exist_ok=True)
    folder = place / f"{_BESIDE}{os.urandom(8).hex()}"
    with Lock(folder.with_suffix(_LOCK)):
        try:
            folder.mkdir()
            yield folder
        finally:
            rmtree(folder, ignore_errors=True)


def clear_unfinished(place: Path) -> None:
    """Remove what processes that were killed were writing beside a place; what others are writing stays.

    Whoever asks a store keeps columns too, beside one that writes to it.
    """
    from shutil import rmtree

    from kg.locks import Lock

    with suppress(OSError):
        for folder in {each.with_suffix("") for each in place.iterdir() if each.name.startswith(_BESIDE)}:
            with suppress(OSError), Lock(folder.with_suffix(_LOCK)):  # held by who writes in it
                rmtree(folder, ignore_errors=True)


def move(folder: Path, place: Path | None) -> None:
    """Move a folder into place; if another is there already, leave it. What was kept of other states goes."""
    if place is None:
        return
    from shutil import rmtree

    with suppress(OSError):
        if not place.exists():
            folder.rename(place)
        for other in place.parent.iterdir():
            if other != place and not other.name.startswith("."):
                rmtree(other, ignore_errors=True)

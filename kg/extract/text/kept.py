"""Files of what was made once, kept from one process to the next where Python keeps its compiled modules.

A file counts only for what made it: a version of Python, modules, tables. It is as trusted as the compiled modules
beside it and is written under the same switches (`PYTHONDONTWRITEBYTECODE`, `PYTHONPYCACHEPREFIX`); where it cannot be
read or written, all is made anew.
"""

import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

from kg.atomic import write_bytes

_LENGTH = 8  # bytes, in which it is written how many follow


class KeptFile:
    """Bytes under the mark of what they were made by."""

    def __init__(self, path: Path, made_by: object) -> None:
        self._path = path
        self._mark = sha256(repr((sys.version, made_by)).encode()).digest()

    def read(self) -> bytes | None:
        """What is kept; `None` where nothing is, or something else made it, or it was cut short."""
        try:
            whole = self._path.read_bytes()
        except OSError:
            return None
        head = len(self._mark) + _LENGTH
        expected = self._mark + (len(whole) - head).to_bytes(_LENGTH, "big", signed=True)
        return whole[head:] if whole.startswith(expected) else None

    def write(self, data: bytes) -> None:
        """Keep something, in the place of what is there."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(self._path, (self._mark, len(data).to_bytes(_LENGTH, "big", signed=True), data))


def is_allowed() -> bool:
    """Whether anything may be kept: where Python keeps its compiled modules."""
    return not sys.dont_write_bytecode


def beside(module: Path, name: str) -> Path:
    """The path of a file of this name among the compiled modules of a module's folder."""
    return Path(cache_from_source(str(module.with_name(f"{name}.py")))).with_suffix(".bin")


def states(files: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """The name of each file, when it was written, and how long it is; zeros where it is in no file of its own."""
    return tuple((file.name, *_state(file)) for file in files)


def _state(file: Path) -> tuple[int, int]:
    try:
        state = file.stat()
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_size

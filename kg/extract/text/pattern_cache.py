"""What was made of the rules' patterns, kept from one process to the next where Python keeps its compiled modules.

Until the first document is read, most of the time goes into compiling two thousand patterns and into reading from their
trees what a match begins with. What comes out depends on the pattern, on this version of Python, and on the modules
that make it, and is kept under all three. The file is as trusted as the compiled modules beside it and is written under
the same switches (`PYTHONDONTWRITEBYTECODE`, `PYTHONPYCACHEPREFIX`); where it cannot be read or written, all is made
anew.
"""

import atexit
import contextlib
import marshal
import os
import sys
from collections.abc import Callable
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeVar, cast

from kg.atomic import write_bytes

_MAKERS = ("needles.py", "openings.py", "parsed.py", "pattern_cache.py", "rules.py")
_MOST = 10_000  # entries: beyond, those of patterns that have changed meanwhile are taken to be too many

_Key = tuple[str, str, int]  # what is made, the pattern, its flags
Made = TypeVar("Made")


def kept(what: str, words: str, flags: int, make: Callable[[], Made]) -> Made:
    """What `make` returns, made once for a pattern: tuples, texts, numbers and bytes; `None` is not kept."""
    return cast("Made", _entries().get((what, words, flags), make))


class Entries:
    """The entries of a file, and those made since, which join them when the process ends."""

    def __init__(self, path: Path, made_by: object) -> None:
        self._path = path
        self._made_by = made_by
        self._known = self._read()
        self._new: dict[_Key, Any] = {}
        self._process = os.getpid()

    def get(self, key: _Key, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is kept
        """What is kept under a key, or what is made of it now."""
        found = self._known.get(key)
        if found is None:
            found = self._new.get(key)
        if found is None:
            found = make()
            if found is not None:
                self._new[key] = found
        return found

    def save(self) -> None:
        """Write the file if there is something new; a copy of the process that read it leaves that to it."""
        if not self._new or os.getpid() != self._process:
            return
        older = self._known if len(self._known) + len(self._new) <= _MOST else {}
        whole: Any = (self._made_by, older | self._new)
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(self._path, [marshal.dumps(whole)])

    def _read(self) -> dict[_Key, Any]:
        try:
            made_by, entries = marshal.loads(self._path.read_bytes())  # noqa: S302 - as trusted as the modules beside it
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        return cast("dict[_Key, Any]", entries) if made_by == self._made_by else {}


@cache
def _entries() -> Entries:
    here = Path(__file__)
    made_by = tuple((name, *_state(here.with_name(name))) for name in _MAKERS)
    compiled = cache_from_source(str(here.with_name("patterns.py")))
    entries = Entries(Path(compiled).with_suffix(".bin"), (sys.version, made_by))
    if not sys.dont_write_bytecode:
        atexit.register(entries.save)
    return entries


def _state(path: Path) -> tuple[int, int]:
    """When a module was written, and how long it is; nothing where it is in no file of its own."""
    try:
        state = path.stat()
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_size

"""What was made of the rules' patterns, kept from one process to the next.

Until the first document is read, most of the time goes into compiling two thousand patterns and into reading from their
trees what a match begins with. What comes out depends on the pattern, on this version of Python, and on the modules
that make it, and is kept under all three.
"""

import atexit
import marshal
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from kg.extract.text.kept import KeptFile, beside, is_allowed, states

_MAKERS = ("letter_sets.py", "needles.py", "openings.py", "parsed.py", "pattern_cache.py", "rules.py")
_MOST = 10_000  # entries: beyond, those of patterns that have changed meanwhile are taken to be too many

_Key = tuple[str, str, int]  # what is made, the pattern, its flags
Made = TypeVar("Made")


def kept(what: str, words: str, flags: int, make: Callable[[], Made]) -> Made:
    """What `make` returns, made once for a pattern: tuples, texts, numbers and bytes; `None` is not kept."""
    return cast("Made", _entries().get((what, words, flags), make))


class Entries:
    """The entries of a file, and those made since, which join them when the process ends."""

    def __init__(self, file: KeptFile) -> None:
        self._file = file
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
        if self._new and os.getpid() == self._process:
            older = self._known if len(self._known) + len(self._new) <= _MOST else {}
            self._file.write(marshal.dumps(older | self._new))

    def _read(self) -> dict[_Key, Any]:
        try:
            entries = marshal.loads(self._file.read() or b"")  # noqa: S302 - as trusted as the modules beside it
        except (EOFError, ValueError, TypeError):
            return {}
        return entries if isinstance(entries, dict) else {}


@cache
def _entries() -> Entries:
    here = Path(__file__)
    made_by = states(here.with_name(name) for name in _MAKERS)
    entries = Entries(KeptFile(beside(here, "patterns"), made_by))
    if is_allowed():
        atexit.register(entries.save)
    return entries

"""The explorer of each state of the store: drawn by a process that can be ended, and kept beside the store.

Drawing thousands of reviews takes longer than anybody waits for a page, and in a thread it would hold up all others.
"""

import asyncio
import os
import shutil
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from kg.processes import started

if TYPE_CHECKING:
    import subprocess

_POLL = 0.05  # seconds between two looks whether it is done


def file_of(version: str) -> str:
    """The name of the page of a state: another one for another state, script or style."""
    from kg.explorer.page import page_policy  # which the site's other pages need not wait for

    return f"{version}-{sha256(page_policy().encode()).hexdigest()[:8]}.html"


class Drawing:
    """Draws one state at a time: a newer one ends the drawing of an older."""

    def __init__(self, where: str) -> None:
        self._where = Path(where)
        self._version = ""
        self._began = 0.0
        self._process: subprocess.Popen[bytes] | None = None
        self._apart: Path | None = None
        self._lock = Lock()

    def begin(self, version: str) -> Path | None:
        """The page of a state if it is there; else it is being drawn from now on."""
        with self._lock:
            page = self._folder() / file_of(version)
            if page.exists():
                return page
            if self._version != version or self._is_gone():
                self._end()
                self._version, self._began = version, time.monotonic()
                self._process = started("kg.serve.draw", str(self._where), str(self._folder()))
            return None

    async def done(self, version: str, seconds: float) -> Path | None:
        """The page of a state as soon as it is there, or nothing after so many seconds, or if it will not be."""
        until = time.monotonic() + seconds
        while (page := self.begin(version)) is None and self.is_going_on and time.monotonic() < until:
            await asyncio.sleep(_POLL)
        return page or self.begin(version)

    @property
    def is_going_on(self) -> bool:
        """Whether a process is drawing."""
        return self._process is not None and self._process.poll() is None

    @property
    def seconds(self) -> int:
        """How long it has been drawing."""
        return int(time.monotonic() - self._began)

    def close(self) -> None:
        """End what is going on, and remove what is kept nowhere else."""
        with self._lock:
            self._end()
            if self._apart is not None:
                shutil.rmtree(self._apart, ignore_errors=True)
                self._apart = None

    def _folder(self) -> Path:
        """Beside the store; where there is none that can be written, in a folder that goes with the site."""
        if self._where.is_dir() and os.access(self._where, os.W_OK):
            return self._where / "explorer"
        self._apart = self._apart or Path(tempfile.mkdtemp(prefix="kg-explorer-"))
        return self._apart

    def _is_gone(self) -> bool:
        """Whether the page was drawn, and taken away since."""
        return self._process is not None and self._process.poll() == 0

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
        self._version = ""

"""Locks between processes: each is a file, and who ends, however it ends, holds it no more."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self


class Lock:
    """A lock that is held until it is released, or nobody has it any more."""

    def __init__(self, path: Path) -> None:
        """Take it.

        Raises: BlockingIOError, if it is held already, here or by another process; OSError, if it cannot be made.
        """
        self._path = path
        self._handle: int | None = None
        while self._handle is None:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            try:
                _take(handle)
            except OSError:
                os.close(handle)
                raise
            if _is_still(handle, path):  # else who held it has removed the file since it was opened
                self._handle = handle
            else:
                os.close(handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def __del__(self) -> None:
        self.release()

    def release(self) -> None:
        """Let others take it. Its file goes while it is still held: else it might be another's by then."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):  # Windows keeps a file that is open
                self._path.unlink()
            os.close(handle)


def _is_still(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(*error.args) from error
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

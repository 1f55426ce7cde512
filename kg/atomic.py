"""Files that are whole or not there at all."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG


def write_text(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8: a reader sees the old file or the new one, never half of one."""
    write_bytes(path, (text.encode(),))


def write_bytes(path: Path, chunks: Iterable[bytes]) -> None:
    """Write chunks to `path` as they come: whoever reads it sees the old file or the whole new one.

    Where a link stands, the file that it leads to is replaced, and the link stays; a pipe or a device is written to.
    """
    if _is_special(path):
        with path.open("wb") as file:
            file.writelines(chunks)
    else:
        _replace(Path(os.path.realpath(path)), chunks)


def check_place(path: Path) -> None:
    """Find out before long work whether a file may be written here, as far as that can be told without writing it.

    Raises: OSError.
    """
    place = Path(os.path.realpath(path))
    if place.is_dir():
        raise _refusal(errno.EISDIR, path)
    if not place.parent.is_dir():
        raise _refusal(errno.ENOENT, path)
    if not os.access(place if _is_special(path) else place.parent, os.W_OK):
        raise _refusal(errno.EACCES, path)


def _refusal(number: int, path: Path) -> OSError:
    return OSError(number, os.strerror(number), str(path))


def _is_special(path: Path) -> bool:
    """Whether something stands here that is neither a file nor a folder: to replace it would take it away."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (S_ISREG(mode) or S_ISDIR(mode))


def _replace(path: Path, chunks: Iterable[bytes]) -> None:
    beside = path.with_name(f".{path.name}.{os.urandom(8).hex()}")
    try:
        with beside.open("xb") as file:  # with the permissions of any new file: to ask for the mask is to change it
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise

"""Files that are whole or not there at all."""

import os
import tempfile
from collections.abc import Iterable
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


def _is_special(path: Path) -> bool:
    """Whether something stands here that is neither a file nor a folder: to replace it would take it away."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (S_ISREG(mode) or S_ISDIR(mode))


def _replace(path: Path, chunks: Iterable[bytes]) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

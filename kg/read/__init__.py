"""Files into source documents: what a file is, is told by its content and never by the ending of its name.

A new kind of file is a new module here, with a loader, and one line in `LOADERS`.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from kg.model import SourceDocument
from kg.read.errors import UnreadableError
from kg.read.sniff import described, media_type
from kg.read.text import PLAIN_TEXT, decoded

__all__ = ["LARGEST", "LOADERS", "UnreadableError", "read", "read_bytes"]

Loader = Callable[[str, bytes], str]  # a file's name (for the error) and its bytes -> its text

LOADERS: Mapping[str, Loader] = {PLAIN_TEXT: decoded}
LARGEST = 50_000_000  # bytes of one file; the largest digest seen has 2 million


def read(path: Path) -> SourceDocument:
    """The document that a file holds.

    Raises: UnreadableError, if there is no such file, or it cannot be read, or is none of the kinds in `LOADERS`.
    """
    try:
        if path.is_dir():
            raise UnreadableError(f"{path} is a folder, not a file: name the files in it.")
        if path.stat().st_size > LARGEST:
            raise _too_large(str(path))
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(f"{path} does not exist: check the path.") from None
    except PermissionError:
        raise UnreadableError(f"{path} may not be read by you: change its permissions, or copy it.") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableError(f"{str(path)!r} cannot be read: {error}.") from None
    return read_bytes(path.name, data)


def read_bytes(name: str, data: bytes) -> SourceDocument:
    """The document that bytes hold, under the name of the file they came from.

    Raises: UnreadableError, if they are empty, too many, or none of the kinds in `LOADERS`.
    """
    if len(data) > LARGEST:
        raise _too_large(name)
    if not data.strip():
        raise UnreadableError(f"{name} is empty: check that it was saved or copied to the end.")
    kind = media_type(data)
    if kind not in LOADERS:
        raise UnreadableError(f"{name} is {described(kind)}; save it as plain text first.")
    text = LOADERS[kind](name, data)
    return SourceDocument(name=name, sha256=sha256(data).hexdigest(), media_type=kind, text=text)


def _too_large(name: str) -> UnreadableError:
    return UnreadableError(f"{name} is larger than {LARGEST // 1_000_000} MB: split it into smaller files.")

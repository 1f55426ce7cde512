"""Files into source documents: what a file is, is told by its content and never by the ending of its name.

A new kind of file is a new module here, with a function `document`, and one line in `READERS`. All but plain text is
read in a process of its own.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR
from typing import TYPE_CHECKING

from kg.read.apart import Worker, read_apart
from kg.read.content import Content
from kg.read.errors import UnreadableError
from kg.read.limits import LARGEST, LONGEST, too_large, too_long
from kg.read.sniff import DOCX, HTML, PDF, described, media_type
from kg.read.text import PLAIN_TEXT, decoded, whole

if TYPE_CHECKING:
    from kg.model import SourceDocument

__all__ = ["LARGEST", "READERS", "UnreadableError", "Worker", "bytes_of", "read", "read_apart", "read_bytes"]

READERS: Mapping[str, str] = {DOCX: "kg.read.docx", HTML: "kg.read.html", PDF: "kg.read.pdf"}  # kind -> module
Apart = Callable[[str, str, bytes], Content]  # a file's name (for the error), its module and its bytes


def read(path: Path, apart: Apart = read_apart) -> "SourceDocument":
    """The document that a file holds; `apart` is a worker's `read` where many files are read.

    Raises: UnreadableError, if there is no such file, or it cannot be read, or is of a kind that nothing here reads.
    """
    return read_bytes(path.name, bytes_of(path), apart)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises: UnreadableError, if there is no such file, or it cannot be read, or is too large.
    """
    try:
        found = path.stat()
        if S_ISDIR(found.st_mode):
            raise UnreadableError(f"{path} is a folder, not a file: name the files in it.")
        if found.st_size > LARGEST:
            raise too_large(str(path))
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(f"{path} does not exist: check the path.") from None
    except PermissionError:
        raise UnreadableError(f"{path} may not be read by you: change its permissions, or copy it.") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableError(f"{str(path)!r} cannot be read: {error}.") from None


def read_bytes(name: str, data: bytes, apart: Apart = read_apart) -> "SourceDocument":
    """The document that bytes hold, under the name of the file they came from.

    Raises: UnreadableError, if they are empty, too many, damaged, or of a kind that nothing here reads.
    """
    from kg.model import SourceDocument

    if len(data) > LARGEST:
        raise too_large(name)
    if not data.strip():
        raise UnreadableError(f"{name} is empty: check that it was saved or copied to the end.")
    kind = media_type(data)
    content = _content(name, kind, data, apart)
    if not content.text.strip():
        raise UnreadableError(f"{name} is {described(kind)} without words: check that it was saved to the end.")
    if len(content.text) > LONGEST:
        raise too_long(name)
    return SourceDocument(name, sha256(data).hexdigest(), kind, content.text, content.pages, content.links)


def _content(name: str, kind: str, data: bytes, apart: Apart) -> Content:
    if kind == PLAIN_TEXT:
        return Content(whole(decoded(name, data)))
    if kind not in READERS:
        way = "with the encoding UTF-8" if kind.startswith(PLAIN_TEXT) else "as plain text"
        raise UnreadableError(f"{name} is {described(kind)}; save it {way} first.")
    return apart(" ".join(name.split()), READERS[kind], data)

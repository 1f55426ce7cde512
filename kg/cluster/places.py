"""Where documents and parts are: folders of this system, or any system that fsspec knows, such as an object store."""

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.cluster.errors import PlaceError
from kg.errors import KGError, briefly
from kg.loading.sources import documents, names
from kg.read import LARGEST, UnreadableError, bytes_of

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
# A user or password in a URL; what stands before the @ of Azure's is a container.
_LOGIN = re.compile(r"\b(?!abfss?:)([a-z][a-z0-9+.-]*)://[^/]*@([^/]*)", re.IGNORECASE)


class Place(NamedTuple):
    """A document: the name it is known by, and where every machine of the cluster finds it."""

    name: str
    where: str  # an absolute path, or a URL


def places(paths: Sequence[str]) -> tuple[Place, ...]:
    """The documents of files, folders, URLs and `@lists` of these, with the names that `kg load` gives them.

    Raises: PlaceError, UnreadableError.
    """
    found = list(dict.fromkeys(where for path in _listed(paths) for where in _within(path)))
    ends = names([Path("/", _URL.sub("", where)) for where in found])
    return tuple(Place(name, where) for name, where in zip(ends, found, strict=True))


def content(where: str) -> bytes:
    """The bytes of a document.

    Raises: UnreadableError.
    """
    if not _URL.match(where):
        return bytes_of(Path(where))
    try:
        system, path = system_of(where)
        with system.open(path, "rb") as file:
            data: bytes = file.read(LARGEST + 1)  # one more than is read: then it is too large
    except KGError:
        raise
    except Exception as error:  # each system's library has errors of its own
        raise UnreadableError(f"{where} cannot be read: {_why(error)}.") from error
    return data


def system_of(where: str) -> "tuple[AbstractFileSystem, str]":
    """The file system of a path or URL, and the path in it.

    Raises: PlaceError, if it holds a user or a password, or nothing is installed that speaks its protocol.
    """
    from fsspec.core import url_to_fs

    if login := _LOGIN.search(where):
        scheme, host = login.groups()
        raise PlaceError(
            f"The URL of {scheme}://{host} holds a user or a password, which would end up in logs: take them out and "
            f"set FSSPEC_{scheme.upper()}_USERNAME and FSSPEC_{scheme.upper()}_PASSWORD on all machines."
        )
    try:
        system, path = url_to_fs(where)
    except Exception as error:  # each system's library has errors of its own
        raise PlaceError(f"{where} cannot be reached: {_why(error)}.") from error
    return system, str(path)


def write(system: "AbstractFileSystem", path: str, data: bytes) -> None:
    """Write a file: whoever reads it sees all of it or nothing, also when two machines write it at once."""
    beside = f"{path}.{uuid.uuid4().hex}.unfinished"
    with failures_told(system, path, "written"):
        system.pipe_file(beside, data)
        system.mv(beside, path)


@contextmanager
def failures_told(system: "AbstractFileSystem", path: str, done: str) -> Iterator[None]:
    """Say in one line that something cannot be `done` to a file or folder, whatever its system's library raises."""
    try:
        yield
    except KGError:
        raise
    except Exception as error:  # each system's library has errors of its own
        where = system.unstrip_protocol(path)
        raise PlaceError(
            f"{where} cannot be {done}: {_why(error)}. Mend that, and run the same command again."
        ) from error


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or briefly(error)


def _listed(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if not path.startswith("@"):
            yield path
            continue
        try:
            lines = Path(path[1:]).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise PlaceError(f"The list {path[1:]} cannot be read: {error}.") from error
        yield from filter(None, map(str.strip, lines))


def _within(path: str) -> Iterator[str]:
    if not _URL.match(path):
        yield from (str(file.absolute()) for file in documents(path))
        return
    system, inside = system_of(path)
    try:
        found = sorted(system.find(inside))
    except Exception as error:  # each system's library has errors of its own
        raise PlaceError(f"{path} cannot be searched: {_why(error)}.") from error
    if not found:
        raise PlaceError(f"{path} holds no files: name another place.")
    yield from (str(system.unstrip_protocol(file)) for file in found)

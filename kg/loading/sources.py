"""The files that a load is given: folders searched through, each file once, under the name its document is known by."""

import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from kg.folder import is_store
from kg.read import LARGEST, UnreadableError, bytes_of

STANDARD_INPUT = "-"
Paths = str | Path | Iterable[str | Path]


class Source(NamedTuple):
    """A file, and the name its document is known by."""

    path: Path
    name: str


def sources(paths: Paths) -> tuple[Source, ...]:
    """The files that paths stand for, each with the name of its document.

    A document is known by its file's name; where two files of one load share it, by as many parent folders as tell
    them apart.
    """
    files = list(_placed(paths))
    return tuple(Source(file, name) for (file, _), name in zip(files, _names(files), strict=True))


def data_of(source: Source) -> bytes:
    """The bytes of a file or of standard input, which can be read once.

    Raises: UnreadableError.
    """
    if not _is_text(source.name):
        raise UnreadableError(f"{printable(str(source.path))} has a name that is no text in UTF-8: rename it.")
    if str(source.path) == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST + 1)  # one more than is read: then it is too large
    if _never_ends(source.path):
        raise UnreadableError(f"{source.path} is not a file that ends: copy what it gives into a file.")
    return bytes_of(source.path)


def printable(name: str) -> str:
    r"""A name of the file system as it can be printed and written: bytes that are no text as `\xff`."""
    return name if _is_text(name) else os.fsencode(name).decode("utf-8", "backslashreplace")


def documents(paths: Paths) -> Iterator[Path]:
    """Yield files in the order given, each once; folders are searched in sorted order, without hidden files and stores.

    Raises: UnreadableError, if a path is empty, or a folder is a store or holds no file.
    """
    return (file for file, _ in _placed(paths))


def names(files: Sequence[Path]) -> list[str]:
    """The shortest ends of the paths, of one length for files of the same name, that tell all files apart."""
    return _names([(file, _resolved(file)) for file in files])


def _placed(paths: Paths) -> Iterator[tuple[Path, Path]]:
    """Yield files, each once, and where they are without links."""
    seen: set[Path] = set()
    for path in [paths] if isinstance(paths, str | Path) else paths:
        if path == "":
            raise UnreadableError("A path is empty: name a file or a folder.")
        for file, place in _files(Path(path)):
            if place not in seen:
                seen.add(place)
                yield file, place


def _names(files: Sequence[tuple[Path, Path]]) -> list[str]:
    same_name: defaultdict[str, list[Path]] = defaultdict(list)
    for file, place in files:
        same_name[file.name].append(place)
    depths = {name: _depth(group) for name, group in same_name.items()}
    return [
        "standard-input.txt" if str(file) == STANDARD_INPUT else _end(place, file.name, depths[file.name])
        for file, place in files
    ]


def _files(path: Path) -> Iterator[tuple[Path, Path]]:
    if not path.is_dir():
        yield path, path.absolute() if str(path) == STANDARD_INPUT else _resolved(path)
        return
    if is_store(path):
        raise UnreadableError(f"{path} is a store, not a folder of documents: name the folder that they are in.")
    found = list(_walk(path))
    if not found:
        raise UnreadableError(f"{path} is a folder without files: name another.")
    yield from sorted(found, key=lambda file: file[0].parts)


def _walk(path: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the files in a folder, and where they are: to resolve a path takes as long as to read the file."""
    folders = [path]
    while folders:
        folder = folders.pop()
        place = _resolved(folder)
        for entry in _entries(folder):
            file = folder / entry.name
            if not _is_folder(entry):
                yield file, _resolved(file) if entry.is_symlink() else place / entry.name
            elif not entry.is_symlink() and not is_store(file):  # a link may lead to the folder that it stands in
                folders.append(file)


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    """What stands in a folder, without what is hidden."""
    try:
        with os.scandir(folder) as found:
            return [entry for entry in found if not entry.name.startswith(".")]
    except OSError as error:
        raise UnreadableError(f"{folder} cannot be searched: {error.strerror}.") from error


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to what may not be seen: reading it says so
        return False


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes of the file system that are not UTF-8
        return False
    return True


def _depth(group: Sequence[Path]) -> int:
    """How many parts at the end of the paths tell them apart."""
    if len(group) == 1:
        return 1
    longest = max(len(path.parts) for path in group)
    return next((n for n in range(1, longest) if len({path.parts[-n:] for path in group}) == len(group)), longest)


def _end(place: Path, name: str, depth: int) -> str:
    return "/".join((*place.parts[-depth:-1], name))


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a link to itself, a NUL: reading it says so
        return path.absolute()


def _never_ends(path: Path) -> bool:
    """Whether this is a pipe, a device or the like."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # reading it says what is wrong
        return False
    return not (S_ISREG(mode) or S_ISDIR(mode))

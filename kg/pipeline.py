"""The whole path on one screen: files -> documents -> digests -> store."""

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from kg.errors import KGError
from kg.extract import extract
from kg.model import Digest, SourceDocument
from kg.namespaces import ID
from kg.read import LARGEST, UnreadableError, Worker, bytes_of, read_apart, read_bytes
from kg.stores import Store, TakesParts

if TYPE_CHECKING:
    from kg.changes import Change
    from kg.loading import LoadReport, Run
    from kg.parts import Part, Request

STANDARD_INPUT = "-"
Paths = str | Path | Iterable[str | Path]


class Source(NamedTuple):
    """A file, and the name its document is known by."""

    path: Path
    name: str


def load(
    paths: Paths,
    store: Store,
    *,
    base: str = ID,
    refused: Callable[[KGError], None] | None = None,
    watched: Callable[[Sequence[Source]], Iterable[Source]] = iter,
    processes: int | None = None,
) -> "LoadReport":
    """Read, extract and store the documents of files and folders, in batches of whole documents.

    A document that the store holds already, read by this version, is hashed and not read again. `refused` takes the
    errors of files that are left out; without it the first such error ends the load. `watched` sees the sources go by.
    Many documents are read by as many processes as there are processors, unless a number is given.

    Raises: KGError.
    """
    coming = watched(sources(paths))
    if isinstance(store, TakesParts):
        run = store.run(base)
        store.write(_parts(coming, run, refused or _raise, processes))
        return run.report
    unchanged: list[str] = []
    with Worker() as worker:
        fresh = _fresh(coming, store.current(base), worker, unchanged, refused or _raise)
        report = store.load(fresh, base=base)
    return replace(report, unchanged=(*unchanged, *report.unchanged))


def plan(
    paths: Paths,
    store: Store,
    *,
    base: str = ID,
    refused: Callable[[KGError], None] | None = None,
    watched: Callable[[Sequence[Source]], Iterable[Source]] = iter,
) -> Iterator["Change"]:
    """Yield what `load` would add, change and remove, review by review. Nothing is stored.

    Raises: KGError.
    """
    with Worker() as worker:
        fresh = _fresh(watched(sources(paths)), store.current(base), worker, [], refused or _raise)
        yield from store.plan(fresh, base=base)


def digests(paths: Paths) -> Iterator[Digest | KGError]:
    """Yield what is read from each document, or the error that says why nothing is."""
    with Worker() as worker:
        for source in sources(paths):
            try:
                yield extract(document(source, worker))
            except KGError as error:
                yield error


def _parts(
    coming: Iterable[Source], run: "Run", refused: Callable[[KGError], None], processes: int | None
) -> Iterator["Part"]:
    """Yield what the documents come to that the store does not hold as they are; possible copies are decided last."""
    from kg.hands import outcomes

    perhaps_copies: list[tuple[Source, str]] = []
    found = outcomes(_requests(coming, run, refused, perhaps_copies), processes)
    others = outcomes(_requests_again(perhaps_copies, run, refused), 1)
    for outcome in chain(found, others):
        if isinstance(outcome, KGError):
            refused(outcome)
        else:
            yield run.taken(outcome)


def _requests(
    coming: Iterable[Source], run: "Run", refused: Callable[[KGError], None], perhaps: list[tuple[Source, str]]
) -> Iterator["Request"]:
    """Yield the documents to read; those that may be copies of others are put by, with their hashes."""
    from kg.loading import Standing

    for source in coming:
        if request := _request(source, run, refused):
            digest = sha256(request.data).hexdigest()
            standing = run.standing(source.name, digest)
            is_stream = str(source.path) == STANDARD_INPUT  # cannot be read twice
            if standing is Standing.NEW or (standing is Standing.PERHAPS_A_COPY and is_stream):
                yield request
            elif standing is Standing.PERHAPS_A_COPY:
                perhaps.append((source, digest))


def _requests_again(
    perhaps: Iterable[tuple[Source, str]], run: "Run", refused: Callable[[KGError], None]
) -> Iterator["Request"]:
    for source, digest in perhaps:
        if not run.is_copy(source.name, digest) and (request := _request(source, run, refused)):
            yield request


def _request(source: Source, run: "Run", refused: Callable[[KGError], None]) -> "Request | None":
    from kg.parts import Request

    try:
        return Request(source.name, _data(source), run.base, run.about(source.name))
    except KGError as error:
        error.document = source.name
        refused(error)
        return None


def _fresh(
    all_sources: Iterable[Source],
    is_current: Callable[[str, str], bool],
    worker: Worker,
    unchanged: list[str],
    refused: Callable[[KGError], None],
) -> Iterator[Digest]:
    """Yield the digests of documents that the store does not hold as they are."""
    for source in all_sources:
        try:
            data = _data(source)
            if is_current(source.name, sha256(data).hexdigest()):
                unchanged.append(source.name)
            else:
                yield extract(read_bytes(source.name, data, worker.read))
        except KGError as error:
            error.document = source.name
            refused(error)


def document(source: Source, worker: Worker | None = None) -> SourceDocument:
    """The document of a source, under the source's name.

    Raises: UnreadableError.
    """
    return read_bytes(source.name, _data(source), worker.read if worker else read_apart)


def _data(source: Source) -> bytes:
    if str(source.path) == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST + 1)  # one more than is read: then it is too large
    if source.path.exists() and not (source.path.is_file() or source.path.is_dir()):
        raise UnreadableError(f"{source.path} is not a file that ends: copy what it gives into a file.")
    return bytes_of(source.path)


def sources(paths: Paths) -> tuple[Source, ...]:
    """The files that paths stand for, each with the name of its document.

    A document is known by its file's name; where two files of one load share it, by as many parent folders as tell
    them apart.
    """
    files = list(_placed(paths))
    return tuple(Source(file, name) for (file, _), name in zip(files, _names(files), strict=True))


def documents(paths: Paths) -> Iterator[Path]:
    """Yield files in the order given, each once; folders are searched in sorted order, without hidden files.

    Raises: UnreadableError, if a folder holds no file.
    """
    return (file for file, _ in _placed(paths))


def names(files: Sequence[Path]) -> list[str]:
    """The shortest ends of the paths, of one length for files of the same name, that tell all files apart."""
    return _names([(file, _resolved(file)) for file in files])


def _placed(paths: Paths) -> Iterator[tuple[Path, Path]]:
    """Yield files, each once, and where they are without links."""
    seen: set[Path] = set()
    for path in [paths] if isinstance(paths, str | Path) else paths:
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
    found = list(_walk(path))
    if not found:
        raise UnreadableError(f"{path} is a folder without files: name another.")
    yield from sorted(found, key=lambda file: file[0].parts)


def _walk(path: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the files in a folder, and where they are: to resolve a path takes as long as to read the file."""
    for name, inner, file_names in os.walk(path, onerror=_unreadable):
        inner[:] = [each for each in inner if not each.startswith(".")]  # where os.walk goes next
        folder, place = Path(name), _resolved(Path(name))
        for file in (folder / each for each in file_names if not each.startswith(".")):
            yield file, _resolved(file) if file.is_symlink() else place / file.name


def _depth(group: Sequence[Path]) -> int:
    """How many parts at the end of the paths tell them apart."""
    longest = max(len(path.parts) for path in group)
    return next((n for n in range(1, longest) if len({path.parts[-n:] for path in group}) == len(group)), longest)


def _end(place: Path, name: str, depth: int) -> str:
    return "/".join((*place.parts[-depth:-1], name))


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a link to itself, a NUL: reading it says so
        return path.absolute()


def _unreadable(error: OSError) -> NoReturn:
    raise UnreadableError(f"{error.filename} cannot be searched: {error.strerror}.") from error


def _raise(error: KGError) -> NoReturn:
    raise error

"""Which documents of a load are to be read, told from their names and the hashes of their bytes alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path

from kg.errors import KGError, raised
from kg.folder import Folder
from kg.loading import ledger
from kg.loading.parts import Request
from kg.loading.plan import LoadReport, Run, Standing
from kg.loading.sources import STANDARD_INPUT, Paths, Source, data_of, printable, sources
from kg.namespaces import ID
from kg.stores import MEMORY, is_remote

Hashed = tuple[Source, str]  # a file, and the hash of its bytes


def requests(
    coming: Iterable[Source], run: Run, refused: Callable[[KGError], None], perhaps: list[Hashed]
) -> Iterator[Request]:
    """Yield the documents to read; those that may be copies of others are put by, with their hashes."""
    for source in coming:
        if request := _request(source, run, refused):
            digest = sha256(request.data).hexdigest()
            standing = run.standing(source.name, digest)
            if standing is Standing.NEW or (standing is Standing.PERHAPS_A_COPY and _is_stream(source)):
                yield request
            elif standing is Standing.PERHAPS_A_COPY:
                perhaps.append((source, digest))


def requests_again(perhaps: Iterable[Hashed], run: Run, refused: Callable[[KGError], None]) -> Iterator[Request]:
    """Yield those that were put by and are no copies, once all others are read."""
    for source, digest in perhaps:
        if not run.is_copy(source.name, digest) and (request := _request(source, run, refused)):
            yield request


def nothing_new(paths: Paths, where: str, base: str = ID) -> LoadReport | None:
    """What `kg.pipeline.load` would report, where it would find nothing new; `None` where only a load can tell.

    It is told from what is kept beside the store: the engine is not opened.

    Raises: kg.folder.StoreError, if what is there is not a store that this version can use.
    """
    if where == MEMORY or is_remote(where) or not (folder := Folder(Path(where))).check():
        return None
    held = ledger.read(folder)
    if held is None:
        return None
    try:
        run = Run(held, base)
        return None if _is_any_new(sources(paths), run) else run.report
    except KGError:  # a load names what it refuses, and goes on with the others
        return None


def _is_any_new(found: Sequence[Source], run: Run) -> bool:
    """Whether there is a document to read; what is read from a stream may be one."""
    perhaps: list[Hashed] = []
    to_read = chain(requests(found, run, raised, perhaps), requests_again(perhaps, run, raised))
    return any(map(_is_stream, found)) or next(to_read, None) is not None


def _request(source: Source, run: Run, refused: Callable[[KGError], None]) -> Request | None:
    try:
        return Request(source.name, data_of(source), run.base, run.about(source.name))
    except KGError as error:
        error.document = printable(source.name)
        refused(error)
        return None


def _is_stream(source: Source) -> bool:
    """Whether a source cannot be read twice."""
    return str(source.path) == STANDARD_INPUT

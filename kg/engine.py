"""The engine in a folder or in memory: opened, made, filled; its answers as ours, and its failures in one line each."""

import io
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.answers import Answer, Value
from kg.errors import briefly
from kg.folder import (
    DamagedStoreError,
    Folder,
    LockedStoreError,
    NotReadableError,
    NotWritableError,
    StoreError,
    files_in,
)
from kg.rdf.literals import plain
from kg.rdf.solutions import answer
from kg.stores import MEMORY

_TRIES, _PAUSE = 100, 0.05  # seconds: one that writes without end is not waited for longer than these


def answered(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    """The engine's answer as ours; triples in order, rows as the engine gives them."""
    if isinstance(found, ox.QueryBoolean):
        return Answer(("answer",), ((bool(found),),))
    if isinstance(found, ox.QueryTriples):
        rows = sorted((tuple(map(_value, triple)) for triple in found), key=lambda row: tuple(map(repr, row)))
        return Answer(("subject", "predicate", "object"), tuple(rows))
    return answer(found.serialize(format=ox.QueryResultsFormat.TSV) or b"")


def _value(term: object) -> Value:
    if isinstance(term, ox.Literal):
        return plain(term.value, term.datatype.value)
    if term is None:
        return None
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def opened(folder: Folder, place: Path, *, writes: bool) -> ox.Store:
    """The engine of a folder, at a place inside it.

    A process that writes takes away files which another, just opening the store for reading, was about to read: then
    it is opened once more. Where no file has changed meanwhile, it is damaged.

    Raises: StoreError, if it is held by another process, is damaged, or may not be read or written.
    """
    for _ in range(_TRIES):
        before = files_in(place)
        try:
            return ox.Store(str(place)) if writes else ox.Store.read_only(str(place))
        except (OSError, RuntimeError) as error:
            if writes or files_in(place) == before:
                raise _named(folder, error, writes=writes) from error
        time.sleep(_PAUSE)
    raise LockedStoreError(folder.where)


def _named(folder: Folder, error: Exception, *, writes: bool) -> StoreError:
    """The engine's error as one that says what to do."""
    words = str(error)
    if "lock" in words.lower() and ("hold by" in words or "unavailable" in words):
        return LockedStoreError(folder.where)
    if isinstance(error, RuntimeError) or "Corruption" in words or isinstance(error, FileNotFoundError):
        return DamagedStoreError(folder.where, briefly(error))
    return (NotWritableError if writes else NotReadableError)(folder.where, briefly(error))


def made(folder: Folder, lines: Iterable[bytes]) -> ox.Store:
    """Build a store of these lines beside the place where it belongs, and move it there when it is whole.

    Whoever calls this holds the folder's lock, so that what was left unfinished is of a load that was killed.

    Raises: StoreError.
    """
    if folder.engine.exists():  # another process made it since there was none
        raise LockedStoreError(folder.where)
    folder.clear_unfinished()
    try:
        _build(folder, lines)
    except BaseException:
        folder.clear()
        raise
    return opened(folder, folder.engine, writes=True)


def _build(folder: Folder, lines: Iterable[bytes]) -> None:
    engine = opened(folder, folder.unfinished, writes=True)
    fill(engine, folder, lines)
    del engine  # lets go of the lock and the files
    folder.finish()


def fill(engine: ox.Store, folder: Folder | None, lines: Iterable[bytes]) -> None:
    """Add lines of TriG to what the engine holds: all of them, or none."""
    from kg.chunks import Chunks

    source = Chunks(lines)
    try:
        with failures_named(folder):
            engine.bulk_load(io.BufferedReader(source, 1 << 16), ox.RdfFormat.TRIG, lenient=True)  # we wrote it
            engine.flush()
    except BaseException:
        if source.error is not None:
            raise source.error from None
        raise


@contextmanager
def failures_named(folder: Folder | None) -> Iterator[None]:
    """Turn the engine's failures to write into one line."""
    try:
        yield
    except OSError as error:
        where = folder.where if folder else Path(MEMORY)
        raise NotWritableError(where, error.strerror or briefly(error)) from error


def mistake(error: SyntaxError) -> str:
    """Where the query is wrong; the engine's list of what it expected is cut short."""
    return f"The query has a mistake: {briefly(error)}. Only SELECT, ASK, CONSTRUCT and DESCRIBE are answered."

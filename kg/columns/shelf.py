"""Where the columns of a store are kept: beside the engine, under a mark of the engine's files, or not at all.

Columns are made of the documents that are written, as long as nobody else can have changed what the engine holds;
else they are read out of the engine. Nothing heavy is imported before columns are worth it: SPARQL answers for a small
store.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from kg import __version__
from kg.columns.errors import NotColumnarError
from kg.errors import KGError
from kg.folder import UNDER_WAY

if TYPE_CHECKING:
    from kg.answers import Answer
    from kg.columns.held import Held
    from kg.columns.kept import Kept
    from kg.columns.part import Columns
    from kg.columns.pieces import Whole
    from kg.columns.rows import Packed
    from kg.columns.written import Written

FORMAT = 7  # of the arrays: columns of another format are made anew
WORTHWHILE = 16 << 20  # bytes of an engine's files, about 250 reviews: below, SPARQL answers before numpy is imported
MANY = 500_000  # quads of a store in memory

State = tuple[tuple[str, int, int], ...]  # names, sizes and times of an engine's files


class Source(Protocol):
    """What holds the documents: a store."""

    def query(self, sparql: str, /) -> "Answer":
        """The answer's columns and rows."""
        ...

    def graphs(self) -> Iterator[tuple[str, str]]:
        """The name of each graph and its statements as N-Triples."""
        ...


def state(engine: Path) -> State:
    """An exact mark of what an engine's folder holds; empty if it cannot be told.

    The engine never changes a table once it is written, and appends every change to a log first: names, sizes and
    times of both change with every change of what is stored. Opening the engine, even to write, changes neither.
    """
    try:
        with os.scandir(engine) as found:
            files = sorted(_mark(each) for each in found if _tells(each.name))
    except OSError:
        return ()
    return tuple(file for file in files if file[1])


def _tells(name: str) -> bool:
    return name.endswith((".sst", ".log")) and not name.startswith(UNDER_WAY)


class Shelf:
    """The columns of one open store: made when first asked for, kept while what they say is so."""

    def __init__(
        self, folder: Path | None = None, engine: Path | None = None, opened: State = (), *, writes: bool = False
    ) -> None:
        """`opened` is the state in which the engine was opened; a store open for reading sees it for good."""
        self._folder = folder
        self._engine = engine
        self._opened = opened
        self._size = sum(size for name, size, _ in opened if name.endswith(".sst"))
        self._writes = writes
        self._held: tuple[object, Columns | None] | None = None
        self._making = RLock()  # held while columns are made: whoever asks meanwhile waits for them
        self._written: Written | None = None  # what the engine holds, while only this process can have changed it
        if writes and folder is not None:
            _clear_unfinished(folder / "columns")
            self._begin(_place(folder, opened))

    def columns(self, source: Source, quads: int) -> "Columns | None":
        """The columns of a store that holds so many quads; `None` where SPARQL is the quicker way."""
        if self._folder is None or self._engine is None:
            return _read_if_columnar(source) if quads > MANY else None
        if self._engine_size(self._engine) < WORTHWHILE:
            return None
        with self._making:
            now = self._now(self._engine)
            if self._held is None or self._held[0] != now:
                self._held = now, self._made(source, self._folder, self._engine)
            return self._held[1]

    def at_hand(self, source: Source) -> "tuple[bool, Columns | None]":
        """Whether columns are still to be made, and those that are there already. Nobody waits for who makes them."""
        if self._folder is None or self._engine is None or self._engine_size(self._engine) < WORTHWHILE:
            return False, None
        if not self._making.acquire(blocking=False):
            return True, None
        try:
            now = self._now(self._engine)
            if self._held is None or self._held[0] != now:
                if (found := self._kept(self._folder, self._engine)) is None:
                    return True, None
                self._held = now, _columns(found, source)
            return False, self._held[1]
        except NotColumnarError:
            return False, None
        finally:
            self._making.release()

    def rows(self, graph: str, body: str) -> "Packed | None":
        """The rows of a graph, its statements as Turtle without prefixes; `None` where nothing is done with them."""
        if self._written is None:
            return None
        from kg.columns.reading import rows_of

        return rows_of(graph, body)

    def add(self, rows: "Packed | None") -> None:
        """Take notice of a new graph that is being written, by its rows if they are known."""
        if rows is None:
            self.doubt()
        elif self._written is not None:
            self._written.add(rows)

    def replace(self, all_rows: "Mapping[str, Packed | None]") -> None:
        """Take notice of graphs that are being written in the place of what they held."""
        if self._written is not None:
            self._written.forget(all_rows)
            for rows in all_rows.values():
                self.add(rows)

    def doubt(self) -> None:
        """Trust nothing that was taken notice of: the engine may hold something else."""
        if self._written is not None:
            self._written.close()
            self._written = None

    def settle(self, source: Source, close: Callable[[], None]) -> None:
        """Close the engine, and keep the columns of what was written under the state in which that leaves it."""
        try:
            self._keep(source, close)
        finally:
            self.doubt()

    def _keep(self, source: Source, close: Callable[[], None]) -> None:
        if self._written is None or not self._written.changes or self._folder is None or self._engine is None:
            return
        if _size(self._engine) >= WORTHWHILE:
            from kg.columns import kept

            with suppress(OSError, NotColumnarError, KGError), kept.beside(self._folder / "columns") as folder:
                with kept.writing(folder) as columns:  # the engine refuses what it cannot read: all is stored even so
                    self._written.merge(source.query, columns)
                close()
                kept.move(folder, _place(self._folder, state(self._engine)))

    def _engine_size(self, engine: Path) -> int:
        """How many bytes of tables the engine has; one that is only read goes on seeing those it had."""
        return _size(engine) if self._writes or not self._opened else self._size

    def _begin(self, place: Path | None) -> None:
        """Know what the engine holds, if it holds nothing yet or its columns are kept."""
        from kg.columns.written import Written

        if self._engine is not None and not self._engine.exists():
            self._written = Written()
        elif place is not None and place.exists():
            from kg.columns.kept import opened

            with suppress(NotColumnarError):
                found = opened(place)
                self._written = Written([found]) if found else None

    def _now(self, engine: Path) -> object:
        """What the columns depend on: how often this process changed the engine, or the state of the engine's files."""
        if self._written is not None:
            return self._written.changes
        return state(engine) if self._writes else self._opened

    def _made(self, source: Source, folder: Path, engine: Path) -> "Columns | None":
        """The columns kept of the present state, or else made and kept; `None` where there can be none."""
        from kg.columns import kept

        now = state(engine) if self._writes else self._opened
        place = _place(folder, now)
        try:
            found = kept.opened(place) if place else None
            if found is not None:
                return _columns(found, source)
            may_change = self._writes and self._written is None
            return self._make(source, place, lambda: not may_change or state(engine) == now)
        except NotColumnarError:
            return None

    def _kept(self, folder: Path, engine: Path) -> "Kept | None":
        """The columns kept of the present state.

        Raises: NotColumnarError, if it was found before that there can be none.
        """
        from kg.columns import kept

        place = _place(folder, state(engine) if self._writes else self._opened)
        return kept.opened(place) if place else None

    def _make(self, source: Source, place: Path | None, is_current: Callable[[], bool]) -> "Columns":
        from kg.columns import kept

        if place is not None:
            with suppress(OSError), kept.beside(place.parent) as folder:
                try:
                    with kept.writing(folder) as columns:
                        self._merge(source, columns)
                except NotColumnarError as reason:
                    kept.write_reason(folder, reason)
                if not is_current():
                    raise NotColumnarError("the store changed while it was read")
                kept.move(folder, place)
                if (found := kept.opened(place)) is not None:
                    return _columns(found, source)
        return _in_memory(self._merge, source)

    def _merge(self, source: Source, into: "Whole") -> None:
        """Append the columns of what was written, if that is known, or of what is read out of the engine."""
        if self._written is not None:
            self._written.merge(source.query, into)
        else:
            _read(source, into)


def _clear_unfinished(place: Path) -> None:
    """Remove columns that killed processes were writing; whoever may write a store does so."""
    if place.is_dir():
        from kg.columns.kept import clear_unfinished

        clear_unfinished(place)


def read(source: Source) -> "Columns":
    """The columns of whatever holds documents, kept nowhere.

    Raises: NotColumnarError.
    """
    return _in_memory(_read, source)


def _read_if_columnar(source: Source) -> "Columns | None":
    try:
        return read(source)
    except NotColumnarError:
        return None


def _read(source: Source, into: "Whole") -> None:
    """Append the columns of what is read out of a store."""
    with closing(written_of(source)) as written:
        written.merge(source.query, into)


def written_of(source: Source) -> "Written":
    """What a store holds, read out of it graph by graph.

    Raises: NotColumnarError.
    """
    from kg.columns.reading import packed
    from kg.columns.statements import of_ntriples
    from kg.columns.written import Written

    written = Written()
    try:
        for graph, lines in source.graphs():
            written.add(packed(graph, of_ntriples(lines)))
    except NotColumnarError:
        written.close()
        raise
    return written


def _in_memory(merge: "Callable[[Source, Whole], None]", source: Source) -> "Columns":
    from kg.columns.held import Held

    held = Held()
    merge(source, held)
    return _columns(held, source)


def _columns(arrays: "Held | Kept", source: Source) -> "Columns":
    from kg.columns.part import Columns

    return Columns(arrays.__getitem__, source.query)


def _place(folder: Path, now: State) -> Path | None:
    """The folder that holds the columns of a state and of no other; `None` if the state cannot be told."""
    if not now:
        return None
    from hashlib import sha256

    return folder / "columns" / sha256(repr((FORMAT, __version__, now)).encode()).hexdigest()[:32]


def _mark(file: "os.DirEntry[str]") -> tuple[str, int, int]:
    found = file.stat()
    return file.name, found.st_size, found.st_mtime_ns


def _size(engine: Path) -> int:
    try:
        with os.scandir(engine) as found:
            return sum(each.stat().st_size for each in found if each.name.endswith(".sst"))
    except OSError:
        return 0

"""The store: an engine in a folder or in memory. Only this module and `kg.engine` name the engine.

A load is stored in batches of whole documents, the first built beside and moved into place. So a load that fails, or
is killed, leaves the store as it was or with whole documents more, and the next goes on from there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from kg.answers import Answer
from kg.columns.shelf import Shelf, State, state
from kg.engine import answered, failures_named, fill, made, mistake, opened
from kg.errors import briefly
from kg.folder import Folder, MissingStoreError, ReadOnlyError, RemoteStoreError, StoreError
from kg.loading.ledger import Ledger
from kg.namespaces import ID, RDF, SG
from kg.rdf.literals import bare
from kg.rdf.named_graphs import named, names_held
from kg.rdf.sparql import RefusedQueryError, check
from kg.rdf.statements import Quad, Triple
from kg.stores import MEMORY, is_remote

if TYPE_CHECKING:
    from kg.columns.part import Columns
    from kg.columns.rows import Packed
    from kg.curation.decision import Decision
    from kg.dataset import StoreDataset
    from kg.loading.batches import Batch
    from kg.loading.changes import Change
    from kg.loading.parts import Part
    from kg.loading.plan import Held, LoadReport, Run
    from kg.locks import Lock
    from kg.model import Digest

__all__ = ["MEMORY", "MissingStoreError", "Quad", "Store", "StoreError"]


class Store:
    """Documents and what was read from them, each document a named graph; questions see all graphs as one.

    What only writing needs is imported where it is needed, since most commands ask.
    """

    def __init__(
        self,
        engine: ox.Store | None,
        folder: Folder | None,
        *,
        read_only: bool = False,
        state: State = (),
        lock: "Lock | None" = None,
    ) -> None:
        self._opened = engine
        self._folder = folder
        self._lock = lock  # held from before the engine is opened to write until all is noted of what was written
        self._read_only = read_only
        self._ledger = Ledger(None if read_only else folder)  # who only reads may see what is no more
        self._shelf = Shelf(folder.where, folder.engine, state, writes=not read_only) if folder else Shelf()

    @classmethod
    def open(cls, where: str | Path, *, create: bool = False, read_only: bool = True) -> Self:
        """The store at a place: a folder, or `memory` for one that is gone when it is closed.

        With `create`, a store need not be there yet, and nothing is written before the first load. Reading works beside
        another process that writes.

        Raises: StoreError, if it cannot be opened.
        """
        if str(where) == MEMORY:
            return cls(ox.Store(), None)
        if is_remote(where):
            raise RemoteStoreError(str(where))
        folder = Folder(Path(where))
        writes = create or not read_only
        there = folder.check()
        if writes:
            folder.must_be_writable()
        if not there and not create:
            raise MissingStoreError(folder.where)
        lock = folder.lock() if writes and there else None
        try:
            before = state(folder.engine)
            engine = opened(folder, folder.engine, writes=writes) if there else None
            if writes and there:
                folder.clear_under_way()
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        seen = before if state(folder.engine) == before else ()  # else another process wrote meanwhile
        return cls(engine, folder, read_only=not writes, state=seen, lock=lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._doubt()
        self.close()

    def close(self) -> None:
        """Let others write. A closed store of a folder can be asked no more.

        What is noted beside the engine is noted for the state in which it leaves its files when it is closed. The
        engine's own lock ends with that; ours only then does, so that no other process can have made the state another.
        """
        try:
            if self._opened is not None:
                self._shelf.settle(self, self._let_go)
            self._let_go()
            self._ledger.keep()
        finally:
            self._let_go()  # whatever failed, nobody is told that he may write while the engine is open
            self._unlock()
            self._folder = None

    @property
    def engine(self) -> ox.Store:
        """The engine itself, for bulk work; a store that is not there yet is made, empty."""
        self._doubt()  # whoever has it may change what it holds
        return self._engine

    @property
    def _engine(self) -> ox.Store:
        if self._opened is None:
            if self._folder is None:
                raise ValueError("The store is closed.")
            self._opened = self._made(self._folder, ())
        return self._opened

    def _made(self, folder: Folder, lines: Iterable[bytes]) -> ox.Store:
        """The engine of a store that was not there yet."""
        self._lock = folder.prepare()
        try:
            return made(folder, lines)
        except BaseException:
            self._unlock()
            raise

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock = None

    def held(self) -> "dict[str, Held]":
        """What the store knows of each document it holds, by the IRI of the document."""
        from kg.loading.plan import HELD_BY_GRAPH, held

        return held(self.query(HELD_BY_GRAPH).rows)

    def current(self, base: str = ID) -> Callable[[str, str], bool]:
        """What tells, from a name and a hash, whether the store holds a document just as this version would read it."""
        from kg.loading.plan import is_current

        held = {} if self._opened is None else self.held()
        return lambda name, sha256: is_current(held, name, sha256, base)

    def load(self, digests: "Iterable[Digest]", *, base: str = ID) -> "LoadReport":
        """Store digests, in batches of whole documents; what goes wrong on the way undoes the batch it is in.

        A document of which the bytes, the software and the vocabulary are unchanged is left alone; a changed one
        replaces its graph and nothing else; a copy of a stored one under another name is left out and reported.

        Raises: StoreError, SameNameError.
        """
        run = self.run(base)
        self.write(run.parts(digests))
        return run.report

    def write(self, parts: "Iterable[Part]") -> None:
        """Store what documents came to, in batches of whole documents, each stored as a whole or not at all.

        Parts are taken as they are needed, so there may be any number of them.

        Raises: StoreError.
        """
        from kg.loading.batches import Batch

        if self._read_only:
            raise ReadOnlyError
        coming = iter(parts)
        while (first := next(coming, None)) is not None:
            self._write_batch(Batch(chain([first], coming)))
        if not self._is_empty():
            self._refresh_vocabulary()

    def plan(self, digests: "Iterable[Digest]", *, base: str = ID, again: bool = False) -> "Iterator[Change]":
        """Yield what loading these digests would add, change and remove, review by review; nothing is stored.

        With `again`, also of documents that are held as they are.

        Raises: SameNameError.
        """
        from kg.loading.changes import changes, graph_of

        run = self.run(base)
        run.again = again
        for digest in run.to_write(digests):
            name = digest.document.name
            beside = (run.replacements.get(name), run.doubles.get(name))
            yield from changes(digest, self.graph(graph_of(digest, base)), base, *beside)

    def graph(self, name: str) -> Iterator[Triple]:
        """Yield the triples of one graph, in no particular order, as `kg.to_rdf` writes them."""
        for quad in self._engine.quads_for_pattern(None, None, None, ox.NamedNode(name)):
            yield bare(str(quad.subject)), quad.predicate.value, str(quad.object)

    def run(self, base: str = ID) -> "Run":
        """A load that begins: it knows what the store holds and what people decided."""
        from kg.loading.plan import Run

        held, decisions = ({}, {}) if self._is_empty() else (self.held(), self._decisions())
        self._ledger.begin(held)
        return Run(held, base, decisions, self._titles)

    def put(self, statements: Iterable[tuple[str, Iterable[Triple]]]) -> None:
        """Put triples in the place of whatever the graphs of these names hold: all of them, or none.

        Raises: StoreError.
        """
        if self._read_only:
            raise ReadOnlyError
        from kg.loading.parts import turtle

        self._ledger.doubt()
        self._replace_bodies({graph: turtle(triples) for graph, triples in statements})
        self._refresh_vocabulary()

    def query(self, sparql: str) -> Answer:
        """The answer to a question in SPARQL over all graphs as one, or those that it names after FROM.

        Nothing can be changed or sent by it.

        Raises: RefusedQueryError, if it is not a question, calls out, nests too deeply, or names another graph.
        """
        check(sparql)
        is_named = names_held(named(sparql), lambda graph: self._engine.contains_named_graph(ox.NamedNode(graph)))
        try:
            return answered(self._engine.query(sparql, use_default_graph_as_union=not is_named))
        except SyntaxError as error:
            raise RefusedQueryError(mistake(error)) from error
        except (OSError, RuntimeError) as error:
            raise RefusedQueryError(
                f"The query cannot be answered: {briefly(error)}. Try it in smaller steps."
            ) from error

    def columns(self) -> "Columns | None":
        """Columns that answer saved questions; `None` where SPARQL is as quick."""
        return self._shelf.columns(self, len(self._engine) if self._folder is None else 0)

    def columns_at_hand(self) -> "tuple[bool, Columns | None]":
        """Whether columns are worth while and still to be made, and those that are there already."""
        return self._shelf.at_hand(self)

    def quads(self, *, vocabulary: bool = False) -> Iterator[Quad]:
        """Every quad, in no particular order; those of the ontology, themes and codes only with `vocabulary`."""
        from kg.loading.vocabulary_graphs import VOCABULARY

        for quad in self._engine:
            graph = quad.graph_name
            if vocabulary or not (isinstance(graph, ox.NamedNode) and graph.value in VOCABULARY):
                yield str(quad.subject), str(quad.predicate), str(quad.object), str(graph)

    def graphs(self) -> Iterator[tuple[str, str]]:
        """Yield the name of each graph and its statements as N-Triples."""
        for graph in (*self._engine.named_graphs(), ox.DefaultGraph()):
            name = graph.value if isinstance(graph, ox.NamedNode) else str(graph)
            yield name, (self._engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b"").decode()

    def dataset(self) -> "StoreDataset":
        """The same store as an rdflib `Dataset` whose default graph is the union of all graphs."""
        from oxrdflib import OxigraphStore

        from kg.dataset import StoreDataset

        return StoreDataset(OxigraphStore(store=self.engine), self)

    def _write_batch(self, batch: "Batch") -> None:
        """Store the new documents of a batch in one go, then put changed ones in their places in one transaction."""
        from kg.loading.parts import as_trig
        from kg.loading.vocabulary_graphs import VOCABULARY, body

        if self._is_empty():
            vocabulary = (as_trig(graph, body(graph).encode()) for graph in VOCABULARY)
            lines: Iterable[bytes] = chain(vocabulary, self._new(batch, lambda _: False))
        else:
            lines = self._new(batch, self._holds)
        with self._in_doubt():
            if self._opened is None and self._folder is not None:
                self._opened = self._made(self._folder, lines)
            else:
                fill(self._engine, self._folder, lines)
        self._replace({part.graph: (part.body.decode(), part.rows) for part in batch.changed})
        self._ledger.add(batch.changed)

    def _new(self, batch: "Batch", holds: Callable[[str], bool]) -> Iterator[bytes]:
        """Yield the new documents of a batch as TriG; the columns take notice of each."""
        from kg.loading.parts import as_trig

        for part in batch.new(holds):
            self._shelf.add(part.rows)
            self._ledger.add((part,))
            yield as_trig(part.graph, part.body)

    def _replace_bodies(self, bodies: Mapping[str, str]) -> None:
        self._replace({graph: (body, self._shelf.rows(graph, body)) for graph, body in bodies.items()})

    def _replace(self, told: "Mapping[str, tuple[str, Packed | None]]") -> None:
        """Put statements, as Turtle without prefixes, in the place of whatever graphs hold: all of them, or none."""
        if told:
            with self._in_doubt(), failures_named(self._folder):
                self._shelf.replace({graph: rows for graph, (_, rows) in told.items()})
                self._engine.update("".join(self._changing(graph, body) for graph, (body, _) in told.items()))
                self._engine.flush()

    def _changing(self, graph: str, body: str) -> str:
        from kg.loading.parts import changing, statements

        return changing(graph, frozenset(self.graph(graph)), statements(body))

    def _titles(self, graph: str) -> Iterator[str]:
        """Yield the titles of the reviews of a graph."""
        from kg.loading.replacing import titles_in

        return (str(title) for _, title in self.query(titles_in(graph)).rows)

    def _decisions(self) -> "Mapping[str, Sequence[Decision]]":
        """What people decided, by the name of the document; most stores hold nothing of it."""
        class_, decision = ox.NamedNode(RDF.type), ox.NamedNode(SG.Decision)
        if next(self._engine.quads_for_pattern(None, class_, decision, None), None) is None:
            return {}
        from kg.curation.decision import by_document
        from kg.curation.records import recorded

        return by_document(recorded(self))

    def _refresh_vocabulary(self) -> None:
        from kg.loading.vocabulary_graphs import VOCABULARY, body, mark

        self._replace_bodies({graph: body(graph) for graph in VOCABULARY if not self._has(graph, mark(graph))})

    @contextmanager
    def _in_doubt(self) -> Iterator[None]:
        """Trust nothing that was noted of what failed to be written."""
        try:
            yield
        except BaseException:
            self._doubt()
            raise

    def _doubt(self) -> None:
        """Trust nothing that was noted beside the engine: it may hold something else."""
        self._ledger.doubt()
        self._shelf.doubt()

    def _let_go(self) -> None:
        self._opened = None

    def _is_empty(self) -> bool:
        """Whether nothing is stored; to count what is would take as long as reading all of it."""
        return self._opened is None or next(iter(self._opened), None) is None

    def _holds(self, graph: str) -> bool:
        return bool(self._engine.contains_named_graph(ox.NamedNode(graph)))

    def _has(self, graph: str, triple: Triple) -> bool:
        subject, predicate, object_ = triple
        return bool(self._engine.query(f"ASK {{ GRAPH <{graph}> {{ <{subject}> <{predicate}> {object_} }} }}"))

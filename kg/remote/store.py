"""A store in an engine on the network; it does what the embedded one does, one document after another."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kg.answers import Answer
from kg.curation.decision import Decision, by_document
from kg.curation.records import recorded
from kg.folder import ReadOnlyError, StoreError
from kg.loading import vocabulary_graphs
from kg.loading.changes import Change, changes, graph_of
from kg.loading.plan import HELD, Held, LoadReport, Run, graphs, held, is_current
from kg.loading.replacing import titles_in
from kg.loading.vocabulary_graphs import VOCABULARY
from kg.model import Digest
from kg.namespaces import DCTERMS, ID, ONTOLOGY, SG
from kg.rdf.literals import bare
from kg.rdf.named_graphs import named
from kg.rdf.sparql import check
from kg.rdf.statements import Quad, Triple
from kg.rdf.terms import string
from kg.remote.addresses import addresses
from kg.remote.connection import Connection
from kg.remote.engine import Engine
from kg.remote.errors import BrokenOffError, NothingStoredError, NoUnionError
from kg.remote.settings import settings
from kg.remote.writing import put_all, turtle

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.loading.parts import Part


MOST_GRAPHS = 500  # that are named in each question to an engine that does not show them as one
_SHOWN = f"ASK {{ <{ONTOLOGY.rstrip('#')}> <{DCTERMS.identifier}> ?mark }}"
_KINDS = " ".join(f"<{kind}>" for kind in (SG.SourceDocument, SG.Decision, SG.SameReviewDecision))
_GRAPHS = (
    f"SELECT DISTINCT ?graph WHERE {{ VALUES ?kind {{ {_KINDS} }} GRAPH ?graph {{ ?thing a ?kind }} }} ORDER BY ?graph"
)


class RemoteStore:
    """Documents and what was read from them in an engine on the network, each document a named graph."""

    def __init__(self, engine: Engine, *, read_only: bool = False) -> None:
        self._engine = engine
        self._read_only = read_only
        self._decided: Mapping[str, Sequence[Decision]] = {}  # by document, when the load that goes on began
        self._shows_all = False  # whether the engine is known to show all graphs as one

    @classmethod
    def open(cls, where: str, *, create: bool = False, read_only: bool = True) -> Self:
        """The store in the engine whose SPARQL queries go to this address.

        With `create`, it need not hold documents yet.

        Raises: StoreError.
        """
        found, chosen = addresses(where), settings()
        engine = Engine(found, Connection(chosen, is_local=found.is_local))
        opened = cls(engine, read_only=read_only and not create)
        try:
            if not create:
                opened.must_hold_something()
        except BaseException:
            opened.close()
            raise
        return opened

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections to the engine."""
        self._engine.connection.close()

    def must_hold_something(self) -> None:
        """Raise NothingStoredError, if the engine holds nothing of ours."""
        if not self.to_name() and not self._shows_all:
            raise NothingStoredError(self._engine.addresses.query)

    def held(self) -> dict[str, Held]:
        """What the store knows of each document it holds, by the IRI of the document."""
        return held(self.query(HELD).rows)

    def current(self, base: str = ID) -> Callable[[str, str], bool]:
        """What tells, from a name and a hash, whether the store holds a document just as this version would read it."""
        known = self.held()
        return lambda name, sha256: is_current(known, name, sha256, base)

    def load(self, digests: Iterable[Digest], *, base: str = ID) -> LoadReport:
        """Store digests, each document whole in one request. A load that is broken off goes on where it was.

        Raises: StoreError, SameNameError.
        """
        run = self.run(base)
        self._write((graph, turtle(triples)) for graph, triples in graphs(run.to_write(digests), base))
        self._hear({*run.added, *run.replaced})
        return run.report

    def run(self, base: str = ID) -> Run:
        """A load that begins: it knows what the store holds and what people decided."""
        self._decided = by_document(recorded(self))
        return Run(self.held(), base, self._decided, self._titles)

    def write(self, parts: "Iterable[Part]") -> None:
        """Store what documents came to, each whole in one request.

        Raises: StoreError.
        """
        names: set[str] = set()

        def bodies() -> Iterator[tuple[str, bytes]]:
            for part in parts:
                names.add(part.name)
                yield part.graph, part.body

        self._write(bodies())
        self._hear(names)

    def plan(self, digests: Iterable[Digest], *, base: str = ID, again: bool = False) -> Iterator[Change]:
        """Yield what loading these digests would add, change and remove, review by review; nothing is stored.

        With `again`, also of documents that are held as they are.

        Raises: SameNameError.
        """
        run = self.run(base)
        run.again = again
        for digest in run.to_write(digests):
            name = digest.document.name
            beside = (run.replacements.get(name), run.doubles.get(name))
            yield from changes(digest, self.graph(graph_of(digest, base)), base, *beside)

    def put(self, statements: Iterable[tuple[str, Iterable[Triple]]]) -> None:
        """Put triples in the place of whatever the graphs of these names hold: one after another, each whole or not.

        Raises: StoreError.
        """
        self._may_write()
        for name, triples in statements:
            self._engine.put(name, turtle(triples))

    def exchange(self, name: str, gone: Iterable[Triple], come: Iterable[Triple]) -> None:
        """Take triples out of a graph and put others in by one update, and leave all else in it to who wrote it.

        Raises: StoreError.
        """
        from kg.loading.parts import exchanging

        self._may_write()
        if update := exchanging(name, gone, come).rstrip(" ;\n"):
            self._engine.update(update)

    def query(self, sparql: str) -> Answer:
        """The answer to a question in SPARQL over all graphs as one, or those that it names after FROM.

        Nothing can be changed or sent by it.

        Raises: RefusedQueryError, StoreError.
        """
        check(sparql)
        return self._engine.query(sparql, () if named(sparql) else self.to_name())

    def graph(self, name: str) -> Iterator[Triple]:
        """Yield the triples of one graph, in no particular order, as `kg.to_rdf` writes them."""
        for subject, predicate, thing in self._engine.graph(name):
            yield bare(subject), bare(predicate), thing

    def quads(self, *, vocabulary: bool = False) -> Iterator[Quad]:
        """Every quad of ours, in no particular order; those of ontology, themes and codes only with `vocabulary`."""
        for graph in self.graphs(vocabulary=vocabulary):
            for triple in self._engine.graph(graph):
                yield *triple, f"<{graph}>"

    def dataset(self) -> "Dataset":
        """The same store as an rdflib `Dataset`, its default graph the union of all graphs, for reading."""
        from kg.dataset import StoreDataset
        from kg.remote.dataset import RemoteGraphs

        return StoreDataset(RemoteGraphs(self), self)

    def raw(self, sparql: str, accept: str, graphs: Sequence[str] = ()) -> tuple[bytes, str]:
        """The answer to a question as the engine sends it, and its media type; over these graphs, or all as one.

        Raises: RefusedQueryError, StoreError.
        """
        check(sparql)
        return self._engine.raw(sparql, accept, graphs or self.to_name())

    def graphs(self, *, vocabulary: bool = False) -> tuple[str, ...]:
        """The names of the graphs of ours, sorted; other graphs that the engine may hold are not looked at."""
        found = (str(graph) for (graph,) in self._engine.query(_GRAPHS).rows)
        return tuple(sorted({*found, *(VOCABULARY if vocabulary else ())}))

    def to_name(self) -> Sequence[str]:
        """The graphs to name in each question: none, where the engine shows all as one.

        What is named is looked up each time, for others may load meanwhile.

        Raises: NoUnionError, if there are too many.
        """
        self._shows_all = self._shows_all or self._engine.query(_SHOWN).rows == ((True,),)
        named = () if self._shows_all else self.graphs(vocabulary=True)
        if len(named) > MOST_GRAPHS:
            raise NoUnionError(self._engine.addresses.query, len(named))
        return () if set(named) <= set(VOCABULARY) else named

    def _may_write(self) -> None:
        if self._read_only:
            raise ReadOnlyError

    def _write(self, bodies: Iterable[tuple[str, bytes]]) -> None:
        """Put graphs, the vocabulary before them."""
        self._may_write()
        marks = self._marks()
        stale = [graph for graph in VOCABULARY if vocabulary_graphs.mark(graph) not in marks]
        try:
            self.put((graph, vocabulary_graphs.triples(graph)) for graph in stale)
            put_all(self._engine.put, bodies)
        except StoreError as error:
            raise BrokenOffError(error) from error

    def _hear(self, documents: set[str]) -> None:
        """Let documents that were loaded hold what others decided about them meanwhile."""
        with suppress(NoUnionError):  # then nobody can ask what there is to decide about, either
            if documents and by_document(recorded(self)) != self._decided:
                from kg.curation.writing import decided_meanwhile  # which brings all that reads documents

                decided_meanwhile(self, self._decided, documents)

    def _titles(self, graph: str) -> Iterator[str]:
        """Yield the titles of the reviews of a graph."""
        return (str(title) for _, title in self._engine.query(titles_in(graph)).rows)

    def _marks(self) -> set[Triple]:
        """What the engine's vocabulary graphs say of the files they were made from."""
        names = " ".join(f"<{graph}>" for graph in VOCABULARY)
        found = self._engine.query(
            f"SELECT ?graph ?mark WHERE {{ VALUES ?graph {{ {names} }} "
            f"GRAPH ?graph {{ ?graph <{DCTERMS.identifier}> ?mark }} }}"
        )
        return {(str(graph), DCTERMS.identifier, string(str(mark))) for graph, mark in found.rows}

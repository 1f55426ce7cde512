"""What a store can do, wherever it is: in a folder, in `memory`, or in an engine on the network."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

from kg.namespaces import ID
from kg.rdf.statements import Quad, Triple

if TYPE_CHECKING:
    from types import TracebackType

    from rdflib import Dataset

    from kg.answers import Answer
    from kg.loading.changes import Change
    from kg.loading.parts import Part
    from kg.loading.plan import Held, LoadReport, Run
    from kg.model import Digest

MEMORY = "memory"  # the place of a store that is gone when it is closed


@runtime_checkable
class Store(Protocol):
    """Documents and what was read from them, each document a named graph; questions see all graphs as one.

    `kg.store.Store` holds them itself, in a folder or in memory; `kg.remote.store.RemoteStore` in an engine elsewhere.
    """

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: "TracebackType | None"
    ) -> None: ...

    def close(self) -> None:
        """Let go of it: it can be asked no more."""
        ...

    def held(self) -> "dict[str, Held]":
        """What the store knows of each document it holds, by the IRI of the document."""
        ...

    def current(self, base: str = ID) -> Callable[[str, str], bool]:
        """What tells, from a name and a hash, whether the store holds a document just as this version would read it."""
        ...

    def load(self, digests: "Iterable[Digest]", *, base: str = ID) -> "LoadReport":
        """Store digests; whatever goes wrong on the way, each document is stored whole or not at all."""
        ...

    def plan(self, digests: "Iterable[Digest]", *, base: str = ID, again: bool = False) -> "Iterator[Change]":
        """Yield what loading these digests would add, change and remove, review by review; nothing is stored."""
        ...

    def put(self, statements: Iterable[tuple[str, Iterable[Triple]]]) -> None:
        """Put triples in the place of whatever the graphs of these names hold."""
        ...

    def query(self, sparql: str) -> "Answer":
        """The answer to a question in SPARQL over all graphs as one; nothing can be changed or sent by it."""
        ...

    def graph(self, name: str) -> Iterator[Triple]:
        """Yield the triples of one graph, in no particular order."""
        ...

    def quads(self, *, vocabulary: bool = False) -> Iterator[Quad]:
        """Every quad, in no particular order; those of the ontology, themes and codes only with `vocabulary`."""
        ...

    def dataset(self) -> "Dataset":
        """The same store as an rdflib `Dataset` whose default graph is the union of all graphs."""
        ...


@runtime_checkable
class TakesParts(Protocol):
    """A store that takes documents as statements which any process may have written."""

    def run(self, base: str = ID) -> "Run":
        """A load that begins: it knows what the store holds and what people decided."""
        ...

    def write(self, parts: "Iterable[Part]") -> None:
        """Store what documents came to, each as a whole or not at all; parts are taken as they are needed."""
        ...


@runtime_checkable
class Shared(Store, Protocol):
    """A store to which others may write at the same time, from any machine, without waiting for each other."""

    def exchange(self, name: str, gone: Iterable[Triple], come: Iterable[Triple]) -> None:
        """Take triples out of a graph and put others in, both or neither, and leave all else in it to who wrote it."""
        ...


def is_remote(where: str | Path) -> bool:
    """Whether a place is an address on the network; only some kinds of address lead to an engine."""
    scheme, follows, _ = str(where).partition("://")
    return bool(follows) and len(scheme) > 1  # one letter is a drive of Windows

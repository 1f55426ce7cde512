"""A remote store as rdflib sees it: for reading, every pattern and every query a question to the engine."""

from collections.abc import Generator, Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol

from rdflib import Graph, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.store import Store
from rdflib.term import Identifier, Node, Variable

from kg.remote import results

if TYPE_CHECKING:
    from rdflib.graph import _ContextType, _TriplePatternType, _TripleType


class Asked(Protocol):
    """An engine that can be asked."""

    def raw(self, sparql: str, accept: str) -> tuple[bytes, str]:
        """The answer as the engine writes it, and its media type."""
        ...


class RemoteGraphs(Store):
    """The triples of a remote store, found pattern by pattern."""

    context_aware = True
    graph_aware = True

    def __init__(self, source: Asked) -> None:
        super().__init__()
        self._source = source
        self._prefixes: dict[str, URIRef] = {}

    def triples(
        self, triple_pattern: "_TriplePatternType", context: "_ContextType | None" = None
    ) -> "Iterator[tuple[_TripleType, Iterator[_ContextType | None]]]":
        """Yield the triples that fit a pattern, in one graph or in all as one."""
        if _is_default(context):
            return  # everything stands in named graphs
        for row in self._select(_matching(triple_pattern, context)):
            subject, predicate, thing = (row.get(Variable(place), term) for place, term in _places(triple_pattern))
            yield (subject, predicate, thing), iter([context])

    def contexts(self, triple: "_TripleType | None" = None) -> "Generator[_ContextType, None, None]":
        """Yield the graphs, or those that hold a triple."""
        pattern = _body(triple or (None, None, None))
        for row in self._select(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ {pattern} }} }} ORDER BY ?g"):
            yield Graph(self, row[Variable("g")])

    def query(
        self,
        query: Query | str,
        initNs: Mapping[str, object],  # noqa: N803 - rdflib's signature
        initBindings: Mapping[str, Identifier],  # noqa: N803 - rdflib's signature
        queryGraph: str,  # noqa: N803 - rdflib's signature
        **_: object,
    ) -> Result:
        """The engine's own answer; with bound variables, or over one graph, rdflib finds it by patterns."""
        if initBindings or not isinstance(query, str) or queryGraph != "__UNION__":
            raise NotImplementedError
        prologue = "".join(f"PREFIX {prefix}: <{namespace}> " for prefix, namespace in initNs.items())
        return self._asked(prologue + query)

    def __len__(self, context: "_ContextType | None" = None) -> int:
        if _is_default(context):
            return 0
        pattern = _in_graph(_body((None, None, None)), context)
        [row] = self._select(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")
        return int(str(row[Variable("n")]))

    def add_graph(self, graph: Graph) -> None:
        """Do nothing: rdflib names each graph that it looks at."""

    def bind(self, prefix: str, namespace: URIRef, override: bool = True) -> None:  # noqa: FBT001, FBT002 - rdflib's signature
        """Remember a prefix; the engine is not told."""
        if override or prefix not in self._prefixes:
            self._prefixes[prefix] = namespace

    def namespaces(self) -> Iterator[tuple[str, URIRef]]:
        """Yield the prefixes."""
        yield from self._prefixes.items()

    def namespace(self, prefix: str) -> URIRef | None:
        """The namespace of a prefix."""
        return self._prefixes.get(prefix)

    def prefix(self, namespace: URIRef) -> str | None:
        """The prefix of a namespace."""
        return next((prefix for prefix, known in self._prefixes.items() if known == namespace), None)

    def _select(self, sparql: str) -> Iterator[Mapping[Variable, Any]]:
        yield from self._asked(sparql).bindings

    def _asked(self, sparql: str) -> Result:
        accept = results.wanted(sparql)
        body, kind = self._source.raw(sparql, accept)
        return Result.parse(BytesIO(body), format="json" if accept == results.TABLE else kind)


def _matching(pattern: "_TriplePatternType", graph: "_ContextType | None") -> str:
    free = " ".join(f"?{place}" for place, term in _places(pattern) if term is None)
    return f"SELECT {free or '(1 AS ?found)'} WHERE {{ {_in_graph(_body(pattern), graph)} }}"


def _body(pattern: "_TriplePatternType") -> str:
    return " ".join(term.n3() if isinstance(term, Identifier) else f"?{place}" for place, term in _places(pattern))


def _in_graph(body: str, graph: "_ContextType | None") -> str:
    return body if graph is None else f"GRAPH {graph.identifier.n3()} {{ {body} }}"


def _places(pattern: "_TriplePatternType") -> Iterator[tuple[str, Node | None]]:
    return zip("spo", pattern, strict=True)


def _is_default(graph: "_ContextType | None") -> bool:
    return graph is not None and graph.identifier == DATASET_DEFAULT_GRAPH_ID

"""The graphs of a store one after another, each with what shapes look up for it in the others.

Shapes look at a thing, its values, the classes of these and what points to it, and no further. So a graph and these few
statements of others tell of its things what the whole store would, and the whole need never be in memory.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rdflib import Graph, URIRef, Variable
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.loading.vocabulary_graphs import VOCABULARY

if TYPE_CHECKING:
    from rdflib import Dataset
    from rdflib.term import Node

    from kg.stores import Store

_OWN = "SELECT ?s ?p ?o WHERE { GRAPH $graph { ?s ?p ?o } }"
_NEARBY = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?s ?p ?o WHERE {
  {
    # what others say of the same things
    { SELECT DISTINCT ?s WHERE { GRAPH $graph { ?s ?any ?thing } } }
    GRAPH ?other { ?s ?p ?o }
  } UNION {
    # what points to them from elsewhere
    { SELECT DISTINCT ?o WHERE { GRAPH $graph { ?o ?any ?thing } } }
    VALUES ?p { $inverse }
    GRAPH ?other { ?s ?p ?o }
  } UNION {
    # which classes stand in for which
    GRAPH ?other { ?s rdfs:subClassOf ?o }
    BIND(rdfs:subClassOf AS ?p)
  }
  FILTER(?other NOT IN ($graph, $vocabulary))
}
"""
_CLASSES = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?s ?p ?o WHERE {
  VALUES ?s { $values }
  GRAPH ?other { ?s a ?o }
  BIND(rdf:type AS ?p)
  FILTER(?other NOT IN ($graph, $vocabulary))
}
"""
_AT_ONCE = 500  # values asked for in one question


class Part(NamedTuple):
    """Statements in memory, and the things that these tell all of that shapes ask for."""

    graph: Graph
    own: "frozenset[Node]"


def parts(store: "Store", inverse: Iterable[str]) -> "Iterator[Callable[[], Part]]":
    """Yield what reads one graph after another, if it holds what was read from documents, with what is near to it.

    Shapes follow the `inverse` properties from a value to the thing that has it. The vocabulary is left out: subclasses
    of the ontology would stand in for the classes that data states itself. Statements outside graphs with an IRI are
    not of our making and cannot be asked for one graph at a time: where there are any, all is read at once.
    """
    dataset = store.dataset()
    graphs = [graph for graph in dataset.graphs() if str(graph.identifier) not in VOCABULARY]
    named = [graph for graph in graphs if isinstance(graph.identifier, URIRef)]
    named = [graph for graph in named if graph.identifier != DATASET_DEFAULT_GRAPH_ID]
    if any(next(iter(graph), None) for graph in graphs if graph not in named):
        yield partial(_whole, graphs)
        return
    ways = " ".join(f"<{way}>" for way in sorted(inverse))
    yield from (partial(_part, dataset, graph.identifier.n3(), ways) for graph in named)


def _part(dataset: "Dataset", graph: str, inverse: str) -> Part:
    part = Graph()
    _add(part, dataset, _OWN, {"graph": graph})
    own = frozenset(part.subjects())
    vocabulary = ", ".join(f"<{name}>" for name in VOCABULARY)
    _add(part, dataset, _NEARBY, {"graph": graph, "inverse": inverse, "vocabulary": vocabulary})
    # Asked for by name: an engine that joins them itself looks through the classes of the whole store.
    values = sorted({value for value in part.objects() if isinstance(value, URIRef)} - own)
    for first in range(0, len(values), _AT_ONCE):
        named = " ".join(value.n3() for value in values[first : first + _AT_ONCE])
        _add(part, dataset, _CLASSES, {"graph": graph, "values": named, "vocabulary": vocabulary})
    return Part(part, own)


def _whole(graphs: "Iterable[Graph]") -> Part:
    part = Graph()
    for graph in graphs:
        part += graph
    return Part(part, frozenset(part.subjects()))


def _add(part: Graph, dataset: "Dataset", query: str, names: Mapping[str, str]) -> None:
    for name, text in names.items():
        query = query.replace(f"${name}", text)
    s, p, o = (Variable(name) for name in "spo")
    for row in dataset.query(query).bindings:
        part.add((row[s], row[p], row[o]))

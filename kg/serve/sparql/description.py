"""What the endpoint can do, in the words of SPARQL 1.1 Service Description."""

from collections.abc import Iterable, Iterator

from kg.formats.terms import Quad
from kg.namespaces import DCTERMS, RDF
from kg.terms import iri, string

SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD",
)  # fmt: skip


def description(endpoint: str, graphs: Iterable[str]) -> Iterator[Quad]:
    """Yield the description of the endpoint at an address, over graphs of these names."""
    service, dataset = f"{endpoint}#service", f"{endpoint}#dataset"
    yield _link(service, RDF.type, SD + "Service")
    yield _link(service, SD + "endpoint", endpoint)
    yield _link(service, SD + "supportedLanguage", SD + "SPARQL11Query")
    yield _link(service, SD + "feature", SD + "UnionDefaultGraph")
    yield _link(service, SD + "defaultDataset", dataset)
    for name in _RESULTS:
        yield _link(service, SD + "resultFormat", _FORMATS + name)
    yield from _dataset(endpoint, dataset, graphs)


def _dataset(endpoint: str, dataset: str, graphs: Iterable[str]) -> Iterator[Quad]:
    default = f"{endpoint}#default-graph"
    yield _link(dataset, RDF.type, SD + "Dataset")
    yield _link(dataset, SD + "defaultGraph", default)
    yield _link(default, RDF.type, SD + "Graph")
    yield _text(default, DCTERMS.title_, "All graphs as one")
    for number, name in enumerate(graphs, 1):
        named, graph = f"{endpoint}#named-graph-{number}", f"{endpoint}#graph-{number}"
        yield _link(dataset, SD + "namedGraph", named)
        yield _link(named, RDF.type, SD + "NamedGraph")
        yield _link(named, SD + "name", name)
        yield _link(named, SD + "graph", graph)
        yield _link(graph, RDF.type, SD + "Graph")


def _link(subject: str, predicate: str, thing: str) -> Quad:
    return iri(subject), iri(predicate), iri(thing), "DEFAULT"


def _text(subject: str, predicate: str, words: str) -> Quad:
    return iri(subject), iri(predicate), string(words, "en"), "DEFAULT"

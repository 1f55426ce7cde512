"""What the endpoint can do, in the words of SPARQL 1.1 Service Description."""

from collections.abc import Iterable, Iterator

from kg.namespaces import DCTERMS, RDF
from kg.rdf.statements import Quad
from kg.serve.statements import link, text

SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD",
)  # fmt: skip


def description(endpoint: str, graphs: Iterable[str]) -> Iterator[Quad]:
    """Yield the description of the endpoint at an address, over graphs of these names."""
    service, dataset = f"{endpoint}#service", f"{endpoint}#dataset"
    yield link(service, RDF.type, SD + "Service")
    yield link(service, SD + "endpoint", endpoint)
    yield link(service, SD + "supportedLanguage", SD + "SPARQL11Query")
    yield link(service, SD + "feature", SD + "UnionDefaultGraph")
    yield link(service, SD + "defaultDataset", dataset)
    for name in _RESULTS:
        yield link(service, SD + "resultFormat", _FORMATS + name)
    yield from _dataset(endpoint, dataset, graphs)


def _dataset(endpoint: str, dataset: str, graphs: Iterable[str]) -> Iterator[Quad]:
    default = f"{endpoint}#default-graph"
    yield link(dataset, RDF.type, SD + "Dataset")
    yield link(dataset, SD + "defaultGraph", default)
    yield link(default, RDF.type, SD + "Graph")
    yield text(default, DCTERMS.title_, "All graphs as one")
    for number, name in enumerate(graphs, 1):
        named, graph = f"{endpoint}#named-graph-{number}", f"{endpoint}#graph-{number}"
        yield link(dataset, SD + "namedGraph", named)
        yield link(named, RDF.type, SD + "NamedGraph")
        yield link(named, SD + "name", name)
        yield link(named, SD + "graph", graph)
        yield link(graph, RDF.type, SD + "Graph")

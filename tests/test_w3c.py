"""The W3C's tests of SPARQL 1.1 servers, run against the site; the list of those that do not apply is exact."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.term import Node

from kg.folder import Folder
from kg.serve.settings import Limits, Settings
from tests.live import served

if not os.environ.get("W3C_TESTS"):
    reason = "W3C_TESTS names no folder with the W3C's test manifests: its tests of SPARQL servers were not run"
    pytest.skip(reason, allow_module_level=True)

ROOT = Path(__file__).parent
TESTS = Path(os.environ["W3C_TESTS"])
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
NEEDED = {"http://www.w3.org/ns/formats/Turtle", "http://www.w3.org/ns/formats/SPARQL_Results_JSON"}
KINDS = {
    "boolean": r"application/sparql-results\+(json|xml)",
    "tabular": r"application/sparql-results\+(json|xml)|text/csv.*|text/tab-separated-values.*",
    "RDF": r"text/turtle.*|application/(n-triples|rdf\+xml)",
}


def manifest(name: str) -> Graph:
    return Graph().parse(TESTS / name / "manifest.ttl")


def entries(graph: Graph) -> list[URIRef]:
    """The tests of a manifest in its order."""
    (head,) = graph.objects(None, MF.entries)
    return [node for node in Collection(graph, head) if isinstance(node, URIRef)]


def short(test: URIRef) -> str:
    return test.partition("#")[2]


PROTOCOL, GRAPHS = manifest("protocol"), manifest("http-rdf-update")


def inapplicable() -> set[str]:
    """The tests that the documentation lists as not applying."""
    text = (ROOT.parent / "docs" / "conformance.md").read_text(encoding="utf-8")
    return set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))


@dataclass(frozen=True)
class Site:
    """A site over a store of which the test says what it holds."""

    client: httpx.Client
    folder: Folder

    def hold(self, graphs: dict[str, str]) -> None:
        """Let the store hold these graphs, written in Turtle, and nothing else."""
        self.folder.prepare()
        engine = ox.Store(str(self.folder.engine))
        engine.clear()
        for name, text in graphs.items():
            engine.add_graph(ox.NamedNode(name))
            engine.load(text, ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(name))
        engine.flush()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = Folder(tmp_path_factory.mktemp("w3c") / "store")
    with served(Settings(str(folder.where), limits=Limits(seconds=60.0))) as client:
        yield Site(client, folder)


@pytest.fixture(scope="module")
def loaded(site: Site) -> Site:
    """The site over the data of the protocol tests; data0, which they name and do not give, is one more of its kind."""
    given = {number: (TESTS / "protocol" / f"data{number}.nt").read_text() for number in (1, 2, 3)}
    site.hold({DATA.format(number): text for number, text in ({0: given[1].replace("data1", "data0")} | given).items()})
    return site


def passes(site: Site, test: URIRef) -> bool:
    """Whether every request of a protocol test is answered as it says."""
    connection = PROTOCOL.value(test, MF.action)
    requests = PROTOCOL.value(connection, HT.requests)
    assert requests is not None
    return all(_as_expected(site.client, request) for request in Collection(PROTOCOL, requests))


def _as_expected(client: httpx.Client, request: Node) -> bool:
    expected = PROTOCOL.value(request, HT.resp)
    got = _sent(client, request)
    classes = {str(each)[-3] for each in PROTOCOL.objects(expected, MF.expectedStatus)}
    kind, truth = PROTOCOL.value(expected, MF.expectedFormat), PROTOCOL.value(expected, MF.expectedBoolean)
    return (
        str(got.status_code)[0] in classes
        and (kind is None or bool(re.fullmatch(KINDS[str(kind)], got.headers["content-type"])))
        and (truth is None or got.json()["boolean"] == Literal(truth).toPython())
    )


def _sent(client: httpx.Client, request: Node) -> httpx.Response:
    headers = {}
    for header in Collection(PROTOCOL, PROTOCOL.value(request, HT.headers) or RDF.nil):
        headers[str(PROTOCOL.value(header, HT.fieldName))] = str(PROTOCOL.value(header, HT.fieldValue))
    body = PROTOCOL.value(request, HT.body)
    content = None
    if body is not None:
        content = str(PROTOCOL.value(body, CNT.chars)).encode(str(PROTOCOL.value(body, CNT.characterEncoding)))
    path = str(PROTOCOL.value(request, HT.absolutePath)).replace("/sparql/", "/sparql", 1)
    return client.request(str(PROTOCOL.value(request, HT.methodName)), path, headers=headers, content=content)


@pytest.mark.parametrize("test", entries(PROTOCOL), ids=short)
def test_the_protocol_test_passes_unless_it_is_listed_as_not_applying(test: URIRef, loaded: Site) -> None:
    assert passes(loaded, test) != (short(test) in inapplicable())


def _described(site: Site, accept: str = "text/turtle") -> tuple[httpx.Response, Graph]:
    response = site.client.get("/sparql", headers={"accept": accept})
    kind = response.headers["content-type"].partition(";")[0]
    return response, Graph().parse(data=response.text, format=kind)


@pytest.mark.parametrize("accept", ["text/turtle", "application/rdf+xml", "application/n-triples"])
def test_returns_rdf(accept: str, loaded: Site) -> None:
    response, graph = _described(loaded, accept)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(accept)
    assert graph


def test_has_endpoint_triple(loaded: Site) -> None:
    _, graph = _described(loaded)
    endpoint = URIRef(f"{loaded.client.base_url}/sparql")
    assert [graph.value(service, SD.endpoint) for service in graph.subjects(RDF.type, SD.Service)] == [endpoint]


def test_conforms_to_schema(loaded: Site) -> None:
    """What the vocabulary says of domains and ranges, for the terms that are used."""
    _, graph = _described(loaded)
    classes = {
        SD.defaultDataset: (SD.Service, SD.Dataset),
        SD.defaultGraph: (SD.Dataset, SD.Graph),
        SD.namedGraph: (SD.Dataset, SD.NamedGraph),
        SD.graph: (SD.NamedGraph, SD.Graph),
        SD.name: (SD.NamedGraph, None),
        SD.endpoint: (SD.Service, None),
        SD.feature: (SD.Service, None),
        SD.resultFormat: (SD.Service, None),
        SD.supportedLanguage: (SD.Service, None),
    }
    used = {predicate for predicate in graph.predicates() if str(predicate).startswith(SD)}
    assert used == set(classes)
    for predicate, (domain, range_) in classes.items():
        for subject, value in graph.subject_objects(predicate):
            assert (subject, RDF.type, domain) in graph
            assert range_ is None or (value, RDF.type, range_) in graph
    assert {str(each) for each in graph.objects(None, SD.resultFormat)} >= NEEDED
    assert {str(name) for name in graph.objects(None, SD.name)} == {DATA.format(number) for number in range(4)}


def test_every_test_of_the_service_description_is_run() -> None:
    names = {f"test_{short(test).replace('-', '_')}" for test in entries(manifest("service-description"))}
    assert names <= set(globals())


@dataclass(frozen=True)
class Exchange:
    """A request and the response to it, as a test of the graph store protocol tells them in words."""

    method: str
    path: str
    status: int
    body: str

    @property
    def is_reading(self) -> bool:
        return self.method in ("GET", "HEAD")


def exchange(test: URIRef, host: str = "example.org") -> Exchange:
    comments = [str(each) for each in GRAPHS.objects(test, URIRef("http://www.w3.org/2000/01/rdf-schema#comment"))]
    text = next(each for each in comments if "#### Request" in each)
    for name, value in (("$GRAPHSTORE$", "graphs"), ("$HOST$", host), ("$NEWPATH$", "graphs/new")):
        text = text.replace(name, value)
    request, response = re.sub(r"^    ", "", text, flags=re.MULTILINE).split("#### Response")
    method, path = re.search(r"^([A-Z]+) (\S+) HTTP", request, re.MULTILINE).groups()  # type: ignore[union-attr]
    status, _, rest = response.strip().partition("\n")
    _, _, body = rest.partition("\n\n")
    return Exchange(method, f"/{path}", int(status[:3]), body)


@pytest.mark.parametrize("test", [test for test in entries(GRAPHS) if exchange(test).is_reading], ids=short)
def test_the_graph_store_is_read_as_the_test_says(test: URIRef, site: Site) -> None:
    """The store holds what the writes before the test would have left, which is what the response shows."""
    host = str(site.client.base_url).removeprefix("http://")
    told = exchange(test, host)
    name = re.sub(r".*graph=", "", told.path) if "graph=" in told.path else f"http://{host}{told.path}"
    there = told.status == 200
    content = told.body or "<http://example.org/s> <http://example.org/p> 1 ."
    site.hold({name.replace("?", "/"): content} if there else {})
    response = site.client.request(told.method, told.path, headers={"accept": "text/turtle"})
    assert response.status_code == told.status
    if there:
        assert response.headers["content-type"] == "text/turtle; charset=utf-8"
        assert int(response.headers["content-length"]) > 0
    if told.body:
        assert isomorphic(Graph().parse(data=response.text), Graph().parse(data=told.body))


@pytest.mark.parametrize("test", [test for test in entries(GRAPHS) if not exchange(test).is_reading], ids=short)
def test_the_graph_store_is_not_written(test: URIRef, site: Site) -> None:
    told = exchange(test)
    assert short(test) in inapplicable()
    assert site.client.request(told.method, told.path, content=b"").status_code == 405


def test_the_documentation_lists_no_test_that_there_is_not() -> None:
    assert inapplicable() <= {short(test) for graph in (PROTOCOL, GRAPHS) for test in entries(graph)}

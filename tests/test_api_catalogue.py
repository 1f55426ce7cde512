"""The description of the data in VoID and DCAT counts what is there, and its addresses lead somewhere."""

from collections.abc import Iterator

import httpx
import pytest
from rdflib import DCAT, RDF, Graph, Namespace, URIRef
from rdflib.term import Node

from kg.namespaces import SG
from kg.store import Store
from tests.live import over, served

VOID = Namespace("http://rdfs.org/ns/void#")


@pytest.fixture(scope="module")
def client(sample: Store) -> Iterator[httpx.Client]:
    with served(over(sample)) as opened:
        yield opened


@pytest.fixture(scope="module")
def described(client: httpx.Client) -> Graph:
    return Graph().parse(data=client.get("/catalog").text)


def dataset(graph: Graph) -> Node:
    (node,) = graph.subjects(RDF.type, VOID.Dataset)
    return node


def test_counts_what_the_store_holds(described: Graph, sample: Store) -> None:
    held = {(s, p, o) for s, p, o, _ in sample.quads(vocabulary=True)}
    assert described.value(dataset(described), VOID.triples).toPython() == len(held)  # type: ignore[union-attr]
    (reviews,) = described.subjects(VOID["class"], URIRef(SG.Review))
    asked = sample.query(f"SELECT (COUNT(*) AS ?n) {{ ?r a <{SG.Review}> }}").rows[0][0]
    assert described.value(reviews, VOID.entities).toPython() == asked  # type: ignore[union-attr]


def test_every_address_of_it_answers(described: Graph, client: httpx.Client) -> None:
    found = {*described.objects(None, DCAT.downloadURL), *described.objects(None, VOID.dataDump)}
    found |= {*described.objects(None, DCAT.endpointURL), *described.objects(None, DCAT.endpointDescription)}
    assert len(found) > 6
    for address in found:
        assert client.get(str(address), headers={"accept": "*/*"}).status_code == 200


def test_the_well_known_address_has_the_same(described: Graph, client: httpx.Client) -> None:
    response = client.get("/.well-known/void", headers={"accept": "application/n-triples"})
    assert response.headers["content-type"] == "application/n-triples"
    assert set(Graph().parse(data=response.text, format="nt")) == set(described)


def test_a_format_that_is_no_rdf_is_refused(client: httpx.Client) -> None:
    assert client.get("/catalog", headers={"accept": "image/png"}).status_code == 406


def test_says_nothing_of_a_licence_for_words_of_others(described: Graph) -> None:
    licensed = set(described.subjects(URIRef("http://purl.org/dc/terms/license"), None))
    assert dataset(described) not in licensed
    assert licensed

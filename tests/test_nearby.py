"""Shapes over one graph after another find what they find over the whole store, whatever stands in which graph."""

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

import pytest
from pyoxigraph import NamedNode, Quad
from pyshacl import validate
from rdflib import RDF, Graph
from rdflib.term import Node

from benchmarks.collections import digests
from kg import paths
from kg.check import Step, checks, problems, shape_files
from kg.curation import records
from kg.duplicates import decisions
from kg.extract import extract
from kg.loading.vocabulary_graphs import VOCABULARY
from kg.namespaces import SG
from kg.nearby import parts
from kg.read import read
from kg.store import Store
from tests import invented_digest
from tests.test_check import (
    BROKEN_CHECKS,
    DECISIONS,
    GRAPHS,
    PROLOGUE,
    SAME_REVIEWS,
    SH,
    Break,
    expanded,
    found,
    ways_to_break_shapes,
)

Found = tuple[str, str, str, str]  # the shape, the place, what is wrong and the way out
GROUPS = 6  # of changes that are made together
CHANGES = [*BROKEN_CHECKS, *ways_to_break_shapes()]
ACROSS = {  # what one graph says of the things of another; $it is a review of a document
    "a second title": 'INSERT DATA { GRAPH <urn:other> { $it dcterms:title "Another"@en } }',
    "a class": "INSERT DATA { GRAPH <urn:other> { $it a sg:Child } }",
    "a class below another": """INSERT DATA {
        GRAPH <urn:other> { $it a <urn:Boy> } GRAPH <urn:third> { <urn:Boy> rdfs:subClassOf sg:Child } }""",
    "a child of two reviews": """INSERT { GRAPH <urn:other> { <urn:review> sg:concernsChild ?child } }
        WHERE { GRAPH ?graph { $it sg:concernsChild ?child } }""",
    "a child of no review": "DELETE WHERE { GRAPH ?graph { $it sg:concernsChild ?child } }",
    "a document that is gone": """DELETE { GRAPH ?document { ?document a sg:SourceDocument } }
        WHERE { GRAPH ?document { $it dcterms:isPartOf ?document } }""",
    "a review that is not held": "INSERT DATA { GRAPH <urn:other> { $it sg:sameReviewAs <urn:review> } }",
    "a review that is held with nothing said": """INSERT DATA {
        GRAPH <urn:other> { $it sg:sameReviewAs <urn:review> } GRAPH <urn:third> { <urn:review> a sg:Review } }""",
    "a code said to be an item": """INSERT DATA {
        GRAPH <urn:other> { $it sg:identifies code:death . code:death a sg:Item } }""",
    "words outside all graphs": 'INSERT DATA { $it dcterms:title "Another"@en . [] a sg:Child }',
    "nodes without a name": "INSERT DATA { GRAPH <urn:other> { [] a sg:Review ; sg:concernsChild [ a sg:Child ] } }",
}


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open("memory", create=True, read_only=False) as opened:
        opened.load([invented_digest.digest(), *digests(2)])
        opened.put([(DECISIONS, records.triples([invented_digest.decision()]))])
        opened.put([(SAME_REVIEWS, decisions.triples([invented_digest.same_review()]))])
        yield opened


def read_from_documents(store: Store) -> list[Quad]:
    return [quad for quad in store.engine if str(quad.graph_name).strip("<>") not in VOCABULARY]


def spread(store: Store, graphs: int) -> None:
    """Put each statement into one of so many graphs, as chance has it."""
    quads = read_from_documents(store)
    for graph in {quad.graph_name for quad in quads}:
        store.engine.remove_graph(graph)
    store.engine.extend(
        Quad(quad.subject, quad.predicate, quad.object, NamedNode(f"urn:graph-{crc32(str(quad).encode()) % graphs}"))
        for quad in quads
    )


def by_shapes(store: Store) -> set[Found]:
    names = {check.name for check in checks()}
    listed = [each for each in problems(store) if each.check not in names]
    return {(each.check, each.place, _rule(each.message), each.way_out) for each in listed}


def _rule(message: str) -> str:
    return message.partition(". Found: ")[0].rstrip(".")


def over_the_whole(store: Store) -> set[Found]:
    """What pySHACL finds with the shapes as they are written, over all graphs as one in memory."""
    data, shapes = Graph(), Graph()
    dataset = store.dataset()
    for graph in dataset.graphs():
        if str(graph.identifier) not in VOCABULARY:
            data += graph
    for path in shape_files():
        shapes.parse(path)
    _, report, _ = validate(data, shacl_graph=shapes)
    assert isinstance(report, Graph)
    return {_told(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)}


def _told(report: Graph, result: Node) -> Found:
    shape, place, message = (report.value(result, SH[name]) for name in ("sourceShape", "focusNode", "resultMessage"))
    rule, _, way_out = str(message).partition(". ")
    return str(shape).rpartition("/")[2], str(place), rule, way_out


@pytest.mark.parametrize("group", range(GROUPS))
def test_what_is_broken_is_found_whatever_graph_it_stands_in(store: Store, group: int) -> None:
    for change in CHANGES[group::GROUPS]:
        break_(store, change)
    expected = over_the_whole(store)
    assert expected
    assert by_shapes(store) == expected
    spread(store, 3)
    assert by_shapes(store) == expected


def break_(store: Store, change: Break) -> None:
    try:
        update = expanded(store, change.update, change.thing)
        graph = GRAPHS.get(change.thing) or found(store, "document")
    except IndexError:
        return  # an earlier change took the thing away
    store.dataset().update(f"{PROLOGUE}WITH <{graph}> {update}")


@pytest.mark.parametrize("update", ACROSS.values(), ids=ACROSS)
def test_what_one_graph_says_of_the_things_of_another_is_found(store: Store, update: str) -> None:
    before = by_shapes(store)
    store.engine.update(PROLOGUE + re.sub(r"\$it\b", f"<{found(store, 'review')}>", update))
    expected = over_the_whole(store)
    assert by_shapes(store) == expected
    assert expected != before


def test_the_sample_spread_over_graphs_has_no_problem_of_shapes(store: Store) -> None:
    store.load([extract(read(paths.sample() / "nspcc-2023-07.txt"))])
    spread(store, 3)
    assert by_shapes(store) == set()


def test_a_part_holds_one_document_however_many_there_are() -> None:
    with Store.open("memory", create=True, read_only=False) as store:
        store.load(digests(60))
        documents = {str(quad.graph_name).strip("<>") for quad in read_from_documents(store)}
        held = [len(list(store.graph(document))) for document in documents]
        assert sorted(len(read().graph) for read in parts(store, [SG.concernsChild])) == sorted(held)


def test_who_watches_sees_each_check_and_each_graph(store: Store) -> None:
    seen: list[Step] = []

    def watched(steps: Sequence[Step]) -> Iterator[Step]:
        for step in steps:
            seen.append(step)
            yield step

    assert problems(store, watched) == problems(store)
    assert len(seen) == len(checks()) + len({quad.graph_name for quad in read_from_documents(store)})

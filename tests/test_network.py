import json
from pathlib import Path

import networkx as nx
import pytest

from kg.answers import Answer
from kg.errors import CannotWriteError
from kg.graphs.collection import LEARNING, RECOMMENDATION, Collection, Fact, Quote, Review, Theme
from kg.graphs.files import UnknownEndingError, as_gexf, as_graphml, as_json, write_graph
from kg.graphs.network import UnknownGraphError, build
from tests.invented import invented_collection

HOUSING, FATHERS, ESCALATION = (
    Theme(f"https://example.org/{name.lower()}", name, group)
    for name, group in (("Housing", "Family"), ("Fathers", "Family"), ("Escalation", "Practice"))
)


def _quote(theme: Theme, position: int = 1, kind: str = LEARNING) -> Quote:
    return Quote(theme.iri, kind, position, theme.label.lower(), f"all about {theme.label.lower()}")


def _review(name: str, *quotes: Quote) -> Review:
    facts = (Fact("Outcome", "death"), Fact("Harm", "neglect", hedged=True, words=("went hungry",)))
    return Review(f"https://example.org/{name}", name, f"Invented review: {name}", "Invented digest", facts, quotes)


@pytest.fixture
def three() -> Collection:
    """Ada names housing (twice) and fathers, Ben names both and escalation, Cy names escalation."""
    ada = _review("Ada", _quote(HOUSING), _quote(HOUSING, 2, RECOMMENDATION), _quote(FATHERS))
    ben = _review("Ben", _quote(HOUSING), _quote(FATHERS, 2), _quote(ESCALATION, 3))
    cy = _review("Cy", _quote(ESCALATION))
    return Collection(("Invented digest",), (ada, ben, cy), {t.iri: t for t in (HOUSING, FATHERS, ESCALATION)})


def test_reviews_are_linked_with_the_themes_they_name(three: Collection) -> None:
    graph = build(three)
    assert nx.is_bipartite(graph)
    assert sorted(graph["https://example.org/Cy"]) == [ESCALATION.iri]
    assert len(graph.edges) == 6


def test_a_link_of_review_and_theme_counts_items(three: Collection) -> None:
    edge = build(three)["https://example.org/Ada"][HOUSING.iri]
    assert edge["weight"] == 2
    assert [(each.quote.kind, each.quote.position) for each in edge["quotes"]] == [(LEARNING, 1), (RECOMMENDATION, 2)]


def test_themes_are_linked_by_the_reviews_they_share(three: Collection) -> None:
    graph = build(three, "themes")
    assert graph[HOUSING.iri][FATHERS.iri]["weight"] == 2
    assert graph[HOUSING.iri][FATHERS.iri]["jaccard"] == 1
    assert graph[HOUSING.iri][FATHERS.iri]["lift"] == 1.5
    assert graph[HOUSING.iri][ESCALATION.iri]["weight"] == 1
    assert graph[HOUSING.iri][ESCALATION.iri]["jaccard"] == pytest.approx(1 / 3)


def test_reviews_are_linked_by_the_themes_they_share(three: Collection) -> None:
    graph = build(three, "reviews")
    assert graph["https://example.org/Ada"]["https://example.org/Ben"]["weight"] == 2
    assert graph["https://example.org/Ben"]["https://example.org/Cy"]["weight"] == 1
    assert not graph.has_edge("https://example.org/Ada", "https://example.org/Cy")


def test_a_link_of_themes_holds_the_quotes_of_both_sides_from_the_shared_reviews_alone(three: Collection) -> None:
    quotes = build(three, "themes")[HOUSING.iri][ESCALATION.iri]["quotes"]
    assert {each.label for each in quotes} == {"Ben"}
    assert {each.quote.theme for each in quotes} == {HOUSING.iri, ESCALATION.iri}


def test_a_link_of_reviews_holds_the_quotes_of_both_on_what_they_share(three: Collection) -> None:
    quotes = build(three, "reviews")["https://example.org/Ada"]["https://example.org/Ben"]["quotes"]
    assert {each.label for each in quotes} == {"Ada", "Ben"}
    assert {each.quote.theme for each in quotes} == {HOUSING.iri, FATHERS.iri}


def test_nodes_say_what_they_are(three: Collection) -> None:
    graph = build(three)
    assert graph.nodes[HOUSING.iri] | {"title": ""} == {
        "kind": "theme",
        "label": "Housing",
        "group": "Family",
        "title": "",
        "reviews": 2,
        "facts": (),
    }
    ada = graph.nodes["https://example.org/Ada"]
    assert (ada["kind"], ada["label"], ada["themes"]) == ("review", "Ada", 2)
    assert [fact.hedged for fact in ada["facts"]] == [False, True]


def test_an_empty_collection_is_an_empty_graph() -> None:
    assert all(len(build(Collection((), (), {}), of)) == 0 for of in ("both", "themes", "reviews"))


def test_an_unknown_graph_names_those_there_are(three: Collection) -> None:
    with pytest.raises(UnknownGraphError, match="both, themes, reviews"):
        build(three, "agencies")


@pytest.mark.parametrize("of", ["both", "themes", "reviews"])
def test_graphml_and_gexf_read_back_with_every_node_and_edge(three: Collection, of: str) -> None:
    graph = build(three, of)
    graphml = nx.parse_graphml(as_graphml(graph))
    gexf = nx.relabel_gexf_graph(nx.read_gexf(_file(as_gexf(graph))))
    assert set(graphml.nodes) == set(graph.nodes)
    assert graphml.number_of_edges() == gexf.number_of_edges() == graph.number_of_edges()
    assert {data["weight"] for *_, data in graphml.edges(data=True)} == {
        d["weight"] for *_, d in graph.edges(data=True)
    }


def _file(text: str) -> object:
    import io

    return io.BytesIO(text.encode())


def test_a_graph_file_keeps_what_is_only_possible_apart(three: Collection) -> None:
    facts = nx.parse_graphml(as_graphml(build(three))).nodes["https://example.org/Ada"]["facts"]
    assert facts == "Outcome: death\nHarm (stated as possible): neglect “went hungry”"


def test_json_is_what_networkx_reads(three: Collection) -> None:
    data = json.loads(as_json(build(three, "themes")))
    read = nx.node_link_graph(data, edges="edges")
    assert read[HOUSING.iri][FATHERS.iri]["quotes"][0]["quote"]["words"] == "fathers"


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    bell = Theme("https://example.org/bell", "ring\x07 & <run>\ufffe", "Harm")
    review = _review("Ada", _quote(bell))
    graph = build(Collection(("Invented",), (review,), {bell.iri: bell}))
    assert nx.parse_graphml(as_graphml(graph)).nodes[bell.iri]["label"] == "ring & <run>"


class _Stub:
    """A store that holds nothing."""

    def query(self, sparql: str, /) -> Answer:
        assert sparql
        return Answer((), ())


@pytest.mark.parametrize("ending", ["html", "graphml", "gexf", "json"])
def test_an_empty_store_makes_a_file_of_every_kind(ending: str, tmp_path: Path) -> None:
    write_graph(_Stub(), tmp_path / f"graph.{ending}")
    assert (tmp_path / f"graph.{ending}").stat().st_size > 100


def test_an_unknown_ending_names_those_that_would_do(tmp_path: Path) -> None:
    with pytest.raises(UnknownEndingError, match=r"\.html, \.graphml, \.gexf, \.json"):
        write_graph(_Stub(), tmp_path / "graph.pdf")


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match="nowhere"):
        write_graph(_Stub(), tmp_path / "nowhere" / "graph.json")


def test_graph_files_are_equal_to_the_byte_on_every_run() -> None:
    def text() -> str:
        graph = build(invented_collection(8), "themes")
        return as_graphml(graph) + as_gexf(graph) + as_json(graph)

    assert text() == text()

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graphs import network, projections
from kg.graphs.collecting import collect
from kg.graphs.measures import disparity
from kg.store import Store


def numbers(graph: nx.Graph) -> dict[frozenset[str], tuple[float, ...]]:
    names = ("weight", "jaccard", "lift", "association", "disparity")
    return {frozenset((one, other)): tuple(held[name] for name in names) for one, other, held in graph.edges(data=True)}


def test_themes_are_linked_with_the_numbers_of_the_graph_that_carries_quotes(sample: Store) -> None:
    found, expected = projections.themes(sample), network.themes_sharing_reviews(collect(sample))
    assert numbers(found) == numbers(expected)
    assert {node: held["reviews"] for node, held in found.nodes(data=True)} == {
        node: held["reviews"] for node, held in expected.nodes(data=True) if held["reviews"]
    }


def test_reviews_are_linked_by_as_many_themes_as_they_share(sample: Store) -> None:
    expected = {pair: held[0] for pair, held in numbers(network.reviews_sharing_themes(collect(sample))).items()}
    assert {pair: held[0] for pair, held in numbers(projections.reviews(sample)).items()} == expected
    some = projections.reviews(sample, least=4)
    assert {pair: held[0] for pair, held in numbers(some).items()} == {p: n for p, n in expected.items() if n >= 4}


@pytest.mark.parametrize("seed", range(20))
def test_betweenness_is_that_of_networkx(seed: int) -> None:
    graph = nx.gnp_random_graph(2 + seed, 0.05 * (1 + seed % 5), seed=seed)
    assert projections.betweenness(graph) == pytest.approx(nx.betweenness_centrality(graph))


def test_betweenness_takes_no_notice_of_a_node_linked_with_itself() -> None:
    graph = nx.path_graph(5)
    graph.add_edge(1, 1)
    assert projections.betweenness(graph) == pytest.approx(nx.betweenness_centrality(nx.path_graph(5)))


def linked(links: dict[tuple[str, str], int]) -> nx.Graph:
    """A graph in which these pairs share so much."""
    names = sorted({name for pair in links for name in pair})
    counts = np.zeros((len(names), len(names)), dtype=np.int64)
    for pair, weight in links.items():
        one, other = map(names.index, pair)
        counts[one, other] = counts[other, one] = weight
    np.fill_diagonal(counts, 100)
    return projections.graph_of(names, counts, 100)


def test_a_backbone_keeps_the_links_that_outweigh_the_others_of_either_end() -> None:
    """By hand: of the strength of a, 94, b holds 90 and each other 1; so (1 - 90/94) ** 4 at a, and 0.5 at b."""
    graph = linked({("a", "b"): 90, ("a", "c"): 1, ("a", "d"): 1, ("a", "e"): 1, ("a", "f"): 1, ("b", "g"): 90})
    assert graph["a"]["b"]["disparity"] == pytest.approx((4 / 94) ** 4, abs=1e-12)
    assert graph["a"]["c"]["disparity"] == pytest.approx((93 / 94) ** 4, abs=1e-12)
    assert graph["b"]["g"]["disparity"] == 0.5  # at b; g has no other link
    kept = projections.backbone(graph)
    assert list(kept.edges) == [("a", "b")]
    assert list(kept) == list("abcdefg")
    assert kept["a"]["b"] == graph["a"]["b"]
    assert sorted(projections.backbone(graph, level=0.6).edges) == [("a", "b"), ("b", "g")]


LINKS = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 50),
)


@given(LINKS, st.floats(0, 1), st.floats(0, 1))
def test_a_stricter_level_keeps_some_of_the_same_links(
    links: dict[tuple[str, str], int], one: float, other: float
) -> None:
    graph = linked(links)
    strict, loose = (set(projections.backbone(graph, level).edges) for level in sorted((one, other)))
    assert strict <= loose <= set(graph.edges)


@given(LINKS)
def test_a_link_says_what_the_end_says_to_which_it_matters_more(links: dict[tuple[str, str], int]) -> None:
    graph = linked(links)
    for one, other, held in graph.edges(data=True):
        said = [
            disparity(held["weight"], graph.degree(end, weight="weight"), graph.degree(end)) for end in (one, other)
        ]
        assert held["disparity"] == pytest.approx(min(said), abs=1e-11)


def test_links_of_equal_weight_say_the_same_wherever_they_stand() -> None:
    """In a ring of equal links each holds half of its node's strength."""
    ring = linked({("a", "b"): 3, ("b", "c"): 3, ("c", "d"): 3, ("a", "d"): 3})
    assert {held["disparity"] for _, _, held in ring.edges(data=True)} == {0.5}
    assert not projections.backbone(ring).edges

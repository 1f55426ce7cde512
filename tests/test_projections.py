import networkx as nx
import pytest

from kg import network, projections
from kg.collecting import collect
from kg.store import Store


def numbers(graph: nx.Graph) -> dict[frozenset[str], tuple[float, ...]]:
    names = ("weight", "jaccard", "lift", "association")
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

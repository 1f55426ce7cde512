"""Projections and measures of an invented collection, beside networkx; at ten times national size, beside a limit."""

from collections.abc import Callable, Iterator
from itertools import combinations

import networkx as nx
import numpy as np

from benchmarks.collections import digests
from benchmarks.timing import Row, median_of_calls, of_calls, wants_all
from kg import projections
from kg.columns import shelf
from kg.communities import communities
from kg.pairs import Flags, shared
from kg.positions.theme_map import theme_map
from kg.store import Store
from tests.invented_explorer import told_collection

REVIEWS, ALL_REVIEWS = 500, 2_000
MANY, SOME, THEMES = 20_000, 2_000, 140


def rows() -> Iterator[Row]:
    """Themes and reviews as graphs, and betweenness on both."""
    reviews = ALL_REVIEWS if wants_all() else REVIEWS
    with Store.open("memory") as store:
        store.load(digests(reviews))
        columns = shelf.read(store)
        store.columns = lambda: columns  # type: ignore[method-assign] # reading them is measured with the questions
        named = [set(each) for each in _named(columns.themes.tolist())]
        what = f"{reviews:,} reviews"
        yield Row(f"themes that share reviews, {what}", "networkx by hand", *of_calls(
            lambda: projections.themes(store), lambda: _pairs(named), 5))  # fmt: skip
        themes, alike = projections.themes(store), projections.reviews(store, least=3)
        yield Row(f"reviews that share 3 themes, {what}", "no peer", *of_calls(
            lambda: projections.reviews(store, least=3), lambda: None, 5))  # fmt: skip
        for graph, of in ((themes, "themes"), (alike, "reviews that share 3 themes")):
            yield Row(f"betweenness of {of}, {what}", "networkx", *of_calls(
                lambda: projections.betweenness(graph), lambda: nx.betweenness_centrality(graph), 1))  # noqa: B023 # fmt: skip
    yield from _at_size()


def _at_size() -> Iterator[Row]:
    """Themes of 20,000 reviews against one second, 2,000 reviews against ten."""
    many, some = _truth(MANY), _truth(SOME)
    names, reviews = [f"theme {n}" for n in range(THEMES)], [f"review {n}" for n in range(SOME)]
    themes = projections.graph_of(names, shared(many.T), MANY)
    alike = projections.graph_of(reviews, shared(some), THEMES)
    close = nx.Graph((one, other, held) for one, other, held in alike.edges(data=True) if held["weight"] >= 3)
    collection = told_collection(MANY, copies=6)
    calls: dict[str, tuple[float, Callable[[], object]]] = {
        "themes as a graph": (1, lambda: projections.graph_of(names, shared(many.T), MANY)),
        "betweenness of themes": (1, lambda: projections.betweenness(themes)),
        "communities of themes": (1, lambda: communities(collection)),
        "places of themes": (1, lambda: theme_map(collection, tuple(collection.themes))),
        "2,000 reviews as a graph": (10, lambda: projections.graph_of(reviews, shared(some), THEMES)),
        "betweenness of 2,000 reviews": (10, lambda: projections.betweenness(alike)),
        "communities of 2,000 reviews that share 3": (10, lambda: nx.community.louvain_communities(close, seed=1)),
    }
    for what, (seconds, call) in calls.items():
        name = what if "2,000" in what else f"{what}, {MANY:,} reviews"
        yield Row(name, f"{seconds} s", median_of_calls(call, 3), seconds * 1e3, limit=1)


def _truth(reviews: int) -> Flags:
    """Which review names which theme: 4 to 11 of 140 each, as skewed as Zipf has it."""
    chance = np.random.default_rng(1)
    liked = 1 / (np.arange(THEMES) + 3)
    table = np.zeros((reviews, THEMES), dtype=np.bool_)
    for row in table:
        row[chance.choice(THEMES, size=chance.integers(4, 12), p=liked / liked.sum())] = True
    return table


def _named(truth: list[list[bool]]) -> Iterator[list[int]]:
    for row in truth:
        yield [number for number, named in enumerate(row) if named]


def _pairs(named: list[set[int]]) -> nx.Graph:
    graph = nx.Graph()
    for themes in named:
        for one, other in combinations(sorted(themes), 2):
            before = graph.get_edge_data(one, other, {"weight": 0})["weight"]
            graph.add_edge(one, other, weight=before + 1)
    return graph

"""Projections and measures of an invented collection, beside networkx; at ten times national size, beside a limit."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

import networkx as nx
import numpy as np

from benchmarks.collections import digests
from benchmarks.timing import Row, median_of_calls, of_calls, wants_all
from kg.columns import shelf
from kg.graphs import projections
from kg.graphs.communities import theme_network
from kg.graphs.pairs import Flags, shared
from kg.positions import places
from kg.positions.theme_map import theme_map
from kg.store import Store
from tests.invented_explorer import told_collection

REVIEWS, ALL_REVIEWS = 500, 2_000
MANY, SOME, THEMES = 20_000, 2_000, 140
_ALIKE = 3  # themes that reviews share


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
        yield Row(f"reviews that share 3 themes, {what}", "networkx by hand", *of_calls(
            lambda: projections.reviews(store, least=3), lambda: _alike(named), 5))  # fmt: skip
        for graph, of in ((themes, "themes"), (alike, "reviews that share 3 themes")):
            yield Row(f"betweenness of {of}, {what}", "networkx", *of_calls(
                lambda: projections.betweenness(graph), lambda: nx.betweenness_centrality(graph), 5))  # noqa: B023 # fmt: skip
    yield from _at_size()


def _at_size() -> Iterator[Row]:
    """Themes of 20,000 reviews against one second, 2,000 reviews against ten."""
    many, some = _truth(MANY), _truth(SOME)
    names, reviews = [f"theme {n}" for n in range(THEMES)], [f"review {n}" for n in range(SOME)]
    themes = projections.graph_of(names, shared(many.T), MANY)
    alike = projections.graph_of(reviews, shared(some), THEMES)
    close = nx.Graph((one, other, held) for one, other, held in alike.edges(data=True) if held["weight"] >= 3)
    told, few = told_collection(MANY, copies=6), told_collection(SOME, copies=6)
    network = theme_network(told)
    yield from _below(1, f"themes of {MANY:,} reviews", {
        "projection, with jaccard, lift, association": lambda: projections.graph_of(names, shared(many.T), MANY),
        "degree": lambda: dict(themes.degree(weight="weight")),
        "betweenness": lambda: projections.betweenness(themes),
        "communities": lambda: theme_network(told),
        "backbone": lambda: projections.backbone(themes),
        "layout": lambda: theme_map(told, tuple(told.themes), network),
    })  # fmt: skip
    yield from _below(10, f"{SOME:,} reviews", {
        "projection, with the same numbers": lambda: projections.graph_of(reviews, shared(some), THEMES),
        "degree": lambda: dict(alike.degree(weight="weight")),
        "betweenness": lambda: projections.betweenness(alike),
        "communities of those that share 3 themes": lambda: nx.community.louvain_communities(close, seed=1),
        "backbone": lambda: projections.backbone(alike),
        "layout, of all kinds of picture": lambda: places(few),
    })  # fmt: skip


def _below(seconds: float, of: str, calls: Mapping[str, Callable[[], object]]) -> Iterator[Row]:
    """Each call against the limit, and all of them together."""
    times = {what: median_of_calls(call, 5) for what, call in calls.items()}
    for what, time in {**times, "all of it": sum(times.values())}.items():
        yield Row(f"{of}: {what}", f"{seconds:g} s", time, seconds * 1e3, limit=1)


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


def _alike(named: list[set[int]]) -> nx.Graph:
    graph = nx.Graph()
    for (one, themes), (other, others) in combinations(enumerate(named), 2):
        if len(themes & others) >= _ALIKE:
            graph.add_edge(one, other, weight=len(themes & others))
    return graph


def _pairs(named: list[set[int]]) -> nx.Graph:
    graph = nx.Graph()
    for themes in named:
        for one, other in combinations(sorted(themes), 2):
            before = graph.get_edge_data(one, other, {"weight": 0})["weight"]
            graph.add_edge(one, other, weight=before + 1)
    return graph

"""Projections and measures of an invented collection, beside networkx doing the same."""

from collections.abc import Iterator
from itertools import combinations

import networkx as nx

from benchmarks.collections import digests
from benchmarks.timing import Row, of_calls, wants_all
from kg import projections
from kg.columns import shelf
from kg.store import Store

REVIEWS, ALL_REVIEWS = 500, 2_000


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

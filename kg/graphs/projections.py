"""Graphs of shared themes at the size of a national collection: matrix products do the work, networkx holds the result.

Unlike the graphs of `kg.graphs.network`, these come from the columns of a store, at any number of reviews, and their
edges carry numbers alone; a saved question gives the words behind any of them.
"""

from functools import cache, partial
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import numpy.typing as npt

from kg.columns.part import Columns
from kg.graphs.measures import association, jaccard, lift
from kg.graphs.pairs import Ints, disparities, pairs, shared

if TYPE_CHECKING:
    from kg.store import Store

Floats = npt.NDArray[np.float64]
_SMALL = 300  # nodes


def themes(store: "Store") -> nx.Graph:
    """Themes that share reviews: `weight` counts them, `jaccard`, `lift` and `association` compare it with chance.

    `disparity` compares it with the other links of either theme, as `backbone` uses it.
    Nodes are IRIs with `label`, `group` (the next broader theme) and `reviews`, as edges are of `kg.graphs.network`.
    """
    columns = store.columns() or _made(store)
    named = np.flatnonzero(columns.themes.any(axis=0))
    iris = columns.texts("concept.iri").at(named)
    truth = columns.themes[:, named]
    graph = graph_of(iris, shared(truth.T), truth.shape[0])
    for iri, label, group, count in zip(
        iris, columns.label(named), columns.groups(named), truth.sum(axis=0).tolist(), strict=True
    ):
        graph.add_node(iri, kind="theme", label=label, group=group or "", reviews=count)
    return graph


def reviews(store: "Store", least: int = 1) -> nx.Graph:
    """Reviews that share at least so many themes, with the same numbers; `weight` counts themes."""
    columns = store.columns() or _made(store)
    everything = np.arange(columns.review_count)
    iris = columns.texts("review.iri").at(everything)
    counts = shared(columns.themes)
    graph = graph_of(iris, np.where(counts >= least, counts, counts * np.eye(len(counts), dtype=np.int64)), len(iris))
    for iri, title in zip(iris, columns.titles(everything), strict=True):
        graph.add_node(iri, kind="review", label=title)
    return graph


def graph_of(names: list[str], counts: Ints, total: int) -> nx.Graph:
    """Nodes of these names, linked by the numbers of what they share, of `total`, where it is not 0."""
    graph = nx.Graph()
    graph.add_nodes_from(names)
    measured = cache(partial(_measures, total=total))  # a million links share some thousand sets of numbers
    linked = zip(pairs(counts), disparities(counts), strict=True)
    graph.add_edges_from(
        (names[one], names[other], measured(*numbers) | {"disparity": chance})
        for (one, other, numbers), chance in linked
    )
    return graph


def backbone(graph: nx.Graph, level: float = 0.05) -> nx.Graph:
    """All nodes of a graph of this module or of `kg.graphs.network`, and the links that chance explains at neither end.

    A link stays whose `disparity` is below the level: it weighs more than it would if the weights of one of its ends
    fell on that end's links by chance. Heavy links of rare themes stay, where a threshold of weight would drop them.

    Source: Serrano, M. A., Boguna, M. and Vespignani, A. (2009), PNAS 106(16), 6483-6488.
    """
    kept = nx.Graph(**graph.graph)
    kept.add_nodes_from(graph.nodes(data=True))
    kept.add_edges_from(link for link in graph.edges(data=True) if link[2]["disparity"] < level)
    return kept


def betweenness(graph: nx.Graph) -> dict[str, float]:
    """The share of shortest paths between all other nodes that lead through each node, paths counted in edges.

    The same numbers as `networkx.betweenness_centrality`, from matrix products over all sources at once: memory grows
    with the square of the nodes, about 150 MB for 2,000.

    Source: Brandes, U. (2001), A faster algorithm for betweenness centrality, J. Math. Sociol. 25(2), 163-177.
    """
    names = list(graph)
    if len(names) < 3:
        return dict.fromkeys(names, 0.0)
    linked = _matrix(graph)
    levels = _levels(linked)
    paths = np.sum(levels, axis=0)
    through = np.zeros_like(paths)
    # The first level is left out: a path of one step leads through nothing.
    for before, level in zip(levels[-2:0:-1], levels[:1:-1], strict=True):
        share = np.divide(1 + through, paths, out=np.zeros_like(paths), where=level > 0)
        through += _product(share, linked) * before
    scale = (len(names) - 1) * (len(names) - 2)
    return dict(zip(names, (through.sum(axis=0) / scale).tolist(), strict=True))


def _matrix(graph: nx.Graph) -> Floats:
    """1 where two nodes are linked, 0 elsewhere, in their order; nodes linked with themselves are not.

    networkx makes the same, and looks into what each link carries for it: four times as long where there are a million.
    """
    number = {node: n for n, node in enumerate(graph)}
    linked = np.zeros((len(number), len(number)))
    for row, near in zip(linked, graph.adj.values(), strict=True):
        row[[number[other] for other in near]] = 1
    np.fill_diagonal(linked, 0)
    return linked


def _levels(linked: Floats) -> list[Floats]:
    """For each number of steps, from none, how many shortest paths of that length lead from each node to each."""
    levels = [np.eye(len(linked)), linked]
    seen = (levels[0] + linked) > 0
    while not seen.all() and (found := np.where(seen, 0, _product(levels[-1], linked))).any():
        levels.append(found)
        seen |= found > 0
    return levels


def _product(one: Floats, other: Floats) -> Floats:
    """The product of two matrices; a small one without BLAS, whose threads wait busily for longer than it takes."""
    product: Floats = np.einsum("ij,jk->ik", one, other) if len(one) <= _SMALL else one @ other
    return product


def _measures(both: int, first: int, second: int, total: int) -> dict[str, float]:
    """What a link carries; networkx copies it."""
    numbers = both, first, second
    return {
        "weight": both,
        "jaccard": jaccard(*numbers),
        "lift": lift(*numbers, total),
        "association": association(*numbers, total),
    }


def _made(store: "Store") -> Columns:
    """The columns of a store that is too small to keep any."""
    from kg.columns.shelf import read

    return read(store)

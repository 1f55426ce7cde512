"""How themes go together, and in which groups, on the whole graph. Approximate: another seed draws some borders anew.

Same input, same groups: nodes are numbers (a set of strings has another order in every process), the seed is fixed.
"""

from dataclasses import dataclass

import networkx as nx

from kg.graphs.collection import Collection, reviews_by_theme
from kg.graphs.network import Link, theme_links

FEWEST = 40  # reviews: below, associations are noise, and so are groups made of them
_SEED = 7
_NAMED_BY = 3  # themes


@dataclass(frozen=True, slots=True)
class ThemeNetwork:
    """How the themes of a collection go together; dear, so it is found once for the groups and the map of a page."""

    links: tuple[Link, ...]  # of every two themes that share a review
    groups: tuple[tuple[str, ...], ...]  # IRIs; every theme is in one, be it alone


@dataclass(frozen=True, slots=True)
class Community:
    """Themes that go together, the most named first, and what they are called by."""

    name: str  # the labels of its top themes
    themes: tuple[str, ...]  # IRIs


def theme_network(collection: Collection) -> ThemeNetwork:
    """The links and groups of all themes, the groups by Louvain over the association of every two.

    Source: Blondel, V. D. et al. (2008), Fast unfolding of communities in large networks, J. Stat. Mech. P10008.
    """
    links = theme_links(collection)
    themes = sorted(collection.themes)
    number = {theme: n for n, theme in enumerate(themes)}
    whole = nx.Graph()
    whole.add_nodes_from(range(len(themes)))
    whole.add_weighted_edges_from((number[link.one], number[link.other], link.association + 1e-3) for link in links)
    found = nx.community.louvain_communities(whole, seed=_SEED)
    return ThemeNetwork(links, tuple(tuple(themes[n] for n in sorted(group)) for group in found))


def communities(collection: Collection, network: ThemeNetwork) -> tuple[Community, ...]:
    """The groups of two themes or more, the most named first; none below forty reviews."""
    if len(collection.reviews) < FEWEST:
        return ()
    count = {theme: len(reviews) for theme, reviews in reviews_by_theme(collection).items()}
    several = (group for group in network.groups if len(group) > 1)
    ranked = [tuple(sorted(group, key=lambda theme: (-count[theme], theme))) for group in several]
    ranked.sort(key=lambda group: (-sum(count[theme] for theme in group), group))
    return tuple(
        Community(", ".join(collection.themes[theme].label for theme in group[:_NAMED_BY]), group) for group in ranked
    )

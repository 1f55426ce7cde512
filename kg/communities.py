"""Groups of themes that go together, found on the whole graph. Approximate: another seed draws some borders elsewhere.

Same input, same groups: nodes are numbers (a set of strings has another order in every process), the seed is fixed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.collection import Collection, reviews_by_theme
from kg.network import Link, theme_links

FEWEST = 40  # reviews: below, associations are noise, and so are groups made of them
_SEED = 7
_NAMED_BY = 3  # themes


@dataclass(frozen=True, slots=True)
class Community:
    """Themes that go together, the most named first, and what they are called by."""

    name: str  # the labels of its top themes
    themes: tuple[str, ...]  # IRIs


def communities(collection: Collection) -> tuple[Community, ...]:
    """The groups of two themes or more, the most named first; none below forty reviews.

    Source: Blondel, V. D. et al. (2008), Fast unfolding of communities in large networks, J. Stat. Mech. P10008.
    """
    if len(collection.reviews) < FEWEST:
        return ()
    count = {theme: len(reviews) for theme, reviews in reviews_by_theme(collection).items()}
    found = groups_of(sorted(count), theme_links(collection))
    ranked = [tuple(sorted(group, key=lambda theme: (-count[theme], theme))) for group in found if len(group) > 1]
    ranked.sort(key=lambda group: (-sum(count[theme] for theme in group), group))
    return tuple(
        Community(", ".join(collection.themes[theme].label for theme in group[:_NAMED_BY]), group) for group in ranked
    )


def groups_of(themes: Sequence[str], links: Iterable[Link]) -> list[list[str]]:
    """The themes in groups, by Louvain over the association of every two of them."""
    number = {theme: n for n, theme in enumerate(themes)}
    whole = nx.Graph()
    whole.add_nodes_from(range(len(themes)))
    whole.add_weighted_edges_from(
        (number[link.one], number[link.other], link.association + 1e-3)
        for link in links
        if link.one in number and link.other in number
    )
    return [sorted(themes[n] for n in group) for group in nx.community.louvain_communities(whole, seed=_SEED)]

"""Where every node of every view stands, computed once, so that no layout runs in the browser.

The same collection gives the same places on every run: seeds are fixed, ties are broken by IRI, pixels are whole.
"""

from collections.abc import Mapping

from kg.graphs.collection import Collection, reviews_by_theme
from kg.graphs.communities import ThemeNetwork, theme_network
from kg.positions.boxes import Box, Place
from kg.positions.ring import circle, tall_ring, wide_ring
from kg.positions.theme_map import Point, reviews_among, theme_map

__all__ = ["MOST_ON_A_RING", "Before", "Box", "Place", "places"]

MOST_ON_A_RING = 12

Places = dict[str, Place]
Before = Mapping[str, Mapping[str, Point]]  # view -> IRI -> where it stood on a wide screen


def places(
    collection: Collection, before: Before | None = None, network: ThemeNetwork | None = None
) -> dict[str, dict[str, Places]]:
    """View (both, themes, reviews) -> shape of the screen (wide, tall) -> IRI -> place.

    What stood somewhere before stays there, or near, as far as the kind of layout is the same. How themes go together
    is found anew where it is not known.
    """
    if not collection.reviews:
        return {view: {"wide": {}, "tall": {}} for view in ("both", "themes", "reviews")}
    before = before or {}
    shared = tuple(theme for theme, reviews in reviews_by_theme(collection).items() if len(reviews) > 1)
    themes = theme_map(collection, shared, network or theme_network(collection), before.get("themes"))
    if len(collection.reviews) <= MOST_ON_A_RING:
        old = before.get("both", {})
        both = {"wide": wide_ring(collection, old), "tall": tall_ring(collection, old)}
        reviews = circle(collection, old)
    else:
        alone = reviews_among(collection, themes)
        both, reviews = {"wide": themes | alone, "tall": themes | alone}, alone
    return {
        "both": both,
        "themes": {"wide": themes, "tall": themes},
        "reviews": {"wide": reviews, "tall": reviews},
    }

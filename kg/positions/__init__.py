"""Where every node of every view stands, computed once, so that no layout runs in the browser.

The same collection gives the same places on every run: seeds are fixed, ties are broken by IRI, pixels are whole.
"""

from kg.collection import Collection
from kg.positions.boxes import Box, Place
from kg.positions.ring import circle, tall_ring, wide_ring
from kg.positions.theme_map import reviews_among, theme_map

__all__ = ["MOST_ON_A_RING", "Box", "Place", "places"]

MOST_ON_A_RING = 12

Places = dict[str, Place]


def places(collection: Collection) -> dict[str, dict[str, Places]]:
    """View (both, themes, reviews) -> shape of the screen (wide, tall) -> IRI -> place."""
    if not collection.reviews:
        return {view: {"wide": {}, "tall": {}} for view in ("both", "themes", "reviews")}
    shared = tuple(
        theme for theme in sorted(collection.themes) if sum(theme in r.themes for r in collection.reviews) > 1
    )
    themes = theme_map(collection, shared)
    if len(collection.reviews) <= MOST_ON_A_RING:
        both = {"wide": wide_ring(collection), "tall": tall_ring(collection)}
        reviews = circle(collection)
    else:
        alone = reviews_among(collection, themes)
        both, reviews = {"wide": themes | alone, "tall": themes | alone}, alone
    return {
        "both": both,
        "themes": {"wide": themes, "tall": themes},
        "reviews": {"wide": reviews, "tall": reviews},
    }

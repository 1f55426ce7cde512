"""More than twelve reviews: themes that go together stand together, and each review stands among its themes.

No layout of reviews and themes at once can be read at that size. So only the strongest links of the themes pull, by an
association that discounts what happened once or twice; then labels are pushed apart. Same input, same places: nodes are
numbers (a set of strings has another order in every process) and the seed is fixed.
"""

from collections.abc import Iterable, Mapping
from math import cos, log, pi, sin, sqrt
from zlib import crc32

import networkx as nx
import numpy as np

from kg.graphs.collection import Collection, reviews_by_theme
from kg.graphs.communities import ThemeNetwork
from kg.graphs.network import Link, strongest
from kg.positions.boxes import GAP, Floats, Place, apart, label_size, theme_radius, wrap

MOST_THEMES = 200  # drawn
LABELLED = 60  # themes whose labels reserve room; the rest show theirs where there is room
_PULLING = 4  # links of each theme
_MARGIN = 6  # pixels between labels in a new map; one pixel is lost to rounding, so an old map is kept with less
_KEPT_MARGIN = 4

Point = tuple[float, float]
_GOLDEN_ANGLE = pi * (3 - sqrt(5))
_SEED = 7


def theme_map(
    collection: Collection, themes: tuple[str, ...], network: ThemeNetwork, before: Mapping[str, Point] | None = None
) -> dict[str, Place]:
    """A place for each of these themes, near those it goes with.

    Where half of them or more had a place before, they keep it, and the others come in beside those they go with.
    """
    named = reviews_by_theme(collection)
    counts = {theme: len(named[theme]) for theme in themes}
    chosen = sorted(themes, key=lambda theme: (-counts[theme], theme))[:MOST_THEMES]
    if not chosen:
        return {}
    drawn = [_mark(collection, theme, counts[theme], labelled=n < LABELLED) for n, theme in enumerate(chosen)]
    sizes = np.array([_room(place) for place in drawn])
    known = {theme: at for theme, at in (before or {}).items() if theme in counts}
    if 2 * len(known) >= len(chosen):
        centres = apart(_beside_known(chosen, drawn, known, network.links), sizes + _KEPT_MARGIN)
    else:
        area = 1.6 * float(np.sqrt((sizes[:, 0] * sizes[:, 1]).sum()))
        centres = apart(_spread(_spring(chosen, network), area), sizes + _MARGIN)
        centres = centres - centres.mean(axis=0)
    return {theme: _at(place, x, y) for theme, place, (x, y) in zip(chosen, drawn, centres, strict=True)}


def reviews_among(collection: Collection, themes: Mapping[str, Place]) -> dict[str, Place]:
    """A place for each review: the mean of its themes, the rarer counting more, and a little aside from its like.

    How far aside follows from its IRI, so that reviews that come later move nobody.
    """
    total = len(collection.reviews)
    named = reviews_by_theme(collection)
    weight = {theme: log(1 + total / len(named[theme])) ** 2 for theme in themes}
    places = {}
    for review in collection.reviews:
        drawn = sorted(review.themes & themes.keys())
        pull = sum(weight[theme] for theme in drawn) or 1.0
        number = crc32(review.iri.encode()) % 997
        aside = 2.2 * sqrt(number), number * _GOLDEN_ANGLE
        x = sum(themes[theme].x * weight[theme] for theme in drawn) / pull + aside[0] * cos(aside[1])
        y = sum(themes[theme].y * weight[theme] for theme in drawn) / pull + aside[0] * sin(aside[1])
        places[review.iri] = Place(round(x), round(y), 8, 8, "free", wrap(review.label, 130, 11.5, 2), 11.5)
    return places


def _mark(collection: Collection, theme: str, count: int, *, labelled: bool) -> Place:
    size = round(2 * theme_radius(count, len(collection.reviews)))
    font = 13.0 if count > 0.2 * len(collection.reviews) else 12.0
    lines = wrap(collection.themes[theme].label, 116, font, 4)
    return Place(0, 0, size, size, "below" if labelled else "free", lines, font)


def _room(place: Place) -> tuple[float, float]:
    if place.side == "free":
        return place.width, place.height
    width, height = label_size(place.lines, place.font)
    return max(place.width, width), place.height + GAP + height


def _at(place: Place, x: float, y: float) -> Place:
    """The place with the middle of its room here."""
    return Place(round(x), round(y - _down(place)), place.width, place.height, place.side, place.lines, place.font)


def _down(place: Place) -> float:
    """How far below the mark's middle the middle of its room is."""
    return _room(place)[1] / 2 - place.height / 2


def _beside_known(chosen: list[str], drawn: list[Place], known: Mapping[str, Point], links: Iterable[Link]) -> Floats:
    """The middles of the rooms: of what had a place, that place; of what is new, the mean of what it goes with."""
    pulls: dict[str, list[tuple[float, str]]] = {theme: [] for theme in chosen}
    for link in links:
        for one, other in ((link.one, link.other), (link.other, link.one)):
            if one in pulls and one not in known and other in known:
                pulls[one].append((link.association + 1e-3, other))
    middles = []
    for theme, place in zip(chosen, drawn, strict=True):
        near = [(1.0, theme)] if theme in known else sorted(pulls[theme], reverse=True)[:_PULLING]
        total = sum(weight for weight, _ in near) or 1.0
        x, y = (sum(weight * known[other][axis] for weight, other in near) / total for axis in (0, 1))
        middles.append((x, y + _down(place)))
    return np.array(middles)


def _spring(chosen: list[str], network: ThemeNetwork) -> Floats:
    """Where springs between the themes come to rest, within -1 and 1."""
    number = {theme: n for n, theme in enumerate(chosen)}
    known = [link for link in network.links if link.one in number and link.other in number]
    drawn = (sorted(number[theme] for theme in group if theme in number) for group in network.groups)
    groups = sorted(group for group in drawn if group)
    group_of = {node: n for n, group in enumerate(groups) for node in group}
    pulling = nx.Graph()
    pulling.add_nodes_from(range(len(chosen)))
    for link in strongest(known, _PULLING, key=lambda link: (link.association, link.weight)):
        one, other = number[link.one], number[link.other]
        nearness = 1.6 if group_of[one] == group_of[other] else 0.5
        pulling.add_edge(one, other, weight=nearness * (0.1 + link.association))
    # A faint spoke to the biggest theme of its group keeps a theme with no strong link from drifting off.
    pulling.add_weighted_edges_from(
        (min(group), node, 0.05) for group in groups for node in group if not pulling.has_edge(min(group), node)
    )
    pulling.remove_edges_from(list(nx.selfloop_edges(pulling)))
    rest = nx.spring_layout(pulling, seed=_SEED, iterations=400, k=2.2 / sqrt(len(chosen)))
    return np.array([rest[node] for node in range(len(chosen))])


def _spread(points: Floats, area: float) -> Floats:
    """The points over a wide area, half way to even spacing, so that dense places open up."""
    ranks = np.argsort(np.argsort(points, axis=0, kind="stable"), axis=0, kind="stable")
    even = 2 * ranks / max(len(points) - 1, 1) - 1
    mixed: Floats = (0.55 * points + 0.45 * even) * np.array([0.62, 0.5]) * area
    return mixed

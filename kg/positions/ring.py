"""Up to twelve reviews: the reviews round the edge, what they share in the middle, what one has alone beside it.

Reviews stand in the order that puts the most alike next to each other, half of them on either side: right and left
on a wide screen, top and bottom on a tall one. Shared themes take the slots of a brick pattern, each as near as may be
to the mean of its reviews, so that no two labels can overlap. A tall screen has room for the most shared themes only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, product
from math import ceil, cos, pi, sin

from kg.graphs.collection import Collection, Review, reviews_by_theme
from kg.positions.boxes import GAP, LINE, Place, label_size, theme_radius, wrap
from kg.positions.bricks import COLUMN, Point, assigned, bricks, slots
from kg.positions.order import Old, in_order

REVIEW_FONT = 13.0
SHARED_FONT = 12.5
OWN_FONT = 12.0
MOST_ON_TALL = 8  # themes
_BULGE = 22  # how far the middle review of a side stands out
_TALL_WIDTH = 400
_LIST_WIDTHS = (140, 160, 180, 200, 220)  # of the labels under a review
_LENGTHS = (480, 600, 720, 900)  # how high the shared themes may pile
_MOST_OWN = 24  # themes of one review only; more would leave no room for what is shared
_SCREEN = (690, 590)  # the map of a window of 1280 x 800
_OWN_RADIUS = 4.5


@dataclass(frozen=True, slots=True)
class _Card:
    """A review's box with the list of themes that it has alone."""

    iri: str
    box: tuple[int, int]
    lines: tuple[str, ...]
    own: tuple[tuple[str, tuple[str, ...]], ...]  # IRI and label's lines
    height: float


Sides = tuple[list[_Card], list[_Card]]


def wide_ring(collection: Collection, old: Old) -> dict[str, Place]:
    """A place for each review and theme: shared themes between two columns of reviews, a review's own under it.

    Where more themes than can be listed stand in one review only, they have no place.
    """
    counts = _counts(collection)
    own = [theme for theme, count in counts.items() if count == 1]
    listed = own if len(own) <= _MOST_OWN or len(own) == len(counts) else []
    widths = _LIST_WIDTHS if listed else _LIST_WIDTHS[:1]
    ring = in_order(collection.reviews, old)
    sizes = product(widths, _LENGTHS)
    return max((_wide_ring(collection, ring, listed, old, size) for size in sizes), key=_scale)


def _scale(places: dict[str, Place]) -> float:
    """How big the layout can be shown on a usual screen."""
    boxes = [box for place in places.values() for box in place.boxes]
    width = max(box.right for box in boxes) - min(box.left for box in boxes)
    height = max(box.bottom for box in boxes) - min(box.top for box in boxes)
    return round(min(_SCREEN[0] / width, _SCREEN[1] / height), 3)


def _wide_ring(
    collection: Collection, ring: Sequence[Review], own: list[str], old: Old, size: tuple[int, int]
) -> dict[str, Place]:
    width, length = size
    counts = _counts(collection)
    shared = [theme for theme, count in counts.items() if count > 1]
    sides = _balanced([_card(collection, review, own, width) for review in ring], old)
    free = slots(len(shared), _height(collection, shared), length)
    centres = _columns(sides, free)
    places: dict[str, Place] = {}
    for sign, side in zip((1, -1), sides, strict=True):
        for card in side:
            places |= _card_places(card, centres[card.iri], "right" if sign > 0 else "left")
    return places | _shared_places(collection, shared, free, centres)


def tall_ring(collection: Collection, old: Old) -> dict[str, Place]:
    """A place for each review and for the most shared themes, between two rows of reviews."""
    themes = list(_counts(collection))[:MOST_ON_TALL]
    cards = [_card(collection, review, [], 0) for review in in_order(collection.reviews, old)]
    half = ceil(len(cards) / 2)
    sides = cards[:half], cards[half:][::-1]
    free = bricks(3 if len(themes) > 3 else 2, len(themes), _height(collection, themes))
    middle = max((abs(y) for _, y in free), default=0) + _height(collection, themes) / 2 + 26
    centres = {}
    for sign, side in zip((-1, 1), sides, strict=True):
        gap = max(10, (_TALL_WIDTH - sum(card.box[0] for card in side)) / max(len(side), 1))
        at = -sum(card.box[0] + gap for card in side) / 2
        for card in side:
            centres[card.iri] = (at + (card.box[0] + gap) / 2, sign * middle)
            at += card.box[0] + gap
    boxes = {card.iri: _review_place(centres[card.iri], card.box, card.lines) for card in cards}
    return boxes | _shared_places(collection, themes, free, centres)


def circle(collection: Collection, old: Old) -> dict[str, Place]:
    """A place for each review on an ellipse, the most alike next to each other."""
    reviews = in_order(collection.reviews, old)
    labels = [wrap(review.label, 150, REVIEW_FONT, 2) for review in reviews]
    across = max(260, 24 * len(reviews)) if len(reviews) > 1 else 0
    angles = [2 * pi * n / len(reviews) - pi / 2 for n in range(len(reviews))]
    return {
        review.iri: _review_place((across * cos(angle), 0.8 * across * sin(angle)), _box(lines), lines)
        for review, lines, angle in zip(reviews, labels, angles, strict=True)
    }


def _counts(collection: Collection) -> dict[str, int]:
    """How many reviews name each theme that any names, the most shared first."""
    counts = {theme: len(reviews) for theme, reviews in reviews_by_theme(collection).items() if reviews}
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _box(lines: tuple[str, ...]) -> tuple[int, int]:
    width, height = label_size(lines, REVIEW_FONT)
    return round(width) + 18, round(height) + 12


def _card(collection: Collection, review: Review, own: list[str], width: int) -> _Card:
    lines = wrap(review.label, 110, REVIEW_FONT, 2)
    themes = sorted(
        (collection.themes[theme] for theme in own if theme in review.themes), key=lambda t: (t.group, t.label)
    )
    listed = tuple((theme.iri, wrap(theme.label, width, OWN_FONT)) for theme in themes)
    box = _box(lines)
    return _Card(review.iri, box, lines, listed, box[1] + sum(_row(lines) for _, lines in listed) + 8 * bool(listed))


def _row(lines: tuple[str, ...]) -> float:
    return len(lines) * OWN_FONT * LINE + 4


def _balanced(cards: list[_Card], old: Old) -> Sides:
    """The ring cut in two such that neither side is much longer: the right from the top, the left from the top.

    Where reviews stood on a side before, as many as can be stay on it.
    """
    half = ceil(len(cards) / 2)
    turns = [cards[turn:] + cards[:turn] for turn in range(max(len(cards), 1))]

    def cost(turn: list[_Card]) -> tuple[int, float]:
        right, left = turn[:half], turn[half:]
        moved = sum(old.get(card.iri, (1, 0))[0] < 0 for card in right) + sum(
            old.get(card.iri, (-1, 0))[0] > 0 for card in left
        )
        return moved, round(max(_length(right), _length(left)), 3)

    best = min(turns, key=cost)
    return best[:half], best[half:][::-1]


def _length(side: list[_Card]) -> float:
    return sum(card.height + 14 for card in side)


def _height(collection: Collection, themes: list[str]) -> float:
    """The height of a slot that holds any of the themes."""
    counts = _counts(collection)
    return max((_slot_height(collection, theme, counts[theme]) for theme in themes), default=0)


def _slot_height(collection: Collection, theme: str, count: int) -> float:
    label = label_size(_shared_lines(collection, theme), SHARED_FONT)[1]
    return 2 * theme_radius(count, len(collection.reviews)) + GAP + label + 9


def _shared_lines(collection: Collection, theme: str) -> tuple[str, ...]:
    return wrap(collection.themes[theme].label, COLUMN - 4, SHARED_FONT, 4)


def _columns(sides: Sides, slots: list[Point]) -> dict[str, Point]:
    """The middle of each review's box, right and left of the slots."""
    edge = max((abs(x) for x, _ in slots), default=0) + COLUMN / 2
    span = max(*map(_length, sides), 2 * max((abs(y) for _, y in slots), default=0) + 40)
    centres = {}
    for sign, side in zip((1, -1), sides, strict=True):
        spare = (span - sum(card.height for card in side)) / max(len(side), 1)
        top = -span / 2 + spare / 2
        for card in side:
            bulge = _BULGE * (1 - (2 * (top + card.height / 2) / span) ** 2)
            centres[card.iri] = (sign * (edge + 50 + bulge), top + card.box[1] / 2)
            top += card.height + spare
    return centres


def _card_places(card: _Card, centre: Point, side: str) -> dict[str, Place]:
    places = {card.iri: _review_place(centre, card.box, card.lines)}
    top = centre[1] + card.box[1] / 2 + 8
    for theme, lines in card.own:
        places[theme] = _theme_place((centre[0], top + _row(lines) / 2), side, lines)
        top += _row(lines)
    return places


def _review_place(centre: Point, box: tuple[int, int], lines: tuple[str, ...]) -> Place:
    return Place(round(centre[0]), round(centre[1]), *box, "in", lines, REVIEW_FONT)


def _theme_place(
    centre: Point, side: str, lines: tuple[str, ...], radius: float = _OWN_RADIUS, font: float = OWN_FONT
) -> Place:
    size = round(2 * radius)
    return Place(round(centre[0]), round(centre[1]), size, size, side, lines, font)


def _shared_places(
    collection: Collection, themes: list[str], slots: list[Point], centres: dict[str, Point]
) -> dict[str, Place]:
    counts = _counts(collection)
    homes = {}
    for theme in themes:
        at = [centres[review.iri] for review in collection.reviews if theme in review.themes]
        homes[theme] = (sum(x for x, _ in at) / len(at), sum(y for _, y in at) / len(at))
    seats = assigned(homes, counts, slots)
    rows = [list(row) for _, row in groupby(sorted(seats, key=lambda t: seats[t][1]), key=lambda t: seats[t][1])]
    heights = [max(_slot_height(collection, theme, counts[theme]) for theme in row) for row in rows]
    top = -sum(heights) / 2
    places = {}
    for row, height in zip(rows, heights, strict=True):
        for theme in row:
            radius = theme_radius(counts[theme], len(collection.reviews))
            centre = seats[theme][0], top + radius
            places[theme] = _theme_place(centre, "below", _shared_lines(collection, theme), radius, SHARED_FONT)
        top += height
    return places

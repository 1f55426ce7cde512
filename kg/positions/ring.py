"""Up to twelve reviews: the reviews round the edge, what they share in the middle, what one has alone beside it.

Reviews stand in the order that puts the most alike next to each other, half of them on either side: right and left
on a wide screen, top and bottom on a tall one. Shared themes take the slots of a brick pattern, each as near as may be
to the mean of its reviews, so that no two labels can overlap.
"""

from dataclasses import dataclass
from itertools import pairwise, permutations
from math import ceil, cos, pi, sin

from kg.collection import Collection, Review
from kg.measures import jaccard
from kg.positions.boxes import LINE, Place, label_size, theme_radius, wrap

REVIEW_FONT = 13.0
SHARED_FONT = 12.5
OWN_FONT = 11.5
_OWN_RADIUS = 4.5

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """The screen a layout is made for, in pixels."""

    tall: bool
    column: int  # width of a slot
    length: int  # how far the slots may reach before there are more columns
    bulge: int  # how far the middle review of a side stands out


WIDE = Shape(tall=False, column=124, length=620, bulge=44)
TALL = Shape(tall=True, column=118, length=420, bulge=0)


@dataclass(frozen=True, slots=True)
class _Card:
    """A review's box with the themes it has alone."""

    review: Review
    box: tuple[int, int]
    lines: tuple[str, ...]
    own: tuple[tuple[str, tuple[str, ...]], ...]  # IRI and label's lines
    extent: float  # along its side


def ring(collection: Collection, shape: Shape) -> dict[str, Place]:
    """A place for each review and theme; on a tall screen, themes of one review reserve no room for their labels."""
    cards = [_card(collection, review, shape) for review in _in_order(collection.reviews)]
    shared = _shared(collection)
    half = ceil(len(cards) / 2)
    sides = cards[:half], cards[half:][::-1]
    slots = _slots(len(shared), _slot_height(collection, shared, shape), shape, _longest(sides))
    centres = _centres(sides, slots, shape)
    places: dict[str, Place] = {}
    for sign, side in zip((1, -1), sides, strict=True):
        for card in side:
            places |= _card_places(card, centres[card.review.iri], sign, shape)
    return places | _shared_places(collection, shared, slots, centres, shape)


def circle(collection: Collection) -> dict[str, Place]:
    """A place for each review on an ellipse, the most alike next to each other."""
    reviews = _in_order(collection.reviews)
    labels = [wrap(review.label, 150, REVIEW_FONT, 2) for review in reviews]
    across = max(260, 24 * len(reviews)) if len(reviews) > 1 else 0
    angles = [2 * pi * n / len(reviews) - pi / 2 for n in range(len(reviews))]
    return {
        review.iri: _review_place((across * cos(angle), 0.8 * across * sin(angle)), _box(lines), lines)
        for review, lines, angle in zip(reviews, labels, angles, strict=True)
    }


def _in_order(reviews: tuple[Review, ...]) -> tuple[Review, ...]:
    """The reviews such that neighbours, round the ring, are as alike as can be."""
    if len(reviews) <= 3:
        return reviews
    if len(reviews) <= 7:
        return max(((reviews[0], *rest) for rest in permutations(reviews[1:])), key=_likeness)
    ordered = [reviews[0]]
    while left := [review for review in reviews if review not in ordered]:
        ordered.append(max(left, key=lambda review: _alike(ordered[-1], review)))
    return tuple(ordered)


def _likeness(ring: tuple[Review, ...]) -> float:
    return round(sum(_alike(one, other) for one, other in pairwise((*ring, ring[0]))), 9)


def _alike(one: Review, other: Review) -> float:
    return jaccard(len(one.themes & other.themes), len(one.themes), len(other.themes))


def _counts(collection: Collection) -> dict[str, int]:
    return {theme: sum(theme in r.themes for r in collection.reviews) for theme in sorted(collection.themes)}


def _shared(collection: Collection) -> dict[str, int]:
    """The themes of two reviews or more, the most shared first."""
    counts = {theme: count for theme, count in _counts(collection).items() if count > 1}
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _box(lines: tuple[str, ...]) -> tuple[int, int]:
    width, height = label_size(lines, REVIEW_FONT)
    return round(width) + 18, round(height) + 12


def _card(collection: Collection, review: Review, shape: Shape) -> _Card:
    lines = wrap(review.label, 110, REVIEW_FONT, 2)
    counts = _counts(collection)
    themes = (collection.themes[theme] for theme in review.themes if counts[theme] == 1)
    own = tuple(
        (theme.iri, wrap(theme.label, 168, OWN_FONT, 2)) for theme in sorted(themes, key=lambda t: (t.group, t.label))
    )
    box = _box(lines)
    below = sum(_row(lines) for _, lines in own) + 10 if own else 0
    return _Card(review, box, lines, own, (max(box[0], 5 * 13) if shape.tall else box[1] + below))


def _row(lines: tuple[str, ...]) -> float:
    return len(lines) * OWN_FONT * LINE + 5


def _longest(sides: tuple[list[_Card], list[_Card]]) -> float:
    return max(sum(card.extent + 14 for card in side) for side in sides)


def _slot_height(collection: Collection, shared: dict[str, int], shape: Shape) -> float:
    heights = (
        2 * theme_radius(count, len(collection.reviews)) + label_size(_shared_lines(collection, theme, shape), 12.5)[1]
        for theme, count in shared.items()
    )
    return max(heights, default=0) + 12


def _shared_lines(collection: Collection, theme: str, shape: Shape) -> tuple[str, ...]:
    return wrap(collection.themes[theme].label, shape.column - 8, SHARED_FONT)


def _slots(wanted: int, height: float, shape: Shape, side: float) -> list[Point]:
    """The fewest columns of bricks with room for the themes, the middle of the pattern at 0, 0."""
    length = max(shape.length, min(side, 1.4 * shape.length)) if not shape.tall else shape.length
    columns = max(1, round(side / shape.column)) if shape.tall else 1
    while True:
        rows = 1
        while (bricks := _bricks(columns, rows)) and len(bricks) < wanted:
            rows += 1
        if rows * height <= length or rows == 1:
            return [(x * shape.column, y * height) for x, y in bricks]
        columns += 1


def _bricks(columns: int, rows: int) -> list[Point]:
    widths = [columns - row % 2 if columns > 1 else 1 for row in range(rows)]
    return [
        (column - (width - 1) / 2, row - (rows - 1) / 2) for row, width in enumerate(widths) for column in range(width)
    ]


def _centres(sides: tuple[list[_Card], list[_Card]], slots: list[Point], shape: Shape) -> dict[str, Point]:
    """The middle of each review's box, on the right and left of the slots, or above and below them."""
    edge = max((abs(y if shape.tall else x) for x, y in slots), default=0)
    span = max(_longest(sides), (max((abs(y) for _, y in slots), default=0) * 2 + 60) * (not shape.tall))
    centres = {}
    for sign, side in zip((1, -1), sides, strict=True):
        spare = (span - sum(card.extent for card in side)) / max(len(side), 1)
        at = -span / 2
        for card in side:
            at += spare / 2
            along = at + (card.extent / 2 if shape.tall else card.box[1] / 2)
            out = 1 - (2 * (at + card.extent / 2) / span) ** 2
            across = edge + shape.column / 2 + (30 if shape.tall else 72 + shape.bulge * out)
            centres[card.review.iri] = (along, -sign * across) if shape.tall else (sign * across, along)
            at += card.extent + spare / 2
    return centres if len(centres) > 1 else dict.fromkeys(centres, (0.0, 0.0))


def _card_places(card: _Card, centre: Point, sign: int, shape: Shape) -> dict[str, Place]:
    places = {card.review.iri: _review_place(centre, card.box, card.lines)}
    x, y = centre
    down = y + card.box[1] / 2 + 8
    for number, (theme, lines) in enumerate(card.own):
        if shape.tall:
            row, column = divmod(number, 5)
            width = min(5, len(card.own) - 5 * row)
            outward = -sign * (card.box[1] / 2 + 11 + 13 * row)
            places[theme] = _theme_place((x + 13 * (column - (width - 1) / 2), y + outward), "free", lines)
        else:
            side = "right" if sign > 0 else "left"
            places[theme] = _theme_place((x, down + _row(lines) / 2), side, lines)
            down += _row(lines)
    return places


def _review_place(centre: Point, box: tuple[int, int], lines: tuple[str, ...]) -> Place:
    return Place(round(centre[0]), round(centre[1]), *box, "in", lines, REVIEW_FONT)


def _theme_place(
    centre: Point, side: str, lines: tuple[str, ...], radius: float = _OWN_RADIUS, font: float = OWN_FONT
) -> Place:
    size = round(2 * radius)
    return Place(round(centre[0]), round(centre[1]), size, size, side, lines, font)


def _shared_places(
    collection: Collection, shared: dict[str, int], slots: list[Point], centres: dict[str, Point], shape: Shape
) -> dict[str, Place]:
    homes = {}
    for theme in shared:
        at = [centres[review.iri] for review in collection.reviews if theme in review.themes]
        homes[theme] = (sum(x for x, _ in at) / len(at), sum(y for _, y in at) / len(at))
    places = {}
    for theme, (x, y) in _assigned(homes, shared, slots).items():
        radius = theme_radius(shared[theme], len(collection.reviews))
        lines = _shared_lines(collection, theme, shape)
        above = label_size(lines, SHARED_FONT)[1] / 2
        places[theme] = _theme_place((x, y - above), "below", lines, radius, SHARED_FONT)
    return places


def _assigned(homes: dict[str, Point], weights: dict[str, int], slots: list[Point]) -> dict[str, Point]:
    """A slot for each theme: first come by weight, then swapped while that brings the heavier nearer home."""
    order = [*homes, *[None] * (len(slots) - len(homes))]  # None: a slot that stays empty
    taken = dict(enumerate(slots))
    seats: list[str | None] = [None] * len(slots)
    for theme in filter(None, order):
        free = [n for n in taken if seats[n] is None]
        seats[min(free, key=lambda n: _far(homes[theme], slots[n]))] = theme

    def cost(theme: str | None, slot: int) -> float:
        return weights[theme] * _far(homes[theme], slots[slot]) if theme else 0.0

    improved = True
    while improved:
        improved = False
        for one in range(len(slots)):
            for two in range(one + 1, len(slots)):
                now = cost(seats[one], one) + cost(seats[two], two)
                if cost(seats[two], one) + cost(seats[one], two) < now - 1e-6:
                    seats[one], seats[two] = seats[two], seats[one]
                    improved = True
    return {theme: slots[n] for n, theme in enumerate(seats) if theme}


def _far(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2

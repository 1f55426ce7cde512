"""The order of reviews round a ring: the most alike next to each other, and those that had an order keep it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise, permutations, product
from math import atan2

from kg.graphs.collection import Review
from kg.graphs.measures import jaccard
from kg.positions.bricks import Point

Old = Mapping[str, Point]  # IRI -> where it stood before


def in_order(reviews: tuple[Review, ...], old: Old) -> tuple[Review, ...]:
    """The reviews such that neighbours, round the ring, are as alike as can be; those that had an order keep it."""
    alike = _likenesses(reviews)
    known = [review for review in reviews if review.iri in old]
    if len(known) > 1:
        turned = sorted(known, key=lambda review: (atan2(*reversed(old[review.iri])), review.iri))
        first = turned.index(known[0])
        ring = turned[first:] + turned[:first]
        for new in reviews:
            if new.iri not in old:
                ring = max((_with(ring, new, at) for at in range(len(ring))), key=lambda each: _likeness(each, alike))
        return tuple(ring)
    if len(reviews) <= 3:
        return reviews
    if len(reviews) <= 7:
        rings = ((reviews[0], *rest) for rest in permutations(reviews[1:]))
        return max(rings, key=lambda each: _likeness(each, alike))
    ordered = [reviews[0]]
    while left := [review for review in reviews if review not in ordered]:
        ordered.append(max(left, key=lambda review: alike[ordered[-1].iri, review.iri]))
    return tuple(ordered)


def _with(ring: list[Review], new: Review, at: int) -> list[Review]:
    return [*ring[: at + 1], new, *ring[at + 1 :]]


def _likeness(ring: Sequence[Review], alike: Mapping[tuple[str, str], float]) -> float:
    return round(sum(alike[one.iri, other.iri] for one, other in pairwise((*ring, ring[0]))), 9)


def _likenesses(reviews: tuple[Review, ...]) -> dict[tuple[str, str], float]:
    """The share of common themes of every two reviews."""
    themes = {review.iri: review.themes for review in reviews}
    return {
        (one, other): jaccard(len(themes[one] & themes[other]), len(themes[one]), len(themes[other]))
        for one, other in product(themes, themes)
    }

"""The places of reviews among all, by title, and which of them people said are one."""

import re
from collections.abc import Callable, Iterable

import numpy as np

from kg.answers import Answer
from kg.columns.arrays import Ints
from kg.columns.errors import NotColumnarError
from kg.columns.pieces import Whole
from kg.columns.streams import texts
from kg.namespaces import SG
from kg.sorting import in_order

_RUN = 8 << 20  # characters that are sorted in memory
_SAME = f"SELECT ?s ?o {{ ?s <{SG.sameReviewAs}> ?o }}"
_LOW = re.compile("[\0-\x0b]")


def of_reviews(columns: Whole, ask: Callable[[str], Answer]) -> None:
    """Append the places of reviews by title, and for each a number that all records of the same review share.

    Raises: NotColumnarError, if two documents tell of one review.
    """
    many = columns.many("review.iri.spans")
    titled = zip(texts(columns, "review.title"), texts(columns, "review.iri"), strict=True)
    rank, order = _places(titled, many)
    columns.append("review.title_rank", rank)
    columns.append("review.title_order", order)
    first = _firsts((str(one), str(other)) for one, other in ask(_SAME).rows)
    rank, _ = _places(((first.get(iri, iri), iri) for iri in texts(columns, "review.iri")), many)
    columns.append("review.first", rank)


def _firsts(same: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The least IRI of all that are the same, for each that is not the least."""
    less: dict[str, str] = {}

    def first(iri: str) -> str:
        while iri in less:
            iri = less[iri]
        return iri

    for one, other in same:
        low, high = sorted((first(one), first(other)))
        if low != high:
            less[high] = low
    return {iri: first(iri) for iri in less}


def _places(keys: Iterable[tuple[str, str]], many: int) -> tuple[Ints, Ints]:
    """The rank of each key's first text among the distinct ones, and the place of each key among all.

    Raises: NotColumnarError, if two keys are equal.
    """
    lines = (f"{_sortable(one)}\0{_sortable(other)}\0{number}\n" for number, (one, other) in enumerate(keys))
    ranks, order = np.empty(many, dtype=np.int64), np.empty(many, dtype=np.int64)
    rank, last = -1, ("", "")
    for place, line in enumerate(in_order(lines, _RUN)):
        one, other, number = line.split("\0")
        if place and last == (one, other):
            raise NotColumnarError("two documents tell of one review")
        rank += not place or last[0] != one
        ranks[int(number)], order[int(number)], last = rank, place, (one, other)
    return ranks, order


def _sortable(text: str) -> str:
    """A text in which no character ends a line or is below those that do, and which sorts as before."""
    return _LOW.sub(lambda found: "\x0b" + chr(ord(found[0]) + 32), text)

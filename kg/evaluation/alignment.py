"""Which review read is which labelled one, and which item read is which labelled one."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from kg.evaluation.gold import GoldItem, GoldReview
from kg.to_json import Json

LEAST_LIKENESS = 0.6  # of two titles, as a ratio of difflib
HEAD_FROM = 40  # characters into an item at which its head may begin at the latest

_PRINTED_ALIKE = str.maketrans("‘’“”–—", "''\"\"--")
_ENDS = " .:;'\""
_AND = re.compile(r"^and\s+")


def plain(text: str | None) -> str:
    """Text in small letters, with plain quotes and dashes, single spaces, and no stars or punctuation at its ends."""
    words = (text or "").translate(_PRINTED_ALIKE).lower().replace("*", "").split()
    return " ".join(words).strip(_ENDS)


def aligned(gold: Sequence[GoldReview], read: Sequence[Json]) -> list[tuple[GoldReview, Json | None]]:
    """Each labelled review with the one that was read for it: in order where there are as many, else by title."""
    if len(gold) == len(read):
        return list(zip(gold, read, strict=True))
    left = list(read)
    return [(review, _taken(review, left)) for review in gold]


def found(item: GoldItem, items: Sequence[Json]) -> Json | None:
    """The first item read that begins with the labelled item's head, give or take a few words before it."""
    head = _beginning(item.head)
    return next((one for one in items if head in _beginning(one["text"])[: len(head) + HEAD_FROM]), None)


def _taken(review: GoldReview, left: list[Json]) -> Json | None:
    """The review of the likeliest title, taken out of those left; `None` if no title is like it."""
    likeness, place = max(((_likeness(review, one), -n) for n, one in enumerate(left)), default=(0.0, 0))
    return left.pop(-place) if likeness > LEAST_LIKENESS else None


def _likeness(review: GoldReview, read: Json) -> float:
    return SequenceMatcher(None, plain(review.title), plain(read.get("title"))).ratio()


def _beginning(text: str) -> str:
    return plain(_AND.sub("", plain(text)))

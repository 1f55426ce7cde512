"""Learning points and recommendations with the quotes in them, as columns: what is counted, and what is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.explorer.columns import STATUSES, Table, constant, short
from kg.graphs.collection import Item, Quote, Review

_NUMBER_OF_STATUS = {name: number for number, name in enumerate(STATUSES)}
_LONGEST = 1000  # letters of a quote that is written as where it stands


@dataclass(frozen=True, slots=True)
class Passage:
    """An item, and the quotes of it that name a theme."""

    item: Item
    quotes: tuple[Quote, ...]


def passages(review: Review) -> list[Passage]:
    """A review's learning points and recommendations, in the order printed; those known from quotes alone as well."""
    items = {(item.kind, item.position): item for item in review.items}
    quotes: dict[tuple[str, int], list[Quote]] = {}
    for quote in (*review.quotes, *review.suggested):
        key = quote.kind, quote.position
        quotes.setdefault(key, []).append(quote)
        if key not in items:
            items[key] = Item(*key, quote.text)
    return [Passage(items[key], tuple(quotes.get(key, ()))) for key in sorted(items)]


def counted_items(of_reviews: Sequence[Sequence[Passage]]) -> dict[str, Any]:
    """How many items each review has, all one after the other, and who each is addressed to."""
    table = Table()
    to = [short([table[name] for name in passage.item.addressees]) for told in of_reviews for passage in told]
    return {"count": [len(told) for told in of_reviews], "to": constant(to), "addressees": table.texts}


def counted_links(told: Sequence[Passage], theme: Mapping[str, int]) -> dict[str, Any]:
    """Which item names which theme, how surely and on whose word."""
    quotes = [quote for passage in told for quote in passage.quotes]
    return {
        "count": [len(passage.quotes) for passage in told],
        "theme": constant([theme[quote.theme] for quote in quotes]),
        "confidence": constant([_hundredths(quote.confidence) for quote in quotes]),
        "status": constant([_NUMBER_OF_STATUS[quote.status] for quote in quotes]),
    }


def worded(told: Sequence[Passage]) -> dict[str, Any]:
    """What the items are called, their text, and the words in it that name a theme."""
    return {
        "kind": "".join(passage.item.kind[0] for passage in told),
        "position": [passage.item.position for passage in told],
        "text": [passage.item.text for passage in told],
        "words": constant([words for passage in told for words in _words(passage)]),
    }


def _words(passage: Passage) -> Iterable[int | str]:
    """Where the words of each quote stand in the item, as one number.

    Written out are words that were joined over a line, and those whose place a browser counts otherwise: beyond the
    basic plane it counts a letter as two.
    """
    text = passage.item.text
    countable = text.isascii() or max(text) <= "\uffff"
    for quote in passage.quotes:
        start = text.find(quote.words) if countable and len(quote.words) < _LONGEST else -1
        yield start * _LONGEST + len(quote.words) if start >= 0 else quote.words


def _hundredths(confidence: float | None) -> int:
    return -1 if confidence is None else round(100 * confidence)

"""What was read from a document, for a person to check against it: each fact beside the words it rests on."""

import textwrap
from collections.abc import Iterator
from typing import Any

from kg.model import Child, Digest, Item, Passage, Recommendation, Review, SourceDocument, Stated
from kg.unread import share, unread

WIDTH = 100
_INDENT = " " * 4


def readable(digest: Digest) -> str:
    """A digest as text: its document, then each review with facts, learning and recommendations."""
    count = len(digest.reviews)
    title = f": {digest.title.text}" if digest.title else ""
    head = f"{digest.document.name}{title} ({count} review{'' if count == 1 else 's'})"
    return "\n".join([head, *("\n" + "\n".join(_review(review, digest.document)) for review in digest.reviews)]) + "\n"


def unread_readable(digest: Digest) -> str:
    """The passages of a digest's document that were left unread, each with where it starts, below their share."""
    document = digest.document
    head = f"{document.name}: {share(digest)}"
    passages = ((f"{words.start}{_page(words, document)}: {words.text}") for words in unread(digest))
    return "\n".join([head, *(line for each in passages for line in _wrapped(each, _INDENT, _INDENT * 2))])


def _review(review: Review, document: SourceDocument) -> Iterator[str]:
    yield from _wrapped(f"{review.number}. {review.title.text}", "", "   ")
    yield from (line for name, value, words in _facts(review) for line in _fact(name, value, words, document))
    for name, items in (("Learning", review.learning), ("Recommendations", review.recommendations)):
        yield f"  {name} ({len(items)})"
        yield from (line for item in items for line in _item(item, document))


def _facts(review: Review) -> Iterator[tuple[str, str, Passage | None]]:
    """Name, value and words of each fact of a review, its children and its incident, in reading order."""
    incident = review.incident
    yield from (("label", label.value, None) for label in review.labels)
    yield from _stated("identifier", review.identifier)
    yield from _stated("review type", review.review_type)
    yield from _stated("document type", review.document_type)
    yield from _stated("place", review.place)
    yield from ((("published", review.published.value.edtf, review.published.passage),) if review.published else ())
    yield from (fact for child in review.children for fact in _child(child))
    yield from _stated("outcome", incident.outcome)
    yield from (fact for harm in incident.harms for fact in _stated("harm", harm))
    yield from (fact for harm in incident.hedged_harms for fact in _stated("possible harm", harm))
    yield from ((("date", incident.date.value.edtf, incident.date.passage),) if incident.date else ())
    yield from (fact for person in incident.alleged_perpetrators for fact in _stated("alleged perpetrator", person))
    yield from (("keyword", keyword.text, None) for keyword in review.keywords)


def _child(child: Child) -> Iterator[tuple[str, str, Passage | None]]:
    who = "child" if child.count == 1 else f"{child.count} children"
    name = child.label.value if child.label else "not named"
    yield who, name, child.label.passage if child.label else None
    yield from _stated("  sex", child.sex)
    if child.age:
        band = child.age.value.band
        yield "  age", f"{child.age.value.iso}{f' ({band})' if band else ''}", child.age.passage


def _stated(name: str, fact: Stated[Any] | None) -> Iterator[tuple[str, str, Passage | None]]:
    if fact is not None:
        yield name, str(fact.value), fact.passage


def _fact(name: str, value: str, words: Passage | None, document: SourceDocument) -> list[str]:
    quote = f'  "{words.text}"{_page(words, document)}' if words else ""
    return _wrapped(f"{name:<20} {value}{quote}", _INDENT, _INDENT + " " * 21)


def _page(words: Passage, document: SourceDocument) -> str:
    page = document.page(words.start)
    return "" if page is None else f" (p. {page})"


def _item(item: Item, document: SourceDocument) -> Iterator[str]:
    yield from _wrapped(
        f"{item.position}. {item.passage.text}{_page(item.passage, document)}", _INDENT, _INDENT + "   "
    )
    if isinstance(item, Recommendation):
        yield from _asked(item)
    yield from (
        line
        for found in item.themes
        for line in _wrapped(
            f'theme {found.theme}, {found.status}, {found.confidence}: "{found.passage.text}"', " " * 9, " " * 11
        )
    )


def _asked(item: Recommendation) -> list[str]:
    actions = ", ".join(action.value for action in item.actions)
    addressees = ", ".join(addressee.value for addressee in item.addressees)
    strength = item.strength.value if item.strength else ""
    asked = [("action", actions), ("addressed to", addressees), ("strength", strength)]
    return _wrapped("; ".join(f"{name}: {value}" for name, value in asked if value), " " * 9, " " * 11)


def _wrapped(text: str, first: str, later: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False)

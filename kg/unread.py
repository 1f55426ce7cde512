"""What of a document became no fact, item or known part of its structure: nothing is lost in silence."""

import re
from collections.abc import Iterable, Iterator

from kg.model import Digest, Passage, passage
from kg.rdf.facts import document_facts, review_facts
from kg.share import Share

_NOTHING = re.compile(r"(?:[\W_]|\b(?:and|or)\b|(?<!\d)\d{1,3}[.)])*")  # signs, numbers of titles, "and" between items
_PARAGRAPH = re.compile(r"\n\s*\n|\Z")


def unread(digest: Digest) -> tuple[Passage, ...]:
    """The passages of the document that no fact or item rests on, in the order printed, paragraph by paragraph."""
    text = digest.document.text
    return tuple(
        passage(text, start, end)
        for gap in _gaps(_read(digest), len(text))
        for start, end in _paragraphs(text, *gap)
        if not _NOTHING.fullmatch(text, start, end)
    )


def share(digest: Digest) -> Share:
    """The share of the document's text that is unread."""
    return Share(sum(_size(words.text) for words in unread(digest)), _size(digest.document.text))


def _read(digest: Digest) -> Iterator[Passage]:
    yield from digest.structure
    yield from (fact.passage for fact in document_facts("", digest))
    for review in digest.reviews:
        yield from (fact.passage for fact in review_facts("", review))
        yield from (item.passage for item in review.items)


def _gaps(read: Iterable[Passage], end: int) -> Iterator[tuple[int, int]]:
    at = 0
    for words in sorted(read, key=lambda each: (each.start, each.end)):
        if words.start > at:
            yield at, words.start
        at = max(at, words.end)
    yield at, end


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _PARAGRAPH.finditer(text, start, end):
        yield start, match.start()
        start = match.end()


def _size(text: str) -> int:
    return len("".join(text.split()))

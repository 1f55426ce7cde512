"""Links of a review: the words "Read overview report (PDF)" and, where it is printed, the address."""

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.parts import Section
from kg.extract.text.parsed import deferred
from kg.model import Link, passage

_MARKDOWN = deferred(r"\[(?P<words>[^\]]*)\]\s?\((?P<url>[^)\s]*)\)")
_PLAIN = deferred(r"\bread\b.*", re.IGNORECASE | re.DOTALL)


def link(text: str, section: Section) -> Link:
    """The link that a section of links is."""
    printed = section.lead_in or section.body
    match = _MARKDOWN.search(text, printed.start, printed.end)
    if match:
        return Link(passage(text, *match.span("words")), match["url"])
    words = _PLAIN.search(text, printed.start, printed.end)
    return Link(passage(text, words.start(), printed.end) if words else printed)


def with_address(what: Link, addresses: Iterable[tuple[int, int, str]]) -> Link:
    """The link with the address that the document has behind its words, where none is printed."""
    if what.url is not None:
        return what
    start, end = what.passage.start, what.passage.end
    return replace(what, url=next((url for first, last, url in addresses if first < end and start < last), None))

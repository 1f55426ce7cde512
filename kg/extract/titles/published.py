"""When a review was published, as its title, its fields or the lines around them say."""

import re
from collections.abc import Iterable

from kg.extract.parts import Block, Layout, Section, SectionKind
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import plain
from kg.extract.titles.imprints import is_imprint
from kg.extract.titles.listed_dates import ON, OPENING_DATE, SEASON
from kg.extract.titles.named_paragraphs import CAME_OUT, SAID_WHEN
from kg.extract.titles.record_fields import field
from kg.extract.titles.when import published
from kg.extract.titles.words import DATE_BEHIND
from kg.model import PartialDate, Stated, passage

_DATE_FIELD = deferred(
    r"(?:date\s+)?published\s*(?::|\Z)|(?:(?:date\s+of\s+)?publication(?:\s+date)?|date|year)(?::|\Z)", re.IGNORECASE
)
_PUBLISHED = deferred(
    rf"^[ #>]*(?:(?:date\s+)?(?:of\s+publication|published|posted)|publication\s+date)(?:\s+(?:on|in))?\s*:?\s*"
    rf"(?P<when>{SEASON}|{ON}|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d)(?:\s+by\s[^\n.:]{{3,60}}?)?\.?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_PUBLISHER_FIELD = deferred(r"(?:(?:published|posted)\s+by|publisher)\s*(?::|\Z)", re.IGNORECASE)
_PUBLISHED_IN_TITLE = deferred(rf"\bpublished\b\s*:?\s*(?:(?:on|in)\s+)?(?P<when>{ON})", re.IGNORECASE)
_LAST_DATE = deferred(rf"(?P<when>{SEASON}|{ON})\)?\.?(?=\s*(?:\n|\Z))", re.IGNORECASE)
_ANY_LINE = deferred(r"^[ #>*]*(?P<words>[^\s#][^\n]*?)[ *#]*$", re.MULTILINE)
_NEAR = 300  # characters before a title


def publication_date(text: str, block: Block, sections: Iterable[Section]) -> Stated[PartialDate] | None:
    """The date that opens a list's title, else that of a library record's field, the title or a line below it.

    A monthly digest dates itself, not its reviews.
    """
    title = _PUBLISHED_IN_TITLE.search(plain(text), block.title.start, block.title.end) or (
        DATE_BEHIND.search(plain(text), block.title.start, block.title.end) if block.layout is Layout.LABELLED else None
    )
    line = title or _dated_byline(plain(text), sections) or _PUBLISHED.search(plain(text), block.start, block.end)
    if line is None and block.layout is Layout.LABELLED:
        line = SAID_WHEN.match(plain(text), block.start, block.end) or CAME_OUT.search(
            plain(text), block.start, min(block.end, block.start + _NEAR)
        )
    signed = field(sections, _PUBLISHER_FIELD)
    line = line or (_LAST_DATE.search(plain(text), signed.start, signed.end) if signed else None)
    where = field(sections, _DATE_FIELD) or (passage(text, *line.span("when")) if line else None)
    if block.layout is Layout.LISTED:
        match = OPENING_DATE.match(text, block.title.start)
        where = passage(text, *match.span("when")) if match else None
    date = published(where.text) if where else None
    return Stated(date, where) if date and where else None


def date_above(text: str, end: int) -> Stated[PartialDate] | None:
    """The date on the last lines before a title, where these say who published the report or when, and no more."""
    found = None
    for line in reversed([*_ANY_LINE.finditer(plain(text), max(0, end - _NEAR), end)]):
        if not is_imprint(line["words"]):
            return None
        found = _LAST_DATE.search(line["words"])
        if found:
            where = passage(text, line.start("words") + found.start("when"), line.start("words") + found.end("when"))
            date = published(where.text)
            return Stated(date, where) if date else None
    return None


def _dated_byline(text: str, sections: Iterable[Section]) -> re.Match[str] | None:
    """The date in the lines below a title that tell of the report."""
    lines = (each.body for each in sections if each.kind is SectionKind.BYLINE)
    return next((match for line in lines if (match := _LAST_DATE.search(text, line.start, line.end))), None)

"""What a document says of itself before its first review: its title, its date, how many reviews it tells of."""

import re

from kg.extract.facts.numbers import NUMBER, number
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import plain
from kg.extract.titles.listed_dates import WHEN
from kg.extract.titles.when import YEARS, published, spanned
from kg.model import PartialDate, Passage, Stated, passage

_LINE = deferred(r"^[ #*>]*(?P<title>[^\n]*?\w[^\n]*?)[ *#]*$", re.MULTILINE)
_MARKED_LINE = deferred(r"^#[ \t]+\**(?P<title>[^\n]*?\w[^\n]*?)[ *]*$", re.MULTILINE)
_OF_THE_PAGE = deferred(
    r"(?:skip to|menu|home|search|cookies|back to|you are here|accessibility|last updated)\b", re.IGNORECASE
)
_LONGEST = 120  # characters
_DATES = (
    deferred(rf"last\s+(?:updated|reviewed|modified)\s*:?\s*(?:on\s+)?(?P<when>{WHEN})", re.IGNORECASE),
    deferred(rf"\bin\s+(?P<when>{WHEN})\b[^.\n]{{0,60}}\b(?:published|added)", re.IGNORECASE),
)
_REVIEWS = (
    rf"(?<![\d,.])\b(?P<count>{NUMBER})\s+(?:new\s+|further\s+)?"
    r"(?:(?:serious\s+)?case|(?:child\s+)?(?:safeguarding\s+)?practice)\s+reviews?\b"
)
_ANNOUNCED = tuple(
    deferred(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_REVIEWS}\s+(?:have|has|were|was|are|is)\s+(?:been\s+)?(?:published|added|included|summarised|featured)\b",
        rf"\b(?:added|published|includes?|summarises|features)\s+{_REVIEWS}",
    )
)
_OF_THIS_ISSUE = deferred(
    rf"\bthis (?:month|week|issue|digest|page)\b|\b{WHEN}\b|\bfeaturing\b|\bcovering\b", re.IGNORECASE
)
_SENTENCE = deferred(r"[^\s.][^.\n]*(?:\n(?!\s*\n)[^.\n]*)*\.?")  # up to its full stop, or the end of its paragraph


def title(text: str, end: int) -> Passage | None:
    """The document's title: its first line that reads like one, before `end`."""
    level = plain(text)[:end]
    found = [*_MARKED_LINE.finditer(level), *_LINE.finditer(level)]
    lines = (match.span("title") for match in found)
    return next((passage(text, *line) for line in lines if _reads_like_a_title(level[slice(*line)])), None)


def issued(text: str, printed_title: Passage | None, end: int) -> Stated[PartialDate] | None:
    """When the document was issued: the date in its title, else the one it gives for itself before `end`."""
    years = YEARS.search(plain(text), printed_title.start, printed_title.end) if printed_title else None
    if years:
        return Stated(spanned(years), passage(text, *years.span()))
    inside = re.compile(WHEN).search(text, printed_title.start, printed_title.end) if printed_title else None
    if inside:
        return _dated(text, *inside.span())
    matches = (pattern.search(plain(text), 0, end) for pattern in _DATES)
    found = next((match for match in matches if match), None)
    return _dated(text, *found.span("when")) if found else None


def abstract(text: str, end: int) -> Passage | None:
    """The sentence before `end` that says how many reviews the document tells of."""
    found = _announcement(text, end)
    return found and found[0]


def announced(text: str, end: int) -> Stated[int] | None:
    """How many reviews the document says, before `end`, that it tells of."""
    found = _announcement(text, end)
    return found and found[1]


def _announcement(text: str, end: int) -> tuple[Passage, Stated[int]] | None:
    """The first sentence that counts the reviews of this document, not those of a whole collection, and the count."""
    level = plain(text)
    for sentence in _SENTENCE.finditer(level, 0, end):
        counts = (pattern.search(level, *sentence.span()) for pattern in _ANNOUNCED)
        count = next((each for each in counts if each), None)
        if count and _OF_THIS_ISSUE.search(level, *sentence.span()):
            stated = Stated(number(count["count"]), passage(text, *count.span("count")))
            return passage(text, *sentence.span()), stated
    return None


def _dated(text: str, start: int, end: int) -> Stated[PartialDate] | None:
    date = published(text[start:end])
    return Stated(date, passage(text, start, end)) if date else None


def _reads_like_a_title(line: str) -> bool:
    return len(line) <= _LONGEST and not line.rstrip().endswith((".", ";")) and not _OF_THE_PAGE.match(line)

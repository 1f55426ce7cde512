"""Lines right below a title that only tell of the report: its kind, who published it, when."""

import re
from collections.abc import Iterator

from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.titles.headings import head_kind
from kg.extract.titles.imprints import is_imprint
from kg.extract.titles.listed_dates import ON, SEASON
from kg.extract.titles.words import REVIEW_TYPE

_LINE = deferred(r"[ #>*]*(?P<words>\S[^\n]{2,120}?)[ *]*(?:\n|\Z)\s*")
_DATE = rf"(?:{SEASON}|{ON})"
_BYLINE = deferred(  # "Local child safeguarding practice review, published June 2024", "A review by the Board"
    rf"(?:(?P<what>[^.\n]{{0,100}}?)[\s,|–(-]*(?:published|date|dated|completed|issued)\s*:?\s*(?:(?:on"
    rf"|in)\s+)?(?P<when>{_DATE})\)?|(?P<alone>{_DATE})"
    rf"|(?:an?\s+|this\s+is\s+an?\s+)?(?:review|report)\s+(?:by|of|from|for)\s+(?:the\s+)?[A-Z][^.\n]{{3,80}})\.?",
    re.IGNORECASE,
)
_DOCUMENT = deferred(r"(?:the\s+)?(?:executive\s+summary|(?:final\s+)?(?:overview|review)\s+report)", re.IGNORECASE)
_TOLD = deferred(r"\b(?:who|was|were|died|had|found|harmed)\b")


def bylines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines right below a title that tell of the report: its kind, who published it, when."""
    at = start + len(text[start:end]) - len(text[start:end].lstrip(" \n#>*"))
    while (line := _LINE.match(text, at, end)) and is_byline(line["words"]):
        yield line.span("words")
        at = line.end()


def is_byline(words: str) -> bool:
    """Whether a line tells of the report and of no case."""
    if is_imprint(words) or _DOCUMENT.fullmatch(words):
        return True
    found = _BYLINE.fullmatch(words)
    kind = REVIEW_TYPE.match(words)
    alone = kind and not words[kind.end() :].strip(" .:-–")
    return bool((found and not _TOLD.search(found["what"] or "")) or (alone and not head_kind(words)))

"""The heads of digests that were put one behind the other: what stands above the next one ends there."""

import re
from collections import Counter
from collections.abc import Iterator

from kg.extract.text.lines import paragraph_begins, paragraph_end, stripped_end
from kg.extract.text.parsed import deferred
from kg.extract.titles.listed_dates import ON

EDITION = (  # a collection and when: "National Repository – June 2020"
    r"(?:[\w'&-]+ +){0,6}?(?:repository|collection|catalogue|archive|library|bulletin|newsletter|digest|round-?up"
    rf"|reading +list|case +reviews) *[,:(–-]+ *{ON}\)?"
)
_LINE = deferred(rf"^[ #*]*(?P<words>(?i:{EDITION}))(?=[ *#]*\n)", re.MULTILINE)
_LAST_LINE = deferred(r"[^\n]*[.!?)\]>]|[ >*\[]*(?:Other resources|Read\b|Key ?words)[^\n]*", re.IGNORECASE)
_LOOKED_BACK = 400  # characters: white space and a line


def editions(text: str) -> Iterator[int]:
    """Where each digest but the first begins; the same line again, or one in the midst of a list, is a page's."""
    found = list(_LINE.finditer(text))
    times = Counter(head["words"].casefold() for head in found)
    for head in found:
        start, end = head.span("words")
        apart = paragraph_begins(text, start) and paragraph_end(text, start) == stripped_end(text, start, end)
        above = text[max(0, head.start() - _LOOKED_BACK) : head.start()].rstrip().rpartition("\n")[2]
        if apart and times[head["words"].casefold()] == 1 and _LAST_LINE.fullmatch(above):
            yield head.start()

"""Titles behind the words that count the reviews of a page: "Review 1: Jamie and Robin", "CASE B – Baby Ash"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.text.lines import line_end, paragraph_begins, paragraph_end, stripped_end
from kg.extract.text.parsed import deferred
from kg.extract.titles.ends import label_line_end
from kg.extract.titles.title_lines import can_head_a_review

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
_LETTERS = "a b c d e f g h"
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii"
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(f'{_NUMBERS} {_ROMAN} {_LETTERS}'.split())})"
COUNTED_AS = deferred(  # what a review is counted by, as all of a title's words or before the title
    r"(?:(?:case\s+)?reviews?|case(?:\s+(?:study|example|summary))?|briefing)\s+(?:(?:no\.?|number|#)\s*)?"
    rf"{_COUNT}(?![\w/])",
    re.IGNORECASE,
)
_BEFORE_TITLE = deferred(rf"{COUNTED_AS.pattern}[ *]*(?:[:.|)]|\s[–-]|–)[ *]*(?=['\"]?[A-Z])", re.IGNORECASE)
_MARKED = deferred(r"^[ >#*•]*(?=[RrCcBb][EeAaRr][VvSsIi])", re.MULTILINE)


def counted(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where each counted review begins, and its title: what reads like one, or any heading where they count on."""
    found = list(_counted(text))
    counts = [_value(match["count"]) for match in found]
    on = {index for index, (one, other) in enumerate(pairwise(counts)) if other == one + 1}
    in_series = on | {index + 1 for index in on}
    for index, match in enumerate(found):
        start = match.end()
        end = label_line_end(text, start) or (_heading_end(text, start) if index in in_series else None)
        if end:
            yield match.start(), (start, end)


def _counted(text: str) -> Iterator[re.Match[str]]:
    for mark in _MARKED.finditer(text):
        match = _BEFORE_TITLE.match(text, mark.end())
        if match:
            yield match


def _heading_end(text: str, start: int) -> int | None:
    """The end of a line that stands apart and could head a review."""
    line = stripped_end(text, start, line_end(text, start))
    apart = paragraph_begins(text, start) and paragraph_end(text, start) == line
    return line if apart and can_head_a_review(text[start:line]) else None


def _value(count: str) -> int:
    if count.isdecimal():
        return int(count)
    series = next((each for each in (_NUMBERS, _ROMAN, _LETTERS) if count.lower() in each.split()), "")
    return series.split().index(count.lower())

"""Dates that open the title of a review in a yearly list: "2019 – Anonymous – Katie", "2012Ceredigion – Child J"."""

import re
from collections.abc import Iterator

from kg.extract.text.parsed import deferred

_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
WHEN = rf"(?:(?:\d{{1,2}}\s+)?{_MONTH}\s+)?(?:19|20)\d\d(?:/\d\d(?!\d))?"  # or the years of a report: "2021/22"
ON = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{WHEN}"  # with a day as in "published on 3rd May 2021"
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}  # as EDTF numbers them
SEASON = rf"(?:{'|'.join(SEASONS)})\s+(?:19|20)\d\d"
_LONGEST_MONTH, _LONGEST_DAY = len("September"), 2
_BEHIND_YEAR = r"(?:\s*[:–-]\s*|[^\S\n]+|)(?=[A-Z'\"])"
OPENING_DATE = deferred(rf"(?P<when>{WHEN})(?:\s*[:–-]\s*|\s*)")  # with what parts it from the rest of a title
LISTED = deferred(rf"(?<![\d/-]){WHEN}{_BEHIND_YEAR}")
_LISTED_YEAR = deferred(rf"[12][09]\d\d(?:/\d\d)?{_BEHIND_YEAR}")


def listed_dates(text: str) -> Iterator[re.Match[str]]:
    """What `LISTED.finditer` yields, sooner: only before years is a date looked for."""
    end = 0
    for year in _LISTED_YEAR.finditer(text):
        match = LISTED.search(text, max(end, _before_month(text, year.start())), year.end() + 1)
        if match:
            end = match.end()
            yield match


def _before_month(text: str, year: int) -> int:
    """A place that no date with its year at `year` begins before: a day, spaces, a month and spaces stand there."""
    month = _before_spaces(text, year) - _LONGEST_MONTH
    return max(0, _before_spaces(text, max(0, month)) - _LONGEST_DAY)


def _before_spaces(text: str, position: int) -> int:
    while position and text[position - 1].isspace():
        position -= 1
    return position

"""Dates of publication, as titles and library records print them, into EDTF."""

import re

from kg.extract.text.parsed import deferred
from kg.extract.titles.listed_dates import SEASONS
from kg.model import PartialDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PRINTED = deferred(
    r"(?:(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[A-Z][a-z]{2,8})\.?,?\s+)?(?P<year>(?:19|20)\d\d)(?!\d)"
)
YEARS = deferred(  # "2013 and 2014", "2021/22"
    r"\b(?P<first>(?:19|20)\d\d)(?:\s*(?:-|–|/|to|and)\s*(?P<last>(?:19|20)\d\d)|/(?P<next>\d\d))(?!\d)"
)
_FIGURES = deferred(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?!\d)")

_OF_A_RECORD = deferred(r"(?P<year>(?:19|20)(?P<short>\d\d))-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?(?![\d-])")


def spanned(years: re.Match[str]) -> PartialDate:
    """The years from the first to the last; the first alone where "2021/22" is not followed by its next."""
    first = years["first"]
    last = years["last"] or str(int(first) + 1)
    return PartialDate(f"{first}/{last}" if last.endswith(years["next"] or "") else first)


def published(words: str) -> PartialDate | None:
    """The date that the words print first, as exact as they print it; "2021/22" is both years."""
    years = YEARS.search(words)
    if years:
        return spanned(years)
    match = _FIGURES.search(words) or _of_a_record(words) or _PRINTED.search(words)
    return _date(match) if match else None


def _of_a_record(words: str) -> re.Match[str] | None:
    """A date as records have it: "2018-05"; "2011-12" may as well be two years."""
    match = _OF_A_RECORD.search(words)
    is_span = match and match["day"] is None and int(match["month"]) == int(match["short"]) + 1
    return None if is_span else match


def _date(match: re.Match[str]) -> PartialDate | None:
    month = _month(match["month"] or "")
    day = f"-{int(match['day']):02}" if match["day"] and 0 < month <= len(_MONTHS) else ""
    try:
        return PartialDate(match["year"] + (f"-{month:02}" if month else "") + day)
    except ValueError:  # the 31st of February is a slip of the pen, and its year is still right
        return PartialDate(match["year"])


def _month(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    if printed.lower() in SEASONS:
        return SEASONS[printed.lower()]
    return _MONTHS.index(printed[:3].lower()) + 1 if printed[:3].lower() in _MONTHS else 0

"""Dates of publication, as titles and library records print them, into EDTF."""

import re

from kg.model import PartialDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = ("spring", "summer", "autumn", "winter")  # 21 to 24 in EDTF
_PRINTED = re.compile(
    r"(?:(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[A-Z][a-z]{2,8})\.?,?\s+)?(?P<year>(?:19|20)\d\d)(?:/(?P<last>\d\d))?(?!\d)"
)
_FIGURES = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?!\d)")


def published(words: str) -> PartialDate | None:
    """The date that the words print first, as exact as they print it."""
    match = _FIGURES.search(words) or _PRINTED.search(words)
    return _date(match) if match else None


def _date(match: re.Match[str]) -> PartialDate | None:
    if match.groupdict().get("last") and not match["month"]:
        return _years(match["year"], match["last"])
    month = _month(match["month"] or "")
    day = f"-{int(match['day']):02}" if match["day"] and 0 < month <= len(_MONTHS) else ""
    try:
        return PartialDate(match["year"] + (f"-{month:02}" if month else "") + day)
    except ValueError:  # the 31st of February is a slip of the pen, and its year is still right
        return PartialDate(match["year"])


def _years(first: str, last: str) -> PartialDate:
    """The years that a report covers: "2021/22"; the first alone where the second does not follow it."""
    follows = int(last) == (int(first) + 1) % 100
    return PartialDate(f"{first}/{int(first) + 1}" if follows else first)


def _month(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    if printed.lower() in _SEASONS:
        return _SEASONS.index(printed.lower()) + 21
    return _MONTHS.index(printed[:3].lower()) + 1 if printed[:3].lower() in _MONTHS else 0

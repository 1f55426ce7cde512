"""Dates as EDTF text, and the first and last day they can mean.

Source: Extended Date/Time Format, ISO 8601-2:2019; seasons 21 (spring) to 24 (winter).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as exact as the document gives it: `2020-11`, `2016/2019`, `2020-23`, `{2013,2014}`.

    Raises: ValueError, if the text is none of these.
    """

    edtf: str

    def __post_init__(self) -> None:
        self._bounds()

    @property
    def earliest(self) -> date:
        """The first day the date can mean."""
        return self._bounds()[0]

    @property
    def latest(self) -> date:
        """The last day the date can mean."""
        return self._bounds()[1]

    def _bounds(self) -> tuple[date, date]:
        inner = self.edtf[1:-1] if self.edtf.startswith("{") and self.edtf.endswith("}") else self.edtf
        points = [_point(part) for part in re.split(r"[,/]", inner)]
        return min(first for first, _ in points), max(last for _, last in points)


def _point(text: str) -> tuple[date, date]:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not an EDTF date: write 2020, 2020-11, 2020-11-03 or a season such as 2020-23")
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if day:
        return date(year, month, day), date(year, month, day)
    first, last = _SEASONS.get(month, (month or 1, month or 12))
    end_year = year + (last < first)
    return date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1])

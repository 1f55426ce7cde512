"""A child's age as ISO 8601 in the printed unit, and what follows from it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kg.codes import AgeBand

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?")
_DAYS_IN_MONTH = Decimal("30.4375")  # 365.25 / 12
_HOURS_IN_DAY, _MINUTES_IN_HOUR = 24, 60
_CENT = Decimal("0.01")
_BANDS = (
    (Decimal(12), AgeBand.UNDER_1),
    (Decimal(72), AgeBand.FROM_1_TO_5),
    (Decimal(132), AgeBand.FROM_6_TO_10),
    (Decimal(192), AgeBand.FROM_11_TO_15),
    (Decimal(216), AgeBand.FROM_16_TO_17),
)

UNBORN = "unborn"
YOUNG_ADULT = "young adult"


@dataclass(frozen=True, slots=True)
class Age:
    """An age: `P15W`, `P3Y4M`, `PT3H`, a range `P14Y/P16Y`, an upper bound `../P13Y`, `unborn` or `young adult`.

    An upper bound is not reached: `../P1Y` is "under one", from birth on.

    Raises: ValueError, if the text is none of these.
    """

    iso: str

    def __post_init__(self) -> None:
        if self.iso not in (UNBORN, YOUNG_ADULT):
            self._ends()

    @property
    def months(self) -> tuple[Decimal | None, Decimal | None]:
        """The youngest and the oldest age in months, to two places; `None` where the document sets no bound."""
        if self.iso in (UNBORN, YOUNG_ADULT):
            return None, None
        low, high = self._ends()
        return _months(low), _months(high)

    @property
    def duration(self) -> str | None:
        """The age as the canonical text of an `xsd:duration` (weeks as days); `None` for ranges and words.

        Engines that keep durations as values write them so; others write back what they were given.
        """
        if "/" in self.iso or self.iso in (UNBORN, YOUNG_ADULT):
            return None
        match = _DURATION.fullmatch(self.iso)
        assert match is not None
        years, months, weeks, days, hours, minutes = (int(part or 0) for part in match.groups())
        years, months = years + months // 12, months % 12
        hours, minutes = hours + minutes // _MINUTES_IN_HOUR, minutes % _MINUTES_IN_HOUR
        days, hours = weeks * 7 + days + hours // _HOURS_IN_DAY, hours % _HOURS_IN_DAY
        date = _written((years, "Y"), (months, "M"), (days, "D"))
        time = _written((hours, "H"), (minutes, "M"))
        return f"P{date}T{time}" if time else f"P{date}" if date else "PT0S"

    @property
    def band(self) -> AgeBand | None:
        """The band that holds the whole age; `None` for what reaches over two ("under 13"), or "young adult"."""
        if self.iso in (UNBORN, YOUNG_ADULT):
            return AgeBand.UNBORN if self.iso == UNBORN else None
        low, high = self.months
        youngest = _band(low or Decimal(0))
        oldest = AgeBand.FROM_18 if high is None else _band(high, is_reached=low is not None)
        return youngest if youngest is oldest else None

    def _ends(self) -> tuple[str | None, str | None]:
        first, slash, last = self.iso.partition("/")
        ends = tuple(None if end == ".." else end for end in (first, last if slash else first))
        if ends == (None, None) or any(end is not None and not _is_duration(end) for end in ends):
            raise ValueError(
                f"{self.iso!r} is not an age: write P15W, P2Y6M, PT3H, P14Y/P16Y, ../P13Y, unborn or young adult"
            )
        return ends[0], ends[1]


def _is_duration(text: str) -> bool:
    match = _DURATION.fullmatch(text)
    return bool(match and any(match.groups()))


def _written(*parts: tuple[int, str]) -> str:
    return "".join(f"{count}{unit}" for count, unit in parts if count)


def _months(duration: str | None) -> Decimal | None:
    match = _DURATION.fullmatch(duration) if duration else None
    if match is None:
        return None
    years, months, weeks, days, hours, minutes = (Decimal(part or 0) for part in match.groups())
    days += weeks * 7 + (hours + minutes / _MINUTES_IN_HOUR) / _HOURS_IN_DAY
    return (years * 12 + months + days / _DAYS_IN_MONTH).quantize(_CENT).normalize() + 0


def _band(months: Decimal, *, is_reached: bool = True) -> AgeBand:
    """The band of an age in months, or of the ages right below it."""
    bands = (band for bound, band in _BANDS if months < bound or (months == bound and not is_reached))
    return next(bands, AgeBand.FROM_18)

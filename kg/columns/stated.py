"""What is said of an age where no band holds it, and of a date over two years: as the saved queries say it."""

import numpy as np

from kg.columns.arrays import Ints
from kg.columns.part import Columns
from kg.columns.schema import ABSENT

NOT_STATED = "not stated"
_OVER_BANDS, _OVER_YEARS = "over more than one band", "over more than one year"
_MANY = 0  # in place of a year: there was none before 1


def bands(columns: Columns) -> Ints:
    """The band of each child, as a number of `said_of_bands`."""
    found, has_age = columns.ints("child.band"), columns.ints("child.has_age").astype(bool)
    return np.where((found == ABSENT) & has_age, len(columns.labels), found)


def said_of_bands(columns: Columns) -> list[str]:
    """The labels of concepts, what is said of an age that no one band holds, and at `ABSENT` of none."""
    return [*columns.labels, _OVER_BANDS, NOT_STATED]


def years(columns: Columns) -> Ints:
    """The year of each incident, for `said_of_years`."""
    first, last = columns.ints("incident.first_year"), columns.ints("incident.last_year")
    return np.where(first == last, first, _MANY)


def said_of_years(years: Ints) -> list[str]:
    """Years as they are printed, what is said of a date that is not in one, and of none."""
    said = {ABSENT: NOT_STATED, _MANY: _OVER_YEARS}
    return [said.get(year) or str(year) for year in years.tolist()]

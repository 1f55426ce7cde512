"""What is said of a child's age where no band holds it: as the saved queries say it."""

import numpy as np

from kg.columns.arrays import Ints
from kg.columns.part import Columns
from kg.columns.schema import ABSENT

NOT_STATED = "not stated"
_OVER_BANDS = "over more than one band"


def bands(columns: Columns) -> Ints:
    """The band of each child, as a number of `said_of_bands`."""
    found, has_age = columns.ints("child.band"), columns.ints("child.has_age").astype(bool)
    return np.where((found == ABSENT) & has_age, len(columns.labels), found)


def said_of_bands(columns: Columns) -> list[str]:
    """The labels of concepts, what is said of an age that no one band holds, and at `ABSENT` of none."""
    return [*columns.labels, _OVER_BANDS, NOT_STATED]

"""How closely two things go together: pure numbers from counts, each with its source.

Throughout, `both` counts the cases that have both things, `first` and `second` those that have the one and the other,
and `total` all cases. Counts below about forty cases make every measure but the count itself noise: show the count.
"""

from math import log
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Number = TypeVar("Number", float, "npt.NDArray[np.float64]")

_TRUSTED_FROM = 5  # cases at which half of an association is believed; five is the usual floor of an expected count


def jaccard(both: int, first: int, second: int) -> float:
    """The share of the cases with either thing that have both, 0 to 1.

    Source: Jaccard, P. (1912), The distribution of the flora in the alpine zone, New Phytologist 11(2), 37-50.
    """
    either = first + second - both
    return both / either if either else 0.0


def lift(both: int, first: int, second: int, total: int) -> float:
    """How many times more often the two occur together than they would by chance; 1 is chance.

    Source: Brin, S. et al. (1997), Dynamic itemset counting and implication rules for market basket data,
    SIGMOD Record 26(2), 255-264 (there called interest).
    """
    return both * total / (first * second) if first and second else 0.0


def npmi(both: int, first: int, second: int, total: int) -> float:
    """Normalised pointwise mutual information: -1 never together, 0 as by chance, 1 always together.

    Source: Bouma, G. (2009), Normalized (pointwise) mutual information in collocation extraction, GSCL, 31-40.
    """
    if not both or not total:
        return -1.0
    return 1.0 if both == total else log(lift(both, first, second, total)) / -log(both / total)


def association(both: int, first: int, second: int, total: int) -> float:
    """Positive NPMI, shrunk by c/(c+5) for c joint cases: 0 to 1, and low for what happened once or twice.

    Source: the discount of Pantel, P. and Lin, D. (2002), Discovering word senses from text, KDD, 613-619, in the
    form c/(c+k) with k = 5.
    """
    return max(0.0, npmi(both, first, second, total)) * both / (both + _TRUSTED_FROM)


def disparity(weight: Number, strength: Number, degree: Number) -> Number:
    """The chance, 0 to 1, that a link weighs so much where a node's strength falls on its links by chance alone.

    `strength` is the weight of all the node's links, `degree` their number. A node's only link is never remarkable: 1.

    Source: Serrano, M. A., Boguna, M. and Vespignani, A. (2009), Extracting the multiscale backbone of complex weighted
    networks, PNAS 106(16), 6483-6488, equation 2.
    """
    chance: Number = (1 - weight / strength) ** (degree - 1)
    return chance

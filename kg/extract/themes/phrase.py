"""Phrases to look for, and the places where they were found."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.extract.themes.ragged import Numbers

# What a phrase is to its theme. A mask is a name of something else: it has no theme, nor has what stands inside it.
Kind = Literal["label", "gap", "hidden", "exclusion", "mask"]
KINDS: tuple[Kind, ...] = ("label", "gap", "hidden", "exclusion", "mask")
LABEL, GAP, HIDDEN, EXCLUSION, MASK = range(len(KINDS))  # their numbers


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to look for, and what they mean when found."""

    text: str
    kind: Kind
    theme: str
    exact: float = 1.0  # how sure a match is when the very words stand there, whatever their case
    inflected: float = 1.0  # when only their lemmas do

    @property
    def is_pattern(self) -> bool:
        """Whether it is words in order, with gaps or choices; an exclusion can be put so too."""
        return self.kind == "gap" or (self.kind == "exclusion" and ("~" in self.text or "|" in self.text))


class Hits(NamedTuple):
    """Phrases found, each as a row of four arrays."""

    first: Numbers  # from which word
    last: Numbers  # to before which
    phrase: Numbers  # by its number
    confidence: NDArray[np.float64]

    def rows(self, which: Numbers | NDArray[np.bool_]) -> "Hits":
        """Some of the hits."""
        rows = which.nonzero()[0] if which.dtype == bool else which
        return Hits(self.first.take(rows), self.last.take(rows), self.phrase.take(rows), self.confidence.take(rows))

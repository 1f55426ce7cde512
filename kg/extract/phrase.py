"""A phrase to look for, and a place where it was found."""

from dataclasses import dataclass
from typing import Literal

# What a phrase is to its theme. A mask is a name of something else: it has no theme, nor has what stands inside it.
Kind = Literal["label", "hidden", "gap", "exclusion", "mask", "words"]


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


# A phrase found: from which token, to before which, the phrase, and how sure. A plain tuple: there are many, and a
# named one takes ten times as long to make.
Hit = tuple[int, int, Phrase, float]

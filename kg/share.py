"""How much of a text was left unread, as plain numbers: a report needs no more of what reads."""

from collections.abc import Iterable
from typing import NamedTuple


class Share(NamedTuple):
    """How many characters were left unread, of how many; white space counts in neither."""

    unread: int = 0
    characters: int = 0

    def __str__(self) -> str:
        if not self.unread:
            return "nothing unread"
        return f"{100 * self.unread / self.characters:.1f}% of {self.characters:,} characters unread"


NOTHING = Share()


def total(shares: Iterable[Share]) -> Share:
    """The share of several documents together."""
    every = list(shares)
    return Share(sum(each.unread for each in every), sum(each.characters for each in every))

"""Patterns with gaps: "information ~4 share|pass" is information, at most four words, and a form of share or pass."""

from collections.abc import Callable, Iterator, Sequence

from kg.extract.text.parsed import deferred
from kg.extract.themes.key_paths import Step

_GAP = deferred(r"~(\d+)")


def steps(pattern: str, keys_of: Callable[[str], Sequence[int]]) -> Iterator[Step]:
    """The steps of a pattern, by the keys of its words; the first needs no gap."""
    gap = 0
    for part in pattern.split():
        number = _GAP.fullmatch(part)
        if number:
            gap = int(number[1])
            continue
        keys = keys_of(part)
        for wanted in [frozenset(keys)] if "|" in part else [frozenset((key,)) for key in keys]:
            yield gap, wanted
            gap = 0

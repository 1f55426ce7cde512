"""Patterns with gaps: "information ~4 share|pass" is information, at most four words, and a form of share or pass."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.extract.lemmas import ARTICLE, COMMA, FULL_STOP
from kg.extract.phrase import Hit, Phrase

_GAP = re.compile(r"~(\d+)")
_UNCOUNTED = (ARTICLE, COMMA)
_MARKS = frozenset((*_UNCOUNTED, FULL_STOP))


# The next word of a pattern: how many words may stand before it, and the keys that will do. A plain tuple, as are those
# below: a named one is slow to take apart.
Step = tuple[int, frozenset[str]]


class Pattern(NamedTuple):
    """A phrase in steps; the first needs no gap."""

    phrase: Phrase
    steps: tuple[Step, ...]


def pattern(phrase: Phrase, keys_of: Callable[[str], list[str]]) -> Pattern:
    """The steps of a phrase such as "information ~4 share|pass"."""
    steps: list[Step] = []
    gap = 0
    for part in phrase.text.split():
        number = _GAP.fullmatch(part)
        if number:
            gap = int(number[1])
        elif "|" in part:
            steps.append((gap, frozenset(key for word in part.split("|") for key in keys_of(word))))
            gap = 0
        else:
            for key in keys_of(part):
                steps.append((gap, frozenset((key,))))
                gap = 0
    return Pattern(phrase, tuple(steps))


# What is left of a pattern once its first word stands: the gap before the second, the steps after that, and the phrase.
_Second = tuple[int, tuple[Step, ...], Phrase]


@dataclass(slots=True)
class Opening:
    """The patterns that a key opens: by the key of their second word, and the widest gap before one."""

    widest: int = 0
    seconds: dict[str, list[_Second]] = field(default_factory=dict)
    alone: list[Phrase] = field(default_factory=list)  # patterns of one word


def openings(patterns: Iterable[Pattern]) -> dict[str, Opening]:
    """The patterns by their first two words: from a first word, only those are tried whose second is near enough."""
    found: dict[str, Opening] = {}
    for phrase, steps in patterns:
        for key in steps[0][1]:
            opening = found.setdefault(key, Opening())
            if len(steps) == 1:
                opening.alone.append(phrase)
                continue
            gap, others = steps[1]
            opening.widest = max(opening.widest, gap)
            for other in others:
                opening.seconds.setdefault(other, []).append((gap, steps[2:], phrase))
    return found


def follow(opening: Opening, keys: list[str], first: int, hits: list[Hit]) -> None:
    """Add to `hits` the patterns of several words that hold from the word at `first`, the shortest stretch of each.

    The keys end in a full stop. A loop like the tree's, for it runs on every text.
    """
    widest, seconds = opening.widest, opening.seconds
    found: list[Phrase] = []
    left, place = widest, first
    while left >= 0:
        place += 1
        key = keys[place]
        if key in seconds:
            between = widest - left
            for gap, rest, phrase in seconds[key]:
                if between <= gap and phrase not in found:
                    last = _reach(rest, keys, place + 1) if rest else place + 1
                    if last is not None:
                        hits.append((first, last, phrase, phrase.inflected))
                        found.append(phrase)
        if key not in _MARKS:
            left -= 1
        elif key == FULL_STOP:
            return


def _reach(steps: tuple[Step, ...], keys: list[str], start: int) -> int | None:
    """Where the last step ends when all follow from `start`; articles and commas are not counted as words."""
    gap, wanted = steps[0]
    for place in range(start, len(keys)):
        key = keys[place]
        if key in wanted:
            end = place + 1 if len(steps) == 1 else _reach(steps[1:], keys, place + 1)
            if end is not None:
                return end
        if key not in _MARKS:
            gap -= 1
            if gap < 0:
                return None
        elif key == FULL_STOP:
            return None
    return None

"""Patterns with gaps: "information ~4 share|pass" is information, at most four words, and a form of share or pass."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kg.extract.lemmas import ARTICLE, COMMA, FULL_STOP
from kg.extract.phrase import Hit, Phrase

_GAP = re.compile(r"~(\d+)")


class Step(NamedTuple):
    """The next word of a pattern: how many words may stand before it, and the keys that will do."""

    gap: int
    keys: frozenset[str]


class Pattern(NamedTuple):
    """A phrase in steps; the first needs no gap."""

    phrase: Phrase
    steps: tuple[Step, ...]


def pattern(phrase: Phrase, keys_of: Callable[[str], list[str]], narrower: Callable[[str], frozenset[str]]) -> Pattern:
    """The steps of a phrase such as "information ~4 share|pass"."""
    steps: list[Step] = []
    gap = 0
    for part in phrase.text.split():
        number = _GAP.fullmatch(part)
        if number:
            gap = int(number[1])
        elif "|" in part:
            steps.append(Step(gap, frozenset(key for word in part.split("|") for key in keys_of(word))))
            gap = 0
        else:
            for key in keys_of(part):
                steps.append(Step(gap, narrower(key)))
                gap = 0
    return Pattern(phrase, tuple(steps))


def stretch(candidates: list[Pattern], keys: list[str], first: int) -> Iterator[Hit]:
    """The patterns that hold from the word at `first`, which is the first word of each of them."""
    for phrase, steps in candidates:
        last = _reach(steps[1:], keys, first + 1)
        if last is not None:
            yield Hit(first, last, phrase, phrase.inflected)


def _reach(steps: tuple[Step, ...], keys: list[str], start: int) -> int | None:
    """Where the last step ends when all follow from `start`; articles and commas are not counted as words."""
    if not steps:
        return start
    (gap, wanted), rest = steps[0], steps[1:]
    for place in range(start, len(keys)):
        if keys[place] in wanted and (end := _reach(rest, keys, place + 1)) is not None:
            return end
        if keys[place] == FULL_STOP:
            return None
        gap -= keys[place] not in (ARTICLE, COMMA)
        if gap < 0:
            return None
    return None

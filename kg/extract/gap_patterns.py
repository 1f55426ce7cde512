"""Patterns with gaps: "information ~4 share|pass" is information, at most four words, and a form of share or pass."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from kg.extract.lemmas import ARTICLE, COMMA, FULL_STOP
from kg.extract.phrase import Hit, Phrase

_GAP = re.compile(r"~(\d+)")
_UNCOUNTED = (ARTICLE, COMMA)


class Step(NamedTuple):
    """The next word of a pattern: how many words may stand before it, and the keys that will do."""

    gap: int
    keys: frozenset[str]


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
            steps.append(Step(gap, frozenset(key for word in part.split("|") for key in keys_of(word))))
            gap = 0
        else:
            for key in keys_of(part):
                steps.append(Step(gap, frozenset((key,))))
                gap = 0
    return Pattern(phrase, tuple(steps))


class Patterns:
    """Patterns, each filed under its rarest step with the next rarest beside it, so that few are tried on any text."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        wanted = tuple(patterns)
        uses = Counter(key for candidate in wanted for step in candidate.steps for key in step.keys)
        self._by_key: dict[str, list[tuple[frozenset[str], Pattern]]] = {}
        for candidate in wanted:
            steps = sorted(candidate.steps, key=lambda step: sum(uses[key] for key in step.keys))
            for key in steps[0].keys:
                self._by_key.setdefault(key, []).append((steps[1 % len(steps)].keys, candidate))

    def find(self, keys: list[str]) -> list[Hit]:
        """Every place where a pattern holds in the keys of a text, the shortest stretch from each first word."""
        present = frozenset(keys)
        hits: list[Hit] = []
        for key in present & self._by_key.keys():
            for needed, candidate in self._by_key[key]:
                if not present.isdisjoint(needed):
                    _stretch(candidate, keys, hits)
        return hits


def _stretch(candidate: Pattern, keys: list[str], hits: list[Hit]) -> None:
    """Add to `hits` the places where a pattern holds: a loop like the tree's, for it runs on every text."""
    phrase, steps = candidate
    opening, rest = steps[0].keys, steps[1:]
    for first, key in enumerate(keys):
        if key in opening:
            last = _reach(rest, keys, first + 1)
            if last is not None:
                hits.append((first, last, phrase, phrase.inflected))


def _reach(steps: tuple[Step, ...], keys: list[str], start: int) -> int | None:
    """Where the last step ends when all follow from `start`; articles and commas are not counted as words."""
    if not steps:
        return start
    gap, wanted = steps[0]
    for place in range(start, len(keys)):
        key = keys[place]
        if key in wanted:
            end = place + 1 if len(steps) == 1 else _reach(steps[1:], keys, place + 1)
            if end is not None:
                return end
        if key == FULL_STOP:
            return None
        if key not in _UNCOUNTED:
            gap -= 1
            if gap < 0:
                return None
    return None

"""Try at a place only those of many patterns that can begin there: by the letters that stand at it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

from kg.extract.parsed import Node, parsed

_LETTERS = 4
_MOST = 200  # strings that the openings of a pattern are spelt out into
_REMEMBERED = 20_000  # letters whose patterns are kept: above what texts begin words with, and a bound all the same
_WORD = re.compile(rf"\b(?=(\w.{{0,{_LETTERS - 1}}}))", re.DOTALL)
_DIGIT = "0"  # stands for all of them
_Begun = tuple[str, bool]  # how a match begins, and whether what follows that is known

Meaning = TypeVar("Meaning")


class ByLetters(dict[str, tuple[tuple[re.Pattern[str], Meaning], ...]]):
    """Letters, as they stand in a text, to the patterns that can begin with them, each with what it means, in order."""

    def __init__(self, patterns: Iterable[tuple[re.Pattern[str], Meaning]]) -> None:
        super().__init__()
        self._all = tuple((words, meaning, openings(words)) for words, meaning in patterns)

    def __missing__(self, letters: str) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        folded = _folded(letters)
        found = self[letters] = tuple(
            (words, meaning) for words, meaning, begun in self._all if folded.startswith(begun)
        )
        return found


class Openings(Generic[Meaning]):
    """Patterns that ignore case, each with what it means, in an order that counts."""

    def __init__(self, patterns: Iterable[tuple[re.Pattern[str], Meaning]]) -> None:
        self._all = tuple(patterns)
        self._beginning = ByLetters(self._all)

    def __iter__(self) -> Iterator[tuple[re.Pattern[str], Meaning]]:
        """Each pattern with what it means."""
        return iter(self._all)

    def match(self, text: str, start: int, end: int) -> tuple[re.Match[str], Meaning] | None:
        """The match at `start` of the first pattern that has one, with what it means."""
        return next(self.matches(text, start, end), None)

    def matches(self, text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], Meaning]]:
        """The match at `start` of each pattern that has one, with what it means, in order."""
        for words, meaning in self._beginning[text[start : min(end, start + _LETTERS)]]:
            match = words.match(text, start, end)
            if match:
                yield match, meaning


@lru_cache(maxsize=16)  # each sentence is searched by many rules
def word_starts(text: str, start: int, end: int) -> tuple[tuple[int, str], ...]:
    """Where words begin between `start` and `end`, with the letters that stand there."""
    return tuple((word.start(), word[1]) for word in _WORD.finditer(text, start, end))


def openings(words: re.Pattern[str]) -> tuple[str, ...]:
    """Strings of a few letters, folded, with one of which every match of a pattern begins; digits are all zeros."""
    return tuple(sorted({letters for letters, _ in _begun(parsed(words))}))


def _folded(letters: str) -> str:
    folded = letters.casefold()
    return folded if folded.isalpha() else "".join(_DIGIT if one.isdecimal() else one for one in folded)


def _begun(nodes: Sequence[Node]) -> set[_Begun]:
    found: set[_Begun] = {("", True)}
    for node in nodes:
        if not any(goes_on for _, goes_on in found):
            break
        following = _begun_node(str(node[0]), node[1])
        longer = {one for first in found for one in (_joined(first, following) if first[1] else (first,))}
        if len(longer) > _MOST:
            return {(letters, False) for letters, _ in found}
        found = longer
    return found


def _joined(first: _Begun, following: Iterable[_Begun]) -> list[_Begun]:
    both = [(first[0] + letters, goes_on) for letters, goes_on in following]
    return [(letters[:_LETTERS], goes_on and len(letters) < _LETTERS) for letters, goes_on in both]


def _begun_node(kind: str, value: Any) -> set[_Begun]:  # noqa: ANN401 - the parser's own trees
    if kind == "LITERAL":
        return {(_folded(chr(value)), True)}
    if kind in ("AT", "ASSERT", "ASSERT_NOT"):
        return {("", True)}
    if kind == "SUBPATTERN":
        return _begun(value[-1])
    if kind == "BRANCH":
        return set().union(*map(_begun, value[1]))
    if kind == "IN":
        return _begun_class(value)
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        once = {(letters, goes_on and value[1] == 1) for letters, goes_on in _begun(value[2])}
        return once if value[0] else once | {("", True)}
    return {("", False)}


def _begun_class(members: Sequence[Node]) -> set[_Begun]:
    """The letters of a class of characters, where it spells them out."""
    spelt = [_member(str(kind), value) for kind, value in members]
    return {(letter, True) for letter in spelt if letter} if all(spelt) else {("", False)}


def _member(kind: str, value: Any) -> str | None:  # noqa: ANN401
    if kind == "LITERAL":
        return _folded(chr(value))
    digits = kind == "RANGE" and chr(value[0]).isdecimal() and chr(value[1]).isdecimal()
    return _DIGIT if digits or (kind == "CATEGORY" and str(value) == "CATEGORY_DIGIT") else None

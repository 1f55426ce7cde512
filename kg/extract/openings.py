"""Try at a place only those of many patterns that can begin there: by the two letters that stand at it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

from kg.extract.needles import parsed

_LETTERS = 2
_Begun = tuple[str, bool]  # how a match begins, and whether what follows that is known
_Node = tuple[Any, Any]

Meaning = TypeVar("Meaning")


class Openings(Generic[Meaning]):
    """Patterns that ignore case, each with what it means, in an order that counts."""

    def __init__(self, patterns: Iterable[tuple[re.Pattern[str], Meaning]]) -> None:
        self._all = tuple((words, meaning, openings(words)) for words, meaning in patterns)
        self._by_letters = lru_cache(maxsize=2_000)(self._beginning_with)

    def __iter__(self) -> Iterator[tuple[re.Pattern[str], Meaning]]:
        """Each pattern with what it means."""
        return ((words, meaning) for words, meaning, _ in self._all)

    def match(self, text: str, start: int, end: int) -> tuple[re.Match[str], Meaning] | None:
        """The match at `start` of the first pattern that has one, with what it means."""
        for words, meaning in self._by_letters(text[start : min(end, start + _LETTERS)].casefold()):
            match = words.match(text, start, end)
            if match:
                return match, meaning
        return None

    def _beginning_with(self, letters: str) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
        return tuple((words, meaning) for words, meaning, begun in self._all if letters.startswith(begun))


def openings(words: re.Pattern[str]) -> tuple[str, ...]:
    """Strings of at most two letters, folded, with one of which every match of a pattern begins."""
    return tuple(sorted({letters for letters, _ in _begun(parsed(words))}))


def _begun(nodes: Sequence[_Node]) -> set[_Begun]:
    found: set[_Begun] = {("", True)}
    for node in nodes:
        if not any(goes_on for _, goes_on in found):
            break
        following = _begun_node(str(node[0]), node[1])
        found = {one for first in found for one in (_joined(first, following) if first[1] else (first,))}
    return found


def _joined(first: _Begun, following: Iterable[_Begun]) -> list[_Begun]:
    both = [(first[0] + letters, goes_on) for letters, goes_on in following]
    return [(letters[:_LETTERS], goes_on and len(letters) < _LETTERS) for letters, goes_on in both]


def _begun_node(kind: str, value: Any) -> set[_Begun]:  # noqa: ANN401 - the parser's own trees
    if kind == "LITERAL":
        return {(chr(value).casefold(), True)}
    if kind in ("AT", "ASSERT", "ASSERT_NOT"):
        return {("", True)}
    if kind == "SUBPATTERN":
        return _begun(value[-1])
    if kind == "BRANCH":
        return set().union(*map(_begun, value[1]))
    if kind == "IN" and all(str(item[0]) == "LITERAL" for item in value):
        return {(chr(code).casefold(), True) for _, code in value}
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        once = {(letters, goes_on and value[1] == 1) for letters, goes_on in _begun(value[2])}
        return once if value[0] else once | {("", True)}
    return {("", False)}

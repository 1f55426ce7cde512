"""Search a pattern only where it can match: where one of the words stands that each of its matches must hold."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Any

from kg.extract.text.parsed import Node, read_from

_MOST = 120  # strings that a part of a pattern is spelt out into
_SHORTEST = 2  # characters of a needle worth looking for


class Rule:
    """A pattern that ignores case, and the needles of which a text must hold one before the pattern is tried."""

    __slots__ = ("needles", "words")

    def __init__(self, words: re.Pattern[str]) -> None:
        self.words = words
        self.needles = read_from(words, "needles", needles)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """What `words.finditer` yields, sooner where there is nothing."""
        return self.words.finditer(text, start, end) if self._can_match(text, start, end) else iter(())

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """What `words.search` returns, sooner where there is nothing."""
        return self.words.search(text, start, end) if self._can_match(text, start, end) else None

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """What `words.match` returns, sooner where there is nothing."""
        return self.words.match(text, start, end) if self._can_match(text, start, end) else None

    def _can_match(self, text: str, start: int, end: int) -> bool:
        return not self.needles or holds(folded(text, start, end), self.needles)


def holds(folded_text: str, some: Iterable[str]) -> bool:
    """Whether one of some needles stands in a folded text."""
    return any(map(folded_text.__contains__, some))


@lru_cache(maxsize=16)  # each sentence is searched by many rules
def folded(text: str, start: int, end: int) -> str:
    """A stretch of a text as needles are looked for in it."""
    return text[start:end].casefold()


def needles(nodes: Sequence[Node]) -> tuple[str, ...]:
    """Strings, folded, one of which every match of a pattern holds; none where the pattern has no such strings."""
    found = _required(nodes)
    return tuple(sorted(_least(found), key=len)) if found else ()


def _least(found: Iterable[str]) -> set[str]:
    """The strings without those that hold another: where the longer stands, the shorter does."""
    every = set(found)
    return {one for one in every if not any(other != one and other in one for other in every)}


def _required(nodes: Sequence[Node]) -> set[str] | None:
    """The best set of strings of which one must occur: the one whose shortest member is longest."""
    candidates: list[set[str]] = []
    run: set[str] = {""}
    for node in nodes:
        spelt = _spelt([node])
        joined = {one + other for one, other in product(run, spelt)} if spelt is not None else None
        if joined is not None and len(joined) <= _MOST:
            run = joined
            continue
        candidates += [run, *_inside(node)]
        run = {""} if spelt is None else spelt
    good = [each for each in (*candidates, run) if min(map(len, each)) >= _SHORTEST]
    return max(good, key=lambda each: (min(map(len, each)), -len(each))) if good else None


def _inside(node: Node) -> Iterator[set[str]]:
    """What must occur in a part of a pattern that cannot be spelt out."""
    kind, value = str(node[0]), node[1]
    required: set[str] | None = None
    if kind == "SUBPATTERN":
        required = _required(value[-1])
    elif kind in ("MAX_REPEAT", "MIN_REPEAT") and value[0]:
        required = _required(value[2])
    elif kind == "BRANCH":
        each = [_required(branch) for branch in value[1]]
        required = set().union(*(one for one in each if one)) if all(each) else None
    if required:
        yield required


def _spelt(nodes: Sequence[Node]) -> set[str] | None:
    """Every string that a part of a pattern can match, folded; `None` where there are too many."""
    found = {""}
    for node in nodes:
        one = _spelt_node(str(node[0]), node[1])
        if one is None or len(found) * len(one) > _MOST:
            return None
        found = {first + second for first, second in product(found, one)}
    return found


def _spelt_node(kind: str, value: Any) -> set[str] | None:  # noqa: ANN401 - the parser's own trees
    if kind == "LITERAL":
        return {chr(value).casefold()}
    if kind in ("AT", "ASSERT", "ASSERT_NOT"):
        return {""}
    if kind == "SUBPATTERN":
        return _spelt(value[-1])
    if kind == "IN":
        letters = [item for item in value if str(item[0]) == "LITERAL"]
        return {chr(code).casefold() for _, code in letters} if len(letters) == len(value) else None
    if kind == "BRANCH":
        each = [_spelt(branch) for branch in value[1]]
        whole = [one for one in each if one is not None]
        return set().union(*whole) if len(whole) == len(each) else None
    if kind in ("MAX_REPEAT", "MIN_REPEAT") and int(value[1]) == 1:
        once = _spelt(value[2])
        return None if once is None else once | ({""} if value[0] == 0 else set())
    return None

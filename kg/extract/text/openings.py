"""Try at a place only those of many patterns that can begin there: by the letters that stand at it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import Any, Generic, TypeVar

from kg.extract.text.parsed import Node, deferred, read_from

LETTERS = 8
_FEW = 4  # letters that tell most words apart
FEW_PATTERNS = 2  # that begin with the same few letters: more of them, as after "the ", are told apart by more letters
_MOST = 100  # strings that the openings of a pattern are spelt out into
_REMEMBERED = 40_000  # letters whose patterns are kept: above what texts begin words with, and a bound all the same
_LONGEST = 40  # letters of a word that is worth keeping
_BETWEEN_WORDS = deferred(r"(\W+)")
_DIGIT = "0"  # stands for all of them
_SPELT = "SPELT"  # literals that follow each other, folded
_Begun = tuple[str, bool]  # how a match begins, and whether what follows that is known

Meaning = TypeVar("Meaning")


class ByLetters(dict[str, tuple[tuple[re.Pattern[str], Meaning], ...]]):
    """Letters, as they stand in a text, to the patterns that can begin with them, each with what it means, in order."""

    def __init__(self, patterns: Iterable[tuple[re.Pattern[str], Meaning, tuple[str, ...]]]) -> None:
        """Each pattern comes with its `openings`."""
        super().__init__()
        self._all = tuple(((words, meaning), begun, _cut_short(begun)) for words, meaning, begun in patterns)

    def at(self, text: str, start: int) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
        """The patterns that can begin at `start`."""
        found = self[text[start : start + _FEW]]
        return found if len(found) <= FEW_PATTERNS else self[text[start : start + LETTERS]]

    def __missing__(self, letters: str) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        folded = _folded(letters)
        found = tuple(one for one, begun, short in self._all if folded.startswith(begun) or folded in short)
        if len(letters) <= _LONGEST:
            self[letters] = found
        return found


class Openings(Generic[Meaning]):
    """Patterns that ignore case, each with what it means, in an order that counts."""

    def __init__(self, patterns: Iterable[tuple[re.Pattern[str], Meaning]]) -> None:
        self._all = tuple(patterns)
        self._beginning = ByLetters(
            (words, meaning, read_from(words, "openings", openings)) for words, meaning in self._all
        )

    def __iter__(self) -> Iterator[tuple[re.Pattern[str], Meaning]]:
        """Each pattern with what it means."""
        return iter(self._all)

    def at(self, text: str, start: int) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
        """The patterns that can begin at `start`, each with what it means, in order."""
        return self._beginning.at(text, start)

    def match(self, text: str, start: int, end: int) -> tuple[re.Match[str], Meaning] | None:
        """The match at `start` of the first pattern that has one, with what it means."""
        for words, meaning in self.at(text, start):
            match = words.match(text, start, end)
            if match:
                return match, meaning
        return None

    def matches(self, text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], Meaning]]:
        """The match at `start` of each pattern that has one, with what it means, in order."""
        for words, meaning in self.at(text, start):
            match = words.match(text, start, end)
            if match:
                yield match, meaning


@lru_cache(maxsize=16)  # each sentence is searched by many rules
def words_between(text: str, start: int, end: int) -> tuple[tuple[int, str], ...]:
    """The words between `start` and `end` with their places; one that goes on outside is cut short."""
    parts = _BETWEEN_WORDS.split(text[start:end])  # and what stands between: twice as fast as `finditer`
    starts = list(accumulate(map(len, parts), initial=start))
    return tuple(zip(starts[:-1:2], parts[::2], strict=True))


def openings(nodes: Sequence[Node]) -> tuple[str, ...]:
    """Strings of a few letters, folded, with one of which every match of a pattern begins; digits are all zeros."""
    return tuple(sorted({letters for letters, _ in _begun(nodes)}))


def _cut_short(begun: Iterable[str]) -> frozenset[str]:
    """Fewer of the letters, where it is not told what follows them."""
    return frozenset(letters[:most] for letters in begun for most in range(1, len(letters)))


def _folded(letters: str) -> str:
    folded = letters.casefold()
    return folded if folded.isalpha() else "".join(_DIGIT if one.isdecimal() else one for one in folded)


def _begun(nodes: Sequence[Node], most: int = LETTERS) -> set[_Begun]:
    """How matches begin, in so many letters at most: of what follows others, fewer are wanted."""
    found: set[_Begun] = {("", True)}
    for is_spelt, part in groupby(nodes, _is_literal):
        for kind, value in [(_SPELT, _spelt(part))] if is_spelt else part:
            wanted = most - min((len(letters) for letters, goes_on in found if goes_on), default=most)
            if wanted <= 0:
                return found
            found = _few(_followed(found, _begun_node(str(kind), value, wanted), most), most)
    return found


def _is_literal(node: Node) -> bool:
    return str(node[0]) == "LITERAL"


def _spelt(literals: Iterable[Node]) -> str:
    return _folded("".join(chr(code) for _, code in literals))


def _followed(first: set[_Begun], following: Iterable[_Begun], most: int) -> set[_Begun]:
    """How matches begin that begin with `first`, with what follows where that is known."""
    whole = {one for one in first if not one[1]}
    longer = [(one + letters, goes_on) for one, known in first if known for letters, goes_on in following]
    return whole.union([(letters[:most], goes_on and len(letters) < most) for letters, goes_on in longer])


def _few(begun: set[_Begun], most: int) -> set[_Begun]:
    """How matches begin, with fewer letters where there are too many ways."""
    while len(begun) > _MOST:
        most -= 1
        begun = {(letters[:most], goes_on and len(letters) < most) for letters, goes_on in begun}
    return begun


def _repeated(once: set[_Begun], least: int, times: int, most: int) -> set[_Begun]:
    """How matches begin of what is repeated; what follows is not known once it stands twice more than it must."""
    begun: set[_Begun] = {("", True)}
    for _ in range(least):
        begun = _few(_followed(begun, once, most), most)
    more = _few(_followed(begun, once, most), most) if times > least else set()
    twice = _few(_followed(more, once, most), most) if times > least + 1 else set()
    return begun | more | {(letters, False) for letters, _ in twice}


def _begun_node(kind: str, value: Any, most: int) -> set[_Begun]:  # noqa: ANN401 - the parser's own trees
    if kind == _SPELT:
        return {(value, True)}
    if kind in ("AT", "ASSERT", "ASSERT_NOT"):
        return {("", True)}
    if kind == "SUBPATTERN":
        return _begun(value[-1], most)
    if kind == "BRANCH":
        return set().union(*(_begun(branch, most) for branch in value[1]))
    if kind == "IN":
        return _begun_class(value)
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        return _repeated(_begun(value[2], most), int(value[0]), int(value[1]), most)
    return {("", False)}


def _begun_class(members: Sequence[Node]) -> set[_Begun]:
    """The letters of a class of characters, where it spells them out."""
    spelt = [_member(str(kind), value) for kind, value in members]
    return {(letter, True) for letter in spelt if letter} if all(spelt) else {("", False)}


def _member(kind: str, value: Any) -> str | None:  # noqa: ANN401 - the parser's own trees
    if kind == "LITERAL":
        return _folded(chr(value))
    digits = kind == "RANGE" and chr(value[0]).isdecimal() and chr(value[1]).isdecimal()
    return _DIGIT if digits or (kind == "CATEGORY" and str(value) == "CATEGORY_DIGIT") else None

"""Many rules of one kind, tried only at the words they can begin with."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from kg.extract.text.needles import folded, holds, needles
from kg.extract.text.openings import FEW_PATTERNS, LETTERS, ByLetters, openings, words_between
from kg.extract.text.parsed import Node, choices, deferred, opened, opens_at_a_boundary, read_from
from kg.extract.text.wording import begins_a_word

Meaning = TypeVar("Meaning")
_Found = tuple[int, re.Match[str]]  # with the number of its rule
_NONE: frozenset[int] = frozenset()
_LETTER = deferred(r"\w")


class Rules(Generic[Meaning]):
    """Many rules, each with what it means, whose matches are found in one pass over the words of a text."""

    def __init__(self, rules: Iterable[tuple[re.Pattern[str], Meaning]]) -> None:
        self._all = tuple(rules)
        places = [(words, number, _places(words)) for number, (words, _) in enumerate(self._all)]
        self._every = ByLetters((words, number, (*each.letters, *each.others)) for words, number, each in places)
        self._beginning = ByLetters((words, number, each.letters) for words, number, each in places)
        self._elsewhere = tuple((number, each.needles) for _, number, each in places if each.others)

    def __iter__(self) -> Iterator[tuple[re.Pattern[str], Meaning]]:
        """Each pattern with what it means."""
        return iter(self._all)

    def finditer(self, text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], Meaning]]:
        """Every match of each rule with what it means, rule by rule."""
        anywhere = self._anywhere(text, start, end) if self._elsewhere else _NONE
        found = list(self._at_words(text, start, end, anywhere))
        for number in anywhere:
            found += [(number, match) for match in self._all[number][0].finditer(text, start, end)]
        found.sort(key=itemgetter(0))
        return iter([(match, self._all[number][1]) for number, match in found])

    def stand_in(self, text: str, start: int, end: int) -> bool:
        """Whether any rule has a match: the first is enough."""
        anywhere = self._anywhere(text, start, end) if self._elsewhere else _NONE
        at_words = self._at_words(text, start, end, anywhere)
        return next(at_words, None) is not None or any(
            self._all[number][0].search(text, start, end) for number in anywhere
        )

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The match at `start` of the first rule that has one there."""
        tried = self._every.at(text, start)
        return next((found for words, _ in tried if (found := words.match(text, start, end))), None)

    def _anywhere(self, text: str, start: int, end: int) -> frozenset[int]:
        """The rules that may match elsewhere than at words that they can begin with."""
        low = folded(text, start, end)
        return frozenset([number for number, held in self._elsewhere if not held or holds(low, held)])

    def _at_words(self, text: str, start: int, end: int, but: frozenset[int]) -> Iterator[_Found]:
        """The matches of the rules at words that they begin with; a rule goes on behind its last match."""
        behind: dict[int, int] = {}
        beginning = self._beginning
        for at, word in words_between(text, start, end):
            tried = beginning[word]
            if not tried:
                continue
            if len(tried) > FEW_PATTERNS:
                tried = beginning[text[at : at + LETTERS]]
            for words, number in tried:
                if behind.get(number, start) <= at and number not in but:
                    match = words.match(text, at, end)
                    if match:
                        behind[number] = match.end()
                        yield number, match


class _Places(NamedTuple):
    """Where a pattern can match."""

    letters: tuple[str, ...]  # at words that begin with these
    others: tuple[str, ...]  # what else a match may begin with
    needles: tuple[str, ...]  # of which one stands in each such match; none where that is not known


def _places(words: re.Pattern[str]) -> _Places:
    return _Places(*read_from(words, "places", partial(_read_places, begins_a_word(words))))


def _read_places(is_word: bool, nodes: Sequence[Node]) -> tuple[tuple[str, ...], ...]:  # noqa: FBT001 - bound by position
    at_words = is_word or opens_at_a_boundary(nodes)
    begun = [(openings(choice), choice) for choice in choices(nodes)]
    parts = [part for letters, choice in begun if not _are_known(letters) for part in opened(choice)]
    begun = [*(one for one in begun if _are_known(one[0])), *((openings(part), part) for part in parts)]
    known = [letters for letters, _ in begun if at_words and _are_known(letters)]
    doubtful = [(letters, needles(choice)) for letters, choice in begun if letters not in known]
    held = [each for _, each in doubtful]
    return _united(known), _united(letters for letters, _ in doubtful), _united(held) if all(held) else ()


def _are_known(letters: tuple[str, ...]) -> bool:
    return all(map(_LETTER.match, letters))


def _united(each: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({one for several in each for one in several}))

"""Many rules of one kind, tried only at the words they can begin with."""

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Generic, TypeVar

from kg.extract.needles import Rule
from kg.extract.openings import ByLetters, openings, word_starts
from kg.extract.wording import begins_a_word

Meaning = TypeVar("Meaning")
_LETTER = re.compile(r"\w")
_Found = tuple[int, re.Match[str]]  # with the number of its rule


class Rules(Generic[Meaning]):
    """Many rules, each with what it means, whose matches are found in one pass over the words of a text."""

    def __init__(self, rules: Iterable[tuple[Rule, Meaning]]) -> None:
        self._all = tuple(rules)
        words = [rule.words for rule, _ in self._all]
        placed = {number for number, each in enumerate(words) if _begins_with_letters(each)}
        self._anywhere = tuple((number, rule) for number, (rule, _) in enumerate(self._all) if number not in placed)
        self._beginning = ByLetters((words[number], number) for number in sorted(placed))

    def __iter__(self) -> Iterator[tuple[re.Pattern[str], Meaning]]:
        """Each pattern with what it means."""
        return ((rule.words, meaning) for rule, meaning in self._all)

    def finditer(self, text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], Meaning]]:
        """Every match of each rule with what it means, rule by rule."""
        found = self._at_words(text, start, end)
        found += [(number, match) for number, rule in self._anywhere for match in rule.finditer(text, start, end)]
        found.sort(key=itemgetter(0))
        return ((match, self._all[number][1]) for number, match in found)

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The match at `start` of the first rule that has one there."""
        return next((found for rule, _ in self._all if (found := rule.words.match(text, start, end))), None)

    def _at_words(self, text: str, start: int, end: int) -> list[_Found]:
        """The matches of the rules that begin with known letters; a rule goes on behind its last match."""
        found: list[_Found] = []
        behind: dict[int, int] = {}
        beginning = self._beginning
        for at, letters in word_starts(text, start, end):
            for words, number in beginning[letters]:
                if behind.get(number, start) <= at:
                    match = words.match(text, at, end)
                    if match:
                        behind[number] = match.end()
                        found.append((number, match))
        return found


def _begins_with_letters(words: re.Pattern[str]) -> bool:
    """Whether every match of a pattern begins a word, with letters or digits that are known."""
    return begins_a_word(words) and all(_LETTER.match(letters) for letters in openings(words))

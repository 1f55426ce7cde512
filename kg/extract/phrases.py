"""Finds phrases in text, whatever the form of their words.

A word in capitals (MARAC, GP) is found in capitals only. "multi-agency" is also found as "multiagency". What a word's
key is depends on which words of the phrases are in capitals, so the keys belong to the phrases.
"""

import re
from collections.abc import Iterable, Iterator

from kg.extract.gap_patterns import Patterns, pattern
from kg.extract.lemmas import ARTICLE, FULL_STOP, bare, lemma, words
from kg.extract.phrase import Hit, Phrase
from kg.extract.phrase_tree import Node, walk

_ACRONYM = re.compile(r"([A-Z][A-Z&]*[A-Z])s?")
_PREFIX = re.compile(r"\b(anti|co|cross|extra|inter|intra|multi|non|post|pre|re|self)(?=[a-z]{4})", re.IGNORECASE)
_REMEMBERED = 200_000  # words whose key is kept: far above any vocabulary of reviews, and a bound all the same


class _Keys(dict[str, str]):
    """The key of each word seen: an acronym as it is, any other word as its lemma."""

    def __init__(self, acronyms: Iterable[str]) -> None:
        super().__init__()
        self._acronyms = frozenset(acronyms)

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        acronym = _acronym(word)
        key = self[word] = acronym if acronym in self._acronyms else lemma(word)
        return key


class Phrases:
    """An index of phrases that finds them in the words of a text."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        wanted = tuple(dict.fromkeys(phrases))
        acronyms = (_acronym(word) for phrase in wanted for word in words(phrase.text))
        self._keys = _Keys(acronym for acronym in acronyms if acronym)
        self._tree = Node()
        for phrase in wanted:
            if phrase.kind != "gap":
                self._add(phrase)
        self._patterns = Patterns(pattern(phrase, self._keys_of) for phrase in wanted if phrase.kind == "gap")

    def find(self, text_words: list[str]) -> list[Hit]:
        """Every place where a phrase stands in a list of words and marks, overlapping ones included."""
        table, first_words = self._keys, self._tree.following
        keys = [table[word] for word in text_words]
        keys.append(FULL_STOP)  # no phrase goes on past it, so no walk needs to ask where the text ends
        hits: list[Hit] = []
        for first, key in enumerate(keys):
            if key in first_words:
                node = first_words[key]
                if node.endings or keys[first + 1] in node.following or keys[first + 1] == ARTICLE:
                    walk(node, text_words, keys, first, hits)
        hits.extend(self._patterns.find(keys))
        return hits

    def _add(self, phrase: Phrase) -> None:
        for spelling in _spellings(phrase.text):
            self._tree.add(self._keys_of(spelling), phrase)

    def _keys_of(self, text: str) -> list[str]:
        return [key for word in words(text) if (key := self._keys[word]) not in (ARTICLE, FULL_STOP)]


def _acronym(word: str) -> str | None:
    if not word[:2].isupper():
        return None
    match = _ACRONYM.fullmatch(bare(word))
    return match[1] if match else None


def _spellings(text: str) -> Iterator[str]:
    yield text
    if "-" in text:
        yield text.replace("-", "")
    if _PREFIX.search(text):
        yield _PREFIX.sub(r"\1-", text)

"""Finds phrases in text, whatever the form of their words.

A word in capitals (MARAC, GP) is found in capitals only. "multi-agency" is also found as "multiagency". What a word's
key is depends on which words of the phrases are in capitals, so the keys belong to the phrases.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.extract.gap_patterns import Opening, follow, openings, pattern
from kg.extract.lemmas import ARTICLE, FULL_STOP, bare, lemma, words
from kg.extract.phrase import Hit, Phrase
from kg.extract.phrase_tree import Node, as_written, walk

_ACRONYM = re.compile(r"([A-Z][A-Z&]*[A-Z])s?")
_PREFIX = re.compile(r"\b(anti|co|cross|extra|inter|intra|multi|non|post|pre|re|self)(?=[a-z]{4})", re.IGNORECASE)
_NONE, _NOTHING = Node(), Opening()
_REMEMBERED = 200_000  # words whose key is kept: far above any vocabulary of reviews, and a bound all the same


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word of a text is to the phrases."""

    key: str
    written: str
    alone: tuple[tuple[Phrase, float], ...]  # the phrases that it is by itself, and how sure they are
    node: Node | None  # the phrases of more words that it begins
    opening: Opening | None  # and the patterns


class _Words(dict[str, _Word]):
    """What each word seen is to the phrases."""

    def __init__(self, acronyms: frozenset[str], tree: Node, patterns: Mapping[str, Opening]) -> None:
        super().__init__()
        self._acronyms, self._tree, self._patterns = acronyms, tree, patterns

    def __missing__(self, word: str) -> _Word:
        if len(self) >= _REMEMBERED:
            self.clear()
        key, written = _key(word, self._acronyms), as_written(word)
        node, opening = self._tree.following.get(key, _NONE), self._patterns.get(key, _NOTHING)
        alone = (*node.found(written), *((phrase, phrase.inflected) for phrase in opening.alone))
        further = node if node.following else None, opening if opening.seconds else None
        found = self[word] = _Word(key, written, alone, *further)
        return found


class Phrases:
    """An index of phrases that finds them in the words of a text."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        wanted = tuple(dict.fromkeys(phrases))
        acronyms = (_acronym(word) for phrase in wanted for word in words(phrase.text))
        self._acronyms = frozenset(acronym for acronym in acronyms if acronym)
        tree = Node()
        for phrase in wanted:
            for spelling in _spellings(phrase.text) if not phrase.is_pattern else ():
                tree.add(self._keys_of(spelling), phrase)
        patterns = openings(pattern(phrase, self._keys_of) for phrase in wanted if phrase.is_pattern)
        self._words = _Words(self._acronyms, tree, patterns)

    def find(self, text_words: list[str]) -> list[Hit]:
        """Every place where a phrase stands in a list of words and marks, overlapping ones included."""
        table = self._words
        known = [table[word] for word in text_words]
        keys = [word.key for word in known]
        keys.append(FULL_STOP)  # no phrase goes on past it, so no walk needs to ask where the text ends
        written = [word.written for word in known]
        hits: list[Hit] = []
        for first, word in enumerate(known):
            if word.alone:
                hits += [(first, first + 1, *found) for found in word.alone]
            node = word.node
            if node and (keys[first + 1] in node.following or keys[first + 1] == ARTICLE):
                walk(node, written, keys, first, hits)
            if word.opening:
                follow(word.opening, keys, first, hits)
        return hits

    def _keys_of(self, text: str) -> list[str]:
        return [key for word in words(text) if (key := _key(word, self._acronyms)) not in (ARTICLE, FULL_STOP)]


def _key(word: str, acronyms: frozenset[str]) -> str:
    """The key of a word: an acronym as it is, any other word as its lemma."""
    acronym = _acronym(word)
    return acronym if acronym in acronyms else lemma(word)


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

"""Finds phrases in text, whatever the form of their words: a tree of lemmas, walked from every word.

A phrase in capitals (MARAC, GP) is found in capitals only. "multi-agency" is also found as "multiagency". Words are
looked up once each; what a word's key is depends on which acronyms the phrases have, so the keys belong to the tree.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kg.extract.lemmas import ARTICLE, COMMA, FULL_STOP, bare, lemma, plain, words

_ACRONYM = re.compile(r"([A-Z][A-Z&]*[A-Z])s?")
_GAP = re.compile(r"~(\d+)")
_PREFIX = re.compile(r"\b(anti|co|cross|extra|inter|intra|multi|non|post|pre|re|self)(?=[a-z]{4})", re.IGNORECASE)
_REMEMBERED = 200_000  # words whose key is kept; far above any vocabulary of reviews, and a bound all the same


# What a phrase is to its theme. A mask is a name of something else: it has no theme, nor has what stands inside it.
Kind = Literal["label", "hidden", "gap", "exclusion", "mask"]


class Phrase(NamedTuple):
    """Words to look for, and what they mean when found."""

    text: str
    kind: Kind
    theme: str
    exact: float = 1.0  # how sure a match is when the very words stand there, whatever their case
    inflected: float = 1.0  # and when only their lemmas do


class Hit(NamedTuple):
    """A phrase found: from token `first` to before token `last`."""

    first: int
    last: int
    phrase: Phrase
    confidence: float


@dataclass(slots=True)
class _Node:
    following: "dict[str, _Node]" = field(default_factory=dict)
    phrases: tuple[tuple[str, Phrase], ...] = ()  # each with its words in lower case


class _Gapped(NamedTuple):
    """A phrase in parts: each lemma with how many words may stand before it."""

    phrase: Phrase
    steps: tuple[tuple[int, str], ...]


class _Keys(dict[str, str]):
    """The key of each word seen: an acronym as it is, any other word as its lemma."""

    def __init__(self, acronyms: frozenset[str]) -> None:
        super().__init__()
        self._acronyms = acronyms

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        acronym = _acronym(word)
        key = self[word] = acronym if acronym in self._acronyms else lemma(word)
        return key


class Phrases:
    """An index of phrases that finds them in the tokens of a text."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        wanted = tuple(dict.fromkeys(phrases))
        acronyms = (_acronym(word) for phrase in wanted for word in words(phrase.text))
        self._keys = _Keys(frozenset(acronym for acronym in acronyms if acronym))
        self._tree = _Node()
        self._gapped: dict[str, list[_Gapped]] = {}
        for phrase in wanted:
            self._add_gapped(phrase) if phrase.kind == "gap" else self._add(phrase)

    def find(self, text_words: list[str]) -> list[Hit]:
        """Every place where a phrase stands in a list of words and marks, overlapping ones included."""
        table, first_words, gapped = self._keys, self._tree.following, self._gapped
        keys = [table[word] for word in text_words]
        keys.append(FULL_STOP)  # no phrase goes on past it, so no walk needs to ask where the text ends
        hits: list[Hit] = []
        for first, key in enumerate(keys):
            if key in first_words:
                node = first_words[key]
                if node.phrases or keys[first + 1] in node.following or keys[first + 1] == ARTICLE:
                    _walk(node, text_words, keys, first, hits)
            if key in gapped:
                hits.extend(_stretch(gapped[key], keys, first))
        return hits

    def _add(self, phrase: Phrase) -> None:
        for spelling in _spellings(phrase.text):
            node = self._tree
            for key in self._keys_of(spelling):
                node = node.following.setdefault(key, _Node())
            node.phrases = tuple(dict.fromkeys((*node.phrases, (_line(words(phrase.text)), phrase))))

    def _add_gapped(self, phrase: Phrase) -> None:
        steps: list[tuple[int, str]] = []
        gap = 0
        for part in phrase.text.split():
            number = _GAP.fullmatch(part)
            if number:
                gap = int(number[1])
                continue
            for key in self._keys_of(part):
                steps.append((gap, key))
                gap = 0
        self._gapped.setdefault(steps[0][1], []).append(_Gapped(phrase, tuple(steps[1:])))

    def _keys_of(self, text: str) -> list[str]:
        return [key for word in words(text) if (key := self._keys[word]) not in (ARTICLE, FULL_STOP)]


def _line(text_words: list[str]) -> str:
    """Tokens as one line in lower case, by which two spellings of the same words are equal."""
    line = " ".join(text_words).lower()
    return line if line.isascii() else plain(line)


def _acronym(word: str) -> str | None:
    match = _ACRONYM.fullmatch(bare(word))
    return match[1] if match else None


def _spellings(text: str) -> Iterator[str]:
    yield text
    if "-" in text:
        yield text.replace("-", "")
    if _PREFIX.search(text):
        yield _PREFIX.sub(r"\1-", text)


def _walk(node: _Node, text_words: list[str], keys: list[str], first: int, hits: list[Hit]) -> None:
    """Add to `hits` the phrases below `node` that go on from word `first`: a loop, for it is where the time goes."""
    last = first + 1
    while True:
        if node.phrases:
            found = _line(text_words[first:last])
            for line, phrase in node.phrases:
                hits.append(Hit(first, last, phrase, phrase.exact if found == line else phrase.inflected))
        while keys[last] == ARTICLE:
            last += 1
        if keys[last] not in node.following:
            return
        node = node.following[keys[last]]
        last += 1


def _stretch(candidates: list[_Gapped], keys: list[str], first: int) -> Iterator[Hit]:
    for phrase, steps in candidates:
        last = _reach(steps, keys, first + 1)
        if last is not None:
            yield Hit(first, last, phrase, phrase.inflected)


def _reach(steps: tuple[tuple[int, str], ...], keys: list[str], start: int) -> int | None:
    """Where the last of the steps ends when they follow from `start`; articles and commas are not counted as words."""
    if not steps:
        return start
    (gap, wanted), rest = steps[0], steps[1:]
    for place in range(start, len(keys)):
        if keys[place] == wanted and (end := _reach(rest, keys, place + 1)) is not None:
            return end
        if keys[place] == FULL_STOP:
            return None
        gap -= keys[place] not in (ARTICLE, COMMA)
        if gap < 0:
            return None
    return None

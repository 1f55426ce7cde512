"""Finds phrases in text, whatever the form of their words.

A word in capitals (MARAC, GP) is found in capitals only. "multi-agency" is also found as "multiagency".
"""

import re
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from kg.extract.text.lemmas import words
from kg.extract.text.parsed import deferred
from kg.extract.themes.gap_patterns import steps
from kg.extract.themes.key_paths import Ends, KeyPaths, Path
from kg.extract.themes.keys import COMMA_KEY, FULL_STOP_KEY, Keys
from kg.extract.themes.phrase import KINDS, Hits, Phrase
from kg.extract.themes.ragged import Numbers, numbered
from kg.extract.themes.wordings import Wording, Wordings, as_written
from kg.extract.themes.written import Written

_PREFIX = deferred(r"\b(anti|co|cross|extra|inter|intra|multi|non|post|pre|re|self)(?=[a-z]{4})", re.IGNORECASE)


class Phrases:
    """An index of phrases that finds them in the words of a text."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(dict.fromkeys(phrases))
        self._keys = Keys(spelling for phrase in self.phrases for spelling in _spellings(phrase.text))
        ends = [each for each in (*self._labels(), *self._patterns()) if each[0]]
        self._paths = KeyPaths(2 * self._keys.size, ((path, end) for end, (path, _) in enumerate(ends)))
        self._wordings = Wordings([wordings for _, wordings in ends])
        self._exact = np.array([phrase.exact for phrase in self.phrases])
        self._inflected = np.array([phrase.inflected for phrase in self.phrases])
        self.kinds = np.array([KINDS.index(phrase.kind) for phrase in self.phrases])  # as numbers, by phrase
        self.theme_names, self.themes = _ranks([phrase.theme for phrase in self.phrases])
        self.texts = _ranks([phrase.text for phrase in self.phrases])[1]
        self.theme_of = [phrase.theme for phrase in self.phrases]
        self.text_of = [phrase.text for phrase in self.phrases]

    def find(self, said: Written) -> Hits:
        """Every place where a phrase stands in the words of some items, overlapping ones included; by place."""
        found = self._ends(said)
        phrase, is_exact = self._wordings.chosen(found, said)
        confidence = np.where(is_exact, self._exact[phrase], self._inflected[phrase])
        return Hits(found.first, found.last, phrase, confidence)

    def _ends(self, said: Written) -> Ends:
        """Where paths end: labels in the text, patterns in a copy of it without commas."""
        keys = said.numbers(self._keys.words)
        sentences = (keys == FULL_STOP_KEY).cumsum() + said.items
        of_labels, of_patterns = (keys >= COMMA_KEY).nonzero()[0], (keys > COMMA_KEY).nonzero()[0]
        places = np.concatenate((of_labels, of_patterns))
        row = keys[places]
        row[len(of_labels) :] += self._keys.size
        return self._paths.find(row, sentences[places], places)

    def _labels(self) -> Iterator[tuple[Path, Mapping[Wording, int]]]:
        """The paths of words that follow each other; phrases of one kind and theme that have the same are one end."""
        alike: dict[tuple[tuple[int, ...], str, str], dict[Wording, int]] = {}
        for number, phrase in enumerate(self.phrases):
            if phrase.is_pattern:
                continue
            wording = tuple(map(as_written, words(phrase.text)))
            for spelling in _spellings(phrase.text):
                keys = tuple(self._keys.of_phrase(spelling))
                alike.setdefault((keys, phrase.kind, phrase.theme), {}).setdefault(wording, number)
        for (keys, _, _), wordings in alike.items():
            yield tuple((0, frozenset((key,))) for key in keys), wordings

    def _patterns(self) -> Iterator[tuple[Path, Mapping[Wording, int]]]:
        """The paths of patterns, whose keys come after those of labels; none is in other words than its own."""
        for number, phrase in enumerate(self.phrases):
            if phrase.is_pattern:
                yield tuple(steps(phrase.text, self._keys_of_pattern)), {(): number}

    def _keys_of_pattern(self, text: str) -> list[int]:
        return [key + self._keys.size for key in self._keys.of_phrase(text) if key != COMMA_KEY]


def _spellings(text: str) -> Iterator[str]:
    yield text
    if "-" in text:
        yield text.replace("-", "")
    if _PREFIX.search(text):
        yield _PREFIX.sub(r"\1-", text)


def _ranks(names: list[str]) -> tuple[tuple[str, ...], Numbers]:
    """Different names in order, and the place of each name among them."""
    ranks = numbered(sorted(names))
    return tuple(ranks), np.array([ranks[name] for name in names])

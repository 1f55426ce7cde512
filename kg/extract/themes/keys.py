"""Keys of words, by which two forms of one word are equal: numbers of the words that some phrases are made of.

A word that is in capitals in a phrase (MARAC, GP) is a key of its own, and found in capitals only. Any other word has
its lemma as its key.
"""

from collections.abc import Iterable

from kg.extract.text.lemmas import ARTICLE, COMMA, FULL_STOP, bare, lemma, words
from kg.extract.text.parsed import deferred
from kg.extract.themes.ragged import numbered
from kg.extract.themes.written import WordNumbers

# In this order, so that those from the comma on stand in phrases, and those from the last on in patterns.
ARTICLE_KEY, FULL_STOP_KEY, COMMA_KEY, UNUSED_KEY = range(4)  # the last is that of every word in no phrase

_MARKS = {ARTICLE: ARTICLE_KEY, FULL_STOP: FULL_STOP_KEY, COMMA: COMMA_KEY}
_ACRONYM = deferred(r"([A-Z][A-Z&]*[A-Z])s?")


class Keys:
    """The keys of the words in some phrases, by number."""

    def __init__(self, phrases: Iterable[str]) -> None:
        known = list(dict.fromkeys(word for phrase in phrases for word in words(phrase)))
        self._acronyms = frozenset(acronym for word in known if (acronym := _acronym(word)))
        self._numbers = numbered(map(self._key, known), UNUSED_KEY + 1)
        self.size = UNUSED_KEY + 1 + len(self._numbers)
        self._numbers |= _MARKS
        self._of_known = {word: self._number(word) for word in known}
        self.words = WordNumbers(self._number)

    def of_phrase(self, text: str) -> list[int]:
        """The keys of the words of one of the phrases; it is found with articles and without."""
        return [key for word in words(text) if (key := self._of_known[word]) >= COMMA_KEY]

    def _number(self, word: str) -> int:
        return self._numbers.get(self._key(word), UNUSED_KEY)

    def _key(self, word: str) -> str:
        acronym = _acronym(word)
        return acronym if acronym in self._acronyms else lemma(word)


def _acronym(word: str) -> str | None:
    if not word[:2].isupper():
        return None
    match = _ACRONYM.fullmatch(bare(word))
    return match[1] if match else None

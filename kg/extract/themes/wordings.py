"""Which of the phrases with the same keys stands in a text: the one in these very words, else the first."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.extract.text.lemmas import plain
from kg.extract.themes.key_paths import Ends
from kg.extract.themes.ragged import Numbers, numbered, spread
from kg.extract.themes.written import WordNumbers, Written

Wording = tuple[str, ...]  # words as `as_written` gives them; none where no wording is exact

_UNUSED = 0  # the number of a written word that is in no phrase
_BEYOND = -1  # in place of a word, behind the last


class Wordings:
    """What phrases each end of a path can be, by their words."""

    def __init__(self, by_end: Sequence[Mapping[Wording, int]]) -> None:
        every = [each for of_end in by_end for each in of_end.items()]
        known = self._known = numbered((word for wording, _ in every for word in wording), _UNUSED + 1)
        self._words = WordNumbers(self._number)
        self._counts = np.array([len(of_end) for of_end in by_end])
        self._starts = self._counts.cumsum() - self._counts
        self._phrases = np.array([phrase for _, phrase in every])
        # One column more than words, so that a text with more words is not the same.
        self._wordings = np.full((len(every), 1 + max(len(wording) for wording, _ in every)), _BEYOND)
        for row, (wording, _) in zip(self._wordings, every, strict=True):
            row[: len(wording)] = [known[word] for word in wording]

    def chosen(self, found: Ends, said: Written) -> tuple[Numbers, NDArray[np.bool_]]:
        """The phrases at the ends of paths, and whether they stand there in their very words."""
        starts = self._starts[found.end]
        rows, wordings = spread(starts, self._counts[found.end])
        same = (self._wordings.take(wordings, 0) == self._written(found, said).take(rows, 0)).all(axis=1).nonzero()[0]
        phrases, is_exact = self._phrases[starts], np.zeros(len(starts), dtype=bool)
        phrases[rows[same]], is_exact[rows[same]] = self._phrases[wordings[same]], True
        return phrases, is_exact

    def _number(self, word: str) -> int:
        return self._known.get(as_written(word), _UNUSED)

    def _written(self, found: Ends, said: Written) -> Numbers:
        """The words that stand from each beginning to its end, as far as the widest wording goes."""
        width = self._wordings.shape[1]
        numbers = np.concatenate((said.numbers(self._words), np.full(width, _BEYOND)))
        places = found.first[:, None] + np.arange(width)
        return np.where(places < found.last[:, None], numbers.take(places), _BEYOND)


def as_written(word: str) -> str:
    """A word in lower case, by which two spellings of the same word are equal."""
    word = word.lower()
    return word if word.isascii() else plain(word)

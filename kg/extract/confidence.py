"""How sure each theme of an item is: by what matched, and by what all its words say.

A match of the scheme's words and the learned weights of all words are two witnesses; the sum of what they say, as a
probability, is the confidence. Weights alone can state a theme too, and the words that say most of it are its quote.
Where a match rests on words that the weights do not know, the match alone is believed. How it was learned and what it
gains: docs/decisions/220-learned-weights.md.
"""

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from math import log
from typing import NamedTuple

from kg.extract.heard import Heard, Lexicon, heard, loudest
from kg.extract.lemmas import lemma
from kg.extract.phrase import Hit, Phrase
from kg.extract.word_weights import probability

SURE = (0.2, 0.5, 0.6, 0.78, 0.85, 0.92)  # above which confidence of a match a kind begins
KINDS = ("hint", "one pattern", "long pattern", "patterns", "label", "label and more", "preferred label")
WORDS, WORDS_IN_SUMMARY = "words", "words in a summary"  # how much weights count
NOTHING, SUMMARY, MATCH_IN_SUMMARY = "nothing", "summary", "match in a summary"

SUGGESTED_FROM = 0.25  # below this, words without a match suggest nothing
NAMED_FROM = 0.15  # below this, neither does a match: a word of the scheme that here means something else
_LEAST_ODDS = log(SUGGESTED_FROM / (1 - SUGGESTED_FROM))
_SUREST = 0.99  # a rule is never certain
_PLACES = 2


class Odds(NamedTuple):
    """What a match and the words of an item, or of a summary, add to the logarithm of the odds of a theme."""

    words: float  # for each unit that the words say
    unmatched: float
    matched: tuple[float, ...]  # by the number of the kind of match

    def confidence(self, says: float, match: float) -> float:
        """How sure a theme is, from 0 to 1, with a match of some confidence, or without one (0)."""
        sum_of_all = self.words * says + (self.matched[bisect(SURE, match)] if match else self.unmatched)
        return min(_SUREST, round(probability(sum_of_all), _PLACES))

    def speaks_from(self) -> float:
        """How much words must say of a theme to suggest it without a match."""
        return (_LEAST_ODDS - self.unmatched) / self.words


def odds(adds: Mapping[str, float], *, is_summary: bool) -> Odds:
    """The odds by what each kind of match adds."""
    told = float(is_summary)
    unmatched = adds[NOTHING] + told * adds[SUMMARY]
    matched = (unmatched + adds[name] + told * adds[MATCH_IN_SUMMARY] for name in KINDS)
    return Odds(adds[WORDS] + told * adds[WORDS_IN_SUMMARY], unmatched, tuple(matched))


def kind(match: float) -> str:
    """The kind of a match, by its confidence."""
    return KINDS[bisect(SURE, match)]


def weighed(
    hits: Sequence[Hit], denied: AbstractSet[str], written: Sequence[str], lexicon: Lexicon, odds: Odds
) -> list[Hit]:
    """The hits of an item with their confidence, one a theme, and what its words say without any; by place.

    Of themes that are denied (their words stand there, but mean something else) the weights do not speak.
    """
    said = heard([lemma(word) for word in written], lexicon)
    named = {hit[2].theme for hit in hits}
    found = [*_matched(hits, said, odds), *_said(said, odds, named | denied, len(written))]
    found.sort(key=_place)
    return found


def _matched(hits: Sequence[Hit], said: Heard, odds: Odds) -> Iterator[Hit]:
    numbers, strange, sums, length = said.lexicon.numbers, said.standing.strange, said.sums, said.length
    for hit in hits:
        first, last, phrase, confidence = hit
        number = numbers.get(phrase.theme)
        if number is None or (strange and any(first <= place < last for place in strange)):
            yield hit
        else:
            sure = odds.confidence(sums.item(number) / length, confidence)
            if sure >= NAMED_FROM:
                yield first, last, phrase, sure


def _said(said: Heard, odds: Odds, settled: AbstractSet[str], words: int) -> Iterator[Hit]:
    """The themes that nothing matched and the item's words speak for."""
    least = odds.speaks_from() * said.length
    if least <= 0:
        return
    for number in (said.sums >= least).nonzero()[0].tolist():
        theme = said.lexicon.themes[number]
        if theme not in settled:
            first, last, feature = loudest(said, number, words)
            yield first, last, _words(feature, theme), odds.confidence(said.says(number), 0.0)


@cache
def _words(feature: str, theme: str) -> Phrase:
    """A feature that speaks for a theme, as a phrase: there are as many as weights."""
    return Phrase(feature, "words", theme)


def _place(hit: Hit) -> tuple[int, int, str]:
    return hit[0], hit[1], hit[2].theme

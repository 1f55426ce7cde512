"""How sure each theme of an item is: by what matched, and by what all its words say.

A match of the scheme's words and the learned weights of all words are two witnesses; the sum of what they say, as a
probability, is the confidence. Weights alone can state a theme too, and the words that say most of it are its quote.
Where a match rests on words that the weights do not know, the match alone is believed. How it was learned and what it
gains: docs/decisions/220-learned-weights.md.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import log

from kg.extract.features import is_content
from kg.extract.lemmas import lemma
from kg.extract.phrase import Hit, Phrase
from kg.extract.word_weights import Heard, Table, heard, loudest, probability

SURE = (0.2, 0.5, 0.6, 0.78, 0.85, 0.92)  # above which confidence of a match a kind begins
KINDS = ("hint", "one pattern", "long pattern", "patterns", "label", "label and more", "preferred label")
WORDS, WORDS_IN_SUMMARY = "words", "words in a summary"  # how much weights count
NOTHING, SUMMARY, MATCH_IN_SUMMARY = "nothing", "summary", "match in a summary"

SUGGESTED_FROM = 0.25  # below this, words without a match suggest nothing
_LEAST_ODDS = log(SUGGESTED_FROM / (1 - SUGGESTED_FROM))
_SUREST = 0.99  # a rule is never certain
_PLACES = 2


@dataclass(frozen=True, slots=True)
class Item:
    """What an item's words say, and what is added where it is a summary."""

    table: Table
    said: Heard
    is_summary: bool

    def confidence(self, theme: int, match: float) -> float:
        """How sure a theme is, from 0 to 1, with a match of some confidence, or without one (0)."""
        return min(
            _SUREST, round(probability(sum_of(self.table, self.said.says(theme), match, self.is_summary)), _PLACES)
        )

    def speaks_from(self) -> float:
        """How much words must say of a theme to suggest it without a match."""
        adds = self.table.confidence
        nothing = adds[NOTHING] + (adds[SUMMARY] if self.is_summary else 0.0)
        return (_LEAST_ODDS - nothing) / (adds[WORDS] + (adds[WORDS_IN_SUMMARY] if self.is_summary else 0.0))


def kind(match: float) -> str:
    """The kind of a match, by its confidence."""
    return KINDS[bisect(SURE, match)]


def sum_of(table: Table, says: float, match: float, is_summary: bool) -> float:  # noqa: FBT001 - a column of numbers
    """What a match and the words of an item add up to: the logarithm of the odds that its theme is meant."""
    adds = table.confidence
    total = adds[NOTHING] + adds[WORDS] * says + (adds[kind(match)] if match else 0.0)
    if is_summary:
        total += adds[SUMMARY] + adds[WORDS_IN_SUMMARY] * says + (adds[MATCH_IN_SUMMARY] if match else 0.0)
    return total


def weighed(
    hits: Sequence[Hit], denied: AbstractSet[str], written: Sequence[str], table: Table, *, is_summary: bool
) -> list[Hit]:
    """The hits of an item with their confidence, one a theme, and what its words say without any; by place.

    Of themes that are denied (their words stand there, but mean something else) the weights do not speak.
    """
    lemmas = [lemma(word) for word in written]
    item = Item(table, heard(lemmas, table), is_summary)
    matched = [_matched(hit, lemmas, item) for hit in hits]
    named = {hit[2].theme for hit in hits}
    found = [*matched, *_said(item, named | denied, len(written))]
    return sorted(found, key=lambda hit: (hit[0], hit[1], hit[2].theme))


def _matched(hit: Hit, lemmas: Sequence[str], item: Item) -> Hit:
    first, last, phrase, confidence = hit
    number, known = item.table.numbers.get(phrase.theme), item.table.features
    if number is None or any(word not in known and is_content(word) and word.isalpha() for word in lemmas[first:last]):
        return hit
    return first, last, phrase, item.confidence(number, confidence)


def _said(item: Item, settled: AbstractSet[str], words: int) -> Iterator[Hit]:
    """The themes that nothing matched and the item's words speak for."""
    least = item.speaks_from() * item.said.length
    for number, total in enumerate(item.said.sums):
        if total >= least > 0 and (theme := item.table.themes[number]) not in settled:
            first, last, feature = loudest(item.said, number, words)
            yield first, last, Phrase(feature, "words", theme), item.confidence(number, 0.0)

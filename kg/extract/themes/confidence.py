"""How sure each theme of an item is: by what matched, and by what all its words say.

A match of the scheme's words and the learned weights of all words are two witnesses; the sum of what they say, as a
probability, is the confidence. Weights alone can state a theme too, and the words that say most of it are its quote.
Where a match rests on words that the weights do not know, the match alone is believed. How it was learned and what it
gains: docs/decisions/220-learned-weights.md.
"""

from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import NamedTuple

import numpy as np

from kg.extract.themes.heard import Heard, Lexicon, Reals, heard, loudest
from kg.extract.themes.matches import Flags, Matches, matches
from kg.extract.themes.number_pairs import UNKNOWN
from kg.extract.themes.phrase import Hits
from kg.extract.themes.phrases import Phrases
from kg.extract.themes.ragged import Numbers, numbered, so_many_before
from kg.extract.themes.word_weights import probability
from kg.extract.themes.written import Written

SURE = (0.2, 0.5, 0.6, 0.78, 0.85, 0.92)  # above which confidence of a match a kind begins
_SURE = np.array(SURE)
KINDS = ("hint", "one pattern", "long pattern", "patterns", "label", "label and more", "preferred label")
WORDS, WORDS_IN_SUMMARY = "words", "words in a summary"  # how much weights count
NOTHING, SUMMARY, MATCH_IN_SUMMARY = "nothing", "summary", "match in a summary"

SUGGESTED_FROM = 0.25  # below this, words without a match suggest nothing
NAMED_FROM = 0.15  # below this, neither does a match: a word of the scheme that here means something else
_LEAST_ODDS = log(SUGGESTED_FROM / (1 - SUGGESTED_FROM))
_SUREST = 0.99  # a rule is never certain
_PLACES = 2


class Odds(NamedTuple):
    """What a match and the words of an item add to the logarithm of the odds of a theme: in items, and in summaries."""

    words: Reals  # for each unit that the words say
    match: Reals  # without a match, and then by the number of its kind

    def confidence(self, told: Numbers, says: Reals, match: Reals) -> Reals:
        """How sure themes are, from 0 to 1, by a match of some confidence or none (0); `told` is 1 in a summary."""
        kinds = (match > 0) * (1 + _SURE.searchsorted(match, "right"))
        chances = probability(self.words[told] * says + self.match[told, kinds])
        return np.minimum(_SUREST, chances.round(_PLACES))


def odds(adds: Mapping[str, float]) -> Odds:
    """The odds by what each kind of match adds."""
    told = np.array([0.0, 1.0])
    unmatched = adds[NOTHING] + told * adds[SUMMARY]
    matched = (unmatched + adds[name] + told * adds[MATCH_IN_SUMMARY] for name in KINDS)
    return Odds(adds[WORDS] + told * adds[WORDS_IN_SUMMARY], np.column_stack((unmatched, *matched)))


def kind(match: float) -> str:
    """The kind of a match, by its confidence."""
    return KINDS[bisect(SURE, match)]


# A theme of an item: from which word to before which it is said, the theme, the words that speak for it, and how sure
# it is. A plain tuple: there are many, and a named one takes ten times as long to make.
Found = tuple[int, int, str, str, float]


@dataclass(frozen=True)
class Scheme:
    """By what themes are told: phrases, the weights of words, and what both add to the odds."""

    phrases: Phrases
    lexicon: Lexicon
    odds: Odds

    @cached_property
    def weighed(self) -> Numbers:
        """The number in the lexicon of each theme of the phrases; `UNKNOWN` where it has none."""
        return np.array([self.lexicon.numbers.get(theme, UNKNOWN) for theme in self.phrases.theme_names])

    @cached_property
    def matched(self) -> Numbers:
        """The number in the phrases of each theme of the lexicon; `UNKNOWN` where it has none."""
        numbers = numbered(self.phrases.theme_names)
        return np.array([numbers.get(theme, UNKNOWN) for theme in self.lexicon.themes])

    @cached_property
    def speaks_from(self) -> Reals:
        """How much words must say of a theme to suggest it without a match; in items, and in summaries."""
        least = (_LEAST_ODDS - self.odds.match[:, 0]) / self.odds.words
        return np.where(least > 0, least, np.inf)


def by_matches(said: Written, told: Flags, phrases: Phrases) -> list[Found]:
    """The themes of some items whose words stand there, each as sure as its matches make it; by place."""
    return sorted(_named(matches(phrases, said, told).hits, phrases))


def weighed(said: Written, told: Flags, scheme: Scheme) -> list[Found]:
    """The themes of some items, of which some are summaries, by what matched and what all words say; by place.

    Of themes whose words stand there but mean something else the weights do not speak.
    """
    matched, what = matches(scheme.phrases, said, told), heard(said, scheme.lexicon)
    told_or_not, count = told.astype(int), len(matched.items)
    unmatched = _unmatched(what, matched, told_or_not, scheme)
    both = (matched.items, scheme.weighed.take(matched.themes)), unmatched
    items, themes = map(np.concatenate, zip(*both, strict=True))  # all at once, since each step costs as much for few
    match = np.zeros(len(items))
    match[:count] = matched.hits.confidence
    sure = scheme.odds.confidence(told_or_not.take(items), what.says(items, themes), match)
    hits = _judged(matched.hits, themes[:count] != UNKNOWN, sure[:count], what)
    return sorted([*_named(hits, scheme.phrases), *_heard(said, what, *unmatched, sure[count:])])


def _named(hits: Hits, phrases: Phrases) -> Iterator[Found]:
    first, last, numbers, confidence = (column.tolist() for column in hits)
    themes, texts = (map(names.__getitem__, numbers) for names in (phrases.theme_of, phrases.text_of))
    return zip(first, last, themes, texts, confidence, strict=True)


def _judged(hits: Hits, is_weighed: Flags, sure: Reals, what: Heard) -> Hits:
    """The hits, as sure as the words around them make them; without those that are hardly likely."""
    strange = so_many_before(what.standing.is_strange)
    is_known = is_weighed & (strange.take(hits.first) == strange.take(hits.last))
    judged = hits._replace(confidence=np.where(is_known, sure, hits.confidence))
    return judged.rows(~is_known | (sure >= NAMED_FROM))


def _unmatched(what: Heard, matched: Matches, told: Numbers, scheme: Scheme) -> tuple[Numbers, Numbers]:
    """The themes that nothing matched and the words of an item speak for, after the item of each."""
    least = scheme.speaks_from.take(told) * what.length
    speaking = (what.sums >= least[:, None]).ravel().nonzero()[0]  # twice as quick as `nonzero` of both
    items, themes = np.divmod(speaking, what.sums.shape[1])
    of_phrases = scheme.matched.take(themes)
    new = ((of_phrases == UNKNOWN) | ~matched.found[items, of_phrases]).nonzero()[0]
    return items.take(new), themes.take(new)


def _heard(said: Written, what: Heard, items: Numbers, themes: Numbers, sure: Reals) -> Iterator[Found]:
    told_by = loudest(said, what, items, themes)
    for (first, last, feature), theme, confidence in zip(told_by, themes.tolist(), sure.tolist(), strict=True):
        yield first, last, what.lexicon.themes[theme], feature, confidence

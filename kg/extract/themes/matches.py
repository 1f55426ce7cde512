"""Which phrases that were found say what they mean, and how sure the best of each theme is by itself.

Of matches of different themes the longest wins: in "recognition of sexual abuse" nothing is said of sexual abuse
itself. Why: docs/decisions/011-matching-by-vocabulary.md; what else an item's words weigh: 220-learned-weights.md.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.extract.themes.phrase import EXCLUSION, GAP, HIDDEN, KINDS, LABEL, MASK, Hits
from kg.extract.themes.phrases import Phrases
from kg.extract.themes.ragged import Numbers, begins, spread
from kg.extract.themes.written import Written

# How sure a match of each kind is by itself, as measured when matches were all there was (record 180). They choose the
# best match of a theme and tell its kind; what its confidence is, `kg.extract.themes.confidence` makes of that.
PREFERRED_OR_ACRONYM = 0.93
BACKED = 0.9  # a label, and something else that says the same
EXACT_WORDS = 0.81
EXACT_WORD = 0.8
INFLECTED_WORDS = 0.74
INFLECTED_WORD = 0.72
THREE_PATTERNS = 0.8
TWO_PATTERNS = 0.65
LONG_PATTERN = 0.57  # three words or more, alone
NOTHING_ELSE = 0.56  # a pattern in an item where nothing else is found
UNBACKED = 0.3  # any other pattern alone, or one label in a summary
HIDDEN_LABEL = 0.1

STATED_FROM = 0.55  # below this, a match is a suggestion: more often wrong than right

_IS_THEMED, _IS_WEAK, _IS_COVERING = (
    np.isin(range(len(KINDS)), kinds)
    for kinds in (
        (LABEL, GAP, HIDDEN),
        (GAP, HIDDEN),
        (LABEL, HIDDEN, MASK),  # patterns hold words that are not their own, so they cover nothing
    )
)

Flags = NDArray[np.bool_]


class Matches(NamedTuple):
    """What phrases find in some items: the best match of each theme, as sure as all its matches together make it."""

    hits: Hits
    items: Numbers  # in which each of them stands
    themes: Numbers  # what theme of the phrases each of them is of
    found: Flags  # by item and theme: whether its words stand there, if only inside a longer match of something else


def matches(phrases: Phrases, said: Written, told: Flags) -> Matches:
    """What phrases find in some items, of which some are summaries (`told`)."""
    hits = phrases.find(said)
    found = np.zeros((said.size, len(phrases.theme_names)), dtype=bool)
    found[said.items[hits.first], phrases.themes[hits.phrase]] = True
    best = _best(hits.rows(_is_meant(hits, phrases)), phrases, said.items, told)
    return Matches(best, said.items[best.first], phrases.themes[best.phrase], found)


def _is_meant(hits: Hits, phrases: Phrases) -> Flags:
    """Which hits stand in no exclusion of their own theme and in no longer hit of another."""
    kinds, themes = phrases.kinds[hits.phrase], phrases.themes[hits.phrase]
    is_meant: Flags = _IS_THEMED[kinds]
    is_meant[_excluded(hits, kinds, themes)] = False
    is_meant[_in_longer(hits, kinds, themes)] = False
    return is_meant


def _excluded(hits: Hits, kinds: Numbers, themes: Numbers) -> Numbers:
    """The hits of an exclusion's theme inside it."""
    first, last = hits.first, hits.last
    exclusions = (kinds == EXCLUSION).nonzero()[0]
    longest = (last - first).max(initial=0)
    by, hit = _pairs(exclusions, first, first[exclusions] - longest, last[exclusions])
    is_inside = (first[by] <= first[hit]) & (last[hit] <= last[by])
    # A pattern holds words that are not its own, so an exclusion need not hold all of it.
    is_inside |= (kinds[hit] == GAP) & (first[by] < last[hit])
    excluded: Numbers = hit[(themes[by] == themes[hit]) & is_inside]
    return excluded


def _in_longer(hits: Hits, kinds: Numbers, themes: Numbers) -> Numbers:
    """The hits inside a longer one of another theme; a mere hint is no reason to drop what is stated."""
    first, last = hits.first, hits.last
    covers = (_IS_COVERING[kinds] & (last - first > 1)).nonzero()[0]
    by, hit = _pairs(covers, first, first[covers], last[covers])
    is_inside = (last[hit] <= last[by]) & (last[hit] - first[hit] < last[by] - first[by])
    is_weaker = (kinds[by] != HIDDEN) | _IS_WEAK[kinds[hit]]
    dropped: Numbers = hit[is_inside & is_weaker & (themes[by] != themes[hit])]
    return dropped


def _pairs(covers: Numbers, first: Numbers, start: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
    """Each of some hits beside every hit that begins between a start and an end."""
    begin = first.searchsorted(start)
    rows, hit = spread(begin, first.searchsorted(end) - begin)
    return covers[rows], hit


def _best(hits: Hits, phrases: Phrases, items: Numbers, told: Flags) -> Hits:
    """The most trusted hit of each theme in an item (of equals the longest, then the first), with what others add."""
    group = items[hits.first] * len(phrases.theme_names) + phrases.themes[hits.phrase]
    texts = phrases.texts[hits.phrase]
    place = ((hits.first - hits.last) * len(items) + hits.first) * len(phrases.phrases) - texts
    order = np.lexsort((place, -hits.confidence, group))
    is_best = begins(group[order])
    best = hits.rows(order[is_best])
    kinds, of_items = phrases.kinds[best.phrase], items[best.first]
    says = phrases.kinds[hits.phrase[order]] != HIDDEN
    texts_said = np.sort((is_best.cumsum() - 1)[says] * len(phrases.phrases) + texts[order[says]])
    saying = np.bincount(texts_said[begins(texts_said)] // len(phrases.phrases), minlength=len(kinds))
    together = _together(best, kinds, saying, told[of_items])
    is_stated = np.bincount(of_items, together >= STATED_FROM, len(told)) > 0
    is_alone = (kinds == GAP) & ~(told | is_stated)[of_items]
    return best._replace(confidence=np.where(is_alone, NOTHING_ELSE, together))


def _together(best: Hits, kinds: Numbers, saying: Numbers, told: Flags) -> NDArray[np.float64]:
    """How sure the best hits of themes are by so many phrases that say the same; in a summary each needs one more."""
    saying = saying - (told & (best.confidence < PREFERRED_OR_ACRONYM))
    many = np.where(kinds == LABEL, BACKED, np.where(saying > 2, THREE_PATTERNS, TWO_PATTERNS))
    more = np.where(saying > 0, np.maximum(many, best.confidence), UNBACKED)
    return np.where((kinds == HIDDEN) | (saying == 1), best.confidence, more)

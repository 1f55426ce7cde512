"""Themes of an item: which of the vocabulary's words stand in it, and where.

One assignment for each theme, with the words that best support it. Of matches of different themes the longest wins: in
"recognition of sexual abuse" nothing is said of sexual abuse itself.
How sure a theme is, its words and all others of the item say together (`kg.extract.confidence`). What was weighed:
docs/decisions/011-matching-by-vocabulary.md, 180-two-patterns-state-a-theme.md and 220-learned-weights.md.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from kg.extract.confidence import Odds, odds, weighed
from kg.extract.heard import Lexicon
from kg.extract.lemmas import tokens, words
from kg.extract.phrase import Hit, Phrase
from kg.extract.phrases import Phrases
from kg.extract.word_weights import table
from kg.model import Passage, Status, ThemeAssignment, joined
from kg.vocabulary import Theme, themes

# How sure a match of each kind is by itself, as measured when matches were all there was (record 180). They choose the
# best match of a theme and tell its kind; what the confidence of a theme is, `kg.extract.confidence` makes of that.
PREFERRED_OR_ACRONYM = 0.93
BACKED = 0.9  # a label, and something else that says the same
EXACT_WORDS = 0.81
EXACT_WORD = 0.8
INFLECTED_WORDS = 0.74
INFLECTED_WORD = 0.72
THREE_PATTERNS = 0.8
TWO_PATTERNS = 0.65
LONG_PATTERN = 0.52  # three words or more, alone
NOTHING_ELSE = 0.51  # a pattern in an item where nothing else is found
UNBACKED = 0.3  # any other pattern alone, or one label in a summary
HIDDEN_LABEL = 0.1

STATED_FROM = 0.5  # below this, a match is a suggestion: more often wrong than right

_WORD_OF_PATTERN = re.compile(r"(?<!\S)[^\s~]\S*")
_WEAK = ("gap", "hidden")
_THEMED = ("label", *_WEAK)
# Patterns hold words that are not their own, so they cover nothing.
_COVERING = ("label", "hidden", "mask")
_NONE: frozenset[str] = frozenset()
_STATED, _SUGGESTED = Status.STATED, Status.SUGGESTED  # looking up a member of an enumeration is slow

# Names of bodies and meetings that contain a theme's words without speaking of the theme.
NAMES = (
    "child safeguarding practice review panel",
    "multi-agency public protection arrangements",
    "multi-agency risk assessment conference",
    "multi-agency safeguarding hub",
)


def assign_themes(text: str, span: Passage, *, told: bool = False) -> tuple[ThemeAssignment, ...]:
    """The themes of the item at `span` in a document's text, by where their words stand; `told` if it is a summary."""
    found = tokens(text, span.start, span.end)
    written = [token[0] for token in found]
    matched = matches(scheme_phrases(), written, told=told)
    hits = weighed(matched.hits, matched.denied, written, scheme_lexicon(), scheme_odds(told=told))
    return tuple(_assignment(hit, text, found) for hit in hits)


def keyword_themes(text: str, span: Passage) -> tuple[ThemeAssignment, ...]:
    """The themes that a printed keyword names: it is a name, so what its words say besides does not count."""
    return assign(scheme_phrases(), text, span)


@cache
def scheme_lexicon() -> Lexicon:
    """The learned weights of words, by word."""
    return Lexicon(table())


@cache
def scheme_odds(*, told: bool) -> Odds:
    """How much matches and words count, in items or in summaries."""
    return odds(table().confidence, is_summary=told)


@cache
def scheme_phrases() -> Phrases:
    """The index of the shipped theme scheme."""
    return index(themes().values())


def index(scheme: Iterable[Theme], names: Iterable[str] = NAMES) -> Phrases:
    """The index of every phrase of some themes, and of names to pass over."""
    phrases = (phrase for theme in scheme for phrase in _phrases(theme))
    return Phrases((*phrases, *(Phrase(name, "mask", "") for name in names)))


def assign(phrases: Phrases, text: str, span: Passage, *, told: bool = False) -> tuple[ThemeAssignment, ...]:
    """The themes that `phrases` finds in the item at `span` in `text`, by where their words stand.

    A summary (`told`) names much of what happened without being about it, so there each match needs one more beside it.
    """
    found = tokens(text, span.start, span.end)
    hits = matches(phrases, [token[0] for token in found], told=told).hits
    return tuple(_assignment(hit, text, found) for hit in hits)


class Matches(NamedTuple):
    """What phrases find in an item."""

    hits: list[Hit]  # the best of each theme, by place
    denied: AbstractSet[str]  # themes whose words stand there only inside a longer match of something else


def matches(phrases: Phrases, written: list[str], *, told: bool = False) -> Matches:
    """The best match of each theme in the words of an item, as sure as all its matches together make it."""
    found = phrases.find(written)
    meant = _meant(found)
    best = _weighed(meant, told=told)
    if len(meant) == len(found):
        return Matches(best, _NONE)
    return Matches(best, {hit[2].theme for hit in found} - {hit[2].theme for hit in best})


def _phrases(theme: Theme) -> Iterator[Phrase]:
    for text in (theme.label, *theme.alt_labels):
        yield Phrase(text, "label", theme.id, *_confidence(text, preferred=text == theme.label))
    for text in theme.hidden_labels:
        yield Phrase(text, "hidden", theme.id, HIDDEN_LABEL, HIDDEN_LABEL)
    for text in theme.gap_patterns:
        alone = LONG_PATTERN if len(_WORD_OF_PATTERN.findall(text)) > 2 else UNBACKED
        yield Phrase(text, "gap", theme.id, alone, alone)
    for text in theme.exclusions:
        yield Phrase(text, "exclusion", theme.id)


def _confidence(label: str, *, preferred: bool) -> tuple[float, float]:
    """How sure a match of a label is: in its very words, and in other forms of them."""
    if label.removesuffix("s").isupper():
        return PREFERRED_OR_ACRONYM, PREFERRED_OR_ACRONYM
    several = len(words(label)) > 1
    exact = PREFERRED_OR_ACRONYM if preferred else EXACT_WORDS if several else EXACT_WORD
    return exact, INFLECTED_WORDS if several else INFLECTED_WORD


def _meant(hits: list[Hit]) -> list[Hit]:
    """The hits that stand in no exclusion of their own theme and in no longer hit of another."""
    meant = [hit for hit in hits if hit[2].kind in _THEMED]
    for cover in hits:  # few of them cover anything, hence the loop over them outside
        kind = cover[2].kind
        if kind == "exclusion":
            meant = _outside(cover, meant)
        elif kind in _COVERING and cover[1] - cover[0] > 1:
            meant = _not_in_longer(cover, meant)
    return meant


def _outside(exclusion: Hit, hits: list[Hit]) -> list[Hit]:
    """The hits without those of an exclusion's theme inside it."""
    start, end, phrase, _ = exclusion
    return [
        hit
        for hit in hits
        if hit[2].theme != phrase.theme
        or not (
            (start <= hit[0] and hit[1] <= end)
            # A pattern holds words that are not its own, so an exclusion need not hold all of it.
            or (hit[2].kind == "gap" and start < hit[1] and hit[0] < end)
        )
    ]


def _not_in_longer(cover: Hit, hits: list[Hit]) -> list[Hit]:
    """The hits without the shorter ones of other themes inside one; a mere hint is no reason to drop what is stated."""
    start, end, phrase, _ = cover
    theme, is_hint = phrase.theme, phrase.kind == "hidden"
    return [
        hit
        for hit in hits
        if hit[0] < start
        or end < hit[1]
        or end - start <= hit[1] - hit[0]
        or hit[2].theme == theme
        or (is_hint and hit[2].kind not in _WEAK)
    ]


def _weighed(hits: list[Hit], *, told: bool) -> list[Hit]:
    """The best hit of each theme, by place, as sure as all hits of the theme together make it."""
    by_theme: dict[str, list[Hit]] = {}
    for hit in hits:
        by_theme.setdefault(hit[2].theme, []).append(hit)
    groups = by_theme.values()
    found = [group[0] if len(group) == 1 and not told else _together(group, told=told) for group in groups]
    found.sort(key=_place)
    if told or any(hit[3] >= STATED_FROM for hit in found):
        return found
    return [(*hit[:3], NOTHING_ELSE) if hit[2].kind == "gap" else hit for hit in found]


def _together(hits: list[Hit], *, told: bool) -> Hit:
    """The most trusted hit of one theme (among equals the longest, then the first), with what the others add to it.

    To one hit alone nothing is added, unless it was found in a summary.
    """
    first, last, phrase, confidence = max(hits, key=_rank)
    saying = len({hit[2].text for hit in hits if hit[2].kind != "hidden"})
    if told and confidence < PREFERRED_OR_ACRONYM:
        saying -= 1
    if phrase.kind != "hidden" and saying != 1:
        many = BACKED if phrase.kind == "label" else THREE_PATTERNS if saying > 2 else TWO_PATTERNS
        confidence = max(many, confidence) if saying else UNBACKED
    return first, last, phrase, confidence


def _rank(hit: Hit) -> tuple[float, int, int, str]:
    first, last, phrase, confidence = hit
    return confidence, last - first, -first, phrase.text


def _place(hit: Hit) -> tuple[int, int, str]:
    return hit[0], hit[1], hit[2].theme


def _assignment(hit: Hit, text: str, found: list[re.Match[str]]) -> ThemeAssignment:
    first, last, phrase, confidence = hit
    start, end = found[first].start(), found[last - 1].end()
    status = _STATED if confidence >= STATED_FROM else _SUGGESTED
    return ThemeAssignment(phrase.theme, Passage(start, end, joined(text[start:end])), confidence, phrase.text, status)

"""Lead-ins in words that no table has, told by their shape, by the family of their words and by what follows them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.agencies.groups import is_name, opens_asked
from kg.extract.families import Family, Told, family
from kg.extract.parts import LISTS, LeadIn, SectionKind
from kg.extract.sections.item_forms import are_plans, are_requests, form
from kg.extract.sections.lead_in_shapes import Phrase, parts, phrases, set_in
from kg.extract.sections.practice import tells_of_practice
from kg.extract.text.parsed import deferred
from kg.extract.titles.page_words import is_of_page
from kg.extract.titles.words import ENDS_AS_KIND

_NOTHING = deferred(r":?\s*(?:none|nil|n/a|not\s+applicable)\b[^.;\n]{0,60}(?:\.|(?=\n)|\Z)", re.IGNORECASE)
_AGAIN = deferred(r"\s*(?:(?:includ(?:es?|ed|ing)|are|is)\s*:|includ(?:es?|ing)\b|:)", re.IGNORECASE)
_INCLUDES = deferred(r"includ(?:es?|ed|ing):?\Z", re.IGNORECASE)
_TO_COME = deferred(  # "What's changing?", "What Weir is doing"
    r"what(?:'s|\s+(?:[\w'-]+\s+){0,5}?(?:is|are|will))\s+(?:(?:now|be|we)\s+)?(?:chang(?:e|ing)|do(?:ing)?|planned"
    r"|planning|different)"
    r"(?:\s+(?:now|next|about\s+it))?[?:. ]*",
    re.IGNORECASE,
)
_BODY = deferred(  # that can be asked in the midst of what was learned, where "practitioners should" is learning
    r"\b(?:boards?|partnerships?|councils?|agenc(?:y|ies)|partners|services|trusts?|committees?|police|authorit(?:y"
    r"|ies)"
    r"|government|department|commissioners?|providers?|schools|lscb|lscp|health|organisations|leaders)\b",
    re.IGNORECASE,
)
_IS_ASKED = deferred(
    r"(?P<name>.{3,80}?) (?:is|are) (?:also )?(?:asked|urged|advised|requested|encouraged) to", re.IGNORECASE
)
_TO_READERS = deferred(r"\s+(?:contact|call|ring|read|see|note|visit|email|write\s+to|do\s+too)\b")
_SHORTEST_STORY = 30  # characters that stand before the first of them
_FEWEST_PARTS = 3  # of what was found, below words that say nothing of it
_MOST_UNKNOWN = 8  # words that say nothing
_LEARNING, _RECOMMENDATIONS = LISTS


class _Place(NamedTuple):
    """What stands before a phrase: the list that is open, whether in its paragraph, and what was opened so far."""

    open: SectionKind | None
    same_paragraph: bool
    same_lines: bool  # no blank line parts them
    kinds: frozenset[SectionKind]


def told_lead_ins(text: str, start: int, end: int, known: Sequence[LeadIn]) -> Iterator[LeadIn]:
    """The lead-ins between `start` and `end` beside the `known` ones, which are in order and apart."""
    starts = [one.start for one in known]
    passed = _Passed()
    behind = 0  # how many of the known ones were passed
    told = len(text) - len(text[start:].lstrip()) + _SHORTEST_STORY
    for phrase in sorted(phrases(text, start, end)):
        while behind < len(known) and known[behind].start <= phrase.start:
            passed.add(known[behind])
            behind += 1
        if phrase.start < max(told, passed.end):
            continue
        beyond = bisect_left(starts, phrase.end, behind)
        inside = [one.kind for one in known[behind:beyond]]
        after = starts[beyond] if beyond < len(known) else end
        lead_in = _lead_in(text, phrase, after, passed.place(text, phrase))
        if lead_in and SectionKind.DENIAL not in inside and lead_in.kind not in inside:
            passed.add(lead_in)
            yield lead_in


class _Passed:
    """The lead-ins before a place, which are apart and come in order."""

    def __init__(self) -> None:
        self.end = 0  # of the last
        self._last: LeadIn | None = None
        self._kinds: frozenset[SectionKind] = frozenset()

    def add(self, lead_in: LeadIn) -> None:
        """Go past one more."""
        self.end, self._last, self._kinds = lead_in.end, lead_in, self._kinds | {lead_in.kind}

    def place(self, text: str, phrase: Phrase) -> _Place:
        """What stands before a phrase that begins behind all of them."""
        last = self._last
        between = text[last.end : phrase.start].lstrip("\n ") if last is not None else "\n\n"
        kind = last.kind if last and last.kind in LISTS else None
        return _Place(kind, "\n" not in between, "\n\n" not in between, self._kinds)


def _lead_in(text: str, phrase: Phrase, after: int, place: _Place) -> LeadIn | None:
    named = phrase.in_full and ENDS_AS_KIND.match(text, phrase.end) is not None  # a title
    found = None if named or set_in(text, phrase) or is_of_page(phrase.words) else family(phrase.words.rstrip(":?."))
    if found is None:
        return None
    if found.told is Told.ASIDE:
        return LeadIn(SectionKind.OTHER, phrase.start, phrase.end) if place.open and phrase.in_full else None
    nothing = _NOTHING.match(text, phrase.end, after) if found.told is not Told.UNKNOWN and phrase.in_full else None
    if nothing:
        return LeadIn(SectionKind.DENIAL, phrase.start, nothing.end())
    kind = _kind(text, phrase, found, parts(text, phrase, after), place)
    if kind is None and place.open and phrase.apart and _TO_COME.fullmatch(phrase.words):
        return LeadIn(SectionKind.DONE, phrase.start, phrase.end)
    if kind is None or _goes_on(text, phrase, found, kind, place):
        return None
    verb = _INCLUDES.search(phrase.words)  # "include: include fathers" asks to do so
    again = _AGAIN.match(text, phrase.end, after) if phrase.in_full and not verb else None
    return LeadIn(kind, phrase.start, again.end() if again else phrase.end)


def _goes_on(text: str, phrase: Phrase, found: Family, kind: SectionKind, place: _Place) -> bool:
    """Whether a phrase only goes on with the list in which it stands: it names a group, a theme or a point."""
    if place.open is None:
        return False
    if kind is place.open:
        return found.told is not Told.NOUN or opens_asked(text, phrase.start, phrase.end)
    if found.told is Told.UNKNOWN and place.open is _RECOMMENDATIONS and place.same_lines:
        return True
    verb_of_nobody = found.told is Told.VERB and not _BODY.search(phrase.words)
    midst = place.same_paragraph and not phrase.apart
    return midst and (found.told in (Told.UNKNOWN, Told.WEAK) or verb_of_nobody)


def _kind(text: str, phrase: Phrase, found: Family, listed: Sequence[str], place: _Place) -> SectionKind | None:
    """What a phrase of some family opens, by what is listed below it; none if that is no list."""
    if found.told is Told.UNKNOWN:
        alone = phrase.apart or opens_asked(text, phrase.start, phrase.end)
        return _by_form(phrase, listed) if alone else None
    if found.told is Told.EITHER and (len(listed) > 1 or phrase.apart):
        return form(listed) or found.kind or _by_order(place)
    one_alone = found.told is Told.NOUN and found.sure and phrase.apart and phrase.in_full
    if found.told is Told.VERB and place.open is not _RECOMMENDATIONS and _asks_somebody(text, phrase):
        return _RECOMMENDATIONS
    many = len(listed) > 1 and (found.sure or phrase.apart)
    return found.kind if many or (one_alone and listed) else None


def _asks_somebody(text: str, phrase: Phrase) -> bool:
    """Whether a sentence opens with who is asked to do what: "Nurseries are asked to telephone families"."""
    asked = None if _TO_READERS.match(text, phrase.end) else _IS_ASKED.fullmatch(phrase.words)
    return asked is not None and is_name(phrase.words, *asked.span("name"))


def _by_form(phrase: Phrase, listed: Sequence[str]) -> SectionKind | None:
    """What the parts tell below words that tell nothing: "In short:", "For the police:"."""
    if len(phrase.words.split()) > _MOST_UNKNOWN or not phrase.in_full or len(listed) < 2:
        return None
    if are_requests(listed) or (_TO_COME.fullmatch(phrase.words) and are_plans(listed)):
        return _RECOMMENDATIONS
    practice = sum(map(tells_of_practice, listed))
    return _LEARNING if len(listed) >= _FEWEST_PARTS and 3 * practice >= 2 * len(listed) else None


def _by_order(place: _Place) -> SectionKind:
    """What is to be expected where neither words nor parts tell: learning first, then recommendations."""
    learned = _LEARNING in place.kinds and _RECOMMENDATIONS not in place.kinds
    return _RECOMMENDATIONS if learned else _LEARNING

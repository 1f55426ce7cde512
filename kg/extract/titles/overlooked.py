"""Titles in no form that is known, found by what stands around them: no review's lists follow another's end."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from kg.extract.parts import LISTS, Layout, LeadIn, SectionKind
from kg.extract.text.parsed import deferred
from kg.extract.titles.headings import shape
from kg.extract.titles.listed_dates import LISTED
from kg.extract.titles.places import TitlePlace
from kg.extract.titles.summary_openings import tells_a_case
from kg.extract.titles.title_lines import asks_about, can_head_a_review

_CLOSING = (SectionKind.LINKS, SectionKind.KEYWORDS)
_LINE = deferred(r"^[ >#*]*(?:(?P<number>\d{1,3})[.)]\s+)?(?P<words>['\"(]?[A-Z\d][^\n]*?)[ *#]*$", re.MULTILINE)
_WINDOW = 200  # characters looked back at
_FEWEST_ASKING = 2  # titles of a page that are sentences
_SHORTEST_STORY = 30  # characters between a title and the first list of its review


def overlooked(
    text: str,
    known: Sequence[TitlePlace],
    openings: Callable[[int, int, Layout | None], Sequence[LeadIn]],
    inside: Collection[str] = (),
) -> Iterator[TitlePlace]:
    """A title for each review that the `known` ones leave without one; `openings` are the lead-ins of a stretch.

    No line whose shape is one of `inside`, the headings that every review has, is a title.

    Where none is known, sentences of somebody are titles if there are several: "What happened to Baby M?".

    Between the link, the keywords or the recommendations that close a review and the lists of the next there is a
    title; and so there is above a review that stands before the first of them.
    """
    asking = () if known else [line for line in _LINE.finditer(text) if asks_about(text, *line.span("words"))]
    if len(asking) >= _FEWEST_ASKING:
        yield from map(_place, asking)
        return
    begin = [(0, None), *((title.body, title.layout) for title in known)]
    ends = [*(title.start for title in known), len(text)]
    for (start, layout), end in zip(begin, ends, strict=True):
        for above, below in _gaps(openings(start, end, layout), start):
            yield from _titles(text, above, below, inside)


def _gaps(openings: Sequence[LeadIn], start: int) -> Iterator[tuple[int, int]]:
    """The stretches, each from the end of a review to the first list of another, in which a title must stand."""
    telling = [each for each in openings if each.kind in LISTS or each.kind in _CLOSING]
    if start == 0 and telling and telling[0].kind in LISTS and _make_a_review(openings):
        yield 0, telling[0].start
    for before, after in pairwise(telling):
        if after.kind in LISTS and _ends_a_review(before, after):
            yield before.end, after.start


def _ends_a_review(before: LeadIn, after: LeadIn) -> bool:
    asked_before = before.kind == SectionKind.RECOMMENDATIONS and after.kind == SectionKind.LEARNING
    return before.kind in _CLOSING or asked_before


def _make_a_review(openings: Sequence[LeadIn]) -> bool:
    """Whether a stretch holds both what was learned and what follows it, not only "Learning:" on a page's top."""
    kinds = {opening.kind for opening in openings}
    return SectionKind.LEARNING in kinds and not kinds.isdisjoint({SectionKind.RECOMMENDATIONS, *_CLOSING})


def _titles(text: str, above: int, below: int, inside: Collection[str]) -> Iterator[TitlePlace]:
    """The last line between two places that can head a review and has a story below it, if there is one."""
    lines = _lines(text, above, below)
    fitting = [line for line in lines if below - line.end() >= _SHORTEST_STORY and can_head_a_review(line["words"])]
    asking = [] if fitting else [line for line in lines if asks_about(text, *line.span("words"))]
    for line in [line for line in fitting if shape(line["words"]) not in inside][-1:] or asking[-1:]:
        if tells_a_case(text, line.start("words"), below):
            yield _place(line)


def _lines(text: str, above: int, below: int) -> list[re.Match[str]]:
    """The lines between two places that stand apart and can begin a review."""
    lines = _LINE.finditer(text, _next_line(text, above), below)
    return [line for line in lines if _stands_apart(text, line, above)]


def _place(line: re.Match[str]) -> TitlePlace:
    number = int(line["number"]) if line["number"] else None
    layout = Layout.LISTED if LISTED.match(line["words"]) else Layout.LABELLED
    return TitlePlace(
        Layout.NUMBERED if number else layout, line.start(), line.span("words"), line.end(), number=number
    )


def _next_line(text: str, position: int) -> int:
    """Where the line after the one that holds `position` begins; the beginning of a document is a line's."""
    end = text.find("\n", position) if position else -1
    return end + 1 if end >= 0 else (len(text) if position else 0)


def _stands_apart(text: str, line: re.Match[str], above: int) -> bool:
    """Whether nothing but white space is on the line before, or that line closes the review above."""
    before = text[max(0, line.start() - _WINDOW) : line.start()].rstrip(" ")
    return not before or before.endswith("\n\n") or _next_line(text, above) == line.start()

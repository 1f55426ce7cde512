"""Where titles of reviews stand: each function yields the places where a title of its layout may."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.parts import Layout
from kg.extract.text.lines import LAST_WORD, after_sentence, begins_line, line_end
from kg.extract.text.parsed import deferred
from kg.extract.text.separators import FIRST_BULLET
from kg.extract.titles.ends import counted_end, inline_end, label_line_end, listed_end, own_line_end
from kg.extract.titles.listed_dates import listed_dates
from kg.extract.titles.record_fields import CATALOGUE_NUMBER, FIELD
from kg.extract.titles.search import label_matches, review_type_matches
from kg.extract.titles.series import counted
from kg.extract.titles.words import LABELS, title_end

_MARKS = r"[ >#*•]*(?:-\s+)?"
_NUMBERED = deferred(  # a digit first is found soonest
    r"(?P<number>\d(?<![\d.,/-].)\d{0,2})(?:[.)]\**\s*|(?P<loose>(?:\s*[:–-])?[^\S\n]+))(?=[A-Z'\"*])"
)
_CATALOGUED = deferred(
    rf"(?:\b(?P<identifier>{CATALOGUE_NUMBER})\b[\s:.–-]*)?\bTitle:\s*(?P<title>\S.{{0,400}}?)\s*"
    rf"(?=\b{FIELD}:|\n\s*\n)",
    re.DOTALL,
)
_NUMBER_FIRST = deferred(rf"\b(?P<identifier>{CATALOGUE_NUMBER})\b[\s:.–-]*(?=[A-Z'\"])(?!{FIELD}:|Title:)")
_ABOVE_FIELD = deferred(rf"[^\n]{{1,200}}?(?=[ *]*\n[ >*]*{FIELD}:)")  # a title, whatever its words
_FIRST_OF_LINE = deferred(rf"^{_MARKS}(?=[A-Z'\"]|7[ -][Mm][Ii][Nn])", re.MULTILINE)
_LINK = deferred(r"[Rr](?<!\w[Rr])ead\s+(?:[\w-]+\s+){0,4}?(?:report|review|summary|brief(?:ing)?)\b(?:\s*\(\w+\))?\s+")
_IN_SENTENCE = deferred(  # before what a sentence goes on with, or what is to be read: "the father of Child A."
    r"\b(?:read\s+(?:the\s+)?(?:full\s+)?|(?:in|of|since|from|by|until|to|and|between|during|for|before|after|with|that"
    r"|his|her|their|called|named)\s+)\Z",
    re.IGNORECASE,
)
_FIELD = deferred(rf"\b{FIELD}:")
_ANY_CAPITAL = deferred(r"(?=[A-Z'\"])")


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """Where a title may stand, and the review that it opens begin."""

    layout: Layout
    start: int  # of the number, the date or the catalogue number before the title
    words: tuple[int, int]  # of the title, as printed
    body: int
    identifier: tuple[int, int] | None = None
    number: int | None = None


def numbered(text: str) -> Iterator[TitlePlace]:
    """Numbered titles, counted from 1: a number that is out of turn belongs to the text."""
    expected = 1
    for match in _NUMBERED.finditer(text):
        number, own_line = int(match["number"]), begins_line(text, match.start())
        if match["loose"] and not (own_line and title_end(text[match.end() : line_end(text, match.end())])):
            continue
        end = own_line_end(text, match.end()) if own_line else counted_end(text, match.end())
        in_turn = number in (expected, 1) or (own_line and expected < number <= expected + 3)
        if end and in_turn:
            yield TitlePlace(Layout.NUMBERED, match.start(), (match.end(), end), end, number=number)
            expected = number + 1


def listed(text: str) -> Iterator[TitlePlace]:
    """Titles that open with a date: "2019 – Anonymous – Katie", "2012Ceredigion – Child J"."""
    for match in listed_dates(text):
        own_line = begins_line(text, match.start())
        if own_line or not _IN_SENTENCE.search(text, *_before(match.start())):
            end = listed_end(text, match.end(), own_line=own_line)
            if end:
                yield TitlePlace(Layout.LISTED, match.start(), (match.start(), end), end)


def labelled(text: str) -> Iterator[TitlePlace]:
    """Titles that are a label, alone or with a kind of review, on a line of their own or inside a page run together."""
    for start, title in counted(text):
        yield TitlePlace(Layout.LABELLED, start, title, title[1])
    for match in _FIRST_OF_LINE.finditer(text):
        end = label_line_end(text, match.end())
        if end and not _heads_points(text, match, end):
            yield TitlePlace(Layout.LABELLED, match.start(), (match.end(), end), end)
    for match in sorted((*label_matches(text), *review_type_matches(text), *_behind_links(text)), key=re.Match.start):
        end = inline_end(text, match.start(), surely=not after_sentence(text, match.start()))
        in_sentence = _IN_SENTENCE.search(text, *_before(match.start()))
        if end and not begins_line(text, match.start()) and not in_sentence:
            yield TitlePlace(Layout.LABELLED, match.start(), (match.start(), end), end)


def _heads_points(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether words behind a bullet stand above points that are set in, and are no child's: "• Training"."""
    points = FIRST_BULLET.match(text, end + 1) if mark[0].strip(" >#") and text.startswith("\n", end) else None
    set_in = points and _indent(points[0]) > _indent(mark[0])
    return bool(set_in) and not LABELS.match(text, mark.end())


def _indent(mark: str) -> int:
    return len(mark) - len(mark.lstrip(" >"))


def _behind_links(text: str) -> Iterator[re.Match[str]]:
    """What stands right behind the words of each link."""
    return (match for link in _LINK.finditer(text) if (match := _ANY_CAPITAL.match(text, link.end())))


def _before(position: int) -> tuple[int, int]:
    return max(0, position - LAST_WORD), position


def catalogued(text: str) -> Iterator[TitlePlace]:
    """Titles of library records: "Title: ..." with other fields after it."""
    for match in _CATALOGUED.finditer(text) if "Title:" in text else ():
        if _FIELD.search(text[match.end() : match.end() + 600]):
            identifier = match.span("identifier") if match["identifier"] else None
            yield TitlePlace(Layout.CATALOGUED, match.start(), match.span("title"), match.end(), identifier)
    for match in _NUMBER_FIRST.finditer(text) if "NC" in text else ():
        above = _ABOVE_FIELD.match(text, match.end())
        end = above.end() if above else match.end() + title_end(text[match.end() : line_end(text, match.end())])
        fields = begins_line(text, match.start()) and _FIELD.search(text[end : end + 600])
        if end > match.end() and fields:
            yield TitlePlace(Layout.CATALOGUED, match.start(), (match.end(), end), end, match.span("identifier"))

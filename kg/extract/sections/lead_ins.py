"""The words that open a section: "Learning includes:", "Makes recommendations that", "> Read the report"."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from kg.extract.parts import LISTS, LeadIn, SectionKind
from kg.extract.sections.lead_in_words import HEADINGS, LEAD_INS, Opens
from kg.extract.sections.told_lead_ins import told_lead_ins
from kg.extract.text.openings import Openings
from kg.extract.text.parsed import deferred
from kg.extract.text.separators import BULLET_MARK, INLINE_BULLET
from kg.extract.titles.headings import heads
from kg.extract.titles.record_fields import FIELD


class _Place(NamedTuple):
    begins: bool  # a line or a sentence, or words in bold
    capital: bool
    behind_colon: bool


_BEFORE_HEADING = deferred("[ #>]*")
_HEADING_LINES = Openings(
    (deferred(rf"(?:{words}) *[:?]? *$", re.IGNORECASE | re.MULTILINE), (number, kind))
    for number, (kind, words) in enumerate(HEADINGS)
)
_WINDOW = 200  # characters looked back at
_REACH = 2_000  # characters of an item around words in it, so that a page without end costs no more than its length
_CAPITAL = deferred(r"[A-Z>\[(]")
_STOP = deferred(r"[\n.!?)\]\"*][\s>*#\[]*(?=\w)")
_BOARD = deferred(r"[A-Z]{3,5}:|(?:Safeguarding\s+partnership|Partnership|Board|Committee):")
_MARKED = deferred(rf"[\s*:.]*{BULLET_MARK}")
_MARK_BELOW = deferred(rf"(?:(?!\n *\n)[\s\S])*?(?:\n(?: *\n)?{BULLET_MARK}|{INLINE_BULLET})")
_FIELDS = deferred(rf"(?<!\w)(?!Summary|Abstract|Description|Keywords|Subjects){FIELD}:")


def lead_ins(
    text: str, start: int, end: int, *, fields: bool = False, shapes: Collection[str] = ()
) -> tuple[LeadIn, ...]:
    """The lead-ins between `start` and `end`, in order and apart; `fields` counts a library record's fields as well.

    `shapes` are those of the headings that every review of the page has.
    """
    known = _apart(text, (*_candidates(text, start, end, fields=fields), *heads(text, start, end, shapes)))
    told = list(told_lead_ins(text, start, end, known))
    return tuple(_apart(text, (*known, *told)) if told else known)


def opens(text: str, at: int, end: int, kind: SectionKind) -> bool:
    """Whether words that open a section of a kind stand right here, wherever it is."""
    return any(opened.kind is kind and words.match(text, at, end) for words, opened in LEAD_INS.at(text, at))


def _apart(text: str, candidates: Iterable[LeadIn]) -> list[LeadIn]:
    """The candidates in order, without those that overlap one before."""
    found: list[LeadIn] = []
    for candidate in sorted(candidates, key=lambda one: (one.start, -one.end)):
        before = found[-1] if found else None
        if before is None or (candidate.start >= before.end and not _is_within(text, candidate, before)):
            found.append(candidate)
    return found


def _is_within(text: str, candidate: LeadIn, before: LeadIn) -> bool:
    """Whether a candidate belongs to the list that the lead-in before it opens."""
    return before.kind in LISTS and (_asks_a_board(text, candidate, before) or _is_in_an_item(text, candidate, before))


def _asks_a_board(text: str, field: LeadIn, before: LeadIn) -> bool:
    """Whether the name of a board inside a list says who is asked, and is no field: "include: SAB: review a form"."""
    inside = field.kind is SectionKind.OTHER and "\n" not in text[before.end : field.start]
    return inside and _BOARD.match(text, field.start) is not None


def _is_in_an_item(text: str, candidate: LeadIn, before: LeadIn) -> bool:
    """Whether an item of a list with marks has words that would open the same list: "1. It is recommended that"."""
    if candidate.kind is not before.kind or text[candidate.end - 1] == ":":
        return False
    begin = max(before.end, candidate.start - _REACH)
    blank = text.rfind("\n\n", begin, candidate.start)
    if not _MARKED.match(text, max(before.end, blank), candidate.end):
        return False
    begins_line = text[begin : candidate.start].rstrip(" ")[-1:] in ("", "\n")
    return not begins_line or _MARK_BELOW.match(text, candidate.end, candidate.end + _REACH) is not None


def _candidates(text: str, start: int, end: int, *, fields: bool) -> Iterator[LeadIn]:
    for position in _positions(text, start, end):
        tried = LEAD_INS.at(text, position)
        if not tried:
            continue
        place = _place(text, start, position)
        for words, opens in tried:
            match = words.match(text, position, end) if place.begins or _opens_inside(place, opens) else None
            if match:
                yield LeadIn(opens.kind, *match.span())
    yield from _headings(text, start, end)
    for match in _FIELDS.finditer(text, start, end) if fields else ():
        yield LeadIn(SectionKind.OTHER, match.start(), match.end())


def _positions(text: str, start: int, end: int) -> list[int]:
    """Every place at which a lead-in may stand: patterns are tried nowhere else."""
    capitals = (match.start() for match in _CAPITAL.finditer(text, start, end))
    first = end - len(text[start:end].lstrip(" *"))
    return sorted({first, *capitals, *(match.end() for match in _STOP.finditer(text, start, end))})


def _headings(text: str, start: int, end: int) -> Iterator[LeadIn]:
    """The lines that are a heading and nothing else."""
    behind: dict[int, int] = {}
    for line in _lines(text, start, end):
        words = _BEFORE_HEADING.match(text, line, end)
        begin = words.end() if words else line
        for heading, (number, kind) in _HEADING_LINES.at(text, begin):
            match = heading.match(text, begin, end) if behind.get(number, start) <= line else None
            if match:
                behind[number] = match.end()
                yield LeadIn(kind, *match.span())


def _lines(text: str, start: int, end: int) -> Iterator[int]:
    """Where lines begin between `start` and `end`."""
    if start == 0 or text[start - 1] == "\n":
        yield start
    at = text.find("\n", start, end)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1, end)


def _place(text: str, start: int, position: int) -> _Place:
    before = text[max(start, position - _WINDOW) : position]
    begins = not before.strip(" *") or before.rstrip(" >*#[")[-1:] in tuple('\n.!?)]"') or before.endswith("**")
    letter = text[position : position + 1]
    capital = letter.isupper() or letter in ("[", ">")
    apart = before.rstrip(" *")[-1:] not in tuple(')"]')
    return _Place(begins and (capital or apart), capital, before.rstrip().endswith(":"))


def _opens_inside(place: _Place, opens: Opens) -> bool:
    """Whether a lead-in may stand inside a sentence: with a capital, one that may stand anywhere."""
    return place.capital and (opens.anywhere or (opens.kind is SectionKind.DENIAL and place.behind_colon))

"""The area of a review, as its title, its fields or the boards named around it print it."""

import re
from collections.abc import Iterable

from kg.extract.parts import Block, Layout, Section, SectionKind
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span, plain
from kg.extract.titles.imprints import INITIALS, is_imprint
from kg.extract.titles.listed_dates import ON, OPENING_DATE, SEASON
from kg.extract.titles.record_fields import field
from kg.extract.titles.words import DASH, DOCUMENT_TYPE, FROM_A_CASE, LABELS, PLACE_BEHIND, REVIEW_TYPE
from kg.model import Passage, Stated, passage

_BOARD = (
    r"\s*(?:,|\b)\s*(?:(?:local|regional|area|county|city|child(?:ren)?(?:'?s)?"
    r"|adults?)\s+)*(?:safeguarding\s+(?:child(?:ren)?(?:'?s)?|adults?)\b.*"
    r"|safeguarding\s+(?:partnership|board|panel|committee|executive)\b.*"
    r"|community\s+safety\s+(?:partnership|board)\b.*"
    r"|(?:public|child|adult)\s+(?:support\s+and\s+)?protection\s+(?:committee|partnership|board)\b.*|(?-i:"
    rf"{INITIALS})\b.*)"
)
_PLACE = deferred(rf"(?P<place>[A-Z][\w'&,. -]{{1,60}}?){_BOARD}", re.IGNORECASE)
_AREA = (
    r"(?!(?:our|your|the|local|regional|welcome)\b)"
    r"(?-i:[A-Z][\w'-]+(?:,?[^\S\n]+(?:[A-Z][\w'-]+|and|of|upon|on|the|&))*?)"
)
_AREA_AND_DASH = deferred(rf"{_AREA}{DASH}(?:{LABELS.pattern})(?=\s*(?:\Z|[,(–-]))")
_AREA_AND_CASE = deferred(  # "Weir: Learning from the case of Ash"
    rf"(?P<place>(?!{LABELS.pattern}){_AREA})(?:{DASH}|\s*:\s*)(?={FROM_A_CASE})", re.IGNORECASE
)
_NO_AREA = deferred(  # what heads a page or a part of it: "Spotlight on: Baby Fern", "Case Study: Child K"
    r"\b(?:spotlight|focus|feature|case|stud(?:y|ies)|review|briefing|learning|lessons?|practice|safeguarding|report"
    r"|summary"
    r"|story|issue|number|update|minutes?|bulletin|messages?|digest|name|title|subject|pseudonym|remembering)\b"
    r"|\b(?:on|about|from|for)$",
    re.IGNORECASE,
)
_DASHED = deferred(rf"(?<=\w){DASH}(?=\S)")
_FOR = deferred(
    rf"(?:the\s+)?(?:(?:local|child|children's)\s+)*safeguarding\s+(?:board|panel|partnership)"
    rf"\s+(?:for|of|in)\s+(?P<place>{_AREA})\s*\Z",
    re.IGNORECASE,
)
_PAGE = deferred(  # "Weir Safeguarding Partnership", "The newsletter of the Weir Safeguarding Partnership"
    r"^[ #]*(?:[^\n.]{1,60}?(?:\b(?:of|from|by)\s+(?:the\s+)?|\s[|–-]\s+))??"
    rf"(?P<place>{_AREA})(?=\s+(?-i:[A-Z])){_BOARD}$",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESSED = deferred(rf"\b(?:for|to)\s+(?:the\s+)?(?P<place>{_AREA})(?=\s+(?-i:[A-Z])){_BOARD}", re.IGNORECASE)
_NAMELESS = deferred(
    r"anonym|unnamed|unknown|not\s+(?:named|disclosed|given|stated)|undisclosed|unidentified|unspecified|withheld"
    r"|NSPCC",
    re.IGNORECASE,
)
_ON_BEHALF = deferred(r"(?:NSPCC\s+)?on\s+behalf\s+of\s+(?:(?:an?|the)\s+)?", re.IGNORECASE)
_BOARD_FIELD = deferred(
    r"LS?CS?[BP]|[RS]SCB|L?SAB|C?SCP|RSB|SCB|[ACP]PC|.*(?:partnership|board|committee|panel)|organisation|corporate"
    r"|publisher|published\s+by",
    re.IGNORECASE,
)
_AUTHOR_FIELD = deferred(r"authors?\b", re.IGNORECASE)
_AREA_FIELD = deferred(r"(?:local\s+authority|(?:local\s+)?area|place|region)\s*(?::|\Z)", re.IGNORECASE)
_AREA_FIELD_SAYS = deferred(  # "Weir", "Weir Borough Council, May 2021"
    rf"(?P<place>{_AREA})(?:\s+(?:(?-i:Borough|City|County|District|Metropolitan)\s+)*(?-i:Borough|Council))?"
    rf"(?:\s*[,(]\s*(?:{SEASON}|{ON})\)?)?\.?",
    re.IGNORECASE,
)
_BY_BOARD = deferred(r"\b(?:by|of|from|for)\s+(?:the\s+)?(?=[A-Z])")
_THE = deferred(r"(?:the\s+)?", re.IGNORECASE)


def place(text: str, block: Block, sections: Iterable[Section]) -> Stated[str] | None:
    """The area that a list's title or a library record's field names; a publisher that hides it is no place.

    Else that of the one board which recommendations are said to be for.
    """
    board = field(sections, _BOARD_FIELD)
    if block.layout is Layout.LISTED:
        span = place_span(plain(text), block.title)
        return _named(text, *span) if span else None
    board_first = board_span(plain(text), block.title)
    behind_it = _FOR.fullmatch(plain(text), *board_first) if board_first else None
    headed = (behind_it.span("place") if behind_it else board_first) or _behind(plain(text), block)
    if headed:
        return _named(text, *headed)
    dashed = None if board else _before_a_dash(plain(text), block)
    if dashed:
        return _named(text, *dashed)
    signed = _signed(plain(text), sections)
    if signed:
        return _named(text, *signed)
    for named in (field(sections, _AREA_FIELD), board):
        whole = _AREA_FIELD_SAYS.fullmatch(plain(text), named.start, named.end) if named else None
        if whole:
            return _named(text, *whole.span("place"))
    board = board or field(sections, _AUTHOR_FIELD)  # a board can be the author of its report
    match = (
        (_PLACE.match(plain(text), board.start, board.end) or _FOR.match(plain(text), board.start, board.end))
        if board
        else None
    )
    match = match or (None if field(sections, _BOARD_FIELD) else _addressed(plain(text), sections))
    return _named(text, *match.span("place")) if match else None


def _before_a_dash(text: str, block: Block) -> Span | None:
    """Where the area stands before a label: "Weir – Baby Ash"."""
    if block.layout is not Layout.LABELLED:
        return None
    case = _AREA_AND_CASE.match(text, block.title.start, block.title.end)
    if not case and not _AREA_AND_DASH.match(text, block.title.start, block.title.end):
        return None
    span = case.span("place") if case else place_span(text, block.title)
    return span if span and not _NO_AREA.search(text, *span) else None


def _behind(text: str, block: Block) -> Span | None:
    """Where the area stands behind a label in brackets: "Baby Ash (Tarrowdale)"."""
    found = PLACE_BEHIND.search(text, block.title.start, block.title.end)
    is_kind = found and (REVIEW_TYPE.search(found["place"]) or DOCUMENT_TYPE.search(found["place"]))
    if found is None or is_kind or block.layout not in (Layout.LABELLED, Layout.NUMBERED):
        return None
    label = any(each.end() == found.start() for each in LABELS.finditer(text, block.title.start, found.start()))
    return found.span("place") if label or is_imprint(found["place"]) else None


def _signed(text: str, sections: Iterable[Section]) -> Span | None:
    """Where the area stands of the board that a line below the title names: "A review by Weir Safeguarding Board"."""
    for section in sections:
        if section.kind is not SectionKind.BYLINE:
            continue
        body = (section.body.start, section.body.end)
        by = _BY_BOARD.search(text, *body) or (_THE.match(text, *body) if is_imprint(section.body.text) else None)
        board = _FOR.fullmatch(text, *body) or (_PLACE.match(text, by.end(), section.body.end) if by else None)
        if board:
            return board.span("place")
    return None


def _addressed(text: str, sections: Iterable[Section]) -> re.Match[str] | None:
    leads = (section.lead_in for section in sections if section.lead_in and section.kind is SectionKind.RECOMMENDATIONS)
    return next((match for lead in leads if (match := _ADDRESSED.search(text, lead.start, lead.end))), None)


def page_place(text: str, end: int) -> Stated[str] | None:
    """The area of the partnership whose page this is, when its name stands on a line of its own before any review."""
    match = _PAGE.search(plain(text), 0, end)
    return _named(text, *match.span("place")) if match else None


def place_span(text: str, title: Passage) -> tuple[int, int] | None:
    """Where the place stands in a list's title: between its date and the first dash, unless that is a label."""
    date = OPENING_DATE.match(text, title.start)
    start = date.end() if date else title.start
    dash = _DASHED.search(text, start, title.end)
    if dash is None or LABELS.fullmatch(text, start, dash.start()) or REVIEW_TYPE.search(text, start, dash.start()):
        return None
    return start, dash.start()


def board_span(text: str, title: Passage) -> tuple[int, int] | None:
    """Where the board stands that opens a title: "Eastmere Safeguarding Children Partnership – Child K"."""
    dash = _DASHED.search(text, title.start, title.end)
    within = (title.start, dash.start()) if dash else (0, 0)
    board = _PLACE.fullmatch(text, *within) or _FOR.fullmatch(text, *within)
    return board.span() if board else None


def _named(text: str, start: int, end: int) -> Stated[str] | None:
    behalf = _ON_BEHALF.match(text, start, end)
    start = behalf.end() if behalf else start
    board = re.compile(_BOARD, re.IGNORECASE).search(text, start, end)
    words = passage(text, start, board.start() if board else end)
    hidden = not words.text or _NAMELESS.search(words.text)
    return None if hidden else Stated(words.text, words)

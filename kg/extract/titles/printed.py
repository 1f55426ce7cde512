"""What a review's title says, and a library record's fields: kinds, place, date of publication, catalogue number."""

import re
from collections.abc import Iterable, Iterator

from kg.extract.parts import Block, Layout, Section, SectionKind
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span, plain
from kg.extract.titles.imprints import INITIALS, is_imprint
from kg.extract.titles.listed_dates import ON, SEASON, WHEN
from kg.extract.titles.record_fields import CATALOGUE_NUMBER
from kg.extract.titles.when import published
from kg.extract.titles.words import (
    DASH,
    DATE_BEHIND,
    DOCUMENT_TYPE,
    DOCUMENT_TYPES,
    FROM_A_CASE,
    LABELS,
    PLACE_BEHIND,
    REVIEW_TYPE,
    REVIEW_TYPES,
)
from kg.model import DocumentType, PartialDate, Passage, ReviewType, Stated, passage

_BOARD = (
    r"\s*(?:,|\b)\s*(?:(?:local|regional|area|county|city|child(?:ren)?(?:'?s)?|adults?)\s+)*(?:safeguarding\s+(?:child(?:ren)?(?:'?s)?|adults?)\b.*"
    r"|safeguarding\s+(?:partnership|board|panel|committee|executive)\b.*"
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
    r"\b(?:spotlight|focus|feature|case|stud(?:y|ies)|review|briefing|learning|lessons?|practice|safeguarding|report|summary"
    r"|story|issue|number|update|minutes?|bulletin|messages?|digest|name|title|subject|pseudonym|remembering)\b"
    r"|\b(?:on|about|from|for)$",
    re.IGNORECASE,
)
_DASHED = deferred(rf"(?<=\w){DASH}(?=\S)")
_FOR = deferred(
    rf"(?:the\s+)?(?:local\s+)?safeguarding\s+(?:board|panel|partnership)\s+(?:for|of|in)\s+(?P<place>{_AREA})\s*\Z",
    re.IGNORECASE,
)
_PAGE = deferred(  # "Weir Safeguarding Partnership", "The newsletter of the Weir Safeguarding Partnership"
    r"^[ #]*(?:[^\n.]{1,60}?(?:\b(?:of|from|by)\s+(?:the\s+)?|\s[|–-]\s+))??"
    rf"(?P<place>{_AREA})(?=\s+(?-i:[A-Z])){_BOARD}$",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESSED = deferred(rf"\b(?:for|to)\s+(?:the\s+)?(?P<place>{_AREA})(?=\s+(?-i:[A-Z])){_BOARD}", re.IGNORECASE)
_PAGE_OF_KIND = deferred(
    rf"^[ #]*(?:our\s+|published\s+)?(?P<kind>{'|'.join(words for words, _ in REVIEW_TYPES)})s"
    r"(?:\s+(?:published\s+)?(?:in\s+)?(?:19|20)\d\d(?:/\d\d)?)?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_COVER_KIND = deferred(
    rf"^[ #]*(?P<kind>{'|'.join(words for words, _ in REVIEW_TYPES)})[ \t#]*$", re.IGNORECASE | re.MULTILINE
)
_NAMELESS = deferred(r"anonym|unnamed|unknown|not\s+named|unidentified|unspecified|withheld|NSPCC", re.IGNORECASE)
_ON_BEHALF = deferred(r"(?:NSPCC\s+)?on\s+behalf\s+of\s+(?:(?:an?|the)\s+)?", re.IGNORECASE)
_BOARD_FIELD = deferred(
    r"LS?CS?[BP]|[RS]SCB|L?SAB|C?SCP|RSB|SCB|[ACP]PC|.*(?:partnership|board|committee|panel)|organisation|corporate|publisher|published\s+by",
    re.IGNORECASE,
)
_AUTHOR_FIELD = deferred(r"authors?\b", re.IGNORECASE)
_KIND_FIELD = deferred(r"(?:type|kind)(?:\s+of\s+review)?\s*(?::|\Z)|review\s+type\s*(?::|\Z)", re.IGNORECASE)
_AREA_FIELD = deferred(r"(?:local\s+authority|(?:local\s+)?area|place|region)\s*(?::|\Z)", re.IGNORECASE)
_DATE_FIELD = deferred(
    r"(?:date\s+)?published\s*(?::|\Z)|(?:(?:date\s+of\s+)?publication(?:\s+date)?|date|year)(?::|\Z)", re.IGNORECASE
)
_PUBLISHED = deferred(
    rf"^[ #>]*(?:(?:date\s+)?(?:of\s+publication|published|posted)|publication\s+date)(?:\s+(?:on|in))?\s*:?\s*"
    rf"(?P<when>{SEASON}|{ON}|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d)(?:\s+by\s[^\n.:]{{3,60}}?)?\.?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_PUBLISHED_IN_TITLE = deferred(rf"\bpublished\b\s*:?\s*(?:(?:on|in)\s+)?(?P<when>{ON})", re.IGNORECASE)
_LAST_DATE = deferred(rf"(?P<when>{SEASON}|{ON})\)?\.?(?=\s*(?:\n|\Z))", re.IGNORECASE)
_OPENING = deferred(
    r"[\s*]*(?:(?:An?|This)\s+(?:[\w-]+\s+){0,2}?)?(?=[\w-]+\s+[\w-]*\s*(?:[\w-]+\s+)?review\b)", re.IGNORECASE
)
_ANY_LINE = deferred(r"^[ #>*]*(?P<words>[^\s#][^\n]*?)[ *#]*$", re.MULTILINE)
_NEAR = 300  # characters before a title
_THIS = deferred(r"\bthis\s+(?:(?:is|was)\s+(?:an?\s+)?)?", re.IGNORECASE)
_BY_BOARD = deferred(r"\b(?:by|of|from|for)\s+(?:the\s+)?(?=[A-Z])")
_THE = deferred(r"(?:the\s+)?", re.IGNORECASE)
_REVIEW_TYPES = tuple((deferred(words, re.IGNORECASE), kind) for words, kind in REVIEW_TYPES)
_DOCUMENT_TYPES = tuple((deferred(rf"\b(?:{words})\b", re.IGNORECASE), kind) for words, kind in DOCUMENT_TYPES)
_DATED = deferred(rf"(?P<when>{WHEN})(?:\s*[:–-]\s*|\s*)")


def review_type(
    text: str, title: Passage, summary: Passage, sections: Iterable[Section] = ()
) -> Stated[ReviewType] | None:
    """The kind of review that a title names first, else the one that a summary opens with: "A themed review of".

    Else the one that it calls itself: "the focus of this learning review".
    Else the one that its model is, or that its link is said to lead to: "Read the child practice review".
    """
    level = plain(text)
    opening = _OPENING.match(level, summary.start, summary.end)
    match = (
        REVIEW_TYPE.search(level, title.start, title.end)
        or _told_kind(level, sections)
        or (REVIEW_TYPE.match(level, opening.end(), summary.end) if opening else None)
        or _called_this(level, summary)
        or next(_kinds_named(level, sections), None)
    )
    if match is None:
        return None
    return Stated(_kind(match[0]), passage(text, *match.span()))


def page_kind(text: str, end: int, *, of_one: bool = False) -> Stated[ReviewType] | None:
    """The kind of the reviews on a page whose heading is nothing but that kind: "Local child practice reviews".

    On a page `of_one` review it may be said of that alone: "Serious Case Review" above "Child K".
    """
    match = _PAGE_OF_KIND.search(plain(text), 0, end) or (_COVER_KIND.search(plain(text), 0, end) if of_one else None)
    return Stated(_kind(match["kind"]), passage(text, *match.span("kind"))) if match else None


def _told_kind(text: str, sections: Iterable[Section]) -> re.Match[str] | None:
    """The kind in a line for it below a title: "Type of review: rapid review"."""
    told = field(sections, _KIND_FIELD)
    return REVIEW_TYPE.search(text, told.start, told.end) if told else None


def _kind(words: str) -> ReviewType:
    return next(kind for pattern, kind in _REVIEW_TYPES if pattern.fullmatch(words))


def _called_this(text: str, summary: Passage) -> re.Match[str] | None:
    """The kind that a summary calls the review itself: "this local child safeguarding practice review"."""
    spoken = (REVIEW_TYPE.match(text, this.end()) for this in _THIS.finditer(text, summary.start, summary.end))
    return next((kind for kind in spoken if kind), None)


def _kinds_named(text: str, sections: Iterable[Section]) -> Iterator[re.Match[str]]:
    """The kinds of review in the words of links, and those that a review's model opens with."""
    for section in sections:
        if section.kind is SectionKind.BYLINE:
            found = REVIEW_TYPE.search(text, section.body.start, section.body.end)
        elif section.kind is SectionKind.MODEL:
            found = REVIEW_TYPE.match(text, section.body.start, section.body.end)
        elif section.kind is SectionKind.LINKS and section.lead_in:
            found = REVIEW_TYPE.search(text, section.lead_in.start, section.lead_in.end)
        else:
            continue
        if found:
            yield found


def document_type(text: str, block: Block, sections: Iterable[Section] = ()) -> Stated[DocumentType] | None:
    """The kind of document that a title names, or a line below it.

    A library record whose title names none is itself all that is known.
    """
    below = (section.body for section in sections if section.kind is SectionKind.BYLINE)
    for where in (block.title, *below):
        for words, kind in _DOCUMENT_TYPES:
            match = words.search(plain(text), where.start, where.end)
            if match:
                return Stated(kind, passage(text, *match.span()))
    record = block.layout is Layout.CATALOGUED
    return Stated(DocumentType.CATALOGUE_RECORD, block.identifier or block.title) if record else None


def identifier(text: str, block: Block) -> Stated[str] | None:
    """The catalogue number of a library record, before its title or among its fields."""
    if block.identifier is None and block.layout is Layout.CATALOGUED:
        match = re.compile(rf"\b{CATALOGUE_NUMBER}\b").search(text, block.start, block.end)
        return Stated(match[0], passage(text, *match.span())) if match else None
    return Stated(block.identifier.text, block.identifier) if block.identifier else None


def publication_date(text: str, block: Block, sections: Iterable[Section]) -> Stated[PartialDate] | None:
    """The date that opens a list's title, else that of a library record's field, the title or a line below it.

    A monthly digest dates itself, not its reviews.
    """
    title = _PUBLISHED_IN_TITLE.search(plain(text), block.title.start, block.title.end) or (
        DATE_BEHIND.search(plain(text), block.title.start, block.title.end) if block.layout is Layout.LABELLED else None
    )
    line = title or _dated_byline(plain(text), sections) or _PUBLISHED.search(plain(text), block.start, block.end)
    where = field(sections, _DATE_FIELD) or (passage(text, *line.span("when")) if line else None)
    if block.layout is Layout.LISTED:
        match = _DATED.match(text, block.title.start)
        where = passage(text, *match.span("when")) if match else None
    date = published(where.text) if where else None
    return Stated(date, where) if date and where else None


def date_above(text: str, end: int) -> Stated[PartialDate] | None:
    """The date on the last lines before a title, where these say who published the report or when, and no more."""
    found = None
    for line in reversed([*_ANY_LINE.finditer(plain(text), max(0, end - _NEAR), end)]):
        if not is_imprint(line["words"]):
            return None
        found = _LAST_DATE.search(line["words"])
        if found:
            where = passage(text, line.start("words") + found.start("when"), line.start("words") + found.end("when"))
            date = published(where.text)
            return Stated(date, where) if date else None
    return None


def _dated_byline(text: str, sections: Iterable[Section]) -> re.Match[str] | None:
    """The date in the lines below a title that tell of the report."""
    lines = (each.body for each in sections if each.kind is SectionKind.BYLINE)
    return next((match for line in lines if (match := _LAST_DATE.search(text, line.start, line.end))), None)


def place(text: str, block: Block, sections: Iterable[Section]) -> Stated[str] | None:
    """The area that a list's title or a library record's field names; a publisher that hides it is no place.

    Else that of the one board which recommendations are said to be for.
    """
    board = field(sections, _BOARD_FIELD)
    if block.layout is Layout.LISTED:
        span = place_span(plain(text), block.title)
        return _named(text, *span) if span else None
    headed = board_span(plain(text), block.title) or _behind(plain(text), block)
    if headed:
        return _named(text, *headed)
    dashed = None if board else _before_a_dash(plain(text), block)
    if dashed:
        return _named(text, *dashed)
    signed = _signed(plain(text), sections)
    if signed:
        return _named(text, *signed)
    for named in (field(sections, _AREA_FIELD), board):
        if named and re.fullmatch(_AREA, named.text):
            return _named(text, named.start, named.end)
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
        by = _BY_BOARD.search(text, section.body.start, section.body.end) or (
            _THE.match(text, section.body.start) if is_imprint(section.body.text) else None
        )
        board = _PLACE.match(text, by.end(), section.body.end) if by else None
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
    date = _DATED.match(text, title.start)
    start = date.end() if date else title.start
    dash = _DASHED.search(text, start, title.end)
    if dash is None or LABELS.fullmatch(text, start, dash.start()) or REVIEW_TYPE.search(text, start, dash.start()):
        return None
    return start, dash.start()


def board_span(text: str, title: Passage) -> tuple[int, int] | None:
    """Where the board stands that opens a title: "Eastmere Safeguarding Children Partnership – Child K"."""
    dash = _DASHED.search(text, title.start, title.end)
    board = _PLACE.fullmatch(text, title.start, dash.start()) if dash else None
    return board.span() if board else None


def field(sections: Iterable[Section], name: re.Pattern[str]) -> Passage | None:
    """The words of the first field of a library record whose name fits."""
    fields = (section for section in sections if section.kind is SectionKind.OTHER)
    return next((each.body for each in fields if each.lead_in and name.match(each.lead_in.text)), None)


def _named(text: str, start: int, end: int) -> Stated[str] | None:
    behalf = _ON_BEHALF.match(text, start, end)
    start = behalf.end() if behalf else start
    board = re.compile(_BOARD, re.IGNORECASE).search(text, start, end)
    words = passage(text, start, board.start() if board else end)
    hidden = not words.text or _NAMELESS.search(words.text)
    return None if hidden else Stated(words.text, words)

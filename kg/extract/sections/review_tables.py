"""Tables that give each review a row: its title, what happened, what was learned, what was recommended."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.extract.parts import LISTS, LeadIn, Part, SectionKind
from kg.extract.sections.lead_ins import lead_ins
from kg.extract.sections.tables import Column, cell_lines, column, is_column, is_ruled, row_cells
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span, plain, tabbed, trimmed
from kg.extract.text.separators import FIRST_BULLET

_OF_TITLES = deferred(
    r"(?:the\s+)?(?:case|review|child|family|name|title|subject|report)s?(?:\s+(?:name|title"
    r"|review))?(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
_OF_STORIES = deferred(
    r"what\s+happened|(?:case\s+)?(?:summary|details|overview|background|description)|(?:the\s+)?(?:case|incident"
    r"|story)",
    re.IGNORECASE,
)
_OF_CHILDREN = deferred(
    r"(?:the\s+)?child(?:ren)?|(?:child's\s+)?(?:age|gender|sex)(?:\s*(?:and|&|/)\s*(?:age|gender"
    r"|sex))?(?:\s+of\s+child(?:ren)?)?",
    re.IGNORECASE,
)
_OF_REPORTS = deferred(  # the facts that fields of a record give as well
    r"(?:local\s+)?(?:authority|area)|place|region|(?:(?:local|child|children's|safeguarding)\s+)*(?:partnership"
    r"|board)|l?s?cs?[bp]"
    r"|(?:date\s+)?published|(?:date\s+of\s+)?publication(?:\s+date)?|date|year|(?:review\s+)?type|type\s+of\s+review",
    re.IGNORECASE,
)
_OF_KEYWORDS = deferred(r"key\s?words?|subjects?|tags|topics", re.IGNORECASE)
_OF_ACTIONS = deferred(
    r"(?:(?:recommended|agreed|key|required)\s+)?actions?(?:\s+(?:required|needed|agreed))?", re.IGNORECASE
)
_LINE = deferred(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
_FEWEST = 3  # columns: the title and two more
_LONGEST_TITLE = 140  # characters
_R = SectionKind.RECOMMENDATIONS
_HEADS = (
    (_OF_STORIES, SectionKind.SUMMARY),
    (_OF_CHILDREN, SectionKind.BACKGROUND),
    (_OF_REPORTS, SectionKind.BYLINE),
    (_OF_KEYWORDS, SectionKind.KEYWORDS),
)


class _Headed(NamedTuple):
    """What a column holds, and where the words stand that head it."""

    kind: Column
    start: int
    end: int
    of_title: bool


class ReviewRow(NamedTuple):
    """A review that is a row: where its title stands, and its parts."""

    title: Span
    parts: tuple[Part, ...]


@lru_cache(maxsize=2)  # titles and sections ask for it
def review_rows(text: str) -> Mapping[int, ReviewRow]:
    """The rows of the tables whose first column holds the titles of reviews, by where each title begins, in order."""
    level = tabbed(text)
    if "|" not in level and "\t" not in level:
        return {}
    return {row.title[0]: row for row in _rows(plain(text), level)}


def _rows(plain_text: str, text: str) -> Iterator[ReviewRow]:
    """The rows below each head; `text` has the tabs between cells."""
    columns: Sequence[_Headed] = ()
    row: list[Span] = []
    end = 0  # of the line before
    for line in _LINE.finditer(text):
        found = row_cells(text, line.span())
        head = _columns(text, found)
        apart = "\n" in text[end : line.start()].replace("\n", "", 1)
        begins = _begins_a_row(text, line.start(), found, whole=len(row) >= len(columns), apart=apart)
        if columns and (head or begins):
            yield from _review(plain_text, columns, row)
            row = []
        if head:
            columns = head
        elif columns and not is_ruled(line[0]):
            _lengthen(text, row, found, line)
        end = line.end()
    if columns:
        yield from _review(plain_text, columns, row)


def _columns(text: str, found: Sequence[Span]) -> Sequence[_Headed]:
    """What each column holds; none where the line is not the head of such a table."""
    if len(found) < _FEWEST:
        return ()
    words = [text[start:end].strip(" *:?\t") for start, end in found]
    title = next((at for at, each in enumerate(words) if _OF_TITLES.fullmatch(each)), None)
    if title is None or not all(_is_head(each) for at, each in enumerate(words) if at != title):
        return ()
    kinds = [_column(each) if at != title else None for at, each in enumerate(words)]
    if SectionKind.RECOMMENDATIONS not in kinds:
        kinds = [_R if _OF_ACTIONS.fullmatch(each) else kind for each, kind in zip(words, kinds, strict=True)]
    if SectionKind.SUMMARY not in kinds:
        kinds = [SectionKind.SUMMARY if kind is SectionKind.BACKGROUND else kind for kind in kinds]
    headed = [
        _Headed(kind, *trimmed(text, *head), of_title=at == title)
        for at, (kind, head) in enumerate(zip(kinds, found, strict=True))
    ]
    return headed if set(LISTS) & set(kinds) else ()


def _is_head(words: str) -> bool:
    return is_column(words) or any(pattern.fullmatch(words) for pattern, _ in _HEADS)


def _column(words: str) -> Column:
    return next((kind for pattern, kind in _HEADS if pattern.fullmatch(words)), column(words))


def _begins_a_row(text: str, start: int, found: Sequence[Span], *, whole: bool, apart: bool) -> bool:
    """Whether a line begins another row: it has cells and is not led by a tab, or follows a whole row and a gap."""
    if text[start] == "\t":
        return False
    return len(found) > 1 or text[start] == "|" or (whole and apart)


def _lengthen(text: str, row: list[Span], found: Sequence[Span], line: re.Match[str]) -> None:
    """Add the cells of one more line to a row; the first goes on with the last cell where no tab leads the line."""
    if text[line.start()] != "\t" and row:
        row[-1] = row[-1][0], found[0][1]
        row += found[1:]
    else:
        row += found[1:] if row else found


def _review(text: str, columns: Sequence[_Headed], row: Sequence[Span]) -> Iterator[ReviewRow]:
    """The review in a row that has cells for more than its title."""
    at = next(index for index, head in enumerate(columns) if head.of_title)
    if len(row) < max(_FEWEST, at + 1):
        return
    start, end = trimmed(text, *row[at])
    line = text.find("\n", start, end)
    title = trimmed(text, start, end if line < 0 else line)
    parts = [part for column, cell in _told(columns, row) for part in _parts(text, column, cell)]
    details = ((LeadIn(SectionKind.BYLINE, one, one), one, last) for one, last in cell_lines(text, title[1], end))
    if 0 < title[1] - title[0] <= _LONGEST_TITLE and any(
        lead_in.kind is not SectionKind.OTHER for lead_in, _, _ in parts
    ):
        yield ReviewRow(title, (*details, *parts))


def _told(columns: Sequence[_Headed], row: Sequence[Span]) -> Iterator[tuple[_Headed, Span]]:
    """Each cell with its column; what stands of the child beside the story is a part of it."""
    told: Span | None = None
    for head, cell in zip(columns, row, strict=False):
        if head.kind is SectionKind.BACKGROUND:
            told = told or cell
            continue
        before, told = told, None
        yield head, (before[0] if before and head.kind is SectionKind.SUMMARY else cell[0], cell[1])


def _parts(text: str, column: _Headed, cell: Span) -> Iterator[Part]:
    """A cell as a section, or as one for each of its lines where each is an item."""
    start, end = cell
    if column.kind in (None, SectionKind.OTHER) or not text[start:end].strip():
        return
    if column.kind is SectionKind.BYLINE:
        yield LeadIn(SectionKind.OTHER, column.start, column.end), start, end
        return
    said = _said_again(text, column.kind, start, end) if column.kind is not SectionKind.SUMMARY else None
    if said:
        yield said, said.end, said.end if said.kind is SectionKind.DENIAL else end
        return
    lines = list(cell_lines(text, start, end))
    whole = column.kind in LISTS and len(lines) > 1 and not FIRST_BULLET.match(text, start, end)
    for first, last in lines if whole else [cell]:
        yield LeadIn(column.kind, first, first, whole=whole), first, last


def _said_again(text: str, kind: Column, start: int, end: int) -> LeadIn | None:
    """The words with which a cell says what its column holds, or that there is none: "Recommendations: none"."""
    found = next(iter(lead_ins(text, start, end)), None)
    opens_it = found and not text[start : found.start].strip() and found.kind in (kind, SectionKind.DENIAL)
    return found if opens_it else None

"""Tables that give each review a row: its title, what happened, what was learned, what was recommended."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.extract.parts import LISTS, LeadIn, Part, SectionKind
from kg.extract.plain import Span, plain, tabbed, trimmed
from kg.extract.separators import FIRST_BULLET
from kg.extract.tables import Column, cell_lines, column, is_column, is_ruled, row_cells

_OF_TITLES = re.compile(
    r"(?:the\s+)?(?:case|review|child|name|title|subject|report)s?(?:\s+(?:name|title|review))?", re.IGNORECASE
)
_OF_STORIES = re.compile(
    r"what\s+happened|(?:case\s+)?(?:summary|details|overview|background|description)|(?:the\s+)?(?:case|incident|story)",
    re.IGNORECASE,
)
_LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
_FEWEST = 3  # columns: the title and two more
_LONGEST_TITLE = 140  # characters


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
    columns: Sequence[Column] = ()
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


def _columns(text: str, found: Sequence[Span]) -> Sequence[Column]:
    """What each column holds; none where the line is not the head of such a table."""
    if len(found) < _FEWEST:
        return ()
    first, *others = (text[start:end].strip(" *:?\t") for start, end in found)
    if not _OF_TITLES.fullmatch(first) or not all(map(_is_head, others)):
        return ()
    columns = [None, *map(_column, others)]
    return columns if set(LISTS) & set(columns) else ()


def _is_head(words: str) -> bool:
    return _OF_STORIES.fullmatch(words) is not None or is_column(words)


def _column(words: str) -> Column:
    return SectionKind.SUMMARY if _OF_STORIES.fullmatch(words) else column(words)


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


def _review(text: str, columns: Sequence[Column], row: Sequence[Span]) -> Iterator[ReviewRow]:
    """The review in a row that has cells for more than its title."""
    if len(row) < _FEWEST:
        return
    start, end = trimmed(text, *row[0])
    line = text.find("\n", start, end)
    title = trimmed(text, start, end if line < 0 else line)
    parts = [part for column, cell in zip(columns, row, strict=False) for part in _parts(text, column, cell)]
    details = ((LeadIn(SectionKind.BYLINE, at, at), at, last) for at, last in cell_lines(text, title[1], end))
    if 0 < title[1] - title[0] <= _LONGEST_TITLE and parts:
        yield ReviewRow(title, (*details, *parts))


def _parts(text: str, column: Column, cell: Span) -> Iterator[Part]:
    """A cell as a section, or as one for each of its lines where each is an item."""
    start, end = cell
    if column is None or column is SectionKind.OTHER or not text[start:end].strip():
        return
    lines = list(cell_lines(text, start, end))
    whole = column in LISTS and len(lines) > 1 and not FIRST_BULLET.match(text, start, end)
    for first, last in lines if whole else [cell]:
        yield LeadIn(column, first, first, whole=whole), first, last

"""Tables of learning and recommendations that became text: rows of cells between bars or tabs, or a cell a line."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from kg.extract.parts import LeadIn, Part, SectionKind
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.separators import FIRST_BULLET

_COLUMNS = (
    (
        SectionKind.LEARNING,
        (
            r"(?:key\s+)?(?:findings?|learning(?:\s+(?:points?|themes?))?|lessons?(?:\s+learn(?:ed|t))?|themes?|issues?"
            r"|messages?)|what\s+(?:we|was|the\s+review|did\s+we)\s+(?:learn(?:ed|t)?|found|find)"
        ),
    ),
    (
        SectionKind.RECOMMENDATIONS,
        (
            r"(?:key\s+)?recommend(?:ation|ed\s+action)s?|what\s+(?:we|was|the\s+review|is)\s+(?:recommend(?:ed|s)?"
            r"|ask(?:ed|s)?(?:\s+for)?)|what\s+(?:needs?\s+to|should|must)\s+(?:happen|change)"
        ),
    ),
    (
        SectionKind.OTHER,  # who is asked
        (
            r"owners?|for|leads?|lead\s+agency|who|by\s+whom|responsible(?:\s+agency)?|agency|agencies|organisation"
            r"|addressed\s+to|for\s+whom"
        ),
    ),
)
_HEAD = deferred("|".join(f"(?P<{kind.name}>{words})" for kind, words in _COLUMNS), re.IGNORECASE)
_ANY_HEAD = deferred(
    r"no\.?|number|ref\.?|#|progress|status|due(?:\s+date)?|by\s+when|when|deadline|date|response|update"
    r"|rag(?:\s+rating)?|outcome|evidence|impact"
    r"|actions?(?:\s+taken)?|timescale|completed|target(?:\s+date)?|what\s+(?:we|has)\s+(?:have\s+|been\s+)?d(?:id"
    r"|one)|why(?:\s+it\s+matters)?",
    re.IGNORECASE,
)
_LINE = deferred(r"^(?P<words>[^\n]*\S)[ \t]*$", re.MULTILINE)
_BETWEEN = deferred(r"[ ]*(?:\||\t)[ ]*")
_SET_OUT = deferred(r"[|\t]|\n[ ]*1\.?[ ]*\n")  # what every table holds
_RULED = deferred(r"[\s|:+=-]*\Z")
_NOTHING = deferred(
    r"(?:none|nil|n/?a|no\s+(?:further\s+)?(?:recommendation|action)|see\s|[–-]+\s*\Z|\s*\Z)", re.IGNORECASE
)
_NEXT_LINE = deferred(r"\n\s*(?=[A-Z])")
_MARKED = deferred(r"(?:\(?[a-z][.)]|[•–-])\s")
_FEWEST, _MOST = 2, 12  # columns
_MOST_LINES = 60  # of a row
_LONGEST_HEAD = 40  # characters of a column's head


class Table(NamedTuple):
    """Where a table stands, and its cells of learning and recommendations."""

    start: int
    end: int
    parts: tuple[Part, ...]


Column = SectionKind | None
_Cells = Sequence[Span]


def tables(text: str, start: int, end: int) -> Iterator[Table]:
    """The tables between two places that have a column of learning or of recommendations."""
    if not _SET_OUT.search(text, start, end):
        return
    lines = [line.span("words") for line in _LINE.finditer(text, start, end)]
    behind = start
    for index, line in enumerate(lines):
        if line[0] < behind:
            continue
        cells = row_cells(text, line)
        found = _barred(text, lines, index, cells) if len(cells) >= _FEWEST else _lined(text, lines, index)
        if found:
            behind = found.end
            yield found


def row_cells(text: str, line: Span) -> list[Span]:
    """The cells of a row between bars or tabs; bars at its ends open and close it."""
    first, last = line
    if "|" not in text[first:last] and "\t" not in text[first:last]:
        return [line]
    marks = [first, *(at for mark in _BETWEEN.finditer(text, first, last) for at in mark.span()), last]
    cells = list(zip(marks[::2], marks[1::2], strict=True))
    cells = cells[1:] if text[first] == "|" else cells
    return cells[:-1] if text[last - 1] == "|" else cells


def is_column(words: str) -> bool:
    """Whether words head a column, of use or not."""
    return bool(_HEAD.fullmatch(words) or _ANY_HEAD.fullmatch(words))


def column(words: str) -> Column:
    """What the column holds that words head; nothing of use, if they are none of those known."""
    named = _HEAD.fullmatch(words)
    return SectionKind[named.lastgroup] if named and named.lastgroup else None


def is_ruled(words: str) -> bool:
    """Whether a line only draws a table."""
    return _RULED.match(words) is not None


def _columns(text: str, cells: _Cells) -> list[Column]:
    """What each column holds; none if one of the words is no column's, or no column is of use."""
    columns: list[Column] = []
    for start, end in cells:
        words = text[start:end].strip(" *:?")
        if words and not is_column(words):
            return []
        columns.append(column(words))
    if len(cells) == _FEWEST and text[cells[0][0]] == "\t":  # a line that is set in
        return []
    return columns if {SectionKind.LEARNING, SectionKind.RECOMMENDATIONS} & set(columns) else []


def _barred(text: str, lines: _Cells, index: int, head: _Cells) -> Table | None:
    """The table whose head is a line, and whose rows stand a line each."""
    columns = _columns(text, head)
    if not columns:
        return None
    rows, end = list[_Cells](), lines[index][1]
    for line in islice(lines, index + 1, None):
        cells, ruled = row_cells(text, line), is_ruled(text[slice(*line)])
        if rows and _goes_on(text, rows[-1], len(columns), end, line):
            rows[-1] = (
                [*rows[-1], *cells[1:]] if text[line[0]] == "\t" else [*rows[-1][:-1], (rows[-1][-1][0], line[1])]
            )
        elif len(cells) < _FEWEST and not ruled:
            break
        elif not ruled:
            rows.append(cells)
        end = line[1]
    parts = tuple(part for row in rows for part in _row(text, columns, row))
    return Table(lines[index][0], end, parts) if parts else None


def _goes_on(text: str, row: _Cells, columns: int, end: int, line: Span) -> bool:
    """Whether a line right goes on with a row whose cells tabs part: led by one, or by a bullet as its cell is."""
    parted = len(row) > 1 and "\t" in text[row[0][1] : row[1][0]]
    if not parted or "\n" in text[end : line[0]].replace("\n", "", 1):
        return False
    if text[line[0]] == "\t":
        return len(row) < columns
    in_cell = FIRST_BULLET.match(text, *line) and FIRST_BULLET.match(text, *row[-1])
    return "\t" not in text[slice(*line)] and bool(in_cell or len(row) < columns)


def _lined(text: str, lines: _Cells, index: int) -> Table | None:
    """The table whose head begins with a line, whose cells stand a line each, and whose rows are numbered from 1."""
    head = list(takewhile(lambda line: _is_head(text, line), islice(lines, index, index + _MOST)))
    below = index + len(head)
    if len(head) <= _FEWEST or below >= len(lines) or text[slice(*lines[below])].rstrip(".") != "1":
        return None
    columns = _columns(text, head)
    rows = list(_numbered_rows(text, lines[below:])) if columns and columns[0] is None else []
    parts = tuple(part for row in rows for part in _row(text, columns, _filled(columns, row)))
    return Table(lines[index][0], rows[-1][-1][1], parts) if parts else None


def _numbered_rows(text: str, lines: _Cells) -> Iterator[_Cells]:
    """The rows that begin with a line for their number."""
    begins, behind = list[int](), 0
    for behind, line in enumerate(lines, 1):
        if text[slice(*line)].rstrip(".") == str(len(begins) + 1):
            begins.append(behind - 1)
        elif behind - begins[-1] > _MOST_LINES:
            break
    *rows, last = [lines[one:other] for one, other in pairwise([*begins, behind])]
    yield from rows
    yield _last_row(text, last)


def _is_head(text: str, line: Span) -> bool:
    if line[1] - line[0] > _LONGEST_HEAD:
        return False
    return is_column(text[slice(*line)].strip(" *:?"))


def _last_row(text: str, row: _Cells) -> _Cells:
    """The cells of the last row: a blank line ends it."""
    ends = [n for n, (one, other) in enumerate(pairwise(row), 1) if "\n\n" in text[one[1] : other[0]]]
    return row[: ends[0]] if ends else row


def _filled(columns: Sequence[Column], row: _Cells) -> _Cells:
    """The cells of a row column by column: more lines than columns are lines of the recommendation."""
    more = len(row) - len(columns)
    if more <= 0:
        return row
    kinds = list(columns)
    at = kinds.index(SectionKind.RECOMMENDATIONS) if SectionKind.RECOMMENDATIONS in kinds else len(kinds) - 1
    return [*row[:at], (row[at][0], row[at + more][1]), *row[at + more + 1 :]]


def _row(text: str, columns: Sequence[Column], cells: _Cells) -> Iterator[Part]:
    """The parts of a row, with the cell that says who is asked as the lead-in of what is asked."""
    owner = next((cell for column, cell in zip(columns, cells, strict=False) if column is SectionKind.OTHER), None)
    for column, (start, end) in zip(columns, cells, strict=False):
        if column in (None, SectionKind.OTHER) or _NOTHING.match(text, start, end):
            continue
        asked = owner if column is SectionKind.RECOMMENDATIONS and owner and text[slice(*owner)].strip() else None
        for first, last in cell_lines(text, start, end):
            lead_in = LeadIn(column, *(asked or (first, first)), whole=not _MARKED.match(text, first, last))
            yield lead_in, first, last


def cell_lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of a cell; one that goes on with the line above is no line of its own."""
    marks = [start, *(m.end() for m in _NEXT_LINE.finditer(text, start, end)), end]
    yield from ((one, one + len(text[one:other].rstrip())) for one, other in pairwise(marks))

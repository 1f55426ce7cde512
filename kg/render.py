"""Answers as text or bytes: for reading, for spreadsheets, for programs. A new format is one function and one line.

Text in an answer is copied from documents, so it can hold anything. A spreadsheet runs a cell that begins with `=` as a
formula: CSV, which spreadsheets open by a double click, puts an apostrophe before such text, and XLSX stores it as
text. TSV, JSON and JSON Lines give programs the text as it is.
"""

import io
import json
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from types import MappingProxyType

from kg.answers import Answer, ByColumn, Cells, MissingLibraryError, Row, Value
from kg.errors import KGError
from kg.terms import compact

_FORMULA = re.compile(r"[\t\r ]*[=+\-@＝＋－＠]")  # noqa: RUF001 - full-width signs start formulas too
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_TSV_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_MARKDOWN_ESCAPES = str.maketrans({"\\": r"\\", "|": r"\|", "<": "&lt;", "`": r"\`", "*": r"\*", "_": r"\_"})
_WHOLE_WORD = 40  # characters of a word that a table keeps on one line
_BLOCK = 1_000  # rows that are made into lines at once, few enough for the processor's cache
_MOST_LINES = 3  # of a row, before a table is harder to read than blocks
_LONGEST_CELL = 32_767  # characters that a cell of a spreadsheet holds


class UnknownFormatError(KGError):
    """No format has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"No format is called {name!r}. Try one of: {', '.join(FORMATS)}.")


def rendered(answer: Answer, format_: str, *, width: int | None = None) -> Iterator[str | bytes]:
    """Yield an answer in a format, in parts that can be printed as they come.

    Raises: UnknownFormatError, MissingLibraryError.
    """
    if format_ == "csv":
        yield from _csv(answer)
    else:
        yield render(answer, format_, width=width)


def render(answer: Answer, format_: str, *, width: int | None = None) -> str | bytes:
    """An answer in a format: `xlsx` as bytes, the others as text that ends in a line end.

    With `width`, a table is folded to so many characters.

    Raises: UnknownFormatError, MissingLibraryError.
    """
    if format_ == "table":
        return as_table(answer, width)
    if format_ not in FORMATS:
        raise UnknownFormatError(format_)
    return FORMATS[format_](answer)


def as_table(answer: Answer, width: int | None = None) -> str:
    """A table for reading: IRIs in short, control characters shown as a mark, what is unknown left empty.

    Where `width` would fold a row into a pillar, each row stands as a block of its own, a line for each column.
    """
    rows = [[_shown(value) for value in row] for row in answer.rows]
    if not width or not rows:
        return _grid(answer, rows, None)
    lines, widths = _folded(answer.columns, rows, width)
    return _grid(answer, rows, widths) if lines <= _MOST_LINES else _blocks(answer.columns, rows, width)


def as_csv(answer: Answer) -> str:
    """Comma-separated values, safe to open in a spreadsheet."""
    return "".join(_csv(answer))


def _csv(answer: Answer) -> Iterator[str]:
    """Yield the lines of CSV, some at a time: a column at once, which is quicker than a cell at a time."""
    ends = ("," * (len(answer.columns) - 1) + "\n")[: len(answer.columns)]
    yield "".join([csv_cell(name) + end for name, end in zip(answer.columns, ends, strict=True)]) or '""\n'
    for columns in _csv_columns(answer.rows, ends):
        yield "".join(chain.from_iterable(zip(*columns, strict=True)))


def _csv_columns(rows: Sequence[Row], ends: str) -> Iterator[Sequence[Sequence[str]]]:
    """Yield the cells of some rows after those of others, by column, each with what ends it."""
    known = {end: _CsvCells(end, alone=len(ends) == 1) for end in ends}
    if isinstance(rows, ByColumn):
        whole = [_csv_told(cells, known[end]) for cells, end in zip(rows.cells, ends, strict=True)]
        for first in range(0, len(rows), _BLOCK):
            yield [cells[first : first + _BLOCK] for cells in whole]
    else:
        for first in range(0, len(rows), _BLOCK):
            block = zip(*rows[first : first + _BLOCK], strict=True)
            yield [_csv_column(known[end], values) for values, end in zip(block, ends, strict=True)]


def as_tsv(answer: Answer) -> str:
    r"""Tab-separated values; a tab or line end in a value is written `\t` or `\n`."""
    rows = (answer.columns, *answer.rows)
    return "".join("\t".join(_text(value).translate(_TSV_ESCAPES) for value in row) + "\n" for row in rows)


def as_json(answer: Answer) -> str:
    """A list of objects from column to value; what is unknown is `null`."""
    return json.dumps(_records(answer), ensure_ascii=False, indent=2) + "\n"


def as_jsonl(answer: Answer) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in _records(answer))


def as_markdown(answer: Answer) -> str:
    """A table that Markdown shows, with nothing in it that Markdown or HTML would run."""
    lines = [answer.columns, ["---"] * len(answer.columns), *answer.rows]
    return "".join("| " + " | ".join(map(_markdown_cell, line)) + " |\n" for line in lines)


def as_xlsx(answer: Answer) -> bytes:
    """A workbook of one sheet; text is text there, whatever it begins with.

    Raises: MissingLibraryError, if openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError as error:
        raise MissingLibraryError("openpyxl", "xlsx") from error
    book = Workbook()
    sheet = book.active
    sheet.title = "Answer"
    sheet.freeze_panes = "A2"
    for number, row in enumerate((answer.columns, *answer.rows), 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = _spreadsheet_value(value)
            if isinstance(value, str):
                cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


FORMATS: Mapping[str, Callable[[Answer], str | bytes]] = MappingProxyType(
    {
        "table": as_table,
        "csv": as_csv,
        "tsv": as_tsv,
        "json": as_json,
        "jsonl": as_jsonl,
        "markdown": as_markdown,
        "xlsx": as_xlsx,
    }
)


def _text(value: Value) -> str:
    if value.__class__ is int:  # most that is no text
        return str(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _shown(value: Value) -> str:
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", " ".join(compact(_text(value)).split("\n")))


class _CsvCells(dict[Value, str]):
    """Texts as cells of CSV with what ends them, each made once; an empty line would be no row."""

    def __init__(self, end: str, *, alone: bool) -> None:
        self._end, self._nothing = end, '""' if alone else ""

    def __missing__(self, value: Value) -> str:
        cell = self[value] = self.cell(value)
        return cell

    def cell(self, value: Value) -> str:
        """A value as a cell, and what ends it."""
        return (csv_cell(value) or self._nothing) + self._end


def _csv_told(cells: Sequence[Value], known: _CsvCells) -> Sequence[str]:
    return cells.told(known.cell) if isinstance(cells, Cells) else _csv_column(known, cells)


def _csv_column(known: _CsvCells, values: Sequence[Value]) -> list[str]:
    """A column's cells; long answers say the same texts again and again."""
    if set(map(type, values)) == {str}:
        return list(map(known.__getitem__, values))
    return [known[value] if value.__class__ is str else known.cell(value) for value in values]


def csv_cell(value: Value) -> str:
    """A value as a cell of CSV, safe to open in a spreadsheet."""
    if not isinstance(value, str):
        return _text(value)
    text = "'" + value if _FORMULA.match(value) and not _NUMBER.fullmatch(value) else value
    return '"' + text.replace('"', '""') + '"' if _needs_quotes(text) else text


def _needs_quotes(text: str) -> bool:
    """Whether a cell's text needs quotes: `;` parts cells where the decimal sign is a comma."""
    # each is looked for by itself, which takes a fifth of the time that a pattern of all takes
    has_sign = "," in text or '"' in text or ";" in text or "\n" in text or "\r" in text or "\t" in text
    return has_sign or text[:1].isspace() or text[-1:].isspace()


def _markdown_cell(value: Value) -> str:
    return _shown(value).translate(_MARKDOWN_ESCAPES)


def _spreadsheet_value(value: Value) -> Value:
    if isinstance(value, str):
        return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", value)[:_LONGEST_CELL]
    return value


def _records(answer: Answer) -> list[dict[str, Value]]:
    return [{name: _number(value) for name, value in record.items()} for record in answer.records()]


def _number(value: Value) -> Value:
    """JSON knows no decimals: a whole one is an integer, another a float of the same digits."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _alignment(answer: Answer) -> list[str]:
    columns = zip(*answer.rows, strict=True)
    return ["right" if any(map(_is_number, cells)) and not any(map(_is_text, cells)) else "left" for cells in columns]


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _is_text(value: Value) -> bool:
    return isinstance(value, str)


def _grid(answer: Answer, rows: list[list[str]], widths: list[int] | None) -> str:
    from tabulate import tabulate

    table = tabulate(
        rows,
        headers=answer.columns,
        tablefmt="simple",
        disable_numparse=True,
        colalign=_alignment(answer) if rows else None,
        maxcolwidths=widths,
        break_on_hyphens=False,
    )
    return f"{table}\n"


def _folded(columns: tuple[str, ...], rows: list[list[str]], width: int) -> tuple[int, list[int]]:
    """To how many lines rows must fold to fit, and the widths of the columns then; short words stay whole."""
    cells = [(name, *column) for name, column in zip(columns, zip(*rows, strict=True), strict=True)]
    wanted = [max(map(len, column)) for column in cells]
    whole = [
        min(max((len(word) for cell in column for word in cell.split()), default=1), _WHOLE_WORD) for column in cells
    ]
    room = width - 2 * (len(columns) - 1)
    for lines in range(1, _MOST_LINES + 1):
        widths = [max(least, -(-most // lines)) for most, least in zip(wanted, whole, strict=True)]
        if sum(widths) <= room:
            return lines, widths
    return _MOST_LINES + 1, []


def _blocks(columns: tuple[str, ...], rows: list[list[str]], width: int) -> str:
    indent = max(map(len, columns)) + 2
    return "\n".join(
        "".join(
            textwrap.fill(cell or "-", width, initial_indent=name.ljust(indent), subsequent_indent=" " * indent) + "\n"
            for name, cell in zip(columns, row, strict=True)
        )
        for row in rows
    )

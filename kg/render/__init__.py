"""Answers as text or bytes: for reading, for spreadsheets, for programs. A new format is one function and one line.

Text in an answer is copied from documents, so it can hold anything. A spreadsheet runs a cell that begins with `=` as a
formula: CSV, which spreadsheets open by a double click, puts an apostrophe before such text, and XLSX stores it as
text. TSV, JSON and JSON Lines give programs the text as it is.
"""

import io
import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from kg.answers import Answer, MissingLibraryError, Value
from kg.errors import KGError
from kg.render.csv_text import as_csv, csv_cell, csv_lines
from kg.render.table import as_table
from kg.render.values import json_records, json_value, shown, text, without_controls

__all__ = ["FORMATS", "UnknownFormatError", "as_csv", "csv_cell", "render", "rendered"]

_TSV_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_MARKDOWN_ESCAPES = str.maketrans({"\\": r"\\", "|": r"\|", "<": "&lt;", "`": r"\`", "*": r"\*", "_": r"\_"})
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
        yield from csv_lines(answer)
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


def as_tsv(answer: Answer) -> str:
    r"""Tab-separated values; a tab or line end in a value is written `\t` or `\n`."""
    rows = (answer.columns, *answer.rows)
    return "".join("\t".join(text(value).translate(_TSV_ESCAPES) for value in row) + "\n" for row in rows)


def as_json(answer: Answer) -> str:
    """A list of objects from column to value; what is unknown is `null`."""
    return json.dumps(json_records(answer), ensure_ascii=False, indent=2) + "\n"


def as_jsonl(answer: Answer) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in json_records(answer))


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


def _markdown_cell(value: Value) -> str:
    return shown(value).translate(_MARKDOWN_ESCAPES)


def _spreadsheet_value(value: Value) -> Value:
    if isinstance(value, str):
        return without_controls(value)[:_LONGEST_CELL]
    return json_value(value) if isinstance(value, float) else value

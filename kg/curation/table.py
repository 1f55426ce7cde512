"""A worksheet as it comes back: CSV as any spreadsheet saves it, or XLSX, told apart by content."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kg.answers import MissingLibraryError
from kg.errors import KGError
from kg.read import archive as archives

LARGEST = 50_000_000  # bytes of a worksheet, packed or not
MOST_ROWS = 500_000
_GUARDED = re.compile(r"'[\t\r ]*[=+\-@\uff1d\uff0b\uff0d\uff20]")  # the apostrophe that kg puts before formulas
_XLSX = b"PK\x03\x04"


class WorksheetError(KGError):
    """A worksheet cannot be taken as it is: one line that names the file, the row and the column."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a worksheet: its number as a spreadsheet counts, and its cells by column."""

    number: int
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        """The words of a cell; empty where the worksheet has no such column."""
        return self.cells.get(column, "")


def read_table(path: Path, needed: Sequence[str]) -> tuple[Line, ...]:
    """The rows of a worksheet that are not empty; columns that are not known are left alone.

    Raises: WorksheetError, if it cannot be read, or lacks a needed column.
    """
    rows = _rows(path)
    try:
        return _lines(path, rows, needed)
    except csv.Error as error:
        raise _not_csv(path, error) from None


def columns(path: Path) -> frozenset[str]:
    """The names of a worksheet's columns.

    Raises: WorksheetError, if it cannot be read.
    """
    try:
        return frozenset(cell.strip().lower() for cell in next(iter(_rows(path)), ()))
    except csv.Error as error:
        raise _not_csv(path, error) from None


def _rows(path: Path) -> Iterator[list[str]]:
    try:
        if path.stat().st_size > LARGEST:
            raise WorksheetError(f"{path} is larger than {LARGEST // 1_000_000} MB: split it into several worksheets.")
        data = path.read_bytes()
    except FileNotFoundError:
        raise WorksheetError(f"{path} does not exist: check the path.") from None
    except (OSError, ValueError) as error:
        raise WorksheetError(f"{path} cannot be read: {error}.") from None
    return _xlsx(path, data) if data.startswith(_XLSX) else _csv(path, data)


def _not_csv(path: Path, error: csv.Error) -> WorksheetError:
    return WorksheetError(f"{path} is not a CSV file ({error}): save it as CSV or XLSX again.")


def _lines(path: Path, rows: Iterable[Sequence[str]], needed: Sequence[str]) -> tuple[Line, ...]:
    numbered = enumerate(rows, 1)
    header = [cell.strip().lower() for cell in next(numbered, (1, ()))[1]]
    for column in needed:
        if column not in header:
            raise WorksheetError(
                f"{path}, row 1: there is no column {column!r}. Take the header of `kg curate export`."
            )
        if header.count(column) > 1:
            raise WorksheetError(f"{path}, row 1: two columns are called {column!r}. Remove or rename one.")
    lines = []
    for number, row in numbered:
        if number > MOST_ROWS:
            raise WorksheetError(f"{path} has more than {MOST_ROWS:,} rows: split it into several worksheets.")
        if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
            raise WorksheetError(f"{path}, row {number} has more cells than the header: check its quotation marks.")
        if any(cell.strip() for cell in row):
            lines.append(Line(number, {name: cell.strip() for name, cell in zip(header, row, strict=False)}))
    return tuple(lines)


def _csv(path: Path, data: bytes) -> Iterator[list[str]]:
    if b"\0" in data:
        raise WorksheetError(f"{path} is neither CSV nor XLSX: save it as one of these.")
    text = _decoded(data)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
        yield [cell[1:] if _GUARDED.match(cell) else cell for cell in row]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # what older spreadsheets write


def _xlsx(path: Path, data: bytes) -> Iterator[list[str]]:
    try:
        from openpyxl import load_workbook
    except ModuleNotFoundError as error:
        raise MissingLibraryError("openpyxl", "xlsx") from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            archives.check(archive)
            if sum(part.file_size for part in archive.infolist()) > LARGEST:
                raise WorksheetError(f"{path} unpacks to more than {LARGEST // 1_000_000} MB: split it.")
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        yield from ([_text(value) for value in row] for row in sheet.iter_rows(values_only=True))
    except archives.ArchiveError as error:
        raise WorksheetError(f"{path} is an XLSX file that {error}: save it again, or as CSV.") from None
    except (zipfile.BadZipFile, KeyError, IndexError, EOFError, OSError, ValueError, SyntaxError, TypeError) as error:
        raise WorksheetError(f"{path} is a damaged XLSX file ({type(error).__name__}): save it again.") from None


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)

"""PDF files, read by pypdf or, where asked for, by PDFium; what both give is cleaned in the same way."""

import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import hypot

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from kg.read.content import Content
from kg.read.errors import UnreadableError
from kg.read.limits import FEWEST_CHARACTERS, MOST_CHARACTERS, MOST_PAGES
from kg.read.lines import Line, Page, estimated_width, in_reading_order
from kg.read.paragraphs import put_together
from kg.read.pdf_errors import damaged, encrypted, too_many_pages
from kg.read.running_heads import without_heads

ENGINE = "KG_PDF"  # the variable that names the engine

Matrix = Sequence[float]
Pages = Callable[[str, bytes], Iterator[list[Line]]]  # a file's name (for errors) and bytes -> the lines of each page


def document(name: str, data: bytes) -> Content:
    """The text of a PDF in reading order, without running heads, and where in it each page begins.

    Raises: UnreadableError, if it is damaged, encrypted, a picture of text, or larger than the limits.
    """
    pages = _within_limits(name, _engine()(name, data))
    letters = sum(len(line.text) for page in pages for line in page)
    if letters < FEWEST_CHARACTERS * max(1, len(pages)):
        raise UnreadableError(f"{name} is a PDF of pictures, not of text: have its text recognised (OCR) first.")
    return put_together(without_heads(pages))


def _within_limits(name: str, found: Iterator[list[Line]]) -> list[Page]:
    pages: list[Page] = []
    characters = 0
    for lines in found:
        if len(pages) == MOST_PAGES:
            raise too_many_pages(name)
        characters += sum(len(line.text) for line in lines)
        if characters > MOST_CHARACTERS:
            raise UnreadableError(f"{name} is a PDF of more than {MOST_CHARACTERS:,} characters: split it.")
        pages.append(in_reading_order(lines))
    return pages


def _engine() -> Pages:
    """The engine that the environment asks for: pypdf unless it names PDFium."""
    asked = os.environ.get(ENGINE, "pypdf")
    if asked not in _ENGINES:
        raise UnreadableError(f"{ENGINE} is {asked!r}, which reads no PDF: set it to {' or '.join(_ENGINES)}.")
    return _ENGINES[asked]


def _by_pypdf(name: str, data: bytes) -> Iterator[list[Line]]:
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise encrypted(name)
        if len(reader.pages) > MOST_PAGES:
            raise too_many_pages(name)
        for page in reader.pages:
            yield _lines(page)
    except (FileNotDecryptedError, DependencyError):
        raise encrypted(name) from None
    except LimitReachedError:
        raise UnreadableError(f"{name} is a PDF that unpacks to more than is read: save its text instead.") from None
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, ArithmeticError) as error:
        raise damaged(name, error) from None


def _by_pdfium(name: str, data: bytes) -> Iterator[list[Line]]:
    from kg.read.pdf_fast import pages

    return pages(name, data)


_ENGINES: Mapping[str, Pages] = {"pypdf": _by_pypdf, "pdfium": _by_pdfium}


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page, as drawn."""
    lines: list[Line] = []
    is_open = False

    def take(text: str, cm: Matrix, tm: Matrix, _font: object, size: float) -> None:
        nonlocal is_open
        for number, part in enumerate(text.split("\n")):
            is_open = is_open and number == 0
            if not part.strip():
                continue
            line = _placed(part, cm, tm, size, number)
            if is_open and _goes_on(lines[-1], line):
                lines[-1] = _longer(lines[-1], line)
            else:
                lines.append(line)
            is_open = True

    page.extract_text(visitor_text=take)
    return lines


def _placed(text: str, cm: Matrix, tm: Matrix, size: float, lines_above: int) -> Line:
    """Words at the place that the text matrix and the page's matrix give them."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scale = hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
    printed = max(1.0, abs(size * scale))
    return Line(text, x, y - 1.2 * printed * lines_above, printed, estimated_width(text.strip(), printed))


def _goes_on(line: Line, more: Line) -> bool:
    """Whether words stand on the same line and in the same column."""
    return (
        abs(line.y - more.y) < 0.5 * line.size and line.x <= more.x < line.right + 0.03 * line.width + 0.8 * line.size
    )


def _longer(line: Line, more: Line) -> Line:
    return replace(line, text=line.text + more.text, width=max(line.width, more.right - line.x))

"""The sample digest as other programs would save it: web page, Word file, PDF in one column and in two."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from fpdf import FPDF

from kg.paths import sample

TEXT = (sample() / "nspcc-2023-07.txt").read_text(encoding="utf-8").replace("–", "-")  # what every typeface has
PARAGRAPHS = [" ".join(part.split()) for part in TEXT.split("\n\n") if part.strip()]
ADDRESS = "https://example.org/review.pdf"  # invented
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def paragraph(words: str, style: str = "", listed: str = "") -> str:
    """A paragraph of a Word file, its words in two runs, as Word splits them."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{listed}</w:pPr>' if style or listed else ""
    middle = len(words) // 2
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(half)}</w:t></w:r>' for half in (words[:middle], words[middle:])
    )
    return f"<w:p>{properties}{runs}</w:p>"


def docx(body: str | None = None, head: str = '<?xml version="1.0" encoding="UTF-8"?>', notes: str = "") -> bytes:
    """A Word file of a body in XML, with a header that is not of the text, and footnotes if any are given."""
    inner = "".join(map(paragraph, PARAGRAPHS)) if body is None else body
    kinds = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    link = f'<Relationship Id="link" Type="{_R}/hyperlink" Target="{ADDRESS}" TargetMode="External"/>'
    words = f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{inner}</w:body></w:document>'
    return zipped(
        {
            "[Content_Types].xml": kinds,
            "_rels/.rels": f'<Relationships xmlns="{package}">{main}</Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{link}</Relationships>',
            "word/document.xml": head + words,
            **({"word/footnotes.xml": f'<w:footnotes xmlns:w="{_W}">{notes}</w:footnotes>'} if notes else {}),
            "word/header1.xml": f'<w:hdr xmlns:w="{_W}">{paragraph("A running head")}</w:hdr>',
        }
    )


def html(inner: str | None = None) -> bytes:
    """A web page as sites make them: scripts, navigation and a notice around the words."""
    words = "".join(_element(part) for part in PARAGRAPHS) if inner is None else inner
    return f"""<!DOCTYPE html>
<html lang="en"><head><title>Case reviews</title><script>var review = "1. Serious case review: Child Z";</script>
<style>p {{ color: red }}</style></head><body class="has-cookie-notice">
<div id="cookie-banner"><p>We use cookies to improve this site.</p><button>Accept</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/contact">Contact us</a></li></ul></nav></header>
<div class="breadcrumb">Home &gt; Reviews</div>
{words}
<aside>You may also like: Baby Z</aside><div hidden>Child Y</div>
<script>document.write("<p>2. Serious case review: Child X</p>")</script>
<footer><p>Copyright of nobody</p></footer></body></html>""".encode()


def _element(words: str) -> str:
    """A paragraph, a heading if it is numbered, or a link if it says what to read."""
    if words.startswith("Other resources "):
        said = escape(words.removeprefix("Other resources "))
        return f'<div><h3>Other resources</h3>\n<a href="{ADDRESS}">{said}</a></div>\n'
    first, _, rest = escape(words).partition(" ")
    lines = f"{first}\n      {rest.replace(': ', ':&#32;', 1)}"
    return (
        f"<h2>{lines}</h2>\n" if first.rstrip(".").isdigit() else f"<p>{lines.replace('child', '<b>child</b>')}</p>\n"
    )


@dataclass(frozen=True)
class Printed:
    """A PDF, and the page on which each of its words begins."""

    data: bytes
    pages: tuple[int, ...]


def pdf(columns: int = 1, *, by_row: bool = False, paragraphs: Sequence[str] = PARAGRAPHS) -> Printed:
    """A PDF with running heads and page numbers; `by_row` draws columns row by row, else long words are broken."""
    page = FPDF(unit="pt")
    page.set_auto_page_break(auto=False)
    page.set_font("Helvetica", size=10)
    width = (480 - 24 * (columns - 1)) / columns
    rows, numbers = _rows(page, paragraphs, width, breaks=not by_row)
    height = 55  # rows of a column
    per_page = height * columns
    for number in range(-(-len(rows) // per_page)):
        page.add_page()
        page.text(60, 30, f"Digest of case reviews, part {number + 1}")
        cells = [
            (60 + column * (width + 24), 60 + 12.5 * row, rows[number * per_page + column * height + row])
            for column in range(columns)
            for row in range(height)
            if number * per_page + column * height + row < len(rows)
        ]
        for x, y, words in sorted(cells, key=lambda cell: (cell[1], cell[0])) if by_row else cells:
            if words:
                page.text(x, y, words)
        page.text(280, 800, f"Page {number + 1}")
    return Printed(bytes(page.output()), tuple(1 + row // per_page for row in numbers))


def _rows(page: FPDF, paragraphs: Sequence[str], width: float, *, breaks: bool) -> tuple[list[str], list[int]]:
    """Lines no wider than a column, an empty one after each paragraph; and the line in which each word begins."""
    rows: list[str] = []
    numbers: list[int] = []
    for part in paragraphs:
        line = ""
        for word in part.split():
            if page.get_string_width(f"{line} {word}") <= width:
                numbers.append(len(rows))
                line = f"{line} {word}".strip()
                continue
            head, tail = _broken(word) if breaks else ("", word)
            fits = head and page.get_string_width(f"{line} {head}") <= width
            numbers.append(len(rows) + (not fits))
            rows.append(f"{line} {head}" if fits else line)
            line = tail if fits else word
        rows += [line, ""]
    return rows, numbers


def _broken(word: str) -> tuple[str, str]:
    """A word in two, with a hyphen: its own, a soft one, or one that stands in no other place of the word."""
    first, hyphen, rest = word.partition("-")
    if hyphen and rest:
        return f"{first}-", rest
    if len(word) < 8 or not word.isalpha():
        return "", word
    known = TEXT.lower().split().count(word.lower()) > 2
    return f"{word[:5]}{'-' if known else chr(0xAD)}", word[5:]

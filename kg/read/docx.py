"""Word files (DOCX): the paragraphs of the body and its tables, then the notes; no headers or deleted words."""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as Xml

from kg.errors import briefly
from kg.read import archive as archives
from kg.read.content import Content
from kg.read.errors import UnreadableError
from kg.read.writer import BULLET, FEWEST_COLUMNS, FEWEST_ROWS, Writer

_MAIN = "/officeDocument"  # how the type of the relation to the main part ends
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "footnoteReference", "pPr", "rPr"})
_NOTES = {"footnotes.xml": "Footnotes", "endnotes.xml": "Endnotes"}  # parts beside the main one, and what heads them
_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

_LONGEST_HEAD = 40  # characters of the words that head a column


def document(name: str, data: bytes) -> Content:
    """The text of a DOCX, paragraphs apart by an empty line, rows of tables and items of lists each on a line.

    Raises: UnreadableError, if it is damaged, or larger than the limits when unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            archives.check(archive)
            main = _main_part(archive)
            tree = _parsed(archive, main)
            addresses = _addresses(archive, main)
            notes = _notes(archive, main)
    except archives.ArchiveError as error:
        raise UnreadableError(f"{name} is a Word file that {error}: save it again in Word, or as plain text.") from None
    except archives.DAMAGED as error:
        raise UnreadableError(
            f"{name} is a damaged Word file ({briefly(error)}): open it in Word and save it again."
        ) from None
    writer = Writer()
    for child in tree:
        _walk(child, writer, addresses)
    for heading, each in notes.items():
        _write_notes(heading, each, writer)
    return writer.content


def _parsed(archive: zipfile.ZipFile, part: str) -> Xml.Element:
    return archives.xml(archives.part(archive, part))


def _main_part(archive: zipfile.ZipFile) -> str:
    """The name of the part that holds the text."""
    if "_rels/.rels" in archive.namelist():
        for relation in _parsed(archive, "_rels/.rels"):
            if relation.get("Type", "").endswith(_MAIN):
                return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _addresses(archive: zipfile.ZipFile, main: str) -> Mapping[str, str]:
    """The addresses of links, by the ids that the text gives them."""
    folder, file = posixpath.split(main)
    part = f"{folder}/_rels/{file}.rels"
    if part not in archive.namelist():
        return {}
    relations = _parsed(archive, part)
    return {each.get("Id", ""): each.get("Target", "") for each in relations if each.get("TargetMode") == "External"}


def _notes(archive: zipfile.ZipFile, main: str) -> Mapping[str, Sequence[Xml.Element]]:
    """The notes of each kind that people wrote, by their heading; Word's own lines between text and notes are not."""
    folder = posixpath.dirname(main)
    places = {heading: f"{folder}/{file}" for file, heading in _NOTES.items()}
    parts = {heading: _parsed(archive, place) for heading, place in places.items() if place in archive.namelist()}
    return {
        heading: [note for note in notes if not any(_local(key) == "type" for key in note.attrib)]
        for heading, notes in parts.items()
    }


def _write_notes(heading: str, notes: Sequence[Xml.Element], writer: Writer) -> None:
    """Put notes after the text under a heading: words at the foot of a page would break the sentences they stand by."""
    if notes:
        writer.paragraph()
        writer.words(heading)
    for number, note in enumerate(notes, start=1):
        writer.paragraph()
        writer.words(f"[{number}] ")
        for paragraph in note:
            _children(paragraph, writer, {})
            writer.words(" ")


def _walk(element: Xml.Element, writer: Writer, addresses: Mapping[str, str]) -> None:
    kind = _local(element.tag)
    if kind in _SKIPPED:
        return
    if kind == "t":
        writer.words(element.text or "")
    elif kind in _CHARACTERS:
        writer.words(_CHARACTERS[kind])
    elif kind == "p":
        _paragraph(element, writer, addresses)
    elif kind == "hyperlink":
        with writer.linked(_address(element, addresses)):
            _children(element, writer, addresses)
    elif kind == "tbl" and (rows := _data_rows(element)):
        writer.paragraph()
        for row in rows:
            _row(row, writer, addresses)
        writer.paragraph()
    else:
        _children(element, writer, addresses)
        if kind in ("tr", "tc"):
            writer.line()
        elif kind == "tbl":
            writer.paragraph()


def _data_rows(table: Xml.Element) -> list[Xml.Element]:
    """The rows of a table whose first row heads several columns, in a few words each; none of any other table."""
    rows = [child for child in table if _local(child.tag) == "tr"]
    if len(rows) < FEWEST_ROWS or any(_local(each.tag) == "tbl" for row in rows for each in row.iter()):
        return []
    heads = [_words(cell) for cell in _cells(rows[0])]
    are_heads = all(0 < len(words) <= _LONGEST_HEAD and words[-1] not in ":." for words in heads)
    return rows if are_heads and len(heads) >= FEWEST_COLUMNS else []


def _row(row: Xml.Element, writer: Writer, addresses: Mapping[str, str]) -> None:
    """A row of a table of data, its cells parted by tabs."""
    writer.row()
    cells = _cells(row)
    for number, cell in enumerate(cells):
        if number or len(cells) == 1:
            writer.cell()
        _children(cell, writer, addresses)
    writer.end_row()


def _cells(row: Xml.Element) -> list[Xml.Element]:
    return [cell for cell in row if _local(cell.tag) == "tc"]


def _words(element: Xml.Element) -> str:
    return "".join(each.text or "" for each in element.iter() if _local(each.tag) == "t").strip()


def _paragraph(element: Xml.Element, writer: Writer, addresses: Mapping[str, str]) -> None:
    """A paragraph; one of a list on a line of its own, with a bullet, as Word shows it."""
    properties = next((child for child in element if _local(child.tag) == "pPr"), None)
    names = {_local(child.tag) for child in properties} if properties is not None else set()
    is_listed = "numPr" in names and not _is_heading(properties)
    end = writer.line if is_listed else writer.paragraph
    end()
    writer.mark(BULLET if is_listed else "")
    _children(element, writer, addresses)
    writer.mark("")
    end()


def _is_heading(properties: Xml.Element | None) -> bool:
    styles: Iterator[Xml.Element] = (each for each in properties or () if _local(each.tag) == "pStyle")
    return any(
        str(value).lower().startswith(("heading", "title")) for style in styles for value in style.attrib.values()
    )


def _children(element: Xml.Element, writer: Writer, addresses: Mapping[str, str]) -> None:
    for child in element:
        _walk(child, writer, addresses)


def _address(element: Xml.Element, addresses: Mapping[str, str]) -> str:
    return next(
        (addresses[value] for key, value in element.attrib.items() if _local(key) == "id" and value in addresses), ""
    )


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]

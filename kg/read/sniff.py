"""What kind of file some bytes are, told by how they begin."""

import re

PDF = "application/pdf"
HTML = "text/html"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_SIGNATURES = (
    (b"%PDF-", PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"\xff\xfe\x00\x00", "text/plain;charset=utf-32"),
    (b"\x00\x00\xfe\xff", "text/plain;charset=utf-32"),
    (b"\xff\xfe", "text/plain;charset=utf-16"),
    (b"\xfe\xff", "text/plain;charset=utf-16"),
)
_OFFICE = ((b"word/", DOCX), (b"xl/", "xlsx"), (b"ppt/", "pptx"), (b"opendocument.text", "odt"))
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|main|article|section|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_NAMES = {
    PDF: "a PDF",
    "application/x-ole-storage": "an old Word or Office file",
    "application/rtf": "an RTF file",
    "application/gzip": "a compressed file (gzip)",
    "application/x-7z-compressed": "a compressed file (7z)",
    "application/vnd.rar": "a compressed file (RAR)",
    "application/vnd.sqlite3": "a database (SQLite)",
    "application/zip": "a ZIP file",
    "application/octet-stream": "binary, not text",
    DOCX: "a Word file (DOCX)",
    "xlsx": "an Excel file (XLSX)",
    "pptx": "a PowerPoint file (PPTX)",
    "odt": "an OpenDocument text",
    HTML: "a web page (HTML)",
    "text/plain;charset=utf-32": "text in UTF-32, not in UTF-8",
    "text/plain;charset=utf-16": "text in UTF-16, not in UTF-8",
}


def media_type(data: bytes) -> str:
    """The media type of the bytes, or the usual ending of an Office file; text/plain when nothing else fits."""
    known = next((kind for signature, kind in _SIGNATURES if data.lstrip(b"\n\r ").startswith(signature)), None)
    if known:
        return known
    if data.startswith(_ZIP):
        return next((kind for mark, kind in _OFFICE if mark in data), "application/zip")
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")[:4096]):
        return HTML
    return "application/octet-stream" if _is_binary(data) else "text/plain"


def described(kind: str) -> str:
    """A kind of file in words, with its article: "a PDF"."""
    return _NAMES.get(kind) or (f"an image ({kind[6:].upper()})" if kind.startswith("image/") else f"of kind {kind}")


def _is_binary(data: bytes) -> bool:
    """Whether there is a NUL, or more than one control character in a hundred bytes."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return b"\0" in data or controls * 100 > len(data)

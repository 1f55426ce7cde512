"""Coded documents as a REFI-QDA project, which qualitative analysis tools open: themes as codes, documents as sources.

Source: REFI-QDA Standard, Project Exchange 1.5 (qdasoftware.org): a ZIP of `project.qde`, in XML, and plain texts in
`sources`, with selections counted in Unicode characters from 0. Nothing here has a clock or a random number, so the
same store gives the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from kg import __version__
from kg.model import Digest, ThemeAssignment
from kg.rdf.iris import document_iri, part_iri, theme_iri
from kg.vocabulary import Theme, narrower, themes

NAMESPACE = "urn:QDA-XML:project:1.0"
PROJECT, SOURCES = "project.qde", "sources"
_SOFTWARE = "safeguarding-kg"
_LONGEST = 80  # characters of a name
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP can name


def project(digests: Iterable[Digest]) -> bytes:
    """The project of some documents: the whole theme scheme, their texts, and each theme that counts as a coding."""
    found = tuple(digests)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        _add(archive, PROJECT, Xml.tostring(_project(found), encoding="utf-8", xml_declaration=True))
        for digest in found:
            _add(archive, f"{SOURCES}/{source_guid(digest)}.txt", digest.document.text.encode())
    return stream.getvalue()


def theme_guid(theme: str) -> str:
    """The GUID of a theme as a code."""
    return _guid(theme_iri(theme))


def source_guid(digest: Digest) -> str:
    """The GUID of a document as a source."""
    return _guid(document_iri(digest.document.name))


def codings(digest: Digest) -> Iterator[tuple[str, ThemeAssignment]]:
    """Yield what a document's items are coded with: an id that is the document's own, and the theme with its words."""
    for review in digest.reviews:
        for item in review.items:
            yield from (
                (f"{review.number}-{item.passage.start}-{theme.theme}", theme) for theme in item.themes if theme.counts
            )


def _project(digests: Iterable[Digest]) -> Xml.Element:
    user = _guid(_SOFTWARE)
    root = Xml.Element(
        "Project",
        {"xmlns": NAMESPACE, "name": _SOFTWARE, "origin": f"{_SOFTWARE} {__version__}", "creatingUserGUID": user},
    )
    Xml.SubElement(Xml.SubElement(root, "Users"), "User", {"guid": user, "name": _SOFTWARE})
    codes = Xml.SubElement(Xml.SubElement(root, "CodeBook"), "Codes")
    for theme in themes().values():
        if theme.broader is None:
            _code(codes, theme)
    sources = Xml.SubElement(root, "Sources")
    for digest in digests:
        _source(sources, digest, user)
    return root


def _code(parent: Xml.Element, theme: Theme) -> None:
    code = Xml.SubElement(
        parent, "Code", {"guid": theme_guid(theme.id), "name": _plain(theme.label), "isCodable": "true"}
    )
    if theme.definition:
        Xml.SubElement(code, "Description").text = _plain(theme.definition)
    for each in narrower(theme.id):
        _code(code, themes()[each])


def _source(parent: Xml.Element, digest: Digest, user: str) -> None:
    guid = source_guid(digest)
    names = {"guid": guid, "name": _plain(digest.document.name), "plainTextPath": f"internal://{guid}.txt"}
    source = Xml.SubElement(parent, "TextSource", {**names, "creatingUser": user})
    for key, theme in codings(digest):
        node, words = part_iri(guid, key), theme.passage
        selection = Xml.SubElement(
            source,
            "PlainTextSelection",
            {
                "guid": _guid(node),
                "name": _plain(words.text)[:_LONGEST],
                "startPosition": str(words.start),
                "endPosition": str(words.end),
                "creatingUser": user,
            },
        )
        coding = Xml.SubElement(selection, "Coding", {"guid": _guid(f"{node}.coding"), "creatingUser": user})
        Xml.SubElement(coding, "CodeRef", {"targetGUID": theme_guid(theme.theme)})


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)


def _plain(text: str) -> str:
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _guid(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, name))

"""Archives from anywhere, read within limits: nothing is unpacked to disk, and no XML in them may declare entities."""

import zipfile
from xml.etree import ElementTree as Xml

from kg.read.limits import DENSEST, LARGEST_ARCHIVE, MOST_PARTS

DAMAGED = (zipfile.BadZipFile, Xml.ParseError, KeyError, EOFError, OSError, ValueError, NotImplementedError)
"""What reading a damaged archive raises, besides `ArchiveError`."""


class ArchiveError(Exception):
    """An archive is not read. The text says why, and follows on the archive's name: "grows more than 100 times ..."."""


class _Tree(Xml.TreeBuilder):
    """Builds a tree, and refuses a document type: entities can be made to explode."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:  # noqa: ARG002 - the parser's signature
        raise ArchiveError("declares a document type, which no such file does")


def check(archive: zipfile.ZipFile) -> None:
    """Refuse an archive by what it says of itself.

    Raises: ArchiveError.
    """
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise ArchiveError(f"has more than {MOST_PARTS:,} parts")
    if sum(part.file_size for part in parts) > LARGEST_ARCHIVE:
        raise ArchiveError(f"has more than {LARGEST_ARCHIVE // 1_000_000} MB when unpacked")
    if any(part.file_size > DENSEST * max(part.compress_size, 1_000) for part in parts):
        raise ArchiveError(f"grows more than {DENSEST} times when unpacked")
    if any(part.flag_bits & 1 for part in parts):
        raise ArchiveError("is encrypted")


def part(archive: zipfile.ZipFile, name: str, largest: int = LARGEST_ARCHIVE) -> bytes:
    """The bytes of a part. What is read is counted: the sizes an archive states may be lies.

    Raises: ArchiveError, or one of `DAMAGED`.
    """
    with archive.open(name) as stream:
        data = stream.read(largest + 1)
    if len(data) > largest:
        raise ArchiveError(f"holds a part of more than {largest // 1_000_000} MB")
    return data


def xml(data: bytes) -> Xml.Element:
    """The root of XML that declares nothing.

    Raises: ArchiveError, or one of `DAMAGED`.
    """
    parser = Xml.XMLParser(target=_Tree())  # noqa: S314 - declares no entities, and its size is bounded
    parser.feed(data)
    root: Xml.Element = parser.close()
    return root

"""A REFI-QDA project as it comes back from an analysis tool: who coded which words with what.

It may come from anywhere, so nothing is unpacked to disk, sizes are counted while reading, and XML that declares a
document type is refused.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as Xml

from kg.curation.refi import SOURCES
from kg.errors import KGError, briefly
from kg.read import archive as archives
from kg.read.limits import LARGEST

LARGEST_PROJECT = 20_000_000  # bytes of the XML, unpacked
_INTERNAL = "internal://"
_QDE = ".qde"


class ProjectError(KGError):
    """A project cannot be taken as it is."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text of a project."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Coding:
    """Words of a source that somebody coded."""

    source: Source
    start: int
    end: int
    code: str  # its GUID
    name: str  # what the project calls the code


def is_project(path: Path) -> bool:
    """Whether a file is a REFI-QDA project, by what is in it."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.endswith(_QDE) for name in archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


def read_project(path: Path) -> tuple[Coding, ...]:
    """The codings of a project's plain texts, in its order.

    Raises: ProjectError, if it is damaged or larger than the limits.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check(archive)
            return tuple(_codings(archive, _parsed(archive)))
    except (ProjectError, archives.ArchiveError) as error:
        raise ProjectError(f"{path} {error}: export it from the analysis tool again.") from None
    except archives.DAMAGED as error:
        raise ProjectError(
            f"{path} is a damaged project ({briefly(error)}): export it from the analysis tool again."
        ) from None


def _check(archive: zipfile.ZipFile) -> None:
    if sum(part.compress_size for part in archive.infolist()) > LARGEST:
        raise ProjectError(f"is larger than {LARGEST // 1_000_000} MB")
    archives.check(archive)


def _parsed(archive: zipfile.ZipFile) -> Xml.Element:
    names = [name for name in archive.namelist() if name.endswith(_QDE)]
    if len(names) != 1:
        raise ProjectError(f"holds {len(names)} files that end in {_QDE}, where there is one in a project")
    return archives.xml(archives.part(archive, names[0], LARGEST_PROJECT))


def _codings(archive: zipfile.ZipFile, root: Xml.Element) -> Iterator[Coding]:
    codes = {each.get("guid", "").lower(): each.get("name", "") for each in _all(root, "Code")}
    texts = _Texts(archive)
    for element in _all(root, "TextSource"):
        source = Source(element.get("name", ""), texts.of(element))
        for selection in _all(element, "PlainTextSelection"):
            start, end = int(selection.get("startPosition", "")), int(selection.get("endPosition", ""))
            for reference in _all(selection, "CodeRef"):
                code = reference.get("targetGUID", "").lower()
                yield Coding(source, start, end, code, codes.get(code, code))


class _Texts:
    """The texts of a project's sources, each part read and held once, however many sources name it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._parts = {name.rpartition("/")[2].lower(): name for name in archive.namelist()}
        self._read: dict[str, str] = {}

    def of(self, source: Xml.Element) -> str:
        """The plain text of a source, from its own part or from within the XML; empty where it has neither."""
        path = source.get("plainTextPath", "")
        if not path.startswith(_INTERNAL):
            return next((each.text or "" for each in _all(source, "PlainTextContent")), "")
        name = path.removeprefix(_INTERNAL).rpartition("/")[2].lower()
        if name not in self._parts:
            raise ProjectError(f"names a text that is not in its folder {SOURCES!r}")
        if name not in self._read:
            self._read[name] = archives.part(self._archive, self._parts[name], LARGEST).decode("utf-8-sig")
        return self._read[name]


def _all(element: Xml.Element, name: str) -> Iterator[Xml.Element]:
    """The elements of this name anywhere below, of whatever version of the standard."""
    return (each for each in element.iter() if isinstance(each.tag, str) and each.tag.rpartition("}")[2] == name)

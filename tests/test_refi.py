"""REFI-QDA projects: what goes out comes back, people's codings are taken in, and hostile files are refused."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from kg.curation import desk
from kg.curation.refi import NAMESPACE, PROJECT, codings, project, source_guid, theme_guid
from kg.curation.refi_read import ProjectError, is_project, read_project
from kg.extract import extract
from kg.store import Store
from kg.vocabulary import themes as scheme
from tests.invented_coding import DAY, TEXT, document, themes

GUID = source_guid(extract(document()))
NEGLECT = theme_guid("neglect")
TAG = f"{{{NAMESPACE}}}"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    path = tmp_path / "out.qdpx"
    path.write_bytes(project([extract(document())]))
    return path


@pytest.fixture
def store() -> Store:
    opened = Store.open("memory")
    opened.load([extract(document())])
    return opened


def tree(path: Path) -> Xml.Element:
    with zipfile.ZipFile(path) as archive:
        return Xml.fromstring(archive.read(PROJECT))


def rewritten(path: Path, first: str = "", end: str = "\n", more: tuple[str, str] | None = None) -> Path:
    """A project as another tool gives it back: a line first, other line ends, perhaps one more coding by a person."""
    root = tree(path)
    for selection in root.iter(f"{TAG}PlainTextSelection"):
        for name in ("startPosition", "endPosition"):
            offset = int(selection.get(name, ""))
            selection.set(name, str(len(first) + offset + TEXT.count("\n", 0, offset) * (len(end) - 1)))
    text = first + TEXT.replace("\n", end)
    if more is not None:
        [source] = root.iter(f"{TAG}TextSource")
        start = text.index(more[0])
        places = {"startPosition": str(start), "endPosition": str(start + len(more[0]))}
        coding = Xml.SubElement(Xml.SubElement(source, f"{TAG}PlainTextSelection", places), f"{TAG}Coding")
        Xml.SubElement(coding, f"{TAG}CodeRef", {"targetGUID": more[1]})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(PROJECT, Xml.tostring(root))
        archive.writestr(f"Sources/{GUID}.txt", "\ufeff" + text)
    return path


def test_a_project_holds_the_scheme_the_text_and_each_coding_at_its_place(out: Path) -> None:
    root = tree(out)
    assert len(list(root.iter(f"{TAG}Code"))) == len(scheme())
    with zipfile.ZipFile(out) as archive:
        assert archive.read(f"sources/{GUID}.txt").decode() == TEXT
    found = [(TEXT[each.start : each.end], each.code) for each in read_project(out)]
    expected = [(theme.passage, theme_guid(theme.theme)) for _, theme in codings(extract(document()))]
    assert found == [(TEXT[words.start : words.end], code) for words, code in expected]
    assert found


def test_guids_are_of_one_thing_each_and_the_same_every_time(out: Path) -> None:
    guids = [element.get("guid") for element in tree(out).iter() if element.get("guid")]
    assert len(guids) == len(set(guids))
    assert project([extract(document())]) == out.read_bytes()


def test_a_project_that_comes_back_unchanged_changes_nothing(store: Store, out: Path) -> None:
    before = set(store.quads())
    for path in (out, rewritten(out), rewritten(out, end="\r\n")):
        assert desk.take_file(store, path, "A. Coder", DAY).decisions == ()
    assert set(store.quads()) == before


def test_a_coding_that_a_person_made_is_an_added_theme(store: Store, out: Path) -> None:
    taken = desk.take_file(store, rewritten(out, more=("the grandmother", NEGLECT.upper())), "A. Coder", DAY)
    [decision] = taken.decisions
    assert (decision.verdict, decision.target.quote, decision.by) == ("add", "the grandmother", "A. Coder")
    assert ("neglect", "accepted") in themes(store)


def test_words_are_found_where_the_tool_moved_them(store: Store, out: Path) -> None:
    moved = rewritten(out, "A line the tool put first.\r\n", "\r\n", ("the grandmother", NEGLECT))
    [decision] = desk.take_file(store, moved, "A. Coder", DAY).decisions
    assert decision.target.quote == "the grandmother"


def test_what_nothing_can_be_made_of_is_said(store: Store, out: Path) -> None:
    taken = desk.take_file(store, rewritten(out, more=("the grandmother", "of-nobody")), "A. Coder", DAY)
    assert taken.decisions == ()
    assert taken.left_out == ("1 coding: the code 'of-nobody' is no theme of the scheme",)
    outside = rewritten(out, more=("Invented digest", NEGLECT))
    assert "no learning point" in desk.take_file(store, outside, "A. Coder", DAY).left_out[-1]


def test_the_command_exports_and_imports_projects(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "all.qdpx"
    assert desk.write_export(store, path, theme=None, review=None, blind=False).endswith("codings")
    assert is_project(path)
    assert desk.take_file(store, path, "A. Coder", DAY).decisions == ()


def zipped(**parts: bytes | str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("_", "."), data)
    return stream.getvalue()


def source(attributes: str, inner: str = "") -> str:
    return f"<Project><Sources><TextSource {attributes}>{inner}</TextSource></Sources></Project>"


HOSTILE = {
    "a bomb": zipped(project_qde=b" " * 60_000_000),
    "a bomb beside": zipped(project_qde="<Project/>", other_txt=b"0" * 210_000_000),
    "entities": zipped(project_qde='<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Project>&b;</Project>'),
    "an outside file": zipped(project_qde='<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><Project>&a;</Project>'),
    "no xml": zipped(project_qde="not XML"),
    "two projects": zipped(project_qde="<Project/>", another_qde="<Project/>"),
    "a text that is missing": zipped(project_qde=source('name="a" plainTextPath="internal://../../etc/passwd"')),
    "places in words": zipped(
        project_qde=source('name="a"', '<PlainTextSelection startPosition="one" endPosition="2"/>')
    ),
    "many parts": zipped(project_qde="<Project/>", **{f"p{number}": "" for number in range(5_001)}),
    "cut short": zipped(project_qde="<Project/>")[:-30] + b"project.qde",
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_project_is_refused_in_one_line(tmp_path: Path, what: str) -> None:
    path = tmp_path / "hostile.qdpx"
    path.write_bytes(HOSTILE[what])
    with pytest.raises(ProjectError, match=r"hostile\.qdpx") as error:
        read_project(path)
    assert "\n" not in str(error.value)


def test_deep_xml_is_read_without_harm(tmp_path: Path) -> None:
    path = tmp_path / "deep.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(PROJECT, "<Code>" * 50_000 + "</Code>" * 50_000)
    assert read_project(path) == ()


def test_negative_and_endless_places_are_left_out(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "odd.qdpx"
    code = f'<Coding><CodeRef targetGUID="{NEGLECT}"/></Coding>'
    inner = "".join(
        f'<PlainTextSelection startPosition="{start}" endPosition="{end}">{code}</PlainTextSelection>'
        for start, end in ((-5, 3), (5, 2), (10**12, 10**13))
    )
    text = "<PlainTextContent>nobody asked</PlainTextContent>"
    path.write_bytes(zipped(project_qde=source('name="invented.txt"', text + inner)))
    taken = desk.take_file(store, path, "A. Coder", DAY)
    assert taken.decisions == ()
    assert taken.left_out[0].startswith("3 codings")


def test_a_text_that_many_sources_name_is_held_once(tmp_path: Path) -> None:
    path = tmp_path / "same.qdpx"
    coded = f'<PlainTextSelection startPosition="0" endPosition="3"><Coding><CodeRef targetGUID="{NEGLECT}"/></Coding>'
    each = f'<TextSource name="a" plainTextPath="internal://a.txt">{coded}</PlainTextSelection></TextSource>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(PROJECT, f"<Project><Sources>{each * 50}</Sources></Project>")
        archive.writestr("sources/a.txt", "the same words")
    codings = read_project(path)
    assert len(codings) == 50
    assert {id(coding.source.text) for coding in codings} == {id(codings[0].source.text)}

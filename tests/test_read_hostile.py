"""Files made to harm: each is refused in one line within a bound of time and memory, and the next is read."""

import errno
import io
import json
import subprocess
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from fpdf import FPDF
from pypdf import PdfWriter

from kg.cli import cli
from kg.read import UnreadableError, Worker, apart, read_bytes
from kg.read.sniff import DOCX
from tests.written import TEXT, docx, html, paragraph, pdf, zipped

BOMB = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
UTF_16 = '<?xml version="1.0" encoding="utf-16"?>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'


def zip_bomb() -> bytes:
    """A Word file of some 200 kB whose text unpacks to 200 MB."""
    return docx("<w:p>" + " " * 199_000_000 + "</w:p>")


def lying_zip() -> bytes:
    """A Word file that states a smaller size for its text than it has."""
    whole = docx(paragraph("a" * 3_000_000))
    return whole.replace((3_000_000).to_bytes(4, "little"), (3_000).to_bytes(4, "little"))


def many_parts() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
        for number in range(5_001):
            archive.writestr(f"{number}", "")
    return stream.getvalue()


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return body + table + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))


def pages_of(content: bytes, pages: int = 1) -> bytes:
    """A PDF all of whose pages have one packed stream of content."""
    kids = b" ".join(b"%d 0 R" % (number + 4) for number in range(pages))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R>>"
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(content), content)
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids)
    return pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", tree, stream, *[page] * pages)


def inflating_pdf() -> bytes:
    """A PDF of 1 MB with a stream that unpacks to 1 GB."""
    packer = zlib.compressobj(9)
    return pages_of(b"".join(packer.compress(bytes(1_000_000)) for _ in range(1_000)) + packer.flush())


def endless_pages() -> bytes:
    """A PDF whose tree of pages leads back to itself."""
    return pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R 2 0 R]>>")


def locked_pdf() -> bytes:
    writer = PdfWriter()
    writer.append(io.BytesIO(pdf(1).data))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def picture_pdf() -> bytes:
    page = FPDF()
    for _ in range(2):
        page.add_page()
        page.rect(20, 20, 100, 100, style="F")
    return bytes(page.output())


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb.docx": (zip_bomb, "grows more than 100 times"),
    "lying zip.docx": (lying_zip, "damaged|grows"),
    "many parts.docx": (many_parts, "more than 5,000 parts"),
    "entity bomb.docx": (lambda: docx("<w:p/>", BOMB), "declares a document type"),
    "outside entity.docx": (lambda: docx("<w:p/>", OUTSIDE), "declares a document type"),
    "entity bomb in utf-16.docx": (
        lambda: zipped({"word/document.xml": f"{UTF_16}{BOMB}<a>&c;</a>".encode("utf-16")}),
        "declares a document type",
    ),
    "deep.docx": (lambda: docx("<w:tbl>" * 3_000 + "</w:tbl>" * 3_000), "more depth"),
    "inflating.pdf": (inflating_pdf, "inflating.pdf"),
    "2000 pages.pdf": (lambda: pages_of(zlib.compress(b"BT ET"), 2_000), "more than 500 pages"),
    "endless pages.pdf": (endless_pages, "endless pages.pdf"),
    "locked.pdf": (locked_pdf, "encrypted PDF"),
    "pictures.pdf": (picture_pdf, "pictures, not of text"),
    "truncated.pdf": (lambda: pdf(1).data[:3_000], "truncated.pdf"),
    "deep.html": (lambda: b"<html><body>" + b"<div>" * 100_000 + b"a", "more than 1,000 deep"),
    "deeply misnested.html": (lambda: b"<html><body>" + b"<b><div></x>" * 50_000 + b"a", "more than 1,000 deep"),
    "large.html": (lambda: b"<html><body>" + b"a " * 10_000_001, "more than 20 MB"),
    "empty.html": (lambda: b"<html><script>while (true) {}</script></html>", "without words"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_line_within_the_bounds(name: str) -> None:
    make, says = HOSTILE[name]
    data = make()
    begun = time.monotonic()
    with pytest.raises(UnreadableError, match=says) as refusal:
        read_bytes(name, data)
    assert time.monotonic() - begun < 35
    assert str(refusal.value).startswith(name)
    assert "\n" not in str(refusal.value)


def test_the_scripts_of_a_page_are_neither_run_nor_read() -> None:
    page = html("<h2>1. Serious case review: Baby J</h2><img src=x onerror=alert(1)><a href='javascript:x'>Read</a>")
    read = read_bytes("page.html", page)
    assert (read.text, read.links) == ("1. Serious case review: Baby J\n\nRead\n", ())


@pytest.fixture
def sleeper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that reads nothing: it sleeps, takes memory or ends, as the bytes tell it to."""
    (tmp_path / "sleeper.py").write_text(
        "import os, time\nfrom kg.read.content import Content\n"
        "def document(name, data):\n"
        "    if data == b'sleep': time.sleep(60)\n"
        "    if data == b'fill': bytearray(1 << 31)\n"
        "    if data == b'end': os._exit(9)\n"
        "    if data == b'print': print('noise', flush=True)\n"
        "    return Content(str(os.getpid()))\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    return "sleeper"


def test_one_process_reads_one_file_after_the_other(sleeper: str) -> None:
    with Worker() as worker:
        assert worker.read("a", sleeper, b"") == worker.read("b", sleeper, b"print") == worker.read("c", sleeper, b"")


@pytest.mark.parametrize(
    ("told", "seconds", "says"),
    [(b"sleep", 5, "longer than 5 seconds"), (b"fill", 60, "more memory"), (b"end", 60, "breaks its reader")],
)
def test_a_process_that_must_be_ended_is_replaced(sleeper: str, told: bytes, seconds: int, says: str) -> None:
    with Worker(seconds=seconds) as worker:
        first = worker.read("a", sleeper, b"")
        with pytest.raises(UnreadableError, match=f"^b .*{says}"):
            worker.read("b", sleeper, told)
        assert worker.read("c", sleeper, b"") != first


def test_a_pipe_to_a_process_that_is_gone_may_break_as_on_windows(
    sleeper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(errno.EINVAL, "Invalid argument")

    with Worker() as worker:
        worker.read("a", sleeper, b"")
        monkeypatch.setattr(worker._process, "stdin", Gone())
        with pytest.raises(UnreadableError, match=r"^b .*breaks its reader"):
            worker.read("b", sleeper, b"")
        assert worker.read("c", sleeper, b"").text


def test_a_file_that_takes_too_long_is_said_to_even_if_what_ends_its_process_is_still_at_work(
    sleeper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill = subprocess.Popen.kill

    def slow(process: "subprocess.Popen[bytes]") -> None:
        kill(process)
        time.sleep(1)

    monkeypatch.setattr(subprocess.Popen, "kill", slow)
    with Worker(seconds=1) as worker, pytest.raises(UnreadableError, match="longer than 1 seconds"):
        worker.read("b", sleeper, b"sleep")


def test_a_file_read_as_its_time_runs_out_is_not_held_against_the_next(
    sleeper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = apart._asked

    def slow(process: "subprocess.Popen[bytes]", request: dict[str, object], data: bytes) -> bytes:
        line = asked(process, request, data)
        process.wait()  # until the time has run out
        return line

    with Worker(seconds=2) as worker:
        with monkeypatch.context() as patch:
            patch.setattr(apart, "_asked", slow)
            first = worker.read("a", sleeper, b"")
        assert worker.read("b", sleeper, b"") != first


def test_the_rest_of_a_folder_is_loaded_and_the_refusals_are_written_down(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("zip bomb.docx", "deep.html", "endless pages.pdf"):
        (folder / name).write_bytes(HOSTILE[name][0]())
    for name, data in {"a.pdf": pdf(1).data, "m.docx": docx(), "z.html": html(), "z.txt": TEXT.encode()}.items():
        (folder / name).write_bytes(data)
    arguments = ["load", str(folder), "--store", str(tmp_path / "kg"), "--refused", str(tmp_path / "refused.jsonl")]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 1
    assert "4 added, 24 reviews read" in result.stderr
    refusals = [json.loads(line) for line in (tmp_path / "refused.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [each["name"] for each in refusals] == ["deep.html", "endless pages.pdf", "zip bomb.docx"]
    assert all(each["reason"] in result.stderr for each in refusals)


@pytest.mark.usefixtures("_no_limits")
def test_files_are_read_where_the_system_limits_no_memory() -> None:
    assert "Serious case review" in read_bytes("digest.pdf", pdf(1).data).text
    with pytest.raises(UnreadableError, match="grows more than 100 times"):
        read_bytes("zip bomb.docx", zip_bomb())


@pytest.mark.parametrize(("place", "why"), [("none/there.jsonl", "No such file"), (".", "Is a directory")])
def test_a_place_where_refusals_cannot_be_written_is_named_before_anything_is_read(
    tmp_path: Path, place: str, why: str
) -> None:
    (tmp_path / "good.txt").write_bytes(TEXT.encode())
    store, file = tmp_path / "kg", tmp_path / place
    result = CliRunner().invoke(cli, ["load", str(tmp_path), "--store", str(store), "--refused", str(file)])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {file} cannot be written: {why}")
    assert result.stderr.count("\n") == 1
    assert not store.exists()


def test_refusals_that_cannot_be_written_are_told_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, file = tmp_path / "documents", tmp_path / "refused.jsonl"
    documents.mkdir()
    (documents / "good.txt").write_bytes(TEXT.encode())
    (documents / "empty.txt").touch()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("kg.atomic.write_text", full)
    arguments = ["load", str(documents), "--store", "memory", "--refused", str(file)]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[1:] == [
        "Refused: empty.txt is empty: check that it was saved or copied to the end.",
        f"{file} cannot be written: No space left on device. Try another folder or name.",
        "Error: 1 of 2 documents refused; the others are stored.",
    ]
    (documents / "empty.txt").unlink()
    result = CliRunner().invoke(cli, arguments)
    assert (result.exit_code, result.stderr.splitlines()[-1][:7]) == (1, "Error: ")


def test_a_word_file_is_told_by_its_content() -> None:
    assert read_bytes("digest.pdf", docx()).media_type == DOCX

"""Reading: a file becomes one document, or one line that says what it is and what to do."""

import io
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from kg.extract import extract
from kg.model import joined
from kg.read import LARGEST, UnreadableError, read, read_bytes


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return buffer.getvalue()


def test_a_document_carries_its_name_hash_and_text(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "digest.txt"
    path.parent.mkdir()
    path.write_bytes(b"Baby J\n")
    document = read(path)
    assert (document.name, document.media_type, document.text) == ("digest.txt", "text/plain", "Baby J\n")
    assert document.sha256 == sha256(b"Baby J\n").hexdigest()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Child’s – plan".encode(), "Child’s – plan"),
        ("Child’s – plan".encode("cp1252"), "Child’s – plan"),
        (b"\xef\xbb\xbfChild", "Child"),
        ("Child’s – plan ".encode() + "at the café".encode("cp1252"), "Child’s – plan at the café"),
        ("“Child” ".encode("cp1252") + "é".encode(), "“Child” Ã©"),
        (b"one\r\ntwo\rthree\n\nfour", "one\ntwo\nthree\n\nfour"),
        (b"page\x0cbreak  and   spaces ", "page\x0cbreak  and   spaces "),
    ],
    ids=[
        "UTF-8",
        "Windows-1252",
        "byte order mark",
        "a word of the other",
        "mostly Windows-1252",
        "line ends",
        "nothing else changed",
    ],
)
def test_text_is_decoded_and_only_line_ends_change(data: bytes, text: str) -> None:
    assert read_bytes("digest.txt", data).text == text


@pytest.mark.parametrize(
    ("copied", "text"),
    [
        ("a safe-\nguarding plan", "a safeguarding\nplan"),
        ("was not under-\n  stood, and\nleft", "was not understood,\n  and\nleft"),
        ("neglect was sus-\n\x0cpected", "neglect was suspected\n\x0c"),
        ("records were un-\n\nfinished here", "records were unfinished\n\nhere"),
        ("SAFE-\nGUARDING", "SAFEGUARDING\n"),
        ("Larkin spoke; Lar-\nkin wept", "Larkin spoke; Larkin\nwept"),
        ("a multi-\nagency plan", "a multi-agency\nplan"),
        ("a two-year-\nold girl", "a two-year-old\ngirl"),
        ("a 7-week-\nold boy", "a 7-week-old\nboy"),
        ("agen- cies were not under- stood", "agencies were not understood"),
        ("agen- cies saw a 7-week- old boy", "agencies saw a 7-week-old boy"),
        ("agen-\ncies in a drop-\nin centre", "agencies\nin a drop-in\ncentre"),
        (
            "short- or long-term plans of seni- or staff; agen- cies",
            "short- or long-term plans of senior staff; agencies",
        ),
    ],
)
def test_a_word_that_a_line_broke_is_whole_in_the_text(copied: str, text: str) -> None:
    assert read_bytes("digest.txt", copied.encode()).text == text


QUOTED = """\
On 3 May Ada wrote:

> * Serious case review: Yew *
>
> Death of a 3-month-old boy in May 2019 while in the care of a neigh-
> bour.
>
> Learning includes:
> - visits were short and nobody
>   wrote them down
> - notes were thin
>
> Recommendations include: a leaflet; and a film.
>
> Read the overview report (PDF) <https://reviews.example/7>
"""


@pytest.mark.parametrize("mark", ["> ", ">", ">> ", "> > "])
def test_a_digest_that_a_mail_quotes_is_read_without_the_marks_of_its_lines(mark: str) -> None:
    mail = "\n".join(f"{mark}{line[2:]}" if line[:1] == ">" else line for line in QUOTED.split("\n"))
    document = read_bytes("mail.txt", mail.encode())
    (review,) = extract(document).reviews
    assert review.title.text == "Serious case review: Yew"
    assert [item.passage.text for item in review.learning] == [
        "visits were short and nobody wrote them down",
        "notes were thin",
    ]
    assert [item.passage.text for item in review.recommendations] == ["a leaflet", "a film"]
    assert [link.passage.text for link in review.links] == ["Read the overview report (PDF)"]


def test_marks_before_the_links_of_a_digest_stay() -> None:
    link = "> Read the overview report"
    digest = f"Baby J\n\nLearning: haste.\n{link}\n\nBaby K\n\nLearning: drift.\n{link}\n> Read the summary\n"
    assert read_bytes("digest.txt", digest.encode()).text == digest
    quoted = "".join(f"> {line}\n" for line in digest.split("\n"))
    assert read_bytes("mail.txt", quoted.encode()).text.strip() == digest.strip()


@pytest.mark.parametrize(
    "text",
    [
        "Learning includes-\npets matter",
        "2018 - Anonymous-\nChildren F and G",
        "short-\nand long-term plans",
        "the Wray-\nlow board",
        "a man- aged 35- was told, and his boy- friend",
        "a man-\naged 35",
        "- safe\n- guarding",
        "they asked -\nonce - and waited",
    ],
)
def test_a_dash_and_a_word_that_nobody_knows_stay_as_printed(text: str) -> None:
    assert read_bytes("digest.txt", text.encode()).text == text


def test_what_is_read_of_broken_words_stands_in_the_text_at_its_offsets() -> None:
    page = (
        "Baby J\n\nSerious injuries to a 7-week-\nold boy in May 2019.\n\n"
        "Learning includes: safe-\nguarding was not under-\nstood; and midwi-\nves were few.\n"
    )
    document = read_bytes("digest.txt", page.encode())
    (review,) = extract(document).reviews
    assert [child.age.value.iso for child in review.children if child.age] == ["P7W"]
    items = [item.passage for item in review.learning]
    assert [item.text for item in items] == ["safeguarding was not understood", "midwives were few"]
    assert [joined(document.text[item.start : item.end]) for item in items] == [item.text for item in items]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped("xl/workbook.xml"), "an Excel file (XLSX)"),
        (zipped("notes.txt"), "a ZIP file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Word or Office file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "an image (PNG)"),
        (b"\xff\xd8\xff\xe0JFIF", "an image (JPEG)"),
        (b"\x1f\x8b\x08\0", "a compressed file (gzip)"),
        (b"{\\rtf1 Baby J}", "an RTF file"),
        (b"Baby J\0", "binary, not text"),
        (b"\x01\x02\x03\x04 Baby J", "binary, not text"),
    ],
)
def test_another_kind_of_file_is_named_whatever_its_ending(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_bytes("digest.txt", data)
    assert str(refusal.value) == f"digest.txt is {kind}; save it as plain text first."


def test_text_in_another_encoding_is_to_be_saved_in_the_one_that_is_read() -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_bytes("digest.txt", "Baby J".encode("utf-16"))
    assert str(refusal.value) == "digest.txt is text in UTF-16, not in UTF-8; save it with the encoding UTF-8 first."


@pytest.mark.parametrize("data", [b"", b"  \r\n\t\n"])
def test_an_empty_file_is_called_empty(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="is empty: check"):
        read_bytes("digest.txt", data)


def test_a_text_that_would_take_minutes_to_read_is_refused_as_too_long() -> None:
    with pytest.raises(UnreadableError, match="more than 5,000,000 characters of text: split it"):
        read_bytes("digest.txt", b"word " * 1_000_001)


def test_bytes_that_no_encoding_fits_are_called_so() -> None:
    with pytest.raises(UnreadableError, match="unknown encoding"):
        read_bytes("digest.txt", b"Baby \x81\x8d J is a long enough line of text")


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(UnreadableError, match="larger than 50 MB"):
        read(path)
    with pytest.raises(UnreadableError, match="larger than 50 MB"):
        read_bytes("huge.txt", bytes(LARGEST + 1))


def test_a_missing_file_a_folder_and_an_odd_path_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="does not exist"):
        read(tmp_path / "none.txt")
    with pytest.raises(UnreadableError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(UnreadableError, match="cannot be read"):
        read(Path("nul\0.txt"))


def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError

    path = tmp_path / "locked.txt"
    path.write_text("Baby J", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableError, match="may not be read by you"):
        read(path)


def test_every_refusal_is_one_line() -> None:
    for data in (b"", b"%PDF-1.7", b"\0", zipped("a"), b"<html>"):
        with pytest.raises(UnreadableError) as refusal:
            read_bytes("digest.txt", data)
        assert "\n" not in str(refusal.value)

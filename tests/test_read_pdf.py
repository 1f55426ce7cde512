"""PDFs: reading order, wrapped lines, broken words, running heads and pages, whichever engine reads."""

import pytest
from fpdf import FPDF

from kg.extract import extract
from kg.model import Digest, Item, SourceDocument, joined
from kg.namespaces import SG
from kg.read import UnreadableError, read_bytes
from kg.read.broken_words import joined_words, known_words
from kg.read.lines import Line
from kg.read.pdf import document
from kg.read.running_heads import without_heads
from kg.readable import readable
from kg.to_json import as_json
from kg.to_rdf import triples
from tests.written import TEXT, Printed, pdf

LAYOUTS = {"one column": pdf(1), "two columns": pdf(2), "two columns, row by row": pdf(2, by_row=True)}
ENGINES = ("pypdf", "pdfium")


def items(digest: Digest) -> list[Item]:
    return [item for review in digest.reviews for item in review.items]


def plain() -> Digest:
    return extract(read_bytes("digest.txt", TEXT.encode()))


@pytest.fixture(params=[(layout, engine) for layout in LAYOUTS for engine in ENGINES], ids=" by ".join)
def printed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[Printed, Digest]:
    layout, engine = request.param
    monkeypatch.setenv("KG_PDF", engine)
    return LAYOUTS[layout], extract(read_bytes("digest.pdf", LAYOUTS[layout].data))


def test_every_item_is_found_word_for_word(printed: tuple[Printed, Digest]) -> None:
    _, digest = printed
    assert [item.passage.text for item in items(digest)] == [item.passage.text for item in items(plain())]
    assert len(items(digest)) == 72
    assert [review.title.text for review in digest.reviews] == [review.title.text for review in plain().reviews]


def test_every_offset_points_at_its_words_in_the_stored_text(printed: tuple[Printed, Digest]) -> None:
    _, digest = printed
    text = digest.document.text
    for item in items(digest):
        for words in (item.passage, *(theme.passage for theme in item.themes)):
            assert joined(text[words.start : words.end]) == words.text


def test_every_item_is_on_the_page_on_which_it_is_printed(printed: tuple[Printed, Digest]) -> None:
    made, digest = printed
    words_before = [len(TEXT[: item.passage.start].split()) for item in items(plain())]
    expected = [made.pages[number] for number in words_before]
    assert [digest.document.page(item.passage.start) for item in items(digest)] == expected
    assert len(digest.document.pages) == max(made.pages) > 1


def test_running_heads_and_page_numbers_are_left_out(printed: tuple[Printed, Digest]) -> None:
    _, digest = printed
    assert "Digest of case reviews" not in digest.document.text
    assert "Page" not in digest.document.text


def line(text: str, y: float, x: float = 60.0) -> Line:
    return Line(text, x, y, 10.0, 5.0 * len(text))


def test_what_ends_many_pages_but_stands_at_other_heights_is_no_running_head() -> None:
    pages = [(line("Baby J", 700 - 9 * n), line("Read report (PDF)", 400 - 50 * n), line(f"{n}", 30)) for n in range(3)]
    assert [[each.text for each in page] for page in without_heads(pages)] == [["Baby J", "Read report (PDF)"]] * 3


@pytest.mark.parametrize(
    ("above", "below", "elsewhere", "whole"),
    [
        ("a safe-", "guarding plan", "safeguarding", "a safeguarding plan"),
        ("a multi-", "agency plan", "an agency", "a multi-agency plan"),
        ("a safe-", "guarding plan", "", "a safeguarding plan"),
        ("was under-", "stood", "they stood", "was understood"),
        ("was under\u2010", "stood", "they stood", "was understood"),
        ("a multi-", "ple birth", "", "a multiple birth"),
        ("a two-year-", "old girl", "", "a two-year-old girl"),
        ("a two-", "year-old girl", "", "a two-year-old girl"),
        ("a non\u2010", "mobile baby", "", "a non-mobile baby"),
        ("the Wray-", "low board", "", "the Wray-low board"),
        ("a safe\u2010", "guarding plan", "", "a safeguarding plan"),
        ("a multi\u2010", "agency plan", "multi-agency", "a multi-agency plan"),
        ("a safe\xad", "guarding plan", "", "a safeguarding plan"),
        ("a safe\x02", "guarding plan", "", "a safeguarding plan"),
        ("short-", "and long-term work", "", "short- and long-term work"),
        ("the mother/", "father", "", "the mother/father"),
        ("2019 -", "Katie", "", "2019 - Katie"),
        ("no", "hyphen", "", "no hyphen"),
    ],
)
def test_a_broken_word_is_made_whole_and_a_hyphen_of_its_own_stays(
    above: str, below: str, elsewhere: str, whole: str
) -> None:
    start, gap = joined_words(above, below, known_words([elsewhere]))
    assert start + gap + below == whole


def lines_of(*rows: tuple[float, str]) -> bytes:
    page = FPDF(unit="pt")
    page.add_page()
    page.set_font("Helvetica", size=10)
    for y, words in rows:
        page.text(60, y, words)
    return bytes(page.output())


def test_a_line_that_ends_early_on_purpose_stays_a_line_and_a_gap_a_paragraph() -> None:
    full = "This line of an invented report goes on until the edge of its column and then it is"
    content = document("x.pdf", lines_of((100, "2019 - Katie"), (112, full), (124, "wrapped there."), (160, "Next")))
    assert content.text == f"2019 - Katie\n{full} wrapped there.\n\nNext\n"


def test_a_page_without_words_begins_where_the_next_does() -> None:
    page = FPDF(unit="pt")
    page.set_font("Helvetica", size=10)
    for words in ("The first page of an invented report.", "", "The third page of an invented report."):
        page.add_page()
        page.text(60, 400, words)
    content = document("x.pdf", bytes(page.output()))
    assert content.pages == (0, 39, 39)
    read = SourceDocument("x.pdf", "0", "application/pdf", content.text, content.pages)
    assert (read.page(0), read.page(39)) == (1, 3)


def test_an_engine_that_is_not_known_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_PDF", "other")
    with pytest.raises(UnreadableError, match="set it to pypdf or pdfium"):
        document("x.pdf", LAYOUTS["one column"].data)


def test_the_page_is_told_in_the_graph_in_json_and_to_the_eye() -> None:
    digest = extract(read_bytes("digest.pdf", LAYOUTS["one column"].data))
    last = digest.reviews[-1].recommendations[-1]
    page = digest.document.page(last.passage.start)
    assert page == len(digest.document.pages)
    pages = {subject: value for subject, predicate, value in triples(digest) if predicate == SG.page}
    starts = {subject for subject, predicate, _ in triples(digest) if predicate == SG.start}
    assert set(pages) == starts
    assert as_json(digest)["reviews"][-1]["recommendations"][-1]["page"] == page
    assert f"(p. {page})" in readable(digest)


def test_text_without_pages_tells_none() -> None:
    digest = plain()
    assert not any(predicate == SG.page for _, predicate, _ in triples(digest))
    assert as_json(digest)["reviews"][0]["learning"][0]["page"] is None
    assert "(p. " not in readable(digest)

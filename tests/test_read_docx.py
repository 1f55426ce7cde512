"""Word files: paragraphs, lists and tables in order; then the notes; no headers, deleted words or codes."""

from collections.abc import Sequence

import pytest

from kg.extract import extract
from kg.model import joined
from kg.read import UnreadableError, read_bytes
from kg.unread import unread
from tests.written import ADDRESS, PARAGRAPHS, TEXT, docx, paragraph


def text_of(body: str) -> str:
    return read_bytes("file.docx", docx(body)).text


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_every_item_of_the_sample_is_found_word_for_word_at_its_offsets() -> None:
    digest = extract(read_bytes("digest.bin", docx()))
    plain = extract(read_bytes("digest.txt", TEXT.encode()))
    items = [item.passage for review in digest.reviews for item in review.items]
    assert [item.text for item in items] == [item.passage.text for review in plain.reviews for item in review.items]
    assert len(items) == 72
    assert [review.title.text for review in digest.reviews] == [review.title.text for review in plain.reviews]
    assert all(joined(digest.document.text[item.start : item.end]) == item.text for item in items)
    assert "running head" not in digest.document.text


LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
CELL = "<w:tc>{}</w:tc>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("Baby J") + paragraph("Died."), "Baby J\n\nDied.\n"),
        (f"<w:p>{run('a ')}<w:r><w:br/></w:r>{run('b')}<w:r><w:tab/></w:r>{run('c')}</w:p>", "a\nb c\n"),
        (f"<w:p>{run('non')}<w:r><w:noBreakHyphen/></w:r>{run('mobile')}</w:p>", "non-mobile\n"),
        (paragraph("a", "List", LISTED) + paragraph("b", "List", LISTED) + paragraph("c"), "• a\n• b\n\nc\n"),
        (paragraph("Baby J", "Heading1", LISTED), "Baby J\n"),
        (
            f"<w:tbl><w:tr>{CELL.format(paragraph('Title:'))}{CELL.format(paragraph('Baby J'))}</w:tr></w:tbl>",
            "Title:\n\nBaby J\n",
        ),
        (f"<w:p><w:del>{run('gone')}</w:del><w:ins>{run('new')}</w:ins></w:p>", "new\n"),
        (f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{run('a')}</w:p>", "a\n"),
        (f"<w:sdt><w:sdtContent>{paragraph('a')}</w:sdtContent></w:sdt>", "a\n"),
        (paragraph("Child’s &amp; plan".replace("&amp;", "&")), "Child’s & plan\n"),
    ],
)
def test_paragraphs_lists_and_tables_are_read_in_order(body: str, text: str) -> None:
    assert text_of(body) == text


def test_the_address_of_a_link_is_kept() -> None:
    read = read_bytes(
        "file.docx", docx(f'<w:p>{run("See ")}<w:hyperlink r:id="link">{run("the report")}</w:hyperlink></w:p>')
    )
    assert [(read.text[start:end], url) for start, end, url in read.links] == [("the report", ADDRESS)]


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_a_damaged_file_is_called_so(cut: float) -> None:
    whole = docx()
    with pytest.raises(UnreadableError, match=r"^file\.docx is .*damaged"):
        read_bytes("file.docx", whole[: int(cut * len(whole))])


def test_a_file_without_words_is_called_so() -> None:
    with pytest.raises(UnreadableError, match="without words"):
        read_bytes("file.docx", docx(""))


def test_footnotes_follow_the_text_and_are_listed_as_unread() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{paragraph("line")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("The local guidance of 2018.")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("See also the")}{paragraph("annual report.")}</w:footnote>'
    )
    body = "".join(map(paragraph, PARAGRAPHS))
    read = read_bytes("file.docx", docx(body, notes=notes))
    tail = "Footnotes\n\n[1] The local guidance of 2018.\n\n[2] See also the annual report.\n"
    assert read.text == read_bytes("file.docx", docx(body)).text + "\n" + tail
    digest = extract(read)
    assert [item.passage.text for item in digest.reviews[-1].items] == [
        item.passage.text for item in extract(read_bytes("file.docx", docx(body))).reviews[-1].items
    ]
    assert [each.text for each in unread(digest)][-1].endswith("annual report.")


def table(*rows: Sequence[str]) -> str:
    cells = (
        "".join(CELL.format(cell if cell.startswith("<w:p>") else paragraph(cell)) for cell in row) for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


POINTS = "".join(f"<w:p><w:pPr>{LISTED}</w:pPr>{run(words)}</w:p>" for words in ("Nobody asked", "Plans drifted"))


def test_tabs_part_the_cells_of_a_table_whose_first_row_heads_several_columns() -> None:
    rows = table(("Case", "Summary", "Learning"), ("K", POINTS, "c"), ("Oak", "", POINTS))
    expected = (
        "Case\tSummary\tLearning\nK\t• Nobody asked\n• Plans drifted\n\tc\nOak\t\t• Nobody asked\n• Plans drifted\n"
    )
    assert text_of(rows + paragraph("after")) == f"{expected}\nafter\n"


@pytest.mark.parametrize(
    "rows",
    [
        (("Area:", "Weir"), ("Published:", "May 2022")),
        (("Case", "Summary", "Learning"),),
        (("Child K drowned while the neighbours looked on and wept.", "b", "c"), ("d", "e", "f")),
    ],
)
def test_any_other_table_keeps_a_line_for_each_cell(rows: Sequence[Sequence[str]]) -> None:
    assert "\t" not in text_of(table(*rows))


def test_the_points_in_the_cells_of_a_row_are_those_of_its_review() -> None:
    story = "Child K was 15 when she drowned on 3 March 2021."
    rows = (("Case", "Published", "Summary", "Learning"), ("Child K", "May 2022", story, POINTS))
    other = ("Baby Oak", "June 2021", "Oak, a girl aged 7 weeks, was shaken in 2020.", "Bruises were not noted")
    reviews = extract(read_bytes("file.docx", docx(paragraph("Reviews") + table(*rows, other)))).reviews
    assert [[point.passage.text for point in review.learning] for review in reviews] == [
        ["Nobody asked", "Plans drifted"],
        ["Bruises were not noted"],
    ]

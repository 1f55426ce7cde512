"""Web pages: the words of the page, in order, and the addresses behind them; nothing that stands beside."""

import pytest

from kg.extract import extract
from kg.model import joined
from kg.read import read_bytes
from tests.written import ADDRESS, TEXT, html


def text_of(inner: str) -> str:
    return read_bytes("page.txt", html(inner)).text


def test_every_item_of_the_sample_is_found_word_for_word_at_its_offsets() -> None:
    digest = extract(read_bytes("digest.bin", html()))
    plain = extract(read_bytes("digest.txt", TEXT.encode()))
    items = [item.passage for review in digest.reviews for item in review.items]
    assert [item.text for item in items] == [item.passage.text for review in plain.reviews for item in review.items]
    assert len(items) == 72
    assert [review.title.text for review in digest.reviews] == [review.title.text for review in plain.reviews]
    assert all(joined(digest.document.text[item.start : item.end]) == item.text for item in items)


def test_what_stands_beside_the_words_is_left_out() -> None:
    text = read_bytes("digest.html", html()).text
    for beside in ("cookies", "Accept", "Contact us", "Home", "You may also like", "Child X", "Child Y", "Child Z"):
        assert beside not in text
    for beside in ("Copyright", "color", "<", "Skip"):
        assert beside not in text


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<p>One\n  <b>wo</b>rd\tand <i>more</i>\n.</p>", "One word and more .\n"),
        ("<p>a</p><p>b</p>", "a\n\nb\n"),
        ("<div>a</div><div><span>b</span> c</div>", "a\nb c\n"),
        ("a<br>b<br/><br/>c", "a\nb\nc\n"),
        ("<ul><li>a;</li><li><p>b</p></li><li></li></ul>c", "• a;\n• b\n\nc\n"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b\n"),
        ("<table><tr><th>Title:<td>Baby J</tr></table>", "Title:\nBaby J\n"),
        ("<pre>a\n  b</pre>", "a\n  b\n"),
        ("<p>Child&rsquo;s &amp; mother&#8217;s&nbsp;plan</p>", "Child’s & mother’s\N{NO-BREAK SPACE}plan\n"),
        ('<div class="navbar"><main><p>a</p></main></div>', "a\n"),
        (f'<main>{"a" * 200}</main><div class="promo">b</div>', "a" * 200 + "\n"),
        ('<main><div class="share-links">Share</div><p style="display: none">b</p><p>c</p></main>', "c\n"),
    ],
)  # fmt: skip
def test_blocks_become_lines_and_white_space_single_spaces(inner: str, text: str) -> None:
    assert text_of(inner) == text


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://example.org/a.pdf", "https://example.org/a.pdf"),
        ("b.pdf", None),
        ("javascript:alert(1)", None),
        ("mailto:nobody@example.org", None),
        ("http://[", None),
    ],
)
def test_the_address_of_a_link_is_kept_where_the_page_gives_it_in_full(href: str, address: str | None) -> None:
    read = read_bytes("page.html", html(f'<p>See <a href="{href}"> the <b>report</b></a>.</p>'))
    assert read.text == "See the report.\n"
    assert [(read.text[start:end], url) for start, end, url in read.links] == [("the report", address)] * bool(address)


def test_an_address_is_completed_where_the_page_says_where_it_is() -> None:
    page = b'<html><head><base href="https://example.org/a/"></head><body><a href="b.pdf">Report</a></body></html>'
    assert read_bytes("page.html", page).links == ((0, 6, "https://example.org/a/b.pdf"),)


def test_a_link_of_a_review_has_its_address() -> None:
    digest = extract(read_bytes("digest.html", html()))
    assert {link.url for review in digest.reviews for link in review.links} == {ADDRESS}
    assert len([link for review in digest.reviews for link in review.links]) == 6


def test_a_page_says_what_it_is_encoded_in() -> None:
    page = '<html><head><meta charset="windows-1252"></head><body><p>Child’s plan</p></body></html>'
    assert read_bytes("page.html", page.encode("cp1252")).text == "Child’s plan\n"
    greek = '<html><meta charset="iso-8859-7"><p>Παιδί</p></html>'
    assert read_bytes("page.html", greek.encode("iso-8859-7")).text == "Παιδί\n"


HEAD = "<tr><th>Review</th><th>What happened</th><th>Learning</th></tr>"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ("<tr><td>J</td><td>A fall.</td><td>b</td></tr>", "J\tA fall.\tb\n"),
        ("<tr><td> J </td><td></td><td>b</td></tr><tr><td>K<td>c<td></tr>", "J\t\tb\nK\tc\t\n"),
        ("<tr><td>J</td><td><p>A</p><p>B</p></td><td>c</td></tr>", "J\tA\nB\n\tc\n"),
        ("<tr><td>J</td><td>A</td><td><ul><li>b</li><li>c</li></ul></td></tr>", "J\tA\t• b\n• c\n"),
        ("<tr><td>J<br>May 2022</td><td><a href='b.pdf'>A</a></td><td>c</td></tr>", "J\nMay 2022\n\tA\tc\n"),
    ],
)
@pytest.mark.parametrize(
    "head", [HEAD, HEAD.replace("th>", "td>").replace("<td>", "<td><b>").replace("</td", "</b></td")]
)
def test_tabs_part_the_cells_of_a_table_with_a_head(rows: str, text: str, head: str) -> None:
    expected = f"Review\tWhat happened\tLearning\n{text}\nafter\n"
    assert text_of(f"<table><tbody>{head}{rows}</tbody></table><p>after</p>") == expected


@pytest.mark.parametrize(
    "table",
    [
        "<tr><th>Area</th><td>Weir</td></tr><tr><th>Published</th><td>May 2022</td></tr>",
        "<tr><td>a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr>",
        f"{HEAD}",
        f"{HEAD}<tr><td><table><tr><td>a</td></tr></table></td></tr>",
    ],
)
def test_a_table_of_fields_or_without_a_head_keeps_a_line_for_each_cell(table: str) -> None:
    assert "\t" not in text_of(f"<table>{table}</table>")


HEADED_ROWS = """
<table><thead><tr><th>Case</th><th>Area</th><th>Published</th><th>What happened</th><th>Key learning</th><th>Actions</th></tr></thead>
<tr><td><a href="k.pdf">Child K</a></td><td>Marrowdale</td><td>4 May 2022</td><td>Child K was 15 when she drowned on 3 March 2021.</td>
<td><ul><li>Nobody asked where she slept</li><li>Plans drifted</li></ul></td><td><p>Schools should keep a log</p></td></tr>
<tr><td>Baby Oak</td><td>Weir</td><td>June 2021</td><td>Oak, a girl aged 7 weeks, was shaken in 2020.</td><td>Bruises were not noted; visits were short</td><td>None made</td></tr>
<tr><td>Child R</td><td>Weir</td><td></td><td>Neglect of a boy aged 4.</td><td></td><td><ul><li>The council should print a leaflet</li></ul></td></tr>
</table><p>Showing 3 of 3 reviews</p>"""  # noqa: E501


def test_each_row_of_a_table_of_reviews_is_one_review() -> None:
    reviews = extract(read_bytes("page.html", f"<body><h1>Our reviews</h1>{HEADED_ROWS}</body>".encode())).reviews
    assert [[label.value for label in review.labels] for review in reviews] == [["Child K"], ["Oak"], ["Child R"]]
    assert [review.place and review.place.value for review in reviews] == ["Marrowdale", "Weir", "Weir"]
    assert [review.published and review.published.passage.text for review in reviews] == [
        "4 May 2022",
        "June 2021",
        None,
    ]
    assert [[point.passage.text for point in review.learning] for review in reviews] == [
        ["Nobody asked where she slept", "Plans drifted"],
        ["Bruises were not noted", "visits were short"],
        [],
    ]
    assert [[each.passage.text for each in review.recommendations] for review in reviews] == [
        ["Schools should keep a log"],
        [],
        ["The council should print a leaflet"],
    ]
    assert [review.incident.date and review.incident.date.passage.text for review in reviews] == [
        "3 March 2021",
        "2020",
        None,
    ]


def test_a_table_inside_a_review_gives_its_lists_whatever_lines_its_cells_have() -> None:
    table = (
        "<table><tr><th>No.</th><th>Finding</th><th>Recommendation</th></tr>"
        "<tr><td>1</td><td>Nobody asked.</td><td><ul><li>Schools to ask</li><li>Doctors to write</li></ul></td></tr>"
        "<tr><td>2</td><td><p>Plans drifted.</p></td><td>The board to print a leaflet</td></tr></table>"
    )
    page = f"<body><h2>Child Yew</h2><p>Death of a boy aged 3 in May 2021 from a fall.</p>{table}<p>The end.</p></body>"
    (review,) = extract(read_bytes("page.html", page.encode())).reviews
    assert [point.passage.text for point in review.learning] == ["Nobody asked", "Plans drifted"]
    assert [each.passage.text for each in review.recommendations] == [
        "Schools to ask",
        "Doctors to write",
        "The board to print a leaflet",
    ]

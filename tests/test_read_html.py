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

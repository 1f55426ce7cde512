import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kg.graphs.collection import LEARNING, Collection, Fact, Quote, Review, Theme
from kg.graphs.network import UnknownGraphError
from kg.graphs.picture import VIS, Page, UnknownRendererError
from kg.graphs.picture import page as any_page
from tests.invented import invented_collection

HOSTILE = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<!--<script>",
    "<img src=x onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "javascript:window.hit=1",
    "{{ 7*7 }}{% raw %}",
    "' href='https://example.org/' \u2028\u2029\x00\x85",
    "]]>&lt;b&gt;\\u003c",
)
VOID = {"meta", "input", "br", "link", "img", "hr"}


def hostile_collection() -> Collection:
    """Every text field of it is an attack."""
    themes = {f"https://example.org/{text}": Theme(f"https://example.org/{text}", text, text, text) for text in HOSTILE}
    reviews = tuple(
        Review(
            f"https://example.org/review/{number}/{text}",
            text,
            text,
            text,
            (Fact(text, text, words=(f"{text}!",)), Fact(text, text, hedged=True, words=(f"{text}?",))),
            tuple(Quote(theme, LEARNING, n, text, f"{text} and {text}") for n, theme in enumerate(themes, 1)),
            summary=text,
        )
        for number, text in enumerate(HOSTILE)
    )
    return Collection(HOSTILE[:1], reviews, themes)


def page(collection: Collection, of: str | None = None) -> str:
    """The page that vis-network draws; that of the explorer has tests of its own."""
    return any_page(collection, of, renderer=VIS)


class _Reader(HTMLParser):
    """What an HTML parser makes of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.append((self.open[-1], data))

    def whole(self, tag: str) -> list[str]:
        return [text for name, text in self.texts if name == tag]


def read(text: str) -> _Reader:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return reader


@pytest.fixture(scope="module")
def six() -> str:
    return page(invented_collection(6))


def _data(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_the_page_has_doctype_language_title_and_character_set(six: str) -> None:
    assert six.startswith("<!doctype html>\n")
    reader = read(six)
    assert ("html", {"lang": "en"}) in reader.elements
    assert ("meta", {"charset": "utf-8"}) in reader.elements
    assert reader.whole("title") == ["Shared themes in case reviews: Invented digest"]


def test_the_page_says_what_is_counted(six: str) -> None:
    assert re.search(r"6 reviews · \d+ themes, \d+ in two reviews or more", six)


def test_no_identifier_stands_twice(six: str) -> None:
    identifiers = [attributes["id"] for _, attributes in read(six).elements if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))


def test_the_page_refers_to_nothing_outside_itself(six: str) -> None:
    for tag, attributes in read(six).elements:
        assert "src" not in attributes, tag
        assert attributes.get("href", "#").startswith("#")  # type: ignore[union-attr]
    assert "@import" not in six
    assert "sourceMappingURL" not in six


def test_the_policy_allows_the_scripts_and_the_style_of_the_page_alone(six: str) -> None:
    reader = read(six)
    policy = next(a["content"] for _, a in reader.elements if a.get("http-equiv") == "Content-Security-Policy") or ""
    assert policy.startswith("default-src 'none'; ")
    texts = [*reader.whole("style"), *reader.whole("script")[1:]]
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts}
    assert set(re.findall(r"'sha256-[^']+'", policy)) == hashes
    assert "unsafe" not in policy


def test_hostile_text_adds_no_element_and_comes_back_as_it_was() -> None:
    hostile, plain = page(hostile_collection()), page(invented_collection(6))
    assert [tag for tag, _ in read(hostile).elements] == [tag for tag, _ in read(plain).elements]
    assert [review["title"] for review in _data(hostile)["reviews"]] == list(HOSTILE)


def test_the_title_of_a_document_is_text() -> None:
    reader = read(page(hostile_collection()))
    assert reader.whole("title") == [f"Shared themes in case reviews: {HOSTILE[0]}"]


def test_the_page_is_equal_to_the_byte_on_every_run() -> None:
    assert page(invented_collection(8)) == page(invented_collection(8))


def test_physics_is_off_and_every_place_is_given(six: str) -> None:
    data = _data(six)
    assert data["options"]["physics"] == {"enabled": False}
    assert {node["id"] for node in data["nodes"]} == set(data["places"]["both"]["wide"])


def test_a_page_opens_on_the_view_that_was_asked_for() -> None:
    assert _data(page(invented_collection(3), "reviews"))["view"] == "reviews"
    with pytest.raises(UnknownGraphError):
        page(invented_collection(3), "agencies")


def test_each_item_is_written_once_however_many_themes_it_names() -> None:
    themes = {name: Theme(name, name, "Harm") for name in ("a", "b")}
    quotes = tuple(Quote(name, LEARNING, 1, name, "a long item on a and b") for name in themes)
    text = page(Collection(("Invented",), (Review("r", "Ada", "Ada", "Invented", (), quotes),), themes))
    assert text.count("a long item on a and b") == 1


def test_an_empty_collection_makes_a_page_too() -> None:
    assert "nothing loaded yet" in page(Collection((), (), {}))


def test_a_pyvis_user_can_change_the_network_before_it_is_written(tmp_path: Path) -> None:
    network = Page(invented_collection(3), renderer=VIS)
    network.edges = []
    network.write_html(str(tmp_path / "page.html"))
    assert _data((tmp_path / "page.html").read_text(encoding="utf-8"))["edges"] == []


def test_what_a_pyvis_user_takes_away_or_renames_is_gone_or_renamed_in_the_explorer() -> None:
    network = Page(invented_collection(3))
    first, second = network.nodes[0], network.nodes[1]
    network.nodes.remove(first)
    second["label"] = "Renamed by hand"
    network.edges = [edge for edge in network.edges if edge["from"] != second["id"]]
    data = _data(network.generate_html())
    assert data["reviews"]["label"] == ["Renamed by hand", "Ada and Ben 3"]
    assert data["links"]["count"][: data["items"]["count"][0]] == [0] * data["items"]["count"][0]


def test_a_renderer_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownRendererError, match="canvas, vis"):
        Page(invented_collection(1), renderer="crayon")


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")
    network = Page(invented_collection(2))
    monkeypatch.setattr("os.replace", _fail)
    monkeypatch.setattr("pathlib.Path.replace", _fail)
    with pytest.raises(OSError, match="full"):
        network.write_html(str(path))
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def _fail(*_: object) -> None:
    raise OSError("the disk is full")


def test_a_page_of_many_reviews_stays_small() -> None:
    assert len(page(invented_collection(300, copies=5)).encode()) < 2_000_000

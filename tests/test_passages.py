"""The site's search finds in columns what SPARQL finds: the same rows in the same order, and never of before."""

import random
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from httpx import Response
from pyoxigraph import RdfFormat
from starlette.testclient import TestClient

from kg.columns import lists, shelf
from kg.columns.errors import NotColumnarError
from kg.loading.plan import as_quads
from kg.model import Digest, LearningPoint, Passage, Recommendation, Review, SourceDocument
from kg.rdf.iris import document_iri
from kg.serve import passages
from kg.serve.pages.page import TYPES
from kg.store import Store
from kg.to_rdf import triples
from tests.serving import OURS, client, fields, forms, place, text

COLLECTIONS = 400
SEARCHES = 6
# Invented: of words that small letters, foldings and quotation change.
WORDS = (
    "İstanbul", "i\u0307stanbul", "Istanbul", "Straße", "STRASSE", "\u017fafe", "safe", "SAFE", "ΛΌΓΟΣ", "λόγος",
    "Kelvin", "ﬁle", "child's", "child’s", '"need"', "multi-agency", "back\\slash", "u0041", "(MASH)", "?", "a", "{",
    "$limit", "of", "housing", "Housing,", "né", "ne\u0301", "\N{NO-BREAK SPACE}", "🙂", "%41", "--",
)  # fmt: skip


def sentence(chance: random.Random) -> Passage:
    words = chance.choice((" ", "  ", ", ", "\n")).join(chance.choices(WORDS, k=chance.randint(1, 6)))
    start = chance.randint(0, 3)
    return Passage(start, start + 1, words)


def collection(chance: random.Random) -> list[Digest]:
    """Up to three documents with reviews whose items begin at the same places, and say the same."""
    return [
        Digest(
            SourceDocument(f"{chance.choice('ab')}{number}.txt", f"{number}", "text/plain", "Invented."),
            tuple(review(chance, at) for at in range(1, chance.randint(1, 4))),
        )
        for number in range(chance.randint(0, 3))
    ]


def review(chance: random.Random, number: int) -> Review:
    learning = [LearningPoint(sentence(chance), n) for n in range(1, chance.randint(1, 5))]
    asked = [Recommendation(sentence(chance), n) for n in range(1, chance.randint(1, 5))]
    return Review(
        number, Passage(0, 1, f"Child {chance.choice('ABC')}"), learning=tuple(learning), recommendations=tuple(asked)
    )


def asked(chance: random.Random) -> list[str]:
    """What somebody may type, as the page makes words of it."""
    typed = [chance.choice(WORDS) for _ in range(chance.choice((1, 1, 2, 3)))]
    typed = [each[chance.randint(0, len(each)) :] if chance.random() < 0.5 else each for each in typed]
    return passages.wanted(" ".join(typed))


def stored(held: list[Digest]) -> Store:
    store = Store.open("memory")
    lines = "".join(as_quads(document_iri(digest.document.name), triples(digest)) for digest in held)
    store.engine.load(lines, RdfFormat.N_QUADS)
    return store


@pytest.mark.parametrize("part", range(4))
def test_columns_find_what_sparql_finds_on_hundreds_of_collections(part: int) -> None:
    found = 0
    for seed in range(part, COLLECTIONS, 4):
        chance = random.Random(f"passages {seed}")
        with stored(collection(chance)) as store:
            columns = shelf.read(store)
            for _ in range(SEARCHES):
                words, most = asked(chance), chance.choice((None, 1, 3))
                expected = passages.in_sparql(store, words, most)
                assert lists.items_with_all_words(columns, words, most).texts() == expected, (seed, words, most)
                found += len(expected)
    assert found > COLLECTIONS / 2


@pytest.fixture
def site(sample: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A site over the sample, small and yet worth columns: SPARQL is asked for no passage."""
    shutil.copytree(place(sample), tmp_path / "kg")
    monkeypatch.setattr(shelf, "WORTHWHILE", 0)
    monkeypatch.setattr(passages, "in_sparql", lambda *_: pytest.fail("SPARQL was asked"))
    with client(tmp_path / "kg", curate=True) as opened:
        yield opened


def in_sparql(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(passages, "in_columns", lambda *_: None)


ADDRESSES = ("/search?words=a", "/search?words=housing", "/search?words=Need+of", "/search?words=nowhere")


def test_pages_and_files_are_the_same_from_columns_as_from_sparql(
    site: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [*ADDRESSES, *(f"{address}&format={format_}" for address in ADDRESSES for format_ in TYPES)]
    found = [site.get(address) for address in asked]
    assert [each.status_code for each in found] == [200] * len(asked)
    in_sparql(monkeypatch)
    for address, answer in zip(asked, found, strict=True):
        assert content(site.get(address)) == content(answer), address


def content(answer: Response) -> bytes:
    """What was sent; of a workbook, which says when it was made, the sheet."""
    if answer.headers["content-type"] != TYPES["xlsx"]:
        return bytes(answer.content)
    with ZipFile(BytesIO(answer.content)) as book:
        return book.read("xl/worksheets/sheet1.xml")


def many(number: int, words: str = "Practitioners need to ask.") -> Digest:
    """A document of so many learning points. Invented: no such review."""
    points = tuple(LearningPoint(Passage(at, at + 1, f"{at} {words}"), at) for at in range(1, number + 1))
    read = Review(1, Passage(0, 1, "Child Ash"), learning=points)
    return Digest(SourceDocument("many.txt", f"{number} {words}", "text/plain", "Invented."), (read,))


def test_more_than_a_page_counts_are_said_and_all_are_in_the_file(
    site: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path, many(1_003))
    page, file = site.get("/search?words=PRACTITIONERS+ask"), site.get("/search?words=PRACTITIONERS+ask&format=csv")
    assert "More than 1,000 passages with these words" in text(page.text)
    assert len(file.text.splitlines()) == 1_004
    in_sparql(monkeypatch)
    assert site.get("/search?words=PRACTITIONERS+ask").text == page.text
    assert site.get("/search?words=PRACTITIONERS+ask&format=csv").text == file.text


def load(folder: Path, *digests: Digest) -> None:
    with Store.open(folder / "kg", read_only=False) as store:
        store.load(digests)


def test_what_is_loaded_or_replaced_while_the_site_runs_is_found_at_once(site: TestClient, tmp_path: Path) -> None:
    assert "Nothing here" in text(site.get("/search?words=umbrella").text)
    load(tmp_path, many(2, "Carry an umbrella."))
    assert "2 passages with these words" in text(site.get("/search?words=umbrella").text)
    load(tmp_path, many(3, "Carry a raincoat."))
    assert "Nothing here" in text(site.get("/search?words=umbrella").text)
    assert "3 passages with these words" in text(site.get("/search?words=raincoat").text)


def test_what_is_found_stays_where_somebody_decides(site: TestClient, tmp_path: Path) -> None:
    before = site.get("/search?words=housing&format=csv").text
    name = fields(site.get("/curate/name").text)
    site.post("/curate/name", data={**name, "name": "A. Reader"}, headers=OURS)
    [form, *_] = forms(site.get("/curate/reviews/0ed0620753c0").text)
    states = {each.name for each in (tmp_path / "kg" / "columns").iterdir()}
    assert site.post("/curate/decide", data={**form, "decision": "reject"}, headers=OURS).status_code == 200
    assert site.get("/search?words=housing&format=csv").text == before
    assert states.isdisjoint(each.name for each in (tmp_path / "kg" / "columns").iterdir())


@pytest.mark.parametrize("typed", ["Straße", "STRAßE", "İstanbul", "\u017fafe", "λόγος", "ΛΌΓΟΣ"])
def test_a_text_is_found_by_its_own_words(site: TestClient, tmp_path: Path, typed: str) -> None:
    load(tmp_path, many(2, f"In der {typed} wohnen"))
    assert "2 passages with these words" in text(site.get("/search", params={"words": typed}).text)


def test_sparql_answers_where_columns_cannot(sample: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sample.columns() is None
    expected = passages.passages(sample, ["housing"])
    assert expected

    def fails(*_: object) -> None:
        raise NotColumnarError("gone")

    monkeypatch.setattr(shelf, "WORTHWHILE", 0)
    monkeypatch.setattr(lists, "items_with_all_words", fails)
    with Store.open(place(sample)) as store:
        assert store.columns() is not None
        assert passages.passages(store, ["housing"]) == expected

"""What the site's pages list is the same out of columns as in SPARQL, and never of before."""

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from starlette.testclient import TestClient

from kg import review_names
from kg.codes import Relation, ReviewType
from kg.columns import digests, reading, shelf
from kg.columns.errors import NotColumnarError
from kg.columns.statements import of_turtle
from kg.columns.written import Written
from kg.loading.parts import turtle
from kg.model import Digest
from kg.rdf.iris import document_iri
from kg.serve import columnar, opened
from kg.serve.asked import recommendations
from kg.serve.catalogue import catalogue, children
from kg.serve.evidence import quotes_of
from kg.serve.opened import Opened
from kg.store import Store
from kg.to_rdf import triples
from tests.serving import client, place, text
from tests.test_columns import NAMES, THEMES, collection, one, some, stored
from tests.test_passages import content, load, many

COLLECTIONS = 400


def invented(seed: int) -> list[Digest]:
    """Up to three documents with pages, types, places and labels; some reviews state nothing."""
    chance = random.Random(f"listed {seed}")
    return [
        replace(
            digest,
            document=replace(digest.document, pages=chance.choice(((), (0,), (0, 2, 3)))),
            reviews=tuple(
                replace(
                    review,
                    review_type=one(chance, tuple(ReviewType)),
                    place=one(chance, ("Eastmere", "Émere", "over more than one year")),
                    labels=some(chance, NAMES, 3),
                    incident=replace(review.incident, alleged_perpetrators=some(chance, tuple(Relation))),
                )
                for review in digest.reviews
            ),
        )
        for digest in collection(seed)
    ]


@pytest.mark.parametrize("part", range(4))
def test_what_pages_list_is_the_same_from_columns_as_from_sparql_on_hundreds_of_collections(part: int) -> None:
    listed = 0
    for seed in range(part, COLLECTIONS, 4):
        with stored(invented(seed)) as store:
            columns, expected = shelf.read(store), catalogue(store)
            assert columnar.catalogue(columns) == expected, seed
            assert columnar.recommendations(columns, expected) == recommendations(store, expected), seed
            assert columnar.children(columns) == children(store), seed
            for themes in (THEMES[:1], THEMES[2:4], THEMES, ("no-such-theme",)):
                found, quotes = columnar.quotes(columns, themes), quotes_of(store, expected, sorted(themes))
                assert Counter(found) == Counter(quotes), (seed, themes)
                assert [(each.review, each.start, each.end, each.theme) for each in found] == [
                    (each.review, each.start, each.end, each.theme) for each in quotes
                ], (seed, themes)
                listed += len(found)
    assert listed > COLLECTIONS


def test_a_digest_of_types_labels_and_pages_comes_to_the_rows_of_its_graph() -> None:
    for seed in range(100):
        for digest in invented(seed):
            graph = document_iri(digest.document.name)
            assert digests.packed(digest) == reading.packed(graph, of_turtle(turtle(triples(digest))))


@pytest.fixture
def site(sample: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A site over the sample, small and yet worth columns: SPARQL is asked for no list."""
    shutil.copytree(place(sample), tmp_path / "kg")
    monkeypatch.setattr(shelf, "WORTHWHILE", 0)
    with Store.open(tmp_path / "kg") as store:
        assert store.columns() is not None
    for name in ("catalogue", "recommendations", "children", "quotes_of"):
        monkeypatch.setattr(opened, name, lambda *_: pytest.fail("SPARQL was asked"))
    with client(tmp_path / "kg") as asked:
        yield asked


ADDRESSES = (
    "/", "/reviews", "/reviews?theme=neglect", "/themes", "/themes/neglect", "/themes/professional-curiosity",
    "/agencies", "/agencies/police", "/recommendations", "/recommendations?words=training",
    "/reviews?format=csv", "/themes/professional-curiosity?format=csv&table=quotes", "/agencies?format=csv",
    "/themes/neglect?format=json&table=together", "/recommendations?format=csv", "/?format=csv&table=documents",
)  # fmt: skip


def test_pages_and_files_are_the_same_from_columns_as_from_sparql(
    site: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [site.get(address) for address in ADDRESSES]
    assert [each.status_code for each in found] == [200] * len(ADDRESSES)
    monkeypatch.undo()
    with client(tmp_path / "kg") as in_sparql:
        for address, answer in zip(ADDRESSES, found, strict=True):
            assert content(in_sparql.get(address)) == content(answer), address


def test_pages_tell_of_what_is_loaded_while_the_site_runs(site: TestClient, tmp_path: Path) -> None:
    assert "6 of 6 reviews" in text(site.get("/reviews").text)
    load(tmp_path, many(2))
    assert "7 of 7 reviews" in text(site.get("/reviews").text)
    assert "many.txt" in text(site.get("/").text)


def test_sparql_is_asked_where_columns_cannot_say(sample: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = catalogue(sample)

    def fails(*_: object) -> None:
        raise NotColumnarError("gone")

    monkeypatch.setattr(shelf, "WORTHWHILE", 0)
    for name in ("catalogue", "recommendations", "children", "quotes"):
        monkeypatch.setattr(columnar, name, fails)
    with Store.open(place(sample)) as store:
        assert store.columns() is not None
        now = Opened(store, "now")
        assert now.catalogue == expected
        assert now.recommendations == recommendations(sample, expected)
        assert now.children == children(sample)
        assert now.quotes(["neglect"]) == quotes_of(sample, expected, ["neglect"])


def test_pages_are_answered_in_sparql_while_columns_are_made_beside(
    sample: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(place(sample), tmp_path / "kg", ignore=shutil.ignore_patterns("columns"))
    monkeypatch.setattr(shelf, "WORTHWHILE", 0)
    read, may_go_on, made = shelf.written_of, Event(), []

    def waiting(source: shelf.Source) -> Written:
        made.append(source)
        assert may_go_on.wait(10)
        return read(source)

    monkeypatch.setattr(shelf, "written_of", waiting)
    with Store.open(tmp_path / "kg") as store:
        now = Opened(store, "now")
        expected = catalogue(sample)
        assert now.catalogue == expected
        assert now.quotes(["neglect"]) == quotes_of(sample, expected, ["neglect"])
        may_go_on.set()
        now.either.wait()
        assert len(made) == 1
        monkeypatch.setattr(opened, "quotes_of", lambda *_: pytest.fail("SPARQL was asked"))
        assert now.quotes(["neglect"]) == quotes_of(sample, expected, ["neglect"])


@pytest.mark.parametrize("name", ["Kubos", "KUBUS", "a", "serious case review", "no such review"])
def test_a_name_that_no_review_has_is_told_from_columns_as_in_sparql(
    sample: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    in_sparql = review_names.unknown(sample, name)
    shutil.copytree(place(sample), tmp_path / "kg")
    monkeypatch.setattr(shelf, "WORTHWHILE", 0)
    with Store.open(tmp_path / "kg") as store:
        assert store.columns() is not None
        monkeypatch.setattr(store, "query", pytest.fail)
        assert review_names.unknown(store, name) == in_sparql

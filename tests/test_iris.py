from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from kg.namespaces import ID
from kg.rdf.iris import document_iri, extraction_iri, part_iri, review_iri
from kg.rdf.terms import iri
from tests.conftest import document

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


def test_two_reviews_of_one_title_in_two_documents_differ() -> None:
    assert review_iri("a.txt", "Child A") != review_iri("b.txt", "Child A")


def test_two_reviews_of_one_title_in_one_document_differ() -> None:
    assert review_iri("a.txt", "Child A") != review_iri("a.txt", "Child A", 1)


def test_iris_are_the_same_on_every_machine() -> None:
    assert document_iri("nspcc-2023-07.txt") == ID + "document-nspcc-2023-07-txt-f33ce9ee26f6"
    assert review_iri("a.txt", "Child A: review") == ID + "review-child-a-review-05a6c43a751a"


def test_a_run_has_an_iri_of_its_own_for_each_text_and_version() -> None:
    first = document(sha256="0")
    runs = {
        extraction_iri(first, "0.1", "1.0"),
        extraction_iri(document(sha256="1"), "0.1", "1.0"),
        extraction_iri(first, "0.2", "1.0"),
        extraction_iri(first, "0.1", "1.1"),
    }
    assert len(runs) == 4


def test_a_part_is_named_after_its_whole() -> None:
    assert part_iri("https://example.org/review", "learning", 3) == "https://example.org/review.learning-3"
    assert part_iri("https://example.org/review", "incident") == "https://example.org/review.incident"


@given(NAMES, NAMES)
def test_every_name_and_title_gives_a_valid_iri(name: str, title: str) -> None:
    for minted in (document_iri(name), review_iri(name, title)):
        assert iri(minted) == URIRef(minted).n3()


@given(NAMES, NAMES)
def test_different_names_give_different_iris(one: str, other: str) -> None:
    assert (document_iri(one) == document_iri(other)) == (one == other)

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse
from rdflib import RDF as TYPES
from rdflib import Graph, URIRef
from rdflib import Literal as Text

from kg.model import Age, Child, Digest, Incident, PartialDate, Review, Stated, Status, joined
from kg.namespaces import CODE, DCTERMS, ID, OA, PROV, SG, THEME
from kg.rdf.addresses import as_iri
from kg.rdf.facts import review_facts
from kg.rdf.iris import document_iri, review_iri
from kg.rdf.terms import decimal, escaped, string
from kg.store import Store
from kg.to_rdf import triples
from tests.conftest import document, invented_review, theme, words

REVIEW = review_iri("invented.txt", "Serious case review: Child Alder: learning summary")
ANY_TEXT = st.text(st.characters(codec="utf-8"))


def graph(digest: Digest) -> Graph:
    lines = "".join(f"<{s}> <{p}> {o} .\n" for s, p, o in triples(digest))
    return Graph().parse(data=lines, format="nt")


def values(digest: Digest, subject: str, property_: str) -> list[object]:
    objects = graph(digest).objects(URIRef(subject), URIRef(property_))
    return sorted((o.toPython() if isinstance(o, Text) else str(o) for o in objects), key=str)


def test_the_same_digest_gives_the_same_triples_in_the_same_order(digest: Digest) -> None:
    assert list(triples(digest)) == list(triples(digest))


def test_no_triple_is_said_twice(digest: Digest) -> None:
    assert [triple for triple, count in Counter(triples(digest)).items() if count > 1] == []


def test_there_are_no_blank_nodes(digest: Digest) -> None:
    assert not any(term.startswith("_:") for triple in triples(digest) for term in triple)


def test_a_document_keeps_its_words_its_hash_and_no_path(digest: Digest) -> None:
    node = document_iri("invented.txt")
    assert values(digest, node, SG.text) == [digest.document.text]
    assert values(digest, node, SG.sha256) == ["0" * 64]
    assert values(digest, node, DCTERMS.identifier) == ["invented.txt"]


def test_a_month_of_issue_is_typed_and_a_season_is_plain_text(digest: Digest) -> None:
    def issued(edtf: str) -> str:
        changed = replace(digest, issued=Stated(PartialDate(edtf), words("July 2023")))
        return next(o for _, p, o in triples(changed) if p == DCTERMS.issued)

    assert issued("2023-07") == '"2023-07"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    assert issued("2023-23") == '"2023-23"'
    assert issued("2023") == '"2023"'


def test_a_child_has_its_age_as_printed_as_a_duration_in_months_and_as_a_band(digest: Digest) -> None:
    child = f"{REVIEW}.child-1"
    assert values(digest, child, SG.ageText) == ["15-week-old"]
    assert values(digest, child, SG.ageInMonthsMin) == values(digest, child, SG.ageInMonthsMax) == [Decimal("3.45")]
    assert values(digest, child, SG.ageBand) == [CODE + "under-1"]
    assert (child, SG.ageAtIncident, '"P105D"^^<http://www.w3.org/2001/XMLSchema#duration>') in triples(digest)


def test_what_is_unknown_is_absent(digest: Digest) -> None:
    bare = Review(1, words("Serious case review"), children=(Child(),))
    said = {p for _, p, _ in triples(replace(digest, reviews=(bare,), title=None, issued=None))}
    assert not said & {SG.sex, SG.ageText, SG.ageBand, SG.outcome, SG.harm, SG.place, SG.examines, DCTERMS.issued}
    assert SG.count_ in said


def test_a_range_of_ages_has_bounds_and_no_duration(digest: Digest) -> None:
    child = Child(age=Stated(Age("P14Y/P16Y"), words("15-week-old")))
    changed = replace(digest, reviews=(replace(invented_review(), children=(child,)),))
    assert values(changed, f"{REVIEW}.child-1", SG.ageAtIncident) == []
    assert values(changed, f"{REVIEW}.child-1", SG.ageInMonthsMax) == [Decimal(192)]


def test_hedged_harm_stays_apart_from_stated_harm(digest: Digest) -> None:
    incident = f"{REVIEW}.incident"
    assert values(digest, incident, SG.hedgedHarm) == [CODE + "neglect"]
    assert values(digest, incident, SG.harm) == []


def test_an_incident_has_a_year_only_when_its_date_can_mean_one(digest: Digest) -> None:
    def years(edtf: str) -> list[object]:
        incident = Incident(date=Stated(PartialDate(edtf), words("July 2021")))
        changed = replace(digest, reviews=(replace(invented_review(), incident=incident),))
        return values(changed, f"{REVIEW}.incident", SG.year)

    assert years("2021-07") == [2021]
    assert years("2016/2019") == []


def test_a_suggested_theme_is_annotated_and_not_stated_of_its_item_or_review(digest: Digest) -> None:
    suggested = THEME + "professional-curiosity"
    assert values(digest, f"{REVIEW}.learning-2", SG.theme) == []
    assert values(digest, REVIEW, SG.theme) == [THEME + "housing-and-homelessness"]
    assert values(digest, f"{REVIEW}.learning-2.theme-professional-curiosity", OA.hasBody) == [suggested]


def test_a_rejected_theme_is_not_stated(digest: Digest) -> None:
    review = invented_review()
    rejected = replace(review.learning[0], themes=(theme("housing", "housing-and-homelessness", 0.9, Status.REJECTED),))
    changed = replace(digest, reviews=(replace(review, learning=(rejected,), recommendations=()),))
    assert values(changed, REVIEW, SG.theme) == []


def test_one_theme_found_twice_in_an_item_gives_two_annotations(digest: Digest) -> None:
    review = invented_review()
    twice = replace(review.learning[0], themes=(theme("housing", "housing"), theme("family", "housing")))
    changed = replace(digest, reviews=(replace(review, learning=(twice,)),))
    quotes = [q for s, q in graph(changed).subject_objects(URIRef(SG.quote)) if ".learning-1.theme-housing" in str(s)]
    assert sorted(map(str, quotes)) == ["family", "housing"]


def test_two_reviews_of_one_title_are_two_reviews(digest: Digest) -> None:
    twice = replace(digest, reviews=(invented_review(), replace(invented_review(), number=2)))
    assert len(set(graph(twice).subjects(TYPES.type, URIRef(SG.Review)))) == 2


def test_every_quote_is_the_words_between_its_offsets(digest: Digest) -> None:
    held = graph(digest)
    quotes = list(held.subject_objects(URIRef(SG.quote)))
    assert quotes
    for node, quote in quotes:
        start, end = (held.value(node, URIRef(edge)) for edge in (SG.start, SG.end))
        assert isinstance(start, Text)
        assert isinstance(end, Text)
        assert joined(digest.document.text[int(start) : int(end)]) == str(quote)


def test_every_fact_has_evidence_made_by_the_run(digest: Digest) -> None:
    held = graph(digest)
    facts = {(f.subject, f.property) for f in review_facts(REVIEW, digest.reviews[0])}
    found = {
        (str(held.value(node, URIRef(OA.hasTarget))), str(held.value(node, URIRef(SG.supports))))
        for node in held.subjects(TYPES.type, URIRef(SG.Evidence))
        if held.value(node, URIRef(PROV.wasGeneratedBy))
    }
    assert facts <= found
    assert {p for _, p in facts} >= {SG.sex, SG.ageText, SG.outcome, SG.hedgedHarm, SG.allegedPerpetrator, SG.action}


def test_another_base_moves_data_and_leaves_the_vocabulary(digest: Digest) -> None:
    subjects = {s for s, _, _ in triples(digest, base="https://example.org/")}
    assert all(subject.startswith("https://example.org/") for subject in subjects)
    assert not any(ID in term for triple in triples(digest, base="https://example.org/") for term in triple)


PIECES = ("http", "https://", "mailto:", "//", "a.org", "%2F", "%", "%zz", "/", "?", "#", ":", "@", "é", ":80", ":8x",
          "\ue000", "\ufdd0", "\U0001f600", "\U0001fffe", "\U000f0000", " ", ">", "|")  # fmt: skip


@settings(max_examples=2_000)
@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
def test_an_address_is_an_iri_where_the_engine_says_so(address: str) -> None:
    found = as_iri(address)
    assert found is None or found == f"<{address}>"
    if found:
        assert len(list(parse(f"<http://s> <http://p> {found} .", RdfFormat.TURTLE))) == 1


@pytest.mark.parametrize(
    "address", ["https://a.org/b%20c?d=/e#f", "http://a.org:80", "mailto:a@b.org", "http://a.org/é"]
)
def test_an_address_that_is_an_iri_stays_as_printed(address: str) -> None:
    assert as_iri(address) == f"<{address}>"


@pytest.mark.parametrize("url", ["https://example.org/a b>", "https://example.org/50%off"])
def test_an_address_that_is_no_iri_is_left_out(digest: Digest, url: str) -> None:
    review = invented_review()
    odd = replace(review, links=(replace(review.links[0], url=url),))
    assert DCTERMS.references not in {p for _, p, _ in triples(replace(digest, reviews=(odd,)))}


@pytest.fixture(scope="module")
def loaded() -> Iterator[Store]:
    with Store.open("memory") as opened:
        opened.load([Digest(document(), ())])
        yield opened


@settings(max_examples=50)
@given(text=ANY_TEXT)
@example(text="\\u0022 . <a:a> <a:a> <a:a> } }")
@example(text="\\\\U00000022\\")
def test_any_words_come_back_from_a_store_that_replaced_them(loaded: Store, text: str) -> None:
    digest = Digest(document(text=text, sha256=sha256(text.encode()).hexdigest()), ())
    loaded.load([digest])
    assert loaded.query(f"SELECT ?t {{ ?d <{SG.text}> ?t }}").rows == ((text,),)


@given(ANY_TEXT)
@example("\\u0022")
def test_any_words_come_back_from_n_triples(text: str) -> None:
    line = f"<a:a> <a:a> {string(text)} ."
    assert str(Graph().parse(data=line, format="nt").value(URIRef("a:a"), URIRef("a:a"))) == text
    assert [quad.object.value for quad in parse(line, RdfFormat.N_TRIPLES)] == [text]


@given(ANY_TEXT)
def test_escaped_words_hold_nothing_that_ends_a_literal(text: str) -> None:
    assert not re.search(r'(?<!\\)(?:\\\\)*"|[\n\r]', escaped(text))
    assert not re.search(r"\\\\[uU]", escaped(text))


@pytest.mark.parametrize(
    ("number", "text"),
    [("0.97", "0.97"), ("1.10", "1.1"), ("12.00", "12"), ("1E+1", "10"), ("0.0", "0"), ("-0", "0"), ("100", "100")],
)
def test_decimals_are_written_in_canonical_form(number: str, text: str) -> None:
    assert decimal(Decimal(number)) == text

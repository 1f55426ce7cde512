"""The same review told twice is found, two reviews that share a name are not, and only a person links.

All is invented: no such reviews, children or places.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kg.check import problems
from kg.cli import cli
from kg.codes import Verdict
from kg.duplicates.candidates import LARGEST, candidates, pairs
from kg.duplicates.compare import is_generic, likeness
from kg.duplicates.decisions import pair_of, recorded
from kg.duplicates.desk import NotDecidedError, NotTwoReviewsError, decide, decided, listed, undo
from kg.duplicates.told import Told, shingles, told
from kg.pipeline import load
from kg.queries import saved_queries
from kg.store import Store

DIGEST = """Invented digest – May 2019

1. Serious case review: Rowan: overview report

Death of a 15-week-old baby boy in March 2018. Rowan was found lifeless on a sofa after a night on which both of his
parents had been drinking with friends.

Learning includes: housing officers saw the sofa and nobody else did; professional curiosity about who stayed the night
was lacking; the health visitor was never told of the move.

Recommendations include: the partnership should review its guidance on safer sleep; housing officers should be trained
in what a safe place to sleep looks like.

2. Serious case review: Child A: overview report

Injuries to a 3-year-old boy in May 2017.

Learning includes: bruises were explained away by each agency in turn; nobody spoke to the boy's father.
"""
LIST = """Case reviews published in 2019

2019 – Eastmere – Baby R

Death of a 15-week-old baby boy in March 2018. He was found lifeless on a sofa after a night on which both of his
parents had been drinking with friends.

Learning includes: housing officers saw the sofa and nobody else did; professional curiosity about who stayed the night
was lacking; domestic abuse was not asked about.

Recommendations include: the partnership should review its guidance on safer sleep.

2019 – Westmere – Child A

Sexual abuse of a 12-year-old girl by a neighbour from 2014 to 2015.

Learning includes: her silence was taken for consent; school attendance fell and nobody asked her why.
"""
ROWAN = Told(
    "https://example.org/rowan",
    "Serious case review: Child A",
    "one.txt",
    labels=frozenset({"Child A"}),
    places=frozenset({"Eastmere"}),
    published=frozenset({"2014"}),
    sexes=frozenset({"male"}),
    outcomes=frozenset({"death"}),
    ages=((24.0, 24.0),),
)


def rowan(**facts: Any) -> Told:  # noqa: ANN401 - any fact of Told
    return replace(ROWAN, **facts)


def other(**facts: Any) -> Told:  # noqa: ANN401 - any fact of Told
    return rowan(iri="https://example.org/other", document="two.txt", **facts)


def confidence(one: Told, another: Told) -> float:
    return likeness(one, another).confidence


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "digest.txt").write_text(DIGEST, encoding="utf-8")
    (tmp_path / "list.txt").write_text(LIST, encoding="utf-8")
    return tmp_path


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with Store.open(folder / "store", create=True) as opened:
        load([folder / "digest.txt", folder / "list.txt"], opened)
        yield opened


def found(store: Store) -> tuple[str, str]:
    [row] = listed(store).records()
    return str(row["one_id"]), str(row["other_id"])


def test_the_same_review_under_two_titles_is_found_and_two_children_a_are_not(store: Store) -> None:
    [row] = listed(store).records()
    assert {row["review"], row["other"]} == {"Serious case review: Rowan: overview report", "2019 – Eastmere – Baby R"}
    assert {row["document"], row["other_document"]} == {"digest.txt", "list.txt"}
    assert 0.9 <= float(str(row["confidence"])) <= 0.99


def test_a_candidate_says_in_words_what_agrees_and_what_differs(store: Store) -> None:
    [row] = listed(store).records()
    agree = str(row["agree"])
    assert agree.startswith("same wording (")
    assert "same date of the incident (2018-03-01 to 2018-03-31)" in agree
    assert "same age" in agree
    assert "different label (baby r; rowan)" in str(row["differ"])


def test_a_candidate_is_written_nowhere(store: Store) -> None:
    before = set(store.quads())
    listed(store)
    assert set(store.quads()) == before


@pytest.mark.parametrize(
    "facts",
    [
        {"places": frozenset({"Westmere"})},
        {"published": frozenset({"2019"})},
        {"ages": ((36.0, 36.0),)},
        {"sexes": frozenset({"female"})},
    ],
    ids=["place", "year", "age", "sex"],
)
def test_one_label_and_a_fact_that_differs_are_two_reviews(facts: dict[str, object]) -> None:
    assert confidence(ROWAN, other(**facts)) < 0.5 < confidence(ROWAN, other())


def test_what_is_not_stated_speaks_neither_way() -> None:
    unknown = other(ages=(), places=frozenset(), sexes=frozenset(), published=frozenset(), outcomes=frozenset())
    assert {reason.words for reason in likeness(ROWAN, unknown).reasons} == {"same title", "same label (child a)"}


@pytest.mark.parametrize(
    ("fact", "same", "agrees"),
    [
        ("identifiers", frozenset({"NC000001"}), "same catalogue number (NC000001)"),
        ("addresses", frozenset({"https://example.org/a.pdf"}), "same linked address (https://example.org/a.pdf)"),
        ("happened", ("2013-11-01", "2013-11-30"), "same date of the incident (2013-11-01 to 2013-11-30)"),
        ("happened", ("2013-11-05", "2013-11-05"), "same date of the incident (2013-11-05)"),
        ("harms", frozenset({"neglect"}), "same harm (neglect)"),
        ("shingles", frozenset(range(40)), "same wording (100%)"),
    ],
)
def test_a_fact_that_agrees_makes_one_review_likelier(fact: str, same: object, agrees: str) -> None:
    with_fact = rowan(**{fact: same}), other(**{fact: same})
    assert confidence(*with_fact) > confidence(ROWAN, other())
    assert agrees in likeness(*with_fact).agree


@pytest.mark.parametrize(
    ("fact", "mine", "others", "differs"),
    [
        ("identifiers", frozenset({"NC1"}), frozenset({"NC2"}), "different catalogue number (NC1; NC2)"),
        ("happened", ("2012-01-01", "2012-12-31"), ("2013-01-01", "2013-12-31"), "different dates of the incident"),
        ("outcomes", frozenset({"death"}), frozenset({"serious-harm"}), "different outcome (death; serious-harm)"),
        ("shingles", frozenset(range(40)), frozenset(range(50, 90)), "different wording"),
    ],
)
def test_a_fact_that_differs_makes_two_likelier(fact: str, mine: object, others: object, differs: str) -> None:
    one, another = rowan(**{fact: mine}), other(**{fact: others})
    assert confidence(one, another) < confidence(ROWAN, other())
    assert differs in likeness(one, another).differ


def test_order_makes_no_difference_and_nothing_is_certain() -> None:
    sure: dict[str, Any] = {"identifiers": frozenset({"NC000001"}), "shingles": frozenset(range(40))}
    one, another = rowan(**sure), other(**sure)
    assert confidence(one, another) == confidence(another, one) == 0.99


def test_a_year_later_is_not_another_year_and_a_joint_place_is_not_another_place() -> None:
    listed_later = other(published=frozenset({"2015"}), places=frozenset({"Eastmere and Westmere"}))
    assert likeness(ROWAN, listed_later).differ == ""
    assert "one place is part of the other (eastmere; eastmere and westmere)" in likeness(ROWAN, listed_later).agree


def test_a_rare_label_says_more_than_child_a() -> None:
    rare = frozenset({"Kestrel"})
    assert confidence(rowan(labels=rare), other(labels=rare)) > confidence(ROWAN, other())
    assert is_generic("Child H1")
    assert is_generic("Children F, G and H")
    assert not is_generic("Kestrel")


def test_a_phrase_of_every_digest_brings_no_pairs() -> None:
    def reviews(number: int) -> list[Told]:
        boilerplate = shingles(["this review was carried out by the partnership"])
        return [
            Told(f"https://example.org/{n}", f"Review {n}", f"{n}.txt", shingles=boilerplate) for n in range(number)
        ]

    assert len(list(pairs(reviews(LARGEST)))) == LARGEST * (LARGEST - 1) / 2
    assert list(pairs(reviews(LARGEST + 1))) == []


def test_each_pair_comes_once_however_many_keys_it_shares() -> None:
    assert [(one.iri, another.iri) for one, another in pairs([ROWAN, other()])] == [
        ("https://example.org/other", "https://example.org/rowan")
    ]
    assert candidates([ROWAN, other()], least=0.999) == ()


def test_a_confirmed_pair_is_linked_with_who_when_and_how_sure_and_is_not_listed_again(store: Store) -> None:
    one, another = found(store)
    decide(store, another, one, Verdict.ACCEPT, "A. Reader", date(2026, 1, 31))
    assert listed(store).rows == ()
    [row] = decided(store).records()
    assert (row["verdict"], row["by"], row["on"]) == ("accept", "A. Reader", "2026-01-31")
    assert store.query("ASK { ?a <https://w3id.org/safeguarding-kg/ontology#sameReviewAs> ?b }").rows == ((True,),)
    assert problems(store) == ()


def test_a_rejected_pair_is_not_linked_and_does_not_come_back(store: Store) -> None:
    decide(store, *found(store), Verdict.REJECT, "A. Reader", date(2026, 1, 31))
    assert listed(store).rows == ()
    assert store.query("ASK { ?a <https://w3id.org/safeguarding-kg/ontology#sameReviewAs> ?b }").rows == ((False,),)


def test_a_later_decision_takes_the_place_of_the_earlier_and_undoing_leaves_none(store: Store) -> None:
    pair = found(store)
    decide(store, *pair, Verdict.ACCEPT, "A. Reader", date(2026, 1, 31))
    decide(store, *pair, Verdict.REJECT, "B. Reader", date(2026, 2, 1))
    [kept] = recorded(store).values()
    assert (kept.verdict, kept.by) == (Verdict.REJECT, "B. Reader")
    undo(store, *reversed(pair))
    assert recorded(store) == {}
    assert found(store) == pair_of(*pair)


def test_a_decision_outlives_a_changed_document(store: Store, folder: Path) -> None:
    decide(store, *found(store), Verdict.ACCEPT, "A. Reader", date(2026, 1, 31))
    (folder / "list.txt").write_text("\n" + LIST.replace("fell and", "fell, and"), encoding="utf-8")
    assert load([folder / "list.txt"], store).replaced == ("list.txt",)
    assert [row["verdict"] for row in decided(store).records()] == ["accept"]
    assert problems(store) == ()


def test_a_decision_about_a_review_that_is_gone_is_named_by_the_checks(store: Store, folder: Path) -> None:
    decide(store, *found(store), Verdict.ACCEPT, "A. Reader", date(2026, 1, 31))
    (folder / "list.txt").write_text(LIST.replace("Baby R", "Baby S"), encoding="utf-8")
    load([folder / "list.txt"], store)
    [row] = decided(store).records()
    assert None in (row["review"], row["other"])
    assert "same-review-decision-reviews" in {problem.check for problem in problems(store)}


def test_what_are_not_two_reviews_of_the_store_is_refused(store: Store) -> None:
    one, another = found(store)
    for names in ((one, "id:review-of-nobody"), (one, one)):
        with pytest.raises(NotTwoReviewsError):
            decide(store, *names, Verdict.ACCEPT, "A. Reader", date(2026, 1, 31))
    with pytest.raises(NotTwoReviewsError, match="--by"):
        decide(store, one, another, Verdict.ACCEPT, " ", date(2026, 1, 31))
    with pytest.raises(NotDecidedError):
        undo(store, one, another)


def test_counts_are_taken_over_records_or_over_distinct_reviews(store: Store) -> None:
    def counted() -> dict[object, tuple[object, object]]:
        rows = saved_queries()["themes-by-distinct-reviews"].run(store).records()
        return {row["theme"]: (row["reviews"], row["records"]) for row in rows}

    assert counted()["Professional curiosity"] == (3, 3)
    decide(store, *found(store), Verdict.ACCEPT, "A. Reader", date(2026, 1, 31))
    assert counted()["Professional curiosity"] == (2, 3)
    assert counted()["Domestic abuse"] == (1, 1)


def test_the_command_lists_confirms_and_undoes(folder: Path) -> None:
    where = str(folder / "store")

    def kg(*arguments: str) -> Result:
        return CliRunner().invoke(cli, [*arguments, "--store", where])

    kg("load", str(folder / "digest.txt"), str(folder / "list.txt"))
    header, line = kg("duplicates", "--format", "tsv").stdout.splitlines()
    pair = dict(zip(header.split("\t"), line.split("\t"), strict=True))
    names = pair["one_id"], pair["other_id"].replace("https://w3id.org/safeguarding-kg/id/", "id:")
    assert "add --by NAME" in kg("duplicates", "--confirm", *names).stderr
    assert "A. Reader says they tell of one" in kg("duplicates", "--confirm", *names, "--by", "A. Reader").stderr
    assert "accept\tA. Reader\t" in kg("duplicates", "--decided", "--format", "tsv").stdout
    assert "says they tell of two" in kg("duplicates", "--reject", *names, "--by", "A. Reader").stderr
    assert kg("duplicates", "--undo", *names).exit_code == 0
    assert kg("duplicates", "--confirm", *names, "--undo", *names).exit_code == 2


def test_two_stores_of_the_same_documents_name_the_same_pair(store: Store, folder: Path) -> None:
    with Store.open("memory") as again:
        load([folder / "list.txt", folder / "digest.txt"], again)
        assert found(again) == found(store)
        assert [each.shingles for each in told(again)] == [each.shingles for each in told(store)]

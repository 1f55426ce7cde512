"""Keywords beside themes: what is mapped, what is proposed, where librarian and items disagree. All is invented."""

from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.align import Indexed, coverage, disagreements, indexed, proposals, unmapped
from kg.cli import cli
from kg.pipeline import load
from kg.store import Store

# Invented: no such review, child or place.
TEXT = """Invented digest – March 2019

1. Serious case review: Child Rowan: overview report

Death of a 2-month-old girl in Eastmere in March 2018.

Learning includes: professional curiosity was lacking; the family moved house often.

Keywords: Professional curiosity, suicide, kite flying, twins

2. Serious case review: Child Hazel: overview report

Injuries to a 3-year-old boy in Westmere in May 2018.

Learning includes: professional curiosity was lacking.
"""


def review(*keywords: str, **quotes: str) -> Indexed:
    return Indexed("Child X", "x.txt", keywords, {id_.replace("_", "-"): quote for id_, quote in quotes.items()})


@pytest.fixture
def where(tmp_path: Path) -> str:
    (tmp_path / "invented.txt").write_text(TEXT, encoding="utf-8")
    with Store.open(tmp_path / "store", create=True) as store:
        load(tmp_path / "invented.txt", store)
    return str(tmp_path / "store")


def test_only_reviews_with_printed_keywords_are_looked_at(where: str) -> None:
    with Store.open(where) as store:
        [found] = indexed(store)
    assert found.title == "Serious case review: Child Rowan: overview report"
    assert found.document == "invented.txt"
    assert found.keywords == ("Professional curiosity", "kite flying", "suicide", "twins")
    assert found.quotes["professional-curiosity"] == "professional curiosity"


def test_coverage_counts_different_keywords_and_all_that_are_printed() -> None:
    rows = coverage([review("suicide", "Suicide", "twins"), review("kites", "filicide")]).rows
    assert rows == (
        ("exact", 1, 2, Decimal("0.400")),
        ("close", 0, 0, Decimal("0.000")),
        ("broad", 1, 1, Decimal("0.200")),
        ("none", 1, 1, Decimal("0.200")),
        ("not in the file", 1, 1, Decimal("0.200")),
    )


def test_coverage_of_nothing_is_nothing() -> None:
    assert {row[3] for row in coverage([]).rows} == {Decimal("0.000")}


def test_unmapped_keywords_come_most_printed_first_with_proposals() -> None:
    rows = unmapped([review("kites", "parental drug misuse"), review("Kites.")]).rows
    assert rows[0] == ("kites", 2, None, None, None, None)
    assert rows[1][:5] == (
        "parental drug misuse",
        1,
        "Parental substance misuse",
        "parental-substance-misuse",
        "drug misuse",
    )


def test_a_label_of_a_theme_is_proposed_with_full_score_and_hints_are_not() -> None:
    assert proposals("youth violence")[0] == (
        "Serious youth violence",
        "serious-youth-violence",
        "youth violence",
        Decimal("1.0"),
    )
    assert proposals("kites") == []


def test_a_keyword_that_no_item_names_is_a_disagreement() -> None:
    [row] = disagreements([review("Suicide", "twins", "kites", self_harm="cut himself")]).rows[:1]
    assert row == ("keyword", "Child X", "Suicide", "Suicide", "exact", "Suicide", "x.txt")


def test_an_item_that_no_keyword_says_is_a_disagreement_with_its_quote() -> None:
    [row] = disagreements([review("twins", suicide="took his own life")]).rows
    assert row == ("item", "Child X", "Suicide", "suicide", "exact", "took his own life", "x.txt")


@pytest.mark.parametrize(
    ("keyword", "theme"),
    [
        ("suicide", "suicide"),
        ("physical abuse", "non_accidental_injury"),  # the item says more
        ("non-accidental head injuries", "abusive_head_trauma"),
        ("children in violent families", "impact_of_domestic_abuse_on_children"),  # one of its two themes
    ],
)
def test_the_same_or_a_narrower_theme_is_no_disagreement(keyword: str, theme: str) -> None:
    assert disagreements([review(keyword, **{theme: "words"})]).rows == ()


def test_an_item_broader_than_the_keyword_leaves_only_the_keyword_unfulfilled() -> None:
    rows = disagreements([review("shaken baby syndrome", physical_abuse="hurt")]).rows
    assert [row[0] for row in rows] == ["keyword"]


def test_a_theme_for_which_librarians_have_no_keyword_is_not_missed() -> None:
    assert disagreements([review("twins", implementation_follow_up="was never followed up")]).rows == ()


def test_the_command_shows_all_three(where: str) -> None:
    def shown(*options: str) -> str:
        return CliRunner().invoke(cli, ["align", *options, "--store", where, "--format", "csv"]).stdout

    assert shown().splitlines()[1].startswith("kite flying,1,")
    assert "exact,2,2,0.500" in shown("--coverage")
    assert "keyword,Serious case review: Child Rowan: overview report,Suicide,suicide,exact" in shown("--disagreements")
    assert "item,Serious case review: Child Rowan: overview report,Family mobility" in shown("--disagreements")


def test_a_store_without_keywords_is_named(tmp_path: Path) -> None:
    where = str(tmp_path / "store")
    CliRunner().invoke(cli, ["load", "data/sample", "--store", where])
    done = CliRunner().invoke(cli, ["align", "--store", where, "--format", "csv"])
    assert done.exit_code == 0
    assert "No review in the store has printed keywords." in done.stderr

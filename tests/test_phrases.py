"""Facts are read from the many ways in which professionals put them. Every phrase in `phrases/` is invented."""

import re
from pathlib import Path

import pytest

from kg.model import Outcome
from tests.asking import actions, addressees
from tests.stating import described, facts

PHRASES = Path(__file__).parent / "phrases"


def lines(name: str) -> list[tuple[str, str]]:
    """Each phrase of a table, with what is expected of it."""
    rows = (PHRASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    split = (row.split(" | ", 1) for row in rows if not row.startswith("#"))
    return [(phrase, expected) for expected, phrase in split]


def cases(name: str) -> list[tuple[str, list[str]]]:
    """Each phrase of a table, with the codes expected of it."""
    return [(phrase, sorted({*codes.split(",")} - {"none"})) for phrase, codes in lines(name)]


@pytest.mark.parametrize(("summary", "codes"), cases("harms"))
def test_a_harm_is_read_in_whatever_words_and_only_where_it_was_done(summary: str, codes: list[str]) -> None:
    incident = facts(summary)[1]
    assert sorted(harm.value.value for harm in (*incident.harms, *incident.hedged_harms)) == codes


@pytest.mark.parametrize(("summary", "codes"), cases("perpetrators"))
def test_people_are_accused_in_whatever_words_and_only_when_they_are(summary: str, codes: list[str]) -> None:
    assert [relation.value.value for relation in facts(summary)[1].alleged_perpetrators] == codes


@pytest.mark.parametrize(("summary", "edtf"), lines("dates"))
def test_a_date_is_read_in_whatever_words_and_only_where_it_is_the_incidents(summary: str, edtf: str) -> None:
    date = facts(summary)[1].date
    assert (date.value.edtf if date else "none") == edtf


@pytest.mark.parametrize(("summary", "children"), lines("children"))
def test_children_are_told_apart_in_whatever_words(summary: str, children: str) -> None:
    told = re.match(r"(?:\{(?P<title>.*?)\} )?(?:\[(?P<names>.*?)\] )?", summary)
    title, names = (told["title"] or "", (told["names"] or "").split(",")) if told else ("", [])
    found = facts(summary[told.end() if told else 0 :], *filter(None, names), title=title)
    each = (" ".join((sex or "-", age or "-", str(count))) for sex, age, count in described(found[0]))
    assert ("; ".join(each) or "none") == children


@pytest.mark.parametrize(("summary", "died"), lines("fatal"))
def test_a_death_is_read_only_where_the_child_died(summary: str, died: str) -> None:
    outcome = facts(summary)[1].outcome
    assert (outcome is not None and outcome.value is Outcome.DEATH) == (died == "yes")


@pytest.mark.parametrize(("item", "codes"), cases("actions"))
def test_an_action_is_read_from_a_family_of_words(item: str, codes: list[str]) -> None:
    assert actions(item) == codes


@pytest.mark.parametrize(("item", "codes"), cases("addressees"))
def test_who_is_asked_is_read_in_whatever_frame(item: str, codes: list[str]) -> None:
    assert addressees(item) == codes

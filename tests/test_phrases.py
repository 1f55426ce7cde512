"""Facts are read from the many ways in which professionals put them. Every phrase in `phrases/` is invented."""

from pathlib import Path

import pytest

from tests.asking import actions, addressees
from tests.stating import facts

PHRASES = Path(__file__).parent / "phrases"


def cases(name: str) -> list[tuple[str, list[str]]]:
    """Each phrase of a table, with the codes expected of it."""
    lines = (PHRASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ", 1) for line in lines if not line.startswith("#")]
    return [(phrase, sorted({*codes.split(",")} - {"none"})) for codes, phrase in rows]


@pytest.mark.parametrize(("summary", "codes"), cases("harms"))
def test_a_harm_is_read_in_whatever_words_and_only_where_it_was_done(summary: str, codes: list[str]) -> None:
    incident = facts(summary)[1]
    assert sorted(harm.value.value for harm in (*incident.harms, *incident.hedged_harms)) == codes


@pytest.mark.parametrize(("summary", "codes"), cases("perpetrators"))
def test_people_are_accused_in_whatever_words_and_only_when_they_are(summary: str, codes: list[str]) -> None:
    assert [relation.value.value for relation in facts(summary)[1].alleged_perpetrators] == codes


@pytest.mark.parametrize(("item", "codes"), cases("actions"))
def test_an_action_is_read_from_a_family_of_words(item: str, codes: list[str]) -> None:
    assert actions(item) == codes


@pytest.mark.parametrize(("item", "codes"), cases("addressees"))
def test_who_is_asked_is_read_in_whatever_frame(item: str, codes: list[str]) -> None:
    assert addressees(item) == codes

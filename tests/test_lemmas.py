"""Words are found, and brought to one form, whatever way they are written."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.text.lemmas import FULL_STOP, lemma, pieces, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("children's", "child's"),
        ("child’s", "child's"),
        ("Childrens", "children"),
        ("parents", "parent's"),
        ("shared", "sharing"),
        ("agencies", "agency"),
        ("midwives", "midwife"),
        ("dad's", "Dad"),
        ("organizations", "organisation"),
        ("organise", "organized"),
        ("behaviors", "behaviour"),
        ("pediatric", "paediatric"),
        ("center", "centres"),
        ("identi\ufb01ed", "identify"),
        ("safe\u00adguarding", "safeguarding"),
        ("&", "and"),
        ("a", "the"),
    ],
)
def test_forms_of_one_word_have_one_lemma(one: str, other: str) -> None:
    assert lemma(one) == lemma(other)


@pytest.mark.parametrize(
    ("one", "other"), [("house", "housing"), ("person", "personal"), ("refer", "prefer"), ("old", "older")]
)
def test_different_words_have_different_lemmas(one: str, other: str) -> None:
    assert lemma(one) != lemma(other)


def test_hyphens_and_slashes_part_words_and_apostrophes_do_not() -> None:
    assert words("multi-agency drug/alcohol work; a child’s A&E visit.") == [
        *("multi", "agency", "drug", "alcohol", "work", ";", "a", "child’s", "A&E", "visit", "."),
    ]


def test_a_full_stop_inside_a_number_or_a_name_ends_no_sentence() -> None:
    assert words("version 2.5 of e.g.this") == ["version", "2", "5", "of", "e", "g", "this"]


@pytest.mark.parametrize("mark", [".", ";", ":", "!", "?"])
def test_every_mark_that_ends_a_thought_is_the_same(mark: str) -> None:
    assert lemma(words(f"word{mark} word")[1]) == FULL_STOP


@given(st.text(max_size=200))
def test_a_text_is_its_words_and_what_stands_between_them(text: str) -> None:
    found = pieces(text)
    assert found[1::2] == words(text)
    assert "".join(found) == text


@given(st.text(min_size=1, max_size=30))
def test_any_word_has_a_lemma_and_no_word_fails(text: str) -> None:
    assert all(lemma(word) == lemma(word.lower()) for word in words(text) if word.isascii())


def test_the_tables_of_lemmas_are_loaded_only_when_a_word_is_looked_up() -> None:
    code = "import sys, kg.extract.themes.assigned; sys.exit('simplemma' in sys.modules or 'pyoxigraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_nothing_has_no_lemma() -> None:
    assert lemma("") == ""

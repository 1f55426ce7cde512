"""Words of several texts stand in one row, each where it says, and have the number that a table gives them."""

import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.text.lemmas import words
from kg.extract.themes import written as module
from kg.extract.themes.written import WordNumbers, written

TEXTS = st.lists(st.text(st.sampled_from("ab .,\n'&;") | st.characters(), max_size=30), max_size=5)


@given(TEXTS)
def test_every_word_stands_where_it_says_in_its_own_text(texts: list[str]) -> None:
    said = written(texts)
    found = [texts[item][begin:end] for item, begin, end in zip(said.items, said.begin, said.end, strict=True)]
    assert [found[first:last] for first, last in pairwise(said.starts)] == [words(text) for text in texts]
    assert [said.vocabulary.words[number] for number in said.words] == found


@given(st.lists(TEXTS, max_size=4))
def test_a_word_has_its_number_in_a_table_whatever_was_met_before(every: list[list[str]]) -> None:
    table = WordNumbers(len)
    for texts in every:
        assert written(texts).numbers(table).tolist() == [len(word) for text in texts for word in words(text)]


def test_a_full_vocabulary_is_followed_by_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    table = WordNumbers(len)
    before = written(["these are words"])
    monkeypatch.setattr(module, "_REMEMBERED", 3)
    after = written(["others now"])
    assert after.vocabulary.words == ["others", "now"]
    assert [each.numbers(table).tolist() for each in (before, after, before)] == [[5, 3, 5], [6, 3], [5, 3, 5]]


def test_several_threads_may_ask_one_table_while_vocabularies_fill(monkeypatch: pytest.MonkeyPatch) -> None:
    table = WordNumbers(len)
    monkeypatch.setattr(module, "_REMEMBERED", 20)

    def asked(first: int) -> bool:
        texts = [f"{'x' * (1 + (first + n) % 9)} {'y' * (1 + n % 7)}{first}{n}" for n in range(40)]
        return all(written([text]).numbers(table).tolist() == list(map(len, text.split())) for text in texts)

    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # so that threads meet in the midst of a step
    try:
        with ThreadPoolExecutor(8) as threads:
            assert all(threads.map(asked, range(200)))
    finally:
        sys.setswitchinterval(usual)

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.formats.terms import as_line, triple
from kg.sorting import Kept, in_order

# Whatever a text may hold but a line end, which N-Triples escapes.
WORDS = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=6)
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


@given(st.lists(WORDS), st.integers(1, 40))
def test_lines_come_sorted_and_once_however_small_the_runs(words: list[str], run: int) -> None:
    lines = [f"{each}\n" for each in words]
    assert list(in_order(lines, run)) == sorted(set(lines))


def test_nothing_is_left_in_the_folder_for_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    read = in_order((f"{number}\n" for number in range(100)), run=10)
    next(read)
    assert list(tmp_path.iterdir())
    read.close()
    assert not list(tmp_path.iterdir())


def test_what_is_kept_aside_can_be_read_again_from_the_start() -> None:
    kept = Kept(f"{number}\r\u2028\n" for number in range(3))
    assert list(kept) == list(kept) == ["0\r\u2028\n", "1\r\u2028\n", "2\r\u2028\n"]


@given(WORDS)
def test_a_triple_comes_back_from_its_line_whatever_its_text_holds(words: str) -> None:
    for predicate in (TYPE, "<https://example.org/p>"):
        for subject in ("<https://example.org/s>", "_:b0"):
            assert triple(as_line((subject, predicate, f'"{words}"'))) == (subject, predicate, f'"{words}"')


def test_lines_put_types_first_and_a_whole_before_its_parts() -> None:
    review, part = "<https://example.org/review>", "<https://example.org/review.child>"
    wanted = [(review, TYPE, '"z"'), (review, "<https://a.example>", '"a"'), (part, TYPE, '"a"')]
    assert [triple(line) for line in in_order(map(as_line, reversed(wanted)))] == wanted

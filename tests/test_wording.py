"""How patterns over a document's words are put."""

import re

import pytest

from kg.extract.text.wording import spaced


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("aged four", "aged   four"),
        ("mid ?2019", "mid2019"),
        ("mid ?2019", "mid  2019"),
        ("Child [A -]", "Child  -"),
        (r"\[the child\]", "[the   child]"),
        (r"a[\] ]b c", "a]b  c"),
        (r"[^]]no case", "xno  case"),
    ],
)
def test_each_space_of_a_pattern_matches_any_run_of_spaces(words: str, text: str) -> None:
    assert re.fullmatch(spaced(words), text)


@pytest.mark.parametrize(("words", "text"), [("a[ -]b", "a  b"), (r"a[\] ]b", "a  b"), ("a[^ ]b", "a  b")])
def test_a_space_in_a_class_of_characters_stays_one_character(words: str, text: str) -> None:
    assert re.fullmatch(spaced(words), text) is None

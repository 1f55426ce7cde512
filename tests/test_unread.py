"""Nothing is lost in silence: every character of a document is read as something, or listed as unread."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg import paths
from kg.cli import cli
from kg.extract import extract
from kg.model import Digest, joined
from kg.read import read, read_bytes
from kg.share import Share, total
from kg.unread import share, unread

EXAMPLES = [
    *sorted(paths.sample().glob("*.txt")),
    *sorted((Path(__file__).parent.parent / "data/examples").glob("*.txt")),
]
ALLOWED = re.compile(
    r"(?:In \w+ \d{4} \w+|Three) case reviews were (?:published|added) to the .*|Reports and .* helpline\."
)
TEXT = """Case reviews published in 2020

2020 - Anonymous - Child Q
Death of a 2-year-old girl in May 2019. A second sentence of the summary.

Background: the family had moved from another place.

Learning includes: housing matters; and staff should be curious.
Keywords: fathers, housing
> Read the overview report
"""  # invented


def digest(text: str = TEXT) -> Digest:
    return extract(read_bytes("list.txt", text.encode()))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_on_the_examples_only_headings_and_notes_to_the_reader_stay_unread(path: Path) -> None:
    left = [words.text for words in unread(extract(read(path)))]
    assert [text for text in left if not ALLOWED.fullmatch(text)] == []


def test_what_is_not_of_a_review_is_listed_with_its_place() -> None:
    [left] = unread(digest())
    assert left.text == "the family had moved from another place."
    assert joined(TEXT[left.start : left.end]) == left.text


def test_a_paragraph_that_nothing_reads_is_listed() -> None:
    note = "For help, contact the helpline of this invented place."
    assert note in [words.text for words in unread(digest(TEXT.replace("\n2020 -", f"\n{note}\n\n2020 -")))]


def test_the_share_counts_characters_without_white_space() -> None:
    counted = share(digest())
    assert counted == Share(34, len("".join(TEXT.split())))
    assert str(counted) == f"{100 * 34 / counted.characters:.1f}% of {counted.characters} characters unread"
    assert str(Share(0, 10)) == "nothing unread"
    assert total([Share(1, 10), Share(2, 30)]) == Share(3, 40)


def test_the_command_shows_what_is_unread(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(TEXT, encoding="utf-8")
    shown = CliRunner().invoke(cli, ["extract", "--unread", "--format", "text", str(tmp_path)]).stdout
    assert "list.txt: " in shown
    assert "the family had moved from another place." in shown
    told = json.loads(CliRunner().invoke(cli, ["extract", "--unread", str(tmp_path)]).stdout)
    assert told["unread_characters"] == 34
    assert told["unread"][0]["text"] == "the family had moved from another place."


def test_a_load_tells_the_share(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(cli, ["load", str(tmp_path), "--store", str(tmp_path / ".kg")])
    assert "% of " in result.stderr
    assert "characters unread" in result.stderr

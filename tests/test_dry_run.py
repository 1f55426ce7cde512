"""A dry run: what a load would add, change and remove, review by review, and a store as it was."""

from pathlib import Path

from click.testing import CliRunner, Result

from kg.cli import cli

ONE = "1. Serious case review: Child Q\n\nDeath of a 2-year-old girl in May 2019. She was known to services.\n\n"
TWO = "2. Serious case review: Child R\n\nDeath of a 3-year-old boy in June 2018. He was known to services.\n\n"
THREE = "2. Serious case review: Child S\n\nDeath of a 4-year-old boy in July 2017. He was known to services.\n\n"
HEAD = "Invented digest\n\n"


def kg(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def dry_run(folder: Path, text: str) -> Result:
    (folder / "digest.txt").write_text(text, encoding="utf-8")
    return kg("load", str(folder / "digest.txt"), "--store", str(folder / "kg"), "--dry-run")


def stored(folder: Path) -> str:
    return kg("export", "-o", "-", "--format", "nq", "--store", str(folder / "kg")).stdout


def test_a_dry_run_of_a_first_load_adds_every_review_and_makes_no_store(tmp_path: Path) -> None:
    result = dry_run(tmp_path, HEAD + ONE + TWO)
    assert result.exit_code == 0
    titles = ("Serious case review: Child Q", "Serious case review: Child R")
    assert result.stdout.splitlines() == [f"add    digest.txt: {title}" for title in titles]
    assert "Nothing was stored. Reviews: 2 to add." in result.stderr
    assert not (tmp_path / "kg").exists()


def test_a_dry_run_tells_what_would_be_added_changed_and_removed(tmp_path: Path) -> None:
    (tmp_path / "digest.txt").write_text(HEAD + ONE + TWO, encoding="utf-8")
    assert kg("load", str(tmp_path / "digest.txt"), "--store", str(tmp_path / "kg")).exit_code == 0
    before = stored(tmp_path)
    result = dry_run(tmp_path, HEAD + ONE.replace("2-year-old", "5-year-old") + THREE)
    assert result.stdout.splitlines() == [
        "change digest.txt: Serious case review: Child Q",
        "add    digest.txt: Serious case review: Child S",
        "remove digest.txt: Serious case review: Child R",
    ]
    assert "1 to add, 1 to change, 1 to remove" in result.stderr
    assert stored(tmp_path) == before


def test_a_review_that_only_moved_is_not_changed_and_an_unchanged_document_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "digest.txt").write_text(HEAD + ONE + TWO, encoding="utf-8")
    kg("load", str(tmp_path / "digest.txt"), "--store", str(tmp_path / "kg"))
    for text in (HEAD + ONE + TWO, "A longer heading\n\n" + HEAD + ONE + TWO):
        result = dry_run(tmp_path, text)
        assert (result.stdout, result.exit_code) == ("", 0)
        assert "none would change" in result.stderr


def test_a_dry_run_names_what_it_would_refuse(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = kg("load", str(tmp_path / "empty.txt"), "--store", str(tmp_path / "kg"), "--dry-run")
    assert result.exit_code == 1
    assert "Refused: empty.txt is empty" in result.stderr
    assert result.stderr.endswith("Error: 1 document would be refused.\n")

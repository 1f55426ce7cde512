"""A document of other bytes takes the place of one of its name; its reviews tell whether it is another document."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.extract import extract
from kg.loading.replacing import Replacement
from kg.store import Store
from tests.invented_coding import TEXT, document

WARNING = "Warning: d.txt has no review in common with the document of that name which was loaded before."


def load(folder: Path, name: str, *options: str) -> list[str]:
    """What a load of an invented document of a review of this name says on standard error."""
    place = folder / name
    place.mkdir(exist_ok=True)
    (place / "d.txt").write_text(TEXT.replace("Alder", name), encoding="utf-8")
    done = CliRunner().invoke(cli, ["load", str(place), "--store", str(folder / "kg"), *options])
    assert done.exit_code == 0
    return done.stderr.splitlines()


def test_another_document_of_the_same_name_is_named_as_what_it_replaces_before_and_after(tmp_path: Path) -> None:
    load(tmp_path, "Alder")
    held = "d.txt held 1 review, 0 of them with the title of a review read now"
    planned, done = load(tmp_path, "Birch", "--dry-run"), load(tmp_path, "Birch")
    assert planned[0] == f"Would be replaced: {held}"
    assert done[1] == f"Replaced: {held}"
    for said in (planned[1], done[2]):
        assert said.startswith(WARNING)
        assert said.endswith("load the folder above both, or rename one, and load both again.")


def test_a_new_version_of_a_document_is_replaced_without_a_warning(tmp_path: Path) -> None:
    load(tmp_path, "Alder")
    (tmp_path / "Alder" / "d.txt").write_text(TEXT.replace("nobody", "no one"), encoding="utf-8")
    done = CliRunner().invoke(cli, ["load", str(tmp_path / "Alder"), "--store", str(tmp_path / "kg")])
    assert "Replaced: d.txt held 1 review, 1 of them with the title of a review read now\n" in done.stderr
    assert "Warning" not in done.stderr


def test_what_another_version_read_of_the_same_bytes_is_compared_with_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open("memory") as store:
        store.load([extract(document())])
        monkeypatch.setattr("kg.loading.plan.__version__", "0.0.0")
        report = store.load([extract(document())])
    assert (len(report.replaced), report.replacements) == (1, ())


def test_each_review_that_a_document_held_counts() -> None:
    three = "".join(f"{number}. {TEXT.replace('Alder', name)}\n\n" for number, name in enumerate(("A", "B", "C"), 1))
    with Store.open("memory") as store:
        first = extract(document(three, "d.txt"))
        store.load([first])
        report = store.load([extract(document(three.replace("Child B", "Child D"), "d.txt"))])
    assert report.replacements == (Replacement("d.txt", len(first.reviews), len(first.reviews) - 1),)
    assert len(first.reviews) == 3


def kg(folder: Path, *words: str, status: int = 0) -> list[str]:
    """What a command on an invented store says on standard error."""
    done = CliRunner().invoke(cli, [*words, "--store", str(folder / "kg")])
    assert done.exit_code == status, done.output
    return done.stderr.splitlines()


def years(folder: Path) -> Path:
    """Two invented documents of one name, told apart by their folders."""
    for name in ("Alder", "Birch"):
        (folder / "years" / name).mkdir(parents=True)
        (folder / "years" / name / "d.txt").write_text(TEXT.replace("Alder", name), encoding="utf-8")
    return folder / "years"


def test_documents_told_apart_by_their_folders_fit_the_shapes(tmp_path: Path) -> None:
    kg(tmp_path, "load", str(years(tmp_path)))
    assert kg(tmp_path, "validate")[-1].endswith("No problem found.")


def test_a_changed_document_loaded_from_a_folder_below_is_said_to_be_told_twice(tmp_path: Path) -> None:
    folder = years(tmp_path)
    kg(tmp_path, "load", str(folder))
    changed = folder / "Alder" / "d.txt"
    changed.write_text(changed.read_text(encoding="utf-8").replace("nobody", "no one"), encoding="utf-8")
    warning = (
        "Warning: d.txt was added beside Alder/d.txt, which has 1 review of the same title. "
        "If they are one document, take one of them out with `kg remove`, or each review counts twice."
    )
    assert warning in kg(tmp_path, "load", str(changed), "--dry-run")
    assert warning in kg(tmp_path, "load", str(changed))


def test_documents_of_one_file_name_that_tell_of_other_reviews_are_added_without_a_warning(tmp_path: Path) -> None:
    kg(tmp_path, "load", str(years(tmp_path)))
    assert not any(line.startswith("Warning") for line in load(tmp_path, "Cedar"))


def test_a_load_under_another_base_is_refused_whole(tmp_path: Path) -> None:
    kg(tmp_path, "load", str(years(tmp_path)), "--base", "https://example.org/cases/")
    [refusal] = kg(tmp_path, "load", str(tmp_path / "years"), status=1)
    assert refusal == (
        "Error: The IRIs of this store begin with https://example.org/cases/ and not with "
        "https://w3id.org/safeguarding-kg/id/: load with --base https://example.org/cases/, or into another store."
    )
    [again] = kg(tmp_path, "load", str(tmp_path / "years"), "--base", "https://example.org/cases/")
    assert "2 unchanged" in again

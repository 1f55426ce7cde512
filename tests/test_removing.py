"""Documents are taken out of a store with all that was read from them, and nothing else."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.columns import shelf
from kg.curation import desk
from kg.extract import extract
from kg.loading.removing import UnknownDocumentError, removals, remove
from kg.queries import saved_queries
from kg.store import Store
from tests.invented_coding import DAY, TEXT, document, themes

ALDER = extract(document())
BIRCH = extract(document(TEXT.replace("Alder", "Birch"), "birch.txt"))


def kg(*words: str, status: int = 0) -> list[str]:
    done = CliRunner().invoke(cli, list(words))
    assert done.exit_code == status, done.output
    return done.stderr.splitlines()


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """A store in a folder that holds two invented documents."""
    with Store.open(tmp_path / "kg", create=True) as store:
        store.load([ALDER, BIRCH])
    return tmp_path / "kg"


def test_a_store_from_which_a_document_was_removed_holds_what_one_that_never_had_it_holds(held: Path) -> None:
    assert kg("remove", "birch.txt", "--store", str(held)) == ["Removed: birch.txt, which held 1 review."]
    with Store.open("memory") as never, Store.open(held) as store:
        never.load([ALDER])
        assert set(store.quads(vocabulary=True)) == set(never.quads(vocabulary=True))


def test_a_removed_document_is_new_to_the_next_load(held: Path, tmp_path: Path) -> None:
    file = tmp_path / "birch.txt"
    file.write_text(TEXT.replace("Alder", "Birch"), encoding="utf-8")
    kg("remove", "birch.txt", "--store", str(held))
    assert "1 added" in kg("load", str(file), "--store", str(held))[0]


def test_a_dry_run_of_a_removal_changes_nothing(held: Path) -> None:
    with Store.open(held) as store:
        before = set(store.quads())
    said = kg("remove", "birch.txt", "invented.txt", "--dry-run", "--store", str(held))
    assert said == [
        "Would be removed: birch.txt, which held 1 review.",
        "Would be removed: invented.txt, which held 1 review.",
    ]
    with Store.open(held) as store:
        assert set(store.quads()) == before


def test_a_name_that_the_store_does_not_know_is_refused_with_the_nearest_and_nothing_is_removed(held: Path) -> None:
    [refusal] = kg("remove", "invented.txt", "brich.txt", "--store", str(held), status=1)
    assert refusal == (
        "Error: The store holds no document 'brich.txt'. Nearest: birch.txt. `kg query documents` lists all."
    )
    with Store.open(held) as store, pytest.raises(UnknownDocumentError):
        assert [each.document for each in removals(store, ["invented.txt"])] == ["invented.txt"]
        removals(store, ["brich.txt"])


def test_all_documents_can_be_removed(held: Path) -> None:
    kg("remove", "birch.txt", "invented.txt", "--store", str(held))
    with Store.open(held) as store:
        assert store.held() == {}
        assert list(store.quads()) == []
    assert kg("validate", "--store", str(held)) == ["No problem found."]


def test_columns_forget_a_removed_document(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "WORTHWHILE", 0)
    query = saved_queries()["recommendations-per-review"]
    with Store.open(held) as store:
        assert len(query.run(store).rows) == 2
    kg("remove", "birch.txt", "--store", str(held))
    with Store.open(held) as store:
        assert store.columns() is not None
        assert query.run(store) == store.query(query.text)
        assert len(query.run(store).rows) == 1


def test_what_people_decided_about_a_removed_document_holds_again_when_it_is_loaded_again(tmp_path: Path) -> None:
    with Store.open("memory") as store:
        store.load([ALDER])
        before = themes(store)
        reject_all(store, tmp_path / "sheet.csv")
        decided = themes(store)
        assert decided != before
        remove(store, removals(store, ["invented.txt"]))
        assert themes(store) == set()
        store.load([ALDER])
        assert themes(store) == decided


def reject_all(store: Store, sheet: Path) -> None:
    """Have somebody reject every theme of every item."""
    desk.write_export(store, sheet, theme=None, review=None, blind=False)
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(row | {"decision": "reject"} for row in rows)
    desk.take_file(store, sheet, "A. Reader", DAY)

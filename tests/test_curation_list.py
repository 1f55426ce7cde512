"""The list of decisions is a copy of them: taken into another store, it gives the same ones, and twice nothing new."""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.check import problems
from kg.cli import cli
from kg.codes import Verdict
from kg.curation import desk, records
from kg.curation.table import WorksheetError
from kg.extract import extract
from kg.render import render
from kg.store import Store
from tests.invented_coding import DAY, TEXT, document

# Invented: no such reviews or children. Both are called by one label, and much is said alike of both.
TWO = """Invented digest – July 2023

1. Serious case review: Child A

Death of a 15-week-old boy in July 2021.

Learning includes: professionals should be curious about the housing of the family; the supervision of staff was thin.

2. Serious case review: Child A

Death of a 3-year-old boy in May 2020.

Learning includes: professionals should be curious about the housing of the family; nobody asked the grandmother.
"""
TITLE, HOUSING = "Serious case review: Child A", "housing-and-homelessness"
LATER = date(2026, 2, 28)
Row = dict[str, str]
OUTCOME = {"document": "two.txt", "occurrence": "2", "kind": "outcome"}


def collection() -> Store:
    store = Store.open("memory")
    store.load([extract(document(TWO, "two.txt")), extract(document())])
    return store


@pytest.fixture
def store() -> Iterator[Store]:
    with collection() as opened:
        yield opened


def decide(
    store: Store, folder: Path, verdict: str, by: str, match: Row, on: date = LATER, new_value: str = ""
) -> None:
    """Take in a worksheet with one decision, in the row that has these cells."""
    sheet = folder / "sheet.csv"
    desk.write_export(store, sheet, theme=None, review=None, blind=False)
    lines = rows(sheet)
    [line] = [line for line in lines if match.items() <= line.items()]
    line.update(decision=verdict, new_value=new_value)
    desk.take_file(store, written(sheet, [line]), by, on)


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def written(path: Path, lines: list[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, lines[0])
        writer.writeheader()
        writer.writerows(lines)
    return path


def listed(store: Store, path: Path) -> Path:
    """The list as a command writes it into a file."""
    text = render(desk.listed(store), "csv")
    assert isinstance(text, str)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def theme(occurrence: str) -> Row:
    return {"document": "two.txt", "occurrence": occurrence, "where": "learning-1", "value": HOUSING}


@pytest.fixture
def full(store: Store, tmp_path: Path) -> Store:
    """Decisions about both of two children of one label, one of them revised twice, and two taken back."""
    decide(store, tmp_path, "accept", "A. Reader", theme("2"), DAY)
    decide(store, tmp_path, "reject", "B. Reader", theme("2"))
    decide(store, tmp_path, "accept", "B. Reader", theme("1"))
    decide(store, tmp_path, "change", "A. Reader", OUTCOME, LATER, "serious-harm")
    decide(store, tmp_path, "reject", "A. Reader", {"document": "invented.txt", "kind": "sex"})
    desk.undo(store, 5, "B. Reader", LATER)
    decide(store, tmp_path, "reject", "C. Reader", {"document": "invented.txt", "kind": "hedged-harm"})
    desk.undo(store)
    decide(store, tmp_path, "accept", "B. Reader", theme("2"))
    return store


def test_a_list_taken_into_another_store_of_the_same_documents_gives_the_same(full: Store, tmp_path: Path) -> None:
    copy = listed(full, tmp_path / "list.csv")
    with collection() as anew:
        taken = desk.take_file(anew, copy, "Z. Other", date(2030, 1, 1))
        assert (len(taken.decisions), taken.withdrawn, taken.misfits) == (7, 2, ())
        assert records.history(anew) == records.history(full)
        assert set(anew.quads()) == set(full.quads())
        assert desk.listed(anew) == desk.listed(full)
        assert problems(anew) == ()


def test_taking_a_list_again_changes_nothing(full: Store, tmp_path: Path) -> None:
    copy, before = listed(full, tmp_path / "list.csv"), set(full.quads())
    assert desk.take_file(full, copy, "", DAY) == desk.Taken((), known=7)
    assert set(full.quads()) == before
    with collection() as anew:
        for _ in range(2):
            desk.take_file(anew, copy, "", DAY)
        assert records.history(anew) == records.history(full)


def test_a_decision_about_the_second_of_two_children_is_not_taken_for_one_about_the_first(
    store: Store, tmp_path: Path
) -> None:
    decide(store, tmp_path, "reject", "A. Reader", OUTCOME)
    with collection() as anew:
        desk.take_file(anew, listed(store, tmp_path / "list.csv"), "", DAY)
        [made] = records.recorded(anew)
        assert made.target.occurrence == 1
        held = [row for row in desk.export_rows(anew).records() if row["kind"] == "outcome" and row["review"] == TITLE]
        assert [row["occurrence"] for row in held] == [1]


def test_a_list_adds_what_a_store_lacks_and_takes_back_what_was_taken_back_elsewhere(
    full: Store, tmp_path: Path
) -> None:
    early = written(tmp_path / "early.csv", [
        line | {"withdrawn_by": "", "withdrawn_on": ""} for line in rows(listed(full, tmp_path / "list.csv"))[:5]
    ])  # fmt: skip
    with collection() as anew:
        decide(anew, tmp_path, "accept", "D. Reader", {"document": "invented.txt", "kind": "outcome"})
        assert desk.take_file(anew, early, "", DAY).known == 0
        taken = desk.take_file(anew, tmp_path / "list.csv", "", DAY)
        assert (len(taken.decisions), taken.known, taken.withdrawn) == (2, 5, 2)
        said = [(each.target, each.verdict, each.by, each.on, each.withdrawn) for each in records.history(anew)[1:]]
        assert said == [(each.target, each.verdict, each.by, each.on, each.withdrawn) for each in records.history(full)]
        assert [each.number for each in records.history(anew)] == list(range(1, 9))
        assert desk.take_file(anew, early, "", DAY) == desk.Taken((), known=5)
        assert problems(anew) == ()


def test_what_no_longer_fits_is_taken_with_the_others_and_named(full: Store, tmp_path: Path) -> None:
    copy = listed(full, tmp_path / "list.csv")
    with Store.open("memory") as anew:
        anew.load([extract(document())])
        taken = desk.take_file(anew, copy, "", DAY)
        assert {misfit.why for misfit in taken.misfits} == {"the store does not hold its document"}
        anew.load([extract(document(TWO, "two.txt"))])
        assert set(anew.quads()) == set(full.quads())


def test_by_and_on_fill_what_a_row_lacks(full: Store, tmp_path: Path) -> None:
    first, *others = rows(listed(full, tmp_path / "list.csv"))
    copy = written(tmp_path / "list.csv", [first | {"by": "", "on": ""}, *others])
    with collection() as anew:
        with pytest.raises(WorksheetError, match="row 2, column by: say who decided"):
            desk.take_file(anew, copy, "", LATER)
        assert records.history(anew) == ()
        desk.take_file(anew, copy, "Z. Other", LATER)
        assert [(each.by, each.on) for each in records.history(anew)][:2] == [("Z. Other", LATER), ("B. Reader", LATER)]


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ("id", "0"),
        ("batch", "first"),
        ("occurrence", ""),
        ("on", "31.1.2026"),
        ("withdrawn_on", "yesterday"),
        ("stated_confidence", "7"),
        ("decision", "maybe"),
        ("where", "summary"),
        ("kind", "colour"),
        ("value", "made-up"),
        ("document", ""),
    ],
)
def test_one_wrong_row_of_a_list_is_named_and_nothing_is_taken(
    full: Store, tmp_path: Path, column: str, said: str
) -> None:
    first, second, *others = rows(listed(full, tmp_path / "list.csv"))
    copy = written(tmp_path / "list.csv", [first, second | {column: said}, *others])
    with collection() as anew:
        with pytest.raises(WorksheetError, match=f"row 3, column {column}: ") as error:
            desk.take_file(anew, copy, "", DAY)
        assert "\n" not in str(error.value)
        assert records.history(anew) == ()


def test_a_list_of_an_earlier_version_is_taken_as_a_worksheet(store: Store, tmp_path: Path) -> None:
    decide(store, tmp_path, "accept", "A. Reader", {"document": "invented.txt", "kind": "outcome"})
    lines = rows(listed(store, tmp_path / "list.csv"))
    early = [{name: cell for name, cell in line.items() if name in list(line)[:14]} for line in lines]
    with collection() as anew:
        desk.take_file(anew, written(tmp_path / "early.csv", early), "B. Reader", LATER)
        [made] = records.recorded(anew)
        assert (made.by, made.on, made.verdict) == ("B. Reader", LATER, Verdict.ACCEPT)


def test_who_changes_their_mind_back_is_heard(store: Store, tmp_path: Path) -> None:
    for verdict in ("accept", "reject", "accept"):
        decide(store, tmp_path, verdict, "A. Reader", theme("2"))
    assert [each.verdict.value for each in records.recorded(store)] == ["accept", "reject", "accept"]
    found = [row for row in desk.export_rows(store, theme=HOUSING).records() if row["occurrence"] == 2]
    assert [row["status"] for row in found] == ["accepted"]


@pytest.fixture
def kg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "invented.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TWO, encoding="utf-8")
    run: Callable[..., Result] = lambda *arguments: CliRunner().invoke(cli, list(arguments))  # noqa: E731
    assert run("load", "invented.txt", "two.txt", "--store", "one").exit_code == 0
    assert run("load", "two.txt", "--store", "other").exit_code == 0
    return run


def test_the_command_line_needs_no_name_for_a_list(kg: Callable[..., Result], full: Store, tmp_path: Path) -> None:
    listed(full, tmp_path / "list.csv")
    said = kg("curate", "import", "list.csv", "--store", "one")
    assert (said.exit_code, said.stderr) == (0, "Decisions: 3 accept, 3 reject, 1 change; 2 taken back.\n")
    assert kg("curate", "list", "--store", "one", "--format", "csv").stdout == (tmp_path / "list.csv").read_text()
    assert "Decisions: nothing new; 7 known already." in kg("curate", "import", "list.csv", "--store", "one").stderr
    assert "decides otherwise" not in kg("curate", "import", "list.csv", "--store", "other").stderr
    desk.write_export(full, tmp_path / "sheet.csv", theme=None, review=None, blind=False)
    assert kg("curate", "import", "sheet.csv", "--store", "one").exit_code == 2


def test_a_list_tells_all_that_a_decision_holds(full: Store, tmp_path: Path) -> None:
    held = records.history(full)
    lines = rows(listed(full, tmp_path / "list.csv"))
    assert [line["occurrence"] for line in lines] == ["2", "2", "1", "2", "1", "1", "2"]
    assert [(line["id"], line["batch"]) for line in lines] == [(str(each.number), str(each.batch)) for each in held]
    assert [line["withdrawn_by"] for line in lines] == ["", "", "", "", "B. Reader", "", ""]
    assert [bool(line["withdrawn_on"]) for line in lines] == [False] * 4 + [True] * 2 + [False]
    assert lines[0]["stated_confidence"] == str(held[0].confidence)

"""People's decisions: taken in whole or not at all, kept over loads, edits and versions, undone, and never lost."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.answers import Value
from kg.check import problems
from kg.cli import cli
from kg.codes import Verdict
from kg.curation import desk, records
from kg.curation.apply import curated
from kg.curation.calibration import calibration
from kg.curation.decision import Decision, Target
from kg.curation.proposals import proposals
from kg.curation.rows import COLUMNS
from kg.curation.table import WorksheetError
from kg.errors import KGError
from kg.extract import extract
from kg.model import Status, ThemeAssignment
from kg.namespaces import PREFIXES, SG
from kg.rdf.iris import decisions_iri
from kg.store import Quad, Store
from tests.invented_coding import DAY, TEXT, document, themes

HOUSING, REJECTED = "housing-and-homelessness", "rejected"
TITLE = "Serious case review: Child Alder: learning summary"
GRANDMOTHER = "nobody asked why the grandmother stayed away"
Row = dict[str, str]


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open("memory") as opened:
        opened.load([extract(document())])
        yield opened


@pytest.fixture
def sheet(store: Store, tmp_path: Path) -> Path:
    path = tmp_path / "sheet.csv"
    desk.write_export(store, path, theme=None, review=None, blind=False)
    return path


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, lines: list[Row]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(lines)
    return path


def decide(path: Path, decision: str, new_value: str = "", *, match: Row) -> Path:
    """Write a decision into the one row that has these cells."""
    lines = rows(path)
    [line] = [line for line in lines if match.items() <= line.items()]
    line.update(decision=decision, new_value=new_value)
    return write(path, lines)


def add(path: Path, **cells: str) -> Path:
    line = {"document": "invented.txt", "review": TITLE, "decision": "add", **cells}
    return write(path, [*rows(path), dict.fromkeys(COLUMNS, "") | line])


def take(store: Store, path: Path, by: str = "A. Reader") -> desk.Taken:
    return desk.take_file(store, path, by, DAY)


def ask(store: Store, pattern: str) -> list[tuple[Value, ...]]:
    prefixes = "".join(f"PREFIX {prefix}: <{base}> " for prefix, base in PREFIXES.items())
    return [*store.query(f"{prefixes} SELECT DISTINCT * WHERE {{ {pattern} }}").rows]


def read(store: Store) -> set[Quad]:
    """What the store holds, apart from people's decisions."""
    return {quad for quad in store.quads() if quad[3] != f"<{decisions_iri()}>"}


def is_valid(store: Store) -> bool:
    return problems(store) == ()


def housing(path: Path) -> Row:
    [line] = [line for line in rows(path) if line["value"] == HOUSING and line["where"] == "learning-1"]
    return {"value": HOUSING, "where": line["where"]}


def test_a_worksheet_lists_every_theme_and_fact_the_least_certain_first(sheet: Path) -> None:
    lines = rows(sheet)
    confidences = [float(line["confidence"]) for line in lines if line["confidence"]]
    assert confidences == sorted(confidences)
    kinds = {line["kind"] for line in lines}
    assert {"theme", "sex", "age", "outcome", "alleged-perpetrator", "hedged-harm", "action", "strength"} <= kinds
    assert {line["decision"] for line in lines} == {""}
    for line in lines:
        assert " ".join(TEXT[int(line["start"]) : int(line["end"])].split()) == line["quote"], line


def test_filters_leave_one_theme_or_one_review(store: Store) -> None:
    found = desk.export_rows(store, theme=HOUSING).records()
    assert {row["value"] for row in found} == {HOUSING}
    assert len(desk.export_rows(store, review="child alder")) == len(desk.export_rows(store))
    with pytest.raises(desk.NothingFoundError):
        desk.export_rows(store, review="no such review")


def test_a_blind_worksheet_shows_items_and_nothing_the_software_found(store: Store) -> None:
    found = desk.export_rows(store, blind=True).records()
    assert [row["where"] for row in found][:3] == ["learning-1", "learning-2", "learning-3"]
    assert {row[name] for row in found for name in ("value", "label", "quote", "confidence", "status")} == {None}


def test_an_accepted_theme_is_accepted_and_who_and_when_are_kept(store: Store, sheet: Path) -> None:
    take(store, decide(sheet, "accept", match=housing(sheet)))
    assert (HOUSING, "accepted") in themes(store)
    [row] = desk.listed(store).records()
    assert (row["decision"], row["by"], row["on"], row["problem"]) == ("accept", "A. Reader", "2026-01-31", None)
    assert is_valid(store)


def test_a_rejected_theme_counts_no_more_and_does_not_come_back(store: Store, sheet: Path) -> None:
    take(store, decide(sheet, "reject", match=housing(sheet)))
    for text in (TEXT, TEXT + "\nRead learning summary (PDF)\n"):
        store.load([extract(document(text))])
        assert (HOUSING, REJECTED) in themes(store)
        assert not ask(store, f"?item a sg:LearningPoint ; sg:theme <{PREFIXES['theme']}{HOUSING}>")
        assert is_valid(store)


def test_a_changed_theme_is_another_with_the_same_words(store: Store, sheet: Path) -> None:
    take(store, decide(sheet, "change", "poverty-and-material-hardship", match=housing(sheet)))
    assert {(HOUSING, REJECTED), ("poverty-and-material-hardship", "accepted")} <= themes(store)
    assert is_valid(store)


def test_an_added_theme_stands_where_its_words_stand(store: Store, sheet: Path) -> None:
    take(store, add(sheet, where="learning-3", kind="theme", value="cultural-competence", quote="the  grandmother"))
    start = TEXT.index("the grandmother")
    assert ask(store, f"?a oa:hasBody theme:cultural-competence ; sg:start {start} ; sg:quote 'the grandmother'@en")
    assert is_valid(store)


@pytest.mark.parametrize(
    ("match", "decision", "new_value", "gone", "there"),
    [
        ({"kind": "outcome"}, "change", "serious-harm", "?x sg:outcome code:death", "?x sg:outcome code:serious-harm"),
        ({"kind": "hedged-harm"}, "reject", "", "?x sg:hedgedHarm code:neglect", "?x a sg:Incident"),
        ({"kind": "sex"}, "reject", "", "?x sg:sex code:male", "?x a sg:Child"),
        ({"kind": "age"}, "change", "P16W", "?x sg:ageAtIncident ?a FILTER(STR(?a) = 'P105D')", "?x sg:ageBand ?b"),
        ({"kind": "date"}, "change", "2021", "?x sg:date '2021-07'", "?x sg:date '2021' ; sg:year 2021"),
        ({"kind": "review-type"}, "change", "learning-review", "?x sg:reviewType code:serious-case-review",
         "?x sg:reviewType code:learning-review"),
        ({"kind": "action", "value": "train"}, "reject", "", "?x sg:action code:train", "?x sg:action ?a"),
        ({"kind": "alleged-perpetrator"}, "change", "father", "?x sg:allegedPerpetrator code:mothers-partner",
         "?x sg:allegedPerpetrator code:father"),
        ({"kind": "label", "where": "review"}, "change", "Alder", "?x a sg:Review ; sg:label 'Child Alder'",
         "?x a sg:Review ; sg:label 'Alder'"),
    ],
)  # fmt: skip
def test_a_fact_can_be_rejected_or_changed_and_comes_back_when_that_is_undone(
    store: Store, sheet: Path, match: Row, decision: str, new_value: str, gone: str, there: str
) -> None:
    before = read(store)
    assert ask(store, gone)
    take(store, decide(sheet, decision, new_value, match=match))
    assert not ask(store, gone)
    assert ask(store, there)
    assert is_valid(store)
    desk.undo(store)
    assert read(store) == before


def test_a_possible_harm_that_a_person_states_is_possible_no_more(store: Store, sheet: Path) -> None:
    take(store, add(sheet, where="incident", kind="harm", value="neglect", quote="neglect"))
    assert ask(store, "?x sg:harm code:neglect")
    assert not ask(store, "?x sg:hedgedHarm code:neglect")
    assert is_valid(store)


def test_a_child_can_be_added_with_what_the_document_says_of_it(store: Store, sheet: Path) -> None:
    take(store, add(sheet, where="child-2", kind="sex", value="female", quote="mother's"))
    assert len(ask(store, "?child a sg:Child")) == 2
    assert is_valid(store)


def test_decisions_survive_moved_offsets_and_other_line_breaks(store: Store, sheet: Path) -> None:
    take(store, decide(sheet, "reject", match=housing(sheet)))
    moved = TEXT.replace("Death of", "An invented opening sentence.\n\nDeath of").replace(
        "housing of the", "housing of\nthe"
    )
    report = store.load([extract(document(moved))])
    assert (report.replaced, report.misfits) == (("invented.txt",), ())
    assert (HOUSING, REJECTED) in themes(store)


def test_decisions_survive_a_new_version_that_reads_otherwise(
    store: Store, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(store, decide(sheet, "accept", match=housing(sheet)))
    take(store, add(sheet, where="learning-3", kind="theme", value="cultural-competence", quote="grandmother"))
    monkeypatch.setattr("kg.loading.plan.version", lambda: "99.0")
    monkeypatch.setattr("kg.to_rdf.version", lambda: "99.0")
    plain = extract(document())
    [review] = plain.reviews
    blank = tuple(replace(point, themes=()) for point in review.learning)
    assert store.load([replace(plain, reviews=(replace(review, learning=blank),))]).misfits == ()
    assert themes(store) == {(HOUSING, "accepted"), ("cultural-competence", "accepted")}


def test_an_item_cut_otherwise_by_a_new_version_keeps_its_decision(store: Store, sheet: Path) -> None:
    take(store, decide(sheet, "reject", match=housing(sheet)))
    longer = TEXT.replace("the housing of the family;", "the housing of the family, at all times;")
    assert store.load([extract(document(longer))]).misfits == ()


def test_a_decision_that_no_longer_fits_is_reported_and_kept(store: Store, sheet: Path) -> None:
    take(store, decide(sheet, "reject", match=housing(sheet)))
    other = TEXT.replace("professionals should be curious about the housing of the family; ", "")
    [misfit] = store.load([extract(document(other))]).misfits
    assert "no item" in misfit.why
    [row] = desk.listed(store).records()
    assert row["problem"] == misfit.why
    assert store.load([extract(document())]).misfits == ()
    assert (HOUSING, REJECTED) in themes(store)


def test_the_latest_decision_holds_and_undoing_it_brings_the_one_before(store: Store, sheet: Path) -> None:
    match = housing(sheet)
    take(store, decide(sheet, "reject", match=match))
    take(store, decide(sheet, "accept", match=match), by="B. Reader")
    assert (HOUSING, "accepted") in themes(store)
    assert [decision.by for decision in desk.undo(store)] == ["B. Reader"]
    assert (HOUSING, REJECTED) in themes(store)
    desk.undo(store, 1)
    assert not {status for theme, status in themes(store) if theme == HOUSING} & {REJECTED, "accepted"}
    with pytest.raises(desk.NothingToUndoError):
        desk.undo(store)


def test_a_decision_taken_back_stays_on_record_and_holds_nowhere(store: Store, sheet: Path) -> None:
    before, exported = read(store), desk.export_rows(store)
    take(store, decide(sheet, "reject", match=housing(sheet)))
    desk.undo(store, 1, " B.  Reader ", date(2026, 2, 28))
    assert (read(store), desk.export_rows(store)) == (before, exported)
    store.load([extract(document(TEXT + "\nRead learning summary (PDF)\n"))])
    assert (HOUSING, REJECTED) not in themes(store)
    assert records.recorded(store) == ()
    assert (calibration(records.history(store)).rows, proposals(records.history(store)).rows) == ((), ())
    [row] = desk.listed(store).records()
    assert (row["id"], row["by"], row["withdrawn_by"], row["withdrawn_on"]) == (
        1,
        "A. Reader",
        "B. Reader",
        "2026-02-28",
    )
    assert ask(store, "?w a sg:Withdrawal ; sg:decidedBy 'B. Reader' ; sg:withdraws ?it . ?it sg:decidedBy 'A. Reader'")
    assert is_valid(store)
    with pytest.raises(desk.NothingToUndoError, match="in force"):
        desk.undo(store, 1)


def test_what_is_decided_after_a_withdrawal_has_a_number_of_its_own(store: Store, sheet: Path) -> None:
    decide(sheet, "reject", match=housing(sheet))
    take(store, sheet)
    desk.undo(store)
    [again] = take(store, sheet).decisions
    assert (again.number, again.batch) == (2, 2)
    assert (HOUSING, REJECTED) in themes(store)
    first, second = records.history(store)
    assert first.withdrawn is not None
    assert (first.withdrawn.by, second.withdrawn) == ("", None)
    assert is_valid(store)


def test_the_same_worksheet_again_adds_nothing(store: Store, sheet: Path) -> None:
    decide(sheet, "reject", match={"kind": "outcome"})
    assert len(take(store, sheet).decisions) == 1
    before = set(store.quads())
    assert take(store, sheet) == desk.Taken((), known=1)
    assert set(store.quads()) == before


def test_decisions_are_exported_in_a_graph_of_their_own(store: Store, sheet: Path) -> None:
    take(store, decide(sheet, "reject", match=housing(sheet)))
    graphs = {quad[3] for quad in store.quads() if quad[2] == f"<{SG.Decision}>"}
    assert graphs == {"<https://w3id.org/safeguarding-kg/id/decisions>"}
    [decision] = records.recorded(store)
    assert (decision.target.quote, decision.target.item) == (
        "housing",
        "professionals should be curious about the housing of the family",
    )


def test_data_with_a_base_of_its_own_keeps_it(sheet: Path) -> None:
    base = "https://example.org/data/"
    with Store.open("memory") as opened:
        opened.load([extract(document())], base=base)
        take(opened, decide(sheet, "reject", match=housing(sheet)))
        assert {str(row[0]).startswith(base) for row in ask(opened, "?review a sg:Review")} == {True}
        assert (HOUSING, REJECTED) in themes(opened)


def test_a_worksheet_comes_back_from_a_spreadsheet(store: Store, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "sheet.xlsx"
    desk.write_export(store, path, theme=HOUSING, review=None, blind=False)
    book = openpyxl.load_workbook(path)
    book.active.cell(2, COLUMNS.index("decision") + 1).value = "Reject"
    book.save(path)
    assert [decision.verdict for decision in take(store, path).decisions] == [Verdict.REJECT]


def test_a_worksheet_with_semicolons_is_read(store: Store, sheet: Path) -> None:
    lines = rows(decide(sheet, "reject", match=housing(sheet)))
    with sheet.open("w", encoding="cp1252", errors="ignore", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter=";")
        writer.writeheader()
        writer.writerows(lines)
    assert len(take(store, sheet).decisions) == 1


GOOD = {"document": "invented.txt", "review": TITLE, "where": "learning-1", "kind": "theme", "decision": "add"}
ADDED = GOOD | {"value": HOUSING, "quote": "housing"}
INCIDENT = GOOD | {"where": "incident"}
CHILD = GOOD | {"where": "child-1"}
BAD: dict[str, tuple[Row, str]] = {
    "an unknown verdict": (ADDED | {"decision": "maybe"}, "column decision"),
    "an unknown document": (ADDED | {"document": "other.txt"}, "column document"),
    "an unknown review": (ADDED | {"review": "Another review"}, "column review"),
    "an occurrence too many": (ADDED | {"occurrence": "2"}, "column occurrence"),
    "an occurrence in words": (ADDED | {"occurrence": "first"}, "column occurrence"),
    "an unknown part": (ADDED | {"where": "summary"}, "column where"),
    "an item too many": (ADDED | {"where": "learning-9"}, "column where"),
    "a child too many": (GOOD | {"where": "child-7", "kind": "sex", "value": "male", "quote": "boy"}, "column where"),
    "words of no item": (ADDED | {"item": "words of no item"}, "column item"),
    "an unknown kind": (ADDED | {"kind": "colour"}, "column kind"),
    "a kind of another part": (ADDED | {"kind": "outcome", "value": "death"}, "column kind"),
    "an unknown theme": (ADDED | {"value": "made-up"}, "column value"),
    "no value": (ADDED | {"value": ""}, "column value"),
    "an unknown code": (INCIDENT | {"kind": "harm", "value": "made-up", "quote": "neglect"}, "column value"),
    "a date that is none": (INCIDENT | {"kind": "date", "value": "Jul-21", "quote": "July"}, "column value"),
    "an age that is none": (CHILD | {"kind": "age", "value": "15 weeks", "quote": "15"}, "column value"),
    "no quote": (ADDED | {"quote": ""}, "column quote"),
    "a quote from elsewhere": (GOOD | {"value": "neglect", "quote": "grandmother"}, "column quote"),
    "a fact that was not read": (ADDED | {"decision": "reject", "value": "neglect"}, "column value"),
    "a second outcome": (
        GOOD | {"where": "incident", "kind": "outcome", "value": "other", "quote": "Death"},
        "column decision",
    ),
    "a change to nothing": (ADDED | {"decision": "change"}, "column new_value"),
    "a change to the same": (ADDED | {"decision": "change", "new_value": HOUSING}, "column new_value"),
    "a new value without a change": (ADDED | {"new_value": HOUSING}, "column new_value"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_one_wrong_row_is_named_in_one_line_and_nothing_is_taken(store: Store, sheet: Path, what: str) -> None:
    cells, column = BAD[what]
    decide(sheet, "reject", match={"kind": "outcome"})
    add(sheet, **cells)
    before = set(store.quads())
    with pytest.raises(WorksheetError, match=column) as error:
        take(store, sheet)
    assert f"row {len(rows(sheet)) + 1}, " in str(error.value)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 300
    assert set(store.quads()) == before


def test_two_rows_that_contradict_each_other_are_refused(store: Store, sheet: Path) -> None:
    lines = rows(sheet)
    write(sheet, [lines[0] | {"decision": "accept"}, lines[0] | {"decision": "reject"}])
    with pytest.raises(WorksheetError, match="row 3, column decision: row 2 decides otherwise"):
        take(store, sheet)


def _zipped(parts: Mapping[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.csv", b""),
        ("no-header.csv", b"a,b,c\n1,2,3\n"),
        ("binary.csv", bytes(range(256))),
        ("broken.csv", b'document,review,where,item,kind,value,quote,decision,new_value\n"a"b,,,,,,,,\n'),
        ("long.csv", b"document,review,where,item,kind,value,quote,decision,new_value\n,,,,,,,accept,,,,more\n"),
        ("twice.csv", b"document,review,where,item,kind,value,value,quote,decision,new_value\n"),
        ("broken.xlsx", b"PK\x03\x04 and nothing more"),
        ("bomb.xlsx", _zipped({"xl/worksheets/sheet1.xml": " " * 30_000_000})),
        ("parts.xlsx", _zipped(dict.fromkeys(map(str, range(5_001)), ""))),
    ],
)
def test_a_file_that_is_no_worksheet_is_refused_in_one_line(
    store: Store, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(KGError, match=name) as error:
        take(store, tmp_path / name)
    assert "\n" not in str(error.value)


def test_decisions_recalibrate_confidences(store: Store, sheet: Path) -> None:
    confidence = next(line["confidence"] for line in rows(sheet) if housing(sheet).items() <= line.items())
    take(store, decide(sheet, "reject", match=housing(sheet)))
    [row] = calibration(records.recorded(store)).records()
    assert (row["kind"], row["judged"], row["right"]) == ("theme", 1, 0)
    assert row["recalibrated"] == pytest.approx(2 * float(confidence) / 3, abs=1e-4)
    listed = desk.export_rows(store, theme=HOUSING).records()
    assert row["recalibrated"] in [line["confidence"] for line in listed]


def test_words_of_added_themes_are_proposed_as_labels(store: Store, sheet: Path) -> None:
    take(store, add(sheet, where="learning-3", kind="theme", value="neglect", quote="stayed away"))
    assert proposals(records.recorded(store)).rows == (("neglect", "stayed away", "words that no label matches", 1, 0),)


def test_applying_decisions_is_pure_and_leaves_other_documents_alone() -> None:
    digest = extract(document())
    target = Target("other.txt", TITLE, 0, "learning", GRANDMOTHER, "theme", "cultural-competence", "grandmother")
    decision = Decision(target, Verdict.ADD, "A. Reader", DAY)
    assert curated(digest, [decision]) == (digest, ())
    mine = replace(decision, target=replace(target, document="invented.txt"))
    once = curated(digest, [mine])
    assert once == curated(digest, [mine])
    assert curated(once.digest, [mine]).digest == once.digest
    [added] = [
        theme
        for item in once.digest.reviews[0].learning
        for theme in item.themes
        if theme.theme == "cultural-competence"
    ]
    assert isinstance(added, ThemeAssignment)
    assert added.status is Status.ACCEPTED


@pytest.fixture
def kg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "invented.txt").write_text(TEXT, encoding="utf-8")
    run: Callable[..., Result] = lambda *arguments: CliRunner().invoke(cli, list(arguments))  # noqa: E731
    assert run("load", "invented.txt").exit_code == 0
    return run


def test_the_command_line_takes_decisions_out_in_and_back(kg: Callable[..., Result]) -> None:
    assert kg("curate", "export", "sheet.csv").exit_code == 0
    decide(Path("sheet.csv"), "reject", match={"kind": "outcome"})
    assert "1 reject" in kg("curate", "import", "sheet.csv", "--by", "A. Reader", "--on", "2026-01-31").stderr
    assert "2026-01-31" in kg("curate", "list", "--format", "csv").stdout
    assert "outcome" in kg("curate", "calibration", "--format", "csv").stdout
    assert kg("curate", "proposals", "--format", "csv").exit_code == 0
    assert kg("curate", "undo").exit_code == 2
    assert "1 decision" in kg("curate", "undo", "--last").stderr
    assert kg("curate", "undo", "1").exit_code == 1


def test_load_reports_decisions_that_no_longer_fit(kg: Callable[..., Result]) -> None:
    kg("curate", "export", "sheet.csv")
    decide(Path("sheet.csv"), "reject", match=housing(Path("sheet.csv")))
    kg("curate", "import", "sheet.csv", "--by", "A. Reader")
    Path("invented.txt").write_text(TEXT.replace("the housing of the family", "their home"), encoding="utf-8")
    again = kg("load", "invented.txt")
    assert again.exit_code == 0
    assert "no longer fits" in again.stderr


def test_a_document_with_pages_keeps_them_when_it_is_read_again(tmp_path: Path) -> None:
    paged = replace(document(), media_type="application/pdf", pages=(0, TEXT.index("Learning includes")))
    with Store.open("memory") as opened:
        opened.load([extract(paged)])
        before = read(opened)
        path = tmp_path / "sheet.csv"
        desk.write_export(opened, path, theme=None, review=None, blind=False)
        assert {line["page"] for line in rows(path)} == {"1", "2"}
        take(opened, decide(path, "reject", match={"kind": "outcome"}))
        desk.undo(opened)
        assert read(opened) == before


def test_a_theme_beside_the_items_is_decided_too(store: Store, sheet: Path) -> None:
    [line] = [line for line in rows(sheet) if line["where"] == "review" and line["kind"] == "theme"][:1]
    take(store, decide(sheet, "reject", match={"where": "review", "value": line["value"]}))
    assert not ask(store, f"?review sg:contextTheme theme:{line['value']}")
    assert is_valid(store)

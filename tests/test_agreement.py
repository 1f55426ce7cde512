"""Agreement of two people: equal to what is worked out by hand, and never a number where there is none."""

import csv
from pathlib import Path

import pytest

from kg.curation.agreement import Counts, agreement, cohens_kappa, krippendorffs_alpha, table
from kg.curation.table import WorksheetError

HEADER = ("document", "review", "where", "item", "kind", "value", "quote", "decision", "new_value")
Coded = list[dict[str, bool | None]]


@pytest.mark.parametrize(
    ("counts", "kappa"),
    [
        (Counts(20, 5, 10, 15), 0.4),  # observed 0.7, by chance 0.5 x 0.6 + 0.5 x 0.4 = 0.5
        (Counts(45, 15, 25, 15), 0.1304),  # observed 0.6, by chance 0.6 x 0.7 + 0.4 x 0.3 = 0.54
        (Counts(25, 35, 5, 35), 0.2593),  # as much agreement, and less of it by chance: 0.46
        (Counts(1, 0, 0, 1), 1.0),
        (Counts(0, 1, 1, 0), -1.0),
    ],
)
def test_kappa_is_what_is_worked_out_by_hand(counts: Counts, kappa: float) -> None:
    assert cohens_kappa(counts) == pytest.approx(kappa, abs=5e-5)


@pytest.mark.parametrize("counts", [Counts(0, 0, 0, 0), Counts(5, 0, 0, 0), Counts(0, 0, 0, 5)])
def test_kappa_says_nothing_where_there_is_only_one_answer(counts: Counts) -> None:
    assert cohens_kappa(counts) is None
    assert krippendorffs_alpha(counts) is None


def test_alpha_is_what_is_worked_out_by_hand() -> None:
    # Two people, ten items: 20 answers, 6 of them yes, and 4 items apart. alpha = 1 - (20 - 1) x 4 / (6 x 14).
    counts = Counts(1, 3, 1, 5)
    assert krippendorffs_alpha(counts) == pytest.approx(0.095238, abs=1e-6)


def test_each_theme_has_its_row_and_all_stand_first() -> None:
    one: Coded = [{"a": True, "b": True}, {"a": True}, {"b": False}, {}]
    other: Coded = [{"a": True}, {"b": True}, {}, {}]
    found = table(one, other).records()
    assert [row["theme"] for row in found] == ["all themes", "a", "b"]
    assert [[row[name] for name in ("both", "only_first", "only_second", "neither")] for row in found] == [
        [1, 2, 1, 4],
        [1, 1, 0, 2],
        [0, 1, 1, 2],
    ]


def test_what_one_left_undecided_is_not_counted() -> None:
    [_, row] = table([{"a": True}, {"a": None}], [{"a": True}, {"a": True}]).records()
    assert row["items"] == 1


def test_intervals_hold_the_value_and_are_the_same_every_time() -> None:
    one: Coded = [{"a": number % 2 == 0} for number in range(60)]
    other: Coded = [{"a": number % 2 == 0 or number % 7 == 0} for number in range(60)]
    row = table(one, other).records()[1]
    assert table(one, other).records()[1] == row
    for measure in ("kappa", "alpha"):
        low, value, high = (float(str(row[name])) for name in (f"{measure}_low", measure, f"{measure}_high"))
        assert low < value < high


def test_perfect_agreement_on_nothing_gives_counts_and_no_measures() -> None:
    [row] = table([{}, {}], [{}, {}]).records()
    assert row["kappa"] is None
    assert row["alpha"] is None


def sheet(path: Path, *rows: tuple[str, str, str, str]) -> Path:
    """A worksheet with the place, the value, the decision and the new value of each row."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for where, value, decision, new in rows:
            writer.writerow(("d.txt", "R", where, "", "theme", value, "", decision, new))
    return path


def test_two_worksheets_are_compared_item_by_item(tmp_path: Path) -> None:
    one = sheet(
        tmp_path / "one.csv",
        ("learning-1", "a", "accept", ""),
        ("learning-2", "a", "change", "b"),
        ("learning-3", "", "none", ""),
        ("learning-4", "a", "", ""),
    )
    other = sheet(
        tmp_path / "other.csv",
        ("learning-1", "a", "accept", ""),
        ("learning-2", "a", "reject", ""),
        ("learning-3", "b", "add", ""),
        ("learning-4", "a", "reject", ""),
    )
    found = {str(row["theme"]): row for row in agreement(one, other).records()}
    assert [found["a"][name] for name in ("items", "both", "neither")] == [3, 1, 2]
    assert [found["b"][name] for name in ("items", "only_first", "only_second")] == [3, 1, 1]


def test_worksheets_without_a_common_item_are_refused(tmp_path: Path) -> None:
    one = sheet(tmp_path / "one.csv", ("learning-1", "a", "accept", ""))
    other = sheet(tmp_path / "other.csv", ("learning-2", "a", "accept", ""))
    with pytest.raises(WorksheetError, match="no item that both coded"):
        agreement(one, other)


def test_a_wrong_decision_is_named_by_row_and_column(tmp_path: Path) -> None:
    wrong = sheet(tmp_path / "one.csv", ("learning-1", "a", "perhaps", ""))
    with pytest.raises(WorksheetError, match="row 2, column decision"):
        agreement(wrong, wrong)

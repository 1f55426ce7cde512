"""What saved questions count of children, ages and years: nobody is left out, nothing stated is "not stated"."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.answers import Row
from kg.graphs.collecting import collect
from kg.pipeline import load
from kg.queries import saved_queries
from kg.serve.catalogue import catalogue
from kg.serve.pages.reviews import facts_line
from kg.store import Store

OVER_BANDS, OVER_YEARS = "over more than one band", "over more than one year"
WINTER = "Injuries to a 2-year-old boy between September 2018 and February 2019."


@contextmanager
def stored(folder: Path, *sentences: str) -> Iterator[Store]:
    """A store of lists of one review each, which tell no more than a sentence."""
    for number, sentence in enumerate(sentences):
        lines = (
            "Case reviews published in 2022", "", f"2022 - Borchester - Child {number}", sentence,
            "Learning includes: supervision.", "> Read the overview report",
        )  # fmt: skip
        (folder / f"{number}.txt").write_text("\n".join(lines), encoding="utf-8")
    with Store.open("memory", create=True, read_only=False) as store:
        load([folder], store)
        yield store


def asked(folder: Path, name: str, *sentences: str, **values: str) -> list[Row]:
    """The rows of a saved question over such lists."""
    with stored(folder, *sentences) as store:
        return list(saved_queries()[name].run(store, **values).rows)


@pytest.mark.parametrize(
    ("sentence", "children"),
    [
        ("Possible sexual abuse of a 14- to 16-year-old girl by a peer in 2015 and 2016.", 1),
        ("Neglect of four children aged between 2 and 9 years in 2018.", 4),
        ("Injury to a child under the age of 2.", 1),
    ],
)
def test_an_age_over_two_bands_is_stated(tmp_path: Path, sentence: str, children: int) -> None:
    assert "age" not in [row[1] for row in asked(tmp_path, "reviews-lacking-a-fact", sentence)]
    rows = asked(tmp_path, "ages-and-sexes-by-harm", sentence)
    assert [(row[1], row[3]) for row in rows] == [(OVER_BANDS, children)]


def test_a_review_without_any_age_lacks_one(tmp_path: Path) -> None:
    assert "age" in [row[1] for row in asked(tmp_path, "reviews-lacking-a-fact", "Neglect of a boy in 2018.")]


def test_children_of_a_review_that_tells_of_no_incident_are_counted(tmp_path: Path) -> None:
    told = ("Concerns a 4-year-old girl who was known to several agencies.", "Death of a 5-year-old boy in March 2019.")
    assert asked(tmp_path, "ages-and-sexes-by-harm", *told) == [
        ("not stated", "1 to 5", "Female", 1),
        ("not stated", "1 to 5", "Male", 1),
    ]


@pytest.mark.parametrize(
    ("children", "bands"),
    [
        ("a 5-month-old girl and her 8-year-old brother", ["6 to 10", "Under 1"]),
        ("a 7-year-old girl and her 8-year-old brother", ["6 to 10"]),
        ("a 14- to 16-year-old girl", [OVER_BANDS]),
        ("a girl", ["not stated"]),
        ("children", ["not stated"]),
    ],
)
def test_an_alleged_perpetrator_has_a_row_for_each_age_band(tmp_path: Path, children: str, bands: list[str]) -> None:
    told = f"Physical abuse of {children} in May 2021. The mother's partner was convicted of assault."
    rows = asked(tmp_path, "alleged-perpetrators-by-age", told)
    assert [row[:2] for row in rows] == [("Mother's partner", band) for band in bands]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        (WINTER, OVER_YEARS),
        ("Death of a 2-year-old boy in winter 2018.", OVER_YEARS),
        ("Neglect of a 2-year-old boy in 2018 and 2020.", OVER_YEARS),
        ("Death of a 2-year-old boy in March 2019.", "2019"),
        ("Death of a 2-year-old boy.", "not stated"),
    ],
)
def test_a_date_over_two_years_is_stated(tmp_path: Path, sentence: str, year: str) -> None:
    assert [row[0] for row in asked(tmp_path, "incidents-by-year-outcome-harm", sentence)] == [year]


@pytest.mark.parametrize(
    ("sentence", "year", "counts"),
    [
        (WINTER, "2018", (0, 1, 0)),
        (WINTER, "2019", (0, 0, 1)),
        (WINTER, "2020", (1, 0, 0)),
        ("Death of a 2-year-old boy in March 2019.", "2019", (0, 1, 0)),
        ("Death of a 2-year-old boy in March 2019.", "2020", (1, 0, 0)),
    ],
)
def test_a_theme_is_before_a_year_from_it_on_or_over_both(
    tmp_path: Path, sentence: str, year: str, counts: tuple[int, ...]
) -> None:
    assert [row[1:] for row in asked(tmp_path, "themes-by-period", sentence, year=year)] == [counts]


def test_reviews_over_both_are_counted_in_neither(tmp_path: Path) -> None:
    before = "Death of a 2-year-old boy in March 2017."
    assert [row[1:] for row in asked(tmp_path, "themes-by-period", before, WINTER, WINTER, year="2019")] == [(1, 0, 2)]


def test_a_year_and_an_age_over_two_are_values_to_choose_reviews_by(tmp_path: Path) -> None:
    told = (
        "Neglect of a child aged between 2 and 9 years from 2018 to 2020.",
        "Death of a 5-year-old boy in March 2019.",
    )
    with stored(tmp_path, *told) as store:
        (over, plain), (drawn, _) = catalogue(store).reviews, collect(store).reviews
    assert [*over.values["year"], *over.values["age"]] == [OVER_YEARS, OVER_BANDS]
    assert [*plain.values["year"], *plain.values["age"]] == ["2019", "1-5"]
    assert {trait.value for trait in drawn.traits if trait.facet in ("year", "age")} == {OVER_YEARS, OVER_BANDS}
    assert not {OVER_YEARS, OVER_BANDS} & {*facts_line(over)}

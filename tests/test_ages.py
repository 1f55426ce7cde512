"""Printed ages become values, and what is no age of anybody stays out. All phrases are invented."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.facts.children.ages import find_ages
from kg.model import UNBORN, YOUNG_ADULT, Age, AgeBand


def isos(text: str) -> list[str]:
    return [age.iso for mention in find_ages(text) for age in mention.ages]


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("a 15-week-old baby", "P15W"),
        ("an 8-day-old boy", "P8D"),
        ("a six-month-old", "P6M"),
        ("a twenty-one-month-old girl", "P21M"),
        ("a 2-year-1-month-old", "P2Y1M"),
        ("a 2 year old", "P2Y"),
        ("a 14-year old", "P14Y"),
        ("13-years-old", "P13Y"),
        ("two 14\u2011week\u2011old infants", "P14W"),
        ("a 3\u2013year\u2013old", "P3Y"),
        ("aged 4 years old", "P4Y"),
        ("aged 11-weeks-old", "P11W"),
        ("aged seventeen", "P17Y"),
        ("aged 3 years and 4 months", "P3Y4M"),
        ("17 years and 11 months at the time of his death", "P17Y11M"),
        ("a two and a half year old", "P2Y6M"),
        ("was 15 when she died", "P15Y"),
        ("at the age of 13", "P13Y"),
        ("a boy of 14 in March", "P14Y"),
        ("a lass of ten collapsed", "P10Y"),
        ("two days before her sixth birthday", "P5Y"),
        ("shortly before his 16th birthday", "P15Y"),
        ("a week after her third birthday", "P3Y"),
        ("days before he would have turned 17", "P16Y"),
        ("a girl in her second year", "P1Y"),
        ("a month-old baby", "P1M"),
        ("a girl who had just turned 12", "P12Y"),
        ("at just 13, she was trafficked", "P13Y"),
        ("the eldest of whom was 11 and the youngest 6 months", "P6M/P11Y"),
        ("less than a day old", "../P1D"),
        ("abused from the age of seven until she was twelve", "P7Y/P12Y"),
        ("an unborn child", UNBORN),
        ("a 3-hour-old girl", "PT3H"),
        ("an hour-old girl", "PT1H"),
        ("a boy aged 36 hours", "PT36H"),
        ("a girl who was ninety minutes old", "PT90M"),
        ("a girl who died at 6 hours", "PT6H"),
        ("aged 3 weeks and 2 days", "P3W2D"),
        ("a young adult", YOUNG_ADULT),
    ],
)
def test_a_printed_age_keeps_its_unit(printed: str, iso: str) -> None:
    assert isos(printed) == [iso]


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("aged between 14 and 16", "P14Y/P16Y"),
        ("aged 14-16", "P14Y/P16Y"),
        ("aged 14 to 16 years", "P14Y/P16Y"),
        ("14 to 16-year-olds", "P14Y/P16Y"),
        ("between 2 and 9 months old", "P2M/P9M"),
        ("aged between three weeks and five months", "P3W/P5M"),
        ("between the ages of 5 and 7", "P5Y/P7Y"),
        ("under the age of 13", "../P13Y"),
        ("under 18-years-old", "../P18Y"),
        ("aged under 5", "../P5Y"),
        ("under one year old", "../P1Y"),
        ("a boy less than 12 weeks old", "../P12W"),
        ("a boy of less than 12 weeks", "../P12W"),
        ("a girl aged less than six months", "../P6M"),
        ("less than 24 hours old", "../PT24H"),
        ("less than an hour old", "../PT1H"),
        ("not quite a year old", "../P1Y"),
        ("a 6 or 7-week-old boy", "P6W/P7W"),
        ("a boy aged 6 or 7 weeks", "P6W/P7W"),
        ("a six-to-eight-week-old girl", "P6W/P8W"),
        ("aged between the ages of 5 and 7 years", "P5Y/P7Y"),
    ],
)
def test_a_range_and_a_bound_are_intervals(printed: str, iso: str) -> None:
    assert isos(printed) == [iso]


@pytest.mark.parametrize(
    ("printed", "ages"),
    [
        ("aged 4 and 6", ["P4Y", "P6Y"]),
        ("aged 4 and 6 years", ["P4Y", "P6Y"]),
        ("aged two, five and seven years old", ["P2Y", "P5Y", "P7Y"]),
        ("12- and 14-year-old sisters", ["P12Y", "P14Y"]),
        ("aged one, three and six months", ["P1M", "P3M", "P6M"]),
        ("aged 8 months and 2 years", ["P8M", "P2Y"]),
        ("aged 11, 9, 4 and 18 months", ["P11Y", "P9Y", "P4Y", "P18M"]),
        ("aged 2 years and 8 months respectively", ["P2Y", "P8M"]),
    ],
)
def test_a_list_of_ages_is_one_age_each(printed: str, ages: list[str]) -> None:
    assert isos(printed) == ages


@pytest.mark.parametrize(
    "words",
    [
        "waited nearly 3 hours, alone",
        "left for 3 hours when he was ill",
        "29 weeks pregnant",
        "sentenced to 9 years",
        "under 16",
        "Sorrel 22",
        "over 3 years",
        "five days later",
        "BDS12",
    ],
)
def test_numbers_that_are_no_age_are_left_alone(words: str) -> None:
    assert isos(words) == []


@given(st.integers(1, 17), st.sampled_from(["year", "month", "week", "day"]), st.sampled_from("-\u2010\u2011\u2013 "))
def test_every_plain_age_is_read_back(number: int, unit: str, dash: str) -> None:
    (found,) = find_ages(f"{number}{dash}{unit}{dash}old")
    assert found.ages == (Age(f"P{number}{unit[0].upper()}"),)


@given(st.integers(1, 17), st.integers(1, 11))
def test_every_age_of_years_and_months_is_read_back(years: int, months: int) -> None:
    (found,) = find_ages(f"aged {years} years and {months} months")
    assert found.ages == (Age(f"P{years}Y{months}M"),)


@given(st.text())
def test_no_text_makes_the_reading_of_ages_fail(text: str) -> None:
    assert all(0 <= mention.start < mention.end <= len(text) for mention in find_ages(text))


@pytest.mark.parametrize(
    ("iso", "low", "high"),
    [("P2Y6M", "30", "30"), ("P15W", "3.45", "3.45"), ("P14Y/P16Y", "168", "192"), ("P8D", "0.26", "0.26")],
)
def test_an_age_in_months_has_two_places(iso: str, low: str, high: str) -> None:
    assert Age(iso).months == (Decimal(low), Decimal(high))


def test_an_upper_bound_has_no_youngest_age() -> None:
    assert Age("../P13Y").months == (None, Decimal(156))


@pytest.mark.parametrize(
    ("iso", "band"),
    [
        ("P364D", AgeBand.UNDER_1),
        ("P1Y", AgeBand.FROM_1_TO_5),
        ("P6Y", AgeBand.FROM_6_TO_10),
        ("P11Y", AgeBand.FROM_11_TO_15),
        ("P17Y11M", AgeBand.FROM_16_TO_17),
        ("P18Y", AgeBand.FROM_18),
        (UNBORN, AgeBand.UNBORN),
        ("P6Y/P9Y", AgeBand.FROM_6_TO_10),
        ("P14Y/P16Y", None),
        ("../P13Y", None),
        ("../P1Y", AgeBand.UNDER_1),
        ("../P12M", AgeBand.UNDER_1),
        ("../P1D", AgeBand.UNDER_1),
        ("../P13M", None),
        ("P11M/P12M", None),
        ("P16Y/..", None),
        ("P18Y/..", AgeBand.FROM_18),
        ("PT3H", AgeBand.UNDER_1),
        (YOUNG_ADULT, None),
    ],
)
def test_a_band_holds_the_whole_age_or_there_is_none(iso: str, band: AgeBand | None) -> None:
    assert Age(iso).band is band


def test_a_duration_is_canonical_with_weeks_as_days_and_months_as_years() -> None:
    assert Age("P15W").duration == "P105D"
    assert Age("P16M").duration == "P1Y4M"
    assert Age("P2Y").duration == "P2Y"
    assert Age("P0D").duration == "PT0S"
    assert Age("PT3H").duration == "PT3H"
    assert Age("PT36H").duration == "P1DT12H"
    assert Age("PT90M").duration == "PT1H30M"
    assert Age("P14Y/P16Y").duration is None


@pytest.mark.parametrize("text", ["", "P", "15 weeks", "../..", "P2Y/", "PT", "P1DT", "P3H"])
def test_what_is_no_age_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not an age"):
        Age(text)

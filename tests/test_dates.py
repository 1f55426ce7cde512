"""Printed dates become EDTF, and only the incident's date is the incident's. All phrases are invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.facts.dates import find_dates
from kg.model import PartialDate
from tests.stating import facts


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("in July 2021", "2021-07"),
        ("in 2007", "2007"),
        ("in early 2014", "2014"),
        ("late 2019", "2019"),
        ("in mid-February 2019", "2019-02"),
        ("Autumn 2020", "2020-23"),
        ("in the summer of 2010", "2010-22"),
        ("winter 2019/20", "2019-24"),
        ("on 24 December 2017", "2017-12-24"),
        ("on the 3rd of March 2020", "2020-03-03"),
        ("on March 3, 2020", "2020-03-03"),
        ("on 03/04/2020", "2020-04-03"),
        ("on 03.04.2020", "2020-04-03"),
        ("on a November morning in 2016", "2016-11"),
        ("one night in March 2019", "2019-03"),
        ("on Christmas Day 2019", "2019-12-25"),
        ("over Christmas 2019", "2019-12"),
        ("during 2015 and 2016", "2015/2016"),
        ("for four years from 2012", "2012/2016"),
        ("over a two-year period from 2014", "2014/2016"),
        ("over five years to 2019", "2014/2019"),
        ("in 06/2014", "2014-06"),
        ("in the summer holidays of 2017", "2017-22"),
        ("on New Year's Eve 2018", "2018-12-31"),
        ("from September 2016 to March 2018", "2016-09/2018-03"),
        ("from 2015 until 2017", "2015/2017"),
        ("between October and December 2016", "2016-10/2016-12"),
        ("between 2019 and early 2021", "2019/2021"),
        ("2014-2016", "2014/2016"),
        ("in 2014 and 2015", "{2014,2015}"),
        ("in May and June 2014", "{2014-05,2014-06}"),
        ("in 2013, 2014 and 2015", "{2013,2014,2015}"),
        ("in twenty nineteen", "2019"),
        ("on the third of March two thousand and nine", "2009-03-03"),
    ],
)
def test_a_printed_date_is_as_exact_as_printed(printed: str, edtf: str) -> None:
    assert [mention.date.edtf for mention in find_dates(printed)] == [edtf]


@pytest.mark.parametrize(
    "words", ["over a number of years", "from the early 1990s to 2004", "31 February 2020", "room 2101"]
)
def test_what_is_no_date_is_left_alone(words: str) -> None:
    assert find_dates(words) == ()


@pytest.mark.parametrize(
    ("summary", "edtf"),
    [
        ("Death of a 3-month-old boy in May 2016.", "2016-05"),
        ("Sexual abuse of a girl. Rowan disclosed the rape to a nurse in June 2020.", None),
        ("Death of a girl in May 2016. Her father was convicted in June 2017.", "2016-05"),
        ("Neglect of a boy. Agencies were involved with the family between 2016 and 2022.", None),
        ("Death of a baby born in March 2019, in June 2019.", "2019-06"),
        ("A boy died. He was found at home on 2 May 2018.", "2018-05-02"),
        ("Between 2008 and 2010 a girl was sexually exploited.", "2008/2010"),
        ("A baby ate a tablet. This was in October 2019.", "2019-10"),
        ("A girl was exploited by a driver known to her in 2021.", "2021"),
        ("Neglect of a girl. She had been seen at a clinic in 2015.", None),
    ],
)
def test_only_the_date_of_the_incident_is_the_incidents(summary: str, edtf: str | None) -> None:
    found = facts(summary, "Rowan")[1].date
    assert (found and found.value.edtf) == edtf


@given(st.dates(date(1990, 1, 1), date(2039, 12, 31)))
def test_every_full_date_is_read_back(day: date) -> None:
    printed = f"{day.day} {day:%B} {day.year}"
    assert [mention.date.edtf for mention in find_dates(printed)] == [day.isoformat()]


@given(st.text())
def test_no_text_makes_the_reading_of_dates_fail(text: str) -> None:
    assert all(0 <= mention.start < mention.end <= len(text) for mention in find_dates(text))


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-02-03", date(2020, 2, 3), date(2020, 2, 3)),
        ("2020-21", date(2020, 3, 1), date(2020, 5, 31)),
        ("2020-24", date(2020, 12, 1), date(2021, 2, 28)),
        ("2016-09/2018-03", date(2016, 9, 1), date(2018, 3, 31)),
        ("{2013,2015}", date(2013, 1, 1), date(2015, 12, 31)),
    ],
)
def test_a_partial_date_says_the_first_and_last_day_it_can_mean(edtf: str, earliest: date, latest: date) -> None:
    assert (PartialDate(edtf).earliest, PartialDate(edtf).latest) == (earliest, latest)


@pytest.mark.parametrize("text", ["", "last year", "2020-13", "2020-02-30", "20"])
def test_what_is_no_partial_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not an EDTF date|month must be|day is out of range|bad month"):
        PartialDate(text)


@pytest.mark.parametrize(
    ("summary", "printed"),
    [
        ("Neglect of two sisters between 2019 and 2021.", "between 2019 and 2021"),
        ("Neglect of two sisters from May 2019 to July 2021.", "from May 2019 to July 2021"),
        ("Between 2019 and 2021 a boy was neglected.", "Between 2019 and 2021"),
        ("Neglect of two sisters, 2019 to 2021.", "2019 to 2021"),
        ("Death of a baby in July 2021.", "July 2021"),
        ("Death of a baby of injuries from July 2021.", "July 2021"),
    ],
)
def test_a_stretch_of_time_is_printed_with_the_word_that_makes_it_one(summary: str, printed: str) -> None:
    found = facts(summary, "Rowan")[1].date
    assert found is not None
    assert found.passage.text == printed

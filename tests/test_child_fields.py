"""Fields below a title that tell of the child, in text and on web pages. Every text here is invented."""

import pytest

from kg.extract import extract
from kg.model import Review
from kg.read import read_bytes

STORY = "Oak fell from a window while in the care of a babysitter aged 15, and was hurt."


def read(name: str, page: str) -> Review:
    (review,) = extract(read_bytes(name, page.encode())).reviews
    return review


@pytest.mark.parametrize(
    ("fields", "age", "sex"),
    [
        ("Age at incident: 4 years\nSex: female\nDate of incident: 12 May 2022", "P4Y", "female"),
        ("Age: 9 weeks\nGender: Male", "P9W", "male"),
        ("Age of child: 3 years 4 months\nSex/Gender: Girl", "P3Y4M", "female"),
        ("**Child:** Female, 6 months", "P6M", "female"),
    ],
)
def test_a_field_of_the_child_says_its_age_and_sex_and_not_the_story(fields: str, age: str, sex: str) -> None:
    (child,) = read("page.md", f"Reviews\n\nBaby Oak\n\n{fields}\n\n{STORY}\n\nLearning:\n- Nobody asked\n").children
    assert (child.age and child.age.value.iso, child.sex and child.sex.value) == (age, sex)


@pytest.mark.parametrize(
    "fields",
    [
        "<table>{}</table>".format("<tr><th>{}</th><td>{}</td></tr>" * 4),
        "<dl>{}</dl>".format("<dt>{}</dt>\n <dd>{}</dd>" * 4),
    ],
)
def test_names_of_fields_on_a_web_page_stand_before_what_they_name(fields: str) -> None:
    board = "Weir Safeguarding Children Partnership"
    told = fields.format("Partnership", board, "Year", "2023", "Gender", "Male", "Age", "6 weeks")
    learning = "<h4>Learning</h4><ul><li>Nobody asked</li></ul>"
    review = read("page.html", f"<body><h1>Reviews</h1><h2>Baby Oak</h2>{told}<p>{STORY}</p>{learning}</body>")
    (child,) = review.children
    assert (child.age and child.age.value.iso, child.sex and child.sex.value) == ("P6W", "male")
    assert review.place and review.place.value == "Weir"
    assert review.published and review.published.passage.text == "2023"
    assert review.incident.date is None


def test_a_name_above_several_lines_stays_a_line() -> None:
    page = "<dl><dt>Learning</dt><dd><ul><li>a</li></ul></dd><dt>Sex</dt><dd>Male</dd></dl>"
    text = read_bytes("page.html", f"<html><body>{page}</body></html>".encode()).text
    assert text.replace("\n\n", "\n") == "Learning\n\u2022 a\nSex: Male\n"

"""Covers, imprints and counted titles: what stands around a title and is none. Every text here is invented."""

import pytest

from kg.extract import extract
from kg.extract.titles.imprints import is_imprint
from kg.model import Review
from kg.read import read_bytes

BODY = "Death of a 3-month-old boy in May 2019 while in the care of a neighbour."
LEARNED = "Learning: visits were short; and notes were shorter."


def reviews(text: str, name: str = "page.txt") -> tuple[Review, ...]:
    return extract(read_bytes(name, text.encode())).reviews


def labels(review: Review) -> list[str]:
    return [label.value for label in review.labels]


def told(review: Review) -> tuple[str | None, str | None]:
    """The place and the date of publication."""
    area, date = review.place, review.published
    return area.value if area else None, date.value.edtf if date else None


@pytest.mark.parametrize(
    ("counts", "names"),
    [
        (("Review 1: ", "Review 2: ", "Review 3: "), ("Ines and Omar", "Child Pell", "Tam")),
        (("REVIEW A – ", "REVIEW B – ", "REVIEW C – "), ("Ines", "Baby Pell", "Tam")),
        (("Case 1. ", "Case 2. ", "Case 3. "), ("Ines", "Child Pell", "Tam and Omar")),
        (("## Case study one: ", "## Case study two: ", "## Case study three: "), ("Ines", "Pell", "Tam")),
        (("Case review no. 1: ", "Case review no. 2: ", "Case review no. 3: "), ("Ines", "Child Pell", "Tam")),
        (("Review i) ", "Review ii) ", "Review iii) "), ("Ines", "Child Pell", "Tam")),
    ],
)
def test_what_reviews_are_counted_by_opens_them_and_is_no_label(
    counts: tuple[str, ...], names: tuple[str, ...]
) -> None:
    parts = [f"{count}{name}\n\n{BODY}\n\n{LEARNED}" for count, name in zip(counts, names, strict=True)]
    found = reviews("Bulletin of reviews\n\n" + "\n\n".join(parts) + "\n")
    assert [review.title.text for review in found] == list(names)
    assert [" and ".join(labels(review)).replace("Child ", "") for review in found] == [
        name.replace("Child ", "") for name in names
    ]


def test_reviews_that_are_counted_on_need_no_name() -> None:
    page = (
        f"REVIEWS: A DIGEST\n\nREVIEW A: LCSPR MARIGOLD (Eastmere SCP, May 2023)\n\n{BODY}\n\n{LEARNED}\n\n"
        f"REVIEW B: RAPID REVIEW 2022/7 (Eastmere SCP)\n\nA boy of 14 was hurt in a park.\n\n{LEARNED}\n"
    )
    first, second = reviews(page)
    assert (labels(first), told(first)) == (["MARIGOLD"], ("Eastmere", "2023-05"))
    assert (labels(second), told(second)) == ([], ("Eastmere", None))
    assert second.children[0].label is None


@pytest.mark.parametrize("heading", ["Review 2: Findings", "Case 1: recommendations", "Review 4: what happened next."])
def test_a_counted_part_of_a_review_is_no_title(heading: str) -> None:
    found = reviews(f"Child K\n\n{BODY}\n\n{heading}\n\nNobody asked where the boy slept, or who had a key.\n")
    assert [review.title.text for review in found] == ["Child K"]


@pytest.mark.parametrize(
    "line",
    [
        "Northby Safeguarding Children Partnership – September 2022",
        "Northby Local Safeguarding Children Board, March 2017",
        "Northby and the Fells SCP | Spring 2021",
        "Published by the Northby Safeguarding Children Partnership (NSCP), June 2023",
        "Safeguarding Board for Northby",
        "Anonymous",
        "Anonymised LSCB",
        "NSPCC on behalf of an unnamed LSCB",
        "12 May 2020",
        "Area not disclosed",
    ],
)
def test_a_board_that_is_named_or_hidden_and_a_date_are_an_imprint(line: str) -> None:
    assert is_imprint(line)


@pytest.mark.parametrize(
    "line", ["Child K (2021)", "Child K – Northby SCP", "Safeguarding Children", "Babies", "The board met in May 2020"]
)
def test_what_names_a_child_or_tells_something_is_no_imprint(line: str) -> None:
    assert not is_imprint(line)


@pytest.mark.parametrize(
    ("line", "area", "date"),
    [
        ("Northby Safeguarding Children Partnership – September 2022", "Northby", "2022-09"),
        ("*Northby Local Safeguarding Children Board, March 2017*", "Northby", "2017-03"),
        ("**Northby and Fell SCP**", "Northby and Fell", None),
        ("The Northby Child Protection Committee | Spring 2021", "Northby", "2021-21"),
        ("Anonymous", None, None),
        ("Anonymous, May 2020", None, "2020-05"),
    ],
)
@pytest.mark.parametrize("heading", ["7 Minute Briefing: Child Juno", "Baby Juno – Serious Case Review"])
def test_an_imprint_below_a_title_tells_place_and_date_and_is_no_title(
    heading: str, line: str, area: str | None, date: str | None
) -> None:
    page = f"# {heading}\n\n{line}\n\n## 1. Background\n\nJuno was 5 months old when she died in March 2015.\n\n"
    (review,) = reviews(f"{page}## 2. Key findings\n\n- Nobody asked who lived there\n", "page.md")
    assert (review.title.text, labels(review), told(review)) == (heading, ["Juno"], (area, date))
    assert review.incident is not None
    assert review.incident.date is not None
    assert review.incident.date.value.edtf == "2015-03"


COVER = ("Serious Case Review", "Child K", "Executive Summary")
REST = "1. Introduction\nChild K was a boy, aged 3, who died on 9 May 2013.\n\n2. Findings\n2.1 Nobody asked.\n"


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["line by line", "apart"])
@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["Weirdale Local Safeguarding Children Board"], ["July 2014"]),
        ([], ["Weirdale Local Safeguarding Children Board", "July 2014"]),
        ([], ["Weirdale LSCB, July 2014"]),
        (["Weirdale LSCB", "July 2014"], []),
    ],
)
def test_a_cover_tells_label_kind_document_place_and_date(above: list[str], below: list[str], gap: str) -> None:
    (review,) = reviews(gap.join([*above, *COVER, *below]) + f"\n\n{REST}")
    assert (labels(review), told(review)) == (["Child K"], ("Weirdale", "2014-07"))
    assert review.review_type is not None
    assert review.review_type.value == "serious-case-review"
    assert review.document_type is not None
    assert review.document_type.value == "executive-summary"
    assert review.incident is not None
    assert review.incident.date is not None
    assert review.incident.date.value.edtf == "2013-05-09"


def test_a_cover_of_headings_tells_the_kind_above_the_label() -> None:
    page = "# Weirdale Safeguarding Children Board\n\n## Child Practice Review\n\n### Baby Fern\n\nMarch 2022\n\n"
    (review,) = reviews(f"{page}## Introduction\n\nFern, a boy aged 3 weeks, died on 9 May 2021.\n", "page.md")
    assert (review.title.text, told(review)) == ("Baby Fern", ("Weirdale", "2022-03"))
    assert review.review_type is not None
    assert review.review_type.value == "child-practice-review"


@pytest.mark.parametrize("title", ["Child practice review: CPR 3/2014", "Serious case review: no. 12/2016"])
def test_the_number_of_a_review_in_its_year_is_no_label(title: str) -> None:
    (review,) = reviews(f"September 2015 – Weirdale - {title}\n{BODY}\n{LEARNED}\n")
    assert labels(review) == []


@pytest.mark.parametrize(
    ("title", "names", "area"),
    [
        ("Child D (Halden).", ["Child D"], "Halden"),
        ("Children E and F (Halden and Weir).", ["Child E", "Child F"], "Halden and Weir"),
        ("Serious case review: Baby Q (Halden SCP, May 2018).", ["Baby Q"], "Halden"),
        ("1. Child D (Halden).", ["Child D"], "Halden"),
    ],
)
def test_an_area_in_brackets_may_stand_before_the_summary_on_a_titles_line(
    title: str, names: list[str], area: str
) -> None:
    (review,) = reviews(f"Case reviews, July 2018\n\n{title} {BODY} {LEARNED}\n")
    assert (labels(review), review.place and review.place.value) == (names, area)
    assert review.summary is not None
    assert review.summary.text == BODY


@pytest.mark.parametrize("rest", ["", "*Weirdale LSCB, March 2017*\n\n"])
def test_a_page_whose_heading_is_its_reviews_title_has_no_other(rest: str) -> None:
    page = f"# Serious case review: Child Ash\n\n{rest}{BODY}\n\n## Findings\n\n- Visits were rare.\n"
    assert extract(read_bytes("page.md", page.encode())).title is None


@pytest.mark.parametrize("who", ["The child", "The baby", "This child"])
def test_a_story_under_a_second_heading_goes_on_with_who_the_child_was(who: str) -> None:
    page = f"# Serious case review: Baby Ash\n\n### {who}\n\nAsh was a 10 month old girl. She had a brother.\n\n"
    story = "### What happened\n\nIn August 2015 Ash was admitted to hospital with a fractured skull.\n"
    (review,) = reviews(f"{page}{story}\n### Findings\n\n- Nobody asked.\n", "page.md")
    assert review.incident is not None
    assert review.incident.date is not None
    assert review.incident.date.value.edtf == "2015-08"
    assert [child.age and child.age.passage.text for child in review.children] == ["10 month old"]

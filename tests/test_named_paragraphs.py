"""Paragraphs that open with a name and tell of one review each. Every text here is invented."""

import pytest

from kg.extract import NoReviewError, extract
from kg.model import Review
from kg.read import read_bytes

SAID = "Each paragraph below is a short account of one published review."


def reviews(page: str) -> tuple[Review, ...]:
    return extract(read_bytes("briefing.txt", page.encode())).reviews


@pytest.mark.parametrize(
    "name", ["Osric", "Osric and Elm", "Child Z / Osric", "Osric and Baby T", "Osric, Elm and Yew"]
)
@pytest.mark.parametrize(
    "said", [SAID, "Every entry is the story of a single case, from a review that a board sent us."]
)
def test_a_name_opens_a_review_where_a_page_says_that_each_paragraph_is_one(name: str, said: str) -> None:
    told = "He was 15 when he was stabbed in May 2019.\nLearning includes: pets matter; and fathers matter."
    page = f"Briefing: boys and knives\n\n{said}\n\n{name}. {told}\n\nFerelith. {told}\n\nThanks. Ask the library.\n"
    found = reviews(page)
    assert [review.title.text.rstrip(".") for review in found[:2]] == [name, "Ferelith"]
    assert [len(review.learning) for review in found[:2]] == [2, 2]


@pytest.mark.parametrize(
    ("opening", "kind", "published"),
    [
        ("A serious case review from 2017 about a girl of 17", "serious-case-review", "2017"),
        ("In a learning review published in May 2022, a girl of 17", "learning-review", "2022-05"),
        ("This child practice review tells of a girl of 17; it came out in 2021. She", "child-practice-review", "2021"),
    ],
)
def test_a_paragraph_may_say_of_itself_that_it_is_a_review_and_when_it_was_published(
    opening: str, kind: str, published: str
) -> None:
    page = f"Briefing: girls and night buses\n\nSome notes.\n\nOsric. {opening} died in June 2015 on a night bus.\n"
    (review,) = reviews(page)
    assert [label.value for label in review.labels] == ["Osric"]
    assert review.review_type and review.review_type.value == kind
    assert review.published and review.published.value.edtf == published
    assert review.incident.date and review.incident.date.value.edtf == "2015-06"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Osric. He was 15 when he was stabbed, and no review was held.",
        "Osric. It took a serious case review to show what a bus driver knew.",
        "Fathers. A serious case review should ask who they are, and where.",
    ],
)
def test_a_word_with_a_stop_opens_no_review_in_ordinary_prose(paragraph: str) -> None:
    with pytest.raises(NoReviewError):
        reviews(f"Briefing: boys and knives\n\nSome notes on reviews.\n\n{paragraph}\n")


def test_recommendations_may_be_told_behind_whose_they_are() -> None:
    told = "He died at 15. His own recommendations, taken over by the board, are that nurses ring, and that courts sit."
    (review,) = reviews(f"Serious case review: Osric\n\n{told}\n")
    assert [each.passage.text for each in review.recommendations] == ["nurses ring", "courts sit"]

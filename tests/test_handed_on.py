"""Digests as people hand them on: in mails, copied from pages with what stands around them. Every text is invented."""

import pytest

from kg.extract import NoReviewError, extract
from kg.model import Review
from kg.read import read_bytes

STORY = "Death of a 4-month-old girl in June 2020. She was found in a car seat.\n\n"
LISTS = "Learning includes: cots were late; and nobody rang.\n\nRecommendations include: {}\n\n"
HEAD = "From: Reading group <group@example.org>\nDate: 4 May 2021\nTo: all staff\nSubject: {}\n\n"


def reviews(words: str) -> tuple[Review, ...]:
    return extract(read_bytes("handed.txt", words.encode())).reviews


def titles(words: str) -> list[str]:
    return [review.title.text for review in reviews(words)]


def learning(words: str) -> list[list[str]]:
    return [[point.passage.text for point in review.learning] for review in reviews(words)]


def asked(words: str) -> list[list[str]]:
    return [[one.passage.text for one in review.recommendations] for review in reviews(words)]


@pytest.mark.parametrize(
    "between",
    [
        HEAD.format("Reviews added in May"),
        "-----Original Message-----\n" + HEAD.format("Reviews added in May"),
        "---------- Forwarded message ---------\nReviews added in May; read them; pass them on\n\n",
        "Begin forwarded message:\n\nReviews added in May; read them; pass them on\n\n",
    ],
)
def test_what_stands_at_the_head_of_the_next_mail_is_of_no_review(between: str) -> None:
    words = f"Baby Lark\n\n{STORY}{LISTS.format('cots be sent')}{between}Baby Wren\n\n{STORY}{LISTS.format('ring')}"
    assert titles(words) == ["Baby Lark", "Baby Wren"]
    assert learning(words) == [["cots were late", "nobody rang"]] * 2
    first = reviews(words)[0]
    assert first.summary is None or "added in May" not in first.summary.text
    assert [one.passage.text for one in first.recommendations] == ["cots be sent"]


@pytest.mark.parametrize(
    "signature", ["-- \nNell Orme\nt: 01234 567890\n", "--\nNell Orme, library\nnell@example.org\nFollow us; like us\n"]
)
def test_a_signature_ends_the_last_list(signature: str) -> None:
    words = f"Baby Lark\n\n{STORY}{LISTS.format('schools to ring; the board to check').rstrip()}\n\n{signature}"
    assert asked(words) == [["schools to ring", "the board to check"]]


def test_two_dashes_above_a_list_are_no_signature() -> None:
    words = f"Baby Lark\n\n{STORY.rstrip()}\n--\n{LISTS.format('schools to ring; the board to check')}"
    assert learning(words) == [["cots were late", "nobody rang"]]


@pytest.mark.parametrize("again", ["", "FW: ", "Re: Fwd: "])
def test_the_subject_of_a_mail_is_the_title_of_its_one_review(again: str) -> None:
    words = f"{HEAD.format(again + 'Serious case review: Child Tern')}{STORY}{LISTS.format('schools to ring')}"
    assert titles(words) == ["Serious case review: Child Tern"]
    assert learning(words) == [["cots were late", "nobody rang"]]


def test_the_subject_of_a_mail_whose_reviews_have_titles_is_none() -> None:
    words = f"{HEAD.format('Serious case review: Child Tern')}Baby Lark\n\n{STORY}{LISTS.format('schools to ring')}"
    assert titles(words) == ["Baby Lark"]


@pytest.mark.parametrize("subject", ["Reviews for Thursday", "Thanks", "Case reviews"])
def test_another_subject_is_no_title(subject: str) -> None:
    with pytest.raises(NoReviewError):
        titles(f"{HEAD.format(subject)}{STORY}Please read it by Thursday.\n")


def test_what_a_page_prints_around_its_text_is_no_title_and_opens_no_list() -> None:
    around = "Home\nLearning hub\nBreadcrumb\nHome > Learning hub > Child Teal\n\n"
    share = "Published: 4 July 2022\nReading time: 3 minutes\nPrint this page\nShare on Facebook\nShare on LinkedIn\n\n"
    told = "Child Teal, a 13-year-old girl, was abused by two men in 2018 and 2019.\n\n"
    lists = (
        "Key learning\n\nShe was seen late.\nHer aunt was not rung.\n\nRecommendations\n\nPolice should ring aunts.\n"
    )
    related = "Nurses should ask who is at home.\n\nRelated pages\nChild Wigeon\nLearning hub: all reviews\n"
    page = f"{around}Child Teal\n\n{share}{told}{lists}{related}"
    assert titles(page) == ["Child Teal"]
    assert learning(page) == [["She was seen late", "Her aunt was not rung"]]
    assert asked(page) == [["Police should ring aunts", "Nurses should ask who is at home"]]


@pytest.mark.parametrize("title", ["Home", "Yes", "Search"])
def test_a_word_of_a_page_is_a_title_where_its_kind_of_review_stands_before_it(title: str) -> None:
    words = f"Serious case review: {title}\n\n{STORY}{LISTS.format('schools to ring')}"
    assert titles(words) == [f"Serious case review: {title}"]


def test_a_date_in_a_cell_opens_no_review_in_a_row_that_is_one() -> None:
    sheet = (
        "Title\tYear\tArea\tSummary\tLearning\tRecommendations\n"
        f"Baby Lark\t2022\tCastle Ash\t{STORY.strip()}\tcots were late; nobody rang\tschools to ring\n"
        f"Child Tern\t2019\tFenby - Moor\t{STORY.strip()}\tno one came; stairs were steep\tfix stairs; ring\n"
    )
    assert titles(sheet) == ["Baby Lark", "Child Tern"]
    assert learning(sheet) == [["cots were late", "nobody rang"], ["no one came", "stairs were steep"]]


def test_a_title_in_capitals_is_told_by_its_name_below_in_small_letters() -> None:
    lists = "The review found that:\n* no one saw him\n* his note was lost\n\nAs a result we ask:\n* nurses to look\n"
    story = "Baby Finch was 9 weeks old when he was hurt in May 2019. "
    page = f"THE BEACON\nEdition 7, Autumn 2021\n\nLEARNING FROM OUR REVIEW: BABY FINCH\n\n{story}{lists}"
    assert titles(page) == ["LEARNING FROM OUR REVIEW: BABY FINCH"]
    assert learning(page) == [["no one saw him", "his note was lost"]]


def test_the_bullet_of_a_lead_in_is_no_part_of_the_item_above_it() -> None:
    words = (
        "•\tSerious case review: Tern\no\tDeath of a 9-month-old girl in 2018.\no\tLearning includes:\n▪\tnobody rang\n"
        "▪\tno one knew of the move\no\tRecommendations include:\n▪\tschools to ring\n▪\thousing to tell nurses\n"
    )
    assert learning(words) == [["nobody rang", "no one knew of the move"]]


def test_names_above_bullets_head_groups_without_blank_lines_where_the_list_opens_with_one() -> None:
    words = (
        f"Child Tern\n\n{STORY}Recommendations\nFor the police\ni.\tdate each drawing\nii.\tshare it with\n"
        "Health visitors\niii.\tring\nFor health\ni.\tkeep a body map\nFor the board\ni.\ttest this by audit\n"
    )
    assert [(one.addressee_text, one.passage.text) for one in reviews(words)[0].recommendations] == [
        ("the police", "date each drawing"),
        ("the police", "share it with Health visitors"),
        ("the police", "ring"),
        ("health", "keep a body map"),
        ("the board", "test this by audit"),
    ]


def test_what_happens_now_tells_what_is_done() -> None:
    words = (
        f"Child Tern\n\n{STORY}What can we learn?\n1) Ask who is at home.\n2) Ring aunts.\n\n"
        "What happens now?\n1) The hospital will add a question.\n2) The council will print a number.\n"
    )
    assert learning(words) == [["Ask who is at home", "Ring aunts"]]

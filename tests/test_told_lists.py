"""Lists in prose that a sentence of the review opens, in words other than the usual ones. Every text is invented."""

import pytest

from kg.extract import extract
from kg.model import Review
from kg.read import read_bytes

STORY = "Child Tern\n\nDeath of a 4-month-old girl in June 2020. She was found in a car seat. "


def review(words: str) -> Review:
    (found,) = extract(read_bytes("told.txt", f"{STORY}{words}\n".encode())).reviews
    return found


def learning(words: str) -> list[str]:
    return [point.passage.text for point in review(words).learning]


def asked(words: str) -> list[str]:
    return [one.passage.text for one in review(words).recommendations]


@pytest.mark.parametrize(
    "whose", ["The reviewers' conclusions were", "The panel's main findings are", "Its conclusions are"]
)
def test_conclusions_that_are_several_are_learning(whose: str) -> None:
    words = f"{whose} that the ward had no plan, that nurses were\nmoved, and that her aunt was never rung."
    assert learning(words) == ["the ward had no plan", "nurses were moved", "her aunt was never rung"]


@pytest.mark.parametrize(
    "words", ["The coroner's findings were that she had a cold, and that it was quick.", "Her findings were sad."]
)
def test_findings_of_others_are_none(words: str) -> None:
    assert learning(words) == []


@pytest.mark.parametrize(
    "opening",
    [
        "The authors say the work was good and set out points for reflection:",
        "The panel offers some points for reflection:",
    ],
)
@pytest.mark.parametrize("gap", [" ", " formal\n    "])
def test_points_for_reflection_are_learning_and_a_paper_can_deny_the_rest(opening: str, gap: str) -> None:
    words = (
        f"{opening} how wards tell homes of a move; and whether it was read. The paper makes no{gap}recommendations."
    )
    assert learning(words) == ["how wards tell homes of a move", "whether it was read"]
    assert asked(words) == []


@pytest.mark.parametrize("aside", ["", ", which names nobody,", ", which was\nbrief,"])
def test_what_a_review_notes_of_the_work_is_learning(aside: str) -> None:
    words = f"The review{aside} notes the dangers of a ward without a plan. It asks the trust to write one."
    assert learning(words) == ["the dangers of a ward without a plan"]


@pytest.mark.parametrize(
    "told", ["notes the dangers of his work", "notes the need for her to rest", "notes a plan for the ward"]
)
def test_what_a_review_notes_of_lives_is_none(told: str) -> None:
    assert learning(f"The review {told}. Recommendations: write a plan; ring aunts.") == []


def test_those_for_whom_recommendations_are_made_are_none_of_them() -> None:
    words = "Recommendations: are made for wards, schools and the police in relation to moves, cots and night calls."
    assert asked(words) == ["moves", "cots", "night calls"]


def test_things_for_which_recommendations_are_made_are_all_of_them() -> None:
    words = "Recommendations are made for training in relation to moves; a plan of cots; and night calls."
    assert asked(words) == ["training in relation to moves", "a plan of cots", "night calls"]


@pytest.mark.parametrize(
    ("last", "items"),
    [
        ("The briefing on cots, promised in May, will follow.", 2),
        ("A film will be published in spring.", 2),
        ("A list of homes was lost.", 3),
    ],
)
def test_another_document_that_is_to_come_is_no_item(last: str, items: int) -> None:
    words = f"Key messages: Nobody rang the home. Cots came late. {last}"
    assert len(learning(words)) == items

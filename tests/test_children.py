"""The children of a review are those it is about, with only what is said of them. All summaries are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.facts.children.concerned import sexed_by_items
from kg.model import Child, Sex, joined, passage
from tests.stating import described, facts, passages


@pytest.mark.parametrize(
    ("summary", "child"),
    [
        ("Death of a 15-week-old baby boy in July 2021.", ("male", "P15W", 1)),
        ("Death of a girl in June 2018, aged 11 weeks.", ("female", "P11W", 1)),
        ("Alder, a 15-year-old boy, took his own life.", ("male", "P15Y", 1)),
        ("Alder was three years old when he died.", ("male", "P3Y", 1)),
        ("Examines the involvement of agencies with a young adult. There were concerns about Alder.",
         (None, "young adult", 1)),
        ("Alder, now a young adult, was sexually exploited from the age of 13.", (None, "P13Y", 1)),
        ("Ingestion of methadone by a 22-month-old child.", (None, "P22M", 1)),
        ("Death of a 17-year-old in custody.", (None, "P17Y", 1)),
        ("Death of a young person by drowning. Alder, aged 14 years, was in care.", (None, "P14Y", 1)),
        ("Death of a baby girl. Alder died aged 5 weeks.", ("female", "P5W", 1)),
        ("Harmful sexual behaviour by a 14-year-old boy.", ("male", "P14Y", 1)),
        ("Death of an unborn child.", (None, "unborn", 1)),
        ("The parents of a 4-month-old girl were jailed for her injuries.", ("female", "P4M", 1)),
        ("A lad of 15 was stabbed.", ("male", "P15Y", 1)),
        ("A wee lassie, aged 4, was scalded in a bath.", ("female", "P4Y", 1)),
        ("A pre-schooler of three was found dead in a pond.", (None, "P3Y", 1)),
        ("A stepson, aged eleven, was beaten.", ("male", "P11Y", 1)),
        ("Alder, a ten-year-old with many disabilities, died in March 2023.", (None, "P10Y", 1)),
        ("Fourteen-year-old Alder died on his way home.", ("male", "P14Y", 1)),
        ("At the age of nine weeks, a baby girl was shaken.", ("female", "P9W", 1)),
        ("The death, at 11 weeks, of a baby boy.", ("male", "P11W", 1)),
        ("A teenage boy was stabbed. He was 16.", ("male", "P16Y", 1)),
        ("Alder died two days before her sixth birthday.", ("female", "P5Y", 1)),
        ("A toddler in her second year swallowed tablets.", ("female", "P1Y", 1)),
    ],
)  # fmt: skip
def test_a_child_has_the_sex_and_age_that_are_stated(summary: str, child: tuple[str | None, str | None, int]) -> None:
    assert described(facts(summary, "Alder")[0]) == [child]


@pytest.mark.parametrize(
    ("summary", "children"),
    [
        ("Neglect of two sisters, aged 4 and 6.", [("female", "P4Y", 1), ("female", "P6Y", 1)]),
        ("Abuse of a boy (aged 8) and a girl (aged 6).", [("male", "P8Y", 1), ("female", "P6Y", 1)]),
        ("Abuse of a brother and sister, aged 8 and 6.", [("male", "P8Y", 1), ("female", "P6Y", 1)]),
        ("Neglect of a 12-year-old child, taught at home, and their sibling (aged 5 years old).",
         [(None, "P12Y", 1), (None, "P5Y", 1)]),
        ("Injuries to twin boys, aged 11-weeks-old.", [("male", "P11W", 2)]),
        ("Injuries to six babies, aged between 3 weeks and 5 months.", [(None, "P3W/P5M", 6)]),
        ("Sexual abuse of 4 children under the age of 13.", [(None, "../P13Y", 4)]),
        ("A boy (5) and girl (3), siblings, were locked in.", [("male", "P5Y", 1), ("female", "P3Y", 1)]),
        ("Assaults on two girls, both six, by an uncle.", [("female", "P6Y", 2)]),
        ("Two lads aged 15 and 16 were stabbed.", [("male", "P15Y", 1), ("male", "P16Y", 1)]),
        ("Neglect of two lasses, 8 and 9.", [("female", "P8Y", 1), ("female", "P9Y", 1)]),
        ("Deaths of two babies, one aged 4 weeks and the other 9 weeks.", [(None, "P4W", 1), (None, "P9W", 1)]),
        ("Five siblings, the eldest 11 and the youngest 6 months, were neglected.", [(None, "P6M/P11Y", 5)]),
        ("Three siblings under five were found alone.", [(None, "../P5Y", 3)]),
        ("Injuries to two babies, a boy and a girl.", [("male", None, 1), ("female", None, 1)]),
        ("Murder of a woman by her husband. Her two children, aged 8 and 11, were asleep.",
         [(None, "P8Y", 1), (None, "P11Y", 1)]),
    ],
)  # fmt: skip
def test_several_children_are_told_apart(summary: str, children: list[tuple[str | None, str | None, int]]) -> None:
    assert described(facts(summary)[0]) == children


@pytest.mark.parametrize(
    "summary",
    [
        "Death of a 3-month-old baby. His mother, aged 19, was in care.",
        "Death of a 3-month-old baby by a 17-year-old boy, his uncle.",
        "Death of a 3-month-old baby whose 5-year-old sister was unharmed: he was premature.",
        "Death of a 3-month-old baby. He was born to a 19-year-old mother who was 29 weeks pregnant.",
        "Death of a 3-month-old baby. He lived with his father, who was sentenced to 9 years.",
    ],
)
def test_the_ages_of_others_are_not_the_childs(summary: str) -> None:
    assert [age for _, age, _ in described(facts(summary)[0])] == ["P3M"]


@pytest.mark.parametrize(
    ("summary", "sex"),
    [
        ("Death of a baby who was sharing a sofa with his mother.", "male"),
        ("Sexual abuse of a child by her stepfather.", "female"),
        ("Death of a teenager in custody. She had been moved often.", "female"),
        ("Death of a baby. The boy was small.", "male"),
        ("Death of a baby whose mother had told her doctor.", None),
        ("Death of a baby. The mother said that she was tired.", None),
        ("Death of Daisy.", None),
    ],
)
def test_the_sex_is_stated_by_a_noun_or_a_pronoun_of_the_childs_own(summary: str, sex: str | None) -> None:
    assert [found for found, _, _ in described(facts(summary, "Daisy")[0])] == [sex]


def test_two_names_and_one_death_leave_open_whose_it_was() -> None:
    children, _ = facts("Death of a 16-month-old boy in August 2019.", "Ash", "Elm")
    assert described(children) == [("male", "P16M", 1), (None, None, 1)]
    assert [child.label for child in children] == [None, None]


def test_an_only_child_has_the_reviews_only_label() -> None:
    (child,) = facts("Death of a girl.", "Child Q")[0]
    assert child.label is not None
    assert child.label.value == "Child Q"


@pytest.mark.parametrize("label", ["Family U", "Babies with injuries", "DHR Yarrow", "Adult B"])
def test_a_label_that_names_no_child_makes_no_child(label: str) -> None:
    assert facts("Examines how services worked together.", label)[0] == ()


@given(st.text(max_size=200))
def test_no_text_makes_the_reading_of_a_summary_fail(summary: str) -> None:
    facts(summary, "Alder")


@given(
    st.sampled_from(["Death of a {}-week-old boy", "Suspected neglect of two girls, aged {} and 15,"]),
    st.integers(1, 14),
    st.sampled_from([" ", "\n", "\n  "]),
)
def test_every_fact_stands_where_it_says(words: str, number: int, gap: str) -> None:
    summary = (words.format(number) + " by her mother's partner in May 2016.").replace(" ", gap)
    text = f"Alder\n\n{summary}"
    found = passages(*facts(summary, "Alder"))
    assert found
    assert all(joined(text[p.start : p.end]) == p.text for p in found)


@pytest.mark.parametrize(
    ("items", "sex"),
    [
        (("the baby slept in his car seat", "checks were late"), Sex.MALE),
        (("checks were late", "friends knew of her plans"), Sex.FEMALE),
        (("a teacher shared her concerns",), None),
        (("his mother was unwell", "her sister helped"), None),
        (("the child's keyworker left her post",), None),
    ],
)
def test_a_list_may_tell_the_sex_of_an_only_child(items: tuple[str, ...], sex: Sex | None) -> None:
    text = "; ".join(items)
    found = [passage(text, text.index(item), text.index(item) + len(item)) for item in items]
    (child,) = sexed_by_items(text, (Child(),), found)
    assert (child.sex.value if child.sex else None) is sex
    assert sexed_by_items(text, (Child(), Child()), found) == (Child(), Child())


def test_sisters_named_one_by_one_are_both_girls() -> None:
    children = facts("Sisters Ada (9) and Bea (7) were abused.", "Ada", "Bea")[0]
    assert described(children) == [("female", "P9Y", 1), ("female", "P7Y", 1)]


def test_a_possessive_ties_a_sex_to_the_child_before_it() -> None:
    children = facts("Ash (6) and her brother Elm (4) were killed.", "Ash", "Elm")[0]
    assert described(children) == [("female", "P6Y", 1), ("male", "P4Y", 1)]

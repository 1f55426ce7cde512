"""Somebody is an alleged perpetrator only where the words say so. All summaries are invented."""

import pytest

from tests.stating import facts


@pytest.mark.parametrize(
    ("summary", "relations"),
    [
        ("Sexual abuse of a girl by her mother's partner.", ["mothers-partner"]),
        ("Sexual abuse of a girl by her stepfather.", ["mothers-partner"]),
        ("Abuse of a girl by her father's new girlfriend.", ["fathers-partner"]),
        ("Neglect of a boy by his parents.", ["father", "mother"]),
        ("Death of a boy. Mother's boyfriend was later charged with murder.", ["mothers-partner"]),
        ("Death of a boy. Mother and her partner were convicted of neglect.", ["mother", "mothers-partner"]),
        ("Death of a boy. His father was found guilty of murder and his mother of allowing it.", ["father", "mother"]),
        ("Death of a boy after his father shook him.", ["father"]),
        ("Rape of a girl by her older brother and an uncle.", ["other-relative", "sibling"]),
        ("Sexual abuse of 4 children by a family friend.", ["family-friend"]),
        ("Sexual abuse of a boy by a foster carer.", ["professional"]),
        ("A boy was stabbed to death by two boys, aged 15 and 16.", ["peer"]),
        ("A boy was stabbed by a stranger.", ["stranger"]),
        ("Sexual exploitation of a girl by a group of men.", ["unspecified"]),
        ("Murder of a woman by her husband. Their 4-year-old son was asleep.", ["father"]),
    ],
)
def test_a_perpetrator_is_named_by_relation_to_the_child(summary: str, relations: list[str]) -> None:
    assert [found.value.value for found in facts(summary)[1].alleged_perpetrators] == relations


@pytest.mark.parametrize(
    "summary",
    [
        "Death of a baby while sharing a bed with his mother.",
        "Death of a boy. His mother was acquitted.",
        "Neglect of a girl. She now lives with her grandmother.",
        "Death of a boy, who was found by his father.",
        "Suicide of a girl. Her stepfather had mental health problems.",
        "Harmful sexual behaviour by a 14-year-old boy.",
    ],
)
def test_nobody_is_accused_for_being_there(summary: str) -> None:
    assert facts(summary)[1].alleged_perpetrators == ()


def test_the_words_that_accuse_are_kept() -> None:
    (found,) = facts("Death of a boy. Mother's partner was charged with murder.")[1].alleged_perpetrators
    assert found.passage.text == "Mother's partner was charged with murder"

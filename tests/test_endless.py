"""A sentence without end is read like any other; `python -m benchmarks endless` shows what it costs."""

import pytest

from kg.extract import extract
from kg.extract.facts import incident_facts
from kg.extract.recommendations import recommendation_facts
from kg.extract.themes.assigned import assign_themes
from kg.model import Action, Addressee, Harm, Passage, Relation
from kg.read import read_bytes

NO_TITLE = Passage(0, 0, "")
FEW = 4
ENDLESS = {  # invented, with how often each is repeated; of each kind once cost the square of its length, or more
    "people": ("Mother was ", 3_000),
    "ages": ("aged 4 and ", 3_000),
    "dates": ("from 2012 to ", 2_000),
    "blame": ("a boy was abused by his mother and ", 300),
    "convictions": ("the father was convicted of murder, ", 400),
    "doubts": ("possible neglect or abuse, ", 1_000),
    "attacks": ("was stabbed ", 1_000),
    "actions": ("schools and police to review and ", 2_000),
}

HEAD = "2021 - Anonymous - Child A\nDeath of a boy aged 4 in 2020.\n\nRecommendations include: "
LISTS = {  # likewise
    "groups": ("police: review the form;\n", 4_000),
    "lines of a narrow page": (f"review the form that is {'x' * 40};\n", 4_000),
    "lists inside items": ("review (a) the form and (b) the file; ", 4_000),
    "items that open lists": ("\n- It is recommended that staff keep a log.", 8_000),
    "items that open lists, in one line": (" • Keep a log. It is recommended that staff do.", 8_000),
}


def whole(text: str) -> Passage:
    return Passage(0, len(text), text)


@pytest.mark.parametrize(("words", "many"), ENDLESS.values(), ids=ENDLESS)
def test_a_sentence_without_end_says_what_its_first_words_say(words: str, many: int) -> None:
    few, text = words * FEW, words * many

    assert incident_facts(text, whole(text), (), NO_TITLE) == incident_facts(few, whole(few), (), NO_TITLE)
    assert recommendation_facts(text, whole(text), None) == recommendation_facts(few, whole(few), None)
    assert themes(text) == themes(few)


def themes(text: str) -> list[str]:
    return [found.theme for each in assign_themes(text, [whole(text)]) for found in each]


@pytest.mark.parametrize(
    ("kind", "relations", "harms"),
    [
        ("blame", {Relation.MOTHER}, set()),
        ("convictions", {Relation.FATHER}, {Harm.HOMICIDE}),
        ("doubts", set(), {Harm.NEGLECT}),
        ("attacks", set(), {Harm.PHYSICAL_ABUSE}),
    ],
)
def test_what_stands_in_a_sentence_without_end_is_found(kind: str, relations: set[Relation], harms: set[Harm]) -> None:
    words, many = ENDLESS[kind]
    text = words * many

    _, incident = incident_facts(text, whole(text), (), NO_TITLE)

    assert relations <= {one.value for one in incident.alleged_perpetrators}
    assert harms == {one.value for one in (*incident.harms, *incident.hedged_harms)}


def test_when_it_was_is_found_in_a_sentence_without_end() -> None:
    words, many = ENDLESS["dates"]
    text = words * many

    _, incident = incident_facts(text, whole(text), (), NO_TITLE)

    assert incident.date is not None
    assert incident.date.value.edtf == "2012"


def test_who_is_to_do_what_is_found_in_a_sentence_without_end() -> None:
    words, many = ENDLESS["actions"]
    text = words * many

    facts = recommendation_facts(text, whole(text), None)

    assert {one.value for one in facts.actions} == {Action.REVIEW_GUIDANCE}
    assert {one.value for one in facts.addressees} == {Addressee.SCHOOLS, Addressee.POLICE}


def test_topics_without_end_before_a_request_are_passed_over() -> None:
    text = "police - " * 300 + "share flags"  # once one call inside another for each

    facts = recommendation_facts(text, whole(text), None)

    assert {one.value for one in facts.actions} == {Action.SHARE_INFORMATION}


def test_what_a_sentence_says_behind_many_others_is_found() -> None:
    """However long a sentence is, no stretch of it is left out where people are blamed."""
    text = "The family was known to services and " * 300 + "the boy was murdered by his uncle."

    _, incident = incident_facts(text, whole(text), (), NO_TITLE)

    assert [one.value for one in incident.alleged_perpetrators] == [Relation.OTHER_RELATIVE]


@pytest.mark.parametrize(("item", "many"), LISTS.values(), ids=LISTS)
def test_a_list_without_end_is_divided_to_its_end(item: str, many: int) -> None:
    [review] = extract(read_bytes("endless.txt", (HEAD + item * many).encode())).reviews

    assert len(review.recommendations) == many


def test_a_last_item_without_end_is_one_item() -> None:
    last = "\n- Keep a log.\n- Train staff." + " It is recommended that staff keep a log." * 8_000
    [review] = extract(read_bytes("endless.txt", (HEAD + last).encode())).reviews

    assert len(review.recommendations) == 2


PAGES = {  # likewise, with how many reviews each holds
    "links": ("Baby C\n\nDeath of a boy aged 4 in 2020 in the care of a neighbour.\n" + "Read the report " * 8_000, 1),
    "fields": (
        "Baby C\n\n" + "Area: Weir | " * 8_000 + "\nDeath of a boy aged 4 in 2020 in the care of a neighbour.\n",
        1,
    ),
    "statements": (
        "Baby C\n\nDeath of a boy aged 4 in 2020 in the care of a neighbour.\nKey issues: "
        + "notes were lost, " * 8_000,
        1,
    ),
    "stories": (
        "Baby C\n\n" + "What happened\n\nHe was aged 4 in 2020 and died in the care of a neighbour.\n\n" * 6_000,
        1,
    ),
    "lead-ins": (
        "Baby C\n\nDeath of a boy aged 4 in 2020 in the care of a neighbour.\n\n"
        + "Suggested improvements: keep logs; train staff. " * 8_000,
        1,
    ),
    "tables": (
        "Baby C\n\nDeath of a boy aged 4 in 2020 in the care of a neighbour.\n\n"
        + "No\nRecommendation\nLead\n1\nKeep logs\nPolice\n\n" * 4_000,
        1,
    ),
    "themes": (
        "Baby C\n\nDeath of a boy aged 4 in 2020 in the care of a neighbour.\nRead the report\n\n" * 2_000,
        2_000,
    ),
}


@pytest.mark.parametrize(("text", "many"), PAGES.values(), ids=PAGES)
def test_a_page_without_end_is_read_to_its_end(text: str, many: int) -> None:
    assert len(extract(read_bytes("endless.txt", text.encode())).reviews) == many

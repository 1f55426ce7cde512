"""A sentence without end is read like any other; `make bench` and the clock of the test run show what it costs."""

import pytest

from kg.extract import extract
from kg.extract.facts import incident_facts
from kg.extract.recommendations import recommendation_facts
from kg.extract.themes import assign_themes
from kg.model import Passage, Relation
from kg.read import read_bytes

NO_TITLE = Passage(0, 0, "")
ENDLESS = {  # invented; of each kind once cost the square of its length, or more
    "people": "Mother was " * 3_000,
    "ages": "aged 4 and " * 3_000,
    "dates": "from 2012 to " * 500,
    "blame": "a boy was abused by his mother and " * 100,
    "actions": "schools and police to review and " * 300,
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


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_sentence_without_end_is_read_to_its_end(text: str) -> None:
    incident_facts(text, whole(text), (), NO_TITLE)
    recommendation_facts(text, whole(text), None)
    assign_themes(text, [whole(text)])


def test_what_stands_in_a_sentence_without_end_is_found() -> None:
    text = ENDLESS["blame"]

    _, incident = incident_facts(text, whole(text), (), NO_TITLE)

    assert Relation.MOTHER in [one.value for one in incident.alleged_perpetrators]


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

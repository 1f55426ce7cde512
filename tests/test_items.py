"""Lists into items, each with its exact place. Every text here is invented."""

import re
from collections.abc import Sequence
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.layout import blocks
from kg.extract.lists.items import items, keywords
from kg.extract.parts import ListItem, Section, SectionKind
from kg.extract.sections.parted import sections
from kg.model import joined

START = "Baby C\n\nDeath of a 3-month-old boy in May 2019 while in the care of a neighbour.\n\n"


def listed(text: str, kind: SectionKind = SectionKind.RECOMMENDATIONS) -> list[ListItem]:
    parts = sections(text, blocks(text)[0])
    return [item for part in parts if part.kind is kind for item in items(text, part)]


def recommendations(words: str, lead_in: str = "Recommendations include:") -> list[str]:
    return [item.passage.text for item in listed(f"{START}{lead_in} {words}")]


def learning(words: str, lead_in: str = "Learning includes:") -> list[str]:
    return [item.passage.text for item in listed(f"{START}{lead_in} {words}", SectionKind.LEARNING)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a leaflet; a poster; and a film.", ["a leaflet", "a poster", "a film"]),
        ("a leaflet;a poster;and a film", ["a leaflet", "a poster", "a film"]),
        ("a leaflet; a poster; and, a film.", ["a leaflet", "a poster", "a film"]),
        ("a leaflet; and a poster.", ["a leaflet", "a poster"]),
        ("a leaflet; or a poster;", ["a leaflet", "a poster"]),
        ("a leaflet.", ["a leaflet"]),
        ("a leaflet", ["a leaflet"]),
        ("a leaflet for fathers, mothers and carers.", ["a leaflet for fathers, mothers and carers"]),
        ("a leaflet, and it should be short; a film.", ["a leaflet, and it should be short", "a film"]),
        ("a leaflet (short; plain; and free); a film.", ["a leaflet (short; plain; and free)", "a film"]),
        ("a leaflet [short; plain]; a film.", ["a leaflet [short; plain]", "a film"]),
        ("a leaflet (short; a film.", ["a leaflet (short", "a film"]),
        ("a leaflet for children &amp; parents; a film.", ["a leaflet for children &amp; parents", "a film"]),
        ("(a) a leaflet; (b) a film; and (c) a poster.", ["a leaflet", "a film", "a poster"]),
        ("\n\n- a leaflet\n- a film\n- a poster\n", ["a leaflet", "a film", "a poster"]),
        ("\n\n* a leaflet;\n* a film; and\n* a poster.\n", ["a leaflet", "a film", "a poster"]),
        ("\n\n1. A leaflet.\n2. A film.\n", ["A leaflet", "A film"]),
        ("staff to\n\nrest; and to\ntalk.", ["staff to rest", "to talk"]),
        ("a leaflet; a film. The partnership has accepted them.", ["a leaflet", "a film"]),
        ("a leaflet by e.g. Dr. Ash; a film.", ["a leaflet by e.g. Dr. Ash", "a film"]),
        ("training on 'a plan; a person'; a film", ["training on 'a plan; a person'", "a film"]),
        ("the parents' views; a plan for 'him; a film", ["the parents' views", "a plan for 'him", "a film"]),
    ],
)
def test_a_list_is_split_at_semicolons_and_bullets(words: str, expected: list[str]) -> None:
    assert recommendations(words) == expected


def test_a_bracket_that_is_never_closed_does_not_swallow_the_list() -> None:
    words = "a leaflet (short; " + "; ".join(f"step {number} of a long plan" for number in range(20))
    assert len(recommendations(words)) == 21


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("haste, drift and lack of supervision.", ["haste", "drift", "lack of supervision"]),
        ("grief that nobody had named, drift, and haste.", ["grief that nobody had named", "drift", "haste"]),
        ("staff should know, share and act on risk.", ["staff should know, share and act on risk"]),
        ("sofas are not named in the local leaflet.", ["sofas are not named in the local leaflet"]),
    ],
)
def test_key_issues_without_semicolons_are_split_at_commas_if_each_is_a_phrase(words: str, expected: list[str]) -> None:
    assert learning(words, "Key issues:") == expected


def test_recommendations_without_semicolons_are_one_item() -> None:
    assert recommendations("training for hotels, taxis and bars.") == ["training for hotels, taxis and bars"]


def test_recommendations_in_prose_are_divided_at_commas_if_each_is_a_phrase() -> None:
    prose = recommendations("are made around training, supervision and the use of chronologies.", "Recommendations:")
    assert prose == ["training", "supervision", "the use of chronologies"]
    clause = recommendations("are made on how agencies should meet, plan and act.", "Recommendations:")
    assert clause == ["how agencies should meet, plan and act"]


def test_a_group_may_take_up_those_before_it() -> None:
    words = "primary care: a leaflet; housing: a film; both services: a day; police: a song; all agencies: a poster."
    found = listed(f"{START}Recommendations include: {words}")
    assert [[group.text for group in item.groups] for item in found] == [[], [], ["primary care", "housing"], [], []]


def invented_lists() -> dict[str, tuple[str, list[str], list[str]]]:
    """The reviews of `phrases/lists.txt`: the text of each, its points of learning and its recommendations."""
    printed = (Path(__file__).parent / "phrases" / "lists.txt").read_text(encoding="utf-8")
    return {case.partition("\n")[0]: _case(case.partition("\n")[2]) for case in printed.split("\n=== ")[1:]}


def _case(printed: str) -> tuple[str, list[str], list[str]]:
    body, _, expected = re.sub(r"\n(?=[LR]: )", "\0", printed.strip(), count=1).partition("\0")
    points, advice = (re.findall(rf"^{letter}: (.*)$", expected, re.MULTILINE) for letter in "LR")
    text = f"{START.rstrip()} {body[4:]}" if body.startswith("... ") else START + body
    return text, points, advice


LISTS = invented_lists()


@pytest.mark.parametrize(("text", "points", "advice"), LISTS.values(), ids=LISTS)
def test_the_lists_of_a_review_are_those_a_careful_reader_takes(
    text: str, points: list[str], advice: list[str]
) -> None:
    assert [item.passage.text for item in listed(text, SectionKind.LEARNING)] == points
    assert [item.passage.text for item in listed(text)] == advice


def test_a_group_names_the_addressee_of_each_of_its_items() -> None:
    words = "LA1 partnership: a leaflet; and a film; LA2 partnership: a poster; both partnerships: a day; and a song."
    found = listed(f"{START}Recommendations include: {words}")
    assert [(item.asked.text if item.asked else None, item.passage.text) for item in found] == [
        ("LA1 partnership", "a leaflet"),
        ("LA1 partnership", "a film"),
        ("LA2 partnership", "a poster"),
        ("both partnerships", "a day"),
        ("both partnerships", "a song"),
    ]


@pytest.mark.parametrize(
    "name", ["North\nWending partnership", "Ministry for\nHomes and Health", "Lea and\nTor NHS Trust"]
)
def test_a_name_that_a_line_breaks_opens_its_group_where_it_begins(name: str) -> None:
    words = f"Ash council: a leaflet;\nand a film; {name}: a poster; both: a day."
    found = listed(f"{START}Recommendations include: {words}")
    assert [(item.asked.text if item.asked else None, item.passage.text) for item in found] == [
        ("Ash council", "a leaflet"),
        ("Ash council", "a film"),
        (joined(name), "a poster"),
        ("both", "a day"),
    ]


def test_lines_that_each_open_with_a_name_are_groups_whatever_ends_the_line_above() -> None:
    words = "\nPolice: share the log;\nSchools: name a lead; tell Ash\nHealth visitors: ring the nurse."
    assert recommendations(words) == ["share the log", "name a lead", "tell Ash", "ring the nurse"]


def test_a_colon_inside_an_item_opens_no_group() -> None:
    assert recommendations("ask one question: who lives here; a film") == ["ask one question: who lives here", "a film"]
    assert recommendations("too many workers: six of them; a film") == ["too many workers: six of them", "a film"]
    assert recommendations("remind schools: visits matter; a film") == ["remind schools: visits matter", "a film"]


def test_items_know_the_words_before_them_that_say_who_is_asked() -> None:
    (item,) = listed(f"{START}Recommendations for the partnership include: a leaflet.")
    assert item.asked and item.asked.text == "Recommendations for the partnership include:"


def test_keywords_are_split_outside_brackets_and_lose_their_stop() -> None:
    text = f"{START}Keywords: children in violent families, separation [m, n], contact orders."
    (part,) = [part for part in sections(text, blocks(text)[0]) if part.kind is SectionKind.KEYWORDS]
    assert [word.text for word in keywords(text, part)] == [
        "children in violent families",
        "separation [m, n]",
        "contact orders",
    ]


def test_a_section_of_marks_alone_has_no_items() -> None:
    text = f"{START}Learning includes: ; . and"
    part = Section(SectionKind.LEARNING, None, sections(text, blocks(text)[0])[-1].body)
    assert [item for item in items(text, part) if not item.passage.text.strip(" ;.")] == []


WORD = st.sampled_from(
    [
        "visits",
        "notes",
        "fathers",
        "housing",
        "sleep",
        "plans",
        "calls",
        "schools",
        "agreements",
        "pens",
        "a",
        "the",
        "of",
        "with",
        "in",
    ]
)
PLAIN = st.lists(WORD, min_size=1, max_size=9).map(" ".join)
BRACKETED = st.builds("{} ({}; {})".format, PLAIN, PLAIN, PLAIN)
QUOTED = st.builds("{} “{}” – {}’s".format, PLAIN, PLAIN, PLAIN)
ITEM = st.one_of(PLAIN, BRACKETED, QUOTED).map(lambda words: f"use {words}")
GAP = st.sampled_from([" ", "\n", "\n\n", "  ", "\r\n".replace("\r", "")])
SEPARATOR = st.sampled_from(["; ", ";\n", "; and ", ";  and ", "; or "])
LEAD_IN = st.sampled_from(["Recommendations include:", "**Recommendations include:**", "Recommendations:"])


@given(st.lists(ITEM, min_size=2, max_size=8), LEAD_IN, st.data())
def test_every_item_of_an_invented_list_is_found_at_its_offsets(
    found: list[str], lead_in: str, data: st.DataObject
) -> None:
    printed = []
    for words in found:
        first, *rest = words.split(" ")
        printed.append(first + "".join(data.draw(GAP) + word for word in rest))
    text = printed[0] + "".join(data.draw(SEPARATOR) + words for words in printed[1:])
    document = f"{START}{lead_in} {text}.\n\nOther resources Read practice review (PDF)\n"
    read = listed(document)
    assert [item.passage.text for item in read] == [joined(words) for words in found]
    for item in read:
        assert joined(document[item.passage.start : item.passage.end]) == item.passage.text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "going late was taken for a choice, notes held by the club were not read and nobody asked why.",
            ["going late was taken for a choice", "notes held by the club were not read", "nobody asked why"],
        ),
        (
            "the voice of the boy, who was never seen alone, links between health and police and drift",
            ["the voice of the boy, who was never seen alone", "links between health and police", "drift"],
        ),
    ],
)
def test_statements_between_commas_are_items_and_what_tells_more_of_one_is_part_of_it(
    words: str, expected: list[str]
) -> None:
    assert learning(words, "Key issues:") == expected


@pytest.mark.parametrize(
    "words",
    [
        "the mother, who was 19, was not asked about the father, and the midwife was new",
        "the boys lived in cold rooms, slept on bare floors and were often hungry",
        "staff were tired, busy and alone",
        "records were kept, leaving the boy with a neighbour, and were then lost",
        "a talk is needed when a child is hurt, the school is closed and nobody is told",
        "when a child moves, records must follow and the school should be told",
    ],
)
def test_a_statement_with_commas_of_its_own_is_one_item(words: str) -> None:
    assert learning(words, "Key issues:") == [words]


def test_sentences_are_told_apart_on_a_page_that_lost_its_spaces() -> None:
    assert learning("Visits were short.Nobody asked.The U.S. form and e.g.Dr. Ash were left out.", "Learning:") == [
        "Visits were short",
        "Nobody asked",
        "The U.S. form and e.g.Dr. Ash were left out",
    ]


def test_recommendations_made_to_several_are_one_for_each_of_them() -> None:
    words = "to the health visiting service about its form, to schools and to the Board about how files are kept."
    found = listed(f"{START}Recommendations are made {words}")
    assert [item.passage.text for item in found] == [
        "to the health visiting service about its form, to schools",
        "to the Board about how files are kept",
    ]
    assert [item.asked and item.asked.text for item in found] == ["to the health visiting service", "to the Board"]


def test_a_recommendation_made_to_do_something_is_not_divided_at_its_verbs() -> None:
    words = "to the board to train staff and to review its form"
    assert recommendations(words, "Recommendations are made") == [words]


@pytest.mark.parametrize("width", [60, 72, 90])
def test_sentences_that_were_broken_into_lines_are_all_items(width: int) -> None:
    words = (
        "The visits of both services were short and few of them were made when the boys were back from school. "
        "Nobody in either team asked about the man who had come to live in the house or about his earlier life. "
        "Notes were lost. Letters that the school had sent were filed under the name of another family and not read."
    )
    assert len(learning(f"{fill(words, width)}\n\nInfants, sleep", "Learning:")) == 4


def test_a_line_below_a_list_of_sentences_is_none_of_them() -> None:
    words = "The visits were short. Nobody asked about the man. Notes were lost."
    assert len(learning(f"{words}\nThe partnership has accepted this.", "Learning:")) == 3


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "the partnership to introduce a lift rota, wardens to keep a log, and landlords to give families a key.",
            ["the partnership to introduce a lift rota", "wardens to keep a log", "landlords to give families a key"],
        ),
        (
            "schools to log moves, police to keep files and health to write letters.",
            ["schools to log moves", "police to keep files", "health to write letters"],
        ),
        ("schools to log every move.", ["schools to log every move"]),
        (  # "nurseries and health" are worked with
            "schools to work with police, nurseries and health to develop a lift rota.",
            ["schools to work with police, nurseries and health to develop a lift rota"],
        ),
    ],
)
def test_what_each_is_asked_is_an_item(words: str, expected: list[str]) -> None:
    assert recommendations(words, "The review asks") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "a lift rota, training for wardens and checks of ramps.",
            ["a lift rota", "training for wardens", "checks of ramps"],
        ),
        ("police, schools and the health board.", ["police, schools and the health board"]),
    ],
)
def test_what_recommendations_are_for_is_divided_and_those_whom_they_are_for_are_not(
    words: str, expected: list[str]
) -> None:
    assert recommendations(words, "Makes recommendations for") == expected


@pytest.mark.parametrize("lead_in", ["Recommendations are made on", "**Recommendations are made** on"])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "lift logs, the lifting and carrying of infants and the task of the key worker. Thanks go to the aunt.",
            ["lift logs", "the lifting and carrying of infants", "the task of the key worker"],
        ),
        (
            "was not brought letters, stair gates and ramps.",
            ["was not brought letters", "stair gates", "ramps"],
        ),
        (
            "lifts, stairs and ramps. Wardens should test them.",
            ["lifts, stairs and ramps", "Wardens should test them"],
        ),
        (
            "lift logs for flats, and the council is asked to think again about keys.",
            ["lift logs for flats", "the council is asked to think again about keys"],
        ),
        (
            "lift logs that wardens keep and tenants are asked to sign.",
            ["lift logs that wardens keep and tenants are asked to sign"],
        ),
    ],
)
def test_the_phrases_of_a_sentence_are_items_and_what_asks_nothing_is_none(
    lead_in: str, words: str, expected: list[str]
) -> None:
    assert recommendations(words, lead_in) == expected


def test_a_board_that_is_asked_in_a_library_record_is_no_field_of_it() -> None:
    text = (
        "NC012345\nTitle: Serious case review: Osric. LSCB: Weirdale LSCB Author: A. Loom Date of publication: 2013\n"
        "Summary: Death of a boy. Recommendations include: SAB: review the lift; CPC: mend the stairs.\n"
    )
    assert [item.passage.text for item in listed(text)] == ["review the lift", "mend the stairs"]


_AGAIN = "It is also recommended that wardens carry a leaflet"


@pytest.mark.parametrize(
    "marks",
    [
        ("1. ", "\n2. ", "\n3. "),
        ("- ", "\n- ", "\n- "),
        ("* ", "\n\n* ", "\n\n* "),
        ("\u2022 ", " \u2022 ", " \u2022 "),
    ],
)
@pytest.mark.parametrize(
    "asked",
    [
        ("It is recommended that a film is made", _AGAIN, "The review recommends that a poster hangs in each lift"),
        (f"Make a film. {_AGAIN}", "Hang up a poster", "Lend out a map. The review recommends that it is new"),
        (f"Make a film of the lift.\n{_AGAIN}", "Hang up a poster", "Lend out a map"),
    ],
)
def test_an_item_with_a_mark_may_say_that_it_is_recommended(asked: tuple[str, ...], marks: tuple[str, ...]) -> None:
    words = "".join(f"{mark}{item}." for mark, item in zip(marks, asked, strict=True))
    assert recommendations(f"\n{words}\n", "Recommendations:") == [joined(item) for item in asked]


@pytest.mark.parametrize(
    "begun",
    [
        f"{_AGAIN}; and that they wear a badge.",
        "It is also recommended that:\n- wardens carry a leaflet\n- they wear a badge",
    ],
)
def test_a_list_below_a_list_with_marks_is_one_of_its_own(begun: str) -> None:
    found = recommendations(f"\n- Make a film.\n- Hang up a poster.\n\n{begun}\n", "Recommendations:")
    assert found[:3] == ["Make a film", "Hang up a poster", "wardens carry a leaflet"]
    assert len(found) == 4


def test_points_with_marks_may_name_learning_again() -> None:
    words = "\n- Nobody knew the lodger. Learning also includes the need to ask who sleeps where.\n- Notes were thin.\n"
    assert learning(words, "Learning:") == [
        "Nobody knew the lodger. Learning also includes the need to ask who sleeps where",
        "Notes were thin",
    ]


@pytest.mark.parametrize(
    "mark",
    [
        *("+ ", "~ ", "» ", "\u203a ", "☐ ", "★ ", "⦁ ", "▶ ", "\uf0b7 ", "•", "- [ ] "),
        *("{} ", "{}: ", "{} – ", "[{}] ", "#{} ", "R{} ", "R{}. ", "Rec {} – ", "2.{} ", "1.4.{} "),
    ],
)
@pytest.mark.parametrize("stop", ["", ".", ";"])
@pytest.mark.parametrize("words", [("Hang up a poster", "Lend out a map"), ("Hang up\na poster", "Lend out\na map")])
def test_a_list_is_divided_at_marks_of_whatever_form(mark: str, stop: str, words: tuple[str, str]) -> None:
    lines = "".join(f"\n{mark.format(number)}{item}{stop}" for number, item in enumerate(("Make a film", *words), 1))
    assert recommendations(f"{lines}\n", "Recommendations") == ["Make a film", "Hang up a poster", "Lend out a map"]


def test_roman_numbers_mark_items_in_any_case() -> None:
    numbers = ("i", "ii", "iii", "iv", "v", "vi")
    items_ = [f"Hang up poster {letter}" for letter in "QRSTUV"]
    for written in (numbers, [number.upper() for number in numbers]):
        lines = "".join(f"\n{number}. {item}" for number, item in zip(written, items_, strict=True))
        assert recommendations(f"{lines}\n", "Recommendations:") == items_


def test_a_number_that_is_not_in_turn_at_the_head_of_a_line_is_a_word_of_its_item() -> None:
    words = "\n1 Hang up a poster in each of the\n20 lifts\n2 Lend out a map\n"
    assert recommendations(words, "Recommendations:") == ["Hang up a poster in each of the 20 lifts", "Lend out a map"]


@pytest.mark.parametrize(
    "words",
    [
        "None made",
        "None.",
        "n/a",
        "Nil",
        "There were none.",
        "None identified at this time",
        "Not published",
        "Not yet available",
        "Recommendations are not available at the time of writing.",
        "To be confirmed",
        "TBC",
        "Awaiting publication",
        "Nothing recorded",
        "Not applicable",
        "The recommendations have been published separately.",
        "All recommendations are set out in the full report.",
        "Please see the full report for the recommendations.",
        "See report",
        "Refer to the overview report on our website.",
        "Details are available on request.",
        "The recommendations will be published separately after the inquest.",
        "The panel chose not to make recommendations.",
        "No further recommendations",
    ],
)
@pytest.mark.parametrize("lead_in", ["Recommendations\n\n", "Recommendations\n\n- ", "What needs to happen?\n"])
def test_what_only_says_that_nothing_is_listed_is_no_item(words: str, lead_in: str) -> None:
    assert recommendations(words, lead_in) == []


@pytest.mark.parametrize(
    "words",
    [
        "Not available",
        "No new learning was found.",
        "The review found no new learning about Child C.",
        "No lessons for the hospital trust",
        "The learning can be read in the executive summary.",
    ],
)
def test_what_only_says_that_nothing_was_learned_is_no_item(words: str) -> None:
    assert learning(words, "Learning\n\n") == []


@pytest.mark.parametrize(
    "words",
    [
        "None of the schools kept a log",
        "Not available to families was the number of the nurse",
        "No learning from the earlier case had been used by the trust",
        "Not known to services before the birth",
        "Nothing was written down",
        "The findings of the earlier review were not in the plan",
    ],
)
def test_a_point_that_begins_like_a_denial_is_an_item(words: str) -> None:
    assert learning(f"\n\n- {words}\n- Visits were short", "Learning") == [words, "Visits were short"]


@pytest.mark.parametrize("words", ["See the child alone at every visit", "Read the file before a visit"])
def test_a_request_to_see_or_read_is_an_item(words: str) -> None:
    assert recommendations(words, "Recommendations\n\n- ") == [words]


ITEMS = ("Print a leaflet", "Staff to ask who lives there", "Share it")
GROUPED = [
    ("1. ", "2. ", "3. ", "Early Help", "For the Clinical Commissioning Group"),
    ("- ", "- ", "- ", "Drift and delay", "For the Board"),
    ("1. ", "2. ", "3. ", "For the police", "Children who move"),
]


@pytest.mark.parametrize("lines", GROUPED, ids=["numbers", "bullets", "theme below a name"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["line", "blank line"])
@pytest.mark.parametrize("bold", ["", "**"], ids=["plain", "bold"])
@pytest.mark.parametrize("first", ["", "For the Partnership"])
def test_a_line_between_items_takes_none_of_them_away(lines: Sequence[str], gap: str, bold: str, first: str) -> None:
    *marks, one, other = lines
    items = [f"{mark}{item}." for mark, item in zip(marks, ITEMS, strict=True)]
    parted = [*([f"{bold}{first}{bold}"] if first else []), items[0], f"{bold}{one}{bold}", items[1]]
    words = gap.join([*parted, f"{bold}{other}{bold}", items[2]])
    assert recommendations(words, "## Recommendations\n\n") == list(ITEMS)


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("The council should ensure that:", "The council"),
        ("Children's Social Care must make sure that:", "Children's Social Care"),
        ("The Health Board should seek assurance that:", "The Health Board"),
        ("Schools need to ensure:", "Schools"),
    ],
)
@pytest.mark.parametrize("marks", [("a) ", "b) "), ("  - ", "  - "), ("  • ", "  • ")])
def test_who_is_to_ensure_several_things_is_asked_each_and_not_what_follows(
    opening: str, name: str, marks: tuple[str, str]
) -> None:
    points = f"{marks[0]}letters are read;\n{marks[1]}calls are logged."
    text = f"{START}Recommendations\n\n1. {opening}\n{points}\n2. Films are shown."
    found = [(item.passage.text, item.asked and item.asked.text) for item in listed(text)]
    assert found == [("letters are read", name), ("calls are logged", name), ("Films are shown", "Recommendations")]


@pytest.mark.parametrize("heading", ["4. Conclusion", "Conclusion", "## Final conclusion"])
def test_a_conclusion_below_the_lists_is_no_learning(heading: str) -> None:
    lists = "2. Findings\n2.1 Nobody asked.\n\n3. Recommendations\n3.1 Schools should ask."
    text = f"{START}{lists}\n\n{heading}\nThe fall could not have been foreseen.\n"
    assert [item.passage.text for item in listed(text, SectionKind.LEARNING)] == ["Nobody asked"]
    assert [item.passage.text for item in listed(text)] == ["Schools should ask"]


@pytest.mark.parametrize("indent", ["", "  ", "   "])
def test_a_small_o_is_a_bullet_however_far_it_is_set_in(indent: str) -> None:
    words = f"• Visits were short\n{indent}o damp was seen twice;\n{indent}o nobody told the doctor."
    assert learning(words, "Learning\n\n") == ["Visits were short", "damp was seen twice", "nobody told the doctor"]

"""Which part of a review is which, by its lead-in or its place. Every text here is invented."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kg.extract import extract
from kg.extract.layout import blocks
from kg.extract.parts import LISTS, Section, SectionKind
from kg.extract.sections.parted import sections
from kg.model import Review
from kg.read import read_bytes

SUMMARY = "Death of a 3-month-old boy in May 2019 while in the care of a neighbour."
ITEMS = "visits were short; and notes were shorter"


def read(body: str, title: str = "2019 - Eastmere - Child T") -> tuple[Section, ...]:
    text = f"{title}\n{SUMMARY}{body}"
    return sections(text, blocks(text)[0])


def bodies(body: str, kind: SectionKind) -> list[str]:
    return [part.body.text for part in read(body) if part.kind is kind]


LEARNING = (
    "Learning includes:",
    "Learning themes include:",
    "Learning:",
    "Learning include:",
    "Learning focuses on:",
    "Learning focuses on",
    "Key issues:",
    "Key issues: include:",
    "Key issues include:",
    "Issues identified include:",
    "Key learning includes:",
    "Lessons learned include:",
    "Learning points include:",
    "Findings include:",
    "Identifies learning, including:",
    "The review identifies key themes including:",
    "LEARNING INCLUDES:",
    "**Learning includes:**",
    "includes:",
)
RECOMMENDATIONS = (
    "Recommendations include:",
    "Recommendations includes:",
    "Recommendations for the partnership include:",
    "Recommendations for the safeguarding partnership include:",
    "Recommendations to the partnership include:",
    "Recommendations for Eastmere and Weir Safeguarding Children Partnership include:",
    "Recommendations:",
    "Recommendations: include:",
    "Recommendations include",
    "Makes recommendations that",
    "Makes recommendations for",
    "Makes a number of recommendations, including:",
    "The review recommends that",
    "Key recommendations include:",
    "RECOMMENDATIONS INCLUDE:",
    "**Recommendations include:**",
    "__Recommendations include:__",
    "Agreed actions:",
    "Suggestions for practice include:",
    "It is recommended that",
    "Recommendations are made for",
)


@pytest.mark.parametrize("gap", ["\n", "\n\n", " "], ids=["line", "paragraph", "one run"])
@pytest.mark.parametrize(
    ("lead_in", "kind"),
    [(words, SectionKind.LEARNING) for words in LEARNING]
    + [(words, SectionKind.RECOMMENDATIONS) for words in RECOMMENDATIONS],
)
def test_a_lead_in_opens_its_section(lead_in: str, kind: SectionKind, gap: str) -> None:
    told, part = read(f"{gap}{lead_in} {ITEMS}.")
    assert (told.kind, told.body.text) == (SectionKind.SUMMARY, SUMMARY)
    assert (part.kind, part.body.text) == (kind, f"{ITEMS}.")
    assert part.lead_in and part.lead_in.text == lead_in.strip("*_")


def test_a_bold_lead_in_in_the_middle_of_a_paragraph_opens_a_section() -> None:
    body = "\n\nLearning includes: house moves; and the use of agreements. **Recommendations include:** a review."
    assert bodies(body, SectionKind.LEARNING) == ["house moves; and the use of agreements."]
    assert bodies(body, SectionKind.RECOMMENDATIONS) == ["a review."]


def test_spaces_around_a_lead_in_may_be_missing() -> None:
    body = "Learning includes:short visits;long notes.Recommendations include:better pens.Keywords: pens, notes"
    assert bodies(body, SectionKind.LEARNING) == ["short visits;long notes."]
    assert bodies(body, SectionKind.RECOMMENDATIONS) == ["better pens."]
    assert bodies(body, SectionKind.KEYWORDS) == ["pens, notes"]


@pytest.mark.parametrize("asked", ["What did we learn?", "What was learned?", "What have we learned"])
@pytest.mark.parametrize("next_", ["What are we going to do?", "What will we do differently?", "What needs to happen:"])
def test_a_heading_may_be_a_question(asked: str, next_: str) -> None:
    body = f" A lift fell.\n\n{asked}\n\n- haste\n- drift\n\n{next_}\n\n- mend the lift\n- hire a warden"
    assert bodies(body, SectionKind.LEARNING) == ["- haste - drift"]
    assert bodies(body, SectionKind.RECOMMENDATIONS) == ["- mend the lift - hire a warden"]


def test_a_heading_on_its_own_line_opens_a_section() -> None:
    body = "\n\n## Learning\n\nVisits were short; notes were shorter\n\nRecommendations\n\nBetter pens; fewer forms"
    assert bodies(body, SectionKind.LEARNING) == ["Visits were short; notes were shorter"]
    assert bodies(body, SectionKind.RECOMMENDATIONS) == ["Better pens; fewer forms"]


@pytest.mark.parametrize(
    "heading",
    ["_{}_", "=== {} ===", "--- {} ---", "2.1 {}", "\U0001f4cc {}", "## \U0001f4cc {}", "__{}:__", "2.1. {}:"],
)
def test_a_heading_may_be_drawn_or_numbered_in_parts(heading: str) -> None:
    learned, asked = heading.format("Key learning"), heading.format("Recommendations")
    body = f" A lift fell.\n\n{learned}\n\n- haste\n- drift\n\n{asked}\n\n- mend the lift\n- hire a warden"
    assert bodies(body, SectionKind.LEARNING) == ["- haste - drift"]
    assert bodies(body, SectionKind.RECOMMENDATIONS) == ["- mend the lift - hire a warden"]


def test_background_and_model_are_neither_learning_nor_recommendations() -> None:
    body = "\nBackground: a loss; a move; a debt.\nKey issues: haste; and drift.\nModel: SILP; with two meetings."
    assert bodies(body, SectionKind.BACKGROUND) == ["a loss; a move; a debt."]
    assert bodies(body, SectionKind.LEARNING) == ["haste; and drift."]
    assert bodies(body, SectionKind.MODEL) == ["SILP; with two meetings."]


@pytest.mark.parametrize(
    "denial",
    [
        "No recommendations were made.",
        "There were no recommendations in the published summary.",
        "There are no recommendations",
        "Makes no recommendations.",
        "The reviewer made no recommendations.",
        "The authors make no recommendations.",
        "We make no new recommendations.",
        "The panel decided that no recommendations were needed, since all ponds have fences; the nursery did well.",
        "The review did not make any recommendations.",
        "Does not make recommendations.",
    ],
)
def test_a_denial_of_recommendations_holds_none(denial: str) -> None:
    body = f"\nLearning includes: {ITEMS}.\n{denial}"
    assert bodies(body, SectionKind.RECOMMENDATIONS) == []
    assert bodies(body, SectionKind.LEARNING) == [f"{ITEMS}."]
    assert [part.lead_in.text for part in read(body) if part.kind is SectionKind.DENIAL and part.lead_in] == [denial]


def test_a_mention_of_recommendations_in_the_summary_opens_nothing() -> None:
    (told,) = read(" Recommendations from an earlier review had been forgotten. Learning had stalled.")
    assert told.kind is SectionKind.SUMMARY


@pytest.mark.parametrize("break_", ["\n\n", "\n", "\f"], ids=["blank line", "line end", "form feed"])
def test_a_page_break_inside_a_sentence_does_not_end_a_list(break_: str) -> None:
    (part,) = bodies(
        f"\n\nLearning includes: staff need to{break_}challenge each other; and to rest.", SectionKind.LEARNING
    )
    assert part == "staff need to challenge each other; and to rest."


def test_a_paragraph_after_the_list_is_not_part_of_it() -> None:
    body = f"\n\nRecommendations include: {ITEMS}.\n\nFor help with this page, contact the helpline."
    assert bodies(body, SectionKind.RECOMMENDATIONS) == [f"{ITEMS}."]
    assert bodies(body, SectionKind.OTHER) == ["For help with this page, contact the helpline."]


@pytest.mark.parametrize("stop", ["", "."])
def test_keywords_need_no_label_in_a_last_line(stop: str) -> None:
    body = f"\nRecommendations include: better pens.\nHead injuries, stepfathers, separation [m...{stop}"
    assert bodies(body, SectionKind.KEYWORDS) == [f"Head injuries, stepfathers, separation [m...{stop}"]
    assert bodies(body, SectionKind.RECOMMENDATIONS) == ["better pens."]


def test_a_keyword_may_be_a_pair_of_words() -> None:
    line = "Fractures, stepfathers, accident and emergency departments"
    assert bodies(f"\nRecommendations include: better pens.\n{line}", SectionKind.KEYWORDS) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Sudden infant death, parents who misuse drugs, twins, safe sleeping",
        "Parents who misuse alcohol, housing",
        "Fires, children who run away, siblings",
        "Adoption, adults who abuse, adolescents who self-harm, schools",
    ],
)
def test_a_keyword_may_say_who_does_what(line: str) -> None:
    assert bodies(f"\nRecommendations include: better pens.\n{line}", SectionKind.KEYWORDS) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Two aunts, parents who were known to the police, a lodger",
        "Children who had moved, nurses who knew them, a warden",
        "Staff who met the mother, neighbours who saw her",
        "Thanks to parents who wrote, nurses and all of the wardens",
    ],
)
def test_a_line_that_tells_of_people_is_not_keywords(line: str) -> None:
    assert bodies(f"\nRecommendations include: better pens.\n{line}", SectionKind.KEYWORDS) == []


def test_keywords_without_a_label_may_be_followed_by_another_part_of_the_page() -> None:
    body = "\nDrug misuse, sleeping behaviour, infant deaths\n\nFrom the catalogue\nThese records came later."
    assert bodies(body, SectionKind.KEYWORDS) == ["Drug misuse, sleeping behaviour, infant deaths"]
    assert bodies(body, SectionKind.OTHER) == ["From the catalogue These records came later."]
    assert bodies("\nHe liked ships, kites, maps\n\nand going out.", SectionKind.KEYWORDS) == []


@pytest.mark.parametrize("after", ["", "\n"])
def test_a_link_ends_keywords_that_have_no_full_stop(after: str) -> None:
    words = "Keywords: care, placement at a distance Read the overview report"
    body = f"\nRecommendations include: better pens. {words}{after}"
    assert bodies(body, SectionKind.KEYWORDS) == ["care, placement at a distance"]


def test_a_last_sentence_of_the_summary_is_not_keywords() -> None:
    assert bodies(" He was known to the police, a school, and two hospitals.", SectionKind.KEYWORDS) == []
    assert bodies("\nHe had been seen by the police, by nurses.", SectionKind.KEYWORDS) != [SUMMARY]


@pytest.mark.parametrize(
    "link",
    [
        "Other resources Read practice review (PDF)",
        "Read overview report (PDF)",
        "Read the overview report",
        "> Read the overview report",
        "[Read overview report (PDF)](https://example.org/a.pdf)",
    ],
)
def test_a_link_line_is_no_part_of_a_list(link: str) -> None:
    body = f"\n\nLearning includes: {ITEMS}\n\n{link}"
    assert bodies(body, SectionKind.LEARNING) == [ITEMS]
    assert [part.lead_in.text for part in read(body) if part.kind is SectionKind.LINKS and part.lead_in] == [link]


def test_what_follows_a_model_or_background_is_the_summary_where_nothing_stands_before_it() -> None:
    for aside in (
        "Model: the review used the SILP model; a panel met twice.",
        "Background: Ash (3) and Elm (5) are cousins; a worker was first allocated in 2019.",
    ):
        text = (
            f"Baby C\n\n{aside}\n\nThis learning review concerns the neglect of two cousins.\n\nLearning: haste; drift."
        )
        found = sections(text, blocks(text)[0])
        assert [part.body.text for part in found if part.kind is SectionKind.SUMMARY] == [
            "This learning review concerns the neglect of two cousins."
        ]


def test_a_background_of_two_paragraphs_stays_one() -> None:
    text = (
        "Baby C\n\nBackground: A boy of two lived with an aunt.\n\nShe was unwell in 2019.\n\nLearning: haste; drift."
    )
    found = sections(text, blocks(text)[0])
    assert [part.body.text for part in found if part.kind is SectionKind.BACKGROUND] == [
        "A boy of two lived with an aunt. She was unwell in 2019."
    ]


@pytest.mark.parametrize(
    "told", ["It was recommended that he have an operation.", "Actions taken: two calls; and a letter."]
)
def test_what_was_advised_or_done_in_the_story_opens_no_recommendations(told: str) -> None:
    assert bodies(f"\n{told}\nLearning includes: {ITEMS}", SectionKind.RECOMMENDATIONS) == []


def test_the_marks_of_a_heading_are_no_part_of_what_stands_above_it() -> None:
    (told, *_) = read(f"\n\n### Learning\n\n{ITEMS}")
    assert told.body.text == SUMMARY


def test_words_of_a_lead_in_do_not_run_into_the_next_one() -> None:
    body = f"\nIssues include visits that were short\nRecommendations include: {ITEMS}"
    assert bodies(body, SectionKind.RECOMMENDATIONS) == [ITEMS]


@pytest.mark.parametrize(
    "words",
    [
        "Recommendations: the review makes no recommendations, as the lifts were mended in 2012.",
        "Recommendations: no new recommendations were made.",
        "Recommendations: there are no recommendations for wardens.",
    ],
)
def test_a_label_before_a_denial_opens_no_list(words: str) -> None:
    assert bodies(f"\n\n{words}", SectionKind.RECOMMENDATIONS) == []


@pytest.mark.parametrize(
    "words",
    [
        "the report makes no recommendations for wardens; the board to mend the lift",
        "no recommendations are made to wardens but the board should mend the lift",
    ],
)
def test_a_list_that_only_begins_with_a_denial_is_a_list(words: str) -> None:
    assert bodies(f"\n\nRecommendations: {words}", SectionKind.RECOMMENDATIONS) == [words]


def test_what_the_review_found_is_learning_where_recommendations_follow() -> None:
    found = "The review found that wardens had no key. Nobody asked the boy."
    assert bodies(f"\n{found}\nRecommendations include: mend the lift.", SectionKind.LEARNING) == [found]
    assert bodies(f"\n{found}", SectionKind.LEARNING) == []
    assert bodies(f" {found}\nRecommendations include: mend the lift.", SectionKind.LEARNING) == []
    assert bodies("\nThe review found no witness.\nRecommendations include: mend the lift.", SectionKind.LEARNING) == []


@pytest.mark.parametrize("lead_in", ["What we recommended\n\n", "What the review recommended\n\n", "The review asks "])
def test_what_a_review_recommended_or_asks_of_agencies_opens_recommendations(lead_in: str) -> None:
    words = "wardens to mend the lift."
    assert bodies(f"\n\n{lead_in}{words}", SectionKind.RECOMMENDATIONS) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "The review asks whether wardens need to hold keys.",
        "The review asks why wardens came to lose keys.",
        "The review asked wardens to tell what they knew.",
        "What we recommended in 2012 was forgotten.",
        "There is also a suggestion that wardens might have lost the key.",
    ],
)
def test_what_a_review_asks_itself_or_asked_is_no_recommendation(words: str) -> None:
    assert bodies(f"\n\n{words}", SectionKind.RECOMMENDATIONS) == []


def test_a_suggestion_of_what_might_be_done_is_a_recommendation() -> None:
    words = "\n\nThere is also a suggestion that landlords might be told of lifts."
    assert bodies(words, SectionKind.RECOMMENDATIONS) == ["landlords might be told of lifts."]


def printed_lead_ins(letter: str) -> list[str]:
    """The lead-ins of one kind in `phrases/lead_ins.txt`."""
    printed = (Path(__file__).parent / "phrases" / "lead_ins.txt").read_text(encoding="utf-8")
    return re.findall(rf"^{letter}: (.*)$", printed, re.MULTILINE)


FOUND = ("visits that were short", "notes that nobody read", "a lodger about whom nobody asked")
ASKED = (
    "wardens to keep a log of lifts",
    "train all landlords in the use of keys",
    "the council to review its leaflet",
)
WANTING = (
    "the nursery was not told of the move",
    "the records of the clinic were lost",
    "no social worker saw the flat",
)
THINGS = ("lift keys", "the log of the wardens", "work with landlords")


def in_one_run(lead_in: str, parts: Sequence[str]) -> str:
    return f" He lived with an aunt. {lead_in} {'; '.join(parts)}."


def in_a_paragraph(lead_in: str, parts: Sequence[str]) -> str:
    return f"\n\n{lead_in} {'; '.join(parts[:-1])}; and {parts[-1]}.\n\nKeywords: lifts, keys"


def in_bullets(lead_in: str, parts: Sequence[str]) -> str:
    return f"\n\n{lead_in}\n\n" + "\n".join(f"- {part}" for part in parts) + "\n\nKeywords: lifts, keys"


def below_in_a_line(lead_in: str, parts: Sequence[str]) -> str:
    return f"\n{lead_in}\n{'; '.join(parts)}\nKeywords: lifts, keys"


LAYOUTS = (in_one_run, in_a_paragraph, in_bullets, below_in_a_line)
OPENED = [
    *((words, THINGS, SectionKind.LEARNING) for words in printed_lead_ins("L")),
    *((words, FOUND, SectionKind.LEARNING) for words in printed_lead_ins("L")),
    *((words, THINGS, SectionKind.RECOMMENDATIONS) for words in printed_lead_ins("R")),
    *((words, ASKED, SectionKind.RECOMMENDATIONS) for words in printed_lead_ins("R")),
    *((words, FOUND, SectionKind.LEARNING) for words in printed_lead_ins("E")),
    *((words, ASKED, SectionKind.RECOMMENDATIONS) for words in printed_lead_ins("E")),
    *((words, WANTING, SectionKind.LEARNING) for words in printed_lead_ins("U")),
    *((words, ASKED, SectionKind.RECOMMENDATIONS) for words in printed_lead_ins("U")),
]


Layout = Callable[[str, Sequence[str]], str]


def layouts_of(words: str) -> Sequence[Layout]:
    """The layouts in which words can open a list: a heading, and what says nothing, stand on lines of their own."""
    if words[-1].isalpha():
        return (in_bullets, below_in_a_line)
    return LAYOUTS[1:] if words in printed_lead_ins("U") else LAYOUTS


@pytest.mark.parametrize(
    ("words", "parts", "kind", "layout"), [(*opened, layout) for opened in OPENED for layout in layouts_of(opened[0])]
)
def test_a_lead_in_of_unknown_wording_is_told_by_its_words_and_what_follows(
    words: str, parts: Sequence[str], kind: SectionKind, layout: Layout
) -> None:
    found = [part for part in read(layout(words, parts)) if part.kind in LISTS]
    assert [(part.kind, part.lead_in and part.lead_in.text) for part in found] == [(kind, words)]
    assert all(part in found[0].body.text for part in parts)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("parts", [THINGS, FOUND, ASKED])
@pytest.mark.parametrize("words", printed_lead_ins("N"))
def test_words_before_a_colon_that_are_of_the_story_or_an_aside_open_no_list(
    words: str, parts: Sequence[str], layout: Layout
) -> None:
    assert [part.body.text for part in read(layout(words, parts)) if part.kind in LISTS] == []


@pytest.mark.parametrize(
    "heading",
    [
        "Next steps",
        "Our next steps",
        "What are we asking people to do?",
        "What we want staff to do now",
        "What the Board is asking for",
    ],
)
def test_a_heading_may_say_that_something_is_to_be_done(heading: str) -> None:
    body = (
        f"\n\nKey messages\n- visits were short\n- notes were thin\n\n{heading}\n- nurses to ask\n- schools to write\n"
    )
    assert bodies(body, SectionKind.RECOMMENDATIONS) == ["- nurses to ask - schools to write"]


@pytest.mark.parametrize("words", ["Improving systems and practice", "Improvements to systems and practice"])
@pytest.mark.parametrize(
    ("before", "after"), [("", ": "), ("", "\n\n- "), ("## ", "\n\n- "), ("**", ":** "), ("Drift was seen. ", ": ")]
)
def test_the_heading_that_reviews_in_wales_have_for_what_is_asked_opens_recommendations(
    words: str, before: str, after: str
) -> None:
    body = f"\n\nLearning: {ITEMS}.\n\n{before}{words}{after}the Health Board should review its forms"
    assert [part.strip("- ") for part in bodies(body, SectionKind.RECOMMENDATIONS)] == [
        "the Health Board should review its forms"
    ]


@pytest.mark.parametrize("year", ["2012", "## 2012", "**2012**", "Case reviews published in 2012"])
def test_a_year_above_the_next_reviews_of_a_list_is_no_keyword(year: str) -> None:
    body = f"\nRecommendations include: better pens.\nInfants, stepfathers, separation\n\n{year}\n"
    assert bodies(body, SectionKind.KEYWORDS) == ["Infants, stepfathers, separation"]


@pytest.mark.parametrize("word", ["Circumstances", "Summary", "What happened"])
def test_a_word_in_bold_with_a_stop_opens_the_story(word: str) -> None:
    story = "A boy of six died in a fire in May 2019."
    page = f"## Serious case review: Ash\n\n**{word}.** {story}\n\n**Learning.** Pets matter; fathers matter.\n"
    (review,) = extract(read_bytes("page.md", page.encode())).reviews
    assert review.summary and review.summary.text == story
    assert [point.passage.text for point in review.learning] == ["Pets matter", "fathers matter"]


FIELDS = {
    "body": "Corporate author: Weir Safeguarding Children\nBoard",
    "author": "Author: A. Loom",
    "date": "Date: March 2014",
}
LEARNT = "Learning includes: visits were short; and notes were shorter.\nKeywords: infants, visits"
TOLD = (
    "Death of a 3-month-old boy in May 2012, who\nwas in the care of a neighbour.",
    "Osric was 9 when his uncle broke his arm in\nMay 2012. He is well now.",
)


@pytest.mark.parametrize("heading", ["NC051234\nSerious case review: Osric.", "Title: Serious case review: Osric."])
@pytest.mark.parametrize("names", ["body author date", "date author body", "author date", "body", "date"])
@pytest.mark.parametrize("below", ["\n", "\n\n"], ids=["line", "paragraph"])
@pytest.mark.parametrize("told", TOLD)
def test_the_summary_of_a_library_record_may_stand_below_its_fields_without_a_label(
    heading: str, names: str, below: str, told: str
) -> None:
    text = "\n".join([heading, *(FIELDS[name] for name in names.split())]) + f"{below}{told}\n{LEARNT}"
    assert [review.summary and review.summary.text for review in _reviews(text)] == [" ".join(told.split())]
    assert len(_reviews(text)[0].learning) == 2


@pytest.mark.parametrize("names", ["body author date", "date body author"])
def test_it_may_stand_behind_the_last_field_in_one_run(names: str) -> None:
    fields = " ".join(FIELDS[name] for name in names.split())
    text = f"NC051234\nSerious case review: Osric. {fields} {TOLD[0]} {LEARNT}"
    assert [review.summary and review.summary.text for review in _reviews(text)] == [" ".join(TOLD[0].split())]


@pytest.mark.parametrize("last", ["Author: A. Loom\nand B. Weft", "Date: March 2014\n\nPublished with a reply"])
def test_a_record_whose_fields_tell_of_nobody_has_no_summary(last: str) -> None:
    assert [review.summary for review in _reviews(f"NC051234\nSerious case review: Osric.\n{last}\n{LEARNT}")] == [None]


def test_a_line_above_the_fields_of_a_numbered_record_is_its_title() -> None:
    [review] = _reviews(f"NC051234\nOsric and those who came after him.\n{FIELDS['date']}\n{TOLD[0]}\n{LEARNT}")
    assert review.title.text == "Osric and those who came after him."


def test_a_review_without_a_number_may_name_who_published_it_below_its_title() -> None:
    [review] = _reviews(f"Serious case review: Osric\n\nCorporate author: Weir Board\nPages: 40\n{TOLD[0]}\n{LEARNT}")
    assert review.summary
    assert review.summary.text == " ".join(TOLD[0].split())


def _reviews(text: str) -> tuple[Review, ...]:
    return extract(read_bytes("records.txt", text.encode())).reviews

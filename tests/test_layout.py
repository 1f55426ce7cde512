"""Where reviews begin and end, layout by layout. Every text here is invented."""

from textwrap import fill

import pytest

from kg.extract import extract
from kg.extract.layout import blocks
from kg.extract.parts import Layout
from kg.read import read_bytes

BODY = "Death of a 3-month-old boy in May 2019 while in the care of a neighbour."
LATER = "Learning includes: visits were short; and notes were shorter."


def titles(text: str) -> list[str]:
    return [block.title.text for block in blocks(text)]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("1. Serious case review: Rowan: learning summary", "Serious case review: Rowan: learning summary"),
        ("1) Child Rowan: safeguarding practice review report", "Child Rowan: safeguarding practice review report"),
        (
            "1. Serious case review: Rowan 22 (full overview report)",
            "Serious case review: Rowan 22 (full overview report)",
        ),
        ("1. Child safeguarding practice review: Rowan", "Child safeguarding practice review: Rowan"),
        ("## 1. **Child safeguarding practice review: Rowan**", "Child safeguarding practice review: Rowan"),
        ("1. Rowan", "Rowan"),
        ("1.Serious case review:Rowan:review report", "Serious case review:Rowan:review report"),
        ("(1) Serious case review: Rowan", "Serious case review: Rowan"),
        ("1: Serious case review: Rowan", "Serious case review: Rowan"),
        ("1 Serious case review: Rowan", "Serious case review: Rowan"),
        ("1. Rapid review: Child K", "Rapid review: Child K"),
        ("2019 – Anonymous - Rowan", "2019 – Anonymous - Rowan"),
        ("2018 - Anonymous- Children F, G and H", "2018 - Anonymous- Children F, G and H"),
        ("2012Eastmere – Child J", "2012Eastmere – Child J"),
        ("December 2013 - Eastmere - BDS12", "December 2013 - Eastmere - BDS12"),
        (
            "December 2014NSPCC on behalf of unnamed LSCB - Child C",
            "December 2014NSPCC on behalf of unnamed LSCB - Child C",
        ),
        ("2025 - Eastmere and Weir - Rowan", "2025 - Eastmere and Weir - Rowan"),
        ("2014 – Eastmere – Babies with injuries", "2014 – Eastmere – Babies with injuries"),
        ("2016 – Child K", "2016 – Child K"),
        ("2021/22 – Eastmere – Child K", "2021/22 – Eastmere – Child K"),
        ("Eastmere – Child 'K'", "Eastmere – Child 'K'"),
        ("2016: Eastmere: Child K", "2016: Eastmere: Child K"),
        ("2016-Eastmere-Child K", "2016-Eastmere-Child K"),
        ("Eastmere – Child K (2016)", "Eastmere – Child K (2016)"),
        ("Child K – March 2016", "Child K – March 2016"),
        ("Rowan (2016)", "Rowan (2016)"),
        ("Baby C", "Baby C"),
        ("Child E4: serious case review", "Child E4: serious case review"),
        ("Child A – Local Child Safeguarding Practice Review", "Child A – Local Child Safeguarding Practice Review"),
        ("Babies in hotels: thematic review", "Babies in hotels: thematic review"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["next line", "blank line"])
def test_a_title_of_any_layout_opens_a_review(heading: str, title: str, gap: str) -> None:
    if "thematic" in title and gap == "\n":
        pytest.skip("a theme is a title only where it stands alone")
    text = f"Case reviews\n\n{heading}{gap}{BODY}\n{LATER}\n"
    (block,) = blocks(text)
    assert block.title.text == title
    assert text[block.start : block.end].replace("*", "").strip() == f"{BODY}\n{LATER}"


def test_a_library_record_is_a_review_with_its_number() -> None:
    text = f"NC051234\nTitle: Baby Yew SCR. LSCB: Eastmere Author: A. Author Date of publication: 2014\nSummary: {BODY}"
    (block,) = blocks(text)
    assert (block.layout, block.title.text) == (Layout.CATALOGUED, "Baby Yew SCR.")
    assert block.identifier and block.identifier.text == "NC051234"


def test_library_records_may_give_each_field_a_line() -> None:
    record = "Title: Serious case review: Family U.\nLSCB: Eastmere\nDate of publication: 2014\nSummary: " + BODY
    assert titles(f"{record}\n\n{record}") == ["Serious case review: Family U."] * 2


def test_numbers_in_the_text_are_not_titles() -> None:
    text = (
        f"1. Serious case review: Rowan\n\n{BODY}\nRecommendations include:\n1. Review the policy.\n2. Train staff.\n"
    )
    assert titles(text) == ["Serious case review: Rowan"]


@pytest.mark.parametrize("line", ["2 Train staff.", "2: Train all staff in it", "2 - Ask Rowan's school"])
def test_loose_numbers_open_a_title_only_where_one_stands_behind_them(line: str) -> None:
    text = f"1 Serious case review: Rowan\n\n{BODY}\nRecommendations include:\n1 Review the policy.\n{line}\n"
    assert titles(text) == ["Serious case review: Rowan"]


@pytest.mark.parametrize(
    "line",
    [
        "Case reviews published in 2013",
        "Learning from national serious case reviews",
        "Last updated: 02 Sept 2025",
        "Last updated: 2 September 2025",
        "2019 – 2020 saw fewer reviews",
        "Published reviews (2019)",
        "Reports – March 2019",
        "For help, contact the helpline.",
        "Child safeguarding practice review panel",
        "Background",
        "Read the overview report",
    ],
)
def test_other_headings_are_not_titles(line: str) -> None:
    assert titles(f"{line}\n\nWe publish these so that everybody can learn from them.\n\nBaby C\n\n{BODY}") == [
        "Baby C"
    ]


@pytest.mark.parametrize("theme", ["Babies with injuries", "Sibling group", "CHRISTOPHER"])
@pytest.mark.parametrize("last", ["> Read the overview report", "Keywords: infants, sleep"])
def test_a_line_between_the_end_of_one_review_and_the_story_of_another_is_a_title(theme: str, last: str) -> None:
    assert titles(f"Baby C\n\n{BODY}\n{last}\n\n{theme}\n{BODY}\n") == ["Baby C", theme]


@pytest.mark.parametrize("line", ["Voice of the child", "Physical care"])
def test_a_heading_inside_a_review_is_no_title(line: str) -> None:
    assert titles(f"Baby C\n\n{BODY}\n\n{line}\n\nNeglect of his teeth was not seen by any nurse.\n") == ["Baby C"]


@pytest.mark.parametrize("line", ["More about our work", "Contact us", "Reports of other years."])
def test_what_follows_the_last_review_is_no_title(line: str) -> None:
    assert titles(f"Baby C\n\n{BODY}\nRead review report (PDF)\n\n{line}\n\nWe answer calls on most days.\n") == [
        "Baby C"
    ]


@pytest.mark.parametrize("line", ["Update – May 2023", "From the library catalogue", "Recently added", "Issue 14"])
def test_what_heads_the_reviews_of_a_month_is_no_title(line: str) -> None:
    later = f"{line}\n\nOne case review was added, on a death at home.\n\nBaby D\n\n{BODY} {LATER}"
    assert titles(f"Baby C\n\n{BODY} {LATER}\nKeywords: infants, sleep\n\n{later}\n") == ["Baby C", "Baby D"]


def test_behind_a_link_a_name_or_a_theme_opens_the_next_review_of_a_page_on_one_line() -> None:
    link = "Read the thematic review"
    text = f"Case reviews Baby C {BODY} {LATER} {link} Rowan {BODY} {LATER} {link} Babies in hotels {BODY} {LATER}"
    assert titles(text) == ["Baby C", "Rowan", "Babies in hotels"]


PAGE = f"{BODY} {LATER}\n\nKey learning:\n• Home visits\n\nRecommendations:\n1. Review the policy\n"
WHOLE = f"{BODY} {LATER} Recommendations include: review the policy.\n\nRead the overview report (PDF)\n"


@pytest.mark.parametrize(
    "unheard",
    ["(2021) Eastmere: the riverside", "Ash Grove, a nursery", "Peer pressure at school", "Learning from 17/3"],
)
def test_a_review_whose_title_has_an_unknown_form_is_told_by_what_stands_around_it(unheard: str) -> None:
    first, amid = f"Our case reviews\n\n{unheard}\n\n{WHOLE}", f"Our case reviews\n\nChild A\n\n{WHOLE}"
    assert titles(f"{first}\nChild A\n\n{WHOLE}") == [unheard, "Child A"]
    assert titles(f"{amid}\n{unheard}\n\n{WHOLE}\nChild B\n\n{WHOLE}") == ["Child A", unheard, "Child B"]


def test_what_a_page_sums_up_before_its_reviews_is_no_review() -> None:
    summed_up = (
        f"Themes of the year\n\nWe looked at twelve reports about neglect. {LATER} Recommendations include: rest."
    )
    assert titles(f"Our case reviews\n\n{summed_up}\n\nChild A\n\n{WHOLE}") == ["Child A"]


@pytest.mark.parametrize("unheard", ["Thematic review: Safe in the water", "Rapid review – hotels and hostels"])
def test_what_was_learned_below_what_was_asked_is_of_another_review(unheard: str) -> None:
    page = f"Child A\n\n{PAGE}\n{unheard}\nPublished 6 September 2022\n\n{PAGE}\nChild B\n\n{PAGE}"
    assert titles(page) == ["Child A", unheard, "Child B"]


@pytest.mark.parametrize("between", ["For schools", "What the family told us", "Schools need to hear of it."])
def test_a_review_may_say_what_was_learned_once_more_below_what_was_asked(between: str) -> None:
    assert titles(f"Child A\n\n{PAGE}\n{between}\n\nLearning for schools includes: home visits.\n") == ["Child A"]


def test_what_stands_between_two_lists_of_one_review_is_no_title() -> None:
    review = f"Child A\n\n{BODY} {LATER}\n\nFor schools\n\nRecommendations include: review the policy of visits."
    assert titles(f"{review}\n\nKeywords: sleep, alcohol\n\nWhat comes next\n\nThe board meets in May.") == ["Child A"]


def test_a_record_may_open_with_its_number_and_its_title() -> None:
    record = f"NC051234\nBaby Yew: serious case review\nLSCB: Eastmere\nSummary: {BODY}\n"
    (block,) = blocks(record)
    assert (block.layout, block.title.text) == (Layout.CATALOGUED, "Baby Yew: serious case review")
    assert titles(f"Baby C\n\n{BODY} It is like NC051234 Baby Yew.\nKeywords: sleep, infants") == ["Baby C"]


def test_a_title_without_a_review_below_it_is_a_line_of_contents() -> None:
    assert titles(f"Baby C\n\nBaby D\n\nBaby C\n\n{BODY}\n\nBaby D\n\n{BODY}") == ["Baby C", "Baby D"]


def test_layouts_may_stand_in_one_file() -> None:
    text = (
        f"1. Serious case review: Rowan\n\n{BODY}\n\nBaby C\n\n{BODY}\n\n2013 - Eastmere - Child T\n{BODY}\n\n"
        f"NC051234\nTitle: Baby Yew SCR. LSCB: Eastmere Date of publication: 2014\nSummary: {BODY}"
    )
    assert [block.layout for block in blocks(text)] == [
        Layout.NUMBERED,
        Layout.LABELLED,
        Layout.LISTED,
        Layout.CATALOGUED,
    ]


@pytest.mark.parametrize(
    "headings",
    [
        ("1. Serious case review: Rowan: learning summary", "2. Child safeguarding practice review: Ash and Elm"),
        ("2019 – Anonymous - Rowan", "December 2014 – Eastmere - Child BR"),
        ("Baby C", "Child E4: serious case review"),
    ],
    ids=["digest", "list", "blog"],
)
def test_a_page_that_lost_its_line_breaks_still_has_its_reviews(headings: tuple[str, str]) -> None:
    text = " ".join(["Case reviews", *(f"{heading} {BODY} {LATER}" for heading in headings)])
    assert titles(text) == [heading.partition(". ")[2] or heading for heading in headings]


def test_a_list_whose_lines_were_glued_still_has_its_reviews() -> None:
    text = f"Reports of the year2017 - Eastmere – Child EJ{BODY}{LATER}2017 – Weir – Child EK{BODY}{LATER}" * 1
    assert titles(text) == ["2017 - Eastmere – Child EJ", "2017 – Weir – Child EK"]


def test_a_document_without_reviews_has_no_blocks() -> None:
    assert titles("Minutes of the parish council\n\nThe hedge was discussed in 2019 - again - at length.") == []


def test_blocks_cover_the_document_from_the_first_title_on() -> None:
    text = f"Preamble\n\nBaby C\n\n{BODY}\n\nBaby D\n\n{BODY}\n"
    first, second = blocks(text)
    assert (first.end, second.end) == (second.title.start, len(text))


def wrapped(text: str, width: int = 72) -> str:
    return "\n".join(fill(line, width, break_on_hyphens=False) for line in text.split("\n"))


@pytest.mark.parametrize("width", [60, 72, 100])
def test_a_page_on_one_line_may_have_been_broken_into_lines_afterwards(width: int) -> None:
    names = ("Serious case review: Rowan", "Thematic review: Ash House", "Serious case review: Child DD")
    text = "New reviews " + " ".join(f"{n}. {name} {BODY} {LATER} Read report (PDF)" for n, name in enumerate(names, 1))
    assert [" ".join(title.split()) for title in titles(wrapped(text, width))] == list(names)


def test_a_title_may_be_broken_into_lines() -> None:
    title = "Local child safeguarding practice review - Zelda and Amaro – review report"
    assert titles(f"Case reviews\n\n{wrapped(title, 40)}\n\n{BODY}\n") == [title]


@pytest.mark.parametrize(
    "heading",
    [
        "2012Ardmere – Children M, N and P",
        "2020 - Ardmere – Ash, Elm and unborn baby",
        "2016 – Ardmere – School B",
        "2023 – Anonymous – Babies in hotels",
        "Serious case review: Baby Yew",
        "CONCISE CHILD PRACTICE REVIEW – FAMILY ELM",
    ],
)
@pytest.mark.parametrize("story", ["Long term neglect of", "Potentially life threatening harm to", "Drowning of"])
def test_a_title_is_told_from_the_story_behind_it_on_the_same_line(heading: str, story: str) -> None:
    rest = f"{story} two boys in May 2011. {LATER} Read executive summary (PDF)"
    assert titles(f"Case reviews 2019 – Weir – Child A {BODY} {LATER} Read the report {heading} {rest}")[1:] == [
        heading
    ]


def test_a_theme_is_told_from_the_thematic_review_of_it_on_the_same_line() -> None:
    text = f"Case reviews 2019 – Weir – Babies in hotels Thematic review of three deaths in May 2011. {LATER}"
    assert titles(text) == ["2019 – Weir – Babies in hotels"]


@pytest.mark.parametrize("theme", ["the Elm family", "Serious youth crime: overview report", "Babies and sleep"])
def test_behind_a_number_in_turn_a_theme_ends_where_the_story_begins(theme: str) -> None:
    text = f"Reviews 1. Serious case review: Ash {BODY} {LATER} Read report 2. Thematic review: {theme} {BODY} {LATER}"
    assert titles(text) == ["Serious case review: Ash", f"Thematic review: {theme}"]


def test_a_bare_name_stands_above_its_story_on_a_narrow_page() -> None:
    story = "Rowan lived with three other\npeople in the house in which he\nwas found, aged 7, by a nurse."
    assert titles(f"Baby C\n\n{BODY}\n\nRowan\n\n{story}\n") == ["Baby C", "Rowan"]


@pytest.mark.parametrize(
    ("name", "story"),
    [
        ("Ferelith", "Ferelith, a looked after child, went missing from a flat in May 2019."),
        ("Ferelith", "Ferelith was 12 when she was last seen."),
        ("Ferelith", "Ferelith (9) went to live with an aunt."),
        ("Ferelith", "Ferelith disappeared from a hostel in May 2019."),
        ("Ferelith and Osric", "Ferelith and Osric were 4 and 6 when they left the flat."),
    ],
)
def test_a_name_on_a_line_above_what_is_told_of_that_child_is_a_title(name: str, story: str) -> None:
    assert titles(f"{name}\n\n{story}\n\n{LATER}") == [name]


@pytest.mark.parametrize(
    "page",
    [
        "Newsletter\n\nNewsletter was sent out in May and is a good read for all staff.",
        "Safeguarding\n\nSafeguarding is what everyone does.",
        "Contact\n\nContact was made with the aunt.",
        "Ferelith\n\nOsric, a looked after child, went missing.",
        "Nurseries\n\nNurseries in 40 towns took part.",
    ],
)
def test_a_word_above_a_paragraph_that_begins_with_it_is_no_title(page: str) -> None:
    assert titles(f"Child K\n\n{BODY}\n\n{LATER}\n\n{page}") == ["Child K"]


def test_a_collection_and_a_month_above_what_came_in_that_month_are_no_title() -> None:
    head = "Weir Library – December 2012\n\nIn December 2012 one case review was added featuring neglect of a child"
    assert titles(f"{head}\n\n1. Serious case review: Rowan\n\n{BODY}\n\n{LATER}") == ["Serious case review: Rowan"]
    assert titles(f"Rowan – December 2012\n\n{BODY}\n\n{LATER}") == ["Rowan – December 2012"]


@pytest.mark.parametrize(
    "rule",
    [
        "-" * 40,
        "=====",
        "_" * 30,
        "* * *",
        "***",
        "\u2014" * 12,
        "\u2500" * 20,
        "~~~~~~",
        "> ------",
        "......",
        "- - - -",
    ],
)
def test_a_line_drawn_across_the_page_stands_between_reviews(rule: str) -> None:
    mail = "Dear reader,\n\nTwo reviews are new.\n\n"
    first, second = (
        f"{rule}\n{title}\n\n{BODY}\n\n{LATER}\n" for title in ("Learning review: Yew", "Baby Ash: rapid review")
    )
    assert titles(f"{mail}{first}\n{second}{rule}\n") == ["Learning review: Yew", "Baby Ash: rapid review"]


@pytest.mark.parametrize("mark", ["*", "=", "~", "**", "==="])
def test_marks_on_either_side_of_a_title_are_not_of_it(mark: str) -> None:
    page = f"{mark} Learning review: Yew (Tarrowdale) {mark}\n\n{BODY}\n\n{LATER}\n\n"
    assert titles(page) == ["Learning review: Yew (Tarrowdale)"]


@pytest.mark.parametrize(
    "line",
    [
        "Type of review: Rapid review",
        "Date: May 2021",
        "Published: 2021",
        "Posted on 3 May 2021 by the board",
        "Review type: local review",
    ],
)
def test_what_a_page_says_of_a_review_below_its_title_is_no_title(line: str) -> None:
    told = "The story\nRowan was 12 when a man wrote to him.\n\nKey messages\n(a) nobody asked\n(b) notes were thin\n"
    asked = "\nNext steps\n(a) nurses are to ask\n(b) the Board is to write a guide\n\n"
    page = "".join(
        f"{title}\n\n{line}\n\n{told}{asked}" for title in ("ROWAN \u2013 a boy online", "ELM \u2013 a boy unseen")
    )
    assert titles(page) == ["ROWAN \u2013 a boy online", "ELM \u2013 a boy unseen"]


def test_words_before_the_kind_of_a_review_are_its_title_and_open_no_list() -> None:
    page = (
        "What did we learn?\n\nNotes were thin.\n\nVisits were short.\n\n"
        "What are we asking people to do?\n\nNurses should ask.\n\nSchools should write.\n\n"
    )
    title = "Two brothers and the question of school: our learning review"
    assert titles(f"Baby C\n\n{BODY}\n\n{page}{title}\n\n{BODY}\n\n{page}") == ["Baby C", title]


HUB = """## Learning hub

### What happened to Baby M?

Baby M was 6 weeks old when he was shaken in March 2021.

#### What did we learn?

* Crying was not talked of.
* Nobody asked about his father.

#### What are we doing about it?

* Health visitors will talk about crying.
* A leaflet is to be printed.

### Who was listening to Tomas?

Tomas, 14, left home in July 2020 after months of bullying.

#### What did we learn?

* School logs were not read.
* He asked for help three times.

#### What are we doing about it?

* Schools will read their logs.
* A helpline is to be set up.
"""


def test_sentences_of_those_with_whom_the_text_below_begins_are_titles_where_there_are_no_others() -> None:
    assert titles(HUB) == ["What happened to Baby M?", "Who was listening to Tomas?"]
    assert titles(HUB.replace("Tomas, 14,", "A boy of 14")) != [
        "What happened to Baby M?",
        "Who was listening to Tomas?",
    ]


@pytest.mark.parametrize("story", ["Kai was 15 when he was hurt in March 2022.", "Kai, 15, was hurt in March 2022."])
def test_an_age_behind_a_name_tells_a_case(story: str) -> None:
    page = f"Briefing 4: Kai and his school\n\n{story} He had moved four times.\n\nLEARNING\n\n1 | Haste\n2 | Drift\n"
    assert titles(f"{page}\nACTIONS\n\n1 | Ring\n2 | Slow down\n") == ["Briefing 4: Kai and his school"]


def test_short_letters_for_a_kind_of_review_may_stand_in_brackets_behind_it() -> None:
    heading = 'Child safeguarding practice review (CSPR) – "Wren"'
    assert titles(f"{heading}\n\n{PAGE}") == [heading]


def test_a_line_with_a_place_and_a_label_that_the_text_below_a_date_takes_up_is_a_title() -> None:
    page = "Published 3 March 2019\nChild K, 16, left home in 2018 and was not seen for a week."
    assert titles(f"Weir – Child K\n{page}\n") == ["Weir – Child K"]


TOLD_ANEW = "A mother tried to drown herself and her two children (8 and 5) in March 2018. All survived."


@pytest.mark.parametrize(
    ("heading", "names", "area"),
    [
        ("Anonymous: “A House without Visitors”", ["A House without Visitors"], None),
        ("Weir: Learning from the case of “Juno”", ["Juno"], "Weir"),
        ("Weir and Carrow: Lessons from the death of Juno (SCR)", ["Juno"], "Weir and Carrow"),
        ("When help comes late", ["When help comes late"], None),
    ],
)
@pytest.mark.parametrize("marks", ["##", "###"])
def test_a_heading_on_the_level_of_titles_opens_a_review(
    marks: str, heading: str, names: list[str], area: str | None
) -> None:
    lists = "**Learning:** visits were rare."
    known = f"# Reviews of May\n\n{marks} Weir: Child K\n\n{BODY}\n\n{lists}\n\n"
    page = f"{known}{marks} {heading}\n\n{TOLD_ANEW}\n\n{lists}\n"
    first, second = extract(read_bytes("page.md", page.encode())).reviews
    assert [item.passage.text for item in first.learning] == ["visits were rare"]
    assert second.title.text == heading
    assert [label.value for label in second.labels] == names
    assert (second.place.value if second.place else None) == area
    assert second.incident is not None
    assert second.incident.date is not None
    assert second.incident.date.value.edtf == "2018-03"


def test_a_heading_on_the_level_of_titles_that_opens_no_review_ends_the_one_above() -> None:
    lists = "**Learning:**\n\n- visits were rare"
    parts = [f"## {name}\n\n{BODY}\n\n{lists}\n\n" for name in ("Child K", "Baby Ash")]
    page = f"# Reviews\n\n{''.join(parts)}## Where to find us\n\n- by post\n"
    first, second = extract(read_bytes("page.md", page.encode())).reviews
    assert [item.passage.text for item in (*first.learning, *second.learning)] == ["visits were rare"] * 2


@pytest.mark.parametrize("part", ["Sleep that is safe", "Findings", "A home without heating"])
def test_a_part_on_the_level_of_its_reviews_title_is_no_review(part: str) -> None:
    page = f"## Child K\n\n{BODY}\n\n## {part}\n\nThe boy slept on a sofa.\n\n**Learning:** visits were rare.\n"
    assert titles(page) == ["Child K"]


@pytest.mark.parametrize(
    "foot",
    [
        "Fellside SCP – Bulletin – Summer 2024                         {}",
        "Fellside SCP – Bulletin | {}",
        "{}      Learning from reviews in Fellside",
        "Learning from reviews in Fellside – Page {} of 9",
        "Learning from our reviews {}",
        "{} Learning from our reviews",
        "Fellside Safeguarding Partnership {}",
        "Fellside bulletin of 2024  {}",
        "Page {}",
        "- page {} -",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\f"])
def test_a_line_that_comes_back_with_another_number_is_of_the_page(foot: str, gap: str) -> None:
    names = ("Child Pell", "Baby Tam", "Young Person Ines")
    parts = [f"{name}\n\n{BODY}\n\nKey messages:\n• Doors should be checked.\n{{}}" for name in names]
    pages = gap.join(part.format(foot.format(number)) for number, part in enumerate(parts, 1))
    found = extract(read_bytes("page.txt", f"Fellside bulletin\n\n{pages}\n".encode())).reviews
    assert [review.title.text for review in found] == list(names)
    assert [[item.passage.text for item in review.learning] for review in found] == [["Doors should be checked"]] * 3


def test_a_head_below_the_number_of_each_page_is_of_the_page_though_it_stands_in_an_item() -> None:
    head = "Collection of case reviews                  Fellside list"
    page = (
        f"{head}\n\nBaby Ash\n\n{BODY}\n\nLearning: doors were a matter\n\n      Page 1 of 3\n{head}\n\n"
        f"for the porter alone; locks were old; keys were\nlost.\n\n      Page 2 of 3\n{head}\n\nKeywords: locks\n"
    )
    (review,) = extract(read_bytes("page.txt", page.encode())).reviews
    assert [item.passage.text.split()[0] for item in review.learning] == ["doors", "locks", "keys"]
    assert [word.text for word in review.keywords] == ["locks"]


def test_what_stands_below_the_numbers_of_pages_is_of_the_text_where_it_opens_a_list() -> None:
    names = ("Child Pell", "Baby Tam", "Young Person Ines")
    pages = (
        f"{name}\n\n{BODY}\n\n- {number} -\nKey messages of this review:\n• Doors should be checked.\n\n"
        for number, name in enumerate(names, 1)
    )
    found = extract(read_bytes("page.txt", "".join(pages).encode())).reviews
    assert [len(review.learning) for review in found] == [1, 1, 1]


@pytest.mark.parametrize(
    "title", ["Child {}", "Serious case review {}", "Baby {}: learning review", "Learning review: Child {}"]
)
def test_titles_that_count_children_or_reviews_are_of_the_text(title: str) -> None:
    names = [title.format(number) for number in range(1, 5)]
    page = "".join(f"{name}\n\n{BODY}\n\nKey messages:\n• Doors should be checked.\n\n" for name in names)
    found = extract(read_bytes("page.txt", f"Fellside bulletin\n\n{page}".encode())).reviews
    assert [review.title.text for review in found] == names


def test_lines_near_each_other_that_are_counted_are_of_the_text() -> None:
    page = (
        f"Child K\n\n{BODY}\n\nLearning:\n• Time between visits 1\n• Time between visits 2\n• Time between visits 3\n"
    )
    (review,) = extract(read_bytes("page.txt", page.encode())).reviews
    assert [item.passage.text for item in review.learning] == [f"Time between visits {number}" for number in (1, 2, 3)]


def test_lines_of_a_list_that_are_counted_are_of_the_text() -> None:
    page = f"Child K\n\n{BODY}\n\nLearning:\n1   visits were short\n2   notes were shorter still\n"
    (review,) = extract(read_bytes("page.txt", page.encode())).reviews
    assert len(review.learning) == 2


def test_a_kind_of_review_in_brackets_is_no_place() -> None:
    page = f"1   Child Pell (Local Child Safeguarding Practice Review)\n\n{BODY}\n"
    (review,) = extract(read_bytes("page.txt", page.encode())).reviews
    assert review.place is None


@pytest.mark.parametrize("last", ["> Read the overview report", "That is to be done soon."])
def test_the_head_of_another_digest_ends_the_review_above_it_and_opens_none(last: str) -> None:
    digests = (
        f"{name}\n\nIssues include haste, drift and neglect.\n\n1. {title}\n\n{BODY}\n\n{LATER}\n{last}\n\n"
        for name, title in (("National archive – May 2020", "Baby Ash"), ("National archive – June 2020", "Baby Yew"))
    )
    page = "".join(digests)
    found = blocks(page)
    assert [block.title.text for block in found] == ["Baby Ash", "Baby Yew"]
    assert "June 2020" not in page[found[0].start : found[0].end]


def test_the_name_of_a_digest_on_each_of_its_pages_ends_no_review() -> None:
    head = "National archive – May 2020"
    page = f"{head}\n\nBaby Ash\n\n{BODY}\n\nLearning: haste.\n\n{head}\n\nRecommendations: a leaflet; a film.\n"
    (block,) = blocks(page)
    assert block.end == len(page)

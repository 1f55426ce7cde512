"""What titles, library records and a document's own heading say. Every text here is invented."""

import pytest

from kg.extract import extract
from kg.extract.document import abstract, announced, issued, title
from kg.extract.layout import blocks
from kg.extract.sections.parted import sections
from kg.extract.titles.areas import page_place, place
from kg.extract.titles.kinds import document_type, review_type
from kg.extract.titles.labels import labels
from kg.extract.titles.published import publication_date
from kg.extract.titles.record_fields import identifier
from kg.model import DocumentType, Passage, ReviewType, joined
from kg.read import read_bytes

BODY = "Death of a 3-month-old boy in May 2019 while in the care of a neighbour."


def labels_of(heading: str, body: str = BODY) -> list[str]:
    text = f"{heading}\n\n{body}\n"
    found = labels(text, blocks(text)[0])
    for label in found:
        assert joined(text[label.passage.start : label.passage.end]) == label.passage.text
    return [label.value for label in found]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("1. Serious case review: Rowan: learning summary", ["Rowan"]),
        ("1. Child safeguarding practice review: Child A: review report", ["Child A"]),
        ("1. Child safeguarding practice review: Ash and Elm", ["Ash", "Elm"]),
        ("1. Child safeguarding practice review: Ash, Elm and Rowan", ["Ash", "Elm", "Rowan"]),
        ("1. Serious case review: Rowan 22 (full overview report)", ["Rowan 22"]),
        ("1. Serious case review: Family U.", ["Family U"]),
        ("1. Serious case review: in respect of Young Person F.", ["Young Person F"]),
        ("1. Serious case review into the death of Child B", ["Child B"]),
        ("1. Overview report: serious case review: Child C", ["Child C"]),
        ("1. Child safeguarding practice review: ‘Rowan’", ["Rowan"]),
        ("2018 - Anonymous- Children F, G and H", ["Child F", "Child G", "Child H"]),
        ("2024 – Weir – Extended child practice review: Twins A and B", ["Twin A", "Twin B"]),
        ("2022 – Anonymous – Thematic review: Babies Ash and Elm", ["Baby Ash", "Baby Elm"]),
        ("2012 – Anonymous – Child H1 and H2", ["Child H1", "Child H2"]),
        ("December 2013 - Eastmere - BDS12", ["BDS12"]),
        ("December 2014NSPCC on behalf of unnamed LSCB - Child C", ["Child C"]),
        ("2012Eastmere – Child J", ["Child J"]),
        ("2014 – Eastmere – Babies with injuries", ["Babies with injuries"]),
        ("2024 - Anonymous - DHR Sorrel", ["DHR Sorrel"]),
        ("2024 - Anonymous - DHR", ["DHR"]),
        ("2021 - Anonymous - DHR: Child I and Adult P", ["Child I", "Adult P"]),
        ("2021 - Anonymous - DHR Child I and Adult P", ["Child I", "Adult P"]),
        ("2021 - Anonymous - DARDR Adult P, Child I", ["Adult P", "Child I"]),
        ("2021 - Anonymous - DHR Adult P", ["DHR Adult P"]),
        ("2021 - Anonymous - DHR Ash and Elm", ["DHR Ash and Elm"]),
        ("2021 - Anonymous - Child A + Adult B", ["Child A", "Adult B"]),
        ("Baby Z SCR.", ["Baby Z"]),
        ("1. Learning review: Asha, Ren and another", ["Asha", "Ren"]),
        ("1. Learning review: Asha and two others", ["Asha"]),
        ("1. Learning review – twins: Ren & Ash", ["Ren", "Ash"]),
        ("1. Learning review – the two brothers: Ren and Ash", ["Ren", "Ash"]),
        ("1. Learning review: twins", ["twins"]),
        ("1. A boy unseen: learning from the life of Child Y: learning summary", ["Child Y"]),
        ("Baby C", ["Baby C"]),
        ("Child E4: serious case review", ["Child E4"]),
        ("Child J – Local Child Safeguarding Practice Review", ["Child J"]),
        ("Babies in hotels: thematic review", ["Babies in hotels"]),
        ("1. Thematic child safeguarding practice review: Babies in hotels", ["Babies in hotels"]),
        ("2025 - Eastmere - Single unified safeguarding review: Ash and Elm", ["Ash", "Elm"]),
        ("2025 - Eastmere - SUSR: Child A", ["Child A"]),
        ("2025 - Eastmere - DARDR Sorrel", ["DARDR Sorrel"]),
        ("Toddler Ash: overview report", ["Toddler Ash"]),
        ("1. Learning review: Cousins A and B", ["Cousin A", "Cousin B"]),
        ("2022 - Eastmere - Ash, Elm and unborn baby", ["Ash", "Elm", "unborn baby"]),
        ("2022 - Eastmere - Children A, B and an unborn sibling", ["Child A", "Child B", "an unborn sibling"]),
        ("2022 - Eastmere - Unborn Baby Ash", ["Unborn Baby Ash"]),
        ("1. Serious case review: K, L and M", ["K", "L", "M"]),
        ("2021/22 – Eastmere – Child 'K'", ["Child K"]),
        ("Extended child practice review: Child C 3/2017", ["Child C"]),
        ("1. Serious case review: Child ‘Ash’", ["Child Ash"]),
        ("1. Practice learning review: Ash and Elm", ["Ash", "Elm"]),
        ("1. Rapid review: Ash", ["Ash"]),
        ("1. Serious case review: Rowan [full overview report]", ["Rowan"]),
        ("1. Serious case review: Child A [executive summary]", ["Child A"]),
        ("CHILD P AND ADULT Q", ["CHILD P", "ADULT Q"]),
        ("CHILDREN P AND Q: SERIOUS CASE REVIEW", ["Child P", "Child Q"]),
        ("BABY ‘ROWAN’: LEARNING SUMMARY", ["BABY ROWAN"]),
        ("BABY ‘JUNIPER’: LEARNING SUMMARY", ["BABY JUNIPER"]),
        ("CHILD LW: LEARNING SUMMARY", ["CHILD LW"]),
        ("1. Serious case review: Family Q: in respect of Child Q1 and Child Q2", ["Family Q", "Child Q1", "Child Q2"]),
        ("1. Serious case review: Family Q (Child Q1): review report", ["Family Q", "Child Q1"]),
        ("2019 – Eastmere – Family T – Children A and B", ["Family T", "Child A", "Child B"]),
        ("1. Serious case review: Families A and B", ["Family A", "Family B"]),
        ("1. Serious case review no. 11: Ash", ["Ash"]),
        ("1. Serious case review, issue 4: Ash", ["Ash"]),
    ],
)
def test_labels_are_those_of_the_title(heading: str, expected: list[str]) -> None:
    assert labels_of(heading) == expected


def test_cousins_are_called_by_their_names_where_the_text_does_so() -> None:
    assert labels_of("Learning review: Cousins Ash and Elm", f"{BODY} Ash lived with Elm.") == ["Ash", "Elm"]


def test_a_name_stands_alone_where_the_text_uses_it_alone() -> None:
    heading = "1. Child Rowan: safeguarding practice review report"
    assert labels_of(heading) == ["Child Rowan"]
    assert labels_of(heading, f"{BODY} Rowan was known to the police.") == ["Rowan"]
    assert labels_of(heading, f"{BODY} Child Rowan was known to the police.") == ["Child Rowan"]
    assert labels_of("BABY 'ROWAN': LEARNING SUMMARY", f"{BODY} Rowan's aunt helped.") == ["ROWAN"]
    assert labels_of("1. Serious case review: Child A", f"{BODY} A social worker called.") == ["Child A"]


@pytest.mark.parametrize(
    ("heading", "review", "document"),
    [
        ("1. Serious case review: Rowan: learning summary", "serious-case-review", "learning-summary"),
        ("2025 - Eastmere - Single unified safeguarding review: Ash", "child-practice-review", None),
        ("2025 - Eastmere - Domestic abuse related death review: Ash", "domestic-homicide-review", None),
        ("1. Thematic serious case review: Babies in hotels", "serious-case-review", None),
        ("1. Child Rowan: safeguarding practice review report", "child-safeguarding-practice-review", "review-report"),
        ("1. Local child safeguarding practice review: Rowan", "child-safeguarding-practice-review", None),
        ("1. LCSPR: Child A", "child-safeguarding-practice-review", None),
        ("1. Serious case review: Rowan 22 (full overview report)", "serious-case-review", "overview-report"),
        ("1. Serious case review: Child A: executive summary", "serious-case-review", "executive-summary"),
        ("1. Serious case review: Child Alder: overview.", "serious-case-review", "overview-report"),
        (
            "1. Child safeguarding practice review: Child A: learning brief",
            "child-safeguarding-practice-review",
            "learning-brief",
        ),
        ("Baby Z SCR.", "serious-case-review", None),
        ("2024 – Weir – Extended child practice review: Child A", "child-practice-review", None),
        ("2024 – Weir – Child A: significant case review", "significant-case-review", None),
        ("2024 – Weir – Case management review: Rowan", "case-management-review", None),
        ("2024 - Anonymous - DHR Sorrel", "domestic-homicide-review", None),
        ("1. Safeguarding adult review: Ivor", "safeguarding-adult-review", None),
        ("Child K: learning review", "learning-review", None),
        ("Babies in hotels: thematic review", "thematic-review", None),
        ("Thematic learning review: Babies in hotels", "thematic-review", None),
        ("Baby C", None, None),
        ("2013 - Eastmere - Child T", None, None),
    ],
)
def test_kinds_are_those_the_title_names(heading: str, review: str | None, document: str | None) -> None:
    text = f"{heading}\n\n{BODY}\n"
    (block,) = blocks(text)
    kind, form = review_type(text, block.title, Passage(0, 0, "")), document_type(text, block)
    assert (kind and kind.value) == (ReviewType(review) if review else None)
    assert (form and form.value) == (DocumentType(document) if document else None)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Thematic review of five babies who were hurt.", "thematic-review"),
        (f"{BODY}\nModel: child practice review (concise), with a learning event.", "child-practice-review"),
        (f"{BODY}\n> Read the child safeguarding practice review", "child-safeguarding-practice-review"),
        (f"{BODY}\nRead serious case review (PDF)", "serious-case-review"),
        (f"{BODY}\nThe serious case review began late.\nRead the overview report", None),
        (
            f"{BODY} Ash is the focus of this local child safeguarding practice review.",
            "child-safeguarding-practice-review",
        ),
        (f"{BODY} An earlier serious case review had said so.", None),
        (f"Executive summary of a serious case review into the death of a boy. {BODY}", "serious-case-review"),
        (f"{BODY} The learning review was jointly commissioned by two boards.", "learning-review"),
        (f"{BODY} The significant case review found that nobody had asked.", "significant-case-review"),
        (f"{BODY} The learning review found this. The domestic homicide review found that.", None),
        (f"{BODY} In the end, the serious case review was held elsewhere.", None),
        (f"{BODY}\nModel: hybrid, unlike a child practice review.", None),
    ],
)
def test_a_kind_that_the_title_leaves_out_is_that_of_the_opening_the_model_or_the_link(
    rest: str, expected: str | None
) -> None:
    (review,) = extract(read_bytes("list.txt", f"2021 - Eastmere - Rowan\n{rest}\n".encode())).reviews
    assert (review.review_type and review.review_type.value) == expected


@pytest.mark.parametrize(
    ("heading", "area", "date"),
    [
        ("2013 - Carrow and Weir - Child T", "Carrow and Weir", "2013"),
        ("November 2013 - Eastmere - Child T", "Eastmere", "2013-11"),
        ("2012Eastmere – Child J", "Eastmere", "2012"),
        ("2019 – Anonymous - Rowan", None, "2019"),
        ("December 2014NSPCC on behalf of unnamed LSCB - Child C", None, "2014-12"),
        ("2016 – Child K", None, "2016"),
        ("2019 – Ostrey - Serious case review: Baby Bluebell", "Ostrey", "2019"),
        ("2019 – Stoke-under-Weir - Rowan", "Stoke-under-Weir", "2019"),
        ("1. Serious case review: Rowan", None, None),
    ],
)
def test_a_list_title_tells_the_area_and_the_date(heading: str, area: str | None, date: str | None) -> None:
    text = f"{heading}\n\n{BODY}\n"
    (block,) = blocks(text)
    where, when = place(text, block, ()), publication_date(text, block, ())
    assert (where and where.value, when and when.value.edtf) == (area, date)


@pytest.mark.parametrize("gap", [" ", "\n"], ids=["one line", "a line each"])
def test_a_library_record_tells_area_date_and_number(gap: str) -> None:
    fields = ("LSCB: Eastmere Safeguarding Children Board", "Author: A. Author", "Date of publication: March 2014")
    text = f"NC051234\nTitle: Baby Yew SCR.{gap}{gap.join(fields)}\nSummary: {BODY}"
    (block,) = blocks(text)
    parts = sections(text, block)
    where, when, number = place(text, block, parts), publication_date(text, block, parts), identifier(text, block)
    assert where and when and number
    assert (where.value, when.value.edtf, number.value) == ("Eastmere", "2014-03", "NC051234")
    form = document_type(text, block)
    assert form and form.value is DocumentType.CATALOGUE_RECORD


def test_a_partnership_page_tells_the_area_of_its_reviews() -> None:
    text = f"Skip to content\n\nQuillshire Safeguarding Children Partnership\n\nBaby C\n\n{BODY}"
    area = page_place(text, text.index("Baby C"))
    assert area and area.value == "Quillshire"
    both = text.replace("Quillshire", "Grŵp Quillshire\n\nQuillshire", 1)
    named = page_place(both, both.index("Baby C"))
    assert named and named.value == "Quillshire"
    assert page_place("Our Safeguarding Children Partnership met twice\n\n", 50) is None


@pytest.mark.parametrize(
    ("preamble", "heading", "date"),
    [
        (
            "Repository of reviews – July 2023\n\nIn July 2023 six were added",
            "Repository of reviews – July 2023",
            "2023-07",
        ),
        ("# Case reviews published in 2019", "Case reviews published in 2019", "2019"),
        ("Case reviews published in 2013 and 2014", "Case reviews published in 2013 and 2014", "2013/2014"),
        ("Skip to content\n\nOur reviews\n\nLast updated: 02 Sept 2025", "Our reviews", "2025-09-02"),
        ("Case review updates\n\nIn May 2021 two reviews were added this month", "Case review updates", "2021-05"),
        ("Case review updates", "Case review updates", None),
        ("", None, None),
    ],
)
def test_a_document_tells_its_title_and_when_it_was_issued(
    preamble: str, heading: str | None, date: str | None
) -> None:
    text = f"{preamble}\n\nBaby C\n\n{BODY}"
    end = text.index("Baby C")
    words = title(text, end)
    when = issued(text, words, end)
    assert (words and words.text, when and when.value.edtf) == (heading, date)


@pytest.mark.parametrize(
    ("preamble", "count", "sentence"),
    [
        ("In May 2021 five case reviews were published here featuring sleep and\nneglect\n\n", 5, "In May 2021 five"),
        ("Help is at hand. Twelve new case reviews have been added this month.\n", 12, "Twelve new"),
        ("In June 2022 **one** safeguarding practice review was published.\n", 1, "In June 2022"),
        ("This month the library has added six case reviews to its collection, featuring neglect.\n", 6, "This month"),
        ("Since it began, 40 case reviews have been published.\n", None, None),
        ("Of the three case reviews read in 2019, none is here.\n", None, None),
        ("In all, 1,200 case reviews have been published.\n", None, None),
    ],
)
def test_a_document_says_how_many_reviews_it_tells_of(preamble: str, count: int | None, sentence: str | None) -> None:
    text = f"{preamble}1. Serious case review: Baby Q\n\nFour case reviews were published before."
    said, told = announced(text, len(preamble)), abstract(text, len(preamble))
    assert (said and said.value) == count
    assert (told and told.text.startswith(sentence or "?")) == (sentence and True)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: 14 June 2023", "2023-06-14"),
        ("Published September 2022", "2022-09"),
        ("Published on 3rd May 2021.", "2021-05-03"),
        ("Date of publication: 02/11/2020", "2020-11-02"),
        ("**Publication date:** 2019", "2019"),
        ("Posted on 14 March 2022", "2022-03-14"),
        ("Published: Autumn 2018", "2018-23"),
        ("A leaflet was published in May 2019 and is on our page", None),
    ],
)
def test_a_line_below_the_title_tells_when_a_review_was_published(line: str, date: str | None) -> None:
    text = f"Child safeguarding practice review: Rowan\n\n{line}\n\n{BODY}\n"
    block = blocks(text)[0]
    found = publication_date(text, block, sections(text, block))
    assert (found.value.edtf if found else None) == date


@pytest.mark.parametrize(
    ("board", "area"),
    [
        ("Lough Avon Safeguarding Panel", "Lough Avon"),
        ("Kirkmuir Public Protection Partnership", "Kirkmuir"),
        ("Kirkmuir Adult Support and Protection Committee", "Kirkmuir"),
        ("Eastmere Child Protection Committee", "Eastmere"),
        ("Westmere Safeguarding Executive", "Westmere"),
        ("Eastmere Children's Safeguarding Board", "Eastmere"),
        ("Our reviews – Eastmere Safeguarding Partnership", "Eastmere"),
    ],
)
def test_whatever_the_board_is_called_its_area_is_the_place(board: str, area: str) -> None:
    found = page_place(f"{board}\n\nReviews\n\n", 60)
    assert found
    assert found.value == area


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("2021: Weir and Carrow: Child K", (["Child K"], "Weir and Carrow", "2021")),
        ("2021-Stoke-under-Weir-Child K", (["Child K"], "Stoke-under-Weir", "2021")),
        ("2021-Anonymous-Ash", (["Ash"], None, "2021")),
        ("2021 – Ash: overview report", (["Ash"], None, "2021")),
        ("Weir – Child K (2021)", (["Child K"], "Weir", "2021")),
        ("Weir - Child K - March 2021", (["Child K"], "Weir", "2021-03")),
        ("Ash – Child practice review", (["Ash"], None, None)),
        ("Child K – March 2021", (["Child K"], None, "2021-03")),
        ("Serious case review: Ash, 2021", (["Ash"], None, "2021")),
        (
            "Weir Safeguarding Children Partnership - Local Child Safeguarding Practice Review: Ash",
            (["Ash"], "Weir", None),
        ),
        ("Weir Safeguarding Children Board – Learning Review – Ash", (["Ash"], "Weir", None)),
        ("Weir LSCP: Child T: Rapid Review Learning Briefing", (["Child T"], "Weir", None)),
        ("Carrow-on-Weir – Child K", (["Child K"], "Carrow-on-Weir", None)),
        ("Carrow on the Weir: Child K", (["Child K"], "Carrow on the Weir", None)),
        ("Weir - Child K (learning summary)", (["Child K"], "Weir", None)),
        ("Spotlight on: Child K", (["Child K"], None, None)),
        ("Case Study: Child K", (["Child K"], None, None)),
        ("Name: Child K", (["Child K"], None, None)),
        ("Lessons from elsewhere: Child K (Weir SCP)", (["Child K"], "Weir", None)),
    ],
)
def test_place_and_date_may_stand_on_either_side_of_a_label(
    heading: str, expected: tuple[list[str], str | None, str | None]
) -> None:
    (review,) = extract(read_bytes("page.txt", f"{heading}\n\n{BODY}\n".encode())).reviews
    area, date = review.place and review.place.value, review.published and review.published.value.edtf
    assert ([label.value for label in review.labels], area, date) == expected


@pytest.mark.parametrize(
    ("title", "below", "expected"),
    [
        ("Child Ash – serious case review (published March 2023)", "", "2023-03"),
        ("Serious case review – Child Ash – Published: June 2019", "", "2019-06"),
        ("Child Ash: serious case review", "Date published: 12 May 2023\n\n", "2023-05-12"),
        ("Child Ash: serious case review", "Published in June 2019\nLead reviewer: B. Author\n\n", "2019-06"),
        ("Child Ash: serious case review", "", None),
    ],
)
def test_a_page_tells_in_the_title_or_below_it_when_a_review_was_published(
    title: str, below: str, expected: str | None
) -> None:
    (review,) = extract(read_bytes("page.txt", f"{title}\n\n{below}{BODY}\n".encode())).reviews
    assert (review.published and review.published.value.edtf) == expected
    assert review.summary and review.summary.text == BODY


@pytest.mark.parametrize("board", ["Child Protection Committee", "Regional Safeguarding Board", "Safeguarding Panel"])
def test_a_board_on_a_line_below_the_title_names_the_place(board: str) -> None:
    page = f"Serious case review: Child Ash\n\n{board}: Strathmere\nPublished: June 2018\n\n{BODY}\n"
    (review,) = extract(read_bytes("page.txt", page.encode())).reviews
    assert review.place and review.place.value == "Strathmere"
    assert review.summary and review.summary.text == BODY


@pytest.mark.parametrize(
    "board", ["Ollerdale Safeguarding Children Board", "Ollerdale LSCB", "Safeguarding Panel for Ollerdale"]
)
def test_a_board_that_no_field_names_is_the_place_of_a_library_record(board: str) -> None:
    record = f"NC40417\nSerious case review: Baby Quillan\n{board}\nDate of publication: 2016\nSummary: {BODY}\n"
    [review] = extract(read_bytes("records.txt", record.encode())).reviews
    assert review.place is not None
    assert review.place.value == "Ollerdale"
    assert review.summary is not None
    assert board not in review.summary.text


def test_a_summary_that_tells_of_reviewers_is_kept_whole() -> None:
    story = "Reviewers spoke to the mother of a boy who\nhad died. Published plans were not kept."
    (review,) = extract(read_bytes("page.txt", f"Child Ash: serious case review\n\n{story}\n".encode())).reviews
    assert review.summary and review.summary.text == " ".join(story.split())


def test_a_board_may_name_its_area_last() -> None:
    title = "NC61204\nTitle: Serious case review: Ash. LSCB: Safeguarding Board for Strathmere Author: A. B."
    (review,) = extract(read_bytes("records.txt", f"{title}\nSummary: {BODY}".encode())).reviews
    assert review.place and review.place.value == "Strathmere"


@pytest.mark.parametrize(
    ("lead_in", "area"),
    [
        ("Recommendations for Weir and Carrow Safeguarding Children Partnership include:", "Weir and Carrow"),
        ("Recommendations to the Strathmere Child Protection Committee include:", "Strathmere"),
        ("Recommendations for Eastmere LSCB include:", "Eastmere"),
        ("Recommendations for the Safeguarding Children Partnership include:", None),
        ("Recommendations for Local Safeguarding Children Boards include:", None),
        ("Recommendations for Weir Hospital include:", None),
    ],
)
def test_the_board_that_recommendations_are_for_names_the_place_of_a_review_that_has_no_other(
    lead_in: str, area: str | None
) -> None:
    text = f"1. Serious case review: Ash\n\n{BODY}\n\n{lead_in} Carrow Safeguarding Board to rest; and staff to walk.\n"
    (review,) = extract(read_bytes("digest.txt", text.encode())).reviews
    assert (review.place and review.place.value) == area


@pytest.mark.parametrize(
    ("below", "area", "date"),
    [
        ("Published: 12 May 2023 | Author: B. Person | Partnership: Weir Safeguarding Board", "Weir", "2023-05-12"),
        ("Date: June 2023\nLocal authority: Carrow and Weir", "Carrow and Weir", "2023-06"),
        ("Type of harm: neglect\n\nYear: 2021", None, "2021"),
        ("Area: not named", None, None),
    ],
)
def test_fields_below_a_title_are_read_and_are_no_part_of_the_story(
    below: str, area: str | None, date: str | None
) -> None:
    text = f"Child Ash: serious case review\n\n{below}\n\nOverview: {BODY}\n"
    (review,) = extract(read_bytes("page.txt", text.encode())).reviews
    assert (review.place and review.place.value, review.published and review.published.value.edtf) == (area, date)
    assert review.summary and review.summary.text == BODY


@pytest.mark.parametrize("story", ["Place of safety: he had none.", "Harm came to him in May 2019: a burn."])
def test_a_story_with_a_colon_is_no_field(story: str) -> None:
    (review,) = extract(read_bytes("page.txt", f"Baby C\n\n{BODY} {story}\n".encode())).reviews
    assert review.summary and review.summary.text == f"{BODY} {story}"


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ("CPC: Weirdale Child Protection Committee Author: A. Loom", "Weirdale"),
        ("Child protection committee: Weirdale Child Protection Committee Author: A. Loom", "Weirdale"),
        ("SAB: Weirdale Safeguarding Adults Board Author: A. Loom", "Weirdale"),
        ("RSCB: Weirdale Regional Safeguarding Children Board", "Weirdale"),
        ("Author: Weirdale Safeguarding Panel", "Weirdale"),
        ("LSCB: Weirdale LSCB Author: Eastmere Safeguarding Panel", "Weirdale"),
        ("Author: Alda Weirdale", None),
        ("LSCB: Unnamed LSCB Author: A. Loom", None),
    ],
)
def test_a_library_records_place_is_that_of_its_board_or_of_a_board_that_is_its_author(
    fields: str, named: str | None
) -> None:
    text = f"NC012345\nTitle: Case management review: Osric. {fields} Date of publication: 2013\nSummary: {BODY}\n"
    block = blocks(text)[0]
    found = place(text, block, sections(text, block))
    assert (found.value if found else None) == named
    assert [label.value for label in labels(text, block)] == ["Osric"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("1. Child safeguarding practice review: ‘Osric’ and ‘Ferelith’", ["Osric", "Ferelith"]),
        ("2019 – Anonymous – “Osric”, “Ferelith” and “Ash”", ["Osric", "Ferelith", "Ash"]),
    ],
)
def test_names_in_quotation_marks_of_their_own_are_labels_of_their_own(heading: str, expected: list[str]) -> None:
    assert labels_of(heading) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Local child safeguarding practice reviews", "child-safeguarding-practice-review"),
        ("Our serious case reviews", "serious-case-review"),
        ("Child practice reviews published in 2021", "child-practice-review"),
        ("Learning from serious case reviews in the county", None),
        ("Case reviews published in 2021", None),
    ],
)
def test_a_page_of_one_kind_of_review_says_the_kind_of_each_that_names_none(heading: str, expected: str | None) -> None:
    page = f"{heading}\n\nRowan\n\n{BODY}\n\nElm: thematic review\n\n{BODY}\n"
    first, second = extract(read_bytes("page.txt", page.encode())).reviews
    assert (first.review_type and first.review_type.value) == expected
    assert second.review_type is not None
    assert second.review_type.value is ReviewType.THEMATIC_REVIEW


def test_a_line_below_one_of_background_that_opens_as_a_summary_does_is_the_summary() -> None:
    page = f"2021 - Eastmere - Rowan\nBackground: Rowan lived with an aunt; and had been ill in 2016.\n{BODY}\n"
    (review,) = extract(read_bytes("list.txt", page.encode())).reviews
    assert review.summary is not None
    assert review.summary.text == BODY


@pytest.mark.parametrize("name", ["Type of review", "Kind of review", "Review type", "Type"])
def test_a_line_below_the_title_tells_the_kind_of_review(name: str) -> None:
    kinds = "Rapid review, then a local child safeguarding practice review"
    page = f"Child Ash\n\n{name}: {kinds}\nDate: May 2022\n\n{BODY}\n"
    (review,) = extract(read_bytes("page.txt", page.encode())).reviews
    kind = ReviewType.CHILD_SAFEGUARDING_PRACTICE_REVIEW
    assert review.review_type and review.review_type.value is kind


def test_a_post_tells_when_and_by_whom_it_was_written() -> None:
    page = f"Child Ash: serious case review\n\nPosted on 6 May 2021 by the training officer\n\n{BODY}\n"
    (review,) = extract(read_bytes("page.txt", page.encode())).reviews
    assert review.published and review.published.value.edtf == "2021-05-06"
    assert review.summary and review.summary.text == BODY


@pytest.mark.parametrize("part", ["Learning points", "Findings", "What happened"])
def test_a_part_of_a_review_that_names_its_child_is_no_title(part: str) -> None:
    page = f"Child K\n\n{BODY}\n\n{part}: Child K\n\nNobody asked Child K where he slept or who had a key.\n"
    assert [review.title.text for review in extract(read_bytes("page.txt", page.encode())).reviews] == ["Child K"]


@pytest.mark.parametrize("what", ["The newsletter of the", "Thinking aloud: the blog of", "Our reviews –"])
def test_a_page_may_say_what_it_is_before_whose_it_is(what: str) -> None:
    heading = f"{what} Weir and Carrow Safeguarding Children Partnership\n\nReviews\n\n"
    found = page_place(heading, len(heading))
    assert found and found.value == "Weir and Carrow"


@pytest.mark.parametrize(
    ("below", "area", "date"),
    [
        ("Published by: Weir Safeguarding Children Partnership, 2024", "Weir", "2024"),
        ("Published by: Weir and Carrow SCP, June 2024\nAuthor: A. Loom", "Weir and Carrow", "2024-06"),
        ("Publisher: Carrow Borough Council (May 2024)", "Carrow", "2024-05"),
        ("Published by: Anonymous, 2024", None, "2024"),
        ("Area: Not Disclosed\nPublished by: an unnamed partnership, Autumn 2024", None, "2024-23"),
    ],
)
@pytest.mark.parametrize("number", ["NC90417\n", ""])
def test_who_published_a_review_and_when_may_stand_below_its_title_and_its_number(
    below: str, area: str | None, date: str | None, number: str
) -> None:
    page = (
        f"1. Local child safeguarding practice review: Ash: full report\n{number}{below}\nDeath of a boy in a flat.\n"
    )
    (review,) = extract(read_bytes("digest.txt", page.encode())).reviews
    assert (review.place and review.place.value, review.published and review.published.value.edtf) == (area, date)
    assert (review.identifier and review.identifier.value) == (number.strip() or None)
    assert review.summary and review.summary.text == "Death of a boy in a flat."
    assert review.incident.date is None


@pytest.mark.parametrize("name", ["Area", "Local authority", "Region"])
@pytest.mark.parametrize(
    ("named", "area"), [("Weir and the Carrow Isles", "Weir and the Carrow Isles"), ("withheld", None)]
)
def test_a_record_may_give_the_area_below_its_title(name: str, named: str, area: str | None) -> None:
    page = f"Title: Learning review: Ash, Elm and Yew\n{name}: {named}\nDate: May 2024\nSummary: {BODY}\n"
    (review,) = extract(read_bytes("records.txt", page.encode())).reviews
    assert review.title.text == "Learning review: Ash, Elm and Yew"
    assert [label.value for label in review.labels] == ["Ash", "Elm", "Yew"]
    assert (review.place and review.place.value) == area


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("1. Child safeguarding practice review: Siblings in Family Yew", ["Family Yew"]),
        ("1. Serious case review: the three children of Family Q", ["Family Q"]),
        ("1. Serious case review: Baby Elm and her unborn brother", ["Baby Elm"]),
        ("1. Case management review: 'Osric and Family': learning report", ["Osric"]),
        ("1. Case management review: Osric and siblings", ["Osric"]),
        ("## Child practice review: WRSB 02/2021: the lived experiences of Osric and Elm", ["Osric", "Elm"]),
        ("## Child practice review: WRSB 02/2021: the story of Osric", ["Osric"]),
        ("## Child practice review: WRSB 02/2021 – Osric", ["Osric"]),
        ("## Concise child practice review: WRSB 02/2021", ["WRSB 02/2021"]),
        ("## Concise child practice review: Child C 2/2021", ["Child C"]),
    ],
)
def test_labels_are_told_from_relatives_series_and_references(heading: str, expected: list[str]) -> None:
    assert labels_of(heading) == expected


@pytest.mark.parametrize("series", ["Rapid learning", "Joint review learning"])
def test_what_counts_learning_before_a_name_is_no_label(series: str) -> None:
    story = f"{BODY} Learning includes: registers; and lifts.\nRead briefing (PDF)\n\n"
    page = f"1. Serious case review: Ash\n{story}2. {series}: Osric: 7-minute briefing\n{story}"
    _, second = extract(read_bytes("digest.txt", page.encode())).reviews
    assert [label.value for label in second.labels] == ["Osric"]


RECORD = """Title:          {title}
Corporate body: {board}
Date:           {date}
Pages:          12
Abstract:       Wren was 15 when she died in May 2017. Learning includes: letters
                went astray; and nobody rang.
Keywords:       letters
Shelfmark:      A/12
"""


@pytest.mark.parametrize(
    ("board", "date", "area", "published"),
    [
        ("Eastmere Community Safety Partnership", "2018-05", "Eastmere", "2018-05"),
        ("Safeguarding Board for Weir", "2018-05-02", "Weir", "2018-05-02"),
        ("[Unnamed safeguarding board]", "2011-12", None, "2011"),
    ],
)
def test_a_record_may_give_each_field_a_line_right_below_the_title(
    board: str, date: str, area: str | None, published: str
) -> None:
    text = RECORD.format(title="Domestic homicide review: Wren.", board=board, date=date)
    (review,) = extract(read_bytes("records.txt", text.encode())).reviews
    assert review.title.text == "Domestic homicide review: Wren."
    assert [label.value for label in review.labels] == ["Wren"]
    assert (review.place.value if review.place else None) == area
    assert review.published is not None
    assert review.published.value.edtf == published


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Another look: what we learned about Wren.", "Wren"),
        ("The weeks after: why we need to talk about Wren", "Wren"),
        ("Another look: what we learned about Tern.", "Another look"),
    ],
)
def test_a_title_may_say_whom_it_is_about_behind_a_colon_if_the_text_does(title: str, label: str) -> None:
    text = RECORD.format(title=title, board="Weir Safeguarding Board", date="2018")
    assert [each.value for each in labels(text, blocks(text)[0])] == [label]


@pytest.mark.parametrize("kind", ["Serious case review, executive summary", "Child practice review: overview report"])
def test_a_kind_alone_that_ends_a_summary_begins_no_other_review(kind: str) -> None:
    lists = "Learning: fires were set.\nRecommendations include: the fire service to tell schools of families at risk."
    text = f"2014 - Eastmere - Osric\n{BODY} {'Nobody came. ' * 12}{kind}.\n{lists}\n"
    [review] = extract(read_bytes("list.txt", text.encode())).reviews
    assert review.title.text == "2014 - Eastmere - Osric"
    assert len(review.recommendations) == 1


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("We carried out a local child safeguarding\npractice review.", ReviewType.CHILD_SAFEGUARDING_PRACTICE_REVIEW),
        ("A serious case review was held because two agencies had been told.", ReviewType.SERIOUS_CASE_REVIEW),
        ("A serious case review was held in 2004, when his brother died.", None),
        ("We carried out a review of our training.", None),
        ("Nobody was charged. Serious case review, executive summary.", ReviewType.SERIOUS_CASE_REVIEW),
        ("Nobody was charged. Learning review.", ReviewType.LEARNING_REVIEW),
        ("Nobody was charged. Serious case reviews of 2009 are on another page.", None),
    ],
)
def test_a_summary_may_say_what_kind_of_review_was_carried_out(said: str, expected: ReviewType | None) -> None:
    [review] = extract(read_bytes("page.txt", f"2019 - Eastmere - Osric\n{BODY} {said}\n".encode())).reviews
    assert (review.review_type.value if review.review_type else None) == expected

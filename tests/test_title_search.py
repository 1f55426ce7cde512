"""Labels and kinds of review in a document, looked for around the words they hold. Every text here is invented."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.titles.listed_dates import LISTED, listed_dates
from kg.extract.titles.search import label_matches, review_type_matches
from kg.extract.titles.words import LABELS, REVIEW_TYPE

TITLE_WORDS = st.sampled_from(
    [
        "Child",
        "child",
        "A",
        "and",
        "B2",
        "Young",
        "People",
        "young person",
        "grandmother",
        "Kubus",
        "SCR",
        "the",
        "Twins",
    ]
)


@given(st.lists(st.tuples(TITLE_WORDS, st.sampled_from([" ", "\n", "  ", ""])), max_size=60))
def test_labels_are_the_same_when_looked_for_around_the_words_before_them(
    words: list[tuple[str, str]],
) -> None:
    text = "".join(word + gap for word, gap in words)
    assert [found.span() for found in label_matches(text)] == [found.span() for found in LABELS.finditer(text)]


def test_kinds_of_review_are_found_wherever_they_stand() -> None:
    text = "A serious case review. " + "x " * 200 + "An extended child practice review and a SCR; a DHR.\n" * 3
    assert [found.span() for found in review_type_matches(text)] == [
        found.span() for found in REVIEW_TYPE.finditer(text)
    ]
    assert len(list(review_type_matches(text))) == 10
    assert not list(review_type_matches("Nothing of the kind."))


KIND_WORDS = (
    "serious case child practice management safeguarding adults adult domestic homicide abuse related death thematic "
    "Themed learning significant single unified national Review review reviews REVIEW panel SCR the this"
)


@given(
    st.lists(
        st.tuples(st.sampled_from(KIND_WORDS.split()), st.sampled_from([" ", "\n", "  ", "\n  ", ". "])), max_size=60
    )
)
def test_kinds_of_review_are_the_same_when_looked_for_before_that_word(words: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in words)
    found = [match.span() for match in review_type_matches(text)]
    assert found == [match.span() for match in REVIEW_TYPE.finditer(text)]


DATE_WORDS = st.sampled_from(
    ["5", "31", "2019", "1998", "12019", "May", "Sept", "September", "–", "-", "/", "Katie", "in"]
)


@given(st.lists(st.tuples(DATE_WORDS, st.sampled_from([" ", "\n", " " * 12, ""])), max_size=60))
def test_dates_are_the_same_when_looked_for_before_years(words: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in words)
    assert [found.span() for found in listed_dates(text)] == [found.span() for found in LISTED.finditer(text)]

"""From a document to its reviews: the sample and the example files, read to the last character of their labels."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import NoReviewError, extract
from kg.model import Digest, Item, Passage, Review, joined
from kg.read import read, read_bytes
from kg.to_json import as_json

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
FILES = [*(ROOT / "data").glob("*/*.txt"), *(GOLD / "dev").glob("*.txt")]
INFERRED = "(inferred"  # the labels' reader guessed a place from "pan-London"; what is not stated is absent here


def gold_of(path: Path) -> list[dict[str, Any]]:
    beside = path.with_suffix(".gold.json")
    labels: list[dict[str, Any]] = json.loads(
        (beside if beside.exists() else GOLD / beside.name).read_text(encoding="utf-8")
    )
    return labels


def level(text: str | None) -> str:
    return joined((text or "").translate(str.maketrans("‘’“”–", "''\"\"-")).replace("*", "")).strip(" .").lower()


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def labelled(request: pytest.FixtureRequest) -> tuple[Digest, list[dict[str, Any]]]:
    return extract(read(request.param)), gold_of(request.param)


def pairs(labelled: tuple[Digest, list[dict[str, Any]]]) -> Iterator[tuple[Review, dict[str, Any]]]:
    return zip(labelled[0].reviews, labelled[1], strict=True)


def test_every_review_is_found_and_none_invented(labelled: tuple[Digest, list[dict[str, Any]]]) -> None:
    assert [level(review.title.text) for review in labelled[0].reviews] == [
        level(gold["title"]) for gold in labelled[1]
    ]


def test_titles_tell_what_the_labels_tell(labelled: tuple[Digest, list[dict[str, Any]]]) -> None:
    for review, gold in pairs(labelled):
        stated = as_json(Digest(labelled[0].document, (review,)))["reviews"][0]
        assert sorted(stated["labels"]) == sorted(gold["labels"]), gold["id"]
        assert stated["review_type"] == gold["review_type"], gold["id"]
        assert stated["published"] == gold["published"], gold["id"]
        assert sorted(map(level, stated["keywords"])) == sorted(map(level, gold["keywords"])), gold["id"]
        assert INFERRED in (gold["place"] or "") or level(stated["place"]) == level(gold["place"]), gold["id"]
        if "document_type" in gold:
            assert stated["document_type"] == gold["document_type"], gold["id"]


@pytest.mark.parametrize("kind", ["learning", "recommendations"])
def test_every_list_has_the_items_of_the_labels(labelled: tuple[Digest, list[dict[str, Any]]], kind: str) -> None:
    for review, gold in pairs(labelled):
        items: tuple[Item, ...] = getattr(review, kind)
        heads = [level(item["head"]) for item in gold[kind]["items"]]
        assert len(items) == gold[kind]["count"], gold["id"]
        for item, head in zip(
            items, heads, strict=True
        ):  # 40 characters: the words before some items are items to some
            assert head in level(item.passage.text)[: len(head) + 40], gold["id"]


def test_every_passage_is_the_words_at_its_offsets(labelled: tuple[Digest, list[dict[str, Any]]]) -> None:
    text = labelled[0].document.text
    for words in passages(labelled[0]):
        assert joined(text[words.start : words.end]) == words.text
        assert words.text


def passages(digest: Digest) -> Iterator[Passage]:
    for review in digest.reviews:
        yield from (review.title, *(item.passage for item in review.items), *review.keywords)
        yield from (link.passage for link in review.links)
        yield from (theme.passage for item in review.items for theme in item.themes)
        for fact in as_json(Digest(digest.document, (review,)))["reviews"][0]["evidence"]:
            yield Passage(fact["start"], fact["end"], fact["quote"])


def test_the_sample_digest_is_read_whole() -> None:
    digest = extract(read(ROOT / "data" / "sample" / "nspcc-2023-07.txt"))
    assert digest.title and digest.title.text == "NSPCC Repository – July 2023"
    assert digest.issued and digest.issued.value.edtf == "2023-07"
    assert sum(len(review.learning) for review in digest.reviews) == 41
    assert sum(len(review.recommendations) for review in digest.reviews) == 31
    kinds = [review.document_type and review.document_type.value for review in digest.reviews]
    assert kinds == ["learning-summary", "review-report", None, None, "review-report", "overview-report"]
    assert [link.passage.text for review in digest.reviews for link in review.links] == [
        "Read learning review (PDF)",
        *["Read practice review (PDF)"] * 4,
        "Read overview report (PDF)",
    ]


def test_an_item_over_a_page_break_keeps_its_characters() -> None:
    document = read(ROOT / "data" / "sample" / "nspcc-2023-07.txt")
    item = extract(document).reviews[1].learning[6].passage
    assert item.text == "professionals need to be empowered to challenge each other"
    assert "\n\n" in document.text[item.start : item.end]


@pytest.mark.parametrize("name", ["nspcc-2023-07.txt"])
def test_reading_twice_gives_the_same(name: str) -> None:
    document = read(ROOT / "data" / "sample" / name)
    assert extract(document) == extract(document)


def test_a_document_without_reviews_says_so_in_one_line() -> None:
    with pytest.raises(NoReviewError, match=r"^minutes\.txt holds no review: [^\n]*$"):
        extract(read_bytes("minutes.txt", b"Minutes of the parish council\n\nThe hedge was discussed."))


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
        "pens",
        "a",
        "the",
        "of",
        "with",
        "in",
    ]
)
ITEM = st.lists(WORD, min_size=1, max_size=8).map(lambda words: " ".join(["use", *words]))
LISTED = st.lists(ITEM, min_size=1, max_size=5)
TITLE = st.sampled_from(
    ["{n}. Serious case review: Rowan", "2019 – Eastmere – Child {n}X", "**Baby A{n}**", "Child A{n}: learning review"]
)
SPACE = st.sampled_from([" ", "\n", "  "])


@given(st.lists(st.tuples(LISTED, LISTED), min_size=1, max_size=4), TITLE, st.sampled_from(["", "**"]), st.data())
def test_an_invented_digest_is_read_at_its_offsets(
    reviews: list[tuple[list[str], list[str]]], heading: str, bold: str, data: st.DataObject
) -> None:
    def printed(words: list[str]) -> str:
        return "".join(part + data.draw(SPACE) for part in "; and ".join(words).split(" ")).strip()

    text = "Invented digest\n\n" + "\n\n".join(
        f"{heading.format(n=number)}\n\nDeath of a boy in May 2019. "
        f"{bold}Learning includes:{bold} {printed(learning)}. "
        f"{bold}Recommendations include:{bold} {printed(asked)}.\n\nOther resources Read practice review (PDF)"
        for number, (learning, asked) in enumerate(reviews, 1)
    )
    digest = extract(read_bytes("invented.txt", text.encode()))
    got = [([i.passage.text for i in r.learning], [i.passage.text for i in r.recommendations]) for r in digest.reviews]
    assert got == reviews
    for words in passages(digest):
        assert joined(digest.document.text[words.start : words.end]) == words.text


def test_a_catalogue_number_is_no_title_of_its_document() -> None:
    text = "NC000001\nTitle: Serious case review: Child Elm. Summary: Death of a 3-month-old girl in May 2015."
    found = extract(read_bytes("records.txt", text.encode()))
    assert found.title is None
    assert [review.identifier.value for review in found.reviews if review.identifier] == ["NC000001"]

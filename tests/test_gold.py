"""The gold labels are sound: what they point at is printed, codes are known, and the sets are independent."""

import json
import re
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from kg.codes import Action, Addressee, DocumentType, Harm, Relation, ReviewType, Sex
from kg.model.ages import Age
from kg.model.dates import PartialDate
from kg.vocabulary import themes
from scripts import theme_weights

GOLD = Path(__file__).parent / "gold"
THEMES = Path(__file__).parents[1] / "ontology" / "themes.ttl"
HALVES = ("dev", "heldout")
SETS = (
    "dev",
    "dev2",
    "dev3",
    "dev4",
    "dev5",
    "dev6",
    "dev7",
    "dev8",
    "dev9",
    "dev10",
    "dev11",
    "dev12",
    "dev13",
    "dev14",
    "dev15",
    "heldout",
    "heldout2",
    "heldout3",
    "heldout4",
    "heldout5",
    "heldout6",
)
BY_OTHERS = (
    "dev5",
    "dev6",
    "dev7",
    "dev8",
    "dev9",
    "dev10",
    "dev11",
    "dev12",
    "dev13",
    "dev14",
    "dev15",
    "heldout2",
    "heldout3",
    "heldout4",
    "heldout5",
    "heldout6",
)  # by authors who saw no other set, so that a "Child L" may come twice
WITH_FACTS = ("dev", "dev2", "dev3", "heldout")  # dev4 is labelled for its themes
MANIFEST: dict[str, Any] = json.loads((GOLD / "manifest.json").read_text(encoding="utf-8"))
NAMES = tuple(
    sorted(path.relative_to(GOLD).with_suffix("").as_posix() for part in SETS for path in (GOLD / part).glob("*.txt"))
)
Label = dict[str, Any]


def folded(text: str) -> str:
    return " ".join(text.split())


def text_of(name: str) -> str:
    """The words of a text, without the mark before each line that a mail quotes."""
    return folded(re.sub(r"^> ?", "", (GOLD / f"{name}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE))


def labels_of(name: str) -> list[Label]:
    labels: list[Label] = json.loads((GOLD / f"{name}.gold.json").read_text(encoding="utf-8"))
    return labels


def reviews_of(half: str) -> list[Label]:
    return [review for name in NAMES if name.startswith(f"{half}/") for review in labels_of(name)]


def items_of(review: Label) -> list[Label]:
    return [*review["learning"]["items"], *review["recommendations"]["items"]]


def sentences(half: str) -> set[str]:
    return {part for name in NAMES if name.startswith(f"{half}/") for part in parts(text_of(name))}


def parts(text: str) -> set[str]:
    return {folded(part).lower() for part in re.split(r"[.;:?!]", text) if len(part.split()) >= 8}


def names_in(half: str) -> set[str]:
    reviews = reviews_of(half)
    return {label for review in reviews for label in review["labels"]} | {r["place"] for r in reviews if r["place"]}


def unknown(values: list[str | None], codes: type[StrEnum]) -> set[str]:
    return {value for value in values if value is not None} - set(codes)


@pytest.mark.parametrize("name", NAMES)
def test_titles_and_heads_are_printed_in_the_order_of_the_labels(name: str) -> None:
    text, place = text_of(name), 0
    for review in labels_of(name):
        below = printed_after(text, review["title"], place)
        for kind in ("learning", "recommendations"):  # which of the two comes first may differ
            place = below + len(review["title"])
            for item in review[kind]["items"]:
                place = printed_after(text, item["head"], place)


def printed_after(text: str, words: str, place: int) -> int:
    found = text.find(words, place)
    assert found >= 0, words
    return found


@pytest.mark.parametrize("name", NAMES)
def test_keywords_are_printed(name: str) -> None:
    text = text_of(name)
    assert [word for review in labels_of(name) for word in review["keywords"] if word not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_counts_are_those_of_the_items(name: str) -> None:
    parts = [review[kind] for review in labels_of(name) for kind in ("learning", "recommendations")]
    assert [part["count"] for part in parts] == [len(part["items"]) for part in parts]


@pytest.mark.parametrize("name", NAMES)
def test_every_code_is_in_its_list(name: str) -> None:
    for review in labels_of(name):
        recommendations = review["recommendations"]["items"]
        assert unknown([review["review_type"]], ReviewType) == set()
        assert unknown([review["document_type"]], DocumentType) == set()
        assert unknown([*review["harms"], *review["harms_either"], *review["hedged_harms"]], Harm) == set()
        assert unknown([*review["perpetrators"], *review["perpetrators_either"]], Relation) == set()
        assert unknown([child["sex"] for child in review["children"]], Sex) == set()
        actions = [code for item in recommendations for code in item.get("action_types", ())]
        addressees = [code for item in recommendations for code in item.get("addressee_types", ())]
        assert unknown(actions, Action) == unknown(addressees, Addressee) == set()


@pytest.mark.parametrize("name", NAMES)
def test_ages_and_dates_are_written_as_the_model_reads_them(name: str) -> None:
    for review in labels_of(name):
        for child in review["children"]:
            assert child["age"] is None or Age(child["age"]).iso == child["age"]
        for date in (review["published"], review["incident_date"], *review.get("incident_date_or", ())):
            assert date is None or PartialDate(date).earliest <= PartialDate(date).latest


def test_every_theme_is_in_the_scheme() -> None:
    known = set(re.findall(r"^theme:([a-z0-9-]+)\s+a\s+skos:Concept", THEMES.read_text(encoding="utf-8"), re.MULTILINE))
    used = {
        theme
        for name in SETS
        for review in reviews_of(name)
        for part in (review, *items_of(review))
        for theme in (*part.get("themes", ()), *part.get("themes_either", ()))
    }
    assert used - known == set()


@pytest.mark.parametrize("half", SETS)
def test_what_both_readers_saw_is_kept_apart_from_what_one_saw(half: str) -> None:
    for review in reviews_of(half):
        for kind in ("themes", "harms", "perpetrators"):
            assert set(review.get(kind, ())) & set(review[f"{kind}_either"]) == set(), review["id"]
        assert set(review["hedged_harms"]) <= set(review["harms"]), review["id"]
        assert {theme for item in items_of(review) for theme in item.get("themes", ())} <= set(
            review.get("themes", ())
        ), review["id"]


@pytest.mark.parametrize("part", SETS)
def test_themes_are_labelled_of_all_reviews_of_a_set_or_it_is_said_that_it_has_none(part: str) -> None:
    row = re.search(rf"^\| `{part}/` .*", (GOLD / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert row is not None
    has_none = row[0].endswith("; no themes |")
    assert {"themes" in review for review in reviews_of(part)} == {not has_none}
    assert not has_none or not any("themes" in item for review in reviews_of(part) for item in items_of(review))


def test_ids_are_unique() -> None:
    ids = [review["id"] for name in SETS for review in reviews_of(name)]
    assert len(ids) == len(set(ids)) >= 64


def test_the_manifest_names_every_file_and_how_many_reviews_it_holds() -> None:
    assert {name: entry["reviews"] for name, entry in MANIFEST["files"].items()} == {
        name: len(labels_of(name)) for name in NAMES
    }


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_every_layout(half: str) -> None:
    covered = {
        layout
        for name, entry in MANIFEST["files"].items()
        if name.startswith(f"{half}/")
        for layout in entry["layouts"]
    }
    assert covered == set(MANIFEST["layouts"])


@pytest.mark.parametrize("part", WITH_FACTS)
def test_each_set_has_every_harm_and_every_relation(part: str) -> None:
    reviews = reviews_of(part)
    assert {code for review in reviews for code in review["harms"]} == set(Harm)
    assert {code for review in reviews for code in review["perpetrators"]} == set(Relation)


@pytest.mark.parametrize(("one", "other"), tuple(combinations(SETS, 2)))
def test_no_sentence_is_in_two_sets(one: str, other: str) -> None:
    assert sentences(one) & sentences(other) == set()


@pytest.mark.parametrize(("one", "other"), tuple(combinations([each for each in SETS if each not in BY_OTHERS], 2)))
def test_no_pseudonym_and_no_place_is_in_two_sets(one: str, other: str) -> None:
    assert names_in(one) & names_in(other) == set()


def test_a_head_is_the_first_words_of_an_item() -> None:
    heads = [item["head"] for name in SETS for review in reviews_of(name) for item in items_of(review)]
    assert [head for head in heads if not 0 < len(head.split()) <= 6] == []


@pytest.mark.parametrize("file", sorted((GOLD / "reviews").glob("*.tsv")), ids=lambda file: file.stem)
def test_lines_of_reviews_are_of_a_kind_and_name_themes_of_the_scheme(file: Path) -> None:
    lines = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
    assert {line[0] for line in lines} <= set("TSLRK")
    labelled = [line for line in lines if line[0] != "T"]
    assert [line for line in labelled if len(line) != 3 or not line[1].strip()] == []
    assert {name for _, _, names in labelled for name in names.split(",")} - {"-"} <= set(themes())


@pytest.mark.parametrize("held_out", [name for name in SETS if name.startswith("heldout")])
def test_no_line_that_is_learned_from_is_in_what_is_held_out(held_out: str) -> None:
    examples = (*theme_weights.sentences(), *theme_weights.labelled_lines())
    learned = {part for example in examples for part in parts(example.text)}
    assert len(learned) > 10_000
    assert learned & sentences(held_out) == set()

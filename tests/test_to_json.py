"""What `kg extract --format json` prints has the shape of the contract, and every fact its words."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.extract import extract
from kg.model import Digest, SourceDocument
from kg.read import read
from kg.to_json import as_json

SAMPLE = Path(__file__).parents[1] / "data" / "sample" / "nspcc-2023-07.txt"
TEXT, NUMBER = (str, type(None)), (int,)
CHILD = {"label": TEXT, "sex": TEXT, "age": TEXT, "age_text": TEXT, "age_band": TEXT, "count": NUMBER}
INCIDENT = {"outcome": TEXT, "harms": [str], "hedged_harms": [str], "date": TEXT, "date_text": TEXT}
THEME = {"theme": str, "confidence": (float, int), "start": int, "end": int, "quote": str}
ITEM = {"text": str, "start": int, "end": int, "themes": [THEME]}
ASKED = ITEM | {"actions": [str], "addressees": [str], "addressee_text": TEXT, "strength": TEXT}
REVIEW = {
    "number": int,
    "title": str,
    "labels": [str],
    "identifier": TEXT,
    "review_type": TEXT,
    "document_type": TEXT,
    "place": TEXT,
    "published": TEXT,
    "children": [CHILD],
    "incident": INCIDENT,
    "alleged_perpetrators": [{"relation": str, "text": str}],
    "learning": [ITEM],
    "recommendations": [ASKED],
    "keywords": [str],
    "links": [{"text": str, "url": TEXT}],
    "evidence": [{"fact": str, "value": str, "start": int, "end": int, "quote": str}],
}


def fits(value: Any, shape: Any) -> bool:  # noqa: ANN401
    if isinstance(shape, dict):
        return all(key in value and fits(value[key], inner) for key, inner in shape.items())
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(one, shape[0]) for one in value)
    return isinstance(value, shape)


@pytest.fixture(scope="module")
def printed() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(json.dumps(as_json(extract(read(SAMPLE)))))
    return data


def test_the_document_is_told_by_name_hash_title_and_date(printed: dict[str, Any]) -> None:
    document = printed["document"]
    assert (document["name"], document["title"]) == ("nspcc-2023-07.txt", "NSPCC Repository – July 2023")
    assert (len(document["sha256"]), document["issued"]) == (64, "2023-07")


def test_every_review_has_the_contracts_shape(printed: dict[str, Any]) -> None:
    assert len(printed["reviews"]) == 6
    assert all(fits(review, REVIEW) for review in printed["reviews"])


def test_facts_are_as_the_contract_shows_them(printed: dict[str, Any]) -> None:
    kubus = printed["reviews"][2]
    assert kubus["labels"] == ["Kubus"]
    assert kubus["review_type"] == "child-safeguarding-practice-review"
    assert kubus["incident"]["date"] == "2021-07"
    assert kubus["incident"]["date_text"] == "July 2021"
    assert kubus["children"][0]["age"] == "P15W"
    assert kubus["children"][0]["age_band"] == "under-1"
    fourth = kubus["learning"][3]
    assert (fourth["text"], fourth["start"], fourth["end"]) == ("cultural competence", 4209, 4228)


def test_every_stated_fact_has_its_words(printed: dict[str, Any]) -> None:
    text = read(SAMPLE).text
    for review in printed["reviews"]:
        facts = {fact["fact"] for fact in review["evidence"]}
        assert {"title", "label"} <= facts
        assert ("date" in facts) == (review["incident"]["date"] is not None)
        for fact in review["evidence"]:
            assert " ".join(text[fact["start"] : fact["end"]].split()) == fact["quote"]


def test_a_digest_that_tells_nothing_of_itself_has_nulls() -> None:
    empty = as_json(Digest(SourceDocument("a.txt", "0" * 64, "text/plain", "x"), ()))
    nothing = dict.fromkeys(("title", "issued", "abstract", "announced_reviews"))
    assert empty == {"document": {"name": "a.txt", "sha256": "0" * 64, **nothing}, "reviews": []}

"""Words of a column become ids of themes and codes, in the forms that the Reconciliation API 0.2 prescribes."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.serve.api.things import SPACE, candidates, things, types
from kg.store import Store
from kg.vocabulary import themes
from tests.live import over, served

# The forms of the specification, in short: a name with `?` may be missing, a list holds any number of its one form.
Form = type | dict[str, Any] | list[Any] | tuple[type, ...]
TYPE: Form = {"id": str, "name?": str}
ENTITY: Form = {"id": str, "name": str, "description?": str, "notable?": [TYPE]}
CANDIDATE: Form = {
    "id": str, "name": str, "score": (int, float), "description?": str, "match?": bool, "type?": [TYPE],
    "features?": [{"id": str, "value": (int, float, bool)}],
}  # fmt: skip
SERVICE: Form = {"service_url": str, "service_path": str}
MANIFEST: Form = {
    "versions": [str], "name": str, "identifierSpace": str, "schemaSpace": str,
    "documentation?": str, "serviceVersion?": str, "defaultTypes?": [TYPE],
    "view?": {"url": str},
    "preview?": {"url": str, "width": int, "height": int},
    "suggest?": {"entity?": SERVICE, "type?": SERVICE, "property?": SERVICE},
    "extend?": {"propose_properties?": SERVICE, "property_settings?": [dict]},
}  # fmt: skip
EXTENSION: Form = {"meta": [{"id": str, "name": str}], "rows": dict}


def has_form(value: object, form: Form) -> bool:
    """Whether a value of JSON has a form, and no member that the form does not know."""
    if isinstance(form, list):
        return isinstance(value, list) and all(has_form(each, form[0]) for each in value)
    if not isinstance(form, dict):
        return isinstance(value, form)
    if not isinstance(value, dict) or not set(value) <= {name.rstrip("?") for name in form}:
        return False
    return all(
        has_form(value[name.rstrip("?")], part) if name.rstrip("?") in value else name.endswith("?")
        for name, part in form.items()
    )


@pytest.fixture(scope="module")
def client(sample: Store) -> Iterator[httpx.Client]:
    with served(over(sample)) as opened:
        yield opened


def asked(client: httpx.Client, **queries: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The candidates for each query of a batch."""
    response = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert response.status_code == 200
    found = response.json()
    assert all(has_form(each, {"result": [CANDIDATE]}) for each in found.values())
    return {key: each["result"] for key, each in found.items()}


def test_the_manifest_has_its_form_and_its_addresses_answer(client: httpx.Client) -> None:
    manifest = client.get("/reconcile").json()
    assert has_form(manifest, MANIFEST)
    assert "0.2" in manifest["versions"]
    for service in manifest["suggest"].values():
        assert client.get(service["service_url"] + service["service_path"], params={"prefix": "th"}).json()["result"]
    for name in ("view", "preview"):
        address = manifest[name]["url"].replace("{{id}}", "theme/neglect")
        assert client.get(address).status_code in (200, 303)


def test_the_name_of_a_theme_is_its_only_match(client: httpx.Client) -> None:
    (found,) = asked(client, q0={"query": "Professional curiosity", "type": "theme", "limit": 1})["q0"]
    assert (found["id"], found["match"], found["score"]) == ("theme/professional-curiosity", True, 100.0)


@pytest.mark.parametrize("written", ["PROFESSIONAL CURIOSITY", " professional  curiosity ", "professional-curiosity"])
def test_case_and_signs_between_words_do_not_matter(client: httpx.Client, written: str) -> None:
    assert asked(client, q0={"query": written, "type": "theme"})["q0"][0]["match"]


def test_words_that_are_only_alike_are_offered_and_never_matched(client: httpx.Client) -> None:
    found = asked(client, q0={"query": "profesional curiousity", "type": "theme"})["q0"]
    assert found[0]["id"] == "theme/professional-curiosity"
    assert not any(each["match"] for each in found)


def test_a_name_of_two_things_matches_neither_until_a_type_is_named(client: httpx.Client) -> None:
    found = asked(client, both={"query": "Neglect"}, harm={"query": "Neglect", "type": ["code/harms"]})
    assert [each["match"] for each in found["both"][:2]] == [False, False]
    assert (found["harm"][0]["id"], found["harm"][0]["match"]) == ("code/neglect", True)


def test_words_without_a_likeness_have_no_candidate(client: httpx.Client) -> None:
    assert asked(client, q0={"query": "zzzz"})["q0"] == []


def test_a_batch_is_also_taken_from_the_address(client: httpx.Client) -> None:
    response = client.get("/reconcile", params={"queries": '{"q0": {"query": "police", "type": "code/addressees"}}'})
    assert response.json()["q0"]["result"][0]["id"] == "code/police"


@pytest.mark.parametrize(
    "sent",
    ["no json", "[]", '{"q0": 1}', '{"q0": {"query": 1}}', '{"q0": {"query": "x", "limit": "y"}}', "[" * 100_000],
)
def test_what_is_no_batch_is_refused_in_one_line(client: httpx.Client, sent: str) -> None:
    response = client.post("/reconcile", data={"queries": sent})
    assert response.status_code == 400
    assert "\n" not in response.json()["detail"]


@pytest.mark.parametrize("value", ["NaN", "1e999", "-Infinity", '"\\ud800"'])
@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("queries", '{"q0": {"query": "neglect", "limit": VALUE}}'),
        ("queries", '{"q0": {"query": "neglect"}, "q1": {"query": VALUE}}'),
        ("extend", '{"ids": ["theme/neglect", VALUE], "properties": [{"id": "iri"}]}'),
    ],
)
def test_numbers_and_characters_that_are_none_are_refused_in_one_line(
    client: httpx.Client, field: str, sent: str, value: str
) -> None:
    response = client.post("/reconcile", data={field: sent.replace("VALUE", value)})
    assert response.status_code == 400
    assert "\n" not in response.json()["detail"]


def test_a_key_that_is_half_a_character_is_refused_and_a_whole_one_comes_back(client: httpx.Client) -> None:
    query = '{"query": "neglect", "limit": 1.0}'
    assert client.post("/reconcile", data={"queries": f'{{"\\ud83d": {query}}}'}).status_code == 400
    assert list(client.post("/reconcile", data={"queries": f'{{"\\ud83d\\ude00": {query}}}'}).json()) == ["\U0001f600"]


def test_suggests_things_by_the_beginning_of_their_words(client: httpx.Client) -> None:
    found = client.get("/reconcile/suggest/entity", params={"prefix": "curio"}).json()
    assert has_form(found, {"result": [ENTITY]})
    assert found["result"][0]["id"] == "theme/professional-curiosity"


def test_extends_ids_by_what_the_vocabulary_says(client: httpx.Client) -> None:
    proposed = client.get("/reconcile/properties", params={"type": "theme"}).json()["properties"]
    asked_for = {"ids": ["theme/neglect", "theme/no-such"], "properties": [{"id": each["id"]} for each in proposed]}
    found = client.post("/reconcile", data={"extend": json.dumps(asked_for)}).json()
    assert has_form(found, EXTENSION)
    assert found["rows"]["theme/neglect"]["broader"] == [{"id": "theme/abuse-and-harm", "name": "Abuse and harm"}]
    assert found["rows"]["theme/neglect"]["iri"] == [{"str": f"{SPACE}theme/neglect"}]
    assert not any(found["rows"]["theme/no-such"].values())


def test_a_preview_is_a_page_that_may_stand_in_a_frame_of_this_machine_and_runs_nothing(client: httpx.Client) -> None:
    response = client.get("/reconcile/preview", params={"id": "theme/neglect"})
    assert "<h1>Neglect</h1>" in response.text
    policy = response.headers["content-security-policy"]
    assert policy == "default-src 'none'; frame-ancestors http://127.0.0.1:* http://localhost:*"
    assert client.get("/reconcile/preview", params={"id": "<script>"}).status_code == 404


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [("http://127.0.0.1:3333", True), ("http://localhost:3333", True), ("https://example.org", False)],
)
def test_scripts_of_this_machine_alone_may_read_the_vocabulary(
    origin: str, allowed: bool, client: httpx.Client
) -> None:
    for path in ("/reconcile", "/reconcile/suggest/entity?prefix=neg"):
        headers = client.get(path, headers={"origin": origin}).headers
        assert headers.get("access-control-allow-origin") == (origin if allowed else None)
        assert "origin" in headers["vary"]


def test_themes_and_codes_are_found_by_their_own_names() -> None:
    for thing in list(things().values())[::4]:
        assert any(each.thing is thing and each.is_exact for each in candidates(thing.name, thing.types[:1])), thing.id
    assert {f"theme/{id_}" for id_ in themes()} <= set(things())
    assert all(set(thing.types) <= set(types()) for thing in things().values())


@settings(max_examples=30)
@given(st.text(max_size=40))
def test_any_words_have_scores_from_0_to_100_in_falling_order_behind_what_is_exact(words: str) -> None:
    found = candidates(words)
    assert all(0 < each.score <= 100 for each in found)
    inexact = [each.score for each in found if not each.is_exact]
    assert inexact == sorted(inexact, reverse=True)

"""The saved questions over HTTP: every one answers its example, in each format, as its description says."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from rdflib import RDF, Graph, Namespace

from kg.queries import saved_queries
from kg.render import render
from kg.serve.api.openapi import description
from kg.serve.api.questions import OWN
from kg.store import Store
from tests.live import over, served

CSVW = Namespace("http://www.w3.org/ns/csvw#")
THEME = "professional-curiosity"
API = schemathesis.openapi.from_dict(dict(description("http://127.0.0.1")))


@pytest.fixture(scope="module")
def client(sample: Store) -> Iterator[httpx.Client]:
    with served(over(sample)) as opened:
        yield opened


@pytest.mark.parametrize("name", saved_queries())
def test_answers_the_example_of_every_saved_question_as_the_store_does(
    name: str, client: httpx.Client, sample: Store
) -> None:
    query = saved_queries()[name]
    response = client.get(f"/api/queries/{name}", params=dict(query.example))
    assert response.status_code == 200
    assert response.json()["rows"] == json.loads(render(query.run(sample, **query.example), "json"))


def test_lists_every_question_with_an_example_that_answers(client: httpx.Client) -> None:
    listed = client.get("/api/queries").json()["queries"]
    assert [each["name"] for each in listed] == list(saved_queries())
    assert client.get(listed[0]["example"]).status_code == 200


@pytest.mark.parametrize("asked", [{"params": {"format": "csv"}}, {"headers": {"accept": "text/csv"}}])
def test_gives_csv_by_format_and_by_accept(client: httpx.Client, asked: dict[str, dict[str, str]]) -> None:
    response = client.get("/api/queries/themes-by-reviews", **asked)  # type: ignore[arg-type]
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(response.text)))
    assert list(rows[0]) == ["theme", "group", "reviews"]


def test_gives_json_ld_that_is_rdf_with_a_row_for_each_row(client: httpx.Client) -> None:
    path = f"/api/queries/reviews-naming-theme?theme={THEME}"
    response = client.get(path, headers={"accept": "application/ld+json"})
    graph = Graph().parse(data=response.text, format="json-ld")
    (table,) = graph.subjects(RDF.type, CSVW.Table)
    assert str(table) == f"{client.base_url}{path}"
    assert len(list(graph.objects(table, CSVW.row))) == len(client.get(path).json()["rows"])


def test_gives_a_part_and_leads_to_the_rest(client: httpx.Client) -> None:
    whole = client.get("/api/queries/themes-by-reviews").json()
    assert (whole["count"], whole["next"]) == (len(whole["rows"]), None)
    rows: list[dict[str, Any]] = []
    address = "/api/queries/themes-by-reviews?limit=7"
    while address:
        response = client.get(address)
        part = response.json()
        assert part["count"] <= 7
        assert response.links.get("next", {}).get("url") == part["next"]
        rows, address = [*rows, *part["rows"]], part["next"]
    assert rows == whole["rows"]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("no-such-question", 404, "No saved query is called 'no-such-question'."),
        ("reviews-naming-theme", 400, "needs a value for theme"),
        ("reviews-naming-theme?theme=nonsense", 400, "'nonsense' is no theme for theme."),
        ("reviews-naming-theme?theme=neglect&theme=neglect", 400, "theme is given twice"),
        ("reviews-naming-theme?them=neglect", 400, "Did you mean theme?"),
        ("themes-by-reviews?limit=0", 400, "limit takes a whole number from 1 to 10,000"),
        ("themes-by-reviews?offset=-1", 400, "offset takes a whole number"),
        ("themes-by-reviews?format=pdf", 400, "No format is called 'pdf'."),
    ],
)
def test_says_in_one_line_what_is_wrong(client: httpx.Client, address: str, status: int, words: str) -> None:
    response = client.get(f"/api/queries/{address}")
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert words in response.json()["detail"]
    assert response.json()["status"] == status


def test_refuses_a_format_that_it_does_not_have(client: httpx.Client) -> None:
    assert client.get("/api/queries/themes-by-reviews", headers={"accept": "image/png"}).status_code == 406


def test_a_value_is_never_pasted_into_the_question(client: httpx.Client) -> None:
    response = client.get("/api/queries/items-with-words", params={"words": 'x") || true || contains(?text, "'})
    assert response.json()["rows"] == []


def test_takes_no_other_method(client: httpx.Client) -> None:
    response = client.post("/api/queries/themes-by-reviews")
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_no_question_takes_a_value_that_the_address_uses_itself() -> None:
    assert [name for name, query in saved_queries().items() if set(query.parameters) & set(OWN)] == []


def test_is_described_in_openapi_with_every_question(client: httpx.Client) -> None:
    described = client.get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert {path.rpartition("/")[2] for path in described["paths"]} == {*saved_queries(), "queries"}
    assert described["servers"] == [{"url": str(client.base_url)}]


@API.parametrize()
@settings(max_examples=3, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_keeps_what_the_description_promises(case: schemathesis.Case[Any], client: httpx.Client) -> None:
    case.validate_response(case.call(base_url=str(client.base_url)))

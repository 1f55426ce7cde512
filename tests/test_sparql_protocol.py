"""The endpoint speaks the protocol to programs, in the format they like best, and says in one line what is wrong."""

import csv
import io
import json
from collections.abc import Iterator
from xml.etree import ElementTree

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from kg.namespaces import SG, THEME
from kg.rdf.named_graphs import named
from kg.serve.sparql.negotiation import BOOLEAN, SOLUTIONS, TRIPLES, best
from kg.store import Store
from tests.live import over, served

SELECT = f"SELECT ?label {{ ?r a <{SG.Review}> ; <{SG.label_}> ?label }} ORDER BY ?label"
CONSTRUCT = f"CONSTRUCT {{ ?r <{SG.label_}> ?label }} WHERE {{ ?r a <{SG.Review}> ; <{SG.label_}> ?label }}"
RESULTS = "{http://www.w3.org/2005/sparql-results#}"


@pytest.fixture(scope="module")
def client(sample: Store) -> Iterator[httpx.Client]:
    with served(over(sample)) as opened:
        yield opened


@pytest.fixture(scope="module")
def labels(sample: Store) -> list[str]:
    return [str(row[0]) for row in sample.query(SELECT).rows]


def ask(client: httpx.Client, query: str, accept: str = "*/*", **more: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query, **more}, headers={"accept": accept})


def test_every_format_of_rows_holds_the_same(client: httpx.Client, labels: list[str]) -> None:
    found = ask(client, SELECT).json()["results"]["bindings"]
    assert [row["label"]["value"] for row in found] == labels
    xml = ElementTree.fromstring(ask(client, SELECT, "application/sparql-results+xml").text)
    assert [each.text for each in xml.iter(f"{RESULTS}literal")] == labels
    rows = list(csv.reader(io.StringIO(ask(client, SELECT, "text/csv").text)))
    assert [cell for row in rows for cell in row] == ["label", *labels]
    tsv = ask(client, SELECT, "text/tab-separated-values").text.splitlines()
    assert tsv == ["?label", *(json.dumps(label, ensure_ascii=False) for label in labels)]


@pytest.mark.parametrize("accept", [types[0] for types in TRIPLES.values()])
def test_every_format_of_triples_holds_the_same(accept: str, client: httpx.Client, labels: list[str]) -> None:
    response = ask(client, CONSTRUCT, accept)
    assert response.headers["content-type"].startswith(accept)
    parsed = Graph().parse(data=response.text, format=accept.replace("application/ld+json", "json-ld"))
    assert sorted(map(str, parsed.objects())) == labels


@pytest.mark.parametrize(
    ("name", "kind"),
    [("csv", "text/csv"), ("xml", "application/sparql-results+xml"), ("tsv", "text/tab-separated-values")],
)
def test_a_format_in_the_address_stands_before_the_header(name: str, kind: str, client: httpx.Client) -> None:
    response = ask(client, SELECT, "application/json", format=name)
    assert response.headers["content-type"].startswith(kind)
    assert response.headers["content-disposition"] == f'inline; filename="answer.{name}"'


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("text/*", "csv"),
        ("text/csv;q=0.5, application/sparql-results+xml", "xml"),
        ("application/sparql-results+json;q=0, */*", "xml"),
        ("application/*;q=0.2, text/tab-separated-values;q=0.3", "tsv"),
        ("text/csv;q=nonsense, text/tab-separated-values", "tsv"),
        ("image/png", None),
    ],
)
def test_the_best_format_is_chosen_by_quality_and_then_by_our_order(accept: str, name: str | None) -> None:
    assert best(accept, SOLUTIONS) == name


@given(st.text(max_size=60))
def test_any_accept_header_gives_a_format_or_none(accept: str) -> None:
    assert best(accept, BOOLEAN) in (*BOOLEAN, None)


@pytest.mark.parametrize(
    ("status", "request_"),
    [
        (400, {"params": {"query": "SELECT * {"}}),
        (400, {"params": {"query": "ASK {}", "format": "pdf"}}),
        (400, {"params": {"query": ""}}),
        (403, {"params": {"update": "CLEAR ALL"}}),
        (403, {"method": "POST", "data": {"update": "CLEAR ALL"}}),
        (406, {"params": {"query": "ASK {}"}, "headers": {"accept": "image/png"}}),
        (406, {"params": {"query": "ASK {}", "format": "csv"}}),
        (405, {"method": "PUT"}),
        (405, {"method": "BREW"}),
        (413, {"method": "POST", "data": {"query": "ASK {}" + " " * 300_000}}),
        (415, {"method": "POST", "content": b"ASK {}", "headers": {"content-type": "text/plain"}}),
        (415, {"method": "POST", "files": {"query": b"ASK {}"}}),
    ],
    ids=str,
)
def test_what_is_not_answered_is_refused_with_its_status_in_one_plain_line(
    status: int, request_: dict[str, object], client: httpx.Client
) -> None:
    response = client.request(**{"method": "GET", "url": "/sparql", **request_})  # type: ignore[arg-type]
    assert response.status_code == status
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.text.count("\n") == 1
    assert len(response.text) > 20


def test_head_and_options_say_what_get_would(client: httpx.Client) -> None:
    params = {"query": SELECT}
    head, got = client.head("/sparql", params=params), client.get("/sparql", params=params)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == got.headers["content-length"]
    assert client.options("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_a_dataset_restricts_the_question_to_its_graphs(client: httpx.Client) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

    def counted(**graphs: str) -> int:
        return int(ask(client, count, **graphs).json()["results"]["bindings"][0]["n"]["value"])

    theme = counted(**{"default-graph-uri": THEME})
    assert 0 < theme < counted()
    assert counted(**{"named-graph-uri": THEME}) == 0
    in_query = ask(client, f"SELECT (COUNT(*) AS ?n) FROM <{THEME}> {{ ?s ?p ?o }}").json()
    assert int(in_query["results"]["bindings"][0]["n"]["value"]) == theme


def test_no_other_site_may_read_an_answer(client: httpx.Client) -> None:
    response = client.get("/sparql", params={"query": "ASK {}"}, headers={"origin": "https://example.org"})
    assert [name for name in response.headers if name.startswith("access-control")] == []


@pytest.mark.parametrize(
    ("query", "graphs"),
    [
        ("SELECT * { }", ()),
        ("SELECT * FROM <http://a> FROM NAMED <http://b> {}", ("http://a", "http://b")),
        ("prefix x: <http://a/> select * from x:b from named x: {}", ("http://a/b", "http://a/")),
        ("BASE <http://a/> SELECT * FROM <b> {}", ("http://a/b",)),
        ("SELECT * FROM <http://\\u0061/> {}", ("http://a/",)),
        ("SELECT * FROM # FROM <http://c>\n <http://a> {}", ("http://a",)),
        ('SELECT * { ?s ?p "FROM <http://a>" }', ()),
        ("SELECT ?FROM { ?FROM <http://x/FROM> ?o }", ()),
        ("SELECT * FROM unknown:a {}", ()),
        ("SELECT * FROM", ()),
        ("PREFIX", ()),
    ],
)
def test_the_graphs_of_a_question_are_read_from_its_tokens(query: str, graphs: tuple[str, ...]) -> None:
    assert named(query) == graphs


@given(st.lists(st.sampled_from(["FROM", "NAMED", "PREFIX", "BASE", "x:", "x:y", "<http://a>", "<b>", "{", '"s"'])))
def test_any_tokens_can_be_read_for_graphs(parts: list[str]) -> None:
    assert all(isinstance(graph, str) for graph in named(" ".join(parts)))


def test_a_graph_is_had_by_its_name(client: httpx.Client) -> None:
    response = client.get("/graphs", params={"graph": THEME}, headers={"accept": "application/n-triples"})
    assert response.headers["kg-rows"] == str(len(response.text.splitlines()))
    assert client.get("/graphs", params={"graph": "urn:none"}).status_code == 404
    assert client.get("/graphs", params={"graph": "no iri"}).status_code == 400
    assert client.get("/graphs", params={"graph": THEME, "default": ""}).status_code == 400
    assert client.put("/graphs", params={"graph": THEME}).status_code == 405
    assert client.get("/graphs/none").status_code == 404


def test_a_browser_gets_a_form_with_its_question_and_the_answer_as_a_table(
    client: httpx.Client, labels: list[str]
) -> None:
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    empty = client.get("/sparql", headers={"accept": browser}).text
    assert "<textarea" in empty
    assert "<table" not in empty
    page = ask(client, SELECT, browser).text
    assert all(f"<td>{label}</td>" in page for label in labels)
    assert "format=csv" in page
    assert "Yes." in ask(client, "ASK {}", browser).text


def test_what_stands_in_a_question_or_an_answer_is_text_on_the_page(client: httpx.Client) -> None:
    attack = "</textarea><script>alert(1)</script>"
    page = ask(client, f'SELECT ("{attack}" AS ?x) {{}}', "text/html").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_mistake_in_a_question_is_told_on_the_page_with_its_status(client: httpx.Client) -> None:
    response = ask(client, "SELECT * {", "text/html")
    assert response.status_code == 400
    assert "The query has a mistake: error at 1:" in response.text


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "plain"])
def test_csv_is_safe_to_open_in_a_spreadsheet_and_tsv_is_exact(text: str, client: httpx.Client) -> None:
    query = f'SELECT ("{text}" AS ?x) (-1 AS ?n) {{}}'
    guard = "" if text == "plain" else "'"
    assert ask(client, query, "text/csv").text == f"x,n\r\n{guard}{text},-1\r\n"
    assert ask(client, query, "text/tab-separated-values").text.splitlines()[1].startswith(f'"{text}"\t')


def test_xml_is_refused_for_a_character_that_it_cannot_hold(client: httpx.Client) -> None:
    assert ask(client, 'SELECT ("\\u0001" AS ?x) {}', "application/sparql-results+xml").status_code == 406
    assert ask(client, 'SELECT ("\\u0001" AS ?x) {}').json()["results"]["bindings"][0]["x"]["value"] == "\x01"


def test_the_editor_has_every_term_and_every_saved_question_to_offer(client: httpx.Client) -> None:
    help_ = client.get("/sparql/help.json").json()
    terms = {each["term"] for each in help_["terms"]}
    assert {"sg:Review", "sg:theme", "theme:neglect", "code:neglect"} <= terms
    for each in help_["saved"]:
        assert "?_" not in "\n".join(line for line in each["sparql"].splitlines() if not line.startswith("#"))

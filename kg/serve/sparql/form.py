"""The plain page before the endpoint: a question as text, and its answer as a table; it needs no script."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.queries import saved_queries
from kg.rdf.terms import compact
from kg.serve.render import html
from kg.serve.sparql.jobs import Reply

ROWS, SIZE = 500, 1_000_000  # rows and bytes of an answer on the page
_START = """PREFIX sg: <https://w3id.org/safeguarding-kg/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>

SELECT ?review ?title WHERE {
  ?review a sg:Review ; dcterms:title ?title .
}
ORDER BY ?title
LIMIT 20
"""
_FORMATS = (("json", "JSON"), ("xml", "XML"), ("csv", "CSV"), ("tsv", "TSV"))
_TRIPLES = (("ttl", "Turtle"), ("nt", "N-Triples"), ("rdf", "RDF/XML"), ("jsonld", "JSON-LD"))


def page(request: Request, query: str | None = None, reply: Reply | None = None) -> Response:
    """The page with a question in its field, and below it the answer if one was asked for."""
    saved = saved_queries()
    example = saved.get(request.query_params.get("example", ""))
    text = query if query is not None else example.bind(example.example) if example else _START
    context = {
        "query": text,
        "saved": [(name, each.title) for name, each in saved.items()],
        "formats": (("html", "On this page"), *_FORMATS, *_TRIPLES),
        "answer": None if reply is None else _shown(reply),
        "links": [] if reply is None or not reply.is_good else _links(text, reply),
    }
    status = 200 if reply is None else reply.status
    return HTMLResponse(html(request, "sparql.html", "Ask in SPARQL", context), status, {"vary": "accept"})


def _shown(reply: Reply) -> Mapping[str, object]:
    """What the template shows: a line, and a table or a text."""
    if not reply.is_good:
        return {"line": reply.body.decode().strip(), "is_good": False, "columns": (), "rows": (), "text": ""}
    found: dict[str, Any] = json.loads(reply.body) if reply.format == "json" else {}
    columns = found.get("head", {}).get("vars", ())
    rows = [[_cell(row.get(name)) for name in columns] for row in found.get("results", {}).get("bindings", ())]
    return {
        "line": _line(reply, found),
        "is_good": True,
        "columns": columns,
        "rows": rows,
        "text": "" if found else reply.body.decode(),
    }


def _line(reply: Reply, found: Mapping[str, Any]) -> str:
    if "boolean" in found:
        return "Yes." if found["boolean"] else "No."
    what = "row" if found else "triple"
    counted = f"{reply.rows:,} {what}{'' if reply.rows == 1 else 's'}."
    return f"{counted} {reply.cut} Download it to have more of it." if reply.cut else counted


def _cell(term: Mapping[str, str] | None) -> str:
    if term is None:
        return ""
    return compact(term["value"]) if term["type"] == "uri" else str(term["value"])


def _links(query: str, reply: Reply) -> list[tuple[str, str]]:
    """Addresses of the whole answer in other formats, with their names."""
    is_yes_or_no = reply.format == "json" and b'"boolean"' in reply.body[:40]
    formats = _TRIPLES if reply.format == "ttl" else _FORMATS[:2] if is_yes_or_no else _FORMATS
    return [(f"/sparql?{urlencode({'query': query, 'format': name})}", title) for name, title in formats]

"""The Reconciliation API 0.2 over themes and codes: what OpenRefine asks to turn words of a column into ids."""

import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from kg import __version__
from kg.errors import KGError
from kg.serve.api.problems import not_allowed, problem
from kg.serve.api.things import SPACE, Candidate, Thing, beginning, candidates, things, types
from kg.serve.render import environment
from kg.serve.sparql.ends import Answer
from kg.serve.sparql.replies import options

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_MOST_QUERIES, _MOST = 100, 50
_LOCAL = re.compile(r"https?://(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?")
_PREVIEW = {
    # OpenRefine shows it in a frame of its own page, on this machine.
    "content-security-policy": "default-src 'none'; frame-ancestors http://127.0.0.1:* http://localhost:*",
    "cross-origin-resource-policy": "cross-origin",
}
_PROPERTIES: Mapping[str, tuple[str, Callable[[Thing], list[Mapping[str, Any]]]]] = MappingProxyType(
    {
        "definition": ("Definition", lambda thing: _said(thing.definition)),
        "scope": ("Scope note", lambda thing: _said(thing.scope)),
        "broader": ("Broader theme", lambda thing: [_named(things()[each]) for each in thing.broader]),
        "list": ("List", lambda thing: [{"id": each, "name": types()[each]} for each in thing.types]),
        "iri": ("IRI", lambda thing: _said(SPACE + thing.id)),
    }
)


class NotReconcilableError(KGError):
    """What was sent is not in the form of the Reconciliation API."""


def shared(end: Answer) -> Answer:
    """The same answers, which scripts of pages of this machine may read: OpenRefine is one, and asks from the browser.

    What is told here is the vocabulary alone, and nothing of any review.
    """

    async def answered(request: Request) -> Response:
        response, origin = await end(request), request.headers.get("origin", "")
        if _LOCAL.fullmatch(origin):
            response.headers["access-control-allow-origin"] = origin
        response.headers.append("vary", "origin")
        return response

    return answered


async def answer(request: Request) -> Response:
    """The manifest; or the answer to a batch of queries, or to a request for values."""
    if request.method == "OPTIONS":
        return options(METHODS)
    if request.method not in METHODS:
        return not_allowed(METHODS)
    fields = await request.form() if request.method == "POST" else request.query_params
    try:
        if "queries" in fields:
            return JSONResponse(await run_in_threadpool(_batch, _parsed(fields["queries"])))
        if "extend" in fields:
            return JSONResponse(_extended(_parsed(fields["extend"])))
    except NotReconcilableError as error:
        return problem(400, str(error))
    return JSONResponse(manifest(str(request.base_url).rstrip("/")))


def manifest(site: str) -> Mapping[str, Any]:
    """What the service can do, at the address of a site."""
    service = f"{site}/reconcile"
    return {
        "versions": ["0.1", "0.2"],
        "name": "Themes and codes of case reviews",
        "identifierSpace": SPACE,
        "schemaSpace": SPACE,
        "serviceVersion": __version__,
        "documentation": f"{site}/reference",
        "defaultTypes": [{"id": id_, "name": name} for id_, name in types().items()],
        "view": {"url": f"{service}/view?id={{{{id}}}}"},
        "preview": {"url": f"{service}/preview?id={{{{id}}}}", "width": 400, "height": 200},
        "suggest": {
            name: {"service_url": site, "service_path": f"/reconcile/suggest/{name}"}
            for name in ("entity", "type", "property")
        },
        "extend": {
            "propose_properties": {"service_url": site, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
    }


async def suggest(request: Request) -> Response:
    """Things, types or properties that begin with `prefix`."""
    kind, prefix = request.path_params["kind"], request.query_params.get("prefix", "")
    if kind == "entity":
        return JSONResponse({"result": [_suggested(thing) for thing in beginning(prefix)]})
    if kind not in ("type", "property"):
        return problem(404, f"Nothing is suggested for {kind[:40]!r}: ask for entity, type or property.")
    names = types() if kind == "type" else {id_: name for id_, (name, _) in _PROPERTIES.items()}
    begun = f" {prefix.casefold()}"
    found = [{"id": id_, "name": name} for id_, name in names.items() if begun in f" {name.casefold()}"]
    return JSONResponse({"result": found})


async def properties(request: Request) -> Response:
    """What can be fetched for things of a type."""
    type_ = request.query_params.get("type", "theme")
    known = [{"id": id_, "name": name} for id_, (name, _) in _PROPERTIES.items()]
    limit = request.query_params.get("limit", "")
    shown = known[: int(limit)] if limit.isascii() and limit.isdigit() and len(limit) < 10 else known
    return JSONResponse({"type": type_, "properties": shown, **({"limit": int(limit)} if shown is not known else {})})


async def preview(request: Request) -> Response:
    """A thing in a few words, as a page for a small frame."""
    thing = things().get(request.query_params.get("id", ""))
    if thing is None:
        return _unknown(request)
    lists = [types()[each] for each in thing.types]
    text = environment().get_template("reconcile_preview.html").render(thing=thing, lists=lists)
    return HTMLResponse(text, headers=_PREVIEW)


async def view(request: Request) -> Response:
    """The way to the page of a thing."""
    thing = things().get(request.query_params.get("id", ""))
    if thing is None:
        return _unknown(request)
    is_theme = "theme" in thing.types
    return RedirectResponse(f"/themes/{thing.id.partition('/')[2]}" if is_theme else "/reference", 303)


def _unknown(request: Request) -> Response:
    return problem(404, f"No theme and no code has the id {request.query_params.get('id', '')[:80]!r}.")


def _parsed(text: object) -> Mapping[str, Any]:
    try:
        found = json.loads(text) if isinstance(text, str) else None
        is_sound = _can_be_sent(found)
    except (ValueError, RecursionError) as error:
        raise NotReconcilableError("This is no JSON: send an object of queries.") from error
    if not is_sound:
        raise NotReconcilableError("This holds a number or a character that is none, as NaN or \\ud800: leave it out.")
    if not isinstance(found, dict):
        raise NotReconcilableError("This is no JSON object: send one, from a key to a query.")
    return found


def _can_be_sent(found: object) -> bool:
    """Whether an answer can hold what was sent; Python reads NaN, numbers without end and halves of characters."""
    try:
        json.dumps(found, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:
        return False
    return True


def _batch(queries: Mapping[str, Any]) -> Mapping[str, Any]:
    if len(queries) > _MOST_QUERIES:
        raise NotReconcilableError(f"These are more than {_MOST_QUERIES} queries: send them in parts.")
    return {key: {"result": _result(key, query)} for key, query in queries.items()}


def _result(key: str, query: object) -> list[Mapping[str, Any]]:
    said = query if isinstance(query, dict) else {}
    words, limit, wanted = said.get("query", ""), said.get("limit", 5), said.get("type") or ()
    wanted = (wanted,) if isinstance(wanted, str) else wanted
    is_list = isinstance(wanted, list | tuple) and all(isinstance(each, str) for each in wanted)
    if not (isinstance(query, dict) and isinstance(words, str) and isinstance(limit, int | float) and is_list):
        raise NotReconcilableError(f"The query {key[:40]!r} is not right: it takes query, limit and type.")
    found = candidates(words[:1_000], wanted, min(max(int(limit), 1), _MOST))
    is_certain = sum(each.is_exact for each in found) == 1
    return [_candidate(each, match=is_certain and each.is_exact) for each in found]


def _candidate(found: Candidate, *, match: bool) -> Mapping[str, Any]:
    return {
        "id": found.thing.id,
        "name": found.thing.name,
        "description": found.thing.definition,
        "score": found.score,
        "match": match,
        "type": [{"id": each, "name": types()[each]} for each in found.thing.types],
        "features": [{"id": "exact", "value": found.is_exact}, {"id": "alike", "value": found.score}],
    }


def _extended(asked: Mapping[str, Any]) -> Mapping[str, Any]:
    ids, wanted = asked.get("ids"), asked.get("properties")
    if not (isinstance(ids, list) and isinstance(wanted, list) and len(ids) <= 1_000):
        raise NotReconcilableError("A request for values takes ids, up to 1,000, and properties.")
    named = [each.get("id") for each in wanted if isinstance(each, dict)]
    known = [each for each in named if isinstance(each, str) and each in _PROPERTIES]
    if len(known) != len(wanted):
        raise NotReconcilableError(f"There are the properties {', '.join(_PROPERTIES)}: ask for these.")
    return {
        "meta": [{"id": each, "name": _PROPERTIES[each][0]} for each in known],
        "rows": {str(id_): _values(things().get(str(id_)), known) for id_ in ids},
    }


def _values(thing: Thing | None, wanted: list[str]) -> Mapping[str, Any]:
    return {each: _PROPERTIES[each][1](thing) if thing else [] for each in wanted}


def _suggested(thing: Thing) -> Mapping[str, Any]:
    return {
        **_named(thing),
        "description": thing.definition,
        "notable": [{"id": each, "name": types()[each]} for each in thing.types],
    }


def _named(thing: Thing) -> Mapping[str, str]:
    return {"id": thing.id, "name": thing.name}


def _said(words: str) -> list[Mapping[str, Any]]:
    return [{"str": words}] if words else []

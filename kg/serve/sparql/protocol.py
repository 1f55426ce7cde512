"""The SPARQL 1.1 Protocol: a question by GET or POST, the description of the service without one."""

import json
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.sparql import asked as requests
from kg.serve.sparql import form
from kg.serve.sparql.asked import Asked, RefusedRequestError, Wanted, wanted
from kg.serve.sparql.description import description
from kg.serve.sparql.jobs import Job, Reply
from kg.serve.sparql.limits import Limits
from kg.serve.sparql.pool import Pool
from kg.serve.sparql.replies import not_allowed, options, rdf, refusal, response

METHODS = ("GET", "HEAD", "POST", "OPTIONS")


async def answer(pool: Pool, request: Request) -> Response:
    """What the endpoint says to a request."""
    if request.method == "OPTIONS":
        return options(METHODS)
    if request.method not in METHODS:
        return not_allowed(METHODS, "A question is asked by GET or POST.")
    try:
        asked = await requests.read(request, pool.limits.text)
        return await _answered(pool, request, asked, wanted(request.headers.get("accept", ""), asked.one("format")))
    except RefusedRequestError as error:
        return refusal(error.status, str(error))


async def _answered(pool: Pool, request: Request, asked: Asked, formats: Wanted) -> Response:
    if asked.query is None:
        return form.page(request) if formats.is_page else await _described(pool, request)
    reply = await pool.ask(_job(request, asked, formats, pool.limits), request.is_disconnected)
    if formats.is_page:
        return form.page(request, asked.query, reply)
    return response(request, reply, _name(asked, reply))


def _job(request: Request, asked: Asked, formats: Wanted, limits: Limits) -> Job:
    return Job(
        asked.query,
        solutions=formats.solutions,
        boolean=formats.boolean,
        triples=formats.triples,
        base=endpoint(request),
        default_graphs=asked.all("default-graph-uri"),
        named_graphs=asked.all("named-graph-uri"),
        rows=form.ROWS if formats.is_page else limits.rows,
        size=form.SIZE if formats.is_page else limits.size,
    )


def _name(asked: Asked, reply: Reply) -> Mapping[str, str]:
    """The name of a file, where a format was asked for by name."""
    if asked.one("format") is None:
        return {}
    return {"content-disposition": f'inline; filename="answer.{reply.format}"'}


async def _described(pool: Pool, request: Request) -> Response:
    graphs = await graph_names(pool)
    if isinstance(graphs, Reply):
        return response(request, graphs)
    return rdf(request, description(endpoint(request), graphs))


async def graph_names(pool: Pool) -> list[str] | Reply:
    """The names of the store's graphs, sorted; or the reply that says why there are none."""
    reply = await pool.ask(Job("SELECT DISTINCT ?g { GRAPH ?g {} } ORDER BY ?g"))
    found = json.loads(reply.body)["results"]["bindings"] if reply.is_good else []
    return [row["g"]["value"] for row in found] if reply.is_good else reply


def endpoint(request: Request) -> str:
    """The address of the endpoint."""
    return str(request.url.replace(path="/sparql", query="", fragment=""))

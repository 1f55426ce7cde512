"""The SPARQL 1.1 Graph Store Protocol, the reading part: a graph by its name, or all graphs as one."""

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.sparql.asked import Asked, RefusedRequestError, read
from kg.serve.sparql.jobs import Job
from kg.serve.sparql.negotiation import TRIPLES, best, named
from kg.serve.sparql.pool import Pool
from kg.serve.sparql.replies import not_allowed, options, refusal, response

METHODS = ("GET", "HEAD", "OPTIONS")


async def answer(pool: Pool, request: Request) -> Response:
    """The graph that a request names: by `?graph=IRI`, by `?default`, or by the address itself."""
    if request.method == "OPTIONS":
        return options(METHODS)
    if request.method not in METHODS:
        return not_allowed(METHODS, "The graphs here are for reading: load documents with `kg load`.")
    try:
        asked = await read(request, pool.limits.text)
        job = Job(graph=_name(request, asked), triples=_format(request, asked))
    except RefusedRequestError as error:
        return refusal(error.status, str(error))
    return response(request, await pool.ask(job, request.is_disconnected))


def _name(request: Request, asked: Asked) -> str | None:
    """The graph's IRI; none for all graphs as one."""
    graph, default = asked.one("graph"), asked.one("default")
    if request.path_params.get("path"):
        return str(request.url.replace(query=""))
    if (graph is None) == (default is None):
        raise RefusedRequestError(400, "Name one graph, by ?graph=IRI, or all of them as one by ?default.")
    return graph


def _format(request: Request, asked: Asked) -> str | None:
    format_ = asked.one("format")
    return named(format_, TRIPLES) if format_ else best(request.headers.get("accept", ""), TRIPLES)

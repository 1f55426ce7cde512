"""The saved questions: a list of them, and the answer to each with values from the address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.answers import Answer
from kg.errors import KGError
from kg.queries import ParameterError, Query, UnknownQueryError, find, saved_queries
from kg.serve.api.answers import Part, as_json, as_jsonld, as_table
from kg.serve.api.problems import METHODS, not_allowed, problem
from kg.serve.sparql.jobs import Job, Reply
from kg.serve.sparql.negotiation import Types, best
from kg.serve.sparql.plain import answer as plain
from kg.serve.sparql.plain import terms
from kg.serve.sparql.pool import Pool
from kg.serve.sparql.replies import options, whole

if TYPE_CHECKING:
    from kg.serve.library import Library

LIMIT, MOST, FURTHEST = 1_000, 10_000, 1_000_000
TYPES: Types = MappingProxyType(
    {"json": ("application/json",), "csv": ("text/csv",), "jsonld": ("application/ld+json",)}
)
_PLAIN: Mapping[str, Callable[[Part, Answer], str]] = MappingProxyType({"json": as_json, "csv": as_table})
OWN = ("format", "limit", "offset")  # what the address says beside the values of a question


@dataclass(frozen=True, slots=True)
class _Asked:
    values: Mapping[str, str]
    format: str | None
    limit: int
    offset: int


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows that are asked for, whether others follow, and what writes them."""

    count: int
    are_more: bool
    write: Callable[[Part], str]


async def listing(request: Request) -> Response:
    """Every saved question with the values it takes, and where it is answered."""
    if request.method not in METHODS:
        return not_allowed()
    if request.method == "OPTIONS":
        return options(METHODS)
    return JSONResponse({"queries": [_described(request, query) for query in saved_queries().values()]})


async def answer(pool: Pool, request: Request) -> Response:
    """The answer to a saved question, in the format that is asked for."""
    if request.method not in METHODS:
        return not_allowed()
    if request.method == "OPTIONS":
        return options(METHODS)
    name = request.path_params["name"]
    if name not in saved_queries():
        return problem(404, str(UnknownQueryError(name, saved_queries())))
    try:
        return await _answered(pool, request, find(name))
    except KGError as error:
        return problem(400, str(error))


async def _answered(pool: Pool, request: Request, query: Query) -> Response:
    asked = _asked(request)
    if asked.format is None:
        return problem(406, f"The answer comes as {', '.join(types[0] for types in TYPES.values())}: ask for one.")
    found = await run_in_threadpool(_from_columns, request, query, asked) or await _from_worker(
        pool, request, query, asked
    )
    if isinstance(found, Reply):
        return problem(found.status, found.body.decode().strip())
    following = _following(request, asked.offset + found.count) if found.are_more else None
    values = {name: asked.values.get(name, each.default or "") for name, each in query.parameters.items()}
    part = Part(query, values, str(request.url), asked.offset, asked.limit, following)
    body = await run_in_threadpool(lambda: found.write(part).encode())
    link = {"link": f'<{following}>; rel="next"'} if following else {}
    return whole(request, body, _content_type(asked.format), link)


def _from_columns(request: Request, query: Query, asked: _Asked) -> _Rows | None:
    """Rows that columns give, where there are any; they do not tell of types, which JSON-LD does."""
    library: Library = request.app.state.library
    query.bind(asked.values)  # raises, and says which value is missing
    write = _PLAIN.get(asked.format or "")
    found = query.from_columns(library.opened().store, asked.values) if write else None
    if found is None or write is None:
        return None
    end = asked.offset + asked.limit
    rows = Answer(found.columns, found.rows[asked.offset : end])
    return _Rows(len(rows), len(found) > end, lambda part: write(part, rows))


async def _from_worker(pool: Pool, request: Request, query: Query, asked: _Asked) -> _Rows | Reply:
    """Rows that a worker finds, or its reply that says why there are none."""
    job = Job(query.bind(asked.values), offset=asked.offset, rows=asked.limit)
    reply = await pool.ask(job, request.is_disconnected)
    if not reply.is_good:
        return reply
    return _Rows(reply.rows, bool(reply.cut), lambda part: _written(part, reply, asked.format or ""))


def _written(part: Part, reply: Reply, format_: str) -> str:
    return _PLAIN[format_](part, plain(reply)) if format_ in _PLAIN else as_jsonld(part, *terms(reply))


def _asked(request: Request) -> _Asked:
    parameters = request.query_params
    for name in parameters:
        if len(parameters.getlist(name)) > 1:
            raise ParameterError(f"{name} is given twice: give it one value.")
    format_ = parameters.get("format")
    if format_ is not None and format_ not in TYPES:
        raise ParameterError(f"No format is called {format_[:40]!r}. Try one of: {', '.join(TYPES)}.")
    return _Asked(
        {name: value for name, value in parameters.items() if name not in OWN},
        format_ or best(request.headers.get("accept", ""), TYPES),
        _number(parameters, "limit", LIMIT, 1, MOST),
        _number(parameters, "offset", 0, 0, FURTHEST),
    )


def _number(parameters: QueryParams, name: str, default: int, least: int, most: int) -> int:
    text = parameters.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and least <= int(text) <= most):
        raise ParameterError(f"{name} takes a whole number from {least:,} to {most:,}, and {text[:40]!r} is not.")
    return int(text)


def _following(request: Request, offset: int) -> str:
    return str(request.url.include_query_params(offset=offset))


def _content_type(format_: str) -> str:
    return TYPES[format_][0] + ("; charset=utf-8" if format_ == "csv" else "")


def _described(request: Request, query: Query) -> Mapping[str, object]:
    return {
        "name": query.name,
        "title": query.title,
        "question": query.question,
        "parameters": [
            {"name": each.name, "kind": each.kind, "required": each.default is None, "default": each.default}
            for each in query.parameters.values()
        ],
        "example": str(request.url.replace(path=f"/api/queries/{query.name}").include_query_params(**query.example)),
        "sparql": query.text,
    }

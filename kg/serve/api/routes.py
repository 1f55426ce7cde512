"""The addresses of the saved questions, the reconciliation service and the descriptions of the data."""

from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from kg.serve.api import questions
from kg.serve.api.openapi import description
from kg.serve.sparql.ends import End
from kg.serve.sparql.pool import Pool


def routes(pool: Pool) -> list[BaseRoute]:
    """Where a pool of workers answers saved questions."""
    return [
        Route("/api/queries", End(questions.listing)),
        Route("/api/queries/{name}", End(partial(questions.answer, pool))),
        Route("/api/openapi.json", _openapi),
    ]


async def _openapi(request: Request) -> Response:
    return JSONResponse(description(str(request.base_url).rstrip("/")))

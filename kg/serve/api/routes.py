"""The addresses of the saved questions, the reconciliation service and the descriptions of the data."""

from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from kg.serve.api import questions, reconcile
from kg.serve.api.catalogue import Catalogue
from kg.serve.api.openapi import description
from kg.serve.sparql.ends import End
from kg.serve.sparql.pool import Pool


def routes(pool: Pool) -> list[BaseRoute]:
    """Where a pool of workers answers saved questions."""
    catalogue = End(Catalogue(pool).answer)
    return [
        Route("/api/queries", End(questions.listing)),
        Route("/api/queries/{name}", End(partial(questions.answer, pool))),
        Route("/api/openapi.json", _openapi),
        Route("/reconcile", End(reconcile.shared(reconcile.answer))),
        Route("/reconcile/suggest/{kind}", reconcile.shared(reconcile.suggest)),
        Route("/reconcile/properties", reconcile.shared(reconcile.properties)),
        Route("/reconcile/preview", reconcile.shared(reconcile.preview)),
        Route("/reconcile/view", reconcile.shared(reconcile.view)),
        Route("/catalog", catalogue),
        Route("/.well-known/void", catalogue),
    ]


async def _openapi(request: Request) -> Response:
    return JSONResponse(description(str(request.base_url).rstrip("/")))

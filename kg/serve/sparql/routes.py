"""The addresses of the endpoint, the graph store and the editor."""

from functools import partial

from starlette.routing import BaseRoute, Route

from kg.serve.sparql import graph_store, protocol
from kg.serve.sparql.pool import Pool

_ALL = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE")  # those not taken are refused in words of ours


def routes(pool: Pool) -> list[BaseRoute]:
    """Where a pool of workers answers."""
    endpoint, store = partial(protocol.answer, pool), partial(graph_store.answer, pool)
    return [
        Route("/sparql", endpoint, methods=_ALL),
        Route("/sparql/", endpoint, methods=_ALL),
        Route("/graphs", store, methods=_ALL),
        Route("/graphs/{path:path}", store, methods=_ALL),
    ]

"""The addresses of the endpoint, the graph store and the editor."""

from functools import partial

from starlette.routing import BaseRoute, Route

from kg.serve.sparql import editor, graph_store, protocol
from kg.serve.sparql.ends import End
from kg.serve.sparql.pool import Pool


def routes(pool: Pool) -> list[BaseRoute]:
    """Where a pool of workers answers."""
    endpoint, store = End(partial(protocol.answer, pool)), End(partial(graph_store.answer, pool))
    return [
        Route("/sparql", endpoint),
        Route("/sparql/", endpoint),
        Route("/sparql/editor", editor.page),
        Route("/sparql/help.json", editor.help_),
        Route("/graphs", store),
        Route("/graphs/{path:path}", store),
    ]

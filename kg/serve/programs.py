"""What programs ask of the site: SPARQL, the saved questions, reconciliation, and what the data is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from starlette.applications import Starlette
from starlette.routing import BaseRoute

from kg.serve.api import routes as api
from kg.serve.settings import Settings
from kg.serve.sparql import routes as sparql
from kg.serve.sparql.limits import Limits
from kg.serve.sparql.pool import Pool


class Programs:
    """The routes of programs, and the workers behind them."""

    def __init__(self, settings: Settings) -> None:
        given, self._where = settings.limits, settings.store
        limits = Limits(seconds=given.seconds, size=given.answer, workers=given.workers)
        self._foreign = Pool(settings.store, limits)
        self._saved = Pool(settings.store, replace(limits, workers=1), nice=0)  # foreign questions do not hold it up

    def routes(self) -> list[BaseRoute]:
        """All of them."""
        return [*sparql.routes(self._foreign), *api.routes(self._saved, self._where)]

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """End the workers with the site."""
        try:
            yield
        finally:
            self._foreign.close()
            self._saved.close()

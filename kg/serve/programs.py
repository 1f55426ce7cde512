"""What programs ask of the site: SPARQL, the saved questions, reconciliation, and what the data is."""

from collections.abc import Sequence

from starlette.routing import BaseRoute

from kg.serve.later import Later
from kg.serve.settings import Settings
from kg.serve.sparql.limits import Limits
from kg.serve.sparql.pool import Pool


class Programs:
    """The routes of programs, and the workers behind them."""

    def __init__(self, settings: Settings) -> None:
        given = settings.limits
        limits = Limits(seconds=given.seconds, size=given.answer, workers=given.workers)
        self._foreign = Pool(settings.store, limits)
        self.saved = Pool(settings.store, limits, nice=0)  # of its own: foreign questions do not hold it up

    def routes(self) -> list[BaseRoute]:
        """All of them."""
        return [
            Later(("/sparql", "/graphs"), self._sparql),
            Later(("/api", "/reconcile", "/catalog", "/.well-known/void"), self._api),
        ]

    def close(self) -> None:
        """End the workers."""
        self._foreign.close()
        self.saved.close()

    def _sparql(self) -> Sequence[BaseRoute]:
        from kg.serve.sparql.routes import routes

        return routes(self._foreign)

    def _api(self) -> Sequence[BaseRoute]:
        from kg.serve.api.routes import routes

        return routes(self.saved)

"""Pages for people, rendered here; each has an address that stays, and works without a script."""

from starlette.routing import BaseRoute, Route

from kg.serve.pages import overview
from kg.serve.pages.page import shown
from kg.serve.settings import Settings

VIEWS = {
    "/": overview.view,
}


def routes(settings: Settings) -> list[BaseRoute]:  # noqa: ARG001
    """A route for each page."""
    return [Route(path, shown(view), methods=["GET"]) for path, view in VIEWS.items()]

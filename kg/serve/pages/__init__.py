"""Pages for people, rendered here; each has an address that stays, and works without a script."""

from collections.abc import Mapping
from types import MappingProxyType

from starlette.routing import BaseRoute, Route

from kg.serve.pages import (
    about,
    explorer,
    overview,
    questions,
    recommendations,
    reference,
    review,
    reviews,
    search,
    themes,
)
from kg.serve.pages.page import View, shown
from kg.serve.settings import Settings

VIEWS: Mapping[str, View] = MappingProxyType(
    {
        "/": overview.view,
        "/reviews": reviews.view,
        "/reviews/{review}": review.view,
        "/themes": themes.tree,
        "/themes/{theme}": themes.view,
        "/agencies": recommendations.agencies,
        "/agencies/{agency}": recommendations.agency,
        "/recommendations": recommendations.view,
        "/questions": questions.listing,
        "/questions/{question}": questions.view,
        "/explorer": explorer.view,
        "/reference": reference.view,
        "/search": search.view,
        "/about": about.view,
    }
)


def routes(settings: Settings) -> list[BaseRoute]:  # noqa: ARG001 - what every group of routes is given
    """A route for each page."""
    return [
        *(Route(path, shown(view), methods=["GET"]) for path, view in VIEWS.items()),
        Route("/explorer/page", explorer.whole, methods=["GET"]),
        Route("/reference/files/{file}", reference.file, methods=["GET"]),
    ]

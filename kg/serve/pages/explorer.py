"""The explorer: the page of `kg graph`, made from the store as it is now, and made anew only when that changes."""

from threading import Lock
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.namespaces import THEME
from kg.serve.catalogue import Catalogue
from kg.serve.library import Library, Opened
from kg.serve.pages.page import Page, Visit
from kg.vocabulary import themes

if TYPE_CHECKING:
    from kg.explorer.page import Explorer


def view(visit: Visit) -> Page:
    """The explorer inside the site."""
    return Page("explorer.html", "Explorer", {"reviews": len(visit.catalogue.reviews)})


class Whole:
    """The explorer alone: one closed page that names in its own policy what it may run."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: tuple[str, Explorer] | None = None  # the store's version, and the page made of it

    def __call__(self, request: Request) -> Response:
        """Answer with the page, from a thread."""
        library: Library = request.app.state.library
        opened = library.opened()
        tag = f'"{opened.version}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        made = self._page(opened)
        policy = f"{made.policy}; frame-ancestors 'self'"
        headers = {"content-security-policy": policy, "cache-control": "no-cache", "etag": tag}
        return HTMLResponse(made.html, headers=headers)

    def _page(self, opened: Opened) -> "Explorer":
        from kg.collecting import collect
        from kg.explorer.page import explorer

        with self._lock:
            if self._made is None or self._made[0] != opened.version:
                made = explorer(collect(opened.store), address=lambda iri: address_of(opened.catalogue, iri))
                self._made = opened.version, made
            return self._made[1]


def address_of(catalogue: Catalogue, iri: str) -> str | None:
    """The address of the page on a review or a theme."""
    if iri in catalogue.by_iri:
        return f"/reviews/{catalogue.by_iri[iri].id}"
    theme = iri.removeprefix(THEME)
    return f"/themes/{theme}" if theme in themes() else None

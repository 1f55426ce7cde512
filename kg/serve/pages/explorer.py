"""The explorer: the page of `kg graph`, made from the store as it is now, and made anew only when that changes."""

from threading import Lock

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.serve.library import Library, Opened
from kg.serve.pages.page import Page, Visit

_FRAMED = {"content-security-policy": "frame-ancestors 'self'", "cache-control": "no-cache"}


def view(visit: Visit) -> Page:
    """The explorer inside the site."""
    return Page("explorer.html", "Explorer", {"reviews": len(visit.catalogue.reviews)})


class Whole:
    """The explorer alone: one closed page that names in its own policy what it may run."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made = ("", "")  # the store's version, and the page made of it

    def __call__(self, request: Request) -> Response:
        """Answer with the page, from a thread."""
        library: Library = request.app.state.library
        opened = library.opened()
        tag = f'"{opened.version}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        return HTMLResponse(self._page(opened), headers={**_FRAMED, "etag": tag})

    def _page(self, opened: Opened) -> str:
        from kg.collection import collect
        from kg.picture import page

        with self._lock:
            if self._made[0] != opened.version:
                self._made = opened.version, page(collect(opened.store))
            return self._made[1]

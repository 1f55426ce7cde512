"""The explorer: the page of `kg graph`, drawn of the store as it is now, and a page that waits until it is."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

from kg.serve.guard import POLICY
from kg.serve.pages.page import Page, Visit
from kg.serve.render import environment

if TYPE_CHECKING:
    from kg.serve.drawing import Drawing
    from kg.serve.library import Library

_PATIENCE = 1.0  # seconds before a page says that there is something to wait for
_FRAMED = "frame-ancestors 'self'"


def view(visit: Visit) -> Page:
    """The explorer inside the site."""
    return Page("explorer.html", "Explorer", {"reviews": len(visit.catalogue.reviews)})


async def whole(request: Request) -> Response:
    """The explorer alone: one closed page that names in its own policy what it may run.

    While it is drawn, a page that tells how long that has taken, and leads on as soon as it is done. It is one answer
    that goes on being sent, so it needs no script and no reloading.
    """
    library: Library = request.app.state.library
    drawing: Drawing = request.app.state.drawing
    version = (await run_in_threadpool(library.opened)).version
    tag = f'"{version}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"etag": tag})
    drawn = await drawing.done(version, _PATIENCE)
    if drawn is None:
        reviews = len((await run_in_threadpool(library.opened)).catalogue.reviews)
        return _waiting(drawing, version, reviews)
    return await run_in_threadpool(_sent, drawn, tag)


def _sent(drawn: Path, tag: str) -> Response:
    from kg.explorer.page import page_policy

    policy = f"{page_policy()}; {_FRAMED}"
    headers = {"content-security-policy": policy, "cache-control": "no-cache", "etag": tag}
    return HTMLResponse(drawn.read_bytes(), headers=headers)


def _waiting(drawing: "Drawing", version: str, reviews: int) -> Response:
    policy = POLICY.replace("frame-ancestors 'none'", _FRAMED)
    headers = {"content-security-policy": policy, "cache-control": "no-store", "retry-after": "5"}
    return StreamingResponse(_told(drawing, version, reviews), 202, headers, "text/html; charset=utf-8")


async def _told(drawing: "Drawing", version: str, reviews: int) -> AsyncIterator[str]:
    """The parts of the page that waits: its beginning, each second, and its end."""
    parts = environment().get_template("drawing.html").module
    yield str(parts.beginning(reviews))  # type: ignore[attr-defined] # macros of the template
    while drawing.begin(version) is None and drawing.is_going_on:
        yield str(parts.so_far(drawing.seconds))  # type: ignore[attr-defined] # macros of the template
        await asyncio.sleep(0.5)
    yield str(parts.end(is_there=drawing.begin(version) is not None))  # type: ignore[attr-defined] # macros of the template

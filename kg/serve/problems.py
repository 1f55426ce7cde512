"""What went wrong, on a page of one line, with its status."""

import http

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from kg.errors import KGError
from kg.folder import StoreError
from kg.serve.asking import NotAnsweredError
from kg.serve.render import html

_SAID = {
    404: "There is no page at this address: try the search or the menu.",
    405: "This address does not take such a request: this site is for reading.",
    413: "That is more than this site takes at once: send less.",
}


def problem(request: Request, status: int, line: str) -> Response:
    """A page, or plain text for a program, that says in one line what is wrong."""
    title = http.HTTPStatus(status).phrase
    if "text/html" not in request.headers.get("accept", "text/html") and "*/*" not in request.headers.get("accept", ""):
        return PlainTextResponse(line + "\n", status)
    return HTMLResponse(html(request, "problem.html", title, {"line": line, "status": status}), status)


async def refused(request: Request, error: Exception) -> Response:
    """An address or a method that is not there."""
    assert isinstance(error, HTTPException)
    said = error.detail if error.detail != http.HTTPStatus(error.status_code).phrase else ""
    return problem(request, error.status_code, said or _SAID.get(error.status_code, error.detail))


async def mendable(request: Request, error: Exception) -> Response:
    """Something that who asks can mend, or who runs the site where it is the store."""
    assert isinstance(error, KGError)
    return problem(request, 503 if isinstance(error, StoreError | NotAnsweredError) else 400, str(error))


def unexpected(request: Request) -> Response:
    """A bug of ours; what it says may hold words of a review, so it is not shown."""
    if request.method == "POST":  # what was sent may be written already
        line = "Something went wrong here: go back and see whether what you sent was kept, before you send it again."
    else:
        line = "Something went wrong here, and nothing was changed: go back, or try again."
    return problem(request, 500, line)

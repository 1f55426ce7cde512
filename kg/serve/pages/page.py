"""From a request to a page: each page is a function from a visit to a template's values and tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.errors import KGError
from kg.render import render
from kg.serve.asking import Asking, asking
from kg.serve.catalogue import Catalogue
from kg.serve.opened import Opened
from kg.serve.pages.table import Table
from kg.serve.render import html
from kg.serve.settings import Settings
from kg.stores import Store

if TYPE_CHECKING:
    from kg.serve.library import Library

TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "markdown": "text/markdown; charset=utf-8",
    "table": "text/plain; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_WIDTH = 120  # characters of a table as plain text, as `kg query` prints it into a pipe
_ENDINGS = {"markdown": "md", "table": "txt"}


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page is made from: the address that was asked for, and the state of the store."""

    settings: Settings
    opened: Opened
    path: Mapping[str, str]
    asked: QueryParams
    asking: Asking

    @property
    def store(self) -> Store:
        """The store, for questions."""
        return self.opened.store

    @property
    def catalogue(self) -> Catalogue:
        """All its reviews."""
        return self.opened.catalogue

    def one(self, name: str) -> str:
        """A value of the address, without white space at its ends; empty if it is not there."""
        return self.asked.get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Page:
    """What a visit comes to."""

    template: str
    title: str
    context: Mapping[str, object] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()  # each can be downloaded under its name
    status: int = 200


View = Callable[[Visit], Page]


def shown(view: View) -> Callable[[Request], Response]:
    """An endpoint that shows a page, or one of its tables as a file with `?format=csv&table=name`.

    Runs in a thread. A page is the same as long as the store, the address and our own version are: its tag says so.
    """

    @wraps(view)
    def endpoint(request: Request) -> Response:
        library: Library = request.app.state.library
        opened = library.opened()
        tag = _tag(request, opened)
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        try:
            response = _answer(request, view, opened)
        except KGError:
            later = library.opened()
            if later is opened:
                raise
            response, tag = _answer(request, view, later), _tag(request, later)  # a load took the files away meanwhile
        return _dated(response, tag)

    return endpoint


def _answer(request: Request, view: View, opened: Opened) -> Response:
    page = view(visit(request, opened))
    if "format" in request.query_params:
        return download_of(page.tables, request.query_params)
    tables = {table.name: table for table in page.tables}
    links = {"download": downloads(request), "tables": tables}
    return HTMLResponse(html(request, page.template, page.title, {**links, **page.context}), page.status)


def _dated(response: Response, tag: str) -> Response:
    """A page that a browser may keep and ask about again; one that says why there is no answer, it must not."""
    is_good = response.status_code == 200
    response.headers.update({"etag": tag, "cache-control": "no-cache"} if is_good else {"cache-control": "no-store"})
    return response


def visit(request: Request, opened: Opened) -> Visit:
    """A visit to a state of the store."""
    return Visit(request.app.state.settings, opened, request.path_params, request.query_params, asking(request, opened))


def download_of(held: Sequence[Table], asked: QueryParams) -> Response:
    """A table as a file, in the format that is asked for."""
    tables = {table.name: table for table in held}
    name = asked.get("table") or next(iter(tables), "")
    if name not in tables:
        raise HTTPException(404, f"This page has no table called {name[:80]!r}: try one of {', '.join(tables)}.")
    format_ = asked["format"]
    if format_ not in TYPES:
        raise HTTPException(400, f"No format is called {format_[:80]!r}. Try one of: {', '.join(TYPES)}.")
    file = f"{tables[name].file or name}.{_ENDINGS.get(format_, format_)}"
    cut = {"kg-cut": tables[name].cut} if tables[name].cut else {}
    headers = {"content-disposition": f'attachment; filename="{file}"', **cut}
    return Response(render(tables[name].answer, format_, width=_WIDTH), media_type=TYPES[format_], headers=headers)


def downloads(request: Request) -> Callable[[str, str], str]:
    """What gives the address of a table of this page in a format."""
    kept = [(key, value) for key, value in request.query_params.multi_items() if key not in ("format", "table", "page")]

    def address(table: str, format_: str) -> str:
        return f"{request.url.path}?{urlencode([*kept, ('table', table), ('format', format_)])}"

    return address


def _tag(request: Request, opened: Opened) -> str:
    settings: Settings = request.app.state.settings
    key = (opened.version, request.url.path, request.url.query, request.headers.get("host"), settings.curate)
    return f'"{sha256(repr(key).encode()).hexdigest()[:20]}"'


def missing(what: str) -> HTTPException:
    """What a page raises for something that is not in the store."""
    return HTTPException(404, what)

"""A request in the SPARQL 1.1 Protocol, read: what is asked, over which graphs, and in which format."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.errors import KGError
from kg.serve.sparql.negotiation import BOOLEAN, HTML, SOLUTIONS, TRIPLES, best, named

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_MOST_FIELDS = 1_000
_UTF8 = ("", "utf-8", "utf8", "us-ascii")
_FORMATS = ("html", *SOLUTIONS, *TRIPLES)


class RefusedRequestError(KGError):
    """A request that is not answered, with the status that says why."""

    def __init__(self, status: int, words: str) -> None:
        self.status = status
        super().__init__(words)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request says: the question if there is one, and the fields beside it."""

    query: str | None
    fields: tuple[tuple[str, str], ...]

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field."""
        return tuple(value for key, value in self.fields if key == name)

    def one(self, name: str) -> str | None:
        """The value of a field that may come once.

        Raises: RefusedRequestError, if it comes twice.
        """
        values = self.all(name)
        if len(values) > 1:
            raise RefusedRequestError(400, f"The field {name} comes {len(values)} times: send it once.")
        return values[0] if values else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """The format for each kind of answer, none where none would do, and whether it is to be shown as a page."""

    solutions: str | None
    boolean: str | None
    triples: str | None
    is_page: bool = False


async def read(request: Request, limit: int) -> Asked:
    """What a request asks.

    Raises: RefusedRequestError.
    """
    fields = _fields(request.scope["query_string"])
    if request.method != "POST":
        return _checked(Asked(None, fields))
    kind = _media_type(request)
    if kind == UPDATE:
        raise RefusedRequestError(403, _READ_ONLY)
    if kind not in (FORM, QUERY):
        raise RefusedRequestError(415, f"A question is posted as {QUERY} or as {FORM}, in UTF-8.")
    body = await _body(request, limit)
    if kind == FORM:
        return _checked(Asked(None, (*fields, *_fields(body))), posted=True)
    return _checked(Asked(None, (*fields, ("query", _text(body)))), posted=True)


def wanted(accept: str, asked: str | None = None) -> Wanted:
    """The formats that an Accept header likes best, or those of a name such as `csv`.

    Raises: RefusedRequestError, if no format has this name.
    """
    if asked:
        return _named(asked)
    if best(accept, {**SOLUTIONS, **TRIPLES, **HTML}) in HTML:
        return _PAGE
    return Wanted(best(accept, SOLUTIONS), best(accept, BOOLEAN), best(accept, TRIPLES))


def _named(format_: str) -> Wanted:
    if format_.lower() in HTML:
        return _PAGE
    found = Wanted(named(format_, SOLUTIONS), named(format_, BOOLEAN), named(format_, TRIPLES))
    if found == _NOTHING:
        raise RefusedRequestError(400, f"No format is called {format_[:40]!r}. Try one of: {', '.join(_FORMATS)}.")
    return found


_PAGE = Wanted("json", "json", "ttl", is_page=True)
_NOTHING = Wanted(None, None, None)
_READ_ONLY = "This endpoint is for reading: it takes no updates. Load documents with `kg load`."


def _checked(asked: Asked, *, posted: bool = False) -> Asked:
    if asked.all("update"):
        raise RefusedRequestError(403, _READ_ONLY)
    query = asked.one("query")
    if query is None and posted:
        raise RefusedRequestError(400, "There is no question: send one in the field `query`.")
    return Asked(query, asked.fields)


def _media_type(request: Request) -> str:
    kind, *parameters = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    charset = next((part[8:].strip('"') for part in parameters if part.startswith("charset=")), "")
    if charset not in _UTF8:
        raise RefusedRequestError(415, f"A question is sent in UTF-8, not in {charset[:40]!r}.")
    return kind


async def _body(request: Request, limit: int) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise RefusedRequestError(413, f"A question here has up to {limit:,} bytes: send a shorter one.")
    return body


def _fields(encoded: bytes) -> tuple[tuple[str, str], ...]:
    try:
        return tuple(parse_qsl(_text(encoded), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS))
    except UnicodeDecodeError as error:
        raise RefusedRequestError(400, "A field of the request is not in UTF-8: send it so.") from error
    except ValueError as error:
        raise RefusedRequestError(400, f"The request has more than {_MOST_FIELDS:,} fields: send fewer.") from error


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise RefusedRequestError(400, "The request is not in UTF-8: send it so.") from error

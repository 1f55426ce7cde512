"""Replies of workers as responses: the status, the type, and whether the answer was cut, in headers."""

from collections.abc import Iterable, Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.formats import FORMATS
from kg.rdf.statements import Quad
from kg.serve.sparql.jobs import Reply
from kg.serve.sparql.negotiation import TRIPLES, best, content_type, named

_RETRY = "5"  # seconds


def response(request: Request, reply: Reply, headers: Mapping[str, str] | None = None) -> Response:
    """What is sent for a reply: its bytes, or its line as plain text."""
    if not reply.is_good:
        return refusal(reply.status, reply.body.decode().strip())
    said = {"kg-rows": str(reply.rows), **({"kg-cut": reply.cut} if reply.cut else {}), **(headers or {})}
    return whole(request, reply.body, content_type(reply.format), said)


def whole(request: Request, body: bytes, type_: str, headers: Mapping[str, str] | None = None) -> Response:
    """A good answer; to HEAD without its body."""
    said = {"vary": "accept", "cache-control": "no-cache", **(headers or {}), "content-length": str(len(body))}
    return Response(b"" if request.method == "HEAD" else body, media_type=type_, headers=said)


def refusal(status: int, words: str, headers: Mapping[str, str] | None = None) -> Response:
    """One plain line that says why there is no answer."""
    again = {"retry-after": _RETRY} if status == 503 else {}
    return PlainTextResponse(" ".join(words.split()) + "\n", status, {**again, **(headers or {})})


def not_allowed(methods: Iterable[str], words: str) -> Response:
    """The refusal of a method."""
    return refusal(405, words, {"allow": ", ".join(methods)})


def options(methods: Iterable[str]) -> Response:
    """What an address takes."""
    return Response(status_code=204, headers={"allow": ", ".join(methods)})


def rdf(request: Request, quads: Iterable[Quad], asked: str | None = None) -> Response:
    """Triples in the format that the request likes best."""
    format_ = named(asked, TRIPLES) if asked else best(request.headers.get("accept", ""), TRIPLES)
    if format_ is None:
        offered = ", ".join(types[0] for types in TRIPLES.values())
        return refusal(406, f"This is RDF: ask for one of {offered}.")
    return whole(request, "".join(FORMATS["." + format_].write(quads)).encode(), content_type(format_))

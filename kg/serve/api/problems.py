"""What programs are told when there is no answer: problem details in JSON, as RFC 9457 writes them."""

import http
import json
from collections.abc import Iterable, Mapping

from starlette.responses import Response

TYPE = "application/problem+json"
METHODS = ("GET", "HEAD", "OPTIONS")


def problem(status: int, line: str, headers: Mapping[str, str] | None = None) -> Response:
    """A status, its name, and one line: what, where, next step."""
    said = {"type": "about:blank", "title": http.HTTPStatus(status).phrase, "status": status, "detail": line}
    again = {"retry-after": "5"} if status == http.HTTPStatus.SERVICE_UNAVAILABLE else {}
    return Response(json.dumps(said, ensure_ascii=False) + "\n", status, {**again, **(headers or {})}, TYPE)


def not_allowed(methods: Iterable[str] = METHODS) -> Response:
    """The refusal of a method."""
    allowed = ", ".join(methods)
    return problem(405, f"This address takes {allowed}.", {"allow": allowed})

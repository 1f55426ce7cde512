"""Which requests may change something: those that one of our own pages sent."""

import hmac
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.requests import Request

from kg.serve.curate.sessions import Session


def is_from_here(request: Request) -> bool:
    """Whether a browser says that a page of this very site sent it; what says nothing is not trusted."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    if origin is not None:
        return urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()
    return site == "same-origin"


def has_token(session: Session, form: Mapping[str, str]) -> bool:
    """Whether a form carries the token of its session."""
    return hmac.compare_digest(form.get("token", "").encode(), session.token.encode())

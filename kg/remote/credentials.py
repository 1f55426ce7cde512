"""Proof of who asks: a bearer token, or a user and password by the scheme that the server wants."""

from collections.abc import Generator

import httpx

from kg.remote.settings import Settings

Flow = Generator[httpx.Request, httpx.Response, None]


class Password(httpx.Auth):
    """Basic authentication, or Digest from the first time on that the server asks for it."""

    def __init__(self, user: str, password: str) -> None:
        self._basic: httpx.Auth = httpx.BasicAuth(user, password)
        self._digest: httpx.Auth = httpx.DigestAuth(user, password)
        self._is_digest = False

    def auth_flow(self, request: httpx.Request) -> Flow:
        """Send the request with proof, and again if the server wants the other scheme."""
        if not self._is_digest:
            response = yield from _first(self._basic.auth_flow(request))
            if not _asks_for_digest(response):
                return
            self._is_digest = True
            del request.headers["Authorization"]
        yield from self._digest.auth_flow(request)


class Token(httpx.Auth):
    """A bearer token."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Flow:
        """Send the request with the token."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


def credentials(settings: Settings) -> httpx.Auth | None:
    """What proves who asks; `None` where nothing was set."""
    if settings.token:
        return Token(settings.token)
    return Password(settings.user, settings.password) if settings.user else None


def _first(flow: Flow) -> Generator[httpx.Request, httpx.Response, httpx.Response]:
    response = yield next(flow)
    return response


def _asks_for_digest(response: httpx.Response) -> bool:
    asked = response.headers.get_list("www-authenticate")
    return response.status_code == httpx.codes.UNAUTHORIZED and any(
        each.lower().lstrip().startswith("digest") for each in asked
    )

"""Proof of who asks: a bearer token, or a user and password by the scheme that the server wants."""

from collections.abc import Generator

import httpx

from kg.remote.settings import Settings

Flow = Generator[httpx.Request, httpx.Response, None]


class Password(httpx.Auth):
    """Basic authentication, or Digest where the server refuses that."""

    def __init__(self, user: str, password: str) -> None:
        self._basic: httpx.Auth = httpx.BasicAuth(user, password)
        self._digest: httpx.Auth = httpx.DigestAuth(user, password)
        self._is_basic = True

    def auth_flow(self, request: httpx.Request) -> Flow:
        """Send the request with proof, and again if the server wants the other scheme, which some say only then."""
        if self._is_basic:
            response = yield next(self._basic.auth_flow(request))
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            del request.headers["Authorization"]
        flow = self._digest.auth_flow(request)
        asked = next(flow)
        while True:
            response = yield asked
            self._is_basic = self._is_basic and not _wants_digest(response)
            try:
                asked = flow.send(response)
            except StopIteration:
                return


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


def _wants_digest(response: httpx.Response) -> bool:
    asked = response.headers.get_list("www-authenticate")
    return any(each.lower().lstrip().startswith("digest") for each in asked)

"""Who is at which browser: a name and a token for each, kept in memory until the site ends."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, replace
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response

_COOKIE = "kg-curation"
_MOST = 1_000  # sessions; the one that was not seen for longest goes first
_LONGEST = 100  # characters of a name


@dataclass(frozen=True, slots=True)
class Session:
    """One browser."""

    key: str
    token: str  # every form carries it
    name: str = ""  # of the person, once they said it


class Sessions:
    """All browsers that opened a page of curation."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Session] = OrderedDict()
        self._lock = Lock()

    def of(self, request: Request) -> Session:
        """The session of a request's cookie, or a new one."""
        with self._lock:
            key = request.cookies.get(_COOKIE, "")
            found = self._held.get(key) or Session(secrets.token_urlsafe(24), secrets.token_urlsafe(24))
            self._held[found.key] = found
            self._held.move_to_end(found.key)
            while len(self._held) > _MOST:
                self._held.popitem(last=False)
            return found

    def named(self, session: Session, name: str) -> Session:
        """The session with a name, from now on."""
        with self._lock:
            self._held[session.key] = replace(session, name=name)
            return self._held[session.key]

    @staticmethod
    def keep(request: Request, session: Session, response: Response) -> Response:
        """Let the browser come back as the same; over TLS alone, where it came over TLS."""
        by_tls = request.url.scheme == "https"  # or so a server before this one says, which uvicorn trusts here alone
        response.set_cookie(_COOKIE, session.key, path="/curate", secure=by_tls, httponly=True, samesite="strict")
        response.headers["cache-control"] = "no-store"
        return response


def name_of(said: str) -> str:
    """A name as it is kept; empty if it is none."""
    name = " ".join(said.split())
    return name if name.isprintable() and len(name) <= _LONGEST else ""

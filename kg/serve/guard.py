"""Who may ask, and what goes with every answer: host names, security headers, a short log, errors in one line."""

import logging
import time
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.problems import unexpected

LOG = logging.getLogger("kg.serve")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Guard:
    """Stands before everything else: refuses foreign host names, adds headers, logs, and turns a bug into one line."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answered = _Answered(send)
        start = time.perf_counter()
        try:
            await self._answer(scope, receive, answered)
        finally:
            spent = (time.perf_counter() - start) * 1000
            # The path alone: what people ask for, and the words of reviews, stay out of logs.
            LOG.info("%s %s %s %.0f ms", scope["method"], quote(scope["path"]), answered.status, spent)

    async def _answer(self, scope: Scope, receive: Receive, send: "_Answered") -> None:
        host = host_name(Headers(scope=scope).get("host", ""))
        if host not in self.hosts:
            words = f"This site is not known as {host[:80]!r}: start it with --allow-host to serve it by that name."
            await PlainTextResponse(words + "\n", 400)(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send)
        except Exception as error:  # the last place where a bug can become an answer
            LOG.error("%s at %s", type(error).__name__, _place(error))  # noqa: TRY400  # what it says may be text of a review
            LOG.debug("", exc_info=error)
            if not send.status:
                await unexpected(Request(scope, receive))(scope, receive, send)


class _Answered:
    """Adds the headers to an answer on its way out, and remembers that it has begun."""

    def __init__(self, send: Callable[[Message], Awaitable[None]]) -> None:
        self._send = send
        self.status = 0

    async def __call__(self, message: Message) -> None:
        """Pass a message on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)


def host_name(header: str) -> str:
    """The name in a Host header, without the port."""
    name = header.strip().lower()
    return name[: name.index("]") + 1] if name.startswith("[") and "]" in name else name.partition(":")[0]


def _place(error: BaseException) -> str:
    """Where in the code an error was raised: never what it says, which may hold words of a review."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"

"""Requests to an engine: within time limits, sent again where that may help, every failure one line.

Each request of a store may be sent twice: questions change nothing, and putting or deleting a whole graph again leaves
it the same, since the data has no blank nodes (docs/decisions/143).
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing

import httpx

from kg import __version__
from kg.remote.credentials import credentials
from kg.remote.errors import AddressError, SlowServerError, UnreachableError
from kg.remote.failures import failures_named, place
from kg.remote.refusal import Reply, refusal
from kg.remote.settings import CONNECTING, Settings

PAUSES = (0.2, 0.8, 2.0)  # seconds before a request is sent again
LONGEST_PAUSE = 30.0  # seconds, however long the server asks for
_PASSING = frozenset({429, 502, 503, 504})  # the server may do it a moment later


class Connection:
    """Sends requests to one engine; several threads may use it at once."""

    def __init__(
        self,
        settings: Settings,
        *,
        is_local: bool = False,
        transport: httpx.BaseTransport | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._seconds = settings.seconds
        self._pause = pause
        self._client = httpx.Client(
            auth=credentials(settings),
            timeout=httpx.Timeout(settings.seconds, connect=min(CONNECTING, settings.seconds)),
            trust_env=not is_local,  # a proxy between here and this very machine helps nobody
            headers={"User-Agent": f"safeguarding-kg/{__version__}"},
            transport=transport,
        )

    def close(self) -> None:
        """Close what is open to the server."""
        self._client.close()

    def send(
        self,
        method: str,
        address: str,
        *,
        named_by: str,
        parameters: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        allowed: frozenset[int] = frozenset(),
    ) -> Reply:
        """The server's reply, if it is a success or of an allowed status.

        `named_by` is the option or variable of the environment that names the address.

        Raises: AddressError, UnreachableError, SlowServerError, BrokenAnswerError, ServerRefusedError.
        """
        try:
            url = httpx.URL(address).copy_merge_params(dict(parameters or {}))
        except httpx.InvalidURL as error:
            raise AddressError(f"{address} is not an address ({error}): write https://host/path.") from error
        reply = self._persistently(
            self._client.build_request(method, url, headers=dict(headers or {}), content=content)
        )
        if httpx.codes.is_success(reply.status) or reply.status in allowed:
            return reply
        raise refusal(place(url), named_by, reply, len(content or b""))

    def _persistently(self, request: httpx.Request) -> Reply:
        """The first reply that will not be another one a moment later."""
        for pause in PAUSES:
            try:
                reply = self._once(request)
            except UnreachableError as error:
                if not error.may_pass:
                    raise
                self._pause(pause)
            else:
                if reply.status not in _PASSING:
                    return reply
                self._pause(pause if reply.wait is None else min(reply.wait, LONGEST_PAUSE))
        return self._once(request)

    def _once(self, request: httpx.Request) -> Reply:
        deadline = time.monotonic() + self._seconds
        with failures_named(request, self._seconds), closing(self._client.send(request, stream=True)) as response:
            body = b"".join(self._in_time(response.iter_bytes(), deadline, request))
            return Reply(
                response.status_code,
                response.headers.get("content-type", "").partition(";")[0].strip().lower(),
                body,
                _seconds(response.headers.get("retry-after", "")),
                response.headers.get("location", ""),
            )

    def _in_time(self, pieces: Iterable[bytes], deadline: float, request: httpx.Request) -> Iterator[bytes]:
        """The pieces of a body; the client's own limit is for each piece, ours for all together."""
        for piece in pieces:
            if time.monotonic() > deadline:
                raise SlowServerError(place(request.url), self._seconds)
            yield piece


def _seconds(text: str) -> float | None:
    """How long to wait as `Retry-After` says in seconds; a date is not waited for."""
    return float(text) if text.isascii() and text.isdecimal() else None

"""Failures of the network as errors that say what to do."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from kg.errors import briefly
from kg.remote.errors import BrokenAnswerError, SlowServerError, UnreachableError


def place(url: httpx.URL) -> str:
    """An address as a message names it: without the parameters."""
    return str(url.copy_with(query=None, fragment=None))


@contextmanager
def failures_named(request: httpx.Request, seconds: float) -> Iterator[None]:
    """Turn what the client raises into one line.

    Raises: UnreachableError, SlowServerError, BrokenAnswerError.
    """
    where = place(request.url)
    try:
        yield
    except httpx.ConnectTimeout as error:
        raise _unreachable(where, "no connection came about in time") from error
    except httpx.TimeoutException as error:
        raise SlowServerError(where, seconds) from error
    except httpx.ConnectError as error:
        raise _no_connection(where, error) from error
    except httpx.DecodingError as error:
        raise BrokenAnswerError(where, "it is not compressed as it says") from error
    except httpx.TransportError as error:
        raise _unreachable(where, "the connection was cut") from error


def _no_connection(where: str, error: httpx.ConnectError) -> UnreachableError:
    causes = list(_causes(error))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return _unreachable(where, "no machine of that name is known", may_pass=False)
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return _unreachable(where, f"its certificate or encryption is not accepted: {briefly(error)}", may_pass=False)
    return _unreachable(where, "the connection was refused")


def _unreachable(where: str, reason: str, *, may_pass: bool = True) -> UnreachableError:
    return UnreachableError(
        f"{where} cannot be reached ({reason}): check the address and that the engine runs, then try again.",
        may_pass=may_pass,
    )


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__

"""The site on a port of this machine."""

import ipaddress
import logging
import socket

import uvicorn

from kg.errors import KGError
from kg.serve.app import application
from kg.serve.settings import LOCAL_HOSTS, Settings

_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  # asked for by name, never the default


class CannotListenError(KGError):
    """The port or the address cannot be had."""

    def __init__(self, host: str, port: int, why: str) -> None:
        super().__init__(f"{host}:{port} cannot be listened on ({why}): choose another with --port or --host.")


def hosts(host: str, more: tuple[str, ...]) -> tuple[str, ...]:
    """The names under which the site may be asked: this machine's own, where it listens, and those allowed."""
    own = () if host in _EVERYWHERE else (f"[{host}]" if ":" in host else host,)
    return tuple(dict.fromkeys((*LOCAL_HOSTS, *own, *more)))


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; with port 0 on a free one.

    Raises: CannotListenError.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        opened = socket.socket(family, kind, protocol)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
        opened.listen(128)  # who asks before the site is ready waits a moment
    except (OSError, OverflowError) as error:
        raise CannotListenError(host, port, getattr(error, "strerror", None) or str(error)) from error
    return opened


def is_beyond_this_machine(at: socket.socket) -> bool:
    """Whether others can reach a socket over a network."""
    return not ipaddress.ip_address(at.getsockname()[0]).is_loopback


def serve(settings: Settings, at: socket.socket) -> None:
    """Serve until interrupted."""
    config = uvicorn.Config(
        application(settings),
        http="h11",
        ws="none",
        loop="asyncio",
        log_config=None,
        access_log=False,  # its lines would hold what people ask
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    uvicorn.Server(config).run(sockets=[at])

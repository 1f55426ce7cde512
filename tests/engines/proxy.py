"""A proxy on this machine that stands in front of an engine and lets requests fail as the network does."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import httpx


@dataclass(frozen=True)
class Canned:
    """An answer that does not come from the engine; `cut` says after how many bytes the connection ends."""

    status: int
    body: bytes = b""
    kind: str = "text/plain"
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    hold: threading.Event | None = None  # nothing is answered before it is set


@dataclass
class Faulty:
    """A proxy: `fault` sees the method and the address of each request, and may answer it."""

    where: str
    fault: Callable[[str, str], Canned | None] = lambda _method, _address: None
    seen: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def faulty(engine: str) -> Iterator[Faulty]:
    """A proxy in front of the engine at an address; nothing fails until a fault is set."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    proxy = Faulty(f"http://127.0.0.1:{server.server_port}{urlsplit(engine).path}")
    with httpx.Client(base_url=f"http://{urlsplit(engine).netloc}", trust_env=False) as behind:
        server.proxy, server.behind = proxy, behind  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield proxy
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _serve(self) -> None:
        proxy: Faulty = self.server.proxy  # type: ignore[attr-defined]
        proxy.seen.append((self.command, self.path))
        proxy.headers.append(dict(self.headers))
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        canned = proxy.fault(self.command, self.path)
        self._answer(canned or self._forwarded(body))

    do_GET = do_POST = do_PUT = do_DELETE = _serve  # noqa: N815 - the names that the library calls

    def _forwarded(self, body: bytes) -> Canned:
        behind: httpx.Client = self.server.behind  # type: ignore[attr-defined]
        kept = {name: self.headers[name] for name in ("Accept", "Content-Type") if name in self.headers}
        reply = behind.request(self.command, self.path, content=body, headers=kept)
        return Canned(reply.status_code, reply.content, reply.headers.get("Content-Type", ""))

    def _answer(self, canned: Canned) -> None:
        if canned.hold:
            canned.hold.wait(30)
        self.send_response(canned.status)
        for name, value in {"Content-Type": canned.kind, **canned.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(canned.body)))
        self.end_headers()
        self.wfile.write(canned.body[: canned.cut])
        if canned.cut is not None:
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

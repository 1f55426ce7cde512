"""The site under eight clients beside rdflib-endpoint serving the same data: time for an answer, memory, start-up."""

import http.client
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import kg
from benchmarks.timing import Row
from kg.queries import saved_queries

CLIENTS, REQUESTS = 8, 20  # requests of each client to us; the peer is asked fewer times, since it takes longer
OF_PEER = 4
PEER = "rdflib-endpoint"
THEME = "professional-curiosity"
QUERY = "reviews-naming-theme"
PATIENCE = 60.0  # seconds to wait for a server's first answer
_MEMORY = re.compile(r"^VmRSS:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True)
class Server:
    """A server that answers, and how long it took to."""

    port: int
    process: subprocess.Popen[bytes]
    start: float  # milliseconds from the command to the first answer
    cpu: float  # milliseconds of the processor until then; 0 where the system does not tell

    @property
    def memory(self) -> float:
        """The memory it holds, in MB; 0 where the system does not tell."""
        status = Path(f"/proc/{self.process.pid}/status")
        found = _MEMORY.search(status.read_text()) if status.exists() else None
        return int(found[1]) / 1024 if found else 0.0


def rows() -> Iterator[Row]:
    """A theme page, a saved question and SPARQL of one's own, then start-up and memory."""
    with tempfile.TemporaryDirectory() as folder:
        store, data = Path(folder, "store"), Path(folder, "data.nq")
        kg.load(kg.sample(), store=store)
        kg.export(data, store=store, vocabulary=True)
        with _ours(store) as ours, _peer(data) as peer:
            yield from _answers(ours, peer)
            yield Row("start to first answer", PEER, ours.start, peer.start, "wall ms")
            yield Row("start to first answer", PEER, ours.cpu, peer.cpu, "CPU ms")
            yield Row("start to first answer", "one second", ours.start, 1000, "wall ms", 1.0)
            yield Row("memory after that", PEER, ours.memory, peer.memory, "MB")


def _answers(ours: Server, peer: Server) -> Iterator[Row]:
    sparql = saved_queries()[QUERY].bind({"theme": THEME})
    asked = "/?" + urlencode({"query": sparql})
    theirs = _under_load(peer.port, asked, OF_PEER)
    unit = f"wall ms an answer, {CLIENTS} clients"
    for what, address in (
        ("a theme page; theirs: its quotes as SPARQL", f"/themes/{THEME}"),
        ("a saved question as a page", f"/questions/{QUERY}?theme={THEME}"),
        ("a saved question as CSV", f"/questions/{QUERY}?theme={THEME}&format=csv"),
    ):
        yield Row(what, PEER, _under_load(ours.port, address, REQUESTS), theirs, unit)


def _under_load(port: int, address: str, requests: int) -> float:
    """Milliseconds between two answers while all clients ask at once; its inverse is answers a second."""
    _ask(port, address)
    start = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        list(clients.map(lambda _: _ask(port, address, requests), range(CLIENTS)))
    return (time.perf_counter() - start) * 1000 / (CLIENTS * requests)


def _ask(port: int, address: str, times: int = 1) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    for _ in range(times):
        connection.request("GET", address, headers={"accept": "text/html, application/sparql-results+json;q=0.9"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.HTTPStatus.OK:
            raise RuntimeError(f"{address} was answered with {answer.status}")
    connection.close()


@contextmanager
def _ours(store: Path) -> Iterator[Server]:
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store)]
    with _started(lambda port: [*command, "--port", str(port)], "/") as server:
        yield server


@contextmanager
def _peer(data: Path) -> Iterator[Server]:
    command = [str(Path(sys.executable).with_name(PEER)), "serve", str(data), "--host", "127.0.0.1"]
    ask = "/?" + urlencode({"query": "ASK { ?s ?p ?o }"})
    with _started(lambda port: [*command, "--port", str(port)], ask) as server:
        yield server


@contextmanager
def _started(command: Callable[[int], Sequence[str]], address: str) -> Iterator[Server]:
    """A server on a free port of this machine, ended afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command(port), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        try:
            _wait(process, port, address)
            yield Server(port, process, (time.perf_counter() - start) * 1000, _cpu(process.pid))
        finally:
            process.terminate()


def _cpu(pid: int) -> float:
    """The milliseconds of the processor that a process has taken."""
    told = Path(f"/proc/{pid}/stat")
    if not told.exists():
        return 0.0
    user, system = told.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) * 1000 / os.sysconf("SC_CLK_TCK")


def _wait(process: subprocess.Popen[bytes], port: int, address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            _ask(port, address)
        except OSError:
            time.sleep(0.01)
        else:
            return
    raise RuntimeError("A server did not start.")

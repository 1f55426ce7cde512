"""Real engines for tests, each a process of its own on this machine that ends with the test.

Oxigraph's server comes with the development requirements. Apache Jena and Virtuoso are Debian packages
(libapache-jena-java, virtuoso-opensource-7-bin), which `.ci/run` installs.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import httpx
import pytest

HERE = Path(__file__).parent
JARS = Path("/usr/share/java")
JENA_JARS = (
    "jena-base", "jena-core", "jena-iri", "jena-arq", "jena-tdb2", "jena-dboe-base", "jena-dboe-index",
    "jena-dboe-storage", "jena-dboe-trans-data", "jena-dboe-transaction", "commons-io", "commons-lang3", "commons-csv",
    "commons-codec", "commons-compress", "dexx.collection", "gson", "guava", "slf4j-api", "slf4j-nop", "jackson-core",
    "jackson-databind", "jackson-annotations", "jsonld-java", "protobuf", "thrift", "titanium-json-ld",
)  # fmt: skip
VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
TransactionFile = virtuoso.trx
ErrorLogFile = virtuoso.log
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = {sql}
DirsAllowed = .
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
"""


@dataclass(frozen=True)
class Running:
    """An engine that answers."""

    where: str  # for --store
    environment: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@contextmanager
def oxigraph(folder: Path, *options: str) -> Iterator[Running]:
    """Oxigraph's server over an empty folder."""
    port = free_port()
    command = (str(Path(sys.executable).parent / "oxigraph"), "serve", "--location", str(folder / "oxigraph"))
    with process(folder, [*command, "--bind", f"127.0.0.1:{port}", *options]) as server:
        where = f"http://127.0.0.1:{port}/query"
        until_it_answers(where, server)
        yield Running(where)


@contextmanager
def oxigraph_with_union(folder: Path) -> Iterator[Running]:
    """Oxigraph's server, its default graph the union of all graphs."""
    with oxigraph(folder, "--union-default-graph") as running:
        yield running


@contextmanager
def oxigraph_by_update(folder: Path) -> Iterator[Running]:
    """Oxigraph's server, written by SPARQL Update."""
    with oxigraph(folder, "--union-default-graph") as running:
        yield Running(running.where, {"KG_STORE_UPDATE": running.where.replace("/query", "/update")})


@contextmanager
def jena(folder: Path) -> Iterator[Running]:
    """Apache Jena in memory, behind a server of some hundred lines beside this file."""
    needed(shutil.which("javac") is not None and (JARS / "jena-tdb2.jar").exists(), "libapache-jena-java and a JDK")
    with zipfile.ZipFile(JARS / "jena-core.jar") as core:  # Debian moved its classes, and not their messages
        for name in core.namelist():
            if name.endswith(".properties") and "/ext/xerces/" in name:
                place = folder / name.removeprefix("org/apache/jena/ext/")
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(core.read(name))
    path = os.pathsep.join([*(str(JARS / f"{name}.jar") for name in JENA_JARS), str(folder)])
    command = ["java", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", path, str(HERE / "Jena.java")]
    with process(folder, command, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        port = server.stdout.readline().strip()
        assert port, (folder / "log.txt").read_text()
        yield Running(f"http://127.0.0.1:{port.decode()}/ds/query")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Running]:
    """Virtuoso 7 over an empty folder."""
    needed(shutil.which("virtuoso-t") is not None, "virtuoso-opensource-7-bin")
    port = free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(http=port, sql=free_port()))
    with process(folder, ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]) as server:
        where = f"http://127.0.0.1:{port}/sparql"
        until_it_answers(where, server)
        yield Running(where, {"KG_STORE_USER": "dba", "KG_STORE_PASSWORD": "dba"})


ENGINES: Mapping[str, Callable[[Path], AbstractContextManager[Running]]] = MappingProxyType(
    {
        "oxigraph": oxigraph,
        "oxigraph-with-union": oxigraph_with_union,
        "oxigraph-by-update": oxigraph_by_update,
        "jena": jena,
        "virtuoso": virtuoso,
    }
)


def needed(there: bool, what: str) -> None:
    """Skip where an engine is not installed; fail where it has to be."""
    if not there:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"needs {what}")


@contextmanager
def process(folder: Path, command: Sequence[str], stdout: int | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """A process that ends when the block does; what it says is in log.txt."""
    with (folder / "log.txt").open("wb") as log:
        started = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=stdout or log,
            stderr=log if stdout else subprocess.STDOUT,
        )
    try:
        yield started
    finally:
        started.kill()
        started.communicate()


def until_it_answers(where: str, server: subprocess.Popen[bytes], seconds: float = 180) -> None:
    """Wait until an address answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            httpx.get(where, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"{server.args!r} does not answer")


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])

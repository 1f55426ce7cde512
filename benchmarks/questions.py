"""Every saved question over an invented collection: warm, beside other engines with its SPARQL, and as a command."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import pyoxigraph as ox

from benchmarks import peers
from benchmarks.generator.stores import store_of_digests
from benchmarks.timing import Row, median_of_calls, memory, of_commands, wants_all
from kg.queries import Query, saved_queries
from kg.store import Store
from tests.engines import JARS

REVIEWS, ALL_REVIEWS = 500, 20_000
OF_RDFLIB = 60  # reviews: it answers few of these questions over more
PATIENCE = 10.0  # seconds for five runs of a peer, and one to warm up
VALUES = {"review": "Child 2-3", "words": "housing"}  # the rest as in the example
_LIMITS = {"pyoxigraph on disk": 1.1, "rdflib": 0.1}  # of our time over theirs
WARM, COLD = 100.0, 400.0  # milliseconds that an answer may take, in this process and as a command


def rows() -> Iterator[Row]:
    """Warm over the whole collection beside other engines, over a small one beside rdflib, and as cold commands."""
    reviews = ALL_REVIEWS if wants_all() else REVIEWS
    large, small = store_of_digests(reviews), store_of_digests(OF_RDFLIB)
    with tempfile.TemporaryDirectory() as folder:
        little, whole = _dumped(small, Path(folder, "little.nq")), _dumped(large, Path(folder, "whole.nq"))
        others = [peers.Peer("pyoxigraph on disk", peers.oxigraph, str(large / "oxigraph"), PATIENCE)]
        if not wants_all():
            others.append(peers.Peer("pyoxigraph in memory", peers.oxigraph_in_memory, str(whole), PATIENCE))
            others += _others(str(whole))
        else:  # ten minutes to read them, and as many gigabytes
            others.append(peers.Peer("rdflib", peers.rdflib, str(whole), PATIENCE, lasts=True))
        yield from _warm(large, f"{reviews:,} reviews", others)
        slow = [peers.Peer(each.__name__, each, str(little), PATIENCE) for each in (peers.rdflib, peers.oxrdflib)]
        yield from _warm(small, f"{OF_RDFLIB} reviews", slow)
    yield from _cold(large, f"{reviews:,} reviews")


def _others(file: str) -> Iterator[peers.Peer]:
    """The peers that are installed here; servers are asked over HTTP, so that their own time is waited for."""
    if find_spec("maplib"):
        yield peers.Peer("maplib", peers.maplib, file, PATIENCE)
    yield peers.Peer("oxigraph server", peers.server, file, PATIENCE, "wall ms")
    if shutil.which("javac") and (JARS / "jena-tdb2.jar").exists():
        yield peers.Peer("Jena server", peers.jena, file, PATIENCE, "wall ms")


def _dumped(store: Path, file: Path) -> Path:
    with Store.open(store) as opened:
        opened.engine.dump(str(file), ox.RdfFormat.N_QUADS)
    return file


def _warm(where: Path, what: str, others: Sequence[peers.Peer]) -> Iterator[Row]:
    all_ours = []
    with Store.open(where) as store:
        for name, query in saved_queries().items():
            values = _values(query)
            ours = median_of_calls(lambda: tuple(query.run(store, **values).rows))  # noqa: B023 - called before the loop goes on
            all_ours.append(ours)
            for peer in others:
                theirs = peer.ask(query.bind(values))
                ended = "" if theirs else f", not {peers.RUNS + 1} times in {PATIENCE:g} s"
                limit = _LIMITS.get(peer.name)
                yield Row(f"{name}, {what}", f"{peer.name}{ended}", ours, theirs or peer.least, peer.unit, limit)
    yield Row(f"19 of 20 questions, {what}", "the limit of the issue", _p95(all_ours), WARM, "CPU ms", 1.0)
    for peer in others:
        if peer.unit == "CPU ms":  # a server's memory is its own
            yield Row(f"memory of all questions, {what}", peer.name, memory(), peer.memory, "MB")
        peer.end()


def _cold(where: Path, what: str) -> Iterator[Row]:
    kg = str(Path(sys.executable).with_name("kg"))
    click = (sys.executable, "-c", "import click")
    all_ours = []
    for name, query in saved_queries().items():
        given = [f"-p{key}={value}" for key, value in _values(query).items()]
        ours, theirs = of_commands((kg, "query", name, *given, "--store", str(where)), click, 5)
        all_ours.append(ours)
        yield Row(f"kg query {name}, {what}", "python -c 'import click'", ours, theirs, "CPU ms")
    yield Row(f"19 of 20 commands, {what}", "the limit of the issue", _p95(all_ours), COLD, "CPU ms", 1.0)


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]


def _values(query: Query) -> dict[str, str]:
    return {name: VALUES.get(name, query.example.get(name, "")) for name in query.example}

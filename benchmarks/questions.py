"""Every saved question over an invented collection: warm, beside other engines with its SPARQL, and as a command."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import peers
from benchmarks.collections import digests
from benchmarks.timing import Row, median_of_calls, of_commands, wants_all
from kg.export import export
from kg.queries import Query, saved_queries
from kg.store import Store

REVIEWS, ALL_REVIEWS = 500, 20_000
OF_RDFLIB = 60  # reviews: it answers few of these questions over more
PATIENCE = 20.0  # seconds for five runs of a peer, and one to warm up
COLD = ("themes-by-reviews", "theme-pairs", "reviews-naming-theme", "reviews-like")
VALUES = {"review": "Child 2-3", "words": "housing"}  # the rest as in the example


def rows() -> Iterator[Row]:
    """Warm over the whole collection, over a small one for rdflib, then cold commands beside importing click."""
    reviews = ALL_REVIEWS if wants_all() else REVIEWS
    with tempfile.TemporaryDirectory() as folder:
        small, large = _stored(Path(folder, "small"), OF_RDFLIB), _stored(Path(folder, "large"), reviews)
        file = Path(folder, "small.nq")
        with Store.open(small) as store:
            export(store, file, vocabulary=True)
        plain = peers.Peer("pyoxigraph", peers.oxigraph, str(large / "oxigraph"), PATIENCE)
        yield from _warm(large, f"{reviews:,} reviews", [plain])
        slow = [peers.Peer(each.__name__, each, str(file), PATIENCE) for each in (peers.rdflib, peers.oxrdflib)]
        yield from _warm(small, f"{OF_RDFLIB} reviews", slow)
        yield from _cold(large, f"{reviews:,} reviews")


def _stored(where: Path, reviews: int) -> Path:
    with Store.open(where, create=True) as store:
        store.load(digests(reviews))
    return where


def _warm(where: Path, what: str, others: list[peers.Peer]) -> Iterator[Row]:
    with Store.open(where) as store:
        for name, query in saved_queries().items():
            values = _values(query)
            ours = median_of_calls(lambda: query.run(store, **values))  # noqa: B023
            for peer in others:
                theirs = peer.ask(query.bind(values))
                ended = "" if theirs else f", ended after {PATIENCE:g} s"
                yield Row(f"{name}, {what}", f"{peer.name}{ended}", ours, theirs or PATIENCE * 1000)
    for peer in others:
        peer.end()


def _cold(where: Path, what: str) -> Iterator[Row]:
    kg = str(Path(sys.executable).with_name("kg"))
    click = (sys.executable, "-c", "import click")
    for name in COLD:
        given = [f"-p{key}={value}" for key, value in _values(saved_queries()[name]).items()]
        command = (kg, "query", name, *given, "--store", str(where))
        yield Row(f"kg query {name}, {what}", "python -c 'import click'", *of_commands(command, click, 5), "wall ms")


def _values(query: Query) -> dict[str, str]:
    return {name: VALUES.get(name, query.example.get(name, "")) for name in query.example}

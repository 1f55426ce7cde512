"""What the way over the network adds: ours beside a bare client, and an engine elsewhere beside the embedded store.

The engine is Oxigraph's own server on this machine; Apache Jena answers too where it is installed.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import httpx

from benchmarks.timing import Row, of_calls
from kg import pipeline
from kg.opening import open_store
from kg.paths import sample
from kg.queries import saved_queries
from kg.store import Store as Embedded
from kg.stores import Store
from tests.engines import JARS, Running, jena, oxigraph_with_union

_QUESTIONS = ("themes-by-reviews", "theme-pairs", "reviews-naming-theme")
_RUNS = 5
_ENGINES: tuple[tuple[str, Callable[[Path], AbstractContextManager[Running]]], ...] = (
    ("Oxigraph server", oxigraph_with_union),
    ("Jena", jena),
)


def rows() -> Iterator[Row]:
    """Questions and a load, in CPU milliseconds of the client; the engines' own are not counted."""
    for name, engine in _ENGINES:
        if engine is jena and not (shutil.which("javac") and (JARS / "jena-tdb2.jar").exists()):
            continue
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            running = stack.enter_context(engine(folder))
            remote = stack.enter_context(open_store(running.where, create=True))
            embedded = stack.enter_context(Embedded.open(folder / "kg", create=True))
            for store in (remote, embedded):
                pipeline.load([sample()], store)
            yield from _questions(name, running.where, remote, embedded)
            yield from _load(name, running.where, remote, embedded)


def _questions(name: str, where: str, remote: Store, embedded: Embedded) -> Iterator[Row]:
    with httpx.Client(trust_env=False, timeout=120, headers={"Accept": "application/sparql-results+json"}) as client:
        for question in _QUESTIONS:
            query = saved_queries()[question]
            sparql = query.bind(query.example)

            def ours(sparql: str = sparql) -> object:
                return remote.query(sparql)

            def bare(sparql: str = sparql) -> object:
                return json.loads(client.post(where, data={"query": sparql}).content)

            def inside(sparql: str = sparql) -> object:
                return embedded.query(sparql)

            yield Row(f"{question}, {name}", "httpx and json alone", *of_calls(ours, bare, _RUNS))
            yield Row(f"{question}, {name}", "the embedded store", *of_calls(ours, inside, _RUNS))


def _load(name: str, where: str, remote: Store, embedded: Embedded) -> Iterator[Row]:
    """A document that is put again and again; its statements are made beforehand."""
    [graph] = embedded.held()
    triples = list(embedded.graph(graph))
    body = "".join(f"<{s}> <{p}> {o} .\n" for s, p, o in triples).encode()
    graphs = where.removesuffix("query") + ("data" if name == "Jena" else "store")
    with httpx.Client(trust_env=False, timeout=120, headers={"Content-Type": "text/turtle"}) as client:
        times = of_calls(
            lambda: remote.put([(graph, triples)]),
            lambda: client.put(graphs, params={"graph": graph}, content=body).raise_for_status(),
            _RUNS,
        )
    yield Row(f"put {len(triples):,} triples, {name}", "httpx alone, ready bytes", *times)

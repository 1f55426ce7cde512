"""What our way to an answer adds to plain pyoxigraph, and how far rdflib in memory is behind."""

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import Dataset

from benchmarks.timing import Row, of_calls
from kg.paths import sample
from kg.pipeline import load
from kg.queries import Query, saved_queries
from kg.store import Store


def rows() -> Iterator[Row]:
    """Every saved question with its example, warm in one process, over the digest."""
    with Store.open("memory", create=True, read_only=False) as store:
        load([sample()], store)
        peer = _rdflib(store)
        for name, query in saved_queries().items():
            yield from _of(name, query, store, peer)


def _of(name: str, query: Query, store: Store, peer: Dataset) -> Iterator[Row]:
    text = query.bind(query.example)
    yield Row(
        name, "plain pyoxigraph", *of_calls(lambda: query.run(store, **query.example), lambda: _plain(store, text))
    )
    yield Row(
        name, "plain rdflib", *of_calls(lambda: query.run(store, **query.example), lambda: list(peer.query(text)), 3)
    )


def _plain(store: Store, text: str) -> list[object]:
    found = store.engine.query(text, use_default_graph_as_union=True)
    return list(found) if isinstance(found, ox.QuerySolutions) else [found]


def _rdflib(store: Store) -> Dataset:
    quads = "".join(f"{' '.join(quad)} .\n" for quad in store.quads(vocabulary=True))
    return Dataset(default_union=True).parse(data=quads, format="nquads")

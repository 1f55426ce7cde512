"""What reading, extracting and mapping add to the cost of loading the very same graph as ready N-Quads."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from benchmarks.timing import Row, of_calls
from kg.paths import sample
from kg.pipeline import load
from kg.store import Store


def rows() -> Iterator[Row]:
    """The digest from its text, beside its ready N-Quads, both into an empty store on disk."""
    with Store.open("memory", create=True, read_only=False) as store:
        load([sample()], store)
        ready = "".join(f"{' '.join(quad)} .\n" for quad in store.quads(vocabulary=True)).encode()
    count = ready.count(b"\n")
    yield Row(
        f"load the digest ({count:,} quads)", "bulk load of its N-Quads", *of_calls(_from_text, lambda: _bulk(ready))
    )
    yield Row("load it again, unchanged", "bulk load of its N-Quads", *_second_load(ready))


def _from_text() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(Path(folder) / "kg", create=True, read_only=False) as store,
    ):
        load([sample()], store)


def _bulk(ready: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = ox.Store(folder)
        engine.bulk_load(ready, ox.RdfFormat.N_QUADS)
        engine.flush()


def _second_load(ready: bytes) -> tuple[float, float]:
    """A reload of an unchanged folder, which costs what reading and hashing cost."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(Path(folder) / "kg", create=True, read_only=False) as store,
    ):
        load([sample()], store)
        return of_calls(lambda: load([sample()], store), lambda: _bulk(ready))

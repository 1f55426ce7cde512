"""Writing the graph sorted, beside the engine's own unsorted dump of the same quads."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from benchmarks.generator.stores import store_of_digests
from benchmarks.loading import KG, cost, median_of
from benchmarks.timing import Row, of_calls, wants_all
from kg.export import export
from kg.store import Store

REVIEWS, ALL_REVIEWS = 300, 100_000
LIMITS = {".nq": 2.0, ".ttl": 4.0, ".nt": None, ".trig": None, ".jsonld": None, ".rdf": None}
MEMORY = 1_500  # megabytes
_DUMP = """
import sys, pyoxigraph as ox
ox.Store.read_only(sys.argv[1]).dump(sys.argv[2], ox.RdfFormat.N_QUADS)
"""


def rows() -> Iterator[Row]:
    """Every format; the peer writes N-Quads, and for formats without named graphs N-Triples of the union."""
    reviews = ALL_REVIEWS if wants_all() else REVIEWS
    store = store_of_digests(reviews)
    with tempfile.TemporaryDirectory() as folder:
        if not wants_all():
            yield from _in_process(store, Path(folder), f"{reviews:,} reviews")
        yield from _as_commands(store, Path(folder), f"{reviews:,} reviews", 1 if wants_all() else 5)


def _in_process(where: Path, folder: Path, what: str) -> Iterator[Row]:
    with Store.open(where) as store:
        theirs = folder / "theirs.nq"
        for ending, limit in LIMITS.items():
            ours = folder / f"ours{ending}"
            times = of_calls(
                lambda: export(store, ours, vocabulary=True),  # noqa: B023 - called before the loop goes on
                lambda: store.engine.dump(str(theirs), ox.RdfFormat.N_QUADS),
                5,
            )
            size = f"{ours.stat().st_size / 1e6:.0f} MB"
            yield Row(f"{ending}, {what}, {size}", "pyoxigraph dump of N-Quads", *times, limit=limit)


def _as_commands(where: Path, folder: Path, what: str, runs: int) -> Iterator[Row]:
    """The formats that have a limit, as whole processes, of which alone the memory can be told."""
    theirs = folder / "theirs.nq"
    dumped = (sys.executable, "-c", _DUMP, str(where / "oxigraph"), str(theirs))
    dump = median_of([cost(*dumped) for _ in range(runs)])
    theirs.unlink()
    for ending in (ending for ending, limit in LIMITS.items() if limit):
        ours = folder / f"ours{ending}"
        exported = (KG, "export", "--vocabulary", "--store", str(where), "-o", str(ours))
        export_ = median_of([cost(*exported) for _ in range(runs)])
        named = f"kg export, {ending}, {what}, {ours.stat().st_size / 1e6:.0f} MB"
        ours.unlink()
        yield Row(named, "pyoxigraph dump of N-Quads", export_.cpu, dump.cpu, limit=LIMITS[ending])
        yield Row(named, "the limit of the issue", export_.memory, MEMORY, "MB", 1.0)
        yield Row(named, "pyoxigraph dump of N-Quads", export_.memory, dump.memory, "MB")

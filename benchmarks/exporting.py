"""Writing the graph sorted, beside the engine's own unsorted dump of the same quads."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from benchmarks.generator.stores import store_of_digests
from benchmarks.timing import Row, memory, of_calls, wants_all
from kg.export import export
from kg.store import Store

REVIEWS, ALL_REVIEWS = 300, 10_000
LIMITS = {".nq": 2.0, ".ttl": 4.0, ".nt": None, ".trig": None, ".jsonld": None, ".rdf": None}


def rows() -> Iterator[Row]:
    """Every format; the peer writes N-Quads, and for formats without named graphs N-Triples of the union."""
    reviews = ALL_REVIEWS if wants_all() else REVIEWS
    with tempfile.TemporaryDirectory() as folder, Store.open(store_of_digests(reviews)) as store:
        theirs = Path(folder, "theirs.nq")
        for ending, limit in LIMITS.items():
            ours = Path(folder, f"ours{ending}")
            times = of_calls(
                lambda: export(store, ours, vocabulary=True),  # noqa: B023
                lambda: store.engine.dump(str(theirs), ox.RdfFormat.N_QUADS),
                1 if wants_all() else 5,
            )
            what = f"{ending}, {reviews:,} reviews, {ours.stat().st_size / 1e6:.0f} MB"
            yield Row(what, "pyoxigraph dump of N-Quads", *times, limit=limit)
        yield Row("memory of all formats", "the limit of the issue, 1.5 GB", memory(), 1_500, "MB", 1.0)

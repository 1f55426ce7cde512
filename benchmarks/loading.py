"""What reading, extracting and mapping add to the cost of loading the very same graph as ready N-Quads.

`python -m benchmarks loading` measures 1,000 invented reviews; `python -m benchmarks.loading 1000 10000` these numbers,
and whether time grows with them in a straight line. Whole processes are measured, with those they start.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Container, Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
from tabulate import tabulate

from benchmarks import stages
from benchmarks.generator.stores import folder_of
from benchmarks.timing import Row
from kg.store import Store

KG = str(Path(sys.executable).with_name("kg"))
_BULK = """
import sys, pyoxigraph as ox
store = ox.Store(sys.argv[2])
store.bulk_load(path=sys.argv[1], format=ox.RdfFormat.N_QUADS)
store.flush()
"""
_HASH = """
import hashlib, pathlib, sys
for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.txt")):
    hashlib.sha256(file.read_bytes())
"""
_WAIT = """
import json, os, sys, time
silent = os.open(os.devnull, os.O_WRONLY)
outputs = [(os.POSIX_SPAWN_DUP2, silent, number) for number in (1, 2)]
start = time.perf_counter()
_, status, used = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=outputs), 0)
print(json.dumps((status, used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss)))
"""
_RUNS, _FEW_RUNS, _SMALL = 5, 1, 2_000


class Cost(NamedTuple):
    """What a process and those it started took: CPU and wall milliseconds, and megabytes at most in one of them."""

    cpu: float
    wall: float
    memory: float


class Loaded(NamedTuple):
    """The costs of one number of reviews: ours, the peer's, and of loading again what is unchanged."""

    reviews: int
    documents: int
    quads: int
    ours: Cost
    peer: Cost
    again: Cost


def rows(sizes: tuple[int, ...] = (1_000,)) -> Iterator[Row]:
    """Each number of reviews from text, beside its ready N-Quads, both into empty stores on disk; then the stages."""
    first: Loaded | None = None
    for reviews in sizes:
        loaded = measured(reviews, _RUNS if reviews <= _SMALL else _FEW_RUNS)
        yield from _beside(loaded)
        if first is not None:
            ours, theirs = (each.ours.cpu / each.reviews for each in (loaded, first))
            yield Row(f"a review of {reviews:,}", f"a review of {first.reviews:,}", ours, theirs, limit=1.2)
        first = first or loaded
    yield from stages.rows()


def _beside(loaded: Loaded) -> Iterator[Row]:
    what, peer = f"load {loaded.reviews:,} reviews", f"bulk load of {loaded.quads:,} ready quads"
    yield Row(what, peer, loaded.ours.cpu, loaded.peer.cpu, limit=2.0)
    yield Row(what, peer, loaded.ours.wall, loaded.peer.wall, "wall ms")
    yield Row(what, peer, loaded.ours.memory, loaded.peer.memory, "MB")
    seconds = 1_000 / loaded.ours.wall, 1_000 / loaded.peer.wall
    yield Row(what, peer, loaded.documents * seconds[0], loaded.documents * seconds[1], "documents/s")
    yield Row(f"{what} again, unchanged", "hashing them", loaded.again.cpu, _hashing(loaded.reviews), limit=None)


def measured(reviews: int, runs: int) -> Loaded:
    """Costs as medians of runs in turn."""
    folder = folder_of(reviews)
    documents = sum(1 for _ in folder.rglob("*.txt"))
    with tempfile.TemporaryDirectory() as place:
        ready, where = Path(place) / "ready.nq", Path(place) / "store"
        ours, again = _ours(folder, where), _ours(folder, where)
        quads = _ready(where, ready)
        pairs = [(ours, _bulk(ready, _cleared(where)))]
        pairs += [(_ours(folder, _cleared(where)), _bulk(ready, _cleared(where))) for _ in range(runs - 1)]
    ours, peer = (median_of([pair[which] for pair in pairs]) for which in (0, 1))
    return Loaded(reviews, documents, quads, ours, peer, again)


def _ours(folder: Path, where: Path) -> Cost:
    return cost(KG, "load", str(folder), "--store", str(where))


def _bulk(ready: Path, where: Path) -> Cost:
    return cost(sys.executable, "-c", _BULK, str(ready), str(where))


def _cleared(where: Path) -> Path:
    """A place without the store that was there: 100,000 reviews come to 30 GB, and their N-Quads to as much."""
    shutil.rmtree(where)
    return where


def _ready(where: Path, file: Path) -> int:
    """Write what a store holds as N-Quads; how many."""
    with Store.open(where) as store:
        store.engine.dump(str(file), ox.RdfFormat.N_QUADS)
        return len(store.engine)


def _hashing(reviews: int) -> float:
    return cost(sys.executable, "-c", _HASH, str(folder_of(reviews))).cpu


def cost(*command: str, ends: Container[int] = (0,)) -> Cost:
    """What a command takes, which must end with one of these statuses.

    A small process starts it: what a process is said to have held at most begins with what that held which started it.
    """
    told = subprocess.run([sys.executable, "-c", _WAIT, *command], check=True, capture_output=True, text=True).stdout
    status, cpu, wall, memory = json.loads(told)
    assert os.waitstatus_to_exitcode(status) in ends, command
    return Cost(cpu * 1_000, wall * 1_000, memory / 1_024)


def median_of(costs: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(each[which] for each in costs) for which in range(3)))


def main() -> None:
    """Print the table for the numbers of reviews that are given."""
    found = rows(tuple(map(int, sys.argv[1:])) or (1_000,))
    table = [(r.what, f"{r.ours:.1f}", r.peer, f"{r.theirs:.1f}", r.unit, f"{r.ratio:.2f}", r.limit) for r in found]
    print(tabulate(table, headers=["what", "ours", "peer", "theirs", "unit", "ratio", "limit"]))


if __name__ == "__main__":
    main()

"""Fifty runaway questions at once: when the last of them ends, and how quick other answers are meanwhile."""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx

import kg
from benchmarks.timing import Row

RUNAWAYS = 50
LIMIT, MARGIN = 10.0, 0.5  # seconds a question may take, and within which all must have ended after it
PAGE = 200.0  # milliseconds that a page may take meanwhile
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
TINY = "ASK { ?s ?p ?o }"
_ADDRESS = re.compile(r"http://[\d.]+:\d+")


def rows() -> Iterator[Row]:
    """What the limits of the site promise, as ratios to the promise; and what a question costs on its way."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "store")
        kg.load(kg.sample(), store=store)
        every = httpx.Limits(max_connections=None)
        with _site(store) as address, httpx.Client(base_url=address, timeout=60) as client:
            ours, page = _median(client, "/sparql", query=TINY), _median(client, "/about")
            yield Row("a tiny question of SPARQL, alone", "a page", ours, page, "wall ms")
            with httpx.Client(base_url=address, timeout=60, limits=every) as attackers:
                yield from _under_attack(client, attackers)


def _under_attack(client: httpx.Client, attackers: httpx.Client) -> Iterator[Row]:
    with ThreadPoolExecutor(RUNAWAYS) as threads:
        running = [threads.submit(_seconds, attackers) for _ in range(RUNAWAYS)]
        pages, saved = [], []
        while not all(each.done() for each in running):
            pages.append(_milliseconds(client, "/about"))
            saved.append(_milliseconds(client, "/api/queries/themes-by-reviews"))
        last = max(each.result() for each in running)
    yield Row(
        f"the last of {RUNAWAYS} runaways ends", "the limit and half a second", last, LIMIT + MARGIN, "wall s", 1.0
    )
    yield Row("a page meanwhile, median", "200 ms", _middle(pages), PAGE, "wall ms", 1.0)
    yield Row("a page meanwhile, slowest", "200 ms", max(pages), PAGE, "wall ms", 1.0)
    yield Row("a saved question meanwhile, median", "200 ms", _middle(saved), PAGE, "wall ms")


def _seconds(client: httpx.Client) -> float:
    start = time.perf_counter()
    answer = client.get("/sparql", params={"query": RUNAWAY})
    if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
        raise RuntimeError(f"a runaway question was answered with {answer.status_code}")
    return time.perf_counter() - start


def _milliseconds(client: httpx.Client, path: str, **params: str) -> float:
    start = time.perf_counter()
    client.get(path, params=params).raise_for_status()
    return (time.perf_counter() - start) * 1000


def _median(client: httpx.Client, path: str, **params: str) -> float:
    _milliseconds(client, path, **params)
    return _middle([_milliseconds(client, path, **params) for _ in range(50)])


def _middle(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


@contextmanager
def _site(store: Path) -> Iterator[str]:
    """The address of `kg serve` over a store."""
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            found = _ADDRESS.search(process.stderr.readline())
            assert found is not None
            yield found[0]
        finally:
            process.terminate()

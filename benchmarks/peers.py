"""Other engines, each in a process that is ended when a query takes it too long."""

import gc
import multiprocessing
import os
import signal
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, cast

from benchmarks.timing import memory

RUNS = 5
_SPAWN = multiprocessing.get_context("spawn")
Ask = Callable[[str], object]


@dataclass
class Peer:
    """An engine over the N-Quads file or the folder at `data`; it starts again after it was ended."""

    name: str
    start: Callable[[str], Ask]
    data: str
    patience: float  # seconds for all runs of a query
    unit: str = "CPU ms"
    lasts: bool = False  # each query is asked in a copy of its process, so that only the copy is ended
    memory: float = 0.0  # megabytes at most, of its process
    _process: Any = None
    _pipe: Any = None

    def ask(self, sparql: str) -> float | None:
        """The median milliseconds of a query; `None` where it took too long or failed."""
        if self._process is None:
            self._pipe, theirs = _SPAWN.Pipe()
            patience = self.patience if self.lasts else None
            given = (self.start, self.data, self.unit, theirs, patience)
            self._process = _SPAWN.Process(target=_serve, args=given, daemon=True)
            self._process.start()
            self._pipe.recv()
        self._pipe.send(sparql)
        if self.lasts or self._pipe.poll(self.patience):
            found: float | None
            found, self.memory = self._pipe.recv()
            return found
        self.end()
        return None

    @property
    def least(self) -> float:
        """The milliseconds that a run took at least, if all of them were not done in time."""
        return self.patience * 1_000 / (RUNS + 1)

    def end(self) -> None:
        """End the process, and a server that it started."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.join()
            self._process = None


def oxigraph(folder: str) -> Ask:
    """Plain pyoxigraph over a store's own folder."""
    import pyoxigraph as ox

    engine = ox.Store.read_only(folder)
    return lambda sparql: len(list(cast("ox.QuerySolutions", engine.query(sparql, use_default_graph_as_union=True))))


def oxigraph_in_memory(file: str) -> Ask:
    """Plain pyoxigraph in memory over an N-Quads file."""
    import pyoxigraph as ox

    engine = ox.Store()
    engine.bulk_load(path=file, format=ox.RdfFormat.N_QUADS)
    return lambda sparql: len(list(cast("ox.QuerySolutions", engine.query(sparql, use_default_graph_as_union=True))))


def rdflib(file: str) -> Ask:
    """Rdflib in memory over an N-Quads file."""
    from rdflib import Dataset

    data = Dataset(default_union=True).parse(file, format="nquads")
    return lambda sparql: len(list(data.query(sparql)))


def oxrdflib(file: str) -> Ask:
    """Rdflib over Oxigraph in memory, through oxrdflib, over an N-Quads file."""
    from rdflib import Dataset

    data = Dataset(store="Oxigraph", default_union=True).parse(file, format="ox-nquads")
    return lambda sparql: len(list(data.query(sparql)))


def maplib(file: str) -> Ask:
    """Maplib in memory, over the triples of an N-Quads file as one graph: it knows no union of graphs."""
    from maplib import Model  # type: ignore[import-not-found, unused-ignore]

    model = Model()
    model.read(str(_as_one_graph(Path(file))), format="ntriples")
    return lambda sparql: len(model.query(sparql))


def server(file: str) -> Ask:
    """Oxigraph's own server over an N-Quads file, asked over HTTP."""
    import tempfile

    from tests.engines import oxigraph_with_union

    stack = ExitStack()  # the server ends with this process
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    running = stack.enter_context(oxigraph_with_union(folder))
    return _over_http(running.where, running.where.replace("/query", "/store"), file, stack)


def jena(file: str) -> Ask:
    """Apache Jena in memory over an N-Quads file, asked over HTTP."""
    import tempfile

    from tests.engines import jena as started

    stack = ExitStack()
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    running = stack.enter_context(started(folder))
    return _over_http(running.where, running.where.replace("/query", "/data"), file, stack)


def _over_http(where: str, store: str, file: str, stack: ExitStack) -> Ask:
    import json

    import httpx

    client = stack.enter_context(httpx.Client(trust_env=False, timeout=600))
    for graph, triples in _graphs(file):
        kind = {"Content-Type": "text/turtle"}
        client.put(store, params={"graph": graph}, content=triples, headers=kind).raise_for_status()
    accept = {"Accept": "application/sparql-results+json"}

    def ask(sparql: str) -> object:
        held = stack  # so that the server lives as long as it is asked
        assert held is not None
        return len(json.loads(client.post(where, data={"query": sparql}, headers=accept).raise_for_status().content))

    return ask


def _graphs(file: str) -> Iterator[tuple[str, bytes]]:
    """Yield each named graph of an N-Quads file as N-Triples: the Graph Store Protocol takes one at a time."""
    import pyoxigraph as ox

    engine = ox.Store()
    engine.bulk_load(path=file, format=ox.RdfFormat.N_QUADS)
    for graph in engine.named_graphs():
        yield graph.value, engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""


def _as_one_graph(file: Path) -> Path:
    import pyoxigraph as ox

    engine = ox.Store()
    engine.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    triples = file.with_suffix(".nt")
    lines = {f"{quad.subject} {quad.predicate} {quad.object} .\n" for quad in engine}
    triples.write_text("".join(sorted(lines)), encoding="utf-8")
    return triples


def _serve(start: Callable[[str], Ask], data: str, unit: str, pipe: Connection, patience: float | None) -> None:
    os.setsid()
    ask = start(data)
    gc.freeze()  # so that copies share what they never change
    pipe.send("ready")
    clock = time.process_time_ns if unit == "CPU ms" else time.perf_counter_ns
    while True:
        sparql = pipe.recv()
        median = _median(ask, sparql, clock) if patience is None else _in_a_copy(ask, sparql, clock, patience)
        pipe.send((median, memory()))


def _median(ask: Ask, sparql: str, clock: Callable[[], int]) -> float | None:
    try:
        ask(sparql)
        return statistics.median(_took(clock, lambda: ask(sparql)) for _ in range(RUNS))
    except Exception:  # noqa: BLE001 - what a peer cannot answer is a result
        return None


def _in_a_copy(ask: Ask, sparql: str, clock: Callable[[], int], patience: float) -> float | None:
    theirs, ours = multiprocessing.Pipe(duplex=False)
    process = os.fork()
    if process == 0:
        ours.send(_median(ask, sparql, clock))
        os._exit(0)
    found = theirs.recv() if theirs.poll(patience) else None
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return cast("float | None", found)


def _took(clock: Callable[[], int], call: Callable[[], object]) -> float:
    start = clock()
    call()
    return (clock() - start) / 1e6

"""Other engines, each in a process that is ended when a query takes it too long."""

import multiprocessing
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, cast

RUNS = 5
_SPAWN = multiprocessing.get_context("spawn")


@dataclass
class Peer:
    """An engine over the N-Quads file or the folder at `data`; it starts again after it was ended."""

    name: str
    start: Callable[[str], Callable[[str], object]]
    data: str
    patience: float  # seconds for all runs of a query
    _process: Any = None
    _pipe: Any = None

    def ask(self, sparql: str) -> float | None:
        """The median CPU milliseconds of a query; `None` where it took too long or failed."""
        if self._process is None:
            self._pipe, theirs = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=_serve, args=(self.start, self.data, theirs), daemon=True)
            self._process.start()
            self._pipe.recv()
        self._pipe.send(sparql)
        if self._pipe.poll(self.patience):
            found: float | None = self._pipe.recv()
            return found
        self.end()
        return None

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None


def oxigraph(folder: str) -> Callable[[str], object]:
    """Plain pyoxigraph over a store's own folder."""
    import pyoxigraph as ox

    engine = ox.Store.read_only(folder)
    return lambda sparql: len(list(cast("ox.QuerySolutions", engine.query(sparql, use_default_graph_as_union=True))))


def rdflib(file: str) -> Callable[[str], object]:
    """Rdflib in memory over an N-Quads file."""
    from rdflib import Dataset

    data = Dataset(default_union=True).parse(file, format="nquads")
    return lambda sparql: len(list(data.query(sparql)))


def oxrdflib(file: str) -> Callable[[str], object]:
    """Rdflib over Oxigraph in memory, through oxrdflib, over an N-Quads file."""
    from rdflib import Dataset

    data = Dataset(store="Oxigraph", default_union=True).parse(file, format="ox-nquads")
    return lambda sparql: len(list(data.query(sparql)))


def _serve(start: Callable[[str], Callable[[str], object]], data: str, pipe: Connection) -> None:
    ask = start(data)
    pipe.send("ready")
    while True:
        sparql = pipe.recv()
        try:
            ask(sparql)
            pipe.send(statistics.median(_cpu(lambda: ask(sparql)) for _ in range(RUNS)))  # noqa: B023
        except Exception:  # noqa: BLE001 - what a peer cannot answer is a result
            pipe.send(None)


def _cpu(call: Callable[[], object]) -> float:
    start = time.process_time_ns()
    call()
    return (time.process_time_ns() - start) / 1e6

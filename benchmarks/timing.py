"""How long things take: medians over several runs, ours and the peer's in turn, so that drift hits both alike."""

import os
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

RUNS = 7
_MOST = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True)
class Row:
    """One line of a table of results: ours beside a peer. Times are CPU milliseconds, or wall where `unit` says so."""

    what: str
    peer: str
    ours: float
    theirs: float
    unit: str = "CPU ms"
    limit: float | None = None  # the ratio that an issue of the project allows

    @property
    def ratio(self) -> float:
        """Ours over the peer's."""
        return self.ours / self.theirs if self.theirs else float("inf")


def of_calls(ours: Callable[[], object], theirs: Callable[[], object], runs: int = RUNS) -> tuple[float, float]:
    """The median CPU milliseconds of two functions, called in turn after one call each to warm up."""
    ours(), theirs()
    pairs = [(_cpu(ours), _cpu(theirs)) for _ in range(runs)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def median_of_calls(call: Callable[[], object], runs: int = 5) -> float:
    """The median CPU milliseconds of a function, after one call to warm up."""
    call()
    return statistics.median(_cpu(call) for _ in range(runs))


def wants_all() -> bool:
    """Whether the large sizes were asked for: `python -m benchmarks --full`."""
    return "--full" in sys.argv


def of_commands(ours: Sequence[str], theirs: Sequence[str], runs: int = RUNS) -> tuple[float, float]:
    """The median CPU milliseconds of two commands, run in turn as whole processes after one run each to warm up."""
    _command(ours), _command(theirs)
    pairs = [(_command(ours), _command(theirs)) for _ in range(runs)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def memory() -> float:
    """The most megabytes that this process held at once."""
    status = Path("/proc/self/status")  # what `getrusage` tells begins with what the process held that started this one
    held = _MOST.search(status.read_text()) if status.exists() else None
    return (int(held[1]) if held else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1_024


def _cpu(function: Callable[[], object]) -> float:
    start = time.process_time_ns()
    function()
    return (time.process_time_ns() - start) / 1e6


def _command(command: Sequence[str]) -> float:
    """The CPU milliseconds of a command, its modules compiled beforehand as an installation does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    silent = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
    _, status, used = os.wait4(os.posix_spawn(command[0], list(command), environment, file_actions=silent), 0)
    assert status == 0, command
    return (used.ru_utime + used.ru_stime) * 1_000

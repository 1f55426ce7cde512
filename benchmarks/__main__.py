"""Prints all tables: `python -m benchmarks`, or some of them: `python -m benchmarks startup loading`.

With `--full` they are of the large sizes that docs/performance.md shows, which takes hours. A new subject is a module
with a function `rows` and one line here.
"""

import importlib
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from tabulate import tabulate

from benchmarks.timing import Row

SUBJECTS = {
    "startup": "what a user waits for before anything happens",
    "loading": "reading documents into a store",
    "endless": "texts without an end, beside a quarter of each",
    "questions": "every saved question",
    "graphs": "graphs of shared themes",
    "validating": "checks and shapes over a store, beside one of a quarter of the size",
    "exporting": "writing the graph in every format",
    "explorer": "the interactive page in a browser",
    "serving": "the site under eight clients",
    "serving_limits": "the limits of the SPARQL endpoint",
    "engines": "the same questions on engines of others",
}
PEERS = ("click", "maplib", "networkx", "numpy", "oxigraph", "oxrdflib", "pyoxigraph", "rdflib", "rdflib-endpoint")


def main() -> None:
    """Print the machine and the versions, then a table for each subject."""
    print(f"Python {platform.python_version()}, {_machine()}; load {os.getloadavg()[0]:.1f}")
    print(", ".join(_versions()))
    print("Medians of five runs or more, in turn; a ratio below 1 means that ours is quicker.")
    for subject in [each for each in sys.argv[1:] if each != "--full"] or SUBJECTS:
        rows: list[Row] = list(importlib.import_module(f"benchmarks.{subject}").rows())
        print(f"\n{subject}: {SUBJECTS.get(subject, '')}")
        print(
            tabulate(
                [_cells(row) for row in rows], headers=["what", "ours", "peer", "theirs", "unit", "ratio", "limit"]
            )
        )


def _machine() -> str:
    """The processor, how many of it there are, and the memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB of memory"


def _versions() -> Iterator[str]:
    for name in PEERS:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} is not installed"


def _cells(row: Row) -> list[object]:
    limit = row.limit if row.limit is not None else ""
    return [row.what, f"{row.ours:.2f}", row.peer, f"{row.theirs:.2f}", row.unit, f"{row.ratio:.2f}", limit]


if __name__ == "__main__":
    main()

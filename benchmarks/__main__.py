"""Prints all tables: `python -m benchmarks`, or some of them: `python -m benchmarks startup loading`."""

import importlib
import platform
import sys
from importlib.metadata import version

from tabulate import tabulate

from benchmarks.timing import Row

SUBJECTS = ("startup", "loading", "questions", "serving", "serving_limits", "engines")
PEERS = ("click", "pyoxigraph", "rdflib", "oxrdflib")


def main() -> None:
    """Print the machine and the versions, then a table for each subject."""
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    print(", ".join(f"{name} {version(name)}" for name in PEERS))
    print("Medians of runs in turn; a ratio below 1 means that ours is quicker.")
    for subject in sys.argv[1:] or SUBJECTS:
        rows: list[Row] = list(importlib.import_module(f"benchmarks.{subject}").rows())
        print(f"\n{subject}")
        print(
            tabulate(
                [_cells(row) for row in rows], headers=["what", "ours", "peer", "theirs", "unit", "ratio", "limit"]
            )
        )


def _cells(row: Row) -> list[object]:
    limit = row.limit if row.limit is not None else ""
    return [row.what, f"{row.ours:.2f}", row.peer, f"{row.theirs:.2f}", row.unit, f"{row.ratio:.2f}", limit]


if __name__ == "__main__":
    main()

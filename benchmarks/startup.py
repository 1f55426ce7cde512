"""What a user waits for before anything happens."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Row, of_commands
from kg.paths import sample
from kg.pipeline import load
from kg.store import Store

QUESTIONS = (
    ("themes-by-reviews",),
    ("reviews-naming-theme", "-p", "theme=professional-curiosity"),
    ("asked-of-agency", "-p", "agency=police"),
)


def rows() -> Iterator[Row]:
    """`kg --help` and a cold saved question over the digest, beside importing click alone."""
    kg = str(Path(sys.executable).with_name("kg"))
    click = (sys.executable, "-c", "import click")
    peer = "python -c 'import click'"
    yield Row("kg --help", peer, *of_commands((kg, "--help"), click, 15), limit=1.3)
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder, "kg")
        with Store.open(where, create=True) as store:
            load([sample()], store)
        for question in QUESTIONS:
            ask = (kg, "query", *question, "--store", str(where))
            yield Row(f"kg query {question[0]}, the digest", peer, *of_commands(ask, click, 15), limit=2.5)

"""What a user waits for before anything happens."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Row, of_commands
from kg.paths import sample
from kg.pipeline import load
from kg.store import Store


def rows() -> Iterator[Row]:
    """`kg --help` and a cold saved question over the digest, beside importing click alone."""
    kg = str(Path(sys.executable).with_name("kg"))
    click = (sys.executable, "-c", "import click")
    peer = "python -c 'import click'"
    yield Row("kg --help", peer, *of_commands((kg, "--help"), click, 15), "wall ms", limit=1.3)
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder, "kg")
        with Store.open(where, create=True) as store:
            load([sample()], store)
        ask = (kg, "query", "themes-by-reviews", "--store", str(where))
        yield Row("kg query themes-by-reviews, the digest", peer, *of_commands(ask, click, 15), "wall ms", limit=2.5)

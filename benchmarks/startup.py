"""What a user waits for before anything happens."""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Row, of_commands


def rows() -> Iterator[Row]:
    """`kg --help` and a cold saved question, over importing click alone."""
    kg = str(Path(sys.executable).with_name("kg"))
    click = (sys.executable, "-c", "import click")
    yield Row("kg --help", "python -c 'import click'", *of_commands((kg, "--help"), click, 15), "wall ms", limit=1.6)

"""Stores of invented collections, built once for each size, seed and version of what reads them."""

import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

from benchmarks.collections import digests
from benchmarks.generator.documents import write
from kg import __version__
from kg.paths import ontology
from kg.pipeline import load
from kg.store import Store

_ROOT = Path(__file__).parents[2]
_READS = (
    "benchmarks/collections.py", "benchmarks/generator", "kg/columns", "kg/extract", "kg/model", "kg/read",
    "kg/to_rdf.py", "kg/rdf/annotations.py", "kg/rdf/objects.py", "kg/rdf/facts.py", "kg/rdf/iris.py",
)  # fmt: skip


def folder_of(reviews: int, seed: int = 1) -> Path:
    """A folder with the documents of an invented collection; the one written before, if nothing has changed."""
    return _kept(f"text-{reviews}-{seed}", lambda place: write(place, reviews, seed))


def store_of(reviews: int, seed: int = 1) -> Path:
    """A store of an invented collection, to be opened for reading; the one built before, if nothing has changed."""

    def build(place: Path) -> None:
        with Store.open(place, create=True, read_only=False) as store:
            load(folder_of(reviews, seed), store)

    return _kept(f"store-{reviews}-{seed}", build)


def store_of_digests(reviews: int) -> Path:
    """A store of digests already read (`benchmarks.collections`): a third of the statements of as many texts."""

    def build(place: Path) -> None:
        with Store.open(place, create=True, read_only=False) as store:
            store.load(digests(reviews))

    return _kept(f"digests-{reviews}", build)


def _kept(name: str, build: Callable[[Path], object]) -> Path:
    """What `build` makes at a place of this name; it is moved there when it is whole."""
    place = Path(tempfile.gettempdir()) / "safeguarding-kg-bench" / f"{name}-{_version()}"
    if not place.exists():
        unfinished = Path(tempfile.mkdtemp(prefix=f"{place.name}-", dir=_made(place.parent)))
        build(unfinished / "new")
        (unfinished / "new").rename(place)
        shutil.rmtree(unfinished)
    return place


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@cache
def _version() -> str:
    """The version of the program, and a hash over the code and the vocabulary that decide what is read."""
    named = [_ROOT / name for name in _READS]
    code = [file for place in named for file in (sorted(place.rglob("*.py")) if place.is_dir() else [place])]
    digest = sha256()
    for file in (*code, *sorted(ontology().rglob("*.ttl"))):
        digest.update(file.read_bytes())
    return f"{__version__}-{digest.hexdigest()[:12]}"

"""The documents of an invented collection: which layouts, how many reviews in each, and their files."""

import random
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from benchmarks.generator import layouts

Layout = Callable[[random.Random, int, int], str]  # chance, the number of the document, how many reviews -> text

# How often each layout comes, and between how many and how many reviews a document of it holds.
_LAYOUTS: tuple[tuple[str, int, tuple[int, int], Layout], ...] = (
    ("digest", 78, (4, 8), layouts.digest),
    ("blog", 8, (2, 5), layouts.blog),
    ("list", 8, (15, 30), layouts.yearly_list),
    ("records", 6, (10, 25), layouts.records),
)
_IN_A_FOLDER = 1_000  # documents


class Document(NamedTuple):
    """A file's name and its text."""

    name: str
    text: str


def collection(reviews: int, seed: int = 1) -> Iterator[Document]:
    """Yield documents until they hold so many reviews; those before stay the same when more are asked for."""
    left = reviews
    for number in count(1):
        if left <= 0:
            return
        chance = random.Random(f"{seed}/{number}")
        name, _, between, layout = chance.choices(_LAYOUTS, [each[1] for each in _LAYOUTS])[0]
        size = min(chance.randint(*between), left)
        left -= size
        yield Document(f"invented-{name}-{number:06}.txt", layout(chance, number, size))


def write(folder: Path, reviews: int, seed: int = 1) -> int:
    """Write a collection into a folder, a thousand documents in each inner one; how many documents there are."""
    written = 0
    for written, document in enumerate(collection(reviews, seed), 1):
        inner = folder / f"{(written - 1) // _IN_A_FOLDER:03}"
        inner.mkdir(parents=True, exist_ok=True)
        (inner / document.name).write_text(document.text, encoding="utf-8")
    return written

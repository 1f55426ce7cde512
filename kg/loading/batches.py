"""Batches of whole documents: what the store takes in one go, so that any number of them needs the same memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kg.loading.parts import Part

_BATCH = 64 << 20  # bytes of statements that are stored in one go: some five hundred reviews
_CHANGED = 8 << 20  # of documents that are replaced: they are in memory until then


@dataclass(slots=True)
class Batch:
    """Parts that are stored together: new ones are handed on as they come, changed ones are kept for afterwards."""

    parts: Iterator[Part]
    changed: list[Part] = field(default_factory=list)

    def new(self, holds: Callable[[str], bool]) -> Iterator[Part]:
        """Yield the documents that the store does not hold yet, until the batch is full."""
        new = changed = 0
        for part in self.parts:
            if holds(part.graph):
                self.changed.append(part)
                changed += len(part.body)
            else:
                yield part
                new += len(part.body)
            if new >= _BATCH or changed >= _CHANGED:
                return

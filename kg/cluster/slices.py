"""Documents in slices, each the work of one task: cut by names alone, so that a new document changes one slice."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from kg import __version__
from kg.curation.decision import Decision
from kg.namespaces import ID
from kg.vocabulary import version

_AVERAGE = 32  # documents
_MOST = 128


class Task(NamedTuple):
    """A document to be read: where, under which name, its bytes' hash, and what people decided about it."""

    name: str
    where: str
    sha256: str
    decisions: tuple[Decision, ...] = ()


class Slice(NamedTuple):
    """Documents that one task reads into one part."""

    tasks: tuple[Task, ...]
    base: str = ID

    @property
    def key(self) -> str:
        """What the part is called: by all that it depends on, so the same key means the same bytes."""
        told = [(task.name, task.sha256, *map(repr, task.decisions)) for task in self.tasks]
        return sha256(repr((self.base, __version__, version(), told)).encode()).hexdigest()[:24]


def slices(tasks: Iterable[Task], base: str = ID) -> Iterator[Slice]:
    """Yield the tasks in order, in slices of some thirty."""
    waiting: list[Task] = []
    for task in tasks:
        waiting.append(task)
        if _ends(task.name) or len(waiting) == _MOST:
            yield Slice(tuple(waiting), base)
            waiting = []
    if waiting:
        yield Slice(tuple(waiting), base)


def evenly(places: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield places in order, as many at a time."""
    return (places[start : start + size] for start in range(0, len(places), size))


def _ends(name: str) -> bool:
    return int.from_bytes(sha256(name.encode()).digest()[:4], "big") % _AVERAGE == 0

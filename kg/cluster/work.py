"""What the machines of a cluster do: pure functions of what they are given, so that any machine may do them again."""

from collections.abc import Sequence
from hashlib import sha256

from kg.cluster.parts import Folder, Made, keep
from kg.cluster.places import content, system_of
from kg.cluster.slices import Slice, Task
from kg.errors import KGError
from kg.loading.hand import Outcome, outcome
from kg.loading.parts import Part, Request
from kg.read import Apart, UnreadableError, Worker

Hashed = tuple[str, str]  # the hash of a document's bytes or nothing, and why there is none


def hashes(places: Sequence[str]) -> list[Hashed]:
    """The hash of each document's bytes, or why it cannot be read."""
    return [_hashed(where) for where in places]


def make(work: Slice, folder: str) -> Made:
    """Read the documents of a slice and keep what they come to as a part in a folder."""
    with Worker() as worker:
        outcomes = [_outcome(task, work.base, worker.read) for task in work.tasks]
    parts = [each for each in outcomes if isinstance(each, Part)]
    refused = [
        (task.name, str(each)) for task, each in zip(work.tasks, outcomes, strict=True) if isinstance(each, KGError)
    ]
    return keep(Folder(*system_of(folder)), work.key, parts, refused)


def _hashed(where: str) -> Hashed:
    try:
        return sha256(content(where)).hexdigest(), ""
    except KGError as error:
        return "", str(error)


def _outcome(task: Task, base: str, apart: Apart) -> Outcome:
    try:
        data = content(task.where)
        if sha256(data).hexdigest() != task.sha256:
            raise UnreadableError(f"{task.name} changed while it was read: run the same command again.")
    except KGError as error:
        return error
    return outcome(Request(task.name, data, base, task.decisions), apart)

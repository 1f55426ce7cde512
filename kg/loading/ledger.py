"""What a store holds of documents, kept beside its engine, so that a load that finds nothing new need not open it.

It is one file, which says for which files of the engine it was written: where these are others, it is worth nothing.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from kg.columns.shelf import State, state
from kg.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.loading.parts import Part
    from kg.loading.plan import Held

_NAME = "held.json"
_FORMAT = 1


class Ledger:
    """What an open store holds, from the time that its engine was asked, as long as that is sure."""

    def __init__(self, folder: Folder | None) -> None:
        """Nothing is kept without a folder."""
        self._folder = folder
        self._held: dict[str, Held] | None = None

    def begin(self, held: "Mapping[str, Held]") -> None:
        """The engine holds these documents, by their IRIs."""
        self._held = dict(held)

    def add(self, parts: "Iterable[Part]") -> None:
        """These documents are written, whether or not they were held before."""
        if self._held is not None:
            from kg.loading.plan import read_now

            self._held |= {part.graph: read_now(part.name, part.sha256) for part in parts}

    def doubt(self) -> None:
        """Trust nothing that was noted: the engine may hold something else."""
        self._held = None

    def keep(self) -> None:
        """Write down what the engine holds, once it is closed: until then it goes on merging its files."""
        if self._held and self._folder is not None and read(self._folder) != self._held:
            _write(self._folder, self._held)


def read(folder: Folder) -> "dict[str, Held] | None":
    """What the store of a folder holds of documents, by their IRIs; `None` if that is not known."""
    import json

    from kg.loading.plan import Held

    now = state(folder.engine)
    try:
        mark, documents = json.loads((folder.where / _NAME).read_text(encoding="utf-8"))
        return {document: Held(*known) for document, *known in documents} if now and mark == _mark(now) else None
    except (OSError, ValueError, TypeError):  # it is not there, or not as it was written
        return None


def _write(folder: Folder, held: "Mapping[str, Held]") -> None:
    """A folder that cannot be written keeps what it has, which is then known to be old."""
    import json

    from kg.atomic import write_text

    if now := state(folder.engine):
        documents = [(node, each.name, each.sha256, each.software, each.vocabulary) for node, each in held.items()]
        with suppress(OSError):
            write_text(folder.where / _NAME, json.dumps((_mark(now), documents), ensure_ascii=False) + "\n")


def _mark(now: State) -> str:
    from hashlib import sha256

    return sha256(repr((_FORMAT, now)).encode()).hexdigest()

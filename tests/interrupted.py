"""A store beside which another process writes just when its engine is closed."""

import subprocess
import sys
from pathlib import Path

from kg.store import Store

_WRITER = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from kg.folder import LockedStoreError
from kg.store import Store
try:
    with Store.open(sys.argv[1], read_only=False) as store:
        store.put([(sys.argv[2], ())])
except LockedStoreError as error:
    print(error)
"""


def write_beside(where: Path, document: str) -> str:
    """What a process says that tries to take a document, by its IRI, out of a store: nothing, if it could."""
    command = [sys.executable, "-c", _WRITER, str(where), document]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Interrupted(Store):
    """A store beside which another process tries to take a document away once its engine is closed."""

    taken = ""  # the IRI of the document
    told = ""  # what the other process said

    def _let_go(self) -> None:
        was_open = self._opened is not None
        super()._let_go()
        if was_open and self._folder is not None:
            self.told = write_beside(self._folder.where, self.taken)

"""A load that finds nothing new, told from what is kept beside the store: the engine is not opened."""

from hashlib import sha256
from pathlib import Path

from kg import ledger
from kg.errors import KGError
from kg.folder import Folder
from kg.loading import LoadReport, Run, Standing
from kg.namespaces import ID
from kg.sources import STANDARD_INPUT, Paths, data_of, sources
from kg.stores import MEMORY, is_remote


def nothing_new(paths: Paths, where: str, base: str = ID) -> LoadReport | None:
    """What `kg.pipeline.load` would report, where it would find nothing new; `None` where only a load can tell.

    Raises: kg.folder.StoreError, if what is there is not a store that this version can use.
    """
    if where == MEMORY or is_remote(where) or not (folder := Folder(Path(where))).check():
        return None
    held = ledger.read(folder)
    if held is None:
        return None
    run = Run(held, base)
    try:
        return run.report if _is_all_held(paths, run) else None
    except KGError:  # a load names what it refuses, and goes on with the others
        return None


def _is_all_held(paths: Paths, run: Run) -> bool:
    perhaps_copies = []
    for source in sources(paths):
        if str(source.path) == STANDARD_INPUT:  # cannot be read twice
            return False
        digest = sha256(data_of(source)).hexdigest()
        standing = run.standing(source.name, digest)
        if standing is Standing.NEW:
            return False
        if standing is Standing.PERHAPS_A_COPY:
            perhaps_copies.append((source.name, digest))
    return all(run.is_copy(*each) for each in perhaps_copies)

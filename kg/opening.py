"""The store at a place: a folder, `memory`, or an engine on the network."""

from pathlib import Path

from kg.stores import Store, is_remote


def open_store(where: str | Path, *, create: bool = False, read_only: bool = True) -> Store:
    """The store at a place: a folder, `memory` for one that is gone when it is closed, or an engine's address.

    With `create`, a store need not be there yet, and nothing is written before the first load.

    Raises: kg.folder.StoreError, if it cannot be opened.
    """
    if is_remote(where):
        from kg.remote.store import RemoteStore

        return RemoteStore.open(str(where), create=create, read_only=read_only)
    from kg.store import Store as Embedded

    return Embedded.open(where, create=create, read_only=read_only)

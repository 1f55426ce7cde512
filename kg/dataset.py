"""The store as rdflib sees it."""

from typing import TYPE_CHECKING, Self

from rdflib import Dataset
from rdflib.store import Store as Graphs

from kg.namespaces import PREFIXES

if TYPE_CHECKING:
    from kg.stores import Store


class StoreDataset(Dataset):
    """An rdflib `Dataset` over a store: its default graph is the union of all graphs, and nothing is copied.

    Close it, or use it in a `with` block, to let go of the store.
    """

    def __init__(self, graphs: Graphs, source: "Store") -> None:
        """`graphs` are the source's as rdflib asks for them."""
        super().__init__(store=graphs, default_union=True)
        self.source = source
        for prefix, namespace in PREFIXES.items():
            self.bind(prefix, namespace, replace=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self, commit_pending_transaction: bool = False) -> None:  # noqa: FBT001, FBT002 - rdflib's signature
        """Let go of the store."""
        super().close(commit_pending_transaction)
        self.source.close()

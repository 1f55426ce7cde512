"""Documents taken out of a store again, with all that was read from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import KGError
from kg.loading.replacing import titles_in
from kg.stores import Store


class UnknownDocumentError(KGError):
    """The store holds no document of a name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        near = get_close_matches(name, list(known), 3)
        hint = f" Nearest: {', '.join(near)}." if near else ""
        super().__init__(f"The store holds no document {name!r}.{hint} `kg query documents` lists all.")


@dataclass(frozen=True, slots=True)
class Removal:
    """A document to take out."""

    document: str  # its name
    graph: str  # the name of its graph
    reviews: int

    def __str__(self) -> str:
        """What it holds."""
        return f"{self.document}, which held {self.reviews} review{'' if self.reviews == 1 else 's'}"


def removals(store: Store, documents: Iterable[str]) -> tuple[Removal, ...]:
    """What taking out the documents of these names would take out.

    Raises: UnknownDocumentError, for the first name that the store does not know.
    """
    graphs = {known.name: graph for graph, known in store.held().items()}
    wanted = dict.fromkeys(documents)
    for name in wanted:
        if name not in graphs:
            raise UnknownDocumentError(name, graphs)
    return tuple(Removal(name, graphs[name], _reviews(store, graphs[name])) for name in wanted)


def remove(store: Store, those: Iterable[Removal]) -> None:
    """Take documents out: in a folder, all of them or none.

    What people decided about them stays on record, and holds again should they be loaded again. No question finds their
    words any more, but the engine's files keep them, for it never takes a string out of its dictionary.

    Raises: kg.store.StoreError.
    """
    store.put([(each.graph, ()) for each in those])


def _reviews(store: Store, graph: str) -> int:
    return len({review for review, _ in store.query(titles_in(graph)).rows})

"""The library in six functions: extract, load, query, graph, export, and the store as rdflib sees it.

>>> import kg
>>> [digest] = kg.extract(kg.sample())
>>> len(digest.reviews)
6
>>> store = kg.open_store("memory")
>>> kg.load(kg.sample(), store=store).added
('nspcc-2023-07.txt',)
>>> answer = kg.query("reviews-naming-theme", store=store, theme="professional-curiosity")
>>> answer.columns[:4]
('review', 'theme', 'kind', 'quote')
>>> kg.query("SELECT (COUNT(*) AS ?reviews) { ?review a sg:Review }", store=store).rows
((6,),)
>>> sorted(node["kind"] for _, node in kg.graph(store=store).nodes(data=True))[0]
'review'
>>> kg.open_store("nowhere")
Traceback (most recent call last):
...
kg.folder.MissingStoreError: There is no store at 'nowhere': run `kg load FILE...` first or name one with --store.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Union

from kg import opening, pipeline
from kg.answers import Answer
from kg.errors import KGError
from kg.export import export as write
from kg.extract import extract as read_reviews
from kg.loading.plan import LoadReport
from kg.loading.sources import Paths, sources
from kg.model import Digest
from kg.namespaces import ID
from kg.paths import sample
from kg.queries import find, from_text
from kg.rdf.addresses import as_base
from kg.read import Worker
from kg.stores import Store

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Dataset

__all__ = ["STORE", "AnyStore", "export", "extract", "graph", "load", "open_store", "query", "sample"]

STORE = ".kg"  # where the store is when nothing else is said
AnyStore = Union[str, Path, "Dataset", Store]

_IN_A_FILE = re.compile(r"[^{\n]*\.(?:rq|sparql)")  # a folder's name may hold a space
_SPARQL = re.compile(r"[\s{]")


class NotOurDatasetError(KGError):
    """An rdflib dataset of somebody else was given."""

    def __init__(self) -> None:
        super().__init__("This Dataset is not one of kg.open_store(): give a folder, 'memory', or what it returns.")


def extract(paths: Paths) -> tuple[Digest, ...]:
    """What is read from each document of files and folders, without storing it.

    Raises: KGError, for the first document that cannot be read or holds no review.
    """
    with Worker() as worker:
        return tuple(read_reviews(pipeline.document(source, worker)) for source in sources(paths))


def open_store(where: str | Path = STORE, *, read_only: bool = True) -> "Dataset":
    """The store as an rdflib `Dataset`, its default graph the union of all documents and the vocabulary.

    Nothing is copied: rdflib asks the engine. Opened for writing, a store need not be there yet. Close it when done.

    Raises: kg.store.StoreError.
    """
    return opening.open_store(where, create=not read_only, read_only=read_only).dataset()


def load(paths: Paths, *, store: AnyStore = STORE, base: str = ID, again: bool = False) -> LoadReport:
    """Read, extract and store the documents of files and folders, in batches of whole documents.

    The first file that cannot be read ends the load. Many documents are read by as many processes as there are
    processors. What the store holds as it is, is read `again` only if you say so.

    Raises: KGError.
    """
    checked = base if base == ID else as_base(base)
    with _opened(store, create=True) as opened:
        return pipeline.load(paths, opened, base=checked, again=again)


def query(name_or_text: str, *, store: AnyStore = STORE, **values: object) -> Answer:
    """The answer to a saved query by its name, to one in a `.rq` file, or to SPARQL text.

    Text may leave out the prefixes of `kg.namespaces`. `values` are what the query asks for: ids of themes and codes,
    text, numbers, dates.

    Raises: KGError.
    """
    is_text = _SPARQL.search(name_or_text) is not None and not _IN_A_FILE.fullmatch(name_or_text)
    found = from_text(name_or_text) if is_text else find(name_or_text)
    with _opened(store) as opened:
        return found.run(opened, **values)


def graph(*, store: AnyStore = STORE, of: str = "both") -> "nx.Graph":
    """The theme-sharing graph: of `themes` that share reviews, `reviews` that share themes, or `both` together.

    Raises: KGError.
    """
    from kg.graphs.collecting import collect
    from kg.graphs.network import build

    with _opened(store) as opened:
        return build(collect(opened), of)


def export(path: str | Path, *, store: AnyStore = STORE, vocabulary: bool = False) -> None:
    """Write the graph to a file in the format of its ending: `.ttl .trig .nt .nq .jsonld .rdf`.

    Raises: KGError.
    """
    with _opened(store) as opened:
        write(opened, path, vocabulary=vocabulary)


@contextmanager
def _opened(store: AnyStore, *, create: bool = False) -> Iterator[Store]:
    """The store behind whatever names it; what was opened here is closed here."""
    if isinstance(store, str | Path):
        with opening.open_store(store, create=create, read_only=not create) as opened:
            yield opened
    else:
        source = getattr(store, "source", store)
        if not isinstance(source, Store):
            raise NotOurDatasetError
        yield source

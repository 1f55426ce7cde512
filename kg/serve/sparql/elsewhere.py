"""An engine on the network as a worker asks it: with the methods of the embedded engine that jobs need."""

from collections.abc import Iterable

import pyoxigraph as ox

from kg.errors import briefly
from kg.remote import results
from kg.remote.errors import BrokenAnswerError
from kg.remote.store import RemoteStore

Found = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Elsewhere:
    """An engine on the network, behind a store."""

    def __init__(self, store: RemoteStore) -> None:
        self._store = store

    def query(
        self,
        query: str,
        *,
        base_iri: str | None = None,
        use_default_graph_as_union: bool = False,
        default_graph: list[ox.NamedNode] | None = None,
        named_graphs: list[ox.NamedNode] | None = None,
    ) -> Found:
        """The answer to a question, over all graphs as one, or over those named.

        Raises: RefusedQueryError, StoreError.
        """
        based = query if base_iri is None else f"BASE <{base_iri}>\n{query}"
        names = [each.value for each in (*(default_graph or ()), *(named_graphs or ()))]
        body, kind = self._store.raw(based, results.wanted(query), () if use_default_graph_as_union else names)
        try:
            if results.wanted(query) == results.TABLE:
                return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
            return _loaded(body, kind).query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        except (ValueError, SyntaxError) as error:
            raise BrokenAnswerError("The engine", briefly(error)) from error

    def contains_named_graph(self, graph: ox.NamedNode) -> bool:
        """Whether there is a graph of this name."""
        return self._store.query(f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} }}").rows == ((True,),)

    def quads_for_pattern(
        self, _subject: None, _predicate: None, _object: None, graph: ox.NamedNode | None
    ) -> Iterable[ox.Quad]:
        """The quads of a graph, or of all."""
        where = "{ ?s ?p ?o }" if graph is None else f"{{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        return _loaded(*self._store.raw(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {where}", results.TRIPLES))


def _loaded(body: bytes, kind: str) -> ox.Store:
    """The triples of an answer, in memory."""
    format_ = ox.RdfFormat.from_media_type(kind)
    if format_ is None:
        raise BrokenAnswerError("The engine", f"{kind or 'no media type'} is not a format of RDF")
    store = ox.Store()
    store.load(body, format=format_)
    return store

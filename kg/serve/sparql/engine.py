"""The store as a worker asks it: opened for reading, and anew when somebody loaded into it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.engine import mistake
from kg.errors import KGError
from kg.folder import Files, Folder, StoreError
from kg.formats.rdfxml import NotInXmlError
from kg.rdf.named_graphs import named, names_held
from kg.rdf.sparql import RefusedQueryError, check
from kg.serve.sparql import results
from kg.serve.sparql.jobs import Job, Reply
from kg.serve.sparql.results import Term
from kg.store import Store
from kg.stores import is_remote

_STRING = "http://www.w3.org/2001/XMLSchema#string"

if TYPE_CHECKING:
    from kg.serve.sparql.elsewhere import Elsewhere

    Asked = ox.Store | Elsewhere


class NotAcceptableError(KGError):
    """No format that would do can hold the answer."""


class NoGraphError(KGError):
    """The store has no graph of this name."""


class Engine:
    """Answers jobs over the store in a folder, or in an engine on the network."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._store: Asked | None = None
        self._files: Files = frozenset()

    def reply(self, job: Job) -> Reply:
        """The answer to a job, or the line that says why there is none."""
        try:
            return self._tried(job)
        except (OSError, RuntimeError):  # a load may have taken files away under an open store: look once more
            self._store = None
            return self._tried(job)

    def _tried(self, job: Job) -> Reply:
        try:
            return answer(self._opened(), job)
        except KGError as error:
            return Reply.refused(_status(error), str(error))
        except SyntaxError as error:
            return Reply.refused(400, mistake(error))

    def _opened(self) -> "Asked":
        files = Folder(Path(self._where)).files
        if self._store is None or files != self._files:
            self._store, self._files = _engine(self._where), files
        return self._store


def _engine(where: str) -> "Asked":
    if is_remote(where):
        from kg.remote.store import RemoteStore
        from kg.serve.sparql.elsewhere import Elsewhere

        return Elsewhere(RemoteStore.open(where))
    return Store.open(where).engine


def answer(store: "Asked", job: Job) -> Reply:
    """What a store says to a job.

    Raises: KGError, SyntaxError.
    """
    if job.query is None:
        return _written(job.triples, lambda: results.triples(_graph(store, job.graph), job))
    check(job.query)
    found = _found(store, job.query, job)
    if isinstance(found, ox.QueryBoolean):
        return _written(job.boolean, lambda: results.boolean(bool(found), job))
    if isinstance(found, ox.QueryTriples):
        return _written(job.triples, lambda: results.triples(_triples(found), job))
    columns = [variable.value for variable in found.variables]
    return _written(job.solutions, lambda: results.solutions(columns, _rows(found), job))


def _found(store: "Asked", query: str, job: Job) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    asked = (*job.default_graphs, *job.named_graphs)
    is_named = names_held(asked or named(query, job.base), lambda graph: store.contains_named_graph(_node(graph)))
    return store.query(
        query,
        base_iri=job.base,
        use_default_graph_as_union=not is_named,
        default_graph=list(map(_node, job.default_graphs)) if asked else None,
        named_graphs=list(map(_node, job.named_graphs)) if asked else None,
    )


def _written(format_: str | None, write: Callable[[], Reply]) -> Reply:
    if format_ is None:
        raise NotAcceptableError("No format that was asked for can hold this answer: see the description of /sparql.")
    return write()


def _graph(store: "Asked", name: str | None) -> Iterator[tuple[Term, Term, Term]]:
    """The triples of a graph, or of all graphs as one."""
    if name is not None and not store.contains_named_graph(_node(name)):
        raise NoGraphError(f"The store has no graph {name}: ask /sparql for the names of its graphs.")
    return _triples(store.quads_for_pattern(None, None, None, None if name is None else _node(name)))


def _triples(found: Iterable[ox.Triple] | Iterable[ox.Quad]) -> Iterator[tuple[Term, Term, Term]]:
    for each in found:
        yield _term(each.subject), _term(each.predicate), _term(each.object)


def _rows(found: ox.QuerySolutions) -> Iterator[list[Term | None]]:
    for solution in found:
        yield [None if term is None else _term(term) for term in solution]


def _term(term: object) -> Term:
    if isinstance(term, ox.NamedNode):
        return Term("uri", term.value, str(term))
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value if term.language is None else _STRING
        return Term("literal", term.value, str(term), None if datatype == _STRING else datatype, term.language)
    return Term("triple" if isinstance(term, ox.Triple) else "bnode", str(term).removeprefix("_:"), str(term))


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise RefusedQueryError(f"{iri[:100]!r} is not an absolute IRI: write it in full.") from error


def _status(error: KGError) -> int:
    if isinstance(error, StoreError):
        return 503
    if isinstance(error, NoGraphError):
        return 404
    return 406 if isinstance(error, NotAcceptableError | results.NotSayableError | NotInXmlError) else 400

"""What an engine is asked by the standard protocols: questions, and whole graphs read, put and deleted."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from kg.answers import Answer
from kg.errors import briefly
from kg.rdf.sparql import RefusedQueryError
from kg.rdf.statements import WrittenTriple
from kg.rdf.terms import iri
from kg.rdf.turtle import terms
from kg.remote import results
from kg.remote.addresses import Addresses
from kg.remote.connection import Connection
from kg.remote.errors import BrokenAnswerError, ServerRefusedError

_FORM = "application/x-www-form-urlencoded"
_BAD_REQUEST = 400
_GONE = frozenset({404})


class Engine:
    """An engine on the network."""

    def __init__(self, addresses: Addresses, connection: Connection) -> None:
        self.addresses = addresses
        self.connection = connection

    def query(self, sparql: str, graphs: Sequence[str] = ()) -> Answer:
        """The answer to a question, over these graphs as one, or over what the engine shows by default.

        Raises: RefusedQueryError, StoreError.
        """
        body, kind = self.raw(sparql, results.wanted(sparql), graphs)
        try:
            if results.wanted(sparql) == results.TABLE:
                return results.answer(body)
            return results.triples(terms(body, kind))
        except (ValueError, SyntaxError) as error:
            raise BrokenAnswerError(self.addresses.query, briefly(error)) from error

    def raw(self, sparql: str, accept: str, graphs: Sequence[str] = ()) -> tuple[bytes, str]:
        """The answer as the engine sends it, and its media type."""
        sets = [(name, graph) for graph in graphs for name in ("default-graph-uri", "named-graph-uri")]
        try:
            reply = self.connection.send(
                "POST",
                self.addresses.query,
                named_by="--store",
                headers={"Accept": accept, "Content-Type": _FORM},
                content=urlencode([("query", sparql), *sets]).encode(),
            )
        except ServerRefusedError as error:
            if error.status == _BAD_REQUEST and error.said:
                raise RefusedQueryError(f"The engine does not take the query: {error.said}") from error
            raise
        return reply.body, reply.kind

    def graph(self, name: str) -> Iterator[WrittenTriple]:
        """Yield the triples of a graph, each term as N-Triples writes it; none, if there is no such graph."""
        body, kind = self.raw(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {iri(name)} {{ ?s ?p ?o }} }}", results.TRIPLES)
        try:
            yield from terms(body, kind)
        except (ValueError, SyntaxError) as error:
            raise BrokenAnswerError(self.addresses.query, briefly(error)) from error

    def put(self, name: str, body: bytes) -> None:
        """Put Turtle without prefixes in the place of what a graph holds, in one request; without any, it goes."""
        if self.addresses.update is not None:
            self.update(f"DROP SILENT GRAPH {iri(name)} ;\nINSERT DATA {{ GRAPH {iri(name)} {{\n{body.decode()}}} }}")
        elif body:
            self._write("PUT", name, body)
        else:
            self._write("DELETE", name)

    def _write(self, method: str, name: str, content: bytes | None = None) -> None:
        self.connection.send(
            method,
            self.addresses.graphs,
            named_by="KG_STORE_GRAPHS",
            parameters={"graph": name},
            headers={} if content is None else {"Content-Type": "text/turtle"},
            content=content,
            allowed=_GONE if method == "DELETE" else frozenset(),
        )

    def update(self, sparql: str) -> None:
        """Have the engine change what it holds: what is sent again must leave it the same."""
        self.connection.send(
            "POST",
            self.addresses.changes,
            named_by="KG_STORE_UPDATE",
            headers={"Content-Type": _FORM},
            content=urlencode({"update": sparql}).encode(),
        )

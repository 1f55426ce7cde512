"""The ontology, the theme scheme and the code lists as graphs of the store, each with a mark of the file it is from."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from types import MappingProxyType

from kg import paths
from kg.namespaces import CODE, DCTERMS, ONTOLOGY, THEME
from kg.rdf.statements import Triple
from kg.rdf.terms import iri, literal, string
from kg.rdf.turtle import Statement, statements

VOCABULARY: Mapping[str, str] = MappingProxyType(
    {ONTOLOGY.rstrip("#"): "safeguarding.ttl", CODE: "codes.ttl", THEME: "themes.ttl"}
)  # the name of the graph, and its file in the ontology's folder


def mark(graph: str) -> Triple:
    """The triple that says from which bytes a graph was made."""
    digest = sha256((paths.ontology() / VOCABULARY[graph]).read_bytes()).hexdigest()
    return graph, DCTERMS.identifier, string(f"sha256:{digest}")


def triples(graph: str) -> Iterator[Triple]:
    """Yield the triples of a graph's file, in the order written, and its mark."""
    for statement in statements(paths.ontology() / VOCABULARY[graph]):
        yield statement.subject, statement.predicate, _object(statement)
    yield mark(graph)


def body(graph: str) -> str:
    """The triples of a graph as Turtle without prefixes."""
    from kg.loading.parts import turtle

    return turtle(triples(graph))


def _object(statement: Statement) -> str:
    if statement.datatype is None:
        return iri(statement.object)
    return literal(statement.object, statement.datatype, statement.language)

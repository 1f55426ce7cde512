"""Turtle files as plain tuples, so that the rest of the package need not know the engine that parses them."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple


class Statement(NamedTuple):
    """One triple as text: IRIs bare, blank nodes as `_:id`, literals as their words."""

    subject: str
    predicate: str
    object: str
    datatype: str | None = None  # of a literal; None for IRIs and blank nodes
    language: str | None = None


def statements(path: Path) -> tuple[Statement, ...]:
    """Every triple of a Turtle file, in the order written.

    Raises: SyntaxError, if the file is not Turtle.
    """
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    def bare(term: object) -> str:
        return term.value if isinstance(term, NamedNode | Literal) else str(term)

    def statement(subject: object, predicate: NamedNode, thing: object) -> Statement:
        if isinstance(thing, Literal):
            return Statement(bare(subject), predicate.value, thing.value, thing.datatype.value, thing.language)
        return Statement(bare(subject), predicate.value, bare(thing))

    quads = parse(path=str(path), format=RdfFormat.TURTLE)
    return tuple(statement(quad.subject, quad.predicate, quad.object) for quad in quads)


def by_subject(triples: Iterable[Statement]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Subject -> predicate -> objects, all in the order written."""
    index: dict[str, dict[str, tuple[str, ...]]] = {}
    for triple in triples:
        properties = index.setdefault(triple.subject, {})
        properties[triple.predicate] = (*properties.get(triple.predicate, ()), triple.object)
    return index

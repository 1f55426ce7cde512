"""Turtle files as plain tuples, so that the rest of the package need not know the engine that parses them."""

from collections.abc import Iterable, Iterator, Mapping
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
    return tuple(_each(path))


def value(path: Path, subject: str, predicate: str) -> str | None:
    """The first object of a subject and a predicate in a Turtle file, which is read no further than that.

    Raises: SyntaxError, if the file is not Turtle until there.
    """
    return next((each.object for each in _each(path) if (each.subject, each.predicate) == (subject, predicate)), None)


def _each(path: Path) -> Iterator[Statement]:
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    def bare(term: object) -> str:
        return term.value if isinstance(term, NamedNode | Literal) else str(term)

    def statement(subject: object, predicate: NamedNode, thing: object) -> Statement:
        if isinstance(thing, Literal):
            return Statement(bare(subject), predicate.value, thing.value, thing.datatype.value, thing.language)
        return Statement(bare(subject), predicate.value, bare(thing))

    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        yield statement(quad.subject, quad.predicate, quad.object)


def terms(data: bytes, media_type: str) -> Iterator[tuple[str, str, str]]:
    """Yield the triples of a text in Turtle or N-Triples, each term as N-Triples writes it.

    Raises: SyntaxError, ValueError, if it is in no format that is known, or not in the one it is said to be in.
    """
    from pyoxigraph import RdfFormat, parse

    format_ = RdfFormat.from_media_type(media_type)
    if format_ is None:
        raise ValueError(f"{media_type or 'no media type'} is not a format of RDF")
    for quad in parse(data, format=format_):
        yield str(quad.subject), str(quad.predicate), str(quad.object)


def by_subject(triples: Iterable[Statement]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Subject -> predicate -> objects, all in the order written."""
    index: dict[str, dict[str, tuple[str, ...]]] = {}
    for triple in triples:
        properties = index.setdefault(triple.subject, {})
        properties[triple.predicate] = (*properties.get(triple.predicate, ()), triple.object)
    return index

"""RDF as text, one module for each family of formats: sorted, so that the same triples give the same bytes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.formats.jsonld import as_jsonld
from kg.formats.lines import as_nquads, as_ntriples
from kg.formats.rdfxml import as_rdfxml
from kg.formats.turtle import as_trig, as_turtle
from kg.rdf.statements import Quad

__all__ = ["FORMATS", "Format", "Quad"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of RDF: what it is called, and how quads become its text."""

    name: str
    write: Callable[[Iterable[Quad]], Iterator[str]]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        ".ttl": Format("Turtle", as_turtle),
        ".trig": Format("TriG", as_trig),
        ".nt": Format("N-Triples", as_ntriples),
        ".nq": Format("N-Quads", as_nquads),
        ".jsonld": Format("JSON-LD", as_jsonld),
        ".rdf": Format("RDF/XML", as_rdfxml),
    }
)

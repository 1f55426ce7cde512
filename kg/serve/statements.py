"""What the site says of itself in RDF, in the default graph."""

from kg.rdf.statements import Quad
from kg.rdf.terms import iri, string


def link(subject: str, predicate: str, thing: str) -> Quad:
    """A statement that links two things, all three given as IRIs."""
    return iri(subject), iri(predicate), iri(thing), "DEFAULT"


def text(subject: str, predicate: str, words: str) -> Quad:
    """A statement of English words."""
    return iri(subject), iri(predicate), string(words, "en"), "DEFAULT"

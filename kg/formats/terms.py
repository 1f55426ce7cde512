"""Terms as N-Quads writes them, shortened; quads sorted and grouped."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from kg.namespaces import PREFIXES, RDF
from kg.rdf.statements import Quad, WrittenTriple
from kg.sorting import in_order

_LOCAL = r"(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)?"  # what needs no escape in Turtle
_SHORT = re.compile(f"({'|'.join(map(re.escape, PREFIXES.values()))})({_LOCAL})")
_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_TYPE = f"<{RDF.type}>"
_END = "\0"  # sorts before all that an IRI may hold


def short(iri: str) -> tuple[str, str] | None:
    """The prefix and the name of an IRI that a known namespace holds and that needs no escapes."""
    match = _SHORT.fullmatch(iri)
    return (_PREFIX_OF[match[1]], match[2]) if match else None


def union(quads: Iterable[Quad]) -> Iterator[WrittenTriple]:
    """The triples of all graphs as one, sorted, each once, types before other properties."""
    return map(triple, in_order(as_line((s, p, o)) for s, p, o, _ in quads))


def by_graph(quads: Iterable[Quad]) -> Iterator[tuple[str, Iterator[WrittenTriple]]]:
    """Each graph with its triples, sorted; those of one are to be read before the next."""
    lines = in_order(f"{g}{_END}{as_line((s, p, o))}" for s, p, o, g in quads)
    parted = (line.split(_END, 1) for line in lines)
    for graph, held in groupby(parted, key=itemgetter(0)):
        yield graph, (triple(line) for _, line in held)


def as_line(statement: WrittenTriple) -> str:
    """A triple as a line that sorts as triples should: types first, and a whole before its parts.

    So the subject stands without its last character, `>`, which sorts after the `.` of a part.
    """
    subject, predicate, object_ = statement
    return f"{subject[:-1]}{_END}{'' if predicate == _TYPE else predicate}{_END}{object_}{_END}{subject[-1]}\n"


def triple(line: str) -> WrittenTriple:
    """The triple of a line."""
    subject, predicate, rest = line[:-1].split(_END, 2)
    object_, last = rest.rsplit(_END, 1)  # a text may hold any character
    return subject + last, predicate or _TYPE, object_


def by_subject(triples: Iterable[WrittenTriple]) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Each subject with its properties, and each property with its objects, in the order given."""
    for subject, held in groupby(triples, key=itemgetter(0)):
        properties = groupby(held, key=itemgetter(1))
        yield subject, [(name, [o for _, _, o in statements]) for name, statements in properties]

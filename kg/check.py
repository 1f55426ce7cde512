"""What is wrong in a store, where, and the way out: checks written as queries, and SHACL shapes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg import paths
from kg.namespaces import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

    from kg.stores import Store

_SHAPE = "https://w3id.org/safeguarding-kg/shape/"
_SHACL = "http://www.w3.org/ns/shacl#"
_LONGEST = 60  # characters of a value that a message shows


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"  # the graph contradicts itself, its document or the ontology
    WARNING = "warning"  # it can be right, and is worth a look


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, where it is, and what to do about it."""

    severity: Severity
    check: str  # the name of the check or of the shape that found it
    place: str  # the IRI of the thing or the graph
    message: str
    way_out: str


@dataclass(frozen=True, slots=True)
class Check:
    """A query that answers with a place, a problem and a way out, and only when something is wrong."""

    name: str
    title: str
    severity: Severity
    query: str


def problems(store: "Store") -> tuple[Problem, ...]:
    """Everything that the checks and the shapes find wrong in a store: errors first, then by check and place."""
    return tuple(sorted({*_found_by_checks(store), *_found_by_shapes(store)}))


@cache
def checks() -> tuple[Check, ...]:
    """The checks of the ontology, sorted by name."""
    return tuple(_check(path) for path in sorted((paths.ontology() / "checks").glob("*.rq")))


def shape_files() -> tuple[Path, ...]:
    """The files that hold the shapes, sorted by name."""
    return tuple(sorted((paths.ontology() / "shapes").glob("*.ttl")))


def _check(path: Path) -> Check:
    text = path.read_text(encoding="utf-8")
    lines = (line.removeprefix("#+ ").partition(": ") for line in text.splitlines() if line.startswith("#+ "))
    header = {key: value for key, _, value in lines}
    return Check(path.stem, header["title"], Severity(header["severity"]), text)


def _found_by_checks(store: "Store") -> Iterator[Problem]:
    for check in checks():
        for row in store.query(check.query).rows:
            place, message, way_out = (str(cell) for cell in row)
            yield Problem(check.severity, check.name, place, message, way_out)


def _found_by_shapes(store: "Store") -> Iterator[Problem]:
    from pyshacl import validate
    from rdflib import RDF, Graph, URIRef

    _, report, _ = validate(_data(store), shacl_graph=_shapes(), inplace=True)
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL could not run the shapes: {report}")
    for result in report.subjects(RDF.type, URIRef(_SHACL + "ValidationResult")):
        yield _problem(report, result)


def _data(store: "Store") -> "Graph":
    """What was read from documents, in memory: shapes look at a node's neighbours over and over.

    Without the ontology, whose subclasses would stand in for the classes that data states itself.
    """
    from rdflib import Graph

    from kg.loading.vocabulary_graphs import VOCABULARY

    data = Graph()
    for graph in store.dataset().graphs():
        if str(graph.identifier) not in VOCABULARY:
            data += graph
    return data


@cache
def _shapes() -> "Graph":
    from rdflib import Graph

    shapes = Graph()
    for path in shape_files():
        shapes.parse(path, format="turtle")
    return shapes


def _problem(report: "Graph", result: "Node") -> Problem:
    from rdflib import URIRef

    def of(name: str) -> "Node | None":
        return report.value(result, URIRef(_SHACL + name))

    place, value = of("focusNode"), of("value")
    rule, _, way_out = str(of("resultMessage")).partition(". ")
    found = "" if value is None or value == place else f" Found: {_shown(value)}."
    severity = Severity.WARNING if str(of("resultSeverity")) == _SHACL + "Warning" else Severity.ERROR
    return Problem(severity, str(of("sourceShape")).removeprefix(_SHAPE), str(place), f"{rule}.{found}", way_out)


def _shown(value: "Node") -> str:
    from rdflib import Literal

    text = " ".join(str(value).split())
    if isinstance(value, Literal):
        return f'"{text[:_LONGEST]}…"' if len(text) > _LONGEST else f'"{text}"'
    prefixes = ((prefix, base) for prefix, base in PREFIXES.items() if text.startswith(base))
    return next((f"{prefix}:{text.removeprefix(base)}" for prefix, base in prefixes), text)

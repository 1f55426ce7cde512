"""What is wrong in a store, where, and the way out: checks written as queries, and SHACL shapes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg import paths
from kg.namespaces import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph, URIRef
    from rdflib.term import Node

    from kg.nearby import Part
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


Step = Callable[[], Iterable[Problem]]
Watched = Callable[[Sequence[Step]], Iterable[Step]]


def problems(store: "Store", watched: Watched = iter) -> tuple[Problem, ...]:
    """Everything that the checks and the shapes find wrong in a store: errors first, then by check and place.

    `watched` is handed the steps and yields them again, and so sees how far it is.
    """
    return tuple(sorted({problem for step in watched([*_steps(store)]) for problem in step()}))


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


def _steps(store: "Store") -> "Iterator[Step]":
    """Yield what finds problems: each check, then the shapes over one graph after another."""
    from kg.nearby import parts

    yield from (partial(_found_by_check, store, check) for check in checks())
    inverse = map(str, _shapes().objects(None, _sh("inversePath")))
    yield from (partial(_found_by_shapes, part) for part in parts(store, inverse))


def _found_by_check(store: "Store", check: Check) -> Iterator[Problem]:
    for row in store.query(check.query).rows:
        place, message, way_out = (str(cell) for cell in row)
        yield Problem(check.severity, check.name, place, message, way_out)


def _found_by_shapes(read: "Callable[[], Part]") -> Iterator[Problem]:
    from pyshacl import validate
    from rdflib import RDF, Graph

    data, own = read()
    _, report, _ = validate(data, shacl_graph=_shapes(), inplace=True)
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL could not run the shapes: {report}")
    for result in report.subjects(RDF.type, _sh("ValidationResult")):
        if report.value(result, _sh("focusNode")) in own:  # what stands in another graph is looked at with that graph
            yield _problem(report, result)


@cache
def _shapes() -> "Graph":
    """The shapes, in which a property has the targets of the node that it belongs to.

    They find the same. But pySHACL looks at a property with targets once for all things, and at a property of a node
    for each thing anew, with all that the shapes say of it read again.
    """
    from rdflib import Graph

    shapes = Graph()
    for path in shape_files():
        shapes.parse(path, format="turtle")
    for node, property_ in [*shapes.subject_objects(_sh("property"))]:
        for target in (_sh("targetClass"), _sh("targetSubjectsOf")):
            for things in [*shapes.objects(node, target)]:
                shapes.add((property_, target, things))
    shapes.remove((None, _sh("property"), None))
    return shapes


def _sh(name: str) -> "URIRef":
    from rdflib import URIRef

    return URIRef(_SHACL + name)


def _problem(report: "Graph", result: "Node") -> Problem:
    def of(name: str) -> "Node | None":
        return report.value(result, _sh(name))

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

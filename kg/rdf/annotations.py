"""Annotations as triples: the themes of items, and the words that each fact rests on, with where they stand."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kg.model import Passage, SourceDocument, ThemeAssignment
from kg.namespaces import OA, PROV, RDF, SG
from kg.rdf import iris
from kg.rdf.facts import Fact
from kg.rdf.objects import code_node, confidence_number, english, integer, known_node, label_text, theme_node
from kg.rdf.statements import Triple
from kg.rdf.terms import iri

# The classes that thousands of statements name.
_ANNOTATION, _EVIDENCE, _ASSIGNMENT = iri(OA.Annotation), iri(SG.Evidence), iri(SG.ThemeAssignment)


class Reading(NamedTuple):
    """The run that read a document, and the document."""

    run: str  # its IRI in angle brackets
    document: SourceDocument


def theme_assignments(target: str, reading: Reading, found: Iterable[ThemeAssignment]) -> list[Triple]:
    """An item's annotations; where one theme is found twice, the second is told apart by a number."""
    before: dict[str, int] = {}
    annotated = iri(target)
    made: list[Triple] = []
    for assignment in found:
        number = before[assignment.theme] = before.get(assignment.theme, 0) + 1
        again = f".{number}" if number > 1 else ""
        node = iris.part_iri(target, "theme", assignment.theme + again)
        made += theme_assignment(node, annotated, reading, assignment)
    return made


def theme_assignment(node: str, target: str, reading: Reading, what: ThemeAssignment) -> tuple[Triple, ...]:
    """The annotation that puts a theme to an item (an IRI in angle brackets), with the words that caused it."""
    return (  # most statements are of these annotations, and a tuple is quicker than a generator
        (node, RDF.type, _ASSIGNMENT),
        (node, RDF.type, _ANNOTATION),
        (node, OA.hasBody, theme_node(what.theme)),
        (node, OA.hasTarget, target),
        (node, SG.quote, english(what.passage.text)),
        *place(node, reading, what.passage),
        (node, SG.confidence, confidence_number(what.confidence)),
        (node, SG.status, code_node(what.status)),
        (node, SG.matchedLabel, label_text(what.label)),
        (node, PROV.wasGeneratedBy, reading.run),
    )


def all_evidence(reading: Reading, facts: Iterable[Fact]) -> list[Triple]:
    """The evidence for facts, numbered from 1 within the subject of each."""
    before: Counter[str] = Counter()
    made: list[Triple] = []
    for fact in facts:
        before[fact.subject] += 1
        made += evidence(iris.part_iri(fact.subject, "evidence", before[fact.subject]), reading, fact)
    return made


def evidence(node: str, reading: Reading, fact: Fact) -> tuple[Triple, ...]:
    """The annotation that holds the words a fact rests on."""
    return (
        (node, RDF.type, _EVIDENCE),
        (node, RDF.type, _ANNOTATION),
        (node, OA.hasTarget, known_node(fact.subject)),
        (node, SG.supports, known_node(fact.property)),
        *(((node, OA.hasBody, known_node(fact.value)),) if fact.value is not None else ()),
        (node, SG.quote, english(fact.passage.text)),
        *place(node, reading, fact.passage),
        (node, PROV.wasGeneratedBy, reading.run),
    )


def place(node: str, reading: Reading, where: Passage) -> tuple[Triple, ...]:
    """Where words stand: their characters, and their page in a document that has pages."""
    place = (node, SG.start, integer(where.start)), (node, SG.end, integer(where.end))
    page = reading.document.page(where.start)
    return place if page is None else (*place, (node, SG.page, integer(page)))

"""Reviews as triples: pure, one function for each class, the same triples in the same order for the same input.

A triple is a subject IRI, a predicate IRI and an object as N-Triples text. Text is the cheapest way to make quads, and
what the engine loads fastest.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

from kg import __version__
from kg.model import (
    Child,
    Digest,
    Incident,
    Item,
    LearningPoint,
    PartialDate,
    Recommendation,
    Review,
    Stated,
)
from kg.namespaces import DCTERMS, ID, PROV, RDF, SG, XSD
from kg.rdf import iris
from kg.rdf.addresses import as_iri
from kg.rdf.annotations import Reading, all_evidence, place, theme_assignments
from kg.rdf.facts import document_facts, item_iri, review_facts
from kg.rdf.objects import code_node, decimal_number, english, integer, issued, theme_node
from kg.rdf.statements import Triple
from kg.rdf.terms import iri, string, typed
from kg.vocabulary import version

Value = TypeVar("Value")
Code = TypeVar("Code", bound=StrEnum)

_ITEM, _LEARNING, _RECOMMENDATION = iri(SG.Item), iri(SG.LearningPoint), iri(SG.Recommendation)


def triples(digest: Digest, *, base: str = ID) -> Iterator[Triple]:
    """Yield all triples of a document: itself, the run that read it, and each review with its parts."""
    document = iris.document_iri(digest.document.name, base)
    run = iris.extraction_iri(digest.document, __version__, version(), base)
    reading = Reading(iri(run), digest.document)
    yield from source_document(document, digest)
    yield from extraction(run, document)
    yield from all_evidence(reading, document_facts(document, digest))
    for node, review in review_nodes(digest, base):
        yield from whole_review(node, document, reading, review)


def review_nodes(digest: Digest, base: str = ID) -> Iterator[tuple[str, Review]]:
    """Yield each review with its IRI."""
    before: Counter[str] = Counter()
    for review in digest.reviews:
        title = review.title.text
        yield iris.review_iri(digest.document.name, title, before[title], base), review
        before[title] += 1


def whole_review(node: str, document: str, reading: Reading, review: Review) -> Iterator[Triple]:
    """Yield a review, its children, incident and items, and the evidence for each fact."""
    yield from review_triples(node, document, review)
    yield from theme_assignments(node, reading, review.context_themes)
    for number, each in enumerate(review.children, 1):
        yield from child(iris.part_iri(node, "child", number), each)
    if review.incident != Incident():
        yield from incident(iris.part_iri(node, "incident"), review.incident)
    for each_item in review.items:
        item_node = item_iri(node, each_item)
        yield from item(item_node, reading, each_item)
        yield from theme_assignments(item_node, reading, each_item.themes)
    yield from all_evidence(reading, review_facts(node, review))


def source_document(node: str, digest: Digest) -> Iterator[Triple]:
    """Yield the document: its name, its bytes' hash, and the text that every offset counts in."""
    document = digest.document
    yield node, RDF.type, iri(SG.SourceDocument)
    if digest.title is not None:
        yield node, DCTERMS.title_, english(digest.title.text)
    if digest.issued is not None:
        yield node, DCTERMS.issued, issued(digest.issued.value)
    if digest.abstract is not None:
        yield node, DCTERMS.abstract, english(digest.abstract.text)
    if digest.announced is not None:
        yield node, SG.announcedReviews, integer(digest.announced.value)
    yield node, DCTERMS.format_, string(document.media_type)
    yield node, DCTERMS.identifier, string(document.name)
    yield node, SG.sha256, string(document.sha256)
    yield node, SG.text, string(document.text)
    for offset in document.pages:
        yield node, SG.pageStart, integer(offset)


def extraction(node: str, document: str) -> Iterator[Triple]:
    """Yield the run that read a document. It has no clock: the same input gives the same run."""
    yield node, RDF.type, iri(SG.Extraction)
    yield node, RDF.type, iri(PROV.Activity)
    yield node, PROV.used, iri(document)
    yield node, SG.softwareVersion, string(__version__)
    yield node, SG.vocabularyVersion, string(version())


def review_triples(node: str, document: str, review: Review) -> Iterator[Triple]:
    """Yield a review: what it is called, where it stands, and its parts."""
    yield node, RDF.type, iri(SG.Review)
    yield node, DCTERMS.title_, english(review.title.text)
    yield node, SG.position, integer(review.number)
    yield node, DCTERMS.isPartOf, iri(document)
    yield from _strings(node, SG.label_, _value(*review.labels))
    yield from _codes(node, SG.reviewType, review.review_type)
    yield from _codes(node, SG.documentType, review.document_type)
    yield from _strings(node, SG.place, _value(review.place))
    yield from _strings(node, DCTERMS.issued, (date.edtf for date in _value(review.published)))
    yield from _strings(node, DCTERMS.identifier, _value(review.identifier))
    if review.summary is not None:
        yield node, SG.summary, english(review.summary.text)
    yield from _parts(node, review)
    yield from _said_beside(node, review)
    for theme in review.themes:
        yield node, SG.theme, theme_node(theme)
    for theme in sorted({each.theme for each in review.context_themes if each.counts}):
        yield node, SG.contextTheme, iri(iris.theme_iri(theme))


def _parts(node: str, review: Review) -> Iterator[Triple]:
    for number in range(1, len(review.children) + 1):
        yield node, SG.concernsChild, iri(iris.part_iri(node, "child", number))
    if review.incident != Incident():
        yield node, SG.examines, iri(iris.part_iri(node, "incident"))
    for point in review.learning:
        yield node, SG.identifies, iri(item_iri(node, point))
    for recommendation in review.recommendations:
        yield node, SG.recommends, iri(item_iri(node, recommendation))


def _said_beside(node: str, review: Review) -> Iterator[Triple]:
    """The librarian's keywords, and links as printed."""
    for keyword in review.keywords:
        yield node, SG.keyword, english(keyword.text)
    for link in review.links:
        yield node, SG.linkText, english(link.passage.text)
        if link.url is not None and (address := as_iri(link.url)):
            yield node, DCTERMS.references, address


def child(node: str, who: Child) -> Iterator[Triple]:
    """Yield a child, or a group described as one; an age as printed, as a duration, in months and as a band."""
    yield node, RDF.type, iri(SG.Child)
    yield from _strings(node, SG.label_, _value(who.label))
    yield from _codes(node, SG.sex, who.sex)
    if who.age is not None:
        age = who.age.value
        yield node, SG.ageText, string(who.age.passage.text)
        if age.duration is not None:
            yield node, SG.ageAtIncident, typed(age.duration, XSD.duration)
        for bound, months in zip((SG.ageInMonthsMin, SG.ageInMonthsMax), age.months, strict=True):
            if months is not None:
                yield node, bound, decimal_number(months)
        if age.band is not None:
            yield node, SG.ageBand, iri(iris.code_iri(age.band))
    yield node, SG.count_, integer(who.count)


def incident(node: str, what: Incident) -> Iterator[Triple]:
    """Yield an incident: what happened, when, and who is alleged to have done it; hedged harm is kept apart."""
    yield node, RDF.type, iri(SG.Incident)
    yield from _codes(node, SG.outcome, what.outcome)
    yield from _codes(node, SG.harm, *what.harms)
    yield from _codes(node, SG.hedgedHarm, *what.hedged_harms)
    if what.date is not None:
        yield node, SG.dateText, string(what.date.passage.text)
        yield from _date(node, what.date.value)
    yield from _codes(node, SG.allegedPerpetrator, *what.alleged_perpetrators)


def _date(node: str, when: PartialDate) -> Iterator[Triple]:
    """A date as EDTF, the first and last day it can mean, and its year where it can mean only one."""
    yield node, SG.date, string(when.edtf)
    yield node, SG.earliest, typed(when.earliest.isoformat(), XSD.date)
    yield node, SG.latest, typed(when.latest.isoformat(), XSD.date)
    if when.earliest.year == when.latest.year:
        yield node, SG.year, integer(when.earliest.year)


def item(node: str, reading: Reading, what: Item) -> Iterator[Triple]:
    """Yield a learning point or a recommendation: its words, where they stand, and its themes."""
    yield node, RDF.type, _LEARNING if isinstance(what, LearningPoint) else _RECOMMENDATION
    yield node, RDF.type, _ITEM
    yield node, SG.text, english(what.passage.text)
    yield node, SG.position, integer(what.position)
    yield from place(node, reading, what.passage)
    for theme in sorted({each.theme for each in what.themes if each.counts}):
        yield node, SG.theme, theme_node(theme)
    if isinstance(what, Recommendation):
        yield from recommendation(node, what)


def recommendation(node: str, what: Recommendation) -> Iterator[Triple]:
    """Yield what a recommendation asks for, of whom, and how strongly."""
    yield from _codes(node, SG.action, *what.actions)
    yield from _codes(node, SG.addressedTo, *what.addressees)
    if what.addressee_text is not None:
        yield node, SG.addresseeText, string(what.addressee_text)
    yield from _codes(node, SG.strength, what.strength)


def _value(*stated: Stated[Value] | None) -> Iterator[Value]:
    return (each.value for each in stated if each is not None)


def _strings(node: str, property_: str, values: Iterable[str]) -> Iterator[Triple]:
    for value in dict.fromkeys(values):
        yield node, property_, string(value)


def _codes(node: str, property_: str, *stated: Stated[Code] | None) -> Iterator[Triple]:
    for code in dict.fromkeys(_value(*stated)):
        yield node, property_, code_node(code)

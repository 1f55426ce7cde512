"""Every fact of a review that was read from words: what it is said of, by which property, and the words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Child, Digest, Incident, Item, LearningPoint, Passage, Recommendation, Review, Stated
from kg.namespaces import DCTERMS, SG
from kg.rdf import iris


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that rests on words: what it is said of, by which property, and its value if that is an IRI."""

    subject: str
    property: str
    passage: Passage
    value: str | None = None


def document_facts(node: str, digest: Digest) -> Iterator[Fact]:
    """Yield what a document says of itself."""
    if digest.title is not None:
        yield Fact(node, DCTERMS.title_, digest.title)
    yield from _stated(node, DCTERMS.issued, digest.issued)
    if digest.abstract is not None:
        yield Fact(node, DCTERMS.abstract, digest.abstract)
    yield from _stated(node, SG.announcedReviews, digest.announced)


def review_facts(node: str, review: Review) -> Iterator[Fact]:
    """Yield the facts of a review and its parts, in the order of the model."""
    yield Fact(node, DCTERMS.title_, review.title)
    yield from _stated(node, SG.label_, *review.labels)
    yield from _stated(node, DCTERMS.identifier, review.identifier)
    yield from _stated(node, SG.reviewType, review.review_type)
    yield from _stated(node, SG.documentType, review.document_type)
    yield from _stated(node, SG.place, review.place)
    yield from _stated(node, DCTERMS.issued, review.published)
    if review.summary is not None:
        yield Fact(node, SG.summary, review.summary)
    yield from (Fact(node, SG.keyword, keyword) for keyword in review.keywords)
    yield from (Fact(node, SG.linkText, link.passage) for link in review.links)
    for number, who in enumerate(review.children, 1):
        yield from _child_facts(iris.part_iri(node, "child", number), who)
    yield from _incident_facts(iris.part_iri(node, "incident"), review.incident)
    for what in review.recommendations:
        yield from _recommendation_facts(item_iri(node, what), what)


def item_iri(review: str, what: Item) -> str:
    """The IRI of a learning point or recommendation of a review."""
    kind = "learning" if isinstance(what, LearningPoint) else "recommendation"
    return iris.part_iri(review, kind, what.position)


def _child_facts(node: str, who: Child) -> Iterator[Fact]:
    yield from _stated(node, SG.label_, who.label)
    yield from _stated(node, SG.sex, who.sex)
    yield from _stated(node, SG.ageText, who.age)


def _incident_facts(node: str, what: Incident) -> Iterator[Fact]:
    yield from _stated(node, SG.outcome, what.outcome)
    yield from _stated(node, SG.harm, *what.harms)
    yield from _stated(node, SG.hedgedHarm, *what.hedged_harms)
    yield from _stated(node, SG.dateText, what.date)
    yield from _stated(node, SG.allegedPerpetrator, *what.alleged_perpetrators)


def _recommendation_facts(node: str, what: Recommendation) -> Iterator[Fact]:
    yield from _stated(node, SG.action, *what.actions)
    yield from _stated(node, SG.addressedTo, *what.addressees)
    yield from _stated(node, SG.strength, what.strength)


def _stated(node: str, property_: str, *stated: Stated[object] | None) -> Iterator[Fact]:
    for each in stated:
        if each is not None:
            code = iris.code_iri(each.value) if isinstance(each.value, StrEnum) else None
            yield Fact(node, property_, each.passage, code)

"""What loading a document would change in a store, review by review."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.loading.replacing import Double, Replacement
from kg.model import Digest
from kg.namespaces import DCTERMS, ID, PROV, RDF, SG
from kg.rdf.iris import document_iri
from kg.rdf.literals import literal
from kg.rdf.statements import Triple
from kg.rdf.terms import iri
from kg.to_rdf import triples

ADD, CHANGE, REMOVE = "add", "change", "remove"
_OWNER = re.compile(r".*[/#]review-[a-z0-9-]+")
_OF_THE_TEXT = frozenset({SG.start, SG.end, SG.page, PROV.wasGeneratedBy})  # a review that only moved is not changed


@dataclass(frozen=True, slots=True)
class Change:
    """One review that a load would add, change or remove."""

    what: str
    document: str  # the document's name
    review: str  # the review's title
    replaces: Replacement | None = None  # what was there before, if the document has other bytes
    doubles: Double | None = None  # what one of the same file name tells of, if the document is new


@dataclass(frozen=True, slots=True)
class _Told:
    """A review as a graph tells it."""

    title: str
    statements: frozenset[Triple]


def changes(
    digest: Digest,
    held: Iterable[Triple],
    base: str = ID,
    replaces: Replacement | None = None,
    doubles: Double | None = None,
) -> Iterator[Change]:
    """Yield what would happen to each review of a document whose graph now holds these triples, if it holds any."""
    before, after = _by_review(held), _by_review(triples(digest, base=base))
    name = digest.document.name
    beside = (replaces, doubles)
    for node, told in after.items():
        if node not in before:
            yield Change(ADD, name, told.title, *beside)
        elif before[node].statements != told.statements:
            yield Change(CHANGE, name, told.title, *beside)
    yield from (Change(REMOVE, name, told.title, *beside) for node, told in before.items() if node not in after)


def graph_of(digest: Digest, base: str = ID) -> str:
    """The name of the graph that a document's triples are in."""
    return document_iri(digest.document.name, base)


def _by_review(statements: Iterable[Triple]) -> Mapping[str, _Told]:
    """The reviews of a graph by their IRIs, each with what is said of it and its parts."""
    told = list(statements)
    nodes = [subject for subject, predicate, object_ in told if (predicate, object_) == (RDF.type, iri(SG.Review))]
    parts: dict[str, set[Triple]] = {node: set() for node in nodes}
    titles: dict[str, str] = {}
    for subject, predicate, object_ in told:
        owner = _OWNER.match(subject)
        if owner is None or owner[0] not in parts:
            continue
        if predicate not in _OF_THE_TEXT and (subject, predicate) != (owner[0], SG.position):
            parts[owner[0]].add((subject, predicate, object_))
        if (subject, predicate) == (owner[0], DCTERMS.title_):
            title = literal(object_)
            titles[subject] = title.words if title else object_
    return {node: _Told(titles[node], frozenset(parts[node])) for node in nodes}

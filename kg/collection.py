"""Reviews with their facts, themes and quotes, read from a store: plain frozen records for graphs and pictures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kg.namespaces import PREFIXES

if TYPE_CHECKING:
    from kg.answers import Answer

LEARNING = "learning"
RECOMMENDATION = "recommendation"


class Source(Protocol):
    """What answers a SPARQL query: a `kg.store.Store`, or a stand-in."""

    def query(self, sparql: str, /) -> "Answer":
        """The answer's columns and rows."""
        ...


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the vocabulary, and the top theme it belongs to."""

    iri: str
    label: str
    group: str  # the label of its top theme
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a document states about a review; `hedged` where it states it as possible."""

    name: str
    value: str
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that name a theme, in the learning point or recommendation they stand in."""

    theme: str  # its IRI
    kind: str  # LEARNING or RECOMMENDATION
    position: int  # of the item, from 1 within its kind
    words: str
    text: str  # the whole item


@dataclass(frozen=True, slots=True)
class Review:
    """A review as a picture shows it."""

    iri: str
    label: str
    title: str
    document: str  # the title of the document that tells of it
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()

    @property
    def themes(self) -> frozenset[str]:
        """The IRIs of the themes that its items name."""
        return frozenset(quote.theme for quote in self.quotes)


@dataclass(frozen=True, slots=True)
class Collection:
    """All reviews of a store, in the order of their documents, and the themes they name, by IRI."""

    documents: tuple[str, ...]  # titles
    reviews: tuple[Review, ...]
    themes: Mapping[str, Theme]


def collect(source: Source) -> Collection:
    """The reviews that a store holds, with what a picture says of them."""
    facts = _by_first((*_rows(source, _facts_query()), *_children(source)))
    quotes = _by_first(_rows(source, _QUOTES))
    reviews = _reviews(source)
    return Collection(
        documents=tuple(dict.fromkeys(document for *_, document in reviews)),
        reviews=tuple(
            Review(
                iri=iri,
                label=label,
                title=title,
                document=document,
                facts=tuple(Fact(name, value, bool(hedged)) for _, name, value, hedged in sorted(facts[iri])),
                quotes=tuple(Quote(theme, kind, int(at), words, text) for kind, at, theme, words, text in quotes[iri]),
            )
            for iri, label, title, document in reviews
        ),
        themes={iri: Theme(iri, label, group, note) for iri, label, group, note in _rows(source, _THEMES)},
    )


def _reviews(source: Source) -> list[tuple[str, str, str, str]]:
    """One row for each review; two labels of one review, such as two children's names, are joined."""
    labels = _by_first(_rows(source, _LABELS))
    rows = _rows(source, _REVIEWS)
    return [(iri, _and([row[0] for row in labels[iri]]) or title, title, document) for iri, title, document in rows]


def _children(source: Source) -> list[tuple[str, ...]]:
    """Facts that put what is stated of one child on one line."""
    return [
        (review, "1", "Child" if count in ("", "1") else f"{count} children", ", ".join(filter(None, stated)), "")
        for review, count, *stated in _rows(source, _CHILDREN)
        if any(stated)
    ]


def _and(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _rows(source: Source, sparql: str) -> list[tuple[str, ...]]:
    """The answer's rows as text; what is unknown is empty."""
    prefixes = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("dcterms", "oa", "sg", "skos"))
    return [tuple("" if value is None else str(value) for value in row) for row in source.query(prefixes + sparql).rows]


def _by_first(rows: Iterable[tuple[str, ...]]) -> defaultdict[str, list[tuple[str, ...]]]:
    grouped: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for first, *others in rows:
        grouped[first].append(tuple(others))
    return grouped


_REVIEWS = """
SELECT ?review ?title ?document WHERE {
  ?review a sg:Review ; dcterms:title ?title ; sg:position ?position ; dcterms:isPartOf ?source .
  OPTIONAL { ?source dcterms:title ?named }
  OPTIONAL { ?source dcterms:identifier ?file }
  BIND(COALESCE(?named, ?file, "") AS ?document)
} ORDER BY ?source ?position ?review"""

_LABELS = """
SELECT DISTINCT ?review ?label WHERE { ?review a sg:Review ; sg:label ?label } ORDER BY ?review ?label"""

_QUOTES = """
SELECT ?review ?kind ?position ?theme ?words ?text WHERE {
  VALUES (?property ?kind) { (sg:identifies "learning") (sg:recommends "recommendation") }
  ?review ?property ?item .
  ?item sg:position ?position ; sg:text ?text ; sg:theme ?theme .
  ?assignment oa:hasTarget ?item ; oa:hasBody ?theme ; sg:quote ?words ; sg:start ?start .
} ORDER BY ?review ?kind ?position ?start ?theme"""

_THEMES = """
SELECT ?theme (SAMPLE(?name) AS ?label) (MIN(?top) AS ?group) (SAMPLE(?meaning) AS ?definition) WHERE {
  { SELECT DISTINCT ?theme WHERE { ?review a sg:Review ; sg:theme ?theme } }
  ?theme skos:prefLabel ?name ; skos:broader* ?root .
  ?root skos:topConceptOf ?scheme ; skos:prefLabel ?top .
  OPTIONAL { ?theme skos:definition ?meaning }
} GROUP BY ?theme ORDER BY ?theme"""

_CHILDREN = """
SELECT ?review ?count ?label ?sex ?age WHERE {
  ?review sg:concernsChild ?child .
  OPTIONAL { ?child sg:count ?count }
  OPTIONAL { ?child sg:label ?label }
  OPTIONAL { ?child sg:sex/skos:prefLabel ?sex }
  OPTIONAL { ?child sg:ageText ?age }
} ORDER BY ?review ?child"""

_FACT_PATHS = (
    ("2", "Outcome", "sg:examines/sg:outcome/skos:prefLabel", ""),
    ("3", "Harm", "sg:examines/sg:harm/skos:prefLabel", ""),
    ("3", "Harm", "sg:examines/sg:hedgedHarm/skos:prefLabel", "hedged"),
    ("4", "When", "sg:examines/sg:dateText", ""),
    ("5", "Alleged perpetrator", "sg:examines/sg:allegedPerpetrator/skos:prefLabel", ""),
    ("6", "Place", "sg:place", ""),
    ("7", "Kind of review", "sg:reviewType/skos:prefLabel", ""),
    ("8", "Kind of document", "sg:documentType/skos:prefLabel", ""),
    ("9", "Published", "dcterms:issued", ""),
)


def _facts_query() -> str:
    paths = " UNION ".join(
        f'{{ ?review {path} ?value . BIND("{order}" AS ?order) BIND("{name}" AS ?name) BIND("{hedged}" AS ?hedged) }}'
        for order, name, path, hedged in _FACT_PATHS
    )
    return f"SELECT ?review ?order ?name ?value ?hedged WHERE {{ ?review a sg:Review . {paths} }} ORDER BY ?review"

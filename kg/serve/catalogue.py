"""All reviews of a store with what pages filter and count by: plain frozen records, read once for each state of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from kg.graphs.collecting import listed
from kg.graphs.collection_queries import OVER, STATED_OVER
from kg.namespaces import prologue
from kg.serve.names import group_of, local
from kg.stores import Store
from kg.vocabulary import ancestors, themes

Values = Mapping[str, frozenset[str]]  # ids or words, by facet

_PROLOGUE = prologue("code", "dcterms", "oa", "sg", "skos")
_PATHS = MappingProxyType(
    {
        "year": "sg:examines/sg:year",
        "outcome": "sg:examines/sg:outcome",
        "harm": "sg:examines/sg:harm",
        "possible-harm": "sg:examines/sg:hedgedHarm",
        "perpetrator": "sg:examines/sg:allegedPerpetrator",
        "age": "sg:concernsChild/sg:ageBand",
        "sex": "sg:concernsChild/sg:sex",
        "type": "sg:reviewType",
        "place": "sg:place",
        "addressee": "sg:recommends/sg:addressedTo",
        "theme": "sg:theme",
    }
)
_REVIEWS = """
SELECT ?review ?title ?source ?position ?label WHERE {
  ?review a sg:Review ; dcterms:title ?title ; dcterms:isPartOf ?source ; sg:position ?position .
  OPTIONAL { ?review sg:label ?label }
} ORDER BY ?source ?position ?review ?label"""
_DOCUMENTS = """
SELECT ?source ?name (SAMPLE(?named) AS ?title) (SAMPLE(?when) AS ?issued) WHERE {
  ?source a sg:SourceDocument ; dcterms:identifier ?name .
  OPTIONAL { ?source dcterms:title ?named }
  OPTIONAL { ?source dcterms:issued ?when }
} GROUP BY ?source ?name ORDER BY ?name"""
_ITEMS = """
SELECT ?review (COUNT(DISTINCT ?learned) AS ?learning) (COUNT(DISTINCT ?asked) AS ?recommendations) WHERE {
  ?review a sg:Review .
  { ?review sg:identifies ?learned } UNION { ?review sg:recommends ?asked }
} GROUP BY ?review"""

_CHILDREN = "SELECT (SUM(?count) AS ?n) { ?child a sg:Child ; sg:count ?count }"


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the store."""

    iri: str
    name: str
    title: str  # its own, or else its name
    issued: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A review as lists and facets know it."""

    id: str  # the end of its IRI: the same wherever it is loaded
    iri: str
    title: str
    label: str  # the pseudonyms as printed, or else the title
    source: Source
    values: Values
    learning: int
    recommendations: int

    @property
    def themes(self) -> frozenset[str]:
        """The ids of the themes that its items name."""
        return self.values.get("theme", frozenset())


@dataclass(frozen=True)
class Catalogue:
    """All reviews, in the order of their documents."""

    reviews: tuple[Entry, ...]
    sources: tuple[Source, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """The reviews by their ids."""
        return MappingProxyType({entry.id: entry for entry in self.reviews})

    @cached_property
    def by_iri(self) -> Mapping[str, Entry]:
        """The reviews by their IRIs."""
        return MappingProxyType({entry.iri: entry for entry in self.reviews})

    @cached_property
    def documents(self) -> Mapping[str, str]:
        """What each document is called, by its name: its title, with the name where another has the same title."""
        titles = Counter(source.title for source in self.sources)
        return MappingProxyType(
            {
                source.name: source.title if titles[source.title] == 1 else f"{source.title} ({source.name})"
                for source in self.sources
            }
        )

    @cached_property
    def naming(self) -> Mapping[str, frozenset[str]]:
        """The ids of the reviews that name a theme itself, by theme."""
        return _inverted((entry.id, entry.themes) for entry in self.reviews)

    @cached_property
    def naming_with_narrower(self) -> Mapping[str, frozenset[str]]:
        """The ids of the reviews that name a theme or a narrower one, by theme."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for theme, reviews in self.naming.items():
            for each in (theme, *(ancestors(theme) if theme in themes() else ())):
                found[each] |= reviews
        return MappingProxyType({theme: frozenset(reviews) for theme, reviews in found.items()})


def rows(store: Store, question: str) -> list[tuple[str, ...]]:
    """The rows of an answer as text, what is unknown as empty text; the usual prefixes are known."""
    return store.query(_PROLOGUE + question).texts()


def children(store: Store) -> int:
    """How many children the reviews of a store tell of."""
    found = rows(store, _CHILDREN)
    return int(found[0][0] or 0) if found else 0


def catalogue(store: Store) -> Catalogue:
    """The catalogue of a store."""
    sources = {row[0]: Source(row[0], row[1], row[2] or row[1], row[3]) for row in rows(store, _DOCUMENTS)}
    values = _values(store)
    items = {review: (int(learned), int(asked)) for review, learned, asked in rows(store, _ITEMS)}
    labels: dict[str, list[str]] = defaultdict(list)
    told: dict[str, tuple[str, str]] = {}
    for review, title, source, _, label in rows(store, _REVIEWS):
        told[review] = title, source
        labels[review] += [label] if label and label not in labels[review] else []
    names = dict(zip(told, ids(told), strict=True))
    return Catalogue(
        tuple(
            Entry(
                names[iri],
                iri,
                title,
                listed(labels[iri]) or title,
                sources[source],
                values[iri],
                *items.get(iri, (0, 0)),
            )
            for iri, (title, source) in told.items()
        ),
        tuple(sources.values()),
    )


def _values(store: Store) -> Mapping[str, Values]:
    found: defaultdict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for facet, path in _PATHS.items():
        question = f"SELECT DISTINCT ?review ?value WHERE {{ ?review a sg:Review ; {path} ?value }}"
        grouped: defaultdict[str, set[str]] = defaultdict(set)
        for review, value in rows(store, question):
            grouped[review].add(local(value))
        for review in _over(store, facet):
            grouped[review].add(OVER[facet][0])
        for review, each in grouped.items():
            found[review][facet] = frozenset(each)
    for values in found.values():
        values["group"] = frozenset(map(group_of, values.get("theme", ())))
    return found


def _over(store: Store, facet: str) -> Iterator[str]:
    """The reviews that state a year or an age which is none of the facet's values."""
    if facet in OVER:
        yield from (review for (review,) in rows(store, STATED_OVER.format(OVER[facet][1])))


def ids(iris: Iterable[str]) -> Iterator[str]:
    """The hash at the end of each IRI; all of the IRI's name where two share it."""
    seen: set[str] = set()
    for iri in iris:
        name = iri.rstrip("/").replace("#", "/").rpartition("/")[2]
        short = name.rpartition("-")[2]
        chosen = next(each for each in (short, name, f"{name}-{len(seen)}") if each not in seen)
        seen.add(chosen)
        yield chosen


def _inverted(sets: Iterable[tuple[str, frozenset[str]]]) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, values in sets:
        for value in values:
            found[value].add(key)
    return MappingProxyType({value: frozenset(keys) for value, keys in found.items()})

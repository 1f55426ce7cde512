"""Reviews with their facts, themes and quotes, read from a store: plain frozen records for graphs and pictures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from kg import collection_queries
from kg.namespaces import PREFIXES

if TYPE_CHECKING:
    from kg.answers import Answer

LEARNING = "learning"
RECOMMENDATION = "recommendation"
SUGGESTED = "suggested"  # the status of a theme that is only likely


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
    confidence: float | None = None
    status: str = "stated"


@dataclass(frozen=True, slots=True)
class Item:
    """A learning point or recommendation, whether it names a theme or not."""

    kind: str  # LEARNING or RECOMMENDATION
    position: int  # from 1 within its kind
    text: str
    addressees: tuple[str, ...] = ()  # labels


@dataclass(frozen=True, slots=True)
class Trait:
    """A value by which reviews can be chosen; what is only possible is a value of its own."""

    facet: str  # year, outcome, harm, age, sex, type or place
    value: str  # a label
    code: str = ""  # the local name of the code, where there is one


@dataclass(frozen=True, slots=True)
class Review:
    """A review as a picture shows it."""

    iri: str
    label: str
    title: str
    document: str  # the title of the document that tells of it
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()  # stated, or accepted by a person
    suggested: tuple[Quote, ...] = ()  # of themes that are only likely; they count nowhere
    items: tuple[Item, ...] = ()
    traits: tuple[Trait, ...] = ()
    links: tuple[str, ...] = ()  # addresses that the document prints for it

    @property
    def themes(self) -> frozenset[str]:
        """The IRIs of the themes that its items name, without those only suggested."""
        return frozenset(quote.theme for quote in self.quotes)


@dataclass(frozen=True, slots=True)
class Collection:
    """All reviews of a store, in the order of their documents, and the themes they name, by IRI."""

    documents: tuple[str, ...]  # titles
    reviews: tuple[Review, ...]
    themes: Mapping[str, Theme]
    suggested_themes: Mapping[str, Theme] = field(default_factory=dict)  # those that no review is sure to name


def collect(source: Source) -> Collection:
    """The reviews that a store holds, with what a picture says of them."""
    facts = _by_first((*_rows(source, collection_queries.facts_query()), *_children(source)))
    quotes, items = (
        _by_first(_rows(source, collection_queries.QUOTES)),
        _by_first(_rows(source, collection_queries.ITEMS)),
    )
    traits, links = (
        _by_first(_rows(source, collection_queries.traits_query())),
        _by_first(_rows(source, collection_queries.LINKS)),
    )
    reviews = _reviews(source)
    made = tuple(
        Review(
            iri=iri,
            label=label,
            title=title,
            document=document,
            facts=tuple(Fact(name, value, bool(hedged)) for _, name, value, hedged in sorted(facts[iri])),
            quotes=tuple(_quote(row) for row in quotes[iri] if row[5] != SUGGESTED),
            suggested=tuple(_quote(row) for row in quotes[iri] if row[5] == SUGGESTED),
            items=_items(items[iri]),
            traits=tuple(Trait(*row) for row in traits[iri]),
            links=tuple(address for (address,) in links[iri]),
        )
        for iri, label, title, document in reviews
    )
    named = {theme for review in made for theme in review.themes}
    themes = [Theme(*row) for row in _rows(source, collection_queries.THEMES)]
    return Collection(
        documents=tuple(dict.fromkeys(document for *_, document in reviews)),
        reviews=made,
        themes={theme.iri: theme for theme in themes if theme.iri in named},
        suggested_themes={theme.iri: theme for theme in themes if theme.iri not in named},
    )


def reviews_by_theme(collection: Collection) -> dict[str, frozenset[str]]:
    """The IRIs of the reviews that name each theme, in the order of the themes' IRIs."""
    named: dict[str, set[str]] = {theme: set() for theme in sorted(collection.themes)}
    for review in collection.reviews:
        for theme in review.themes:
            named[theme].add(review.iri)
    return {theme: frozenset(reviews) for theme, reviews in named.items()}


def _quote(row: tuple[str, ...]) -> Quote:
    kind, position, theme, words, text, status, confidence = row
    return Quote(theme, kind, int(position), words, text, float(confidence) if confidence else None, status)


def _items(rows: list[tuple[str, ...]]) -> tuple[Item, ...]:
    """One item for each kind and position; an item has one row for each that it is addressed to."""
    asked: dict[tuple[str, int, str], list[str]] = {}
    for kind, position, text, addressee in rows:
        asked.setdefault((kind, int(position), text), []).extend(filter(None, (addressee,)))
    return tuple(Item(*item, tuple(addressees)) for item, addressees in asked.items())


def _reviews(source: Source) -> list[tuple[str, str, str, str]]:
    """One row for each review; two labels of one review, such as two children's names, are joined."""
    labels = _by_first(_rows(source, collection_queries.LABELS))
    rows = _rows(source, collection_queries.REVIEWS)
    return [(iri, _and([row[0] for row in labels[iri]]) or title, title, document) for iri, title, document in rows]


def _children(source: Source) -> list[tuple[str, ...]]:
    """Facts that put what is stated of one child on one line."""
    return [
        (review, "1", "Child" if count in ("", "1") else f"{count} children", ", ".join(filter(None, stated)), "")
        for review, count, *stated in _rows(source, collection_queries.CHILDREN)
        if any(stated)
    ]


def _and(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _rows(source: Source, sparql: str) -> list[tuple[str, ...]]:
    """The answer's rows as text; what is unknown is empty."""
    prefixes = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("code", "dcterms", "oa", "sg", "skos"))
    return [tuple("" if value is None else str(value) for value in row) for row in source.query(prefixes + sparql).rows]


def _by_first(rows: Iterable[tuple[str, ...]]) -> defaultdict[str, list[tuple[str, ...]]]:
    grouped: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for first, *others in rows:
        grouped[first].append(tuple(others))
    return grouped

"""Reviews with their facts, themes and quotes: plain frozen records for graphs and pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LEARNING = "learning"
RECOMMENDATION = "recommendation"
SUGGESTED = "suggested"  # the status of a theme that is only likely


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
    words: tuple[str, ...] = ()  # that it rests on, in the order printed, where they are not the value itself


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
    summary: str = ""  # what the document says of the case, before learning and recommendations

    @property
    def themes(self) -> frozenset[str]:
        """The IRIs of the themes that its items name, without those only suggested."""
        return frozenset(quote.theme for quote in self.quotes)


@dataclass(frozen=True, slots=True)
class Collection:
    """All reviews of a store, in the order of their documents, and the themes they name, by IRI."""

    documents: tuple[str, ...]  # titles, one for each document
    reviews: tuple[Review, ...]
    themes: Mapping[str, Theme]
    suggested_themes: Mapping[str, Theme] = field(default_factory=dict)  # those that no review is sure to name


def reviews_by_theme(collection: Collection) -> dict[str, frozenset[str]]:
    """The IRIs of the reviews that name each theme, in the order of the themes' IRIs."""
    named: dict[str, set[str]] = {theme: set() for theme in sorted(collection.themes)}
    for review in collection.reviews:
        for quote in review.quotes:
            named[quote.theme].add(review.iri)
    return {theme: frozenset(reviews) for theme, reviews in named.items()}

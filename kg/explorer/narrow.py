"""What is left of a collection when nodes or links were taken out of its graph by hand."""

from collections.abc import Collection as Some
from collections.abc import Mapping
from dataclasses import replace

from kg.graphs.collection import Collection, Review


def narrowed(collection: Collection, labels: Mapping[str, str], links: Some[frozenset[str]]) -> Collection:
    """The collection with these nodes, named like this, and these links of reviews and themes alone."""
    reviews = tuple(
        _narrow(review, labels[review.iri], labels, links) for review in collection.reviews if review.iri in labels
    )
    named = {theme for review in reviews for theme in review.themes}
    themes = {iri: replace(theme, label=labels[iri]) for iri, theme in collection.themes.items() if iri in named}
    return replace(collection, reviews=reviews, themes=themes)


def _narrow(review: Review, label: str, themes: Some[str], links: Some[frozenset[str]]) -> Review:
    kept = tuple(
        quote for quote in review.quotes if quote.theme in themes and frozenset((review.iri, quote.theme)) in links
    )
    return replace(review, label=label, quotes=kept)

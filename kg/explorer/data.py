"""What the page knows: a collection as columns, with places and groups that were computed beforehand."""

from collections.abc import Callable, Mapping
from typing import Any

from kg.collection import Collection, Review, Theme
from kg.communities import FEWEST, Community, communities
from kg.explorer.columns import STATUSES, constant, facets, facts, groups, items, links, names
from kg.explorer.layout import layouts
from kg.positions import Before

FORMAT = 1
Address = Callable[[str], str | None]  # from a review's or a theme's IRI to its page, for a site that has such pages


def data_of(
    collection: Collection, of: str, before: Before | None = None, address: Address | None = None
) -> dict[str, Any]:
    """The data of a page that opens on this graph."""
    themes = dict(sorted(collection.themes.items())) | dict(sorted(collection.suggested_themes.items()))
    reviews = collection.reviews
    number = {iri: n for n, iri in enumerate([*(review.iri for review in reviews), *themes])}
    found = communities(collection)
    ordered = groups(collection)
    documents = list(dict.fromkeys((*collection.documents, *(review.document for review in reviews))))
    return {
        "format": FORMAT,
        "of": of,
        "few": FEWEST,
        "documents": documents,
        "groups": ordered,
        "communities": [community.name for community in found],
        "statuses": list(STATUSES),
        "themes": names(list(themes)) | _themes(themes, ordered, found) | _pages(list(themes), address),
        "reviews": names([review.iri for review in reviews])
        | _reviews(reviews, documents)
        | _pages([review.iri for review in reviews], address),
        "facts": facts(reviews),
        "facets": facets(collection),
        "items": items(reviews),
        "links": links(reviews, {iri: n for n, iri in enumerate(themes)}),
        "layout": layouts(collection, number, before),
    }


def _reviews(reviews: tuple[Review, ...], documents: list[str]) -> dict[str, Any]:
    return {
        "label": [review.label for review in reviews],
        "title": [review.title for review in reviews],
        "document": constant([documents.index(review.document) for review in reviews]),
        "links": constant([[link for link in review.links if _is_web(link)] for review in reviews]),
    }


def _themes(themes: Mapping[str, Theme], ordered: list[str], found: tuple[Community, ...]) -> dict[str, Any]:
    community = {theme: n for n, each in enumerate(found) for theme in each.themes}
    group = {name: n for n, name in enumerate(ordered)}
    return {
        "label": [theme.label for theme in themes.values()],
        "group": [group[theme.group] for theme in themes.values()],
        "definition": [theme.definition for theme in themes.values()],
        "community": constant([community.get(iri, -1) for iri in themes]),
    }


def _pages(iris: list[str], address: Address | None) -> dict[str, Any]:
    return {} if address is None else {"page": [address(iri) or "" for iri in iris]}


def _is_web(address: str) -> bool:
    """Whether a link leads to the web: a document can print anything, a script as well."""
    return address.lower().startswith(("https://", "http://"))

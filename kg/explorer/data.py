"""What the page knows: a collection as columns, with places and groups that were computed beforehand.

It stands in two blocks. What is counted and drawn comes first and is small; what is only read comes after the script,
so that the map is painted before a browser has seen the words of ten thousand reviews.
"""

from collections.abc import Callable, Mapping
from typing import Any

from kg.explorer.columns import STATUSES, constant, facets, facts, groups, names
from kg.explorer.layout import layouts
from kg.explorer.passages import Passage, counted_items, counted_links, passages, worded
from kg.graphs.collection import Collection, Theme
from kg.graphs.communities import FEWEST, Community, communities, theme_network
from kg.positions import Before

FORMAT = 3
Address = Callable[[str], str | None]  # from a review's or a theme's IRI to its page, for a site that has such pages


def blocks_of(
    collection: Collection, of: str, before: Before | None = None, address: Address | None = None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is counted and drawn by a page that opens on this graph, and what is read in it."""
    told = [passages(review) for review in collection.reviews]
    flat = [passage for of_review in told for passage in of_review]
    return _drawn(collection, of, before, address) | _counted(collection, told, flat), _read(collection, flat)


def _drawn(collection: Collection, of: str, before: Before | None, address: Address | None) -> dict[str, Any]:
    """Reviews and themes by name, in their groups and places."""
    themes, reviews = _all_themes(collection), [review.iri for review in collection.reviews]
    number = {iri: n for n, iri in enumerate([*reviews, *themes])}
    network = theme_network(collection)
    found, ordered = communities(collection, network), groups(collection)
    labels = {"label": [review.label for review in collection.reviews]}
    return {
        "format": FORMAT,
        "of": of,
        "few": FEWEST,
        "groups": ordered,
        "communities": [community.name for community in found],
        "statuses": list(STATUSES),
        "themes": names(list(themes)) | _themes(themes, ordered, found) | _pages(list(themes), address),
        "reviews": names(reviews) | labels | _pages(reviews, address),
        "layout": layouts(collection, number, before, network),
    }


def _counted(collection: Collection, told: list[list[Passage]], flat: list[Passage]) -> dict[str, Any]:
    """What reviews can be chosen by, and which item of which review names which theme."""
    number = {iri: n for n, iri in enumerate(_all_themes(collection))}
    return {"facets": facets(collection), "items": counted_items(told), "links": counted_links(flat, number)}


def _read(collection: Collection, flat: list[Passage]) -> dict[str, Any]:
    """Titles, summaries, facts and text."""
    reviews = collection.reviews
    documents = list(dict.fromkeys((*collection.documents, *(review.document for review in reviews))))
    number = {title: n for n, title in enumerate(documents)}
    return {
        "documents": documents,
        "title": [review.title for review in reviews],
        "document": constant([number[review.document] for review in reviews]),
        "links": constant([[link for link in review.links if _is_web(link)] for review in reviews]),
        "summary": constant([review.summary for review in reviews]),
        "facts": facts(reviews),
        "items": worded(flat),
    }


def _all_themes(collection: Collection) -> dict[str, Theme]:
    """The themes that any review names, then those only suggested."""
    return dict(sorted(collection.themes.items())) | dict(sorted(collection.suggested_themes.items()))


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

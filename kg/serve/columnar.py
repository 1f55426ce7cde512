"""The catalogue, recommendations and quotes out of columns: what `kg.serve` asks in SPARQL where a store keeps none.

The questions in SPARQL say what is asked: a test proves what is made here equal to what is made of their answers. This
module imports numpy, and so waits until a store has columns.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import TypeAlias, TypeVar

import numpy as np

from kg.columns.arrays import Flags, Ints, counted, ranks
from kg.columns.part import Columns
from kg.columns.schema import ABSENT
from kg.graphs.collecting import listed
from kg.graphs.collection_queries import OVER
from kg.namespaces import CODE, THEME
from kg.serve.asked import Recommendation
from kg.serve.catalogue import Catalogue, Entry, Source, Values, ids
from kg.serve.evidence import COUNTED, LEARNING, RECOMMENDATION, Quote
from kg.serve.names import group_of, local

Stated: TypeAlias = tuple[Ints, Ints]  # what states something, and the number of what it states
Called: TypeAlias = Callable[[int], str]  # what a number stands for
Held = TypeVar("Held")

_KINDS = (LEARNING, RECOMMENDATION)
_OF_INCIDENTS = MappingProxyType(
    {"harm": "incident-harm", "possible-harm": "incident-hedged", "perpetrator": "incident-perpetrator"}
)  # the table of each facet
_OVER = 0  # in place of a year: there was none before 1


def catalogue(columns: Columns) -> Catalogue:
    """All reviews of a store."""
    names, titles, issued = (columns.texts(f"document.{name}").all for name in ("name", "title", "issued"))
    called = (title or name for title, name in zip(titles, names, strict=True))
    sources = list(map(Source, columns.texts("document.iri").all, names, called, issued))
    of = columns.ints("review.document").tolist()
    iris, titles = columns.texts("review.iri").all, columns.texts("review.title").all
    labels, values, learning, asked = _labels(columns), _values(columns), _items(columns, 0), _items(columns, 1)
    order = _order(columns).tolist()
    entries = (
        Entry(
            id_, iris[at], titles[at], labels.get(at) or titles[at], sources[of[at]], values.get(at, {}), learning[at],
            asked[at],
        )
        for at, id_ in zip(order, ids(iris[at] for at in order), strict=True)
    )  # fmt: skip
    return Catalogue(tuple(entries), tuple(sorted(sources, key=lambda source: source.name)))


def recommendations(columns: Columns, catalogue: Catalogue) -> tuple[Recommendation, ...]:
    """Every recommendation, review by review in the catalogue's order."""
    reviews, positions = columns.ints("item.review"), columns.ints("item.position")
    items = np.flatnonzero(columns.ints("item.asks"))
    items = items[np.lexsort((positions[items], _places(columns)[reviews[items]]))]
    entries = dict(zip(_order(columns).tolist(), catalogue.reviews, strict=True))
    strengths = [*_names(columns), ""]  # ABSENT is the last
    many = (_several(columns, name, items) for name in ("item-action", "item-addressee", "item-theme"))
    return tuple(
        map(
            Recommendation,
            [entries[review] for review in reviews[items].tolist()],
            positions[items].tolist(),
            columns.texts("item.text").at(items),
            columns.ints("item.start")[items].tolist(),
            columns.ints("item.end")[items].tolist(),
            columns.texts("item.addressee_text").at(items),
            [strengths[at] for at in columns.ints("item.strength")[items].tolist()],
            *many,
        )
    )


def quotes(columns: Columns, themes: Iterable[str]) -> tuple[Quote, ...]:
    """Every quote in an item that counts for one of some themes, review by review in the catalogue's order."""
    counts = _are_among(columns, "assignment.theme", (THEME + each for each in themes))
    counts &= _are_among(columns, "assignment.status", (CODE + each for each in COUNTED))
    found = np.flatnonzero(counts & (columns.ints("assignment.item") != ABSENT))
    review, item, theme, start, end = (
        columns.ints(f"assignment.{name}")[found] for name in ("review", "item", "theme", "start", "end")
    )
    asks, position = columns.ints("item.asks")[item], columns.ints("item.position")[item]
    names, places = _names(columns), _places(columns)
    order = np.lexsort((position, asks, ranks(names)[theme], end, start, places[review]))
    found, review, item, theme = found[order], review[order], item[order], theme[order]
    confidences = [float(text) for text in columns.texts("confidence.text").all]
    return tuple(
        map(
            Quote,
            columns.texts("review.iri").at(review),
            [names[at] for at in theme.tolist()],
            [_KINDS[at] for at in asks[order].tolist()],
            position[order].tolist(),
            columns.texts("item.text").at(item),
            columns.texts("assignment.quote").at(found),
            start[order].tolist(),
            end[order].tolist(),
            [confidences[at] for at in columns.ints("assignment.confidence")[found].tolist()],
            [names[at] for at in columns.ints("assignment.status")[found].tolist()],
            [None if at == ABSENT else at for at in columns.ints("assignment.page")[found].tolist()],
        )
    )


def children(columns: Columns) -> int:
    """How many children the reviews tell of."""
    return int(columns.ints("child.count").sum())


def _order(columns: Columns) -> Ints:
    """All reviews as the catalogue lists them: by the IRI of their document, their place in it, and their own IRI."""
    of = ranks(columns.texts("document.iri").all)[columns.ints("review.document")]
    return np.lexsort((ranks(columns.texts("review.iri").all), columns.ints("review.position"), of))


def _places(columns: Columns) -> Ints:
    """The place of each review in the catalogue."""
    order = _order(columns)
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return places


def _names(columns: Columns) -> list[str]:
    """The id of each concept."""
    return list(map(local, columns.texts("concept.iri").all))


def _are_among(columns: Columns, name: str, iris: Iterable[str]) -> Flags:
    """Which rows hold one of some concepts."""
    wanted = {*iris}
    numbers = [number for number, iri in enumerate(columns.texts("concept.iri").all) if iri in wanted]
    return np.isin(columns.ints(name), numbers)


def _labels(columns: Columns) -> Mapping[int, str]:
    """What each review that has a label is called."""
    labels: defaultdict[int, list[str]] = defaultdict(list)
    pairs = zip(columns.ints("label.review").tolist(), columns.texts("label.text").all, strict=True)
    for review, label in sorted(pairs):
        labels[review] += [label] if label else []
    return {review: listed(each) for review, each in labels.items()}


def _items(columns: Columns, asks: int) -> list[int]:
    """How many items of a kind each review has."""
    of = columns.ints("item.review")[columns.ints("item.asks") == asks]
    many: list[int] = np.bincount(of, minlength=columns.review_count).tolist()
    return many


def _several(columns: Columns, table: str, items: Ints) -> list[tuple[str, ...]]:
    """The ids of all concepts that each of some items is linked to, in order."""
    links, names = columns.links(table), _names(columns)
    found = dict(_together((links[:, 0], links[:, 1]), names.__getitem__, lambda each: tuple(sorted(each))))
    return [found.get(item, ()) for item in items.tolist()]


def _values(columns: Columns) -> Mapping[int, Values]:
    """The values of each review, by facet."""
    found: defaultdict[int, dict[str, frozenset[str]]] = defaultdict(dict)
    for facet, stated, called in _facets(columns):
        for review, values in _together(stated, called, frozenset):
            found[review][facet] = values
    groups = {name: group_of(name) for name in _names(columns)}
    for each in found.values():
        each["group"] = frozenset([groups[theme] for theme in each.get("theme", ())])
    return found


def _facets(columns: Columns) -> Iterator[tuple[str, Stated, Called]]:
    """Yield each facet, which review states what in it, and what that is called."""
    name = _names(columns).__getitem__
    incident, child = columns.ints("incident.review"), columns.ints("child.review")
    first, last = columns.ints("incident.first_year"), columns.ints("incident.last_year")
    years = np.where(first == last, first, _OVER)
    yield "year", _stated(incident, years), lambda year: str(year) if year else OVER["year"][0]
    yield "outcome", _stated(incident, columns.ints("incident.outcome")), name
    for facet, table in _OF_INCIDENTS.items():
        incidents, values = columns.links(table).T
        yield facet, (incident[incidents], values), name
    bands, over = columns.ints("child.band"), len(columns.labels)
    bands = np.where((bands == ABSENT) & (columns.ints("child.has_age") == 1), over, bands)
    yield "age", _stated(child, bands), lambda band: name(band) if band < over else OVER["age"][0]
    yield "sex", _stated(child, columns.ints("child.sex")), name
    yield "type", (columns.ints("review-type.review"), columns.ints("review-type.type")), name
    of = columns.ints("place.review")
    yield "place", (of, np.arange(len(of))), columns.texts("place.text").all.__getitem__
    items, addressees = columns.links("item-addressee").T
    yield "addressee", (columns.ints("item.review")[items], addressees), name
    yield "theme", (columns.ints("review-theme.review"), columns.ints("review-theme.theme")), name


def _stated(of: Ints, values: Ints) -> Stated:
    is_there = values != ABSENT
    return of[is_there], values[is_there]


def _together(stated: Stated, called: Called, make: Callable[[Iterable[str]], Held]) -> Iterator[tuple[int, Held]]:
    """Yield what states something with all that it states; what is made of the same values is made once."""
    of, values = counted(*stated)[0]
    starts = np.flatnonzero(np.diff(of, prepend=ABSENT))
    names = {value: called(value) for value in np.unique(values).tolist()}
    made: dict[tuple[int, ...], Held] = {}
    every = values.tolist()
    for what, (start, end) in zip(of[starts].tolist(), pairwise([*starts.tolist(), len(of)]), strict=True):
        key = tuple(every[start:end])
        if key not in made:
            made[key] = make(map(names.__getitem__, key))
        yield what, made[key]

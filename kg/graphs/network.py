"""networkx graphs of what reviews share: reviews with themes, themes that share reviews, reviews that share themes.

A node is an IRI with `kind` (review or theme), `label`, `group` (a theme's top theme; empty for a review), `title`,
`reviews` or `themes` (how many it is linked with in the collection) and `facts` (a tuple of `Fact` of
`kg.graphs.collection`).
An edge has `weight` and `quotes` (a tuple of `Evidence`, both sides); the graphs say what its weight counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from types import MappingProxyType

import networkx as nx
import numpy as np

from kg.errors import KGError
from kg.graphs.collecting import Source, collect
from kg.graphs.collection import Collection, Quote, reviews_by_theme
from kg.graphs.measures import association, jaccard, lift
from kg.graphs.pairs import Flags, disparities, pairs, shared


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote, and the review it is from."""

    review: str  # its IRI
    label: str  # the review's
    quote: Quote


@dataclass(frozen=True, slots=True)
class Link:
    """Two themes that share reviews, or two reviews that share themes."""

    one: str
    other: str
    weight: int  # how many they share
    jaccard: float
    lift: float
    association: float
    disparity: float


Sides = Callable[[Link], tuple[Iterable[str], Iterable[str]]]  # the reviews and the themes of a link


class UnknownGraphError(KGError):
    """There is no graph of this kind."""

    def __init__(self, of: str) -> None:
        super().__init__(f"There is no graph of {of!r}. Try one of: {', '.join(GRAPHS)}.")


def graph(store: Source, of: str = "both") -> nx.Graph:
    """The graph of a store's reviews and themes: `both`, `themes` that share reviews, or `reviews` that share themes.

    Raises: UnknownGraphError, if `of` is none of these.
    """
    return build(collect(store), of)


def build(collection: Collection, of: str = "both") -> nx.Graph:
    """The graph of a collection, as `graph` makes it of a store."""
    if of not in GRAPHS:
        raise UnknownGraphError(of)
    made = GRAPHS[of](collection)
    made.graph.update(of=of, name=", ".join(dict.fromkeys(collection.documents)), reviews=len(collection.reviews))
    return made


def reviews_with_themes(collection: Collection) -> nx.Graph:
    """Link each review with the themes it names; `weight` counts the items that name the theme."""
    made = nx.Graph()
    _add_reviews(made, collection)
    _add_themes(made, collection)
    for (review, theme), quotes in sorted(_quotes(collection).items()):
        items = {(evidence.quote.kind, evidence.quote.position) for evidence in quotes}
        made.add_edge(review, theme, weight=len(items), quotes=quotes)
    return made


def themes_sharing_reviews(collection: Collection) -> nx.Graph:
    """Link themes that stand in the same review; `weight` counts reviews.

    `jaccard`, `lift` and `association` compare it with how often each theme stands in a review at all, `disparity` with
    the other links of either theme.
    """
    made = nx.Graph()
    _add_themes(made, collection)
    of = reviews_by_theme(collection)
    _add_links(made, collection, theme_links(collection), lambda link: (_both(of, link), (link.one, link.other)))
    return made


def reviews_sharing_themes(collection: Collection) -> nx.Graph:
    """Link reviews that name the same theme; `weight` counts themes.

    `jaccard`, `lift` and `association` compare it with how many themes each review names at all, `disparity` with the
    other links of either review.
    """
    made = nx.Graph()
    _add_reviews(made, collection)
    of = {review.iri: review.themes for review in collection.reviews}
    _add_links(made, collection, review_links(collection), lambda link: ((link.one, link.other), _both(of, link)))
    return made


def theme_links(collection: Collection) -> tuple[Link, ...]:
    """Every two themes that stand in the same review, by their IRIs."""
    themes = sorted(collection.themes)
    return _links(themes, naming(collection, themes), len(collection.reviews))


def review_links(collection: Collection) -> tuple[Link, ...]:
    """Every two reviews that name the same theme, by their IRIs."""
    themes = sorted(collection.themes)
    reviews = [review.iri for review in collection.reviews]
    order = sorted(range(len(reviews)), key=reviews.__getitem__)
    return _links([reviews[n] for n in order], naming(collection, themes).T[order], len(themes))


def naming(collection: Collection, themes: Sequence[str]) -> Flags:
    """Which of these themes, a row for each, which review of a collection names, a column for each."""
    row = {theme: n for n, theme in enumerate(themes)}
    reviews = collection.reviews
    named = np.fromiter((row[quote.theme] for review in reviews for quote in review.quotes), dtype=np.intp)
    truth = np.zeros((len(themes), len(reviews)), dtype=np.bool_)
    truth[named, np.repeat(np.arange(len(reviews)), [len(review.quotes) for review in reviews])] = True
    return truth


def strongest(links: Iterable[Link], most: int, key: Callable[[Link], tuple[float, ...]]) -> tuple[Link, ...]:
    """The links that are among the `most` best of either end, by `key`, best first."""
    ranked = sorted(links, key=lambda link: (*(-number for number in key(link)), link.one, link.other))
    seen: Counter[str] = Counter()
    kept = []
    for link in ranked:
        if seen[link.one] < most or seen[link.other] < most:
            kept.append(link)
        seen.update((link.one, link.other))
    return tuple(kept)


GRAPHS = MappingProxyType[str, Callable[[Collection], nx.Graph]](
    {"both": reviews_with_themes, "themes": themes_sharing_reviews, "reviews": reviews_sharing_themes}
)


def _add_reviews(made: nx.Graph, collection: Collection) -> None:
    for review in collection.reviews:
        made.add_node(
            review.iri,
            kind="review",
            label=review.label,
            group="",
            title=review.title,
            themes=len(review.themes),
            facts=review.facts,
        )


def _add_themes(made: nx.Graph, collection: Collection) -> None:
    for iri, reviews in reviews_by_theme(collection).items():
        theme = collection.themes[iri]
        made.add_node(
            iri,
            kind="theme",
            label=theme.label,
            group=theme.group,
            title=theme.definition,
            reviews=len(reviews),
            facts=(),
        )


def _links(names: Sequence[str], truth: Flags, total: int) -> tuple[Link, ...]:
    counts = shared(truth)
    measured = cache(partial(_measures, total))  # a million links of reviews share some thousand sets of numbers
    linked = zip(pairs(counts), disparities(counts), strict=True)
    return tuple(
        Link(names[one], names[other], *measured(*numbers), chance) for (one, other, numbers), chance in linked
    )


def _measures(total: int, both: int, first: int, second: int) -> tuple[int, float, float, float]:
    numbers = both, first, second
    return both, jaccard(*numbers), lift(*numbers, total), association(*numbers, total)


def _both(sets: Mapping[str, frozenset[str]], link: Link) -> list[str]:
    """What the two ends of a link share."""
    return sorted(sets[link.one] & sets[link.other])


def _add_links(made: nx.Graph, collection: Collection, links: Iterable[Link], sides: Sides) -> None:
    quotes = _quotes(collection)
    for link in links:
        reviews, themes = sides(link)
        behind = (quotes.get((review, theme), ()) for theme in themes for review in reviews)
        made.add_edge(
            link.one,
            link.other,
            weight=link.weight,
            jaccard=link.jaccard,
            lift=link.lift,
            association=link.association,
            disparity=link.disparity,
            quotes=tuple(chain.from_iterable(behind)),
        )


def _quotes(collection: Collection) -> dict[tuple[str, str], tuple[Evidence, ...]]:
    """The quotes of each theme in each review, in the order printed."""
    return {
        (review.iri, theme): tuple(Evidence(review.iri, review.label, q) for q in review.quotes if q.theme == theme)
        for review in collection.reviews
        for theme in review.themes
    }

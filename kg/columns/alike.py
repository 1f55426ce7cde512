"""Questions that set reviews beside each other: by shared themes, age bands and harms."""

import numpy as np

from kg.answers import Answer
from kg.columns.arrays import Flags, Ints, joined, matrix
from kg.columns.part import Columns, Values, table
from kg.columns.schema import ABSENT


def reviews_like(columns: Columns, values: Values) -> Answer:
    """Reviews most like those of a name, by shared themes, age band and harms; the likest first."""
    bands, harms = _bands(columns), _harms(columns)
    shown = [_like(columns, review, bands, harms) for review in _by_title(columns, columns.called(values["review"]))]
    review, other, themes, same, shared = np.concatenate([np.zeros((0, 5), dtype=np.int64), *shown]).T
    order = np.lexsort((_title_order(columns)[other], -themes, -(themes + same + shared), _title_rank(columns)[review]))
    columns_of_numbers = (themes[order].tolist(), same[order].astype(bool).tolist(), shared[order].tolist())
    cells = (columns.titles(review[order]), columns.titles(other[order]), *columns_of_numbers)
    return table("review like shared_themes same_age_band shared_harms", cells)


def themes_shared_with_review(columns: Columns, values: Values) -> Answer:
    """The themes that reviews of a name share with others, and with which."""
    everybody = np.argsort(_title_order(columns))
    shown = [
        _shared(review, theme, everybody[columns.themes[everybody, theme]])
        for review in _by_title(columns, columns.called(values["review"])).tolist()
        for theme in np.flatnonzero(columns.themes[review]).tolist()
    ]
    reviews, themes, others = np.concatenate([np.zeros((0, 3), dtype=np.int64), *shown]).T
    return table("review theme shared_with", (columns.titles(reviews), columns.label(themes), columns.titles(others)))


def reviews_naming_themes_together(columns: Columns, values: Values) -> Answer:
    """Reviews that name two themes, or narrower ones."""
    links = columns.links("review-theme")
    ones = links[np.isin(links[:, 1], columns.narrower(values["theme"]))]
    others = links[np.isin(links[:, 1], columns.narrower(values["other"]))]
    left, right = joined(ones[:, 0], others[:, 0])
    reviews, one, other = ones[left, 0], ones[left, 1], others[right, 1]
    positions = columns.ints("review.position")[reviews]
    order = np.lexsort((other, one, positions, columns.document_rank(reviews)))
    reviews, one, other = reviews[order], one[order], other[order]
    cells = (columns.titles(reviews), columns.label(one), columns.label(other), columns.documents(reviews))
    return table("review theme other_theme document", cells)


def harm_or_theme(columns: Columns, values: Values) -> Answer:
    """Reviews that name a harm, or a theme or a narrower one."""
    harm = columns.concept(values["harm"])
    links = columns.links("review-theme")
    named = links[np.isin(links[:, 1], columns.narrower(values["theme"]))]
    stated, hedged = (_incidents(columns, name, harm) for name in ("incident-harm", "incident-hedged"))
    both = np.concatenate((stated, hedged))
    reviews = np.concatenate((columns.ints("incident.review")[both], named[:, 0]))
    kinds = np.concatenate((np.where(np.isin(both, stated), 0, 1), np.full(len(named), 2)))
    concepts = np.concatenate((np.full(len(both), harm), named[:, 1]))
    positions = columns.ints("review.position")[reviews]
    order = np.lexsort((concepts, kinds, positions, columns.document_rank(reviews)))
    reviews, kinds, concepts = reviews[order], kinds[order], concepts[order]
    said = [("harm", "possible harm", "theme")[kind] for kind in kinds.tolist()]
    return table(
        "review as named document", (columns.titles(reviews), said, columns.label(concepts), columns.documents(reviews))
    )


def _like(columns: Columns, review: int, bands: Flags, harms: Flags) -> Ints:
    """A review, each other that shares a theme with it or both an age band and a harm, and what they share."""
    themes, shared = _in_common(columns.themes, review), _in_common(harms, review)
    same = _in_common(bands, review) > 0
    others = np.flatnonzero((themes > 0) | (same & (shared > 0)))
    others = others[others != review]
    return np.stack((np.full(len(others), review), others, themes[others], same[others], shared[others]), axis=1)


def _in_common(flags: Flags, review: int) -> Ints:
    """How many of a review's flags each review has: only the columns of those flags are looked at."""
    common: Ints = flags[:, np.flatnonzero(flags[review])].sum(axis=1)
    return common


def _shared(review: int, theme: int, others: Ints) -> Ints:
    others = others[others != review]
    return np.stack((np.full(len(others), review), np.full(len(others), theme), others), axis=1)


def _bands(columns: Columns) -> Flags:
    links = np.stack((columns.ints("child.review"), columns.ints("child.band")), axis=1)
    return matrix(links[links[:, 1] != ABSENT], columns.review_count, len(columns.labels))


def _harms(columns: Columns) -> Flags:
    links = columns.links("incident-harm")
    links = np.stack((columns.ints("incident.review")[links[:, 0]], links[:, 1]), axis=1)
    return matrix(links, columns.review_count, len(columns.labels))


def _incidents(columns: Columns, name: str, harm: int) -> Ints:
    links = columns.links(name)
    found: Ints = links[links[:, 1] == harm, 0]
    return found


def _title_rank(columns: Columns) -> Ints:
    return columns.ints("review.title_rank")


def _title_order(columns: Columns) -> Ints:
    """The place of each review among all, sorted by title and then by IRI."""
    return columns.ints("review.title_order")


def _by_title(columns: Columns, reviews: Ints) -> Ints:
    return reviews[np.argsort(_title_order(columns)[reviews])]

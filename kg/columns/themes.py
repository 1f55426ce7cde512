"""Questions about themes that are counts over a table of reviews and themes."""

import numpy as np

from kg.answers import Answer
from kg.columns.arrays import Ints, matrix, ranks
from kg.columns.part import Columns, Values, table
from kg.columns.schema import ABSENT
from kg.graphs.pairs import shared


def themes_by_reviews(columns: Columns, _: Values) -> Answer:
    """Themes by number of reviews."""
    counts = columns.themes.sum(axis=0)
    themes = _most_first(counts)
    return table("theme group reviews", (columns.label(themes), columns.groups(themes), counts[themes].tolist()))


def themes_by_distinct_reviews(columns: Columns, _: Values) -> Answer:
    """Themes by number of reviews, those counted once that people said are one."""
    links = columns.links("review-theme")
    firsts = columns.ints("review.first")
    distinct = matrix(np.stack((firsts[links[:, 0]], links[:, 1]), axis=1), columns.review_count, len(columns.labels))
    counts, records = distinct.sum(axis=0), columns.themes.sum(axis=0)
    themes = _most_first(counts)
    cells = (columns.label(themes), columns.groups(themes), counts[themes].tolist(), records[themes].tolist())
    return table("theme group reviews records", cells)


def themes_by_period(columns: Columns, values: Values) -> Answer:
    """Themes in reviews of incidents before a year, from it on, and of dates that reach over both."""
    first, last = columns.ints("incident.first_year"), columns.ints("incident.last_year")
    reviews, year, dated = columns.ints("incident.review"), int(values["year"]), first != ABSENT
    is_before, is_then = dated & (last < year), dated & (first >= year)
    is_both = dated & ~is_before & ~is_then
    before, then, both = (columns.themes[reviews[each]].sum(axis=0) for each in (is_before, is_then, is_both))
    found = np.flatnonzero(before + then + both)
    themes = found[np.lexsort((-both[found], -(before + then)[found]))]  # numbers sort as labels
    counts = (each[themes].tolist() for each in (before, then, both))
    return table("theme before from_then over_both", (columns.label(themes), *counts))


def themes_in_reviews_of_age(columns: Columns, values: Values) -> Answer:
    """Themes in reviews of a child of an age band."""
    of_age = columns.ints("child.band") == columns.concept(values["band"])
    counts = columns.themes[np.unique(columns.ints("child.review")[of_age])].sum(axis=0)
    themes = _most_first(counts)
    return table("theme reviews", (columns.label(themes), counts[themes].tolist()))


def themes_rolled_up(columns: Columns, _: Values) -> Answer:
    """Themes by number of reviews that name them, and that name them or a narrower one."""
    itself = columns.themes.sum(axis=0)
    by_theme = np.ascontiguousarray(columns.themes.T)
    whole = np.zeros_like(by_theme)
    for theme in np.flatnonzero(itself).tolist():
        for above in columns.above(theme):
            whole[above] |= by_theme[theme]
    counts = whole.sum(axis=1)
    themes = _most_first(counts)
    cells = (columns.label(themes), columns.groups(themes), itself[themes].tolist(), counts[themes].tolist())
    return table("theme group itself with_narrower", cells)


def themes_in_no_review(columns: Columns, _: Values) -> Answer:
    """Themes that no review names, nor any under them; those without a group first."""
    named = {above for theme in np.flatnonzero(columns.themes.any(axis=0)).tolist() for above in columns.above(theme)}
    scheme = np.flatnonzero(columns.ints("concept.is_theme")).tolist()
    themes = [theme for theme in scheme if theme not in named]
    themes.sort(key=lambda theme: (columns.broader[theme], theme))  # numbers sort as labels, and ABSENT is the least
    numbers = np.asarray(themes, dtype=np.int64)
    return table("theme group", (columns.label(numbers), columns.groups(numbers)))


def theme_pairs(columns: Columns, values: Values) -> Answer:
    """Two themes by the reviews that name both, at least so many."""
    named = np.flatnonzero(columns.themes.any(axis=0))
    counts = shared(columns.themes[:, named].T)
    iris = ranks(columns.texts("concept.iri").at(named))
    rows, places = np.nonzero((counts >= max(1, int(values["least"]))) & (iris[:, None] < iris))
    one, other, many = named[rows], named[places], counts[rows, places]
    order = np.lexsort((other, one, -many))
    one, other = one[order], other[order]
    return table("theme other_theme reviews", (columns.label(one), columns.label(other), many[order].tolist()))


def _most_first(counts: Ints) -> Ints:
    """The numbers of what was counted at all: the highest counts first, then by label."""
    found = np.flatnonzero(counts)
    return found[np.argsort(-counts[found], kind="stable")]

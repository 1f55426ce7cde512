"""Questions that count reviews, children, incidents and recommendations over everything."""

from collections.abc import Sequence

import numpy as np

from kg.answers import Answer
from kg.columns.arrays import Ints, counted, joined
from kg.columns.cells import Numbered
from kg.columns.part import Columns, Values, table
from kg.columns.schema import ABSENT
from kg.columns.stated import NOT_STATED, bands, said_of_bands, said_of_years, years


def documents(columns: Columns, _: Values) -> Answer:
    """Documents by name, with the reviews that each announces and holds."""
    everything = np.arange(len(columns.ints("document.rank")))
    held = np.bincount(columns.ints("review.document"), minlength=len(everything))
    announced = columns.ints("document.announced").tolist()
    cells = (
        columns.texts("document.name").all,
        *(_stated(columns, f"document.{name}", f"document.has_{name}") for name in ("title", "issued")),
        [None if number == ABSENT else number for number in announced],
        held.tolist(),
        columns.texts("document.sha256").all,
    )
    return table("document title issued announced reviews sha256", cells)


def ages_and_sexes_by_harm(columns: Columns, _: Values) -> Answer:
    """Children by harm, age band and sex."""
    links = columns.links("incident-harm")
    links = np.stack((columns.ints("incident.review")[links[:, 0]], links[:, 1]), axis=1)
    reviews, harms = _each_or_absent(links, columns.review_count)
    rows, children = joined(reviews, columns.ints("child.review"))
    many = columns.ints("child.count")[children]
    each = (harms[rows], bands(columns)[children], columns.ints("child.sex")[children])
    (harms, ages, sexes), sums = counted(*(np.repeat(column, many) for column in each))
    harm, sex = (columns.label_or(column, NOT_STATED) for column in (harms, sexes))
    cells = [harm, Numbered(said_of_bands(columns), ages), sex]
    return _by_text("harm age_band sex children", cells, sums)


def incidents_by_year_outcome_harm(columns: Columns, _: Values) -> Answer:
    """Incidents by year, outcome and harm."""
    incidents, harms = _each_or_absent(columns.links("incident-harm"), len(columns.ints("incident.review")))
    outcomes = columns.ints("incident.outcome")[incidents]
    (when, *codes), counts = counted(years(columns)[incidents], outcomes, harms)
    cells: list[Sequence[str | None]] = [said_of_years(when), *(columns.label_or(each, NOT_STATED) for each in codes)]
    return _by_text("year outcome harm incidents", cells, counts)


def recommendations_by_action(columns: Columns, _: Values) -> Answer:
    """Recommendations and their reviews by action."""
    items, actions = _asked(columns, "item-action")
    reviews = columns.ints("item.review")[items]
    (distinct,), counts = counted(actions)
    by_reviews = counted(counted(actions, reviews)[0][0])[1]
    cells = [columns.label_or(distinct, "no action recognised")]
    return _most_first("action recommendations reviews", cells, counts, by_reviews)


def recommendations_by_addressee_and_action(columns: Columns, _: Values) -> Answer:
    """Recommendations and their reviews by addressee and action."""
    items, actions = _asked(columns, "item-action")
    addressed, addressees = _asked(columns, "item-addressee")
    rows, others = joined(items, addressed)
    keys = addressees[others], actions[rows]
    reviews = columns.ints("item.review")[items[rows]]
    (who, what), counts = counted(*keys)
    by_reviews = counted(*counted(*keys, reviews)[0][:2])[1]
    cells = [columns.label_or(who, "no addressee stated"), columns.label_or(what, "no action recognised")]
    return _most_first("addressee action recommendations reviews", cells, counts, by_reviews)


def recommendations_per_review(columns: Columns, _: Values) -> Answer:
    """Learning points, recommendations and kinds of addressee of each review."""
    everything = np.arange(columns.review_count)
    reviews, asks = columns.ints("item.review"), columns.ints("item.asks").astype(bool)
    links = columns.links("item-addressee")
    links = links[asks[links[:, 0]]]
    named = counted(reviews[links[:, 0]], links[:, 1])[0][0]
    numbers = [_tally(columns, found) for found in (reviews[~asks], reviews[asks], named)]
    cells = (columns.titles(everything), *(each.tolist() for each in numbers), columns.documents(everything))
    return table("review learning_points recommendations addressees document", cells)


def reviews_lacking_a_fact(columns: Columns, _: Values) -> Answer:
    """Reviews and which of age, sex, date and place they do not state."""
    children = columns.ints("child.review")
    stated = {
        "age": children[columns.ints("child.has_age").astype(bool)],
        "date": np.flatnonzero(columns.ints("review.has_date")),
        "place": np.flatnonzero(columns.ints("review.has_place")),
        "sex": children[columns.ints("child.sex") != ABSENT],
    }
    lacks = np.stack([_tally(columns, reviews) == 0 for reviews in stated.values()], axis=1)
    reviews, facts = np.nonzero(lacks)
    names = list(stated)
    cells = (columns.titles(reviews), [names[fact] for fact in facts.tolist()], columns.documents(reviews))
    return table("review lacks document", cells)


def _stated(columns: Columns, texts: str, flags: str) -> list[str | None]:
    """Texts in their order; `None` where there is none."""
    has = columns.ints(flags).astype(bool)
    return columns.texts(texts).some(np.where(has, np.arange(len(has)), ABSENT))


def _each_or_absent(links: Ints, many: int) -> tuple[Ints, Ints]:
    """Each number below `many` with each thing linked to it, or with `ABSENT`."""
    has = np.zeros(many, dtype=bool)
    has[links[:, 0]] = True
    without = np.flatnonzero(~has)
    return np.concatenate((links[:, 0], without)), np.concatenate((links[:, 1], np.full(len(without), ABSENT)))


def _asked(columns: Columns, name: str) -> tuple[Ints, Ints]:
    """Each recommendation with each concept linked to it, or with `ABSENT`."""
    asks = columns.ints("item.asks").astype(bool)
    items, concepts = _each_or_absent(columns.links(name), len(asks))
    return items[asks[items]], concepts[asks[items]]


def _tally(columns: Columns, reviews: Ints) -> Ints:
    return np.bincount(reviews, minlength=columns.review_count).astype(np.int64)


def _by_text(names: str, cells: Sequence[Sequence[str | None]], counts: Ints) -> Answer:
    """Rows sorted by their text, equal ones added up: two codes of one label are one row."""
    sums: dict[tuple[str | None, ...], int] = {}
    for key, count in zip(zip(*cells, strict=True), counts.tolist(), strict=True):
        sums[key] = sums.get(key, 0) + count
    keys = sorted(sums, key=lambda key: tuple(map(str, key)))
    return (
        table(names, (*zip(*keys, strict=True), [sums[key] for key in keys]))
        if keys
        else Answer(tuple(names.split()), ())
    )


def _most_first(names: str, cells: Sequence[Sequence[str | None]], counts: Ints, reviews: Ints) -> Answer:
    order = sorted(range(len(counts)), key=lambda at: (-int(counts[at]), *(str(column[at]) for column in cells)))
    ordered = [[column[at] for at in order] for column in cells]
    return table(names, (*ordered, counts[order].tolist(), reviews[order].tolist()))

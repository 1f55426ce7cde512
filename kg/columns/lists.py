"""Questions that list items, quotes and evidence, by document and place in it."""

from collections.abc import Collection
from decimal import Decimal
from itertools import islice

import numpy as np

from kg.answers import Answer, ByColumn, Cells
from kg.columns.arrays import Flags, Ints, among, counted, ints, joined, matrix
from kg.columns.cells import Numbered
from kg.columns.part import Column, Columns, Values, table
from kg.columns.schema import ABSENT
from kg.columns.stated import bands, said_of_bands
from kg.namespaces import CODE

_HARM, _HEDGED, _PERPETRATOR = range(3)
_KINDS = ("learning", "recommendation", "summary or keywords")


def items_with_words(columns: Columns, values: Values) -> Answer:
    """Items that contain a word or phrase, whatever the case of their letters."""
    items = columns.texts("item.lower").holding(values["words"].lower())
    reviews = columns.ints("item.review")[items]
    kinds = Numbered(_KINDS, columns.ints("item.asks")[items])
    cells = (columns.titles(reviews), kinds, _texts(columns, items), *_places(columns, "item", items))
    return table("review kind item document start end", cells)


def items_with_all_words(columns: Columns, words: Collection[str], most: int | None) -> Answer:
    """The first items, by the IRI of the review and the place in it, that contain each of some words in small letters.

    No saved query: `kg.serve.passages` says what is asked.
    """
    texts, longest = columns.texts("item.lower"), max(words, key=len, default="")
    items = columns.items_by_review
    items = items[np.isin(items, texts.holding(longest))]
    if others := {*words} - {longest}:
        items = ints(islice(texts.those_holding(items, others), most))
    items = items[:most]
    kinds = Numbered(_KINDS, columns.ints("item.asks")[items])
    reviews = columns.cells("review.iri", columns.ints("item.review")[items])
    return table(
        "review kind position text",
        (reviews, kinds, columns.number_cells("item.position", items), _texts(columns, items)),
    )


def learning_without_recommendation(columns: Columns, _: Values) -> Answer:
    """Themes of learning points that none of the same review's recommendations has."""
    links = columns.links("item-theme")
    reviews, asks = columns.ints("item.review"), columns.ints("item.asks").astype(bool)
    theirs = links[asks[links[:, 0]]]
    asked = matrix(np.stack((reviews[theirs[:, 0]], theirs[:, 1]), axis=1), columns.review_count, len(columns.labels))
    found, item, theme = _assignments_of_items(columns)
    kept = ~asks[item] & ~asked[reviews[item], theme]
    found, item, theme = found[kept], item[kept], theme[kept]
    of = reviews[item]
    cells = (columns.titles(of), columns.label(theme), _quotes(columns, found), _texts(columns, item))
    return table("review theme quote learning document start end", (*cells, *_places(columns, "assignment", found)))


def recommendations_on_theme_to_agency(columns: Columns, values: Values) -> Answer:
    """Recommendations of a theme or a narrower one to an agency."""
    wanted = _linked(columns, "item-addressee", columns.concept(values["agency"]))
    wanted &= columns.ints("item.asks").astype(bool)
    found, item, theme = _assignments_of_items(columns)
    kept = wanted[item] & np.isin(theme, columns.narrower(values["theme"]))
    order = np.lexsort((theme[kept], columns.ints("item.start")[item[kept]], _rank(columns, item[kept])))
    found, item, theme = found[kept][order], item[kept][order], theme[kept][order]
    reviews = columns.ints("item.review")[item]
    cells = (columns.titles(reviews), _texts(columns, item), columns.label(theme), _quotes(columns, found))
    names = "review recommendation theme quote addressee_text document start end"
    return table(names, (*cells, _addressee_texts(columns, item), *_places(columns, "item", item)))


def asked_of_agency(columns: Columns, values: Values) -> Answer:
    """Recommendations to an agency and what they ask for."""
    wanted = np.flatnonzero(_linked(columns, "item-addressee", columns.concept(values["agency"])))
    asks = columns.ints("item.asks").astype(bool)
    items = wanted[asks[wanted]]
    reviews = columns.ints("item.review")[items]
    strengths = columns.label_or(columns.ints("item.strength")[items], None)
    cells = (columns.titles(reviews), _texts(columns, items), _actions(columns, items), strengths)
    names = "review recommendation actions strength addressee_text document start end"
    return table(names, (*cells, _addressee_texts(columns, items), *_places(columns, "item", items)))


def weak_recommendations(columns: Columns, _: Values) -> Answer:
    """Recommendations that only explore, ask to consider, or name nobody."""
    asks = columns.ints("item.asks").astype(bool)
    actions = columns.links("item-action")
    explore = columns.concept(CODE + "explore")
    other = np.zeros(len(asks), dtype=bool)
    other[actions[actions[:, 1] != explore, 0]] = True
    named = np.zeros(len(asks), dtype=bool)
    named[columns.links("item-addressee")[:, 0]] = True
    weak = {
        "asks to consider": columns.ints("item.strength") == columns.concept(CODE + "consider"),
        "explores only": _linked(columns, "item-action", explore) & ~other,
        "no addressee stated": ~named,
    }
    found, kinds = np.nonzero(np.stack([asks & each for each in weak.values()], axis=1))
    order = np.lexsort((kinds, columns.ints("item.start")[found], _rank(columns, found)))
    found, kinds = found[order], kinds[order]
    reviews, words = columns.ints("item.review")[found], list(weak)
    cells = (columns.titles(reviews), _texts(columns, found), Numbered(words, kinds))
    return table("review recommendation weakness document start end", (*cells, *_places(columns, "item", found)))


def reviews_naming_theme(columns: Columns, values: Values) -> Answer:
    """The words in which reviews name a theme or a narrower one."""
    counted = [columns.concept(CODE + status) for status in ("stated", "accepted")]
    found = np.flatnonzero(
        np.isin(columns.ints("assignment.theme"), columns.narrower(values["theme"]))
        & np.isin(columns.ints("assignment.status"), counted)
    )
    reviews, item = columns.ints("assignment.review")[found], columns.ints("assignment.item")[found]
    asks = np.append(columns.ints("item.asks"), 2)  # ABSENT is the last
    confidences = [Decimal(text) for text in columns.texts("confidence.text").all]
    cells: tuple[Column, ...] = (
        columns.titles(reviews),
        columns.label(columns.ints("assignment.theme")[found]),
        Numbered(_KINDS, asks[item]),
        _quotes(columns, found),
        _texts_or_summaries(columns, found, item, reviews),
        Numbered(confidences, columns.ints("assignment.confidence")[found]),
    )
    names = "review theme kind quote item confidence document start end"
    return table(names, (*cells, *_places(columns, "assignment", found)))


def hedged_harm(columns: Columns, _: Values) -> Answer:
    """The words behind stated and possible harm."""
    kinds = columns.ints("evidence.kind")
    found = np.flatnonzero(kinds != _PERPETRATOR)
    concepts = columns.ints("evidence.concept")[found]
    starts = columns.ints("evidence.start")[found]
    said = kinds[found] == _HARM  # "possible" sorts before "stated"
    found = found[np.lexsort((said, concepts, starts, _evidence_rank(columns, found)))]
    words = Numbered(("stated", "possible"), kinds[found])
    reviews, harms, quotes, places = _evidence(columns, found)
    return table("review harm said quote document start end", (columns.titles(reviews), harms, words, quotes, *places))


def alleged_perpetrators_by_age(columns: Columns, _: Values) -> Answer:
    """The words that name who is alleged to have harmed a child, by each of the children's age bands."""
    found = np.flatnonzero(columns.ints("evidence.kind") == _PERPETRATOR)
    of, each = counted(columns.ints("child.review"), bands(columns))[0]
    without = np.setdiff1d(np.arange(columns.review_count), of)
    of, each = np.concatenate((of, without)), np.concatenate((each, np.full(len(without), ABSENT)))
    rows, places = joined(columns.ints("evidence.review")[found], of)
    reviews, relations, quotes, (documents, starts, ends) = _evidence(columns, found[rows])
    ages = Numbered(said_of_bands(columns), each[places])
    told = ByColumn((relations, ages, columns.titles(reviews), quotes, documents, starts, ends))
    names = "relation age_band review quote document start end"
    return Answer(tuple(names.split()), tuple(sorted(told, key=lambda row: (*row[:2], *row[4:6]))))


def _assignments_of_items(columns: Columns) -> tuple[Ints, Ints, Ints]:
    """Assignments to items that count as named there, with the item and the theme of each."""
    item, theme = columns.ints("assignment.item"), columns.ints("assignment.theme")
    counts = (item != ABSENT) & among(columns.links("item-theme"), item, theme)
    return np.flatnonzero(counts), item[counts], theme[counts]


def _linked(columns: Columns, name: str, concept: int) -> Flags:
    """Which items are linked to a concept."""
    links = columns.links(name)
    flags = np.zeros(len(columns.ints("item.review")), dtype=bool)
    flags[links[links[:, 1] == concept, 0]] = True
    return flags


def _actions(columns: Columns, items: Ints) -> list[str]:
    """The labels of what each item asks for, joined."""
    links = columns.links("item-action")
    links = links[np.isin(links[:, 0], items)]
    said: dict[int, list[str]] = {}
    for item, action in links.tolist():
        said.setdefault(item, []).append(columns.labels[action])
    return [", ".join(said.get(item, ())) for item in items.tolist()]


def _places(columns: Columns, table: str, found: Ints) -> tuple[Column, Column, Column]:
    """The document of what was found in a table, and where it starts and ends there."""
    documents = columns.documents(columns.ints(f"{table}.review")[found])
    return documents, columns.number_cells(f"{table}.start", found), columns.number_cells(f"{table}.end", found)


def _rank(columns: Columns, items: Ints) -> Ints:
    return columns.document_rank(columns.ints("item.review")[items])


def _texts(columns: Columns, items: Ints) -> Column:
    return columns.cells("item.text", items)


def _texts_or_summaries(columns: Columns, found: Ints, items: Ints, reviews: Ints) -> list[str | None]:
    """The text of items, and where there is none the summary of the review, if what was assigned stands in it."""
    first, last = columns.ints("review.summary_start")[reviews], columns.ints("review.summary_end")[reviews]
    starts, ends = columns.ints("assignment.start")[found], columns.ints("assignment.end")[found]
    holds = (first != ABSENT) & (first <= starts) & (ends <= last)
    summaries = columns.texts("review.summary").some(np.where(holds, reviews, ABSENT))
    texts = columns.texts("item.text").some(items)
    return [summary if text is None else text for text, summary in zip(texts, summaries, strict=True)]


def _addressee_texts(columns: Columns, items: Ints) -> Column:
    named = columns.ints("item.names_addressee")[items].astype(bool)
    return columns.cells("item.addressee_text", np.where(named, items, ABSENT))


def _quotes(columns: Columns, found: Ints) -> Column:
    return columns.cells("assignment.quote", found)


def _evidence_rank(columns: Columns, found: Ints) -> Ints:
    return columns.document_rank(columns.ints("evidence.review")[found])


def _evidence(columns: Columns, found: Ints) -> tuple[Ints, Cells[str], Column, tuple[Column, Column, Column]]:
    """Reviews, labels, quotes, and where the quotes stand."""
    labels = columns.label(columns.ints("evidence.concept")[found])
    places = _places(columns, "evidence", found)
    return columns.ints("evidence.review")[found], labels, columns.cells("evidence.quote", found), places

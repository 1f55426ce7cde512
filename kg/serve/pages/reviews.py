"""All reviews, with facets that narrow them."""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

from kg.graphs.collection_queries import OVER
from kg.serve.catalogue import Catalogue, Entry
from kg.serve.facets import KINDS, Chosen, chosen_in, facets, fitting, label
from kg.serve.names import code_label, share, theme_label
from kg.serve.pages.page import Page, Visit
from kg.serve.pages.paging import Paging, paged
from kg.serve.pages.table import Table, answer

_IN_FILES = ("year", "outcome", "harm", "possible-harm", "age", "sex", "type", "place")


def view(visit: Visit) -> Page:
    """The reviews that fit what is asked for, a page of them at a time."""
    chosen, words = chosen_in(visit.asked.multi_items()), visit.one("words")
    entries = fitting(visit.catalogue, chosen, words)
    total = len(visit.catalogue.reviews)
    paging: Paging = paged(visit, len(entries))
    context = {
        "words": words,
        "facets": facets(visit.catalogue, chosen, words),
        "chips": _chips(visit.catalogue, chosen, words),
        "entries": entries[paging.start : paging.end],
        "paging": paging,
        "found": share(len(entries), total),
        "facts": facts_line,
        "documents": visit.catalogue.documents,
    }
    listed = entries if "format" in visit.asked else ()  # a page shows nothing of the table but where to have it
    return Page("reviews.html", "Reviews", context, (table(listed, share(len(entries), total)),))


def facts_line(entry: Entry) -> list[str]:
    """What a list says of a review: ages, sexes, outcome, stated harm, the year; what is unknown is left out."""
    said = [code_label(value) for name in ("outcome", "harm", "age", "sex") for value in _listed(entry, name)]
    return [*said, *_listed(entry, "year")]


def _listed(entry: Entry, facet: str) -> list[str]:
    """What a line can say without naming the facet: not that an age or a date is over more than one band or year."""
    return sorted(entry.values.get(facet, frozenset()) - {said for said, _ in OVER.values()})


def table(entries: Sequence[Entry], caption: str) -> Table:
    """Reviews as a table, a column for each fact; several values are parted by semicolons."""
    columns = ("review", "label", "id", *(name.replace("-", "_") for name in _IN_FILES), "themes", "learning_points",
               "recommendations", "document")  # fmt: skip
    rows = (
        (
            entry.title, entry.label, entry.iri, *(_joined(entry, name, KINDS[name].label) for name in _IN_FILES),
            _joined(entry, "theme", theme_label), entry.learning, entry.recommendations, entry.source.title,
        )
        for entry in entries
    )  # fmt: skip
    return Table("reviews", caption, answer(columns, rows))


def _joined(entry: Entry, facet: str, label: Callable[[str], str]) -> str | None:
    return "; ".join(sorted(map(label, entry.values.get(facet, ())))) or None


def _chips(catalogue: Catalogue, chosen: Chosen, words: str) -> list[tuple[str, str]]:
    """What is asked for, each with the address that asks for all but it."""
    pairs = [(name, value) for name, values in sorted(chosen.items()) for value in sorted(values)]
    asked = [*((("words", words),) if words else ()), *pairs]
    return [
        (_said(catalogue, name, value), "/reviews?" + urlencode([other for other in asked if other != (name, value)]))
        for name, value in asked
    ]


def _said(catalogue: Catalogue, name: str, value: str) -> str:
    return f"“{value}”" if name == "words" else f"{KINDS[name].heading}: {label(catalogue, name, value)}"

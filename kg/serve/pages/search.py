"""One search over reviews, themes and the words of learning points and recommendations."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.rdf.terms import string
from kg.serve.catalogue import Entry, rows
from kg.serve.facets import fitting
from kg.serve.pages.page import Page, Visit
from kg.serve.pages.table import Table, answer
from kg.vocabulary import Theme, themes

_MOST = 50  # of each kind that a page shows
_COUNTED = 1_000  # items that a page counts: beyond, it says that there are more; a download has all
_ITEMS = """
SELECT ?review ?kind ?position ?text ?start WHERE {
  VALUES (?property ?kind) { (sg:identifies "learning") (sg:recommends "recommendation") }
  ?review ?property ?item . ?item sg:position ?position ; sg:text ?text ; sg:start ?start .
  $filters
} ORDER BY ?review ?start $limit"""


@dataclass(frozen=True, slots=True)
class Found:
    """A learning point or a recommendation that holds the words."""

    entry: Entry
    kind: str
    position: int
    text: str


def view(visit: Visit) -> Page:
    """What holds all of the words; nothing without words."""
    words = visit.one("words")[:200]
    reviews = fitting(visit.catalogue, {}, words) if words else ()
    named = [theme for theme in themes().values() if words and _names(theme, words)]
    items = list(_items(visit, words)) if words else []
    rows_found = ((each.entry.title, each.kind, each.position, each.text, each.entry.source.name) for each in items)
    table = Table("items", "", answer(("review", "named_in", "number", "text", "document"), rows_found), file="search")
    counts = len(reviews), len(named), min(len(items), _COUNTED)
    context = {"words": words, "reviews": reviews[:_MOST], "named": named[:_MOST], "items": items[:_MOST],
               "counts": counts, "is_more": len(items) > _COUNTED}  # fmt: skip
    return Page("search.html", f"Search: {words}" if words else "Search", context, (table,))


def _names(theme: Theme, words: str) -> bool:
    said = " ".join((theme.label, *theme.alt_labels)).casefold()
    return all(word in said for word in words.casefold().split())


def _items(visit: Visit, words: str) -> Iterator[Found]:
    wanted = words.casefold().split()[:8]
    filters = "".join(f"FILTER(CONTAINS(LCASE(STR(?text)), {string(word)})) " for word in wanted)
    limit = "" if visit.one("format") else f"LIMIT {_COUNTED + 1}"
    question = _ITEMS.replace("$limit", limit).replace("$filters", filters)
    for review, kind, position, text, _ in rows(visit.store, question):
        if review in visit.catalogue.by_iri:
            yield Found(visit.catalogue.by_iri[review], kind, int(position), text)

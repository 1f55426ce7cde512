"""One search over reviews, themes and the words of learning points and recommendations."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.serve.catalogue import Entry
from kg.serve.facets import fitting
from kg.serve.pages.page import Page, Visit
from kg.serve.pages.table import Table, answer
from kg.serve.passages import passages, wanted
from kg.vocabulary import Theme, themes

_MOST = 50  # of each kind that a page shows
_COUNTED = 1_000  # items that a page counts: beyond, it says that there are more; a download has all


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
    most = None if visit.one("format") else _COUNTED + 1
    for review, kind, position, text in passages(visit.store, wanted(words), most):
        if review in visit.catalogue.by_iri:
            yield Found(visit.catalogue.by_iri[review], kind, int(position), text)

"""The first page: what the store holds, counted."""

from collections import Counter

from kg.serve import charts
from kg.serve.catalogue import Catalogue
from kg.serve.names import counted
from kg.serve.pages import counting
from kg.serve.pages.page import Page, Visit
from kg.serve.pages.table import Table, answer
from kg.vocabulary import themes

_TOP = 10  # themes that the first page shows


def view(visit: Visit) -> Page:
    """Totals, charts, and the documents behind them."""
    catalogue = visit.catalogue
    entries = catalogue.reviews
    found = counting.years(entries)
    tables = (
        counting.themes_by_reviews(catalogue, _TOP),
        counting.harms(entries),
        counting.by_facet(entries, "outcome", f"Outcome of the incident, {_of(catalogue)}"),
        counting.by_facet(entries, "age", f"Age band of the children, {_of(catalogue)}; several where they differ"),
        counting.by_facet(entries, "addressee", f"Agencies asked to act, {_of(catalogue)}", _TOP),
        counting.year_table(found, len(entries)),
        documents(catalogue),
    )
    context = {"totals": _totals(visit), "years": charts.years(found), "sources": catalogue.sources}
    return Page("overview.html", "Overview", {**context, "reviews": len(entries)}, tables)


def _of(catalogue: Catalogue) -> str:
    return f"of {counted(len(catalogue.reviews), 'review')}"


def _totals(visit: Visit) -> list[tuple[str, str, str]]:
    """A number, what it counts, and where to see it."""
    catalogue = visit.catalogue
    return [
        (f"{len(catalogue.reviews):,}", "reviews", "/reviews"),
        (f"{visit.opened.children:,}", "children told of", "/reviews"),
        (f"{sum(entry.learning for entry in catalogue.reviews):,}", "learning points", "/themes"),
        (f"{sum(entry.recommendations for entry in catalogue.reviews):,}", "recommendations", "/recommendations"),
        (f"{len(catalogue.naming):,}", f"of {len(themes())} themes named", "/themes"),
        (f"{len(catalogue.sources):,}", "document" if len(catalogue.sources) == 1 else "documents", "#documents"),
    ]


def documents(catalogue: Catalogue) -> Table:
    """The documents of the store, with how many reviews each tells of."""
    counts = Counter(entry.source.iri for entry in catalogue.reviews)
    held = [(source, counts[source.iri]) for source in catalogue.sources]
    found = ((source.title, source.name, source.issued or None, number) for source, number in held)
    return Table(
        "documents",
        f"{counted(len(held), 'document')} in the store",
        answer(("document", "file", "issued", "reviews"), found),
        links={"document": lambda row: f"/reviews?{counting.query(source=str(row[1]))}"},
    )

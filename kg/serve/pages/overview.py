"""The first page: what the store holds, counted."""

from kg.serve.pages.page import Page, Visit


def view(visit: Visit) -> Page:
    """Totals, and the ways in."""
    return Page("overview.html", "Overview", {"reviews": len(visit.catalogue.reviews)})

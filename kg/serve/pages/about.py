"""What the site is, what its counts mean, and how it can be used."""

from kg import vocabulary
from kg.serve.pages.page import Page, Visit


def view(visit: Visit) -> Page:
    """The page about the site."""
    return Page("about.html", "About", {"themes_version": vocabulary.version(), "is_there": visit.opened.is_there})

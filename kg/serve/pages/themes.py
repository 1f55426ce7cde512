"""Themes: the scheme as a tree with counts, and one theme with its quotes and the themes it goes with."""

from collections.abc import Iterator, Mapping

from kg.graphs.measures import association, jaccard, lift
from kg.serve import charts
from kg.serve.catalogue import Catalogue, Entry
from kg.serve.evidence import Quote
from kg.serve.names import counted, share, spelt, theme_label
from kg.serve.pages import counting
from kg.serve.pages.page import Page, Visit, missing
from kg.serve.pages.paging import paged
from kg.serve.pages.table import Table, answer
from kg.vocabulary import Theme, ancestors, narrower, themes

FEW = 40  # reviews: below, how often two themes go together beyond chance is noise
_TOGETHER = 15  # themes that a page shows


def tree(visit: Visit) -> Page:
    """Every theme below its broader one."""
    catalogue = visit.catalogue
    top = [theme for theme in themes().values() if theme.broader is None]
    top.sort(key=lambda theme: (-_below(catalogue, theme.id), theme.label))
    context = {
        "top": top,
        "narrower": lambda theme: [themes()[id_] for id_ in narrower(theme)],
        "itself": lambda theme: len(catalogue.naming.get(theme, ())),
        "below": lambda theme: _below(catalogue, theme),
        "total": len(catalogue.reviews),
    }
    return Page("themes.html", "Themes", context, (scheme(catalogue), counting.themes_by_reviews(catalogue)))


def view(visit: Visit) -> Page:
    """The theme of an id."""
    theme = themes().get(visit.path["theme"])
    if theme is None:
        raise missing("The scheme has no theme of this address: the list of themes shows them all.")
    catalogue = visit.catalogue
    family = tuple(sorted(id_ for id_ in _family(theme.id) if id_ in catalogue.naming))
    quotes = visit.opened.quotes(family)
    entries = [entry for entry in catalogue.reviews if entry.id in catalogue.naming_with_narrower.get(theme.id, ())]
    every, own = counting.years(catalogue.reviews), counting.years(entries)
    paging = paged(visit, len(quotes))
    context = {
        "theme": theme,
        "note": list(spelt(theme.scope_note)),
        "above": [themes()[id_] for id_ in reversed(ancestors(theme.id))],
        "narrower": [(themes()[id_], _below(catalogue, id_)) for id_ in narrower(theme.id)],
        "itself": len(catalogue.naming.get(theme.id, ())),
        "named": len(entries),
        "total": len(catalogue.reviews),
        "years": charts.years(every, own) if own else None,
        "groups": _by_review(catalogue, quotes[paging.start : paging.end]),
        "paging": paging,
        "few": len(catalogue.reviews) < FEW,
    }
    tables = (
        together(catalogue, theme.id),
        quote_table(catalogue, quotes if "format" in visit.asked else (), len(quotes), theme),
        counting.year_table(every, len(catalogue.reviews), own, "naming_it"),
    )
    return Page("theme.html", theme.label, context, tables)


def together(catalogue: Catalogue, theme: str) -> Table:
    """The themes that stand in the same reviews; from forty reviews on ranked by shrunken association."""
    total, own = len(catalogue.reviews), catalogue.naming.get(theme, frozenset())
    pairs = [(other, len(own & named), len(named)) for other, named in catalogue.naming.items() if other != theme]
    found = [
        (
            theme_label(other), other, both, number, round(lift(both, len(own), number, total), 2),
            round(association(both, len(own), number, total), 3), round(jaccard(both, len(own), number), 3),
        )
        for other, both, number in pairs
        if both
    ]  # fmt: skip
    few = total < FEW
    found.sort(key=lambda row: (-row[2], row[3], row[0]) if few else (-row[5], -row[2], row[0]))
    hidden = {"id", "jaccard", *(("lift", "association") if few else ())}
    return Table(
        "together",
        f"Themes in the same reviews as this one, of the {share(len(own), total)} that name it",
        answer(("theme", "id", "both", "reviews", "lift", "association", "jaccard"), found),
        links={"theme": lambda row: f"/themes/{row[1]}"},
        hidden=frozenset(hidden),
        bar="both",
        headings={
            "both": "reviews with both",
            "reviews": "reviews with the other",
            "association": "shrunk association",
        },
        most=_TOGETHER,
        file=f"together-with-{theme}",
    )


def quote_table(catalogue: Catalogue, quotes: tuple[Quote, ...], many: int, theme: Theme) -> Table:
    """The quotes of a theme, with the items they stand in; a page shows nothing of the table but where to have it."""
    columns = ("review", "theme", "named_in", "number", "words", "item", "confidence", "status", "document", "start",
               "end", "page")  # fmt: skip
    rows = (
        (
            entry.title, theme_label(quote.theme), quote.kind, quote.position, quote.words, quote.text,
            quote.confidence, quote.status, entry.source.name, quote.start, quote.end, quote.page,
        )
        for quote in quotes
        if (entry := catalogue.by_iri[quote.review])
    )  # fmt: skip
    caption = f"{counted(many, 'quote')} that name {theme.label} or a narrower theme"
    return Table("quotes", caption, answer(columns, rows), file=f"quotes-{theme.id}")


def scheme(catalogue: Catalogue) -> Table:
    """The whole scheme with counts, as a file."""
    rows = (
        (id_, theme.label, theme.broader, theme.definition, len(catalogue.naming.get(id_, ())), _below(catalogue, id_))
        for id_, theme in themes().items()
    )
    columns = ("id", "theme", "broader", "definition", "reviews", "with_narrower")
    return Table("scheme", f"{len(themes())} themes of the scheme", answer(columns, rows))


def _below(catalogue: Catalogue, theme: str) -> int:
    return len(catalogue.naming_with_narrower.get(theme, ()))


def _family(theme: str) -> Iterator[str]:
    yield theme
    for below in narrower(theme):
        yield from _family(below)


def _by_review(catalogue: Catalogue, quotes: tuple[Quote, ...]) -> list[tuple[Entry, list[Quote]]]:
    found: dict[str, list[Quote]] = {}
    for quote in quotes:
        found.setdefault(quote.review, []).append(quote)
    by_iri: Mapping[str, Entry] = catalogue.by_iri
    return [(by_iri[review], group) for review, group in found.items()]

"""Tables of counts that several pages share; each says out of how many."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg.serve.catalogue import Catalogue, Entry
from kg.serve.facets import KINDS, ordered, values_of
from kg.serve.names import theme_label
from kg.serve.pages.table import Table, answer

if TYPE_CHECKING:
    from kg.answers import Value


def by_facet(entries: Sequence[Entry], facet: str, caption: str, most: int | None = None) -> Table:
    """How many reviews state each value of a facet, those that state none in a row of their own."""
    kind = KINDS[facet]
    counts = Counter(value for entry in entries for value in values_of(entry, facet))
    values = ordered(facet, counts)
    rows = ((kind.label(value), value, counts[value], len(entries)) for value in values)
    column = kind.heading.lower().replace(" ", "_").replace(",", "")
    return Table(
        facet,
        caption,
        answer((column, "id", "reviews", "of_reviews"), rows),
        links={column: lambda row: f"/reviews?{urlencode({facet: str(row[1])})}"},
        hidden=frozenset(("id", "of_reviews")),
        bar="reviews",
        headings={column: kind.heading},
        most=most or 1_000,
    )


def harms(entries: Sequence[Entry]) -> Table:
    """How many reviews state each harm, and how many only say it is possible: never added up."""
    stated = Counter(value for entry in entries for value in entry.values.get("harm", ()))
    possible = Counter(value for entry in entries for value in entry.values.get("possible-harm", ()))
    label = KINDS["harm"].label
    rows = ((label(value), value, stated[value], possible[value]) for value in ordered("harm", stated | possible))
    return Table(
        "harms",
        f"Harm in {len(entries):,} reviews: stated, and only said to be possible. A review may name several.",
        answer(("harm", "id", "stated", "only_possible"), rows),
        links={"harm": lambda row: f"/reviews?{urlencode({'harm' if row[2] else 'possible-harm': str(row[1])})}"},
        hidden=frozenset(("id",)),
        bar="stated",
    )


def themes_by_reviews(catalogue: Catalogue, most: int = 1_000) -> Table:
    """How many reviews name each theme itself, and how many name it or a narrower one."""
    total = len(catalogue.reviews)
    named = sorted(catalogue.naming, key=lambda theme: (-len(catalogue.naming[theme]), theme))
    rows = (
        (theme_label(theme), theme, len(catalogue.naming[theme]), len(catalogue.naming_with_narrower[theme]), total)
        for theme in named
    )
    return Table(
        "themes",
        f"Themes by how many of {total:,} reviews name them",
        answer(("theme", "id", "reviews", "with_narrower", "of_reviews"), rows),
        links={"theme": lambda row: f"/themes/{row[1]}"},
        hidden=frozenset(("id", "of_reviews", "with_narrower")),
        bar="reviews",
        most=most,
    )


def review_addresses(catalogue: Catalogue) -> Mapping[str, str]:
    """The address of each review by its title, where just one has that title."""
    titles = Counter(entry.title for entry in catalogue.reviews)
    return {entry.title: f"/reviews/{entry.id}" for entry in catalogue.reviews if titles[entry.title] == 1}


def years(entries: Iterable[Entry]) -> Mapping[int, int]:
    """How many reviews tell of an incident in each year."""
    return Counter(int(year) for entry in entries for year in entry.values.get("year", ()) if year.isdecimal())


def year_table(counts: Mapping[int, int], total: int, parts: Mapping[int, int] | None = None, what: str = "") -> Table:
    """The twin of a chart of years: with `parts`, how many of each year's reviews are meant."""
    stated = sum(counts.values())
    rows: list[Sequence[Value]] = [
        (str(year), *((parts.get(year, 0),) if parts is not None else ()), counts[year]) for year in sorted(counts)
    ]
    columns = ("year", *((what,) if parts is not None else ()), "reviews")
    caption = f"Reviews by the year of the incident; {stated:,} of {total:,} state one year"
    return Table("years", caption, answer(columns, rows), links={"year": lambda row: f"/reviews?year={row[0]}"})


def query(**values: str) -> str:
    """Values as the query of an address."""
    return urlencode(values)

"""Recommendations searched by words, agency, action and strength; and each agency with what was asked of it."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlencode

from kg.codes import Action, Addressee, Strength
from kg.serve.asked import Recommendation, Wanted
from kg.serve.names import NOT_STATED, code_label, counted, share, theme_label
from kg.serve.pages.page import Page, Visit, missing
from kg.serve.pages.paging import paged
from kg.serve.pages.table import Table, answer
from kg.vocabulary import themes

FIELDS = {"addressee": ("Agency asked", Addressee), "action": ("Action", Action), "strength": ("Strength", Strength)}
_TOP = 12


def view(visit: Visit) -> Page:
    """The recommendations that fit what is asked for."""
    wanted = Wanted(visit.one("words"), *(visit.one(name) for name in (*FIELDS, "theme")))
    every = visit.opened.recommendations
    found = [one for one in every if wanted.fits(one)]
    context = {"wanted": wanted, "selects": _selects(every), "theme_names": _themes()}
    return _listed(visit, "recommendations.html", "Recommendations", found, len(every), context)


def agencies(visit: Visit) -> Page:
    """Every agency that is asked to act, with how much."""
    every = visit.opened.recommendations
    total, reviews = len(every), len(visit.catalogue.reviews)
    asked = [(agency, [one for one in every if agency in one.addressees]) for agency in Addressee]
    rows = [
        (code_label(agency), str(agency), len(ones), len({one.review.id for one in ones}), reviews)
        for agency, ones in asked
    ]
    rows.sort(key=lambda row: (-row[2], row[0]))
    nobody = sum(not one.addressees for one in every)
    table = Table(
        "agencies",
        f"Agencies by how many of {counted(total, 'recommendation')} ask them to act; one may ask several",
        answer(("agency", "id", "recommendations", "reviews", "of_reviews"), rows),
        links={"agency": lambda row: f"/agencies/{row[1]}"},
        hidden=frozenset(("id", "of_reviews")),
        bar="recommendations",
        headings={"reviews": f"reviews, of {reviews:,}"},
    )
    context = {"nobody": share(nobody, total, "recommendation"), "some": bool(nobody)}
    return Page("agencies.html", "Agencies", context, (table,))


def agency(visit: Visit) -> Page:
    """What was asked of one agency."""
    code = visit.path["agency"]
    if code not in tuple(Addressee):
        raise missing("There is no agency of this address: the list of agencies shows them all.")
    every = visit.opened.recommendations
    found = [one for one in every if code in one.addressees]
    context = {
        "code": code,
        "reviews": share(len({one.review.id for one in found}), len(visit.catalogue.reviews)),
        "actions": _actions(found),
        "named_themes": _named(found, code),
    }
    return _listed(visit, "agency.html", code_label(code), found, len(every), context)


def _listed(
    visit: Visit, template: str, title: str, found: Sequence[Recommendation], total: int, context: dict[str, object]
) -> Page:
    paging = paged(visit, len(found))
    said = share(len(found), total, "recommendation")
    extra = tuple(table for table in context.values() if isinstance(table, Table))
    shown = {"found": said, "ones": found[paging.start : paging.end], "paging": paging, **context}
    return Page(template, title, shown, (table_of(found, said), *extra))


def table_of(found: Sequence[Recommendation], caption: str) -> Table:
    """Recommendations as a table; several values are parted by semicolons."""
    columns = ("review", "number", "recommendation", "addressees", "addressee_text", "actions", "strength", "themes",
               "document", "start", "end")  # fmt: skip
    rows = (
        (
            one.review.title, one.position, one.text, "; ".join(map(code_label, one.addressees)) or None,
            one.addressee_text or None, "; ".join(map(code_label, one.actions)) or None, one.strength or None,
            "; ".join(map(theme_label, one.themes)) or None, one.review.source.name, one.start, one.end,
        )
        for one in found
    )  # fmt: skip
    return Table("recommendations", caption, answer(columns, rows))


def _selects(every: Sequence[Recommendation]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """A choice for each field: its values that are there, and "not stated" where it is."""
    held = {
        "addressee": Counter(value for one in every for value in one.addressees or (NOT_STATED,)),
        "action": Counter(value for one in every for value in one.actions or (NOT_STATED,)),
        "strength": Counter(one.strength or NOT_STATED for one in every),
    }
    return [
        (
            name,
            heading,
            [
                (str(value), f"{code_label(value)} ({held[name][value]:,})")
                for value in (*codes, NOT_STATED)
                if held[name][value]
            ],
        )
        for name, (heading, codes) in FIELDS.items()
    ]


def _themes() -> list[tuple[str, str]]:
    return [(id_, theme.label) for id_, theme in themes().items()]


def _actions(found: Sequence[Recommendation]) -> Table:
    counts = Counter(action for one in found for action in one.actions or (NOT_STATED,))
    rows = (
        (code_label(action), number) for action, number in sorted(counts.items(), key=lambda each: (-each[1], each))
    )
    caption = f"What is asked for, in {counted(len(found), 'recommendation')}; one may ask for several things"
    return Table("actions", caption, answer(("action", "recommendations"), rows), bar="recommendations")


def _named(found: Sequence[Recommendation], code: str) -> Table:
    counts = Counter(theme for one in found for theme in one.themes)
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    rows = ((theme_label(theme), theme, number) for theme, number in ranked)
    return Table(
        "themes",
        f"Themes that these {counted(len(found), 'recommendation')} name",
        answer(("theme", "id", "recommendations"), rows),
        links={"theme": lambda row: "/recommendations?" + urlencode({"addressee": code, "theme": str(row[1])})},
        hidden=frozenset(("id",)),
        bar="recommendations",
        most=_TOP,
    )

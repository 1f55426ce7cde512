"""One review: its source text with the evidence in place, theme by theme, and all that was read from it."""

from collections.abc import Iterable, Sequence

from kg.answers import Value
from kg.rdf.terms import iri
from kg.serve.catalogue import Catalogue, Entry, rows
from kg.serve.evidence import Fact, Item, Quote, Told, by_theme, told
from kg.serve.marks import anchor, paragraphs
from kg.serve.names import code_label, counted, group_of, theme_label
from kg.serve.pages.page import Page, Visit, missing
from kg.serve.pages.table import Table, answer
from kg.stores import Store

_HEADINGS = {
    "label": "Called",
    "ageText": "Age",
    "sex": "Sex",
    "outcome": "Outcome",
    "harm": "Harm",
    "dateText": "When",
    "allegedPerpetrator": "Alleged perpetrator",
    "place": "Place",
    "reviewType": "Type of review",
    "documentType": "Kind of document",
    "issued": "Published",
    "identifier": "Catalogue number",
    "keyword": "Keyword",
}
_POSSIBLE = {"hedgedHarm": "Harm"}
_ALIKE = 10  # reviews that share themes


def view(visit: Visit) -> Page:
    """The review of an id."""
    entry = visit.catalogue.by_id.get(visit.path["review"])
    if entry is None:
        raise missing("The store holds no review of this address: the list of reviews shows them all.")
    said = told(visit.store, entry)
    themes = by_theme(quote for quote in said.quotes if quote.status != "rejected")
    chosen = visit.one("theme") if visit.one("theme") in themes else ""
    facts = [fact for fact in said.facts if fact.name in _HEADINGS or fact.name in _POSSIBLE]
    quotes = [quote for group in themes.values() for quote in group]
    context = {
        "entry": entry,
        "themes": sorted(themes.items(), key=lambda each: (not _counts(each[1]), -len(each[1]), each[0])),
        "chosen": chosen,
        "groups": {theme: theme_label(group_of(theme)) for theme in themes},
        "facts": _grouped(facts, _HEADINGS),
        "possible": _grouped(facts, _POSSIBLE),
        "paragraphs": paragraphs(said.text, said.start, quotes, facts),
        "anchor": anchor,
        "links": _links(visit.store, entry),
        "total": len(visit.catalogue.reviews),
    }
    return Page("review.html", entry.title, context, _tables(visit.catalogue, entry, said))


def _counts(quotes: Iterable[Quote]) -> bool:
    return any(quote.counts for quote in quotes)


def _grouped(facts: Sequence[Fact], headings: dict[str, str]) -> list[tuple[str, list[tuple[str, Fact]]]]:
    """Facts under their headings, in that order; children of one review are told apart by number."""
    several = len({fact.subject for fact in facts if ".child-" in fact.subject}) > 1
    found: dict[str, list[tuple[str, Fact]]] = {}
    for name, heading in headings.items():
        for fact in (fact for fact in facts if fact.name == name):
            number = fact.subject.rpartition(".child-")[2] if several and ".child-" in fact.subject else ""
            title = f"{heading}, child {number}" if number else heading
            listed = found.setdefault(title, [])
            value = code_label(fact.value) if fact.is_code else fact.words
            if all(value != other for other, _ in listed):
                listed.append((value, fact))
    return list(found.items())


def _links(store: Store, entry: Entry) -> list[tuple[str, str]]:
    """What the document prints as links: words, and the address where it gives one."""
    words = rows(store, f"SELECT ?words {{ {iri(entry.iri)} sg:linkText ?words }} ORDER BY ?words")
    urls = rows(store, f"SELECT ?url {{ {iri(entry.iri)} dcterms:references ?url }} ORDER BY ?url")
    addresses = [url for (url,) in urls if url.startswith(("http://", "https://"))]
    if len(words) == len(addresses):
        return [(text, url) for (text,), url in zip(words, addresses, strict=True)]
    return [*((text, "") for (text,) in words), *((url, url) for url in addresses)]


def _tables(catalogue: Catalogue, entry: Entry, said: Told) -> tuple[Table, ...]:
    return (
        _items(said, "learning", "learning point"),
        _items(said, "recommendation", "recommendation"),
        _alike(catalogue, entry),
        _facts(said),
        _themes(said),
    )


def _items(said: Told, kind: str, word: str) -> Table:
    found = [item for item in said.items if item.kind == kind]
    asked = () if kind == "learning" else ("asked_of", "action", "strength")
    properties = () if kind == "learning" else ("addressedTo", "action", "strength")
    table = answer(
        ("number", "text", "themes", *asked, "start", "end"), (_item(said, item, properties) for item in found)
    )
    return Table(
        kind, f"{counted(len(found), word)} of this review", table, hidden=frozenset(("start", "end")), file=f"{kind}s"
    )


def _item(said: Told, item: Item, properties: Iterable[str]) -> Sequence[Value]:
    named = dict.fromkeys(
        quote.theme
        for quote in said.quotes
        if (quote.kind, quote.position) == (item.kind, item.position) and quote.counts
    )
    asked = (
        "; ".join(
            dict.fromkeys(
                code_label(fact.value) for fact in said.facts if (fact.subject, fact.name) == (item.iri, name)
            )
        )
        or None
        for name in properties
    )
    return item.position, item.text, "; ".join(map(theme_label, named)) or None, *asked, item.start, item.end


def _alike(catalogue: Catalogue, entry: Entry) -> Table:
    """The reviews that share most themes, with which; a count, since in small collections nothing else is sound."""
    shared = [(other, entry.themes & other.themes) for other in catalogue.reviews if other is not entry]
    ranked = sorted((pair for pair in shared if pair[1]), key=lambda pair: (-len(pair[1]), pair[0].title, pair[0].id))
    found = (
        (other.title, other.id, len(both), "; ".join(sorted(map(theme_label, both)))) for other, both in ranked[:_ALIKE]
    )
    return Table(
        "alike",
        f"Reviews that share most of this one’s {counted(len(entry.themes), 'theme')}",
        answer(("review", "id", "shared_themes", "which"), found),
        links={"review": lambda row: f"/reviews/{row[1]}"},
        hidden=frozenset(("id",)),
    )


def _facts(said: Told) -> Table:
    columns = ("fact", "value", "words", "start", "end", "page")
    found = ((fact.name, fact.value, fact.words, fact.start, fact.end, fact.page) for fact in said.facts)
    return Table("facts", "Facts and the words they rest on", answer(columns, found))


def _themes(said: Told) -> Table:
    columns = ("theme", "id", "named_in", "number", "words", "confidence", "status", "start", "end", "page")
    found = (
        (
            theme_label(quote.theme), quote.theme, quote.kind, quote.position or None, quote.words, quote.confidence,
            quote.status, quote.start, quote.end, quote.page,
        )
        for quote in said.quotes
    )  # fmt: skip
    return Table("evidence", "Themes and the words they rest on", answer(columns, found))

"""Reading a collection from a store: plain questions, whose answers are joined and sorted here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kg.graphs import collection_queries as queries
from kg.graphs.collection import (
    LEARNING,
    RECOMMENDATION,
    SUGGESTED,
    Collection,
    Fact,
    Item,
    Quote,
    Review,
    Theme,
    Trait,
)
from kg.namespaces import PREFIXES, prologue

if TYPE_CHECKING:
    from kg.answers import Answer

_PROLOGUE = prologue("dcterms", "oa", "sg", "skos")
_KINDS = {LEARNING: "sg:identifies", RECOMMENDATION: "sg:recommends"}
_STATUSES = {PREFIXES["code"] + name: name for name in ("stated", "accepted", SUGGESTED)}  # rejected ones are left out

Row = tuple[str, ...]
Rows = Mapping[str, list[Row]]  # by what stood first in each


class Source(Protocol):
    """What answers a SPARQL query: a `kg.store.Store`, or a stand-in."""

    def query(self, sparql: str, /) -> "Answer":
        """The answer's columns and rows."""
        ...


@dataclass(frozen=True, slots=True)
class _Told:
    """Everything that is told of reviews, by their IRIs."""

    facts: Mapping[str, list[tuple[str, Fact]]]  # each behind where it is listed
    traits: Mapping[str, list[Trait]]
    links: Rows
    summaries: Mapping[str, str]
    items: Mapping[str, list[Item]]
    quotes: Mapping[str, list[Quote]]


def collect(source: Source) -> Collection:
    """The reviews that a store holds, with what a picture says of them."""
    told = _told(source)
    rows = _rows(source, queries.REVIEWS)
    labels = _labels(source)
    reviews = tuple(_review(told, iri, labels.get(iri, title), title, document) for iri, title, document, _ in rows)
    named = {quote.theme for review in reviews for quote in review.quotes}
    guessed = {quote.theme for review in reviews for quote in review.suggested} - named
    themes = [Theme(*row) for row in _rows(source, queries.THEMES)] if named or guessed else []
    return Collection(
        documents=tuple({source_iri: document for *_, document, source_iri in rows}.values()),
        reviews=reviews,
        themes={theme.iri: theme for theme in themes if theme.iri in named},
        suggested_themes={theme.iri: theme for theme in themes if theme.iri in guessed},
    )


def _review(told: _Told, iri: str, label: str, title: str, document: str) -> Review:
    quotes = told.quotes[iri]
    return Review(
        iri=iri,
        label=label,
        title=title,
        document=document,
        facts=tuple(fact for _, fact in sorted(told.facts[iri], key=_as_listed)),
        quotes=tuple(quote for quote in quotes if quote.status != SUGGESTED),
        suggested=tuple(quote for quote in quotes if quote.status == SUGGESTED),
        items=tuple(told.items[iri]),
        traits=tuple(sorted(told.traits[iri], key=lambda trait: (trait.facet, trait.value, trait.code))),
        links=tuple(address for (address,) in told.links[iri]),
        summary=told.summaries.get(iri, ""),
    )


def _told(source: Source) -> _Told:
    labels = {row[0]: row[1] for row in sorted(_rows(source, queries.CONCEPTS), reverse=True)}
    stated = {name: _rows(source, queries.STATED.format(path)) for name, path in queries.PATHS.items()}
    items, quotes = _items(source, labels)
    return _Told(
        facts=_facts(source, stated, labels),
        traits=_traits(source, stated, labels),
        links=_by_first(_rows(source, queries.LINKS)),
        summaries={row[0]: row[1] for row in _rows(source, queries.SUMMARIES)},
        items=items,
        quotes=quotes,
    )


def _facts(
    source: Source, stated: Mapping[str, list[Row]], labels: Mapping[str, str]
) -> Mapping[str, list[tuple[str, Fact]]]:
    words = _words(source)
    facts: defaultdict[str, list[tuple[str, Fact]]] = defaultdict(list)
    for review, fact in _children(source, words):
        facts[review].append(("1", fact))
    for name, (order, called, hedged) in queries.FACTS.items():
        property_ = _iri(queries.PATHS[name])
        for review, value in stated[name]:
            rests_on = words[review, property_, value] or words[review, property_, ""]
            facts[review].append((order, Fact(called, labels.get(value, value), bool(hedged), tuple(rests_on))))
    return facts


def _as_listed(told: tuple[str, Fact]) -> tuple[str, str, str, bool]:
    order, fact = told
    return order, fact.name, fact.value, fact.hedged


def _iri(path: str) -> str:
    """The IRI of the last property of a path of short names."""
    prefix, _, name = path.rpartition("/")[2].partition(":")
    return PREFIXES[prefix] + name


def _words(source: Source) -> defaultdict[tuple[str, str, str], list[str]]:
    """The words of evidence, by the review or the child it is about, the property and the code it is for, if any."""
    reviews = {row[0]: row[1] for row in _rows(source, queries.INCIDENTS)}
    words: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for subject, property_, body, said, _ in sorted(_rows(source, queries.EVIDENCE), key=lambda row: int(row[4])):
        found = words[reviews.get(subject, subject), property_, body]
        if said not in found:
            found.append(said)
    return words


def _traits(source: Source, stated: Mapping[str, list[Row]], labels: Mapping[str, str]) -> Mapping[str, list[Trait]]:
    traits: defaultdict[str, list[Trait]] = defaultdict(list)
    for name, (facet, more) in queries.TRAITS.items():
        for review, value in stated[name]:
            code = value.removeprefix(PREFIXES["code"]) if value in labels else ""
            traits[review].append(Trait(facet, labels.get(value, value) + more, code))
    for facet, (said, path) in queries.OVER.items():
        for (review,) in _rows(source, queries.STATED_OVER.format(path)):
            traits[review].append(Trait(facet, said))
    return traits


def _items(source: Source, labels: Mapping[str, str]) -> tuple[Mapping[str, list[Item]], Mapping[str, list[Quote]]]:
    """The items of each review in the order printed, and the quotes in them that name a theme."""
    addressees = _by_first(_rows(source, queries.ADDRESSEES))
    found = _by_first(_rows(source, queries.QUOTES))
    items: defaultdict[str, list[Item]] = defaultdict(list)
    quotes: defaultdict[str, list[Quote]] = defaultdict(list)
    for kind, property_ in _KINDS.items():
        rows = _rows(source, queries.ITEMS.format(property_))
        for review, iri, position, text in sorted(rows, key=lambda row: (row[0], int(row[2]), row[1])):
            to = tuple(sorted(labels[code] for (code,) in addressees[iri] if code in labels))
            items[review].append(Item(kind, int(position), text, to))
            quotes[review].extend(_quotes(found[iri], items[review][-1]))
    return items, quotes


def _quotes(rows: Iterable[Row], item: Item) -> Iterator[Quote]:
    """The quotes of an item, in the order printed."""
    for theme, _, words, status, confidence in sorted(rows, key=lambda row: (int(row[1]), row[0])):
        if status in _STATUSES:
            certain = float(confidence) if confidence else None
            yield Quote(theme, item.kind, item.position, words, item.text, certain, _STATUSES[status])


def _labels(source: Source) -> dict[str, str]:
    """What each review that has a label is called; two labels of one, such as two children's names, are joined."""
    return {iri: listed([label for (label,) in rows]) for iri, rows in _by_first(_rows(source, queries.LABELS)).items()}


def _children(source: Source, words: Mapping[tuple[str, str, str], list[str]]) -> Iterator[tuple[str, Fact]]:
    """Facts that put what is stated of one child on one line; the words are those that tell its sex."""
    told = {child: said for (child, property_, _), said in words.items() if property_ == _iri("sg:sex")}
    for review, child, count, *stated in _rows(source, queries.CHILDREN):
        if any(stated):
            name = "Child" if count in ("", "1") else f"{count} children"
            yield review, Fact(name, ", ".join(filter(None, stated)), words=tuple(told.get(child, ())))


def listed(words: list[str]) -> str:
    """Words as a sentence lists them: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _rows(source: Source, sparql: str) -> list[Row]:
    """The answer's rows as text; what is unknown is empty."""
    return source.query(_PROLOGUE + sparql).texts()


def _by_first(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for first, *others in rows:
        grouped[first].append(tuple(others))
    return grouped

"""What a review says, with the words: themes, facts, items and the text they stand in, as pages show them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.namespaces import DCTERMS, THEME
from kg.rdf.terms import iri
from kg.serve.catalogue import Catalogue, Entry, rows
from kg.serve.names import local
from kg.stores import Store

LEARNING, RECOMMENDATION, BESIDE = "learning", "recommendation", "summary or keywords"
COUNTED = frozenset({"stated", "accepted"})  # the statuses of themes that count

_FOUND = """?assignment a sg:ThemeAssignment ; oa:hasTarget $item ; oa:hasBody $theme ; sg:quote ?quote ;
    sg:start ?start ; sg:end ?end ; sg:confidence ?confidence ; sg:status ?status .
  OPTIONAL { ?assignment sg:page ?page }"""
_IN_ITEMS = f"""
SELECT ($review AS ?of) ($theme AS ?named) ?position ?text ?quote ?start ?end ?confidence ?status ?page WHERE {{
  $review $property ?item . ?item sg:position ?position ; sg:text ?text .
  {_FOUND.replace("$item", "?item")}
}}"""
_BESIDE = f"""
SELECT ($review AS ?of) ($theme AS ?named) ("0" AS ?at) ("" AS ?text)
  ?quote ?start ?end ?confidence ?status ?page WHERE {{
  {_FOUND.replace("$item", "$review")}
}}"""  # what the summary or the keywords name
_NEXT_NUMBER = re.compile(r"\n[\s#*]*\d{1,3}[.)][\s*]*\Z")  # of the review that follows
_PROPERTIES = {LEARNING: "sg:identifies", RECOMMENDATION: "sg:recommends"}
_FACTS = """
SELECT ?subject ?property ?body ?quote ?start ?end ?page WHERE {
  { BIND($review AS ?subject) } UNION { $review sg:concernsChild|sg:examines|sg:recommends ?subject }
  ?evidence a sg:Evidence ; oa:hasTarget ?subject ; sg:supports ?property ; sg:quote ?quote ;
    sg:start ?start ; sg:end ?end .
  OPTIONAL { ?evidence oa:hasBody ?body }
  OPTIONAL { ?evidence sg:page ?page }
} ORDER BY ?start ?end ?property ?body"""
_TITLES = f"""
SELECT ?review (MIN(?start) AS ?from) WHERE {{
  ?review a sg:Review ; dcterms:isPartOf $source .
  ?evidence a sg:Evidence ; oa:hasTarget ?review ; sg:supports <{DCTERMS.title_}> ; sg:start ?start
}} GROUP BY ?review"""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that name a theme, where they stand, and how sure the software was."""

    review: str  # the review's IRI
    theme: str  # an id
    kind: str
    position: int  # of the item, from 1; 0 beside the items
    text: str  # of the whole item
    words: str
    start: int
    end: int
    confidence: float
    status: str
    page: int | None

    @property
    def counts(self) -> bool:
        """Whether the theme counts as named here."""
        return self.status in COUNTED

    @property
    def parts(self) -> tuple[str, str, str]:
        """The text of the item before the words, the words, and the text after them."""
        before, found, after = self.text.partition(self.words)
        return (before, found, after) if found else (self.text, "", "")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a document states, by a property of the ontology, with its words."""

    subject: str  # an IRI
    name: str  # the property's short name
    value: str  # the id of a code, or else the words
    is_code: bool
    words: str
    start: int
    end: int
    page: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """A learning point or a recommendation."""

    iri: str
    kind: str
    position: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """A review as its document tells it."""

    text: str  # from its title to the next review's
    start: int  # where that begins in the document
    quotes: tuple[Quote, ...]
    facts: tuple[Fact, ...]
    items: tuple[Item, ...]


def told(store: Store, entry: Entry) -> Told:
    """The review's own stretch of its document, and all that was read from it."""
    start, end = _stretch(store, entry)
    question = f"SELECT ?text {{ {iri(entry.source.iri)} sg:text ?text }}"
    text = next((row[0] for row in rows(store, question)), "")
    return Told(
        _NEXT_NUMBER.sub("", text[start:end]).rstrip(),
        start,
        quotes_in(store, entry),
        facts(store, entry),
        items(store, entry),
    )


def quotes_in(store: Store, entry: Entry) -> tuple[Quote, ...]:
    """Every theme found in a review, in the order printed."""
    found = (*_quotes(store, review=iri(entry.iri)), *_rows_of(store, _BESIDE, BESIDE, iri(entry.iri), "?theme"))
    return tuple(sorted(found, key=lambda quote: (quote.start, quote.end, quote.theme)))


def quotes_of(store: Store, catalogue: Catalogue, themes: Iterable[str]) -> tuple[Quote, ...]:
    """Every quote that counts for one of some themes, review by review in the catalogue's order."""
    order = {entry.iri: number for number, entry in enumerate(catalogue.reviews)}
    found = (quote for theme in themes for quote in _quotes(store, theme=iri(THEME + theme)))
    counting = [quote for quote in found if quote.counts and quote.review in order]
    return tuple(sorted(counting, key=lambda quote: (order[quote.review], *_place(quote))))


def _place(quote: Quote) -> tuple[int, int, str, str, int]:
    return quote.start, quote.end, quote.theme, quote.kind, quote.position


def _quotes(store: Store, *, review: str = "?review", theme: str = "?theme") -> Iterator[Quote]:
    for kind, property_ in _PROPERTIES.items():
        yield from _rows_of(store, _IN_ITEMS.replace("$property", property_), kind, review, theme)


def _rows_of(store: Store, question: str, kind: str, review: str, theme: str) -> Iterator[Quote]:
    """Constants stand in the question itself, where the engine finds them by its indexes."""
    for row in rows(store, question.replace("$review", review).replace("$theme", theme)):
        of, named, position, text, words, start, end, confidence, status, page = row
        yield Quote(
            of, local(named), kind, int(position), text, words, int(start), int(end), float(confidence), local(status),
            _number(page),
        )  # fmt: skip


def facts(store: Store, entry: Entry) -> tuple[Fact, ...]:
    """Every fact of a review, its children, its incident and its recommendations, in the order printed."""
    found = rows(store, _FACTS.replace("$review", iri(entry.iri)))
    return tuple(
        Fact(subject, _short(name), local(body) or words, bool(body), words, int(start), int(end), _number(page))
        for subject, name, body, words, start, end, page in found
    )


def items(store: Store, entry: Entry) -> tuple[Item, ...]:
    """The learning points and the recommendations of a review, in the order printed."""
    question = f"""
SELECT ?item ?kind ?position ?text ?start ?end WHERE {{
  VALUES (?property ?kind) {{ (sg:identifies "{LEARNING}") (sg:recommends "{RECOMMENDATION}") }}
  {iri(entry.iri)} ?property ?item .
  ?item sg:position ?position ; sg:text ?text ; sg:start ?start ; sg:end ?end .
}} ORDER BY ?kind ?position"""
    return tuple(
        Item(node, kind, int(position), text, int(start), int(end))
        for node, kind, position, text, start, end in rows(store, question)
    )


def by_theme(quotes: Iterable[Quote]) -> Mapping[str, list[Quote]]:
    """Quotes by the theme they name, in order."""
    found: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        found[quote.theme].append(quote)
    return found


def _stretch(store: Store, entry: Entry) -> tuple[int, int | None]:
    """Where a review begins in its document, and where the next one does."""
    found = rows(store, _TITLES.replace("$source", iri(entry.source.iri)))
    starts = {review: int(start) for review, start in found if start}
    own = starts.get(entry.iri, 0)
    return own, min((start for start in starts.values() if start > own), default=None)


def _short(property_: str) -> str:
    return property_.replace("#", "/").rpartition("/")[2]


def _number(text: str) -> int | None:
    return int(text) if text else None

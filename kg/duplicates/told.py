"""Reviews as they are compared: each with the facts that tell one review from another."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zlib import crc32

from kg.namespaces import CODE, prologue

if TYPE_CHECKING:
    from kg.stores import Store

SHINGLE = 3  # words

_WORD = re.compile(r"\w+")
_NONE: frozenset[str] = frozenset()
_PREFIXES = prologue("dcterms", "sg")
_REVIEWS = """
SELECT ?review ?title ?document WHERE {
  ?review a sg:Review ; dcterms:title ?title ; dcterms:isPartOf/dcterms:identifier ?document .
} ORDER BY ?review"""
_FACTS = """
SELECT DISTINCT ?review ?fact ?value WHERE {
  ?review a sg:Review .
  { ?review dcterms:identifier ?value . BIND("identifiers" AS ?fact) }
  UNION { ?review dcterms:references ?value . BIND("addresses" AS ?fact) }
  UNION { ?review sg:label ?value . BIND("labels" AS ?fact) }
  UNION { ?review sg:place ?value . BIND("places" AS ?fact) }
  UNION { ?review dcterms:issued ?value . BIND("published" AS ?fact) }
  UNION { ?review sg:concernsChild/sg:sex ?value . BIND("sexes" AS ?fact) }
  UNION { ?review sg:examines/sg:outcome ?value . BIND("outcomes" AS ?fact) }
  UNION { ?review sg:examines/sg:harm|sg:examines/sg:hedgedHarm ?value . BIND("harms" AS ?fact) }
} ORDER BY ?review ?fact ?value"""
_AGES = """
SELECT DISTINCT ?review ?low ?high WHERE {
  ?review a sg:Review ; sg:concernsChild ?child .
  ?child sg:ageInMonthsMin ?low ; sg:ageInMonthsMax ?high .
} ORDER BY ?review ?low ?high"""
_DATES = """
SELECT ?review ?earliest ?latest WHERE {
  ?review a sg:Review ; sg:examines ?incident . ?incident sg:earliest ?earliest ; sg:latest ?latest .
} ORDER BY ?review"""
_WORDS = """
SELECT ?review ?text WHERE {
  ?review a sg:Review .
  { ?review sg:summary ?text } UNION { ?review sg:identifies|sg:recommends ?item . ?item sg:text ?text }
} ORDER BY ?review ?text"""


@dataclass(frozen=True, slots=True)
class Told:
    """A review as one document tells it; what is not stated is empty."""

    iri: str
    title: str
    document: str  # its name
    identifiers: frozenset[str] = _NONE
    addresses: frozenset[str] = _NONE
    labels: frozenset[str] = _NONE
    places: frozenset[str] = _NONE
    published: frozenset[str] = _NONE  # years
    sexes: frozenset[str] = _NONE
    outcomes: frozenset[str] = _NONE
    harms: frozenset[str] = _NONE  # stated or possible
    ages: tuple[tuple[float, float], ...] = ()  # months, youngest and oldest
    happened: tuple[str, str] | None = None  # the first and the last day, as 2020-11-30
    shingles: frozenset[int] = field(default=frozenset(), repr=False)  # of the summary and the items


def told(store: "Store") -> tuple[Told, ...]:
    """The reviews of a store, sorted by IRI."""
    facts: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for review, fact, value in _rows(store, _FACTS):
        facts[review][fact].add(_plain(fact, value))
    ages = _grouped(_rows(store, _AGES))
    dates = _grouped(_rows(store, _DATES))
    texts = _grouped(_rows(store, _WORDS))
    return tuple(
        Told(
            review,
            title,
            document,
            ages=tuple((float(low), float(high)) for low, high in ages[review]),
            happened=next(((first, last) for first, last in dates[review]), None),
            shingles=shingles(text for (text,) in texts[review]),
            **{fact: frozenset(values) for fact, values in facts[review].items()},
        )
        for review, title, document in _rows(store, _REVIEWS)
    )


def shingles(texts: Iterable[str]) -> frozenset[int]:
    """The runs of three words of texts as numbers: the same words give the same numbers on every machine."""
    return frozenset(number for text in texts for number in _shingles(words(text)))


def words(text: str) -> list[str]:
    """The words of a text in lower case, without marks."""
    return _WORD.findall(text.casefold())


def _shingles(of: list[str]) -> Iterable[int]:
    return (crc32(" ".join(of[at : at + SHINGLE]).encode()) for at in range(max(len(of) - SHINGLE + 1, 0)))


def _plain(fact: str, value: str) -> str:
    if fact == "published":
        return value.lstrip("{")[:4]
    return value.removeprefix(CODE) if fact in ("sexes", "outcomes", "harms") else value


def _rows(store: "Store", query: str) -> list[tuple[str, ...]]:
    return store.query(_PREFIXES + query).texts()


def _grouped(rows: Iterable[tuple[str, ...]]) -> defaultdict[str, list[tuple[str, ...]]]:
    grouped: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for first, *others in rows:
        grouped[first].append(tuple(others))
    return grouped

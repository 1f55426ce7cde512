"""The columns of a store, read with plain SPARQL, part by part.

Only what `kg.to_rdf` writes has columns: a review of two titles, say, is left to SPARQL.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, Protocol

from kg.answers import Answer, Value
from kg.columns.arrays import ABSENT, Array, ints, pairs, ranks, texts
from kg.columns.errors import NotColumnarError
from kg.namespaces import PREFIXES

_PROLOGUE = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("dcterms", "oa", "sg", "skos"))

_ITEMS = (
    "SELECT ?r ?i ?text ?start ?end {{ ?r {} ?i . ?i sg:text ?text ; sg:start ?start ; sg:end ?end ; sg:position ?at }}"
)
_ASSIGNMENTS = """SELECT ?i ?t ?quote ?start ?end ?status ?confidence {
  ?a a sg:ThemeAssignment ; oa:hasTarget ?i ; oa:hasBody ?t ; sg:quote ?quote ; sg:start ?start ; sg:end ?end ;
    sg:status ?status ; sg:confidence ?confidence }"""
_EVIDENCE = """SELECT ?incident ?value ?quote ?start ?end {{
  ?incident {0} ?value .
  ?evidence sg:supports {0} ; oa:hasTarget ?incident ; oa:hasBody ?value ; sg:quote ?quote ; sg:start ?start ;
    sg:end ?end }}"""

Row = tuple[Value, ...]
Arrays = dict[str, Array]


class Item(NamedTuple):
    """A learning point or, where it `asks`, a recommendation."""

    review: int
    iri: str
    asks: bool
    text: str
    start: int
    end: int


class Source(Protocol):
    """What answers SPARQL: a store."""

    def query(self, sparql: str, /) -> Answer:
        """The answer's columns and rows."""
        ...


class Reader:
    """A store on its way into columns, with the numbers of its reviews, items, incidents and concepts."""

    def __init__(self, source: Source) -> None:
        self._source = source
        concepts = self._concepts()
        self.labels = [label for _, label in concepts]
        self.concepts = _numbers(iri for iri, _ in concepts)
        self.documents = self._documents()
        self.document_numbers = _numbers(str(row[0]) for row in self.documents)
        self.reviews = self._reviews()
        self.review_numbers = _numbers(row[0] for row in self.reviews)

    def rows(self, sparql: str) -> tuple[Row, ...]:
        """The rows of an answer."""
        return self._source.query(_PROLOGUE + sparql).rows

    def pairs(self, subject: str, property_: str) -> list[tuple[str, str]]:
        """Each subject, as a pattern finds it, and each value of a property as text."""
        found = self.rows(f"SELECT ?s ?o {{ {subject} ?s {property_} ?o }}")
        return [(str(one), str(other)) for one, other in found]

    def one(self, property_: str) -> dict[str, Value]:
        """The only value of a property, by subject.

        Raises: NotColumnarError, if a subject has two.
        """
        found = self.rows(f"SELECT ?s ?o {{ ?s {property_} ?o }}")
        return _only((str(subject), value) for subject, value in found)

    def links(self, numbers: Mapping[str, int], property_: str) -> Array:
        """Pairs of the number of a subject and the number of a concept."""
        return pairs(
            (numbers[subject], self.concept(value))
            for subject, value in self.pairs("", property_)
            if subject in numbers
        )

    def concept(self, iri: Value) -> int:
        """The number of a concept.

        Raises: NotColumnarError, if it has no label.
        """
        try:
            return self.concepts[str(iri)]
        except KeyError as error:
            raise NotColumnarError(f"{iri} has no label") from error

    @cached_property
    def items(self) -> list[Item]:
        """Learning points and recommendations, in the order of documents and characters."""
        found = [*self._items("sg:identifies", asks=False), *self._items("sg:recommends", asks=True)]
        _only((item.iri, item.review) for item in found)
        return sorted(found, key=lambda item: (self.name_of(item.review), item.start, item.iri))

    def name_of(self, review: int) -> str:
        """The name of the document that tells of a review."""
        return str(self.documents[self.reviews[review][3]][1])

    def _concepts(self) -> list[tuple[str, str]]:
        """Every concept and its label, sorted by label, so that numbers sort as labels do."""
        found = self.rows("SELECT ?s ?o { ?s skos:prefLabel ?o }")
        only = _only((str(iri), str(label)) for iri, label in found)
        return sorted(((iri, str(label)) for iri, label in only.items()), key=lambda item: (item[1], item[0]))

    def _documents(self) -> list[Row]:
        names = self.rows("SELECT ?d ?name { ?d a sg:SourceDocument ; dcterms:identifier ?name }")
        return sorted(_only((str(d), name) for d, name in names).items(), key=lambda item: (str(item[1]), item[0]))

    def _items(self, property_: str, *, asks: bool) -> Iterator[Item]:
        rows = self.rows(_ITEMS.format(property_))
        if len(rows) != self._count(f"?r {property_} ?i"):
            raise NotColumnarError("an item with two texts or places, or none")
        for review, item, text, start, end in rows:
            yield Item(self._number_of(review), str(item), asks, str(text), _int(start), _int(end))

    def _number_of(self, review: Value) -> int:
        if review not in self.review_numbers:
            raise NotColumnarError(f"{review} is no review")
        return self.review_numbers[str(review)]

    def _count(self, pattern: str) -> Value:
        return self.rows(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")[0][0]

    def _reviews(self) -> list[tuple[str, str, int, int]]:
        """IRI, title, position and the number of its document, in the order of documents and positions."""
        rows = self.rows(
            "SELECT ?r ?title ?at ?d { ?r a sg:Review ; dcterms:title ?title ; sg:position ?at ; dcterms:isPartOf ?d }"
        )
        numbers = self.document_numbers
        if any(str(row[3]) not in numbers for row in rows) or len({row[0] for row in rows}) != len(rows):
            raise NotColumnarError("a review without a document, or with two titles, positions or documents")
        if len(rows) != self._count("?r a sg:Review"):
            raise NotColumnarError("a review without a title, a position or a document")
        found = [(str(iri), str(title), _int(at), numbers[str(document)]) for iri, title, at, document in rows]
        return sorted(found, key=lambda row: (str(self.documents[row[3]][1]), row[2], row[0]))


def _reviews(reader: Reader) -> Arrays:
    """Documents, reviews, what they are called, their themes, and the concepts."""
    numbers = reader.review_numbers
    labels = reader.pairs("?s a sg:Review .", "sg:label") + [(row[0], row[1]) for row in reader.reviews]
    names = sorted({(name.lower(), numbers[review]) for review, name in labels})
    names_of_documents = [str(row[1]) for row in reader.documents]
    return {
        **texts("document.name", names_of_documents),
        "document.rank": ranks(names_of_documents),
        **texts("review.iri", [row[0] for row in reader.reviews]),
        **texts("review.title", [row[1] for row in reader.reviews]),
        "review.title_rank": ranks([row[1] for row in reader.reviews]),
        "review.title_order": _order([(row[1], row[0]) for row in reader.reviews]),
        "review.position": ints(row[2] for row in reader.reviews),
        "review.document": ints(row[3] for row in reader.reviews),
        **texts("name", [name for name, _ in names]),
        "name.review": ints(review for _, review in names),
        "review.first": _firsts(reader),
        "review-theme": reader.links(numbers, "sg:theme"),
        **_concepts(reader),
    }


def _concepts(reader: Reader) -> Arrays:
    scheme = {iri for iri, scheme in reader.pairs("", "skos:inScheme") if scheme == PREFIXES["theme"]}
    broader = _only((child, parent) for child, parent in reader.pairs("", "skos:broader") if child in reader.concepts)
    return {
        **texts("concept.iri", list(reader.concepts)),
        **texts("concept.label", reader.labels),
        "concept.broader": ints(reader.concept(broader[iri]) if iri in broader else ABSENT for iri in reader.concepts),
        "concept.is_theme": ints(iri in scheme for iri in reader.concepts),
    }


def _firsts(reader: Reader) -> Array:
    """For each review a number that all records of the same review share."""
    parent: dict[str, str] = {}

    def root(iri: str) -> str:
        while parent.setdefault(iri, iri) != iri:
            iri = parent[iri]
        return iri

    for one, other in reader.pairs("", "sg:sameReviewAs"):
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    return ranks([root(row[0]) for row in reader.reviews])


def _people(reader: Reader) -> Arrays:
    """Children, incidents, and which reviews state a place or a date."""
    return {**_children(reader), **_incidents(reader), "review-place": _with(reader, "?s sg:place ?o")}


def _children(reader: Reader) -> Arrays:
    held = reader.pairs("", "sg:concernsChild")
    _only((child, review) for review, child in held)
    count, band, sex = (reader.one(name) for name in ("sg:count", "sg:ageBand", "sg:sex"))
    told = [(review, child) for review, child in held if review in reader.review_numbers]
    if len(told) != len(held) or any(child not in count for _, child in held):
        raise NotColumnarError("a child without a review or a count")
    return {
        "child.review": ints(reader.review_numbers[review] for review, _ in told),
        "child.count": ints(_int(count[child]) for _, child in told),
        "child.band": ints(_optional(reader, band.get(child)) for _, child in told),
        "child.sex": ints(_optional(reader, sex.get(child)) for _, child in told),
    }


def _incidents(reader: Reader) -> Arrays:
    held = reader.pairs("", "sg:examines")
    _only((incident, review) for review, incident in held)
    year, outcome = reader.one("sg:year"), reader.one("sg:outcome")
    if any(review not in reader.review_numbers for review, _ in held):
        raise NotColumnarError("an incident without a review")
    numbers = _numbers(incident for _, incident in held)
    return {
        **texts("incident.iri", list(numbers)),
        "incident.review": ints(reader.review_numbers[review] for review, _ in held),
        "incident.year": ints(_int(year[incident]) if incident in year else ABSENT for incident in numbers),
        "incident.outcome": ints(_optional(reader, outcome.get(incident)) for incident in numbers),
        "incident-harm": reader.links(numbers, "sg:harm"),
        "incident-hedged": reader.links(numbers, "sg:hedgedHarm"),
        "review-date": _with(reader, "?s sg:examines/sg:date ?o"),
    }


def _with(reader: Reader, pattern: str) -> Array:
    found = reader.rows(f"SELECT DISTINCT ?s {{ {pattern} }}")
    return ints(sorted(reader.review_numbers[str(s)] for (s,) in found if str(s) in reader.review_numbers))


def _items(reader: Reader) -> Arrays:
    """Learning points and recommendations in the order of documents and characters, and what they ask."""
    items = reader.items
    numbers = _numbers(item.iri for item in items)
    strength, addressee = reader.one("sg:strength"), reader.one("sg:addresseeText")
    return {
        "item.review": ints(item.review for item in items),
        "item.asks": ints(item.asks for item in items),
        **texts("item.text", [item.text for item in items]),
        **texts("item.lower", [item.text.lower() for item in items]),
        "item.start": ints(item.start for item in items),
        "item.end": ints(item.end for item in items),
        "item.strength": ints(_optional(reader, strength.get(iri)) for iri in numbers),
        "item.names_addressee": ints(iri in addressee for iri in numbers),
        **texts("item.addressee_text", [str(addressee.get(iri, "")) for iri in numbers]),
        "item-theme": reader.links(numbers, "sg:theme"),
        "item-action": reader.links(numbers, "sg:action"),
        "item-addressee": reader.links(numbers, "sg:addressedTo"),
    }


def _assignments(reader: Reader) -> Arrays:
    """Themes put to items and reviews, in the order of documents, characters and labels."""
    items = _numbers(item.iri for item in reader.items)
    held = [row for row in reader.rows(_ASSIGNMENTS) if str(row[0]) in items or str(row[0]) in reader.review_numbers]
    review = {item.iri: item.review for item in reader.items} | reader.review_numbers
    held.sort(key=lambda row: (reader.name_of(review[str(row[0])]), _int(row[3]), reader.concept(row[1])))
    confidences = sorted({str(row[6]) for row in held})
    number_of = _numbers(confidences)
    summary = reader.one("sg:summary")
    return {
        "assignment.review": ints(review[str(row[0])] for row in held),
        "assignment.item": ints(items.get(str(row[0]), ABSENT) for row in held),
        "assignment.theme": ints(reader.concept(row[1]) for row in held),
        **texts("assignment.quote", [str(row[2]) for row in held]),
        "assignment.start": ints(_int(row[3]) for row in held),
        "assignment.end": ints(_int(row[4]) for row in held),
        "assignment.status": ints(reader.concept(row[5]) for row in held),
        "assignment.confidence": ints(number_of[str(row[6])] for row in held),
        **texts("confidence", confidences),
        "review.has_summary": ints(iri in summary for iri in reader.review_numbers),
        **texts("review.summary", [str(summary.get(iri, "")) for iri in reader.review_numbers]),
    }


def _evidence(reader: Reader) -> Arrays:
    """The words behind harms, possible harms and alleged perpetrators, in the order of documents and characters."""
    incidents = {incident: reader.review_numbers.get(review) for review, incident in reader.pairs("", "sg:examines")}
    held = []
    for kind, property_ in enumerate(("sg:harm", "sg:hedgedHarm", "sg:allegedPerpetrator")):
        for incident, concept, quote, start, end in reader.rows(_EVIDENCE.format(property_)):
            review = incidents.get(str(incident))
            if review is not None:
                held.append((review, kind, reader.concept(concept), str(quote), _int(start), _int(end)))
    held.sort(key=lambda row: (reader.name_of(row[0]), row[4], row[2], row[1]))
    return {
        "evidence.review": ints(row[0] for row in held),
        "evidence.kind": ints(row[1] for row in held),
        "evidence.concept": ints(row[2] for row in held),
        **texts("evidence.quote", [row[3] for row in held]),
        "evidence.start": ints(row[4] for row in held),
        "evidence.end": ints(row[5] for row in held),
    }


PARTS: Mapping[str, Callable[[Reader], Arrays]] = MappingProxyType(
    {"reviews": _reviews, "people": _people, "items": _items, "assignments": _assignments, "evidence": _evidence}
)


def _numbers(iris: Iterable[str]) -> dict[str, int]:
    return {iri: number for number, iri in enumerate(iris)}


def _only(found: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """Each subject's one value."""
    only: dict[str, Value] = {}
    for subject, value in found:
        if subject in only:
            raise NotColumnarError(f"{subject} has two values where one is expected")
        only[subject] = value
    return only


def _order(keys: Sequence[tuple[str, str]]) -> Array:
    """The place of each among all, sorted."""
    places = [0] * len(keys)
    for place, number in enumerate(sorted(range(len(keys)), key=keys.__getitem__)):
        places[number] = place
    return ints(places)


def _optional(reader: Reader, iri: Value) -> int:
    return ABSENT if iri is None else reader.concept(iri)


def _int(value: Value) -> int:
    if not isinstance(value, int):
        raise NotColumnarError(f"{value!r} is no whole number")
    return value

"""What a document's graph says, as rows of numbers and texts.

Only what `kg.to_rdf` writes has rows: a review of two titles, or a statement about a review in a graph that is not its
document's, is left to SPARQL.
"""

from collections.abc import Sequence

from kg.columns.errors import NotColumnarError
from kg.columns.rows import Packed, Rows, names
from kg.columns.schema import ABSENT
from kg.columns.statements import Thing, Things, of_turtle, words
from kg.namespaces import DCTERMS, OA, ONTOLOGY, PREFIXES, RDF, SG

_VOCABULARIES = (ONTOLOGY.rstrip("#"), *(iri for prefix, iri in PREFIXES.items() if prefix != "id"))
_DECISIONS = {f"<{SG.Decision}>", f"<{SG.SameReviewDecision}>", f"<{SG.Withdrawal}>"}
_STATED = ((0, SG.harm), (1, SG.hedgedHarm), (2, SG.allegedPerpetrator))  # kinds of evidence


def packed(graph: str, things: Things) -> Packed:
    """The rows that a graph comes to; people's decisions and the vocabulary have none.

    Raises: NotColumnarError.
    """
    rows = Rows()
    if f"<{SG.SourceDocument}>" in things.get(graph, {}).get(RDF.type, ()):
        _Document(rows, graph, things).add()
    else:
        _must_be_known(graph, things)
    return rows.packed()


def rows_of(graph: str, body: str) -> Packed | None:
    """The rows of a graph, its statements as Turtle without prefixes; `None` where it has none."""
    try:
        return packed(graph, of_turtle(body))
    except NotColumnarError:
        return None


def _must_be_known(graph: str, things: Things) -> None:
    for subject, thing in things.items():
        if not (subject.startswith(_VOCABULARIES) or _DECISIONS.intersection(thing.get(RDF.type, ()))):
            raise NotColumnarError(f"{graph} is no document and speaks of {subject}")


class _Document:
    """One document's graph on its way into rows."""

    def __init__(self, rows: Rows, graph: str, things: Things) -> None:
        self._rows, self._graph, self._things = rows, graph, things
        self._number = _document(rows, graph, things[graph])
        self._review_of: dict[str, int] = {}
        self._items: dict[str, tuple[int, int]] = {}  # number, and that of the review
        self._by_type: dict[str, list[tuple[str, Thing]]] = {}
        for iri, thing in things.items():
            for type_ in thing.get(RDF.type, ()):
                self._by_type.setdefault(type_, []).append((iri, thing))
        self._values: dict[str, tuple[int, Thing]] = {}  # incident -> number of its review, and what is said of it

        self._summaries: dict[str, list[Thing]] = {}  # review -> the evidence for its summary
        for _, evidence in self._typed(SG.Evidence):
            if _iri(evidence, SG.supports) == SG.summary:
                self._summaries.setdefault(_iri(evidence, OA.hasTarget), []).append(evidence)

    def add(self) -> None:
        reviews = self._typed(SG.Review)
        for iri, review in reviews:
            self._review(iri, review)
        self._nothing_is_said_of_others()
        for iri, review in reviews:
            self._people(iri, review)
            self._all_items(iri, review)
        for _, assignment in self._typed(SG.ThemeAssignment):
            self._assignment(assignment)
        for _, evidence in self._typed(SG.Evidence):
            self._evidence(evidence)

    def _typed(self, kind: SG) -> Sequence[tuple[str, Thing]]:
        return self._by_type.get(f"<{kind}>", ())

    def _nothing_is_said_of_others(self) -> None:
        known = {self._graph, *self._review_of, *(iri for iri, _ in self._typed(SG.Extraction))}
        for iri in self._things:
            whole = iri
            while whole and whole not in known:
                whole = whole.rpartition(".")[0]  # as kg.rdf.iris.part_iri joins them
            if not whole:
                raise NotColumnarError(f"{self._graph} speaks of {iri}")

    def _review(self, iri: str, review: Thing) -> None:
        if review.get(DCTERMS.isPartOf) != [f"<{self._graph}>"]:
            raise NotColumnarError(f"{iri} is not a review of {self._graph} alone")
        title, summary = _text(review, DCTERMS.title_), _optional_text(review, SG.summary)
        is_dated = any(self._is_dated(each) for each in _iris(review, SG.examines))
        number = self._rows.add(
            "review", iri, title, summary or "", self._number, _number(review, SG.position), is_dated,
            SG.place in review, *self._place_of_summary(iri),
        )  # fmt: skip
        self._review_of[iri] = number
        labels = _texts(review, SG.label_)
        for name in names(title, labels):
            self._rows.add("name", name, number)
        for label in labels:
            self._rows.add("label", label, number)
        for place in _texts(review, SG.place):
            self._rows.add("place", place, number)
        self._link("review-type", number, review, SG.reviewType)
        self._link("review-theme", number, review, SG.theme)

    def _place_of_summary(self, review: str) -> tuple[int, int]:
        told = self._summaries.get(review, [])
        if len(told) > 1:
            raise NotColumnarError(f"the summary of {review} stands in {len(told)} places")
        return (_number(told[0], SG.start), _number(told[0], SG.end)) if told else (ABSENT, ABSENT)

    def _is_dated(self, incident: str) -> bool:
        return SG.date in self._things.get(incident, {})

    def _people(self, iri: str, review: Thing) -> None:
        number = self._review_of[iri]
        for node in _iris(review, SG.concernsChild):
            child = self._part(node, iri)
            has_age = _optional_text(child, SG.ageText) is not None
            coded = (self._concept(child, SG.ageBand), self._concept(child, SG.sex))
            self._rows.add("child", number, _number(child, SG.count_), has_age, *coded)
        for node in _iris(review, SG.examines):
            incident = self._part(node, iri)
            place = self._rows.add("incident", number, *_years(incident), self._concept(incident, SG.outcome))
            self._link("incident-harm", place, incident, SG.harm)
            self._link("incident-hedged", place, incident, SG.hedgedHarm)
            self._link("incident-perpetrator", place, incident, SG.allegedPerpetrator)
            self._values[node] = number, incident

    def _all_items(self, iri: str, review: Thing) -> None:
        for asks, property_ in enumerate((SG.identifies, SG.recommends)):
            for node in _iris(review, property_):
                self._item(self._review_of[iri], asks, node, self._part(node, iri))

    def _item(self, review: int, asks: int, node: str, item: Thing) -> None:
        text, said = _text(item, SG.text), _optional_text(item, SG.addresseeText)
        place = _number(item, SG.position), _number(item, SG.start), _number(item, SG.end)
        strength = self._concept(item, SG.strength)
        number = self._rows.add(
            "item", text, text.lower(), said or "", review, asks, *place, strength, said is not None
        )
        self._items[node] = number, review
        self._link("item-theme", number, item, SG.theme)
        self._link("item-action", number, item, SG.action)
        self._link("item-addressee", number, item, SG.addressedTo)

    def _assignment(self, found: Thing) -> None:
        target = _iri(found, OA.hasTarget)
        item, review = self._items.get(target) or (ABSENT, self._review_of.get(target))
        if review is None:
            raise NotColumnarError(f"{target} has a theme and is no item and no review of {self._graph}")
        confidence = self._rows.number("confidence", _text(found, SG.confidence))
        self._rows.add(
            "assignment", _text(found, SG.quote), review, item, self._only(found, OA.hasBody),
            _number(found, SG.start), _number(found, SG.end), self._only(found, SG.status), confidence,
            _optional_number(found, SG.page),
        )  # fmt: skip

    def _evidence(self, found: Thing) -> None:
        review, incident = self._values.get(_iri(found, OA.hasTarget), (ABSENT, {}))
        supports = _iri(found, SG.supports)
        for kind, property_ in _STATED:
            value = found.get(OA.hasBody, [""])
            if supports == property_ and review != ABSENT and value[0] in incident.get(property_, ()):
                place = _number(found, SG.start), _number(found, SG.end)
                concept = self._only(found, OA.hasBody)
                self._rows.add("evidence", _text(found, SG.quote), review, kind, concept, *place)

    def _part(self, node: str, review: str) -> Thing:
        """What is said of a part of a review."""
        if not node.startswith(f"{review}.") or node in self._items or node in self._values:
            raise NotColumnarError(f"{node} is no part of {review} alone")
        return self._things.get(node, {})

    def _link(self, table: str, number: int, thing: Thing, property_: str) -> None:
        for iri in _iris(thing, property_):
            self._rows.add(table, number, self._rows.number("concept", iri))

    def _concept(self, thing: Thing, property_: str) -> int:
        return self._only(thing, property_) if property_ in thing else ABSENT

    def _only(self, thing: Thing, property_: str) -> int:
        return self._rows.number("concept", _iri(thing, property_))


def _document(rows: Rows, graph: str, document: Thing) -> int:
    title, issued = _optional_text(document, DCTERMS.title_), _optional_text(document, DCTERMS.issued)
    return rows.add(
        "document", graph, _text(document, DCTERMS.identifier), title or "", issued or "", _text(document, SG.sha256),
        _optional_number(document, SG.announcedReviews), title is not None, issued is not None,
    )  # fmt: skip


def _one(thing: Thing, property_: str) -> str:
    """The only value of a property."""
    found: Sequence[str] = thing.get(property_, ())
    if len(found) != 1:
        raise NotColumnarError(f"{len(found)} values of {property_} where one is expected")
    return found[0]


def _text(thing: Thing, property_: str) -> str:
    return words(_one(thing, property_))


def _texts(thing: Thing, property_: str) -> list[str]:
    return list(map(words, thing.get(property_, ())))


def _optional_text(thing: Thing, property_: str) -> str | None:
    return _text(thing, property_) if property_ in thing else None


def _number(thing: Thing, property_: str) -> int:
    try:
        found = int(_text(thing, property_))
    except ValueError as error:
        raise NotColumnarError(f"a value of {property_} is no whole number") from error
    if found == ABSENT:
        raise NotColumnarError(f"a value of {property_} is what stands for none")
    return found


def _optional_number(thing: Thing, property_: str) -> int:
    return _number(thing, property_) if property_ in thing else ABSENT


def _years(incident: Thing) -> tuple[int, int]:
    """The years of the first and of the last day that the date of an incident can mean."""
    if SG.earliest not in incident or SG.latest not in incident:
        return ABSENT, ABSENT
    first, last = (_text(incident, property_)[:4] for property_ in (SG.earliest, SG.latest))
    if not (first + last).isdecimal():
        raise NotColumnarError("the first or the last day of an incident has no year")
    return int(first), int(last)


def _iri(thing: Thing, property_: str) -> str:
    return _one(thing, property_)[1:-1]


def _iris(thing: Thing, property_: str) -> list[str]:
    return [each[1:-1] for each in thing.get(property_, ())]

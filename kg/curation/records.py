"""Decisions as triples in a graph of their own, and back."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal as Number
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.codes import Verdict
from kg.curation.decision import Decision, Target
from kg.namespaces import CODE, ID, PROV, RDF, SG, XSD
from kg.rdf import iris
from kg.rdf.statements import Triple
from kg.rdf.terms import decimal, iri, string, typed

if TYPE_CHECKING:
    from kg.answers import Value
    from kg.stores import Store


_NEEDED = {
    "number": SG.position,
    "batch": SG.importNumber,
    "verdict": SG.verdict,
    "by": SG.decidedBy,
    "on": SG.decidedOn,
    "document": SG.documentName,
    "review": SG.reviewTitle,
    "occurrence": SG.occurrence,
    "part": SG.part,
    "kind": SG.factKind,
    "value": SG.decidedValue,
}
_OPTIONAL = {
    "item": SG.itemText,
    "quote": SG.quote,
    "new_value": SG.newValue,
    "comment": SG.comment,
    "confidence": SG.confidence,
    "label": SG.matchedLabel,
}
_QUERY = (
    f"SELECT {' '.join(f'?{name}' for name in (*_NEEDED, *_OPTIONAL))} WHERE {{ ?decision a <{SG.Decision}> "
    + "".join(f"; <{term}> ?{name} " for name, term in _NEEDED.items())
    + "".join(f"OPTIONAL {{ ?decision <{term}> ?{name} }} " for name, term in _OPTIONAL.items())
    + "} ORDER BY ?number ?decision"
)


def recorded(store: "Store") -> tuple[Decision, ...]:
    """The decisions that a store holds, in the order they were made."""
    return tuple(map(_decision, store.query(_QUERY).records()))


def triples(decisions: Iterable[Decision], bases: Mapping[str, str] = MappingProxyType({})) -> Iterator[Triple]:
    """Yield the triples of decisions, in the order given.

    `bases` says what the IRIs of a document's data begin with, by its name, where that is not `ID`.
    """
    for decision in decisions:
        yield from _triples(iris.decision_iri(decision.id), decision, bases.get(decision.target.document, ID))


def _triples(node: str, decision: Decision, base: str) -> Iterator[Triple]:
    target = decision.target
    yield node, RDF.type, iri(SG.Decision)
    yield node, RDF.type, iri(PROV.Activity)
    yield node, PROV.used, iri(iris.review_iri(target.document, target.review, target.occurrence, base))
    yield node, SG.position, typed(str(decision.number), XSD.integer)
    yield node, SG.importNumber, typed(str(decision.batch), XSD.integer)
    yield node, SG.verdict, iri(iris.code_iri(decision.verdict))
    yield node, SG.decidedBy, string(decision.by)
    yield node, SG.decidedOn, typed(decision.on.isoformat(), XSD.date)
    yield node, SG.documentName, string(target.document)
    yield node, SG.reviewTitle, string(target.review, "en")
    yield node, SG.occurrence, typed(str(target.occurrence), XSD.integer)
    yield node, SG.part, string(target.part)
    yield node, SG.factKind, string(target.kind)
    yield node, SG.decidedValue, string(target.value)
    yield from _said(node, decision)


def _said(node: str, decision: Decision) -> Iterator[Triple]:
    """What not every decision has."""
    words = {SG.itemText: decision.target.item, SG.quote: decision.target.quote}
    plain = {SG.newValue: decision.new_value, SG.comment: decision.comment, SG.matchedLabel: decision.label}
    yield from ((node, term, string(text, "en")) for term, text in words.items() if text)
    yield from ((node, term, string(text)) for term, text in plain.items() if text)
    if decision.confidence is not None:
        yield node, SG.confidence, typed(decimal(Number(repr(decision.confidence))), XSD.decimal)


def _decision(record: Mapping[str, "Value"]) -> Decision:
    text = {name: "" if value is None else str(value) for name, value in record.items()}
    names = ("part", "item", "kind", "value", "quote")
    target = Target(text["document"], text["review"], int(text["occurrence"]), *(text[name] for name in names))
    return Decision(
        target,
        Verdict(text["verdict"].removeprefix(CODE)),
        text["by"],
        date.fromisoformat(text["on"]),
        text["new_value"],
        text["comment"],
        float(text["confidence"]) if text["confidence"] else None,
        text["label"],
        int(text["number"]),
        int(text["batch"]),
    )

"""Decisions as triples in a graph of their own, and back."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal as Number
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.codes import Verdict
from kg.curation.decision import Decision, Target, Withdrawal, in_force
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
    f"SELECT ?decision {' '.join(f'?{name}' for name in (*_NEEDED, *_OPTIONAL))} WHERE {{ ?decision a <{SG.Decision}> "
    + "".join(f"; <{term}> ?{name} " for name, term in _NEEDED.items())
    + "".join(f"OPTIONAL {{ ?decision <{term}> ?{name} }} " for name, term in _OPTIONAL.items())
    + "} ORDER BY ?number ?decision"
)
_WITHDRAWN = f"""
SELECT ?decision ?by ?on WHERE {{
  ?withdrawal a <{SG.Withdrawal}> ; <{SG.withdraws}> ?decision ; <{SG.decidedOn}> ?on .
  OPTIONAL {{ ?withdrawal <{SG.decidedBy}> ?by }}
}} ORDER BY DESC(?on) DESC(?withdrawal)"""


def recorded(store: "Store") -> tuple[Decision, ...]:
    """The decisions in force that a store holds, in the order they were made."""
    return in_force(history(store))


def history(store: "Store") -> tuple[Decision, ...]:
    """Every decision that a store holds, in the order they were made, those that were taken back among them."""
    found = store.query(_QUERY).records()
    withdrawn: dict[str, Withdrawal] = {}
    if found:  # two people may take one back at the same moment: the first of them counts
        for decision, by, on in store.query(_WITHDRAWN).rows:
            withdrawn[str(decision)] = Withdrawal("" if by is None else str(by), date.fromisoformat(str(on)))
    return tuple(_decision(record, withdrawn.get(str(record["decision"]))) for record in found)


def triples(decisions: Iterable[Decision], bases: Mapping[str, str] = MappingProxyType({})) -> Iterator[Triple]:
    """Yield the triples of decisions, in the order given.

    `bases` says what the IRIs of a document's data begin with, by its name, where that is not `ID`.
    """
    for decision in decisions:
        yield from _triples(iris.decision_iri(decision.id), decision, bases.get(decision.target.document, ID))
        yield from withdrawals([decision])


def withdrawals(decisions: Iterable[Decision]) -> Iterator[Triple]:
    """Yield what says of decisions that they were taken back: nothing of those in force."""
    for decision in decisions:
        if decision.withdrawn is not None:
            by, on = decision.withdrawn.by, decision.withdrawn.on.isoformat()
            node = iris.withdrawal_iri(decision.id, by, on)
            yield node, RDF.type, iri(SG.Withdrawal)
            yield node, RDF.type, iri(PROV.Activity)
            yield node, SG.withdraws, iri(iris.decision_iri(decision.id))
            if by:
                yield node, SG.decidedBy, string(by)
            yield node, SG.decidedOn, typed(on, XSD.date)


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


def _decision(record: Mapping[str, "Value"], withdrawn: Withdrawal | None) -> Decision:
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
        withdrawn,
    )

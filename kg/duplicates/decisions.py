"""What people decided about two records: one review or two. Kept in a graph of its own; nothing is ever merged."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.codes import Verdict
from kg.namespaces import CODE, PROV, RDF, SG, XSD
from kg.rdf import iris
from kg.rdf.statements import Triple
from kg.rdf.terms import decimal, iri, string, typed

if TYPE_CHECKING:
    from kg.stores import Store

Pair = tuple[str, str]  # the IRIs of two reviews, sorted

GRAPH = iris.same_reviews_iri()
_QUERY = f"""
SELECT ?one ?other ?verdict ?by ?on ?confidence WHERE {{
  ?decision a <{SG.SameReviewDecision}> ; <{SG.compares}> ?one, ?other ; <{SG.verdict}> ?verdict ;
    <{SG.decidedBy}> ?by ; <{SG.decidedOn}> ?on ; <{SG.confidence}> ?confidence .
  FILTER(STR(?one) < STR(?other))
}} ORDER BY ?one ?other"""


@dataclass(frozen=True, slots=True)
class SameReview:
    """One person's word on two reviews."""

    pair: Pair
    verdict: Verdict  # accept: one review; reject: two
    by: str
    on: date
    confidence: Decimal  # what the comparison gave when it was decided, 0 to 1


def pair_of(one: str, other: str) -> Pair:
    """Two IRIs as a pair, whichever is named first."""
    return (one, other) if one < other else (other, one)


def recorded(store: "Store") -> Mapping[Pair, SameReview]:
    """What was decided, by pair, sorted."""
    rows = store.query(_QUERY).rows
    return {
        (str(one), str(other)): SameReview(
            (str(one), str(other)),
            Verdict(str(verdict).removeprefix(CODE)),
            str(by),
            date.fromisoformat(str(on)),
            Decimal(str(confidence)),
        )
        for one, other, verdict, by, on, confidence in rows
    }


def keep(store: "Store", decisions: Iterable[SameReview]) -> None:
    """Put these decisions in the place of all that the store holds."""
    store.put([(GRAPH, triples(decisions))])


def triples(decisions: Iterable[SameReview]) -> Iterator[Triple]:
    """Yield the triples of decisions, sorted by pair; `sg:sameReviewAs` only where one was accepted."""
    for decision in sorted(decisions, key=lambda each: each.pair):
        yield from _triples(iris.same_review_iri(*decision.pair), decision)


def _triples(node: str, decision: SameReview) -> Iterator[Triple]:
    one, other = decision.pair
    yield node, RDF.type, iri(SG.SameReviewDecision)
    yield node, RDF.type, iri(PROV.Activity)
    yield node, SG.compares, iri(one)
    yield node, SG.compares, iri(other)
    yield node, SG.verdict, iri(iris.code_iri(decision.verdict))
    yield node, SG.decidedBy, string(decision.by)
    yield node, SG.decidedOn, typed(decision.on.isoformat(), XSD.date)
    yield node, SG.confidence, typed(decimal(decision.confidence), XSD.decimal)
    if decision.verdict is Verdict.ACCEPT:
        yield one, SG.sameReviewAs, iri(other)

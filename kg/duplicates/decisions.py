"""What people decided about two records: one review or two. Kept in a graph of its own; nothing is ever merged."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.codes import Verdict
from kg.errors import KGError
from kg.namespaces import CODE, PROV, RDF, SG, XSD
from kg.rdf import iris
from kg.rdf.statements import Triple
from kg.rdf.terms import decimal, iri, string, typed
from kg.stores import Shared

if TYPE_CHECKING:
    from kg.stores import Store

Pair = tuple[str, str]  # the IRIs of two reviews, sorted

_TRIES = 5  # to have the last word about two reviews, while others decide about the same two
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


class DecidedAtOnceError(KGError):
    """Others decide about the same two reviews at the same moment."""


def pair_of(one: str, other: str) -> Pair:
    """Two IRIs as a pair, whichever is named first."""
    return (one, other) if one < other else (other, one)


def recorded(store: "Store") -> Mapping[Pair, SameReview]:
    """What was decided, by pair, sorted."""
    return {decision.pair: decision for decision in _decided(store)}


def keep(store: "Store", pair: Pair, decision: SameReview | None) -> None:
    """Put a decision in the place of what the store holds about two reviews; `None` leaves nothing.

    Nothing that others decide about other reviews meanwhile is touched.

    Raises: DecidedAtOnceError, kg.store.StoreError.
    """
    if isinstance(store, Shared):
        _keep_beside_others(store, pair, decision)
        return
    others = (each for each in _decided(store) if each.pair != pair)
    store.put([(GRAPH, triples((*others, decision) if decision else others))])


def _keep_beside_others(store: Shared, pair: Pair, decision: SameReview | None) -> None:
    node, (one, other) = iris.same_review_iri(*pair), pair
    wanted = [decision] if decision else []
    for _ in range(_TRIES):
        linked = (one, SG.sameReviewAs.value, iri(other))
        gone = [each for each in store.graph(GRAPH) if each[0] == node or each == linked]
        store.exchange(GRAPH, gone, triples(wanted))
        if [each for each in _decided(store) if each.pair == pair] == wanted:
            return
    raise DecidedAtOnceError(
        f"Others decide about {one} and {other} at the same moment: see `kg duplicates --decided`, then decide again."
    )


def _decided(store: "Store") -> list[SameReview]:
    return [
        SameReview(
            (str(one), str(other)),
            Verdict(str(verdict).removeprefix(CODE)),
            str(by),
            date.fromisoformat(str(on)),
            Decimal(str(confidence)),
        )
        for one, other, verdict, by, on, confidence in store.query(_QUERY).rows
    ]


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

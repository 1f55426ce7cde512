"""What `kg duplicates` does with a store: list pairs, list decisions, decide."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.answers import Answer
from kg.codes import Verdict
from kg.duplicates.candidates import LEAST, Candidate, candidates
from kg.duplicates.compare import Likeness, likeness
from kg.duplicates.decisions import Pair, SameReview, keep, pair_of, recorded
from kg.duplicates.told import Told, told
from kg.errors import KGError
from kg.rdf.terms import expand

if TYPE_CHECKING:
    from kg.stores import Store

_CENT = Decimal("0.01")


class NotTwoReviewsError(KGError):
    """What was named are not two reviews of the store."""


class NotDecidedError(KGError):
    """Nothing was decided about these two."""


def listed(store: "Store", least: float = LEAST) -> Answer:
    """The undecided pairs that may be of one review, the surest first, with what agrees and what differs."""
    done = recorded(store)
    open_ = [found for found in candidates(told(store), least) if (found.one.iri, found.other.iri) not in done]
    columns = ("confidence", "review", "document", "other", "other_document", "agree", "differ", "one_id", "other_id")
    return Answer(columns, tuple(_row(candidate) for candidate in open_))


def decided(store: "Store") -> Answer:
    """What people decided, by pair; a review that the store no longer holds has no title."""
    titles = {review.iri: review.title for review in told(store)}
    rows = (
        (
            titles.get(one),
            titles.get(other),
            each.verdict.value,
            each.by,
            each.on.isoformat(),
            each.confidence,
            one,
            other,
        )
        for (one, other), each in recorded(store).items()
    )
    return Answer(("review", "other", "verdict", "by", "on", "confidence", "one_id", "other_id"), tuple(rows))


def decide(store: "Store", one: str, other: str, verdict: Verdict, by: str, on: date) -> SameReview:
    """Keep a person's decision about two reviews, in the place of an earlier one about the same two.

    Raises: NotTwoReviewsError, kg.store.StoreError.
    """
    if not by.strip():
        raise NotTwoReviewsError("A decision needs the name of the person who made it: add --by NAME.")
    first, second = _both(told(store), one, other)
    decision = SameReview(pair_of(first.iri, second.iri), verdict, by.strip(), on, _rounded(likeness(first, second)))
    keep(store, decision.pair, decision)
    return decision


def undo(store: "Store", one: str, other: str) -> Pair:
    """Forget what was decided about two reviews, whether or not the store still holds them.

    Raises: NotDecidedError, kg.store.StoreError.
    """
    pair = pair_of(expand(one), expand(other))
    if pair not in recorded(store):
        raise NotDecidedError(f"Nothing was decided about {one} and {other}: `kg duplicates --decided` lists what was.")
    keep(store, pair, None)
    return pair


def _both(reviews: Sequence[Told], one: str, other: str) -> tuple[Told, Told]:
    held = {review.iri: review for review in reviews}
    for name in (one, other):
        if expand(name) not in held:
            raise NotTwoReviewsError(f"The store has no review {name}: take one_id and other_id from `kg duplicates`.")
    if expand(one) == expand(other):
        raise NotTwoReviewsError(f"{one} is named twice: name two reviews.")
    return held[expand(one)], held[expand(other)]


def _row(found: Candidate) -> tuple[Decimal | str, ...]:
    one, other, like = found.one, found.other, found.likeness
    said = (one.title, one.document, other.title, other.document, like.agree, like.differ, one.iri, other.iri)
    return (_rounded(like), *said)


def _rounded(like: Likeness) -> Decimal:
    return Decimal(repr(like.confidence)).quantize(_CENT)

"""Pairs of records that may be of one review.

Comparing each record with each other is out of the question for thousands. Only records that share a key are weighed:
a number, an address, a rare label, a place with a label, year or age, a date with an age, or some of their wording.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations

from kg.duplicates.compare import Likeness, is_generic, likeness
from kg.duplicates.told import Told

LEAST = 0.5  # confidence
LARGEST = 60  # records that share a key, beyond which the key tells nothing: a phrase of every digest
_SKETCH = 16  # shingles that stand for a record's wording


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two records that may be of one review, the one with the lesser IRI first."""

    one: Told
    other: Told
    likeness: Likeness


def candidates(reviews: Sequence[Told], least: float = LEAST) -> tuple[Candidate, ...]:
    """The pairs with at least this confidence, the surest first."""
    weighed = (Candidate(one, other, likeness(one, other)) for one, other in pairs(reviews))
    found = [candidate for candidate in weighed if candidate.likeness.confidence >= least]
    return tuple(sorted(found, key=lambda each: (-each.likeness.confidence, each.one.iri, each.other.iri)))


def pairs(reviews: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield each pair that shares a key once, sorted."""
    ordered = sorted(reviews, key=lambda review: review.iri)
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, review in enumerate(ordered):
        for key in set(keys(review)):
            blocks[key].append(number)
    shared = {pair for block in blocks.values() if len(block) <= LARGEST for pair in combinations(block, 2)}
    yield from ((ordered[one], ordered[other]) for one, other in sorted(shared))


def keys(review: Told) -> Iterator[Hashable]:
    """Yield what another record of the same review is likely to have too.

    A shingle is a key when its number is among the least of the record: two records that share much of their wording
    then share a key, whatever else they hold. Source: Broder, A. (1997), On the resemblance and containment of
    documents.
    """
    yield from (("identifier", each) for each in review.identifiers)
    yield from (("address", each) for each in review.addresses)
    labels = {label.casefold() for label in review.labels}
    yield from (("label", label) for label in labels if not is_generic(label))
    yield from (("label in year", label, year) for label in labels for year in review.published)
    yield from _of_place(review, labels)
    ages = {round(low) for low, _ in review.ages}
    if review.happened:
        yield from (("date and age", review.happened, age) for age in ages or {-1})
    yield from nsmallest(_SKETCH, review.shingles)


def _of_place(review: Told, labels: Iterable[str]) -> Iterator[Hashable]:
    for place in {place.casefold() for place in review.places}:
        yield from (("place and label", place, label) for label in labels)
        yield from (("place and year", place, year) for year in review.published)
        yield from (("place and age", place, round(low)) for low, _ in review.ages)

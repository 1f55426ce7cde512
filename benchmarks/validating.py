"""Checking a store against checks and shapes, beside one of a quarter of the reviews: time and memory a review.

`python -m benchmarks validating` checks 25 and 100 invented digests already read; with `--full`, 500 and 2,000.
"""

from collections.abc import Iterator

from benchmarks.generator.stores import store_of_digests
from benchmarks.loading import KG, Cost, cost, median_of
from benchmarks.timing import Row, wants_all

MEMORY = 1.5  # times as much for four times the reviews


def rows() -> Iterator[Row]:
    """The cost of a review, and the memory of all of them, in a collection and in one of a quarter of the size."""
    many = 2_000 if wants_all() else 100
    few = many // 4
    small, large = (median_of([_cost(reviews) for _ in range(1 if wants_all() else 3)]) for reviews in (few, many))
    yield Row(f"a review of {many:,}", f"a review of {few:,}", large.cpu / many, small.cpu / few)
    yield Row(f"at most, {many:,} reviews", f"{few:,} reviews", large.memory, small.memory, "MB", MEMORY)


def _cost(reviews: int) -> Cost:
    """What checking a collection takes; some invented harms are both stated and hedged, which is found."""
    return cost(KG, "validate", "--store", str(store_of_digests(reviews)), ends=(0, 1))

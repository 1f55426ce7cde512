"""Counting what every two things share, bit by bit: quick at the size of a national collection."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from kg.graphs.measures import disparity

_PLACES = 12  # so that processors which reckon powers otherwise agree
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def shared(truth: Flags) -> Ints:
    """How many columns are true in each two rows; on the diagonal, in each row."""
    words = _words(truth)
    counts = np.empty((len(truth), len(truth)), dtype=np.int64)
    for row in range(len(truth)):
        counts[row] = np.bitwise_count(words & words[:, row, None]).sum(axis=0, dtype=np.int64)
    return counts


def _words(truth: Flags) -> npt.NDArray[np.uint64]:
    """The flags of each row as bits, 64 in a number; a column for each row."""
    packed = np.packbits(truth, axis=1)
    padded = np.pad(packed, ((0, 0), (0, -packed.shape[1] % 8)))
    return np.ascontiguousarray(np.ascontiguousarray(padded).view(np.uint64).T)


def pairs(counts: Ints) -> Iterator[tuple[int, int, tuple[int, int, int]]]:
    """Every two rows that share something: their numbers, how much they share, and how much each has."""
    each = np.diag(counts)
    ones, others = np.nonzero(np.triu(counts, 1))
    numbers = zip(counts[ones, others].tolist(), each[ones].tolist(), each[others].tolist(), strict=True)
    return zip(ones.tolist(), others.tolist(), numbers, strict=True)


def disparities(counts: Ints) -> list[float]:
    """How likely each of `pairs` is by chance: the less of what its two ends say, to twelve places."""
    between = counts * ~np.eye(len(counts), dtype=np.bool_)
    strengths, degrees = between.sum(axis=1).astype(np.float64), (between > 0).sum(axis=1).astype(np.float64)
    ones, others = np.nonzero(np.triu(between))
    weights = between[ones, others].astype(np.float64)
    said = [disparity(weights, strengths[ends], degrees[ends]) for ends in (ones, others)]
    chances: list[float] = np.minimum(*said).round(_PLACES).tolist()
    return chances

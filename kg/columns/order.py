"""In which order documents come when pieces are merged, and where the rows of each stand in its piece.

Answers are sorted by the names of documents, and in every piece the rows of a document stand together. So a whole is
made of the rows of some documents after those of others, and needs few of them in memory. Where several documents of a
piece share a name, their rows may be mixed: they are a unit.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from kg.columns.arrays import Ints, ints, ranks
from kg.columns.pieces import Piece
from kg.columns.schema import NUMBER, TABLES, TEXT
from kg.columns.streams import ROWS, parts, texts

GONE = -2  # the number of what is left out
VOCABULARY = ("concept", "confidence")  # tables of what documents refer to
_OF: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        table: next((name, kind) for name, kind in kinds.items() if kind not in (TEXT, NUMBER, *VOCABULARY))
        for table, kinds in TABLES.items()
        if table not in (*VOCABULARY, "document")
    }
)  # the column of a table that tells of which document its rows are, and the table to which that refers


class Run(NamedTuple):
    """Units that stand side by side in a piece."""

    piece: int
    first: int
    last: int  # the one after them


class Order:
    """The documents of pieces, sorted by name and IRI."""

    def __init__(self, pieces: Sequence[Piece], gone: Mapping[str, int]) -> None:
        """`gone` gives, for a document that was replaced or removed, the first piece that may tell of it."""
        held = [_documents(piece) for piece in pieces]
        bases = np.cumsum([0, *map(len, held)])
        known = [(*document, at < gone.get(document[1], 0)) for at, some in enumerate(held) for document in some]
        stays = sorted((at for at, document in enumerate(known) if not document[2]), key=known.__getitem__)
        self._numbers = np.full(len(known), GONE, dtype=np.int64)
        self._numbers[stays] = np.arange(len(stays))
        self._bases = bases
        self.ranks = ranks([known[at][0] for at in stays])  # of documents by name, by their new numbers
        self.leaves_out = len(stays) < len(known)
        starts = [_starts(some) for some in held]
        self._bounds = [_bounds(piece, each) for piece, each in zip(pieces, starts, strict=True)]
        named = ((some[at][0], piece, unit) for piece, some in enumerate(held) for unit, at in _each(starts[piece]))
        self._units = sorted(named, key=itemgetter(0))

    def numbers(self, runs: Sequence[Run]) -> Ints:
        """The new numbers of documents, or `GONE`."""
        firsts, bases = self.firsts(runs, "document"), self._bases[[run.piece for run in runs]]
        lasts = firsts + self.lengths(runs, "document")
        return np.concatenate(
            [self._numbers[:0], *(self._numbers[a:b] for a, b in zip(bases + firsts, bases + lasts, strict=True))]
        )

    def firsts(self, runs: Sequence[Run], table: str) -> Ints:
        """Where the rows of a table begin that belong to each run, in its piece."""
        return ints(self._bounds[run.piece][table][run.first] for run in runs)

    def lengths(self, runs: Sequence[Run], table: str) -> Ints:
        """How many rows of a table belong to each run."""
        return ints(self._bounds[run.piece][table][run.last] for run in runs) - self.firsts(runs, table)

    def batches(self) -> Iterator[Sequence[Run]]:
        """Yield all documents, as many at once as have few rows; those of one name together."""
        batch: list[tuple[int, int]] = []
        rows = 0
        for _, same in groupby(self._units, key=itemgetter(0)):
            for _, piece, unit in same:
                batch.append((piece, unit))
                rows += sum(int(bounds[unit + 1] - bounds[unit]) for bounds in self._bounds[piece].values())
            if rows >= ROWS:
                yield _runs(batch)
                batch, rows = [], 0
        if batch:
            yield _runs(batch)


def _documents(piece: Piece) -> list[tuple[str, str]]:
    return list(zip(texts(piece, "document.name"), texts(piece, "document.iri"), strict=True))


def _starts(documents: Sequence[tuple[str, str]]) -> Ints:
    """Where each unit begins, and after the last where the next would."""
    starts = [0, *(at for at, (one, other) in enumerate(pairwise(documents), 1) if one[0] != other[0])]
    return ints([*starts, len(documents)] if documents else [0])


def _each(starts: Ints) -> Iterator[tuple[int, int]]:
    """Each unit of a piece and its first document."""
    return enumerate(starts[:-1].tolist())


def _bounds(piece: Piece, starts: Ints) -> Mapping[str, Ints]:
    """Where the rows of each unit begin, by table, and after the last where the next would."""
    bounds = {"document": starts}
    for table, (column, whole) in _OF.items():
        below = (np.searchsorted(part, bounds[whole]) for part in parts(piece, f"{table}.{column}", ROWS))
        bounds[table] = sum(below, start=np.zeros(len(starts), dtype=np.int64))
    return bounds


def _runs(units: Sequence[tuple[int, int]]) -> Sequence[Run]:
    runs: list[Run] = []
    for piece, unit in sorted(units):
        if runs and runs[-1].piece == piece and runs[-1].last == unit:
            runs[-1] = runs[-1]._replace(last=unit + 1)
        else:
            runs.append(Run(piece, unit, unit + 1))
    return runs

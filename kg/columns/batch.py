"""The rows of some documents, out of the pieces that hold them, as they stand in the whole."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from kg.columns.arrays import Ints
from kg.columns.order import GONE, Order, Run
from kg.columns.pieces import Piece
from kg.columns.schema import ABSENT, NUMBER, TABLES, TEXT

_OF_A_PLACE = "document.rank"  # sorts as the names of documents do
_SORTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "review": ("document", "position"),
        "item": (_OF_A_PLACE, "start"),
        "assignment": (_OF_A_PLACE, "start", "theme"),
        "evidence": (_OF_A_PLACE, "start", "concept", "kind"),
    }
)  # by which columns rows are sorted; those of other tables by all that they refer to


class Batch:
    """Some documents: their tables are to be asked for in the order of the schema, with how many rows are before."""

    def __init__(
        self, pieces: Sequence[Piece], order: Order, runs: Sequence[Run], known: Mapping[str, tuple[Ints, Ints]]
    ) -> None:
        """`known` gives the new numbers of what is in a vocabulary, over all pieces, and where those of each begin."""
        self._pieces = [pieces[run.piece] for run in runs]
        self._at = [run.piece for run in runs]
        self._order = order
        self._runs = runs
        self._known = known
        self._numbers: dict[str, Ints] = {}  # the new number of each row of a table, or `GONE`
        self._first_review = 0
        self._documents: Ints = np.zeros(0, dtype=np.int64)  # of reviews, by their new numbers, from the first on

    def table(self, table: str, before: int) -> tuple[Mapping[str, Ints], Ints]:
        """The columns of a table without its texts, as the pieces hold them, and the rows that stay, sorted."""
        kinds = TABLES[table]
        columns = {name: self._column(table, name, kind) for name, kind in kinds.items() if kind != TEXT}
        references = [columns[name] for name, kind in kinds.items() if kind not in (TEXT, NUMBER)]
        references = references or [self._order.numbers(self._runs)]  # documents refer to nothing
        stays = np.flatnonzero(np.all([column != GONE for column in references], axis=0))
        keys = [self._key(columns, name) for name in _SORTED[table]] if table in _SORTED else references
        rows = stays[np.lexsort([key[stays] for key in reversed(keys)])]
        self._numbers[table] = np.full(len(references[0]), GONE, dtype=np.int64)
        self._numbers[table][rows] = np.arange(before, before + len(rows))
        if table == "review":
            self._first_review, self._documents = before, columns["document"][rows]
        return columns, rows

    def spans(self, table: str, name: str, letters: Ints) -> Ints:
        """Where texts stand in the letters of all pieces, given where those of each piece begin."""
        spans = self._gathered(table, f"{name}.spans", (0, 2))
        bases = np.repeat(letters[self._at], self._order.lengths(self._runs, table))
        return np.where(spans[:, 1:] > 0, spans + bases[:, None], 0)  # an empty text stays at 0

    def _column(self, table: str, name: str, kind: str) -> Ints:
        column = self._gathered(table, name, (0,))
        if kind == NUMBER:
            return column
        numbers, moved = self._referred(kind)
        places = column + np.repeat(moved, self._order.lengths(self._runs, table))
        referred: Ints = np.append(numbers, ABSENT)[np.where(column == ABSENT, -1, places)]  # ABSENT is the last
        return referred

    def _referred(self, table: str) -> tuple[Ints, Ints]:
        """The new numbers of rows, and how far each run's references are from where they stand among those."""
        if table in self._known:
            numbers, bases = self._known[table]
            return numbers, bases[self._at]
        lengths = self._order.lengths(self._runs, table)
        return self._numbers[table], np.cumsum(lengths) - lengths - self._order.firsts(self._runs, table)

    def _gathered(self, table: str, name: str, empty: tuple[int, ...]) -> Ints:
        firsts = self._order.firsts(self._runs, table)
        lasts = firsts + self._order.lengths(self._runs, table)
        places = zip(self._pieces, firsts.tolist(), lasts.tolist(), strict=True)
        found = [piece.part(f"{table}.{name}", first, last) for piece, first, last in places]
        return np.concatenate([np.zeros(empty, dtype=np.int64), *found])

    def _key(self, columns: Mapping[str, Ints], name: str) -> Ints:
        if name != _OF_A_PLACE:
            return columns[name]
        documents = np.append(self._documents, 0)  # rows that are left out may have any
        of = documents[np.maximum(columns["review"] - self._first_review, -1)]
        rank: Ints = np.append(self._order.ranks, 0)[of]
        return rank

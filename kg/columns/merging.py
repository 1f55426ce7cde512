"""Columns of a whole store from those of some documents each, numbered in the order in which answers are sorted.

The rows of some documents are in memory at once, however many there are: docs/decisions/260-merged-by-documents.md.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from kg.answers import Answer
from kg.columns.arrays import Ints, ints
from kg.columns.batch import Batch
from kg.columns.compacting import compact
from kg.columns.errors import NotColumnarError
from kg.columns.order import Order
from kg.columns.pieces import Piece, Whole
from kg.columns.places import of_reviews
from kg.columns.rows import letters, texts
from kg.columns.schema import ABSENT, TABLES, TEXT
from kg.columns.streams import LETTERS, parts
from kg.columns.streams import texts as each_text
from kg.namespaces import PREFIXES

_BOTH = "SELECT ?s ?o {{ ?s <{}> ?o }}"
_OF_DOCUMENTS = list(TABLES)[list(TABLES).index("document") :]

Ask = Callable[[str], Answer]


def merge(pieces: Sequence[Piece], gone: Mapping[str, int], ask: Ask, into: Whole) -> None:
    """Append the columns of all pieces as one; concepts, and which reviews are one, are asked for in SPARQL.

    `gone` gives, for each document that was replaced or removed, the first piece that may tell of it.

    Raises: NotColumnarError.
    """
    merging = _Merging(pieces, Order(pieces, gone), into)
    merging.concepts(ask)
    merging.confidences()
    merging.documents()
    of_reviews(into, ask)


class _Merging:
    """Pieces on their way into one."""

    def __init__(self, pieces: Sequence[Piece], order: Order, into: Whole) -> None:
        self._pieces = pieces
        self._order = order
        self._into = into
        self._known: dict[str, tuple[Ints, Ints]] = {}  # vocabulary -> new numbers over all pieces, where each begins
        self._letters: dict[str, Ints] = {}  # where those of each piece begin
        self._made = dict.fromkeys(_OF_DOCUMENTS, 0)  # rows

    def concepts(self, ask: Ask) -> None:
        """Append what the store says of concepts, sorted by label."""
        labels = _only((str(iri), str(label)) for iri, label in ask(_BOTH.format(_skos("prefLabel"))).rows)
        iris = sorted(labels, key=lambda iri: (labels[iri], iri))  # so that numbers sort as labels do
        place = {iri: number for number, iri in enumerate(iris)}
        self._renumber("concept", "iri", place)
        above = _only(
            (str(iri), str(parent)) for iri, parent in ask(_BOTH.format(_skos("broader"))).rows if iri in place
        )
        themes = {str(iri) for iri, scheme in ask(_BOTH.format(_skos("inScheme"))).rows if scheme == PREFIXES["theme"]}
        self._append_texts("concept.iri", iris)
        self._append_texts("concept.label", [labels[iri] for iri in iris])
        broader = ints(_number(place, above[iri]) if iri in above else ABSENT for iri in iris)
        self._into.append("concept.broader", broader)
        self._into.append("concept.is_theme", ints(iri in themes for iri in iris))

    def confidences(self) -> None:
        """Append how sure what was read can be."""
        known = sorted({text for piece in self._pieces for text in each_text(piece, "confidence.text")})
        self._renumber("confidence", "text", {text: number for number, text in enumerate(known)})
        self._append_texts("confidence.text", known)

    def documents(self) -> None:
        """Append all tables of documents, some documents at a time."""
        self._into.append("document.rank", self._order.ranks)
        for table in _OF_DOCUMENTS:
            self._begin(table)
        for runs in self._order.batches():
            batch = Batch(self._pieces, self._order, runs, self._known)
            for table in _OF_DOCUMENTS:
                self._append(table, batch)
        if self._order.leaves_out:
            for table in _OF_DOCUMENTS:
                for name in texts(TABLES[table]):
                    compact(self._into, f"{table}.{name}")

    def _begin(self, table: str) -> None:
        """Begin the columns of a table, which may have no rows, with all letters of its texts."""
        for name, kind in TABLES[table].items():
            if kind != TEXT:
                self._into.append(f"{table}.{name}", np.zeros(0, dtype=np.int64))
        for name in texts(TABLES[table]):
            column = f"{table}.{name}.letters"
            self._into.append(column, np.zeros(0, dtype=np.uint8))
            for piece in self._pieces:
                for part in parts(piece, column, LETTERS):
                    self._into.append(column, part)
            self._letters[f"{table}.{name}"] = np.cumsum([0, *(piece.many(column) for piece in self._pieces)])
            self._into.append(f"{table}.{name}.spans", np.zeros((0, 2), dtype=np.int64))

    def _append(self, table: str, batch: Batch) -> None:
        columns, rows = batch.table(table, self._made[table])
        self._made[table] += len(rows)
        for name, column in columns.items():
            self._into.append(f"{table}.{name}", column[rows])
        for name in texts(TABLES[table]):
            spans = batch.spans(table, name, self._letters[f"{table}.{name}"])
            self._into.append(f"{table}.{name}.spans", spans[rows])

    def _append_texts(self, name: str, held: Sequence[str]) -> None:
        for column, rows in letters(name, held):
            self._into.append(column, rows)

    def _renumber(self, table: str, column: str, places: Mapping[str, int]) -> None:
        """Number rows of a table that holds each text once, and all of them already."""
        held = [[_number(places, text) for text in each_text(piece, f"{table}.{column}")] for piece in self._pieces]
        self._known[table] = ints(number for some in held for number in some), np.cumsum([0, *map(len, held)])


def _number(places: Mapping[str, int], text: str) -> int:
    if text not in places:
        raise NotColumnarError(f"{text} has no label")
    return places[text]


def _only(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each subject's one value."""
    only: dict[str, str] = {}
    for subject, value in found:
        if only.setdefault(subject, value) != value:
            raise NotColumnarError(f"{subject} has two values where one is expected")
    return only


def _skos(name: str) -> str:
    return PREFIXES["skos"] + name

"""How columns were merged at first, all rows in memory at once: what later ways are compared with."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from kg.answers import Answer
from kg.columns.arrays import Array, Ints, Texts, ints, ranks
from kg.columns.errors import NotColumnarError
from kg.columns.rows import letters
from kg.columns.schema import ABSENT, NUMBER, TABLES, TEXT
from kg.namespaces import PREFIXES, SG

_GONE = -2  # the number of a row that is left out
_BOTH = "SELECT ?s ?o {{ ?s <{}> ?o }}"
_OF_A_PLACE = "document.rank"  # sorts as the names of documents do
_SORTED: Mapping[str, tuple[str, ...]] = {
    "review": ("document", "position"),
    "item": (_OF_A_PLACE, "start"),
    "assignment": (_OF_A_PLACE, "start", "theme"),
    "evidence": (_OF_A_PLACE, "start", "concept", "kind"),
}  # by which columns rows are sorted; those of other tables by all that they refer to

Ask = Callable[[str], Answer]


class Piece(NamedTuple):
    """Columns of some documents, and the graphs of those among them that were replaced or removed since."""

    arrays: Mapping[str, Array]
    gone: Collection[str] = ()


def merged(pieces: Sequence[Piece], ask: Ask) -> Iterator[tuple[str, Array]]:
    """Yield the columns of all pieces as one; concepts, and which reviews are one, are asked for in SPARQL.

    Raises: NotColumnarError.
    """
    whole = _Whole(pieces)
    yield from whole.concepts(ask)
    yield from whole.confidences()
    yield from whole.documents()
    for table in list(TABLES)[list(TABLES).index("review") :]:
        yield from whole.table(table)
    yield from _of_reviews(whole.texts("review.iri"), whole.texts("review.title"), ask)


class _Whole:
    """Pieces on their way into one: the new number of each row of each table, over all pieces."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._numbers: dict[str, Ints] = {}
        self._bases: dict[str, list[int]] = {}  # where the rows of each piece begin
        self._made: dict[str, Array] = {}  # what later tables and sorting need

    def texts(self, name: str) -> list[str]:
        """The texts of a column that is made."""
        return Texts(self._made[f"{name}.letters"], self._made[f"{name}.spans"]).all

    def concepts(self, ask: Ask) -> Iterator[tuple[str, Array]]:
        labels = _only((str(iri), str(label)) for iri, label in ask(_BOTH.format(_skos("prefLabel"))).rows)
        iris = sorted(labels, key=lambda iri: (labels[iri], iri))  # so that numbers sort as labels do
        place = {iri: number for number, iri in enumerate(iris)}
        self._renumber("concept", "iri", place)
        above = _only(
            (str(iri), str(parent)) for iri, parent in ask(_BOTH.format(_skos("broader"))).rows if iri in place
        )
        themes = {str(iri) for iri, scheme in ask(_BOTH.format(_skos("inScheme"))).rows if scheme == PREFIXES["theme"]}
        yield from letters("concept.iri", iris)
        yield from letters("concept.label", [labels[iri] for iri in iris])
        yield "concept.broader", ints(_number(place, above[iri]) if iri in above else ABSENT for iri in iris)
        yield "concept.is_theme", ints(iri in themes for iri in iris)

    def confidences(self) -> Iterator[tuple[str, Array]]:
        known = sorted({text for piece in self._pieces for text in _texts(piece, "confidence.text")})
        self._renumber("confidence", "text", {text: number for number, text in enumerate(known)})
        yield from letters("confidence.text", known)

    def documents(self) -> Iterator[tuple[str, Array]]:
        found = [
            (name, iri, iri in piece.gone)
            for piece in self._pieces
            for name, iri in zip(_texts(piece, "document.name"), _texts(piece, "document.iri"), strict=True)
        ]
        rows = sorted((at for at, document in enumerate(found) if not document[2]), key=found.__getitem__)
        self._count("document", "document.iri.spans")
        self._place("document", ints(rows), len(found))
        self._made["document.rank"] = ranks([found[row][0] for row in rows])
        yield "document.rank", self._made["document.rank"]
        numbers = (name for name, kind in TABLES["document"].items() if kind == NUMBER)
        columns = {name: self._column(f"document.{name}", NUMBER) for name in numbers}
        yield from self._rows("document", columns, ints(rows))

    def table(self, table: str) -> Iterator[tuple[str, Array]]:
        kinds = TABLES[table]
        columns = {name: self._column(f"{table}.{name}", kind) for name, kind in kinds.items() if kind != TEXT}
        references = [columns[name] for name, kind in kinds.items() if kind not in (TEXT, NUMBER)]
        stays = np.flatnonzero(np.all([column != _GONE for column in references], axis=0))
        keys = [self._key(columns, name) for name in _SORTED[table]] if table in _SORTED else references
        rows = stays[np.lexsort([key[stays] for key in reversed(keys)])]
        self._count(table, f"{table}.{next(name for name, kind in kinds.items() if kind != TEXT)}")
        self._place(table, rows, len(references[0]))
        yield from self._rows(table, columns, rows)

    def _rows(self, table: str, columns: Mapping[str, Ints], rows: Ints) -> Iterator[tuple[str, Array]]:
        for name, column in columns.items():
            yield from self._keep(f"{table}.{name}", column[rows])
        for name in (name for name, kind in TABLES[table].items() if kind == TEXT):
            yield from self._text(f"{table}.{name}", rows)

    def _column(self, name: str, kind: str) -> Ints:
        found = [np.asarray(piece.arrays[name], dtype=np.int64) for piece in self._pieces]
        if kind != NUMBER:
            found = [self._referred(kind, at, column) for at, column in enumerate(found)]
        return np.concatenate([np.zeros(0, dtype=np.int64), *found])

    def _referred(self, table: str, piece: int, column: Ints) -> Ints:
        numbers = np.append(self._numbers[table], ABSENT)  # ABSENT is the last
        referred: Ints = numbers[np.where(column == ABSENT, -1, column + self._bases[table][piece])]
        return referred

    def _key(self, columns: Mapping[str, Ints], name: str) -> Ints:
        if name != _OF_A_PLACE:
            return columns[name]
        documents = np.append(self._made["review.document"], 0)  # rows that are left out may have any
        rank: Ints = np.append(self._made["document.rank"], 0)[documents[np.maximum(columns["review"], -1)]]
        return rank

    def _text(self, name: str, rows: Ints) -> Iterator[tuple[str, Array]]:
        pieces = [piece.arrays[f"{name}.letters"] for piece in self._pieces]
        bases = accumulate([0, *map(len, pieces)])
        each = zip(self._pieces, bases, strict=False)  # the last base is where the next piece would begin
        moved = [_moved(piece.arrays[f"{name}.spans"], base) for piece, base in each]
        spans = np.concatenate([np.zeros((0, 2), dtype=np.int64), *moved])
        whole = np.concatenate([np.zeros(0, dtype=np.uint8), *pieces])
        held = spans[rows]
        if any(piece.gone for piece in self._pieces):
            held, whole = _compact(held, whole)
        yield from self._keep(f"{name}.letters", whole)
        yield from self._keep(f"{name}.spans", held)

    def _keep(self, name: str, array: Array) -> Iterator[tuple[str, Array]]:
        if name.startswith(("review.iri", "review.title", "review.document")):
            self._made[name] = array
        yield name, array

    def _renumber(self, table: str, column: str, places: Mapping[str, int]) -> None:
        """Number rows of a table that holds each text once, and all of them already."""
        self._count(table, f"{table}.{column}.spans")
        self._numbers[table] = ints(
            _number(places, text) for piece in self._pieces for text in _texts(piece, f"{table}.{column}")
        )

    def _count(self, table: str, column: str) -> None:
        self._bases[table] = list(accumulate([0, *(len(piece.arrays[column]) for piece in self._pieces)]))

    def _place(self, table: str, rows: Ints, many: int) -> None:
        self._numbers[table] = np.full(many, _GONE, dtype=np.int64)
        self._numbers[table][rows] = np.arange(len(rows))


def _of_reviews(iris: Sequence[str], titles: Sequence[str], ask: Ask) -> Iterator[tuple[str, Array]]:
    """The places of reviews by title, and for each a number that all records of the same review share."""
    if len(set(iris)) != len(iris):
        raise NotColumnarError("two documents tell of one review")
    yield "review.title_rank", ranks(titles)
    yield "review.title_order", _places(list(zip(titles, iris, strict=True)))
    parent: dict[str, str] = {}

    def root(iri: str) -> str:
        while parent.setdefault(iri, iri) != iri:
            iri = parent[iri]
        return iri

    for one, other in ask(_BOTH.format(SG.sameReviewAs)).rows:
        low, high = sorted((root(str(one)), root(str(other))))
        parent[high] = low
    yield "review.first", ranks([root(iri) for iri in iris])


def _moved(spans: Array, base: int) -> Ints:
    moved = np.asarray(spans, dtype=np.int64)
    return np.where(moved[:, 1:] > 0, moved + base, 0)  # an empty text stays at 0


def _compact(spans: Ints, whole: Array) -> tuple[Ints, Array]:
    """The same texts without the letters of others, where those are the greater part."""
    _, firsts, numbers = np.unique(spans[:, 1], return_index=True, return_inverse=True)
    distinct = spans[firsts]
    lengths = distinct[:, 1] - distinct[:, 0]
    if 2 * int(lengths.sum()) >= len(whole):
        return spans, whole
    pieces = [whole[start:end] for start, end in distinct.tolist()]
    ends = np.cumsum(lengths)
    places = np.where(lengths[:, None] > 0, np.stack((ends - lengths, ends), axis=1), 0)
    return places[numbers.ravel()], np.concatenate([np.zeros(0, dtype=np.uint8), *pieces])


def _texts(piece: Piece, name: str) -> list[str]:
    return Texts(piece.arrays[f"{name}.letters"], piece.arrays[f"{name}.spans"]).all


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


def _places(keys: Sequence[tuple[str, str]]) -> Ints:
    """The place of each among all, sorted."""
    places = np.empty(len(keys), dtype=np.int64)
    places[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
    return places


def _skos(name: str) -> str:
    return PREFIXES["skos"] + name

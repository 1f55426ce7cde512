"""Columns by name, and what many questions ask of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np

from kg.answers import Answer, ByColumn, Cells, Value
from kg.columns.arrays import Array, Flags, Ints, Texts, matrix, ranks
from kg.columns.cells import NumberCells, Numbered, TextCells
from kg.columns.errors import NotColumnarError
from kg.columns.schema import ABSENT

Values = Mapping[str, str]  # what a question was given: an IRI for a theme or code, else the text or number as text
Column = Sequence[Value]


class Columns:
    """The columns of a store by name; each is opened when it is first asked for."""

    def __init__(self, arrays: Callable[[str], Array], ask: Callable[[str], Answer]) -> None:
        self.ask = ask  # in SPARQL, what columns do not hold
        self._array = arrays
        self._texts: dict[str, Texts] = {}

    def ints(self, name: str) -> Ints:
        """A column of whole numbers."""
        return np.asarray(self._array(name), dtype=np.int64)

    def links(self, name: str) -> Ints:
        """Pairs of numbers, what belongs to what, as two columns."""
        one, other = name.split("-")
        return np.stack((self.ints(f"{name}.{one}"), self.ints(f"{name}.{other}")), axis=1)

    def texts(self, name: str) -> Texts:
        """A column of texts."""
        if name not in self._texts:
            self._texts[name] = Texts(self._array(f"{name}.letters"), self._array(f"{name}.spans"))
        return self._texts[name]

    @cached_property
    def labels(self) -> list[str]:
        """The label of each concept, by its number; numbers sort as labels do."""
        return self.texts("concept.label").all

    @cached_property
    def broader(self) -> list[int]:
        """The number of the broader concept of each, or `ABSENT`."""
        broader: list[int] = self.ints("concept.broader").tolist()
        return broader

    @cached_property
    def review_count(self) -> int:
        """How many reviews there are."""
        return len(self.ints("review.document"))

    @cached_property
    def items_by_review(self) -> Ints:
        """All items, by the IRI of their review and their place in it."""
        of = ranks(self.texts("review.iri").all)[self.ints("item.review")]
        return np.lexsort((self.ints("item.position"), self.ints("item.asks"), self.ints("item.start"), of))

    @cached_property
    def themes(self) -> Flags:
        """Which review names which concept as its theme."""
        return matrix(self.links("review-theme"), self.review_count, len(self.labels))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {iri: number for number, iri in enumerate(self.texts("concept.iri").all)}

    def concept(self, iri: str) -> int:
        """The number of a concept.

        Raises: NotColumnarError, if the store knows none of this IRI.
        """
        if iri not in self._numbers:
            raise NotColumnarError(f"{iri} is not in the store")
        return self._numbers[iri]

    def above(self, concept: int) -> list[int]:
        """A concept and all that are broader."""
        found = [concept]
        while (broader := self.broader[found[-1]]) != ABSENT and broader not in found:
            found.append(broader)
        return found

    def narrower(self, iri: str) -> Ints:
        """A concept and all that are narrower."""
        wanted = self.concept(iri)
        return np.asarray([each for each in range(len(self.labels)) if wanted in self.above(each)], dtype=np.int64)

    def label(self, numbers: Ints) -> Cells[str]:
        """The labels of concepts."""
        return Numbered(self.labels, numbers)

    def label_or(self, numbers: Ints, otherwise: str | None) -> Cells[str | None]:
        """The labels of concepts; what is said of those that are absent."""
        return Numbered([*self.labels, otherwise], numbers)

    def groups(self, themes: Ints) -> Cells[str | None]:
        """The label of the next broader concept of each."""
        return self.label_or(np.asarray(self.broader, dtype=np.int64)[themes], None)

    def cells(self, name: str, numbers: Ints) -> Cells[str | None]:
        """The texts of a column by their numbers, `None` for `ABSENT`."""
        return TextCells(self.texts(name), numbers)

    def titles(self, reviews: Ints) -> Cells[str | None]:
        """The titles of reviews."""
        return self.cells("review.title", reviews)

    def documents(self, reviews: Ints) -> Cells[str | None]:
        """The name of the document that tells of each review."""
        return self.cells("document.name", self.ints("review.document")[reviews])

    def number_cells(self, name: str, numbers: Ints) -> Cells[int]:
        """The whole numbers of a column."""
        return NumberCells(self.ints(name)[numbers])

    def document_rank(self, reviews: Ints) -> Ints:
        """Where the document of each review stands among documents sorted by name."""
        return self.ints("document.rank")[self.ints("review.document")[reviews]]

    def called(self, name: str) -> Ints:
        """The reviews of this label or title, whatever the case of its letters."""
        wanted = name.lower()
        numbers = [at for at, each in enumerate(self.texts("name.text").all) if each == wanted]
        return np.unique(self.ints("name.review")[numbers])


def table(columns: str, values: Iterable[Column]) -> Answer:
    """An answer of these columns, given one after the other."""
    return Answer(tuple(columns.split()), ByColumn(tuple(values)))

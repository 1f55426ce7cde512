"""An answer to a question: columns and rows of plain values."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

from kg.collector import resting
from kg.errors import KGError

if TYPE_CHECKING:
    import pandas
    import polars

Value = str | int | float | Decimal | bool | None
Row = tuple[Value, ...]
Told = TypeVar("Told")
Held = TypeVar("Held", covariant=True)


class MissingLibraryError(KGError):
    """A library that only this needs is not installed."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed: run `pip install 'safeguarding-kg[{extra}]'`.")


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns, and rows of text, numbers, truth values and `None` for what is unknown; IRIs are text in full.

    A yes-or-no question gives one row with the column `answer`; a question for triples gives `subject`, `predicate`
    and `object`, sorted.
    """

    columns: tuple[str, ...]
    rows: Sequence[Row]

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> list[dict[str, Value]]:
        """One dict a row, from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def texts(self) -> list[tuple[str, ...]]:
        """The rows as text; what is unknown is empty text."""
        return [tuple("" if value is None else str(value) for value in row) for row in self.rows]

    def to_pandas(self) -> "pandas.DataFrame":
        """The answer as a pandas data frame; decimals become floats.

        Raises: MissingLibraryError, if pandas is not installed.
        """
        try:
            import pandas
        except ModuleNotFoundError as error:
            raise MissingLibraryError("pandas", "pandas") from error
        return pandas.DataFrame.from_records(self._plain_rows(), columns=list(self.columns))

    def to_polars(self) -> "polars.DataFrame":
        """The answer as a polars data frame; decimals become floats.

        Raises: MissingLibraryError, if polars is not installed.
        """
        try:
            import polars
        except ModuleNotFoundError as error:
            raise MissingLibraryError("polars", "polars") from error
        rows = self._plain_rows()
        return polars.DataFrame(rows, schema=list(self.columns), orient="row", infer_schema_length=None)

    def _plain_rows(self) -> list[tuple[Any, ...]]:
        return [tuple(float(v) if isinstance(v, Decimal) else v for v in row) for row in self.rows]


class Cells(Sequence[Held]):
    """The values of a column, of which equal ones may be held once, and none made before it is asked for."""

    @abstractmethod
    def told(self, tell: Callable[[Held], Told]) -> Sequence[Told]:
        """What is said of each value; nothing is asked twice of one that is held once."""


class ByColumn(Sequence[Row]):
    """Rows that are held as columns: each is made when it is asked for, and most of a long answer never are."""

    def __init__(self, cells: Sequence[Sequence[Value]]) -> None:
        self.cells = cells

    def __len__(self) -> int:
        return len(self.cells[0])

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> "ByColumn": ...
    def __getitem__(self, at: int | slice) -> "Row | ByColumn":
        if isinstance(at, slice):
            return ByColumn([cells[at] for cells in self.cells])
        return tuple(cells[at] for cells in self.cells)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._all)

    def __eq__(self, other: object) -> bool:
        return self._all == tuple(other) if isinstance(other, tuple | ByColumn) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return repr(self._all)

    @cached_property
    def _all(self) -> tuple[Row, ...]:
        return gathered(zip(*self.cells, strict=True))


def gathered(rows: Iterable[Row]) -> tuple[Row, ...]:
    """All rows, made while the collector of cycles rests."""
    with resting():
        return tuple(rows)

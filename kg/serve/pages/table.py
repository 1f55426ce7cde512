"""A table as a page shows it and as a file holds it: one answer, with addresses behind some of its cells."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kg.answers import Answer, Value

_LONG = 10_000  # from here on a number's digits are grouped: a year never is
Link = Callable[[Sequence[Value]], str | None]


@dataclass(frozen=True, slots=True)
class Table:
    """An answer with a caption that says what is counted and out of how many."""

    name: str
    caption: str
    answer: Answer
    links: Mapping[str, Link] = field(default_factory=dict)  # by column: the address behind a row's cell
    hidden: frozenset[str] = frozenset()  # columns that stand in files only
    bar: str = ""  # the column of counts that is drawn as bars as well
    headings: Mapping[str, str] = field(default_factory=dict)  # where a column's name is no good heading
    most: int = 1_000  # rows that a page shows; a file has all
    file: str = ""  # what a download is called, if not by the table's name
    cut: str = ""  # why the answer is not all there is, in words; empty if it is

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that a page shows."""
        return tuple(column for column in self.answer.columns if column not in self.hidden)

    @property
    def shown(self) -> list[list["Cell"]]:
        """The cells that a page shows, row by row."""
        longest = self._longest()
        return [self._cells(row, longest) for row in self.answer.rows[: self.most]]

    @property
    def left_out(self) -> int:
        """How many rows a page leaves to the file."""
        return max(0, len(self.answer) - self.most)

    def heading(self, column: str) -> str:
        """What a page calls a column."""
        return self.headings.get(column, column.replace("_", " "))

    def _cells(self, row: Sequence[Value], longest: int) -> list["Cell"]:
        named = zip(self.answer.columns, row, strict=True)
        return [
            Cell(
                value,
                self.links[column](row) if column in self.links else None,
                100 * value / longest if column == self.bar and longest and isinstance(value, int) else None,
            )
            for column, value in named
            if column not in self.hidden
        ]

    def _longest(self) -> int:
        if not self.bar:
            return 0
        at = self.answer.columns.index(self.bar)
        return max((value for row in self.answer.rows if isinstance(value := row[at], int)), default=0)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its value, the address behind it, and how long its bar is in hundredths of the longest."""

    value: Value
    link: str | None = None
    bar: float | None = None

    @property
    def text(self) -> str:
        """The value as a page writes it."""
        if self.value is None:
            return ""
        if isinstance(self.value, bool):
            return "yes" if self.value else "no"
        return f"{self.value:,}" if isinstance(self.value, int) and self.value >= _LONG else str(self.value)

    @property
    def is_number(self) -> bool:
        """Whether it stands to the right."""
        return isinstance(self.value, int | float | Decimal) and not isinstance(self.value, bool)


def answer(columns: Iterable[str], rows: Iterable[Sequence[Value]]) -> Answer:
    """An answer from rows of any kind."""
    return Answer(tuple(columns), tuple(tuple(row) for row in rows))

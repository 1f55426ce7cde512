"""The columns of an answer, each value once: what is shown is made of what differs, not of every row."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

import numpy as np

from kg.answers import Cells, Told
from kg.columns.arrays import Ints, Objects, Texts, objects, once
from kg.columns.schema import ABSENT

Held = TypeVar("Held", covariant=True)


class Numbered(Cells[Held]):
    """Values by their numbers; `ABSENT` is the last."""

    def __init__(self, values: Sequence[Held] | Objects, numbers: Ints) -> None:
        self._values = values if isinstance(values, np.ndarray) else objects(values)
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Held: ...
    @overload
    def __getitem__(self, at: slice) -> "Numbered[Held]": ...
    def __getitem__(self, at: int | slice) -> "Held | Numbered[Held]":
        if isinstance(at, slice):
            return Numbered(self._values, self._numbers[at])
        found: Held = self._values[self._numbers[at]]
        return found

    def __iter__(self) -> Iterator[Held]:
        return iter(self._values[self._numbers].tolist())

    def told(self, tell: Callable[[Held], Told]) -> Sequence[Told]:
        """What is said of each value."""
        if len(self._numbers) < len(self._values):
            return [tell(value) for value in self]
        return Numbered([tell(value) for value in self._values], self._numbers)


class TextCells(Cells[str | None]):
    """Texts of a column by their numbers, cut out when they are asked for; `None` for `ABSENT`."""

    def __init__(self, texts: Texts, numbers: Ints) -> None:
        self._texts = texts
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> str | None: ...
    @overload
    def __getitem__(self, at: slice) -> "TextCells": ...
    def __getitem__(self, at: int | slice) -> "str | TextCells | None":
        if isinstance(at, slice):
            return TextCells(self._texts, self._numbers[at])
        return self._texts.some(self._numbers[[at]])[0]

    def __iter__(self) -> Iterator[str | None]:
        return iter(self._texts.some(self._numbers))

    def told(self, tell: Callable[[str | None], Told]) -> Sequence[Told]:
        """What is said of each text."""
        is_there = self._numbers != ABSENT
        distinct, numbers = self._texts.distinct(self._numbers[is_there])
        places = np.full(len(self), ABSENT, dtype=np.int64)
        places[is_there] = numbers
        return Numbered([*map(tell, distinct), tell(None)], places)


class NumberCells(Cells[int]):
    """Whole numbers."""

    def __init__(self, numbers: Ints) -> None:
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> "NumberCells": ...
    def __getitem__(self, at: int | slice) -> "int | NumberCells":
        return NumberCells(self._numbers[at]) if isinstance(at, slice) else int(self._numbers[at])

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers.tolist())

    def told(self, tell: Callable[[int], Told]) -> Sequence[Told]:
        """What is said of each number."""
        least = int(self._numbers.min(initial=0))
        most = int(self._numbers.max(initial=0))
        distinct, places = once(self._numbers - least, most - least + 1)
        return Numbered([tell(number) for number in (distinct + least).tolist()], places)

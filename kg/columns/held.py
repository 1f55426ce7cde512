"""Columns in memory."""

from collections.abc import Iterator, Mapping

import numpy as np

from kg.columns.arrays import Array


class Held:
    """Columns by name, which grow at their ends."""

    def __init__(self, arrays: Mapping[str, Array] | None = None) -> None:
        self._parts: dict[str, list[Array]] = {name: [array] for name, array in (arrays or {}).items()}

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __getitem__(self, name: str) -> Array:
        parts = self._parts[name]
        if len(parts) > 1:
            parts[:] = [np.concatenate(parts)]
        return parts[0]

    def many(self, name: str) -> int:
        """How many rows a column has."""
        return sum(map(len, self._parts[name]))

    def part(self, name: str, first: int, last: int) -> Array:
        """The rows of a column from one to before another."""
        return self[name][first:last]

    def append(self, name: str, rows: Array) -> None:
        """Put rows at the end of a column."""
        self._parts.setdefault(name, []).append(rows)

    def put(self, name: str, first: int, rows: Array) -> None:
        """Put rows in the place of those from the first on."""
        array = self[name].copy()  # what was appended may be another's
        array[first : first + len(rows)] = rows
        self._parts[name] = [array]

    def shorten(self, name: str, many: int) -> None:
        """Leave a column so many rows."""
        self._parts[name] = [self[name][:many]]

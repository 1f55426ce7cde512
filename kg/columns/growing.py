"""Columns as files that grow at their ends, so that what is written need not be in memory."""

import os
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import numpy as np

from kg.columns.arrays import Array


class Growing:
    """Columns in a folder, a file each. None stays open: the engine may have opened nearly as many as there can be."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._columns: dict[str, _Column] = {}
        self._rows: dict[str, int] = {}

    def many(self, name: str) -> int:
        """How many rows a column has."""
        return self._rows[name]

    def part(self, name: str, first: int, last: int) -> Array:
        """The rows of a column from one to before another."""
        column = self._columns[name]
        count, start = (last - first) * column.cells, column.place(first)
        found: Array = np.fromfile(self._file(name), column.dtype, count=count, offset=start)
        return found.reshape(last - first, *column.shape)

    def append(self, name: str, rows: Array) -> None:
        """Write rows at the end of a column, which begins with the first."""
        if name not in self._columns:
            self._begin(name, rows)
        with self._file(name).open("ab") as stream:
            rows.tofile(stream)
        self._rows[name] += len(rows)

    def put(self, name: str, first: int, rows: Array) -> None:
        """Write rows in the place of those from the first on."""
        with self._file(name).open("r+b") as stream:
            stream.seek(self._columns[name].place(first))
            rows.tofile(stream)

    def shorten(self, name: str, many: int) -> None:
        """Leave a column so many rows."""
        os.truncate(self._file(name), self._columns[name].place(many))
        self._rows[name] = many

    def finish(self) -> Mapping[str, int]:
        """Say in each file how many rows it has, and see it on disk; the sizes of all files by their names.

        Raises: OSError.
        """
        return {self._file(name).name: self._finished(name) for name in self._columns}

    def _begin(self, name: str, rows: Array) -> None:
        header = _header(rows.dtype, (0, *rows.shape[1:]))
        self._file(name).write_bytes(header)
        self._columns[name] = _Column(rows.dtype, rows.shape[1:], len(header))
        self._rows[name] = 0

    def _finished(self, name: str) -> int:
        column = self._columns[name]
        with self._file(name).open("r+b") as stream:
            stream.write(_header(column.dtype, (self._rows[name], *column.shape)))
            stream.flush()
            os.fsync(stream.fileno())
            return os.fstat(stream.fileno()).st_size

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.npy"


class Stretch:
    """A part of columns that grow, from so many rows of each to so many: what is appended at once."""

    def __init__(self, columns: Growing, arrays: Mapping[str, Array]) -> None:
        self._columns = columns
        self._spans: dict[str, tuple[int, int]] = {}
        for name, rows in arrays.items():
            columns.append(name, rows)
            self._spans[name] = columns.many(name) - len(rows), len(rows)

    def many(self, name: str) -> int:
        """How many rows a column has."""
        return self._spans[name][1]

    def part(self, name: str, first: int, last: int) -> Array:
        """The rows of a column from one to before another."""
        start = self._spans[name][0]
        return self._columns.part(name, start + first, start + last)


class _Column(NamedTuple):
    """What one row is, and where the first begins in the file."""

    dtype: np.dtype[np.generic]
    shape: tuple[int, ...]
    start: int

    @property
    def cells(self) -> int:
        return int(np.prod(self.shape, dtype=np.int64))

    def place(self, row: int) -> int:
        return self.start + row * self.cells * self.dtype.itemsize


def _header(dtype: np.dtype[np.generic], shape: tuple[int, ...]) -> bytes:
    """What a file that `numpy.save` writes begins with: as long whatever the number of rows is."""
    head = BytesIO()
    told = {"descr": np.lib.format.dtype_to_descr(dtype), "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(head, told)
    return head.getvalue()

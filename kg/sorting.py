"""Lines in order, however many there are: runs that fit in memory are sorted, kept on disk and merged."""

import heapq
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Literal, TextIO

RUN = 64 << 20  # characters; about 150 MB of memory while a run is sorted


def in_order(lines: Iterable[str], run: int = RUN) -> Generator[str, None, None]:
    """Yield distinct lines sorted by code points; each ends in a line end and holds no other.

    What does not fit in one run is written to the folder for temporary files (`TMPDIR`), and removed at the end.
    """
    runs = _runs(lines, run)
    first, second = next(runs, []), next(runs, None)
    if second is None:
        yield from _distinct(first)
        return
    with TemporaryDirectory(prefix="kg-sort-") as folder, ExitStack() as opened:
        files = [_written(Path(folder) / str(n), each) for n, each in enumerate(chain((first, second), runs))]
        del first, second
        yield from _distinct(heapq.merge(*(opened.enter_context(_open(file, "r")) for file in files)))


class Kept:
    """Lines written aside once, to be read as often as needed."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._file = TemporaryFile("w+", encoding="utf-8", newline="\n", prefix="kg-kept-")  # noqa: SIM115 - it stays open, and closes itself
        self._file.writelines(lines)

    def __iter__(self) -> Iterator[str]:
        self._file.seek(0)
        yield from self._file


def _runs(lines: Iterable[str], most: int) -> Iterator[list[str]]:
    """Lines in sorted lists of about so many characters."""
    held: list[str] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= most:
            yield sorted(held)
            held, size = [], 0
    if held:
        yield sorted(held)


def _distinct(lines: Iterable[str]) -> Iterator[str]:
    last = None
    for line in lines:
        if line != last:
            yield line
            last = line


def _written(file: Path, lines: Iterable[str]) -> Path:
    with _open(file, "w") as opened:
        opened.writelines(lines)
    return file


def _open(file: Path, mode: Literal["r", "w"]) -> TextIO:
    return file.open(mode, encoding="utf-8", newline="\n")

"""Lines of a page of a PDF: words, and where they stand. Lengths are in points, from the page's lower left corner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_NARROW = frozenset("ijltfrI.,;:'|!()[]‘’ -/")
_WIDE = frozenset("mwMW%@–—")


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line of one column."""

    text: str
    x: float  # of the first letter
    y: float  # of the base line
    size: float  # of the letters
    width: float

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.x + self.width


Page = tuple[Line, ...]  # in reading order


def estimated_width(text: str, size: float) -> float:
    """About how wide words are in a common typeface, where the engine does not say."""
    narrow = sum(letter in _NARROW for letter in text)
    wide = sum(letter in _WIDE or letter.isupper() for letter in text)
    return size * (0.54 * (len(text) - narrow - wide) + 0.29 * narrow + 0.75 * wide)


def in_reading_order(lines: Sequence[Line]) -> Page:
    """The lines as a person reads them: as drawn, except that columns drawn row by row are read one after the other.

    Rows of a table are left as they are: their left cells do not fill the space to the right ones, as columns do.
    """
    ordered: list[Line] = []
    stretch: list[Line] = []
    for line in lines:
        if stretch and not _goes_down(stretch[-1], line):
            ordered += _columns(stretch)
            stretch = []
        stretch.append(line)
    return (*ordered, *_columns(stretch))


def spacing(lines: Sequence[Line]) -> float:
    """The usual distance from one line down to the next, in sizes of its letters."""
    steps = [
        (above.y - below.y) / above.size
        for above, below in pairwise(lines)
        if 0.3 < (above.y - below.y) / above.size < 4
    ]
    return median(steps) if steps else 0.0


def _goes_down(above: Line, below: Line) -> bool:
    """Whether drawing goes on beside or below, not back to the top of another column."""
    return below.y <= above.y + 0.3 * above.size


def _columns(stretch: Sequence[Line]) -> Iterator[Line]:
    pairs = [(left, right) for left, right in pairwise(stretch) if _are_beside(left, right)]
    if len(pairs) < 3 or median(left.width / (right.x - left.x) for left, right in pairs) < 0.7:
        yield from stretch
        return
    gutter = min(right.x for _, right in pairs)
    waiting: list[Line] = []
    for line in stretch:
        if line.x >= gutter - 1:
            waiting.append(line)
            continue
        if line.right > gutter + 2 * line.size:  # a heading over both columns
            yield from waiting
            waiting = []
        yield line
    yield from waiting


def _are_beside(left: Line, right: Line) -> bool:
    return abs(left.y - right.y) < 0.3 * left.size and right.x > left.x + 0.6 * left.width

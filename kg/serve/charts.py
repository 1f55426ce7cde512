"""Charts as numbers for a template that draws them in SVG: columns over years, and where to put them."""

from collections.abc import Mapping
from dataclasses import dataclass

_STEP, _GAP, _HEIGHT, _FOOT, _HEAD, _SIDE = 34, 10, 120, 22, 18, 4
_MOST = 40  # columns, before they are too thin to tell apart


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it counts, and its place."""

    name: str
    count: int
    part: int  # of the count, drawn in the strong colour
    x: float
    y: float
    height: float
    part_y: float
    part_height: float

    @property
    def middle(self) -> float:
        """Where its name stands."""
        return self.x + (_STEP - _GAP) / 2


@dataclass(frozen=True, slots=True)
class Columns:
    """A chart of columns, in pixels of its own."""

    columns: tuple[Column, ...]
    width: int
    left_out: int = 0  # what is counted of years before those drawn
    height: int = _HEAD + _HEIGHT + _FOOT
    base: int = _HEAD + _HEIGHT
    thickness: int = _STEP - _GAP


def years(counts: Mapping[int, int], parts: Mapping[int, int] | None = None) -> Columns | None:
    """Columns for every year up to the last, forty at most, those without a case too; `None` if there is none.

    `parts` says how much of each count is meant; without it, all of it.
    """
    if not counts:
        return None
    first, last = min(counts), max(counts)
    span = range(max(first, last - _MOST + 1), last + 1)
    most = max(counts.values())
    made = (
        _column(number, str(year), counts.get(year, 0), (parts or counts).get(year, 0), most)
        for number, year in enumerate(span)
    )
    left_out = sum(count for year, count in counts.items() if year not in span)
    return Columns(tuple(made), 2 * _SIDE + len(span) * _STEP - _GAP, left_out)


def _column(number: int, name: str, count: int, part: int, most: int) -> Column:
    height, part_height = (round(_HEIGHT * value / most, 1) for value in (count, part))
    base = _HEAD + _HEIGHT
    return Column(
        name, count, part, _SIDE + number * _STEP, base - height, height, base - part_height, part_height
    )  # fmt: skip

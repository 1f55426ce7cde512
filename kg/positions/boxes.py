"""Marks with their labels as boxes: how big they are, and how to keep them apart.

Widths are estimated from above, since fonts differ between machines; the page squeezes a label that is wider still.
"""

import re
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

LINE = 1.2  # line height, in font sizes
_TOUCHING = 1e-6  # pixels of overlap that are none
GAP = 3  # pixels between a mark and its label
_EMS = {
    **dict.fromkeys("ijlI.,;:'’|! ", 0.33),
    **dict.fromkeys("tfr()[]-/", 0.42),
    **dict.fromkeys("mwMW@%&—…", 0.98),
}  # of DejaVu Sans, the widest of the page's fonts

_BREAKS = re.compile(r"(?<= )|(?<=\w{4}-)(?=\w{4})")  # after a space, or inside a long compound

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands, how big its mark is and where its label goes."""

    x: int
    y: int
    width: int  # of the mark
    height: int
    side: str  # of the label: in, below, right, left; "free" reserves no room: shown where there is room
    lines: tuple[str, ...]
    font: float  # pixels

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The room that the mark and its label take."""
        half_width, half_height = self.width / 2, self.height / 2
        mark = Box(self.x - half_width, self.y - half_height, self.x + half_width, self.y + half_height)
        if self.side in ("in", "free"):
            return (mark,)
        return mark, label_box(self.x, self.y, self.side, (half_width, half_height), label_size(self.lines, self.font))


def label_box(x: float, y: float, side: str, mark: tuple[float, float], label: tuple[float, float]) -> Box:
    """Where a label of this size stands beside a mark of these half sizes."""
    (half_width, half_height), (width, height) = mark, label
    if side == "below":
        return Box(x - width / 2, y + half_height + GAP, x + width / 2, y + half_height + GAP + height)
    left = x + half_width + GAP if side == "right" else x - half_width - GAP - width
    return Box(left, y - height / 2, left + width, y + height / 2)


def text_width(text: str, font: float) -> float:
    """At most how many pixels wide a line is, in any of the page's fonts."""
    return font * sum(_EMS.get(c, 1.0 if ord(c) > 0x2E7F else 0.75 if c.isupper() else 0.62) for c in text)


def label_size(lines: tuple[str, ...], font: float) -> tuple[float, float]:
    """The width and height of a label, in pixels."""
    return max((text_width(line, font) for line in lines), default=0), len(lines) * font * LINE


def wrap(text: str, width: float, font: float, most: int = 3) -> tuple[str, ...]:
    """The text in lines of at most `width` pixels; what `most` lines cannot hold ends in an ellipsis."""
    lines: list[str] = []
    for word in _BREAKS.split(" ".join(text.split())):
        if lines and text_width(lines[-1] + word.rstrip(), font) <= width:
            lines[-1] += word
        else:
            lines.append(word)
    kept = [*lines[: most - 1], "".join(lines[most - 1 :])] if len(lines) > most else lines
    return tuple(_cut(line.rstrip(), width, font) for line in kept)


def _cut(line: str, width: float, font: float) -> str:
    if text_width(line, font) <= width:
        return line
    end = next((n for n in range(len(line), 0, -1) if text_width(line[:n] + "…", font) <= width), 1)
    return line[:end].rstrip() + "…"


def theme_radius(count: int, reviews: int) -> float:
    """The radius of a theme's circle: its area grows with the number of reviews that name it."""
    return 6 + 3.4 * sqrt(count) if reviews <= 40 else 4 + 17 * sqrt(count / reviews)


def apart(homes: Floats, sizes: Floats, rounds: int = 200) -> Floats:
    """Centres near their homes such that boxes of these sizes do not overlap; the homes spread until it works."""
    centres = homes.copy()
    room = (sizes[:, None, :] + sizes[None, :, :]) / 2
    np.einsum("iij->ij", room)[:] = -np.inf  # no box is in its own way
    # Two boxes on the same spot have no direction of their own: the earlier goes left and up.
    order = np.sign(np.arange(len(centres))[:, None] - np.arange(len(centres)))
    while len(centres) > 1:
        for _ in range(rounds):
            push = _push(centres, room, order)
            if not push.any():
                return centres
            centres = centres + push
        centres = (centres - centres.mean(axis=0)) * 1.08 + centres.mean(axis=0)
    return centres


def _push(centres: Floats, room: Floats, order: NDArray[np.int64]) -> Floats:
    """How far each box moves: half of each overlap, along the axis where it is least."""
    between = [np.subtract.outer(along, along) for along in centres.T]
    overlap = [room[:, :, axis] - np.abs(between[axis]) for axis in (0, 1)]
    # Few boxes touch: what follows is reckoned for those alone.
    one, other = np.nonzero((overlap[0] > _TOUCHING) & (overlap[1] > _TOUCHING))
    across, down = (each[one, other] for each in overlap)
    push = np.zeros_like(centres)
    for axis, deep, moved in ((0, across, across <= down), (1, down, across > down)):
        pair = one[moved], other[moved]
        direction = np.where(between[axis][pair] == 0, order[pair], np.sign(between[axis][pair]))
        push[:, axis] = np.bincount(pair[0], direction * (deep[moved] * 0.5 + 0.01), len(centres))
    return push

"""Lines of pages put together: wrapped lines joined, broken words made whole, paragraphs apart, pages remembered."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.read.broken_words import BROKEN, joined_words, known_words
from kg.read.content import Content
from kg.read.lines import Line, Page, estimated_width, spacing

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_ITEM = re.compile(r"(?:[•‣◦·]|\(?(?:\d{1,3}|[a-z])[.)])\s*(?=\S)")
_STOPPED = re.compile(r"[.!?:;)][\"'’”\]]*$")
_WIDER_GAP = 1.25  # of the usual distance between lines
_OTHER_SIZE = 0.12
_SHORT = 0.88  # of the column: a line that ends before, though the next word had fitted in, was ended on purpose
_INDENT = 40.0  # points by which lines of one column may begin further right
_FEW_LINES = 0.05  # of those that begin where a column does may end beyond its edge: headings over both columns

_WRAPPED, _LINE, _PARAGRAPH = " ", "\n", "\n\n"


@dataclass(frozen=True, slots=True)
class _Set:
    """How the document is set."""

    spacing: float  # the usual distance between lines, in sizes of their letters
    edges: dict[int, float]  # where columns end, by where they begin


def put_together(pages: Sequence[Page]) -> Content:
    """The text of pages whose lines are in reading order, and where in it each page begins."""
    numbered = [(number, _cleaned(line)) for number, page in enumerate(pages) for line in page if line.text.strip()]
    lines = [line for _, line in numbered]
    known = known_words(line.text for line in lines)
    setting = _Set(spacing(lines), _edges(lines))
    pieces = [line.text for line in lines]
    gaps = [
        _gap(above, below, setting, is_next_page=first != second)
        for (first, above), (second, below) in pairwise(numbered)
    ]
    for index, gap in enumerate(gaps):
        if gap == _WRAPPED:
            pieces[index], gaps[index] = joined_words(pieces[index], pieces[index + 1], known)
    text = "".join(piece + gap for piece, gap in zip(pieces, [*gaps, "\n"], strict=False))
    return Content(
        text,
        _page_starts(
            len(pages), zip([number for number, _ in numbered], _starts(pieces, gaps), strict=True), len(text)
        ),
    )


def _cleaned(line: Line) -> Line:
    return replace(line, text=" ".join(line.text.translate(_LIGATURES).split()))


def _starts(pieces: Sequence[str], gaps: Sequence[str]) -> Iterator[int]:
    start = 0
    for piece, gap in zip(pieces, [*gaps, ""], strict=True):
        yield start
        start += len(piece) + len(gap)


def _page_starts(count: int, starts: Iterable[tuple[int, int]], end: int) -> tuple[int, ...]:
    """Where each page begins; one without words begins where the next does."""
    first: dict[int, int] = {}
    for number, start in starts:
        first.setdefault(number, start)
    found: list[int] = []
    for number in reversed(range(count)):
        end = first.get(number, end)
        found.append(end)
    found.reverse()
    return (0, *found[1:]) if found else ()


def _edges(lines: Iterable[Line]) -> dict[int, float]:
    """Where the lines that begin in each band of the page end: nearly all of them, so that no heading counts."""
    ends: dict[int, list[float]] = {}
    for line in lines:
        ends.setdefault(_band(line), []).append(line.right)
    return {band: sorted(rights)[-1 - int(_FEW_LINES * len(rights))] for band, rights in ends.items()}


def _band(line: Line) -> int:
    return int(line.x / _INDENT)


def _edge(line: Line, edges: dict[int, float]) -> float:
    """Where the column of a line ends; an indent may put its beginning in the next band."""
    band = _band(line)
    return max(edges.get(near, 0.0) for near in (band - 1, band))


def _gap(above: Line, below: Line, setting: _Set, *, is_next_page: bool) -> str:
    """What stands between two lines: a space where the text goes on, else a line end or an empty line."""
    if BROKEN.search(above.text):
        return _WRAPPED
    down = above.y - below.y
    other_size = abs(above.size - below.size) > _OTHER_SIZE * above.size
    if is_next_page or down < -0.3 * above.size:
        ended = other_size or _STOPPED.search(above.text) or _ITEM.match(below.text) or _is_short(above, below, setting)
        return _PARAGRAPH if ended and not below.text[0].islower() else _WRAPPED
    if abs(down) < 0.3 * above.size:
        return _WRAPPED  # beside it: a cell of a table
    if other_size or down > _WIDER_GAP * setting.spacing * above.size:
        return _PARAGRAPH
    return _LINE if _ITEM.match(below.text) or _is_short(above, below, setting) else _WRAPPED


def _is_short(above: Line, below: Line, setting: _Set) -> bool:
    word = " " + below.text.split()[0]
    room = _SHORT * (_edge(above, setting.edges) - above.x)
    return above.width + estimated_width(word, above.size) < room

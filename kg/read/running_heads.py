"""What stands at the top or bottom of pages and is not of the text: running heads, footers and page numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kg.read.lines import Line, Page

_NUMBER = re.compile(r"(?:page\s*)?[-–|\s]*(?:\d{1,4}|[ivxl]{1,6})[-–|\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_MOST = 4  # lines of a head or a foot
_LEAST_SHARE = 1 / 3  # of the pages: heads of left and right pages may differ, and a first page has none
_TOLERANCE = 4.0  # points that a head may move from page to page

_Key = tuple[str, int]  # words with their digits masked, and about how high on the page they stand


def without_heads(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages without the lines at their tops and bottoms that come back on others, and without their numbers."""
    repeated = _repeated(pages)
    return tuple(_without(page, repeated) for page in pages)


def _repeated(pages: Sequence[Page]) -> frozenset[_Key]:
    counts: Counter[_Key] = Counter()
    for page in pages:
        edge = {key for line in (*_from_top(page)[:_MOST], *_from_top(page)[-_MOST:]) for key in _keys(line)}
        counts.update(edge)
    least = max(2, _LEAST_SHARE * len(pages))
    return frozenset(key for key, count in counts.items() if count >= least)


def _without(page: Page, repeated: frozenset[_Key]) -> Page:
    lines = _from_top(page)
    dropped = {*_heads(lines, repeated), *_heads(lines[::-1], repeated)}
    return tuple(line for line in page if id(line) not in dropped)


def _heads(lines: Iterable[Line], repeated: frozenset[_Key]) -> Iterable[int]:
    """The lines that are heads, from the edge inwards, up to the first that is not."""
    for number, line in enumerate(lines):
        is_number = number < 2 and _NUMBER.fullmatch(line.text.strip())
        if number >= _MOST or not (is_number or repeated.intersection(_keys(line))):
            return
        yield id(line)


def _from_top(page: Page) -> list[Line]:
    return sorted(page, key=lambda line: -line.y)


def _keys(line: Line) -> tuple[_Key, _Key]:
    """Two overlapping bands of height, so that no small move falls between two."""
    words = re.sub(r"\d+", "#", " ".join(line.text.lower().split()))
    return (words, 2 * int(line.y / _TOLERANCE)), (words, 2 * int(line.y / _TOLERANCE + 0.5) + 1)

"""Lists inside an item: "review the form, including: (a) who fills it in; (b) who reads it; and (c) who keeps it"."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator

from kg.extract.agencies.groups import opens_asked
from kg.extract.text.parsed import deferred
from kg.extract.text.separators import BULLET_MARK, COUNTED, SERIES

_BULLET, _LEADING = deferred(rf"\n?{BULLET_MARK}"), deferred(r"[ >]*")
_NUMBER = deferred(r"\d+(?:\.\d+)*|[A-Za-z]+")
_LOOKED_BACK = 300  # characters; no words that only say who is asked are longer
_FURTHEST = 100  # numbers and letters after the first among which the others of its list stand
_FIRST = tuple(series[0] for series in SERIES)
_MAY_BE_FIRST = deferred(rf"[{''.join(_FIRST)}][.)]")


def outside_sub_lists(text: str, start: int, end: int, divided: list[int]) -> list[int]:
    """Those of the places where a list is `divided` that are not between the points of a list inside one item."""
    outside = _outside(divided, list(_sub_lists(text, start, end, divided)))
    return list(_without_sub_bullets(text, start, outside))


def _outside(places: list[int], held: list[tuple[int, int]]) -> list[int]:
    """Those of the places that stand in none of the stretches `held`; both are in the order of the text."""
    found, reached, coming = [], 0, deque(held)
    for at in places:
        while coming and coming[0][0] < at:
            reached = max(reached, coming.popleft()[1])
        if at >= reached:
            found.append(at)
    return found


def _without_sub_bullets(text: str, start: int, divided: list[int]) -> Iterator[int]:
    """The places without bullets set in, or of another sign, below an item that ends in a colon: "- cover in it:"."""
    outermost, head, inside = _indent(text, start), _after_bullet(text, start), False
    sign = _sign(text, start)
    for at in divided:
        other = sign != "" and _sign(text, at) not in (sign, "")
        set_in = text[at] == "\n" and (other or _indent(text, at + 1) > outermost)
        above = text[head:at].rstrip()
        inside = set_in and (inside or (above.endswith(":") and not opens_asked(text, head, at)))
        if not inside:
            yield at
            head = _after_bullet(text, at)


def _after_bullet(text: str, at: int) -> int:
    bullet = _BULLET.match(text, at)
    return bullet.end() if bullet else at


def _sign(text: str, at: int) -> str:
    """The sign that a bullet at a place is; none where it is a number or a letter, which changes from item to item."""
    bullet = _BULLET.match(text, at)
    words = bullet[0].strip(" >\n") if bullet else ""
    return words if words == "o" or (len(words) == 1 and not words.isalnum()) else ""


def mark_of(text: str, at: int) -> str:
    """What mark stands where a stretch begins, and how far it is set in: the same for all items of one list."""
    bullet = _BULLET.match(text, at)
    if bullet is None:
        return ""
    before = text[max(0, at - _FURTHEST) : at].rpartition("\n")[2] if text[at] != "\n" else ""
    line = f"{before}{bullet[0]}".lstrip("\n")
    return f"{len(line) - len(line.lstrip(' >'))} {_NUMBER.sub(_counted, bullet[0].strip())}"


def _counted(number: re.Match[str]) -> str:
    """A number that stands for all with as many parts, or a letter that stands for all."""
    return re.sub(r"\d+", "1", number[0]) if number[0][0].isdigit() else number[0] if number[0] == "o" else "a"


def _indent(text: str, at: int) -> int:
    """How far the mark is set in on the line that holds or begins at `at`."""
    line = _LEADING.match(text, text.rfind("\n", 0, at) + 1)
    return line.end() - line.start() if line else 0


def _sub_lists(text: str, start: int, end: int, divided: list[int]) -> Iterator[tuple[int, int]]:
    """From the first to the last number or letter of each list that opens inside an item and not at its head."""
    found = list(COUNTED.finditer(text, start, end)) if _MAY_BE_FIRST.search(text, start, end) else []
    for index, first in enumerate(found):
        if first["number"] in _FIRST and _stands_inside(text, start, first.start(), divided):
            last = _last(first, found[index + 1 : index + 1 + _FURTHEST])
            if last is not None:
                yield first.start(), last


def _stands_inside(text: str, start: int, at: int, divided: list[int]) -> bool:
    """Whether words of an item stand before the place, and not only who is asked."""
    before = bisect_left(divided, at)
    head = divided[before - 1] + 1 if before else start
    words = text[max(head, at - _LOOKED_BACK) : at].strip(" \n*")
    if words in ("", "and", "or"):
        return False
    return not (at - head < _LOOKED_BACK and opens_asked(text, _after_bullet(text, head), at))


def _last(first: re.Match[str], others: list[re.Match[str]]) -> int | None:
    """Where the last of the numbers stands that count on from the first; `None` if none does."""
    series, last = SERIES[_FIRST.index(first["number"])], None
    expected = 1
    for match in others:
        if match["close"] == first["close"] and match["number"] == series[min(expected, len(series) - 1)]:
            expected, last = expected + 1, match.start()
    return last

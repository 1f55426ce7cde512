"""Lines of pages that are not of the text: "Page 3", and running feet, which come back with another number."""

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.extract.text.parsed import deferred

_SIGNS = ("   ", "Page ", "page ", "PAGE ", "|")  # one stands in every such line
_PAGE = deferred(r"[ |–-]*page \d{1,4}(?: ?(?:of|/) ?\d{1,4})?[ |–-]*", re.IGNORECASE)
_NUMBER_LAST = deferred(r"(?:   |\| ?|[Pp]age )(?P<number>\d{1,4})(?: ?(?:of|/) ?\d{1,4})?\Z")
_NUMBER_FIRST = deferred(r"(?:[Pp]age )?(?P<number>\d{1,4})(?: {3,}| ?\| ?)(?=[^\s\d|])")
_LONGEST, _FEWEST_WORDS = 200, 3
_Line = tuple[int, int, int]  # its number, and where it stands


def without_furniture(level: str) -> str:
    """The text with spaces in the place of the furniture of its pages, sign for sign."""
    if not any(sign in level for sign in _SIGNS):
        return level
    pieces, at = list[str](), 0
    for start, end in sorted(_furniture(level)):
        pieces += (level[at:start], " " * (end - start))
        at = end
    return "".join((*pieces, level[at:]))


def _furniture(level: str) -> Iterator[tuple[int, int]]:
    """The numbers of pages, and lines of the same words whose numbers count on, page by page."""
    running, at = defaultdict[str, list[_Line]](list), 0
    for line in level.split("\n"):
        start, at = at, at + len(line) + 1
        words = line.strip()
        if not words or len(line) > _LONGEST:
            continue
        if words[0] in "Pp|–-" and _PAGE.fullmatch(words):
            yield start, start + len(line)
        elif words[-1].isdecimal() or words[0].isdecimal():
            for same, number in _parted(words):
                running[same].append((number, start, start + len(line)))
    for lines in running.values():
        numbers = [number for number, _, _ in lines]
        if len(lines) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            yield from ((start, end) for _, start, end in lines)


def _parted(words: str) -> Iterator[tuple[str, int]]:
    """A line's words and the number that stands apart before or behind them."""
    last, first = _NUMBER_LAST.search(words), _NUMBER_FIRST.match(words)
    found = last or first
    if found:
        same = " ".join((words[: last.start()] if last else words[found.end() :]).split()).rstrip(" |,–-")
        if len(same.split()) >= _FEWEST_WORDS and same[-1] not in ":=?":
            yield same, int(found["number"])

"""Lines of pages that are not of the text: "Page 3", and running feet, which come back with another number."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.text.parsed import deferred

_SIGNS = ("   ", "Page ", "page ", "PAGE ", "|")  # one stands in every such line, or a number does at its end or head
_NUMBERED = deferred(r"\n(?:(?<= \d\n)|(?<= \d\d\n)|(?<= \d\d\d\n)|(?<=\d \n)|(?= *\d{1,3} {1,2}[^\W\d]))")
_PAGE = deferred(r"[ |–-]*page \d{1,4}(?: ?(?:of|/) ?\d{1,4})?[ |–-]*", re.IGNORECASE)
_NUMBER_LAST = deferred(r"(?:   |\| ?|[Pp]age )(?P<number>\d{1,4})(?: ?(?:of|/) ?\d{1,4})?\Z")
_NUMBER_FIRST = deferred(r"(?:[Pp]age )?(?P<number>\d{1,4})(?: {3,}| ?\| ?)(?=[^\s\d|])")
_MANY = r"(?:(?!series\b)[a-z]+[^\Ws]s|partnership|board|council|scp|l?scb|(?:19|20)\d\d)"
_LOOSELY = deferred(  # where no one thing could be counted: "Learning from reviews 3", but not "Learning from case 3"
    rf"(?P<words>.*\b{_MANY}) {{1,2}}(?P<last>\d{{1,3}})|(?P<first>\d{{1,3}}) {{1,2}}(?P<same>[^\W\d].*[a-z]s)",
    re.IGNORECASE,
)
_LONGEST, _FEWEST_WORDS = 200, 3
_FEWEST_LOOSE, _NEAREST_LOOSE = 3, 100  # feet with a number behind one space, and the characters from one to the next
_Line = tuple[int, int, int]  # its number, and where it stands


def without_furniture(level: str) -> str:
    """The text with spaces in the place of the furniture of its pages, sign for sign."""
    if not any(sign in level for sign in _SIGNS) and not _NUMBERED.search(level):
        return level
    pieces, at = list[str](), 0
    for start, end in sorted(set(_furniture(level))):
        pieces += (level[at:start], " " * (end - start))
        at = end
    return "".join((*pieces, level[at:]))


def _furniture(level: str) -> Iterator[tuple[int, int]]:
    """The numbers of pages, heads right below them, and lines of the same words whose numbers count on."""
    running, at = defaultdict[str, list[_Line]](list), 0
    loose, below = defaultdict[str, list[_Line]](list), defaultdict[str, list[_Line]](list)
    pages, is_below = 0, False
    for line in level.split("\n"):
        start, at = at, at + len(line) + 1
        words = line.strip()
        if is_below and len(words.split()) >= _FEWEST_WORDS and words[-1] not in ":=?":
            below[words].append((pages, start, start + len(line)))
        is_below = False
        if not words or len(line) > _LONGEST:
            continue
        if words[0] in "Pp|–-" and _PAGE.fullmatch(words):
            pages, is_below = pages + 1, True
            yield start, start + len(line)
        elif words[-1].isdecimal() or words[0].isdecimal():
            parted = list(_parted(words))
            for same, number in parted or _loosely_parted(words):
                (running if parted else loose)[same].append((number, start, start + len(line)))
    for lines in below.values():
        if len(lines) > 1 and 2 * len(lines) >= pages:  # the head of the next page
            yield from ((start, end) for _, start, end in lines)
    for lines in running.values():
        if len(lines) > 1 and _count_on(lines):
            yield from ((start, end) for _, start, end in lines)
    for lines in loose.values():
        apart = all(after[1] - before[2] >= _NEAREST_LOOSE for before, after in pairwise(lines))
        if len(lines) >= _FEWEST_LOOSE and apart and _count_on(lines):
            yield from ((start, end) for _, start, end in lines)


def _count_on(lines: list[_Line]) -> bool:
    numbers = [number for number, _, _ in lines]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _parted(words: str) -> Iterator[tuple[str, int]]:
    """A line's words and the number that stands apart before or behind them."""
    last, first = _NUMBER_LAST.search(words), _NUMBER_FIRST.match(words)
    found = last or first
    if found:
        same = " ".join((words[: last.start()] if last else words[found.end() :]).split()).rstrip(" |,–-")
        if len(same.split()) >= _FEWEST_WORDS and same[-1] not in ":=?":
            yield same, int(found["number"])


def _loosely_parted(words: str) -> Iterator[tuple[str, int]]:
    """A line's words and the number that stands behind or before them as another word."""
    found = _LOOSELY.fullmatch(words)
    if found:
        same = " ".join((found["words"] or found["same"]).split())
        if len(same.split()) >= _FEWEST_WORDS:
            yield same, int(found["last"] or found["first"])

"""Lines of pages that are not of the text: "Page 3", and running feet, which come back with another number.

A text that was copied from its pages has them between its paragraphs and in the midst of its sentences.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

_SIGNS = ("   ", "Page ", "page ", "PAGE ", "|")  # one stands in every such line, or a number does at its end or head
_NUMBERED = re.compile(r"\n(?:(?<= \d\n)|(?<= \d\d\n)|(?<= \d\d\d\n)|(?<=\d \n)|(?= *\d{1,3} {1,2}[^\W\d]))")
_PAGE = re.compile(r"[ |–-]*page \d{1,4}(?: ?(?:of|/) ?\d{1,4})?[ |–-]*", re.IGNORECASE)
_NUMBER_LAST = re.compile(r"(?:   |\| ?|[Pp]age )(?P<number>\d{1,4})(?: ?(?:of|/) ?\d{1,4})?\Z")
_NUMBER_FIRST = re.compile(r"(?:[Pp]age )?(?P<number>\d{1,4})(?: {3,}| ?\| ?)(?=[^\s\d|])")
_MANY = r"(?:(?!series\b)[a-z]+[^\Ws]s|partnership|board|council|scp|l?scb|(?:19|20)\d\d)"
_LOOSELY = re.compile(  # where no one thing could be counted: "Learning from reviews 3", but not "Learning from case 3"
    rf"(?P<words>.*\b{_MANY}) {{1,2}}(?P<last>\d{{1,3}})|(?P<first>\d{{1,3}}) {{1,2}}(?P<same>[^\W\d].*[a-z]s)",
    re.IGNORECASE,
)
_LONGEST, _FEWEST_WORDS = 200, 3
_FEWEST_LOOSE = 3  # feet with a number behind one space
_NEAREST = 100  # characters from one of these to the next
_BARE = re.compile(r"^[ –-]*(?P<number>\d{1,4})[ –-]*$", re.MULTILINE)
_SHORTEST_PAGE = 300  # characters from one number that stands alone to the next
_ABOVE, _BELOW = re.compile(r"(?P<words>[^\n]*\S) *\n\s*\Z"), re.compile(r"\s*\n\s*(?P<words>\S[^\n]*)")
_CLOSING = tuple(".!?:;")  # what a sentence or an item ends with
_LETTERS = str.maketrans({"\t": " ", "\f": "\n", "\v": "\n", "\u00a0": " ", "—": "–"})
_UP_TO_A_LINE, _SMALL_LETTER = re.compile(r"\s*[\n\f]"), re.compile(r" *[a-z]")
_Line = tuple[int, int, int]  # its number, and where it stands
_Span = tuple[int, int]


def without_furniture(text: str) -> str:
    """The text without the furniture of its pages; a sentence that it stood in goes on in the next line."""
    pieces, at = list[str](), 0
    for start, end in _joined(text, furniture(text.translate(_LETTERS))):
        goes_on = text[start - 1 : start] not in _CLOSING and _SMALL_LETTER.match(text, end)
        gap = ("\n" if goes_on else "\n\n") if start > 0 and end < len(text) else ""
        pieces += (text[at:start], gap)
        at = end
    return "".join((*pieces, text[at:])) if pieces else text


def furniture(level: str) -> list[_Span]:
    """Where the furniture of a text's pages stands, in order; `level` has no tabs and one kind of dash."""
    signs = any(sign in level for sign in _SIGNS) or _NUMBERED.search(level)
    return sorted({*(_running(level) if signs else ()), *_with_numbers_alone(level)})


def _joined(text: str, lines: Iterable[_Span]) -> Iterator[_Span]:
    """The lines with the white space around them; those that nothing else parts are one."""
    last: _Span | None = None
    for start, end in lines:
        begin = len(text[:start].rstrip()) if last is None else last[1] + len(text[last[1] : start].rstrip())
        blank = _UP_TO_A_LINE.match(text, end)
        reached = blank.end() if blank else end
        if last is not None and begin <= last[1]:
            last = last[0], reached
        else:
            if last is not None:
                yield last
            last = begin, reached
    if last is not None:
        yield last


def _with_numbers_alone(level: str) -> Iterator[_Span]:
    """The numbers of pages that stand on lines of their own, counting on, with the head or foot that each stands by.

    They are furniture where that line comes back, or a sentence goes on around one of them.
    """
    for run in _runs([*_BARE.finditer(level)]):
        above = [_ABOVE.search(level, max(0, one.start() - _LONGEST), one.start()) for one in run]
        below = [_BELOW.match(level, one.end()) for one in run]
        heads = [*_repeated(above), *_repeated(below)]
        inside = all(two.start() - one.end() >= _SHORTEST_PAGE for one, two in pairwise(run)) and any(
            up and down and (up["words"][-1].islower() or up["words"][-1] == ",") and down["words"][0].islower()
            for up, down in zip(above, below, strict=True)
        )
        if heads or inside:
            yield from heads
            yield from (one.span() for one in run)


def _runs(numbers: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The numbers that count on from one to the next, with a page of text between them."""
    run: list[re.Match[str]] = []
    for one in numbers:
        if run and (int(one["number"]) != int(run[-1]["number"]) + 1 or one.start() - run[-1].end() < _NEAREST):
            if len(run) > 1:
                yield run
            run = []
        run.append(one)
    if len(run) > 1:
        yield run


def _repeated(lines: list[re.Match[str] | None]) -> list[_Span]:
    """The lines beside numbers of pages that are the same beside most of them."""
    words = Counter(line["words"].strip() for line in lines if line)
    most, count = words.most_common(1)[0] if words else ("", 0)
    is_head = count > 1 and 2 * count >= len(lines) and len(most.split()) >= _FEWEST_WORDS and most[-1] not in ".;,:=?"
    return [line.span("words") for line in lines if line and line["words"].strip() == most] if is_head else []


def _running(level: str) -> Iterator[_Span]:
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
        apart = all(after[1] - before[2] >= _NEAREST for before, after in pairwise(lines))
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

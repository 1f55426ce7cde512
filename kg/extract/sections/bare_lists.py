"""The learning that no lead-in opens, as in lists of 2012: a line of points, or the last sentences of a story."""

import re

from kg.extract.sections.practice import tells_of_practice
from kg.extract.text.lines import SENTENCE_END
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span

_FINDS = deferred(
    r"[ >]*(?:the|this)\s+(?:review|report|author|panel)\s+(?:found|finds|conclude[sd]|identifie[sd]"
    r"|highlight(?:s|ed)|note[sd])\s+that\b",
    re.IGNORECASE,
)
_LINE_BELOW = deferred(r"(?<=\n)[ >]*[\"'(]?[A-Za-z][^\n]*(?:\n(?!\s*\n)[ >]*[a-z][^\n]*)*")
_FEWEST_MARKS = 2  # semicolons of a list that nothing introduces
_FEWEST = 2  # sentences on practice that are a list


def bare_list(text: str, start: int, end: int) -> Span | None:
    """Where the learning stands in a summary that recommendations follow: below it on a line, or at its end.

    On a line it is one sentence divided by semicolons, or opens with what the review found. At the end of the story it
    is two or more sentences that tell what was wanting in practice, and nothing of the case.
    """
    lines = (match.span() for match in _LINE_BELOW.finditer(text, start, end))
    line = next((line for line in lines if _is_list(text[slice(*line)])), None)
    found = line or _last_sentences(text, start, end)
    return found if found and text[start : found[0]].strip() else None


def last_list(text: str, start: int, end: int) -> Span | None:
    """Where the learning stands in a summary that keywords follow: its last lines, a sentence divided by semicolons."""
    lines = [match.span() for match in _LINE_BELOW.finditer(text, start, end)]
    if not lines or text[lines[-1][1] : end].strip() or not _is_apart(text, start, lines[-1][0]):
        return None
    words = text[slice(*lines[-1])]
    return lines[-1] if ":" not in words and _is_divided(words) else None


def _is_apart(text: str, start: int, line: int) -> bool:
    """Whether a line begins a sentence, behind one that ends."""
    return text[start:line].rstrip().endswith((".", "!", "?")) and text[line : line + 1].isupper()


def _is_list(line: str) -> bool:
    return bool(_FINDS.match(line)) or _is_divided(line)


def _is_divided(line: str) -> bool:
    """Whether a line is one sentence divided by semicolons."""
    return line.count(";") >= _FEWEST_MARKS and not SENTENCE_END.search(line.strip())


def _last_sentences(text: str, start: int, end: int) -> Span | None:
    """The stretch of the last sentences that tell of practice: the first of a summary tells the case."""
    ends = [match.end() for match in SENTENCE_END.finditer(text, start, end)]
    first, count = end, 0
    for at, after in reversed(list(zip(ends, [*ends[1:], end], strict=False))):
        if not tells_of_practice(text[at:after]):
            break
        first, count = at, count + 1
    return (first, end) if count >= _FEWEST else None

"""The learning that no lead-in opens, as in lists of 2012: a line of points, or the last sentences of a story."""

import re

from kg.extract.agency_mentions import mentions
from kg.extract.plain import Span
from kg.extract.wording import flat

_FINDS = re.compile(
    r"[ >]*(?:the|this)\s+(?:review|report|author|panel)\s+(?:found|finds|conclude[sd]|identifie[sd]"
    r"|highlight(?:s|ed)|note[sd])\s+that\b",
    re.IGNORECASE,
)
_LINE_BELOW = re.compile(r"(?<=\n)[ >]*[\"'(]?[A-Za-z][^\n]*(?:\n(?!\s*\n)[ >]*[a-z][^\n]*)*")
_SENTENCE_END = re.compile(r"[.!?][\"')]*\s+(?=[A-Z])")
_PRACTICE = re.compile(  # what a sentence on practice is about, where it names nobody who can be asked
    r"\b(?:clinics?|information|records?|assessments?|referrals?|visits?|plans?|meetings?|conferences?|procedures?|protocols?"
    r"|supervision|nobody|no\s+one|opportunit(?:y|ies)|explanations?|treated\s+as|dealt\s+with)\b",
    re.IGNORECASE,
)
_WANTING = re.compile(  # what was wanting in it
    r"\b(?:not|never|nobody|no\s+one|no|without|nor|little|lack\w*|fail\w*|missed|too\s+\w+|late|delay\w*|only|instead"
    r"|rather\s+than|rel(?:y|ied)|over-?reli\w+|focus\w*|took\s+[\w' ]{1,30}?\bword|accept\w*|assum\w+|treated\s+as"
    r"|dealt\s+with\s+as|unaware|unclear|poor|weak|inconsistent|isolation|drift\w*|overlooked|lost|unchallenged"
    r"|should|need(?:s|ed)?|could\s+have)\b",
    re.IGNORECASE,
)
_CASE = re.compile(  # what happened to people, and no practice
    r"\b(?:convicted|sentenced|charged|arrested|pleaded|acquitted|found\s+guilty|inquest|coroner|aged|-old|born|died"
    r"|post-?mortem|cause\s+of\s+death|prosecut\w+|trial|months?\s+pregnant|weeks?\s+pregnant)\b",
    re.IGNORECASE,
)
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


def _is_list(line: str) -> bool:
    if _FINDS.match(line):
        return True
    return line.count(";") >= _FEWEST_MARKS and not _SENTENCE_END.search(line.strip())


def _last_sentences(text: str, start: int, end: int) -> Span | None:
    """The stretch of the last sentences that tell of practice: the first of a summary tells the case."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    first, count = end, 0
    for at, after in reversed(list(zip(ends, [*ends[1:], end], strict=False))):
        if not _tells_of_practice(text, at, after):
            break
        first, count = at, count + 1
    return (first, end) if count >= _FEWEST else None


def _tells_of_practice(text: str, start: int, end: int) -> bool:
    if _CASE.search(text, start, end) or not _WANTING.search(text, start, end):
        return False
    return bool(_PRACTICE.search(text, start, end) or mentions(flat(text), start, end))

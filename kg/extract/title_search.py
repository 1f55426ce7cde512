"""Labels and kinds of review in a whole document: the patterns are tried only around words that each match holds."""

import re
from collections.abc import Iterator

from kg.extract.title_words import LABELS, PREFIX, REVIEW_TYPE

_BEFORE_CODE = re.compile(r"\w\s+(?=[A-Z\d])")  # what is called by a label, and the label's first letter
_PREFIX = re.compile(rf"{PREFIX}\Z")
_LONGEST_PREFIX = 20  # characters
_REVIEW = re.compile(r"(?i:review)|DHR|DARDR|SUSR|SAR|CMR|CSPR|SCR|CPR")
_BEFORE, _BEHIND = 160, 60  # characters of a kind of review before that word, and looked at behind it


def labels(text: str) -> Iterator[re.Match[str]]:
    """What `LABELS.finditer` yields, sooner."""
    end = 0
    for gap in _BEFORE_CODE.finditer(text):
        name = gap.start() + 1
        prefix = _PREFIX.search(text, max(end, name - _LONGEST_PREFIX), name)
        match = LABELS.match(text, prefix.start()) if prefix else None
        if match:
            end = match.end()
            yield match


def review_types(text: str) -> Iterator[re.Match[str]]:
    """What `REVIEW_TYPE.finditer` yields, sooner."""
    for start, end in _around_reviews(text):
        yield from REVIEW_TYPE.finditer(text, start, end)


def _around_reviews(text: str) -> Iterator[tuple[int, int]]:
    """The stretches around the words of which each kind of review holds one, those that touch as one."""
    start, end = 0, -1
    for word in _REVIEW.finditer(text):
        if word.start() - _BEFORE > end:
            if end >= 0:
                yield start, end
            start = max(0, word.start() - _BEFORE)
        end = word.end() + _BEHIND
    if end >= 0:
        yield start, min(end, len(text))

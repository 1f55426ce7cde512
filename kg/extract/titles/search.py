"""Labels and kinds of review in a whole document: the patterns are tried only around words that each match holds."""

import re
from collections.abc import Iterator

from kg.extract.text.parsed import deferred
from kg.extract.text.rules import Rules
from kg.extract.titles.words import LABELS, ONE, PREFIX, REVIEW_TYPE, SINGULAR

_BEFORE_CODE = deferred(r"\s(?<=\w\s)\s*(?=[A-Z\d])")  # between what is called by a label and its first letter
_PREFIX = deferred(rf"{PREFIX}\Z")
_SHORTEST_PREFIX = 3  # characters
_PREFIX_END = deferred(rf"(?i:{'|'.join(sorted({word[-_SHORTEST_PREFIX:] for word in (*ONE, *SINGULAR.split())}))})")
_LONGEST_PREFIX = 20  # characters
_KIND_ENDS = "(?i:ide|ath|ult|lts|ase|ent|ice|ing|tic|med)"  # the word before "review": "practice", "adults"
_REVIEW = deferred(  # the first letter apart, for it is found soonest
    rf"[rRDSC](?:(?<=[rR])(?i:eview)(?:(?<={_KIND_ENDS}\s.{{6}})|(?<=\s\s.{{6}}))"
    r"|(?<=D)(?:HR|ARDR)|(?<=S)(?:USR|AR|CR)|(?<=C)(?:MR|SPR|PR))"
)
_REVIEW_TYPES = Rules(((REVIEW_TYPE, None),))
_BEFORE, _BEHIND = 160, 60  # characters of a kind of review before that word, and looked at behind it


def label_matches(text: str) -> Iterator[re.Match[str]]:
    """What `LABELS.finditer` yields, sooner."""
    end = 0
    for gap in _BEFORE_CODE.finditer(text):
        name = gap.start()
        if not _PREFIX_END.match(text, max(0, name - _SHORTEST_PREFIX), name):
            continue
        prefix = _PREFIX.search(text, max(end, name - _LONGEST_PREFIX), name)
        match = LABELS.match(text, prefix.start()) if prefix else None
        if match:
            end = match.end()
            yield match


def review_type_matches(text: str) -> Iterator[re.Match[str]]:
    """What `REVIEW_TYPE.finditer` yields, sooner."""
    for start, end in _around_reviews(text):
        yield from (match for match, _ in _REVIEW_TYPES.finditer(text, start, end))


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

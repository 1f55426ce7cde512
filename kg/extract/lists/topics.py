"""Lists in two levels whose upper points only name what the lower are about: "• Sleep" above "o nobody saw the cot"."""

import re
from collections.abc import Sequence

from kg.extract.actions.request_verbs import BASE, opens_with_verb
from kg.extract.lists.sub_lists import mark_of
from kg.extract.parts import SectionKind
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.separators import BULLET_MARK

_FEWEST, _LONGEST = 2, 5  # topics of a list, and words of one
_LEVELS = 2
_BULLET = deferred(rf"\n?{BULLET_MARK}")
_TOPIC = deferred(r"[*]*(?P<first>[A-Z][\w'-]*)[^\n.;!?]*")
_SAYS = deferred(  # what is a point by itself: "Lack of time", "Fathers were absent", "Pets matter"
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|should|must|needs?|will|can|could|would|may|not|never|no"
    r"|nobody|matters?|counts?|lack|absence|failures?|missed|poor|limited|weak\w*|delay\w*|drift|gaps?|insufficient"
    r"|inadequate|inconsistent|importance|impact|value|too|more|better|improve[ds]?)\b|\s[a-z-]+ed\b|\bover-",
    re.IGNORECASE,
)


def topics(text: str, stretches: Sequence[Span], kind: SectionKind) -> frozenset[int]:
    """Where the stretches begin that only name a topic: all that stand out furthest, each with points below it.

    None where one of them says something by itself, or the points below them have several marks.
    """
    outermost = mark_of(text, stretches[0][0])
    if not outermost:
        return frozenset()
    marks = [mark_of(text, start) for start, _ in stretches]
    upper = [index for index, mark in enumerate(marks) if mark == outermost]
    if len(upper) < _FEWEST or len(set(marks)) != _LEVELS or "" in marks:
        return frozenset()
    lower = next(mark for mark in marks if mark != outermost)
    are_above = all(marks[index + 1 : index + 2] == [lower] for index in upper)
    set_in = int(lower.split()[0]) >= int(outermost.split()[0])
    if are_above and set_in and all(_names_a_topic(text, *stretches[index], kind) for index in upper):
        return frozenset(stretches[index][0] for index in upper)
    return frozenset()


def _names_a_topic(text: str, start: int, end: int, kind: SectionKind) -> bool:
    bullet = _BULLET.match(text, start, end)
    words = text[bullet.end() if bullet else start : end].strip()
    topic = _TOPIC.fullmatch(words)
    if topic is None or len(words.split()) > _LONGEST or _SAYS.search(words) or topic["first"].lower() in BASE:
        return False
    return kind is SectionKind.LEARNING or not opens_with_verb(words, 0, len(words))

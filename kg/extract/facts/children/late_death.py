"""A death long after the harm it came of: the child's age, and the date, are those of the harm."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.facts.children.ages import AgeMention, find_ages
from kg.extract.facts.children.child_ages import is_of_a_child
from kg.extract.facts.children.mentions import ADULTS
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.wording import pattern

_INJURY = r"(?:injur\w+|damage|shak\w+|assault\w*|abuse|trauma|burns?|poisoning|attack)"
_LATE = pattern(
    r"(?:deaths?|died|dies)\b[^.;]{0,120}? (?:(?:the|late|later|long-term) )*(?:complications?|effects|consequences"
    rf"|results?|sequelae|legacy) (?:of|from|following|arising from) [^.;]{{0,60}}?{_INJURY}"
    rf"|(?:deaths?|died|dies)\b[^.;]{{0,120}}? {_INJURY}[^.;]{{0,30}}? (?:inflicted|caused|sustained|suffered|received)"
    r"[^.;]{0,60}? (?:years? (?:before|earlier)|when (?:he|she|they) (?:was|were) |as an? (?:baby|infant)|in infancy)"
)
_HURT = pattern(
    r"shaken|shook|inflicted|caused|sustained|suffered|received|injured|assaulted|attacked|beaten|thrown|hurt|abused"
    r"|burn(?:ed|t)|scalded|poisoned"
)
_LOOK_AT = 3  # sentences
_FAR = 90  # characters from the words for the harm to the age
_AT = deferred(
    r"(?:\bwhen +(?:he|she|they) +(?:was|were)|\bat|\bas an? +(?:baby|infant)(?: +of)?|,|\() *$", re.IGNORECASE
)

_ADULT_BESIDE = deferred(rf"{ADULTS.pattern},? *\(?$", re.IGNORECASE)


def age_when_hurt(view: str, spans: Sequence[Span]) -> AgeMention | None:
    """The child's age when they were hurt, where the sentences tell of a death that came of it later."""
    if not any(_LATE.search(view, *span) for span in spans[:_LOOK_AT]):
        return None
    return next((age for _, age in _hurts(view, spans)), None)


def when_hurt(view: str, spans: Sequence[Span]) -> Span | None:
    """Where the words stand from the harm to the child's age at it, between which its date may be."""
    if not any(_LATE.search(view, *span) for span in spans[:_LOOK_AT]):
        return None
    return next(((start, age.end) for start, age in _hurts(view, spans)), None)


def _hurts(view: str, spans: Sequence[Span]) -> Iterator[tuple[int, AgeMention]]:
    """Where each harm is told whose words go on to the age of the child."""
    for start, end in spans[:_LOOK_AT]:
        for hurt in _HURT.finditer(view, start, end):
            for age in find_ages(view, hurt.end(), min(end, hurt.end() + _FAR)):
                between = view[hurt.end() : age.start]
                if is_of_a_child(age) and _AT.search(between) and not _is_of_adult(between):
                    yield hurt.start(), age


def _is_of_adult(between: str) -> bool:
    """Whether an age stands right after a grown-up: "by her father, then 26"."""
    return bool(re.search(r"[;.]", between) or _ADULT_BESIDE.search(between))

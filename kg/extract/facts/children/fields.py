"""What fields below a title say of the only child of a review: "Age at incident: 4 years", "Sex: female"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.facts.children.age_values import exact_age
from kg.extract.parts import Block
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import plain
from kg.model import Age, Child, Sex, Stated, passage

_REACH = 600  # characters below a title in which fields stand
_AGE = deferred(
    r"^[ >*•-]*(?:(?:child's\s+)?age(?:\s+of\s+(?:the\s+)?(?:child|subject))?"
    r"(?:\s+(?:at|when|on)\s+[a-z' ]{3,40})?|child)"
    r"[ *]*:[ *]*"
    r"(?:(?:fe)?male,\s+)?(?P<age>\d[^\n;|(]{2,30}?)(?:\s+old)?[ *.]*(?=\n|\Z|[|;(])",
    re.IGNORECASE | re.MULTILINE,
)
_SEX = deferred(
    r"^[ >*•-]*(?:(?:child's\s+)?(?:sex|gender)(?:\s*/\s*(?:sex|gender))?(?:\s+of\s+(?:the\s+)?child)?|child)"
    r"[ *]*:[ *]*"
    r"(?:(?P<female>female|girl)|(?P<male>male|boy))\b",
    re.IGNORECASE | re.MULTILINE,
)


def with_fields(text: str, block: Block, children: Sequence[Child]) -> tuple[Child, ...]:
    """The children; an only one with the age and sex that fields below the title give."""
    end = min(block.end, block.start + _REACH)
    if len(children) != 1 or children[0].count != 1 or ":" not in text[block.start : end]:
        return tuple(children)
    child, level = children[0], plain(text)
    aged, sexed = _AGE.search(level, block.start, end), _SEX.search(level, block.start, end)
    isos = exact_age(aged["age"]) if aged else []
    iso = isos[0] if len(isos) == 1 else None
    if aged and iso:
        child = replace(child, age=Stated(Age(iso), passage(text, *aged.span("age"))))
    if sexed:
        sex = Sex.FEMALE if sexed["female"] else Sex.MALE
        child = replace(child, sex=Stated(sex, passage(text, *sexed.span(sexed.lastgroup or 0))))
    return (child,)

"""Labels that name a child: a pseudonym or "Child A", but not an adult, a family or a theme."""

import re
from collections.abc import Iterable, Sequence

from kg.extract.facts.numbers import WORDS
from kg.extract.text.parsed import deferred
from kg.extract.titles.words import CODE, ONE
from kg.model import Passage, Stated

_NOT_A_CHILD = deferred(
    r"(?:DHR|DARDR|SAR|MAPPA|Adult|Family|Families|Mr|Mrs|Ms|Mother|Father|Case|Learning|Review|Babies|Children"
    r"|Siblings"
    r"|Young People|Infants|Anonymous|Operation|Investigation|Inquiry|Project)\b",
    re.IGNORECASE,
)
_NAME = deferred(r"[A-Z][a-z][\w'-]+")
_YOUNG = (
    r",?\s+\(?(?:(?:who\s+)?(?:was|is)\s+)?(?:then\s+|only\s+)?(?:aged\s+)?(?:an?\s+)?"
    rf"(?:1[0-7]|[1-9]|{'|'.join(list(WORDS)[:17])})\b(?!\s+(?:weeks|months|years|days|times)\s+(?:pregnant|later"
    rf"|earlier|before|after))"
)
_KIN = r"\b(?:(?:her|his|their|the)\s+)(?:[\w-]+\s+){0,2}?(?:son|daughter|baby|child|toddler),?\s+"
_SEVERAL = deferred(rf"(?i:{'|'.join(ONE)}) (?:{CODE})")
_OF_AN_ADULT = deferred(r"domestic homicide|domestic abuse related death|\b(?:DHR|DARDR)\b", re.IGNORECASE)
_CHILD = deferred(r"(?:Child|Baby|Infant|Toddler|Twin|Young Person|Boy|Girl)\b", re.IGNORECASE)


_AND_ANOTHER = deferred(  # "Ada, Bo and another"
    r"\b(?:and|&)\s+(?:another|(?:one|an)\s*other"
    r"|an?\s+(?:(?:older|younger|third|fourth|further)\s+)?(?:child|sibling))"
    r"(?:\s+(?:child|young\s+person|boy|girl|sibling))?\s*(?=[.:;,(]|$)",
    re.IGNORECASE | re.MULTILINE,
)


def child_labels(labels: Sequence[Stated[str]], title: Passage, summary: str = "") -> tuple[Stated[str], ...]:
    """Those of `labels` that name one child; of an adult's death, also whom the `summary` calls so."""
    adult = _OF_AN_ADULT.search(title.text) is not None
    told = {label.value for label in labels if adult and _told_of(label.value, summary)}
    return tuple(label for label in labels if _names_a_child(label.value, adult=adult and label.value not in told))


def _told_of(name: str, summary: str) -> bool:
    """Whether the words give somebody so called the age of a child, or call them a son or a sister: "Ivo, aged 4"."""
    if not _NAME.fullmatch(name):
        return False
    beside = re.compile(rf"{_KIN}{re.escape(name)}(?!\w)|(?<!\w){re.escape(name)}{_YOUNG}", re.IGNORECASE)
    return beside.search(summary) is not None


def name_several(labels: Iterable[Stated[str]]) -> bool:
    """Whether one label is that of several children: "Siblings S"."""
    return any(_SEVERAL.fullmatch(label.value) for label in labels)


def names_another(title: str) -> bool:
    """Whether a title tells of one child more than it names: "Ada, Bo and another"."""
    return _AND_ANOTHER.search(title) is not None


def _names_a_child(label: str, *, adult: bool) -> bool:
    if adult and not _CHILD.match(label):
        return False
    return not _NOT_A_CHILD.match(label) and not _is_theme(label)


def _is_theme(label: str) -> bool:
    """Whether the label is words about something: "Injuries in infants"."""
    return any(word[:1].islower() for word in label.split())

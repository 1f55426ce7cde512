"""Labels that name a child: a pseudonym or "Child A", but not an adult, a family or a theme."""

import re
from collections.abc import Iterable

from kg.extract.title_words import CODE, ONE
from kg.model import Passage, Stated

_NOT_A_CHILD = re.compile(
    r"(?:DHR|DARDR|SAR|MAPPA|Adult|Family|Families|Mr|Mrs|Ms|Mother|Father|Case|Learning|Review|Babies|Children|Siblings"
    r"|Young People|Infants|Anonymous|Operation|Investigation|Inquiry|Project)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(rf"(?i:{'|'.join(ONE)}) (?:{CODE})")
_OF_AN_ADULT = re.compile(r"domestic homicide|domestic abuse related death|\b(?:DHR|DARDR)\b", re.IGNORECASE)
_CHILD = re.compile(r"(?:Child|Baby|Infant|Toddler|Twin|Young Person|Boy|Girl)\b", re.IGNORECASE)


def child_labels(labels: Iterable[Stated[str]], title: Passage) -> tuple[Stated[str], ...]:
    """Those of `labels` that name one child."""
    adult = _OF_AN_ADULT.search(title.text) is not None
    return tuple(label for label in labels if _names_a_child(label.value, adult=adult))


def name_several(labels: Iterable[Stated[str]]) -> bool:
    """Whether one label is that of several children: "Siblings S"."""
    return any(_SEVERAL.fullmatch(label.value) for label in labels)


def _names_a_child(label: str, *, adult: bool) -> bool:
    if adult and not _CHILD.match(label):
        return False
    return not _NOT_A_CHILD.match(label) and not _is_theme(label)


def _is_theme(label: str) -> bool:
    """Whether the label is words about something: "Injuries in infants"."""
    return any(word[:1].islower() for word in label.split())

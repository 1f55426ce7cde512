"""Labels that name a child: a pseudonym or "Child A", but not an adult, a family or a theme."""

import re
from collections.abc import Iterable

from kg.model import Stated

_NOT_A_CHILD = re.compile(
    r"(?:DHR|SAR|MAPPA|Adult|Family|Families|Mr|Mrs|Ms|Mother|Father|Case|Learning|Review|Babies|Children|Siblings"
    r"|Young People|Infants|Anonymous)\b",
    re.IGNORECASE,
)


def child_labels(labels: Iterable[Stated[str]]) -> tuple[Stated[str], ...]:
    """Those of `labels` that name one child."""
    return tuple(label for label in labels if not _NOT_A_CHILD.match(label.value) and not _is_theme(label.value))


def _is_theme(label: str) -> bool:
    """Whether the label is words about something: "Injuries in infants"."""
    return any(word[:1].islower() for word in label.split())

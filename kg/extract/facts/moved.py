"""Facts read from a stretch of a document alone, moved to where the stretch stands in the document."""

from dataclasses import replace
from typing import TypeVar

from kg.model import Child, Incident, Passage, Stated

T = TypeVar("T")


def moved_child(child: Child, by: int) -> Child:
    """`child` with the words of its sex and age `by` characters further on; its label is read elsewhere."""
    return replace(child, sex=_moved(child.sex, by), age=_moved(child.age, by))


def moved_incident(incident: Incident, by: int) -> Incident:
    """`incident` with all its words `by` characters further on."""
    return Incident(
        outcome=_moved(incident.outcome, by),
        harms=_each(incident.harms, by),
        hedged_harms=_each(incident.hedged_harms, by),
        date=_moved(incident.date, by),
        alleged_perpetrators=_each(incident.alleged_perpetrators, by),
    )


def _each(stated: tuple[Stated[T], ...], by: int) -> tuple[Stated[T], ...]:
    return tuple(
        Stated(one.value, Passage(one.passage.start + by, one.passage.end + by, one.passage.text)) for one in stated
    )


def _moved(stated: Stated[T] | None, by: int) -> Stated[T] | None:
    return _each((stated,), by)[0] if stated else None

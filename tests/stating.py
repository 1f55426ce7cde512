"""Helpers for tests that read facts from one invented sentence or two."""

from kg.extract.facts import incident_facts
from kg.model import Child, Incident, Passage, Stated, passage


def facts(summary: str, *labels: str, title: str = "") -> tuple[tuple[Child, ...], Incident]:
    """The children and the incident read from an invented summary that follows its title."""
    heading = title or " and ".join(labels) or "A review"
    text = f"{heading}\n\n{summary}"
    start = len(heading)
    stated = tuple(Stated(label, passage(text, 0, len(heading))) for label in labels)
    return incident_facts(text, passage(text, start, len(text)), stated, passage(text, 0, start))


def described(children: tuple[Child, ...]) -> list[tuple[str | None, str | None, int]]:
    """Sex, age and count of each child, as codes."""
    return [(c.sex.value.value if c.sex else None, c.age.value.iso if c.age else None, c.count) for c in children]


def passages(children: tuple[Child, ...], incident: Incident) -> list[Passage]:
    """Every passage that the facts rest on."""
    of_children = [f.passage for c in children for f in (c.label, c.sex, c.age) if f is not None]
    several = (*incident.harms, *incident.hedged_harms, *incident.alleged_perpetrators)
    single = [f.passage for f in (incident.outcome, incident.date) if f is not None]
    return of_children + single + [f.passage for f in several]

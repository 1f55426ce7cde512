"""A review's summary -> the children it concerns and the incident it examines, each fact with its words."""

from collections.abc import Sequence

from kg.extract.facts.children.concerned import find_children
from kg.extract.facts.children.labels import child_labels, name_several, names_another
from kg.extract.facts.date_roles import incident_date
from kg.extract.facts.harms.injuries import find_injury
from kg.extract.facts.harms.own_act import are_small
from kg.extract.facts.harms.stated import find_harms
from kg.extract.facts.moved import moved_child, moved_incident
from kg.extract.facts.outcome import find_death, find_outcome
from kg.extract.facts.perpetrators.alleged import find_perpetrators
from kg.model import Child, Harm, Incident, Passage, Stated


def incident_facts(
    text: str, summary: Passage, labels: Sequence[Stated[str]], title: Passage
) -> tuple[tuple[Child, ...], Incident]:
    """The children and the incident that `summary`, a passage of the document's whole `text`, tells of.

    What it does not state is absent. The `title` tells a review of an adult's death, whose labels name no child.
    """
    words = text[summary.start : summary.end]  # alone, so that a review costs no more in a long document
    alone = Passage(0, len(words), summary.text)
    children = find_children(
        words,
        alone,
        child_labels(labels, title, words),
        of_all=name_several(labels),
        another=names_another(title.text),
    )
    incident = _incident(words, alone, small=are_small(children))
    return tuple(moved_child(child, summary.start) for child in children), moved_incident(incident, summary.start)


def _incident(text: str, summary: Passage, *, small: bool) -> Incident:
    death = find_death(text, summary)
    harms, hedged = find_harms(text, summary, fatal=death is not None, small=small)
    outcome = find_outcome(text, summary, death, harms, hedged)
    accused = find_perpetrators(text, summary, {harm.value for harm in (*harms, *hedged)})
    injured = find_injury(text, summary, (*harms, *hedged)) if accused else None
    return Incident(
        outcome=outcome,
        harms=_with(harms, injured),
        hedged_harms=hedged,
        date=incident_date(text, summary),
        alleged_perpetrators=accused,
    )


def _with(harms: Sequence[Stated[Harm]], injured: Stated[Harm] | None) -> tuple[Stated[Harm], ...]:
    return tuple(sorted((*harms, injured), key=lambda harm: harm.value)) if injured else tuple(harms)

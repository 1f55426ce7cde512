"""Injuries that are physical abuse because somebody is accused of them, though no word of the summary says so."""

import re
from collections.abc import Sequence

from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern, sentences, within
from kg.model import Harm, Passage, Stated, passage

# Harms beside which an injury that somebody is accused of is still a harm of its own.
_BESIDE = {Harm.ACCIDENT, Harm.MEDICAL_CAUSE, Harm.UNSAFE_SLEEP}
_INJURY = pattern(
    r"(?:[\w-]+ ){0,2}?(?:injur(?:y|ies)|fractur\w+|bruis\w+|burns|scald\w*|haemorrhages?|wounds?|head trauma"
    r"|bite marks)"
)
_LOOK_AT = 3  # sentences
_OF_CRUELTY = pattern(  # the offence covers neglect too, so it does not say that somebody hurt the child
    r"(?:convicted|guilty|charged|accused|sentenced|jailed)[^.;]{0,60}? child cruelty"
)
_OF_MORE = pattern(
    r"grievous|actual bodily|assault\w*|wounding|inflict\w*|causing|attempted|murder|manslaughter|ill-treat\w+"
)
_OFFENCE = deferred(
    r"\b(?:convicted|guilty|charged|accused|admitted|tried|convictions?|arrested|sentenced|jailed)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)


def find_injury(text: str, summary: Passage, harms: Sequence[Stated[Harm]]) -> Stated[Harm] | None:
    """The first words for an injury in the opening sentences of a summary, as physical abuse.

    None where the summary names a harm that the injury belongs to: one of `harms`, unless it names only an offence; and
    where child cruelty is all that anybody is accused of.
    """
    view = within(text, summary.start, summary.end)
    if any(harm.value not in _BESIDE and not _is_offence(view, harm) for harm in harms):
        return None
    if _OF_CRUELTY.search(view) and not _OF_MORE.search(view):
        return None
    spans = list(sentences(view, summary.start, summary.end))[:_LOOK_AT]
    found = next((match for span in spans for match in _INJURY.finditer(view, *span)), None)
    return Stated(Harm.PHYSICAL_ABUSE, passage(text, *found.span())) if found else None


def _is_offence(view: str, harm: Stated[Harm]) -> bool:
    """Whether murder is only what somebody was tried for."""
    return harm.value is Harm.HOMICIDE and bool(
        _OFFENCE.search(view[max(0, harm.passage.start - 100) : harm.passage.start])
    )

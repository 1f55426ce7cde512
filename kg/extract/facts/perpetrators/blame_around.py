"""Words that blame somebody who stands between them: "found X guilty", "it was X who had shaken her"."""

import re

from kg.extract.facts.perpetrators.blame_words import ACT, DET
from kg.extract.facts.perpetrators.people import Person
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern, spaced

_FOUND = deferred(rf"\bfound +{spaced(DET)}$", re.IGNORECASE)
GUILTY = pattern(" guilty")
_FRAMES = (
    (_FOUND, GUILTY),
    (
        deferred(rf"\bit +(?:was|had +been) +{spaced(DET)}$", re.IGNORECASE),
        pattern(
            rf" who (?:had |must have |may have )?(?:{ACT}|given (?:it|him|her|them)|done (?:it|this))"
            r"| (?:whom |that |who )?(?:he|she|they) (?:had )?(?:named|accused|blamed|identified)"
        ),
    ),
    (
        deferred(
            r"\b(?:injur\w+|burns?|bruis\w+|fractures?|marks|symptoms|illness\w*|fits|seizures|conditions?|allerg\w+)"
            rf"(?: +\w+)? +(?:that|which) +{spaced(DET)}$",
            re.IGNORECASE,
        ),
        pattern(" (?:had |has )?(?:made up|invented|fabricated|induced|exaggerated|caused|inflicted|feigned)"),
    ),
)


def told_around(view: str, before: str, person: Person, end: int) -> int | None:
    """Where words end that blame together with those before: "found X guilty", "it was X who had shaken"."""
    for opens, goes_on in _FRAMES:
        said = goes_on.match(view, person.end, end) if opens.search(before) else None
        if said:
            return said.end()
    return None

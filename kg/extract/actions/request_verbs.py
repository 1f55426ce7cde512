"""The verbs that open a request: "train staff", "training staff"."""

import re

from kg.extract.actions.verbs import VERBS
from kg.extract.text.lemmas import lemma
from kg.extract.text.parsed import deferred

_REQUEST = deferred(r"[\s,]*(?:and\s+)?(?P<verb>[a-z]+(?:-[a-z]+)?)\s", re.IGNORECASE)
BASE = frozenset({*VERBS, "ensure", "provide", "make", "keep", "offer", "give", "send", "hold", "use", "work", "find"})


def opens_with_verb(text: str, start: int, end: int) -> bool:
    """Whether a verb that asks for something opens a part of a list: "train staff", "training staff"."""
    verb = _REQUEST.match(text, start, end)
    return verb is not None and bool({verb["verb"].lower(), lemma(verb["verb"])} & BASE)

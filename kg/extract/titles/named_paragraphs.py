"""Names that open paragraphs each of which tells of one review: "Mia. A serious case review from 2017 about a girl"."""

import re
from collections.abc import Iterator

from kg.extract.parts import Layout
from kg.extract.text.parsed import deferred
from kg.extract.titles.listed_dates import ON
from kg.extract.titles.places import TitlePlace
from kg.extract.titles.words import REVIEW_TYPE, title_end

_NAMED = deferred(  # each paragraph once: blank lines part them
    r"(?:\A|(?<=\n\n))[ >#*]*(?P<words>['\"]?[A-Z][^\n.:;!?]{1,60})(?P<stop>\.)[ *]*\n?[ ]*(?=[A-Z])"
)
_SAID_OF_ALL = deferred(  # before the first of them: "Each paragraph below is a short account of one published review"
    r"\b(?:each|every)\s+(?:of\s+the\s+)?(?:paragraphs?|entr(?:y|ies)|names?|accounts?|notes?)\s[^.]{0,120}?"
    r"\b(?:one|a|of\s+its\s+own)\b[^.]{0,40}?\breview\b",
    re.IGNORECASE,
)
_SAID_OF_ONE = deferred(  # by the paragraph itself, in its first words
    rf"\s*(?:(?:In|From|This\s+is|The\s+subject\s+of)\s+)?(?:[Aa]n?|[Tt]his)\s+(?:[a-z-]+\s+){{0,2}}?"
    rf"(?:{REVIEW_TYPE.pattern})\s+(?:from|published|of|into|about|on|concerning|tells"
    r"|looks|examines|considers|following|after|by|which)\b"
)
SAID_WHEN = deferred(  # what the first words of such a paragraph say of its publication
    rf"\s*(?:(?:In|From|This\s+is)\s+)?an?\s+[^.,;]{{5,80}}?\breview,?\s+"
    rf"(?:from|published\s+(?:in|on)|of)\s+(?P<when>{ON})\b",
    re.IGNORECASE,
)
CAME_OUT = deferred(rf"\b(?:it|(?:this|the)\s+re(?:view|port))\s+came\s+out\s+in\s+(?P<when>{ON})\b", re.IGNORECASE)


def named_paragraphs(text: str) -> Iterator[TitlePlace]:
    """The names with which paragraphs open that are reviews, as the page says of all or a paragraph of itself."""
    of_all: bool | None = None
    for match in _NAMED.finditer(text) if "review" in text else ():
        words = match["words"]
        if title_end(words) != len(words) or REVIEW_TYPE.search(words):
            continue
        if of_all is None:
            of_all = _SAID_OF_ALL.search(text, 0, match.start()) is not None
        if of_all or _SAID_OF_ONE.match(text, match.end()):
            yield TitlePlace(Layout.LABELLED, match.start(), match.span("words"), match.end("stop"))

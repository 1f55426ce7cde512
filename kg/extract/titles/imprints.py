"""Lines that say who published a report and when, and nothing of a child: "Weir SCP – June 2022", "Anonymous"."""

import re

from kg.extract.text.parsed import deferred
from kg.extract.titles.listed_dates import ON, SEASON

_BODY = (
    r"(?:(?:local|regional|area|county|city|borough|joint)\s+)*"
    r"(?:safeguarding\s+(?:(?:child(?:ren)?(?:'?s)?|adults?|young\s+people|families)(?:(?:,|\s+and|\s+&)\s+)?\s*)+"
    r"|(?:child(?:ren)?(?:'?s)?|adults?)\s+safeguarding\s+|safeguarding\s+"
    r"|(?:public|child|adult)\s+(?:support\s+and\s+)?protection\s+)"
    r"(?:partnership|board|panel|committee|executive)"
)
INITIALS = r"L?SC[BP]|CSCP|RSB|CPC"  # of boards and partnerships, in capitals
_WORD = r"(?:(?-i:[A-Z])[\w'.-]*|and|of|upon|on|in|the|&)"
_AREA = rf"{_WORD}(?:,?\s+{_WORD}){{0,7}}?"
_BOARD = (
    rf"(?:{_AREA}\s+)?(?:{_BODY}|(?-i:{INITIALS}|[A-Z]{{1,4}}SC[BP]))(?:\s+\((?-i:[A-Z]{{2,8}})\))?"
    rf"(?:\s+(?:for|of|in)\s+{_AREA})?"
)
_HIDDEN = (
    r"anonym(?:ous|ised)(?:\s+(?:area|board|partnership|lscb|lscp|author))?|(?:NSPCC\s+)?on\s+behalf\s+of\s+(?:an?\s+)?"
    r"(?:unnamed|anonymous)\s+\w+|(?:an?\s+)?(?:unnamed|unidentified)\s+(?:area|board|partnership|lscb|lscp"
    r"|local\s+authority)"
    r"|(?:(?:area|board|partnership|lscb|local\s+authority)\s+)?(?:not\s+(?:named|disclosed|stated)|withheld)"
)
_DATE = rf"(?:published\s+(?:(?:on|in)\s+)?)?(?:{SEASON}|{ON}|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d)"
_BY = r"(?:(?:published|commissioned|produced|issued|prepared)\s+by\s+|(?:report\s+)?(?:by|for)\s+)?(?:the\s+)?"
_WHO = rf"{_BY}(?:{_BOARD}|{_HIDDEN})"
_SEPARATOR = r"(?:\s*[,|;·(–]\s*|\s+-\s+|\s+)"
_IMPRINT = deferred(
    rf"\(?(?:{_DATE}{_SEPARATOR})?{_WHO}(?:{_SEPARATOR}(?:{_DATE}|{_WHO})){{0,2}}\)?\.?|\(?{_DATE}\)?", re.IGNORECASE
)
_MAY_BE = deferred(  # found soon in most lines that are one
    r"(?i:afeguard|rotection|anonym|named|stated|disclosed|withheld)|SC[BP]\b|RSB\b|CPC\b|(?:19|20)\d\d\)?\Z"
)
_ENDS = ("oard", "OARD", "artnership", "ARTNERSHIP", "ommittee", "OMMITTEE", "SCB", "SCP", ")", *"0123456789")
_MOST_LINES = 4
_LONGEST = 140  # characters


def is_imprint(words: str) -> bool:
    """Whether words are a board, those that hide one, or a date, or two of these, and no more."""
    return len(words) <= _LONGEST and bool(_MAY_BE.search(words) and _IMPRINT.fullmatch(words))


def without_imprint(text: str, start: int, end: int) -> int:
    """The end of a paragraph without the lines of its imprint; that of its first line is the least."""
    while (line := text.rfind("\n", start, end)) > start and is_imprint(text[line:end].strip(" \n#>*")):
        end = start + len(text[start:line].rstrip(" \n#>*"))
    return end


def below_imprint(text: str, start: int) -> bool:
    """Whether the lines of a paragraph above the one that begins at `start` are an imprint, as on a cover."""
    for _ in range(_MOST_LINES):
        if not start or text[start - 1] != "\n" or not text.endswith(_ENDS, max(0, start - _LONGEST), start - 1):
            return False
        line = text.rfind("\n", max(0, start - 1 - _LONGEST), start - 1) + 1
        if not is_imprint(text[line : start - 1].strip(" #>*")):
            return False
        start = line
        if not text[max(0, start - 2) : start].strip("\n"):
            return True
    return False

"""A child told by whose brother or sister it is, where that child was named before: "; Bo, her 5-year-old brother,"."""

import re

from kg.extract.facts.children.ages import AgeMention, find_ages
from kg.extract.facts.numbers import NUMBER
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.wording import spaced

_KIN = deferred(
    r",? *\(?(?P<whose>his|her|their) +(?:(?:younger|older|elder|little|big|baby|twin|full|maternal|paternal"
    r"|[\w-]+-old) +){0,2}(?:half-|step-?)?(?P<sex>(?P<male>brother)|sister)\b"
    r"(?:(?: +(?:of|aged)|,? *\(|,(?: +(?:then|aged|who +was))?) *"
    rf"(?P<age>{spaced(NUMBER)}(?: +(?:weeks|months|years))?)(?: +old)?\)?)?"
    r"(?= *[,.;)]| +(?:when|at)\b)(?! *, +and +(?:an?|the|his|her|their)\b)",
    re.IGNORECASE,
)
_OPENS = deferred(r"(?:[.;:]|(?:[;,] *|\b)(?:and|while|but)|\A) *\Z", re.IGNORECASE)
_HE = deferred(r"\b(?:boys?|brothers?|sons?|he|his|him|male|half-brothers?)\b", re.IGNORECASE)
_SHE = deferred(r"\b(?:girls?|sisters?|daughters?|she|her|female|half-sisters?)\b", re.IGNORECASE)
_REACH = 600  # characters looked back at


def apposed_kin(view: str, start: int | None, mention: Span, end: int) -> re.Match[str] | None:
    """The words behind a name that opens a clause, which say whose brother or sister it is of those told `start` on.

    "Una, her brother, and Bo" at the very beginning are three; so are they where nobody before can be "her".
    """
    if start is None or start >= mention[0]:
        return None
    first = max(start, mention[0] - _REACH)
    kin = _KIN.match(view, mention[1], end)
    if kin is None or not _OPENS.search(view[first : mention[0]]):
        return None
    whose = kin["whose"].lower()
    own, others = (_HE, _SHE) if whose == "his" else (_SHE, _HE)
    told = own.search(view, first, mention[0]) or not others.search(view, first, mention[0])
    return kin if told or whose == "their" else None


def age_of_kin(kin: re.Match[str]) -> AgeMention | None:
    """The age that such words tell: "her brother of 5", "his 5-year-old sister"."""
    if kin["age"]:
        said = find_ages(f"aged {kin['age']}")
        return AgeMention(said[0].ages, *kin.span("age")) if said else None
    ages = [one for one in find_ages(kin.string, *kin.span()) if len(one.ages) == 1]
    return ages[0] if len(ages) == 1 else None

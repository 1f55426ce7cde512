"""Whether words tell of practice and of what was wanting in it, and nothing of the case."""

import re

from kg.extract.agencies.mentions import mentions
from kg.extract.sections.item_forms import OUGHT
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import flat

_PRACTICE = deferred(  # what a sentence on practice is about, where it names nobody who can be asked
    r"\b(?:clinics?|information|records?|assessments?|referrals?|visits?|plans?|meetings?|conferences?|procedures?"
    r"|protocols?"
    r"|supervision|nobody|no\s+one|opportunit(?:y|ies)|explanations?|treated\s+as|dealt\s+with)\b",
    re.IGNORECASE,
)
_WANTING = deferred(  # what was wanting in it
    r"\b(?:not|never|nobody|no\s+one|no|without|nor|little|lack\w*|fail\w*|missed|too\s+\w+|late|delay\w*|only|instead"
    r"|rather\s+than|rel(?:y|ied)|over-?reli\w+|focus\w*|took\s+[\w' ]{1,30}?\bword|accept\w*|assum\w+|treated\s+as"
    r"|dealt\s+with\s+as|unaware|unclear|poor|weak|inconsistent|isolation|drift\w*|overlooked|lost|unchallenged"
    r"|should|need(?:s|ed)?|could\s+have)\b",
    re.IGNORECASE,
)
_CASE = deferred(  # what happened to people, and no practice
    r"\b(?:convicted|sentenced|charged|arrested|pleaded|acquitted|found\s+guilty|inquest|coroner|aged|-old|born|died"
    r"|post-?mortem|cause\s+of\s+death|prosecut\w+|trial|months?\s+pregnant|weeks?\s+pregnant)\b",
    re.IGNORECASE,
)
_DONE_SINCE = deferred(
    r"[\s*]*(?:(?i:since)\b(?!\s+(?:\w+\s+){0,6}?should\b)"
    r"|(?:(?!(?:that|who|which|where|if|when|should|must|to)\b)[\w'-]+\s+){1,7}?(?:has|have)\s+(?:since|already)\b)"
)


def tells_what_was_done(words: str) -> bool:
    """Whether a sentence tells what somebody has done since: "Agencies have already acted on this"."""
    return bool(_DONE_SINCE.match(words)) and not OUGHT.search(words)


def tells_of_practice(words: str) -> bool:
    """Whether a sentence or a part of a list says what was wanting in the work of services."""
    if _CASE.search(words) or not _WANTING.search(words):
        return False
    return bool(_PRACTICE.search(words) or mentions(flat(words), 0, len(words)))

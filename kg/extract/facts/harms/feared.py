"""Harm that a summary tells only as a fear, a report or an allegation, and what was alleged and taken back."""

import re

from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern

_NEAR = 200  # characters before a harm
_BEHIND = 400  # characters behind it in which it may be taken back
_FAR = 2_000  # characters behind it in which somebody may be convicted
_FEARED = deferred(
    r"\b(?:(?:concern(?:s|ed)?|worr(?:y|ies|ied)|allegations?|claim(?:s|ed)?|suspicions?|fears?|feared|rumours?"
    r"|accusations?|complaints?)(?: +(?!about\b|of\b|for\b)[\w-]+){0,7}? +that"
    r"|it +(?:was|is|has +been|had +been) +(?:[\w-]+ +){0,2}?(?:reported|said|claimed|rumoured|feared|suggested)"
    r"(?: +(?:by|to) +(?:[\w-]+ +){1,4}?)?(?: +that|(?<= )that))\b(?P<what>[^.;]{0,150})$",
    re.IGNORECASE,
)
_SAID_ANEW = pattern(  # "concerns that workers did not see that she was neglected"; "and he was later neglected"
    r"(?:agenc|profession|servic|school|practition|worker|fail|respon|miss|overlook|recogni|identif|not)\w*"
    r"|, (?:and|but|so) (?:he|she|they|the|an?)"
)
_PROVEN = pattern(
    r"(?<!not\s)(?<!never\s)(?<!n't\s)(?<!nobody\swas\s)(?<!no\sone\swas\s)(?<!no-one\swas\s)"
    r"(?:convicted|found guilty|plead(?:ed)? guilty|pled guilty|jailed|sentenced|imprisoned|substantiated"
    r"|owned up|admitted(?! to (?:an? |the )?(?:[\w-]+ )?(?:hospital|ward|unit))"
    r"|(?:court|judge|tribunal|jury|inquiry) (?:later )?found)"
)
_CHARGED = pattern(r"charged with|repeated (?:it|them|the|her|his|their)|(?:told|said so) again")
_CLAIM = pattern(r"alleg\w+|claim(?:s|ed)?|accus\w+|complain\w*|reported|said|told|disclos\w+")
_FALSE = deferred(
    r"\b(?:false(?:ly)?|malicious(?:ly)?|unfounded|untrue|fabricated) +(?:[\w-]+ +)?(?:allegations?|claims?|accus\w+"
    r"|reports?|complaints?|alleg\w+|claimed)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_TAKEN_BACK = pattern(
    r"(?:withdr[ae]wn?|retracted|took back|taken back)(?! from (?:school|nursery|college|class))"
    r"(?= (?:it|them|this|that|all|what|(?:the|her|his|their|these|this|both) (?:[\w-]+ )?"
    r"(?:allegations?|claims?|accusations?|complaints?|disclosures?|statements?|accounts?))"
    r"| ?[.;,)]| (?:later|by|in|when|after|within|before|soon|and|but))"
    r"|(?:allegations?|claims?|accusations?|complaints?|it|they|which|this) (?:(?:was|were|had been|proved|turned out)"
    r" )(?:[\w-]+ ){0,2}?(?:found |shown |proved |proven |judged )?(?:to be |to have been )?(?:entirely |wholly )?"
    r"(?:false|untrue|unfounded|malicious|fabricated|made up|invented|disproved)"
)


def is_feared(view: str, first: int, at: int, end: int) -> bool:
    """Whether the words of a sentence say only that the harm `at` was feared, reported or alleged.

    "Concerns that she had been abused", but not where somebody was found guilty of it before the summary's `end`.
    """
    told = _FEARED.search(view[max(first, at - _NEAR) : at])
    return (
        told is not None and not _SAID_ANEW.search(told["what"]) and not _PROVEN.search(view, at, min(end, at + _FAR))
    )


def is_taken_back(view: str, first: int, at: int, behind: int, end: int) -> bool:
    """Whether what was alleged `at` is called false or taken back `behind` it, and nobody was charged with it."""
    before = view[max(first, at - _NEAR) : at]
    if not _FALSE.search(before) and not (
        _CLAIM.search(before) and _TAKEN_BACK.search(view, behind, min(end, behind + _BEHIND))
    ):
        return False
    return not (_PROVEN.search(view, at, min(end, at + _FAR)) or _CHARGED.search(view, at, min(end, at + _FAR)))

"""What befell a relative who is no child of the review: a cousin who died, an older sister who had been abused."""

import re

from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern

_NEAR = 300  # characters looked back at in a sentence, so that one without end costs no more than its length
_OPENING = 600  # characters in which a review says whom it is about
_RANK = r"(?:[\w-]+ ){0,3}?"
_KIN = (  # the same words for one and for several
    rf"(?:(?P<owner>his|her|their|whose|the (?:child|boy|girl|baby|infant)'s"
    rf"|(?:(?:Child|Baby) )?(?-i:[A-Z])[\w-]*'s) {_RANK}"
    r"(?:(?P<near>(?:half-|step-?)?(?:sister|brother|sibling))s?|(?P<far>cousin|niece|nephew)s?)"
    r"|(?:an?|another|(?:one|two|both|several) of (?:his|her|their)) (?:[\w-]+ )?(?P<one>cousin|niece|nephew)s?"
    rf"|(?:his|her|their|whose|an?) {_RANK}(?P<whose>(?:mother|father|parent|aunt|uncle|cousin|sister|brother|sibling"
    r"|stepmother|stepfather|partner|neighbour|friend)s?'s?) (?P<rank>[\w-]+ )?(?P<child>baby|babies|child|children"
    r"|son|daughter|infant)s?)(?!'s?(?: partner| boyfriend| friend| husband))"
)
_BEFELL = (
    r"(?:(?:physically|sexually|emotionally|criminally|badly|seriously|severely|fatally|also|later|previously|all|both"
    r"|found|to|have|been|be|being|chronically|repeatedly) )*"
    r"(?:abused|neglected|beaten|hit|hurt|harmed|injured|killed|murdered|raped|assaulted|exploited|groomed|stabbed"
    r"|shot|shaken|starved|drowned|burn(?:ed|t)|scalded|poisoned|attacked|molested|strangled|smothered|hanged"
    r"|subject(?:ed)?|dead|stillborn|the victims?|an? victims?|removed|malnourished|emaciated)"
)
_DONE = (
    r"(?:died|dies|drowned|suffered|experienced|endured|sustained|perished|collapsed"
    r"|took (?:his|her|their) own (?:life|lives))"
)
_TOLD = pattern(
    rf"{_KIN}(?: \(?aged? [\w-]+\)?|,[^,.;]{{1,60}},| \([^()]{{1,40}}\))?(?:,? who)?"
    rf" (?:(?:(?:had|has|have) (?:[\w-]+ )?been|was|were|being) {_BEFELL}"
    rf"|(?:had |has |have )?(?:(?:also|both|all|later|previously|once|sadly) )*{_DONE})"
)
_OF = pattern(  # "neglect was a feature of the care of his older siblings"
    r"(?P<what>(?:abuse|neglect|deaths?|murders?|killing|injur(?:y|ies)|rapes?|assaults?|exploitation|maltreatment"
    r"|suicide|drowning|harm|ill-treatment|cruelty)"
    r"(?: (?:had been|was|were|is|has been) (?:an? )?(?:[\w-]+ ){0,2}?[\w-]+)?"
    rf"(?: (?:in|of|to|for) the (?:earlier |previous )?(?:care|upbringing|treatment|lives))?) (?:of|to|towards) {_KIN}"
)
# Behind these the sentence speaks of somebody else again, or goes on with whom it began with.
_TURNS = pattern(
    r"(?:and|but|while|whilst|when|before|until|so|by then) (?:he|she|they|the|an?|this|these|his|her|their|both|it"
    r"|(?-i:[A-Z])\w+)|(?<!after\she\s)(?<!after\sshe\s)(?<!after\sthey\s)(?:was|were|had|has|is|are)"
    r"|(?:he|she|they|child|boy|girl|baby) (?!was\b|were\b|had\b)"
)
_MARK = deferred(r"[;:)]|, +(?!(?:aged|in|on|at|from|after|when|who|which)\b|and +(?:abus|neglect|hit|kick)\w*)")
_HANGS_ON = deferred(r"\b(?:after|when|since|following|where|because|as|once)(?: +the)? +$", re.IGNORECASE)
_NAMED = deferred(r"cousin|niece|nephew|sister|brother|sibling|aunt|uncle|'s", re.IGNORECASE)
_OTHER_CHILD = deferred(r"(?:first|second|previous|earlier|older|eldest|elder|other|oldest|late) *", re.IGNORECASE)
_PARENT = deferred(r"(?:mother|father|parent)s?'s?", re.IGNORECASE)
_ALSO = pattern("also|both|too")
_WHOSE = deferred(r"\bwhose\b", re.IGNORECASE)
_ALL = r"siblings?|children|twins?|brothers|sisters|cousins"


def is_of_kin(view: str, first: int, sentence: int, at: int, end: int) -> bool:
    """Whether what stands from `at` to `end`, in a sentence that begins at `sentence`, befell a relative alone.

    The words from `first` say whom the review is about. A relative whom they name is a child of it, unless the words
    are "whose brother"; so is one who is told of as the subject of the first sentence.
    """
    near = max(sentence, at - _NEAR)
    if not _NAMED.search(view, near, end + _NEAR // 2):
        return False
    return any(
        _reaches(view, told, at, end) and _is_other(view, first, sentence, told)
        for words in (_TOLD, _OF)
        for told in words.finditer(view, near, end + _NEAR // 2)
        if told.start() < end
    )


def _reaches(view: str, told: re.Match[str], at: int, end: int) -> bool:
    """Whether what is told of a relative holds for the words from `at` on."""
    if told.start() <= at:
        behind = told.end()
        return behind >= end or not (_TURNS.search(view, behind, at) or _MARK.search(view, behind, at))
    return False


def _is_other(view: str, first: int, sentence: int, told: re.Match[str]) -> bool:
    """Whether a relative is nobody whom the review is about."""
    if told["whose"] and _PARENT.fullmatch(told["whose"]) and not _OTHER_CHILD.fullmatch(told["rank"] or ""):
        return False  # "his mother's baby" may be himself
    if _WHOSE.search(told[0]):
        return True
    if sentence == first and not _HANGS_ON.search(view, max(first, told.start() - 20), told.start()):
        return False
    if _ALSO.search(told[0]):
        return False
    opening = view[first : min(told.start() if sentence == first else sentence, first + _OPENING)]
    kin = told["near"] or told["far"] or told["one"]
    words = rf"\b(?:{re.escape(kin)}|{_ALL})\b" if kin else rf"\b(?:{_ALL})\b"
    return re.search(words, opening, re.IGNORECASE) is None

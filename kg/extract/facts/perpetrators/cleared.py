"""Whether what is said of people accuses them of nothing: they are cleared, or it is another who is meant."""

import re

from kg.extract.facts.perpetrators.blame_words import ACT, ADULT, BE, CHILD
from kg.extract.facts.perpetrators.people import Person
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern, spaced

_SPARED = pattern(
    r"(?:(?:was|were|has|have|had|been) )*not (?:been |yet |be )*(?:charged|convicted|prosecuted|implicated|suspected"
    r"|found guilty|under|arrested|cleared of)|never (?:been )?(?:charged|convicted|prosecuted)"
    r"|(?:initially|at first|originally|wrongly) (?:suspected|accused)"
    r"|(?<!pleaded\s)(?<!pleading\s)(?<!pled\s)not guilty(?! (?:of \w+ )?(?:by reason|on the grounds?))"
    r"|acquitted|cleared"
    r"|exonerated|no further action|no (?:criminal )?(?:charges|prosecution|proceedings)|(?:without|not) (?:a )?charge"
    r"|(?:charges?|case|prosecution)(?: [\w-]+){0,4} (?:dropped|discontinued|withdrawn|dismissed)|discontinued"
    r"|offer(?:ed|ing) no evidence|no evidence was offered|(?:trial|case) (?:had )?collapsed|overturned"
    r"|quashed(?! and (?:replaced|substituted))"
    r"|drug offences|burglary|theft"
)
_OF_ANOTHER = deferred(  # "two were convicted and a third was acquitted"
    r"(?:,|;|\band|\bbut|\bwhile|\bwhereas) +"
    r"(?:(?:an?|the) +(?:second|third|fourth|fifth|other|last)|another|one +other)"
    r"(?: +[\w-]+)?(?: +(?:was|were|has|have|had|been|later|found))+ +\Z",
    re.IGNORECASE,
)
_FOUND_GUILTY = pattern("convicted|(?:found|pleaded|pled) guilty|sentenced|jailed|imprisoned|admitted")
_CLAUSE = 80  # characters looked back at for who is cleared
_DID = deferred(rf",? +who +(?:had +)?(?:{ACT}) +{CHILD}\b", re.IGNORECASE)
_UNTRIED = pattern(
    r"(?:(?:was|were|has|have|had|been) )*(?:not|never) (?:been |yet |be )*(?:charged|prosecuted|arrested|convicted)"
)
_YET = pattern(
    rf"(?:but|yet) (?:(?:he|she|they|both) )?{BE}(?:convicted|(?:found|pleaded|pled) guilty|jailed|sentenced|imprisoned"
    r"|charged|prosecuted|cautioned) (?:of|to|for|with|over)"
)
_NOTHING_CAME = deferred(  # said in the sentence behind
    spaced(
        r"[^.;]{0,600}[.;] (?:(?:they|he|she|both)(?: (?:were|was|have been|has been|later|both|subsequently|all))+"
        r" (?:released(?! on)|not (?:\w+ )?(?:charged|prosecuted)|never (?:charged|prosecuted))"
        r"|no (?:\w+ )?(?:charges|charge|further action|prosecution|proceedings)\b(?! (?:\w+ )*against))"
    ),
    re.IGNORECASE,
)
_TRIED = pattern(
    r"(?:,? aged [\w-]+,)? (?:was |were |has been |had been |later |also )*(?:charged|prosecuted|tried|(?:stood"
    r"|faced) trial"
    r"|went on trial)[^.;]{0,80}?\b(?:and|but|before being|until)(?: (?:he|she|they))?(?: (?:was|were|later|then|both"
    r"|subsequently|eventually|found|being))* (?P<verdict>acquitted|cleared|not guilty)"
)
_ARREST = pattern("arrested")
_NO_GROUND = pattern("arrested(?! (?:on|for|in connection|over|under))")
_COURT = pattern("charged|convicted|guilty|sentenced|jailed|imprisoned|tried|trial")
_SEVERAL = deferred(r"(?:brother|sister|sibling|twin|boy|girl|cousin|pupil|teenager|youth)s$", re.IGNORECASE)
_ONE_OF = deferred(
    r"\b(?:one|each|neither|either|none)(?: +of)? +(?:the +|his +|her +|their +)?(?:[\w-]+ +)?$", re.IGNORECASE
)
_OF_ONE = deferred(r"(?: +\(.*?\))?,? +(?:has|was|is)\b", re.IGNORECASE)
_UNRELATED = pattern(
    r"(?:unconnected|unrelated) (?:[\w-]+ )?(?:assaults?|offen[cs]es?|matters?|crimes?|charges?|murder|killing)"
    r"|drugs?|possession|terror\w*|firearms?|weapons?|burglar\w+|theft|shoplift\w*|driving|fraud|robbery|breach\w*"
    r"|harass\w*|stalking"
    rf"|(?:assault\w*|attack\w*|abus\w+|violence|offences) (?:on |of |against |towards |to )?{ADULT}(?!'s)"
)
_WAS_INSIDE = pattern(  # of what is not told, and not at the time of writing
    r"(?:was|were|had been) (?:then |already )?serving(?![^.;]*(?:time of (?:the |this )?(?:review|report|writing)"
    r"|for (?:it|this|these|the (?:same|offen[cs]es?))|when the (?:review|report)))"
)
_HAD_BEEN_GIVEN = pattern(  # before what the review is about
    r"had (?:been )?(?:(?!since)[\w-]+ )??(?:given|served|received|handed) [^.;,]{0,40}?(?:sentences?|terms?|orders?)"
)
_OF_A_CHILD = pattern(
    r"murder|manslaughter|neglect\w*|cruelty|child\w*|baby|infant|harm\w*|(?<!with\s)(?:him|them)|death|rape\w*"
    r"|sexual\w*|injur\w+"
    r"|abuse|killing|grievous|wounding"
)


def is_cleared(view: str, start: int, end: int) -> bool:
    """Whether somebody is cleared and of nothing else found guilty: not "cleared of murder but jailed for cruelty".

    Nobody is cleared for having done harm and not been tried for it: "who abused them, was not prosecuted"; nor where
    it is another who is.
    """
    spared = _SPARED.search(view, start, end)
    if spared is None or (_DID.match(view, start, end) and _UNTRIED.fullmatch(spared[0])):
        return False
    another = _OF_ANOTHER.search(view[max(start, spared.start() - _CLAUSE) : spared.start()])
    if another and _FOUND_GUILTY.search(view, start, spared.start()):
        return False
    return not _YET.search(view, spared.end(), end)


def is_only_arrested(view: str, said: re.Match[str]) -> bool:
    """Whether an arrest is all that is told of somebody, and the sentence behind says that nothing came of it."""
    if not _ARREST.search(said[0]) or _COURT.search(said[0]):
        return False
    return _NOTHING_CAME.match(view, said.end()) is not None


def is_bare_arrest(view: str, start: int, end: int) -> bool:
    """Whether the words tell of an arrest alone, and not for what: of no harm that somebody is said to have done."""
    return bool(_NO_GROUND.search(view, start, end)) and not _COURT.search(view, start, end)


def is_acquitted(view: str, start: int, end: int) -> bool:
    """Whether the words tell that somebody was charged or tried before they tell of an acquittal."""
    tried = _TRIED.match(view, start, end)
    if tried is None or is_unrelated(tried):
        return False
    return not _SPARED.search(view, start, tried.start("verdict"))


def is_unrelated(said: re.Match[str]) -> bool:
    """Whether somebody is accused only of what was no harm to a child."""
    words = said[0].removeprefix(said.groupdict().get("between") or "")
    if (_WAS_INSIDE.search(words) or _HAD_BEEN_GIVEN.search(words)) and not _OF_A_CHILD.search(words):
        return True
    return bool(_UNRELATED.search(words) and not _OF_A_CHILD.search(_UNRELATED.sub("", words)))


def is_of_one(view: str, start: int, person: Person, said: re.Match[str]) -> bool:
    """Whether the verb is of one and the noun of several: "cared for her two brothers, has pleaded guilty"."""
    if not _SEVERAL.search(view[person.start : person.end]) or _ONE_OF.search(view[start : person.start]):
        return False
    return _OF_ONE.match(view, person.end, said.end()) is not None

"""Whether what is said of people accuses them of nothing: they are cleared, or it is another who is meant."""

import re

from kg.extract.facts.blame_words import ADULT, BE
from kg.extract.facts.people import Person
from kg.extract.wording import pattern

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
_YET = pattern(
    rf"(?:but|yet) (?:(?:he|she|they|both) )?{BE}(?:convicted|(?:found|pleaded|pled) guilty|jailed|sentenced|imprisoned"
    r"|charged|prosecuted|cautioned) (?:of|to|for|with|over)"
)
_SEVERAL = re.compile(r"(?:brother|sister|sibling|twin|boy|girl|cousin|pupil|teenager|youth)s$", re.IGNORECASE)
_ONE_OF = re.compile(
    r"\b(?:one|each|neither|either|none)(?: +of)? +(?:the +|his +|her +|their +)?(?:[\w-]+ +)?$", re.IGNORECASE
)
_OF_ONE = re.compile(r"(?: +\(.*?\))?,? +(?:has|was|is)\b", re.IGNORECASE)
_UNRELATED = pattern(
    r"(?:unconnected|unrelated) (?:[\w-]+ )?(?:assaults?|offen[cs]es?|matters?|crimes?|charges?|murder|killing)"
    r"|drugs?|possession|terror\w*|firearms?|weapons?|burglar\w+|theft|shoplift\w*|driving|fraud|robbery|breach\w*"
    r"|harass\w*|stalking"
    rf"|(?:assault\w*|attack\w*|abus\w+|violence|offences) (?:on |of |against |towards |to )?{ADULT}(?!'s)"
)
_OF_A_CHILD = pattern(
    r"murder|manslaughter|neglect\w*|cruelty|child\w*|baby|infant|harm\w*|(?<!with\s)(?:him|them)|death|rape\w*"
    r"|sexual\w*|injur\w+"
    r"|abuse|killing|grievous|wounding"
)


def is_cleared(view: str, start: int, end: int) -> bool:
    """Whether somebody is cleared and of nothing else found guilty: not "cleared of murder but jailed for cruelty"."""
    spared = _SPARED.search(view, start, end)
    return spared is not None and not _YET.search(view, spared.end(), end)


def is_unrelated(said: re.Match[str]) -> bool:
    """Whether somebody is accused only of what was no harm to a child."""
    words = said[0].removeprefix(said.groupdict().get("between") or "")
    return bool(_UNRELATED.search(words) and not _OF_A_CHILD.search(_UNRELATED.sub("", words)))


def is_of_one(view: str, start: int, person: Person, said: re.Match[str]) -> bool:
    """Whether the verb is of one and the noun of several: "cared for her two brothers, has pleaded guilty"."""
    if not _SEVERAL.search(view[person.start : person.end]) or _ONE_OF.search(view[start : person.start]):
        return False
    return _OF_ONE.match(view, person.end, said.end()) is not None

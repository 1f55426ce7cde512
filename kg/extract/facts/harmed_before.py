"""What was once done to whoever did harm: it is no harm to the child whom the review is about."""

import re

from kg.extract.text.wording import pattern

_NEAR = 300  # characters looked back at in a sentence, so that one without end costs no more than its length
_OPENING = 600  # characters in which a review says who did harm
_YOUNG = (
    r"(?:half-?|step-?)?(?P<who>brother|sister|sibling|cousin|nephew|niece|boy|girl|teenager|youth|pupil|young person"
    r"|young man|uncle|man)s?"
)
_HURT = (
    r"(?:abus|assault|rap|hurt|harm|beat|neglect|exploit|hit|groom|molest|victim|attack|injur|traumatis|traffick)\w*"
    r"|(?:experienced|suffered|endured|survived|subjected|exposed|disclosed)\b"
)
_BEEN = (
    r"(?:(?:had|has|have|was|were|been|being|himself|herself|themselves|previously|also|both|all|earlier|once|too"
    r"|physically|sexually|emotionally|badly|repeatedly|severely|an?|the|as|child|young|small)\b[ ]*)+"
)
_HARMED = pattern(
    rf"(?:(?:the|her|his|their|one of the|one of (?:her|his|their)|both(?: of the)?|two of the|each of the) )"
    rf"(?:(?:older|elder|younger|other|two|three) )*(?:(?P<known>(?:alleged )?(?:perpetrator|offender|abuser|attacker"
    rf"|assailant|suspect)s?)|{_YOUNG})(?:,? (?:who|aged [\w-]+),?)? {_BEEN}(?:{_HURT})"
    rf"|(?:he|she|they|who) (?:had|has|have|was|were) (?:also |been |previously )*(?P<self>himself|herself|themselves)"
    rf" {_BEEN}(?:{_HURT})"
)


def is_of_harmer(view: str, first: int, start: int, at: int) -> bool:
    """Whether a sentence from `start` tells, before `at`, of harm to somebody who did harm by the words from `first`.

    A brother did where the words before say "by her brother", and name none before that; where they name none at all,
    he is a child of another story.
    """
    said = _HARMED.search(view, max(start, at - _NEAR), at)
    if said is None or not (first < start or _SELF.search(said[0])):
        return False
    if said["who"] and _SELF.search(said[0]):  # "by her brother, who had himself been beaten"
        return _did(said["who"], view[max(first, said.end("who") - _OPENING) : said.end("who")])
    opening = view[first : min(said.start(), first + _OPENING)]
    if said["who"] is None:
        return _BY.search(opening) is not None
    if _OWN_KIN.match(said[0]) and not _ALSO.search(said[0]):
        return re.search(rf"{said['who']}|sibling|children", opening, re.IGNORECASE) is None or _did(
            said["who"], opening
        )
    return _did(said["who"], opening)


def _did(who: str, opening: str) -> bool:
    did = re.search(rf"\bby +(?:[\w-]+ +){{0,4}}?(?:half-?|step-?)?{who}s?\b", opening, re.IGNORECASE)
    return did is not None and not re.search(rf"\b{who}s?\b", opening[: did.start()], re.IGNORECASE)


_BY, _SELF = pattern("by"), pattern("himself|herself|themselves")
_OWN_KIN = pattern(r"(?:her|his|their) (?:[\w-]+ )?(?:half-?|step-?)?(?:brother|sister|sibling|cousin)s?")
_ALSO = pattern("also|both|too")

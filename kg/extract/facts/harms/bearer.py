"""Whether a harm that is named is somebody else's: an adult's, a family's, that of whoever killed the child."""

import re

from kg.extract.facts.children.mentions import ADULTS
from kg.extract.facts.harm_context import BACKGROUND, IN_CHILDHOOD
from kg.extract.facts.harms.hits import Hit
from kg.extract.facts.perpetrators.blame_words import BEFORE_A_TRIAL, SHE_WAS
from kg.extract.text.needles import Rule
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import STRETCH, pattern
from kg.model import Harm, Passage

_BACKGROUND = Rule(BACKGROUND)
_ATTACKED = pattern(r"(?:was )?(?:stabbed|attacked|strangled|shot|beaten|assaulted)(?: by)?(?: with an? \w+)?")


def is_of_killer(view: str, summary: Passage, hit: Hit) -> bool:
    """Whether a suicide is that of the adult who killed the child: "by their father, who then took his own life"."""
    if hit.harm not in (Harm.SUICIDE, Harm.SELF_HARM):
        return False
    if _KILLED_FIRST.search(view[hit.first : hit.start]):
        return True
    if _SUSPECT.search(view[hit.first : hit.start]) and _BEFORE_TRIAL.match(view, hit.end, hit.last):
        return True
    killer = _KILLER.search(view, max(summary.start, hit.start - STRETCH), hit.start)
    return killer is not None and not _OF_THE_CHILD.search(view, killer.end(), hit.start)


def is_between_adults(view: str, hit: Hit) -> bool:
    """Whether the words tell of violence in a family, and not of violence that the child is said to have suffered."""
    if hit.harm is not Harm.DOMESTIC_ABUSE:
        return False
    if _ATTACKED.fullmatch(view, hit.start, hit.end):
        return False  # kept only where children were there
    if view[hit.start : hit.end].lower().startswith("honour") or _LIVED_WITH.search(view, hit.first, hit.last):
        return False
    if _HAD_SUBJECTED.search(view[hit.first : hit.start]):
        return False
    own = _BY_OWN_PARTNER.match(view, hit.end, hit.last)
    if own and not ADULTS.search(view, hit.first, hit.start):
        return False
    return not hit.opening or not _TO_THE_CHILD.search(view, hit.first, hit.last)


def is_about_adults(view: str, hit: Hit) -> bool:
    """Whether it is an adult's history, or the history of the family before the incident."""
    before = _CLAUSE.split(view[hit.first : hit.start])[-1]
    if _FRIEND_DIED.search(before):
        return True
    if hit.harm in _OF_SOMEBODY and (_ADULT_SUBJECT.search(before) or _OF_ADULT.match(view, hit.end, hit.last)):
        return True
    if hit.harm is Harm.PHYSICAL_ABUSE and (_TO_ADULT.match(view, hit.end, hit.last) or _ADULT_HURT.search(before)):
        return True
    if hit.harm is Harm.DOMESTIC_ABUSE and _LIVED_WITH.search(view, hit.first, hit.last):
        return False
    own = _OWN.search(before)
    if (own or not hit.opening) and IN_CHILDHOOD.match(view, hit.end, hit.last):
        return True
    clause = hit.start - len(before)
    return any(match.end() <= hit.start for match in _BACKGROUND.finditer(view, clause, hit.last))


_OWN = deferred(r"\b(?:himself|herself) *(?:been *)?$")
_FRIEND_DIED = deferred(  # "Their best friend, aged 14, had died in a road"
    r"(?<!and )(?<!with )\b(?:his|her|their) +(?:[\w-]+ +){0,2}?friend(?:,[^,.;]*,| *\([^)]*\))?(?: +who)?"
    r"(?: +(?:had|was|also|later|recently))* +(?:died|killed|drowned)\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_OF_SOMEBODY = (Harm.SUICIDE, Harm.SELF_HARM, Harm.MEDICAL_CAUSE)
_ADULT_SUBJECT = deferred(
    rf"(?:\b(?:{ADULTS.pattern})\b|\b(?:his|her|their) (?:[\w-]+ )?(?:brother|sister"
    rf"|sibling)s?)(?:, who| who)?(?: \w+){{0,4}} *$",
    re.IGNORECASE,
)
_OF_ADULT = pattern(
    rf" (?:attempts? )?(?:by|of) (?:the|his|her|their|a|the child's) (?!young )(?:[\w-]+ )?{ADULTS.pattern}(?! of 1\d)"
)
_TO_ADULT = pattern(
    r" (?:an?|another) (?:previous|former|new|later|adult|different|earlier)[\w -]{0,12}? (?:partner|wom[ae]n"
    r"|girlfriend"
    r"|wife)| (?:his|her|their|the)(?: [\w-]+'s)? (?:mother|mum|wife|partner|girlfriend|husband|father)(?!'s)"
)
_ADULT_HURT = deferred(
    rf"\b(?:his|her|their|the) +(?:{ADULTS.pattern}) +(?:was|being|be|get|getting|had +been|were) +$|{SHE_WAS}$",
    re.IGNORECASE,
)
_CLAUSE = deferred(  # "known to services and was believed to be exploited" says two things
    r"[;:]|,? +and +(?=(?:was|were|is|are|had +been) +(?:believed|thought|suspected|said|reported|feared|found) )"
)
_KILLER = pattern(
    r"(?:murder|kill|death|stabb|strangl|smother|drown|shot|shoot)\w*[^.;]{0,600}? (?:by|at the hands of)"
    rf" (?:his|her|their|the) (?:[\w'-]+ ){{0,2}}?{ADULTS.pattern}(?!'s)"
    r"|by (?:his|her|their|the) (?:mother|father)'s (?:[\w-]+ )?partner"
)
_KILLED_FIRST = deferred(  # "Adult D is believed to have killed Child C before taking her own life"
    rf"\b(?:Adult|he|she|{ADULTS.pattern})\b(?:(?!\b(?:was|were|been|being) +\w+ed\b)[^.;])*?"
    r"\b(?:killed|murdered|drowned|smothered|strangled|stabbed|shot|suffocated|poisoned)"
    r" +(?!himself|herself)[^.;]{2,60}?(?:\bbefore|\bthen|\band|,)(?: +(?:later|also|then))? *$",
    re.IGNORECASE,
)
_SUSPECT = deferred(  # "a coach, who took his own life before he could be tried"
    r"\b(?!(?:boy|girl|child|teenager|person|daughter|son|pupil)\b)[\w-]+"
    r"(?: +\([^()]*\))?,? +who +(?:then +|later +)?\Z",
    re.IGNORECASE,
)
_BEFORE_TRIAL = pattern(rf"(?: in (?:prison|custody))?,? {BEFORE_A_TRIAL}")
_OF_THE_CHILD = pattern(r"(?:boy|girl|child|young person|teenager|daughter|sister|brother)")
_LIVED_WITH = pattern(
    r"(?:children|girls|boys|siblings|he|she|they|child) (?:who )?(?:had |have |has )?(?:all "
    r"|both )?(?:grown up|grew up|lived|witnessed|been exposed)"
    r" (?:[\w-]+ ){0,3}?|(?:saw|seen|watched|heard|witnessed|witnessing|seeing|hearing) (?:his|her|their|the)"
    r" (?:father|step\w+|mother|mum|dad|parents?)|months of|years of domestic"
    r"|in front of (?:him|her|them|(?:the|his|her|their|two|three|four) (?:[\w-]+ )?(?:children|sons?|daughters?|boys?"
    r"|girls?|child|baby|siblings))|(?:witnessed|seen|heard|watched) by (?:her|his|their|the|two|three|four)"
    r" (?:[\w-]+ ){0,2}?(?:children|sons?|daughters?|boys?|girls?|child|siblings)"
    r"|looked on|expos(?:ure|ed|ing) (?:of [^.;]{0,40}? )?to"
)
_BY_OWN_PARTNER = pattern(  # a teenager's
    r" (?:by|from|at the hands of|in (?:her|his) relationship with) (?:his|her) (?:[\w-]+ ){0,2}?(?:boyfriend"
    r"|girlfriend)"
)
_HAD_SUBJECTED = deferred(  # "by her ex-boyfriend, who had subjected her to domestic abuse"
    r"\b(?:his|her) +(?:ex-|former +)?(?:boyfriend|girlfriend),? +who +(?:had +)?(?:[\w-]+ +)?subjected +(?:him|her)"
    r" +to +$",
    re.IGNORECASE,
)
_TO_THE_CHILD = pattern(
    r"(?:(?:domestic (?:abuse|violence)|coercive (?:\w+ )*(?:control|behaviour))[^.;]{0,30} (?:of|to"
    r"|experienced by|against|by|from) )|expos\w+ to|subject\w* to"
    r"|victim of|after (?:\w+ )?(?:years|months) of|suffer\w*|liv(?:ed|ing) with|experience of"
    r"|(?:abusive|violent|controlling|coercive) relationship"
)

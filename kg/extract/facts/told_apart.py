"""What later sentences tell of each child by name, where the first names only a group: "two pupils. Tia is 13"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.facts.ages import AgeMention, find_ages
from kg.extract.facts.child_ages import following_age
from kg.extract.facts.mentions import Mention, find_mentions
from kg.extract.facts.numbers import NUMBER
from kg.extract.wording import spaced
from kg.model import Sex

_BESIDE = len("who was aged")  # characters between a name and an age right beside it
_IS = re.compile(
    rf" +(?:who +)?(?:is|was)(?: +(?:then|now|only|just|aged|about))* +(?P<age>{spaced(NUMBER)})"
    r"(?:[ -]+years?(?:[ -]+old)?)?"
    r"(?= +(?:and|when|at|while|but)\b|[,.;])",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r" *(?:,|\(|-|(?:is|was)\b) *(?:then|now)? *(?:an?|the|who +(?:is|was)(?: +an?)?)? *", re.IGNORECASE
)
_OWN = re.compile(
    r" +(?:\w+ed|told|said|spoke|lost|had|has|left|ran|went|hurt|found|lives|goes|wrote|took|gave|began|came)"
    r"(?: +(?!and\b|when\b|who\b|by\b|his\b|her\b)[\w-]+){0,3}?"
    r" +(?P<sex>(?P<male>his|himself)|(?:her(?= +[a-z])|herself))\b"
    r"(?! +(?:and|to|in|at|with|by|on|for|when|after|from)\b)",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?:his|her|their) +(?:(?:older|elder|younger|twin|little|big|baby) +)?(?:half-|step-?)?"
    r"(?P<sex>(?P<male>brother)|sister),? +$",
    re.IGNORECASE,
)
_SAID_THAT = re.compile(
    r"(?: *\(\w+\))? +(?:told|disclosed|said|reported|alleged)\b[^.;,]{0,40}? that +"
    r"(?P<sex>(?P<male>he)|she)\b",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """What is told of one child."""

    sex: tuple[Sex, int, int] | None
    ages: AgeMention | None


def told_by_name(view: str, spans: Sequence[tuple[int, int]], name: str) -> Told:
    """The sex and the age that stand with a name, wherever it first has them."""
    sex, ages = None, None
    for start, end in spans:
        mentions = find_mentions(view, start, end, [name])
        for index, mention in enumerate(mentions):
            if mention.label is None:
                continue
            beside = _described(view, mention, mentions[index + 1 : index + 2])
            ages = ages or beside.ages or _age_beside(view, mention, end)
            sex = sex or beside.sex or _sex_before(view, start, mention) or _sex_of_subject(view, mention, end)
    return Told(sex, ages)


def _described(view: str, mention: Mention, following: Sequence[Mention]) -> Told:
    """What a description says that is put beside a name: "Bramble, a boy of nine"."""
    for other in following:
        if not (other.plural or other.label) and _DESCRIBED.fullmatch(view, mention.end, other.start):
            return Told(mention.sex or other.sex, other.ages or _age_beside(view, other, len(view)))
    return Told(mention.sex, mention.ages)


def _age_beside(view: str, mention: Mention, end: int) -> AgeMention | None:
    following = following_age(view, mention, end, ())
    if following and len(view[mention.end : following.start].strip(" ,(-")) <= _BESIDE:
        return following
    printed = _IS.match(view, mention.end, end)
    ages = find_ages(f"aged {printed['age']}") if printed else ()
    return AgeMention(ages[0].ages, *printed.span("age")) if printed and ages else None


def _sex_before(view: str, start: int, mention: Mention) -> tuple[Sex, int, int] | None:
    """The sex in what a child is to another, right before the name: "his sister Jocasta"."""
    kin = _KIN.search(view[start : mention.start])
    return (Sex.MALE if kin["male"] else Sex.FEMALE, start + kin.start("sex"), start + kin.end("sex")) if kin else None


def _sex_of_subject(view: str, mention: Mention, end: int) -> tuple[Sex, int, int] | None:
    """The sex in what a child is said to have done: "Sorcha told her new carer"."""
    own = _OWN.match(view, mention.end, end) or _SAID_THAT.match(view, mention.end, end)
    return (Sex.MALE if own["male"] else Sex.FEMALE, *own.span("sex")) if own else None

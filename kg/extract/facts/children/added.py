"""Children whom later words add to those a summary opens with: a twin who was hurt as well, a son who was elsewhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.extract.facts.children.ages import AgeMention, find_ages
from kg.extract.facts.children.child_ages import following_age, is_of_a_child
from kg.extract.facts.children.focus import ONE_BY_ONE, PARENT_KILLED, concerned
from kg.extract.facts.children.mentions import Mention, find_mentions
from kg.extract.text.wording import pattern
from kg.model import Sex

Spans = Sequence[tuple[int, int]]

_SIBLING = r"(?P<sibling>(?P<female>(?:half-|twin )?sister)|(?P<male>(?:half-|twin )?brother)|(?:half-)?sibling|twin)"
_WHOSE = r"(?:(?:his|her|their|the (?:child|baby|boy|girl|infant)'s) (?:[\w-]+ ){0,2}?|the (?:other|surviving|second) )"
_AGE = r"(?:,? (?:\(|who was |then |aged )*[^.;,()]{1,25}[,)])?"
_SURVIVED = pattern(
    rf"{_WHOSE}{_SIBLING} (?:survived"
    r"|escaped|was (?:unhurt|unharmed|not (?:hurt|harmed)|also (?:hurt|injured|harmed)))"
)
_OTHER_NAMED = pattern(  # a sentence whose subject is the sibling, who is not said to have done the harm
    rf"{_WHOSE}{_SIBLING}(?: (?-i:[A-Z])[\w-]+)?(?: (?:aged|was|were|is|had|then|slept|lived)|,| \()"
    r"(?![^.;]{0,80}?(?:convicted|charged|arrested|jailed|sentenced|accused|suspected|guilty|killed (?:him|her|the)"
    r"|shook|abused (?:him|her|the)))"
)
_NEAR = len(", who was also 11 years and 11 months old")
_HURT = (
    r"(?:injur\w+|fractur\w+|bruis\w+|burn\w*|bites?|marks|bleed\w*|bleeds|haemorrhages?|scald\w*|neglected"
    r"|abused|underweight|malnourished|hurt|harmed|assaulted|hit|beaten|shaken|poisoned|stabbed|drugs|cocaine|heroin"
    r"|methadone|opiates)"
)
_HURT_TOO = pattern(
    rf"{_WHOSE}{_SIBLING}(?: (?-i:[A-Z])[\w-]+)?{_AGE},? (?:"
    rf"(?:(?:was|were|had|who) )*(?:also|too|similarly|likewise) (?:(?!and )[\w-]+ ){{0,8}}?{_HURT}"
    rf"|tested positive|(?:was|were) (?:then |later |subsequently )?(?:found|seen|discovered|shown"
    rf"|noted)(?: (?:on|at|in) [^.;,]{{1,25}})? to have"
    rf" (?:[\w-]+ ){{0,5}}?{_HURT}|had (?:(?!no\b|never\b|been\b|suffered\b|sustained\b)[\w-]+ ){{0,4}}?"
    r"(?:injur(?:y|ies)|fractures?|bruis(?:es?|ing)|burns?|bites?|scalds?|marks)"
    r"|(?:was|were) (?:badly|seriously|critically|severely) (?:injured|hurt|burn(?:ed|t)|wounded|ill)"
    r"|survived (?:with|but|although|despite)|(?:ate|drank|swallowed|ingested) )"
)
_ANOTHER = pattern(
    r"(?:an?|another) (?:(?:older|elder|younger|teenage|adolescent|baby|third) )?(?:son|daughter)(?=[ ]*[,(]| was)"
    r"|(?:their|her|his|the couple's) (?:(?:other|third|older|elder|eldest|younger|youngest|teenage|surviving|infant"
    r"|baby|adolescent|\S+-old) )+(?:son|daughter|child|children|baby|sons|daughters)"
)
_OWN_BORN = pattern(r"(?:their|her|his|the couple's) (?:(?!unborn )[\w-]+ ){0,3}?(?:son|daughter|child|children)s?")
_UNBORN_LOST = pattern(
    r"(?P<unborn>unborn (?:baby|child|infant|son|daughter|boy|girl))(?:,? who)? (?:also |had |then )*"
    r"(?:did not survive|died|was (?:lost|stillborn|killed)|could not be saved|lost (?:his|her|its|their) life)"
)
_HER_OTHERS = pattern(
    r"(?:her|his|their|the (?:woman|couple|mother|victim)'s)"
    r" (?:(?:two|three|four|other|older|elder|younger|surviving) )+(?:children|sons|daughters)"
)
_RANKED = pattern(
    r"(?:the|her|their) (?:(?P<eldest>eldest|oldest)|youngest)(?: (?:one|child|of (?:them|whom)))?"
    r"(?:, who was|,| was) (?=an? )"
)
_ALL = pattern(
    r"(?:review|report|it|this) (?:concerns|considers|covers|is about|looks at|examines|includes|focuses on)"
    r" (?:all|both|each)(?: (?:the )?(?:two|three|four|five|\d))?(?: of)?(?: (?:the|these|those))?"
    r" (?:children|young people|siblings|boys|girls)"
    r"|(?:all|both)(?: (?:two|three|four))?(?: of the)? (?:children|young people|siblings)"
    r" (?:are|were) (?:the )?subjects? of"
)
_BOTH = pattern("both")


def all_meant(view: str, spans: Spans, mentions: Sequence[Mention]) -> bool:
    """Whether a later sentence says that the review is of every one of the `mentions`, also of who did harm."""
    if len(mentions) < 2 or any(mention.plural for mention in mentions):
        return False
    said = next((found for start, end in spans[1:] if (found := _ALL.search(view, start, end))), None)
    return said is not None and (len(mentions) == 2 or not _BOTH.search(said[0]))


def survivor(view: str, spans: Spans, told: int, names: Sequence[str]) -> list[Mention]:
    """The brother or sister who survived or of whom a later sentence tells, where the title names one child more.

    More, that is, than are `told` of; nobody counts who is grown up or did the harm.
    """
    if len(names) != told + 1:
        return []
    found = _SURVIVED.search(view, *spans[0])
    if found:
        return [_found_sibling(found)]
    others = (other for span in spans[1:] if (other := _OTHER_NAMED.match(view, *span)))
    siblings = [_found_sibling(other) for other in others]
    aged = [replace(one, ages=_age_within(view, one, _clause_end(one, spans))) for one in siblings]
    return [one for one in aged if one.ages is None or is_of_a_child(one.ages)] if len(aged) == 1 else []


def _clause_end(mention: Mention, spans: Spans) -> int:
    """Where the words end that can still tell a sibling's own age."""
    end = next(end for start, end in spans if start <= mention.start < end)
    return min(end, mention.end + _NEAR)


def _found_sibling(found: re.Match[str]) -> Mention:
    return _sibling(found.span("sibling"), female=bool(found["female"]), male=bool(found["male"]))


def hurt_too(view: str, spans: Spans, told: Sequence[Mention]) -> list[Mention]:
    """The brother or sister of an only child who a later sentence says was hurt as well."""
    if len(told) != 1 or told[0].plural:
        return []
    for start, end in spans[1:]:
        found = _HURT_TOO.match(view, start, end)
        if found:
            one = _found_sibling(found)
            return [replace(one, ages=_age_within(view, one, found.end()))]
    return []


def _age_within(view: str, mention: Mention, end: int) -> AgeMention | None:
    """The age that stands with a sibling: right after, or before as in "twin"."""
    return following_age(view, mention, end, ()) or next(iter(find_ages(view, mention.end, end)), None)


def others_of_parent(view: str, spans: Spans, told: Sequence[Mention]) -> list[Mention]:
    """The children of a parent who was killed that a later sentence tells of besides those first named."""
    if not told or not PARENT_KILLED.search(view, 0, spans[0][1]):
        return []
    return list(_others(view, spans[1:], told))[:1] or _listed(view, spans[1:]) or _at_an_end(view, spans[1:], told)


def lost_unborn(view: str, spans: Spans, told: Sequence[Mention]) -> list[Mention]:
    """The unborn child who died with a mother who was killed, where no one `told` of is that child."""
    if any(one.is_unborn for one in told) or not any(PARENT_KILLED.search(view, *span) for span in spans):
        return []
    for start, end in spans:
        lost = _UNBORN_LOST.search(view, start, end)
        ages = find_ages(view, *lost.span("unborn")) if lost else ()
        if lost and ages:
            return [Mention(*lost.span("unborn"), lost.span("unborn"), plural=False, count=1, ages=ages[0])]
    return []


def _listed(view: str, spans: Spans) -> list[Mention]:
    """The parent's other children that a later sentence tells one by one: "her two older children, a boy of 5 and"."""
    for start, end in spans:
        others = _HER_OTHERS.search(view, start, end)
        mentions = find_mentions(view, others.end(), end, []) if others else ()
        if others and mentions and ONE_BY_ONE.fullmatch(view, others.end(), mentions[0].start):
            told = concerned(view, others.end(), mentions)
            return [replace(one, ages=one.ages or following_age(view, one, end, ())) for one in told]
    return []


def _at_an_end(view: str, spans: Spans, told: Sequence[Mention]) -> list[Mention]:
    """The eldest or the youngest of a parent's children, where older or younger than all `told`: "The eldest, a"."""
    months = _months(one.ages for one in told)
    for start, end in spans:
        said = _RANKED.match(view, start, end)
        mention = next(iter(find_mentions(view, said.end(), end, [])), None) if said else None
        if said is None or mention is None or mention.start != said.end() or mention.plural or not months:
            continue
        ages = mention.ages or following_age(view, mention, end, ())
        ends = _months([ages])
        if ends and (min(ends) > max(months) if said["eldest"] else max(ends) < min(months)):
            return [replace(mention, ages=ages)]
    return []


def _months(mentions: Iterable[AgeMention | None]) -> list[Decimal]:
    """The ends of all ages, in months."""
    ages = [age for mention in mentions if mention for age in mention.ages]
    return [month for age in ages for month in age.months if month is not None]


def _others(view: str, spans: Spans, told: Sequence[Mention]) -> Iterator[Mention]:
    born = _OWN_BORN if all(one.is_unborn for one in told) else _ANOTHER
    for start, end in spans:
        another = born.match(view, start, end)
        mentions = find_mentions(view, start, end, []) if another else ()
        for mention in mentions[:1]:
            if mention.start == start and not _may_be(mention, told):
                yield replace(mention, ages=mention.ages or following_age(view, mention, end, ()))


def _may_be(mention: Mention, told: Sequence[Mention]) -> bool:
    """Whether this can be one of those already `told` of."""
    told = [one for one in told if not one.is_unborn]
    return any(one.sex is None or mention.sex is None or one.sex[0] is mention.sex[0] for one in told)


def _sibling(span: tuple[int, int], *, female: bool, male: bool) -> Mention:
    sex = (Sex.FEMALE if female else Sex.MALE, *span) if female or male else None
    return Mention(*span, span, plural=False, count=1, sex=sex)

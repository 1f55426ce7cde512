"""Children whom later words add to those a summary opens with: a twin who was hurt as well, a son who was elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.facts.ages import AgeMention, find_ages
from kg.extract.facts.child_ages import following_age
from kg.extract.facts.focus import ONE_BY_ONE, concerned
from kg.extract.facts.mentions import Mention, find_mentions
from kg.extract.wording import pattern
from kg.model import Sex

Spans = Sequence[tuple[int, int]]

_SIBLING = r"(?P<sibling>(?P<female>(?:half-|twin )?sister)|(?P<male>(?:half-|twin )?brother)|(?:half-)?sibling|twin)"
_WHOSE = r"(?:(?:his|her|their|the (?:child|baby|boy|girl|infant)'s) (?:[\w-]+ ){0,2}?|the (?:other|surviving|second) )"
_AGE = r"(?:,? (?:\(|who was |then |aged )*[^.;,()]{1,25}[,)])?"
_SURVIVED = pattern(
    rf"{_WHOSE}{_SIBLING} (?:survived"
    r"|escaped|was (?:unhurt|unharmed|not (?:hurt|harmed)|also (?:hurt|injured|harmed)))"
)
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
    r"(?:injuries|fractures|bruis(?:es|ing)|burns|bites|scalds|marks)"
    r"|(?:was|were) (?:badly|seriously|critically|severely) (?:injured|hurt|burn(?:ed|t)|wounded|ill)"
    r"|survived (?:with|but|although|despite)|(?:ate|drank|swallowed|ingested) )"
)
_PARENT_KILLED = pattern(
    r"(?:murder|killing|homicide|deaths?|stabbing|manslaughter|shooting) of [^.;]{0,40}?(?:(?<!young\s)woman"
    r"|(?<!young\s)man|mother|father|wife|parents)"
    r"|(?:woman|mother|wife|father)\b[^.;]{0,60}? (?:was|were) (?:[\w-]+ )?(?:killed|murdered|strangled|stabbed|shot)"
)
_ANOTHER = pattern(
    r"(?:an?|another) (?:(?:older|elder|younger|teenage|adolescent|baby|third) )?(?:son|daughter)(?=[ ]*[,(]| was)"
    r"|(?:their|her|his|the couple's) (?:(?:other|third|older|elder|eldest|younger|youngest|teenage|surviving|infant"
    r"|baby|adolescent|\S+-old) )+(?:son|daughter|child|children|baby|sons|daughters)"
)
_HER_OTHERS = pattern(
    r"(?:her|his|their|the (?:woman|couple|mother|victim)'s)"
    r" (?:(?:two|three|four|other|older|elder|younger|surviving) )+(?:children|sons|daughters)"
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


def survivor(view: str, sentence: tuple[int, int], told: int, names: Sequence[str]) -> list[Mention]:
    """The brother or sister who survived, where the title names one child more than are `told` of."""
    found = _SURVIVED.search(view, *sentence) if len(names) == told + 1 else None
    return [_sibling(found.span("sibling"), female=bool(found["female"]), male=bool(found["male"]))] if found else []


def hurt_too(view: str, spans: Spans, told: Sequence[Mention]) -> list[Mention]:
    """The brother or sister of an only child who a later sentence says was hurt as well."""
    if len(told) != 1 or told[0].plural:
        return []
    for start, end in spans[1:]:
        found = _HURT_TOO.match(view, start, end)
        if found:
            one = _sibling(found.span("sibling"), female=bool(found["female"]), male=bool(found["male"]))
            return [replace(one, ages=_age_within(view, one, found.end()))]
    return []


def _age_within(view: str, mention: Mention, end: int) -> AgeMention | None:
    """The age that stands with a sibling: right after, or before as in "twin"."""
    return following_age(view, mention, end, ()) or next(iter(find_ages(view, mention.end, end)), None)


def others_of_parent(view: str, spans: Spans, told: Sequence[Mention]) -> list[Mention]:
    """The children of a parent who was killed that a later sentence tells of besides those first named."""
    if not told or not _PARENT_KILLED.search(view, *spans[0]):
        return []
    return list(_others(view, spans[1:], told))[:1] or _listed(view, spans[1:])


def _listed(view: str, spans: Spans) -> list[Mention]:
    """The parent's other children that a later sentence tells one by one: "her two older children, a boy of 5 and"."""
    for start, end in spans:
        others = _HER_OTHERS.search(view, start, end)
        mentions = find_mentions(view, others.end(), end, []) if others else ()
        if others and mentions and ONE_BY_ONE.fullmatch(view, others.end(), mentions[0].start):
            told = concerned(view, others.end(), mentions)
            return [replace(one, ages=one.ages or following_age(view, one, end, ())) for one in told]
    return []


def _others(view: str, spans: Spans, told: Sequence[Mention]) -> Iterator[Mention]:
    for start, end in spans:
        another = _ANOTHER.match(view, start, end)
        mentions = find_mentions(view, start, end, []) if another else ()
        for mention in mentions[:1]:
            if mention.start == start and not _may_be(mention, told):
                yield replace(mention, ages=mention.ages or following_age(view, mention, end, ()))


def _may_be(mention: Mention, told: Sequence[Mention]) -> bool:
    """Whether this can be one of those already `told` of."""
    return any(one.sex is None or mention.sex is None or one.sex[0] is mention.sex[0] for one in told)


def _sibling(span: tuple[int, int], *, female: bool, male: bool) -> Mention:
    sex = (Sex.FEMALE if female else Sex.MALE, *span) if female or male else None
    return Mention(*span, span, plural=False, count=1, sex=sex)

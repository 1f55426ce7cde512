"""What is told of each child by name, where a group was named first: "two pupils. Tia, a girl, is 13 and Jo was 12"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import NamedTuple

from kg.extract.facts.children.ages import AgeMention, find_ages
from kg.extract.facts.children.apposed_kin import age_of_kin, apposed_kin
from kg.extract.facts.children.child_ages import following_age
from kg.extract.facts.children.mentions import Mention, find_mentions, named_mentions
from kg.extract.facts.numbers import NUMBER
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.wording import named, opens_with, pattern, spaced
from kg.extract.titles.words import ONE
from kg.model import Sex

_PLACES = 8  # of a name in one sentence that are looked at
_BESIDE = len("who was aged")  # characters between a name and an age right beside it
_YEARS = rf"(?P<age>{spaced(NUMBER)})(?:[ -]+years?(?:[ -]+old)?)?(?= +(?:and|when|at|while|but)\b|[,.;])"
_ASIDE = r"(?:, +(?:who|whose|an?|the|his|her|their)\b[^.;,]{1,60},)?"  # "Una, the middle child, was nine"
_IS = deferred(
    rf"{_ASIDE},? +(?:who +)?(?:is|was|were)(?: +(?:then|now|only|just|aged|about|both))* +{_YEARS}", re.IGNORECASE
)
_IN_A_ROW = deferred(rf" +{_YEARS}", re.IGNORECASE)  # "Tom was 14, Una 11 and Vic three"
_DESCRIBED = deferred(
    r" *(?:,|\(|-|(?:is|was|are|were)\b) *(?:then|now|both|all)? *(?:an?|the|who +(?:is|was)(?: +an?)?)? *",
    re.IGNORECASE,
)
_CALLED = deferred(r" *[,(]? *(?:called|named|known +as|here +called)? *", re.IGNORECASE)  # "a girl of nine, Una"
_RELATIVE = deferred(r"(?:his|her|their)\b", re.IGNORECASE)  # "Dov, his sister Mira"
_OWN = deferred(
    r" +(?:\w+ed|told|said|spoke|lost|had|has|left|ran|went|hurt|found|lives|goes|wrote|took|gave|began|came)"
    r"(?: +(?!and\b|when\b|who\b|by\b|his\b|her\b)[\w-]+){0,3}?"
    r" +(?P<sex>(?P<male>his|himself)|(?:her(?= +[a-z])|herself))\b"
    r"(?! +(?:and|to|in|at|with|by|on|for|when|after|from)\b)",
    re.IGNORECASE,
)
_KIN = deferred(
    r"\b(?:(?:his|her|their|whose|[\w-]+'s) +(?:(?:older|elder|younger|little|big|baby|surviving|other) +)?"
    r"|the +other +)"
    r"(?:(?P<twin>twin(?: +(?=[bs]))?)(?:sibling)?|(?=[bhs]))(?:half-|step-?)?"
    r"(?P<sex>(?P<male>brother)|sister)?,? +$",
    re.IGNORECASE,
)
_KIN_BEHIND = deferred(
    r"(?:,? +aged +\d+)?(?:,|,? +and) +(?P<sex>(?P<male>his)|her) +(?:[\w-]+ +)?(?:brother|sister|sibling|twin)s?\b"
    r"(?!,(?! +and\b)|[.;)]| +(?:was|were)\b)",
    re.IGNORECASE,
)
_KIN_APPOSED = deferred(  # "a girl of 5, and Josiah, her 9-year-old brother,"
    r", +(?:his|her|their) +(?:[\w-]+ +)?(?:half-|step-?)?(?P<sex>(?P<male>brother)|sister)\b(?=,(?! +and\b)|[.;)])",
    re.IGNORECASE,
)
_KINS = pattern(  # "his two younger sisters, Nia and Ocean"
    r"(?:his|her|their|whose|\w+'s|two|three|four) (?:[\w-]+ ){0,3}?(?:half-|step-?)?(?P<sex>"
    r"(?P<male>brothers|sons|boys)|sisters|daughters|girls)(?:,|:)?(?= )"
)
_AGE_ASIDE = r"(?: *\([^()]{1,30}\)|, +aged? +[\w-]+(?: +(?:weeks|months|years))?(?: +old)?(?=,| and\b))?"
_SAID_THAT = deferred(
    r"(?: *\(\w+\))? +(?:told|disclosed|said|reported|alleged)\b[^.;,]{0,40}? that +"
    r"(?P<sex>(?P<male>he)|she)\b",
    re.IGNORECASE,
)
_KIN_NEXT = deferred(  # opens the sentence after the one that a name opens
    r"(?P<sex>(?P<male>his)|her) +(?:[\w-]+ +){0,2}?(?:half-|step-?)?(?:brother|sister|sibling|twin)\b", re.IGNORECASE
)
_WHEN = deferred(rf"{_ASIDE},? +was +[^.;,]{{1,30}}? +when +(?P<sex>(?P<male>he)|she)\b", re.IGNORECASE)
_OF_SUBJECT = (
    _OWN,
    _SAID_THAT,
    _WHEN,
    _KIN_APPOSED,
    _KIN_BEHIND,
)  # the sex in what a named child did, or in whose kin follow
_CODE, _JOIN = r"[A-Z]{1,3}\d{0,3}", r"(?: *, *(?:and +)?| +and +| *& *)"
_LETTERED = deferred(rf"(?P<prefix>[A-Z][\w ]+?) (?P<code>{_CODE})")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one child."""

    sex: tuple[Sex, int, int] | None = None
    ages: AgeMention | None = None
    is_twin: bool = False  # of another child who is named


class _Place(NamedTuple):
    mention: Mention
    sentence: Span
    before: Mention | None
    after: Mention | None


def told_by_name(view: str, spans: Sequence[Span], names: Sequence[str]) -> list[Told]:
    """The sex and the age that stand with each of the `names`, wherever it first has them."""
    firsts = {name: next((at for span in spans for at, _ in named(view, *span, name)), len(view)) for name in names}
    found = [
        _told(view, list(_places(view, spans, name)), min((firsts[one] for one in names if one != name), default=None))
        for name in names
    ]
    found = _one_by_one(found)
    grouped = _kin_in_a_row(view, spans, names)
    found = [one if one.sex else replace(one, sex=grouped.get(name)) for one, name in zip(found, names, strict=True)]
    found = [
        one if one.sex else replace(one, sex=_by_kin(view, spans, name, names))
        for one, name in zip(found, names, strict=True)
    ]
    rows = [one.ages or _age_in_row(view, spans, name, names, found) for name, one in zip(names, found, strict=True)]
    told = [replace(one, ages=ages) for one, ages in zip(found, rows, strict=True)]
    told = [
        one if one.ages else replace(one, ages=_of_joined(view, spans, name, names, told))
        for one, name in zip(told, names, strict=True)
    ]
    known = {one.ages.ages for one in told if one.ages}
    twins = next((one.ages for one in told if one.ages), None) if len(known) == 1 else None
    return [replace(one, ages=one.ages or (twins if one.is_twin else None)) for one in told]


def _one_by_one(told: Sequence[Told]) -> list[Told]:
    """`told`, each with its own of the ages that are listed for all of them: "Children F and G were aged 9 and 7"."""
    first = told[0].ages if told else None
    if first is None or any(one.ages != first for one in told) or len(first.ages) != len(told) or len(told) < 2:
        return list(told)
    return [replace(one, ages=replace(first, ages=(age,))) for one, age in zip(told, first.ages, strict=True)]


def _kin_in_a_row(view: str, spans: Sequence[Span], names: Sequence[str]) -> dict[str, tuple[Sex, int, int]]:
    """The sex of each whose name follows words for all of them: "her brothers Vic (9) and Wes"."""
    sexes: dict[str, tuple[Sex, int, int]] = {}
    if len(names) < 2:
        return sexes
    row = re.compile(rf"[ ]*(?P<name>{'|'.join(map(re.escape, names))})(?!\w){_AGE_ASIDE}(?P<more>, *and\b|,| and\b)?")
    for kin in (kin for span in spans for kin in _KINS.finditer(view, *span)):
        at: int | None = kin.end()
        while at is not None and (named := row.match(view, at)):
            sexes.setdefault(named["name"], _sexed(kin))
            at = named.end() if named["more"] else None
    return sexes


def _by_kin(view: str, spans: Sequence[Span], name: str, names: Sequence[str]) -> tuple[Sex, int, int] | None:
    """The sex of a child who opens a sentence, where the next begins with its kin: "Mina was hurt. Her brother Sol"."""
    for (start, end), following in pairwise(spans):
        alone = opens_with(view, start, end, [name]) and not any(
            next(named(view, start, end, other), None) for other in names if other != name
        )
        kin = _KIN_NEXT.match(view, *following) if alone else None
        if kin:
            return _sexed(kin)
    return None


def _places(view: str, spans: Sequence[Span], name: str) -> Iterator[_Place]:
    """Where a name stands, with the children named right before and after it; also in "Children F and G"."""
    shared = _shared(name)
    for start, end in spans:
        named = list(islice(named_mentions(view, start, end, [name]), _PLACES))
        others = find_mentions(_hidden(view, named), start, end, []) if named else ()
        for mention in named:
            before = next((other for other in reversed(others) if other.end <= mention.start), None)
            after = next((other for other in others if other.start >= mention.end), None)
            yield _Place(mention, (start, end), before, after)
        for match in islice(shared.finditer(view, start, end), _PLACES) if shared else ():
            after = next(iter(find_mentions(view, match.end(), end, [])), None)
            yield _Place(Mention(*match.span(), match.span(), plural=True, label=name), (start, end), None, after)


def _hidden(view: str, named: Sequence[Mention]) -> str:
    """`view` without the names, which else count as part of "a 14-year-old boy, Child P"."""
    for mention in named:
        view = view[: mention.start] + "_" * (mention.end - mention.start) + view[mention.end :]
    return view


def _shared(name: str) -> re.Pattern[str] | None:
    """What names a child together with others: for "Child F" also "Children F and G"."""
    lettered = _LETTERED.fullmatch(name)
    several = [word for word, one in ONE.items() if lettered and one.lower() == lettered["prefix"].lower()]
    if lettered is None or not several:
        return None
    plural = "|".join(word.replace(" ", " +") for word in several)
    code = lettered["code"]
    several_codes = rf"(?:{_CODE}{_JOIN})*{code}\b(?:{_JOIN}{_CODE})*"
    bare = rf"(?<![\w'])(?:(?:{_CODE}{_JOIN})+{code}\b(?:{_JOIN}{_CODE})*|{code}(?:{_JOIN}{_CODE})+)"
    return re.compile(rf"\b(?i:{plural}) +{several_codes}|{bare}(?![\w'])")


def _told(view: str, places: Sequence[_Place], other: int | None) -> Told:
    told = [_told_at(view, place, other) for place in places]
    return Told(
        next((one.sex for one in told if one.sex), None),
        next((one.ages for one in told if one.ages), None),
        any(one.is_twin for one in told),
    )


def _told_at(view: str, place: _Place, other: int | None) -> Told:
    """What is told of a child where its name stands: by a description on either side, or by what is said of it.

    Where an `other` was named before, also by whose brother or sister it is.
    """
    mention, (start, end) = place.mention, place.sentence
    apposed = (
        apposed_kin(view, other, (mention.start, mention.end), end)
        if other is not None and other < mention.start
        else None
    )
    if apposed:
        return Told(_sexed(apposed), mention.ages or age_of_kin(apposed) or _age_beside(view, mention, end))
    after = None if place.after and _RELATIVE.match(view, place.after.start) else place.after
    between = (mention.end, after.start if after else end)
    kin = _KIN.search(view[start : mention.start])
    behind = _description(view, after, _DESCRIBED, between, several=mention.plural)
    ahead = _description(view, place.before, _CALLED, (place.before.end if place.before else start, mention.start))
    sex = (
        behind.sex
        or ahead.sex
        or (_sexed(kin, start) if kin and kin["sex"] else None)
        or next((_sexed(said) for rule in _OF_SUBJECT if (said := rule.match(view, mention.end, end))), None)
    )
    ages = behind.ages or ahead.ages or _age_beside(view, mention, end)
    return Told(mention.sex or sex, mention.ages or ages, bool(kin and kin["twin"]))


def _description(
    view: str, other: Mention | None, joined: re.Pattern[str], between: Span, *, several: bool = False
) -> Told:
    """What a description says that is put beside a name: "Bramble, a boy of nine", "a boy of nine, Bramble".

    Or beside `several` names, where it is of all of them: "J and K were 7-year-old twin girls".
    """
    if other is None or other.plural != several or other.label or not joined.fullmatch(view, *between):
        return Told()
    return Told(other.sex, other.ages or _age_beside(view, other, len(view)))


def _age_beside(view: str, mention: Mention, end: int) -> AgeMention | None:
    following = following_age(view, mention, end, ())
    if following and len(view[mention.end : following.start].strip(" ,(-")) <= _BESIDE:
        return following
    return _years(_IS.match(view, mention.end, end))


def _age_in_row(
    view: str, spans: Sequence[Span], name: str, names: Sequence[str], found: Sequence[Told]
) -> AgeMention | None:
    """The bare number behind a name, in a sentence that has told the age of another: "Tom was 14, Una 11"."""
    others = [one.ages for other, one in zip(names, found, strict=True) if other != name and one.ages]
    for place in _places(view, spans, name):
        start, end = place.sentence
        if any(start <= ages.start < end for ages in others):
            ages = _years(_IN_A_ROW.match(view, place.mention.end, end))
            if ages:
                return ages
    return None


def _of_joined(
    view: str, spans: Sequence[Span], name: str, names: Sequence[str], told: Sequence[Told]
) -> AgeMention | None:
    """The age said of the next name and this one together: "Child J and Child K were 13"."""
    for place in _places(view, spans, name):
        for other, one in zip(names, told, strict=True):
            joined = re.compile(rf" *,? *and +{re.escape(other)},?(?: +who)? +were +")
            together = joined.match(view, place.mention.end, place.sentence[1])
            if together and one.ages and 0 <= one.ages.start - together.start() <= len(together[0]) + _BESIDE:
                return one.ages
    return None


def _years(printed: re.Match[str] | None) -> AgeMention | None:
    ages = find_ages(f"aged {printed['age']}") if printed else ()
    return AgeMention(ages[0].ages, *printed.span("age")) if printed and ages else None


def _sexed(match: re.Match[str], start: int = 0) -> tuple[Sex, int, int]:
    first, last = match.span("sex")
    return (Sex.MALE if match["male"] else Sex.FEMALE, start + first, start + last)

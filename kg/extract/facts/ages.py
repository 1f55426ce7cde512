"""Printed ages as values: "15-week-old" is P15W, "aged 4 and 6" is two ages, "under the age of 13" is ../P13Y."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.facts.numbers import NUMBER, ORDINAL, number, ordinal
from kg.extract.rules import Rules
from kg.extract.wording import flat, pattern, spaced
from kg.model import UNBORN, YOUNG_ADULT, Age

_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?)"
_LETTER = {"y": "Y", "m": "M", "w": "W", "d": "D"}
_SIZE = "DWMY"
_MOST = {"Y": 99, "M": 60, "W": 104, "D": 365}  # what an age in that unit can be

_PART = rf"{NUMBER}(?:[ -]*and[ -]+a[ -]+half)?[ -]*{_UNIT}'?"
_EXACT = rf"{_PART}(?:[ -]*(?:and|,)?[ -]*{NUMBER}[ -]*{_UNIT})?"
_LOOSE = rf"(?:{_EXACT}|{NUMBER}(?:[ -]+and[ -]+a[ -]+half)?)"
_OLD = r"(?:[ -]*olds?| of age)"
_ABOUT = r"(?:just |only |about |around |approximately |nearly |almost )?"
_CHILD = (
    r"(?:boy|girl|lad|lass|lassie|son|daughter|brother|sister|youth|teenager|youngster|child|toddler|pupil"
    r"|pre-?schooler|student|young (?:person|man|woman))s?"
)
_CHILDREN = r"(?:children|siblings|boys|girls|brothers|sisters|babies|infants|sons|daughters|pupils)"
_AGED = r"(?:aged|ages?|the ages? of|ages of)[: ]"
_HIS = "(?:his|her|their)"
_BEFORE = (  # less than a year
    rf"(?:(?:(?:{NUMBER}|an?|the|a few|several|some|a couple of) )?(?:days?|weeks?|months?|night|evening)"
    r" (?:before|short of|away from|off)|(?:just|shortly|soon|immediately) (?:before|short of)|on the eve of)"
)
_GOES_ON = rf"(?!a half|{NUMBER})(?:\w+ed|lived|had|was|were|went|in|at|on|an?|living|known|still|their|his|her|the)\b"
_OF_THEM = " (?:of (?:whom|them) )?(?:was |being )?(?:aged )?(?:only |just )?"
_TO = r"(?:[ ]*-[ ]*| to | until )"
_FROM_WHEN = r"(?:from|starting|beginning|(?:which|that) (?:began|started)) when"
_PIECE = re.compile(rf"({NUMBER})(?:[ -]+(and[ -]+a[ -]+half))?(?:[ -]*({_UNIT}))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AgeMention:
    """An age, or a list of ages, where it is printed."""

    ages: tuple[Age, ...]
    start: int
    end: int


def find_ages(text: str, start: int = 0, end: int | None = None) -> tuple[AgeMention, ...]:
    """Every age printed in `text`, in order; where two readings overlap, the earlier and longer one."""
    found = sorted(
        _readings(flat(text), start, len(text) if end is None else end),
        key=lambda mention: (mention.start, -mention.end),
    )
    kept: list[AgeMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def bare_ages(view: str, start: int, end: int) -> AgeMention | None:
    """The age, or the ages, that stand bare beside a child: ", 8,", " (15, autistic)", ", who were 4, 7 and 12"."""
    match = _BARE.match(view, start, end)
    if match is None:
        return None
    isos = _exact(match["age"])
    isos = isos if len(isos) == 1 else _list(match)
    if not all(isos):
        return None
    return AgeMention(tuple(Age(iso) for iso in isos if iso), *match.span("age"))


def spanning(ages: Sequence[Age]) -> Age:
    """The range from the youngest of several ages to the oldest."""
    ordered = sorted(ages, key=lambda age: age.months[0] or 0)
    return Age(f"{ordered[0].iso}/{ordered[-1].iso}")


def parse_age(printed: str) -> Age | None:
    """The one age that `printed` begins with; `None` when it holds none, or several."""
    mentions = find_ages(printed)
    return mentions[0].ages[0] if len(mentions) == 1 and len(mentions[0].ages) == 1 else None


def _readings(text: str, start: int, end: int) -> Iterator[AgeMention]:
    rules = _SEARCHED if _NUMBERED.search(text, start, end) else _UNNUMBERED
    for match, (read, printed) in rules.finditer(text, start, end):
        ages = tuple(Age(iso) for iso in read(match) if iso)
        if ages:
            yield AgeMention(ages, *match.span(printed))


def _pieces(printed: str, *, lend: bool = True) -> list[tuple[int, bool, str]]:
    """Each number of `printed`: its value, whether "and a half" follows, and its unit, if need be a later one's."""
    pieces: list[tuple[int, bool, str]] = []
    unit = "Y"
    for match in reversed(list(_PIECE.finditer(printed))):
        unit = _LETTER[match[3][0].lower()] if match[3] else unit if lend else "Y"
        pieces.insert(0, (number(match[1]), bool(match[2]), unit))
    return pieces


def _iso(value: int, half: bool, unit: str) -> str | None:  # noqa: FBT001 - one piece of a printed age
    if value > _MOST[unit] or (half and unit != "Y"):
        return None
    return f"P{value}Y6M" if half else f"P{value}{unit}"


def _exact(printed: str) -> list[str | None]:
    """One age for a plain or compound quantity, several when its parts cannot be one age ("4 months and 3 years")."""
    pieces = _pieces(printed)
    isos = [_iso(*piece) for piece in pieces]
    if len(pieces) == 2 and _one_age(pieces[0], pieces[1]) and all(isos):
        return [f"{isos[0]}{str(isos[1])[1:]}"]
    return isos


def _one_age(first: tuple[int, bool, str], second: tuple[int, bool, str]) -> bool:
    smaller = _SIZE.index(second[2]) < _SIZE.index(first[2])
    return smaller and not first[1] and second[0] < {"M": 12, "W": 53, "D": 32, "Y": 0}[second[2]] and first[2] in "YM"


def _plain(match: re.Match[str]) -> list[str | None]:
    return _list(match) if match.group().lower().endswith("respectively") else _exact(match["age"])


def _list(match: re.Match[str]) -> list[str | None]:
    """The ages of a list; a unit is lent backwards unless only years keep the order ("11, 9, 4 and 18 months")."""
    lent = [_iso(*piece) for piece in _pieces(match["age"])]
    own = [_iso(*piece) for piece in _pieces(match["age"], lend=False)]
    return own if _in_order(own) and not _in_order(lent) else lent


def _in_order(isos: list[str | None]) -> bool:
    months = [Age(iso).months[0] or 0 for iso in isos if iso]
    return months in (sorted(months), sorted(months, reverse=True))


def _range(match: re.Match[str]) -> list[str | None]:
    unit = _pieces(match["last"])[-1][2]
    last = _exact(match["last"])[0]
    first = _exact(match["first"])[0]
    if not re.search(_UNIT, match["first"], re.IGNORECASE):
        value, half, _ = _pieces(match["first"])[0]
        first = _iso(value, half, unit)
    return [f"{first}/{last}" if first and last else None]


def _under(match: re.Match[str]) -> list[str | None]:
    return [f"../{iso}" for iso in _exact(match["age"]) if iso]


def _list_of_two(match: re.Match[str]) -> list[str | None]:
    """The ages of "one aged 4 weeks and the other 9"; each has its own unit, or else the other's."""
    first, last = re.split(r"(?: the other| one) ", match["age"], maxsplit=1, flags=re.IGNORECASE)
    return [_iso(*piece) for piece in _pieces(f"{first} {last}")]


def _birthday(match: re.Match[str]) -> list[str | None]:
    """The age on either side of a birthday: "two days before his sixth birthday" is five."""
    years = ordinal(match["nth"]) - bool(match["before"])
    return [f"P{years}Y"] if years else ["../P1Y"]


def _turned(match: re.Match[str]) -> list[str | None]:
    return [f"P{number(match['next']) - 1}Y"]


def _nth_year(match: re.Match[str]) -> list[str | None]:
    """The age of a child "in her second year", which is one."""
    years = ordinal(match["nth"]) - 1
    return [f"P{years}Y"] if years else ["../P1Y"]


def _one(match: re.Match[str]) -> list[str | None]:
    return [f"P1{_LETTER[match['unit'][0].lower()]}"]


def _under_one(match: re.Match[str]) -> list[str | None]:
    return [f"../{age}" for age in _one(match)]


def _of_a_year(match: re.Match[str]) -> list[str | None]:
    """The age that doctors write as a fraction: "6/52" is six weeks, "4/12" four months, "3/7" three days."""
    return [f"P{int(match['age'])}{ {'52': 'W', '12': 'M', '7': 'D'}[match['of']] }"]


_Reader = Callable[[re.Match[str]], list[str | None]]
_RULES: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (pattern(rf"(?P<age>{_EXACT}){_OLD}"), _plain),
    (pattern(rf"{_AGED}{_ABOUT}(?P<age>{_LOOSE}){_OLD}?(?: respectively)?"), _plain),
    (pattern(rf"(?P<age>{_EXACT})(?= when (?:he|she|they) (?:died|was|were)| at the time of)"), _plain),
    (pattern(rf"was (?:only |just |still )?(?P<printed>(?P<age>{NUMBER}))(?= when| at the time)"), _plain),
    (
        pattern(
            rf"(?:he was|she was|they were|who was) (?:only |just |still )?(?P<printed>(?P<age>{NUMBER}))(?= ?[.;]"
            rf"| and {_GOES_ON})"
        ),
        _plain,
    ),
    (pattern(rf"{_AGED}(?P<age>{_LOOSE}{_OLD}?(?:, {_LOOSE}{_OLD}?)*,? and {_LOOSE}){_OLD}?(?: respectively)?"), _list),
    (pattern(rf"(?P<age>{NUMBER}-?(?:, {NUMBER}-?)*,? and {NUMBER}[ -]{_UNIT}){_OLD}"), _list),
    (pattern(rf"{_AGED}(?:from |between )?(?P<first>{_LOOSE}{_OLD}?){_TO}(?P<last>{_LOOSE}){_OLD}?"), _range),
    (pattern(rf"(?:{_AGED})?between (?:the ages of )?(?P<first>{_LOOSE}) and (?P<last>{_EXACT}){_OLD}"), _range),
    (pattern(rf"{_AGED}between (?P<first>{_LOOSE}) and (?P<last>{_LOOSE}){_OLD}?"), _range),
    (pattern(rf"between (?:the )?ages (?:of )?(?P<first>{_LOOSE}) and (?P<last>{_LOOSE}){_OLD}?"), _range),
    (pattern(rf"(?P<first>{NUMBER}){_TO}(?P<last>{_EXACT}){_OLD}"), _range),
    (pattern(rf"(?:just )?(?:under|below) (?:the )?ages? of (?P<age>{_LOOSE}){_OLD}?"), _under),
    (pattern(rf"(?:aged )?(?:just )?(?:under|below|younger than) (?P<age>{_EXACT}){_OLD}"), _under),
    (pattern(rf"aged (?:just )?(?:under|below) (?P<age>{_LOOSE}){_OLD}?"), _under),
    (pattern(rf"{_CHILDREN},? (?:all |both )?(?P<printed>(?:under|below) (?P<age>{NUMBER}(?: {_UNIT})?))"), _under),
    (
        pattern(
            rf"{_CHILD} of (?P<printed>(?P<age>{_LOOSE}))(?= (?:in|on|and|was|who|by|from|at|had|whose|with"
            rf"|while|after|when|took|fell|lost|hanged|died|living|[a-z]+ed)\b|[,.;)])"
        ),
        _plain,
    ),
    (
        pattern(
            rf"(?:died?|deaths?|dying|dead)\b(?:(?! birth| born|[.;]).){{0,60}}? at (?:only |just |about )?"
            rf"(?P<printed>(?P<age>{_EXACT}))"
            r"(?!'? (?:later|after|gestation|pregnan\w+|of (?:gestation|pregnancy)|into))"
        ),
        _plain,
    ),
    (pattern(rf"died at (?:only |just |about )?(?P<printed>(?P<age>{_EXACT}))(?! (?:later|after))"), _plain),
    (
        pattern(
            rf"(?:bab(?:y|ies)|infant|child|toddler|pupil"
            rf"|student) of {_ABOUT}(?P<printed>(?P<age>{_EXACT}))(?! (?:later|after))"
        ),
        _plain,
    ),
    (pattern(rf"(?:(?P<before>{_BEFORE})|after|on|of|celebrated) {_HIS} (?P<nth>{ORDINAL}) birthday"), _birthday),
    (pattern(rf"{_BEFORE} (?:he|she|they) (?:would have )?(?:turned|reached|became) (?P<next>{NUMBER})"), _turned),
    (pattern(rf"in {_HIS} (?P<nth>{ORDINAL}) year(?! (?:at|of|in|with))"), _nth_year),
    (pattern(rf"had (?:only )?just turned (?P<printed>(?P<age>{NUMBER}))"), _plain),
    (pattern(rf"at (?:just|only|barely) (?P<printed>(?P<age>{_LOOSE}))(?! (?:later|after))"), _plain),
    (
        pattern(
            rf"one (?:was |of them )?(?P<printed>(?:aged |of )?(?P<age>{_LOOSE}{_OLD}?,? (?:and|while) (?:the other"
            rf"|one) (?:was )?(?:aged |of )?{_LOOSE}){_OLD}?)"
        ),
        _list_of_two,
    ),
    (
        pattern(
            rf"(?:eld|old)est{_OF_THEM}(?P<last>{_LOOSE}){_OLD}?,? (?:and |while )?(?:the )?youngest{_OF_THEM}"
            rf"(?P<first>{_LOOSE}){_OLD}?"
        ),
        _range,
    ),
    (
        pattern(
            rf"youngest{_OF_THEM}(?P<first>{_LOOSE}){_OLD}?,? (?:and |while )?(?:the )?(?:eld|old)est{_OF_THEM}"
            rf"(?P<last>{_LOOSE}){_OLD}?"
        ),
        _range,
    ),
    (
        pattern(
            rf"from (?:the ages? of |age |ages )(?P<first>{_LOOSE}){_TO}(?:the age of |age )?(?P<last>{_LOOSE}){_OLD}?"
        ),
        _range,
    ),
    (
        pattern(
            rf"rang(?:ing|ed|es?) (?:in age )?(?:from|between) (?P<first>{_LOOSE})(?:{_TO}"
            rf"| and )(?P<last>{_LOOSE}){_OLD}?"
        ),
        _range,
    ),
    (
        pattern(
            rf"(?:he|she|they) (?:was"
            rf"|were) (?P<printed>(?:aged )?between (?P<first>{_LOOSE}) and (?P<last>{_LOOSE}){_OLD}?)"
        ),
        _range,
    ),
    (
        pattern(
            rf"(?:thought|believed|judged|assessed|estimated|said|claimed|known) to (?:be|have been) {_ABOUT}(?:aged )?"
            rf"(?P<printed>(?P<age>{_LOOSE}{_OLD}?))(?= (?:who|when|and|at|in|from|by|was|had|after|on)\b|[,.;)])"
        ),
        _plain,
    ),
    (pattern(rf"(?P<printed>(?P<age>{NUMBER})[ -]?y/?o)"), _plain),
    (pattern(rf"(?:male|female|boy|girl), (?P<printed>(?P<age>{_EXACT}))(?=[)])"), _plain),
    (pattern(r"an? (?P<printed>(?P<unit>year|month|week|day)[ -]old)"), _one),
    (pattern(r"(?:under|less than) (?:an?|one) (?P<unit>year|month|week|day)(?: old| of age)"), _under_one),
    (pattern(rf", at (?P<printed>(?P<age>{_EXACT}))(?=,)"), _plain),
    (
        pattern(
            rf"from (?:the ages? of |age )?(?P<first>{_LOOSE})"
            rf" (?:until|till|to when) (?:he|she|they) (?:was|were|turned) (?P<last>{_LOOSE})"
        ),
        _range,
    ),
    (
        pattern(
            rf"from when (?:he|she|they) (?:was|were) {_ABOUT}(?P<first>{_LOOSE}){_OLD}? (?:until|till|to)"
            rf" (?:(?:when )?(?:he|she|they) (?:was|were|turned) |the ages? of |aged? )?(?P<last>{_LOOSE}){_OLD}?"
        ),
        _range,
    ),
    (
        pattern(
            rf"(?:boy|girl|baby|infant|child|toddler|son|daughter|twin)s? at (?:only |just |about )?"
            rf"(?P<printed>(?P<age>{_EXACT}))(?!'? (?:later|after|into|gestation|pregnan\w+|of (?:gestation"
            rf"|pregnancy)))"
        ),
        _plain,
    ),
    (pattern(rf"{_FROM_WHEN} (?:he|she|they) (?:was|were) (?P<printed>{_ABOUT}(?P<age>{_LOOSE}){_OLD}?)"), _plain),
    (pattern(rf"(?P<printed>(?P<age>\d{{1,2}})/(?P<of>52|12|7)(?!\d))(?:{_OLD})?"), _of_a_year),
    (
        pattern(
            rf"(?:nearly|almost|not yet|just over|barely) (?P<printed>(?P<age>{_EXACT}|{NUMBER}))"
            r"(?= (?:when|who|died)|[,.;)])"
        ),
        _plain,
    ),
    (pattern(r"unborn"), lambda _: [UNBORN]),
    (pattern(r"young adults?"), lambda _: [YOUNG_ADULT]),
)


def _searched(rules: Iterable[tuple[re.Pattern[str], _Reader]]) -> Rules[tuple[_Reader, str | int]]:
    return Rules((rule, (read, "printed" if "printed" in rule.groupindex else 0)) for rule, read in rules)


_SEARCHED = _searched(_RULES)
_UNNUMBERED = _searched(  # a birthday may come with its ordinal alone
    (rule, read) for rule, read in _RULES if spaced(NUMBER) not in rule.pattern or read is _birthday
)
_NUMBERED = re.compile(spaced(NUMBER), re.IGNORECASE)
_BARE = re.compile(
    rf"(?:,? *\(|, +|,? +(?:who +)?(?:was|were|is|are) +(?:only +|just +|then +)?(?=[^.;]*(?:,|and|when|at +the|\.)))"
    rf"(?:aged +|then +|now +|just +(?:turned +)?"
    rf"|only +|both +|all +)?(?P<age>{spaced(_LOOSE)}(?:, +{spaced(_LOOSE)})*(?:,? +and +{spaced(_LOOSE)})?)"
    r"(?= *(?:[,.;)]| by +the| when| and +(?:living|lived|had|was|pregnant|in|used|could|spoke|attended)\b"
    r"| at +the +time| in +(?:19|20)))",
    re.IGNORECASE,
)

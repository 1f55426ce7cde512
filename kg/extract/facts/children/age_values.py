"""What a printed age comes to: each function reads a match of one form into ages, as ISO 8601 writes them."""

import re
from collections.abc import Callable

from kg.extract.facts.numbers import NUMBER, number, ordinal
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import spaced
from kg.model import Age

UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?)"
OF_A_DAY = r"(?:hours?|hrs?|minutes?|mins?)"  # units of an age only where it is plain that an age is told
_UNITS = {"y": "Y", "mo": "M", "mt": "M", "w": "W", "d": "D", "h": "TH", "mi": "TM"}  # as ISO 8601 marks them
_SIZE = ("TM", "TH", "D", "W", "M", "Y")
_MOST = {"Y": 99, "M": 60, "W": 104, "D": 365, "TH": 96, "TM": 180}  # what an age in that unit can be
_LESS = {"M": 12, "W": 53, "D": 32}  # how many of a unit can stand behind a greater one
_MONTHS_OF_A_YEAR = 12
_PIECE = deferred(rf"({NUMBER})(?:[ -]+(and[ -]+a[ -]+half)|[ -]?(½))?(?:[ -]*({UNIT}|{OF_A_DAY}))?", re.IGNORECASE)

_MONTHS_SINCE = deferred(rf"(?:an?|(?P<count>{NUMBER})) +months? +after", re.IGNORECASE)


def _of_some(*, named: bool) -> str:
    """A pattern for the age of some of a group: "two aged 15", "the other was 9 weeks old"."""
    both, some, age = (f"?P<{name}>" if named else "?:" for name in ("both", "some", "age"))
    return (
        rf"(?:({both}both)|(?:the )?(?:others?|remaining|rest)(?: {NUMBER})?|the (?:third|fourth)|another"
        rf"|({some}{NUMBER}))"
        rf"(?: of (?:them|whom))?(?: (?:was|were|being))?(?: (?:aged|of|at))? (?:about |only |just )?"
        rf"({age}{NUMBER}(?:[ -]+and[ -]+a[ -]+half)?(?:[ -]*{UNIT}'?)?)(?:[ -]*olds?| of age)?"
    )


AGE_OF_SOME = _of_some(named=False)
_AGE_OF_SOME = deferred(spaced(_of_some(named=True)), re.IGNORECASE)
_OTHERS = deferred(
    rf"(?:the +)?(?:other|remaining) +(?P<some>{NUMBER}) +(?:of|was|were|being|aged|at|{NUMBER})", re.IGNORECASE
)


def _pieces(printed: str, *, lend: bool = True) -> list[tuple[int, bool, str]]:
    """Each number of `printed`: its value, whether "and a half" follows, and its unit, if need be a later one's."""
    pieces: list[tuple[int, bool, str]] = []
    unit = "Y"
    for match in reversed(list(_PIECE.finditer(printed))):
        unit = _unit(match[4]) if match[4] else unit if lend else "Y"
        pieces.insert(0, (number(match[1]), bool(match[2] or match[3]), unit))
    return pieces


def _unit(printed: str) -> str:
    word = printed.lower()
    return _UNITS[word[:2] if word[0] == "m" else word[0]]


def _iso(value: int, half: bool, unit: str) -> str | None:  # noqa: FBT001 - one piece of a printed age
    if value > _MOST[unit]:
        return None
    if half and unit == "Y":
        return f"P{value}Y6M"
    return f"P{unit[:-1]}{value}{unit[-1]}"  # half a week is past, and not yet one more


def exact_age(printed: str) -> list[str | None]:
    """One age for a plain or compound quantity, several when its parts cannot be one age ("4 months and 3 years")."""
    pieces = _pieces(printed)
    isos = [_iso(*piece) for piece in pieces]
    if len(pieces) == 2 and _one_age(pieces[0], pieces[1]) and all(isos):
        return [f"{isos[0]}{str(isos[1])[1:]}"]
    return isos


def _one_age(first: tuple[int, bool, str], second: tuple[int, bool, str]) -> bool:
    smaller = _SIZE.index(second[2]) < _SIZE.index(first[2])
    return smaller and not first[1] and second[0] < _LESS.get(second[2], 0) and first[2] in ("Y", "M", "W")


def plain_age(match: re.Match[str]) -> list[str | None]:
    """One age, or as many as a list that ends in "respectively" holds."""
    return listed_ages(match) if match.group().lower().endswith("respectively") else exact_age(match["age"])


def listed_ages(match: re.Match[str]) -> list[str | None]:
    """The ages of a list; a unit is lent backwards unless only years keep the order ("11, 9, 4 and 18 months")."""
    lent = [_iso(*piece) for piece in _pieces(match["age"])]
    own = [_iso(*piece) for piece in _pieces(match["age"], lend=False)]
    return own if _in_order(own) and not _in_order(lent) else lent


def _in_order(isos: list[str | None]) -> bool:
    months = [Age(iso).months[0] or 0 for iso in isos if iso]
    return months in (sorted(months), sorted(months, reverse=True))


def age_range(match: re.Match[str]) -> list[str | None]:
    """A range of ages; its first lends its unit from the last: "14 to 16 months"."""
    unit = _pieces(match["last"])[-1][2]
    last = exact_age(match["last"])[0]
    first = exact_age(match["first"])[0]
    if not re.search(UNIT, match["first"], re.IGNORECASE):
        value, half, _ = _pieces(match["first"])[0]
        first = _iso(value, half, unit)
    return [f"{first}/{last}" if first and last else None]


def ages_by_rank(match: re.Match[str]) -> list[str | None]:
    """The ages of the younger and of the elder of two, in the order told."""
    return [*exact_age(match["one"])[:1], *exact_age(match["two"])[:1]]


def ages_of_rest(match: re.Match[str]) -> list[str | None]:
    """The age of the eldest or youngest, then of each of those who are counted beside: "the other three were 8"."""
    rest = [f"../{age}" if match["under"] else age for age in exact_age(match["rest"])[:1] if age]
    return [*exact_age(match["one"])[:1], *rest * number(match["some"])]


def age_under(match: re.Match[str]) -> list[str | None]:
    """Every age below the one printed."""
    return [f"../{iso}" for iso in exact_age(match["age"]) if iso]


def age_over(match: re.Match[str]) -> list[str | None]:
    """Every age from the one printed on."""
    return [f"{iso}/.." for iso in exact_age(match["age"]) if iso]


def counted_ages(match: re.Match[str]) -> list[str | None]:
    """The ages of "one aged 4 weeks and the other two 9"; each has its own unit, or else a later one's."""
    parts = list(_AGE_OF_SOME.finditer(match["age"]))
    pieces = _pieces("; ".join(part["age"] for part in parts))
    if len(pieces) != len(parts):
        return []
    return [_iso(*piece) for piece, part in zip(pieces, parts, strict=True) for _ in range(_how_many(part))]


def _how_many(part: re.Match[str]) -> int:
    """Of how many children one part of a list gives the age: "both aged 4", "the other two 9"."""
    others = _OTHERS.match(part.group())
    some = part["some"] or (others["some"] if others else None)
    return number(some) if some else 2 if part["both"] else 1


def age_at_birthday(match: re.Match[str]) -> list[str | None]:
    """The age on either side of a birthday: "two days before his sixth birthday" is five, "a month after" 6.1."""
    years = ordinal(match["nth"]) - bool(match["before"])
    months = _MONTHS_SINCE.match(match.group())
    past = (number(months["count"]) if months["count"] else 1) if months else 0
    since = f"{past}M" if 0 < past < _MONTHS_OF_A_YEAR else ""
    return [f"P{years}Y{since}"] if years else ["../P1Y"]


def age_before_turning(match: re.Match[str]) -> list[str | None]:
    """The age of a child who had yet to turn the one printed."""
    return [f"P{number(match['next']) - 1}Y"]


def age_in_nth_year(match: re.Match[str]) -> list[str | None]:
    """The age of a child "in her second year", which is one."""
    years = ordinal(match["nth"]) - 1
    return [f"P{years}Y"] if years else ["../P1Y"]


def one_unit(match: re.Match[str]) -> list[str | None]:
    """The age of "a year-old": one of what is printed."""
    return [_iso(1, False, _unit(match["unit"]))]  # noqa: FBT003 - one piece of a printed age


def under_one_unit(match: re.Match[str]) -> list[str | None]:
    """Every age below one of what is printed."""
    return [f"../{age}" for age in one_unit(match)]


def fraction_of_a_year(match: re.Match[str]) -> list[str | None]:
    """The age that doctors write as a fraction: "6/52" is six weeks, "4/12" four months, "3/7" three days."""
    return [f"P{int(match['age'])}{ {'52': 'W', '12': 'M', '7': 'D'}[match['of']] }"]


Reader = Callable[[re.Match[str]], list[str | None]]

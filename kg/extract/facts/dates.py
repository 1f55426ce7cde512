"""Printed dates as EDTF values, and the role that the words around each give it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.facts.numbers import NUMBER, ORDINALS, WORDS, number, ordinal
from kg.extract.text.parsed import deferred
from kg.extract.text.rules import Rules
from kg.extract.text.wording import flat, pattern, spaced
from kg.extract.titles.listed_dates import SEASONS
from kg.model import PartialDate

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = rf"(?:{'|'.join(_MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
_SEASON = rf"(?:{'|'.join(SEASONS)})"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{'|'.join(ORDINALS)})"
_TEEN = "|".join(sorted((word for word, value in WORDS.items() if value >= 10), key=len, reverse=True))
_YEAR = rf"(?:(?:19|20)\d\d|two thousand(?: and (?:{'|'.join(WORDS)}))?|(?:twenty|nineteen) (?:{_TEEN}))"
_TIME_OF_DAY = r"(?: (?:morning|afternoon|evening|night|day|weekend|half[ -]term|bank holiday(?: weekend)?))?"
_HOLIDAYS = {  # what follows the year; the first that stands there
    "new year's eve": "-12-31",
    "new year's day": "-01-01",
    "valentine's day": "-02-14",
    "halloween": "-10-31",
    "bonfire night": "-11-05",
    "christmas eve": "-12-24",
    "christmas day": "-12-25",
    "boxing day": "-12-26",
    "christmas": "-12",
    "easter": "",
}
_VAGUE = deferred("|".join(name for name, day in _HOLIDAYS.items() if not day), re.IGNORECASE)
_HOLIDAY = rf"(?:{'|'.join(_HOLIDAYS)})"
_PART = (
    r"(?:(?:very )?(?:early|mid|late)[ -](?:in )?|the (?:beginning|start|middle|end"
    r"|(?:first|last|early|opening|closing|final) (?:few )?(?:weeks|months|part|half)) of "
    r"|beginning of |end of )?"
)
_POINT = (
    rf"(?:{_PART}(?:the )?(?:{_DAY} (?:of )?)?{_MONTH}{_TIME_OF_DAY},? (?:(?:in|of) )?(?:{_DAY}, )?{_YEAR}"
    rf"|{_HOLIDAY}(?: period| holidays?| break)?,? (?:(?:in|of) )?{_YEAR}|(?:0?[1-9]|1[0-2])/(?:19|20)\d\d"
    rf"|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d|\d{{1,2}}-\d{{1,2}}-(?:19|20)\d\d"
    rf"|{_PART}(?:the )?{_SEASON}(?: holidays?| months| term)?(?: of)? {_YEAR}"
    rf"(?:[/-]\d{{2,4}})?|\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|{_PART}{_YEAR})"
)
_SHORT = rf"(?:{_PART}(?:{_DAY} (?:of )?)?{_MONTH}|{_PART}{_SEASON}|{_HOLIDAY})"  # it borrows a later year
_NUMERIC = deferred(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = deferred(r"\d{4}-\d\d-\d\d")
_MONTH_OF_YEAR = deferred(r"(\d{1,2})/(\d{4})")
_A_HOLIDAY, _A_SEASON = deferred(spaced(_HOLIDAY)), deferred(rf"\b{_SEASON}\b")
_A_MONTH, _A_DAY = deferred(rf"\b{_MONTH}"), deferred(rf"\b{_DAY}\b")
_A_YEAR, _FROM_YEAR_ON = deferred(_YEAR, re.IGNORECASE), deferred(rf"{_YEAR}.*")
_LINK = r"(?: to | until | till | and |[ ]*-[ ]*| through to )"
_HAPPENING = (  # "between her birth in 2015 and her death from pneumonia in 2017"
    r"(?:(?:(?:his|her|their|the) [\w-]+(?: (?:from|of|by|into|to)(?: [\w'-]+){1,3}?)?|birth) (?:in|on) )?"
)
_TO = r"(?: to | until | till |[ ]*-[ ]*| through to )"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date where it is printed; `start` leaves out "in", "from" and "between"."""

    date: PartialDate
    start: int
    end: int


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """Every date printed in `text`, in order; the longest reading of each."""
    found = sorted(_readings(flat(text), start, len(text) if end is None else end), key=lambda m: (m.start, -m.end))
    kept: list[DateMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _readings(text: str, start: int, end: int) -> Iterator[DateMention]:
    if not _DATED.search(text, start, end):
        return
    for match, read in _SEARCHED.finditer(text, start, end):
        edtf = read(match)
        if edtf and _is_date(edtf):
            yield DateMention(PartialDate(edtf), *match.span("printed"))


@lru_cache(maxsize=2_000)
def _is_date(edtf: str) -> bool:
    try:
        ends = [PartialDate(part) for part in edtf.split("/")]
    except ValueError:
        return False
    return ends[0].earliest <= ends[-1].earliest


def _point(printed: str, year: str = "") -> str:
    """One date as EDTF; `year` is lent to a month or season without one."""
    words = printed.lower()
    numeric = _NUMERIC.search(words)
    if numeric:
        return f"{numeric[3]}-{int(numeric[2]):02}-{int(numeric[1]):02}"
    if _ISO.search(words):
        return words
    month_of_year = _MONTH_OF_YEAR.fullmatch(words)
    if month_of_year:
        return f"{month_of_year[2]}-{int(month_of_year[1]):02}"
    year = _year(words) or year
    holiday = _A_HOLIDAY.match(words)
    if holiday:
        return year + _HOLIDAYS[" ".join(holiday[0].split())]
    season = _A_SEASON.search(words)
    if season:
        return f"{year}-{SEASONS[season[0]]}"
    month = _A_MONTH.search(words)
    if month is None:
        return year
    rest = _FROM_YEAR_ON.sub("", words[: month.start()] + " " + words[month.end() :])
    day = _A_DAY.search(rest)
    return f"{year}-{_month(month[0]):02}" + (f"-{ordinal(day[0]):02}" if day else "")


def _month(printed: str) -> int:
    return next(index for index, name in enumerate(_MONTHS, 1) if name.startswith(printed.rstrip(".")[:3]))


def _year(printed: str) -> str:
    found = _A_YEAR.search(printed)
    if found is None:
        return ""
    words = found[0].lower()
    if words.isdigit():
        return words
    rest = re.sub(r"^(?:two thousand|twenty|nineteen)(?: and)? *", "", words)
    base = 1900 if words.startswith("nineteen") else 2000
    return str(base + (number(rest) if rest else 0))


def _single(match: re.Match[str]) -> str:
    return _point(match["printed"])


def _interval(match: re.Match[str]) -> str:
    last = _point(match["last"])
    first = _point(match["first"], last[:4])
    vague = first == last[:4] and _VAGUE.fullmatch(match["first"])  # "between Easter and August 2013"
    return first if vague else f"{first}/{last}"


def _short_interval(match: re.Match[str]) -> str:
    first, last = match["first"], match["last"]
    return f"{first}/{last}" if len(last) == 4 else f"{first}/{first[:2]}{last}"


def _events(match: re.Match[str]) -> str:
    """Several events: a set of dates, where a month without a year takes the next one's."""
    points: list[str] = []
    for part in reversed(re.split(r",| and ", match["printed"])):
        points.insert(0, _point(part, points[0][:4] if points else ""))
    return f"{{{','.join(points)}}}"


def _years_from(match: re.Match[str]) -> str:
    """The years that are counted from one: "four years from 2012" ends in 2016."""
    first = _year(match["first"])
    return f"{first}/{int(first) + number(match['count'])}"


def _years_to(match: re.Match[str]) -> str:
    last = _year(match["last"])
    return f"{int(last) - number(match['count'])}/{last}"


def _decade(match: re.Match[str]) -> str:
    return f"{match['decade']}0/{match['decade']}9"


_Reader = Callable[[re.Match[str]], str]
_EVENT = rf"(?:{_POINT}|{_SHORT})"
_RULES: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (
        pattern((rf"(?:from |between |over |during )?(?P<printed>(?P<first>{_EVENT}){_TO}(?P<last>{_POINT}))")),
        _interval,
    ),
    (
        pattern(
            rf"(?:between|during"
            rf"|from) (?P<printed>{_HAPPENING}(?P<first>{_EVENT})"
            rf"(?:, (?:when|after|before) [^,.;]{{3,60}},)?{_LINK}{_HAPPENING}(?P<last>{_POINT}))"
        ),
        _interval,
    ),
    (
        pattern(
            rf"from (?P<printed>(?P<first>{_EVENT}) (?:until|till|up to when|to when) (?:he|she|they|the [\w-]+) "
            rf"(?:was|were|had been) (?:[\w-]+ ){{1,6}}?in (?P<last>{_POINT}))"
        ),
        _interval,
    ),
    (pattern(r"(?P<printed>(?P<first>(?:19|20)\d\d)[/-](?P<last>\d\d|(?:19|20)\d\d))"), _short_interval),
    (pattern(rf"(?P<printed>(?P<first>{_MONTH}(?: {_YEAR})?)[ ]*/[ ]*(?P<last>{_MONTH} {_YEAR}))"), _interval),
    (pattern(rf"(?P<printed>{_EVENT}(?:, {_EVENT})*,? and (?:(?:then )?again )?(?:in )?{_POINT})"), _events),
    (
        pattern(
            rf"(?<!aged\s)(?<!and\s)(?P<printed>(?P<count>{NUMBER})(?: years|[ -]year period),?"
            rf" (?:starting |beginning )?(?:from|in) (?P<first>{_YEAR}))(?!{_TO})"
        ),
        _years_from,
    ),
    (
        pattern(
            rf"(?P<printed>(?P<count>{NUMBER})(?: years|[ -]year period),? (?:(?:up )?to|ending in"
            rf"|until) (?P<last>{_YEAR}))"
        ),
        _years_to,
    ),
    (
        pattern(
            r"(?<!to[ ])(?<!and[ ])the (?:early |mid |late |mid-|early-|late-)?"
            r"(?P<printed>(?P<decade>(?:19|20)\d)0s)(?! (?:and|to|until|-))"
        ),
        _decade,
    ),
    (pattern(rf"(?P<printed>(?<!0s[ ]and[ ])(?<!0s[ ]to[ ]){_POINT})"), _single),
)
_SEARCHED = Rules(_RULES)
_DATED = deferred(r"\d{4}|two +thousand|twenty|nineteen", re.IGNORECASE)  # every date has a year

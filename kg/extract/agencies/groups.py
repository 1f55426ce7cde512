"""The names that open a group inside a list: "LA1 partnership: write a leaflet; make a film; police: print posters"."""

import re
from collections.abc import Iterator

from kg.extract.agencies.mentions import mentions
from kg.extract.parts import SectionKind
from kg.extract.text.parsed import deferred
from kg.extract.text.separators import BULLET_MARK
from kg.extract.text.wording import flat

_NO_NAME_OF_PRACTICE = "".join(  # "good practice: the nurse who called each week" is a point
    rf"(?<!\b{kind} )" for kind in ("good", "best", "safe", "safer", "poor", "effective", "professional", "reflective")
)
_AGENCY = (
    r"(?:partnerships?|boards?|councils?|services?|agenc(?:y|ies)|police|health|trusts?|schools?|colleges?|nhs"
    r"|education|authorit(?:y|ies)|departments?|government|care|hospitals?|gps?|surger(?:y|ies)"
    rf"|{_NO_NAME_OF_PRACTICE}practices?|partners"
    r"|probation|housing"
    r"|practitioners|professionals|providers?|teams?|midwi(?:fe|ves|fery)|nurses|visitors|workers|l?scb|l?scp|cscp"
    r"|l?sab|[ac]pc|[ci]cbs?|ccgs?|commissioning\s+groups?"
    r"|camhs|cafcass|courts?|commissioners|committees?|panel|organisations|nurser(?:y|ies)|settings|both|all"
    r"|office|force)"
)
_NOT_A_NAME = (
    r"(?!(?:too|so|how|more|many|much|few|several|no|not|for|of|with|in|on|about|by|from|between|to|that|if|when"
    r"|should|must|needs?|is|are|was|will|can|include[sd]?|ask"
    r"|remind|require|ensure|tell|encourage|help|support|train|give|work|consider|review|develop|provide)\b)"
)
_ASKED = r"(?:should|must|(?:is|are)\s+(?:asked|advised|recommended)(?:\s+to)?|needs?\s+to|to)"
_ENSURE = (  # "should ensure that:" says no more of what is asked than "should:"
    r"(?:\s+(?:(?:also|now|each|all|both|jointly|therefore)\s+)?(?:ensure|make\s+(?:sure|certain)|see\s+to\s+it"
    r"|(?:seek|gain|provide|obtain)\s+assurance|be\s+assured|(?:assure|satisfy)\s+(?:itself|themselves))(?:\s+that)?)?"
)
_IS_ASKED = rf"(?:\s+{_ASKED}{_ENSURE})?"
_WORDS = (
    r"(?:(?:for|to)\s+)?(?:(?:department|ministry|office)\s+(?:for|of)\s+"
    rf"|{_NOT_A_NAME}[\w'&/()-]+,?\s+){{0,7}}?{_AGENCY}(?:\s+(?!should|must|needs?|are|is|to\b)\w+)?"
)
_NAME = rf"(?P<name>{_WORDS})"
_LONG_NAME = (  # "for the Safeguarding Board for Northern Ireland (SBNI)": behind "for" or "to" the rest may be longer
    rf"(?:for|to)\s+(?:[\w'&/()-]+,?\s+){{0,7}}?{_AGENCY}(?:,?\s+(?!should|must|needs?|are|is\b)[\w'&/()-]+){{2,7}}"
)
_WHOLE_NAME = deferred(rf"(?:the\s+)?(?:{_WORDS}|{_LONG_NAME})", re.IGNORECASE)
_REACH = r"(?:at\s+)?(?:an?\s+|the\s+)?(?:national|local|regional|strategic|operational)(?:ly)?(?:\s+level)?"
_GROUP = deferred(rf"(?P<name>{_REACH}|{_WORDS}|{_LONG_NAME}){_IS_ASKED}\s*:\**\s*(?=\S|\Z)", re.IGNORECASE)
_ONLY_ASKED = deferred(rf"[\s*]*(?:and\s+)?(?:[\w' -]*?\s)?{_NAME}{_IS_ASKED}\s*:?\**\s*", re.IGNORECASE)
_LINE = deferred(rf"\s*(?=[*\"']*(?-i:[A-Z])){_NAME}{_IS_ASKED}\s*:[ *]*(?=\n|\Z)", re.IGNORECASE)
_HEADING = deferred(rf"\s*(?=(?-i:[A-Z])){_NAME}[ *]*(?=\n\s*{BULLET_MARK})", re.IGNORECASE)
_PARAGRAPH = deferred(  # of its own, below a list: "The police are asked to", "To the health board: a leaflet"
    rf"\s*(?=(?-i:[A-Z]))(?:{_WORDS}\s+(?:is|are)\s+(?:also\s+)?(?:asked|advised|recommended|requested|urged)\s+to\b"
    rf"|(?=(?:to|for)\b){_WORDS}\s*:\s*\S)",
    re.IGNORECASE,
)
_CAPITAL_LINE, _LONGEST_NAME = deferred(r"\n\s*(?=[A-Z])"), 80  # characters
_HALF_NAME = deferred(  # behind an item that has ended, a name that goes on in the next line: "West / Kilmore trust:"
    r"(?:[;.]|\A)\s+(?:and\s+)?(?P<name>(?:(?:for|to|the|of|and|[A-Z][\w'&/()-]*),?\s+){0,4}"
    r"(?:for|to|the|of|and|&|[A-Z][\w'&/()-]*,?))\Z"
)
_UNFINISHED = deferred(r"(?:[,:–-]|\b(?:and|or|to|the|of|with|in|by|for|an?|on|at|from|that|their|its|as))\s*\Z")
_NEW_LINE, _BLANK = deferred(r"\n\s*"), deferred(r"\n[ \t]*\n")
_NEXT_SENTENCE = deferred(r"(?<!\b[A-Z])(?<!\n\d)(?<!\n\d\d)[.!?;]\**\s+(?=[*A-Z])")
_BOTH = deferred(
    (
        r"(?:for\s+|to\s+)?(?:both|all\s+(?:two|three|four))(?:\s+(?:of\s+)?(?:these|them"
        r"|the))?(?:\s+(?:services|agencies|organisations|bodies))?"
    ),
    re.IGNORECASE,
)


def group(text: str, start: int, end: int, kind: SectionKind) -> re.Match[str] | None:
    """The name before a colon that opens a group.

    In a list of learning a single word before a colon ("Housing:") is a theme.
    """
    name = _named(text, start, end)
    return name if name and (kind is SectionKind.RECOMMENDATIONS or len(name["name"].split()) > 1) else None


def _named(text: str, start: int, end: int) -> re.Match[str] | None:
    return _GROUP.match(text, start, end) if ":" in text[start:end] else None


def heading(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name that stands above bullets as the heading of a group."""
    return _HEADING.match(text, start, end)


def opens_asked(text: str, start: int, end: int) -> bool:
    """Whether the words between `start` and `end` only say who is asked: "and the police should:"."""
    return _ONLY_ASKED.fullmatch(text, start, end) is not None


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the words between `start` and `end` are the name of somebody who can be asked: "the housing trust"."""
    if _WHOLE_NAME.fullmatch(text, start, end):
        return True
    words = flat(text[start:end])
    named = mentions(words, 0, len(words))
    return bool(named) and named[-1].end == len(words)


def takes_up(name: str) -> bool:
    """Whether a group is of all those before it: "both services"."""
    return _BOTH.fullmatch(name) is not None


def opens_group(text: str, start: int, end: int, *, apart: bool) -> bool:
    """Whether a line names a group: before a colon, or, set `apart` by a blank line, above bullets or as one asked."""
    if _LINE.match(text, start, end):
        return True
    return apart and bool(_HEADING.match(text, start, end) or _PARAGRAPH.match(text, start, end))


def group_line(text: str, start: int, end: int) -> int | None:
    """Where a list begins that opens with a line for the name of a group."""
    line = _LINE.match(text, start, end) or _HEADING.match(text, start, end)
    return end - len(text[line.end() : end].lstrip()) if line else None


def asked_by_line(text: str, start: int, end: int, kind: SectionKind) -> Iterator[int]:
    """Where a line opens with the name of who is asked: "Police: share the log", below another such line."""
    if kind is SectionKind.RECOMMENDATIONS and _named(text, start, end):
        for match in _CAPITAL_LINE.finditer(text, start, end):
            whole = not _is_broken(text, start, match.start(), end)
            if whole and _GROUP.match(text, match.end(), min(end, match.end() + _LONGEST_NAME)):
                yield match.start()


def _is_broken(text: str, start: int, line: int, end: int) -> bool:
    """Whether the name of a group begins above a line's beginning and goes on in it."""
    half = _HALF_NAME.search(text[max(start, line - _LONGEST_NAME) : line])
    named = _GROUP.match(text, line - len(half["name"]), min(end, line + _LONGEST_NAME)) if half else None
    return named is not None and named.end("name") > line


def new_groups(text: str, start: int, end: int, *, headed: bool = False) -> Iterator[int]:
    """Where a sentence or a line opens another group, so that the list goes on: "a film. For the police: a poster".

    In a list that is `headed` by such a line ("For the police" above bullets), no blank line need part the others.
    """
    for match in _NEXT_SENTENCE.finditer(text, start, end):
        if _named(text, match.end(), end):
            yield match.start()
    for match in _NEW_LINE.finditer(text, start, end):
        apart = _BLANK.match(text, match.start()) is not None
        apart = apart or (
            headed and not _UNFINISHED.search(text, max(start, match.start() - _LONGEST_NAME), match.start())
        )
        if opens_group(text, match.end(), end, apart=apart) and (
            apart or not _is_broken(text, start, match.start(), end)
        ):
            yield match.start()

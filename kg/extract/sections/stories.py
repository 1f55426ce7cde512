"""Which part of a review tells its story."""

import re
from dataclasses import replace

from kg.extract.parts import Part, SectionKind
from kg.extract.text.parsed import deferred

_TELLS = deferred(  # of a case
    r"\b(?:aged|years?[- ]old|(?:weeks?|months?|days?)[- ]old|\S+-old|died|death|killed"
    r"|injur\w+|abuse[ds]?|neglect\w*|harm\w*|suffered|assault\w*"
    r"|murder\w*|suicide|stabbed|fractures?|bruis\w+|exploited|exploitation|convicted|sentenced|boy|girl|baby|drowned"
    r"|overdose|found|parents|mother|father"
    r"|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_FEWEST = 2  # words of a case that a stretch without a heading needs to be its story


def with_story(text: str, parts: list[Part]) -> list[Part]:
    """The parts with one summary: of those that tell the case, the one that tells most, each with what it goes on with.

    The others are background, and what stands above the first heading and tells nothing is none of them.
    """
    parts = _joined(text, [part for part in parts if _is_told(text, part) or part[0].kind is not SectionKind.SUMMARY])
    told = [index for index, (lead_in, _, _) in enumerate(parts) if lead_in.kind is SectionKind.SUMMARY]
    if len(told) < 2:
        return parts
    best = max(told, key=lambda index: (_weight(text, parts[index]), -index))
    return [
        (replace(lead_in, kind=SectionKind.BACKGROUND), start, end) if index in told and index != best else part
        for index, part in enumerate(parts)
        for lead_in, start, end in (part,)
    ]


def _is_told(text: str, part: Part) -> bool:
    return bool(text[part[1] : part[2]].strip() or part[0].end > part[0].start)


def _joined(text: str, parts: list[Part]) -> list[Part]:
    """The parts with stretches of the story that follow each other as one."""
    found: list[Part] = []
    goes_on = False  # whether the last one tells a case, so that the next can go on with it
    for part in parts:
        if not text[part[1] : part[2]].strip() and part[0].kind is SectionKind.OTHER:
            continue
        is_story = part[0].kind is SectionKind.SUMMARY
        if is_story and goes_on:
            found[-1] = (found[-1][0], found[-1][1], part[2])
        else:
            found.append(part)
            goes_on = is_story and _weight(text, part) >= _FEWEST
    return found


def _weight(text: str, part: Part) -> int:
    return len({match[0].lower() for match in _TELLS.finditer(text, part[1], part[2])})

"""Agencies named in a text, the longest name at each place, and what they are to each other in a phrase."""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.extract.agencies.words import GENERAL_STAFF, NAMES
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern
from kg.model import Addressee


class AgencyMention(NamedTuple):
    """Words that name somebody who can act."""

    codes: tuple[Addressee, ...]
    start: int
    end: int


def mentions(view: str, start: int, end: int) -> list[AgencyMention]:
    """Everybody named between `start` and `end`, in order; the longest name at each place."""
    return list(_mentions(view, start, end))


@lru_cache(maxsize=16)  # one recommendation is asked several times who is named in the same words
def _mentions(view: str, start: int, end: int) -> tuple[AgencyMention, ...]:
    found = [AgencyMention(codes, *match.span()) for match, codes in NAMES.finditer(view, start, end)]
    kept: list[AgencyMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(mention for mention in kept if mention.codes)


def heads(view: str, start: int, end: int) -> list[AgencyMention]:
    """The agencies that a noun phrase names: "staff in schools" are the schools, "guidance for schools" nobody."""
    named = mentions(view, start, end)
    stops = (m for m in _MODIFIER.finditer(view, start, end) if not any(n.start <= m.start() < n.end for n in named))
    stop = next(stops, None)
    head_end = stop.start() if stop else end
    heads = [m for m in named if m.end <= head_end and not _owns(view, m, named)]
    inside = mentions(view, stop.end(), end) if stop and _PLACE.fullmatch(stop.group().strip()) else []
    part_of = not heads and stop is not None and _PART.search(view, start, stop.start())
    if inside and (part_of or (heads and all(set(m.codes) <= GENERAL_STAFF for m in heads))):
        return inside
    including = _INCLUDING.search(view, start, end)
    return heads + (mentions(view, including.end(), end) if heads and including else [])


def _owns(view: str, owner: AgencyMention, named: list[AgencyMention]) -> bool:
    """Whether an agency is named only as the one to which another belongs: "the trust's social services"."""
    owned = _OWNS.match(view, owner.end)
    return owned is not None and any(mention.start == owned.end() for mention in named)


def directly(view: str, start: int, end: int) -> list[AgencyMention]:
    """The agencies that begin at `start` and those joined to them."""
    named: list[AgencyMention] = []
    if not _begins_with_a_name(view, start, end):
        return named
    for mention in mentions(view, start, end):
        between = view[named[-1].end if named else start : mention.start]
        if not (_JOIN if named else _DETERMINER).fullmatch(between):
            break
        named.append(mention)
    if named:
        including = _INCLUDING.match(view, named[-1].end, end)
        if including:
            named += _including(view, including.end(), end)
        if all(set(m.codes) <= GENERAL_STAFF for m in named):
            place = _IN.match(view, named[-1].end, end)
            return (mentions(view, place.end(), min(end, place.end() + 60))[:1] if place else []) or named
    return named


def _begins_with_a_name(view: str, start: int, end: int) -> bool:
    """Whether a name stands at `start` or behind words such as "all the": most stretches need no look at the rest."""
    before = _DETERMINER.match(view, start, end)
    places = range(start, before.end() + 1) if before else ()
    return any(NAMES.match(view, at, end) for at in places if at == start or view[at - 1] == " ")


def _including(view: str, start: int, end: int) -> list[AgencyMention]:
    stop = view.find(",", start, end)
    return mentions(view, start, stop if stop > 0 else end)


_MODIFIER = pattern(
    "of|for|in|who|that|which|from|with|at|within|across|working|using|attending|holding|providing|on|about|to|where"
)
_PLACE = deferred(r"in|on|from|at|within|across|working in|of", re.IGNORECASE)
_PART = pattern(r"(?:(?:sub-?)?groups?|chairs?|members?|executive|leads?|managers?|teams?|board|heads?)")
_OWNS = deferred(r"'s? +")
_INCLUDING = deferred(
    r",? *\b(?:including|in +(?:conjunction|partnership|collaboration|liaison) +with|together +with"
    r"|along +with|alongside|(?<=, )with(?= +(?:the|its|local) )(?! +(?:the|its|local) +(?:support|help|advice"
    r"|agreement|consent)))\b"
)
_IN = pattern(r" ?(?:in|on|of|from|within|across|at)(?= )")
_JOIN = deferred(r" *(?:,|and|or|as well as|&)+ *(?:and +|or +)?(?:the +|to +|all +|their +|local +)*", re.IGNORECASE)
_DETERMINER = deferred(
    r" *(?:(?:the|all|both|every|each|any|local|its|their|relevant|that|supervising|allocated) +)*", re.IGNORECASE
)

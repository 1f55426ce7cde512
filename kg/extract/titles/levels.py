"""Headings of the level that titles of reviews have on a page: each opens another review, or ends the one above."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from kg.extract.parts import LISTS, Layout, LeadIn
from kg.extract.text.parsed import deferred
from kg.extract.titles.headings import shape
from kg.extract.titles.places import TitlePlace
from kg.extract.titles.summary_openings import tells_a_case
from kg.extract.titles.title_lines import can_head_a_review

_HEADING = deferred(r"^(?P<marks>#{1,4}) +(?P<words>[^\n]*?\w[^\n]*?)[ *#]*$", re.MULTILINE)
_MANY = 2  # titles of one level: what else has it is at least no part of a review


@dataclass(slots=True)
class OfLevel:
    """What the headings of a page say of its reviews, beside the titles that are known."""

    titles: list[TitlePlace] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)  # where a review ends and none begins


def of_level(
    text: str,
    known: Sequence[TitlePlace],
    openings: Callable[[int, int, Layout | None], Sequence[LeadIn]],
    inside: Collection[str] = (),
) -> OfLevel:
    """The headings that stand on the level of the `known` titles; `openings` are the lead-ins of a stretch.

    Only behind a review that has its lists, and with a story of their own, do they open another: parts of a review may
    have the level of its title.
    """
    found, headings = OfLevel(), list(_HEADING.finditer(text)) if known and "# " in text else []
    titles = {match.start(): match for match in headings}
    levels = {len(titles[title.start]["marks"]) for title in known if title.start in titles}
    headings = [match for match in headings if levels == {len(match["marks"])}]
    starts, is_complete = {title.start for title in known}, False
    ends = [*(match.start() for match in headings), len(text)]
    for match, end in zip(headings, ends[1:], strict=True):
        lists = [each for each in openings(match.end(), end, Layout.LABELLED) if each.kind in LISTS]
        if match.start() in starts:
            is_complete = bool(lists)
        elif not is_complete or not can_head_a_review(match["words"]) or shape(match["words"]) in inside:
            is_complete = False
        elif (lists or len(known) >= _MANY) and tells_a_case(text, match.end(), lists[0].start if lists else end):
            found.titles.append(TitlePlace(Layout.LABELLED, match.start(), match.span("words"), match.end("words")))
            is_complete = bool(lists)
        elif len(known) >= _MANY:
            found.stops.append(match.start())
        else:
            is_complete = False
    return found

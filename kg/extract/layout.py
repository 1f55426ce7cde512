"""Where the reviews of a document begin and end: titles are looked for in every layout, then put in order."""

import re
from bisect import bisect_right as bisect
from collections.abc import Iterable

from kg.extract.headings import Heading, catalogued, labelled, listed, numbered
from kg.extract.overlooked import overlooked
from kg.extract.parts import Block, Layout, ListItem, Section, SectionKind
from kg.extract.plain import plain
from kg.model import passage

__all__ = ["Block", "Layout", "ListItem", "Section", "SectionKind", "blocks"]

_LAYOUTS = (catalogued, numbered, listed, labelled)  # where two claim the same words, the first is believed
_SHORTEST_BODY = 40  # characters: a title with less below it is a line of a table of contents
_BEFORE_LINK = "Other resources"
_LINK = re.compile(rf"[> ]*(?:{_BEFORE_LINK}\s*)?\[?Read [^\n]*")


def blocks(text: str) -> tuple[Block, ...]:
    """The reviews of a document, in the order printed; none where no title is found."""
    level = plain(text)
    known = _with_bodies(level, _apart(heading for find in _LAYOUTS for heading in find(level)))
    headings = _with_bodies(level, _apart((*known, *overlooked(level, known))))
    return tuple(_block(text, heading, end) for heading, end in _stretches(headings, len(text)))


def _apart(headings: Iterable[Heading]) -> list[Heading]:
    """The headings without those that overlap one found before, in the order printed."""
    taken: list[Heading] = []
    for heading in headings:
        place = bisect(taken, heading.start, key=_start)
        clear_before = place == 0 or taken[place - 1].body <= heading.start
        if clear_before and (place == len(taken) or heading.body <= taken[place].start):
            taken.insert(place, heading)
    return taken


def _start(heading: Heading) -> int:
    return heading.start


def _with_bodies(text: str, headings: list[Heading]) -> list[Heading]:
    return [heading for heading, end in _stretches(headings, len(text)) if _has_body(text, heading.body, end)]


def _has_body(text: str, start: int, end: int) -> bool:
    """Whether enough stands below a title that is no link; mostly what stands before the first link is enough."""
    link = text.find("Read ", start, end)
    before = text[start : end if link < 0 else link].strip().removesuffix("[").rstrip().removesuffix(_BEFORE_LINK)
    return len(before.rstrip("> ")) >= _SHORTEST_BODY or len(_LINK.sub("", text[start:end]).strip()) >= _SHORTEST_BODY


def _stretches(headings: list[Heading], end: int) -> list[tuple[Heading, int]]:
    """Each heading with the place where the next begins."""
    starts = [heading.start for heading in headings]
    return list(zip(headings, [*starts[1:], end], strict=False))


def _block(text: str, heading: Heading, end: int) -> Block:
    identifier = passage(text, *heading.identifier) if heading.identifier else None
    return Block(heading.layout, passage(text, *heading.title), heading.body, end, identifier)

"""Words of a review that say what others are: lead-ins, names of groups in a list, fields of a library's record."""

import re
from collections.abc import Iterator

from kg.extract.parts import Block, Layout, Listed, SectionKind
from kg.model import Passage, passage

_TITLE = re.compile(r"\bTitle:[\s*]*\Z")
_WINDOW = 20  # characters before a title in which its label stands


def structure(text: str, block: Block, parts: Listed) -> tuple[Passage, ...]:
    """The words of a block that were read as its structure, in the order printed."""
    return tuple(dict.fromkeys(_structure(text, block, parts)))


def _structure(text: str, block: Block, parts: Listed) -> Iterator[Passage]:
    label = _TITLE.search(text, max(0, block.title.start - _WINDOW), block.title.start)
    if block.layout is Layout.CATALOGUED and label:
        yield passage(text, *label.span())
    for part, found in parts.items():
        if part.lead_in is not None:
            yield part.lead_in
            if block.layout is Layout.CATALOGUED and part.kind is SectionKind.OTHER:
                yield part.body  # of the record, such as its author
        yield from (item.lead_in for item in found if item.lead_in is not None)

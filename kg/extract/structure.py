"""Words of a review that say what others are: lead-ins, names of groups in a list, fields of a library's record."""

from collections.abc import Iterator, Sequence

from kg.extract.items import items
from kg.extract.parts import Block, Layout, Section, SectionKind
from kg.model import Passage

_LISTS = (SectionKind.LEARNING, SectionKind.RECOMMENDATIONS)


def structure(text: str, block: Block, parts: Sequence[Section]) -> tuple[Passage, ...]:
    """The words of a block that were read as its structure, in the order printed."""
    return tuple(dict.fromkeys(_structure(text, block, parts)))


def _structure(text: str, block: Block, parts: Sequence[Section]) -> Iterator[Passage]:
    for part in parts:
        if part.lead_in is not None:
            yield part.lead_in
            if block.layout is Layout.CATALOGUED and part.kind is SectionKind.OTHER:
                yield part.body  # of the record, such as its author
        if part.kind in _LISTS:
            yield from (item.lead_in for item in items(text, part) if item.lead_in is not None)

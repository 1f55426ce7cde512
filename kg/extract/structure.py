"""Words of a review that say what others are: lead-ins, names of groups in a list, fields of a library's record."""

from collections.abc import Iterator

from kg.extract.parts import Block, Contents, Layout, SectionKind
from kg.extract.text.parsed import deferred
from kg.model import Passage, passage

_TITLE = deferred(r"\bTitle:[\s*]*\Z")
_WINDOW = 20  # characters before a title in which its label stands


def structure(text: str, block: Block, contents: Contents) -> tuple[Passage, ...]:
    """The words of a block that were read as its structure, in the order printed."""
    return tuple(dict.fromkeys(_structure(text, block, contents)))


def _structure(text: str, block: Block, contents: Contents) -> Iterator[Passage]:
    label = _TITLE.search(text, max(0, block.title.start - _WINDOW), block.title.start)
    if block.layout is Layout.CATALOGUED and label:
        yield passage(text, *label.span())
    for section, items in contents.items():
        if section.kind is SectionKind.BYLINE:
            yield section.body
        if section.lead_in is not None:
            yield section.lead_in
            if block.layout is Layout.CATALOGUED and section.kind is SectionKind.OTHER:
                yield section.body  # of the record, such as its author
        yield from (item.asked for item in items if item.asked is not None)

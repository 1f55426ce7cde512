"""The fields of a library's record: their names, their words, and the catalogue number."""

import re
from collections.abc import Iterable

from kg.extract.parts import Block, Layout, Section, SectionKind
from kg.extract.text.parsed import deferred
from kg.model import Passage, Stated, passage

CATALOGUE_NUMBER = r"NC\d{5,6}"
FIELD = (
    r"(?:LS?CS?B|LS?CS?P|[RS]SCB|L?SAB|C?SCP|RSB|SCB|[ACP]PC|Safeguarding\s+partnership|Partnership|Board|Committee"
    r"|Child\s+protection\s+committee|(?:Local\s+)?Area|Local\s+authority|Region|Organisation"
    r"|(?:Corporate|Issuing)\s+(?:authors?|body)|Publishers?"
    r"|Published\s+by|Authors?(?:\(s\))?|Date\s+of\s+publication|Publication\s+date|Published|Date|Year|Summary"
    r"|Pages|Pagination|Shelfmark|ISBN|Abstract|Description|Keywords|Subjects"
    r"|Catalogue\s+number|Record\s+number|Identifier|Reference)"
)
_NUMBER = deferred(rf"\b{CATALOGUE_NUMBER}\b")
_NUMBER_BELOW = deferred(rf"\s*[ #>*]*(?P<number>{CATALOGUE_NUMBER})[ .*]*(?=\n)")  # on a line of its own


def identifier(text: str, block: Block) -> Stated[str] | None:
    """The catalogue number of a library record, before its title, among its fields or on the line below the title."""
    below = _NUMBER_BELOW.match(text, block.start, block.end) if block.identifier is None else None
    if below:
        return Stated(below["number"], passage(text, *below.span("number")))
    if block.identifier is None and block.layout is Layout.CATALOGUED:
        match = _NUMBER.search(text, block.start, block.end)
        return Stated(match[0], passage(text, *match.span())) if match else None
    return Stated(block.identifier.text, block.identifier) if block.identifier else None


def field(sections: Iterable[Section], name: re.Pattern[str]) -> Passage | None:
    """The words of the first field of a library record whose name fits."""
    fields = (section for section in sections if section.kind is SectionKind.OTHER)
    return next((each.body for each in fields if each.lead_in and name.match(each.lead_in.text)), None)

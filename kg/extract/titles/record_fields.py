"""The names of the fields of a library's record, and what its catalogue numbers look like."""

CATALOGUE_NUMBER = r"NC\d{5,6}"
FIELD = (
    r"(?:LS?CS?B|LS?CS?P|[RS]SCB|L?SAB|C?SCP|RSB|SCB|[ACP]PC|Safeguarding\s+partnership|Partnership|Board|Committee|Child\s+protection\s+committee|Organisation|Corporate\s+authors?"
    r"|Publishers?"
    r"|Published\s+by|Authors?(?:\(s\))?|Date\s+of\s+publication|Publication\s+date|Published|Date|Year|Summary"
    r"|Abstract"
    r"|Description|Keywords|Subjects|Catalogue\s+number|Record\s+number|Identifier|Reference)"
)

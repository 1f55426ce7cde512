"""The kind of a review and of the document that tells of it, as title, fields, links and summary name them."""

import re
from collections.abc import Iterable, Iterator

from kg.extract.parts import Block, Layout, Section, SectionKind
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import plain
from kg.extract.titles.record_fields import field
from kg.extract.titles.words import DOCUMENT_TYPES, REVIEW_TYPE, REVIEW_TYPES
from kg.model import DocumentType, Passage, ReviewType, Stated, passage

_PAGE_OF_KIND = deferred(
    rf"^[ #]*(?:our\s+|published\s+)?(?P<kind>{'|'.join(words for words, _ in REVIEW_TYPES)})s"
    r"(?:\s+(?:published\s+)?(?:in\s+)?(?:19|20)\d\d(?:/\d\d)?)?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_COVER_KIND = deferred(
    rf"^[ #]*(?P<kind>{'|'.join(words for words, _ in REVIEW_TYPES)})[ \t#]*$", re.IGNORECASE | re.MULTILINE
)
_KIND_FIELD = deferred(r"(?:type|kind)(?:\s+of\s+review)?\s*(?::|\Z)|review\s+type\s*(?::|\Z)", re.IGNORECASE)
_OPENING = deferred(  # "This thematic review", "Executive summary of a serious case review"
    r"[\s*]*(?:(?:(?:(?:In|From)\s+)?An?|This"
    r"|(?:(?:Executive\s+)?Summary|(?:Overview\s+)?Report)\s+(?:of|from|on)\s+(?:an?|this|the))\s+"
    r"(?:[\w-]+\s+){0,2}?)?(?=[\w-]+\s+[\w-]*\s*(?:[\w-]+\s+)?review\b)",
    re.IGNORECASE,
)
_THIS = deferred(r"\bthis\s+(?:(?:is|was)\s+(?:an?\s+)?)?", re.IGNORECASE)
_THE = deferred(r"(?<![\w,;:] )(?<![\w,;:]\n)\bThe\s+(?=[a-z])")  # at the head of a sentence
_DID = deferred(  # "The serious case review found that", "The learning review was jointly commissioned"
    r"\s+(?:also\s+|(?:has|was|is)\s+(?:\w+ly\s+)?)?(?:found|finds|says|said|notes|noted|identifie[sd]|looked|looks"
    r"|considered|considers|examined|concluded|concludes|heard|commissioned|carried\s+out|undertaken|held"
    r"|chaired|led)\b"
)
_WE_DID = deferred(r"\b[Ww]e\s+(?:carried\s+out|held|commissioned|undertook|decided\s+on)\s+an?\s+")
_WHY = deferred(  # "A serious case review was held because": not one that is told of as held before
    r"\bAn?\s+(?=(?:[\w-]+\s+){1,6}?review\s+(?:was|has\s+been)\s+(?:held|carried\s+out|commissioned|undertaken)"
    r"\s+because\b)"
)
_ALONE = deferred(  # a whole sentence: "Serious case review, executive summary."
    rf"(?<=[.?!])\s+(?P<kind>(?i:{REVIEW_TYPE.pattern}))"
    r"(?:[,:]\s+(?i:(?:executive|learning)\s+summary|(?:overview|review)\s+report))?\.(?=\s|\Z)"
)
_REVIEW_TYPES = tuple((deferred(words, re.IGNORECASE), kind) for words, kind in REVIEW_TYPES)
_DOCUMENT_TYPES = tuple((deferred(rf"\b(?:{words})\b", re.IGNORECASE), kind) for words, kind in DOCUMENT_TYPES)


def review_type(
    text: str, title: Passage, summary: Passage, sections: Iterable[Section] = ()
) -> Stated[ReviewType] | None:
    """The kind of review that a title names first, else the one that a summary opens with: "A themed review of".

    Else the one that it calls itself: "the focus of this learning review".
    Else the one that its model is, or that its link is said to lead to: "Read the child practice review".
    """
    level = plain(text)
    opening = _OPENING.match(level, summary.start, summary.end)
    match = (
        REVIEW_TYPE.search(level, title.start, title.end)
        or _told_kind(level, sections)
        or (REVIEW_TYPE.match(level, opening.end(), summary.end) if opening else None)
        or _called_this(level, summary)
        or next(_kinds_named(level, sections), None)
    )
    if match is None:
        return None
    return Stated(_kind(match[0]), passage(text, *match.span()))


def page_kind(text: str, end: int, *, of_one: bool = False) -> Stated[ReviewType] | None:
    """The kind of the reviews on a page whose heading is nothing but that kind: "Local child practice reviews".

    On a page `of_one` review it may be said of that alone: "Serious Case Review" above "Child K".
    """
    match = _PAGE_OF_KIND.search(plain(text), 0, end) or (_COVER_KIND.search(plain(text), 0, end) if of_one else None)
    return Stated(_kind(match["kind"]), passage(text, *match.span("kind"))) if match else None


def _told_kind(text: str, sections: Iterable[Section]) -> re.Match[str] | None:
    """The kind in a line for it below a title: "Type of review: rapid review"."""
    told = field(sections, _KIND_FIELD)
    return REVIEW_TYPE.search(text, told.start, told.end) if told else None


def _kind(words: str) -> ReviewType:
    return next(kind for pattern, kind in _REVIEW_TYPES if pattern.fullmatch(words))


def _called_this(text: str, summary: Passage) -> re.Match[str] | None:
    """The kind that a summary calls the review itself: "this learning review", "we carried out a learning review"."""
    span = summary.start, summary.end
    spoken = (REVIEW_TYPE.match(text, this.end()) for this in _THIS.finditer(text, *span))
    own = next((kind for kind in spoken if kind), None)
    if own or "review" not in text[slice(*span)]:
        return own
    done = (REVIEW_TYPE.match(text, said.end()) for ours in (_WE_DID, _WHY) for said in ours.finditer(text, *span))
    known = next((kind for kind in done if kind), None)
    if known is None and (alone := _ALONE.search(text, *span)):
        known = REVIEW_TYPE.match(text, alone.start("kind"))
    if known:
        return known
    heads = (REVIEW_TYPE.match(text, the.end()) for the in _THE.finditer(text, *span))
    told = [kind for kind in heads if kind and _DID.match(text, kind.end(), summary.end)]
    return told[0] if len({_kind(kind[0]) for kind in told}) == 1 else None


def _kinds_named(text: str, sections: Iterable[Section]) -> Iterator[re.Match[str]]:
    """The kinds of review in the words of links, and those that a review's model opens with."""
    for section in sections:
        if section.kind is SectionKind.BYLINE:
            found = REVIEW_TYPE.search(text, section.body.start, section.body.end)
        elif section.kind is SectionKind.MODEL:
            found = REVIEW_TYPE.match(text, section.body.start, section.body.end)
        elif section.kind is SectionKind.LINKS and section.lead_in:
            found = REVIEW_TYPE.search(text, section.lead_in.start, section.lead_in.end)
        else:
            continue
        if found:
            yield found


def document_type(text: str, block: Block, sections: Iterable[Section] = ()) -> Stated[DocumentType] | None:
    """The kind of document that a title names, or a line below it.

    A library record whose title names none is itself all that is known.
    """
    below = (section.body for section in sections if section.kind is SectionKind.BYLINE)
    for where in (block.title, *below):
        for words, kind in _DOCUMENT_TYPES:
            match = words.search(plain(text), where.start, where.end)
            if match:
                return Stated(kind, passage(text, *match.span()))
    record = block.layout is Layout.CATALOGUED
    return Stated(DocumentType.CATALOGUE_RECORD, block.identifier or block.title) if record else None

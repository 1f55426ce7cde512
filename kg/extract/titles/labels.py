"""The labels of a review: the pseudonyms in its title, one for each child, or the theme it names instead."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.parts import Block, Layout
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span, plain
from kg.extract.titles.areas import board_span, place_span
from kg.extract.titles.imprints import is_imprint
from kg.extract.titles.listed_dates import WHEN
from kg.extract.titles.series import COUNTED_AS
from kg.extract.titles.words import (
    ABOUT,
    CODE,
    DASH,
    DATE_BEHIND,
    DOCUMENT_TYPE,
    FROM_A_CASE,
    LABELS,
    NAME,
    ONE,
    PREFIX,
    REVIEW_TYPE,
    SHOUTED,
    title_end,
)
from kg.model import Stated, passage

_ADULT_REVIEW = deferred(r"(?:DHR|DARDR|SAR)\b")  # "DHR Sorrel": the name is the victim's, the label the review's
_OF_SEVERAL = deferred(  # "DHR Child J and Adult K": each has a label of its own
    rf"(?:DHR|DARDR|SAR)\s+(?={PREFIX}\s+{CODE}(?:\s*,\s*|\s+and\s+|\s*[&+/]\s*){PREFIX}\s+{CODE})"
)
_CASE = deferred(rf"[\s*]*{FROM_A_CASE}", re.IGNORECASE)
_WHAT_OF = r"(?:the\s+)?(?:(?:lived\s+)?experiences?|story|stories|voices?|journeys?|li(?:fe|ves))"
_MEMBERS = (  # of a family, which is the label: "Siblings in Family Juniper"
    r"(?:the\s+)?(?:(?:two|three|four|five|six|seven|\d)\s+)?(?:half-)?(?:siblings?|children|brothers|sisters|babies"
    r"|boys|girls|twins|young\s+people|members)"
)
_CONNECTOR = deferred(
    rf"[\s:.,–(-]*(?:{FROM_A_CASE})?"
    r"(?:(?:in\s+respect\s+of|(?:in)?to\s+the\s+[\w\s]{3,30}?\s+of|regarding|concerning|relating\s+to|about|on|of|for)"
    r"\s+(?:the\s+)?)?"
    rf"(?:(?:{_WHAT_OF}\s+of|{_MEMBERS}(?=\s+(?:in|of|from)\s+(?:the\s+)?family\s)\s+(?:in|of|from))\s+(?:the\s+)?"
    r"(?=(?-i:[A-Z])))?",
    re.IGNORECASE,
)
_END = deferred(r"[\s:.,;–'\"\[\])(*-]+$")
_QUOTES = deferred(r"^['\"]+")
_SEPARATOR = deferred(rf"\s*:\s*|{DASH}|\s*[()\[\]]\s*|\s*\|+\s*")
_JOINT = deferred(r"['\"]?(?:\s*,\s*(?:(?i:and)\s+)?|\s+(?i:and)\s+|\s*[&+/]\s*)['\"]?")
_MARKS = "'\"‘’“”"
_PART = deferred(rf"(?:(?P<prefix>{PREFIX})\s+)?[{_MARKS}]?(?P<name>{SHOUTED}(?!\w)|{CODE}|{NAME}(?:\s+{NAME})?)")
_STORY = deferred(r"'s?\s+(?:story|experiences?|voice|journey|review|legacy)\Z", re.IGNORECASE)
_AND_RELATIVES = deferred(  # who are no labels: "Baby Isla and her unborn sibling", "Oisin and Family"
    r"['\"]?\s+and\s+(?:(?:his|her|their)\b|(?:(?:the|half-?)\s*)?(?i:famil(?:y|ies)|siblings?)(?!\s+[A-Z\d])\b)"
)
_REFERENCE = deferred(r"[A-Z]{3,6}[ -]+\d{1,3}/(?:19|20)\d\d")  # of a review in Wales, of whom no title says more
_AND_OTHERS = deferred(  # whom the title does not name: "Asha, Tom and another"
    r"(?:,?\s+and|\s*&)\s+(?:another|(?:(?:an|one|two|three|four)\s+)?others?)(?:\s+child(?:ren)?)?\Z", re.IGNORECASE
)
_WHAT_THEY_ARE = deferred(rf"(?:(?:the|two|three|an?)\s+)*{PREFIX}")  # before their names: "twins: Ann and Bo"
_NUMBER_OF_YEAR = deferred(r"\s+\d{1,3}/(?:19|20)\d\d\Z")  # of a review in Wales: "Child C 3/2017"
_REGARDING = deferred(
    r"[\w' -]{3,60}\b(?:regarding|concerning|in\s+respect\s+of|relating\s+to|about|for|of|on)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_OF_SERIES = deferred(  # what stands beside a label: "7 minute briefing no. 11: Asha", "Case study: the Elm family"
    r"(?:no\.?|number|issue|edition|part|vol(?:ume|\.)?|#)\s*\d{1,4}|(?:case\s+study|in\s+focus|spotlight(?:\s+on)?"
    r"|feature"
    r"|case\s+in\s+point|(?:rapid|practice|shared|joint|local)\s+(?:review\s+)?(?:learning|lessons))(?:\s+\d{1,3})?",
    re.IGNORECASE,
)
_ABOUT_BELOW = deferred(
    r"\n\s*(?:This|Our|The)\s+(?:[\w-]+\s+){0,4}review\s+(?:is\s+about|concerns|tells\s+of|looks\s+at|considers"
    r"|examines)\s+"
    rf"(?P<names>{NAME}(?:(?:,|\s+and)\s+{NAME})*)(?=,\s|\s+(?:who|was|were|aged)\b|\.)"
)
_NOBODY = deferred(  # words of a title that are a count of reviews, or a reference: "Review 2", "3/2014"
    rf"(?:no\.?\s*|ref(?:erence)?:?\s*)?\d{{1,4}}/\d{{1,4}}|(?!case\s+\w+\Z){COUNTED_AS.pattern}", re.IGNORECASE
)
_NEAR = 200  # characters below a title in which a review opens
_CHILD = deferred(
    r"child|baby|infant|toddler|teenager|young\s+(?:person|man|woman)|twin|sibling|boy|girl|cousin|brother|sister",
    re.IGNORECASE,
)

_IN_CAPITALS = deferred(r"[A-Z]{3,}")
_FAMILY = deferred(rf"family\s+(?:{CODE}|{NAME})", re.IGNORECASE)
_BEFORE_NAME = deferred(rf"{PREFIX}\s+")


def labels(text: str, block: Block) -> tuple[Stated[str], ...]:
    """The labels in a title, in the order printed; a first name alone where the review's text calls the child by it."""
    level = plain(text)
    told = _told_below(level, block)
    if told:
        return tuple(_stated(text, block, told, *part) for part in _parts(level, *told))
    return tuple(label for region in _regions(level, block) for label in _in_region(text, level, block, region))


def _told_below(text: str, block: Block) -> Span | None:
    """The names with which a review opens whose title gives none: "This review is about Maisie and Orla, sisters"."""
    if block.layout is not Layout.LABELLED or LABELS.search(text, block.title.start, block.title.end):
        return None
    told = _ABOUT_BELOW.search(text, block.start, min(block.end, block.start + _NEAR))
    return told.span("names") if told else None


def _in_region(text: str, level: str, block: Block, region: Span) -> tuple[Stated[str], ...]:
    """The labels in the part of a title that holds them."""
    start, end = region
    several = _OF_SEVERAL.match(level, start, end)
    start = several.end() if several else start
    told = LABELS.match(level, start, end)
    relatives = _AND_RELATIVES.search(level, start, told.end() if told else end) or (
        _AND_RELATIVES.match(level, told.end(), end) if told else None
    )
    if relatives and relatives.start() > start:
        end = relatives.start()
    owned = _STORY.search(level, start, end)
    end = owned.start() if owned else end
    if _REFERENCE.fullmatch(level, start, end):
        return (Stated(passage(text, start, end).text, passage(text, start, end)),)
    others = _AND_OTHERS.search(level, start, end)
    end = others.start() if others else end
    numbered = _NUMBER_OF_YEAR.search(level, start, end)
    end = numbered.start() if numbered else end
    named = LABELS.search(level, start, end)
    start = named.start() if named and _REGARDING.fullmatch(level, start, named.start()) else start
    if start == end:
        return ()
    if title_end(level[start:end]) < end - start or _ADULT_REVIEW.match(level, start):
        return (Stated(passage(text, start, end).text, passage(text, start, end)),)
    return tuple(_stated(text, block, (start, end), *part) for part in _parts(level, start, end))


def _regions(text: str, block: Block) -> tuple[Span, ...]:
    """The part of a title that holds its labels: what is left without date, place, kind of review and of document.

    Two parts where the first names a family: "Family Q: in respect of Child Q1".
    """
    start, end = block.title.start, block.title.end
    asked = ABOUT.fullmatch(text, start, end)
    if asked:
        return (asked.span("names"),)
    if block.layout is Layout.LISTED:
        place = place_span(text, block.title)
        date = re.compile(rf"{WHEN}\s*[:–-]?\s*").match(text, start)
        start = place[1] if place else (date.end() if date else start)
    board = board_span(text, block.title)
    start = board[1] if board else start
    dated = DATE_BEHIND.search(text, start, end) if block.layout is Layout.LABELLED else None
    end = dated.start() if dated and dated.start() > start else end
    left = _masked(text[start:end])
    spans = list(_split(left))
    spans = [span for span in spans if _CASE.match(left, *span)] or spans
    parts = [
        _trimmed(text, start + first, start + last)
        for first, last in spans
        if re.search(r"\w", left[first:last]) and not _is_nobody(left[first:last].strip(" .,*"))
    ]
    parts = [part for part in parts if not _REFERENCE.fullmatch(text, *part)] or parts
    named = tuple(part for part in parts if LABELS.search(text, *part)) or tuple(_first_named(text, parts, block))
    return named[: 2 if named and _FAMILY.fullmatch(text, *named[0]) else 1]


def _first_named(text: str, parts: Sequence[Span], block: Block) -> Sequence[Span]:
    """The first part of a title without labels; a later one if that says what the children are, or names nobody.

    It names somebody in "A second look: what we learned from Asha" if the text below does.
    """
    at = 1 if len(parts) > 1 and _WHAT_THEY_ARE.fullmatch(text, *parts[0]) else 0
    if len(parts) > 1 and title_end(text[slice(*parts[0])]) < parts[0][1] - parts[0][0]:
        for start, end in parts[1:]:
            told = ABOUT.fullmatch(f"{text[start].upper()}{text[start + 1 : end]}")
            if told and re.search(rf"\b{re.escape(told['names'])}\b", text[block.start : block.end]):
                return [(start + told.start("names"), start + told.end("names"))]
    return parts[at : at + 1]


def _is_nobody(words: str) -> bool:
    """Whether a part of a title can name no child: the number of a series or of a review, a board, a date."""
    return bool(_OF_SERIES.fullmatch(words) or _NOBODY.fullmatch(words)) or is_imprint(words)


def _masked(title: str) -> str:
    """The title with bars in the place of the kind of review and the kind of document, character for character."""
    for pattern in (REVIEW_TYPE, DOCUMENT_TYPE):
        title = pattern.sub(lambda match: match[0] if _ADULT_REVIEW.fullmatch(match[0]) else "|" * len(match[0]), title)
    return title


def _split(title: str) -> Iterator[Span]:
    start = 0
    for match in _SEPARATOR.finditer(title):
        yield start, match.start()
        start = match.end()
    yield start, len(title)


def _trimmed(text: str, start: int, end: int) -> Span:
    connector = _CONNECTOR.match(text, start, end)
    start = connector.end() if connector else start
    quotes = _QUOTES.search(text[start:end])
    start += quotes.end() if quotes else 0
    tail = _END.search(text[start:end])
    return start, start + tail.start() if tail else end


def _parts(text: str, start: int, end: int) -> Iterator[tuple[str, str, Span]]:
    """Each label's prefix in the singular, its name, and where both stand: "Twins A and B" are Twin A and Twin B."""
    prefix = ""
    marks = [start, *(at for match in _JOINT.finditer(text, start, end) for at in match.span()), end]
    for first, last in zip(marks[::2], marks[1::2], strict=True):
        match = _PART.match(text, first, last)
        printed = " ".join((match["prefix"] or "").split()) if match else ""
        code = bool(match and re.fullmatch(CODE, match["name"]))
        plural = prefix.lower() in ONE and bool(match)
        prefix = printed or (prefix if code or plural else "")
        name = text[match.start("name") : last].rstrip(_MARKS) if match else text[first:last]
        yield ONE.get(prefix.lower(), prefix) if len(marks) > 2 else prefix, name, (first, last)


def _stated(text: str, block: Block, whole: Span, prefix: str, name: str, span: Span) -> Stated[str]:
    spoken = name.capitalize() if _IN_CAPITALS.fullmatch(name) else name
    coded = re.fullmatch(CODE, spoken) and name == spoken
    alone = _CHILD.fullmatch(prefix) and not coded and _stands_alone(text, block, spoken)
    value = name if alone or not prefix else f"{prefix} {name}"
    printed = passage(text, *span)
    return Stated(value, printed if value in printed.text else passage(text, *whole))


def _stands_alone(text: str, block: Block, name: str) -> bool:
    """Whether the review's text uses a name without the prefix it has in the title."""
    words = plain(text)[block.start : block.end]
    left, at, place = "", 0, 0
    while match := _BEFORE_NAME.search(words, place):
        place = match.end()
        if words.startswith(name, place):
            left, at = left + words[at : match.start()], place + len(name)
            place = at
    left += words[at:]
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", left) is not None

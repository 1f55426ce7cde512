"""Whether a line of its own reads like a title, and is neither a heading, a byline nor a sentence."""

import re

from kg.extract.parts import SectionKind
from kg.extract.text.lines import REACH, paragraph_end
from kg.extract.text.parsed import deferred
from kg.extract.titles.bylines import is_byline
from kg.extract.titles.editions import EDITION
from kg.extract.titles.headings import head_kind
from kg.extract.titles.imprints import is_imprint
from kg.extract.titles.page_words import is_of_page
from kg.extract.titles.summary_openings import SUMMARY, SURE_OPENING, is_told_of
from kg.extract.titles.words import (
    ABOUT,
    DATE_BEHIND,
    ENDS_AS_KIND,
    LABELS,
    PLACE_AND_DASH,
    PLACE_BEHIND,
    REVIEW_TYPE,
    title_end,
)

_SENTENCE = deferred(r"\b(?:is|are|was|were|has|have|had|will|we|our|this|read|click|which|who|that)\b", re.IGNORECASE)
_OF_A_REVIEW = deferred(
    r"\s*[:–-]\s*(?:[\w'-]+\s+){0,5}?(?:reviews?|learning|summary|report|brief(?:ing)?|lessons?)\Z", re.IGNORECASE
)
_FAMILY = deferred(
    r"The\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)?\s+(?:children|family|siblings|brothers|sisters|twins|boys|girls|babies)"
)
_PART_OF_A_REVIEW = deferred(  # a heading inside a review, though "Findings" could be a name
    r"(?:(?:key|main|what|the|our|practice|national|local|overall)\s+)*(?:recommendations?|findings?|lessons?|learning"
    r"|themes?|messages?|issues?|background|context|method(?:ology)?|model|summary|conclusions?|introduction|analysis"
    r"|actions?|next\s+steps|outcomes?|questions|(?:further\s+)?reading|resources|contents|overview|happened)"
    r"(?:\s+(?:points?|themes|identified|learned|learnt|for\s+[\w\s]{3,40}))?:?",
    re.IGNORECASE,
)
_FIELD_OF_PAGE = deferred(  # what a page says of a review in lines of their own: "Type of review: rapid review"
    r"(?:(?:(?:type|kind)\s+of\s+(?:review|report|case)|review\s+type|date(?:\s+of\s+(?:review|publication|report))?"
    r"|published(?:\s+on)?|publication\s+date|authors?|lead\s+reviewers?|area|theme)\s*:|posted\s+(?:on|by|in)\b)"
    r"[^\n]*",
    re.IGNORECASE,
)
_EDITION = deferred(  # heads what came in a month, and not a review: "Update – May 2023", "From the catalogue"
    r"(?:(?:the|our|from|latest|new|recent(?:ly)?|monthly|quarterly|library|further|more|case|practice)\s+)*"
    r"(?:updates?|additions?|added|news|newsletter|bulletin|digest|edition|issue|reviews|publications?|published"
    r"|records?"
    r"|catalogue|library|archive|repository|collection)\b(?!:).*|.*\b(?:blog|newsletter|bulletin|website)\s+(?:of"
    r"|from|for|by)\s.*|"
    rf"{EDITION}",
    re.IGNORECASE,
)
_LAST_LINE = deferred(
    r"[ >#*•\[-]*(?:Other resources|Read\b.{3,60}\b(?:report|review|summary|brief(?:ing)?)\b|Keywords:)", re.IGNORECASE
)
_NEXT_LINE = deferred(r"[ *#]*\n\s*(?P<words>[^\n]{3,80}?)[ *#]*(?=\n)")
_ANY_OPENING = deferred(r"[\s*]*(?:The|This|These|In|On|At|An?|When|While|Who|After|There)\s")
_OF_A_CASE = deferred(
    r"-old\b|\b(?:aged|died|deaths?|injur\w*|neglect\w*|abus\w+|harm\w*|killed|murder\w*|born|boys?|girls?|bab(?:y"
    r"|ies)|child(?:ren)?"
    r"|review\w*|famil(?:y|ies))\b",
    re.IGNORECASE,
)
_LONGEST_THEME = 8  # words
LONGEST = 140  # characters of a title on a line of its own; the longest seen has 118


def is_title_line(text: str, start: int, line: int, *, apart: bool) -> bool:
    """Whether a line that ends at `line` is a title and nothing else; `apart` from what follows by a blank one."""
    words = text[start:line]
    if head_kind(words) or _PART_OF_A_REVIEW.fullmatch(words) or _EDITION.fullmatch(words) or is_of_page(words):
        return False
    if _is_theme(words) and _ends_review(text, start) and SUMMARY.match(text, line):
        return True
    if is_imprint(words) or (is_byline(words) and not LABELS.search(words)):
        return False
    words = PLACE_BEHIND.sub("", DATE_BEHIND.sub("", PLACE_BEHIND.sub("", words)))
    if _places_a_label(words) and (SUMMARY.match(text, line) or _is_echoed(text, line, words, apart=apart)):
        return True
    if words and title_end(words) == len(words):
        dated = line - start > len(words)  # "Library – May 2022" heads a digest, whose first words are "In May 2022"
        told = (
            ((SURE_OPENING if dated else SUMMARY).match(text, line) and not _is_heading(text, line, words))
            or is_told_of(text, line, words)
            or _is_headed(text, line)
        )
        return is_named(words) or bool(told and not REVIEW_TYPE.search(words))
    if words[-1:] in ".;,:" or _SENTENCE.search(words) or not (apart or SURE_OPENING.match(text, line)):
        return False
    return REVIEW_TYPE.search(words) is not None or _names_a_review(words)


def can_head_a_review(words: str) -> bool:
    """Whether a line, wherever it stands, has the form of a title: short, no sentence, no heading inside a review."""
    named = LABELS.search(words) or ENDS_AS_KIND.match(words.rpartition(":")[2])
    sentence = words[-1] in ".;,:!?" or (_SENTENCE.search(words) and not named)
    fields = (_PART_OF_A_REVIEW, _EDITION, _FIELD_OF_PAGE)
    other = head_kind(words) or is_imprint(words) or is_of_page(words) or any(each.fullmatch(words) for each in fields)
    return len(words) <= LONGEST and not sentence and not other


def asks_about(text: str, start: int, end: int) -> bool:
    """Whether a line is a sentence of somebody with whom the text below begins: "Why we need to talk about Kit"."""
    told = ABOUT.fullmatch(text, start, end) if end - start <= LONGEST else None
    return bool(told and re.search(rf"\n[ >*]*{re.escape(told['names'])}\b", text[end : end + REACH]))


def is_named(words: str) -> bool:
    """Whether a title says whom it is about, beyond the kind of review."""
    return bool(LABELS.search(words) or (REVIEW_TYPE.search(words) and REVIEW_TYPE.sub("", words).strip(" :.–-()")))


def is_a_field(text: str, start: int, end: int) -> bool:
    """Whether a line is what a page says of a review in a line for it: "Type of review: rapid review"."""
    return _FIELD_OF_PAGE.fullmatch(text, start, end) is not None


def _is_heading(text: str, line: int, words: str) -> bool:
    """Whether a word above a sentence that tells of no case, and does not say it again, heads that alone: "Fathers"."""
    below = text[line : line + REACH]
    return bool(_ANY_OPENING.match(below)) and not _OF_A_CASE.search(below) and words.strip("'\"") not in below


def _is_headed(text: str, line: int) -> bool:
    """Whether the next line is a heading that a review opens with: "Why we did this review"."""
    below = _NEXT_LINE.match(text, line)
    return bool(below and head_kind(below["words"]) in (SectionKind.SUMMARY, SectionKind.BACKGROUND))


def _places_a_label(words: str) -> bool:
    """Whether a line is an area and a label and nothing else: "Weirdale – Child K"."""
    place = PLACE_AND_DASH.match(words)
    return bool(place and LABELS.match(words, place.end()) and title_end(words, place.end()) == len(words))


def _is_echoed(text: str, line: int, words: str, *, apart: bool) -> bool:
    """Whether the paragraph below a line names the label that the line gives behind a dash or a colon, and no part."""
    below = None if apart else _NEXT_LINE.match(text, line)
    if not apart and not (below and is_byline(below["words"])):
        return False
    label = next(reversed([*LABELS.finditer(words)]), None)
    before = words[: label.start()].rstrip(" :–-") if label else ""
    other = head_kind(before) or _PART_OF_A_REVIEW.fullmatch(before)
    below_it = text[line : paragraph_end(text, line + 2)]
    named = label and (label[0] in below_it or (label[0].isupper() and label[0] in below_it.upper()))
    return bool(named and not other)


def _is_theme(words: str) -> bool:
    """Whether a line can be the name of what a review is about: "Babies with injuries"."""
    return words[-1] not in ".;,:!?" and len(words.split()) <= _LONGEST_THEME and not _SENTENCE.search(words)


def _ends_review(text: str, position: int) -> bool:
    """Whether the line above is the last that a review has: its link, or its keywords."""
    above = text[max(0, position - REACH) : position].rstrip(" >#*•-\n").rpartition("\n")
    return bool(above[1] and _LAST_LINE.match(above[2]))


def _names_a_review(words: str) -> bool:
    """Whether a line is a label with what it heads, or a family: "Baby M: rapid review learning", "The X children"."""
    label = LABELS.match(words)
    return bool(_FAMILY.fullmatch(words) or (label and _OF_A_REVIEW.match(words, label.end())))

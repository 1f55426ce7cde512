"""Where a title ends that begins at a place of a text; `None` where what stands there reads like no title."""

import re

from kg.extract.parts import SectionKind
from kg.extract.text.lines import LAST_WORD, REACH, line_end, paragraph_begins, paragraph_end, stripped_end
from kg.extract.text.parsed import deferred
from kg.extract.titles.bylines import is_byline
from kg.extract.titles.headings import head_kind
from kg.extract.titles.imprints import below_imprint, is_imprint, without_imprint
from kg.extract.titles.summary_openings import (
    SOMEBODY,
    STORY,
    SUMMARY,
    SURE_OPENING,
    THEMATIC_REVIEW_OF,
    is_told_of,
    summary_follows,
)
from kg.extract.titles.words import (
    ABOUT,
    DATE_BEHIND,
    DOCUMENT_TYPE,
    ENDS_AS_KIND,
    LABELS,
    MATTER,
    PLACE_AND_DASH,
    PLACE_BEHIND,
    PLACE_IN_BRACKETS,
    PREFIX,
    REVIEW_TYPE,
    title_end,
)

_SENTENCE = deferred(r"\b(?:is|are|was|were|has|have|had|will|we|our|this|read|click|which|who|that)\b", re.IGNORECASE)
_THEME = deferred(rf"[A-Z][a-z][\w' -]{{3,60}}?(?=\s+(?:{MATTER}|{THEMATIC_REVIEW_OF}))")
_CUT_SHORT = deferred(
    rf"(?:[,:–&-]|\b(?:and|of|the|in|respect|local|child|safeguarding|practice|serious|case|learning|{PREFIX}))\s*$",
    re.IGNORECASE,
)  # a title that is broken over two lines
_THEME_ON_A_LINE = deferred(rf"[A-Z][a-z][\w' -]{{3,60}}?(?=\s+(?:{MATTER}|{SOMEBODY}))")
_CAPITAL = deferred(r"\s+(?:[A-Z][a-z]|An?\s)")
_THEME_OF_A_KIND = deferred(rf"\s*:\s*(?:[\w'-]+:?[^\S\n]+){{1,10}}?(?={MATTER}|{SOMEBODY})")  # "...: the Elm family"
_AFTER_LINK = deferred(
    r"\bread\s+(?:[\w-]+\s+){0,4}?(?:report|review|summary|brief(?:ing)?)(?:\s*\(\w+\))?\s*\Z", re.IGNORECASE
)
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
    r"(?:updates?|additions?|added|news|newsletter|bulletin|digest|edition|issue|reviews|publications?|published|records?"
    r"|catalogue|library|archive|repository|collection)\b(?!:).*|.*\b(?:blog|newsletter|bulletin|website)\s+(?:of|from|for|by)\s.*",
    re.IGNORECASE,
)
_LAST_LINE = deferred(
    r"[ >#*•\[-]*(?:Other resources|Read\b.{3,60}\b(?:report|review|summary|brief(?:ing)?)\b|Keywords:)", re.IGNORECASE
)
_NEXT_LINE = deferred(r"[ *#]*\n\s*(?P<words>[^\n]{3,80}?)[ *#]*(?=\n)")
_KIND_ALONE = deferred(rf"(?:(?:the|an?)\s+)?(?:{REVIEW_TYPE.pattern}|{DOCUMENT_TYPE.pattern})", re.IGNORECASE)
_NEXT_PARAGRAPH = deferred(r" *\n\s*\n *(?P<words>[^\s#>][^\n]{1,80}?)[ *]*(?=\n\s*\n)")
_LINES_OF_COVER = 3  # that tell a kind of review or of document
_ANY_OPENING = deferred(r"[\s*]*(?:The|This|These|In|On|At|An?|When|While|Who|After|There)\s")
_OF_A_CASE = deferred(
    r"-old\b|\b(?:aged|died|deaths?|injur\w*|neglect\w*|abus\w+|harm\w*|killed|murder\w*|born|boys?|girls?|bab(?:y|ies)|child(?:ren)?"
    r"|review\w*|famil(?:y|ies))\b",
    re.IGNORECASE,
)
_LONGEST_THEME = 8  # words
_LONGEST = 140  # characters of a title on a line of its own; the longest seen has 118
_LONG_LINE = 300  # a line longer than this may hold a whole page that lost its line breaks


def own_line_end(text: str, start: int) -> int | None:
    """The end of the title that a numbered line holds; `None` if the line reads like a list's item."""
    if head_kind(text[start : line_end(text, start)]):
        return None
    paragraph = paragraph_end(text, start)
    if title_end(text[start:paragraph]) == paragraph - start and _is_named(text[start:paragraph]):
        return paragraph
    end = line_end(text, start)
    line = stripped_end(text, start, end)
    found = _with_place(text, start + title_end(text[start:end]), line)
    if found > start and summary_follows(text, start, found):
        return found
    typed = REVIEW_TYPE.search(text, start, line) or LABELS.match(text, start)
    whole = line - start <= _LONGEST and (typed or (found == line and SUMMARY.match(text, line)))
    return line if whole else None


def listed_end(text: str, start: int, *, own_line: bool) -> int | None:
    """The end of the title whose date ends at `start`: a place and a label, or a label alone."""
    line = stripped_end(text, start, line_end(text, start))
    dash = PLACE_AND_DASH.match(text, start)
    label = dash.end() if dash else start
    if _CUT_SHORT.search(text, max(label, line - LAST_WORD), line):
        line = max(line, label + title_end(text[label : line_end(text, line + 1)]))
    found = label + title_end(text[label:line])
    theme = None if found > label else _THEME.match(text, label, line)
    found = theme.end() if dash and theme else found
    if found > label and summary_follows(text, start, found):
        return found
    if not own_line or line - start > _LONGEST:
        return None
    named = found == line and _is_named(text[label:line])
    return line if named or (dash and text[line - 1] not in ".;,") else None


def label_line_end(text: str, start: int) -> int | None:
    """The end of the line at `start` if it is a title: a label, a name before a summary, or a kind of review."""
    line = stripped_end(text, start, line_end(text, start))
    begins = paragraph_begins(text, start) or below_imprint(text, start)
    if not begins or _FIELD_OF_PAGE.fullmatch(text, start, line):
        return None
    paragraph = without_imprint(text, start, paragraph_end(text, start))  # a title that was broken into lines
    if line < paragraph <= start + _LONGEST and title_end(text[start:paragraph]) == paragraph - start:
        return paragraph if _is_named(text[start:paragraph]) else None
    cover = _cover_end(text, start, line) if line == paragraph else None
    if cover:
        return cover
    found = _with_place(text, start + title_end(text[start:line]), line)
    named = text[found - 1] != "." or _is_named(text[start:found])
    if start < found < line and named and summary_follows(text, start, found, surely=True):
        return found
    return line if line - start <= _LONGEST and _is_title_line(text, start, line, apart=paragraph == line) else None


def _cover_end(text: str, start: int, line: int) -> int | None:
    """The end of a title whose kind of review stands apart from its label, as on a cover: each in its own paragraph."""
    at = line if _KIND_ALONE.fullmatch(text, start, line) else len(text)
    for _ in range(_LINES_OF_COVER):
        below = _NEXT_PARAGRAPH.match(text, at)
        if below is None:
            return None
        end = below.end("words")
        if not _KIND_ALONE.fullmatch(text, below.start("words"), end):
            named = LABELS.match(text, below.start("words"))
            return end if named and title_end(below["words"]) == len(below["words"]) else None
        at = end
    return None


def _with_place(text: str, found: int, line: int) -> int:
    """The end of a title with the place in brackets that stands behind it, and what ends it: "Child D (Halden)."."""
    place = PLACE_IN_BRACKETS.match(text, found, line)
    return place.end() + text.startswith(".", place.end()) if place else found


def _is_title_line(text: str, start: int, line: int, *, apart: bool) -> bool:
    """Whether a line that ends at `line` is a title and nothing else; `apart` from what follows by a blank one."""
    words = text[start:line]
    if head_kind(words) or _PART_OF_A_REVIEW.fullmatch(words) or _EDITION.fullmatch(words):
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
        return _is_named(words) or bool(told and not REVIEW_TYPE.search(words))
    if words[-1:] in ".;,:" or _SENTENCE.search(words) or not (apart or SURE_OPENING.match(text, line)):
        return False
    return REVIEW_TYPE.search(words) is not None or _names_a_review(words)


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
    return bool(label and not other and label[0] in text[line : paragraph_end(text, line + 2)])


def can_head_a_review(words: str) -> bool:
    """Whether a line, wherever it stands, has the form of a title: short, no sentence, no heading inside a review."""
    named = LABELS.search(words) or ENDS_AS_KIND.match(words.rpartition(":")[2])
    sentence = words[-1] in ".;,:!?" or (_SENTENCE.search(words) and not named)
    fields = (_PART_OF_A_REVIEW, _EDITION, _FIELD_OF_PAGE)
    other = head_kind(words) or is_imprint(words) or any(field.fullmatch(words) for field in fields)
    return len(words) <= _LONGEST and not sentence and not other


def asks_about(text: str, start: int, end: int) -> bool:
    """Whether a line is a sentence of somebody with whom the text below begins: "Why we need to talk about Kit"."""
    told = ABOUT.fullmatch(text, start, end) if end - start <= _LONGEST else None
    return bool(told and re.search(rf"\n[ >*]*{re.escape(told['names'])}\b", text[end : end + REACH]))


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


def counted_end(text: str, start: int) -> int | None:
    """The end of a title behind a number that is in turn, inside a line.

    The line may be short: the page may have been broken into lines afterwards.
    """
    return _kind_end(text, start) or inline_end(text, start)


def _kind_end(text: str, start: int) -> int | None:
    """The end of a title that holds a kind of review, where a summary opens behind it or behind the theme it names."""
    if not REVIEW_TYPE.search(text, start, start + _LONGEST):
        return None
    end = start + title_end(text[start : paragraph_end(text, start)])
    if REVIEW_TYPE.search(text, start, end) and STORY.match(text, end):
        return end
    kind = REVIEW_TYPE.match(text, start)
    theme = kind and _THEME_OF_A_KIND.match(text, kind.end())
    return stripped_end(text, start, theme.end()) if theme else None


def inline_end(text: str, start: int, *, surely: bool = False) -> int | None:
    """The end of a title in the middle of a long line: only where a summary visibly begins after it."""
    if "\n" in text[max(0, start - _LONG_LINE // 2) : start] and "\n" in text[start : start + _LONG_LINE // 2]:
        return None
    end = start + title_end(text[start : line_end(text, start)])
    behind_link = _AFTER_LINK.search(text[max(0, start - 80) : start])
    theme = _THEME_ON_A_LINE.match(text, start) if behind_link and end == start else None
    if theme:
        return theme.end()
    if not (_is_named(text[start:end]) or (behind_link and end > start and summary_follows(text, start, end))):
        return None
    typed = (not surely and REVIEW_TYPE.search(text, start, end)) or behind_link
    certain = typed and _CAPITAL.match(text, end)
    return end if certain or summary_follows(text, start, end, surely=surely) else None


def _is_named(words: str) -> bool:
    """Whether a title says whom it is about, beyond the kind of review."""
    return bool(LABELS.search(words) or (REVIEW_TYPE.search(words) and REVIEW_TYPE.sub("", words).strip(" :.–-()")))

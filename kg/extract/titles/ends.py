"""Where a title ends that begins at a place of a text; `None` where what stands there reads like no title."""

import re

from kg.extract.text.lines import LAST_WORD, line_end, paragraph_begins, paragraph_end, stripped_end
from kg.extract.text.parsed import deferred
from kg.extract.titles.headings import head_kind
from kg.extract.titles.imprints import below_imprint, without_imprint
from kg.extract.titles.summary_openings import SOMEBODY, STORY, SUMMARY, THEMATIC_REVIEW_OF, summary_follows
from kg.extract.titles.title_lines import LONGEST, is_a_field, is_named, is_title_line
from kg.extract.titles.words import (
    DOCUMENT_TYPE,
    FROM_A_CASE,
    LABELS,
    MATTER,
    ONLY_KINDS,
    PLACE_AND_DASH,
    PLACE_IN_BRACKETS,
    PREFIX,
    REVIEW_TYPE,
    title_end,
)

_THEME = deferred(rf"[A-Z][a-z][\w' -]{{3,60}}?(?=\s+(?:{MATTER}|{THEMATIC_REVIEW_OF}))")
_CUT_SHORT = deferred(
    rf"(?:[,:–&-]|\b(?:and|of|the|in|respect|local|child|safeguarding|practice|serious|case|learning|{PREFIX}))\s*$",
    re.IGNORECASE,
)  # a title that is broken over two lines
_THEME_ON_A_LINE = deferred(rf"[A-Z][a-z][\w' -]{{3,60}}?(?=\s+(?:{MATTER}|{SOMEBODY}))")
_CAPITAL = deferred(r"\s+(?:[A-Z][a-z]|An?\s)")
_THEME_OF_A_KIND = deferred(rf"\s*:\s*(?:[\w'-]+:?[^\S\n]+){{1,10}}?(?={MATTER}|{SOMEBODY})")  # "...: the Elm family"
_OF_A_CASE = deferred(rf"(?i:{FROM_A_CASE})(?:{LABELS.pattern})")  # "Unseen: learning from the life of Child K"
_AFTER_LINK = deferred(
    r"\bread\s+(?:[\w-]+\s+){0,4}?(?:report|review|summary|brief(?:ing)?)(?:\s*\(\w+\))?\s*\Z", re.IGNORECASE
)
_KIND_ALONE = deferred(rf"(?:(?:the|an?)\s+)?(?:{REVIEW_TYPE.pattern}|{DOCUMENT_TYPE.pattern})", re.IGNORECASE)
_NEXT_PARAGRAPH = deferred(r" *\n\s*\n *(?P<words>[^\s#>][^\n]{1,80}?)[ *]*(?=\n\s*\n)")
_LINES_OF_COVER = 3  # that tell a kind of review or of document
_LONG_LINE = 300  # a line longer than this may hold a whole page that lost its line breaks


def own_line_end(text: str, start: int) -> int | None:
    """The end of the title that a numbered line holds; `None` if the line reads like a list's item."""
    if head_kind(text[start : line_end(text, start)]):
        return None
    paragraph = paragraph_end(text, start)
    if title_end(text[start:paragraph]) == paragraph - start and is_named(text[start:paragraph]):
        return paragraph
    end = line_end(text, start)
    line = stripped_end(text, start, end)
    found = _with_place(text, start + title_end(text[start:end]), line)
    if found > start and summary_follows(text, start, found):
        return found
    typed = REVIEW_TYPE.search(text, start, line) or LABELS.match(text, start) or _OF_A_CASE.search(text, start, line)
    whole = line - start <= LONGEST and (typed or (found == line and SUMMARY.match(text, line)))
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
    if not own_line or line - start > LONGEST:
        return None
    named = found == line and is_named(text[label:line])
    return line if named or (dash and text[line - 1] not in ".;,") else None


def label_line_end(text: str, start: int) -> int | None:
    """The end of the line at `start` if it is a title: a label, a name before a summary, or a kind of review."""
    line = stripped_end(text, start, line_end(text, start))
    begins = paragraph_begins(text, start) or below_imprint(text, start)
    if not begins or is_a_field(text, start, line):
        return None
    paragraph = without_imprint(text, start, paragraph_end(text, start))  # a title that was broken into lines
    if line < paragraph <= start + LONGEST and title_end(text[start:paragraph]) == paragraph - start:
        return paragraph if is_named(text[start:paragraph]) else None
    cover = _cover_end(text, start, line) if line == paragraph else None
    if cover:
        return cover
    found = _with_place(text, start + title_end(text[start:line]), line)
    named = text[found - 1] != "." or is_named(text[start:found])
    if start < found < line and named and summary_follows(text, start, found, surely=True):
        return found
    return line if line - start <= LONGEST and is_title_line(text, start, line, apart=paragraph == line) else None


def counted_end(text: str, start: int) -> int | None:
    """The end of a title behind a number that is in turn, inside a line.

    The line may be short: the page may have been broken into lines afterwards.
    """
    return _kind_end(text, start) or inline_end(text, start)


def inline_end(text: str, start: int, *, surely: bool = False) -> int | None:
    """The end of a title in the middle of a long line: only where a summary visibly begins after it."""
    if "\n" in text[max(0, start - _LONG_LINE // 2) : start] and "\n" in text[start : start + _LONG_LINE // 2]:
        return None
    end = start + title_end(text[start : line_end(text, start)])
    behind_link = _AFTER_LINK.search(text[max(0, start - 80) : start])
    theme = _THEME_ON_A_LINE.match(text, start) if behind_link and end == start else None
    if theme:
        return theme.end()
    if not (is_named(text[start:end]) or (behind_link and end > start and summary_follows(text, start, end))):
        return None
    surely = surely or ONLY_KINDS.fullmatch(text, start, end) is not None
    typed = (not surely and REVIEW_TYPE.search(text, start, end)) or behind_link
    certain = typed and _CAPITAL.match(text, end)
    return end if certain or summary_follows(text, start, end, surely=surely) else None


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


def _kind_end(text: str, start: int) -> int | None:
    """The end of a title that holds a kind of review, where a summary opens behind it or behind the theme it names."""
    if not REVIEW_TYPE.search(text, start, start + LONGEST):
        return None
    end = start + title_end(text[start : paragraph_end(text, start)])
    if REVIEW_TYPE.search(text, start, end) and STORY.match(text, end):
        return end
    kind = REVIEW_TYPE.match(text, start)
    theme = kind and _THEME_OF_A_KIND.match(text, kind.end())
    return stripped_end(text, start, theme.end()) if theme else None


def _with_place(text: str, found: int, line: int) -> int:
    """The end of a title with the place in brackets that stands behind it, and what ends it: "Child D (Halden)."."""
    place = PLACE_IN_BRACKETS.match(text, found, line)
    return place.end() + text.startswith(".", place.end()) if place else found

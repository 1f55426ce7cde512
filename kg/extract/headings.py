"""Headings of reviews in every layout seen: each function yields the places where a title of its layout may stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.listed_dates import ON, listed_dates
from kg.extract.parts import Layout
from kg.extract.title_search import labels, review_types
from kg.extract.title_words import LABELS, MATTER, OPENER, PREFIX, REVIEW_TYPE, title_end

DASH = (  # one without spaces, or a colon, only where a label stands behind it
    r"(?:\s+[–-]\s*|\s*[–-]\s+|\s*–\s*"
    rf"|(?:(?<=\w)-|\s*:\s*)(?={PREFIX}\s+[A-Z\d])|(?<=nonymous)-)"
)
CATALOGUE_NUMBER = r"NC\d{5,6}"
FIELD = (
    r"(?:LS?CS?B|LS?CS?P|[RS]SCB|L?SAB|C?SCP|RSB|SCB|[ACP]PC|Safeguarding\s+partnership|Partnership|Board|Committee|Organisation|Corporate\s+authors?"
    r"|Publishers?"
    r"|Published\s+by|Authors?(?:\(s\))?|Date\s+of\s+publication|Publication\s+date|Published|Date|Year|Summary"
    r"|Abstract"
    r"|Description|Keywords|Subjects|Catalogue\s+number|Record\s+number|Identifier|Reference)"
)
_MARKS = r"[ >#*•]*(?:-\s+)?"
_NUMBERED = re.compile(  # a digit first is found soonest
    r"(?P<number>\d(?<![\d.,/-].)\d{0,2})(?:[.)]\**\s*|(?P<loose>(?:\s*[:–-])?[^\S\n]+))(?=[A-Z'\"*])"
)
_CATALOGUED = re.compile(
    rf"(?:\b(?P<identifier>{CATALOGUE_NUMBER})\b[\s:.–-]*)?\bTitle:\s*(?P<title>\S.{{0,400}}?)\s*"
    rf"(?=\b{FIELD}:|\n\s*\n)",
    re.DOTALL,
)
_NUMBER_FIRST = re.compile(rf"\b(?P<identifier>{CATALOGUE_NUMBER})\b[\s:.–-]*(?=[A-Z'\"])(?!{FIELD}:|Title:)")
_FIRST_OF_LINE = re.compile(rf"^{_MARKS}(?=[A-Z'\"])", re.MULTILINE)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|of|since|from|by|until|to|and|between|during|for|before|after)\s+$", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|we|our|this|read|click|which|who|that)\b", re.IGNORECASE
)
_THEMATIC = r"Them(?:atic|ed)\s+review\s+of\b"  # opens a summary, as a matter does
_THEME = re.compile(rf"[A-Z][a-z][\w' -]{{3,60}}?(?=\s+(?:{MATTER}|{_THEMATIC}))")
_SUMMARY = re.compile(  # a narrow page has only a few words of it in the first line
    rf"[\s*]*(?:{OPENER}|(?:[^\n]*|(?:[^\n]|\n(?!\s*\n)){{0,160}}?)(?:-old|\baged\b|\bdied\b|\bdeath\b|\binjur|\bneglect|\babuse))"
)
_CUT_SHORT = re.compile(
    rf"(?:[,:–&-]|\b(?:and|of|the|in|respect|local|child|safeguarding|practice|serious|case|learning|{PREFIX}))\s*$",
    re.IGNORECASE,
)  # a title that is broken over two lines
_SOMEBODY = (  # somebody whom a summary opens with: "A boy, 7, was", "Two half-siblings"
    r"(?:An?|Two|Three|Four|Five|Six)\s+(?:[\w-]+,?\s+){0,3}?"
    r"(?:boys?|girls?|bab(?:y|ies)|child(?:ren)?|infants?|(?:half-)?siblings?|brothers?|sisters?|twins?|toddlers?"
    r"|teenagers?|\S+-old)\b"
)
_TOLD_OF = re.compile(  # behind a name that opens a summary: "Ferelith, a looked after child, went", "Ferelith was 12"
    r"(?:,|\s+\(|,?\s+(?:who\s+)?(?:was|were))?\s*(?:(?:aged\s+)?\d{1,2}(?!\d)"
    r"|(?:an?|two|three|four)\s+(?:[\w-]+\s+){0,5}?(?:child(?:ren)?|boys?|girls?|bab(?:y|ies)|infants?|siblings?|twins?"
    r"|brothers?|sisters?|toddlers?|teenagers?|young\s+(?:person|man|woman|people)|pupil|student|care\s+leaver)\b"
    r"|(?:born|found|killed|murdered|stabbed|placed|abandoned|hospitalised|admitted|removed)\b"
    r"|(?:died|drowned|disappeared|(?:went|has\s+been|had\s+been)\s+missing)\b)"
)
_THEME_ON_A_LINE = re.compile(rf"[A-Z][a-z][\w' -]{{3,60}}?(?=\s+(?:{MATTER}|{_SOMEBODY}))")
_CAPITAL = re.compile(r"\s+(?:[A-Z][a-z]|An?\s)")
_STORY = re.compile(rf"\s+(?:{MATTER}|{_SOMEBODY})")
_THEME_OF_A_KIND = re.compile(
    rf"\s*:\s*(?:[\w'-]+:?[^\S\n]+){{1,10}}?(?={MATTER}|{_SOMEBODY})"
)  # "...: the Elm family"
_SURE_OPENING = re.compile(rf"(?:\s*{MATTER}|\s+(?:{MATTER}|{_SOMEBODY}))[^\n]{{20}}")
_OPENING = re.compile(rf"(?:\s*{MATTER}|\s+(?:{OPENER}|{_SOMEBODY}|{_THEMATIC}))[^\n]{{20}}")
_PUBLISHED = re.compile(rf"\s+(?-i:P)ublished:?\s+(?:(?:on|in)\s+)?{ON}", re.IGNORECASE)
_ECHOED = re.compile(rf"(?!{PREFIX}\b)[A-Z][\w'-]+|{PREFIX}\s+\w+")
_GAP, _GOES_ON = re.compile(r"\s+"), re.compile(r"\b[^\n]{20}")
_AFTER_LINK = re.compile(
    r"\bread\s+(?:[\w-]+\s+){0,4}?(?:report|review|summary|brief(?:ing)?)(?:\s*\(\w+\))?\s*\Z", re.IGNORECASE
)
_LINK = re.compile(r"\b[Rr]ead\s+(?:[\w-]+\s+){0,4}?(?:report|review|summary|brief(?:ing)?)\b(?:\s*\(\w+\))?\s+")
_READ = re.compile(r"\bread\s+(?:the\s+)?(?:full\s+)?\Z", re.IGNORECASE)  # what is read is no title
_ANY_CAPITAL = re.compile(r"(?=[A-Z'\"])")
_OF_A_REVIEW = re.compile(
    r"\s*[:–-]\s*(?:[\w'-]+\s+){0,5}?(?:reviews?|learning|summary|report|brief(?:ing)?|lessons?)\Z", re.IGNORECASE
)
_FAMILY = re.compile(
    r"The\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)?\s+(?:children|family|siblings|brothers|sisters|twins|boys|girls|babies)"
)
PLACE_AND_DASH = re.compile(rf"(?:(?!\d{{4}})[^.;:\n]){{2,70}}?{DASH}(?=\S)")
_PART_OF_A_REVIEW = re.compile(  # a heading inside a review, though "Findings" could be a name
    r"(?:(?:key|main|what|the|our|practice|national|local|overall)\s+)*(?:recommendations?|findings?|lessons?|learning"
    r"|themes?|messages?|issues?|background|context|method(?:ology)?|model|summary|conclusions?|introduction|analysis"
    r"|actions?|next\s+steps|outcomes?|questions|(?:further\s+)?reading|resources|contents|overview|happened)"
    r"(?:\s+(?:points?|themes|identified|learned|learnt|for\s+[\w\s]{3,40}))?:?",
    re.IGNORECASE,
)
DATE_BEHIND = re.compile(  # a title: "Child K (2021)", "Baby Ash – March 2021"
    rf"\s*[,(–-]+\s*(?:published\s+(?:(?:on|in)\s+)?)?(?P<when>{ON})\)?\.?\Z",
    re.IGNORECASE,
)
_EDITION = re.compile(  # heads what came in a month, and not a review: "Update – May 2023", "From the catalogue"
    r"(?:(?:the|our|from|latest|new|recent(?:ly)?|monthly|quarterly|library|further|more|case|practice)\s+)*"
    r"(?:updates?|additions?|added|news|newsletter|bulletin|digest|edition|issue|reviews|publications?|published|records?"
    r"|catalogue|library|archive|repository|collection)\b(?!:).*",
    re.IGNORECASE,
)
_LAST_WORD = 40  # characters at the end of a line in which its last word stands
_LAST_LINE = re.compile(
    r"[ >#*•\[-]*(?:Other resources|Read\b.{3,60}\b(?:report|review|summary|brief(?:ing)?)\b|Keywords:)", re.IGNORECASE
)
_LONGEST_THEME = 8  # words
_LONGEST = 140  # characters of a title on a line of its own; the longest seen has 118
_BLANK = re.compile(r"\n\s*(?:\n|$)")
_REACH = 400  # characters looked ahead for the end of a title
_WINDOW = 200  # characters looked back at, so that a page on one line costs no more than one on many
_LONG_LINE = 300  # a line longer than this may hold a whole page that lost its line breaks


@dataclass(frozen=True, slots=True)
class Heading:
    """A place where a review may begin."""

    layout: Layout
    start: int  # of the number, the date or the catalogue number before the title
    title: tuple[int, int]
    body: int
    identifier: tuple[int, int] | None = None
    number: int | None = None
    own_line: bool = True


def numbered(text: str) -> Iterator[Heading]:
    """Numbered titles, counted from 1: a number that is out of turn belongs to the text."""
    expected = 1
    for match in _NUMBERED.finditer(text):
        number, own_line = int(match["number"]), _begins_line(text, match.start())
        if match["loose"] and not (own_line and title_end(text[match.end() : _line_end(text, match.end())])):
            continue
        end = _own_line_end(text, match.end()) if own_line else _inline_end(text, match.end(), counted=True)
        in_turn = number in (expected, 1) or (own_line and expected < number <= expected + 3)
        if end and in_turn:
            yield Heading(Layout.NUMBERED, match.start(), (match.end(), end), end, number=number, own_line=own_line)
            expected = number + 1


def listed(text: str) -> Iterator[Heading]:
    """Titles that open with a date: "2019 – Anonymous – Katie", "2012Ceredigion – Child J"."""
    for match in listed_dates(text):
        own_line = _begins_line(text, match.start())
        if own_line or not _AFTER_PREPOSITION.search(text, max(0, match.start() - 12), match.start()):
            end = _listed_end(text, match.end(), own_line=own_line)
            if end:
                yield Heading(Layout.LISTED, match.start(), (match.start(), end), end, own_line=own_line)


def labelled(text: str) -> Iterator[Heading]:
    """Titles that are a label, alone or with a kind of review, on a line of their own or inside a page run together."""
    for match in _FIRST_OF_LINE.finditer(text):
        end = _label_line_end(text, match.end())
        if end:
            yield Heading(Layout.LABELLED, match.start(), (match.end(), end), end)
    for match in sorted((*labels(text), *review_types(text), *_behind_links(text)), key=re.Match.start):
        end = _inline_end(text, match.start(), surely=not _after_sentence(text, match.start()))
        if end and not _begins_line(text, match.start()) and not _READ.search(text, *_before(match.start())):
            yield Heading(Layout.LABELLED, match.start(), (match.start(), end), end, own_line=False)


def _behind_links(text: str) -> Iterator[re.Match[str]]:
    """What stands right behind the words of each link."""
    return (match for link in _LINK.finditer(text) if (match := _ANY_CAPITAL.match(text, link.end())))


def _before(position: int) -> tuple[int, int]:
    return max(0, position - _LAST_WORD), position


def catalogued(text: str) -> Iterator[Heading]:
    """Titles of library records: "Title: ..." with other fields after it."""
    for match in _CATALOGUED.finditer(text) if "Title:" in text else ():
        if re.search(rf"\b{FIELD}:", text[match.end() : match.end() + 600]):
            identifier = match.span("identifier") if match["identifier"] else None
            yield Heading(Layout.CATALOGUED, match.start(), match.span("title"), match.end(), identifier)
    for match in _NUMBER_FIRST.finditer(text):
        end = match.end() + title_end(text[match.end() : _line_end(text, match.end())])
        fields = _begins_line(text, match.start()) and re.search(rf"\b{FIELD}:", text[end : end + 600])
        if end > match.end() and fields:
            yield Heading(Layout.CATALOGUED, match.start(), (match.end(), end), end, match.span("identifier"))


def _begins_line(text: str, position: int) -> bool:
    line = text.rfind("\n", max(0, position - _WINDOW), position) + 1
    return not text[max(line, position - _WINDOW) : position].strip(" >#*•(-")


def _line_end(text: str, position: int) -> int:
    """The end of the line, or of as much of a long line as a title can need."""
    reach = min(len(text), position + _REACH)
    end = text.find("\n", position, reach)
    return reach if end < 0 else end


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" #"))


def _own_line_end(text: str, start: int) -> int | None:
    """The end of the title that a numbered line holds; `None` if the line reads like a list's item."""
    paragraph = _paragraph_end(text, start)
    if title_end(text[start:paragraph]) == paragraph - start and _is_named(text[start:paragraph]):
        return paragraph
    line, found = _trimmed(text, start, _line_end(text, start)), start + title_end(text[start : _line_end(text, start)])
    if found > start and _summary_follows(text, start, found):
        return found
    typed = REVIEW_TYPE.search(text, start, line) or LABELS.match(text, start)
    whole = line - start <= _LONGEST and (typed or (found == line and _SUMMARY.match(text, line)))
    return line if whole else None


def _listed_end(text: str, start: int, *, own_line: bool) -> int | None:
    """The end of the title whose date ends at `start`: a place and a label, or a label alone."""
    line = _trimmed(text, start, _line_end(text, start))
    dash = PLACE_AND_DASH.match(text, start)
    label = dash.end() if dash else start
    if _CUT_SHORT.search(text, max(label, line - _LAST_WORD), line):
        line = max(line, label + title_end(text[label : _line_end(text, line + 1)]))
    found = label + title_end(text[label:line])
    theme = None if found > label else _THEME.match(text, label, line)
    found = theme.end() if dash and theme else found
    if found > label and _summary_follows(text, start, found):
        return found
    if not own_line or line - start > _LONGEST:
        return None
    named = found == line and _is_named(text[label:line])
    return line if named or (dash and text[line - 1] not in ".;,") else None


def _label_line_end(text: str, start: int) -> int | None:
    """The end of the line at `start` if it is a title: a label, a name before a summary, or a kind of review."""
    line = _trimmed(text, start, _line_end(text, start))
    if not _paragraph_begins(text, start):
        return None
    paragraph = _paragraph_end(text, start)  # a title that was broken into lines
    if line < paragraph <= start + _LONGEST and title_end(text[start:paragraph]) == paragraph - start:
        return paragraph if _is_named(text[start:paragraph]) else None
    found = start + title_end(text[start:line])
    if start < found < line and _summary_follows(text, start, found, surely=True):
        return found
    if line - start > _LONGEST:
        return None
    words = text[start:line]
    if _PART_OF_A_REVIEW.fullmatch(words) or _EDITION.fullmatch(words):
        return None
    if _is_theme(words) and _SUMMARY.match(text, line) and _ends_review(text, start):
        return line
    words = DATE_BEHIND.sub("", words)
    if _SUMMARY.match(text, line) and _places_a_label(words):
        return line
    if words and title_end(words) == len(words):
        dated = line - start > len(words)  # "Library – May 2022" heads a digest, whose first words are "In May 2022"
        told = (_SURE_OPENING if dated else _SUMMARY).match(text, line) or _is_told_of(words, text, line)
        return line if _is_named(words) or (told and not REVIEW_TYPE.search(words)) else None
    apart = paragraph == line or _SURE_OPENING.match(text, line)
    whole = apart and words[-1:] not in ".;,:" and not _SENTENCE.search(words)
    return line if whole and (REVIEW_TYPE.search(words) or _names_a_review(words)) else None


def _is_told_of(words: str, text: str, line: int) -> bool:
    """Whether what follows the line opens with the same name and says who that is or what happened to them."""
    name, gap = words.strip("'\""), _GAP.match(text, line)
    return bool(gap and text.startswith(name, gap.end()) and _TOLD_OF.match(text, gap.end() + len(name)))


def _places_a_label(words: str) -> bool:
    """Whether a line is an area and a label and nothing else: "Weirdale – Child K"."""
    place = PLACE_AND_DASH.match(words)
    return bool(place and LABELS.match(words, place.end()) and title_end(words, place.end()) == len(words))


def _is_theme(words: str) -> bool:
    """Whether a line can be the name of what a review is about: "Babies with injuries"."""
    return words[-1] not in ".;,:!?" and len(words.split()) <= _LONGEST_THEME and not _SENTENCE.search(words)


def can_head_a_review(words: str) -> bool:
    """Whether a line, wherever it stands, has the form of a title: short, no sentence, no heading inside a review."""
    sentence = words[-1] in ".;,:!?" or (_SENTENCE.search(words) and not LABELS.search(words))
    return (
        len(words) <= _LONGEST
        and not sentence
        and not _PART_OF_A_REVIEW.fullmatch(words)
        and not _EDITION.fullmatch(words)
    )


def _ends_review(text: str, position: int) -> bool:
    """Whether the line above is the last that a review has: its link, or its keywords."""
    above = text[max(0, position - _REACH) : position].rstrip(" >#*•-\n").rpartition("\n")
    return bool(above[1] and _LAST_LINE.match(above[2]))


def _names_a_review(words: str) -> bool:
    """Whether a line is a label with what it heads, or a family: "Baby M: rapid review learning", "The X children"."""
    label = LABELS.match(words)
    return bool(_FAMILY.fullmatch(words) or (label and _OF_A_REVIEW.match(words, label.end())))


def _inline_end(text: str, start: int, *, surely: bool = False, counted: bool = False) -> int | None:
    """The end of a title in the middle of a long line: only where a summary visibly begins after it.

    Behind a number that is in turn the line may be short: the page may have been broken into lines afterwards.
    """
    if counted and REVIEW_TYPE.search(text, start, start + _LONGEST):
        end = start + title_end(text[start : _paragraph_end(text, start)])
        if REVIEW_TYPE.search(text, start, end) and _STORY.match(text, end):
            return end
        kind = REVIEW_TYPE.match(text, start)
        theme = kind and _THEME_OF_A_KIND.match(text, kind.end())
        if theme:
            return _trimmed(text, start, theme.end())
    if "\n" in text[max(0, start - _LONG_LINE // 2) : start] and "\n" in text[start : start + _LONG_LINE // 2]:
        return None
    end = start + title_end(text[start : _line_end(text, start)])
    behind_link = _AFTER_LINK.search(text[max(0, start - 80) : start])
    theme = _THEME_ON_A_LINE.match(text, start) if behind_link and end == start else None
    if theme:
        return theme.end()
    if not (_is_named(text[start:end]) or (behind_link and end > start and _summary_follows(text, start, end))):
        return None
    typed = (not surely and REVIEW_TYPE.search(text, start, end)) or behind_link
    certain = typed and _CAPITAL.match(text, end)
    return end if certain or _summary_follows(text, start, end, surely=surely) else None


def _is_named(words: str) -> bool:
    """Whether a title says whom it is about, beyond the kind of review."""
    return bool(LABELS.search(words) or (REVIEW_TYPE.search(words) and REVIEW_TYPE.sub("", words).strip(" :.–-()")))


def _summary_follows(text: str, start: int, end: int, *, surely: bool = False) -> bool:
    """Whether more text follows on the line and opens as summaries do: with a matter, or with the title's own label."""
    published = _PUBLISHED.match(text, end)
    end = published.end() if published else end
    if (_SURE_OPENING if surely else _OPENING).match(text, end):
        return True
    gap = _GAP.match(text, end)
    if gap is None:
        return False
    words = _ECHOED.findall(REVIEW_TYPE.sub("", text[start:end]))
    return any(text.startswith(word, gap.end()) and _GOES_ON.match(text, gap.end() + len(word)) for word in words)


def _after_sentence(text: str, position: int) -> bool:
    return text[max(0, position - _WINDOW) : position].rstrip()[-1:] in tuple(".!?)]")


def _paragraph_begins(text: str, start: int) -> bool:
    line = text.rfind("\n", max(0, start - _WINDOW), start) + 1
    above = text[max(0, start - _WINDOW) : line]
    first = start < _WINDOW and not above.strip()
    return first or not above.rpartition("\n")[0].rpartition("\n")[2].strip()


def _paragraph_end(text: str, start: int) -> int:
    reach = min(len(text), start + _REACH)
    blank = _BLANK.search(text, start, reach)
    return _trimmed(text, start, blank.start() if blank else reach)

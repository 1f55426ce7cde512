"""Headings inside a review, lines of their own that part it: "Introduction", "6. What happens next?"."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache

from kg.extract.agencies.groups import opens_asked
from kg.extract.families import family
from kg.extract.parts import LISTS, LeadIn, SectionKind
from kg.extract.text.parsed import deferred
from kg.extract.text.separators import BULLET_MARK, BULLETS
from kg.extract.titles.heading_words import HEADS
from kg.extract.titles.words import LABELS, REVIEW_TYPE

_NUMBER = (  # or what a question is marked with
    r"(?:(?-i:Q)(?:uestion)?\s?\d{0,2}[:.]\s+)?"
    r"(?:(?:(?:section|part|step)\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.):]?|(?-i:[A-H])[.):]|(?-i:[IVX]{1,4})[.):])\s+)?"
)
_LINE = deferred(rf"^[ #>*]*(?P<numbered>{_NUMBER}(?P<words>[A-Z][^\n]{{2,70}}?))[ #*]*$", re.MULTILINE)
_HEAD = deferred(
    rf"{_NUMBER}(?:{'|'.join(f'(?P<{kind.name}>{words})' for kind, words in HEADS.items())})\s*[:?.]?", re.IGNORECASE
)
_SENTENCE = deferred(r"[.;,]\Z|[.!?;]\s")
_TEXT = deferred(rf"\s*\n\s*(?:[*{BULLETS}–-]|\(?\d{{1,2}}[.)]|[^\n]{{60}})")  # a paragraph or a list below a line
_INTRO = deferred(rf"\s*\n\s*(?P<words>[A-Z][^\n:;•]{{3,160}}:)[ *]*(?=\n\s*{BULLET_MARK})")
_FEWEST = 2  # reviews of a page that have the same heading
_MOST_WORDS, _LONGEST = 8, 80  # words and characters of a heading
_NAME_LAST = deferred(r"(?<=[a-z] )[A-Z][\w-]*(?:,? (?:and )?[A-Z][\w-]*)*\Z")
_OF_BOTH = deferred(r"\band\s+recommendations?\b", re.IGNORECASE)
_POINT_BELOW = deferred(r"\s*\n\s*(?:finding|lesson|theme|learning)\b[^\n]{0,20}\d", re.IGNORECASE)
_LIST_BELOW = deferred(rf"\s*\n\s*{BULLET_MARK}")
_SHORTEST_STORY = 80  # characters above a heading


def head_kind(words: str) -> SectionKind | None:
    """What a line opens whose words are those of a heading; none where they are not."""
    return _known_kind(words) if len(words) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _known_kind(words: str) -> SectionKind | None:
    found = _HEAD.fullmatch(words.strip(" *#"))
    return SectionKind[found.lastgroup] if found and found.lastgroup else None


def heads(text: str, start: int, end: int, shapes: Collection[str] = ()) -> Iterator[LeadIn]:
    """The lines between `start` and `end` that are a heading and nothing else: known, or one of the page's `shapes`."""
    listed = False
    for line in _LINE.finditer(text, start, end):
        kind = head_kind(line["words"])
        if kind is None and shape(line["words"]) in shapes:
            kind = _told_kind(text, line, start, listed=listed)
        if _OF_BOTH.search(line["words"]) and not _POINT_BELOW.match(text, line.end()):
            continue  # what is listed tells which of both
        listed = listed or kind in LISTS
        if kind and not _SENTENCE.search(line["words"].rstrip(".")):
            yield LeadIn(kind, line.start("numbered"), _with_intro(text, kind, line.end(), end))


def _with_intro(text: str, kind: SectionKind, at: int, end: int) -> int:
    """The end of a heading, or of the line below it that introduces the list: "The review asks the Partnership to:"."""
    intro = _INTRO.match(text, at, end) if kind in LISTS else None
    if intro is None or opens_asked(text, *intro.span("words")):
        return at
    told = family(intro["words"].rstrip(":"))
    return intro.end("words") if told is None or told.kind in (None, kind) else at


def _told_kind(text: str, line: re.Match[str], start: int, *, listed: bool) -> SectionKind | None:
    """What a heading opens that is known only as one that every review has: by its words, else by where it stands."""
    told = family(line["words"].rstrip(":?"))
    if told and told.kind in LISTS:
        return told.kind
    if listed or _LIST_BELOW.match(text, line.end()):
        return None
    above = text[start : line.start()].strip(" \n#>*")
    return SectionKind.BACKGROUND if len(above) >= _SHORTEST_STORY else SectionKind.SUMMARY


def shape(words: str) -> str:
    """The words of a heading without the name that it ends with: "People around Callan" and "People around Eilidh"."""
    return _NAME_LAST.sub("_", words.rstrip(":?"))


def repeated(text: str) -> frozenset[str]:
    """The shapes of short lines that stand more than once above text and name no review: each of a page has them."""
    lines = (line["words"] for line in _LINE.finditer(text) if _TEXT.match(text, line.end()))
    shapes = Counter(shape(words) for words in lines if _names_nobody(words))
    return frozenset(words for words, count in shapes.items() if count >= _FEWEST)


def _names_nobody(words: str) -> bool:
    named = LABELS.search(words) or REVIEW_TYPE.search(words)
    return not named and len(words.split()) <= _MOST_WORDS and not _SENTENCE.search(words)

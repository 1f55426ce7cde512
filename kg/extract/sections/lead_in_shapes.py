"""Phrases that by their shape may open a list, whatever their words, and the parts of what follows them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kg.extract.text.parsed import deferred
from kg.extract.text.separators import BULLET_MARK, FIRST_BULLET, marks

# A search for letters that every match begins with is many times as quick as one for several words: one search each.
_WORDS_OF_ASKING = ("asked", "urged", "advised", "invited", "requested", "encouraged", "expected")
_OBJECT = r"\b(?=\s)(?![^.:;\n]{0,80}:)"
_MARK = re.compile(r"[:?](?:(?<=:)(?!//)(?!\d)|(?<=\?)(?=\s)(?: [–-](?= ))?)")
_INCLUDE = deferred(rf"include(?<=\binclude)s?{_OBJECT}")
_CALL = deferred(rf"call(?<=\bcall)s?\s+(?:on|upon){_OBJECT}")
_IS_ASKED = deferred(rf"\b(?:is|are)\s+(?:also\s+)?(?:{'|'.join(_WORDS_OF_ASKING)})\s+to{_OBJECT}")
_ANNOUNCED = rf"\.(?=\s+(?:For|To)\s[^.:;\n]{{3,80}}:|\s*\n{BULLET_MARK})"
_STOP_BEFORE_ITEMS = deferred(_ANNOUNCED)
_SAID = re.compile(  # "Recommendations are grouped by agency. For the police:"
    r"(?:[Rr]ecommendations|[Aa]ctions|[Ll]essons|[Ff]indings|[Ll]earning)\s+(?:is|are|were|was|fall|have|has)\b"
    rf"[^.:;\n]{{3,80}}{_ANNOUNCED}"
)
_BEGIN = deferred(
    r"\n[ >#]*\n[ >#]*(?=\S)|\n[ >#]*(?=[A-Z\d\"'•*–-])|(?P<bold> {3,}(?=[A-Z]))|[.!?;][\"')\]]*\s+(?=[A-Z])"
    r"|(?<=[a-z\d)][.!?])(?=[A-Z])"
)
_HEADING = deferred(r"\n[ >#]*(?P<words>[A-Z][^\n.;:!?•]{3,80}?)[?:]? *(?=\n\s*\S)")
_PARAGRAPH = deferred(rf"\n[ >]*\n\s*(?!{BULLET_MARK})(?=[A-Z])")
_SENTENCE = deferred(r"[.!?]\s+(?=[A-Z])|\n\s*\n")
_LONGEST, _MOST_WORDS, _MOST_OF_A_LINE = 130, 18, 10  # characters and words of a lead-in, words of a heading
_FURTHEST = 1500  # characters behind a lead-in that tell what follows it


class Phrase(NamedTuple):
    """A phrase that may open a list."""

    start: int
    end: int
    words: str
    apart: bool  # at the head of a line, or in bold
    in_full: bool  # it ends with a colon or its line; else with a verb whose object is the list


def phrases(text: str, start: int, end: int) -> Iterator[Phrase]:
    """The short phrases before a colon or before a verb of telling, and those on a line of their own."""
    for match in _ends(text, start, end):
        begin, apart = _begin(text, start, match.start())
        words = text[begin : match.start() if match.re is _MARK else match.end()]
        if words.strip() and len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS and ";" not in words:
            yield Phrase(begin, match.end(), " ".join(words.split()), apart, match.re in (_MARK, _SAID))
    for match in _HEADING.finditer(text, start, end):
        if len(match["words"].split()) <= _MOST_OF_A_LINE:
            yield Phrase(match.start("words"), match.end(), match["words"], apart=True, in_full=True)


def _ends(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where phrases end, in order: at a mark, a verb whose object is a list, a sentence that announces one."""
    tried = [_MARK, _INCLUDE, _CALL]
    if any(text.find(word, start, end) >= 0 for word in _WORDS_OF_ASKING):
        tried.append(_IS_ASKED)
    if _STOP_BEFORE_ITEMS.search(text, start, end):
        tried.append(_SAID)
    behind = start
    for match in sorted((one for each in tried for one in each.finditer(text, start, end)), key=re.Match.start):
        if match.start() >= behind:
            behind = match.end()
            yield match


def _begin(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the sentence, line or bold words begin that end at `end`, and whether they stand apart."""
    first = max(start, end - _LONGEST)
    found = list(_BEGIN.finditer(text, first, end + 1))  # the letter at the end tells too
    if found:
        return found[-1].end(), "\n" in found[-1][0] or bool(found[-1]["bold"])
    return end - len(text[first:end].lstrip(" *\n")) if first == start else first, first == start


def set_in(text: str, phrase: Phrase) -> bool:
    """Whether a bullet stands before a phrase, which then is a point of a list."""
    line = text.rfind("\n", 0, phrase.start) + 1
    return bool(FIRST_BULLET.match(text, phrase.start) or FIRST_BULLET.match(text, line, phrase.end))


def parts(text: str, phrase: Phrase, after: int) -> list[str]:
    """The parts of what follows a phrase, up to the next lead-in or paragraph; one where nothing divides it."""
    last = min(after, phrase.end + _FURTHEST)
    begin = last - len(text[phrase.end : last].lstrip(" *:\n"))
    line = text.rfind("\n", phrase.end, begin) + 1
    begin = line if line and FIRST_BULLET.match(text, line, last) else begin
    stop = (_PARAGRAPH if phrase.in_full else _SENTENCE).search(text, begin, last)
    end = stop.start() if stop else last
    places = marks(text, begin, end) if phrase.in_full else [at for at in range(begin, end) if text[at] == ";"]
    divided = (text[one:other].strip(" ;\n") for one, other in pairwise([begin, *places, end]))
    return [part for part in divided if len(part) > 1]

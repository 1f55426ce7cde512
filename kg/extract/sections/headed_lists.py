"""Lists under a heading that are set out in parts: runs of bullets below sub-headings, or paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from kg.extract.agencies.groups import opens_group
from kg.extract.parts import LeadIn, Part, SectionKind
from kg.extract.sections.item_forms import OUGHT, form, is_request
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.separators import FIRST_BULLET
from kg.extract.titles.heading_words import POINT_NUMBER

_LINE = deferred(r"^[ >#]*(?P<words>\S[^\n]*)$", re.MULTILINE)
_BLANK = deferred(r"\n[ \t>]*\n[\s>]*(?=\S)")
_SUB_HEADING = deferred(r"[ >#*]*(?P<words>[A-Z][^\n.;:!?•]{2,70}[?:]?)[ *]*(?=\n|\Z)")
_LONGEST_SUB_HEADING = 9  # words
_CLOSES = deferred(  # what a page says behind its lists
    r"[^.]{0,80}\b(?:thanks?|grateful|accepted|published|contact|further\s+information|for\s+more|e-?mail|read"
    r"|condolences"
    r"|action\s+plans?|progress|monitor(?:ed|ing)?|download|comments|share\s+this|posted|unsubscribe)\b",
    re.IGNORECASE,
)
_MARKS = 10  # characters that may stand around the words of a heading
_FEWEST = 2  # paragraphs that are a list
_UNSTOPPED = deferred(r"(?!Child\b|Baby\b)[A-Z][^\s.;:!?•]*(?: +[^\s.;:!?•]+){4,40}(?<!,)")
_IS_TO_BE = deferred(r"\b(?:will|(?:is|are)\s+to)\s+(?:\w+\s+)?be\b", re.IGNORECASE)
_POINT = deferred(
    rf"(?:finding|lesson|learning(?:\s+point)?|theme|recommendation)\s+{POINT_NUMBER}\s*[:.–-]?\Z",
    re.IGNORECASE,
)
_STOP = deferred(r"[.!?][\"')]*(?=\s|\Z)")


def headed_parts(text: str, lead_in: LeadIn, end: int) -> Sequence[Part]:
    """The parts of a list under a heading; none where it is set out as any other list."""
    if _begins_line(text, lead_in.start) and _POINT.match(text[lead_in.start : lead_in.end].rstrip()):
        return _one_point(text, lead_in, end)
    if not _stands_alone(text, lead_in):
        return ()
    return tuple(_runs(text, lead_in, end)) or tuple(_paragraphs(text, lead_in, end))


def _stands_alone(text: str, lead_in: LeadIn) -> bool:
    """Whether the words are a line."""
    after = text[lead_in.end : lead_in.end + _MARKS].lstrip(" *#")[:1]
    return after == "\n" and _begins_line(text, lead_in.start)


def _begins_line(text: str, at: int) -> bool:
    return not text[max(text.rfind("\n", 0, at) + 1, at - _MARKS) : at].strip(" >#*")


def _one_point(text: str, lead_in: LeadIn, end: int) -> Sequence[Part]:
    """What stands under "Finding 2": its first paragraph's first sentence is the point, and the rest explains it."""
    begin = end - len(text[lead_in.end : end].lstrip(" *#\n"))
    stop = _STOP.search(text, begin, end)
    last = min(stop.end() if stop else end, _line_end(text, begin, end) if not stop else end)
    if begin >= end or FIRST_BULLET.match(text, begin):
        return ()
    return ((replace(lead_in, whole=True), begin, last), _rest(last, end))


def _line_end(text: str, start: int, end: int) -> int:
    at = text.find("\n", start, end)
    return end if at < 0 else at


def _runs(text: str, lead_in: LeadIn, end: int) -> Iterator[Part]:
    """The runs of bullets with a sub-heading above each; nothing where none is there, or each says who is asked."""
    lines = list(_LINE.finditer(text, lead_in.end, end))
    names = [line for line, below in pairwise(lines) if _names_a_run(text, line, below)]
    asked = lead_in.kind is SectionKind.RECOMMENDATIONS
    if not names or (asked and all(opens_group(text, name.start(), end, apart=True) for name in names)):
        return
    first = names[0].start()
    if text[lead_in.end : first].strip(" *#\n"):
        yield lead_in, lead_in.end, first
    else:
        yield lead_in, lead_in.end, lead_in.end
    for name, after in zip(names, [*(each.start() for each in names[1:]), end], strict=True):
        last = _run_end(text, name.end(), after)
        yield LeadIn(lead_in.kind, *name.span("words")), name.end(), last
        yield _rest(last, after)


def _names_a_run(text: str, line: re.Match[str], below: re.Match[str]) -> bool:
    """Whether a short line that is no bullet stands right above one."""
    if not FIRST_BULLET.match(text, below.start()) or FIRST_BULLET.match(text, line.start()):
        return False
    return bool(_SUB_HEADING.fullmatch(line[0])) and len(line["words"].split()) <= _LONGEST_SUB_HEADING


def _run_end(text: str, start: int, end: int) -> int:
    """Where a run of bullets ends: at the first paragraph that is none."""
    for blank in _BLANK.finditer(text, start, end):
        if text[start : blank.start()].strip() and not FIRST_BULLET.match(text, blank.end()):
            return blank.start()
    return end


def _paragraphs(text: str, lead_in: LeadIn, end: int) -> Iterator[Part]:
    """The paragraphs of a list without marks, each one point, with or without a sub-heading above it."""
    found = list(_told(text, lead_in, end))
    if len(found) < _FEWEST:
        return
    yield lead_in, lead_in.end, lead_in.end
    for name, start, last in found:
        yield LeadIn(lead_in.kind, *name, whole=True), start, last
    yield _rest(found[-1][2], end)


def _told(text: str, lead_in: LeadIn, end: int) -> Iterator[tuple[Span, int, int]]:
    """Each paragraph with the sub-heading above it; nothing where one of them is no point."""
    begin = end - len(text[lead_in.end : end].lstrip(" *#\n"))
    starts = [begin, *(blank.end() for blank in _BLANK.finditer(text, begin, end))]
    unstopped = _unstopped(text, list(pairwise([*starts, end])), lead_in.kind)
    if unstopped:
        yield from ((span, *span) for span in unstopped)
        return
    found = list[tuple[Span, int, int]]()
    name: Span | None = None
    for start, last in pairwise([*starts, end]):
        head = _SUB_HEADING.match(text, start, last)
        short = head and len(head["words"].split()) <= _LONGEST_SUB_HEADING
        body = last - len(text[head.end() : last].lstrip()) if head and short else start
        if short and head:
            name = head.span("words")
        if not text[body:last].strip():
            continue
        if _CLOSES.match(text, body, last) and found:
            break
        words = text[body:last].strip()
        if not _is_point(words, lead_in.kind):
            if len(found) < _FEWEST or _holds_a_list(words):
                return
            break
        found.append((name or (body, body), body, body + len(text[body:last].rstrip())))
        name = None
    yield from found


def _unstopped(text: str, paragraphs: Sequence[Span], kind: SectionKind) -> list[Span]:
    """The first of the paragraphs, if each is a line without a stop: a list whose items stand apart without marks."""
    words = [text[start:end].strip() for start, end in paragraphs]
    fitting = list(takewhile(lambda line: _UNSTOPPED.fullmatch(line) and not _CLOSES.match(line), words))
    if len(fitting) < _FEWEST or (kind is not SectionKind.LEARNING and form(fitting) is not kind):
        return []
    return [(start, start + len(line)) for (start, _), line in zip(paragraphs, fitting, strict=False)]


def _is_point(words: str, kind: SectionKind) -> bool:
    """Whether a paragraph has sentences and no list inside, and asks for something where that is expected."""
    asked = kind is SectionKind.LEARNING or OUGHT.search(words) or _IS_TO_BE.search(words) or is_request(words)
    return bool(words.endswith((".", "!", "?", '"', ")")) and not _holds_a_list(words) and asked)


def _holds_a_list(words: str) -> bool:
    return bool(";" in words or "\n•" in words or words.endswith(":") or FIRST_BULLET.match(words) or ":\n" in words)


def _rest(start: int, end: int) -> Part:
    return LeadIn(SectionKind.OTHER, start, start), start, end

"""The items of a list: learning points and recommendations, split where the list is, with exact offsets."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.parts import ListItem, Section, SectionKind
from kg.extract.plain import plain
from kg.extract.separators import marks, outside_brackets
from kg.model import Passage, passage

_AHEAD = re.compile(
    (
        r"(?:[\s*•‣◦·▪●–;:,.>-]|(?:and|or)(?:/or)?(?=[\s:,.;]|$)|as\s+well\s+as\s|(?:recommendation|finding"
        r"|lesson|learning\s+point)\s+\d{1,2}\s*[:.)–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s|(?:\d{1,2}"
        r"|(?-i:[a-h]|[ivx]{1,4}))\.\s)*"
    ),
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?:[\s*;,#>]|(?<!\.)\.(?!\.)|(?<=[;,])\s*\b(?:and|or)(?=\W*$))*$", re.IGNORECASE)
_SPACES = "".join(letter for letter in map(chr, range(0x3001)) if letter.isspace())
_MAY_BE_BEHIND = f"{_SPACES}*;,#>.andorANDOR"  # what `_BEHIND` matches is made of
_AGENCY = (
    r"(?:partnerships?|boards?|councils?|services?|agenc(?:y|ies)|police|health|trusts?|schools?|colleges?|nhs"
    r"|education"
    r"|authorit(?:y|ies)|departments?|government|care|hospitals?|gps?|surger(?:y|ies)|practices?|partners"
    r"|probation|housing"
    r"|practitioners|professionals|providers?|teams?|midwi(?:fe|ves|fery)|visitors|workers|l?scb|l?scp|cscp"
    r"|[ci]cbs?|ccgs?"
    r"|camhs|cafcass|courts?|commissioners|committees?|panel|organisations|nurser(?:y|ies)|settings|both|all"
    r"|office|force)"
)
_NOT_A_NAME = (
    r"(?!(?:too|so|how|more|many|much|few|several|no|not|for|of|with|in|on|about|by|from|between|to|that|if|when"
    r"|should|must|needs?|is|are|was|will|can|include[sd]?|ask"
    r"|remind|require|ensure|tell|encourage|help|support|train|give|work|consider|review|develop|provide)\b)"
)
_GROUP = re.compile(
    rf"(?P<name>(?:(?:for|to)\s+)?(?:(?:department|ministry|office)\s+(?:for|of)\s+"
    rf"|{_NOT_A_NAME}[\w'&/()-]+,?\s+){{0,7}}?"
    rf"{_AGENCY}(?:\s+(?!should|to\b)\w+)?)\s*:\**\s*(?=\S)",
    re.IGNORECASE,
)
_BOTH = re.compile(
    (
        r"(?:for\s+|to\s+)?(?:both|all\s+(?:two|three|four))(?:\s+(?:of\s+)?(?:these|them"
        r"|the))?(?:\s+(?:services|agencies|organisations|bodies))?"
    ),
    re.IGNORECASE,
)
_THEME = re.compile(r"[A-Z][^:;.]{2,50}:\s")  # "Voice of the child: ask"
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|should|must|could|would|will|can|may|might|did|does|do|need|needs|if|when"
    r"|because)\b",
    re.IGNORECASE,
)
_LED_BY_THAT, _THAT = re.compile(r"\bthat\s*:?\s*$", re.IGNORECASE), re.compile(r"\s*that\s", re.IGNORECASE)
_AND_THAT = re.compile(r",\s+(?:and\s+)?that\s+(?!is\b)|\s+and\s+that\s+(?!is\b)")
_ASKED = re.compile(r"(?:(?:and|or)\s+)?(?:what|how|why)\b", re.IGNORECASE)  # "what police knew of him" is a phrase
_OUGHT = re.compile(r"\b(?:should|must|could|would|can|will|may|might)\b")
_LONGEST_ASKED = 20  # words
_RELATIVE = re.compile(
    r"(?:\b(?:of|to|in|with|from|by)\s+)?\b(?:that|whom|whose|who|which|where|what|how|whether|why|when)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_AND = re.compile(r",?\s+and\b")
_HALF = re.compile(r"[\s,]*(?:[\w'-]+|(?:[\w'-]+\s+)*?(?:between|both)(?:\s+(?!and\b)[\w'-]+)+)")  # of two with "and"
_LONGEST_TAIL = 500  # characters after the last comma; more cannot be two short phrases
_LONGEST_IN_COMMAS = 12  # words of one item in a list held together by commas, relative clauses aside
_PROSE = re.compile(r"\bmade\s+(?:around|about|on|in\s+relation\s+to|regarding|covering)$", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(
    r"[.!?](?<!\b[A-Z].)(?<!\be\.g.)(?<!\bi\.e.)(?<!\b(?:St|Dr|No|Mr|Ms|vs).)(?<!\bMrs.)(?<!\bProf.)(?<!\bapprox.)"
    r"[*\"']*\s+(?=[*\"']*[A-Z])"
)
_NARRATIVE = re.compile(
    r"[*\s]*(?:the (?:review|report|author)|this (?:review|report)|uses?|it|they|this|these)\b", re.IGNORECASE
)


def items(text: str, section: Section) -> tuple[ListItem, ...]:
    """The items of a section, in the order printed, each with the words before it that may say who is addressed."""
    level, found, group, groups = plain(text), [], section.lead_in, list[Passage]()
    taken_up: tuple[Passage, ...] = ()
    for start, end in _stretches(level, section):
        start = _after_marks(level, start, end)
        name = _group(level, start, end, section.kind)
        if name:
            group = passage(text, *name.span("name"))
            taken_up = tuple(groups) if _BOTH.fullmatch(group.text) else ()
            groups.append(group)
            start = _after_marks(level, name.end(), end)
        elif _THEME.match(level, start, end):
            group, taken_up = section.lead_in, ()
        item = passage(text, start, _before_marks(level, start, end))
        if re.search(r"\w", item.text):
            found.append(ListItem(item, group, taken_up))
    return tuple(found)


def _group(text: str, start: int, end: int, kind: SectionKind) -> re.Match[str] | None:
    """The name that opens a group; in a list of learning a single word before a colon ("Housing:") is a theme."""
    name = _named(text, start, end)
    return name if name and (kind is SectionKind.RECOMMENDATIONS or len(name["name"].split()) > 1) else None


def _named(text: str, start: int, end: int) -> re.Match[str] | None:
    return _GROUP.match(text, start, end) if ":" in text[start:end] else None


def keywords(text: str, section: Section) -> tuple[Passage, ...]:
    """The keywords of a section as printed: between commas or semicolons outside brackets."""
    level, start, end = plain(text), section.body.start, section.body.end
    parts = _between(start, end, list(outside_brackets(level, start, end, ",;")))
    found = (passage(text, _after_marks(level, *part), _before_marks(level, *part)) for part in parts)
    return tuple(word for word in found if re.search(r"\w", word.text))


def _stretches(text: str, section: Section) -> list[tuple[int, int]]:
    """A list's stretches between its separators: semicolons or bullets, else commas, else sentences."""
    start, end = section.body.start, section.body.end
    divided = marks(text, start, end)
    if divided:
        found = _between(start, end, sorted({*divided, *_new_groups(text, divided[0], end)}))
        first, last = found[-1]
        return [*found[:-1], (first, _sentence_end(text, _after_marks(text, first, last), last))]
    clauses = _clauses(text, start, end, section)
    if len(clauses) > 1:
        return clauses
    commas = _commas(text, start, end, section)
    return _between(start, end, commas) if commas else list(_sentences(text, start, end))


def _clauses(text: str, start: int, end: int, section: Section) -> list[tuple[int, int]]:
    """The clauses of "recommends that police act, that schools write and that courts wait", each after its "that"."""
    led = section.lead_in is not None and _LED_BY_THAT.search(section.lead_in.text)
    if not led and not _THAT.match(text, start, end):
        return []
    stop = _sentence_end(text, start, end)
    marks = [place for match in _AND_THAT.finditer(text, start, stop) for place in match.span()]
    ends = [start, *marks, stop]
    return list(zip(ends[::2], ends[1::2], strict=True))


def _between(start: int, end: int, marks: list[int]) -> list[tuple[int, int]]:
    return [(first, last) for first, last in pairwise([start, *marks, end])]


def _new_groups(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence opens another group, so that the list goes on: "a film. For the police: a poster"."""
    for match in _NEXT_SENTENCE.finditer(text, start, end):
        if _named(text, match.end(), end):
            yield match.start()


def _commas(text: str, start: int, end: int, section: Section) -> list[int]:
    """Where a list without semicolons is divided: only one of short phrases, with "and" before the last."""
    words = text[start:end]
    prose = section.lead_in is not None and _PROSE.search(section.lead_in.text)
    if not (section.kind is SectionKind.LEARNING or prose) or _NEXT_SENTENCE.search(words):
        return []
    commas = list(outside_brackets(text, start, end, ","))
    joint = _joint(text, commas[-1] if commas else start, end)
    if not commas or not (joint is not None or len(commas) > 1):
        return []
    divided = sorted({*commas, joint}) if joint is not None else commas
    parts = [text[first:last] for first, last in _between(start, end, divided)]
    return divided if all(_is_phrase(part) for part in parts) else []


def _joint(text: str, start: int, end: int) -> int | None:
    """Where the "and" before the last phrase stands: right after the last comma, or between two phrases.

    The other "and" of "frequent moves and misuse of drugs and alcohol" is part of its phrase, as in "drug and alcohol
    misuse and drift" and in "between police and schools".
    """
    found = list(_AND.finditer(text, start, end)) if end - start <= _LONGEST_TAIL else []
    whole = (
        match.start() for match in found if match.start() == start or not _HALF.fullmatch(text, start, match.start())
    )
    return next(whole, found[-1].start()) if found else None


def _is_phrase(part: str) -> bool:
    """Whether a part of a list in commas is a phrase and not a clause; what a relative clause says is left aside."""
    words = part.strip(" ,.*\n")
    if _ASKED.match(words):
        return len(words.split()) <= _LONGEST_ASKED and not _OUGHT.search(words)
    words = _RELATIVE.sub("", words)
    return 0 < len(words.split()) <= _LONGEST_IN_COMMAS and not _CLAUSE.search(words)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a list that has no separators; one that only goes on from the last, or tells, is not an item."""
    marks = [match.end() for match in _NEXT_SENTENCE.finditer(text, start, end)]
    for index, (first, last) in enumerate(_between(start, end, marks)):
        if index and _NARRATIVE.match(text, first, last):
            return
        yield first, last


def _sentence_end(text: str, start: int, end: int) -> int:
    """The end of the first sentence: what follows a list's last item is no part of it."""
    match = _NEXT_SENTENCE.search(text, start, end)
    return match.start() + 1 if match else end


def _after_marks(text: str, start: int, end: int) -> int:
    match = _AHEAD.match(text, start, end)
    return match.end() if match else start


def _before_marks(text: str, start: int, end: int) -> int:
    words = text[start:end]
    match = _BEHIND.search(words, len(words.rstrip(_MAY_BE_BEHIND)))
    return start + match.start() if match else end

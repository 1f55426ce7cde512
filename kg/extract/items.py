"""The items of a list: learning points and recommendations, split where the list is, with exact offsets."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.parts import ListItem, Section, SectionKind
from kg.extract.plain import plain
from kg.model import Passage, passage

_BRACKETS = {"(": ")", "[": "]"}
_LONGEST_BRACKET = 200  # characters; a bracket open for longer was never closed
_ENTITY_END = re.compile(r"&(?:#\d{1,5}|[a-z]{2,8})$", re.IGNORECASE)
_MARK = r"[ >]*(?:[*•‣◦·–-]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)"
_FIRST_BULLET, _BULLET = re.compile(_MARK), re.compile(rf"\n{_MARK}")
_AHEAD = re.compile(
    r"(?:[\s*•‣◦·–;:,.>-]|(?:and|or)(?:/or)?(?=[\s:,]|$)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s|\d{1,2}\.\s)*",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?:[\s*;,#>]|(?<!\.)\.(?!\.))*$")
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
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|should|must|could|would|will|can|may|might|did|does|do|need|needs|if|when"
    r"|because)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:that|who|which|where|what|how|whether|why|when)\b.*", re.IGNORECASE | re.DOTALL)
_PROSE = re.compile(r"[*\s]*(?:are\s+|were\s+)?made\s+(?:around|about|on|in)\b", re.IGNORECASE)
_LONGEST_IN_COMMAS = 12  # words of one item in a list held together by commas
_NEXT_SENTENCE = re.compile(
    r"(?<![A-Z])(?<!\be\.g)(?<!\bi\.e)(?<!\bSt)(?<!\bDr)(?<!\bNo)[.!?][*\"']*\s+(?=[*\"']*[A-Z])"
)
_NARRATIVE = re.compile(
    r"[*\s]*(?:the (?:review|report|author)|this (?:review|report)|uses?|it|they|this|these)\b", re.IGNORECASE
)


def items(text: str, section: Section) -> tuple[ListItem, ...]:
    """The items of a section, in the order printed, each with the words before it that may say who is addressed."""
    level, found, group = plain(text), [], section.lead_in
    for start, end in _stretches(level, section):
        start = _after_marks(level, start, end)
        name = _GROUP.match(level, start, end)
        if name:
            group = passage(text, *name.span("name"))
            start = _after_marks(level, name.end(), end)
        item = passage(text, start, _before_marks(level, start, end))
        if re.search(r"\w", item.text):
            found.append(ListItem(item, group))
    return tuple(found)


def keywords(text: str, section: Section) -> tuple[Passage, ...]:
    """The keywords of a section as printed: between commas or semicolons outside brackets."""
    level, start, end = plain(text), section.body.start, section.body.end
    parts = _between(start, end, list(_outside_brackets(level, start, end, ",;")))
    found = (passage(text, _after_marks(level, *part), _before_marks(level, *part)) for part in parts)
    return tuple(word for word in found if re.search(r"\w", word.text))


def _stretches(text: str, section: Section) -> list[tuple[int, int]]:
    """A list's stretches between its separators: semicolons or bullets, else commas, else sentences."""
    start, end = section.body.start, section.body.end
    marks = [
        position
        for position in _outside_brackets(text, start, end, ";")
        if not _ENTITY_END.search(text, start, position)
    ]
    bulleted = _FIRST_BULLET.match(text, start, end)  # else a dash that begins a line is only a dash
    bullets = [match.start() for match in _BULLET.finditer(text, start, end)] if bulleted else []
    if marks or bullets:
        found = _between(start, end, sorted(marks + bullets))
        first, last = found[-1]
        return [*found[:-1], (first, _sentence_end(text, _after_marks(text, first, last), last))]
    commas = _commas(text, start, end, section)
    return _between(start, end, commas) if commas else list(_sentences(text, start, end))


def _outside_brackets(text: str, start: int, end: int, separators: str) -> Iterator[int]:
    """The positions of separators that stand in no bracket; a bracket that is not closed soon counts for nothing."""
    closed_at = start
    for position in range(start, end):
        mark = text[position]
        if mark in _BRACKETS and position >= closed_at:
            close = _closing(text, position, min(end, position + _LONGEST_BRACKET))
            closed_at = position if close is None else close
        elif mark in separators and position >= closed_at:
            yield position


def _closing(text: str, opening: int, end: int) -> int | None:
    """Where the bracket that opens at `opening` is closed, brackets inside it counted; `None` if it is not."""
    mark, depth = text[opening], 0
    for position in range(opening, end):
        depth += (text[position] == mark) - (text[position] == _BRACKETS[mark])
        if depth == 0:
            return position
    return None


def _between(start: int, end: int, marks: list[int]) -> list[tuple[int, int]]:
    return [(first, last) for first, last in pairwise([start, *marks, end])]


def _commas(text: str, start: int, end: int, section: Section) -> list[int]:
    """Where a list without semicolons is divided: only one of short phrases, with "and" before the last."""
    words = text[start:end]
    prose = bool(_PROSE.match(words))
    if (section.kind is not SectionKind.LEARNING and not prose) or _NEXT_SENTENCE.search(words):
        return []
    marks = list(_outside_brackets(text, start, end, ","))
    joint = [match.start() + start for match in re.finditer(r",?\s+and\b", words)]
    joined = bool(joint) and (not marks or joint[-1] >= marks[-1])
    if not marks or not (joined or len(marks) > 1):
        return []
    divided = sorted({*marks, joint[-1]}) if joined else marks
    parts = [text[first:last] for first, last in _between(start, end, divided)]
    return divided if all(_is_phrase(part) for part in parts) else []


def _is_phrase(part: str) -> bool:
    """Whether a part of a list in commas is a phrase and not a clause; what a relative clause says is left aside."""
    words = _PROSE.sub("", part).strip(" ,.*")
    return 0 < len(words.split()) <= _LONGEST_IN_COMMAS and not _CLAUSE.search(_RELATIVE.sub("", words))


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
    match = _BEHIND.search(text[start:end])
    return start + match.start() if match else end

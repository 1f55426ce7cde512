"""A list that has no signs: divided at "that", at commas between phrases or requests, or into its sentences."""

import re
from collections.abc import Iterator
from itertools import takewhile

from kg.extract.actions.request_verbs import BASE, opens_with_verb
from kg.extract.agencies.groups import is_name
from kg.extract.lists.comma_lists import AND, PROSE, at_commas, with_subjects
from kg.extract.parts import Section, SectionKind
from kg.extract.sections.practice import tells_of_practice, tells_what_was_done
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.separators import outside_brackets
from kg.extract.text.stretches import NEXT_SENTENCE, between, sentence_end

_LED_BY_THAT, _THAT = deferred(r"\bthat\s*:?\s*$", re.IGNORECASE), deferred(r"\s*that\s", re.IGNORECASE)
_AND_THAT = deferred(
    r",\s+(?:and\s+)?that\s+(?!is\b)|\s+and\s+that\s+(?!is\b)|,\s+and\s+(?=for\s+(?:[\w'-]+\s+){1,6}?to\s+[a-z])"
)
_TOPIC = r"(?:around|about|on|regarding|concerning|in\s+relation\s+to)\b"
_LED_BY_FOR = deferred(r"\brecommendations?\s+(?:(?:is|are)\s+)?for\s*:?\s*$", re.IGNORECASE)
_OF_WORK = r"(?:[\w-]+\s+){0,2}?(?:review|audit|protocol|guide|campaign|programme|evaluation|survey|policy|pathway)\b"
_AND_FOR = deferred(  # "for schools on registers, for health on letters and for the board on audits"
    r"(?:,\s+(?:and\s+)?|\s+and\s+)for\s+"
    rf"(?=(?:[\w'-]+\s+){{1,6}}?(?:to\b|{_TOPIC}))|,\s+and\s+that\s+|,\s+(?:and\s+)?for\s+(?=an?\s+{_OF_WORK})"
)
_TO_SOMEBODY = r"to\s+(?:(?:the|all|both|each|every|its|local|national|partner)\b|(?-i:[A-Z]))"
_LED_BY_TO, _AND_TO = (
    deferred(rf"\s*{_TO_SOMEBODY}"),
    deferred(rf",?\s+and\s+(?={_TO_SOMEBODY})|,\s+(?={_TO_SOMEBODY})"),
)
_ON_SOMETHING = rf"to\s+(?:(?!to\b)[\w'-]+\s+){{1,7}}?{_TOPIC}"  # "to schools around registers"
_EACH_ON_SOMETHING, _AND_ON_SOMETHING = (
    deferred(rf"\s*{_ON_SOMETHING}"),
    deferred(rf",?\s+and\s+(?={_ON_SOMETHING})|,\s+(?={_ON_SOMETHING})"),
)
_TO_A_NAME = deferred(r"\s*to\s+(?P<name>[^()]+?)(?:\s+\([A-Z]{2,8}\))?[\s,]*")
_LED_BY_REVIEW = deferred(
    r"\b(?:asks|calls|recommends|suggests|proposes|urges|advises|requests|invites|encourages)(?:\s+(?:that"
    r"|for))?\s*:?\s*$",
    re.IGNORECASE,
)
_AND_HOPES = deferred(  # "calls for training, and hopes that parents are heard"
    r",?\s+and\s+(?:(?:it|the\s+(?:review|report|panel))\s+)?(?:also\s+|then\s+)?(?:hopes\s+that|calls\s+for"
    r"|(?:asks|urges|recommends|suggests|proposes|advises|requests)\s+that)\s+"
)
_LED_BY_ASKS = deferred(
    r"\b(?:asks|invites|urges|encourages)\s*$"
)  # "the review asks schools to log moves, police to keep files and"
_TO_BE_ASKED = r"(?:(?!and\b|to\b|who\b|that\b)[\w'-]+\s+){1,7}to\s+"
_NAMED_ASKED = r"the\s+(?:(?!to\b|who\b|that\b)[\w'-]+\s+){1,7}?to\s+"  # "the health and social care partnership to"
_COMMA_ASKED = deferred(rf",\s+(?:and\s+)?(?=(?:{_NAMED_ASKED}|{_TO_BE_ASKED})(?P<verb>[a-z]+)\b)")
_THEN_ASKED = deferred(  # behind a phrase: "are made around lifts, and the council is asked to"
    r",\s+and\s+(?=the\s+(?:[\w'-]+\s+){1,5}?(?:is|are)\s+(?:also\s+)?(?:asked|urged|advised)\s+to\b)"
)
_ONE_VERB = deferred(  # whose objects are what a review found: what the next sentence says is no part of them
    r"(?:Identifies|Highlights|Emphasises|Stresses|Underlines|Considers|Examines|Explores|Discusses|Looks\s+at|Finds"
    r"|Raises.*)\s*:?$"
)
_IS_ASKED = deferred(r"\b(?:is|are)\s+(?:also\s+)?(?:asked|urged|advised|requested|recommended)\s+to\b")
_LAST_ASKED = deferred(rf"\s+and\s+(?={_TO_BE_ASKED}[a-z]+\b)")
_ASKS = deferred(
    r"\b(?:should|must|could|might|would|ought|needs?|required?|recommend\w*|suggest\w*|ask(?:s|ed)?|propose[sd]?"
    r"|urge[sd]?"
    r"|request\w*|call(?:s|ed)?\s+(?:for|on)|(?:is|are)\s+(?:also\s+)?(?:to|made|advised|encouraged)|makes?|others?)\b",
    re.IGNORECASE,
)
_FEWEST_REQUESTS, _FEWEST_WORDS = 3, 2
# What follows the verb of one request is no request of its own: "ask schools to log moves, keep files and tell health".
_HOLDS_A_CLAUSE = deferred(
    r"\b(?:that|which|who|whom|how|what|whether|when|where|if|so|by)\b"
    r"|\bto\s+(?!(?:the|an?|all|every|each|its|their|any|local|staff|schools|agencies|parents|families|professionals"
    r"|practitioners|partners|children|young|police|GPs?)\b)[a-z]",
    re.IGNORECASE,
)
_NARRATIVE = deferred(
    r"[*\s]*(?:the (?:review|report|author)|this (?:review|report)|uses?"
    r"|(?:it|they)(?!\s+(?:also\s+)?(?:should|must|needs?)\b)|this|these)\b",
    re.IGNORECASE,
)
_FOUND = deferred(
    r"[*\s]*(?:(?:the|this)\s+(?:review|report|author|panel|partnership)|it|reviewers?)\s+(?:also\s+|further\s+"
    r"|then\s+)?"
    r"(?:f(?:ou|i)nds?|identif(?:ies|ied)|highlight(?:s|ed)|conclude[sd]?|note[sd]?|learn(?:s|ed|t)|recognise[sd]?"
    r"|shows?|showed|heard|hears|established|emphasise[sd]?|points?\s+to|pointed\s+to)\s+(?P<that>that\s+)?(?=\w)",
    re.IGNORECASE,
)


def unmarked(text: str, start: int, end: int, section: Section) -> list[Span]:
    """The stretches of a list that no semicolon and no bullet divides."""
    clauses = _behind_topic(text, start, end, section) or _clauses(text, start, end, section)
    if clauses and (len(clauses) > 1 or clauses[0][0] > start):
        return clauses
    end = _prose_end(text, start, end, section)
    divided = at_commas(text, start, end, section) or _requests(text, start, end, section)
    return between(start, end, divided) if divided else list(_points(text, start, end, section))


def _behind_topic(text: str, start: int, end: int, section: Section) -> list[Span]:
    """The sentences on practice that follow "Learning is about kinship care.", which only names their topic."""
    if section.kind is not SectionKind.LEARNING or section.lead_in is None or not PROSE.search(section.lead_in.text):
        return []
    stops = [match.end() for match in NEXT_SENTENCE.finditer(text, start, end)]
    sentences = between(start, end, stops)[1:]
    return list(takewhile(lambda one: tells_of_practice(text[slice(*one)]), sentences))


def _clauses(text: str, start: int, end: int, section: Section) -> list[Span]:
    """The clauses of "recommends that police act, that schools write and that courts wait", each after its "that"."""
    if section.kind is SectionKind.RECOMMENDATIONS:
        asked = _asked_in_turn(text, start, end, section)
        if asked:
            return asked
    if section.lead_in is not None and _LED_BY_ASKS.search(section.lead_in.text):
        return _each_asked(text, start, end)
    if section.lead_in is not None and _LED_BY_FOR.search(section.lead_in.text):
        return _apart(text, start, end, _AND_FOR)
    led = section.lead_in is not None and _LED_BY_THAT.search(section.lead_in.text)
    if not (led or _THAT.match(text, start, end)):
        return []
    stop = sentence_end(text, start, end)
    subjects = with_subjects(text, start, stop)
    return between(start, stop, subjects) if subjects else _apart(text, start, end, _AND_THAT)


def _asked_in_turn(text: str, start: int, end: int, section: Section) -> list[Span]:
    """What is asked where one after the other is named, or where a review asks for one thing and hopes for another."""
    each = _apart(text, start, end, _AND_ON_SOMETHING)
    if len(each) > 1 and all(_EACH_ON_SOMETHING.match(text, *part) for part in each):
        return each
    if _LED_BY_TO.match(text, start, end):
        each = _apart(text, start, end, _AND_TO)
        return [(start, sentence_end(text, start, end))] if _is_only_named(text, *each[0]) else each
    asked = section.lead_in is not None and _LED_BY_REVIEW.search(section.lead_in.text)
    apart = _apart(text, start, end, _AND_HOPES) if asked else []
    return apart if len(apart) > 1 else []


def _is_only_named(text: str, start: int, end: int) -> bool:
    """Whether a part names who is asked and not what: "to the police (WP)", before "and to the council about keys"."""
    named = _TO_A_NAME.fullmatch(text, start, end)
    return named is not None and is_name(text, *named.span("name"))


def _each_asked(text: str, start: int, end: int) -> list[Span]:
    """What each is asked in "asks schools to log moves, police to keep files and courts to wait"."""
    stop = sentence_end(text, start, end)
    found = [match for match in _COMMA_ASKED.finditer(text, start, stop) if match["verb"] in BASE]
    last = _LAST_ASKED.search(text, found[-1].end(), stop) if found else None
    places = [place for match in (*found, *((last,) if last else ())) for place in match.span()]
    ends = [start, *places, stop]
    return list(zip(ends[::2], ends[1::2], strict=True))


def _apart(text: str, start: int, end: int, joined: re.Pattern[str]) -> list[Span]:
    """The stretches of the first sentence between the words that join them."""
    stop = sentence_end(text, start, end)
    marks = [place for match in joined.finditer(text, start, stop) for place in match.span()]
    ends = [start, *marks, stop]
    return list(zip(ends[::2], ends[1::2], strict=True))


def _prose_end(text: str, start: int, end: int, section: Section) -> int:
    """Where "recommendations are made on records. The family was thanked." ends: what follows asks nothing."""
    stop = sentence_end(text, start, end)
    prose = section.lead_in is not None and PROSE.search(section.lead_in.text)
    asked = _ASKS.search(text, stop, end) or opens_with_verb(text, stop, end)
    one_verb = section.lead_in is not None and _ONE_VERB.match(section.lead_in.text)
    return stop if one_verb or (prose and stop < end and not asked) else end


def _requests(text: str, start: int, end: int, section: Section) -> list[int]:
    """Where one sentence is divided that joins requests: "agree a protocol, train staff in it and audit its use"."""
    if section.kind is not SectionKind.RECOMMENDATIONS or NEXT_SENTENCE.search(text, start, end):
        return []
    marks = [at for at in outside_brackets(text, start, end, ",") if opens_with_verb(text, at, end)]
    joint = [match.start() for match in AND.finditer(text, marks[-1], end)] if marks else []
    divided = sorted({*marks, *(at for at in joint[-1:] if opens_with_verb(text, at, end))})
    parts = [text[first:last] for first, last in between(start, end, divided)]
    simple = not any(_HOLDS_A_CLAUSE.search(part) for part in parts[:-1])
    whole = len(parts) >= _FEWEST_REQUESTS and all(len(part.split()) >= _FEWEST_WORDS for part in parts)
    joined = whole and AND.match(text, divided[-1], end)
    return divided if joined and simple and opens_with_verb(text, start, end) else []


def _points(text: str, start: int, end: int, section: Section) -> Iterator[Span]:
    """The sentences of a list; what "the review found" in one of them is what was learned, clause by clause."""
    for first, last in _sentences(text, start, end, section):
        found = _FOUND.match(text, first, last) if section.kind is SectionKind.LEARNING else None
        if found is None:
            yield first, last
        elif found["that"]:
            yield from _apart(text, found.end(), last, _AND_THAT)
        else:
            yield found.end(), last


def _others_asked(text: str, start: int, end: int, section: Section) -> Iterator[int]:
    """Where in a sentence another is asked: "the board is asked to agree a plan, and the police to file it"."""
    if section.kind is not SectionKind.RECOMMENDATIONS:
        return
    yield from (match.start() for match in _THEN_ASKED.finditer(text, start, end))
    led = section.lead_in is not None and _IS_ASKED.search(section.lead_in.text)
    asked = None if led else _IS_ASKED.search(text, start, end)
    if led or asked:
        found = _COMMA_ASKED.finditer(text, asked.end() if asked else start, end)
        yield from (match.start() for match in found if match["verb"] in BASE or _named(text, match.end(), end))


def _named(text: str, start: int, end: int) -> bool:
    """Whether nothing but a name stands before the next "to": "health visitors to resume visits"."""
    return is_name(text, start, text.find(" to ", start, end))


def _sentences(text: str, start: int, end: int, section: Section) -> Iterator[Span]:
    """The sentences of a list that has no signs; one that only goes on from the last, or tells, is not an item."""
    stops = [match.end() for match in NEXT_SENTENCE.finditer(text, start, end)]
    marks = sorted({*stops, *_others_asked(text, start, end, section)})
    for index, (first, last) in enumerate(between(start, end, marks)):
        told = section.kind is SectionKind.LEARNING and _FOUND.match(text, first, last)
        if index and not told and (_NARRATIVE.match(text, first, last) or tells_what_was_done(text[first:last])):
            return
        yield first, last

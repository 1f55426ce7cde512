"""A list that has no signs: divided at "that", at commas between phrases or requests, or into its sentences."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.action_verbs import VERBS
from kg.extract.agency_words import NAMES
from kg.extract.lemmas import lemma
from kg.extract.parts import Section, SectionKind
from kg.extract.plain import Span
from kg.extract.separators import outside_brackets

_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|should|must|could|would|(?<!the )will|can|may|might|did|does|do"
    r"|(?<!\b(?:the|and) )(?<!\ban )(?<!\b(?:her|his) )(?<!\btheir )(?<!'s )(?<!s' )needs?(?= (?:to|an?|more|help"
    r"|support|time|clear\w*)\b)|if|when|because)\b",
    re.IGNORECASE,
)
_LED_BY_THAT, _THAT = re.compile(r"\bthat\s*:?\s*$", re.IGNORECASE), re.compile(r"\s*that\s", re.IGNORECASE)
_AND_THAT = re.compile(
    r",\s+(?:and\s+)?that\s+(?!is\b)|\s+and\s+that\s+(?!is\b)|,\s+and\s+(?=for\s+(?:[\w'-]+\s+){1,6}?to\s+[a-z])"
)
_LED_BY_FOR = re.compile(r"\brecommendations?\s+for\s*:?\s*$", re.IGNORECASE)
_AND_FOR = re.compile(  # "for schools on registers, for health on letters and for the board on audits"
    r"(?:,\s+(?:and\s+)?|\s+and\s+)for\s+(?=(?:[\w'-]+\s+){1,6}?(?:on|about|to|regarding)\b)|,\s+and\s+that\s+"
)
_TO_SOMEBODY = r"to\s+(?:(?:the|all|both|each|every|its|local|national|partner)\b|(?-i:[A-Z]))"
_LED_BY_TO, _AND_TO = (
    re.compile(rf"\s*{_TO_SOMEBODY}"),
    re.compile(rf",?\s+and\s+(?={_TO_SOMEBODY})|,\s+(?={_TO_SOMEBODY})"),
)
_LED_BY_ASKS = re.compile(r"\basks\s*$")  # "the review asks schools to log moves, police to keep files and"
_TO_BE_ASKED = r"(?:(?!and\b|to\b|who\b|that\b)[\w'-]+\s+){1,7}to\s+"
_NAMED_ASKED = r"the\s+(?:(?!to\b|who\b|that\b)[\w'-]+\s+){1,7}?to\s+"  # "the health and social care partnership to"
_COMMA_ASKED = re.compile(rf",\s+(?:and\s+)?(?=(?:{_NAMED_ASKED}|{_TO_BE_ASKED})(?P<verb>[a-z]+)\b)")
_THEN_ASKED = re.compile(  # behind a phrase: "are made around lifts, and the council is asked to"
    r",\s+and\s+(?=the\s+(?:[\w'-]+\s+){1,5}?(?:is|are)\s+(?:also\s+)?(?:asked|urged|advised)\s+to\b)"
)
_IS_ASKED = re.compile(r"\b(?:is|are)\s+(?:also\s+)?(?:asked|urged|advised|requested|recommended)\s+to\b")
_LAST_ASKED = re.compile(rf"\s+and\s+(?={_TO_BE_ASKED}[a-z]+\b)")
_ASKED = re.compile(r"(?:(?:and|or)\s+)?(?:what|how|why)\b", re.IGNORECASE)  # "what police knew of him" is a phrase
_NOT_BROUGHT = re.compile(  # the name of a policy, or of what is written in a record
    r"(?:^|(?<=\bthe )|(?<=\ba )|(?<=\bof )|(?<=\bon )|(?<=\bas )|(?<=\bthan ))(?:and )?['\"]?"
    r"(?:was not brought|did not attend)\b"
)
_OUGHT = re.compile(r"\b(?:should|must|could|would|can|will|may|might)\b")
_LONGEST_ASKED = 20  # words
_RELATIVE = re.compile(
    r"(?:\b(?:of|to|in|with|from|by)\s+)?\b(?:that|whom|whose|who|which|where|what|how|whether|why|when)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_GOES_ON = re.compile(r",\s+(?:who|whom|whose|which|where)\b")  # a clause that tells more of what stands before it
_AND = re.compile(r",?\s+and\b")
_HALF = re.compile(r"[\s,]*(?:[\w'-]+|(?:[\w'-]+\s+)*?(?:between|both)(?:\s+(?!and\b)[\w'-]+)+)")  # of two with "and"
_PAIR = re.compile(r"[\s,]*(?:the\s+)?\w+ing\s+and\s+\w+ing\s+of\b")  # two with one object
_LONGEST_TAIL = 500  # characters after the last comma; more cannot be two short phrases
_LONGEST_IN_COMMAS = 16  # words of one item in a list held together by commas, relative clauses aside
_NO_SUBJECT = re.compile(  # what a part of a sentence opens with that says nothing by itself
    r"(?:and\s+)?(?:who|whom|whose|which|that|where|when|while|if|as|because|since|although|though|but|so|or|nor|then|for|with"
    r"|without|despite|after|before|by|to|in|on|at|from|of|it|he|she|they|this|these|those|not"
    r"|is|are|was|were|has|have|had|should|must|could|would|will|can|may|might|did|does|do)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:when|if|where|because|unless|that)\b")  # may hold for what stands behind the comma too
_PARTICIPLE = re.compile(
    r"[a-z]+(?:ed|ing)\b"
)  # "missed appointments were ignored", but "leaving her with a neighbour"
_PAST = re.compile(r"\s[a-z]+ed\b")
_FEWEST_CLAUSES, _SHORTEST_CLAUSE = 3, 3  # of a list, and words
_FARTHEST_VERB = 7  # words from the first of a part to the last that can be its verb
_FEWEST_OF_A_POINT = 4  # words of a phrase that stands among statements
_ASKS = re.compile(
    r"\b(?:should|must|could|might|would|ought|needs?|required?|recommend\w*|suggest\w*|ask(?:s|ed)?|propose[sd]?|urge[sd]?"
    r"|request\w*|call(?:s|ed)?\s+(?:for|on)|(?:is|are)\s+(?:also\s+)?(?:to|made|advised|encouraged)|makes?|others?)\b",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:(?:made|makes|recommendations)[\s*]+(?:relate[sd]?\s+to"
    r"|around|about|on|for|in\s+relation\s+to|regarding|covering|concerning"
    r"|relating\s+to)|(?:are|is)\s+(?:around|about))\s*:?$",
    re.IGNORECASE,
)
_FEWEST_REQUESTS, _FEWEST_WORDS = 3, 2
_REQUEST = re.compile(r"[\s,]*(?:and\s+)?(?P<verb>[a-z]+(?:-[a-z]+)?)\s", re.IGNORECASE)
_BASE = frozenset({*VERBS, "ensure", "provide", "make", "keep", "offer", "give", "send", "hold", "use", "work", "find"})
# What follows the verb of one request is no request of its own: "ask schools to log moves, keep files and tell health".
_HOLDS_A_CLAUSE = re.compile(
    r"\b(?:that|which|who|whom|how|what|whether|when|where|if|so|by)\b"
    r"|\bto\s+(?!(?:the|an?|all|every|each|its|their|any|local|staff|schools|agencies|parents|families|professionals"
    r"|practitioners|partners|children|young|police|GPs?)\b)[a-z]",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(
    r"[.!?](?<!\b[A-Z].)(?<!\be\.g.)(?<!\bi\.e.)(?<!\b(?:St|Dr|No|Mr|Ms|vs).)(?<!\bMrs.)(?<!\bProf.)(?<!\bapprox.)"
    r"(?:[*\"']*\s+(?=[*\"']*[A-Z])|(?<=[a-z]{3}.)(?=[A-Z][a-z]|A ))"  # "was lost.Nobody", on pages that lost spaces
)
_NARRATIVE = re.compile(
    r"[*\s]*(?:the (?:review|report|author)|this (?:review|report)|uses?|it|they|this|these)\b", re.IGNORECASE
)
_FOUND = re.compile(
    r"[*\s]*(?:(?:the|this)\s+(?:review|report|author|panel|partnership)|it|reviewers?)\s+(?:also\s+|further\s+|then\s+)?"
    r"(?:f(?:ou|i)nds?|identif(?:ies|ied)|highlight(?:s|ed)|conclude[sd]?|note[sd]?|learn(?:s|ed|t)|recognise[sd]?"
    r"|shows?|showed|heard|hears|established|emphasise[sd]?|points?\s+to|pointed\s+to)\s+(?P<that>that\s+)?(?=\w)",
    re.IGNORECASE,
)


def unmarked(text: str, start: int, end: int, section: Section) -> list[Span]:
    """The stretches of a list that no semicolon and no bullet divides."""
    clauses = _clauses(text, start, end, section)
    if len(clauses) > 1:
        return clauses
    end = _prose_end(text, start, end, section)
    commas = _commas(text, start, end, section) or _requests(text, start, end, section)
    return between(start, end, commas) if commas else list(_points(text, start, end, section))


def between(start: int, end: int, marks: list[int]) -> list[Span]:
    """The stretches between `marks`."""
    return list(pairwise([start, *marks, end]))


def are_sentences(text: str, start: int, end: int, divided: list[int]) -> bool:
    """Whether semicolons stand inside sentences, which are the items: the first of them holds none."""
    stops = [match.start() for match in _NEXT_SENTENCE.finditer(text, start, end)]
    begun = text[start:end].lstrip(" *\n\"'(")[:1].isupper()
    return begun and len(stops) > max(1, len(divided)) and stops[0] < divided[0]


def sentence_end(text: str, start: int, end: int) -> int:
    """The end of the first sentence: what follows a list's last item is no part of it."""
    match = _NEXT_SENTENCE.search(text, start, end)
    return match.start() + 1 if match else end


def _clauses(text: str, start: int, end: int, section: Section) -> list[Span]:
    """The clauses of "recommends that police act, that schools write and that courts wait", each after its "that"."""
    if _LED_BY_TO.match(text, start, end) and section.kind is SectionKind.RECOMMENDATIONS:
        return _apart(text, start, end, _AND_TO)
    if section.lead_in is not None and _LED_BY_ASKS.search(section.lead_in.text):
        return _each_asked(text, start, end)
    if section.lead_in is not None and _LED_BY_FOR.search(section.lead_in.text):
        return _apart(text, start, end, _AND_FOR)
    led = section.lead_in is not None and _LED_BY_THAT.search(section.lead_in.text)
    if not (led or _THAT.match(text, start, end)):
        return []
    stop = sentence_end(text, start, end)
    subjects = _with_subjects(text, start, stop)
    return between(start, stop, subjects) if subjects else _apart(text, start, end, _AND_THAT)


def _with_subjects(text: str, start: int, end: int) -> list[int]:
    """Where "nurses meet, fathers are named and the board undertakes an audit" is divided, each with its subject."""
    commas = list(outside_brackets(text, start, end, ","))
    joint = _joint(text, commas[-1], end) if commas else None
    if joint is None:
        return []
    divided = sorted({*commas, joint})
    parts = [text[first:last] for first, last in between(start, end, divided)]
    told = len(parts) >= _FEWEST_CLAUSES and all(_has_subject(part) for part in parts)
    return divided if told and not any(map(_CONDITION.search, parts[:-1])) else []


def _has_subject(part: str) -> bool:
    """Whether a part of a list says of somebody what they are to do: "nurses meet each month", "fathers are named"."""
    words = part.strip(" ,.*\n").removeprefix("and ").removeprefix("that ")
    if len(words.split()) < _SHORTEST_CLAUSE or _NO_SUBJECT.match(words):
        return False
    verbs = words.split()[1:_FARTHEST_VERB]
    return bool(_CLAUSE.search(_RELATIVE.sub("", words))) or any({verb.lower(), lemma(verb)} & _BASE for verb in verbs)


def _each_asked(text: str, start: int, end: int) -> list[Span]:
    """What each is asked in "asks schools to log moves, police to keep files and courts to wait"."""
    stop = sentence_end(text, start, end)
    found = [match for match in _COMMA_ASKED.finditer(text, start, stop) if match["verb"] in _BASE]
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
    prose = section.lead_in is not None and _PROSE.search(section.lead_in.text)
    asked = _ASKS.search(text, stop, end) or _is_request(text, stop, end)
    return stop if prose and stop < end and not asked else end


def _commas(text: str, start: int, end: int, section: Section) -> list[int]:
    """Where a list without semicolons is divided: only one of short phrases, with "and" before the last."""
    words = text[start:end]
    prose = section.lead_in is not None and _PROSE.search(section.lead_in.text)
    if not (section.kind is SectionKind.LEARNING or prose) or _NEXT_SENTENCE.search(words):
        return []
    commas = [at for at in outside_brackets(text, start, end, ",") if not _GOES_ON.match(text, at, end)]
    joint = _joint(text, commas[-1] if commas else start, end)
    if not commas or not (joint is not None or len(commas) > 1):
        return []
    divided = sorted({*commas, joint}) if joint is not None else commas
    if prose and prose[0].lower().endswith("for") and _are_addressed(text, between(start, end, divided)):
        return []
    parts = [text[first:last] for first, last in between(start, end, divided)]
    clauses = joint is not None and len(parts) >= _FEWEST_CLAUSES and words.lstrip(" *\n\"'")[:1].islower()
    clauses = clauses and not any(map(_CONDITION.search, parts[:-1]))
    return divided if all(map(_is_phrase, parts)) or (clauses and _are_statements(parts)) else []


def _are_statements(parts: list[str]) -> bool:
    """Whether most parts of a list in commas say something of a subject, and no other is too short to be a point.

    "Staff did not know of his debts, drugs and moves" is one statement: what follows it is part of it.
    """
    others = [part for part in parts if not _is_statement(part)]
    return len(parts) > 2 * len(others) and all(map(_is_long_phrase, others))


def _are_addressed(text: str, parts: list[Span]) -> bool:
    """Whether what recommendations are for is a row of agencies and not of things."""
    names = [text[first:last].strip(" ,.*\n").removeprefix("and ").removeprefix("the ") for first, last in parts]
    ends = [NAMES.match(name, 0, len(name)) for name in names]
    return all(found and found.end() == len(name) for found, name in zip(ends, names, strict=True))


def _requests(text: str, start: int, end: int, section: Section) -> list[int]:
    """Where one sentence is divided that joins requests: "agree a protocol, train staff in it and audit its use"."""
    if section.kind is not SectionKind.RECOMMENDATIONS or _NEXT_SENTENCE.search(text, start, end):
        return []
    commas = [at for at in outside_brackets(text, start, end, ",") if _is_request(text, at, end)]
    joint = [match.start() for match in _AND.finditer(text, commas[-1], end)] if commas else []
    divided = sorted({*commas, *(at for at in joint[-1:] if _is_request(text, at, end))})
    parts = [text[first:last] for first, last in between(start, end, divided)]
    simple = not any(_HOLDS_A_CLAUSE.search(part) for part in parts[:-1])
    whole = len(parts) >= _FEWEST_REQUESTS and all(len(part.split()) >= _FEWEST_WORDS for part in parts)
    joined = whole and _AND.match(text, divided[-1], end)
    return divided if joined and simple and _is_request(text, start, end) else []


def _is_request(text: str, start: int, end: int) -> bool:
    """Whether a verb that asks for something opens a part of a list: "train staff", "training staff"."""
    verb = _REQUEST.match(text, start, end)
    return verb is not None and bool({verb["verb"].lower(), lemma(verb["verb"])} & _BASE)


def _joint(text: str, start: int, end: int) -> int | None:
    """Where the "and" before the last phrase stands: right after the last comma, or between two phrases.

    The other "and" of "frequent moves and misuse of drugs and alcohol" is part of its phrase, as in "drug and alcohol
    misuse and drift" and in "between police and schools".
    """
    found = list(_AND.finditer(text, start, end)) if end - start <= _LONGEST_TAIL else []
    pair = _PAIR.match(text, start, end)
    whole = (
        match.start()
        for match in found
        if match.start() == start
        or not (_HALF.fullmatch(text, start, match.start()) or (pair and match.start() < pair.end()))
    )
    return next(whole, found[-1].start()) if found else None


def _is_phrase(part: str) -> bool:
    """Whether a part of a list in commas is a phrase and not a clause; what a relative clause says is left aside."""
    words = part.strip(" ,.*\n")
    if _ASKED.match(words):
        return len(words.split()) <= _LONGEST_ASKED and not _OUGHT.search(words)
    words = _RELATIVE.sub("", _NOT_BROUGHT.sub("", words))
    return 0 < len(words.split()) <= _LONGEST_IN_COMMAS and not _CLAUSE.search(words)


def _is_long_phrase(part: str) -> bool:
    words = part.strip(" ,.*\n").removeprefix("and ")
    return len(words.split()) >= _FEWEST_OF_A_POINT and not _NO_SUBJECT.match(words) and _is_phrase(part)


def _is_statement(part: str) -> bool:
    """Whether a part of a list in commas has a subject and says something of it: "records were not shared"."""
    words = part.strip(" ,.*\n").removeprefix("and ")
    said = _RELATIVE.sub("", words)
    verb = _CLAUSE.search(said) or (not _PARTICIPLE.match(said) and _PAST.search(said))
    return len(words.split()) >= _SHORTEST_CLAUSE and not _NO_SUBJECT.match(words) and bool(verb)


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
    asked = _IS_ASKED.search(text, start, end)
    if asked:
        found = _COMMA_ASKED.finditer(text, asked.end(), end)
        yield from (match.start() for match in found if match["verb"] in _BASE)


def _sentences(text: str, start: int, end: int, section: Section) -> Iterator[Span]:
    """The sentences of a list that has no signs; one that only goes on from the last, or tells, is not an item."""
    stops = [match.end() for match in _NEXT_SENTENCE.finditer(text, start, end)]
    marks = sorted({*stops, *_others_asked(text, start, end, section)})
    for index, (first, last) in enumerate(between(start, end, marks)):
        told = section.kind is SectionKind.LEARNING and _FOUND.match(text, first, last)
        if index and _NARRATIVE.match(text, first, last) and not told:
            return
        yield first, last

"""Lists that only commas divide: phrases, statements, or clauses each of which has its subject."""

import re
from itertools import takewhile

from kg.extract.actions.request_verbs import BASE
from kg.extract.agencies.words import NAMES
from kg.extract.parts import Section, SectionKind
from kg.extract.text.lemmas import lemma
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.separators import outside_brackets
from kg.extract.text.stretches import NEXT_SENTENCE, between

_CLAUSE = deferred(
    r"\b(?:is|are|was|were|has|have|had|should|must|could|would|(?<!the )will|can|may|might|did|does|do"
    r"|(?<!\b(?:the|and) )(?<!\ban )(?<!\b(?:her|his) )(?<!\btheir )(?<!'s )(?<!s' )needs?(?= (?:to|an?|more|help"
    r"|support|time|clear\w*)\b)|if|when|because)\b",
    re.IGNORECASE,
)
_ASKED = deferred(
    r"(?:(?:and|or)\s+)?(?:what|how|why|whether)\b", re.IGNORECASE
)  # "what police knew of him" is a phrase
_NOT_BROUGHT = deferred(  # the name of a policy, or of what is written in a record
    r"(?:^|(?<=\bthe )|(?<=\ba )|(?<=\bof )|(?<=\bon )|(?<=\bas )|(?<=\bthan ))(?:and )?['\"]?"
    r"(?:was not brought|did not attend)\b"
)
_OUGHT = deferred(r"\b(?:should|must|could|would|can|will|may|might)\b")
_LONGEST_ASKED = 20  # words
_RELATIVE = deferred(
    r"(?:\b(?:of|to|in|with|from|by)\s+)?\b(?:that|whom|whose|who|which|where|what|how|whether|why|when)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_GOES_ON = deferred(
    r",\s+(?:who|whom|whose|which|where|while|whereas)\b"
)  # a clause that tells more of what stands before it
AND = deferred(r",?\s+and\b")
_HALF = deferred(r"[\s,]*(?:[\w'-]+|(?:[\w'-]+\s+)*?(?:between|both)(?:\s+(?!and\b)[\w'-]+)+)")  # of two with "and"
_PAIR = deferred(r"[\s,]*(?:the\s+)?\w+ing\s+and\s+\w+ing\s+of\b")  # two with one object
_AND_WHAT_SEVERAL = deferred(r",\s+and\s+[^,]*?\b(?:that|which|whom|whose)\s+(?:the\s+)?[\w'-]+\Z")
_AND_OF_SEVERAL = deferred(  # up to the first of them: "and little access to debt, housing and drug advice"
    r"\s+and\s+(?:(?!and\b)[\w'-]+\s+){1,5}?(?:to|of|with|for|on|in|about|between|among)\s+[\w'-]+(?:\s[\w'-]+)?\Z"
)
_FEW_WORDS, _FEWEST_BEFORE = 2, 2  # of one of several behind a preposition, and parts in commas before these
_LONGEST_TAIL = 500  # characters after the last comma; more cannot be two short phrases
_LONGEST_IN_COMMAS = 16  # words of one item in a list held together by commas, relative clauses aside
_NO_SUBJECT = deferred(  # what a part of a sentence opens with that says nothing by itself
    r"(?:and\s+)?(?:who|whom|whose|which|that|where|when|while|if|as|because|since|although|though|but|so|or|nor|then"
    r"|for|with|without|despite|after|before|by|to|in|on|at|from|of|it|he|she|they|this|these|those|not"
    r"|is|are|was|were|has|have|had|should|must|could|would|will|can|may|might|did|does|do)\b",
    re.IGNORECASE,
)
_CONDITION = deferred(r"\b(?:when|if|where|because|unless|that)\b")  # may hold for what stands behind the comma too
_PARTICIPLE = deferred(r"[a-z]+(?:ed|ing)\b")  # "missed appointments were ignored", but "leaving her with a neighbour"
_PAST = deferred(
    r"\s(?:[a-z]+ed|came|went|took|made|gave|knew|saw|left|fell|felt|kept|lost|grew|got|became|began|thought|held"
    r"|spoke|met)\b"
)
_REASON = deferred(r"\s(?:because|although|though|since|so\s+that)\b.*", re.DOTALL)  # of a list's last phrase alone
_FEWEST_CLAUSES, _SHORTEST_CLAUSE = 3, 3  # of a list, and words
_FARTHEST_VERB = 7  # words from the first of a part to the last that can be its verb
_FEWEST_OF_A_POINT = 4  # words of a phrase that stands among statements
PROSE = deferred(
    r"\b(?:(?:made|makes|recommendations)[\s*]+(?:relate[sd]?\s+to"
    r"|around|about|on|for|in\s+relation\s+to|regarding|covering|concerning"
    r"|relating\s+to)|made\s+for\s[^.;:]{3,120}?\s(?:in\s+relation\s+to|relating\s+to|regarding|concerning)"
    r"|(?:are|is)\s+(?:around|about)|calls?\s+for)\s*:?$",
    re.IGNORECASE,
)


def with_subjects(text: str, start: int, end: int) -> list[int]:
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
    return bool(_CLAUSE.search(_RELATIVE.sub("", words))) or any({verb.lower(), lemma(verb)} & BASE for verb in verbs)


def at_commas(text: str, start: int, end: int, section: Section) -> list[int]:
    """Where a list without semicolons is divided: only one of short phrases, with "and" before the last."""
    words = text[start:end]
    prose = section.lead_in is not None and PROSE.search(section.lead_in.text)
    if not (section.kind is SectionKind.LEARNING or prose) or NEXT_SENTENCE.search(words):
        return []
    commas = [at for at in outside_brackets(text, start, end, ",") if not _GOES_ON.match(text, at, end)]
    commas, joint = _before_last(text, start, end, commas) or (commas, _joint(text, [start, *commas][-1], end))
    if not commas or not (joint is not None or len(commas) > 1):
        return []
    divided = sorted({*commas, joint}) if joint is not None else commas
    if prose and prose[0].lower().endswith("for") and _are_addressed(text, between(start, end, divided)):
        return []
    parts = [text[first:last] for first, last in between(start, end, divided)]
    clauses = joint is not None and len(parts) >= _FEWEST_CLAUSES and words.lstrip(" *\n\"'")[:1].islower()
    clauses = clauses and not any(map(_CONDITION.search, parts[:-1]))
    several = sum(1 for part in parts if _ASKED.match(part.strip(" ,.*\n"))) > 1
    phrases = all(_is_phrase(part, several=several) for part in (*parts[:-1], _REASON.sub("", parts[-1])))
    return divided if phrases or (clauses and _are_statements(parts)) else []


def _before_last(text: str, start: int, end: int, commas: list[int]) -> tuple[list[int], int] | None:
    """The commas before the last part, and the "and" that opens it, where that part holds commas itself.

    It names several with a relative clause ("and the part that wardens, lodgers and landlords could play") or behind a
    preposition ("and little knowledge of debt, drink and gambling").
    """
    for index, at in enumerate(commas[:-1]):
        if index and _AND_WHAT_SEVERAL.match(text, at, commas[index + 1]):
            return commas[:index], at
    parts = between(start, end, commas)
    count = len(parts) - sum(1 for _ in takewhile(lambda part: _are_few(text[slice(*part)]), reversed(parts)))
    joint = _AND_OF_SEVERAL.search(text, *parts[count - 1]) if _FEWEST_BEFORE < count < len(parts) else None
    if joint is None:
        return None
    before = between(start, joint.start(), commas[: count - 1])
    long = all(len(text[slice(*part)].split()) >= _FEWEST_OF_A_POINT for part in before)
    return (commas[: count - 1], joint.start()) if long else None


def _are_few(part: str) -> bool:
    """Whether a part in commas is one or two short names: "housing", "drink and gambling"."""
    return all(len(each.strip(" ,.").split()) <= _FEW_WORDS for each in part.split(" and "))


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


def _joint(text: str, start: int, end: int) -> int | None:
    """Where the "and" before the last phrase stands: right after the last comma, or between two phrases.

    The other "and" of "frequent moves and misuse of drugs and alcohol" is part of its phrase, as in "drug and alcohol
    misuse and drift" and in "between police and schools".
    """
    found = list(AND.finditer(text, start, end)) if end - start <= _LONGEST_TAIL else []
    pair = _PAIR.match(text, start, end)
    whole = (
        match.start()
        for match in found
        if match.start() == start
        or not (_HALF.fullmatch(text, start, match.start()) or (pair and match.start() < pair.end()))
    )
    return next(whole, found[-1].start()) if found else None


def _is_phrase(part: str, *, several: bool = False) -> bool:
    """Whether a part of a list in commas is a phrase and not a clause; what a relative clause says is left aside.

    Where `several` open with "how", one such part is not the beginning of "how agencies should meet, plan and act".
    """
    words = part.strip(" ,.*\n")
    if _ASKED.match(words):
        return len(words.split()) <= _LONGEST_ASKED and (several or not _OUGHT.search(words))
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

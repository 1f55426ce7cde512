"""The sex of a child from a noun or pronoun that can mean nobody else."""

import re
from collections.abc import Sequence

from kg.extract.facts.children.ages import find_ages
from kg.extract.facts.children.mentions import ADULTS, FEMALE_NOUNS, MALE_NOUNS, Mention
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import opens_with, pattern
from kg.model import Sex

Sexed = tuple[Sex, int, int]

_PRONOUN = pattern("(?P<male>he|him|his|himself)|(?P<female>she|her|hers|herself)")
_MEN = pattern(
    r"(?:step-?|grand|foster )?(?:father|dad|son|boy|brother)s?|m[ae]n|males?|uncles?|boyfriends?"
    r"|husbands?|nephews?"
)
_WOMEN = pattern(
    r"(?:step-?|grand|foster )?(?:mother|mum|daughter|girl|sister)s?|wom[ae]n|females?|aunts?"
    r"|girlfriends?|wi(?:fe|ves)|midwi\w+|niece"
)
_UNSEXED = pattern(
    r"(?:parent|carer|partner|sibling|(?<!young\s)adult|friend|neighbour|lodger|teacher|cousin|worker|doctor"
    r"|stranger|twin|child's \w+)"
)
_THE_CHILD = pattern("the (?:[\\w-]+ ){0,3}(?:child|baby|infant|toddler|young person|teenager|twin)")
_AND = deferred(r" *(?:\([^)]*\) *|, *[^,]*, *)?(?:and|with) *")
_AND_GROUP = deferred(  # "Una and her brothers Vic and Wes"
    _AND.pattern
    + r"(?:(?P<male>his)|(?P<female>her)) +(?:[\w-]+ +){0,2}?(?:half-|step-?)?(?:brother|sister|sibling|twin)s? +"
)
_TIED = pattern(r"(?:(?P<male>his)|(?P<female>her))")
_MET = pattern(r"(?:whom|who|that) (?:(?P<male>he)|(?P<female>she)) (?!was|is)")
_STAFF = pattern(  # anybody else whom a later "he" or "she" can mean
    r"(?:one|an?|another|the|first|every|each|whose|\w+'s) (?:[\w-]+ ){0,3}?(?:\w+(?:er|or|ist|ian|ant|man|woman|lead)"
    r"|nurse|midwife|gp|relative|victim|child|boy|girl|pupil|student|person|professional|nan|gran|uncle|head)"
)
_THAT = pattern(r" (?:told|disclosed|said|reported|alleged)[^.;]*? that (?:(?P<male>he|his)|(?P<female>she|her))")
_AND_SIBLING = pattern(  # "Ziggy's parents were suspected, and he and his brother": no parent of two is "he"
    r"'s? parents(?=[ ])[^.;]*? (?:(?P<male>he) and his|(?P<female>she) and her) (?:[\w-]+ ){0,2}?"
    r"(?:brother|sister|sibling|twin)s?"
)
_CHILD_OF = pattern(  # "He was his mother's first child"
    r"(?:(?P<male>he)|(?P<female>she)) (?:was|is) (?:(?:his|her|the) (?:mother|father|parent|couple|family)s?'s?|their)"
    r" (?:first|second|third|fourth|fifth|sixth|only|youngest|eldest|oldest|middle)(?:-born)?"
    r"(?: child| baby|(?= of| and|[.;,]))"
)
_ASSIGNED = pattern(
    "(?:assigned|recorded|registered)(?: as)? (?:(?P<male>male|a boy)|(?P<female>female|a girl)) at birth"
)
_AT_AN_AGE = pattern("when (?:(?P<male>he)|(?P<female>she))")
_SMALL = 12 * 12  # months
_WAS = deferred(r" +(?P<was>was|is)\b(?: +(?:only|just|then|still))* *", re.IGNORECASE)
_THE_BOY = pattern(
    f"the (?:[\\w-]+ ){{0,3}}(?:(?P<male>{MALE_NOUNS.split()[0]})|(?P<female>{FEMALE_NOUNS.split()[0]}))"
)


def sex_by_pronoun(view: str, spans: Sequence[tuple[int, int]], child: Mention, names: Sequence[str]) -> Sexed | None:
    """The sex that the sentences from the child's own on state; `None` where a pronoun could mean somebody else."""
    first = _first_pronoun(view, child.end, spans[0][1]) or _met_by(view, child.end, spans[0][1])
    if first:
        return first
    alone = not ADULTS.search(view, *spans[0])
    for start, end in spans[1:]:
        found = _in_sentence(view, start, end, names, alone=alone)
        if found:
            return found
        alone = alone and not ADULTS.search(view, start, end)
    return _only_one(view, spans[0][0], spans[-1][1])


def sex_by_relative(view: str, children: Sequence[Mention]) -> Sexed | None:
    """The sex of the first child that the second is tied to: "Ash and her brother"."""
    if len(children) < 2 or children[0].plural:
        return None
    grouped = _AND_GROUP.fullmatch(view, children[0].end, children[1].start)
    if grouped:
        return _sexed(grouped)
    between = _AND.fullmatch(view, children[0].end, children[1].start)
    tied = _TIED.match(view, children[1].start, children[1].end)
    return _sexed(tied) if between and tied else None


def sex_in_items(view: str, spans: Sequence[tuple[int, int]], names: Sequence[str]) -> Sexed | None:
    """The sex that a list tells of the only child: of one who opens an item, or else of all its pronouns."""
    for start, end in spans:
        subject = _subject(view, start, end, names)
        subject = None if subject is None or view.startswith("'", subject) else subject
        pronoun = _PRONOUN.search(view, subject, end) if subject else None
        between = (subject, pronoun.start()) if subject and pronoun else None
        if pronoun and between and not any(other.search(view, *between) for other in (ADULTS, _UNSEXED, _STAFF)):
            return _sexed(pronoun)
    whole = (min(start for start, _ in spans), max(end for _, end in spans)) if spans else (0, 0)
    return None if _STAFF.search(view, *whole) else _only_one(view, *whole)


def _only_one(view: str, start: int, end: int) -> Sexed | None:
    """The sex of the pronouns of a text, when they are of one sex and nobody else in it can be of that sex."""
    found = list(_PRONOUN.finditer(view, start, end))
    sexes = {bool(pronoun["male"]) for pronoun in found}
    if len(sexes) != 1 or _UNSEXED.search(view, start, end):
        return None
    others = _MEN if found[0]["male"] else _WOMEN
    return None if others.search(view, start, end) else _sexed(found[0])


def _first_pronoun(view: str, start: int, end: int) -> Sexed | None:
    """The first pronoun, unless somebody else was named before it."""
    pronoun, adult = _PRONOUN.search(view, start, end), ADULTS.search(view, start, end)
    if pronoun is None or (adult and adult.start() < pronoun.start()):
        return None
    return _sexed(pronoun)


def _met_by(view: str, start: int, end: int) -> Sexed | None:
    """The sex of the child who met the one adult of a sentence: "by a man whom she had met"."""
    met = _MET.search(view, start, end)
    alone = met is not None and len(list(ADULTS.finditer(view, start, met.start()))) == 1
    return _sexed(met) if met and alone else None


def _in_sentence(view: str, start: int, end: int, names: Sequence[str], *, alone: bool) -> Sexed | None:
    noun = _ASSIGNED.search(view, start, end) or _THE_BOY.search(view, start, end) or _CHILD_OF.search(view, start, end)
    if noun:
        return _sexed(noun)
    subject = _subject(view, start, end, names)
    if subject is not None:
        told = _THAT.match(view, subject, end)
        paired = _AND_SIBLING.match(view, subject, end)
        told = told or paired
        return _sexed(told) if told else _first_pronoun(view, subject, end)
    aged = (when for when in _AT_AN_AGE.finditer(view, start, end) if _is_small(view, start, when.end(), end))
    pronoun = next(aged, None) or _PRONOUN.match(view, start, end)
    return _sexed(pronoun) if pronoun and (alone or _is_small(view, start, pronoun.end(), end)) else None


def _is_small(view: str, start: int, pronoun: int, end: int) -> bool:
    """Whether of "he" or "she" an age is told that no adult has: "She was two years old when she was found"."""
    was = _WAS.match(view, pronoun, end)
    ages = (age for age in find_ages(view, start, end) if age.end > was.end()) if was else iter(())
    age = next(ages, None)
    return bool(was and age and age.start <= was.end() and (age.ages[0].months[1] or _SMALL) < _SMALL)


def _subject(view: str, start: int, end: int, names: Sequence[str]) -> int | None:
    """Where the child ends who is a sentence's first words: "the boy", or a name."""
    child = _THE_CHILD.match(view, start, end)
    return child.end() if child else opens_with(view, start, end, names)


def _sexed(match: re.Match[str]) -> Sexed:
    return (Sex.MALE, *match.span("male")) if match["male"] else (Sex.FEMALE, *match.span("female"))

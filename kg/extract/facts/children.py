"""The children a review concerns: which of the people named they are, how old, and of which sex."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from kg.extract.facts.ages import AgeMention, find_ages
from kg.extract.facts.mentions import ADULTS, Mention, find_mentions
from kg.extract.facts.pronouns import sex_by_pronoun
from kg.extract.wording import any_of, pattern, plain, sentences, within
from kg.model import YOUNG_ADULT, Age, Child, Passage, Sex, Stated, passage

_LOOK_AT = 5  # sentences: further down, summaries speak of the family's past
_WINDOW = 110  # characters between a child and an age that may still be theirs

HARMED = any_of(r"""
    died
    dying
    dead
    death
    killed
    murdered
    stabbed
    injur(?:ed|ies|y)
    harmed
    abused?
    exploited
    exploitation
    assaulted
    raped
    neglect(?:ed)?
    suicide
    took (?:his|her|their) own life
    collapsed
    drowned
    found
    suffered
""")
_HARM_BEFORE = pattern(rf"{HARMED}[^.;]*")
_HEAD = re.compile(
    r"(?:injur(?:y|ies)|harm|abuse|neglect|deaths?|murders?|assaults?|exploitation|killings?|homicides?|suicides?"
    r"|attacks?|illness|rape|ill-treatment|cruelty|poisoning|drowning|shaking|stabbing|manslaughter)"
    r"(?: by [\w' -]+)? +(?:of|to|on|in|against|involving|by)(?: the)? *$",
    re.IGNORECASE,
)
_BARRED = re.compile(
    r"\b(?:by|mother of|father of|parents? of|birth of|pregnant with|carer? for|towards|against|who had|whose) *$",
    re.IGNORECASE,
)
_OWN_ACT = re.compile(
    r"\b(?:ingestion|swallowing|suicide|overdose|self-harm|self-poisoning|abduction)\b[^.;]*\bby *$", re.IGNORECASE
)
_RELATED = re.compile(
    r"(?:his|her|their) +(?:\S+ +){0,3}?(?:half-|step-?)?(?:brother|sister|sibling|cousin|twin)s?$", re.IGNORECASE
)
_BREAK = pattern(
    r"by|whose|who|whom|while|when|where|after|before|because|lived|living|witness\w*|convicted|guilty|charged"
    r"|towards|against|murdered|killed"
)
_AND = re.compile(r"(?:^|[ ,;)])(?:and|&|as well as|together with|along with) *$", re.IGNORECASE)
_APPOSED = re.compile(
    r"^ *[,(-]? *(?:now|then|who was|known as|named|called|referred to as|was|is|here called|the)? *$", re.IGNORECASE
)
_NOT_AT_INCIDENT = pattern(
    r"known to|history|placed|adopted|diagnosed|taken into|came into|moved|born|sentenced|pregnant|previously|excluded"
    r"|since|when|until|years? earlier|convicted|charged|unharmed"
)


@dataclass(frozen=True, slots=True)
class _Person:
    """A child, or a group described as one, while facts about it are collected."""

    mention: Mention
    label: str | None = None
    sex: tuple[Sex, int, int] | None = None
    ages: AgeMention | None = None


def find_children(text: str, summary: Passage, labels: Sequence[Stated[str]]) -> tuple[Child, ...]:
    """The children of the review, each with only what the summary states of it; `labels` name one child each."""
    view = within(text, summary.start, summary.end)
    spans = list(sentences(view, summary.start, summary.end))[:_LOOK_AT]
    named = tuple(label for label in labels if not _is_adult(view, summary, label.value))
    names = [label.value for label in named]
    for index, (start, end) in enumerate(spans):
        people = _people(view, start, end, names)
        if people:
            return _as_children(text, _completed(view, spans[index:], people, names), named)
    return tuple(Child(label=label) for label in named)


def _is_adult(view: str, summary: Passage, label: str) -> bool:
    """Whether the summary says that the person so called is grown up: "Ann, a 36-year-old woman"."""
    described = (
        rf"{re.escape(plain(label))},? (?:who was )?an? (?:[\w-]+ )*?(?:\d\d-year-old )?(?:wom[ae]n|m[ae]n|mother"
        rf"|father|adult)"
    )
    return bool(pattern(described).search(view, summary.start, summary.end))


def _people(view: str, start: int, end: int, names: list[str]) -> list[_Person]:
    """The children the sentence is about, with the ages and sexes that it gives them."""
    mentions = find_mentions(view, start, end, names)
    chosen = _concerned(view, start, mentions) or _doers(view, start, mentions)
    chosen = _without_totals(chosen)
    people = [_Person(m, m.label, m.sex, m.ages) for m in chosen]
    return _aged(view, end, people, [m for m in mentions if m.start not in {c.start for c in chosen}])


def _concerned(view: str, start: int, mentions: Sequence[Mention]) -> list[Mention]:
    chosen: list[Mention] = []
    for mention in mentions:
        if not chosen:
            if _may_open(view, start, mention):
                chosen.append(mention)
            continue
        between = view[chosen[-1].end : mention.start]
        if _same(chosen[-1], mention, between):
            chosen[-1] = _merged(chosen[-1], mention)
        elif _joins(between):
            chosen.append(mention)
    return chosen


def _may_open(view: str, start: int, mention: Mention) -> bool:
    """Whether the first child of a review can be this one: not a doer, not a relative, not children in general."""
    before, words = view[start : mention.start], view[mention.start : mention.end]
    if (_BARRED.search(before) and not _OWN_ACT.search(before)) or _RELATED.fullmatch(words):
        return False
    general = mention.plural and not (mention.count or mention.ages or mention.sex or mention.label)
    return not general or bool(_HEAD.search(before)) or words.lower().startswith(("her", "his", "their"))


def _doers(view: str, start: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The young person said to have harmed others, where the sentence names no child who was harmed."""
    doing = pattern(
        r"harmful sexual behaviours?|sexually harmful behaviours?|HSB|offen[cd]\w+|violence|murder\w*|attack"
    )
    if not doing.search(view, start):
        return []
    return [m for m in mentions[:1] if re.search(r"\bby *$", view[start : m.start], re.IGNORECASE)]


def _same(first: Mention, second: Mention, between: str) -> bool:
    """Whether two mentions are one person: a name beside a description."""
    if (first.label is None) == (second.label is None) or first.plural or second.plural:
        return False
    return bool(_APPOSED.match(between))


def _merged(first: Mention, second: Mention) -> Mention:
    return replace(
        first,
        end=second.end,
        label=first.label or second.label,
        sex=first.sex or second.sex,
        ages=first.ages or second.ages,
    )


def _joins(between: str) -> bool:
    """Whether the words between two children say that both are meant."""
    if _HEAD.search(between):
        return not pattern("convicted|guilty|charged|witness\\w*").search(between)
    if re.fullmatch(r" *[,:(;] *", between):
        return True
    return bool(_AND.search(between)) and not _BREAK.search(between) and not ADULTS.search(between)


def _without_totals(mentions: list[Mention]) -> list[Mention]:
    """`mentions` without a group whose members follow one by one: "two babies, a boy and a girl"."""
    rest = mentions[1:]
    if rest and mentions[0].plural and mentions[0].count in (None, sum(m.count or 1 for m in rest)):
        return rest if mentions[0].ages is None else mentions
    return mentions


def _aged(view: str, end: int, people: list[_Person], others: list[Mention]) -> list[_Person]:
    """`people` with the ages that follow them in their sentence; a list of ages falls to them one by one."""
    aged = list(people)
    for index, person in enumerate(people):
        following = people[index + 1].mention.start if index + 1 < len(people) else end
        age = None if _known(person.ages) else _following_age(view, person.mention, following, others)
        if age is None:
            continue
        without = [i for i in range(index + 1) if people[i].ages is None and not people[i].mention.plural]
        if len(age.ages) > 1 and len(without) == len(age.ages):
            for i, one in zip(without, age.ages, strict=True):
                aged[i] = replace(people[i], ages=replace(age, ages=(one,)))
        else:
            aged[index] = replace(person, ages=age)
    return aged


def _known(ages: AgeMention | None) -> TypeGuard[AgeMention]:
    return ages is not None and ages.ages != (Age(YOUNG_ADULT),)


def _following_age(view: str, mention: Mention, end: int, others: Sequence[Mention]) -> AgeMention | None:
    for age in find_ages(view, mention.start, end):
        if age.start < mention.end:
            continue
        between = view[mention.end : age.start]
        if len(between) > _WINDOW or any(mention.end <= other.start <= age.start for other in others):
            return None
        if _is_theirs(between) and not ADULTS.match(view[age.end : age.end + 12].lstrip(" -")):
            return age
    return None


def _is_theirs(between: str) -> bool:
    """Whether the words between a child and an age leave it the child's age at the incident."""
    if ADULTS.search(between) or re.search(r"\b(?:his|her|their) +\w+ +$", between):
        return False
    if _HARM_BEFORE.search(between):
        return not pattern("previously|sentenced|convicted|charged").search(between)
    return not _NOT_AT_INCIDENT.search(between) and not re.search(r"\b(?:from|since) *$", between)


def _completed(view: str, spans: list[tuple[int, int]], people: list[_Person], names: list[str]) -> list[_Person]:
    """`people` with what later sentences add, when there is only one child whom they can mean."""
    if len(people) != 1:
        return people
    person, plural = people[0], people[0].mention.plural
    if not _known(person.ages):
        subjects = _SUBJECTS if plural else "|".join([*(re.escape(plain(name)) for name in names), _SUBJECT])
        person = replace(person, ages=_later_age(view, spans[1:], pattern(subjects)) or person.ages)
    if person.sex is None and not plural:
        person = replace(person, sex=sex_by_pronoun(view, spans, person.mention, names))
    return [person]


def _later_age(view: str, spans: list[tuple[int, int]], subject: re.Pattern[str]) -> AgeMention | None:
    for start, end in spans:
        opening = subject.match(view, start, end)
        if opening is None:
            continue
        for age in find_ages(view, opening.start(), end):
            between = view[opening.end() : age.start]
            direct = re.fullmatch(
                r",? *(?:(?:who )?(?:was|is|were|are))? *(?:an?|only|just|all)? *", between, re.IGNORECASE
            )
            if age.start <= opening.end() or direct or (_HARM_BEFORE.search(between) and _is_theirs(between)):
                return age
    return None


_SUBJECT = r"he|she|the (?:[\w-]+ ){0,3}(?:child|baby|boy|girl|infant|young person|teenager)"
_SUBJECTS = (
    r"they|(?:the|all|both) (?:[\w-]+ ){0,3}(?:children|babies|boys|girls|infants|young people|teenagers|siblings"
    r"|sisters|brothers|twins)"
)


def _as_children(text: str, people: list[_Person], labels: tuple[Stated[str], ...]) -> tuple[Child, ...]:
    children = [child for person in people for child in _expanded(text, person, labels)]
    total = sum(child.count for child in children)
    if len(labels) == 1 and total == 1 and not people[0].mention.plural:
        children = [replace(children[0], label=labels[0])]
    elif len(labels) == total == len(children) > 1 and len(set(map(_described, children))) == 1:
        children = [replace(child, label=label) for child, label in zip(children, labels, strict=True)]
    return (*children, *(Child() for _ in range(len(labels) - total)))


def _described(child: Child) -> tuple[Sex | None, Age | None]:
    return child.sex.value if child.sex else None, child.age.value if child.age else None


def _expanded(text: str, person: _Person, labels: tuple[Stated[str], ...]) -> list[Child]:
    """The children that one mention stands for."""
    sex = Stated(person.sex[0], passage(text, *person.sex[1:])) if person.sex else None
    label = next((label for label in labels if label.value == person.label), None)
    ages = person.ages
    printed = passage(text, ages.start, ages.end) if ages else None
    if ages and printed and len(ages.ages) > 1:
        return [Child(sex=sex, age=Stated(age, printed)) for age in ages.ages]
    age = Stated(ages.ages[0], printed) if ages and printed else None
    count = person.mention.count or (max(len(labels), 1) if person.mention.plural else 1)
    if person.mention.plural and count == len(labels) > 1:
        return [Child(sex=sex, age=age) for _ in labels]
    return [Child(label=label, sex=sex, age=age, count=count)]

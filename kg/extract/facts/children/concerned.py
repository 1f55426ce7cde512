"""The children a review concerns: which of the people named they are, how old, and of which sex."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.facts.children.added import all_meant, hurt_too, lost_unborn, others_of_parent, survivor
from kg.extract.facts.children.ages import spanning
from kg.extract.facts.children.by_name import by_name
from kg.extract.facts.children.by_rank import by_rank
from kg.extract.facts.children.called import all_as_called, as_called, code_of, without_words
from kg.extract.facts.children.child_ages import dies, is_known, is_of_a_child, later_age
from kg.extract.facts.children.child_groups import Person, aged, aged_as_group, aged_in_turn, apposed
from kg.extract.facts.children.focus import concerned, without_groups
from kg.extract.facts.children.late_death import age_when_hurt
from kg.extract.facts.children.mentions import Mention, find_mentions
from kg.extract.facts.children.pronouns import sex_by_pronoun, sex_by_relative, sex_in_items
from kg.extract.facts.children.told_apart import told_by_name
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import flat, named, pattern, sentences, within
from kg.model import Age, Child, Passage, Sex, Stated, passage

_ADULT_BESIDE = pattern(
    r",? (?:(?:who )?(?:was|is) )?an? (?:[\w-]+ )*?(?:\d\d-year-old )?"
    r"(?:(?<!young\s)wom[ae]n|(?<!young\s)m[ae]n|mother|father|adult)"
)
_TO_SIBLING = pattern(
    r"by an? [^.;,]{3,40}?,? (?:to|towards|against|on) (?:his|her) (?:[\w-]+ )?(?:half-|step-?)?(?:sister|brother)s?"
)
_OF_THE_REST = deferred(r"\b(?:others|rest)\b[^,;]*\Z", re.IGNORECASE)  # "one aged 14 and the others 16"
_GROWN_UP = 25 * 12  # months; until then somebody may be a care leaver
_LOOK_AT = 5  # sentences: further down, summaries speak of the family's past


def find_children(
    text: str, summary: Passage, labels: Sequence[Stated[str]], *, of_all: bool = False, another: bool = False
) -> tuple[Child, ...]:
    """The children of the review, each with only what the summary states of it; `labels` name one child each.

    The review is `of_all` whom its first words name, also of who did harm, where its title says so: "Siblings S".
    It is of `another` than those labelled where the title says that.
    """
    view = within(text, summary.start, summary.end)
    spans = list(sentences(view, summary.start, summary.end))[:_LOOK_AT]
    named = tuple(label for label in labels if not _is_adult(view, summary, label.value))
    names = [as_called(view, label.value) for label in named] if len(named) == 1 else [one.value for one in named]
    for index in range(len(spans)):
        people = _young(_people(view, spans[index:], names, of_all=of_all, another=another))
        people = _victim(view, spans[index:], people, names) or people
        if people:
            completed = _completed(view, spans[index:], people, names)
            added = _added(view, spans[index:], completed, names)
            lost = [_unborn(mention) for mention in lost_unborn(view, spans, [one.mention for one in completed])]
            known = _as_children(text, [*completed, *added, *lost], named)
            ranked = by_rank(text, view, spans[index:], known)
            return _told_apart(text, view, spans[index:], ranked, named)
    return _by_letter(text, view, spans, tuple(Child(label=label) for label in named), named)


def _by_letter(
    text: str, view: str, spans: list[tuple[int, int]], children: tuple[Child, ...], labels: Sequence[Stated[str]]
) -> tuple[Child, ...]:
    """`children`, with what stands beside the letter alone by which a summary calls each: "U (aged 10), V (aged 7)"."""
    letters = [code_of(label.value) for label in labels]
    if len(letters) < 2 or not all(re.search(rf"(?<!\w){re.escape(one)} ?\(", view) for one in letters):
        return children
    return by_name(text, children, labels, told_by_name(view, spans, letters))


def _young(people: list[Person]) -> list[Person]:
    """`people` without sons and daughters who are long grown up: "by her son, aged 45"."""
    return [one for one in people if not (one.ages and all((age.months[0] or 0) > _GROWN_UP for age in one.ages.ages))]


def _victim(view: str, spans: list[tuple[int, int]], people: list[Person], names: list[str]) -> list[Person]:
    """The child of the review where a brother or sister did harm: the one of the other sex, whom the title names."""
    own = _TO_SIBLING.search(view, *spans[0]) if len(people) == len(names) == 1 and not people[0].label else None
    doer = people[0].sex if own else None
    for start, end in spans[1:] if doer else ():
        for mention in find_mentions(view, start, end, names):
            sex = sex_by_pronoun(view, [(mention.end, end)], mention, names) if mention.label else None
            if sex and doer and sex[0] is not doer[0]:
                return [Person(mention, mention.label, sex)]
    return []


def _told_apart(
    text: str, view: str, spans: list[tuple[int, int]], children: tuple[Child, ...], labels: Sequence[Stated[str]]
) -> tuple[Child, ...]:
    """`children`, with what stands beside the names that the title gives them."""
    if len(children) != len(labels) or len(labels) < 2 or any(child.count > 1 for child in children):
        return children
    titled = [label.value for label in labels]
    alone = without_words(view, titled)
    return by_name(text, children, labels, told_by_name(alone, spans, all_as_called(alone, titled)))


def _sexed(text: str, sex: tuple[Sex, int, int] | None) -> Stated[Sex] | None:
    return Stated(sex[0], passage(text, *sex[1:])) if sex else None


def sexed_by_items(text: str, children: tuple[Child, ...], items: Sequence[Passage]) -> tuple[Child, ...]:
    """`children`, where the sex of an only child is told in the list of `items` and not in the summary."""
    if len(children) != 1 or children[0].count != 1 or children[0].sex or not items:
        return children
    first, names = items[0].start, [children[0].label.value] if children[0].label else []
    view = flat(text[first : items[-1].end])
    found = sex_in_items(view, [(item.start - first, item.end - first) for item in items], names)
    if found is None:
        return children
    return (replace(children[0], sex=Stated(found[0], passage(text, first + found[1], first + found[2]))),)


def _is_adult(view: str, summary: Passage, label: str) -> bool:
    """Whether the summary says that the person so called is grown up: "Ann, a 36-year-old woman"."""
    return any(
        _ADULT_BESIDE.match(view, stop, summary.end) for _, stop in named(view, summary.start, summary.end, label)
    )


def _people(view: str, spans: list[tuple[int, int]], names: list[str], *, of_all: bool, another: bool) -> list[Person]:
    """The children the first sentence is about, with the ages and sexes that it gives them."""
    (start, end), mentions = spans[0], apposed(view, spans[0][1], find_mentions(view, *spans[0], names))
    chosen = _all_named(mentions, names) or concerned(view, start, mentions)
    of_all = of_all and len(mentions) > 1 and not any(mention.plural for mention in mentions)
    chosen = list(mentions) if of_all or all_meant(view, spans, mentions) else chosen
    chosen = (_with_another(view, mentions, names) if another else []) or chosen
    people = [Person(m, m.label, m.sex, m.ages) for m in chosen]
    people[:1] = [replace(person, sex=person.sex or sex_by_relative(view, chosen)) for person in people[:1]]
    return aged(view, start, end, people, [m for m in mentions if m.start not in {c.start for c in chosen}])


def _with_another(view: str, mentions: Sequence[Mention], names: list[str]) -> list[Mention]:
    """All children of a sentence, where they are those of the `names` and one more, who may have done harm."""
    told: list[Mention] = []
    for one in without_groups(view, list(mentions)):
        kin = told[-1] if told and one.label and not told[-1].label else None
        if kin and not kin.plural and not view[kin.end : one.start].strip(" ,"):  # "her half-brother Ash"
            told[-1] = replace(one, sex=one.sex or kin.sex, ages=one.ages or kin.ages)
        else:
            told.append(one)
    labelled = {mention.label for mention in told if mention.label}
    single = not any(mention.plural for mention in told)
    return told if single and len(told) == len(names) + 1 and labelled == set(names) else []


def _all_named(mentions: Sequence[Mention], names: list[str]) -> list[Mention]:
    """All children of a sentence, where the title names as many: the one who did harm is then the review's as well."""
    told = [mention for mention in mentions if (mention.ages or mention.sex) and not mention.plural]
    named = [mention for mention in mentions if mention.label]
    return told if len(told) == len(mentions) == len(names) > 1 and not named else []


def _completed(view: str, spans: list[tuple[int, int]], people: list[Person], names: list[str]) -> list[Person]:
    """`people` with what later sentences add, when there is only one child whom they can mean."""
    if len(people) != 1:
        people = aged_in_turn(view, spans, people)
        return [aged_as_group(view, spans, person, people) for person in people]
    person, plural = people[0], people[0].mention.plural
    hurt = None if plural else age_when_hurt(view, spans)
    if hurt:
        person = replace(person, ages=hurt)
    if not is_known(person.ages):
        later = later_age(view, _further(view, spans, person.mention), names, person.mention)
        earlier = later and person.ages and dies(view, *spans[0]) and is_of_a_child(later)
        person = replace(person, ages=person.ages if earlier else later or person.ages)
    if person.sex is None and not plural and not person.mention.is_unborn:
        person = replace(person, sex=sex_by_pronoun(view, spans, person.mention, names))
    return [person]


def _further(view: str, spans: list[tuple[int, int]], mention: Mention) -> list[tuple[int, int]]:
    """The sentences after a child's own, and what follows a semicolon in that."""
    at = view.find("; ", mention.end, spans[0][1])
    return [(at + 2, spans[0][1]), *spans[1:]] if at >= 0 else spans[1:]


def _added(view: str, spans: list[tuple[int, int]], people: list[Person], names: list[str]) -> list[Person]:
    """The children whom later words add to `people`."""
    told = [replace(person.mention, ages=person.ages or person.mention.ages) for person in people]
    count = sum(mention.count or 1 for mention in told)
    more = survivor(view, spans, count, names) or hurt_too(view, spans, told) or others_of_parent(view, spans, told)
    return [Person(mention, sex=mention.sex, ages=mention.ages) for mention in more]


def _unborn(mention: Mention) -> Person:
    return Person(mention, ages=mention.ages)


def _as_children(text: str, people: list[Person], labels: tuple[Stated[str], ...]) -> tuple[Child, ...]:
    children = [child for person in people for child in _expanded(text, person, labels)]
    total = sum(child.count for child in children)
    if len(labels) == 1 and total == 1 and not people[0].mention.plural:
        children = [replace(children[0], label=labels[0])]
    elif len(labels) == total == len(children) > 1 and len(set(map(_described, children))) == 1:
        children = [replace(child, label=label) for child, label in zip(children, labels, strict=True)]
    return (*children, *(Child() for _ in range(len(labels) - total)))


def _described(child: Child) -> tuple[Sex | None, Age | None]:
    return child.sex.value if child.sex else None, child.age.value if child.age else None


def _expanded(text: str, person: Person, labels: tuple[Stated[str], ...]) -> list[Child]:
    """The children that one mention stands for."""
    sex = _sexed(text, person.sex)
    label = next((label for label in labels if label.value == person.label), None)
    ages = person.ages
    printed = passage(text, ages.start, ages.end) if ages else None
    missing = (person.mention.count or 0) - len(ages.ages) if ages and len(ages.ages) > 1 else 0
    if ages and missing > 0:  # "three boys aged 14 and 15"
        rest = _OF_THE_REST.search(text, ages.start, ages.end)
        ages = replace(ages, ages=(*ages.ages, *ages.ages[-1:] * missing) if rest else (spanning(ages.ages),))
    if ages and printed and len(ages.ages) > 1:
        return [Child(sex=sex, age=Stated(age, printed)) for age in ages.ages]
    age = Stated(ages.ages[0], printed) if ages and printed else None
    count = person.mention.count or (max(len(labels), 1) if person.mention.plural else 1)
    if person.mention.plural and count == len(labels) > 1:
        return [Child(sex=sex, age=age) for _ in labels]
    return [Child(label=label, sex=sex, age=age, count=count)]

"""Which of the children named in a sentence the review is about.

It is about the first child who is not named only to say who somebody else is or whom somebody else harmed, and about
each child after it that is coordinated with the one before. Where there is no such child, it is about the one who did
harm, else about the one whose parents are told of. Words for a group of which each child is told after them count none.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from kg.extract.facts.children.ages import find_ages
from kg.extract.facts.children.continuations import HARM_TO, Continuation, continuation, is_own_child
from kg.extract.facts.children.mentions import Mention
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern

_REACH = 500  # characters looked back at, so that a sentence without end costs no more than its length
_MAY_OPEN = (  # by what stands before a child: the first row that fits is believed, and where none does it may
    (
        deferred(  # "an overdose by a girl", "injuries suffered by a baby": what happened to the child itself
            r"\b(?:(?:ingestion|swallowing|suicide|overdoses?|self-harm|self-poisoning|abduction)\b[^.;]*\bby"
            r"|(?:sustained|suffered|endured|experienced|received|displayed|exhibited|shown) +by) *$",
            re.IGNORECASE,
        ),
        True,
    ),
    (
        deferred(  # "the murder of the mother of a boy"
            r"\b(?:murders?|killing|deaths?|homicides?|stabbing|manslaughter) of (?:the |an? )?"
            r"(?:mother|father|parents?) of *$",
            re.IGNORECASE,
        ),
        True,
    ),
    (
        deferred(  # "by a 15-year-old", "the mother of a girl"
            r"\b(?:by|mother of|father of|parents? of|birth of|pregnant with|carer? for|towards|against"
            r"|who had|whose) *$",
            re.IGNORECASE,
        ),
        False,
    ),
)
PARENT_KILLED = pattern(
    r"(?:murder|killing|homicide|deaths?|stabbing|manslaughter|shooting) of [^.;]{0,40}?(?:(?<!young\s)woman"
    r"|(?<!young\s)man|mother|father|wife|parents)"
    r"|(?:woman|mother|wife|father)\b[^.;]{0,60}? (?:was|were) (?:[\w-]+ )?(?:killed|murdered|strangled|stabbed|shot)"
    r"|(?:(?-i:[A-Z])[\w'-]+(?:,| \()|who was|aged) [2-9]\d,?(?! (?:days|weeks|months))"
    r" (?:was|were) (?:[\w-]+ )?(?:killed|murdered|strangled"
    r"|stabbed to death|shot dead)"
)
_RELATED = deferred(
    r"(?:his|her|their) +(?:\S+ +){0,3}?(?:half-|step-?)?(?:brother|sister|sibling|cousin|twin)s?$", re.IGNORECASE
)
_OF_ADULT = deferred(  # "her husband's brother" is grown up
    r"\b(?:husband|wife|partner|mother|father|mum|dad|stepfather|stepmother|aunt|uncle)'s +"
    r"(?:[\w-]+ +)?(?:brother|sister|son|daughter|sibling|cousin)s?$",
    re.IGNORECASE,
)
_PARENTS_OF = deferred(r"^ *(?:both |the )*(?:parents?|mother|father) of *$", re.IGNORECASE)
_FATHER_OF = deferred(r"\b(?:father|mother|parent) of *$", re.IGNORECASE)  # "killed by the father of her children"
_AGED = deferred(r",? +(?:all +)?aged? +\S", re.IGNORECASE)
_HARM_DONE = pattern(
    r"harmful sexual behaviours?|sexually harmful behaviours?|HSB|offen[cd]\w+|violence|murder\w*|attacks?"
    r"|manslaughter|killings?|killed|stabb\w+|strangled|shot|homicide|robber\w+|assaults?|rapes?|wounding|arson"
)
_GROWN_UP = deferred(r"(?:his|her|their|an?) +(?:[\w-]+ +)?(?:adult|grown-?up|middle-aged)\b", re.IGNORECASE)
_TWIN = deferred(r"\btwin", re.IGNORECASE)
ONE_BY_ONE = deferred(r" *(?:[,:(]| -) *")


def concerned(view: str, start: int, mentions: Sequence[Mention]) -> list[Mention]:
    """Those of a sentence's `mentions` whom the review is about; two names of one child become one mention."""
    children = [mention for mention in mentions if not _OF_ADULT.search(view, mention.start, mention.end)]
    found = next((some for find in _WHO if (some := find(view, start, children))), [])
    if all(is_own_child(view[one.start : one.end]) for one in found):
        return found
    return _without_totals(view, without_groups(view, _without_names_of_groups(view, found)))


def _subjects(view: str, start: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The first child who may be meant, and those coordinated with it."""
    first = next((index for index, one in enumerate(mentions) if _may_open(view, start, one)), len(mentions))
    chosen = list(mentions[first : first + 1])
    for mention in mentions[first + 1 :]:
        told = continuation(view, chosen, mention)
        if told is Continuation.APPOSITION:
            chosen[-1] = _merged(view, chosen[-1], mention)
        elif told is Continuation.COORDINATION:
            chosen.append(mention)
    return chosen


def _doers(view: str, start: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The young person said to have harmed others."""
    if not _HARM_DONE.search(view, start):
        return []
    by = (m for m in mentions[:1] if not _GROWN_UP.match(view, m.start, m.end))
    return [m for m in by if re.search(r"\bby *$", view[start : m.start], re.IGNORECASE)]


def _children_of_parents(view: str, start: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The child whose parents a sentence tells of: "The parents of a 4-month-old girl"."""
    told = (m for m in mentions if not m.is_general and _PARENTS_OF.search(view[start : m.start]))
    return list(told)[:1]


_WHO: tuple[Callable[[str, int, Sequence[Mention]], list[Mention]], ...] = (_subjects, _doers, _children_of_parents)


def _may_open(view: str, start: int, mention: Mention) -> bool:
    """Whether the first child of a review can be this one: not a doer, not a relative, not children in general."""
    before, words = view[max(start, mention.start - _REACH) : mention.start], view[mention.start : mention.end]
    owned = words.lower().startswith(("her", "his", "their"))
    may = next((may for found, may in _MAY_OPEN if found.search(before)), True)
    of_victim = owned and not mention.is_general and _FATHER_OF.search(before) and PARENT_KILLED.search(before)
    if not (may or of_victim) or _RELATED.fullmatch(words):
        return False
    aged = _AGED.match(view, mention.end) is not None
    return not mention.is_general or aged or owned or HARM_TO.search(before) is not None


def _merged(view: str, first: Mention, second: Mention) -> Mention:
    between = (ages for ages in find_ages(view, first.start, second.start) if ages.start >= first.end)
    return replace(
        first,
        end=second.end,
        label=first.label or second.label,
        sex=first.sex or second.sex,
        ages=first.ages or second.ages or next(between, None),
    )


def _without_names_of_groups(view: str, mentions: list[Mention]) -> list[Mention]:
    """`mentions` without words that only say who those after them are: "his siblings, Child B (5) and Child C"."""
    return [
        one
        for one, after in zip(mentions, [*mentions[1:], None], strict=True)
        if one is mentions[0] or after is None or not _names_group(view, one, after)
    ]


def _names_group(view: str, one: Mention, after: Mention) -> bool:
    apart = ONE_BY_ONE.fullmatch(view, one.end, after.start)
    return one.is_general and not after.plural and apart is not None


def without_groups(view: str, mentions: list[Mention]) -> list[Mention]:
    """`mentions` without words for several whose names follow at once: "Una and her brothers Vic and Wes"."""
    for index, group in enumerate(mentions[1:], 1):
        names = list(takewhile(lambda one: one.label is not None, mentions[index + 1 :]))
        at_once = names and view[group.end : names[0].start].strip() in ("", ",")
        if group.plural and not group.ages and at_once and group.count in (None, len(names)):
            twins = _TWIN.search(view, group.start, group.end) is not None
            named = [replace(one, sex=one.sex or group.sex, is_twin=twins) for one in names]
            return [*mentions[:index], *named, *mentions[index + 1 + len(names) :]]
    return mentions


def _sum_up_to(view: str, group: Mention, rest: Sequence[Mention]) -> bool:
    """Whether `rest` are all of a group; some may be several without a number: "three children, a boy and girls"."""
    if group.count in (None, sum(one.count or 1 for one in rest)):
        return True
    uncounted = any(one.plural and not one.count for one in rest)
    fewest = sum(one.count or (2 if one.plural else 1) for one in rest)
    return (
        uncounted and fewest <= (group.count or 0) and ONE_BY_ONE.fullmatch(view, group.end, rest[0].start) is not None
    )


def _counted(group: Mention, members: Sequence[Mention]) -> list[Mention]:
    """The `members` of a group, with how many the one of them is that has no number: "triplets, girls of 4"."""
    without = [one for one in members if one.plural and not one.count]
    rest = (group.count or 0) - sum(one.count or 1 for one in members if one not in without)
    return [replace(one, count=rest) if without == [one] and rest > 1 else one for one in members]


def _without_totals(view: str, mentions: list[Mention]) -> list[Mention]:
    """`mentions` without a group whose members follow one by one: "two babies, a boy and a girl"."""
    rest = mentions[1:]
    if rest and mentions[0].plural and _sum_up_to(view, mentions[0], rest):
        ages = mentions[0].ages
        if ages is None:
            return [replace(m, sex=m.sex or mentions[0].sex, together=True) for m in _counted(mentions[0], rest)]
        if len(ages.ages) == 1 and all(m.ages is None for m in rest):
            return [replace(m, ages=ages, sex=m.sex or mentions[0].sex) for m in rest]
    return mentions

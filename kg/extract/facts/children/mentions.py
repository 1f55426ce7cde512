"""Mentions of children in a sentence: noun phrases such as "two 14-week-old twin boys", and names of labels."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.facts.children.ages import AgeMention, find_ages
from kg.extract.facts.numbers import NUMBER, number
from kg.extract.text.needles import Rule
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import letter_by_letter, named, pattern
from kg.model import UNBORN, Age, Sex

MALE_NOUNS = "boy schoolboy lad laddie son stepson step-son brother half-brother stepbrother step-brother grandson"
FEMALE_NOUNS = (
    "girl schoolgirl lass lassie daughter stepdaughter step-daughter sister half-sister stepsister step-sister"
    " granddaughter"
)
OTHER_NOUNS = (
    "baby infant child toddler teenager adolescent youth sibling half-sibling twin triplet newborn neonate"
    " youngster pupil pre-schooler preschooler cousin"
)
ADULTS = pattern(
    r"(?:step-?|grand|god|great-)?(?:mother|father|parent|dad|mum)s?|partners?|(?:ex-|former )?(?:boyfriend"
    r"|husband|wife)"
    r"|girlfriend|uncle|aunt|cousin|(?<!young\s)carers?|m[ae]n|wom[ae]n|(?<!young\s)adults?|lodger|neighbours?|friends?"
    r"|strangers?|teachers?|(?:care|residential|night|support|youth) workers?"
)
# Words in which "child" names a service, a plan or a kind of abuse, and nobody's child.
NOT_A_CHILD = pattern(
    r"child(?:ren)?(?:'s|s')? (?:protection|in need|in care plan|sexual|criminal|abuse|exploitation|welfare|death"
    r"|and adolescent|and family|practice|safeguarding|social|services?|homes?|centres?|minders?|care|health"
    r"|mental|plan"
    r"|arrangements|missing|deaths?)|child's|children's|looked[ -]after children|babies'"
    r"|young people's|young person's"
    r"|(?:youth|pupil) (?:offending|justice|work(?:er)?s?|service|custody|club|referral|violence|court|premium)"
    r"|baby (?:clinic|unit)|infant (?:school|mental|feeding|deaths?)|teenage pregnancy|twin(?:-| )track"
)
_STOPS = (
    "of aged to by with from in on at for and or but who whom whose which that when while where after "
    "before was were is are had has have been being be the a an his her their its including involving "
    "towards against as about between during into under than both not abused murdered killed harmed "
    "injured assaulted raped exploited neglected stabbed shook describes concerns involves considers "
    "examines considered examined reviewed concerned explores explored covers covered looks looked least "
    "most up around over nearly almost approximately roughly"
)
_STOP = letter_by_letter(_STOPS.split())
_LABELLED = r"(?:(?:Child(?:ren)?|Baby|Toddler|Young Person|Twin|Infant|Boy|Girl|Sibling) (?-i:[A-Z]{1,3}[0-9]{0,3}))"
_NOUN = (
    r"(?:young (?:person|people|m[ae]n|wom[ae]n|adults?)|care[ -]leavers?|bab(?:y|ies)|(?:school)?child(?:ren)?|youths?"
    r"|{singular}(?:s|(?<=lass)es)?)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase for one child, or for several, where it stands."""

    start: int
    end: int
    noun: tuple[int, int]  # where the word stands that says who it is
    plural: bool
    count: int | None = None
    sex: tuple[Sex, int, int] | None = None  # with the words that state it
    ages: AgeMention | None = None
    label: str | None = None
    is_twin: bool = False  # of one who is named beside it: "her twin brothers Ash and Elm"
    together: bool = False  # one part of a group that is named before: "five children, two boys and three girls"

    @property
    def is_unborn(self) -> bool:
        """Whether the child is not yet born."""
        return self.ages is not None and self.ages.ages == (Age(UNBORN),)

    @property
    def is_general(self) -> bool:
        """Whether it says only that there are several children."""
        return self.plural and not (self.count or self.ages or self.sex or self.label)


def find_mentions(text: str, start: int, end: int, labels: Iterable[str]) -> tuple[Mention, ...]:
    """The children named between `start` and `end` of `text` (in plain form), with the ages in their noun phrases."""
    ages = find_ages(text, start, end)
    hidden = text[:start] + NOT_A_CHILD.sub(lambda match: "_" * len(match.group()), text[start:end])
    hidden = _joined(hidden, ages)
    by_name = list(named_mentions(text, start, end, labels))
    sources = (
        by_name,
        (_without_name(text, one, by_name) for one in _nouns(hidden, start, ages)),
        _bare_ages(hidden, start, ages),
        _bare_sex(hidden, start),
    )
    found = sorted((mention for source in sources for mention in source), key=_order)
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _without_name(text: str, phrase: Mention, by_name: Sequence[Mention]) -> Mention:
    """A phrase for several without the name of one of them before it: "Una and Vi, sisters of 8 and 4"."""
    named = next((one for one in by_name if one.start == phrase.start and one.end < phrase.noun[0]), None)
    if named is None or not phrase.plural or not text.startswith(",", named.end):
        return phrase
    return replace(phrase, start=named.end + 1 + len(text[named.end + 1 :]) - len(text[named.end + 1 :].lstrip()))


def _joined(text: str, ages: tuple[AgeMention, ...]) -> str:
    """`text` with each age that can stand before a noun as one word: "a 14_to_16-year-old girl"."""
    olds = [age for age in ages if " " in text[age.start : age.end] and _OLD.search(text, age.start, age.end)]
    behind = [0, *(age.end for age in olds)]
    parts = [
        text[end : age.start] + text[age.start : age.end].replace(" ", "_")
        for end, age in zip(behind, olds, strict=False)
    ]
    return "".join(parts) + text[behind[-1] :]


def _order(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def named_mentions(text: str, start: int, end: int, labels: Iterable[str]) -> Iterator[Mention]:
    """Where each of `labels` stands, with a sex that stands right behind it."""
    for label in labels:
        for span in named(text, start, end, label):
            yield Mention(*span, span, plural=False, count=1, label=label, sex=_beside(text, span[1]))


def _nouns(text: str, start: int, ages: tuple[AgeMention, ...]) -> Iterator[Mention]:
    for match in _PHRASE.finditer(text, start, len(text)):
        if _COUSIN.fullmatch(match.group()):  # of whom nothing is told
            continue
        mention = Mention(*match.span(), match.span("noun"), plural=_is_plural(match["noun"]))
        yield _described(mention, match, next((age for age in ages if _inside(age, match)), None))


def _inside(age: AgeMention, match: re.Match[str]) -> bool:
    return match.start() <= age.start and age.end <= match.end()


def _described(mention: Mention, match: re.Match[str], ages: AgeMention | None) -> Mention:
    """`mention` with what its words say: how many, of which sex, of what age."""
    counted = match["count"] and mention.plural and not (ages and ages.start <= match.start("count") < ages.end)
    count = number(match["count"]) if counted else None
    cases = _CASES.search(match.string[max(0, match.start() - _REACH) : match.start()])
    if count is None and mention.plural and cases:
        count = number(cases["count"])
    born_together = _TWINS.search(match.group()) if count is None and mention.plural else None
    if born_together:
        count = 3 if born_together["three"] else 2
    if mention.plural and _ONE_OF.search(match.string, max(0, match.start() - len("one of the ")), match.start("noun")):
        mention, count = replace(mention, plural=False), 1
    some = _SOME_OF.search(match.string[max(0, match.start() - _REACH) : match.start()]) if mention.plural else None
    count = number(some["count"]) if some else count
    grouped = _GROUP_OF.match(match.string, match.end())
    if grouped:
        return replace(mention, end=grouped.end(), plural=True, count=number(grouped["count"]), ages=ages)
    sexed = _SEXED.search(match.group())
    sex = None if mention.plural else _beside(match.string, match.end())
    if sexed:
        start = match.start() + sexed.start()
        sex = (Sex.MALE if sexed["male"] else Sex.FEMALE, start, start + len(sexed.group()))
    return replace(mention, count=count, sex=sex, ages=ages)


def _beside(text: str, end: int) -> tuple[Sex, int, int] | None:
    """The sex that stands right behind a child: "Child F (female, 9 years)", "Child T, male aged 13"."""
    found = _BESIDE.match(text, end)
    return (Sex.MALE if found["male"] else Sex.FEMALE, *found.span("sex")) if found else None


def _bare_sex(text: str, start: int) -> Iterator[Mention]:
    """A sex that opens a sentence and stands for a child: "Female aged 16 died of an overdose"."""
    found = _FEMALE_AGED.match(text, start)
    if found:
        sex = (Sex.MALE if found["male"] else Sex.FEMALE, *found.span("sex"))
        yield Mention(*found.span("sex"), found.span("sex"), plural=False, count=1, sex=sex)


def _bare_ages(text: str, start: int, ages: tuple[AgeMention, ...]) -> Iterator[Mention]:
    """Ages that stand for a child: "a 17-year-old died"."""
    for age in ages:
        if not _OLD.search(text, age.start, age.end):
            continue
        first = max(start, age.start - _REACH)
        before = _DETERMINER.search(text[first : age.start])
        if before and not _AGED_ADULT.match(text, age.end):
            count = number(before["det"]) if before["det"].lower() not in ("a", "an", "the", "of") else None
            plural = text[age.end - 1] == "s"
            sexed = _MALE_OR_FEMALE.match(text, age.end)
            sex = (Sex.MALE if sexed["male"] else Sex.FEMALE, *sexed.span("sex")) if sexed else None
            start_at = age.start if before["det"].lower() == "of" else first + before.start()
            yield Mention(start_at, age.end, (age.start, age.end), plural=plural, count=count, sex=sex, ages=age)


def _is_plural(noun: str) -> bool:
    if _LETTERED.search(noun):  # "Baby S"
        return False
    noun = noun.lower()
    return noun.endswith(("s", "children", "people", "young men", "young women")) and not noun.endswith("lass")


def _phrase() -> re.Pattern[str]:
    singular = sorted(f"{MALE_NOUNS} {FEMALE_NOUNS} {OTHER_NOUNS}".split(), key=len, reverse=True)
    noun = _NOUN.replace("{singular}", letter_by_letter(singular))
    return pattern(
        rf"(?:(?:an?|the|his|her|their|one|this|another|both|all) )?(?:(?P<count>{NUMBER}) )?"
        rf"(?P<words>(?:(?:looked[ -]after|(?!{_STOP} |\d+,)[\w'/-]+),? ){{0,5}}?)(?P<noun>{_LABELLED}"
        rf"|(?:{noun} )*{noun})"
    )


_PHRASE = Rule(_phrase())
_MALE_OR_FEMALE = deferred(r"\s+(?P<sex>(?P<male>male)|female)\b(?! +\w+er\b)", re.IGNORECASE)
_BESIDE = deferred(
    r"(?: *\(| *,) *(?:an? +)?(?:(?:aged +)?\d{1,2}(?: +(?:years?|months?|weeks?))?(?: +old)?, *)?"
    r"(?P<sex>(?P<male>male)|female)(?= *[,;)]|,? +(?:aged|\d))",
    re.IGNORECASE,
)
_FEMALE_AGED = deferred(
    r"\s*(?:death of )?(?:an? )?(?P<sex>(?P<male>male)|female)(?=,? +(?:aged +|of +)?1?\d\b| *\(1?\d\b)", re.IGNORECASE
)
_GROUP_OF = deferred(rf" +groups? +of +(?P<count>{NUMBER})\b(?! +(?:boys|girls|children|families))", re.IGNORECASE)
_ONE_OF = pattern(r"one of (?:the |a set of |a pair of )?(?:two |three |four )?(?:[\w-]+ ){0,3}")
_SOME_OF = deferred(r"\b(?P<count>two|three|four|five|six) +of +\Z", re.IGNORECASE)  # "two of their three children"
_COUSIN = deferred(r"(?:an?|the|one|another) +(?:[\w-]+ +)?cousin|cousins", re.IGNORECASE)  # "two girls, cousins, aged"
_CASES = deferred(
    rf"\b(?P<count>{NUMBER}) +(?:(?:cases|deaths|incidents) +(?:of|involving)"
    r"|(?:serious +(?:incident|case) +)?notifications +(?:of|about|involving|concerning)) +$",
    re.IGNORECASE,
)
_TWINS = deferred(r"\b(?:twins?|(?P<three>triplets?))\b", re.IGNORECASE)
_LETTERED = deferred(r" [A-Z]{1,3}[0-9]{0,3}$")
_OLD = deferred("olds?$")
_AGED_ADULT = deferred(rf"(?: +(?!{_STOP} )[\w'-]+){{0,2}} +{ADULTS.pattern}", re.IGNORECASE)  # "17-year-old mother"
_REACH = 100  # characters before an age that are looked at
_DETERMINER = deferred(r"\b(?P<det>an?|the|of|two|three|four|five|\d) +$", re.IGNORECASE)
_SEXED = pattern(
    rf"(?P<male>(?:{'|'.join(MALE_NOUNS.split())})s?|males?|young m[ae]n)"
    rf"|(?P<female>(?:{'|'.join(FEMALE_NOUNS.split())})(?:s|(?<=lass)es)?|females?|young wom[ae]n)"
)

"""The ages of the children of a review, as against those of their relatives and at other times."""

import re
from collections.abc import Sequence
from typing import TypeGuard

from kg.extract.facts.children.ages import AgeMention, bare_ages, find_ages
from kg.extract.facts.children.mentions import ADULTS, Mention
from kg.extract.facts.numbers import NUMBER
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import any_of, named, opens_with, pattern, pattern_of_text, spaced
from kg.model import YOUNG_ADULT, Age

_WINDOW = 110  # characters between a child and an age that may still be theirs
_HARMED = any_of(r"""
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
    overdoses?
    hanged
    attack(?:ed)?
    shot
    burn(?:ed|t|s)
    scald(?:ed|s)
    beaten|struck|hit
    groomed
    starved
    found
    suffered
""")
_HARM_BEFORE = pattern(rf"{_HARMED}[^.;]*")
_NOT_AT_INCIDENT = pattern(
    r"known to|history|placed|adopted|diagnosed|taken into|came (?:in)?to|arrived|moved|born|sentenced|pregnant"
    r"|previously|excluded"
    r"|since|when|until|years? earlier|convicted|charged|unharmed"
)
_FROM = deferred(r" *,? *(?:from|since|beginning at|starting at)(?: +about| +around)? *", re.IGNORECASE)
_HARM_THAT_LASTS = deferred(
    r"\b(?:abuse|exploitation|grooming|neglect|self-harm|rapes?|assaults?|trafficking|cruelty|ill-treatment|illness"
    r"|violence|harm) +(?:of|to|by|in|against|towards|on)(?: +(?:an?|the|one|two|three|four))?(?: +[\w-]+){0,2} *$",
    re.IGNORECASE,
)
_MOVED = pattern(r" when [^.;]{0,40}?\b(?:moved|placed|came|adopted|born|diagnosed)")
_LONGER = deferred(r" *(?:(?:days?|weeks?|months?|years?) +)?(?:later|earlier|before|after|ago|pregnant|times|miles)\b")
_LEADS = deferred(r" *,? *(?:of *)?")  # between an age and the child whose it is
_WHEN_LEADS = deferred(  # "When he was ten, Iggy was burned"
    rf" *when +(?:he|she|they) +(?:was|were) +(?P<age>{spaced(NUMBER)}(?: +years +old)?),? *", re.IGNORECASE
)
_SUBJECT = r"he|she|(?:the|this) (?:[\w-]+ ){0,3}(?:child|baby|boy|girl|infant|young person|teenager)"
_SUBJECTS = (
    r"they|all(?= were)"
    r"|(?:the|all|both) (?:[\w-]+ ){0,3}(?:children|babies|boys|girls|infants|young people|teenagers|siblings"
    r"|sisters|brothers|twins)"
)
_LEAD = deferred(
    r"(?:(?:in|on|at|by|when"
    r"|aged)\b[^.;,]{1,60}, +)+",
    re.IGNORECASE,
)  # before the subject of a sentence
_BEGAN_WHEN = deferred(
    r"\b(?:from|starting|beginning|(?:which|that) +(?:began|started)) +when +(?:he|she|they) +(?:was|were) +$",
    re.IGNORECASE,
)
_WHEN_THEY_WERE = deferred(r"\bwhen +(?:he|she|they) +(?:was|were) +$", re.IGNORECASE)
_DIRECTLY = deferred(
    r"(?:,[^,.;]*,|,? *\([^)]*\))?,? *(?:(?:who )?(?:was|is|were|are))? *(?:an?|only|just|all)? *", re.IGNORECASE
)
_CLAIMED = deferred(  # "Sami, a male who gave his age as", "who said that he was"
    r"(?:,? +(?:an? +)?(?:[\w-]+ +){0,3}?(?:(?:fe)?male|boy|girl|young +(?:man|woman|person)))?,? +"
    r"(?:who +|and +)?(?:whose +age|(?:gave|stated|recorded|put|said|claimed)\b[^.;,]{0,20}?\b(?:age|he|she|they))"
    r"(?: +(?:was|were|is))?(?: +(?:given|recorded|stated|accepted|declared))?(?: +(?:as|at|to +be))? *",
    re.IGNORECASE,
)
_WHO_ASIDE = deferred(r", +who\b[^,.;]*,(?= *(?:died|was|took|drowned)\b)")  # "Ash, who had a child at 15, died aged"
_MORE_OF_GROWN = deferred(r"[.;,]|\b(?:who|whom|whose|had|convicted|that)\b")
_BY_A_GROWN = pattern(
    r"by (?:an?|his|her|their) (?:[\w-]+ )?(?:(?:step-?|grand|foster )*(?:father|mother)|uncle|aunt|m[ae]n|woman"
    r"|teacher|carer|coach|partner|neighbour|lodger)"
)
_CARED_FOR = deferred(
    r"\b(?:looked +after|cared +for|brought +up|raised|adopted|fostered|taken +in|taught|minded|supported)"
    r"(?: +[\w-]+)? +\Z",
    re.IGNORECASE,
)
_DIES = pattern(r"deaths?|died|suicides?|murder(?:ed)?|killed|killing|homicide|took (?:his|her|their) own life")
_DISCLOSES = pattern(
    r"(?:, (?:male|female|a boy|a girl))?[)]?,?(?: who)? (?:had )?(?:disclosed|told|reported|revealed|said|alleged)"
)
_NOW = deferred(r"\bnow +(?:aged +)?$", re.IGNORECASE)
_THEN = pattern(r"(?:from|since|when|between|as a child)")
_AT_THE_TIME = pattern(
    r" (?:at the time of|when (?:he|she|they) (?:died|(?:was|were) (?:first |fatally )?(?:killed|murdered|injured|found"
    r"|stabbed|shot|attacked|assaulted|raped|abused|exploited|shaken|hurt|beaten|scalded|burned)))"
)
_AT_THE_END = pattern(
    r" (?:at the time of (?:his|her|their) death|when (?:he|she|they) (?:died|(?:was|were) (?:killed|stabbed|shot"
    r"|murdered)))"
)
_WAS_AND = pattern(  # what else the child's age was: "was 13-years-old when he was last seen at school and"
    r"[ ]*(?:was|were) (?:[^.;]{1,120}? when (?:he|she|they) [^.;]{2,80}?(?:,| and)[ ]*)?"
    r"(?:was |were |aged |only |just )*"
)
_HARM_WHEN = pattern(
    r"the (?:(?:alleged|fatal|non-accidental|sexual|physical) )*(?:injur(?:y|ies)|abuse|neglect|assaults?|attack"
    r"|incident|fractures?|burns?|rapes?|exploitation|fall|fire|collapse)\b[^.;]{0,60}?"
    r" (?:happened|occurred|took place|began|started"
    r"|(?:was|were) (?:caused|inflicted|sustained|suffered|done|noticed|seen|found)) when (?:he|she|they) (?:was|were)"
)
_SIGNS = r"(?:bruis\w+|marks|injur\w+|burns?|fractur\w+|scald\w*|wounds?|bites?|cuts|welts|scars)"
_FOUND_WHEN = pattern(  # "In May, when he was five, staff found bruises on his back"
    r"(?:(?:in|on|by|during|one) [^.;,]{1,40}, )?when (?:he|she|they) (?:was|were) (?:only |just |still )?"
    rf"(?P<age>{NUMBER}(?: (?:years|months|weeks)(?: old)?)?), [^.;]{{1,60}}? (?:found|saw|noticed|discovered|reported)"
    rf" (?:[\w-]+ ){{0,4}}?{_SIGNS} (?:on|to|around|across) (?:his|her|their)"
)
_THEN_AGED = deferred(r" *[,(] *(?:who +was +)?(?:then|aged|by +then)\b", re.IGNORECASE)
_WAS_HURT = pattern(rf"[^.;,()]{{0,12}}[,)]?(?: and)? (?:was|had been) (?:[\w-]+ ){{0,3}}?{_HARMED}")
_EXTREMES = pattern("eldest|oldest|youngest")
_GROWN = 18 * 12  # months
_IT = pattern(_SUBJECT)
_THEY_ALONE = pattern(
    rf"{_SUBJECT}|they(?= were (?:only |just |still )?\d+(?: |-)?(?:years?(?: |-)old)?(?:[.;,]| and))"
)  # of one child: "They were 14."


def is_known(ages: AgeMention | None) -> TypeGuard[AgeMention]:
    """Whether an age is known better than as "young adult"."""
    return ages is not None and ages.ages != (Age(YOUNG_ADULT),)


def dies(view: str, start: int, end: int) -> bool:
    """Whether a sentence tells of a death, so that what is told of childhood after it is the past of a young adult."""
    return _DIES.search(view, start, end) is not None


def is_of_a_child(ages: AgeMention) -> bool:
    """Whether all of an age lies in childhood."""
    return all(age.months[1] is not None and age.months[1] < _GROWN for age in ages.ages)


def following_age(view: str, mention: Mention, end: int, others: Sequence[Mention]) -> AgeMention | None:
    """The age after a child, before `end`, if it is the child's; the review is not about the `others`."""
    bare = bare_ages(view, mention.end, end)
    ages = find_ages(view, mention.start, end)
    if bare and (len(bare.ages) == 1 or mention.plural) and not _is_part(view, bare, ages):
        return _as_a_child(view, mention, bare, ages) or bare
    aside = _WHO_ASIDE.match(view, mention.end, end)
    others = [other for other in others if not (aside and other.end <= aside.end())]
    others = [other for other in others if not mention.label or other.label != mention.label]
    for age in ages:
        if age.start < mention.end:
            continue
        between = _with_pronoun(view[mention.end : age.start], mention.label)
        if len(between) > _WINDOW or any(mention.end <= other.start <= age.start for other in others):
            return None
        at_the_time = bool(_AT_THE_TIME.match(view, age.end)) and not ADULTS.search(between)
        at_the_time = at_the_time or (mention.plural and bool(_EXTREMES.search(view, age.start, age.end)))
        at_the_time = at_the_time or _is_of_victim(view, between, age)
        theirs = (
            at_the_time or _is_theirs(between) or _is_span(view, between, age) or _is_beginning(view, mention, between)
        )
        if theirs and not ADULTS.match(view[age.end : age.end + 12].lstrip(" -")):
            return _as_a_child(view, mention, age, ages) or age
    return None


def _with_pronoun(between: str, label: str | None) -> str:
    """Words behind a name, where the same name said again stands for nobody else: "when Linden was 8"."""
    return re.sub(rf"(?<!\w){re.escape(label)}(?= +was\b)", "they", between) if label else between


def _is_of_victim(view: str, between: str, age: AgeMention) -> bool:
    """Whether an age behind harm by a grown-up can only be the child's: "beaten by an uncle at the age of 8"."""
    told = view.startswith(("the age of", "age of"), age.start) or _WHEN_THEY_WERE.search(between)
    by = _BY_A_GROWN.search(between)
    if by is None or _CARED_FOR.search(between[: by.start()]):
        return False
    return bool(told and is_of_a_child(age) and not _MORE_OF_GROWN.search(between[by.end() :]))


def _as_a_child(view: str, mention: Mention, now: AgeMention, ages: Sequence[AgeMention]) -> AgeMention | None:
    """The age at which somebody was harmed who is older by `now`: "a girl, now 19, by her father from when ..."."""
    if not _NOW.search(view, mention.end, now.start):
        return _when_it_was_done(view, now, ages) if _DISCLOSES.match(view, now.end) else None
    later = [a for a in ages if a.start > now.end and is_of_a_child(a)]
    then = (a for a in later if _THEN.search(view, now.end, a.end) or _AT_THE_TIME.match(view, a.end))
    grown = not is_of_a_child(now)
    harmed = (
        a for a in then if grown or _HARM_BEFORE.search(view, now.end, a.start) or _AT_THE_TIME.match(view, a.end)
    )
    return next(harmed, None)


def _when_it_was_done(view: str, told: AgeMention, ages: Sequence[AgeMention]) -> AgeMention | None:
    """The age at harm of which a child told later: "(14) disclosed that a coach had abused him when he was 11"."""
    for age in ages:
        if age.start - told.end > 2 * _WINDOW:
            break
        words = view[told.end : age.start]
        if age.start > told.end and _WHEN_THEY_WERE.search(words) and _HARM_BEFORE.search(words):
            return age
    return None


def leading_age(view: str, start: int, mention: Mention) -> AgeMention | None:
    """The age that stands right before a child: "Fourteen-year-old Kit", "At the age of nine weeks, a girl"."""
    when = _WHEN_LEADS.fullmatch(view, start, mention.start)
    if when:
        return next(iter(find_ages(f"{' ' * (when.start('age') - 5)}aged {when['age']}")), None)
    for age in find_ages(view, start, mention.start):
        if _LEADS.fullmatch(view, age.end, mention.start):
            return age
    return None


def _is_part(view: str, bare: AgeMention, ages: Sequence[AgeMention]) -> bool:
    """Whether bare numbers are part of something longer: "3, 5 and 9 years old", "3 weeks later"."""
    return any(age.start <= bare.end <= age.end for age in ages) or bool(_LONGER.match(view, bare.end))


def _is_theirs(between: str) -> bool:
    """Whether the words between a child and an age leave it the child's age at the incident."""
    if _CLAIMED.fullmatch(between):
        return True
    if ADULTS.search(between) or re.search(r"\b(?:his|her|their) +\w+ +$", between):
        return False
    if _HARM_BEFORE.search(between):
        return not pattern("previously|sentenced|convicted|charged").search(between)
    return not _NOT_AT_INCIDENT.search(between) and not re.search(r"\b(?:from|since) *$", between)


def _is_beginning(view: str, mention: Mention, between: str) -> bool:
    """Whether an age is that at which harm began: "exploitation of a girl from the age of 14"."""
    head = view[max(0, mention.start - _WINDOW) : mention.start]
    begins = _FROM.fullmatch(between) or _BEGAN_WHEN.search(between)
    return bool(begins and _HARM_THAT_LASTS.search(head))


def _is_span(view: str, between: str, age: AgeMention) -> bool:
    """Whether an age is a stretch of years in which something was done: "from 6 until she was 11"."""
    stretch = len(age.ages) > 1 or "/" in age.ages[0].iso  # no one adult is of several ages
    theirs = is_of_a_child(age) or not ADULTS.search(between)  # no adult is ever "between 11 and 15"
    led = _WHEN_THEY_WERE.search(between) or view.startswith("from", age.start)
    return stretch and bool(led) and theirs


def later_age(view: str, spans: list[tuple[int, int]], names: list[str], mention: Mention) -> AgeMention | None:
    """The age that later sentences give the child, or the children, when one of them is their subject."""
    for start, end in spans:
        harm = _HARM_WHEN.match(view, start, end)
        if harm:
            return next((age for age in find_ages(view, start, end) if age.end > harm.end()), None)
        led_by = _FOUND_WHEN.match(view, start, end)
        if led_by and not mention.plural:
            return next(iter(find_ages(f"{' ' * (led_by.start('age') - 5)}aged {led_by['age']}")), None)
        beside = None if mention.plural else _then_aged(view, start, end, names)
        if beside:
            return beside
        opening, led = _subject(view, start, end, names, mention)
        if opening is None or (led and not _HARM_BEFORE.search(view, opening, end)):
            continue
        ages = find_ages(view, start, end)
        for age in sorted(ages, key=lambda one: not _is_own_end(view, opening, one)):
            between = view[opening : age.start]
            if _is_own_end(view, opening, age):
                return age
            if _MOVED.match(view, age.end, end):
                continue
            direct = _DIRECTLY.fullmatch(between) or _CLAIMED.fullmatch(between)
            if age.start <= opening or direct or (_HARM_BEFORE.search(between) and _is_theirs(between)):
                return age
    return None


def _then_aged(view: str, start: int, end: int, names: list[str]) -> AgeMention | None:
    """The age beside a child's name further on in a sentence that tells of harm: "In May Lin, then 10, was hurt"."""
    for name in names:
        for _, stop in named(view, start, end, name):
            age = bare_ages(view, stop, end) if _THEN_AGED.match(view, stop, end) else None
            if age and _WAS_HURT.match(view, age.end, end):
                return age
    return None


def _is_own_end(view: str, opening: int, age: AgeMention) -> bool:
    """Whether an age is that at which whoever opens the sentence died: "was 13 when last seen and 14 when he died"."""
    said = _WAS_AND.fullmatch(view, opening, age.start) if opening <= age.start else None
    return bool(said and _AT_THE_END.match(view, age.end))


def _subject(view: str, start: int, end: int, names: list[str], mention: Mention) -> tuple[int | None, bool]:
    """Where the child ends who is a sentence's subject, and whether other words lead in to it: "In May, this boy"."""
    opening = None if mention.plural else opens_with(view, start, end, names)
    if opening is not None:
        return opening, False
    lead = _LEAD.match(view, start, end)
    for at in (start, *([lead.end()] if lead else [])):
        subject = _subjects(view, mention).match(view, at, end)
        if subject:
            return subject.end(), at != start
    return None, False


def _subjects(view: str, mention: Mention) -> re.Pattern[str]:
    """What a later sentence can call the child, or these children: "they", "the sisters"."""
    if not mention.plural:
        return _THEY_ALONE if mention.label else _IT
    noun = re.escape(view[slice(*mention.noun)])
    return pattern_of_text(rf"{_SUBJECTS}|the {noun}|the (?:eld|old|young)est(?=[ ,][^.]{{1,120}}? the other )")

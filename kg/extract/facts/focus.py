"""Which of the children named in a sentence the review is about."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.facts.mentions import ADULTS, Mention
from kg.extract.wording import pattern
from kg.model import UNBORN, Age

_REACH = 500  # characters looked back at, so that a sentence without end costs no more than its length
_HEAD = re.compile(
    r"(?:injur(?:y|ies)|harm|abuse|neglect|deaths?|murders?|assaults?|exploitation|killings?|homicides?|suicides?"
    r"|attacks?|illness|rapes?|overdoses?|burns|bruis(?:es|ing)|fractures?|scald(?:s|ing)|stabbings|shooting"
    r"|ill-treatment|cruelty|poisoning|drowning|shaking|stabbing|manslaughter)"
    r"(?: by [\w' -]+)? +(?:of|to|on|in|against|involving|by)(?: the)? *$",
    re.IGNORECASE,
)
_BARRED = re.compile(
    r"\b(?:by|mother of|father of|parents? of|birth of|pregnant with|carer? for|towards|against|who had|whose) *$",
    re.IGNORECASE,
)
_PARENTS_OF = re.compile(r"^ *(?:both |the )*(?:parents?|mother|father) of *$", re.IGNORECASE)
_OWN_ACT = re.compile(
    r"\b(?:(?:ingestion|swallowing|suicide|overdoses?|self-harm|self-poisoning|abduction)\b[^.;]*\bby"
    r"|(?:sustained|suffered|endured|experienced|received|displayed|exhibited|shown) +by) *$",
    re.IGNORECASE,
)
_KILLED_PARENT = re.compile(
    r"\b(?:murders?|killing|deaths?|homicides?|stabbing|manslaughter) of (?:the )?(?:mother|father|parents?) of *$",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:his|her|their) +(?:\S+ +){0,3}?(?:half-|step-?)?(?:brother|sister|sibling|cousin|twin)s?$", re.IGNORECASE
)
_OWN = pattern(
    r"(?:his|her|their) (?:[\w-]+ ){0,3}?(?:sons?|daughters?|child(?:ren)?|bab(?:y|ies)|step-?(?:son"
    r"|daughter)s?)"
)
_BREAK = pattern(
    r"by|whose|who|whom|while|when|where|after|before|because|lived|living|witness\w*|convicted|guilty|charged"
    r"|towards|against|murdered|killed"
)
_AND = re.compile(r"(?:^|[ ,;)])(?:and|&|as well as|together with|along with) *$", re.IGNORECASE)
_WHO_WAS = re.compile(
    r",? +who +(?:was|is) +(?:(?:then|only|just|aged) +)*[\w-]+(?: +(?:weeks|months|years)(?:[ -]old)?)?(?=,| +and\b)",
    re.IGNORECASE,
)
_AND_OF = re.compile(r"\band +(?:also +)?(?:of|to|against) *$", re.IGNORECASE)  # "by her uncle, and of her sister"
_AND_FOR = re.compile(
    r"\b(?:and|with) +(?:[\w-]+ +){0,2}?(?:concerns?|worries|fears|risks?|planning|plans) +(?:for|about|to) *$",
    re.IGNORECASE,
)
_OF_ADULT = re.compile(  # "her husband's brother" is grown up
    r"\b(?:husband|wife|partner|mother|father|mum|dad|stepfather|stepmother|aunt"
    r"|uncle)'s +(?:[\w-]+ +)?(?:brother|sister"
    r"|son|daughter|sibling|cousin)s?$",
    re.IGNORECASE,
)
_ONE_BY_ONE = re.compile(r" *[^.;:]{0,60}: *")  # "two babies from different families: Baby S, a girl"
_A_SIBLING = re.compile(
    r"(?:an?|one|another|two) +(?:(?:older|elder|younger|previous) +)?(?:half-|step-?)?(?:sibling|brother|sister)s?",
    re.IGNORECASE,
)
_THE_ONE = re.compile(r"the +(?:girl|boy|sister|brother)", re.IGNORECASE)
_THE = re.compile(r"(?:the|all|both) ", re.IGNORECASE)
_AGED = re.compile(r",? +(?:all +)?aged? +\S", re.IGNORECASE)
_CARE_LEAVER = re.compile(r"an? +(?:[\w-]+ +)?care[ -]leaver", re.IGNORECASE)
_CALLED = re.compile(r"(?:Child|Baby|Infant|Toddler|Twin|Young Person|Sibling) [A-Z]{1,3}\d{0,3}")
_APPOSED = re.compile(
    r"^ *[,(-]? *(?:now|then|who was|known as|named|called|referred to as|was|is|here called|the)? *(?:an?|the)? *$",
    re.IGNORECASE,
)


def concerned(view: str, start: int, mentions: Sequence[Mention]) -> list[Mention]:
    """Those of a sentence's `mentions` whom the review is about; two names of one child become one mention."""
    mentions = [mention for mention in mentions if not _OF_ADULT.search(view, mention.start, mention.end)]
    found = _concerned(view, start, mentions) or _doers(view, start, mentions) or _of_parents(view, start, mentions)
    return found if _are_own(view, found) else _without_totals(_without_names_of_groups(view, found))


def _concerned(view: str, start: int, mentions: Sequence[Mention]) -> list[Mention]:
    chosen: list[Mention] = []
    for mention in mentions:
        if not chosen:
            if _may_open(view, start, mention):
                chosen.append(mention)
            continue
        between = view[chosen[-1].end : mention.start]
        if _is_general(mention) and re.fullmatch(r" *(?:\([^)]*\) *)?, *", between):
            continue  # "a boy and a girl, siblings,"
        if ";" in between and not (mention.ages or mention.label) and _THE.match(view, mention.start, mention.end):
            continue  # "four siblings; the children ranged in age"
        if ";" in between and _A_SIBLING.fullmatch(view, mention.start, mention.end):
            continue  # "injuries to an infant; an older sibling had been removed"
        if _again(view, chosen, mention):
            continue
        called = _CALLED.fullmatch(view, chosen[-1].start, chosen[-1].end) is not None
        if _same(chosen[-1], mention, between, called=called) or (
            _says_which(chosen[-1], mention, between) or _says_more(view, chosen[-1], mention, between)
        ):
            chosen[-1] = _merged(chosen[-1], mention)
        elif (
            _joins(between)
            or _joins_own(view, chosen[-1], mention, between)
            or (chosen[-1].plural and mention.label and not between.strip())
            or (chosen[-1].plural and chosen[-1].count and _ONE_BY_ONE.fullmatch(between))
            or (is_unborn(mention) and _AND_FOR.search(between[-_REACH:]))
        ):
            chosen.append(mention)
    return chosen


def _may_open(view: str, start: int, mention: Mention) -> bool:
    """Whether the first child of a review can be this one: not a doer, not a relative, not children in general."""
    before, words = view[max(start, mention.start - _REACH) : mention.start], view[mention.start : mention.end]
    barred = _BARRED.search(before) and not _OWN_ACT.search(before) and not _KILLED_PARENT.search(before)
    if barred or _RELATED.fullmatch(words):
        return False
    aged = _AGED.match(view, mention.end) is not None
    owned = words.lower().startswith(("her", "his", "their"))
    return not _is_general(mention) or aged or owned or bool(_HEAD.search(before))


def is_unborn(mention: Mention) -> bool:
    """Whether a mention is of a child not yet born."""
    return mention.ages is not None and mention.ages.ages == (Age(UNBORN),)


def _is_general(mention: Mention) -> bool:
    """Whether a mention says only that there are several children."""
    return mention.plural and not (mention.count or mention.ages or mention.sex or mention.label)


def _doers(view: str, start: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The young person said to have harmed others, where the sentence names no child who was harmed."""
    doing = pattern(
        r"harmful sexual behaviours?|sexually harmful behaviours?|HSB|offen[cd]\w+|violence|murder\w*|attacks?"
        r"|manslaughter|killings?|killed|stabb\w+|strangled|shot|homicide|robber\w+|assaults?|rapes?|wounding|arson"
    )
    if not doing.search(view, start):
        return []
    return [m for m in mentions[:1] if re.search(r"\bby *$", view[start : m.start], re.IGNORECASE)]


def _of_parents(view: str, start: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The child whose parents a sentence tells of, where it names no other: "The parents of a 4-month-old girl"."""
    told = (m for m in mentions if not _is_general(m) and _PARENTS_OF.search(view[start : m.start]))
    return list(told)[:1]


def _again(view: str, chosen: Sequence[Mention], mention: Mention) -> bool:
    """Whether "the girl" is the one girl who was named before: "a brother and sister, and abuse of the girl"."""
    if len(chosen) < 2 or mention.ages or not mention.sex or not _THE_ONE.fullmatch(view, mention.start, mention.end):
        return False
    return sum(one.sex is not None and one.sex[0] is mention.sex[0] for one in chosen) == 1


def _same(first: Mention, second: Mention, between: str, *, called: bool) -> bool:
    """Whether two mentions are one person: a name, a label or what somebody is only `called`, beside a description."""
    named = first.label is not None or (called and not first.sex and not first.ages)
    if named == (second.label is not None) or first.plural or second.plural:
        return False
    return bool(_APPOSED.match(between))


def _says_which(first: Mention, second: Mention, between: str) -> bool:
    """Whether the second mention only adds a sex: "an infant, a boy, "."""
    if first.plural or second.plural or second.label or first.sex or not second.sex or second.ages:
        return False
    return bool(re.fullmatch(r" *, *", between))


def _says_more(view: str, first: Mention, second: Mention, between: str) -> bool:
    """Whether the second mention only says what the first is as well: "a young adult, a care leaver, "."""
    plain = not (second.plural or second.label or second.ages or second.sex or first.plural)
    care = _CARE_LEAVER.fullmatch(view, second.start, second.end)
    return plain and care is not None and bool(re.fullmatch(r" *(?:\([^)]*\) *)?, *|,? +who +was +", between))


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
    between = _WHO_WAS.sub("", between)
    if _HEAD.search(between[-_REACH:]):
        return not pattern("convicted|guilty|charged|witness\\w*").search(between)
    if _AND_OF.search(between[-_REACH:]):
        return not pattern("convicted|guilty|charged|accused|suspected").search(between)
    if re.fullmatch(r" *(?:\([^)]*\)|(?:aged|of) \w+(?: (?:weeks|months|years)(?: old)?)?)? *[,:(;] *", between):
        return True
    return bool(_AND.search(between[-_REACH:])) and not _BREAK.search(between) and not ADULTS.search(between)


def _joins_own(view: str, first: Mention, second: Mention, between: str) -> bool:
    """Whether both are an adult's own children: "Their sons, aged 4 and 6, were there; her daughter, 13, rang"."""
    return _are_own(view, (first, second)) and bool(re.search(r"(?:;|,|\band) *$", between)) and second.ages is None


def _are_own(view: str, mentions: Sequence[Mention]) -> bool:
    return all(_OWN.match(view, mention.start, mention.end) for mention in mentions)


def _without_names_of_groups(view: str, mentions: list[Mention]) -> list[Mention]:
    """`mentions` without words that only say who those after them are: "his siblings, Child B (5) and Child C"."""
    following = [*mentions[1:], None]
    return [
        one
        for one, other in zip(mentions, following, strict=True)
        if other is None
        or other.plural
        or one is mentions[0]
        or not (_is_general(one) and re.fullmatch(r" *[,:(] *", view[one.end : other.start]))
    ]


def _without_totals(mentions: list[Mention]) -> list[Mention]:
    """`mentions` without a group whose members follow one by one: "two babies, a boy and a girl"."""
    rest = mentions[1:]
    if rest and mentions[0].plural and mentions[0].count in (None, sum(m.count or 1 for m in rest)):
        ages = mentions[0].ages
        if ages is None:
            return [replace(m, sex=m.sex or mentions[0].sex, together=True) for m in rest]
        if len(ages.ages) == 1 and all(m.ages is None for m in rest):
            return [replace(m, ages=ages, sex=m.sex or mentions[0].sex) for m in rest]
    return mentions

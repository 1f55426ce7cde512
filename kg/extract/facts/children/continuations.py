"""What a child named in a sentence is to the child before it: the same one, one more, or none of the review's.

The rule is one table. A row fits where the words between the two children and the children themselves are as it says,
and the first row that fits is believed; where none fits, the second child belongs to another story.
"""

import re
from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from kg.extract.facts.children.mentions import ADULTS, Mention
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern

_NEAR = 12  # characters behind a child
_REACH = 500  # characters looked back at, so that a sentence without end costs no more than its length


class Continuation(Enum):
    """What a child is to the one before it."""

    APPOSITION = "the same child in other words"
    COORDINATION = "one more child whom the review is about"
    ASIDE = "a child of another story, or words for children who are named already"


class _Pair(NamedTuple):
    """A child, the one before it, and all whom the review is about up to there."""

    chosen: Sequence[Mention]
    first: Mention
    first_words: str
    between: str
    second: Mention
    second_words: str
    behind: str


_Between = Callable[[str], bool]
_Condition = Callable[[_Pair], bool]

HARM_TO = deferred(  # "the murder of": whoever follows was harmed
    r"(?:injur(?:y|ies)|harm|abuse|neglect|deaths?|murders?|assaults?|exploitation|killings?|homicides?|suicides?"
    r"|attacks?|illness|rapes?|overdoses?|burns|bruis(?:es|ing)|fractures?|scald(?:s|ing)|stabbings|shooting"
    r"|ill-treatment|cruelty|poisoning|drowning|shaking|stabbing|manslaughter)"
    r"(?: by [\w' -]+)? +(?:of|to|on|in|against|involving|by)(?: the)? *$",
    re.IGNORECASE,
)
_AND_TO = deferred(r"\band +(?:also +)?(?:of|to|against) *$", re.IGNORECASE)
_AND_FEARS_FOR = deferred(
    r"\b(?:and|with) +(?:[\w-]+ +){0,2}?(?:concerns?|worries|fears|risks?|planning|plans) +(?:for|about|to) *$",
    re.IGNORECASE,
)
_AND_HURT = deferred(  # "drowned his son and tried to drown his daughter"
    r"\band +(?:then +|also +)?(?:(?:tried|attempted) +to +\w+|injured|stabbed|hurt|shot|strangled|poisoned|harmed"
    r"|killed|drowned|smothered|wounded|burned|attacked|seriously +injured) *$",
    re.IGNORECASE,
)
_AND = deferred(r"(?:^|[ ,;)])(?:and|&|as well as|together with|along with) *$", re.IGNORECASE)
_IN_A_SERIES = deferred(r"(?:;|,|\band) *$")
_CONVICTED = pattern(r"convicted|guilty|charged|witness\w*")
_ACCUSED = pattern(r"convicted|guilty|charged|accused|suspected")
_ANOTHER_STORY = deferred(
    pattern(
        r"by|whose|who|whom|while|when|where|after|before|because|lived|living|witness\w*|convicted|guilty|charged"
        r"|towards|against|murdered|killed"
    ).pattern
    + f"|{ADULTS.pattern}",
    re.IGNORECASE,
)
_WHO_WAS = deferred(
    r",? +who +(?:was|is) +(?:(?:then|only|just|aged) +)*[\w-]+(?: +(?:weeks|months|years)(?:[ -]old)?)?(?=,| +and\b)",
    re.IGNORECASE,
)
_OWN = pattern(
    r"(?:his|her|their) (?:[\w-]+ ){0,3}?(?:sons?|daughters?|child(?:ren)?|bab(?:y|ies)|step-?(?:son|daughter)s?)"
)
_A_SIBLING = deferred(
    r"(?:an?|one|another|two) +(?:(?:older|elder|younger|previous) +)?(?:half-|step-?)?(?:sibling|brother|sister)s?",
    re.IGNORECASE,
)
_OTHERS = deferred(  # of whom nobody says how many or who
    r"(?:(?:several|some|many) +)?other +(?:[\w-]+ +)?(?:boys|girls|children|young +people|pupils|teenagers)",
    re.IGNORECASE,
)
_THE_ONE = deferred(r"the +(?:girl|boy|sister|brother)", re.IGNORECASE)
_KIN_ALONE = deferred(r"(?:half-|step-?)?(?:brother|sister|sibling|cousin|twin)s?", re.IGNORECASE)
_IN_OTHER_WORDS = deferred(  # that tell no sex: "an unaccompanied asylum-seeking child under 18"
    r"an? +(?:(?:[\w-]+ +)?care[ -]leaver|only +child|(?:[\w-]+ +)?(?:twin|triplet)"
    r"|(?:[\w-]+ +){0,2}?(?:looked[ -]after|unaccompanied|asylum[ -]seeking|refugee"
    r"|trafficked|adopted|fostered|disabled|home[ -]educated) +(?:[\w-]+ +)?"
    r"(?:child|young +person|teenager|pupil)\b.*)",
    re.IGNORECASE,
)
_AGE_BEHIND = deferred(r",? +\(?(?:aged|of)? *\d", re.IGNORECASE)
_LETTERED = deferred(r"(?:Child|Baby|Infant|Toddler|Twin|Young Person|Sibling) [A-Z]{1,3}\d{0,3}")


def continuation(view: str, chosen: Sequence[Mention], second: Mention) -> Continuation:
    """What `second` is to the last of the children `chosen` before it."""
    first = chosen[-1]
    between = view[first.end : second.start]
    words = (view[first.start : first.end], between, second, view[second.start : second.end])
    pair = _Pair(chosen, first, *words, view[second.end : second.end + _NEAR])
    return next((one for one, words, condition in _ROWS if condition(pair) and words(between)), Continuation.ASIDE)


def is_own_child(words: str) -> bool:
    """Whether a child is named as somebody's own: "her daughter"."""
    return _OWN.match(words) is not None


def _whole(words: str) -> _Between:
    compiled = re.compile(words)
    return lambda between: compiled.fullmatch(between) is not None


def _end(end: re.Pattern[str], without: re.Pattern[str] | None = None) -> _Between:
    """Whether words end so; those `without` may not stand among them, save in what is said of the first child's age."""

    def fits(between: str) -> bool:
        told = _WHO_WAS.sub("", between)
        return end.search(told[-_REACH:]) is not None and (without is None or not without.search(told))

    return fits


def _semicolon(between: str) -> bool:
    return ";" in between


def _anything(between: str) -> bool:  # noqa: ARG001 - a test of words like the others
    return True


def _anybody(pair: _Pair) -> bool:  # noqa: ARG001 - a condition like the others
    return True


def _collective(pair: _Pair) -> bool:
    return pair.second.is_general


def _definite(pair: _Pair) -> bool:
    known = pair.second_words.lower().startswith(("the ", "all ", "both "))
    return known and not (pair.second.ages or pair.second.label)


def _a_sibling(pair: _Pair) -> bool:
    return _A_SIBLING.fullmatch(pair.second_words) is not None


def _uncounted_others(pair: _Pair) -> bool:
    return pair.second.ages is None and _OTHERS.fullmatch(pair.second_words) is not None


def _the_only_one_of_that_sex(pair: _Pair) -> bool:
    sex = pair.second.sex
    if len(pair.chosen) < 2 or pair.second.ages or not sex or not _THE_ONE.fullmatch(pair.second_words):
        return False
    return sum(one.sex is not None and one.sex[0] is sex[0] for one in pair.chosen) == 1


def _bare_kin(pair: _Pair) -> bool:
    """Whether words say only what those named before are to each other: "Sam, 4, and Tess, 2, brother and sister"."""
    return len(pair.chosen) > 1 and _KIN_ALONE.fullmatch(pair.second_words) is not None


def _singular(pair: _Pair) -> bool:
    return not (pair.first.plural or pair.second.plural)


def _name_and_description(pair: _Pair) -> bool:
    """Whether one of two words for a single child is its name, and the other is not."""
    lettered = _LETTERED.fullmatch(pair.first_words) and not (pair.first.sex or pair.first.ages)
    named = pair.first.label is not None or bool(lettered)
    return _singular(pair) and named != (pair.second.label is not None)


def _description_and_name(pair: _Pair) -> bool:
    return _name_and_description(pair) and pair.second.label is not None


def _only_a_sex(pair: _Pair) -> bool:
    first, second = pair.first, pair.second
    return bool(_singular(pair) and second.sex and not (second.label or second.ages or first.sex))


def _in_other_words(pair: _Pair) -> bool:
    first, second = pair.first, pair.second
    plain = _singular(pair) and not (second.label or second.sex or (first.ages and second.ages))
    return plain and _IN_OTHER_WORDS.fullmatch(pair.second_words) is not None


def _in_other_words_without_age(pair: _Pair) -> bool:
    return _in_other_words(pair) and not _AGE_BEHIND.match(pair.behind)


def _own_children(pair: _Pair) -> bool:
    return pair.second.ages is None and is_own_child(pair.first_words) and is_own_child(pair.second_words)


def _own_child(pair: _Pair) -> bool:
    return is_own_child(pair.first_words) and is_own_child(pair.second_words)


def _group_and_name(pair: _Pair) -> bool:
    return pair.first.plural and bool(pair.second.label)


def _counted_group(pair: _Pair) -> bool:
    return pair.first.plural and bool(pair.first.count)


def _unborn(pair: _Pair) -> bool:
    return pair.second.is_unborn


_IN_BRACKETS = r" *(?:\([^)]*\) *)?"
_APPOSED = (
    r"(?i: *[,(-]? *(?:now|then|who was|known as|named|called|referred to as|was|is|here called|the)? *(?:an?|the)? *)"
)
_AGE_BETWEEN = (
    r"(?i: *[,(]? *(?:aged?|of) +[\w-]+(?: +and +a +half)?(?: +(?:days?|weeks?|months?|years?))?(?: +old)?)[)]?"
)
_AGED_AND_APPOSED = (
    rf"{_AGE_BETWEEN}"
    r"(?: *[,(] *| +)(?i:(?:called|named|known as) +)?"
)
_LISTED = (
    r" *(?:\([^)]*\)|(?:aged|of) \w+(?: (?:weeks|months|years)(?: old)?)?)?"
    rf"(?i:{_WHO_WAS.pattern})? *(?:[,:(;]|-(?= )) *"
)
_ROWS: tuple[tuple[Continuation, _Between, _Condition], ...] = (
    (Continuation.ASIDE, _whole(rf"{_IN_BRACKETS}, *"), _collective),  # "a boy and a girl, siblings,"
    (Continuation.ASIDE, _semicolon, _definite),  # "four siblings; the children ranged in age"
    (Continuation.ASIDE, _semicolon, _a_sibling),  # "injuries to an infant; an older sibling had been removed"
    (Continuation.ASIDE, _anything, _uncounted_others),  # "abuse of a boy, and of other boys"
    (Continuation.ASIDE, _anything, _the_only_one_of_that_sex),  # "a brother and sister, and abuse of the girl"
    (
        Continuation.ASIDE,
        _whole(r"[^.;]*, *(?:(?:brother|sister) +and +)?"),
        _bare_kin,
    ),  # "Sam and Tess, brother and sister"
    (Continuation.APPOSITION, _whole(_APPOSED), _name_and_description),  # "Kubus, a 15-week-old boy"
    (Continuation.APPOSITION, _whole(_AGED_AND_APPOSED), _description_and_name),  # "a boy aged 4 (Ash)"
    (Continuation.APPOSITION, _whole(" *, *"), _only_a_sex),  # "an infant, a boy, "
    (Continuation.APPOSITION, _whole(rf"{_IN_BRACKETS}, *|,? +who +was +"), _in_other_words),  # "Ash, a care leaver,"
    (
        Continuation.APPOSITION,
        _whole(rf"{_AGE_BETWEEN}, *"),
        _in_other_words_without_age,
    ),  # "a boy aged 15, a looked after child,"
    (Continuation.COORDINATION, _end(HARM_TO, _CONVICTED), _anybody),  # "murder of a girl and attack on her sister"
    (Continuation.COORDINATION, _end(_AND_TO, _ACCUSED), _anybody),  # "abuse of a girl by her uncle, and of her sister"
    (Continuation.COORDINATION, _end(_AND_HURT, _ACCUSED), _own_child),  # "killed his son and hurt his daughter"
    (Continuation.COORDINATION, _whole(_LISTED), _anybody),  # "Child A (5), Child B"
    (Continuation.COORDINATION, _end(_AND, _ANOTHER_STORY), _anybody),  # "a boy, who was 4, and his sister"
    (Continuation.COORDINATION, _end(_IN_A_SERIES), _own_children),  # "Their sons, aged 4 and 6, were there; her baby"
    (Continuation.COORDINATION, _whole(r"\s*"), _group_and_name),  # "twins Ash and Elm"
    (Continuation.COORDINATION, _whole(" *[^.;:]{0,60}: *"), _counted_group),  # "two babies of two families: Baby S"
    (Continuation.COORDINATION, _end(_AND_FEARS_FOR), _unborn),  # "of a boy, with fears for the unborn baby"
)

"""The forms in which ages are printed, each with what it comes to."""

import re

from kg.extract.facts.children.age_values import (
    AGE_OF_SOME,
    OF_A_DAY,
    UNIT,
    Reader,
    age_at_birthday,
    age_before_turning,
    age_in_nth_year,
    age_over,
    age_range,
    age_under,
    ages_by_rank,
    ages_of_rest,
    counted_ages,
    fraction_of_a_year,
    listed_ages,
    one_unit,
    plain_age,
    under_one_unit,
)
from kg.extract.facts.numbers import NUMBER, ORDINAL
from kg.extract.text.wording import pattern
from kg.model import UNBORN, YOUNG_ADULT

_HALF = r"(?:[ -]*and[ -]+a[ -]+half|[ -]?½)?"
_PART = rf"{NUMBER}{_HALF}[ -]*{UNIT}'?"
_EXACT = rf"{_PART}(?:[ -]*(?:and|,)?[ -]*{NUMBER}[ -]*{UNIT})?"
_BRIEF = rf"(?:{NUMBER}[ -]*{OF_A_DAY}|{_EXACT})"
LOOSE = rf"(?:{_EXACT}|{NUMBER}(?:[ -]+and[ -]+a[ -]+half|[ -]?½)?)"
_OLD = r"(?:[ -]*olds?| of age)"
_ABOUT = r"(?:just |only |about |around |approximately )?"
_NEARLY = r"(?:nearly|almost|not (?:yet|quite)|just short of)"
_UNDER = r"(?:just )?(?:under|below|younger than|less than)"
_OVER = r"(?<!just\s)(?<!or\s)(?:over|above|older than)"
_CHILD = (
    r"(?:boy|girl|lad|lass|lassie|son|daughter|brother|sister|youth|teenager|youngster|child|toddler|pupil"
    r"|pre-?schooler|student|young (?:person|man|woman))s?"
)
_CHILDREN = r"(?:children|siblings|boys|girls|brothers|sisters|babies|infants|sons|daughters|pupils)"
_RANKED = (
    r"(?:younger|elder|older)(?: (?:boy|girl|child|brother|sister|one))?,?(?: \(| who was| was)? ?(?:then |aged )?"
)
_AGED = r"(?:aged|ages?|the ages? of|ages of)[: ]"
_HIS = "(?:his|her|their)"
_NAME = r"(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])\w*)?"
_BEFORE = (  # less than a year
    rf"(?:(?:(?:{NUMBER}|an?|the|a few|several|some|a couple of) )?(?:days?|weeks?|months?|night|evening)"
    r" (?:before|short of|away from|off)|(?:just|shortly|soon|immediately) (?:before|short of)|on the eve of)"
)
_GOES_ON = rf"(?!a half|{NUMBER})(?:\w+ed|lived|had|was|were|went|in|at|on|an?|living|known|still|their|his|her|the)\b"
_OF_THEM = " (?:of (?:whom|them) )?(?:was |being )?(?:aged )?(?:only |just )?"
_TO = r"(?:[ ]*-[ ]*|-to-|-? to | until )"
_OR_TO = rf"(?:{_TO}|-? or )"
_FROM_WHEN = r"(?:from|starting|beginning|(?:which|that) (?:began|started)) when"

AGE_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern(rf"(?P<age>{_BRIEF}){_OLD}"), plain_age),
    (pattern(rf"{_AGED}{_ABOUT}(?P<age>{_BRIEF}|{LOOSE})(?!-(?:,| and| to)){_OLD}?(?: respectively)?"), plain_age),
    (pattern(rf"(?P<age>{_EXACT})(?= when (?:he|she|they) (?:died|was|were)| at the time of)"), plain_age),
    (pattern(rf"was (?:only |just |still )?(?P<printed>(?P<age>{NUMBER}))(?= when| at the time)"), plain_age),
    (
        pattern(
            rf"(?:he was|she was|they were|who was) (?:only |just |still )?(?P<printed>(?P<age>{NUMBER}))(?= ?[.;]"
            rf"| and {_GOES_ON})"
        ),
        plain_age,
    ),
    (
        pattern(
            rf"(?:when|while) (?:he|she|they) (?:was|were) (?:only |just |still )?(?P<printed>(?P<age>{NUMBER}))"
            rf"(?=,(?! ?(?:{NUMBER})\b)| (?:he|she|they|his|her|the)\b)"
        ),
        plain_age,
    ),
    (pattern(rf"when {_NAME} was (?P<printed>(?:only |just )?(?P<age>{NUMBER}))(?= ?[.;])"), plain_age),
    (
        pattern(
            rf"{_AGED}(?P<age>{LOOSE}(?:-|{_OLD})?(?:, {LOOSE}(?:-|{_OLD})?)*,? and {LOOSE}){_OLD}?"
            r"(?: respectively)?"
        ),
        listed_ages,
    ),
    (pattern(rf"(?P<age>{NUMBER}-?(?:, {NUMBER}-?)*,? and {NUMBER}[ -]{UNIT}){_OLD}"), listed_ages),
    (pattern(rf"{_AGED}(?:from |between )?(?P<first>{LOOSE}{_OLD}?){_OR_TO}(?P<last>{LOOSE}){_OLD}?"), age_range),
    (
        pattern(
            rf"(?:{_AGED}between|between (?:the )?ages(?: of)?) (?P<first>{LOOSE}){_OLD}? and (?P<last>{LOOSE}){_OLD}?"
        ),
        age_range,
    ),
    (pattern(rf"between (?P<first>{LOOSE}){_OLD}? and (?P<last>{_EXACT}){_OLD}"), age_range),
    (pattern(rf"(?P<first>{NUMBER}){_OR_TO}(?P<last>{_EXACT}){_OLD}"), age_range),
    (pattern(rf"(?P<first>{_BRIEF}){_OLD} or (?P<last>{_BRIEF}){_OLD}"), age_range),
    (pattern(rf"{_UNDER} (?:the )?ages? of (?P<age>{LOOSE}){_OLD}?"), age_under),
    (pattern(rf"(?:aged )?{_OVER} (?P<age>{_BRIEF}){_OLD}"), age_over),
    (pattern(rf"aged {_OVER} (?P<age>{LOOSE})"), age_over),
    (pattern(rf"aged (?P<age>{LOOSE}){_OLD}? (?:and|or) (?:over|above|older)"), age_over),
    (
        pattern(  # "a girl over 16", and not "abuse of a girl over six years"
            rf"{_CHILD} (?P<printed>{_OVER} (?:the age of )?(?P<age>{NUMBER}))"
            r"(?= ?[.,;)]| (?:who|whose|and was|in (?:19|20)|when|was|were)\b)"
        ),
        age_over,
    ),
    (pattern(rf"(?:aged )?{_UNDER} (?P<age>{_BRIEF}){_OLD}"), age_under),
    (pattern(rf"aged {_UNDER} (?P<age>{_BRIEF}|{LOOSE}){_OLD}?"), age_under),
    (
        pattern(
            rf"(?:{_CHILDREN}|boy|girl|child|baby|infant),? (?:all |both |who was |of )?"
            rf"(?P<printed>(?:under|below|(?<=of\s)less than) (?P<age>{NUMBER}(?: {UNIT})?))"
        ),
        age_under,
    ),
    (
        pattern(
            rf"{_CHILD} of {_ABOUT}(?P<printed>(?P<age>{LOOSE}))(?= (?:in|on|and|was|who|by|from|at|had|whose|with"
            rf"|while|after|when|took|fell|lost|hanged|died|living|[a-z]+ed)\b|[,.;)]| - )"
        ),
        plain_age,
    ),
    (
        pattern(  # "boys of 12, 13 and 14"
            rf"{_CHILDREN} of (?P<printed>(?P<age>{LOOSE}(?:, {LOOSE})*,? and {LOOSE}))"
            r"(?= (?:in|who|by|were|at|had|whose|with|while|after|when|died)\b|[,.;)])"
        ),
        listed_ages,
    ),
    (
        pattern(
            rf"(?:they|who|{_CHILDREN}) were (?P<printed>(?P<age>{LOOSE}(?:, {LOOSE})*,? and {LOOSE}))"
            r"(?= ?[.,;)]| (?:when|at the time|respectively)\b)"
        ),
        listed_ages,
    ),
    (
        pattern(
            rf"(?:died?|deaths?|dying|dead)\b(?:(?! birth| born|[.;]).){{0,60}}? at (?:only |just |about )?"
            rf"(?P<printed>(?P<age>{_BRIEF}))"
            r"(?!'? (?:later|after|gestation|pregnan\w+|of (?:gestation|pregnancy)|into))"
        ),
        plain_age,
    ),
    (pattern(rf"died at (?:only |just |about )?(?P<printed>(?P<age>{_BRIEF}))(?! (?:later|after))"), plain_age),
    (
        pattern(
            rf"(?:bab(?:y|ies)|infant|child|toddler|pupil"
            rf"|student|twins|triplets) of {_ABOUT}(?P<printed>(?P<age>{_BRIEF}))(?! (?:later|after))"
        ),
        plain_age,
    ),
    (
        pattern(
            rf"(?:(?P<before>{_BEFORE})|(?:(?:an?|{NUMBER}) months? )?after|on|of|celebrated) {_HIS}"
            rf" (?P<nth>{ORDINAL}) birthday"
        ),
        age_at_birthday,
    ),
    (
        pattern(rf"{_BEFORE} (?:he|she|they) (?:would have )?(?:turned|reached|became) (?P<next>{NUMBER})"),
        age_before_turning,
    ),
    (pattern(rf"in {_HIS} (?P<nth>{ORDINAL}) year(?: of life)?(?! (?:at|of|in|with))"), age_in_nth_year),
    (pattern(rf"had (?:(?:only|just|recently|newly) )*turned (?P<printed>(?P<age>{NUMBER}))"), plain_age),
    (
        pattern(rf", (?:at|of) (?P<printed>(?P<age>{NUMBER}(?:, {NUMBER})*,? and {NUMBER}[ -]+{UNIT}))(?=,| in)"),
        listed_ages,
    ),
    (
        pattern(  # "was first exploited at 16"
            r"(?:hospital|abused|exploited|groomed|raped|assaulted|stabbed|shot|attacked|trafficked|neglected|starved)"
            rf"(?: by (?:an? |his |her )?[\w-]+)? at {_ABOUT}"
            rf"(?P<printed>(?P<age>{NUMBER}))(?=[.,;)]| and (?:was|had)\b| weighing\b)"
        ),
        plain_age,
    ),
    (pattern(rf"at (?:just|only|barely) (?P<printed>(?P<age>{LOOSE}))(?! (?:later|after))"), plain_age),
    (
        pattern(rf"(?P<age>{AGE_OF_SOME}(?:(?:,|;) {AGE_OF_SOME})*(?:,|;)? (?:(?:and|while|but) )?{AGE_OF_SOME})"),
        counted_ages,
    ),
    (
        pattern(
            rf"(?:eld|old)est{_OF_THEM}(?P<last>{LOOSE}){_OLD}?,? (?:and |while )?(?:the )?youngest{_OF_THEM}"
            rf"(?P<first>{LOOSE}){_OLD}?"
        ),
        age_range,
    ),
    (
        pattern(
            rf"youngest{_OF_THEM}(?P<first>{LOOSE}){_OLD}?,? (?:and |while )?(?:the )?(?:eld|old)est{_OF_THEM}"
            rf"(?P<last>{LOOSE}){_OLD}?"
        ),
        age_range,
    ),
    (
        pattern(
            rf"from (?:the ages? of |age |ages )(?P<first>{LOOSE}){_TO}(?:the age of |age )?(?P<last>{LOOSE}){_OLD}?"
        ),
        age_range,
    ),
    (
        pattern(
            rf"rang(?:ing|ed|es?) (?:in age )?(?:from|between) (?P<first>{LOOSE})(?:{_TO}"
            rf"| and )(?P<last>{LOOSE}){_OLD}?"
        ),
        age_range,
    ),
    (
        pattern(
            rf"(?:he|she|they|who) (?:was"
            rf"|were) (?P<printed>(?:all )?(?:aged )?between (?P<first>{LOOSE}) and (?P<last>{LOOSE}){_OLD}?)"
        ),
        age_range,
    ),
    (
        pattern(
            rf"(?:thought|believed|judged|assessed|estimated|said|claimed|known) to (?:be|have been) {_ABOUT}(?:aged )?"
            rf"(?P<printed>(?P<age>{LOOSE}{_OLD}?))(?= (?:who|when|and|at|in|from|by|was|had|after|on)\b|[,.;)])"
        ),
        plain_age,
    ),
    (
        pattern(  # "a male who gave his age as 16"
            rf"(?:gave|stated|recorded|put|listed) (?:his|her|their) age (?:as|at|to be) {_ABOUT}"
            rf"(?P<printed>(?P<age>{LOOSE}{_OLD}?))"
        ),
        plain_age,
    ),
    (
        pattern(  # "an unaccompanied child, whose age was given as 15", "who said that he was 16"
            rf"(?:age (?:was |is )?(?:given|recorded|stated|accepted|declared) (?:as|to be)"
            rf"|who (?:said|stated|claimed)(?: that)? (?:he|she|they) (?:was|were)) {_ABOUT}(?:aged )?"
            rf"(?P<printed>(?P<age>{LOOSE}{_OLD}?))(?= ?[,.;)]| (?:and|when|went|was|on|in|at)\b)"
        ),
        plain_age,
    ),
    (pattern(rf"(?P<printed>(?P<age>{NUMBER})[ -]?y/?o)"), plain_age),
    (pattern(rf"(?:male|female|boy|girl), (?P<printed>(?P<age>{_EXACT}))(?=[)])"), plain_age),
    (
        pattern(  # "two brothers: the younger, 13, died and the elder, 15, was hurt"
            rf"the {_RANKED}(?P<one>{LOOSE}){_OLD}?(?=[,;) ])[^.]{{1,60}}?"
            rf" the {_RANKED}(?P<two>{LOOSE}){_OLD}?(?=[,;.) ])"
        ),
        ages_by_rank,
    ),
    (
        pattern(  # "the eldest was 11 when it began; the other three were under 8"
            rf"(?:eld|old|young)est(?: (?:child|girl|boy|of (?:them|whom)))?(?:, [^.;,]{{1,40}},)?{_OF_THEM}"
            rf"(?P<one>{LOOSE}){_OLD}?(?: when [^.;,]{{1,50}}?)?[;,]?(?: (?:and|while|but))?"
            rf" the other (?P<some>{NUMBER}) were (?:all |both )?(?:aged )?"
            rf"(?P<under>(?:under|below) (?:the age of )?)?(?P<rest>{LOOSE}){_OLD}?"
        ),
        ages_of_rest,
    ),
    (pattern(r"an? (?P<printed>(?P<unit>year|month|week|day|hour)[ -]old)"), one_unit),
    (
        pattern(rf"(?:under|less than|{_NEARLY}) (?:an?|one) (?P<unit>year|month|week|day|hour)(?: old| of age)"),
        under_one_unit,
    ),
    (pattern(rf", at (?P<printed>(?P<age>{LOOSE}))(?=,)"), plain_age),
    (
        pattern(
            rf"from (?:the ages? of |age )?(?P<first>{LOOSE})"
            rf" (?:until|till|to when) (?:he|she|they) (?:was|were|turned) (?P<last>{LOOSE})"
        ),
        age_range,
    ),
    (
        pattern(
            rf"from (?:when|the time(?: that)?) (?:he|she|they) (?:was|were) {_ABOUT}(?P<first>{LOOSE}){_OLD}?"
            r" (?:until|till|to) "
            rf"(?:(?:when )?(?:he|she|they) (?:was|were|turned) |the ages? of |aged? )?(?P<last>{LOOSE}){_OLD}?"
        ),
        age_range,
    ),
    (
        pattern(
            rf"(?:boy|girl|baby|infant|child|toddler|son|daughter|twin)s? at (?:only |just |about )?"
            rf"(?P<printed>(?P<age>{_EXACT}))(?!'? (?:later|after|into|gestation|pregnan\w+|of (?:gestation"
            rf"|pregnancy)))"
        ),
        plain_age,
    ),
    (pattern(rf"{_FROM_WHEN} (?:he|she|they) (?:was|were) (?P<printed>{_ABOUT}(?P<age>{LOOSE}){_OLD}?)"), plain_age),
    (pattern(rf"(?P<printed>(?P<age>\d{{1,2}})/(?P<of>52|12|7)(?!\d))(?:{_OLD})?"), fraction_of_a_year),
    (
        pattern(
            rf"(?:just over|barely) (?P<printed>(?P<age>{_EXACT}|{NUMBER}))"
            r"(?= (?:when|who|died)|[,.;)])"
        ),
        plain_age,
    ),
    (pattern(rf"{_AGED}{_NEARLY} (?P<age>{LOOSE}){_OLD}?"), age_under),
    (pattern(rf"{_NEARLY} (?P<age>{_BRIEF}){_OLD}"), age_under),
    (
        pattern(
            rf"(?P<printed>(?<!for\s)(?<!after\s)(?<!over\s){_NEARLY} (?P<age>{LOOSE}))"
            r"(?= (?:when|who|died|at the time|in (?:19|20)|was|from|by)\b|[,.;)])"
        ),
        age_under,
    ),
    (
        pattern(  # "a younger sibling with whom her mother is now pregnant"
            r"(?:sibling|brother|sister|child|baby),?"
            r" (?P<printed>(?:with (?:whom|which)|whom) (?:his|her|their|the) mother (?:is|was)"
            r" (?:now |then |again |currently )?(?:pregnant|expecting|carrying)"
            r"|(?:who (?:is|was) )?(?:not yet|yet to be) born)"
        ),
        lambda _: [UNBORN],
    ),
    (pattern(r"unborn"), lambda _: [UNBORN]),
    (pattern(r"young adults?"), lambda _: [YOUNG_ADULT]),
)

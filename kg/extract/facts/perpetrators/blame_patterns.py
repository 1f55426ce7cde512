"""The patterns in which words around people blame them: before a name, behind it, and between two."""

import re

from kg.extract.facts.harm_context import CONSIDERED, UNPROVEN
from kg.extract.facts.numbers import NUMBER
from kg.extract.facts.perpetrators.blame_words import (
    ACT,
    ACTIVE,
    ADULT,
    BE,
    CAUGHT,
    CHARGE,
    CONFESSED,
    DET,
    DROVE,
    HARM,
    INVENTED,
    KILLED_ADULT,
    SHE_WAS,
    WORDS,
)
from kg.extract.text.needles import Rule
from kg.extract.text.parsed import deferred
from kg.extract.text.rules import Rules
from kg.extract.text.wording import pattern, spaced

REACH = 500  # characters looked back at, so that a sentence without end costs no more than its length
DONE = pattern(HARM)
BY = Rule(
    deferred(
        rf"(?P<done>.*)\b(?P<by>by|(?:(?<=abuse )|(?<=violence ))from|at the hands of|involving|(?:fights?"
        rf"|altercation|confrontation|argument) with)"
        rf" +{spaced(DET)}{WORDS}$",
        re.IGNORECASE | re.DOTALL,
    )
)
NOT_HARM = deferred(
    r"\b(?:found|discovered|seen|raised|brought up|looked after|cared for|taken|supported|adopted|accompanied|witnessed"
    r"|reported|referred|told|called|visited|prescribed|left|known|disclosed|followed|collected|removed|noticed"
    r"|observed|recognised|missed|overlooked|assessed|recorded|explored|questioned|suspected|understood"
    r"|diagnosed|confirmed|certified|advised|helped|interviewed|noted|suggested|dismissed"
    r"|made|voiced|shared|concerns?|contested|denied|identified|investigated|examined|met|comforted|rescued"
    r"|sustained|suffered|experienced|received"
    r"|minded|fed|bathed|dressed|watched|supervised|babysat|driven|carried|held|owned|fostered|raised|employed"
    r"|prescribed (?:to|for)|let|rented|shared|watched over|attended|run"
    r"|endured|displayed|exhibited|regarded|considered|treated|trusted|viewed|thought) +$"
    r"|\b(?:seen|noticed|found|brought|observed) +(?:to +have|with) +(?:[\w-]+ +){0,2}?"  # "seen with bruises by"
    r"(?:bruis\w+|marks|injur\w+|burns?|scald\w*|fractur\w+|wounds?) +$",
    re.IGNORECASE,
)
OTHER_VICTIM = deferred(
    rf"(?:(?:(?:^|[.;,]|\b(?:and|while|after|when|that|because|where|whose)) *(?:\(?[\w' -]{{0,30}}\)? )?{ADULT}"
    rf"(?:,? who)? +(?:(?:was|were|had|has|been|being|also|is|herself|himself|a|the|previously) +)+(?:victims? +of +)?)"
    rf"|\b(?:abuse|assaults?|violence|attacks?|control|harassment|stalking) +(?:of|on|against|towards|to) +{ADULT} +)"
    rf"(?:[\w-]+ +){{0,5}}$|{SHE_WAS}(?:[\w-]+ +){{0,5}}$"
    rf"|{ADULT}(?:,? who)? +(?:(?:was|were|had|been|also|herself|himself|previously|physically|sexually|repeatedly) +)+"
    r"(?:abused|assaulted|raped|beaten|hurt|neglected|attacked|exploited|trafficked|victims? +of)\b[^.;]{0,90}?\band +"
    r"(?:(?:was|were|had|been|later|also|then|again) +)+(?:[\w-]+ +){0,4}$",
    re.IGNORECASE,
)
TOWARDS_ADULT = pattern(rf" (?:towards?|against|on|to) {ADULT}(?!'s)")
TRIED = r"(?:accused|charged|convicted|prosecuted|tried|arrested|found +guilty|jailed|sentenced|held +responsible)"
THE_ONE = (  # "the man convicted of it was"
    rf"(?:those|persons?|people|adults?|m[ae]n|wom[ae]n|one)(?: +who +(?:was|were))? +(?:{TRIED}"
    r"(?: +(?:of|with|for)(?: +[\w-]+){1,4}?)?|responsible(?: +for +(?:it|this|the +(?:injur\w+|abuse|death"
    r"|killing|attack)))?)"
)
OF = deferred(
    r"\b(?:(?:attributed|ascribed)(?: +[^.;,]{1,40})? +to"
    r"|(?:convictions?|arrests?|prosecution|trial|imprisonment|sentencing|guilt|charging|caution)"
    rf"(?: +and +\w+)? +of"
    rf"|(?:perpetrators?|offenders?|abusers?|assailants?|attackers?|killers?|murderers?|suspects?|accused|defendants?"
    rf"|{THE_ONE}) +(?:was|were|is|are)"
    rf"(?: +(?:identified|found|believed|thought|said|alleged|known)(?: +(?:as|to +(?:be|have +been)))?)?"
    rf"|(?:police|officers|court|jury|judge|prosecutors|crown +prosecution +service)(?: +[\w-]+){{0,4}}? +"
    rf"(?:charged|arrested|prosecuted|convicted|cautioned|jailed|suspected)"
    rf"|(?<!no )(?<!no criminal )(?:proceedings|charges|allegations?|prosecution"
    rf"|investigation)(?: +(?:was|were|have been|has been|are being))?(?: +\w+)? +(?:against|into)"
    rf") +{spaced(DET)}$",
    re.IGNORECASE,
)
DROPPED = pattern(
    r" (?:(?:was|were|has|have|had|been|later|then|all) )*(?:dropped|discontinued|withdrawn|dismissed|abandoned)"
)
WITH_CHILDREN = pattern(  # a mother is killed with them
    r"(?:child(?:ren)?|boys?|girls?|sons?|daughters?|sisters?|brothers?|twins?|bab(?:y|ies)) and (?:his|her|their) "
    r"(?:mother|father|parents?)|(?:mother|father) and (?:her|his|their) (?:[\w-]+ ){0,2}?"
    r"(?:child(?:ren)?|sons?|daughters?|twins?|bab(?:y|ies))"
)
NOT_UPHELD = pattern(
    r" (?:(?:was|were|has|have|had|been|later|found|to|be) )*(?:not (?:be |been )?(?:substantiated|upheld|proven|proved"
    r"|believed|pursued|investigated|established|found)|unsubstantiated|unfounded|untrue|false|retracted|withdrawn"
    rf"|{CONSIDERED}|ruled out|excluded|discounted|dismissed|rejected|disproved)"
)
NOT_SHOWN = deferred(rf"\b{spaced(UNPROVEN)}\b(?:(?!\bbut\b|\bthough\b|\balthough\b)[^.;,]){{0,90}}$", re.IGNORECASE)
# Behind these everybody named is only one of those who may have done it: "could not say whether his mother or".
NOT_WHICH = deferred(
    r"\b(?:not|never|n't|unable|impossible|cannot|unclear|unknown|uncertain)\b(?: +[\w-]+){0,4}?(?: +to)?"
    r"(?: +(?:determin\w+|establish\w*|say|said|known|shown?|decided?|clear|certain|tell|told|prov(?:ed?|en)"
    r"|confirm\w*|concluded?|ascertain\w*))? +(?:whether|if|who(?=[ ]+(?:of|had|caused|was))|which)\b"
    r"(?:(?!\b(?:but|though|although|that|knew|aware|because|after|when)\b)[^.;]){0,200}$",
    re.IGNORECASE,
)
OF_PARENT = deferred(rf"\b(?:parents?|mother|father|carers?|guardians?) +of +{spaced(DET)}$", re.IGNORECASE)
VICTIM = deferred(
    rf"\b(?:{HARM}|mutilation|radicalisation|trafficking) +(?:of|to|against) +{spaced(DET)}(?:[\w-]+ +)?$",
    re.IGNORECASE,
)
NOBODY = deferred(r"\b(?:neither|no|not|nor|none|nobody)(?: +of)? +(?:the +|his +|her +|their +)?$", re.IGNORECASE)
NEITHER = pattern("neither")
# How carers say that a small child came to be hurt: "said that she had been dropped by her brother".
MISHAP = pattern(
    r"drop(?:s|ped)|knock(?:s|ed)|bit|bitten|scratch(?:es|ed)|push(?:es|ed)|hit|kick(?:s|ed)|pull(?:s|ed)|fell|fallen"
)
SAID_HOW = deferred(
    r"\b(?:said|says|stated|claimed|explained|reported|suggested|told +[^.;,]{1,40}?|explanation +[^.;,]{1,30}?)"
    r"(?: +that)? +(?:(?!\bbut\b)[^.;]){0,80}$",
    re.IGNORECASE,
)
UNKNOWN_TO = deferred(rf"\b(?:not|never|n't) +(?:know|known|met) +{spaced(DET)}$", re.IGNORECASE)
JUDGING = deferred(rf"\b(?:believed|thought|considered|alleged|suspected|said) +by +{spaced(DET)}$", re.IGNORECASE)
OBJECT = deferred(
    rf"\b(?:with|by|from|to|of|for|at|in(?! +\d)|on|against|towards|between|than|told|left|visited) +{spaced(DET)}$",
    re.IGNORECASE,
)
# Where somebody comes from or how old they are, between them and what is said of them: "two boys of 16 and 17 were".
WHENCE = (
    r"(?: +(?:in|at|from) +(?:an?|the|his|her|their|another)"
    r"(?: +(?!(?:is|are|was|were|has|had|who|an?)\b)[\w'-]+){1,3}?"
    r"| +of +(?:an?|the|two|three|twin) +(?:[\w'-]+ +){0,2}?(?:boys?|girls?|child(?:ren)?|bab(?:y|ies)|infants?"
    r"|toddlers?"
    r"|twins|\S+-old)"
    rf"| +of +(?:some|several|{NUMBER}) +(?:days|weeks|months|years)"
    r"|,? +of +(?:the +same|(?:his|her|their)(?: +own)?) +age(?: +(?:at|from) +(?:his|her|their|the|an?) +\w+)?"
    rf"|,? +(?:of|aged)(?: +between)? +{NUMBER}(?: +(?:and|to) +{NUMBER})?)?"
)
AFTER = deferred(
    rf"'s? +(?:[\w-]+ +){{0,2}}?(?:violence|abuse|cruelty|assaults?|attacks?|beatings|controlling behaviour|threats"
    rf"|convictions?|arrest|prosecution|imprisonment|trial|guilty pleas?|pleas? of guilty|confession)"
    rf"|{WHENCE}(?:,[^,.;]*,|, +(?:each +of +whom +[^.;]{{0,60}}? +and +)?(?:one|both|two|some|all|each) +of +whom"
    rf"|, +who)?(?: +\(.*?\))?{WHENCE},? +{spaced(BE)}(?:(?:to be |as )?(?:{spaced(CHARGE)})"
    rf"\b(?P<tail>(?:(?!,| and +(?:his|her|the|\w+ +(?:was|were))| while | but |;|\.).)*)"
    rf"|{spaced(ACTIVE)}|{spaced(KILLED_ADULT)}"
    rf"|(?:(?:is|was|were|are) (?:believed|thought|found|said|alleged|reported|known|understood|suspected|considered)"
    r"(?: +by +(?:the +)?(?:[\w-]+ +)?(?:police|courts?|doctors|clinicians|paediatricians|professionals))?"
    r"|appear(?:s|ed)?|seem(?:s|ed)?) to"
    rf" have {spaced(ACT)}\b)",
    re.IGNORECASE | re.DOTALL,
)
SOME = r"(?:one|two|three|some|several|most|all|both|another)(?: +of +(?:them|whom|these))?"
LATER_IN_CLAUSE = deferred(
    rf"(?P<between>[^.;]{{1,110}}?)(?:,? and(?: +in +(?:\w+ +)?\d{{4}},?)?(?: +(?P<who>he|she|they)| +{SOME})?"
    rf"|,? but(?: +{SOME})?|,|,? +(?:after|when|until|before|as) +(?:he|she|they))"
    rf" +{spaced(BE)}(?:{spaced(CHARGE)}|{spaced(ACTIVE)})\b"
    rf"(?P<tail>(?:(?!,| while | but |;|\.).)*)",
    re.IGNORECASE | re.DOTALL,
)
WHO_DID = deferred(  # "an uncle who had been minding her was convicted"
    rf" +who +(?P<between>[^.;,]{{3,70}}?)(?<! a)(?<! an) +{spaced(BE)}(?:{spaced(CHARGE)})\b"
    r"(?P<tail>(?:(?!,| while | but |;|\.).)*)",
    re.IGNORECASE | re.DOTALL,
)
GAPPED = pattern(
    r" (?:of|for|to|with) (?:[\w-]+ ){0,2}?(?:causing|allowing|murder|manslaughter|neglect\w*|cruelty|assault\w*"
    r"|wounding|harming|ill-treat\w+|rape|grievous|child (?:abuse|neglect|cruelty)|sexual (?:abuse|assault))[^,;.]*"
    r"|(?: was| were)? of (?:causing|allowing)[^,;.]*"
)
IN_ONE = deferred(
    rf"(?:,| and| while)* +in +(?:one|another|two|the +others?|a +\w+)(?: +cases?)? +{spaced(DET)}$", re.IGNORECASE
)
CASES = deferred(
    rf"\bin +(?:(?:some|several|most|{NUMBER})(?: +of +the)? +cases?|(?:one|two) +of +them)\b", re.IGNORECASE
)
IN_ANOTHER = deferred(
    rf"(?:,? +aged +{NUMBER},?)? +in +(?:another|(?:some|several|{NUMBER})(?: +others?)?"
    r"|(?:the|a) +(?:others?|second|third|\w+th))(?: +(?:of +the +)?cases?)?(?= *[.,;]| +and\b| +but\b)",
    re.IGNORECASE,
)
_OTHER_CUES = (
    r"by|met|proceedings|charges|allegations?|cautions?|hands of|involving|perpetrators?|offenders?|abusers?"
    r"|assailants?|attackers?|suspects?|convictions?|arrest(?:s|ed)?"
    r"|accused|defendants?|trial|responsib\w+|guilty|confession|invented|made up|feigned"
)
CUE = Rules((pattern(cue), None) for cue in (_OTHER_CUES, CHARGE, ACT, HARM, INVENTED, CAUGHT, CONFESSED, DROVE))
CHILD_NAMED = pattern(
    r"girls?|boys?|child(?:ren)?|bab(?:y|ies)|infants?|sons?|daughters?|twins?|siblings?|sisters?|brothers?"
    r"|toddlers?|teenagers?|young (?:person|people|m[ae]n|wom[ae]n)|adolescents?|\S+-old|pupils?"
)
NAMED_OR_SHE = deferred(r"\b(?:[A-Z]\w+,? (?:was|were|died|had|who)|(?:he|she|they) had been)\b")
BY_NEXT = pattern("by")
ONE_WAS = deferred(  # "mother and father parted after he was convicted"
    r"(?:(?!\b(?:were|have|are|both)\b)[^.;])*?\b(?:after|when|until|because) +(?:he|she) +(?:was|has|had|is)\b",
    re.IGNORECASE,
)
NEVER_MET = pattern(r"(?:never|not) met")
CAME_TO_HELP = pattern(  # behind a stranger: "a man she had never met called an ambulance when she was stabbed"
    r",? (?:who )?(?:had |then |later |also )*"
    r"(?:(?:called|rang|phoned|dialled|ran|went|waited) (?:for )?(?:an?|the|999|help)"
    r"|found|helped|saw|heard|witnessed|stopped to|raised the alarm|came to (?:help|(?:his|her|their) (?:aid|help))"
    r"|(?:told|alerted|warned|took (?:him|her|them) to) (?:the |an? )?(?:police|hospital|staff|teachers?|school))\b"
)
JOINT = deferred(
    rf"(?: *\([^()]{{1,15}}\))?"
    rf"(?: +(?:from|of) +[^.;,]{{1,30}}?)?(?: *(?:,|\band\b(?! +of\b)|\bor\b))+ *(?:by +)?{spaced(DET)}",
    re.IGNORECASE,
)
AGED = deferred(
    r"-year-old|\bby +young +person$|\bby +(?:an?|the) +(?:[\w-]+ +)?(?:boy|girl|child|teenager|young)", re.IGNORECASE
)
PARTED = pattern("separated|split up|left|divorced|parted|(?:relationship|marriage) (?:had )?ended")
OF_HER = pattern(r"(?:assault|attack|abus|hurt|beat|strangl|threaten|harm)\w* her")

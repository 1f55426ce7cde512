"""The words that name each harm, and the words around them that hedge, deny or move it into the past."""

import re

from kg.extract.wording import any_of, pattern
from kg.model import Harm

_KINDS = (
    r"(?:,? ?(?:and|or|possible|possibly|suspected|physical|sexual|emotional|psychological|verbal|financial"
    r"|criminal|online|neglect)(?:ly)?)*"
)
_BED = any_of(r"""
    sofa
    settee
    couch
    armchair
    (?:adult|parental|parents'|mother's|double|single|same|shared|bunk|parent's)? ?bed
    (?:air|inflatable)? ?mattress
    car ?seat
    bouncer
    bouncy chair
    swing
    beanbag
    cushions?
    pillow
    chair
    floor
    pushchair
    buggy
    front|stomach|tummy
""")

HARMS: tuple[tuple[Harm, str], ...] = (
    (
        Harm.PHYSICAL_ABUSE,
        (
            rf"physical(?:ly)?{_KINDS},? abuse[ds]?|non[ -]?accidental(?:ly)? (?:head |brain "
            rf"|and \w+ )?(?:injur\w+|trauma)"
            r"|non[ -]?accidental|inflicted (?:\w+ )?injur\w+|injur\w+ (?:\w+ )?inflicted"
            r"|physical(?:ly)? (?:assault\w*|harm|cruelty|chastis\w+)"
            r"|abusive head (?:injur\w+|trauma)|shaken|shook|shaking|beaten|beatings?|assaulted by"
            r"|serious assault|battered"
            r"|punched|scalded by|stamped on|grievous bodily harm|strangled|attempted (?:murder"
            r"|strangulation|suffocation)"
            r"|(?:convicted|guilty) of (?:[\w-]+ ){0,3}?(?:assault|wounding|grievous bodily harm)"
            r"|deliberate(?:ly)? (?:\w+ )?(?:injur\w+|burn\w*|poison\w*)|torture\w*|injuries caused by (?:his|her"
            r"|their|an?)"
        ),
    ),
    (
        Harm.SEXUAL_ABUSE,
        (
            rf"sexual(?:ly)?{_KINDS},? (?:abuse[ds]?|assault(?:s|ed)?|harm(?:ed)?|offences against"
            rf"|offending against|violence)"
            r"|raped?|rapes|incest|sexual (?:activity|touching) (?:with|of)|indecent(?:ly)? assault\w*"
            r"|child abuse images"
        ),
    ),
    (
        Harm.EMOTIONAL_ABUSE,
        rf"(?:emotional|psychological)(?:ly)?{_KINDS},? (?:abuse[ds]?|harm(?:ed)?)",
    ),
    (
        Harm.NEGLECT,
        (
            r"neglect(?:ed|ful)?|malnutrition|malnourished|malnourishment|starv(?:ed|ation)"
            r"|severe(?:ly)? underweight|hunger|unfed|underfed"
            r"|medical neglect|emaciat\w+|failure to seek medical|(?:convicted"
            r"|guilty) (?:of|to) (?:[\w-]+ ){0,2}?(?:neglect|child cruelty)"
        ),
    ),
    (
        Harm.DOMESTIC_ABUSE,
        (
            r"domestic (?:abuse|violence)|(?:father|partner|stepfather|parent|boyfriend)s?'s? violence"
            r"|abusive relationship|coercive control|coercive and controlling behaviour"
        ),
    ),
    (
        Harm.HARMFUL_SEXUAL_BEHAVIOUR,
        (
            r"harmful sexual behaviours?|sexually harmful behaviours?|HSB|problematic sexual behaviours?"
            r"|peer[ -]on[ -]peer (?:sexual )?(?:abuse|assault)|child[ -]on[ -]child (?:sexual )?abuse"
            r"|inappropriate sexual behaviours?|sexual(?:ly)? (?:abused?|assault(?:ed)?"
            r"|harm(?:ed)?)(?=[^.;]* by (?:another (?:child|pupil|young person|boy|girl)|other (?:children|pupils"
            r"|young people)|peers?|an? (?:older )?(?:child|boy|girl|pupil)|(?:his|her|their) (?:\w+ )?(?:brother"
            r"|sister|sibling|cousin),? aged 1?\d\b))|sexually abused (?:other|younger|his|her|another)"
        ),
    ),
    (
        Harm.CHILD_SEXUAL_EXPLOITATION,
        rf"(?:child )?sexual(?:ly)?{_KINDS},? exploit(?:ation|ed)|CSE|trafficked for sex\w*",
    ),
    (
        Harm.CHILD_CRIMINAL_EXPLOITATION,
        (
            rf"(?:child )?criminal(?:ly)?{_KINDS},? exploit(?:ation|ed)|CCE|county lines|exploited (?:by|into"
            rf"|to) [\w ]*(?:gangs?|drugs?|dealers?)"
            r"|drug (?:running|dealing) for"
        ),
    ),
    (
        Harm.SUICIDE,
        (
            r"suicides?|(?:took|taken|taking) (?:his|her|their) own li(?:fe|ves)|hang(?:ed|ing)(?: (?:himself"
            r"|herself|themselves))?"
            r"|self-inflicted death|ended (?:his|her|their) (?:own )?li(?:fe|ves)|killed (?:himself|herself|themselves)"
        ),
    ),
    (
        Harm.SELF_HARM,
        (
            r"self[ -]harm(?:ed|ing)?|(?:harm|hurt)(?:ed|ing)? (?:himself|herself|themselves)|attempted suicide"
            r"|suicide attempts?|attempt(?:ed|s|ing)? (?:to )?(?:suicide|take (?:his|her|their) own life)"
            r"|overdos(?:e|ed) by|took an overdose|intentional overdose|cut(?:ting)? (?:himself|herself|themselves)"
        ),
    ),
    (
        Harm.HOMICIDE,
        (
            r"murder(?:ed|s)?|homicides?|manslaughter|killed by|killing|was killed|were killed|stabbed to death"
            r"|fatal(?:ly)? (?:stabb\w+|shooting|shot|assault\w*|attack\w*)|shot dead|beaten to death"
            r"|filicide|infanticide"
            r"|unlawful(?:ly)? kill\w+|stabbed and (?:died|killed)|deliberately drowned|suffocated by|smothered"
            r"|died (?:after|from|of) (?:being stabbed|a stabbing|(?:a )?(?:single )?stab wounds?)"
        ),
    ),
    (Harm.DOMESTIC_HOMICIDE, r"domestic homicides?"),
    (
        Harm.FABRICATED_OR_INDUCED_ILLNESS,
        (
            r"(?:fabricat\w+|induc\w+)(?: (?:and|or|and/or)|/)? ?(?:fabricat\w+"
            r"|induc\w+)? ?(?:or exaggerated )?illness(?:es)?|FII|"
            r"illness(?:es)? (?:was|were|being) (?:fabricated|induced)|Munchausen\S*(?: syndrome)?(?: by proxy)?"
        ),
    ),
    (
        Harm.UNSAFE_SLEEP,
        (
            r"co-?[ -]?sleep\w*|bed[ -]?shar\w+|over-?[ -]?la(?:y|ying|id|in)|unsafe sleep\w*|unsafe (?:sleep )?surface"
            r"|sharing (?:an?|the|his|her|their|same) (?:[\w'-]+ )?(?:bed|sofa|settee|couch|mattress|armchair|chair)"
            rf"|(?:asleep|sle(?:ep|eping|pt)|lifeless|unresponsive|put down|lying|laid|placed|dead"
            rf"|found) (?:[\w'-]+ ){{0,4}}?(?:in|on|upon) (?:an?|the|his|her|their|its)? ?(?:[\w'-]+ ){{0,3}}?{_BED}"
            r"|(?:asleep|sle(?:ep|eping|pt)) (?:[\w'-]+ ){0,3}?(?:with|beside|next to|between|alongside) (?:his|her"
            r"|their|both|the|an?)? ?(?:[\w'-]+ )?(?:mother|father|parents?|adults?|siblings?|brother|sister|aunt"
            r"|grandmother)"
            r"|(?:bed|sofa) (?:with|between|beside|shared with) (?:his|her|their|both|the)? ?(?:mother|father|parents?)"
        ),
    ),
    (
        Harm.ACCIDENT,
        (
            r"accident(?:s|al|ally)?|drown(?:ed|ing)|fell (?:from|out|into|down)|fall from|house fire|choked|choking"
            r"|(?:swallow|ingest)(?:ed|ing|ion)(?: of)?|road traffic \w+|hit by a (?:car|train|vehicle)"
            r"|struck by a (?:car|train|vehicle)|electrocut\w+"
            r"|blind cord|car crash|collision|bitten by|dog bite|mauled|carbon monoxide|strangulation by a"
            r"|scald(?:ed|s)? in"
        ),
    ),
    (
        Harm.MEDICAL_CAUSE,
        (
            r"natural causes?|(?:died|death|dying|dies) (?:[\w-]+ ){0,8}?(?:of|from|due to|following|after"
            r"|caused by) (?:an?|the|his|her|complications of)? ?(?:[\w'-]+ ){0,3}?"
            r"(?:asthma(?: attack)?|epilep\w+|seizures?|pneumonia|sepsis|meningitis|diabet\w+(?: ketoacidosis)?"
            r"|infection|medical (?:condition|causes?|complications)|cancer|illness|heart (?:condition|defect"
            r"|failure)|disease|influenza)"
            r"|medical causes?|untreated (?:asthma|epilepsy)"
        ),
    ),
)

_NEAR = r"(?:(?!\b(?:by|but|after|when|who|and (?:his|her|their))\b)[^.,;:])"  # one more character of the same phrase

HEDGES = re.compile(
    r"\b(?:possible|possibly|suspected|suspicions? of|suspected of|(?:may|might|could) have(?: died by)?|alleged(?:ly)?"
    r"|allegations? of|alleging|indicative of|indicat(?:ed|ing)|consistent with|suggestive of|suggest(?:ed|ing"
    r"|s)?|thought to|believed to"
    rf"|likely|probabl[ey]|potential(?:ly)?|appear(?:s|ed|ing)? to|apparent(?:ly)?|unconfirmed"
    rf"|presumed)\b{_NEAR}{{0,45}}$",
    re.IGNORECASE,
)
HEDGED_AFTER = pattern(
    r" ?(?:(?:of|to) [^.,;]{0,60})?(?:was|were|is|are|being|been) (?:also )?(?:suspected|possible|alleged"
    r"|suggested|thought)"
    r"| (?:could|can) not be (?:ruled out|excluded)|, which may"
)
DENIED_BEFORE = re.compile(
    rf"\b(?:no (?:evidence|indications?|signs?|suggestion|concerns?) (?:of|about|that)|not|nor|without|ruled out|never"
    rf"|rather than|no|neither|unharmed|attempted|threat(?:s|ened)? (?:of|to))\b{_NEAR}{{0,25}}$",
    re.IGNORECASE,
)
DENIED_AFTER = pattern(r" ?(?:was|were|had been|has been) (?:ruled out|excluded|not (?:found|suspected))")

_ADULT = (
    r"(?:mother|father|parents?|mum|dad|(?:mother's |father's )?partner|stepfather|grand\w+|carers?|adults?|family"
    r"|household|siblings?)"
)
BACKGROUND = pattern(
    r"history|histories|previous(?:ly)?|past|prior|earlier (?:in|incidents?)|known (?:to|for|about)|in (?:his"
    r"|her|their) (?:own )?childhood"
    r"|as (?:a child|children)|risks? of|plans? (?:for|under|because|due)|category|categories|register|witness\w*"
    r"|convictions? for|convicted of (?:previous|historic)|fear\w*|thoughts|threaten\w*|prevent\w*"
    r"|death of (?:his|her|their)"
    r"|(?:his|her|their) (?:\w+ )?(?:sister|brother|sibling|mother|father|parent)s? (?:had )?(?:died|was|were|took)"
    rf"|{_ADULT}(?:'s|s')? (?:(?:who|also|both|herself|himself) )*(?:had|has|have|was|were|experienced|suffered"
    rf"|own|disclosed|struggled)"
    r"(?! (?:\w+ )?(?:convicted|found guilty|charged|arrested|sentenced|imprisoned|jailed|admitted|shaken"
    r"|killed|murdered|strangled|drowned))"
    r"|between (?:the |his |her |their )?(?:parents|adults|mother)|context of|parental|involv\w+ with"
)
CONCERN = pattern(
    r"concerns?(?: about| of| around| for| regarding)?|worr\w+|charged|convicted|guilty|arrest(?:ed)?|referr\w+"
    r"|on suspicion of|sentenced|trial|acquitted|imprisoned"
)

"""The other words of recommendations that ask for something: passives, nouns, and words beside a verb."""

from kg.extract.actions.nouns import CASE_MEETING, CREATED, DOCUMENT_NOUN, FAMILIES, FEW, TRAINING
from kg.extract.actions.verb_objects import MAKING
from kg.extract.text.openings import Openings
from kg.extract.text.rules import Rules
from kg.extract.text.wording import pattern
from kg.model import Action

A = Action

# In the passive, where the verb says less: "be told", "be offered".
PASSIVE: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (
        (
            r"(?:told|informed|notified|made aware|alerted|advised) (?:(?:of|about|to) (?:every|each|any"
            r"|an?|all|previous|past"
            r"|earlier|changes|missed)|(?:when|whenever|if|where) (?!to))"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (r"followed by (?:an? )?(?:[\w-]+ ){0,2}?(?:meeting|discussion|conference)", (A.COORDINATE, A.ENSURE_PRACTICE)),
    (
        (
            r"(?:examined|assessed|seen|checked|reviewed) by (?:an? |the |their )?(?:[\w-]+ "
            r")?(?:paediatrician|doctor|consultant"
            r"|clinician|nurse|GP|specialist|midwife|psychiatrist)"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (r"consulted (?:before|when|whenever|if|where|by)", (A.ENSURE_PRACTICE,)),
    (r"looked at by|met (?:with|by|within|in|at|on|before)", (A.ENSURE_PRACTICE,)),
    (r"looked at (?:again|afresh)|brought (?:up to date|into line)", (A.REVIEW_GUIDANCE,)),
    (r"looked (?:at|into)", (A.EXPLORE,)),
    (
        r"given (?:the |an? )(?:[\w-]+ ){0,2}?(?:report|copy|plan|minutes|details|history|summary)",
        (A.SHARE_INFORMATION,),
    ),
    (
        (
            r"written into|(?:incorporated|included|inserted) (?:in|into|within) (?:the |its |their |local |all )*"
            rf"(?:[\w-]+ ){{0,2}}?{DOCUMENT_NOUN}"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        r"involved in (?:the )?(?:design(?:ing)?|writing|development|production|drafting|making) (?:of )?(?:an?|the) ",
        (A.DEVELOP,),
    ),
    (r"supplied|(?:made )?available|appointed|recruited", (A.COMMISSION,)),
    (
        (
            r"(?:given|provided with|granted) (?:[\w-]+ )?access to (?:the )?(?:[\w'-]+ ){0,3}?(?:records?|systems?"
            r"|notes|files?|information|data)"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (rf"included in (?:[\w-]+ ){{0,3}}?{TRAINING}", (A.TRAIN,)),
    (r"(?:offered|provided|given) (?:with )?(?:[\w-]+ ){0,2}?awareness[ -]raising", (A.RAISE_AWARENESS,)),
    (rf"(?:offered|provided|given|delivered) (?:with )?(?:[\w-]+ ){{0,5}}?{TRAINING}", (A.TRAIN,)),
    (r"alerted to|advised (?:not )?to", (A.RAISE_AWARENESS,)),
    (rf"invited to (?:[\w-]+ ){{0,4}}?{CASE_MEETING}", (A.COORDINATE, A.ENSURE_PRACTICE)),
    (
        (
            r"invited to (?:contribute|take part|join|help) (?:[a-z]+ )?(?:an? |the )?(?:[\w-]+ )?"
            r"(?:study|research|survey)"
        ),
        (A.EXPLORE,),
    ),
    (r"invited to (?:[\w-]+ ){0,4}?(?:meetings?|conferences?|discussions?|panels?)", (A.COORDINATE,)),
    (r"(?:offered|provided|given|delivered) (?:[\w-]+ ){0,5}?(?:training|briefings?|workshops?)", (A.TRAIN,)),
    (
        (r"(?:offered|provided|given|delivered) (?:[\w-]+ ){0,3}?(?:awareness|information) sessions?"),
        (A.TRAIN, A.RAISE_AWARENESS),
    ),
    (r"put in place|brought in|rolled out|set up|drawn up|embedded|implemented|instituted", (A.DEVELOP,)),
    (r"copied|sent", (A.SHARE_INFORMATION,)),
    (
        (
            r"circulated|cascaded|issued to|shared (?:across|widely|with (?:all|every|staff|practitioners"
            r"|partners))"
        ),
        (A.DISSEMINATE,),
    ),
    (r"provided that|obtained that", (A.SEEK_ASSURANCE,)),
    (r"supported (?:to|in)|helped to understand|equipped|upskilled", (A.TRAIN,)),
    (r"encouraged|urged", (A.RAISE_AWARENESS,)),
    (r"informed of|informed that|informed when", (A.SHARE_INFORMATION,)),
    (r"resourced|financed|invested", (A.COMMISSION,)),
    (r"the subject of (?:an? )?(?:[\w-]+ )?(?:audit|evaluation|scrutiny)", (A.QUALITY_ASSURE,)),
    (r"the subject of (?:an? )?(?:[\w-]+ )?review", (A.REVIEW_GUIDANCE,)),
    (r"given (?:\w+ )?to (?:how|the|whether|an?|\w+ing)", (A.EXPLORE,)),
    (r"(?:offered|provided with|given) (?:[\w-]+ )?(?:funding|money|resources)", (A.COMMISSION,)),
    (r"offered (?:[\w-]+ )?guidance (?:on|about)", (A.COMMISSION, A.RAISE_AWARENESS)),
    (r"(?:given|provided with) (?:[\w-]+ )?guidance (?:on|about)", (A.RAISE_AWARENESS,)),
    (r"offered|provided", (A.COMMISSION, A.ENSURE_PRACTICE)),
    (r"(?:asked|invited|required) to consider (?:how|whether|what)", (A.EXPLORE,)),
    (r"funded|found|resourced|made available", (A.COMMISSION,)),
    (r"(?:told|informed|advised) (?:how|who|what|where|when|about|that|of)", (A.RAISE_AWARENESS,)),
    (r"told|informed|notified|alerted|shared|given to|passed|sent", (A.SHARE_INFORMATION,)),
    (
        (
            r"given (?:it|them|advice|information|leaflets?|an? leaflet)|reminded|made aware|promoted|publicised"
            r"|highlighted"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (r"reported", (A.OVERSEE_IMPLEMENTATION,)),
    (r"added|linked|agreed|assessed|tested|sampled|improved|raised|set|understood|considered", (A.ENSURE_PRACTICE,)),
)

# Not "the" one: what has a name, such as "the joint protocol", is there already.
NEW = r"(?<!the\s)(?<!its\s)(?<!our\s)(?<!their\s)(?<!this\s)"

# Words anywhere in the main clause that ask for something besides.
BESIDES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (
        (
            r"(?:agree|develop|introduce|establish|set up) (?:[\w-]+ ){0,3}?(?:process|arrangements|protocol|system"
            r"|procedure)s? for (?:telling|notifying|informing|alerting|sharing|passing on|exchanging)"
            r"(?! (?:the )?(?:learning|lessons|findings|new|families|parents|mothers|fathers|children(?!'s)"
            r"|the public))"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (r"report(?:s|ing)? back|recommendations have been", (A.OVERSEE_IMPLEMENTATION,)),
    (
        (r"(?:revised|updated|refreshed) (?:[\w-]+ ){0,3}?(?:guidance|polic(?:y|ies)|procedures?|protocols?)"),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        (
            rf"{NEW}(?:joint|cross-border|cross-boundary|co-located|co-?ordinated|integrated) (?:[\w-]+ )?(?:plan"
            rf"|protocol|pathway"
            r"|policy|strategy|approach"
            r"|clinic|team|hub)"
        ),
        (A.COORDINATE,),
    ),
    (
        (
            r"(?!(?-i:Working T))(?:work(?:s|ing)?|plan(?:ning)?|review|agree|decide|assess|visit|look|write"
            r"|draw up|meet) "
            r"(?:[\w]+ ){0,4}?"
            r"(?:together(?! with (?:the )?(?:young|famil|parent|child))|jointly)"
        ),
        (A.COORDINATE,),
    ),
    (
        (
            r"agree(?:s|d)? (?:with|between|jointly|among)|agreed jointly|(?:write|produce|develop|agree"
            r"|draw up)s? (?:an? )?joint"
        ),
        (A.COORDINATE,),
    ),
    (r"by (?:developing|introducing|creating|producing|establishing|writing|designing)", (A.DEVELOP,)),
    (
        (
            r"(?<!disseminated\s)(?<!shared\s)(?<!cascaded\s)(?<!circulated\s)(?:by|through) (?:[\w-]+ ){0,2}?"
            r"(?:training|briefings)"
        ),
        (A.TRAIN,),
    ),
    (
        (
            r"(?:by means of|by|through|via|using) (?:an? |regular )*(?:[\w-]+ ){0,2}?"
            r"(?:audits?|(?:dip[ -]?)?sampl(?:es?|ing))"
        ),
        (A.QUALITY_ASSURE,),
    ),
    (r", with (?:an? )?(?:[\w-]+ )?(?:training(?: (?:offer|package|programme))?|coaching(?= for))", (A.TRAIN,)),
    (
        r", with (?:its|their|the) (?:findings|results|learning) (?:made|shared|published|sent|turned|circulated)",
        (A.DISSEMINATE,),
    ),
    (
        (
            r"(?:develop|writ|draw|design|agree|produc|devis|prepar|plan)\w* [^;]{3,60}? together with"
            rf" (?!(?:[\w-]+ )?(?:{FAMILIES}|young person|child\b|patient)|those|survivors|residents|care leavers)"
        ),
        (A.COORDINATE,),
    ),
    (r"(?:should|must|shall|will|to) together [a-z]{3,}", (A.COORDINATE,)),
    (r"by (?:commissioning|funding|providing)", (A.COMMISSION,)),
    (rf"[^;,]+, offered (?:free )?to (?:both |all )?{FAMILIES}", (A.COMMISSION,)),
    (
        (
            r"agree\w* (?:an? |one |the )[^;,]{3,60}? with (?:(?:its|the|their|all|other|local|each) )*(?:neighbour\w*"
            r"|partners?|agencies|police|health|schools|hospitals?|housing)|(?:agree|write|produce|develop"
            r"|draw up|design"
            r"|draft)\w* [^;,]{3,60}? with (?:the |local )?(?:faith|communit\w+|charit\w+|parents' groups)"
        ),
        (A.COORDINATE,),
    ),
    (
        (
            r"jointly|in (?:partnership|conjunction|collaboration|liaison|co-operation) with"
            rf"(?! (?:[\w-]+ )?{FAMILIES})|bring\w* together"
            r"|together with (?:the |other )*(?:agencies|partners|services|police|schools|health)"
        ),
        (A.COORDINATE,),
    ),
    (
        (
            r"(?:agencies|services|partners|schools|providers) (?:provide|deliver|receive|have"
            r"|offer) [^;]*?(?:training|briefings)"
        ),
        (A.TRAIN,),
    ),
)

# Words that say more than a verb which by itself asks only for a practice; the first that is found decides.
LIGHT: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (
        (
            r"(?:dip[ -])?sampl(?:e|es|ing)|audit(?:s|ed|ing)?|(?:an? |the )evaluation|quality[ -]assur\w+"
            r"|scrutiny|quarterly (?!and|visits?|meetings?|contacts?)"
        ),
        (A.QUALITY_ASSURE,),
    ),
    (
        (
            r"(?<!,[ ]with[ ])(?<!with[ ]a[ ])training|workshops?|induction|curriculum|e-learning|webinars?"
            r"|seminars?|masterclass\w*"
            r"|(?:learning|lunchtime|taught|practice) (?:sessions?|events?)"
        ),
        (A.TRAIN,),
    ),
    (
        (
            r"(?:the |these |this |its |key )(?:findings|lessons|learning|key messages)|(?<!with\s)findings"
            r"|(?<!\bin\s)lessons(?! (?:about|on) )"
            r"|learning from"
        ),
        (A.DISSEMINATE,),
    ),
    (r"awareness|campaigns?|publicity|posters|the message", (A.RAISE_AWARENESS,)),
    (
        (
            r"(?<!being\s)notified|notify|(?<!days\sof\s)(?<!hours\sof\s)(?<!weeks\sof\s)(?<!day\sof\s)notification"
            r"|(?<!-)informed|notice of|cop(?:y|ies) of"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (r"funding|paying for|investment|budget", (A.COMMISSION,)),
    (r"progress reports?|(?:the|an) action plan", (A.OVERSEE_IMPLEMENTATION,)),
    (r"assurances?", (A.SEEK_ASSURANCE,)),
)

# "consider" before one of these is a step to making it.
CONSIDERED = pattern(
    rf"consider(?:s|ing)? (?:[\w'-]+ ){{0,4}}?(?:{MAKING}|an? (?:[\w-]+ ){{0,4}}?(?:service|post"
    rf"|requirement|{CREATED}))"
)
CONSIDERATION = pattern(
    rf"(?:[\w-]+ ){{0,2}}?(?:consideration|thought)[^;,]*? (?:to|of) (?:the |an? )?(?P<what>{MAKING}[^;,]*|[\w' -]*)"
)
PLACES = pattern("placements?|services?|posts?|workers?|provision|beds?|units?|resources?|funding")
# A document that "should" say or do something is to be changed.
DOCUMENT = pattern(
    r"(?:the |all |local |online |national )*(?:[\w-]+ ){0,4}?(?:leaflet|guidance|polic(?:y|ies)|procedure"
    r"|protocol|form|template|pathway|strategy|tool|toolkit|threshold document|agreement)s?(?: (?:on|for|about"
    r"|of) [^;,]{1,60})?"
)

CREATED_SUBJECT = pattern(rf"(?:an?|one|new|single|joint|shared|clear|practice|written) {FEW}{CREATED}")

COMPILED_PASSIVE = Openings((pattern(words), actions) for words, actions in PASSIVE)
COMPILED_LIGHT = Rules((pattern(words), actions) for words, actions in LIGHT)
COMPILED_BESIDES = Rules((pattern(words), actions) for words, actions in BESIDES)

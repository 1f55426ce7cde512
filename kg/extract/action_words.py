"""The other words of recommendations that ask for something: passives, nouns, and words beside a verb."""

from kg.extract.action_frames import CREATED, FEW, MAKING, TRAINING_GIVEN
from kg.extract.needles import Rule
from kg.extract.openings import Openings
from kg.extract.rules import Rules
from kg.extract.wording import pattern
from kg.model import Action

A = Action

# In the passive, where the verb says less: "be told", "be offered".
PASSIVE: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (r"alerted to|advised (?:not )?to", (A.RAISE_AWARENESS,)),
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
    (r"offered|provided", (A.COMMISSION, A.ENSURE_PRACTICE)),
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

# A recommendation without a verb begins with one of these.
NOUNS: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (
        (
            r"(?:[\w-]+ ){0,3}?reviews? of|(?:the |an? )?(?:revision|update|strengthening|updating"
            r"|reviewing|refresh|overhaul"
            r"|clarification|amendment|simplification) (?:of|to)|(?:changes|amendments|improvements"
            r"|revisions|updates) to"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        (
            r"(?:[\w-]+ ){0,3}?(?:audits?|evaluations?|inspections?|quality assurance|scrutiny|sampling) (?:of"
            r"|on|into)"
        ),
        (A.QUALITY_ASSURE,),
    ),
    (r"(?:[\w-]+ ){0,3}?(?:training|briefings?|workshops?|learning events?|workforce development)", (A.TRAIN,)),
    (rf"(?:[\w-]+ ){{0,2}}?assurances? {TRAINING_GIVEN}", (A.SEEK_ASSURANCE, A.TRAIN)),
    (r"(?:[\w-]+ ){0,2}?assurances?", (A.SEEK_ASSURANCE,)),
    (r"(?:[\w-]+ ){0,2}?work (?:[\w-]+ ){0,4}?to (?:understand|explore|identify|map)", (A.EXPLORE,)),
    (r"(?:[\w-]+ ){0,2}?(?:research|exploration|mapping|consideration|investigation|study)\b", (A.EXPLORE,)),
    (r"(?:[\w-]+ ){0,2}?(?:awareness|promotion|campaigns?|publicity|reminders?)", (A.RAISE_AWARENESS,)),
    (r"(?:[\w-]+ ){0,1}?(?:dissemination|sharing) of (?:the )?(?:learning|findings|lessons)", (A.DISSEMINATE,)),
    (
        r"(?:[\w-]+ ){0,2}?(?:information[ -]sharing|sharing (?:of )?(?:[\w-]+ )?information|notification)",
        (A.SHARE_INFORMATION,),
    ),
    (r"an? (?:national|central) (?:record|register|database|system|standard)", (A.ESCALATE_NATIONAL,)),
    (
        (
            r"(?:[\w-]+ ){0,3}?(?:funding|provision|availability|commissioning|resources|resourcing"
            r"|investment|recruitment"
            r"|expansion) (?:of|for|to|in)"
            r"|(?:an? |one )?(?:telephone|help|advice) ?line"
        ),
        (A.COMMISSION,),
    ),
    (r"(?:one|an?|joint|regular|better)? ?(?:[\w-]+ ){0,1}?meetings?", (A.COORDINATE,)),
    (
        (
            r"(?:better |closer |improved |more |stronger |greater )*(?:joint working|co-?ordination"
            r"|integration|collaboration"
            r"|multi-agency working|partnership working|liaison|co-operation|joint \w+)"
        ),
        (A.COORDINATE, A.ENSURE_PRACTICE),
    ),
    (
        (
            r"(?:the )?(?:development|creation|introduction|production|implementation|establishment"
            r"|formation|design|drafting"
            r"|adoption|formulation|preparation|setting up|roll-?out|embedding) of"
        ),
        (A.DEVELOP,),
    ),
    (r"(?:[\w-]+ ){0,2}?(?:oversight|monitoring|tracking) of", (A.OVERSEE_IMPLEMENTATION,)),
    (r"(?:an? |the )?(?:re-?launch|reminder)", (A.RAISE_AWARENESS,)),
    (r"(?:are |is )?made (?:around|about|on)", (A.DEVELOP,)),
    (
        (
            r"(?:an? |one |clear |clearer |new |written |local |joint |shared )+(?:[\w-]+ ){0,4}?(?:protocols?"
            r"|guides?|guidance|leaflets?|tool(?:kit)?s?|polic(?:y|ies)|strateg(?:y|ies)|pathways?|checklists?"
            r"|forms?|templates?|records?|standards?|procedures?|systems?|questions?|registers?|flags?|charters?"
            r"|websites?|posters?|prompts?|letters?|lines?|frameworks?|panels?)\b"
        ),
        (A.DEVELOP,),
    ),
    (rf"(?:guidance|code of)|(?:[\w'-]+ ){{0,4}}?{CREATED}(?: (?:of|for|on|about|between|to|in)|,)", (A.DEVELOP,)),
)

# Words anywhere in the main clause that ask for something besides.
BESIDES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (r"report(?:s|ing)? back|recommendations have been", (A.OVERSEE_IMPLEMENTATION,)),
    (
        (r"(?:revised|updated|refreshed) (?:[\w-]+ ){0,3}?(?:guidance|polic(?:y|ies)|procedures?|protocols?)"),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        (
            r"(?:joint|co-located|co-?ordinated|integrated) (?:[\w-]+ )?(?:plan|protocol|pathway"
            r"|policy|strategy|approach"
            r"|clinic|team|hub)"
        ),
        (A.COORDINATE,),
    ),
    (r"(?:work(?:s|ing)?|plan|write|draw up|meet) (?:[\w]+ ){0,4}?(?:together|jointly)", (A.COORDINATE,)),
    (
        (
            r"agree(?:s|d)? (?:with|between|jointly|among)|agreed jointly|(?:write|produce|develop|agree"
            r"|draw up)s? (?:an? )?joint"
        ),
        (A.COORDINATE,),
    ),
    (r"by (?:developing|introducing|creating|producing|establishing|writing|designing)", (A.DEVELOP,)),
    (r"(?:by|through) (?:[\w-]+ ){0,2}?(?:training|briefings)", (A.TRAIN,)),
    (r"by (?:commissioning|funding|providing)", (A.COMMISSION,)),
    (
        (
            r"jointly|in (?:partnership|conjunction|collaboration|liaison|co-operation) with|bring\w* together"
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
            r"|scrutiny|quarterly"
        ),
        (A.QUALITY_ASSURE,),
    ),
    (
        (
            r"training|workshops?|induction|curriculum|e-learning|webinars?|seminars?|masterclass\w*"
            r"|(?:learning|lunchtime|taught|practice) (?:sessions?|events?)"
        ),
        (A.TRAIN,),
    ),
    (
        (
            r"(?:the |these |this |its |key )(?:findings|lessons|learning|key messages)|findings|lessons"
            r"|learning from"
        ),
        (A.DISSEMINATE,),
    ),
    (r"awareness|campaigns?|publicity|posters|the message", (A.RAISE_AWARENESS,)),
    (r"notified|notif(?:y|ication)|informed|notice of|cop(?:y|ies) of", (A.SHARE_INFORMATION,)),
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
    r"|protocol|form|template|pathway|strategy|toolkit|threshold document|agreement)s?"
)

CREATED_SUBJECT = pattern(rf"(?:an?|one|new|single|joint|shared|clear) {FEW}{CREATED}")

COMPILED_PASSIVE = Openings((pattern(words), actions) for words, actions in PASSIVE)
COMPILED_NOUNS = tuple((pattern(words), actions) for words, actions in NOUNS)
OPENING_NOUNS = Openings(COMPILED_NOUNS)
COMPILED_LIGHT = Rules((Rule(pattern(words)), actions) for words, actions in LIGHT)
COMPILED_BESIDES = Rules((Rule(pattern(words)), actions) for words, actions in BESIDES)

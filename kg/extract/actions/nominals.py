"""Nouns that open a recommendation which has no verb, and what they ask for."""

from kg.extract.actions.nouns import CASES, CREATED, DOCUMENT_NOUN, FAMILIES, SERVICE, STAFF
from kg.extract.actions.verb_objects import TRAINING_GIVEN
from kg.extract.text.openings import Openings
from kg.extract.text.wording import pattern
from kg.model import Action

A = Action

# What is done to other things, so that a verb after it may be what they are for: "a review of how to ...".
ACTIVITIES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (
        rf"(?:[\w-]+ ){{0,3}}?reviews? of (?:(?:the )?(?:impact|effectiveness|quality) of|{CASES})",
        (A.QUALITY_ASSURE,),
    ),
    (
        (
            r"(?!peer )(?:[\w-]+ ){0,3}?reviews? (?:of|by [^;,]{3,40} of|into)|(?:an? |the )?rewrite of"
            r"|(?:the |an? )?(?:revision|update|strengthening|updating"
            r"|reviewing|refresh|overhaul"
            r"|clarification|amendment|simplification) (?:of|to)|(?:changes|amendments|improvements"
            r"|revisions|updates) to"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        (
            r"(?:[\w-]+ ){0,3}?(?:audits?|evaluations?|inspections?|quality assurance|scrutiny|sampling"
            r"|(?:spot |quality |regular |random |monthly |dip"
            r" )*(?<!background\s)(?<!vetting\s)(?<!safety\s)(?<!health\s)(?<!police\s)(?<!welfare\s)(?:checks"
            r"|checking)|peer reviews?"
            r"|deep[ -]dives?) (?:of|on|into)"
        ),
        (A.QUALITY_ASSURE,),
    ),
    (
        (
            r"(?:[\w-]+ ){0,4}?(?:training|briefings?|workshops?|learning events?|workforce development"
            r"|professional development|(?:reflective|learning) sessions?(?= (?:on|about|in|for))"
            r"|teaching (?:on|of|about|in)|courses? (?:on|in|about))"
        ),
        (A.TRAIN,),
    ),
)
# What learning of the review is told in, though its noun is one of training.
TOLD: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (
        (
            r"(?:[\w-]+ ){0,3}?briefings? (?:on|about) (?:the |these |this )?(?:findings|lessons|learning"
            r"|review)|(?:an? "
            r")?learning summary"
            r"|(?:an? )?dissemination"
        ),
        (A.DISSEMINATE,),
    ),
)
NOUNS: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (rf"(?:[\w-]+ ){{0,2}}?assurances? {TRAINING_GIVEN}", (A.SEEK_ASSURANCE, A.TRAIN)),
    (r"(?:[\w-]+ ){0,2}?(?:re)?assurances?|confirmation (?:that|of|from)", (A.SEEK_ASSURANCE,)),
    (
        r"(?:[\w-]+ ){0,2}?(?:progress reports|reports? on (?:the )?(?:progress|action plan))",
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    (r"(?:an? )?consideration of (?:an? |the )?" + CREATED, (A.EXPLORE, A.DEVELOP)),
    (
        (
            rf"(?:the |all |local )*(?:[\w-]+ ){{0,2}}?{DOCUMENT_NOUN} [^;,]{{0,60}}?(?:needs?|requires?) "
            r"(?:[\w-]+ )?(?:revision|updating|review|changing|clarification|revising)|(?:clearer|simpler|tighter|lower"
            r"|higher) (?:thresholds?|criteria)"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        r"(?:refreshed|revised|updated) (?:[\w-]+ )?(?:guidance|polic(?:y|ies)|procedures?|protocols?)",
        (A.REVIEW_GUIDANCE,),
    ),
    (
        r"(?:an? )?(?:(?:clear|full|accurate|proper|detailed|contemporaneous|written),? (?:and )?)+records? of ",
        (A.ENSURE_PRACTICE,),
    ),
    (r"(?:an? )?(?:[\w-]+ ){1,3}?meetings? for (?:every|each|any) ", (A.ENSURE_PRACTICE,)),
    (rf"(?:[\w-]+ ){{0,2}}?supervision (?:for|of) (?:[\w-]+ ){{0,2}}?{STAFF}", (A.ENSURE_PRACTICE,)),
    (r"(?:[\w-]+ ){0,2}?work (?:[\w-]+ ){0,4}?to (?:understand|explore|identify|map)", (A.EXPLORE,)),
    (
        (
            r"(?:[\w-]+ ){0,2}?(?:research|exploration|mapping|scoping|consideration|investigation|study|survey"
            r"|analysis"
            r"|consultation)\b"
        ),
        (A.EXPLORE,),
    ),
    (
        (
            r"(?:the )?(?:delivery|repetition|reinforcement) of (?:[\w-]+ )?(?:messages|advice)"
            r"|(?:an? (?:local|national|public|regional) )?(?:[\w-]+ ){0,2}?(?:awareness|promotion|campaigns?|publicity"
            r"|reminders?)"
            r"|(?:[\w-]+ ){0,2}?messages? (?:for"
            rf"|to)|(?:[\w-]+ ){{0,3}}?(?:information|advice) (?:for|to) (?:[\w-]+ ){{0,2}}?{FAMILIES}"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (r"(?:[\w-]+ ){0,1}?(?:dissemination|sharing) of (?:the )?(?:learning|findings|lessons)", (A.DISSEMINATE,)),
    (
        (
            r"(?:[\w-]+ ){0,2}?(?:information[ -]sharing|sharing (?:of )?(?:[\w-]+ )?information|notification"
            r"|sharing of (?:[\w-]+ ){0,2}?(?:intelligence|concerns|records|data|details|reports|files)"
            r"|(?:sending|exchange|passing|copying) of"
            r"|transfer of (?!(?:[\w-]+ ){0,2}?(?:care|cases?|child|children|responsibilit\w+|patients?)))"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (
        (
            r"(?:an? )?(?:national|central) (?:record|register|database|system|standard|guidance|campaign for)"
            r"|(?:an? )?changes? (?:in|to) (?:the )?(?:law|legislation)"
            r"|representations? to (?:the )?(?:government|ministers?|department|home office)"
        ),
        (A.ESCALATE_NATIONAL,),
    ),
    (
        (
            r"(?:[\w-]+ ){0,3}?(?:funding|provision|availability|commissioning|resources|resourcing"
            r"|investment|recruitment"
            r"|expansion) (?:of|for|to|in)"
            r"|(?:an? |one )?(?:telephone|help|advice) ?line|(?:the )?supply of"
            r"|(?:more|additional|extra|further) (?:[\w-]+ ){0,2}?(?:beds|places|posts|staff|nurses|workers"
            r"|visitors|midwives|carers|hours|money|time)"
            r"|(?:more|better|extra) (?:[\w-]+ ){0,2}?(?:help|support) (?:at|in|with)"
            r"|(?:smaller|lower|reduced|manageable) caseloads"
            r"|(?:(?:an?|one|two|more) )(?:[\w-]+ )?(?:named|dedicated|specialist|link) (?:[\w-]+ ){0,2}?(?:workers?"
            r"|nurses?|midwi(?:fe|ves)|health visitors?|doctors?|posts?) (?:for (?!each|every|the|a |an )|in (?:each"
            r"|every|all))|(?:(?:an?|one) )(?:named|dedicated|specialist) (?:[\w-]+ ){0,2}?(?:worker|nurse|midwife) for"
            r" [^;,]*? in (?:each|every|all)"
            r"|(?:an? |one )(?:named|dedicated|specialist) (?:[\w-]+ )?(?:nurse|midwife|health visitor|doctor)"
            r" for (?:every|all)"
            r"|advocacy (?:by|from)"
            r"|(?:an? |the |specialist |local |regional |more |free |better |dedicated )*(?:[\w'-]+ "
            rf"){{0,2}}?(?:{SERVICE}|(?:help|mentors|services?|provision|places?))"
            r"(?:,[^,;]{3,40},)? (?:for|to|in(?= (?:each|every|all|the|primary|secondary|school)))"
        ),
        (A.COMMISSION,),
    ),
    (r"(?:one|an?|joint|regular|better)? ?(?:[\w-]+ ){0,1}?meetings?", (A.COORDINATE,)),
    (
        (
            rf"(?:an? |one |new )*joint (?:[\w-]+ ){{0,3}}?{DOCUMENT_NOUN}"
            r"|(?:an? |one )?(?:[\w-]+ ){0,2}?(?:protocol|agreement|pathway) between [^;]*? and "
        ),
        (A.COORDINATE, A.DEVELOP),
    ),
    (r"(?:better |closer |improved |more )*joint planning", (A.COORDINATE,)),
    (
        (
            r"(?:better |closer |improved |more |stronger |greater |joined-up |an? )*(?:joint working"
            r"|co-?ordination|working between|links between|ties (?:with|between)|planning between"
            r"|integration|collaboration"
            r"|multi-agency working|partnership working|liaison|co-?operation|joint \w+|(?:joined-up"
            r"|co-ordinated|coordinated) \w+|dialogue|co-working)"
        ),
        (A.COORDINATE, A.ENSURE_PRACTICE),
    ),
    (
        (
            r"(?:an? )?(?:[\w-]+ ){0,2}?(?:plan|protocol|agreement|response) (?:agreed|shared|written) (?:jointly"
            r"|between|by (?:all|both|[^,;]{3,50} and))"
        ),
        (A.COORDINATE, A.DEVELOP),
    ),
    (
        (
            r"(?:the )?(?:development|creation|introduction|production|implementation|establishment"
            r"|formation|design|drafting"
            r"|adoption|formulation|preparation|setting up|roll-?out|embedding)(?:, [^,;]{3,40},)? of"
        ),
        (A.DEVELOP,),
    ),
    (
        (
            r"(?:[\w-]+ ){0,2}?(?:oversight|monitoring|tracking) (?:of|by)|(?:an? )?(?:[\w-]+ )?reports? "
            r"to the (?:board|partnership|executive)|(?:an? )?(?:standing item|progress "
            r"report|updates? on progress)"
        ),
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    (r"(?:an? |the )?(?:re-?launch|reminder)", (A.RAISE_AWARENESS,)),
    (r"(?:are |is )?made (?:around|about|on)", (A.DEVELOP,)),
    (
        (
            r"(?:an? |one |clear |clearer |new |written |local |joint |shared )+(?:[\w-]+ ){0,4}?(?:protocols?"
            r"|guides?|guidance|leaflets?|tool(?:kit)?s?|polic(?:y|ies)|strateg(?:y|ies)|pathways?|checklists?"
            r"|forms?|templates?|records?|standards?|procedures?|systems?|questions?|registers?|flags?|charters?"
            r"|websites?|posters?|prompts?|letters?|lines?|frameworks?|panels?|routes?|charts?|summary"
            r"|practice notes?)\b"
        ),
        (A.DEVELOP,),
    ),
    (
        (
            r"(?:an? |one |the |short |new )*(?:[\w-]+ ){0,2}?(?:films?|videos?|calendars?|pilots?|packs?"
            r"|booklets?|lists?|sets?|glossar(?:y|ies)"
            r"|materials?|apps?|cards?|factsheets?|resource packs?) (?:of|for|on|about|to|in|with|that)"
            r"|(?:guidance|(?:an? )?(?:[\w-]+ )?code of|(?:[\w-]+ )?versions? of)|(?!(?:every|each|all|any"
            r"|the|children|child) (?:child|children|on) )(?:[\w'-]+ "
            rf"){{0,4}}?{CREATED}(?: (?:of|for|on|about|between|to|in)|,)"
        ),
        (A.DEVELOP,),
    ),
)

COMPILED_ACTIVITIES = tuple((pattern(words), actions) for words, actions in ACTIVITIES)
OPENING_NOUNS = Openings((pattern(words), actions) for words, actions in (*TOLD, *ACTIVITIES, *NOUNS))
ASSURANCES = tuple(pattern(words) for words, _ in (*ACTIVITIES, *NOUNS[:2]))

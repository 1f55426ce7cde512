"""Verbs that say little, with what somebody gets, keeps or has: "have access to", "keep open", "share the results"."""

from kg.extract.actions.nouns import CREATED, DOCUMENT_NOUN, FAMILIES, STAFF, THE, TRAINING
from kg.model import Action

A = Action

_ONE_TOLD = (
    r"(?:(?:the |an? |their |every |each )*(?:school nurses?|health visitors?|GPs?|social workers?|schools?|police"
    r"|midwi\w+|named (?:nurse|doctor)|children's (?:services|social care)|social (?:care|services)"
    r"|designated officer|LADO|hospital|coroner))"
)
_LIMIT = (
    r"(?:(?:upper |lower )?age (?:limit|bar|cap|restriction)|threshold|rule|restriction|criteri(?:a|on)"
    r"|waiting period)s?"
)
_POST = r"an? (?:[\w-]+ ){0,3}?(?:nurse|worker|post|service|team|midwife|advocate|practitioner|clinic)"
_QUALITY = r"(?:clear|written|agreed|robust|consistent|single|shared)"
_RULES = r"(?:[\w-]+ ){0,2}?(?:procedures?|polic(?:y|ies)|protocol|code of conduct|process)"
_JOINT = (
    r"(?:hold|carry out|undertake|conduct|complete|do)\w* (?:an? |regular )?joint (?:[\w-]+ ){0,3}?"
    r"(?:reviews?|assessments?|meetings?|supervision|interviews?)"
)

_MANUAL = r"(?:guides?|guidance|pathways?|protocols?|toolkits?|checklists?|directory|handbooks?|practice notes?)"
_EVENT = r"(?:seminar|webinar|conference|symposium|workshop|event|meeting)s?"
_PROFESSIONAL = r"(?:nurse|social worker|health visitor|midwife|GP|police|teacher|school)"

KEPT_FRAMES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    # What is written, and what is found out of how well it works.
    (
        (
            r"publish\w* (?:(?:an?|new|joint|shared|clear|short|practice) )*(?:[\w-]+ )??"
            rf"{_MANUAL}(?= (?:to|for|on|about)\b)"
        ),
        (A.DEVELOP,),
    ),
    (
        (
            rf"test\w* {THE}(?:[\w-]+ ){{0,3}}?{DOCUMENT_NOUN} (?:again )?(?:after|within|in) [\w-]+ "
            r"(?:months?|years?|weeks?)"
        ),
        (A.QUALITY_ASSURE,),
    ),
    (r"(?:undertak|carr|conduct|complet|do)\w* (?:out )?(?:an? )?joint look-?backs?", (A.QUALITY_ASSURE, A.COORDINATE)),
    (r"(?:undertak|carr|conduct|complet|do)\w* (?:out )?(?:an? )?(?:[\w-]+ )?look-?backs?", (A.QUALITY_ASSURE,)),
    (
        rf"survey\w* {THE}(?:[\w-]+ )?{STAFF} (?:each|every|once|twice|annually|yearly|regularly)",
        (A.QUALITY_ASSURE,),
    ),
    (
        r"monitor\w* [^;,]{3,60}? for (?:timeliness|quality|accuracy|completeness|compliance|consistency)",
        (A.QUALITY_ASSURE,),
    ),
    (
        r"review\w* (?:[^;,]{3,30}? )?what (?:[\w-]+ ){1,4}?(?:been )?(?:done|achieved)\b",
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    # How staff learn, and how learning is told.
    (
        r"rehears\w* (?:[\w-]+ ){0,2}?(?:interviews?|conversations?|scenarios?|responses?)",
        (A.TRAIN,),
    ),
    (
        rf"mak\w* (?:an? |the )?(?:[\w-]+ ){{0,3}}?{TRAINING} [^;,]{{0,60}}?(?:condition|requirement|part) of ",
        (A.TRAIN,),
    ),
    (r"consider\w* whether (?:[\w-]+ ){0,6}?training\b", (A.EXPLORE, A.TRAIN)),
    (
        (
            rf"(?:conven|hold|run|arrang|organis)\w* (?:an? )?(?:[\w-]+ ){{0,3}}?{_EVENT} [^;]{{0,60}}?"
            r"(?:so that|to ensure|to make sure)(?: that)? (?:the |these |its )?(?:learning|lessons|findings) "
        ),
        (A.DISSEMINATE,),
    ),
    (
        (
            rf"(?:bring|draw)\w* {THE}(?:[\w-]+ )?(?:learning|findings|lessons) [^;,]{{0,60}}?to the "
            r"(?:attention|notice) of (?:all|every|each) "
        ),
        (A.DISSEMINATE, A.RAISE_AWARENESS),
    ),
    # Where several meet, and settle what they share and pay for.
    (
        (
            r"hold\w* (?:an? )(?:[\w-]+ )?meeting (?:together )?with [^;]{0,60}?(?:, | and )(?:the |an? |their )?"
            rf"(?:[\w-]+ )?{_PROFESSIONAL}"
        ),
        (A.COORDINATE, A.ENSURE_PRACTICE),
    ),
    (
        (
            r"work\w* out (?:together )?how (?:[\w-]+ )?(?:information|records|intelligence|concerns)\b[^;]{0,60}? "
            r"(?:shared|exchanged|passed)"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (
        r"agree\w* (?:on )?who (?:commissions|pays|funds|will (?:commission|pay|fund)|is to (?:commission|pay|fund))",
        (A.COMMISSION,),
    ),
    # What is told of one child to an agency, and what was learned to all.
    (rf"report\w* (?!on\b|back\b|progress)[^;,]{{3,70}}? to {_ONE_TOLD}", (A.SHARE_INFORMATION,)),
    (r"match\w* (?!foster)(?:[^;]{2,60}? )?(?:registers?|lists?|data(?:sets?)?|records)\b", (A.SHARE_INFORMATION,)),
    (
        (
            r"shar\w* (?:the |its |their |this )(?:[\w'-]+ ){0,4}?(?:pathway|polic(?:y|ies)|procedures?|protocol"
            r"|guidance|toolkit|leaflet|strategy|framework) (?:with|across)"
        ),
        (A.DISSEMINATE,),
    ),
    (
        (
            r"(?:ensur\w+|mak\w+ sure) (?:that )?(?:(?!who|which|that|families|parents|how)[\w'-]+ ){1,5}?"
            r"(?:notify|inform|alert) "
            r"(?:the |each |every |an? )*(?!parents|families|carers|staff|young|children(?!'s)|mothers|fathers)\w+"
        ),
        (A.ENSURE_PRACTICE, A.SHARE_INFORMATION),
    ),
    (
        r"brief\w* [^;,]{3,60}? on (?:the |these |its )(?:[\w-]+ ){0,2}?(?:findings|lessons|learning|messages)",
        (A.DISSEMINATE,),
    ),
    (rf"(?:re-?)?launch\w* (?:it|them|this) with (?:an? )?(?:[\w-]+ ){{0,3}}?{TRAINING}", (A.TRAIN,)),
    (r"transfer\w* (?:[\w-]+ ){0,3}?(?:records?|files?|notes|information)", (A.SHARE_INFORMATION,)),
    (
        (
            r"shar\w* (?:its|their|the|these) (?:results|findings|outcomes?|conclusions)"
            r"(?=(?: with (?:all|partners|every|agencies|staff|schools)| widely| across)\b|[ ]*(?:[.;,]|$))"
        ),
        (A.DISSEMINATE,),
    ),
    (
        r"giv\w* the (?:board|partnership|executive|committee) (?:an? )?(?:[\w-]+ )?(?:analysis|audits?|data)",
        (A.QUALITY_ASSURE,),
    ),
    (
        r"giv\w* the (?:board|partnership|executive|committee) (?:an? )?(?:[\w-]+ )?(?:reports?|updates?)",
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    # What is kept, had and offered.
    (
        (
            r"keep\w* (?:[\w'-]+ ){0,3}?(?:counselling|drop-ins?|clinics?|clubs?|services?|helplines?|(?:phone"
            r"|advice) lines?|centres?|groups?"
            r"|hubs?|refuges?|schemes?|programmes?|provision|support) (?:open|running|going|staffed)(?= (?:in|at"
            r"|on|during|over|for|through|until)\b|[ ]*$)"
        ),
        (A.COMMISSION, A.ENSURE_PRACTICE),
    ),
    (rf"ha(?:ve|s) an? (?:{_QUALITY} )+{_RULES}", (A.DEVELOP,)),
    (
        rf"(?:ensur\w+|mak\w+ sure) (?:that )?[^;,]{{3,60}}? ha(?:ve|s) an? (?:{_QUALITY} )+{_RULES}",
        (A.DEVELOP, A.ENSURE_PRACTICE),
    ),
    (rf"ha(?:ve|s) access to (?:[\w-]+ ){{0,4}}?{TRAINING}", (A.TRAIN,)),
    (
        r"ha(?:ve|s) access to (?:[\w'-]+ ){0,3}?(?:records?|systems?|notes|files?|information|data)",
        (A.SHARE_INFORMATION,),
    ),
    (r"ha(?:ve|s) access to (?:an? |the )?", (A.COMMISSION, A.ENSURE_PRACTICE)),
    (
        (
            r"offer\w* (?:an? |the )?(?:[\w'-]+ ){0,4}?(?:(?<!safety[ ])programmes?|schemes?|home safety visits?"
            r"|safety checks|(?:parenting|peer|support) groups?) (?:to|for)"
        ),
        (A.COMMISSION,),
    ),
    (
        (
            r"agree\w* (?:the |an? |some |longer-term )*(?:[\w-]+ )?(?:funding(?! (?:arrangement|agreement|protocol"
            r"|formula))|budgets?|money)"
        ),
        (A.COMMISSION,),
    ),
    # What several do together, in a case and beyond.
    (
        rf"{_JOINT}(?: with [^;,]{{3,40}}?)? (?:where|when|whenever|for (?:each|every|any|all)|before|at \d+)",
        (A.COORDINATE, A.ENSURE_PRACTICE),
    ),
    (r"(?:hold|run|conven)\w* (?:an? )?joint (?:[\w-]+ )?(?:panels?|forums?|huddles?)", (A.COORDINATE,)),
    (
        (
            rf"conven\w* an? (?:[\w-]+ ){{0,2}}?(?:panel|forum|group|council) of (?:[\w-]+ ){{0,3}}?(?:{FAMILIES}"
            r"|care leavers)"
        ),
        (A.DEVELOP,),
    ),
    (
        (
            r"agree\w* how (?:[\w'-]+ ){1,6}?(?:is|are|(?:will|can|should) be) (?:to be )?(?:[a-z]+ly )?"
            r"(?:notified|shared|passed|exchanged|transferred)"
        ),
        (A.DEVELOP, A.SHARE_INFORMATION),
    ),
    (r"(?:examin|look|test)\w* [^;,]{3,70}? (?:at|in|during) (?:the|its|their) next inspections?", (A.QUALITY_ASSURE,)),
    (rf"mak\w* (?:[\w-]+ ){{0,2}}?{TRAINING} (?:[^;,]{{3,40}} )?available", (A.TRAIN,)),
    (rf"look\w* at (?:its|their) (?:[\w-]+ )?{TRAINING}", (A.EXPLORE, A.TRAIN)),
    (r"remember\w* (?:that|how|why)", (A.RAISE_AWARENESS,)),
    (r"secur\w* (?:[\w-]+ )?(?:confirmation|evidence|proof) (?:from|of|that)", (A.SEEK_ASSURANCE,)),
    (  # what agencies are to see that each child has
        (
            r"check\w* (?:that |whether )(?:each|every|all) (?:child(?:ren)?|young (?:person|people)|care leavers?)"
            r"(?: (?:at|in|who) [^;,]{3,40}?)? ha(?:s|ve) (?:an? )?(?:[\w-]+ ){0,2}?(?:advocates?|social workers?"
            r"|visitors?|professionals?|mentors?|advisers?|school places?)"
        ),
        (A.SEEK_ASSURANCE,),
    ),
    (
        r"add\w* [^;,]{3,60}? to (?:the|each|every|all|its|their) (?:[\w-]+ ){0,3}?(?:visits?|checks?)",
        (A.ENSURE_PRACTICE,),
    ),
    (
        r"(?:ensur\w+|mak\w+ sure) (?:that )?(?:there is )?an? (?:[\w-]+ )?trained (?!in|on|to|by|as|and)[a-z]+",
        (A.ENSURE_PRACTICE,),
    ),
    (
        r"(?:hold|call|conven|arrang)\w* (?:an? )?professionals'? meetings? before (?:any|each|every|an?) ",
        (A.ENSURE_PRACTICE, A.COORDINATE),
    ),
    (r"develop\w* (?:an? )?joint (?:[\w-]+ )?plan(?:\([^)]*\)|[^;(])*? for use", (A.DEVELOP, A.COORDINATE)),
    (
        r"agree,? (?:for|in|with) (?:each|every|any) [^;,]{3,60}?,? (?:who|how|what|when)",
        (A.COORDINATE, A.ENSURE_PRACTICE),
    ),
    # What is noted of one family, and looked at in supervision.
    (r"writ\w+ (?:it|this|them) down|writ\w+ down", (A.ENSURE_PRACTICE,)),
    (r"review\w* (?:all|every|each) (?:[\w-]+ )?cases? [^;,]*?in supervision", (A.ENSURE_PRACTICE,)),
    # Rules that are changed, and what is only weighed.
    (
        (
            rf"(?:remov|lift|lower|rais|abolish|relax|scrap|drop|end)\w* (?:the |its |any |all )*"
            rf"(?:[\w-]+ ){{0,2}}?{_LIMIT}"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        rf"consider\w* the case for (?:(?:[\w-]+ )?(?:funding|resources|investment)|{_POST})",
        (A.EXPLORE, A.COMMISSION),
    ),
    (rf"consider\w* the case for an? (?:[\w-]+ ){{0,3}}?{CREATED}", (A.EXPLORE, A.DEVELOP)),
    (
        r"work\w* with [^;,]{3,60}? (?:on|to make|to run) (?:an? |the )?(?:[\w-]+ )?campaign",
        (A.DEVELOP, A.RAISE_AWARENESS),
    ),
)

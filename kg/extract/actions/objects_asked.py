"""Verbs that say little, with one family, one case or one agency as their object: "meet the father"."""

from kg.extract.actions.nouns import CASES, CREATED, DOCUMENT_NOUN, FAMILIES, NEAR, STAFF, THE, TRAINING
from kg.model import Action

A = Action

_ONE = (
    r"(?:fathers?|mothers?|parents?|child(?:ren)?|bab(?:y|ies)|young (?:person|people)|famil(?:y|ies)|carers?"
    r"|siblings?)"
)

ASKED_FRAMES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    # What goes with a child, or is agreed by several.
    (
        r"flag\w* [^;,]{3,80}? (?:on|in) (?:the |their |each |every )?(?:[\w'-]+ )?(?:records?|notes|files?)",
        (A.ENSURE_PRACTICE,),
    ),
    (
        r"(?:conven|hold|call|arrang)\w* (?:an? )?(?:joint|multi-agency) meetings? before (?:any|each|every|a) ",
        (A.ENSURE_PRACTICE, A.COORDINATE),
    ),
    (
        (
            r"report\w* (?:any |all )?(?:(?:poor|unsafe|suspected|unexplained) )?(?:[\w-]+ ){0,2}?(?:conditions"
            r"|concerns"
            r"|bruis\w+|injuries|absences|sightings|neglect) (?!to the (?:board|partnership|executive))"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (
        (
            r"ensur\w+ (?:that )?[^;,]{3,60}? (?:record|collect|gather|note) and (?:share|pass on|exchange)"
            r"|ensur\w+ (?:that )?[^;,]{3,60}? shares? (?:observations|information|concerns|records|details)"
        ),
        (A.ENSURE_PRACTICE, A.SHARE_INFORMATION),
    ),
    (
        r"(?:hold|run|arrang)\w* (?:an? )?learning events? (?:to|which will|that) (?:share|spread|pass on|discuss) ",
        (A.DISSEMINATE,),
    ),
    (r"(?:introduc|establish)\w* joint (?:home )?visits", (A.DEVELOP, A.COORDINATE)),
    # What is done for each child, and with each plan.
    (
        rf"review\w* {THE}(?:[\w-]+ ){{0,1}}?(?:support|care|safety|pathway|adoption support) plans?(?= )",
        (A.ENSURE_PRACTICE,),
    ),
    (r"review\w* (?:any|each|every) (?:[\w-]+ )?(?:exclusions?|placements?) of ", (A.ENSURE_PRACTICE,)),
    (
        (
            r"check\w* (?:that|whether|if) (?:there (?:is|are) (?:[\w-]+ )?(?:space|room|an? (?:cot|bed"
            r"|smoke alarm|gate))"
            r"|(?:the|each|every|an?) (?:home|house|flat|room|child|baby|family|cot) )"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (
        (
            r"ensur\w* (?:that )?(?:bereavement|specialist|therapeutic|emotional|psychological) (?:support"
            r"|help) (?:for|to) "
        ),
        (A.COMMISSION,),
    ),
    (
        (
            r"send\w* (?:an? |the |its |all |each |every )?(?!this|these|findings|learning)(?:[\w-]+ ){0,4}?"
            r"(?:assessment|report|record|summary|file|note|letter|minute|plan|details|chronology|history|form)s?"
            r" (?:with|about|on|of|to) "
        ),
        (A.SHARE_INFORMATION,),
    ),
    (
        (
            r"(?:ensur\w+|mak\w+ sure) (?:that )?[^;]*? (?:agree|work|plan|meet|decide|assess|visit|review)\w*"
            r" (?:\w+ ){0,3}?(?:together|jointly)(?! with (?:the )?(?:young|famil|parent|child))"
        ),
        (A.ENSURE_PRACTICE, A.COORDINATE),
    ),
    (
        r"receiv\w* (?:an? |the )?(?:[\w-]+ ){0,2}?reports? (?:for|on|about) (?:each|every|any|all) ",
        (A.ENSURE_PRACTICE,),
    ),
    (
        (
            r"(?:conven|hold|call|arrang)\w* (?:an? )?(?:[\w'-]+ ){0,3}?meetings?(?: of [^;,]{3,40}?)?"
            r" for (?:every|each|any) (?:child|baby|infant|family|young person|pupil)"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (
        (
            r"(?:hold|have|conven|arrang)\w* (?:an? |regular )*(?:(?:joint|multi-?agency|weekly|monthly|quarterly) )+"
            r"meetings?|(?:hold|have|conven|arrang)\w* (?:an? )?(?:[\w-]+ ){0,2}?meetings? between"
        ),
        (A.COORDINATE,),
    ),
    (
        rf"replac\w* [^;]*? (?:with|by) (?:an? |one |the )(?:[\w-]+ ){{0,3}}?{CREATED}",
        (A.DEVELOP, A.REVIEW_GUIDANCE),
    ),
    (
        (
            r"(?:explor|consider|examin|investigat)\w* (?:(?:the |options for )?(?:[\w-]+ ){0,2}?(?:fund|commission)ing"
            r"|(?:whether|how) to (?:fund|commission|resource))"
        ),
        (A.EXPLORE, A.COMMISSION),
    ),
    # What is done with one family.
    (r"consult\w* [^;]{2,80}? (?:before|when|whenever|each time|if|where) ", (A.ENSURE_PRACTICE,)),
    (
        (
            r"(?:seek|obtain|request|get|ask for)\w* (?:[\w-]+ )?(?:confirmation|evidence|advice) from (?:an?|the"
            r"|their|his|her|each) (?:[\w-]+ )?(?:professional|doctor|GP|paediatrician|consultant|nurse|specialist"
            r"|parent|school|health visitor|midwife)"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (
        (
            r"look\w* at [^;,]{3,60}? (?:in|at|during) (?:its |their |each |every |all )?(?:[\w-]+ )?(?:inspections?"
            r"|visits?|reviews?|supervision|contacts?|appointments?)"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (r"meet\w* (?:with )?(?:them|him|her) ", (A.ENSURE_PRACTICE,)),
    (
        (
            r"replac\w* (?:the (?:words?|term|phrase) )?['\"][^'\"]+['\"] (?![^;]*? (?:letters|screens|forms|templates"
            r"|systems|polic\w+|procedures?)\b)"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (
        (
            r"(?:deliver|teach|provid)\w* (?:an? |the )?(?:[\w-]+ ){0,4}?(?:curriculum|lessons) (?:[^;,]*? )?"
            r"(?:for|to|about) (?:[\w-]+ )?(?:pupils|children|students|young people|bodies)"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    # What is handed out in the course of practice, and has to be paid for.
    (
        (
            r"(?:provid|suppl|offer|giv)\w* (?:an? |the )?(?:[\w-]+ ){0,3}?(?:box|boxes|cupboards?|safes|alarms?"
            r"|monitors?|gates?) (?:to|with|for) (?:each|every|all|any|the first) "
        ),
        (A.COMMISSION, A.ENSURE_PRACTICE),
    ),
    (r"(?:offer|provid)\w* (?:[\w-]+ ){0,2}?consultation (?:to|for) ", (A.COMMISSION,)),
    (
        (
            r"consider\w* (?!whether|how|what|why|which|if|where|who|options|an? )(?:[\w'-]+ ){1,6}?(?:when(?:ever)? "
            r"(?:it|they|the|an?)|(?:before|at|in|as part of) (?:each|every|any|all)) "
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (rf"meet\w* (?:with )?{THE}(?:new |young )*{_ONE}", (A.ENSURE_PRACTICE,)),
    (r"meet\w* within", (A.ENSURE_PRACTICE,)),
    (r"(?:talk|speak)\w* [^;]*?about [^;]*?(?:safety|risks?|dangers?)", (A.RAISE_AWARENESS,)),
    (
        (
            rf"think\w* (?:about|of) {THE}(?:whole |wider )?(?:{_ONE}|history|home|household|impact on"
            rf"|who (?:else )?(?:lives|is))"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (rf"examin\w* {THE}(?:whole |injured )?(?:{_ONE}|infants?|injur\w+|bruis\w+)", (A.ENSURE_PRACTICE,)),
    (r"look\w* into (?:the background|the history|who )", (A.ENSURE_PRACTICE,)),
    (
        rf"follow\w* up (?:on )?{THE}(?:{_ONE}|missed|referrals?|appointments?|non-attendance|absences?|patients?)",
        (A.ENSURE_PRACTICE,),
    ),
    (rf"(?:ring|telephon|phon|email)\w* {THE}{_ONE}", (A.ENSURE_PRACTICE,)),
    # How well it works.
    (
        (
            r"(?:find\w* out|see|establish\w*|check\w*|learn|monitor) [^;]*?\bby (?:an? )?(?:[\w-]+ )?(?:audit"
            r"|sampl\w+|dip[ -]sampl\w+)"
        ),
        (A.QUALITY_ASSURE,),
    ),
    (
        (
            r"check\w* (?:all|every|each) (?:[\w-]+ ){0,3}?(?:assessments?|plans?|files?|cases?|decisions?"
            r"|referrals?|records?) (?:made|closed|opened|written|agreed|held|that|where|since|from|older|for)"
        ),
        (A.QUALITY_ASSURE,),
    ),
    (r"(?:test|measur)\w* (?!with)(?:[^;]*? )?whether (?!an? |the (?:plan|child|home|family))", (A.QUALITY_ASSURE,)),
    (
        (
            r"(?:review|check)\w* (?:the )?(?:(?:impact|effectiveness|quality) of|(?:[\w-]+ )?compliance with)"
            r"|(?:undertake|carry out|conduct|complete|do)\w* (?:an? )?(?:[\w-]+ )?deep[ -]dives?"
            rf"|(?:undertake|carry out|conduct|complete|do)\w* (?:an? )?(?:[\w-]+ ){{0,2}}?reviews? of {CASES}"
        ),
        (A.QUALITY_ASSURE,),
    ),
    # What staff are taught, and what is found out.
    (
        rf"(?:run|hold|offer|provid|deliver|arrang)\w* (?:[\w-]+ ){{0,2}}?sessions? for {THE}(?:[\w-]+ )?{STAFF}",
        (A.TRAIN,),
    ),
    (r"(?:have|has|gain) (?:the )?(?:[\w-]+ )?(?:skills?|knowledge|expertise) (?:to|in|for|about|of)", (A.TRAIN,)),
    (rf"(?:fund|pay for|resourc)\w* (?:[\w-]+ ){{0,3}}?{TRAINING}", (A.COMMISSION, A.TRAIN)),
    (
        (
            r"review\w* (?:why|the reasons)|(?:undertak|carr|do"
            r"|conduct)\w* (?:out )?(?:an? )?(?:(?!training)[\w-]+ )?needs analysis"
        ),
        (A.EXPLORE,),
    ),
    (rf"learn\w* from {THE}{FAMILIES} (?:what|how|why)", (A.EXPLORE,)),
    (r"explor\w* (?:the )?(?:[\w-]+ )?funding", (A.EXPLORE, A.COMMISSION)),
    (r"report\w* on how (?:it|they|each) (?:knows?|can)", (A.SEEK_ASSURANCE,)),
    (
        (
            r"(?:seek|gain|obtain|receiv|request)\w* (?:[\w-]+ )?assurances? that [^;]*?(?:recommendations"
            r"|actions)[^;]*? (?:implemented|complete\w*|carried|taken|delivered)"
        ),
        (A.SEEK_ASSURANCE, A.OVERSEE_IMPLEMENTATION),
    ),
    (
        (
            r"(?:distribut|circulat)\w* (?:the |an? )?(?:[\w-]+ ){0,2}?briefings?"
            r"|(?:publish|issu|produc)\w* (?:an? )?(?:[\w-]+ ){0,2}?(?:briefings?|summary) (?:on|about"
            r"|of) (?:the |this )"
            r"(?:case|findings|lessons|learning|review)|(?:hold|run"
            r"|arrang)\w* (?:an? )?(?:multi-agency )?(?:(?:learning|briefing) (?:events?|sessions?)"
            r"|briefings?) (?:on|about"
            r"|to (?:share|discuss|spread)) (?:the |this )?(?:findings|lessons|learning|review)"
        ),
        (A.DISSEMINATE,),
    ),
    (r"us\w+ (?:local |social |the )*(?:radio|media|newspapers?|press|television)", (A.RAISE_AWARENESS,)),
    (r"(?:com\w+|get) together", (A.COORDINATE,)),
    (r"put\w* (?:it |this )?(?:down )?in writing", (A.DEVELOP,)),
    # What agencies and families are asked or told.
    (
        (
            r"ask\w* (?:all |each |every |its |local |the )*(?:schools?|nurser(?:y|ies)|agenc(?:y|ies)|partners?"
            r"|services?|providers?|(?:GP )?practices?|GPs|police|council|hospitals?|boards?|areas?"
            r"|(?:[\w-]+ )?trusts?) (?:how|what|whether|why|which)(?! (?:it|they|each) (?:knows?|can|assures?))"
        ),
        (A.EXPLORE,),
    ),
    (
        rf"(?:explain|show)\w* (?:[^;,]*? )?(?:to )?{THE}(?:new |expectant )*{_ONE}[^;]*? (?:what|how|why|that|when)",
        (A.RAISE_AWARENESS,),
    ),
    (rf"explain\w* (?:the )?(?:law|rules?|risks?|dangers?) [^;]*?to {THE}{_ONE}", (A.RAISE_AWARENESS,)),
    (rf"advis\w* {THE}(?:new |expectant )*{_ONE} (?:about|of|on|that|how)", (A.RAISE_AWARENESS,)),
    (r"(?:aware of|familiar with)", (A.RAISE_AWARENESS,)),
    (
        r"(?:ensur|mak)\w+ (?:sure )?(?:that )?(?:it|they) (?:is|are) (?:assured|satisfied|confident)",
        (A.SEEK_ASSURANCE,),
    ),
    (
        rf"(?:return|come back|go back)\w* to {THE}(?:[\w-]+ )?(?:recommendations|actions|action plan)",
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    (r"mak\w* the case nationally", (A.ESCALATE_NATIONAL,)),
    (r"us\w+ (?:this|the) (?:case|review) (?:in|as|for) (?![^;]*?training)", (A.DISSEMINATE,)),
    (rf"giv\w* {NEAR}?the (?:names?|details|addresses|numbers?|history) of", (A.SHARE_INFORMATION,)),
    (rf"contact\w* {NEAR}for (?:its|their|the) (?:records?|information|history|files?|notes)", (A.SHARE_INFORMATION,)),
    (r"test\w* (?:it|them|this) ", (A.QUALITY_ASSURE,)),
    # What is paid for, and what is struck out.
    (
        (
            r"secur\w* (?:[^;,]{0,40}?(?:provision|services?|places?|therap\w+)|(?:[\w-]+ ){0,2}?(?:support"
            r"|counselling) for)"
        ),
        (A.COMMISSION,),
    ),
    (r"bring\w* back (?:an?|the|its) ", (A.COMMISSION,)),
    (
        (
            rf"offer\w* {THE}{FAMILIES} (?:[\w-]+ ){{0,3}}?(?:help|support|counselling|therapy|respite|advoca\w+"
            r"|sessions|classes)"
            rf"|offer\w* {THE}{FAMILIES} (?:of|with|in) [^;,]{{3,50}}? (?:an? )?(?:mental |physical )?health checks?"
        ),
        (A.COMMISSION,),
    ),
    (
        (
            rf"(?:remov|strik|tak|delet|drop)\w* (?:out )?{NEAR}?(?:from|of"
            rf"|out of) {THE}(?:[\w-]+ ){{0,3}}?{DOCUMENT_NOUN}"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        r"tak\w* out of (?:the|its|their) (?:[\w-]+ )?(?:polic\w+|procedures?|guidance|protocols?|forms?)",
        (A.REVIEW_GUIDANCE,),
    ),
)

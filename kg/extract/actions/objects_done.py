"""Verbs that say little, with objects that are found out, paid for, met or written: "find money", "join the panel"."""

from kg.extract.actions.nouns import (
    CAPACITY,
    CASE_MEETING,
    CASE_PLAN,
    DOCUMENT_NOUN,
    FAMILIES,
    FEW,
    GROUP,
    NEAR,
    RESOURCE,
    SERVICE,
    STAFF,
    THE,
)
from kg.model import Action

A = Action


DONE_FRAMES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    # What is to be changed nationally.
    (
        (
            rf"(?:seek|press|push|campaign|argu|lobby|call|ask|request|petition)\w* (?:for )?{FEW}(?:changes?"
            r"|amendments?|reforms?|legislation|law|national \w+)"
        ),
        (A.ESCALATE_NATIONAL,),
    ),
    # What is to be found out.
    (r"giv\w* (?:[\w-]+ )?(?:thought|consideration) to", (A.EXPLORE,)),
    (
        r"(?:seek|work|try|tri)\w* (?:with [^;,]{3,40}? )?to (?:better )?(?:understand|explore|identify|find out)",
        (A.EXPLORE,),
    ),
    (r"(?:gain|build|develop|get|obtain)\w* (?:an? )?(?:[\w-]+ )?(?:understanding|insight|picture)", (A.EXPLORE,)),
    (
        (
            r"(?:gather|collect|seek|hear)\w* (?:the )?(?:views|experiences|feedback|opinions) (?:of|from) "
            rf"{NEAR}(?:on|about)"
        ),
        (A.EXPLORE,),
    ),
    (rf"ask\w* {THE}(?:{FAMILIES}|{STAFF}) (?:what (?:would|helps?|stops?|gets)|why)", (A.EXPLORE,)),
    (
        (
            r"(?:conduct|carry|carries|undertak|complet|do|commission|run|hold)\w* (?:out )?(?:an? )?(?:[\w-]+ "
            r"){0,2}?(?:survey|needs assessment|consultation"
            r"|scoping exercise|mapping exercise)"
        ),
        (A.EXPLORE,),
    ),
    (rf"discuss\w* {NEAR}?(?:what|why|how|whether)|hold\w* an? discussion", (A.EXPLORE,)),
    (
        r"assess\w* (?:the need for|the demand|whether the (?:service|model|system|offer|current|team|present))",
        (A.EXPLORE,),
    ),
    (r"weigh\w* the case|consult\w* (?:with )?", (A.EXPLORE,)),
    (
        (
            r"(?:find(?:s|ing)? out|establish\w*) (?:how|what|whether|who|why) (?:an?|the|each|every) (?:child"
            r"|baby|young person|parent|family|pupil|patient)"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    # Whether it works.
    (
        (
            r"(?:test|review|assess|measur|evaluat|see)\w* (?:[\w-]+ ){0,5}?(?:whether|how (?:well|far|widely"
            r"|often)) (?:it|they|this|these|the|training|changes?|new)"
            r"(?! (?:service|system|current|present|offer|child|baby|parent|model|plan))"
        ),
        (A.QUALITY_ASSURE,),
    ),
    (r"test\w* (?:the )?(?:use|quality|impact|working|reach)", (A.QUALITY_ASSURE,)),
    (r"(?:collect|gather|us|analys|monitor)\w* (?:[\w-]+ ){0,2}?data|set\w* (?:[\w-]+ )?measures", (A.QUALITY_ASSURE,)),
    # Money, people and places.
    (
        (
            rf"(?:offer|provid|mak|extend|giv|get|set up)\w* (?:[\w',-]+ ){{0,5}}?{SERVICE}(?: (?:to|for|in|at"
            r"|available)|$)"
        ),
        (A.COMMISSION,),
    ),
    (rf"mak\w+ (?!information){NEAR}available", (A.COMMISSION,)),
    (
        rf"(?:find|secur|allocat|identif|releas|set aside|protect|ring-fenc)\w* (?:[\w-]+ ){{0,4}}?{RESOURCE}",
        (A.COMMISSION,),
    ),
    (rf"secur\w* [^;]*? (?:and|with) the {RESOURCE}", (A.COMMISSION,)),
    (
        rf"(?:cut|reduc|lower|bring down|limit|cap|shorten|increas|rais|improv|manag)\w* (?:[\w-]+ ){{0,3}}?{CAPACITY}",
        (A.COMMISSION,),
    ),
    (
        rf"open\w* (?:an? |more |new )+{FEW}(?:clinics?|services?|units?|refuges?|centres?|hubs?|homes?)",
        (A.COMMISSION,),
    ),
    (
        (
            rf"(?:extend|widen|continu|expand|double)\w* {THE}(?:[\w-]+ ){{0,3}}?(?:schemes?|services?"
            r"|provision|offer|hours|clinics?)"
        ),
        (A.COMMISSION,),
    ),
    (
        (
            r"(?:appoint|employ|recruit|hire)\w* (?:an?|more|additional|two) (?:(?:specialist|dedicated|second"
            r"|extra|full-time|part-time|new|more) )"
        ),
        (A.COMMISSION,),
    ),
    (r"(?:ensur|mak)\w+ (?:sure )?(?:that )?there (?:is|are) (?:enough|sufficient|adequate|more) ", (A.COMMISSION,)),
    (
        (
            rf"(?:ensur|mak)\w+ (?:sure )?(?:that )?{FEW}(?:is|are) (?:properly |adequately |fully "
            r")?(?:resourced|funded|staffed)"
        ),
        (A.COMMISSION,),
    ),
    (r"on offer|available (?:to|for|in|at|across|from|when|during|without|within|before)", (A.COMMISSION,)),
    # With others.
    (
        rf"(?:join|sit|take part|be represented|be members?)\w* (?:on |in |at |of |into )?{NEAR}?{GROUP}",
        (A.COORDINATE,),
    ),
    (rf"invit\w* {NEAR}to {THE}{FEW}{CASE_MEETING}", (A.COORDINATE, A.ENSURE_PRACTICE)),
    (rf"(?:invit|bring)\w* {NEAR}(?:to|into|onto) {THE}{FEW}{GROUP}", (A.COORDINATE,)),
    (rf"part of {THE}(?:[\w-]+ ){{0,3}}?{GROUP}", (A.COORDINATE,)),
    (
        r"(?:carry|carries|hold|undertak|do|mak|conduct)\w* (?:out )?(?:an? |regular |more )*joint (?:[\w-]+ )?visits?",
        (A.COORDINATE, A.ENSURE_PRACTICE),
    ),
    (
        (
            r"(?:carry|carries|hold|undertak|do|mak|conduct)\w* (?:out )?(?:an? |regular |more )*joint (?:[\w-]+ )?"
            r"(?:supervision|meetings?|assessments?|interviews?|reviews?|handovers?)"
        ),
        (A.COORDINATE,),
    ),
    (
        rf"(?:call|hold|arrang|have|conven)\w* (?:an? |the )?(?:[\w-]+ )?{CASE_MEETING}",
        (A.ENSURE_PRACTICE,),
    ),
    (
        (
            r"(?:build|strengthen|improv|forg|develop|mak|foster)\w* (?:[\w-]+ ){0,2}?(?:links|relationships"
            r"|bridges|ties|partnerships) (?:with|between|to)"
        ),
        (A.COORDINATE,),
    ),
    (
        (
            r"(?:call|hold|arrang)\w* (?:an? |regular |more )?(?:[\w'-]+ ){0,2}?(?:liaison|multi-agency"
            r"|professionals'?|joint|planning) meetings?"
        ),
        (A.COORDINATE,),
    ),
    (
        r"agree\w* (?:who|which (?:agency|service|of)) [^;]{2,50}? (?:where|when|whenever|if|for (?:each|every|any)) ",
        (A.DEVELOP, A.COORDINATE),
    ),
    (
        (
            r"agree\w* (?:between [^;,]+ )?(?:who (?:does what|leads?|will lead)|which (?:agency|service|of)"
            r"|what each|roles|responsibilities)"
        ),
        (A.COORDINATE,),
    ),
    (
        (
            r"align\w* (?:the|their) (?:[\w-]+ )?(?:work|plans|efforts)"
            r"|pool\w* (?:budgets|staff|resources|money)"
        ),
        (A.COORDINATE,),
    ),
    # What is already asked for, followed to its end.
    (rf"keep\w* {NEAR}(?:under review|in view)|follow\w* (?:through|up) ", (A.OVERSEE_IMPLEMENTATION,)),
    (
        r"see\w* (?:that|to it that) (?:the |all |its |these )*(?:[\w-]+ )?(?:recommendations|actions)",
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    (
        (
            rf"(?:revisit|review|chas|driv|scrutinis|examin)\w* (?:forward )?{THE}(?:[\w-]+ "
            rf"){{0,2}}?(?:action plans?|actions|progress)"
        ),
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    (r"(?:have|has|retain|maintain|take) (?:[\w-]+ )?oversight", (A.OVERSEE_IMPLEMENTATION,)),
    (r"report\w* (?:[\w-]+ )?on (?:what|how|whether)", (A.OVERSEE_IMPLEMENTATION,)),
    # Written policy.
    (rf"bring\w* {THE}{FEW}{DOCUMENT_NOUN} (?:into line|up to date|together)", (A.REVIEW_GUIDANCE,)),
    (rf"mak\w+ (?:the |its |their |all |local |this )+(?:[\w-]+ ){{0,3}}?{DOCUMENT_NOUN} ", (A.REVIEW_GUIDANCE,)),
    (r"tak\w+ (?:another|a fresh|a second|a new|a closer) look", (A.REVIEW_GUIDANCE,)),
    (
        (
            r"(?:add|includ|writ|put|insert|build)\w* [^;,]*? (?:to|in|into) (?:the |its |their |all |local "
            rf")+(?:[\w-]+ ){{0,3}}?{DOCUMENT_NOUN}"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (rf"mak\w+ clear in {THE}{FEW}{DOCUMENT_NOUN}", (A.REVIEW_GUIDANCE,)),
    # What is drawn up for one child is practice, and not a document for all.
    (
        (
            rf"(?:writ|draw|mak|develop|complet|produc|prepar|agree|put)\w* (?:up |in place )?{THE}(?:[\w-]+ "
            rf")?{CASE_PLAN}"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (
        r"embed\w* (?:the )?(?:[\w'-]+ ){0,2}?(?:voices?|curiosity|challenge|reflection|culture|focus|thinking)",
        (A.ENSURE_PRACTICE,),
    ),
    (
        r"consider\w* (?:an? )?(?:[\w-]+ )?(?:strategy (?:discussion|meeting)|referral|legal advice)",
        (A.ENSURE_PRACTICE,),
    ),
    # What is made.
    (r"in place(?= |$)|get\w* [^;,]*? up and running", (A.DEVELOP,)),
    (
        r"(?:start|launch|begin)\w* (?:an? |the )(?:[\w-]+ ){0,3}?(?:pilot|register|scheme|log|forum|group|service)",
        (A.DEVELOP,),
    ),
    (r"put\w* in place (?:an? )?(?:way|means|method|route)s? ", (A.DEVELOP,)),
)

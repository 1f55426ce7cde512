"""Verbs that say little by themselves, with the objects that say what is asked: "give a copy", "put on the website".

They are tried before the frames of `action_frames`, in this order.
"""

from kg.extract.action_nouns import (
    CAPACITY,
    CASE_PLAN,
    DOCUMENT_NOUN,
    FAMILIES,
    GROUP,
    LESSONS,
    RESOURCE,
    SERVICE,
    STAFF,
    TRAINING,
)
from kg.model import Action

A = Action

_FEW = r"(?:[\w'-]+ ){0,4}?"
_ANY = r"[^;]*? "
_NEAR = r"[^;,]*? "
_THE = r"(?:(?:an?|the|this|these|its|their|our|all|any|every|each|both|local|key|own) )*"

OBJECT_FRAMES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    # To see for oneself, or to be shown, that something is done.
    (
        (
            rf"(?:check|confirm)\w* (?:[\w-]+ ){{0,4}}?(?:that |whether )?{_NEAR}?(?:steps|actions"
            r"|recommendations|changes) "
            r"(?:[\w-]+ ){0,6}?(?:have been|has been|are|is) (?:taken|made|completed|carried)"
        ),
        (A.OVERSEE_IMPLEMENTATION, A.SEEK_ASSURANCE),
    ),
    (
        (
            rf"(?:check|ensur)\w* (?:that )?{_THE}{_FEW}{DOCUMENT_NOUN} (?:reflect|comply|include|cover|mention"
            r"|say|match)s?"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (r"check\w* (?:one|two|three|five|ten|twenty|\d+|a (?:sample|selection|number)) ", (A.QUALITY_ASSURE,)),
    (r"check(?:s|ed|ing)? (?:(?!each|every)[\w'-]+ ){0,6}?(?:that|whether|if)", (A.SEEK_ASSURANCE,)),
    (r"check(?:s|ed|ing)? (?:each|every) (?:month|quarter|year|term) (?:that|whether|if)", (A.SEEK_ASSURANCE,)),
    (r"(?:show|demonstrat|evidenc|prov)(?:e|es|s|ing)? (?:[\w-]+ ){0,2}?(?:that|how)", (A.SEEK_ASSURANCE,)),
    (
        (
            r"(?:provid|giv|seek|obtain|requir|request|ask)\w* (?:for )?(?:[\w-]+ ){0,2}?(?:evidence|proof"
            r"|confirmation|reassurance)"
            r" (?:of|that|on|from|about)"
        ),
        (A.SEEK_ASSURANCE,),
    ),
    (
        rf"(?:ask|press|requir|request)\w* {_NEAR}for (?:[\w-]+ ){{0,2}}?(?:assurances?|evidence|proof)",
        (A.SEEK_ASSURANCE,),
    ),
    (rf"ask\w* {_NEAR}how (?:it|they|each) (?:knows?|can|assures?)", (A.SEEK_ASSURANCE,)),
    (r"test\w* with ", (A.SEEK_ASSURANCE,)),
    (r"(?:assured|confident|satisfied|reassured) (?:that|about|of)", (A.SEEK_ASSURANCE,)),
    # What was learned, brought to others.
    (
        (
            rf"(?:put|post|publish|plac)\w* {_ANY}on (?:the|its|their|our|every) (?:[\w-]+ )?(?:website"
            r"|intranet|web ?page)s?"
        ),
        (A.DISSEMINATE,),
    ),
    (
        (
            rf"(?:us|build|incorporat|includ|add|put|feed|writ|tak)\w* {_ANY}(?:in|into|to) {_FEW}"
            r"(?:training|induction|curriculum|e-learning|courses?)"
        ),
        (A.TRAIN,),
    ),
    (
        rf"(?:build|add|includ|put)\w* {_ANY}(?:in|into|to) {_FEW}audit (?:programme|cycle|plan|schedule|calendar)",
        (A.QUALITY_ASSURE,),
    ),
    (
        (
            r"(?:shar|publish|circulat|distribut|discuss|present|communicat|spread|cascad|pass|roll|get|tak|mak"
            r"|report|brief|display)\w*"
            rf" (?:on |out |back )?{_THE}(?:{STAFF} on (?:the |these )?)?(?:[\w'-]+ ){{0,2}}?{LESSONS}"
        ),
        (A.DISSEMINATE,),
    ),
    (
        rf"send\w* (?:out )?(?:this |these |the (?=findings|lessons|learning)|its (?=findings))(?:[\w'-]+ )?{LESSONS}",
        (A.DISSEMINATE,),
    ),
    # What staff are to learn.
    (
        (
            r"(?:review|refresh|updat|revis|extend|strengthen|improv|widen|broaden|repeat|develop)\w* "
            rf"{_THE}(?:[\w-]+ ){{0,3}}?{TRAINING}(?! (?:needs|records))"
        ),
        (A.TRAIN,),
    ),
    (
        (
            r"(?:develop|improv|increas|strengthen|enhanc|rais|build)\w* (?:the )?(?:[\w'-]+ ){0,3}?"
            r"(?:skills?|confidence|knowledge|competenc\w+|expertise|capability)"
        ),
        (A.TRAIN,),
    ),
    (
        rf"help(?:s|ing)? {_THE}{STAFF} (?:to )?(?:recognise|understand|identify|spot|respond|feel|talk|know|develop)",
        (A.TRAIN,),
    ),
    (r"learn(?:s|ing)? (?:about|from|how)", (A.TRAIN,)),
    (
        rf"(?:offer|provid|giv|hold|run|deliver|arrang|put|complet|attend)\w* (?:on )?(?:[\w',-]+ ){{0,8}}?{TRAINING}",
        (A.TRAIN,),
    ),
    # What others are told about one child, or shown.
    (
        (
            rf"(?:bring|draw)\w* {_ANY}to the (?:attention|notice) of (?:all |every |the )*(?:staff"
            r"|practitioners|professionals|parents|families|agencies)"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (rf"bring\w* {_ANY}to the (?:attention|notice) of", (A.SHARE_INFORMATION,)),
    (rf"draw\w* {_NEAR}attention", (A.RAISE_AWARENESS,)),
    (
        (
            r"(?:giv|send|provid)\w* (?:[\w'-]+ ){0,5}?(?:copy|copies|sight|an? (?:full |complete "
            r")?(?:account|history)|full details|details) (?:of|to|about)"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (rf"giv\w* {_NEAR}access to (?:[\w'-]+ ){{0,3}}?(?:records?|systems?|notes|files?)", (A.SHARE_INFORMATION,)),
    (rf"open\w* {_THE}(?:records?|files?|notes|systems?) to", (A.SHARE_INFORMATION,)),
    (rf"send\w* {_ANY}to ", (A.SHARE_INFORMATION,)),
    (rf"keep\w* {_NEAR}informed", (A.SHARE_INFORMATION,)),
    (r"let(?:s|ting)? (?:[\w'-]+ ){1,5}?know", (A.SHARE_INFORMATION,)),
    (
        (
            r"report\w* (?:to [^;]{3,60}?,? )?(?:each|every|any|all) (?!quarter|month|year|six|half|week"
            r"|term)(?:[\w-]+ )?\w+"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (r"report\w* to [^;]{3,40}?, [^;,]{3,30}, (?:each|every|any|all) ", (A.SHARE_INFORMATION,)),
    # What families and the public are told.
    (rf"(?:tell|warn|alert|inform)\w* {_THE}(?:new |expectant |all )*{FAMILIES}", (A.RAISE_AWARENESS,)),
    (
        (
            rf"(?:giv|offer|provid)\w* {_THE}(?:new |expectant |all )*(?:{FAMILIES}|{STAFF}) (?:with "
            rf")?(?:[\w'-]+ ){{0,3}}?(?:information|advice|leaflets?)"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (r"giv\w* (?:[\w-]+ )?(?:advice|information) (?:about|on) [^;]*? to ", (A.ENSURE_PRACTICE, A.RAISE_AWARENESS)),
    (rf"mak\w+ {_NEAR}?(?:known|visible)", (A.RAISE_AWARENESS,)),
    (
        (
            rf"(?:ensur|mak)\w+ (?:sure )?(?:that )?{_THE}(?:new )?{FAMILIES} (?:hear|know|understand|are "
            r"(?:told|given|aware|warned))"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (rf"keep\w* {_NEAR}in (?:the minds?|view|sight) of", (A.RAISE_AWARENESS,)),
    (r"(?:re-?)?issu\w+ (?:an? |the )?(?:[\w-]+ )?reminders?", (A.RAISE_AWARENESS,)),
    (
        (
            r"(?:increas|improv|deepen|rais|widen|promot)\w* (?:the )?(?:[\w'-]+ ){0,3}?(?:understanding"
            r"|awareness|visibility)"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (
        r"spread\w* the (?:word|message)|put\w* up (?:[\w-]+ )?(?:posters|notices)|use social media",
        (A.RAISE_AWARENESS,),
    ),
    # What is to be changed nationally.
    (
        (
            rf"(?:seek|press|push|campaign|argu|lobby|call|ask|petition)\w* (?:for )?{_FEW}(?:changes?"
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
            rf"{_NEAR}(?:on|about)"
        ),
        (A.EXPLORE,),
    ),
    (rf"ask\w* {_THE}(?:{FAMILIES}|{STAFF}) (?:what (?:would|helps?|stops?|gets)|why)", (A.EXPLORE,)),
    (
        (
            r"(?:conduct|carry|carries|undertak|complet|do|commission|run|hold)\w* (?:out )?(?:an? )?(?:[\w-]+ "
            r"){0,2}?(?:survey|needs assessment|consultation"
            r"|scoping exercise|mapping exercise)"
        ),
        (A.EXPLORE,),
    ),
    (rf"discuss\w* {_NEAR}?(?:what|why|how|whether)|hold\w* an? discussion", (A.EXPLORE,)),
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
    (rf"mak\w+ (?!information){_NEAR}available", (A.COMMISSION,)),
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
        rf"open\w* (?:an? |more |new )+{_FEW}(?:clinics?|services?|units?|refuges?|centres?|hubs?|homes?)",
        (A.COMMISSION,),
    ),
    (
        (
            rf"(?:extend|widen|continu|expand|double)\w* {_THE}(?:[\w-]+ ){{0,3}}?(?:schemes?|services?"
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
            rf"(?:ensur|mak)\w+ (?:sure )?(?:that )?{_FEW}(?:is|are) (?:properly |adequately |fully "
            r")?(?:resourced|funded|staffed)"
        ),
        (A.COMMISSION,),
    ),
    (r"on offer|available (?:to|for|in|at|across|from|when|during)", (A.COMMISSION,)),
    # With others.
    (
        rf"(?:join|sit|take part|be represented|be members?)\w* (?:on |in |at |of |into )?{_NEAR}?{GROUP}",
        (A.COORDINATE,),
    ),
    (rf"(?:invit|bring)\w* {_NEAR}(?:to|into|onto) {_THE}{_FEW}{GROUP}", (A.COORDINATE,)),
    (rf"part of {_THE}(?:[\w-]+ ){{0,3}}?{GROUP}", (A.COORDINATE,)),
    (
        (
            r"(?:carry|carries|hold|undertak|do|mak|conduct)\w* (?:out )?(?:regular |more )?joint (?:home "
            r")?(?:visits|supervision|meetings|assessments|interviews)"
        ),
        (A.COORDINATE,),
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
        (
            r"agree\w* (?:between [^;,]+ )?(?:who (?:does what|leads?|will lead)|which (?:agency|service|of)"
            r"|what each|roles|responsibilities)"
        ),
        (A.COORDINATE,),
    ),
    (r"align\w* the (?:work|plans|efforts)|pool\w* (?:budgets|staff|resources|money)", (A.COORDINATE,)),
    # What is already asked for, followed to its end.
    (rf"keep\w* {_NEAR}(?:under review|in view)|follow\w* (?:through|up) ", (A.OVERSEE_IMPLEMENTATION,)),
    (
        r"see\w* (?:that|to it that) (?:the |all |its |these )*(?:[\w-]+ )?(?:recommendations|actions)",
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    (
        (
            rf"(?:revisit|review|chas|driv|scrutinis|examin)\w* (?:forward )?{_THE}(?:[\w-]+ "
            rf"){{0,2}}?(?:action plans?|actions|progress)"
        ),
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    (r"(?:have|has|retain|maintain|take) (?:[\w-]+ )?oversight", (A.OVERSEE_IMPLEMENTATION,)),
    (r"report\w* (?:[\w-]+ )?on (?:what|how|whether)", (A.OVERSEE_IMPLEMENTATION,)),
    # Written policy.
    (rf"bring\w* {_THE}{_FEW}{DOCUMENT_NOUN} (?:into line|up to date|together)", (A.REVIEW_GUIDANCE,)),
    (rf"mak\w+ (?:the |its |their |all |local |this )+(?:[\w-]+ ){{0,3}}?{DOCUMENT_NOUN} ", (A.REVIEW_GUIDANCE,)),
    (r"tak\w+ (?:another|a fresh|a second|a new|a closer) look", (A.REVIEW_GUIDANCE,)),
    (
        (
            r"(?:add|includ|writ|put|insert|build)\w* [^;,]*? (?:to|in|into) (?:the |its |their |all |local "
            rf")+(?:[\w-]+ ){{0,3}}?{DOCUMENT_NOUN}"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (rf"mak\w+ clear in {_THE}{_FEW}{DOCUMENT_NOUN}", (A.REVIEW_GUIDANCE,)),
    # What is drawn up for one child is practice, and not a document for all.
    (
        (
            rf"(?:writ|draw|mak|develop|complet|produc|prepar|agree|put)\w* (?:up |in place )?{_THE}(?:[\w-]+ "
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

"""Verbs that say little, with what is done in one case, told of it, or written for all: "flag a child who moves"."""

from kg.extract.actions.nouns import CASE_MEETING, DOCUMENT_NOUN, FAMILIES, NEAR, THE
from kg.model import Action

A = Action

_CHILD = (
    r"(?:child(?:ren)?|bab(?:y|ies)|infants?|pupils?|patients?|young (?:person|people)|famil(?:y|ies)|parents?|mothers?"
    r"|fathers?|households?)\b"
)
_PLACE_TO_SLEEP = (
    r"(?:sleep(?:ing)? (?:space|place)|place (?:for (?:them|it|the baby) )?to sleep|cot|crib|space|room|bed)s?"
)
_TOLD_OF_ONE = (
    r"(?:notifications?|notices?|alerts?|(?:discharge )?(?:summar(?:y|ies)|letters)|cop(?:y|ies)|histor(?:y|ies)"
    r"|records|files?|chronolog(?:y|ies)|complaints)\b"
)
_JOINT_WORK = (
    r"(?:reviews?|assessments?|meetings?|supervision|interviews?|debriefs?|discussions?|(?:home )?visits?|huddles?)"
)
_EACH_TIME = (
    r"(?:where|when(?:ever)?|each time|for (?:each|every|any|all)|(?:before|after|following|within [^;,]{3,20}? of) "
    r"(?:each|every|any|an?)|in (?:each|every|any|all)|by the time|at \d+)\b"
)
_REGULARLY = r"(?:weekly|fortnightly|monthly|quarterly|regularly|each \w+|every \w+)"
_REGULAR = r"(?:(?:regular|weekly|fortnightly|monthly|quarterly) )+"

CASE_FRAMES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    # A child who is marked out in the records of one agency, or told of to another.
    (
        (
            rf"flag\w* {THE}(?:[\w-]+ ){{0,3}}?{_CHILD}"
            r"(?![^;]{0,90}?(?<!and) (?:to|with) (?:the|their|its|all|every|each|children's|social|police|schools?"
            r"|GPs?)"
            r"\b)"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (
        (
            rf"receiv\w* {THE}(?:(?!weekly|monthly|termly|quarterly|yearly|annual|training|briefings?|workshops?"
            rf"|in|on)[\w-]+ ){{0,3}}?{_TOLD_OF_ONE}"
            r"(?! (?:card|training))"
        ),
        (A.ENSURE_PRACTICE, A.SHARE_INFORMATION),
    ),
    (
        (
            rf"(?:ensur\w+|mak\w+ sure) (?:that )?(?!(?:that )?{THE}(?:new )?{FAMILIES})[^;,]{{3,60}}? receives? "
            rf"{THE}(?:[\w-]+ ){{0,3}}?{_TOLD_OF_ONE}"
        ),
        (A.ENSURE_PRACTICE, A.SHARE_INFORMATION),
    ),
    (
        (
            rf"(?:seek|request|obtain|gather|get)\w* (?:[\w-]+ ){{0,2}}?(?:information|records|history) from "
            rf"(?!(?:the |an? |each |every |all )*(?:{FAMILIES}|parent|child|mother|father|young)\b)"
        ),
        (A.ENSURE_PRACTICE, A.SHARE_INFORMATION),
    ),
    (
        r"(?:mak|giv|do|provid)\w* (?:an? )?(?:[\w-]+ ){0,2}?handovers? to ",
        (A.ENSURE_PRACTICE, A.SHARE_INFORMATION),
    ),
    (
        r"writ\w+ (?:jointly|together),? (?:with [^;,]{3,60}?,? )?to ",
        (A.SHARE_INFORMATION, A.COORDINATE),
    ),
    (  # what a governing body is shown of its own service; a partnership sees to what others have done
        (
            r"receiv\w* an? (?:termly|half-termly|monthly|quarterly|yearly|annual|regular) (?:[\w-]+ )?reports?"
            r" (?:on|of"
            r"|about) (?!(?:the |its |all )*(?:[\w-]+ )?(?:progress|actions?|recommendations|implementation|repairs))"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    # What is looked for in one home, and who meets about one child.
    (
        (
            rf"check\w* (?:that|whether|if) (?:there (?:is|are) (?:an? |enough )?(?:[\w-]+ ){{0,2}}?{_PLACE_TO_SLEEP}\b"
            rf"|{THE}(?:[\w-]+ )?{_CHILD}(?: with (?:an? )?[\w-]+)? (?:have|has) (?:an? |somewhere )?(?:[\w-]+"
            rf" ){{0,2}}?"
            rf"{_PLACE_TO_SLEEP}\b)"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (
        (
            rf"(?:hold|carry|carries|undertak|conduct|complet|do)\w* (?:out )?(?:an? )?joint (?:[\w-]+ ){{0,2}}?"
            rf"{_JOINT_WORK}(?: with [^;,]{{3,40}}?)? {_EACH_TIME}"
        ),
        (A.COORDINATE, A.ENSURE_PRACTICE),
    ),
    (
        (
            rf"(?:meet {_REGULARLY}|hold {_REGULAR}meetings (?:with|between) [^;,]{{3,60}}?) to (?:discuss|review|talk"
            rf" about|go through) {THE}(?:[\w-]+ ){{0,2}}?{_CHILD}"
        ),
        (A.COORDINATE, A.ENSURE_PRACTICE),
    ),
    (
        (
            r"(?:hold|call|conven|arrang)\w* (?:an? )?professionals'? meetings? before (?:the|speaking|talking|telling"
            r"|seeing|any|each|every|an?) "
        ),
        (A.ENSURE_PRACTICE, A.COORDINATE),
    ),
    (
        (
            rf"(?:tak\w+ part in|attend\w*|be represented at|join\w*|contribut\w+ to) (?:each|every|all) (?:[\w-]+ )?"
            rf"(?:{CASE_MEETING}|conferences?|core groups?)"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (
        rf"(?:have|has) an? (?:individual |written |agreed )*(?:[\w-]+ ){{0,2}}?plans? for (?:each|every) {_CHILD}",
        (A.ENSURE_PRACTICE,),
    ),
    (
        (
            rf"mak\w+ {NEAR}available (?:for|at|during|in) (?:each|every|all|any) (?:[\w-]+ ){{0,3}}?(?:visits?"
            rf"|meetings?"
            r"|conferences?|assessments?|interviews?|appointments?|contacts?)\b"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (
        (
            rf"offer\w* (?:each|every|all) (?:[\w-]+ ){{0,2}}?{_CHILD} (?:an? )?(?:[\w-]+ ){{0,2}}?(?:visits?|contacts?"
            r"|appointments?|meetings?|conversations?|checks?)\b"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (
        r"strengthen\w* (?:the )?(?:checks|supervision|recording|management oversight)(?! polic| procedure| guidance)",
        (A.ENSURE_PRACTICE,),
    ),
    (r"embed\w* (?:the )?(?:routine|selective|professional) (?:enquiry|curiosity|challenge)", (A.ENSURE_PRACTICE,)),
    # What families and the public are told.
    (
        (
            r"(?:publish|broadcast|put out|print|repeat|send out)\w* (?:an?|the|one|its|joint) (?!(?:key|learning) )"
            r"(?:(?!learning|key)[\w-]+ ){1,3}?messages?\b(?! (?:from|of) )"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (
        (
            r"(?:plac|display|put|hang)\w* (?:up )?(?:[\w-]+ ){0,2}?(?:materials?|posters|leaflets|notices|cards"
            r"|signs) (?:on|about) [^;,]{3,60}? (?:in|at) "
        ),
        (A.RAISE_AWARENESS,),
    ),
    (
        (
            rf"(?:provid|giv|suppl)\w* {NEAR}?(?:with )?(?:the )?(?:telephone |phone )?(?:numbers?|contact"
            rf" details) (?:of|for)"
            r" (?:an?|the|its|their) (?:[\w-]+ ){0,2}?(?:lines?|helplines?|services?|teams?)\b"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (
        (
            r"(?:ensur\w+|mak\w+ sure) (?:that )?[^,;]{3,60}? knows? how to (?:contact|refer|make an? (?:referral"
            r"|alert)"
            r"|get in touch|reach|find|request)\b"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (rf"bring\w* {NEAR}into (?:[\w-]+ ){{0,2}}?(?:training|induction|curriculum)", (A.TRAIN,)),
    # What is written or agreed for all.
    (
        (
            r"(?:adopt|introduc|impos|appl|set|agree|establish)\w* (?:an?|one) (?:[\w-]+ ){0,2}?(?:limit|deadline"
            r"|ceiling"
            r"|cap) (?:of|for|on|to)\b"
        ),
        (A.DEVELOP, A.REVIEW_GUIDANCE),
    ),
    (
        (
            rf"add(?:s|ing)? [^;]{{3,80}}? to (?:(?:the|its|their|every|all|our) (?:[\w-]+ ){{0,3}}?(?:checklists?"
            rf"|questionnaires?|{DOCUMENT_NOUN})\b|(?:[\w-]+ )?(?:checklists|forms|templates)\b)"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        (
            r"(?:includ|writ|put|build|add)\w* [^;]{3,60}? in(?:to)? (?:[\w-]+ ){0,2}?(?:contracts?|service"
            r" specifications?|tenders?|service level agreements?)\b"
        ),
        (A.COMMISSION,),
    ),
    (r"offer\w* an? (?:[\w-]+ ){2,3}?(?:worker|advocate|mentor|adviser|counsellor) to ", (A.COMMISSION,)),
    (
        (
            rf"invit\w* {THE}(?:[\w-]+ )?{FAMILIES} to (?:help (?:to )?)?(?:write|design|make|draft|produce|co-\w+)"
            r" (?!(?:[\w-]+ ){0,3}?plans?\b)"
        ),
        (A.DEVELOP,),
    ),
    (
        (rf"giv\w* {NEAR}(?:an?|one) (?:[\w-]+ ){{0,2}}?(?:route|channel|means|single line|way) (?:for|of|to)\b"),
        (A.DEVELOP,),
    ),
    (
        (
            r"agree\w* (?:an?|one|the) (?:[\w-]+ ){0,2}?(?:procedure|process|protocol|way|system) (?:by|through|under)"
            r" which [^;,]{3,90}? (?:is|are|can be|will be) (?:[a-z]+ )?(?:shared|passed|transferred|exchanged|sent)\b"
        ),
        (A.DEVELOP, A.SHARE_INFORMATION),
    ),
    # What is weighed beside another action.
    (
        (
            r"(?:explor|consider)\w* (?:closer |better |more )?(?:joint|multi-agency|partnership) (?:working|meetings"
            r"|visits|assessments)\b"
        ),
        (A.EXPLORE, A.COORDINATE),
    ),
    (
        (
            r"consider\w* how (?:they|the two|both|[\w' -]{3,40}?) (?:can|could|might|may|should) (?:best |better )?"
            r"(?:jointly [a-z]+|(?:work|act|plan) (?:together|jointly))\b"
        ),
        (A.EXPLORE, A.COORDINATE),
    ),
    (
        r"consider\w*(?:, (?:together )?with [^;,]{3,60},)? (?:an?|the|another) (?:[\w-]+ ){0,3}?campaigns?\b",
        (A.EXPLORE, A.RAISE_AWARENESS),
    ),
)

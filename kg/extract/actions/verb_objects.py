"""Verbs with their objects at the head of a recommendation, and what they ask for."""

from kg.extract.actions.nouns import CASES, CREATED, DOCUMENT_NOUN, FEW, NEAR, THE
from kg.extract.actions.objects_asked import ASKED_FRAMES
from kg.extract.actions.objects_case import CASE_FRAMES
from kg.extract.actions.objects_done import DONE_FRAMES
from kg.extract.actions.objects_general import GENERAL_FRAMES
from kg.extract.actions.objects_kept import KEPT_FRAMES
from kg.extract.actions.objects_shown import SHOWN_FRAMES
from kg.extract.actions.objects_told import TOLD_FRAMES
from kg.extract.text.openings import Openings
from kg.extract.text.wording import pattern
from kg.model import Action

A = Action

TRAINING_GIVEN = (
    r"[^;]*?that (?:[^;]*?(?:provide|deliver|receive|have|undertake|attend|complete)s? [^;]*?(?:training|briefings)"
    r"|[^;]*? (?:is|are) trained (?:in|on|to)\b)"
)

MAKING = (
    r"(?:(?:further )?development|introduc\w+|creat\w+|develop\w+|establish\w+|adopt\w+|setting up"
    r"|formation|production|producing|implement\w+|design\w*)"
)

# What begins at the verb, first match wins: a verb with its object says more than the verb.
FRAMES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (
        (
            r"reach\w* (?:an )?agreement|(?:be|become|form) part of (?:the )?(?:[\w-]+ )?(?:group|subgroup"
            r"|panel|board|meeting)"
        ),
        (A.COORDINATE,),
    ),
    (r"look\w* (?:afresh|anew)", (A.REVIEW_GUIDANCE,)),
    (
        (r"(?:put|plac|bring)\w* (?:this|the) (?:review|report|findings|learning|case) (?:on|before|to)"),
        (A.DISSEMINATE,),
    ),
    (
        (
            r"(?:communicat|present|spread|tak|bring|circulat)\w* (?:the |these "
            r"|its )?(?:[\w-]+ ){0,2}?(?:findings|lessons|learning|what (?:has been|was) learn\w+)"
        ),
        (A.DISSEMINATE,),
    ),
    (r"mak\w+ information [^;]*? available", (A.RAISE_AWARENESS,)),
    (r"keep\w* (?:track|an? watching brief|oversight|under review)|account in public", (A.OVERSEE_IMPLEMENTATION,)),
    (r"(?:gain|seek|obtain)\w* confidence that|(?:demonstrat|evidenc)\w* to", (A.SEEK_ASSURANCE,)),
    (r"secur\w* [^;,]{0,30}?(?:money|funding|funds|resources|investment)", (A.COMMISSION,)),
    (
        (
            r"(?:form|becom)\w* part of [^;]*?(?:training|curriculum|induction)|add\w* [^;]*? training"
            r"|(?:embed|incorporat|build)\w* [^;,]*? (?:in|into|within) (?:[\w-]+ ){0,3}?(?:training|induction)"
        ),
        (A.TRAIN,),
    ),
    (r"(?:run|hold|offer|provid|deliver|put on)\w* (?:an? )?(?:[\w-]+ ){0,2}?courses?", (A.TRAIN,)),
    (r"requir\w+ (?:[\w-]+ ){0,2}?training", (A.TRAIN,)),
    (r"know\w* (?:whom|who|what|how|when|where|about)", (A.RAISE_AWARENESS,)),
    (r"bring\w* in ", (A.DEVELOP,)),
    (
        rf"launch\w* (?:an?|the|its) (?:[\w-]+ ){{0,5}}?{CREATED}",
        (A.DEVELOP,),
    ),
    (
        (
            r"(?:plac\w+ (?:an? |more )?(?:[\w-]+ ){0,2}?|offer\w* an? (?:[\w-]+ )?)(?:workers?|advocates?|nurses?"
            r"|midwi\w+|practitioners?|mentors?|navigators?|specialists?|counsellors?|contacts?|advisers?"
            r"|interpreters?) (?:in|within|at|to|for)"
        ),
        (A.COMMISSION,),
    ),
    (
        rf"review\w* {CASES}",
        (A.QUALITY_ASSURE,),
    ),
    (
        (
            r"teach\w* (?:all |every |our |its )*(?:staff|practitioners|professionals|workers|managers"
            r"|officers|teachers)"
        ),
        (A.TRAIN,),
    ),
    (r"think\w* (?:about|through)|weigh\w* up", (A.EXPLORE,)),
    (r"pay\w* (?:[\w-]+ ){0,3}?(?:attention|heed|regard)", (A.ENSURE_PRACTICE,)),
    (
        (
            rf"(?:includ|add|insert|incorporat)\w* (?:[\w-]+ )?(?:guidance|advice|expectations?|references?|sections?)"
            rf" {NEAR}?(?:in|into|to|within) {THE}(?:[\w-]+ ){{0,3}}?(?:{DOCUMENT_NOUN}|framework|handbook|manual)"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (r"writ\w+ down", (A.ENSURE_PRACTICE,)),
    (r"keep\w* an? (?:[\w-]+ )?(?:list|register|directory)", (A.DEVELOP,)),
    (rf"issu\w+ (?:[\w'-]+ ){{0,3}}?{CREATED}", (A.DEVELOP,)),
    (r"tell\w* the story", (A.DISSEMINATE,)),
    (
        (
            r"tak\w+ on (?:an? |more |additional )(?:[\w-]+ ){0,3}?(?:workers?|advocates?|nurses?|midwi\w+"
            r"|practitioners?|staff)"
        ),
        (A.COMMISSION,),
    ),
    (
        (
            r"(?:run|hold|offer|provid|deliver)\w* (?:[\w-]+ ){0,2}?sessions (?:for|with) (?:parents|families"
            r"|young people|pupils|children)"
        ),
        (A.TRAIN, A.RAISE_AWARENESS),
    ),
    (
        rf"(?:seek|sought|gain|obtain)(?:s|ed|ing)? (?:\w+ ){{0,2}}?(?:re-?)?assurances? {TRAINING_GIVEN}",
        (A.SEEK_ASSURANCE, A.TRAIN),
    ),
    (
        r"(?:seek|sought|gain|obtain|require|request|receive)(?:s|ed|ing)? (?:\w+ ){0,2}?(?:re-?)?assurances?",
        (A.SEEK_ASSURANCE,),
    ),
    (r"(?:be|is|are) (?:assured|satisfied)|assur\w+ (?:itself|themselves|that)", (A.SEEK_ASSURANCE,)),
    (
        rf"(?:provid|giv|offer)\w* (?:\w+ ){{0,2}}?(?:re-?)?assurances? {TRAINING_GIVEN}",
        (A.SEEK_ASSURANCE, A.TRAIN),
    ),
    (r"(?:provid|giv|offer)\w* (?:\w+ ){0,2}?(?:re-?)?assurances?", (A.SEEK_ASSURANCE,)),
    (
        r"(?:seek|sought|gain|obtain|require|request|ask for)(?:s|ed|ing)? (?:\w+ ){0,2}?(?:evidence|confirmation)",
        (A.SEEK_ASSURANCE,),
    ),
    (
        (rf"check\w* (?:an? |each )?{FEW}(?:samples?|quarter|quarterly)|(?:satisfy|assure)\w* [^;]*?\bsampl\w+"),
        (A.QUALITY_ASSURE,),
    ),
    (r"check(?:s|ed|ing)? (?:that|whether|if)", (A.SEEK_ASSURANCE,)),
    (
        (
            r"writ\w+ to|send\w* (?:an? )?(?:[\w-]+ )?(?:cop(?:y|ies)|details|notice|letters?|summar(?:y"
            r"|ies))|cop(?:y|ies) [^;,]*? to"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (r"(?:re-?)?launch\w* (?:[\w-]+ ){0,2}?(?:polic|procedure|protocol|guidance)", (A.RAISE_AWARENESS,)),
    (
        r"adopt\w* [^;,]*?national [^;,]*? (?:in|into|as) (?:an? |the |its )?local ",
        (A.DEVELOP, A.ESCALATE_NATIONAL),
    ),
    (r"adopt\w* (?:[\w-]+ ){0,2}?(?:national|panel)", (A.ESCALATE_NATIONAL,)),
    (r"establish\w* (?:what|why|how|whether|if|which|the (?:reasons?|extent|barriers|scale))", (A.EXPLORE,)),
    (
        (
            rf"(?:re-?consider|explore|examine|scope|assess|test)\w* the (?:feasibility|possibility|merits?"
            rf"|case)[^;,]*? {MAKING}"
        ),
        (A.EXPLORE, A.DEVELOP),
    ),
    (r"(?:explor|examin|assess)\w* the (?:feasibility|possibility|merits?|case)", (A.EXPLORE,)),
    (r"build\w* (?:the )?(?:skills|confidence|knowledge|competenc\w+|capability|expertise)", (A.TRAIN,)),
    (
        (
            r"(?:deliver|provid|offer|run|develop)\w* (?:an? )?(?:[\w-]+ ){0,3}?(?:programme of learning"
            r"|learning programme|e-learning|coaching|mentoring for (?:staff|managers|practitioners))"
        ),
        (A.TRAIN,),
    ),
    (
        (
            r"hold\w* [^;,]*? to account|report\w* (?:on )?progress"
            r"|follow\w* up (?:on )?(?:the )?(?:actions|recommendations)"
            r"|receiv\w* (?:[\w-]+ ){0,3}?(?:progress|updates?|reports?)"
        ),
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    (
        (
            r"(?:ensur|mak)\w+ (?:sure )?(?:that )?(?:the |these |all |previous |its )*(?:recommendations"
            r"|actions|action plans?)[^;,]*? (?:implemented|completed|carried out|delivered|acted)"
        ),
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    (
        (
            r"(?:ensur|mak)\w+ (?:sure )?(?:that )?(?:[\w-]+ ){0,3}?(?:polic(?:y|ies)|procedures?|guidance|protocols?)"
            r"[^;,]*? (?:up[ -]to[ -]date|updated|revised|reviewed|current|compliant)"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        (
            r"(?:ensur|mak)\w+ (?:sure )?(?:that )?there (?:is|are) (?:[\w-]+ ){0,2}?(?:capacity|provision"
            r"|resources?|funding|staff)"
        ),
        (A.COMMISSION,),
    ),
    (r"(?:continue|carry on|keep)\w* (?:to )?(?:pay|fund|paying|funding|commission\w*)", (A.COMMISSION,)),
    (
        (
            rf"(?:put|bring|have|get|implement|embed|institut|roll|instal|work|operat|introduc)\w* (?:(?:in"
            rf"|out|up|to|place|into|from) )*(?:(?:an?|one|the|its|their|new|single|shared|joint) )+{FEW}{CREATED}"
        ),
        (A.DEVELOP,),
    ),
    (
        (
            r"(?:improv|strengthen|promot|increas|encourag)\w* (?:the )?(?:[\w-]+ ){0,2}?(?:information[ -]sharing"
            r"|sharing of (?:[\w-]+ )?information|flow of information|communication between)"
        ),
        (A.SHARE_INFORMATION,),
    ),
    (
        (
            r"(?:improv|strengthen|promot|increas|encourag|develop)\w* (?:the )?(?:[\w-]+ ){0,2}?"
            r"(?:joint working(?! (?:protocol|agreement|polic|procedure|strateg))"
            r"|co-?ordination|(?:closer|better) working"
            r"|collaboration|partnership working|multi-agency working|co-operation|links|joined[ -]up \w+)"
        ),
        (A.COORDINATE,),
    ),
    (
        (
            r"bring\w* [^;,]*? together|work\w* more closely|hold\w* (?:an? )?(?:joint|multi-agency"
            r"|professionals'?) meetings?"
        ),
        (A.COORDINATE,),
    ),
    (
        r"(?:mak\w+ )?representations? to|rais\w+ (?:\w+ ){0,4}?(?:nationally|at (?:a )?national level)",
        (A.ESCALATE_NATIONAL,),
    ),
)

COMPILED_FRAMES = Openings(
    (pattern(words), actions)
    for words, actions in (
        *CASE_FRAMES,
        *KEPT_FRAMES,
        *ASKED_FRAMES,
        *TOLD_FRAMES,
        *SHOWN_FRAMES,
        *DONE_FRAMES,
        *FRAMES,
        *GENERAL_FRAMES,
    )
)

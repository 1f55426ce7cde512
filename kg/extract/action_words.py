"""The words of recommendations that say more than a verb alone, and what they ask for."""

from kg.extract.wording import pattern
from kg.model import Action

A = Action

_TRAINING_GIVEN = (
    r"[^;]*?that [^;]*?(?:provide|deliver|receive|have|undertake|attend|complete)s? [^;]*?(?:training|briefings)"
)

# What is made or agreed, and so developed.
_CREATED = (
    r"(?:protocol|standard|strategy|polic(?:y|ies)|procedure|process(?:es)?|tool(?:kit)?|pathway|guide"
    r"|guidance|framework"
    r"|system|role|panel|leaflet|register|checklist|charter|group|board|forum|form|template|model|mechanism|database"
    r"|agreement|programme|arrangements|plan|record|alert|flag|prompt|directory|point of contact|team)s?"
)
MAKING = (
    r"(?:(?:further )?development|introduc\w+|creat\w+|develop\w+|establish\w+|adopt\w+|setting up"
    r"|formation|production"
    r"|producing|implement\w+|design\w*)"
)
_FEW = r"(?:[\w'-]+ ){0,4}?"

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
    (r"(?:form|becom)\w* part of [^;]*?(?:training|curriculum|induction)|add\w* [^;]*? training", (A.TRAIN,)),
    (r"(?:run|hold|offer|provid|deliver|put on)\w* (?:an? )?(?:[\w-]+ ){0,2}?courses?", (A.TRAIN,)),
    (r"requir\w+ (?:[\w-]+ ){0,2}?training", (A.TRAIN,)),
    (r"know\w* (?:whom|who|what|how|when|where|about)", (A.RAISE_AWARENESS,)),
    (r"bring\w* in ", (A.DEVELOP,)),
    (
        (
            r"teach\w* (?:all |every |our |its )*(?:staff|practitioners|professionals|workers|managers"
            r"|officers|teachers)"
        ),
        (A.TRAIN,),
    ),
    (r"think\w* (?:about|through)|weigh\w* up", (A.EXPLORE,)),
    (r"writ\w+ down", (A.ENSURE_PRACTICE,)),
    (r"keep\w* an? (?:[\w-]+ )?(?:list|register|log|directory)", (A.DEVELOP,)),
    (rf"issu\w+ (?:[\w'-]+ ){{0,3}}?{_CREATED}", (A.DEVELOP,)),
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
        rf"(?:seek|sought|gain|obtain)(?:s|ed|ing)? (?:\w+ ){{0,2}}?(?:re-?)?assurances? {_TRAINING_GIVEN}",
        (A.SEEK_ASSURANCE, A.TRAIN),
    ),
    (
        r"(?:seek|sought|gain|obtain|require|request|receive)(?:s|ed|ing)? (?:\w+ ){0,2}?(?:re-?)?assurances?",
        (A.SEEK_ASSURANCE,),
    ),
    (r"(?:be|is|are) (?:assured|satisfied)|assur\w+ (?:itself|themselves|that)", (A.SEEK_ASSURANCE,)),
    (r"(?:provid|giv|offer)\w* (?:\w+ ){0,2}?(?:re-?)?assurances?", (A.SEEK_ASSURANCE,)),
    (
        r"(?:seek|sought|gain|obtain|require|request|ask for)(?:s|ed|ing)? (?:\w+ ){0,2}?(?:evidence|confirmation)",
        (A.SEEK_ASSURANCE,),
    ),
    (
        (
            rf"check\w* (?:an? |each )?{_FEW}(?:samples?|quarter|quarterly)|(?:satisfy"
            rf"|assure)\w* [^;]*?\bsampl\w+"
        ),
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
            r"|learning programme"
            r"|e-learning|coaching|mentoring for (?:staff|managers|practitioners))"
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
            r"|actions|action plans?)"
            r"[^;,]*? (?:implemented|completed|carried out|delivered|acted)"
        ),
        (A.OVERSEE_IMPLEMENTATION,),
    ),
    (
        (
            r"(?:ensur|mak)\w+ (?:sure )?(?:that )?(?:[\w-]+ ){0,3}?(?:polic(?:y|ies)|procedures?"
            r"|guidance|protocols?)"
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
            rf"|out|up|to|place|into|from) )*"
            rf"(?:(?:an?|one|the|its|their|new|single|shared|joint) )+{_FEW}{_CREATED}"
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
            r"(?:improv|strengthen|promot|increas"
            r"|develop)\w* (?:the )?(?:[\w-]+ ){0,2}?(?:joint working|co-?ordination"
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
    (r"explor\w+ [^;]*?\btraining", (A.EXPLORE, A.TRAIN)),
    (
        r"commission\w* (?:an? )?(?:[\w-]+ ){0,3}?(?:audits?|evaluations?|inspections?)",
        (A.COMMISSION, A.QUALITY_ASSURE),
    ),
    (r"commission\w* (?:an? )?(?:[\w-]+ ){0,3}?reviews?", (A.COMMISSION, A.REVIEW_GUIDANCE)),
    (r"commission\w* (?:[\w-]+ ){0,5}?(?:training|briefings?|workshops?)", (A.COMMISSION, A.TRAIN)),
    (r"commission\w* (?:[\w-]+ ){0,3}?(?:research|scoping|mapping)", (A.COMMISSION, A.EXPLORE)),
    (r"(?:develop|creat|design|produc)\w* (?:[\w-]+ ){0,5}?(?:campaigns?|publicity)", (A.DEVELOP, A.RAISE_AWARENESS)),
    (r"(?:launch|run|hold|support|repeat|join|lead)\w* (?:[\w-]+ ){0,5}?campaigns?", (A.RAISE_AWARENESS,)),
    (r"flag\w* [^;,]*? (?:to|with)(?= )", (A.SHARE_INFORMATION,)),
    (
        (
            r"invit\w+ (?:the )?(?:midwives|health visitors?|schools?|police|housing|GPs?|agencies|partners?"
            r"|adult services)"
        ),
        (A.COORDINATE,),
    ),
    (r"replac\w+ ", (A.ENSURE_PRACTICE, A.REVIEW_GUIDANCE)),
    (r"find(?:s|ing)? out (?:which|whether|if)", (A.QUALITY_ASSURE, A.SEEK_ASSURANCE)),
    (
        (
            r"find(?:s|ing)? out|look(?:s|ing)? (?:at|into)|(?:undertake|carry out"
            r"|do) (?:[\w-]+ ){0,2}?(?:work [^;,]*?to (?:understand|explore|identify|map)|research|mapping|scoping)"
            r"|identif(?:y|ies|ying) (?:the )?(?:barriers|gaps|reasons|why|how)"
        ),
        (A.EXPLORE,),
    ),
    (
        (
            r"look(?:s|ing)? again|re-?write|(?:undertake|carry out|conduct|complete"
            r"|do) (?:an? )?(?:[\w-]+ ){0,3}?review"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        (
            r"(?:undertake|carry out|conduct|complete|do|repeat|run|use)\w* (?:an? )?(?:[\w-]+ ){0,3}?(?:audits?"
            r"|dip[ -]sampl\w+|evaluations?|quality assurance)|quality[ -]assur\w+|dip[ -]sampl\w+"
        ),
        (A.QUALITY_ASSURE,),
    ),
    (
        (
            r"ensur\w+ (?:an? )?(?:[\w-]+ ){0,3}?(?:systems?|process\w*|arrangements?|mechanisms?|programme) (?:for"
            r"|of|to) (?:quality[ -]assur\w+|audit\w*|monitor\w*)"
        ),
        (A.QUALITY_ASSURE,),
    ),
    (
        (
            r"(?:ensur|mak)\w+ (?:sure )?(?:the )?(?:availability|provision|access|sufficient|adequate|enough"
            r"|appropriate (?:support|resources?|services))"
        ),
        (A.ENSURE_PRACTICE, A.COMMISSION),
    ),
    (
        (
            r"(?:ensur|mak)\w+ (?:sure )?[^,;]*? (?:can get|ha(?:ve|s) access to|(?:is|are) (?:able to access"
            r"|offered|provided with|available|funded|resourced))"
        ),
        (A.ENSURE_PRACTICE, A.COMMISSION),
    ),
    (
        (
            r"(?:ensur|mak)\w+ (?:sure )?[^,;]*? (?:(?:is|are|be) (?:\w+ )?(?:aware|reminded|familiar)"
            r"|know(?:s)? (?:about|of|how|what|when|who))"
        ),
        (A.RAISE_AWARENESS, A.ENSURE_PRACTICE),
    ),
    (r"(?:ensur|mak)\w+ (?:sure )?[^,;]*? (?:training|trained)", (A.TRAIN,)),
    (
        (
            r"(?:offer|provide|deliver|run|hold|arrange|roll out|commission|have|receive|give|complete|attend"
            r"|undertake|organise|include|fund|extend|develop|access|make|secure)\w* (?:[\w',-]+ ){0,9}?(?:training"
            r"|briefings?|workshops?|learning events?|e-learning|seminars?|masterclass\w*|lunchtime sessions?"
            r"|training days?)"
        ),
        (A.TRAIN,),
    ),
    (r"support(?:s|ing)? (?:professionals|staff|practitioners|managers|workers) (?:in|to|with)", (A.TRAIN,)),
    (
        r"(?:give|provide|offer|allow|have|receive|get)s? (?:[\w-]+ ){0,5}?(?:funding|resources|capacity|posts?)",
        (A.COMMISSION,),
    ),
    (r"provid\w+ (?!that|advice|information|evidence|parents with (?:advice|information))", (A.COMMISSION,)),
    (
        (
            r"(?:share|spread|pass on|disseminate|cascade|publish|take)\w* (?:the |its |this "
            r"|these )?(?:[\w-]+ ){0,2}?(?:learning|findings|lessons|good practice|review|messages)"
        ),
        (A.DISSEMINATE,),
    ),
    (r"pass(?:es|ing)? on|hand(?:s|ing)? (?:over|on)|let(?:s|ting)? [\w' ]+ know", (A.SHARE_INFORMATION,)),
    (r"report(?:s|ing|ed)? (?:\w+ ){0,4}?(?:to|in public|back|progress|on progress)", (A.OVERSEE_IMPLEMENTATION,)),
    (
        (
            r"(?:raise|increase|improve|promote|develop|build|strengthen)\w* (?:public |professional |staff |the "
            r"|greater )*(?:awareness|profile)"
        ),
        (A.RAISE_AWARENESS,),
    ),
    (r"(?:make|making) (?:[\w ]+ )?aware|draw(?:s|ing)? attention", (A.RAISE_AWARENESS,)),
    (
        (
            r"work(?:s|ing)? (?:together|jointly|with|in partnership|across|closely)|join(?:s|ing)? (?:up|together)"
            r"|bring(?:s|ing)? together"
        ),
        (A.COORDINATE,),
    ),
    (r"bring(?:s|ing)? [\w ]+ into", (A.COORDINATE,)),
    (r"make (?:better )?use of", (A.ENSURE_PRACTICE,)),
    (
        (
            r"(?:make|making) (?:available|funding)|set(?:s|ting)? aside|increase (?:the )?(?:number|capacity"
            r"|funding|resources)"
        ),
        (A.COMMISSION,),
    ),
    (
        (
            r"(?:extend|strengthen|improve|increase|clarify|change|replace|amend|update|revise"
            r"|refresh)\w* [^;,]*?(?:guidance|polic(?:y|ies)|procedures?|protocols?|templates?|forms?|letters"
            r"|pathways?|thresholds?|criteria|standards?|screens|leaflets?|tools?|strateg(?:y|ies)|agreements?"
            r"|arrangements|process(?:es)?)"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (
        (
            r"(?:ha(?:ve|s)|put in place|put) (?:an? )?(?:[\w-]+ ){0,2}?(?:plans?|polic(?:y|ies)|protocols?"
            r"|procedures?|pathways?|strateg(?:y|ies)|systems?)"
        ),
        (A.DEVELOP,),
    ),
    (r"listen(?:s|ing)? to [\w ]+ through", (A.DEVELOP,)),
    (r"assess(?:es|ing)? (?:the )?(?:impact|effectiveness|quality|compliance)", (A.QUALITY_ASSURE,)),
    (
        (
            r"(?:assess|test|measure|track|raise|set|form|build|improve|improving|implement|understand|stress|study"
            r"|examine|sample) (?:children|whether an?|concerns?|risk|each|every|with|an alert|parents?|families)"
        ),
        (A.ENSURE_PRACTICE,),
    ),
    (r"test(?:s|ing)? (?!compliance|the effectiveness|how well)", (A.ENSURE_PRACTICE,)),
    (r"assess(?:es|ing)? ", (A.ENSURE_PRACTICE,)),
)

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
    (rf"(?:[\w-]+ ){{0,2}}?assurances? {_TRAINING_GIVEN}", (A.SEEK_ASSURANCE, A.TRAIN)),
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
    (rf"(?:guidance|code of)|(?:[\w'-]+ ){{0,4}}?{_CREATED}(?: (?:of|for|on|about|between|to|in)|,)", (A.DEVELOP,)),
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
    rf"|requirement|{_CREATED}))"
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

CREATED_SUBJECT = pattern(rf"(?:an?|one|new|single|joint|shared|clear) {_FEW}{_CREATED}")

COMPILED_FRAMES = tuple((pattern(words), actions) for words, actions in FRAMES)
COMPILED_PASSIVE = tuple((pattern(words), actions) for words, actions in PASSIVE)
COMPILED_NOUNS = tuple((pattern(words), actions) for words, actions in NOUNS)
COMPILED_LIGHT = tuple((pattern(words), actions) for words, actions in LIGHT)
COMPILED_BESIDES = tuple((pattern(words), actions) for words, actions in BESIDES)

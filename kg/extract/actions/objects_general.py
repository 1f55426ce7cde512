"""Verbs with objects of any kind, tried where no narrower table says more: "commission an audit", "raise awareness"."""

from kg.extract.actions.nouns import FAMILIES, THE
from kg.model import Action

A = Action

GENERAL_FRAMES: tuple[tuple[str, tuple[Action, ...]], ...] = (
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
            r"adapt\w* (?:[\w-]+ ){1,4}?(?:guidance|polic(?:y|ies)|procedures?|protocols?|templates?|pathways?"
            r"|tools?|forms?)"
        ),
        (A.REVIEW_GUIDANCE,),
    ),
    (r"introduc\w* (?:(?!an?\b)[\w-]+ ){0,3}?training(?! (?:programme|package|strategy|pathway|plan))", (A.TRAIN,)),
    (
        (
            r"look(?:s|ing)? again|re-?write|agree\w* (?:the )?(?:[\w-]+ )?(?:changes|amendments|revisions) to"
            r"|(?:undertake|carry out|conduct|complete"
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
            r"(?:ensur|mak)\w+ (?:sure )?[^,;]*? (?:can get(?! to\b)|ha(?:ve|s) access to|(?:is|are) (?:able to access"
            r"|offered|provided with|available|funded|resourced))"
        ),
        (A.ENSURE_PRACTICE, A.COMMISSION),
    ),
    (
        (r"(?:ensur|mak)\w+ (?:sure )?[^,;]*? (?:is|are|be) (?:\w+ )?(?:aware|reminded|familiar)"),
        (A.RAISE_AWARENESS, A.ENSURE_PRACTICE),
    ),
    (r"(?:ensur|mak)\w+ (?:sure )?[^,;]*? knows? (?:about|of|what|when|who)", (A.RAISE_AWARENESS,)),
    (r"(?:ensur|mak)\w+ (?:sure )?[^,;]*? knows? how", (A.ENSURE_PRACTICE,)),
    (r"(?:ensur|mak)\w+ (?:sure )?[^,;]*? (?:training|trained)", (A.TRAIN,)),
    (
        (
            r"(?:offer|provide|deliver|run|hold|arrange|roll out|commission|have|receive|give|complete|attend"
            r"|undertake|organise|include|fund|extend|develop|access|make"
            r"|secure)\w* (?:(?![\w'-]+, with\b)[\w',-]+ ){0,9}?(?:training"
            r"|briefings?|workshops?|learning events?|e-learning|seminars?|masterclass\w*|lunchtime sessions?"
            r"|training days?)"
        ),
        (A.TRAIN,),
    ),
    (r"support(?:s|ing)? (?:professionals|staff|practitioners|managers|workers) (?:in|to|with)", (A.TRAIN,)),
    (
        r"(?:give|provide|offer|allow|have|receive|get)s? (?:[\w-]+ ){0,5}?(?:funding|resources|capacity|posts?(?!-))",
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
            rf"work(?:s|ing)? (?:[a-z]+ly )?with {THE}(?:{FAMILIES}|perpetrators|offenders|victims|men)"
            r"(?! (?:to|on)\b| and (?:[\w-]+ )?(?:agencies|partners|services|leaders|groups))"
        ),
        (A.ENSURE_PRACTICE,),
    ),
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
    (rf"extend\w* (?:[\w'-]+ ){{1,6}}?to (?:all|every|each|more) (?:[\w-]+ )?{FAMILIES}", (A.COMMISSION,)),
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

"""The words of recommendations and what they ask for: verbs, nouns that stand for them, and frames that say more."""

from kg.extract.wording import pattern
from kg.model import Action

A = Action

# The lemma of a verb -> what it asks for. A verb that is not here asks for a practice: ENSURE_PRACTICE.
VERBS: dict[str, tuple[Action, ...]] = {
    **dict.fromkeys(
        "develop create design produce write draw introduce establish implement devise formulate prepare build set add adopt"
        " agree link draft pilot form compile".split(),
        (A.DEVELOP,),
    ),
    **dict.fromkeys("review update revise strengthen amend refresh rewrite revisit reword redraft improve clarify".split(), (A.REVIEW_GUIDANCE,)),
    **dict.fromkeys("train brief upskill educate teach".split(), (A.TRAIN,)),
    **dict.fromkeys("explore research consider investigate map examine scope study analyse understand".split(), (A.EXPLORE,)),
    **dict.fromkeys("remind promote emphasise publicise highlight reinforce raise campaign stress advertise".split(), (A.RAISE_AWARENESS,)),
    **dict.fromkeys("assure satisfy".split(), (A.SEEK_ASSURANCE,)),
    **dict.fromkeys("commission fund resource pay invest allocate finance sustain employ recruit".split(), (A.COMMISSION,)),
    **dict.fromkeys("audit evaluate inspect compare sample assess measure test".split(), (A.QUALITY_ASSURE,)),
    **dict.fromkeys("coordinate co-ordinate integrate convene meet collaborate".split(), (A.COORDINATE,)),
    **dict.fromkeys("lobby press petition".split(), (A.ESCALATE_NATIONAL,)),
    **dict.fromkeys("disseminate circulate".split(), (A.DISSEMINATE,)),
    **dict.fromkeys("oversee monitor track".split(), (A.OVERSEE_IMPLEMENTATION,)),
    **dict.fromkeys("share tell notify inform alert exchange pass".split(), (A.SHARE_INFORMATION,)),
    **dict.fromkeys(
        "ensure make recognise require give put support keep check provide offer ask request invite use listen bring call"
        " commit look find seek gain obtain undertake hold run report undertake carry take name appoint publish include work"
        " lead help encourage enable respond treat follow apply record maintain increase reduce extend address challenge"
        " remove replace hear join allow plot complete see visit nominate identify have state demand expect insist set record"
        " arrange change stop start begin continue plan learn embed plan act close hand send move know talk speak adopt"
        " become refer reach prioritise end show explain weigh protect avoid assume routinely involve enquire attend discuss".split(),
        (A.ENSURE_PRACTICE,),
    ),
    "set": (A.DEVELOP,),
    "adopt": (A.DEVELOP,),
}  # fmt: skip

# What begins at the verb, first match wins: a verb with its object says more than the verb.
FRAMES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (r"(?:seek|sought|gain|obtain|require|request|receive)(?:s|ed|ing)? (?:\w+ ){0,2}?(?:re-?)?assurances?", (A.SEEK_ASSURANCE,)),
    (r"(?:be|is|are) (?:assured|satisfied)|assur\w+ (?:itself|themselves|that)", (A.SEEK_ASSURANCE,)),
    (r"check(?:s|ed|ing)? (?:that|whether|if)", (A.SEEK_ASSURANCE, A.ENSURE_PRACTICE)),
    (r"find(?:s|ing)? out (?:which|whether|if)", (A.QUALITY_ASSURE, A.SEEK_ASSURANCE)),
    (r"find(?:s|ing)? out|look(?:s|ing)? (?:at|into)|(?:undertake|carry out|do|commission) (?:[\w-]+ ){0,2}?(?:work to understand|research|mapping|scoping)|identif(?:y|ies|ying) (?:the )?(?:barriers|gaps|reasons|why|how)", (A.EXPLORE,)),
    (r"look(?:s|ing)? again|re-?write|(?:undertake|carry out|conduct|complete|do) (?:an? )?(?:[\w-]+ ){0,3}?review", (A.REVIEW_GUIDANCE,)),
    (r"(?:undertake|carry out|conduct|complete|do|commission|repeat|run|use)\w* (?:an? )?(?:[\w-]+ ){0,3}?(?:audits?|dip[ -]sampl\w+|evaluations?|quality assurance)|quality[ -]assur\w+|dip[ -]sampl\w+", (A.QUALITY_ASSURE,)),
    (r"ensur\w+ (?:an? )?(?:[\w-]+ ){0,3}?(?:systems?|process\w*|arrangements?|mechanisms?|programme) (?:for|of|to) (?:quality[ -]assur\w+|audit\w*|monitor\w*)", (A.QUALITY_ASSURE,)),
    (r"(?:ensur|mak)\w+ (?:sure )?(?:the )?(?:availability|provision|access|sufficient|adequate|enough|appropriate (?:support|resources?|services))", (A.ENSURE_PRACTICE, A.COMMISSION)),
    (r"(?:ensur|mak)\w+ (?:sure )?[^,;]*? (?:can get|ha(?:ve|s) access to|(?:is|are) (?:able to access|offered|provided with|available|funded|resourced))", (A.ENSURE_PRACTICE, A.COMMISSION)),
    (r"(?:ensur|mak)\w+ (?:sure )?[^,;]*? (?:(?:is|are|be) (?:\w+ )?(?:aware|reminded|familiar)|know(?:s)? (?:about|of|how|what|when|who))", (A.RAISE_AWARENESS, A.ENSURE_PRACTICE)),
    (r"(?:ensur|mak)\w+ (?:sure )?[^,;]*? (?:training|trained)", (A.TRAIN,)),
    (r"(?:offer|provide|deliver|run|hold|arrange|roll out|commission|have|receive|give|complete|attend|undertake|organise|include|fund|extend|develop|access|make|secure)\w* (?:[\w',-]+ ){0,9}?(?:training|briefings?|workshops?|learning events?|e-learning|seminars?|masterclass\w*|lunchtime sessions?|training days?)", (A.TRAIN,)),
    (r"support(?:s|ing)? (?:professionals|staff|practitioners|managers|workers) (?:in|to|with)", (A.TRAIN,)),
    (r"(?:have|receive|get)s? (?:[\w-]+ ){0,2}?(?:supervision|protected time|time|resources|funding)", (A.COMMISSION, A.ENSURE_PRACTICE)),
    (r"(?:give|provide|offer|allow)s? (?:[\w-]+ ){0,5}?(?:protected time|funding|resources|capacity|posts?)", (A.COMMISSION, A.ENSURE_PRACTICE)),
    (r"provid\w+ (?!that|advice|information|evidence|parents with (?:advice|information))", (A.COMMISSION,)),
    (r"(?:share|spread|pass on|disseminate|cascade|publish|take)\w* (?:the |its |this |these )?(?:[\w-]+ ){0,2}?(?:learning|findings|lessons|good practice|review|messages)", (A.DISSEMINATE,)),
    (r"pass(?:es|ing)? on|hand(?:s|ing)? (?:over|on)|let(?:s|ting)? [\w' ]+ know", (A.SHARE_INFORMATION,)),
    (r"report(?:s|ing|ed)? (?:\w+ ){0,4}?(?:to|in public|back|progress|on progress)", (A.OVERSEE_IMPLEMENTATION,)),
    (r"(?:raise|increase|improve|promote|develop|build|strengthen)\w* (?:public |professional |staff |the |greater )*(?:awareness|profile)", (A.RAISE_AWARENESS,)),
    (r"(?:make|making) (?:[\w ]+ )?aware|draw(?:s|ing)? attention", (A.RAISE_AWARENESS,)),
    (r"work(?:s|ing)? (?:together|jointly|with|in partnership|across|closely)|join(?:s|ing)? (?:up|together)|bring(?:s|ing)? together", (A.COORDINATE,)),
    (r"(?:call|hold|lead|chair|convene|arrange)\w* (?:an? |the )?(?:[\w-]+ ){0,3}?(?:meetings?|conferences?|discussions?|reviews?)", (A.COORDINATE, A.ENSURE_PRACTICE)),
    (r"bring(?:s|ing)? [\w ]+ into", (A.COORDINATE, A.ENSURE_PRACTICE)),
    (r"make (?:better )?use of", (A.ENSURE_PRACTICE,)),
    (r"(?:make|making) (?:available|funding)|set(?:s|ting)? aside|increase (?:the )?(?:number|capacity|funding|resources)", (A.COMMISSION,)),
    (r"(?:extend|strengthen|improve|increase|clarify|change|replace|amend|update|revise|refresh)\w* [^;,]*?(?:guidance|polic(?:y|ies)|procedures?|protocols?|templates?|forms?|letters|pathways?|thresholds?|criteria|standards?|screens|leaflets?|tools?|strateg(?:y|ies)|agreements?|arrangements|process(?:es)?)", (A.REVIEW_GUIDANCE,)),
    (r"(?:extend|strengthen|improve|clarify) ", (A.ENSURE_PRACTICE,)),
    (r"add(?:s|ing)? ", (A.DEVELOP, A.ENSURE_PRACTICE)),
    (r"(?:ha(?:ve|s)|put in place|put) (?:an? )?(?:[\w-]+ ){0,2}?(?:plans?|polic(?:y|ies)|protocols?|procedures?|pathways?|strateg(?:y|ies)|systems?)", (A.DEVELOP,)),
    (r"listen(?:s|ing)? to [\w ]+ through", (A.DEVELOP, A.EXPLORE)),
    (r"assess(?:es|ing)? (?:the )?(?:impact|effectiveness|quality|compliance)", (A.QUALITY_ASSURE,)),
    (r"(?:assess|test|measure|track|raise|set|form|build|improve|improving|implement|understand|stress|study|examine|sample) (?:children|whether an?|concerns?|risk|each|every|with|an alert|parents?|families)", (A.ENSURE_PRACTICE,)),
    (r"test(?:s|ing)? (?!compliance|the effectiveness|how well)", (A.ENSURE_PRACTICE,)),
    (r"assess(?:es|ing)? ", (A.ENSURE_PRACTICE,)),
)  # fmt: skip

# In the passive, where the verb says less: "be told", "be offered".
PASSIVE: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (r"offered|provided|funded|found|resourced|made available", (A.COMMISSION, A.ENSURE_PRACTICE)),
    (r"told|informed|notified|alerted|shared|given to|passed|sent", (A.SHARE_INFORMATION,)),
    (r"given (?:it|them|advice|information|leaflets?|an? leaflet)|reminded|made aware|promoted|publicised|highlighted", (A.RAISE_AWARENESS,)),
    (r"reported", (A.OVERSEE_IMPLEMENTATION,)),
    (r"added|linked|agreed|assessed|tested|sampled|improved|raised|set|understood|considered", (A.ENSURE_PRACTICE,)),
)  # fmt: skip

# A recommendation without a verb begins with one of these.
NOUNS: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (r"(?:[\w-]+ ){0,3}?reviews? of|(?:revision|update|strengthening|updating|reviewing) of|changes to", (A.REVIEW_GUIDANCE,)),
    (r"(?:[\w-]+ ){0,3}?(?:audits?|evaluations?|inspections?|quality assurance) of", (A.QUALITY_ASSURE,)),
    (r"(?:[\w-]+ ){0,3}?(?:training|briefings?|workshops?|learning events?|workforce development)", (A.TRAIN,)),
    (r"(?:[\w-]+ ){0,2}?assurances?", (A.SEEK_ASSURANCE,)),
    (r"(?:[\w-]+ ){0,2}?(?:research|exploration|mapping|consideration|investigation|study)\b", (A.EXPLORE,)),
    (r"(?:[\w-]+ ){0,2}?(?:awareness|promotion|campaigns?|publicity|reminders?)", (A.RAISE_AWARENESS,)),
    (r"(?:[\w-]+ ){0,1}?(?:dissemination|sharing) of (?:the )?(?:learning|findings|lessons)", (A.DISSEMINATE,)),
    (r"(?:[\w-]+ ){0,2}?(?:information[ -]sharing|sharing (?:of )?(?:[\w-]+ )?information|notification)", (A.SHARE_INFORMATION,)),
    (r"an? (?:national|central) (?:record|register|database|system|standard)", (A.ESCALATE_NATIONAL,)),
    (r"(?:[\w-]+ ){0,3}?(?:funding|provision|availability|commissioning|resources|resourcing) (?:of|for|to)|(?:an? |one )?(?:telephone|help|advice) ?line", (A.COMMISSION,)),
    (r"(?:one|an?|joint|regular|better)? ?(?:[\w-]+ ){0,1}?meetings?", (A.COORDINATE,)),
    (r"(?:better |closer |improved )?(?:joint working|co-?ordination|integration|multi-agency working|joint \w+)", (A.COORDINATE, A.ENSURE_PRACTICE)),
    (r"(?:the )?(?:development|creation|introduction|production|implementation) of", (A.DEVELOP,)),
    (r"(?:are |is )?made (?:around|about|on)", (A.DEVELOP,)),
    (r"(?:an? |one |clear |clearer |new |written |local |joint |shared )+(?:[\w-]+ ){0,4}?(?:protocols?|guides?|guidance|leaflets?|tool(?:kit)?s?|polic(?:y|ies)|strateg(?:y|ies)|pathways?|checklists?|forms?|templates?|records?|standards?|procedures?|systems?|questions?|registers?|flags?|charters?|websites?|posters?|prompts?|letters?|lines?|frameworks?|panels?)\b", (A.DEVELOP,)),
    (r"guidance", (A.DEVELOP,)),
)  # fmt: skip

# Words anywhere in the main clause that ask for something besides.
BESIDES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (r"(?:work(?:s|ing)?|plan|write|draw up|meet) (?:[\w]+ ){0,4}?(?:together|jointly)", (A.COORDINATE,)),
    (r"agree(?:s|d)? (?:with|between|jointly|among)|agreed jointly|(?:write|produce|develop|agree|draw up)s? (?:an? )?(?:shared|joint)", (A.COORDINATE,)),
    (r"invit\w+ (?:the )?(?:midwives|health visitors?|schools?|police|housing|GPs?|agencies|partners?|adult services) [\w ]*to", (A.COORDINATE,)),
    (r"by (?:developing|introducing|creating|producing|establishing|writing|designing)", (A.DEVELOP,)),
    (r"(?:by|through) (?:[\w-]+ ){0,2}?(?:training|briefings)", (A.TRAIN,)),
    (r"by (?:commissioning|funding|providing)", (A.COMMISSION,)),
    (r"(?:agencies|services|partners|schools|providers) (?:provide|deliver|receive|have|offer) [^;]*?(?:training|briefings)", (A.TRAIN,)),
    (r"explore\w* [^;]*?\btraining", (A.TRAIN,)),
)  # fmt: skip

# "consider" before one of these is a step to making it.
CONSIDERED = pattern(
    r"consider(?:s|ing)? (?:the )?(?:(?:further )?development|introduc\w+|creat\w+|develop\w+|establish\w+|adopt\w+"
    r"|an? (?:[\w-]+ ){0,4}?(?:protocol|standard|strategy|policy|procedure|tool(?:kit)?|pathway|guide|guidance|framework|system|service|post|role|panel|leaflet|register|requirement|process|checklist|charter))"
)
DEFAULT = (A.ENSURE_PRACTICE,)

COMPILED_FRAMES = tuple((pattern(words), actions) for words, actions in FRAMES)
COMPILED_PASSIVE = tuple((pattern(words), actions) for words, actions in PASSIVE)
COMPILED_NOUNS = tuple((pattern(words), actions) for words, actions in NOUNS)
COMPILED_BESIDES = tuple((pattern(words), actions) for words, actions in BESIDES)

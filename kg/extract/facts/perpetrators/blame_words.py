"""The words that blame: harm that is done, accusations, acts, and the words around them."""

from kg.extract.facts.harm_agents import NOT_BY_CHANCE

HARM = (
    r"abuse[ds]?|abusing|murder\w*|kill\w+|injur\w+|assault\w*|rape[ds]?|exploit\w+|neglect\w*|stabb\w+|shak\w+|shook"
    r"|harm\w*|poison\w*|drown\w*|strangl\w+|suffocat\w+|homicide|manslaughter|attack\w*|beaten|ill-treat\w+|hurt"
    r"|mistreat\w+|maltreat\w+|cruelty|chastis\w+|punish\w+|inflict\w*|smother\w*|perpetrat\w+|groom\w+|trauma"
    r"|deaths?|burn\w*|scald\w*"
    r"|fabricat\w+|exaggerat\w+|induc\w+|shot|shooting|set|started|caused|torture\w*|offences|traded|sold|traffick\w+"
    r"|recruited|struck|beat\w*|punch\w*|kick\w*|dropped|threaten\w*|throttled|molest\w*|starv\w*|thrown|whipped"
    r"|slapped|bitten|administered|given|coerced|targeted|lured|blackmail\w*|fractur\w+|bruis\w+|violence|illness"
    r"|(?:made|forced) to (?:sell|carry|steal|deal|run|hide|supply)|knifed|hit|swung|choked|dragged|locked|shut"
    r"|filicide|infanticide|abandon\w*|pinned|manhandled|confined|humiliat\w+|abduct\w*|kidnap\w*"
    r"|(?:girl|daughter|pupil)[^.;]{0,40}? (?:pregnant|birth to (?:an?|the|his) (?:child|baby))"
)
ARRESTED = (
    r"(?:arrested|detained|investigated|bailed|cautioned|interviewed|questioned|admitted)"
    r"(?= (?:[\w-]+ ){0,4}?(?:murder|manslaughter|causing|assault|grievous|rape|cruelty|harming|killing|shaking"
    r"|connection|suspicion|neglect|abusing|abuse|injur\w+|hitting|striking|throwing|sexual|poison|administering"
    r"|inducing|fabricating))"
)
# An arrest of which no ground is told, unless the words say that nothing came of it.
ONLY_ARRESTED = (
    r"arrested(?! [^.;]{0,60}?(?:fight|theft|drugs|driving))"
    r"(?=(?: (?:at|from) (?:the|their|his|her) [\w-]+)?[ ]*[.,;]|(?: at the \w+)?,? (?:and|but) (?:the |a |an "
    r"|was |were "
    r"|later |then |subsequently |police |there )*(?:criminal|bail|charge|trial|sentenc|convict|prosecut|proceedings"
    r"|investigat|jail|imprison))"
    r"(?!.{0,90}\b(?:no (?:further|charges?|prosecution|action)|released|never|neither|not|without|dropped"
    r"|nothing|only))"
)
CAUTIONED = r"cautioned(?=(?: by (?:the )?police)?(?: in (?:\w+ )?\d{4}| later| too)?[ ]*(?:[.,;]|and\b))"
BEFORE_A_TRIAL = (
    r"(?:before (?:(?:he|she|they) (?:could )?(?:be (?:tried|charged|prosecuted|sentenced)|(?:stand|face|stood|faced)"
    r" trial)|(?:his|her|their|the|any) (?:trial|sentenc\w+|(?:case|matter) (?:came|went|could|reached|was heard))"
    r"|(?:standing|facing) trial|being (?:tried|charged|sentenced))|(?:(?:while|whilst|when) )?(?:awaiting trial"
    r"|on remand))"
)
CHARGE = (
    r"(?:took (?:his|her) own life|(?:killed|hanged) (?:himself|herself)|(?:died by|committed) suicide)"
    rf"(?: in (?:prison|custody))?,? {BEFORE_A_TRIAL}|died {BEFORE_A_TRIAL}|"
    r"charged|detained (?:[\w-]+ ){0,6}?after (?:admitting|pleading guilty|being (?:convicted|found guilty))"
    r"|died (?:(?:while|whilst|when) )?(?:on (?:police )?bail|awaiting trial|before (?:(?:he|she) could"
    r" be|(?:his|her"
    r"|the) (?:trial|case))(?: (?:tried|charged|prosecuted))?)|convicted|(?:entered|gave|made) (?:a )?(?:guilty"
    r" pleas?|pleas? of guilty)|(?:serving|served|serves|began"
    r"|given|handed|received|got) (?:an? |custodial |suspended )?(?:[\w-]+ )*?(?:sentences?|terms?|orders?)"
    r"|(?:sent to|went to) prison|(?<!been\s)in prison for|await(?:s|ing)? (?:sentenc\w+|trial)|admits"
    r"|(?:fac(?:es?|ed|ing)|stood|stand|on|committed for) (?:\w+ )?(?:trial|charges|prosecution)"
    r"|tried (?:for|with|at|in)|(?:accepted|received|given|issued with) (?:a )?(?:police |adult "
    r"|conditional )*caution|confessed|owned up|(?:under|subject (?:of|to)) (?:a )?(?:police|criminal) investigation"
    r"|(?:(?:remain(?:s|ed)?|placed|put|left|included) )?(?:in|within) (?:a|the) pool of"
    r" (?:(?:possible|potential|likely) )?perpetrators"
    r"|admitted (?!to (?:an? |the )?(?:[\w-]+ )?(?:hospital|ward|unit|care|clinic)s?\b)(?:to )?(?:the |(?!no )\w+ )?"
    r"(?:offence|charge|abuse|killing|murder|manslaughter|neglect|cruelty|[a-z]+ing)\w*"
    r"|(?:made|placed) (?:the )?(?:subject (?:of|to) |under )?an? (?:\w+ )?hospital order|plead(?:ed|ing) not guilty"
    r"|(?:found |ruled |held )*(?:unfit|not fit) (?:to plead|to stand|for) ?(?:trial)?"
    r"|(?:serving|given|received|got|handed|doing) (?:[\w-]+ ){1,2}years(?! (?:old|of (?:support|help|treatment)))"
    r"|(?:found |held |judged )(?:to be )?not criminally responsible"
    r"|found not guilty (?:of \w+ )?(?:by reason of|on the grounds? of) (?:insanity|diminished)"
    r"|(?:serving|serves|given|received) (?:a )?life(?: imprisonment| sentence)?|on (?:police )?bail (?:for"
    r"|on suspicion)"
    r"|(?:reported|(?:the )?subject of a report) to the (?:procurator fiscal|crown office)"
    r"|accused of(?! (?:witchcraft|being|lying|stealing|theft|bringing|causing trouble))|(?:found|pleaded|pled"
    r"|pleading) guilty|sentenced|imprisoned|jailed|prosecuted|remanded"
    rf"|{ARRESTED}|{ONLY_ARRESTED}|{CAUTIONED}"
    r"|(?:suspected|implicated)(?! (?:of )?(?:having|being|to have) (?:a |been )?(?:mental|ill|victim))"
    r"|(?:held |found |deemed |considered |believed |thought |found to be )*(?:to be )?(?:responsible|culpable"
    r"|to blame)"
    r"(?= for| in|[ ]*[.,;])"
    r"|(?:identified|named|considered|regarded) as (?:the |a |one of )?(?:[\w-]+ )?(?:perpetrators?|suspects?|abusers?)"
    r"|the (?:(?:alleged|likely|main|only|sole|suspected|presumed|probable) )?(?:perpetrators?|suspects?|abusers?)"
)
BE = (
    r"(?:(?:is|are|was|were|has|have|had|having|been|being|both|each|later|subsequently|also|jointly|all|then|since"
    r"|would|be|now"
    r"|themselves|himself|herself|eventually|initially|originally|further|currently|who|(?:was "
    r"|were )?found by (?:an?|the)"
    r" (?:[\w]+ )?(?:court|judge|jury) to have) )*"
)
ACT = (
    r"(?:shook|shaken|shaking|killed|killing|murdered|stabbed|strangled|assaulted|abused|(?:sexually|physically"
    r"|emotionally) (?:abused|assaulted)|raped|suffocated|smothered|drowned|poisoned|beat|attacked|inflicted|exploited"
    r"|threw|thrown|punched|hit|kicked|burned|burnt|scalded|beaten|slapped|bitten|injured|harmed|hurt|caused|set fire"
    r"|bit|groomed|coerced|forced|made(?= (?:him|her|them|(?:the|an?|two|three|several) (?:[\w-]+ )?(?:child"
    r"|children|boys?|girls?|pupils?)|(?-i:[A-Z]\w+))"
    r" (?!disclos|alleg|complain|statement|way|first|friends|own|home|known|feel|safe))|had sex with|persuaded"
    r"|neglected|starved|induced|fabricated|exaggerated"
    r"|(?:tampered|interfered) with(?= (?:his|her|their|the|an?) (?:[\w'-]+ )?(?:feed\w*|tube|line|drip|milk|food"
    r"|bottle|samples?|medic\w+|specimens?|test\w*|ventilator|monitor|catheter|cannula))"
    r"|administered|(?:gave|(?<=\bhad\s)given)(?= [^.;,]{0,40}?(?:overdose|salt|poison|noxious|methadone"
    r"|drugs?|heroin|cocaine"
    r"|tablets?|pills|insulin|medicines?|medication|sedat\w+|alcohol|laxatives?|bleach|dose))|molested"
    r"|trafficked|held(?= \w+ (?:under|in (?:\w+ )?(?:hot|scalding|boiling|cold)))|shot|squeezed|dropped|struck"
    r"|tortured|ill-treated|mistreated)"
)
ADULT = (
    r"(?:(?:birth|new|former|ex-?|own|maternal|paternal|elderly|adult|then|young|estranged|the|his|her|their|its|an?"
    r"|\S+'s) ?)*(?:mother|mum|father|dad|partner|wife|husband|wom[ae]n|m[ae]n|girlfriend|grand\w+|parents?|adults?"
    r"|neighbour|carers?)"
)
# "Their mother (31) was pregnant when she was attacked": who was hurt is the mother.
SHE_WAS = (
    r"(?<!-)(?<!whose )\b(?:mother|mum)\b(?:(?!\b(?:girls?|daughters?|sisters?|child|baby|infant|toddler)\b)[^.;])*?"
    r"\b(?:when|after|because|until|where) +she +(?:(?:was|had|been|being|later|also) +)*"
)
CHILD = (
    r"(?:him|her|them|his|their|the|both|an?|it|two|three|some|several|one|all|injur\w+|multiple|Child|Baby|salt"
    r"|insulin|laxatives|sedatives|methadone|medicines?|medication"
    r"|(?-i:[A-Z]\w+))"
)
ILLNESS = (
    r"(?:(?:his|her|their|the|an?) )?(?:[\w'-]+ ){0,2}?(?:symptoms?|illness\w*|fits?|seizures?|health|medical \w+"
    r"|conditions?|episodes?|allerg\w+|diet|bleeding|vomiting|pain)"
)
# What only one carer saw of a child's illness, and what that carer was seen to do about it.
INVENTED = (
    r"(?:reported|described|claimed|spoke of|told of|insisted on|gave accounts? of|said [^.;,]{1,30} had)"
    r" [^.;]{0,60}?(?:no one|nobody|no-one|none|no other \w+)(?: \w+)? (?:ever |had |has |could )*"
    r"(?:saw|seen|see|witness\w*|observed|heard|confirm\w*)"
    r"|(?:reported|described|claimed|told [^.;,]{1,40}? (?:of|about)) [^.;]{0,60}?(?:that |which )?(?:were|was|had"
    r"|could) (?:never|not) (?:be |been )?(?:seen|witnessed|observed|confirmed|borne out|happened|occurred"
    r"|taken place)"
    r"|(?:gave|given|giving|provided|offered|supplied)(?: [\w-]+){0,3}? (?:false|untrue|misleading|invented|made-up"
    rf"|exaggerated) (?:medical )?(?:accounts?|histor(?:y|ies)|descriptions?|reports?|information) (?:of|about)"
    rf" {ILLNESS}"
    r"|(?:misled|deceived|lied to) (?:[\w-]+ ){0,2}?(?:doctors|clinicians|hospitals?|staff|paediatricians?"
    rf"|professionals|specialists|nurses) (?:about|over|as to) {ILLNESS}"
    r"|(?:repeatedly presented|presented) (?:him|her|them|the (?:child(?:ren)?|boys?|girls?|bab(?:y|ies)|twins|sisters"
    r"|brothers|siblings)) (?:repeatedly )?(?:to|at) (?:\w+ )?(?:hospitals|clinics|surgeries|doctors"
    r"|specialists|trusts)"
    r" with (?:[\w-]+ )?(?:reports|accounts|descriptions|claims|complaints) of"
    r"|(?:had )?(?:made up|invented|falsified|feigned) [^.;]{0,40}?(?:illness\w*|symptoms|fits|seizures|conditions?"
    r"|history)"
)
CAUGHT = (
    r"(?:filmed|caught|seen|recorded|observed)(?: [\w-]+){0,2}? (?:putting|adding|injecting|contaminating|tampering"
    r"|smothering|blocking|hitting|shaking|slapping|interfering|poisoning|giving (?:him|her|them))"
)
CONFESSED = (
    r"(?:accepted|admitted|acknowledged)(?: [\w' -]{1,30}?)? (?:that (?:he|she|they) (?:was|were|had been)"
    r" (?:responsible"
    r"|to blame)(?! for (?:telling|the care))|(?:full )?responsibility for (?:(?:the|his|her|their) )?(?:[\w-]+"
    r" )?(?:injur\w+"
    r"|death|killing|abuse|fractures?|burns?))|"
    r"(?:told|said|admitted|confessed|accepted|acknowledged)(?: to)?(?: [\w' -]{1,30}?)? that (?:he|she|they"
    r"|it was (?:he"
    rf"|she) who) (?:had |may have |might have |both )*(?!made|gave|caused)(?:{ACT}) (?:{CHILD}\b|the (?:child|baby"
    rf"|boy|girl|infant))"
)
DROVE = (
    rf"(?:set|started|lit|caused) (?:the|this|that) (?:[\w-]+ )?(?:fire|blaze){NOT_BY_CHANCE}"
    r"|poured (?:petrol|fuel|accelerant|paraffin)|set it (?:alight|on fire)"
    r"|(?:started|set|lit) (?:deliberately|(?:with|using) (?:petrol|fuel|paraffin|an accelerant))"
    r"|had (?:deliberately )?(?:started|set|lit)(?= it| deliberately|[ ]*[.,;]| in (?:19|20))"
    r"|(?:jumped|leapt|stepped|walked|drove) [^.;,]{3,40}? (?:with|holding|carrying|taking) (?:his|her|their)"
    r" (?:[\w-]+ ){0,2}?(?:sons?|daughters?|child(?:ren)?|bab(?:y|ies)|twins?)|"
    r"set (?:fire to|light to|alight) (?:the |their |his |her |a )(?:[\w-]+ ){0,2}?"
    r"(?:home|house|flat|caravan|car|bedroom|building|property)|deliberately drove|drove (?:the |a |his |her "
    r"|their )?(?:[\w-]+ )?(?:car|van|vehicle) (?:into|off|over|at)"
)
ACTIVE = (
    r"(?:(?:had |later |then |has |have |admitted |allegedly |unlawfully |deliberately |fatally |to have )*"
    rf"{ACT} (?!{ADULT}\b(?!'s))(?!drugs|alcohol|substances|cannabis){CHILD}\b(?! own)"
    r"|(?:took (?:his|her) own life|killed (?:him|her)self|died by suicide) after (?:killing|murdering"
    r"|stabbing|shooting"
    rf"|strangling|drowning|smothering) {CHILD}\b(?! own)"
    rf"|{INVENTED}|{CONFESSED}|{CAUGHT}|{DROVE})"
)
KILLED_ADULT = (
    r"(?:had |then |later )*(?:fatally )?(?:killed|murdered|stabbed|strangled|shot)"
    rf" (?:her|him|{ADULT}|(?-i:[A-Z]\w+))"
)
DET = (
    r"(?:(?:an?|the|his|her|their|its|own|\S+'s|two|three|four|five|six|one|some|several|number of|group of|groups of"
    r"|unrelated|multiple|many|both|older|younger|adult|young|a large|\d+|of|next-door|other|at least|male|female) )*"
)
WORDS = (
    r"(?:(?!(?:after|when|while|and|or|that|who|whom|in|at|of|for|to|with|from|on|by|her|his|their) )"
    r"[\w'-]+ +){0,2}"
)

"""The words that name each kind of abuse, neglect and exploitation: what is done, how, and what it is called."""

from kg.extract.facts.harm_agents import PERSON
from kg.model import Harm

_KINDS = (
    r"(?:,? ?(?:and|or|possible|possibly|suspected|physical|sexual|emotional|psychological|verbal|financial"
    r"|criminal|online|neglect)(?:ly)?)*"
)
_YOUNG = (  # somebody who is a child too
    r"(?:another (?:child|pupil|young person|boy|girl|resident)|other (?:children|pupils|young people"
    r"|residents)|peers?|(?:an? |two |three )?(?:classmate|schoolmate|fellow pupil)s?"
    r"|an? (?:(?:older|teenage|1\d-year-old) )?(?:child|boy|girl|pupil|young person|teenager)(?!'s)|(?:an?|his|her"
    r"|their) (?:[\w-]+ )?(?:half-|step-?)?(?:brother|sister|sibling|cousin),?"
    r" (?:(?:who was |then )?aged |(?:who was |then )|\()(?:1[0-7]|[5-9])\b"
    r"(?! (?:years? (?:older|his|her)|months|weeks|days))"
    r"|(?:an?|his|her|their|the|two|three) (?:\w+ )?(?:(?:[5-9]|1[0-7]|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen)-year-old|teenage) (?:half-|step-?)?(?:brother|sister|sibling|cousin)s?)"
)
_BOY = r"(?:an?|two|three|another) (?:(?:older|younger|teenage|\S+-year-old) )*(?:boy|pupil|teenager|child)s?"
_MADE = (
    r"(?:used|forced|made|coerced|groomed|recruited|exploited|persuaded|pressured|trafficked|drawn"
    r"|lured|paid|threatened|sent)"
)

ABUSE: tuple[tuple[Harm, str], ...] = (
    (
        Harm.PHYSICAL_ABUSE,
        rf"""
        physical(?:ly)?{_KINDS},? (?:abuse[ds]?|abusive|harm(?:ed)?|assault\w*|violence|maltreat\w+|ill-?treat\w+
        ...|punish\w+)
        physical(?:ly)? (?:cruelty|chastis\w+|attack\w*)
        non[ -]?accidental(?:ly)?(?: (?:head|brain|and \w+))?(?: (?:injur\w+|trauma|harm))?
        (?-i:NAIs?)
        not (?:(?:to be|to have been|thought|believed|considered|judged) )*accidental
        (?<!self-)(?<!self\s)inflict(?:ed|ing)
        (?:caused|injured|harmed|hurt) (?:deliberately|intentionally|on purpose|on (?:more than one|several
        ...|different) occasions?)
        (?:deliberate(?:ly)?|intentional(?:ly)?) (?:(?!salt)\w+ )?(?:injur\w+|burn\w*|(?<!salt\s)poison\w*|harm\w*
        ...|hurt|drown\w*|assault\w*)
        injuries caused by (?:his|her|their|an?)
        abusive (?:head )?(?:injur\w+|trauma)
        shaken|shook|shaking
        dragged|manhandled|pinned (?:down|to|against|by)
        beaten|beatings?|battered|kicked|punched|slapped|whipped|throttled|stamped on|lashed|caned|tortur\w+
        (?<!dog\s)(?<!dogs\s)(?<!animal\s)(?<!animals\s)(?:chained|tied (?:up|to))|force[ -]fe(?:d|eding)|bite marks
        swung by|held (?:(?:him|her|them) )?(?:against|under|over|in) (?:(?:an?|the) |(?=hot|boiling|scalding|cold))
        ...(?:hot|cold|burning|boiling|scalding|running|lit)? ?(?:radiator
        ...|shower
        ...|water|tap|hob|stove|fire|cooker|flame|iron)
        no (?:accidental|innocent) (?:explanation|cause)
        (?:severe|harsh|excessive|violent|over-?) ?(?:chastis\w+|punishments?|discipline)
        burns? (?:from|by|with|of|made by|left by) (?:an? )?(?:cigarettes?|iron|lighter|hair straighteners|poker|candle)
        (?:hit|struck) (?:with|by) {PERSON}
        fractures?[^.;]{{0,40}} (?:some|several|many)(?: of (?:them|which))? (?:were |was )?(?:old|older|healing|healed)
        (?:old|older|healing|healed) fractures?
        fractures?[^.;]{{0,40}} (?:different|various|varying|differing) ages
        (?:hit|bit|burn(?:ed|t)|hurt|attacked) (?:him|her|them)(?!self|selves)
        thrown (?:across|against|at|onto|into|to|down|by)|threw (?:him|her|them|the|his|their)
        (?:burn(?:ed|t)|scalded|bitten|cut|immersed|attacked|injured|harmed|wounded|poisoned|hurt) by {PERSON}
        burn(?:ed|t) with|cigarette burns?|hot water by
        (?<!sexually\s)(?<!indecently\s)(?<!sexual\s)(?<!indecent\s)assault(?:ed by|s? (?:of|on|by|causing
        ...|occasioning)|ed)
        serious assault|grievous bodily harm|actual bodily harm|(?-i:GBH|ABH)
        blows? to (?:the|his|her)|beat (?:him|her|them)|on purpose
        (?<!emotional\s)(?<!psychological\s)(?<!mental\s)cruelty(?: to| towards|(?= by | at the hands ))|acid attack
        (?:genital mutilation|(?-i:FGM))
        (?:knife|machete|axe|hammer) attacks? (?:on|upon|against)
        attack(?:s|ed)? (?:him |her |them )?(?:with|using) (?:an? )?(?:\w+ )?(?:knife|knives|machete|axe|hammer
        ...|weapon|bat|bottle|blade|scissors)
        (?:was|were|been) attacked(?! by (?:[\w'-]+ ){{1,4}}dogs?)
        attempted (?:murder|killing|strangulation|suffocation|smothering|drowning)
        tried to (?:kill|drown|smother|suffocate|strangle|poison) (?:him|her|them|his|the)(?!self|selves)
        (?:convicted|guilty) of (?:[\w-]+ ){{0,3}}?(?:assault|wounding)
        """,
    ),
    (
        Harm.SEXUAL_ABUSE,
        rf"""
        sexual(?:ly)?{_KINDS},? (?:abuse[ds]?|abusing|assault(?:s|ed|ing)?|harm(?:ed|ing)?|violence|violat\w+
        ...|molest\w+)
        sexual (?:offen[cd]\w+|activity|touching|intercourse|contact|crimes?|relationship) (?:against|with|of
        ...|towards|involving|by)
        (?:sexual|sex) (?:offences|acts?|crimes)
        (?-i:CSA)|(?:penetrative|intra-?familial|familial) (?:sexual )?abuse
        abus\w+ (?:him |her |them )?sexually|(?:sexual|penetrative) abuse
        raped?|rapes|raping|incest\w*|fondl\w+|indecen(?:t|tly|cy) (?:assault\w*|with|towards)
        (?<!non-)(?<!non\s)(?<!non-\s)molest\w+(?! (?:and [\w-]+ )?(?:orders?|injunctions?|undertakings?))
        (?:touched|handled|kissed|interfered with) (?:(?:him|her|them) )?sexually|sexual(?:ly)? (?:interfer\w+|touched)
        had sex with (?:an?|the|one|two|his|her|several) (?:[\w-]+ ){{0,2}}?(?:pupils?|girls?|boys?|child(?:ren)?
        ...|students?|daughters?|patients?|residents?)
        had sex with (?:him|her) (?:since|from when|when) (?:he|she) was (?:only |just )?(?:[1-9]|1[0-5])\b
        (?:filmed|photographed) (?:(?:him|her|them) )?(?:naked|undressed|undressing|in the (?:bath|shower))
        (?:birth to|bore|carrying|pregnant with) (?:her |the )?(?:step-?)?(?:father|grandfather|uncle|brother
        ...|abuser)'s (?:child|baby)
        pregnant by (?:his|her|their|an?|the)
        (?:child abuse|indecent|sexual|naked|intimate|explicit) (?:images?|videos?|photographs?|pictures)
        groomed (?:online|over the internet|on social media)|online (?:grooming|sexual \w+)
        """,
    ),
    (
        Harm.EMOTIONAL_ABUSE,
        rf"""
        (?:emotional|psychological)(?:ly)?{_KINDS},? (?:abuse[ds]?|abusive|harm(?:ed)?|maltreat\w+|ill-?treat\w+
        ...|cruelty|torment)
        exorcis\w+|(?:called|branded|labelled|accused of being|said to be) (?:an? )?(?:witch|possessed|evil|demon|devil)
        accused of witchcraft
        humiliat\w+|scapegoat\w*|ridicul\w+|belittl\w+|taunted|terrorised|worthless|shouted at|verbal(?:ly)? abus\w+
        told (?:that )?(?:he|she|they|nobody|no one|no-one) (?:was|were|would)
        (?:locked|shut) in (?:an?|the|his|her|their) \w+|made to (?:eat|sleep|stand|live|watch|kneel|beg)
        confine(?:ment|d) (?:of|in|to) (?!(?:an? |the |his |her |their )?(?:wheelchair|bed|hospital|ward))
        (?:isolated|kept apart|cut off|hidden) from (?:other children|(?:his|her|their) (?:brothers?|sisters?|siblings
        ...|peers
        ...|friends))|called names
        kept in (?:an?|the|his|her|their|one) (?!(?:kitchen|medicine) )
        ...(?:[\w-]+ )?(?:bedroom|room|cellar|shed|garage|cage|cupboard|crate
        ...|kennel|attic|loft|outhouse|box|basement|bathroom)
        """,
    ),
    (
        Harm.NEGLECT,
        r"""
        (?:parental )?neglect(?:ed|ful|ing)?
        malnutrition|malnourish\w+|starv(?:ed|ation|ing)(?! of (?:sleep|affection|attention|love|oxygen))
        ...|emaciat\w+|dehydrat\w+
        severe(?:ly)? underweight|hunger|hungry|unfed|under-?fe?ed(?:ing)?|(?:severe|extreme|significant) weight loss
        fail(?:ure|ed|ing)s? to (?:seek|get|obtain|summon|call|provide|give|feed|bring|take
        ...|protect) (?:[\w-]+ ){0,3}?(?:medical|treatment|care|food|help|attention|hospital|doctor|ambulance
        ...|insulin|medicine|medication)
        (?:lack|denial|deprived|denied|without|withheld|withholding) (?:of )?(?:[\w-]+ ){0,2}?(?:food|supervision
        ...|medical (?:care|treatment|attention|help))
        (?:left|leaving)(?: (?:him|her|them|the \w+))?(?: (?:home|at home))? (?:alone|unattended|unsupervised
        ...|uncared for)|home alone
        abandon(?:ed|ment)
        squal(?:or|id)|filth\w*|(?:insanitary|unsanitary|unhygienic|dirty) (?:and [\w-]+ )?(?:home|house
        ...|conditions|flat)
        gross negligence|(?:dental|tooth) (?:decay|neglect)|(?:full of|strewn with
        ...|piled (?:high )?with) (?:rubbish|waste|refuse)|(?:rotten|decayed) (?:teeth|food)|infested
        ...|head lice|nappy burns
        weigh(?:ed|ing|s) (?:only |just )?(?:as (?:much|little) as|what|less than|no more than
        ...|the same as(?! other| most)|half)
        ...[^.;,]{0,30}? (?:weighs?|weighed|should|(?:\w+ )?months?|weeks|newborn|birth|age|baby|child|toddler|\S+-old)
        (?:not|never) (?:been )?(?:fed|changed|washed|bathed)(?! by tube)
        (?:no|without|lacked|little) (?:proper |any )?(?:food|heating|bedding|beds)
        (?:amid|among|in|with) (?:[\w-]+ )?(?:rubbish|faeces|excrement|dog mess)|(?:dog|animal|human) (?:faeces
        ...|excrement)
        (?:found|seen|picked up) (?:\w+ )?wandering|found alone (?:in|on|at|outside|by|near)
        left (?:him|her|them) (?:in (?:his|her|their|a) cots?|behind|to fend)
        (?:convicted|guilty) (?:of|to) (?:[\w-]+ ){0,2}?neglect
        """,
    ),
    (
        Harm.DOMESTIC_ABUSE,
        r"""
        violence between (?:the |his |her |their )*(?:adults|parents|relatives)
        (?:father|partner|stepfather|boyfriend|his)'?s? (?:violence|attacks?|controlling behaviour|coercive \w+)
        (?:attacks?|attacked|assault\w*|violence|violent) (?:on|to|towards|against) (?:his|her|their) mother
        honour[ -]based (?:abuse|violence)
        domestic(?:ally)? (?:abuse[ds]?|violence|abusive)
        (?:strangl|stabb|attack|assault|punch|kick|hit|beat|chok|hurt|threaten|abus)\w*
        ... (?:his|her|their|the)(?: [\w-]+'s?)? (?:mother|mum|wife|partner|girlfriend)(?!-in|'s)
        attack(?:s|ed)? (?:on|against) (?:an? )?(?:\d\d-year-old )?(?:woman|mother)
        (?:(?:serious|violent|fierce|brutal) )?(?:physical )?assaults? (?:of|on|against|upon) (?:an? |the )?
        ...(?:\d\d-year-old )?(?:woman|mother)(?= [^.;]{0,60}?\bby (?:her|an?) (?:[\w-]+ ){0,2}?(?:partner|husband
        ...|boyfriend|ex-\w+))
        (?:saw|seen|see|heard|hear|watched|watch|witnessed) (?:his|her|their|the) (?:mother|mum|father|dad|parents?)
        ... (?:being |be |get )?(?:stab|hit|beat|strangl|attack|assault|punch|kick|chok|hurt|threaten|abus)\w*
        violence of (?:his|her|their|the) (?:father|step\w+|mother's \w+)
        (?:abusive|violent|controlling) (?:and [\w-]+ )?relationship
        coercive(?: and controlling)? (?:control|behaviour|relationship)
        """,
    ),
    (
        Harm.HARMFUL_SEXUAL_BEHAVIOUR,
        rf"""
        sexual(?:ised)? behaviour (?:was|towards|that was) (?:\w+ )?harm\w*
        sexual(?:ised)? behaviours? (?:problems?|difficulties)|sexualised behaviours? (?:of|by|from|towards|in)
        (?:harm|hurt|touch|assault|abus)(?:ed|ing) (?:(?:his|her|their|an?|another|other|two|three|some|several)
        ... )(?:[\w-]+ ){{0,2}}?(?:brother|sister|sibling|cousin|peer|pupil|child|children|resident
        ...|classmate)s? sexually
        harm(?:ed)? (?:of|in) a sexual (?:nature|way)
        sexually (?:abused|assaulted|harmed) (?:(?:his|her|their|two|three|several|some) )(?:[\w-]+ )?(?:cousins?
        ...|brothers
        ...|sisters|siblings|classmates|peers|pupils)
        harmful sexual(?:ised)? (?:behaviours?|acts)|sexually harmful behaviours?|(?-i:HSB)
        (?:problematic|inappropriate|concerning|abusive) sexual(?:ised)? behaviours?|sexually abusive behaviours?
        (?:peer[ -](?:on|to)[ -]peer|child[ -](?:on|to)[ -]child|sibling) (?:sexual )?(?:abuse|assaults?|harm)
        sexual(?:ly)? (?:abused?|assault(?:ed)?|harm(?:ed)?)(?=[^.;]* by {_YOUNG})
        sexually (?:abused|assaulted|harmed) (?:(?!by )\w+ )?(?:other|younger|(?:his|her|their) (?:[\w-]+ )?(?:brother
        ...|sister|sibling|cousin|peer)s?|another)
        (?:boy|girl|pupil|teenager|child|young (?:person|people|man))s?(?: who was| who were)? (?:convicted
        ...|charged|accused|found guilty|arrested|cautioned|prosecuted)[^.;]{{0,40}} (?:sexual|rape
        ...|indecent)\w*(?: \w+){{0,3}}
        (?:sexual (?:assault|abuse)|rape)s?(?= (?:of|on|against) [^.;]{{0,60}}? by (?:{_BOY}|{_YOUNG}))
        (?:boy|pupil|brother|teenager|\d\d?-year-old|young person)(?: of 1\d
        ...| aged 1\d)?,? [^.;,]{{0,40}}?(?:rap(?:ed|ing|e of)|abused|sexual(?:ly)? assault\w*) (?:an?|two|three
        ...|four|another|other|younger|his|her)
        """,
    ),
    (
        Harm.CHILD_SEXUAL_EXPLOITATION,
        rf"""
        (?:child )?sexual(?:ly)?{_KINDS},? exploit\w+|exploit\w+ (?:(?:him|her|them) )?(?:sexually|for sex)
        ...|exploitation (?:for|through) sex\w*|(?-i:CSE)
        (?:traffick\w+|sold|passed|traded)(?: (?!drugs)[\w-]+){{0,6}}? (?:for|into) (?:sex\w*|prostitution)
        (?:in (?:return|exchange) for|exchang\w+ [^.;]{{0,40}}for|traded|paid (?:(?:him|her|them) )?(?:for|to have))
        ... sex\w*|prostitut\w+
        have sex with (?:\w+ )?(?:men|strangers|customers|clients|adults|people|others)
        plied with (?:drink|alcohol|drugs)\b[^.;]{{0,60}}?\b(?:men|adults|sex\w*)
        passed (?:on |round |around )?(?:among|between|to|around) (?:\w+ )?(?:men|adults)
        """,
    ),
    (
        Harm.CHILD_CRIMINAL_EXPLOITATION,
        rf"""
        (?:child )?criminal(?:ly)?{_KINDS},? exploit\w+|exploit\w+ criminally|sexually and criminally|(?-i:CCE)
        county lines?
        traffick(?:ed|ing) (?:(?:him|her|them) )?for (?:criminal|drug|forced crim)\w*
        exploit(?:ed|ation) (?:by|into|to|in|through) [\w ]*(?:gangs?|drugs?|dealers?|crime)|gang exploitation
        {_MADE} [^.;]{{0,50}}?(?:sell|deal|carry|run|supply|hide|hold|move|deliver|stor|transport|distribut
        ...|grow)\w* [^.;]{{0,30}}?(?:drugs?|cocaine|heroin|cannabis|weapons?|guns?|firearms?|knives|package\w*|stolen)
        {_MADE} [^.;]{{0,30}}?(?:shoplift\w*|steal\w*|burgl\w+|county lines?|drug \w+)
        (?:groomed|recruited|exploited|controlled|enslaved) by [^.;]{{0,40}}?(?:gangs?|dealers?|crime|county lines)
        drug (?:running|dealing) for|cannabis (?:farm|cultivation)|cultivation of cannabis|(?:trap|bando
        ...|cuckooed) (?:house|home|flat)
        (?:house|flat|warehouse|building|place|loft|home) (?:where|in which) cannabis|cannabis (?:was
        ...|were) (?:being )?grown
        (?:carry|sell|deal|supply|mov|runn?)ing (?:class a |crack |illegal |hard )?(?:drugs|cocaine|heroin|crack|wraps
        ...|cannabis)[^.;]{{0,40}}? (?:for (?:older|an? gang|the gang|dealers|a group|men|others)|in (?:towns|other
        ...|another
        ...|distant)|miles|far from|out of (?:the )?(?:area|county|town))
        (?:taken over|run|used|controlled) by (?:drug )?(?:dealers|gangs?|a gang)|work(?:ed|ing)? off (?:an?|the|his
        ...|her) debt
        labour exploitation|forced labour|cannabis (?:house|factory|grow)|modern slavery|debt bondage
        (?:sell|selling|carry|carrying|run|running) drugs (?:for|to (?:an?|another|the|several|two|other)
        ...(?: [\w-]+){{0,2}}? (?:towns?|coast|seaside|cit(?:y|ies)|county|counties|villages?))
        """,
    ),
)

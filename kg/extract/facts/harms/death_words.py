"""The words for how children die or nearly die: by their own act, by killing, by chance, by illness.

What names a harm whatever came of it is a row of `DEATHS`; what is one harm for a child who died, and another for one
who lives, stands apart.
"""

from kg.extract.facts.harm_agents import NOT_BY_CHANCE, PERSON, THING
from kg.extract.text.wording import any_of
from kg.model import Harm

_BED = any_of(r"""
    sofa
    settee
    couch
    armchair
    (?:adult|parental|parents'|mother's|double|single|same|shared|bunk|parent's)? ?bed
    (?:air|inflatable)? ?mattress
    car ?seat
    bouncer
    bouncy chair
    swing
    beanbag
    cushions?
    pillow
    chair
    floor
    pushchair
    buggy
    duvet|quilt
    front|stomach|tummy|back seat
""")
_DISEASE = any_of(r"""
    asthma(?: attack)?|epilep\w+|seizures?|(?:broncho-?)?pneumonia|influenza|flu|virus|(?:\w+ )?infections?
    sepsis|septic\w+|\w{3,}itis|\w{3,}a?emia|\w*embolism|sickle[ -]cell \w+|cystic fibrosis|anorexia(?: nervosa)?
    diabet\w+(?: ketoacidosis)?|ketoacidosis|cancer|leukaemia|(?:brain )?tumour|stroke
    (?:heart|cardiac|kidney|renal|liver|respiratory|organ|lung)(?: and \w+)? (?:condition|defect|failure|disease
    ...|arrest|problems?)
    medical (?:condition|causes?|complications)|(?:natural|undiagnosed|underlying|pre-existing) (?:causes?
    ...|conditions?)
    illness|disease|(?:brain |cerebral )?haemorrhage
    complications(?! (?:of|from|following|arising from) (?:[\w'-]+ ){0,4}?(?:injur|shak|assault|abuse|burn|trauma))
    allergic reaction|anaphyla\w+|condition
    prematurity|birth asphyxia|congenital \w+
""")

DEATHS: tuple[tuple[Harm, str], ...] = (
    (
        Harm.SUICIDE,
        r"""
        suicides?
        (?:took|taken|taking|take|end|ended|ending) (?:his|her|their) (?:own )?(?:li(?:fe|ves))
        (?:died|death|found) (?:[\w-]+ ){0,4}?hanging|hang(?:ed|ing)(?: (?:himself|herself|themsel\w+))?
        self-inflicted death|killed (?:himself|herself|themsel\w+)|died (?:at|by) (?:his|her|their) own hand
        """,
    ),
    (
        Harm.SELF_HARM,
        r"""
        self[ -](?:harm(?:ed|ing)?|injur\w+|poison\w+|mutilat\w+|strangulat\w+|inflicted (?:injur\w+|wounds?|harm|burns?
        ...|cuts|lacerations))
        (?:harm|hurt|injur|cut|burn|poison)(?:s|ed|t|ting|ing)? (?:himself|herself|themsel\w+)
        (?:intentional|deliberate|near[ -]fatal|serious) (?:\w+ )?overdose|overdose(?= (?:by|in|attempt))
        suicide attempts?|cut(?:ting)? (?:his|her|their) (?:own )?(?:wrists?|arms?|legs?)
        (?:attempt(?:ed|s|ing)?|tr(?:ied|ying)) (?:at |to )?(?:suicide|(?:hang|kill) (?:himself|herself
        ...|themsel\w+)|hanging|(?:take|end) (?:his|her|their) (?:own )?life)
        ligature\w*(?: marks?)?
        """,
    ),
    (
        Harm.HOMICIDE,
        rf"""
        murder(?:ed|s)?|homicides?|manslaughter|killed by {PERSON}|killing|killed (?:him|her|them)(?!self|selves)
        ...|and killed (?:in|on|by|during)
        (?:was|were|been) killed(?! (?:by|when|in|after|on)(?: [\w'-]+){{0,5}}? {THING})
        killed (?:his|her|their) (?:[\w-]+ ){{0,2}}?(?:wife|partner|mother|girlfriend|husband)
        killed (?:his|her|their|the|both|two|three|all three) (?:[\w-]+ ){{0,3}}?(?:sons?|daughters?|child\w*|bab\w+
        ...|twins?|infant|boys?|girls?|brothers|sisters|siblings)
        killed (?:both|all) of them|killed (?!adult |mrs? |ms )(?-i:[A-Z]\w+)
        (?:stabbed|beaten|knifed|kicked|strangled|battered|shaken) to death
        fatal(?:ly)? (?:shak\w+|stabb\w+|shooting|shot|assault\w*|attack\w*|wound\w*|injured by {PERSON}
        ...|beaten|stab wounds?)
        shot dead|stabbed and (?:died|killed)
        (?:deaths?|died|killed)\b[^.;]{{0,60}}? at the hands of
        filicide|infanticide|unlawful(?:ly)? (?:kill\w+|death)
        (?:took|taken|taking) the li(?:fe|ves) of
        deliberately drowned
        """,
    ),
    (Harm.DOMESTIC_HOMICIDE, r"domestic homicides?"),
    (
        Harm.FABRICATED_OR_INDUCED_ILLNESS,
        r"""
        (?:fabricat\w+|induc\w+)(?: (?:and|or|and/or)|/)? ?(?:fabricat\w+
        ...|induc\w+)? ?(?:or exaggerated )?illness(?:es)?|(?-i:FII)
        (?:illness(?:es)?|symptoms|seizures|condition)(?: \w+){0,2} (?:was|were|being|been) (?:fabricated|induced
        ...|invented|exaggerated|made up)
        (?:fabricat|invent|exaggerat|falsif|induc|made up)\w*(?: and \w+)?(?: [\w-]+'?s?){0,4} (?:illness\w*
        ...|symptoms?|seizures?|epilepsy|conditions?|fits|medical|allerg\w+|health problems|ill[ -]health
        ...|disabilit\w+)
        (?:illness|condition|disease|disability|epilepsy|allergy|symptoms) (?:that|which)? ?(?:he|she
        ...|they) (?:did not have
        ...|never had|had never had)
        (?:operations?|surgery|treatments?|procedures|tests|medicines?|medication)[^.;,]{0,40}? (?:that |which )?(?:he
        ...|she
        ...|they) (?:did not|never) need(?:ed)?
        (?:unneeded|unnecessary|needless)(?: (?:and|or|invasive|repeated|medical|\w+ful))* (?:treatment
        ...|operations?|surgery|procedures?|tests|investigations|medicines?|medication|interventions?)
        (?:fits|seizures|symptoms|illness\w*|reactions?|episodes)[^.;]{0,60}? (?:made up|invented|never (?:seen
        ...|witnessed|observed))
        (?:operations?|surgery|treatments?|procedures|tests|medication)[^.;,]{0,60}? (?:untrue|false|invented|fabricated
        ...|exaggerated|misleading) (?:reports?|accounts?|claims?|histor(?:y|ies))
        (?:untrue|false|misleading) (?:reports?|accounts?|claims?|histor(?:y|ies)) (?:of|about) (?:(?:his|her|their
        ...|the) )?(?:[\w'-]+ )?(?:symptoms?|illness\w*|health|fits?|seizures?)
        Munchausen\S*(?: syndrome)?(?: by proxy)?|salt poisoning|perplexing presentations?
        (?:given|fed|giving|feeding|administer\w+) (?:\w+ )?(?:salt|laxatives?|an? noxious|noxious)
        deliberately (?:made|making) (?:him|her|them) (?:ill|sick|unwell)
        """,
    ),
    (
        Harm.UNSAFE_SLEEP,
        rf"""
        co-?[ -]?sle(?:ep\w*|pt)|bed[ -]?shar\w+|over-?[ -]?la(?:y|ying|id|in)
        (?:unsafe|hazardous|dangerous|unsuitable|inappropriate
        ...|risky) (?:sleep\w*|surface)(?: (?!may|might|could|was|were|had|has)\w+)?
        shar(?:ing|ed|es?) (?:an?|the|his|her|their|same)? ?(?:[\w'-]+ )?(?:beds?|sofa|settee|couch|mattress
        ...|armchair|chair)
        (?<!made\sto\s)(?<!had\sto\s)(?<!forced\sto\s)(?:asleep|sle(?:ep|eping|pt)|lifeless
        ...|unresponsive|put down|lying|laid|placed|dead
        ...|found) (?:[\w'-]+ ){{0,4}}?(?:in|on|upon) (?:an?|the|his|her|their|its)? ?(?:[\w'-]+ ){{0,3}}?{_BED}
        (?<!of\s)(?:asleep|sle(?:ep|eping|pt)|bed|sofa|settee) (?:[\w'-]+ ){{0,3}}?(?:with|beside|next to|between
        ...|alongside
        ...|by) (?:his|her|their|both|the|an?)? ?(?:[\w'-]+ )?(?:mother|father|parents?|adults?|siblings?|brother
        ...|sister|aunt|uncle|grandmother|partner|carers?|mum|dad)
        (?<!asleep\s)(?:sle(?:pt|ep|eping)) (?:with|next to|beside) (?:the|her|his|their) (?:baby|infant|twins|newborn)
        (?:into|in) bed with|(?:fell|fallen|falling) asleep (?:with|holding|on|while|in)
        (?:left|strapped)(?: [\w-]+){{0,3}} in (?:an?|his|her|the) (?:car ?seat|bouncer
        ...|bouncy chair|swing|pushchair|buggy)
        face[ -]?down|(?:bed|sofa) (?:shared with)
        (?:deaths?|died|dying)[^.;]{{0,60}}? (?:in|on) (?:(?:an?|the|his|her|their|both) )?(?:parents?'?s?'?|adult
        ...|mother's
        ...|father's|double|grandmother's|shared|sofa) ?(?:beds?|mattress)
        (?:found|died|lying|asleep|sleeping|put|placed|(?:was|were
        ...|been)(?! (?:[\w-]+ ){{0,3}}?between)) (?:[\w-]+ ){{0,3}}?
        ...(?:beside|next to|between|alongside|underneath) (?:his|her
        ...|their|the
        ...|both|two) (?:\w+ )?(?:mother|father|parents|mum|dad|adults?|brother|sister|twin|siblings)
        """,
    ),
    (
        Harm.ACCIDENT,
        r"""
        (?<!non-)(?<!non\s)accident(?:s|al|ally)?|misadventure|unintentional\w*
        (?:left|alone|unattended|unsupervised) in (?:an?|the|his|her|their) (?:bath(?:tub)?|paddling pool)
        drown(?:ed|ing)|(?:fell|fall|falls|fallen|falling) (?:from|out|into|down|in|off|through|under
        ...|under)(?! (?:the )?(?:asleep|love|care))
        (?:house|flat|caravan|tent|kitchen|home) fire|in a fire|chok(?:ed|ing)
        (?:swallow|ingest)(?:ed|ing|ion)(?: of)?|(?:accidental|unintentional) (?:\w+ )?overdose
        road traffic \w+|(?-i:RTAs?|RTCs?)|(?:car|train|bus|vehicle|lorry|tram|tractor|quad bike) (?:crash
        ...|accident|collision)|collision|run over|electrocut\w+
        (?:hit|struck|knocked down|killed|crushed|trapped|injured) (?:by|under|beneath)(?: an?| the| his| her
        ...| their)?(?: [\w'-]+){0,4}? (?:car|train|bus|van|lorry|vehicle|tractor|tram|motorbike|motorcycle
        ...|furniture|wardrobe|gate|television|wall)
        (?:attacked|bitten|mauled|killed|savaged|injured) by (?:an?|the|his|her|their
        ...|two)(?: [\w'-]+){0,4}? dogs?|dog (?:bite|attack)|mauled
        (?:strangl|asphyxiat|suffocat)\w+ (?:by|in|with|on) (?:an?|the|his|her)(?: [\w'-]+){0,2}? (?:cord|blind
        ...|nappy sack|sack|bag|curtain|toy|rope|strap)
        (?:fell|toppled|collapsed|tipped) (?:over )?on(?:to)? (?:top of )?(?:him|her|them)
        (?:car|van|vehicle|quad bike|motorbike|bus|lorry)\b[^.;,]{0,40} (?:crashed|overturned|left the road|collided)
        pull(?:ed|ing) (?:an? |the )?(?:[\w-]+ ){1,4}?(?:down |over )*on(?:to)? (?:top of )?(?:himself|herself|him
        ...|her)
        knocked (?:down|over) and (?:killed|fatally)
        blind cord|carbon monoxide|strangulation by a|scald(?:ed|ing)|entrapment
        (?:after|from|of|having) (?:taking|taken|using|inhaling|sniffing) (?:[\w-]+ ){0,2}?(?:ecstasy|MDMA|cocaine
        ...|ketamine|heroin|solvents|nitrous oxide|aerosols?|butane|glue)
        (?:drink|drank|drunk|eat|ate|eaten)\w*(?: (?!and\b|or\b)[\w'-]+){0,3} (?:methadone|tablets?|medication|medicine
        ...|bleach|cannabis|drugs)
        """,
    ),
    (
        Harm.MEDICAL_CAUSE,
        rf"""
        natural causes?|medical causes?|(?:untreated|undiagnosed|unmanaged) (?:asthma|epilepsy|diabetes|infection
        ...|sepsis)
        cause(?: of (?:his |her |their |the )?(?:\w+ )?death)? was (?:[\w-]+ ){{0,3}}?(?:to be |as )?(?:an? )?
        ...(?:[\w'-]+ ){{0,2}}?{_DISEASE}
        cause(?: of (?:his |her |their |the )?(?:\w+ )?death)? as (?:an? )?(?:[\w'-]+ ){{0,2}}?{_DISEASE}
        {_DISEASE} (?:as|to be|to have been) (?:an?|the|his|her|their) (?:[\w-]+ )?cause
        (?:{_DISEASE}|natural causes) (?:was|is|were) (?:[\w-]+ ){{0,3}}?(?:as )?the cause
        ...(?: of (?:his |her |their )?death)?
        (?:died|deaths?|dying|dies)\b[^.;]{{0,70}}? (?:of|from|due to|following|after|caused by|during) (?:an?|the
        ...|his|her|their|complications (?:of|from))? ?(?:[\w'-]+ ){{0,3}}?{_DISEASE}
        (?:medical|underlying|undiagnosed|congenital|life-limiting) (?:condition|illness|disease|defect
        ...|abnormality)s? (?:caused|led|resulted)
        """,
    ),
)

# Attacks: homicide if the child died, else physical abuse.
ATTACK = rf"""
    (?:fire|blaze)(?:,? (?:which|that))?(?: was| were| had been)? (?:deliberately )?(?:started|set|lit
    ...|caused) (?:deliberately )?by {PERSON}{NOT_BY_CHANCE}
    (?:father|mother|parents?|partner|husband|m[ae]n|boyfriend|youths?)(?:,? who)? (?:(?:had|has|have|deliberately
    ...|also|then) )*(?:(?:set|started|lit|caused) (?:the|this|that) (?:[\w-]+ )?(?:fire|blaze){NOT_BY_CHANCE}
    ...|poured (?:petrol|fuel|accelerant|paraffin))
    (?:knife|machete|sword|hammer|axe|gun) attack
    (?<!salt\s)poisoning of [^.;]{{0,50}}? by {PERSON}
    (?:father|mother|parents?|partner|m[ae]n|he|she|brother|boyfriend|youths?) (?:had )?(?:deliberately )?set (?:fire
    ...|light) to
    pushed (?:into|under|off|from|down|out of|in front of) [^.;]{{3,40}}? by {PERSON}|pushed into the path of
    fire (?:which |that )?(?:an?|the|his|her|their) [^.;]{{3,40}}? had
    ... (?:deliberately )?(?:started|set|lit){NOT_BY_CHANCE}
    fire (?:which |that )?(?:his|her|their) [^.;]{{3,40}}? (?:deliberately (?:started|set|lit)
    ...|(?:started|set|lit) (?:deliberately|(?:with|using) (?:petrol|fuel|paraffin|an accelerant)))
    (?:jump|leap|lept|leapt|step|walk|drove|driv)\w* [^.;]{{3,40}}? (?:with|holding|carrying|taking) (?:his|her|their)
    ... (?:[\w-]+ ){{0,2}}?(?:sons?|daughters?|child(?:ren)?|bab(?:y|ies)|twins?)
    stabb(?:ed|ing)s?|knifed|(?:was|were|been) shot|shooting|strangled|smother(?:ed|ing)|set on fire
    (?:drowned|suffocated|asphyxiated|poisoned) (?:[\w ]{{0,20}} )?by {PERSON}
    (?:drowned|suffocated|asphyxiated|poisoned) (?:his|her|their|the|both|two|three|him|them)(?! selves|self)
    (?:died|deaths?|killed)(?: [\w-]+){{0,6}} (?:(?:stab|gunshot|knife) wounds?|knife crime)
    died (?:after|from|of) (?:an?|being)(?: (?!asthma|heart|panic|epileptic)[\w-]+){{0,2}} (?:attack|attacked|assault
    ...|assaulted)(?! by (?:[\w'-]+ ){{1,4}}dogs?)
"""
# What a young person did to themselves: suicide if they died, else self-harm.
OWN_ACT = r"""
    (?:tied|tying|using|used|by|from|made) (?:an? |the )?ligature\w*
    set (?:fire to|light to) (?:himself|herself|themsel\w+)|set (?:himself|herself) (?:on fire|alight)
    (?:overdos(?:ed|ing)|overdoses? (?:was |were )?taken by|(?:life[ -]threatening|serious|significant|multiple
    ...|repeated) overdoses?|(?:took|taken|taking|after|following|from|of)(?: (?!accidental
    ...|unintentional)[\w-]+){0,3} overdoses?)
    (?:jump|step|walk|lept|leap|leapt|thr)\w*(?: (?:himself|herself|themself|themselves))? (?:in front of
    ...|into the path of|from|off|out of|under) (?:an?|the) (?:[\w-]+ ){0,3}?(?:train|bridge|building|car park
    ...|balcony|roof|cliff|lorry|flyover|viaduct|block|motorway|height|window)
"""

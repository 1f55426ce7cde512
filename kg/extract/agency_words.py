"""The names of those who can be asked to act, as printed, and the codes they stand for."""

from kg.extract.rules import Rules
from kg.extract.wording import any_of, pattern
from kg.model import Addressee

A = Addressee

# Where two names begin at the same word the longer one wins. An empty tuple names nobody who is asked to act.
AGENCIES: tuple[tuple[tuple[Addressee, ...], str], ...] = (
    (
        (A.SAFEGUARDING_PARTNERSHIP,),
        r"""
        (?:(?:local|neighbouring|both|all|each|the|LA\d) )*(?:safeguarding )?(?:child(?:ren)?(?:'s)? )?partnerships?
        (?:(?:local|neighbouring|both|all|each|the
        ...|multi-?agency) )*(?:safeguarding )?(?:child(?:ren)?(?:'s)? )?boards?(?: for northern ireland)?
        (?:local )?safeguarding (?:children )?(?:partners|leads group|boards?|partnerships?)
        LSCBs?
        LSCPs?
        SCPs?
        child protection committees?
        (?:the )?(?:child |public |adult )?protection committees?
        CPCs?
        (?:the )?safeguarding (?:executive|children executive|business unit)
        the business unit
        (?:the )?independent (?:chair|scrutineer)s?
        (?:the )?(?:[\w-]+ and [\w-]+ |[\w-]+ )?sub-?groups?
        the committee
        (?:the )?safeguarding board for northern ireland|(?:the )?SBNI
        case review (?:group|panel)
        """,
    ),
    (
        (A.ALL_PARTNER_AGENCIES,),
        r"""
        (?:(?:all|key|relevant|local|every|each|other|individual) )*(?:(?:partner|statutory|member) )?agenc(?:y|ies)
        (?:all|every|each) (?:partners?|organisations?|services?|agency)
        partner organisations?
        partners
        organisations
        signatories
        (?<![a-z']\s)(?:(?:all|local|public) )*services
        (?:all )?partner agencies
        multi-?agency partners
        """,
    ),
    (
        (A.PRACTITIONERS,),
        r"""
        (?:(?:all|relevant|frontline|front-line|social work|key|individual) )*(?:practitioners|professionals|staff)
        (?:(?:all|relevant|frontline|front-line|social work|key|individual) )*(?:workers|managers|supervisors)
        (?:all )?(?:those|everyone|everybody|anyone) (?:who works?|working) with (?:children|families)
        (?:the )?(?:(?:children's|wider|whole) )*workforce
        lead professionals?
        key workers?
        (?:all|those|everyone|everybody|anyone|staff) who (?:works?|meets?|sees?|visits?|cares? for|supports?
        ...|deals?|comes?) [^,;]{3,40}?(?= (?:to|should|must)\b|$)
        """,
    ),
    (
        (A.CHILDRENS_SOCIAL_CARE,),
        r"""
        (?:local )?child(?:ren)?(?:'s|s')? (?:social (?:care|work|services)|services?|agenc(?:y|ies))
        child(?:ren)?(?:'s|s')? and famil(?:y|ies)(?:'s?)? (?:services?|social (?:care|work))
        social (?:care|workers?|work(?: teams?| services?| departments?)?|services)
        (?:the )?(?:local|placing) authorit(?:y|ies)
        through-?care (?:team|service|worker)s?
        leaving care (?:team|service|worker|social worker|adviser|personal adviser)s?
        (?:fostering|adoption|edge of care|early help|family support) (?:team|service|panel)s?
        (?:looked[ -]after children|children in care|children's disability) (?:team|service|panel)s?
        independent reviewing officers?
        IROs?
        (?:MASH|multi-agency safeguarding hub|front door)
        councils?
        (?:(?:emergency duty|out-of-hours(?: social work)?|duty|assessment|gateway|disabled children's
        ...|children with disabilities|child protection) )+(?:team|service)s?
        (?:the )?child protection (?:conference )?chairs?
        (?:the )?(?:LADOs?|(?:local authority )?designated officers?)
        early help(?! (?:assessments?|offer|plans?|strategy))
        (?:family support|children's|residential social) workers?
        adoption agenc(?:y|ies)
        personal advisers?
        """,
    ),
    (
        (A.ADULT_SOCIAL_CARE,),
        (
            r"(?:the )?adults?'? (?:social (?:care|services|work)|services?|safeguarding(?: team)?)"
            r"(?: teams?| workers?)?"
            r"|(?:adult )?learning disabilit(?:y|ies) (?:teams?|services?|nurses?)|adults' services|adult "
            r"disability (?:team|service)s?"
        ),
    ),
    (
        (A.ADULT_SOCIAL_CARE, A.CHILDRENS_SOCIAL_CARE),
        (
            r"(?:the )?(?:adults?'?|child(?:ren)?(?:'s|s')?) and (?:adults?'?|child(?:ren)?(?:'s|s')?)"
            r" (?:social (?:care|work|services)|services|safeguarding)(?: (?:services?|teams?))?"
        ),
    ),
    (
        (A.POLICE,),
        r"""
        (?:the )?(?:host |local |area |home )?police(?: (?:Scotland|force|service|call[ -]handlers?|officers?
        ...|teams?|forces|supervisors?|sergeants?|control rooms?|custody))?
        (?:police |senior police )?constabular(?:y|ies)
        officers
        detectives
        PSNI
        (?:the )?(?:public protection|child abuse investigation|child protection investigation
        ...|neighbourhood policing|major crime) (?:units?|teams?)
        (?:the )?(?:custody|desk) (?:sergeants?|officers?|suites?|staff)
        (?:the )?control rooms?(?: staff)?
        (?:the )?(?:local )?forces?
        call handlers
        """,
    ),
    (
        (A.HEALTH_UNSPECIFIED,),
        r"""
        (?:(?:all|local|the|community) )*health(?:care)? (?:providers?|services?|agencies|trusts?|boards?|partners?)
        (?:(?:all|local|the|community) )*health(?:care)? (?:professionals?|organisations?|economy|staff)
        NHS (?:trusts?|boards?|providers?|organisations?)
        (?:community )?health
        trusts?
        (?:the )?named (?:doctors?|nurses?)
        (?:the )?designated (?:doctors?|nurses?)
        (?:the )?ambulance (?:service|trust|crews?)s?
        pharmac(?:y|ies|ists?)
        dentists?|dental (?:services?|practices?|teams?)
        sexual health (?:services?|clinics?)
        paramedics|ambulance (?:staff|control)
        (?:the )?(?:community|community children's|looked[ -]after children's|district) nurs(?:es?
        ...|ing)(?: (?:teams?|services?))?
        (?:the )?(?:children in care|looked[ -]after children's) nurses?
        (?:speech and language |occupational |play )therap(?:ists?|y services?)|therapists
        NHS 24|physiotherapists|dieticians|opticians
        (?:the )?liaison and diversion(?: (?:services?|teams?|staff|workers?|practitioners))?
        clinicians|walk-in centres?|NHS 111
        (?:the )?(?:(?:paediatric|children's) )?(?:diabetes|asthma|epilepsy|specialist) (?:teams?|clinics?|nurses?)
        school nurs(?:es|ing)(?: services?)?
        """,
    ),
    ((A.POLICE,), r"(?:the )?police and crime commissioners?"),
    ((A.CHILDRENS_SOCIAL_CARE, A.HEALTH_UNSPECIFIED), r"(?:the )?health and social care (?:trusts?|partnerships?)"),
    (
        (A.COMMISSIONER,),
        r"""
        (?:the )?(?:local |health |joint |public health )*commissioners?(?: of [\w ]+?)?
        (?:the )?integrated care (?:board|system)s?
        (?:the )?integrated care partnerships?
        (?:the )?primary care trusts?
        PCTs?
        (?:the )?health and well-?being boards?
        ICBs?
        (?:clinical commissioning groups?|CCGs?)
        public health
        """,
    ),
    (
        (A.MATERNITY,),
        (
            r"(?:maternity|postnatal|antenatal|labour) wards?"
            r"|maternity(?: (?:services?|units?|teams?|staff|care))?|midwi(?:fe|ves|fery)(?: (?:services?|teams?"
            r"|staff))?|antenatal (?:services?|clinics?)|obstetric\w*(?: services?)?"
        ),
    ),
    (
        (A.HEALTH_VISITING,),
        (
            r"health visit(?:ing|ors?)(?: (?:services?|teams?|staff))?|0-19 (?:services?|teams?)"
            r"|(?:the )?family nurse partnership|family nurses?|nursery nurses and health visitors"
            r"|(?:the )?(?:healthy child|flying start health)(?: programme)? (?:teams?|services?)"
        ),
    ),
    (
        (A.PRIMARY_CARE,),
        (
            r"primary care|general practi(?:ce|ces|tioners?)|GPs?(?: (?:practices?|surger(?:y|ies)))?|surger(?:y"
            r"|ies)|family doctors?|practice (?:nurses?|managers?|staff)|receptionists"
        ),
    ),
    (
        (A.ACUTE_HOSPITAL,),
        (
            r"(?:the )?(?:acute |children's )?hospitals?(?: (?:trusts?|staff|teams?|services?|wards?))?"
            r"|(?:the (?:children's |paediatric )?ward|(?:(?:children's|paediatric|hospital|surgical|medical) )?wards"
            r"|(?:children's |paediatric )?ward (?:staff"
            r"|managers?))|(?:the )?burns (?:units?|service)|radiologists?|radiology"
            r"|hospital (?:consultants?|doctors|nurses)|surgeons|consultants|acute (?:trusts?|services?"
            r"|providers?|care)|(?:emergency|accident and emergency) departments?(?: (?:staff|doctors"
            r"|nurses|teams?))?|A&E(?: (?:staff|departments?|doctors|nurses))?|paediatricians"
            r"|paediatric(?:ian)?s?(?: (?:services?|departments?|wards?|teams?))?|neonatal (?:units?|teams?"
            r"|services?)"
        ),
    ),
    (
        (A.MENTAL_HEALTH,),
        (
            r"(?:(?:adult|child|children's|community|perinatal|young people's"
            r"|child and adolescent) )*mental[ -]health(?: (?:services?|trusts?|teams?|providers?|practitioners?"
            r"|workers?|staff|professionals?))?|CAMHS|psychiatr(?:y|ists?|ic services?)|perinatal (?:services?"
            r"|teams?)|crisis teams?|CPNs?|(?:the )?eating disorders? (?:services?|teams?)|psycholog(?:y "
            r"services?|ists?)|early intervention in psychosis"
        ),
    ),
    (
        (A.SCHOOLS,),
        (
            r"(?:the )?school (?:admissions?|office|pastoral|reception|support|lunchtime|administrative) staff"
            r"|school (?:secretar(?:y|ies)|receptionists?)"
            r"|(?:all |primary |secondary |special |independent |local |every )*schools?(?: staff| leaders"
            r"| governors)?|academ(?:y|ies)(?: trusts?)?|multi-?academy trusts?|pupil referral units?"
            r"|(?:special educational needs |SEN |SEND)(?:co-?ordinators?)|SENCOs?"
            r"|(?:education welfare|school attendance|attendance|elective home education) (?:officers?"
            r"|teams?)|designated safeguarding leads?|DSLs?|safeguarding leads in schools"
            r"|head ?teachers?|teachers?|tutors|lecturers|teaching assistants|pastoral staff|sixth forms?"
            r"|universit(?:y|ies)|teaching staff|education(?: (?:services?|settings?|providers?|welfare"
            r"|department|authorities))?|virtual school|(?:further education )?colleges?|governors?"
            r"|governing bod(?:y|ies)"
        ),
    ),
    (
        (A.EARLY_YEARS,),
        (
            r"early years(?: (?:settings?|providers?|services?|practitioners?|staff))?|nurser(?:y|ies)(?: "
            r"(?:staff|managers?|workers?|nurses?))?"
            r"|childminders?|pre-?schools?|children's centres?|family hubs?|(?:the )?flying start|sure "
            r"start(?: centres?)?|play-?groups|(?:breakfast|holiday|after-school) clubs?|(?<!the\s)clubs"
        ),
    ),
    (
        (A.HOUSING,),
        (
            r"housing(?: (?:services?|departments?|providers?|associations?|officers?|teams?|authorit(?:y|ies)"
            r"|staff))?|(?:the )?housing executive|(?:temporary|supported|emergency) accommodation "
            r"providers?|hostels?|(?:registered )?social landlords?|landlords|homelessness (?:services?"
            r"|teams?)"
        ),
    ),
    (
        (A.YOUTH_JUSTICE,),
        (
            r"youth (?:justice|offending) (?:services?|teams?|board|workers?)|YOTs?|YJS|youth justice"
            r"|(?:the )?secure (?:estate|units?|children's homes?)|YOIs?|(?:the )?youth justice agency"
            r"|young offender institutions?"
        ),
    ),
    (
        (A.PROBATION,),
        (
            r"(?:the )?probation board(?: for northern ireland)?|(?:the )?community rehabilitation compan(?:y"
            r"|ies)|(?:offender managers?|(?:the )?(?:national )?probation)(?: (?:services?|officers?|staff))?"
        ),
    ),
    (
        (A.SUBSTANCE_MISUSE_SERVICE,),
        (
            r"(?:(?:adult|the|specialist|community) )*(?:(?:drug|alcohol|drugs|substance)(?: and (?:drug"
            r"|alcohol))?(?: misuse| use| abuse| treatment)*|treatment) (?:services?|teams?|providers?|agencies"
            r"|workers?|clinics?)|prescribers?|addictions? (?:services?|teams?|workers?)|recovery "
            r"(?:services?|workers?)|alcohol and drug partnerships?"
        ),
    ),
    (
        (A.DOMESTIC_ABUSE_SERVICE,),
        (
            r"(?:specialist )?domestic (?:abuse|violence) (?:services?|organisations?|agencies|providers?|teams?)"
            r"|IDVAs?|women's aid|perpetrator (?:programmes?|services?)|refuges?(?: (?:staff|workers?"
            r"|providers?))?|domestic (?:abuse|violence) charities|independent domestic violence advis[eo]rs?"
        ),
    ),
    (
        (A.COURTS,),
        (
            r"(?:the )?(?:family |crown |youth |sheriff |magistrates' )?courts?|Cafcass(?: Cymru)?|sheriffs"
            r"|children's hearings?|children's reporters?|the reporter|(?:the )?(?:local )?family justice "
            r"boards?|(?:the )?crown prosecution service|CPS|procurators? fiscal|(?:the )?children's "
            r"guardians?|guardians ad litem|judges|judiciary|magistrates"
        ),
    ),
    ((A.MARAC_MAPPA,), r"MARACs?|MAPPA|strategic management boards?|multi-?agency risk assessment conferences?"),
    (
        (A.VOLUNTARY_PRIVATE,),
        (
            r"(?:voluntary|private|third|charitable|independent)(?: (?:and|or) (?:voluntary|private|community"
            r"|independent))*[ -](?:sector|providers?|organisations?|agencies|groups?)(?: (?:organisations?"
            r"|agencies|providers?))?|charit(?:y|ies)|youth (?:clubs?|groups?|work(?:ers)?)"
            r"|mosques|synagogues|temples|gurdwaras|taxi (?:firms|companies|drivers)|hotels?(?: (?:staff|workers|chains"
            r"|managers|owners))?|(?:providers?|(?:registered )?managers?|owners?|staff) (?:of|in|at) (?:(?:children's"
            r"|residential|care|nursing) )+homes?|(?:care"
            r"|accommodation) providers?|scout groups|youth organisations"
            r"|letting agents|organisers of [\w ]+|sports? (?:clubs?|bodies)"
            r"|faith (?:groups?|organisations?|settings?)|community (?:groups?|organisations?)|churches"
            r"|(?:independent |private )?fostering agencies|children's homes|care homes|residential "
            r"(?:homes?|providers?)|fostering agencies"
        ),
    ),
    (
        (A.STRATEGIC_LEADERS,),
        (
            r"(?:senior|strategic|service|agency) (?:leaders?|managers|leadership)|chief (?:executives?|officers?)"
            r"|directors? of [\w' ]+?|leaders"
        ),
    ),
    (
        (A.NATIONAL_BODY,),
        (
            r"(?:the )?public health (?:england|wales|scotland|agency)|(?:the )?UK health security agency"
            r"|UKHSA|NHS (?:digital|improvement|wales|scotland)"
            r"|UK visas and immigration|(?:the )?border force|HMRC|(?:the )?DWP|(?:the )?association of "
            r"directors of children's services|ADCS|(?:the )?local government association"
            r"|(?:the )?(?:national|UK|Welsh|Scottish|central) government|(?:the )?government"
            r"|Secretar(?:y|ies) of State|(?:the )?(?:Department"
            r"|Ministry|Secretary of State) (?:for|of) (?-i:[A-Z]\w+(?:(?:,? and|,)? [A-Z]\w+)*)|DfE"
            r"|(?:the )?Home Office|NHS England|Ministry of Justice|ministers?"
            r"|Department of Health(?: and Social Care)?|DHSC|(?:the )?Youth Justice Board"
            r"|Welsh Ministers|College of Policing|royal colleges?"
            r"|(?:the )?National Crime Agency|(?:Home|Health|Education|Justice) Secretary"
            r"|(?:the )?National Institute(?: for Health and Care Excellence)?|NICE|the Department"
        ),
    ),
    (
        (A.REGULATOR,),
        (
            r"(?:the )?(?:Ofsted|CQC|Care Quality Commission|care inspectorate|inspectorates?|regulators?"
            r"|General Medical Council|Estyn|Ofcom|HMICFRS|Healthcare Inspectorate Wales"
            r"|Care Inspectorate Wales|Education Scotland|HIW|CIW|(?:the )?regulation and quality "
            r"improvement authority|(?:the )?nursing and midwifery council|NMC|GMC|social work england"
            r"|social care wales"
            r"|(?:the )?education and training inspectorate|HMI (?:probation|prisons|constabulary)|(?:the "
            r")?independent schools inspectorate|Healthcare Improvement Scotland|RQIA|Charity Commission)"
        ),
    ),
    (
        (A.NATIONAL_PANEL,),
        r"(?:the )?(?:national|child safeguarding practice review) (?:child safeguarding practice review )?panel",
    ),
    (
        (A.PUBLIC,),
        (
            r"(?:the )?(?:general )?public(?! (?:awareness|campaign|information|education|meeting|statement))"
            r"|communities|local residents|neighbours"
        ),
    ),
    (
        (),
        (
            r"corporate parenting boards?|[a-z]+ licensing officers|licensing officers"
            r"|Home Office contractors|(?:[a-z]+ )?(?:attendance|personal|welfare|liaison|medical"
            r"|staff|benefits) officers"
            r"|housing and benefits advice|(?:school|court|housing|hospital|police) (?:records?|orders?|premises"
            r"|checks?|attendance|place)|(?:mental[ -]health|health|maternity|housing|primary care"
            r"|education|early years|police|hospital|school|social care|probation|youth justice|child "
            r"protection)"
            r" (?:help|problems|needs(?! to)|support(?! (?:workers?|teams?|services?))|difficulties|issues"
            r"|assessments?|conditions|histor(?:y|ies)|records?|plans?|leaflets?"
            r"|guidance|polic(?:y|ies)|first aid|crisis(?! teams?)|training|law|procedures?|beds?|concerns"
            r"|advice|referrals?|screening|checks?"
            r"|information|data|places|placements?|act)(?! (?:the|a|all|every|to|their)\b)"
            r"|(?:school|social work|court|maternity|hospital|health|police|social care) (?:reports?"
            r"|records?|checks?|files|notes)(?! (?:the|a|all|every|their)\b)|public (?:law|transport"
            r"|places?)|health (?:and safety|needs|problems"
            r"|visitor's letters)|education,? health and care plans?|young person's"
        ),
    ),
)

NAMES = Rules((pattern(f"(?<!-){any_of(names)}"), codes) for codes, names in AGENCIES)

# What only one kind of agency can do, whoever the words leave unsaid.
FUNCTIONS: tuple[tuple[Addressee, str], ...] = (
    (
        A.HOUSING,
        (
            r"re-?housing|(?:offer|provid|allocat|giv)\w* (?:\w+ ){0,2}(?:temporary|emergency|settled"
            r"|suitable) accommodation"
        ),
    ),
)
FUNCTION_NAMES = tuple((code, pattern(words)) for code, words in FUNCTIONS)

GENERAL_STAFF = {A.PRACTITIONERS}  # "staff in partner agencies" are the agencies' own

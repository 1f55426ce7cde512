"""The names of schools, housing, justice, specialist and voluntary services, and the codes they stand for."""

from kg.model import Addressee

A = Addressee

OTHER_SERVICES: tuple[tuple[tuple[Addressee, ...], str], ...] = (
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
            r"|education (?:officers?|partners)|partners in education|universit(?:y|ies)|teaching staff"
            r"|education(?: (?:services?|settings?|providers?|welfare"
            r"|department|authorities))?|virtual school|(?:further education )?colleges?"
            r"|(?:(?:the )?boards? of )?governors?|governing bod(?:y|ies)"
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
            r"youth (?:justice|offending) (?:services?|teams?|board|workers?)|(?:YOTs?|YOS|YJS)(?: (?:workers?"
            r"|officers?|staff|managers?))?|youth justice"
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
            r"|workers?|clinics?)|prescribers?(?: of [\w-]+)?|prescribing (?:services?|teams?|clinics?)"
            r"|addictions? (?:services?"
            r"|teams?|workers?)|recovery "
            r"(?:services?|workers?)|alcohol and drug partnerships?"
        ),
    ),
    (
        (A.DOMESTIC_ABUSE_SERVICE,),
        (
            r"(?:specialist )?domestic (?:abuse|violence) (?:services?|organisations?|agencies|providers?|teams?)"
            r"|IDVAs?|women's aid|perpetrator (?:programmes?|services?)|refuges?(?: (?:(?:and outreach )?(?:staff"
            r"|workers?)"
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
            r"|independent))*[ -](?:sector(?: partners)?|providers?|organisations?|agencies"
            r"|groups?)(?: (?:organisations?"
            r"|agencies|providers?))?|charit(?:y|ies)|youth (?:clubs?|groups?|work(?:ers)?)"
            r"|mosques|madrassa(?:h?s|hs)?|synagogues|temples|gurdwaras|taxi (?:firms|companies|drivers)"
            r"|hotels?(?: (?:staff|workers|chains"
            r"|managers|owners))?|(?:providers?|(?:registered )?managers?|owners?|staff) (?:of|in|at) (?:(?:the"
            r"|an?|each|every|all) )?(?:(?:children's"
            r"|residential|care|nursing) )+homes?|providers? of (?:semi-independent|supported"
            r"|unregulated) (?:accommodation"
            r"|living|provision|placements)|(?:care"
            r"|semi-independent(?: accommodation| living)?|accommodation) providers?|scout groups|youth organisations"
            r"|letting agents|organisers of [\w ]+|(?:(?:county|local|amateur) )?sports? (?:clubs?|bodies)"
            r"|(?:county|local|amateur|football|rugby|boxing|swimming|athletics|gymnastics|cricket|riding|tennis"
            r"|judo|karate) clubs?"
            r"|(?:the )?(?:sports?(?:'s?)?|game's|national) (?:national )?governing bod(?:y|ies)"
            r"|(?<!among\s)(?:faith|religious|church|community) leaders|faith (?:groups?|organisations?|settings?)"
            r"|community (?:groups?|organisations?)|churches"
            r"|(?:independent |private )?fostering agencies|children's homes|care homes|residential "
            r"(?:homes?|providers?)|fostering agencies"
        ),
    ),
)

"""The names of health services and of those who commission them, and the codes they stand for."""

from kg.model import Addressee

A = Addressee

HEALTH: tuple[tuple[tuple[Addressee, ...], str], ...] = (
    (
        (A.HEALTH_UNSPECIFIED,),
        r"""
        (?:(?:all|local|the|community) )*health(?:care)? (?:providers?|services?|agencies|trusts?|boards?|partners?)
        (?:(?:all|local|the|community) )*health(?:care)? (?:professionals?|organisations?|economy|staff)
        NHS (?:trusts?|boards?|providers?|organisations?)
        NHS (?!England|Scotland|Wales|Digital|Improvement)(?-i:[A-Z][a-z]+)(?: (?:and|&) (?-i:[A-Z][a-z]+))?
        (?:community )?health
        trusts?
        (?:the )?named (?:doctors?|nurses?)
        (?:the )?designated (?:doctors?|nurses?)
        (?:the )?ambulance (?:service|trust|crews?)s?
        (?:enuresis|continence|immunisation|baby|sleep|weight) clinics?
        (?:dietetics?|physiotherapy|occupational therapy|audiology|community paediatrics?)(?: (?:services?|teams?))?
        sexual health (?:services?|clinics?)
        paramedics|ambulance (?:staff|control)
        (?:the )?(?:community|community children's|looked[ -]after children's|district) nurs(?:es?
        ...|ing)(?: (?:teams?|services?))?
        (?:the )?(?:children in care|looked[ -]after children's) nurses?
        (?:speech and language |occupational |play )therap(?:ists?|y services?)|therapists
        NHS 24|physiotherapists|dieticians
        (?:the )?liaison and diversion(?: (?:services?|teams?|staff|workers?|practitioners))?
        clinicians|walk-in centres?|NHS 111
        (?:the )?(?:(?:paediatric|children's) )?(?:diabetes|asthma|epilepsy|specialist) (?:teams?|clinics?|nurses?)
        school nurs(?:es|ing)(?: services?)?
        """,
    ),
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
        (?:the )?public health(?: teams?)?
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
            r"primary care|out[ -]of[ -]hours (?:GPs?|doctors)(?: services?)?|general practi(?:ce|ces|tioners?)"
            r"|GPs?(?: (?:practices?|surger(?:y|ies)))?|surger(?:y"
            r"|ies)|family doctors?|practice (?:nurses?|managers?|staff)|receptionists"
            r"|(?:community )?pharmac(?:y|ies|ists?)|dentists?|dental (?:services?|practices?|teams?)|opticians"
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
            r"|providers?|care)|(?:accident and emergency|(?-i:ED)) (?:staff|doctors|nurses|teams?)"
            r"|(?:emergency|accident and emergency) departments?(?: (?:staff|doctors"
            r"|nurses|teams?))?|A&E(?: (?:staff|departments?|doctors|nurses))?|paediatricians"
            r"|paediatric(?:ian)?s?(?: (?:services?|departments?|wards?|teams?))?|neonatal (?:outreach|units?|teams?"
            r"|services?)"
        ),
    ),
    (
        (A.MENTAL_HEALTH,),
        (
            r"(?:(?:adult|child|children's|community|perinatal|young people's"
            r"|child and adolescent) )*mental[ -]health(?: (?:services?|trusts?|teams?|providers?|practitioners?"
            r"|workers?|staff|professionals?))?|CAMHS|psychiatr(?:y|ists?|ic services?)|perinatal (?:services?"
            r"|teams?)|(?:(?-i:IAPT)|talking therap(?:y|ies))(?: (?:services?|teams?|providers?))?"
            r"|crisis teams?|CPNs?|(?:the )?care co-?ordinators|(?:the )?eating disorders? (?:services?|teams?)"
            r"|psycholog(?:y "
            r"services?|ists?)|early intervention in psychosis"
            r"|(?:(?:adolescent|psychiatric|secure) )*in-?patient (?:units?|wards?)"
        ),
    ),
)

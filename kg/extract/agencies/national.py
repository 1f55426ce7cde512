"""The names of governments, national bodies and regulators, and the codes they stand for."""

from kg.model import Addressee

A = Addressee

NATIONAL: tuple[tuple[tuple[Addressee, ...], str], ...] = (
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
            r"|chief (?:medical|nursing|midwifery) officers?|chief social workers?|(?:the )?children's commissioners?"
            r"|Welsh Ministers|(?:the )?(?:Law Society|Bar Council|British Medical Association|Judicial College)"
            r"|(?:the )?national bod(?:y|ies)|College of Policing|royal colleges?"
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
)

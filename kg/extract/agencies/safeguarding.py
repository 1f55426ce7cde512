"""The names of partnerships, their staff, social care and the police, and the codes they stand for."""

from kg.model import Addressee

A = Addressee

SAFEGUARDING: tuple[tuple[tuple[Addressee, ...], str], ...] = (
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
        (?:the )?(?-i:Safeguarding Panels?)
        """,
    ),
    (
        (A.ALL_PARTNER_AGENCIES,),
        r"""
        (?:(?:all|key|relevant|local|every|each|other|individual) )*(?:(?:partner|statutory|member) )?agenc(?:y|ies)
        (?:all|every|each) (?:partners?|organisations?|services?|agency)
        partner organisations?
        (?<!new\s)(?<!former\s)(?<!male\s)(?<!unknown\s)(?<!violent\s)(?<!abusive\s)(?<!s'\s)(?<!'s\s)partners
        ...(?!,? (?:and )?(?:grandparents|grandmothers|friends|relatives|fathers|siblings|families)\b)
        ...(?! of (?:an? |the |all |young |pregnant )*(?:wom[ae]n|m[ae]n|mothers?|fathers?|parents?|patients?|girls?
        ...|victims?)\b)
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
        (?:(?:all|relevant|frontline|front-line|key|individual) )*(?:practitioners|professionals|staff)
        (?:(?:all|relevant|frontline|front-line|key|individual) )*(?:workers|managers|supervisors)
        (?:all )?(?:those|everyone|everybody|anyone) (?:who works?|working) with (?:children|families)
        (?:the )?(?:(?:children's|wider|whole) )*workforce
        lead professionals?(?! (?:is|are|be|to be) (?:identified|appointed|named|agreed|allocated))
        first responders?
        key workers?
        (?:all|those|everyone|everybody|anyone|staff) who (?:works?|meets?|sees?|visits?|cares? for|supports?
        ...|deals?|comes?) [^,;]{3,40}?(?= (?:to|should|must)\b|$)
        """,
    ),
    (
        (A.CHILDRENS_SOCIAL_CARE,),
        r"""
        (?-i:CSC)
        (?:local )?child(?:ren)?(?:'s|s')? (?:social (?:care|work|services)|services?|agenc(?:y|ies))
        child(?:ren)?(?:'s|s')? and famil(?:y|ies)(?:'s?)? (?:services?|social (?:care|work))
        social (?:care|workers?|work(?: teams?| services?| departments?| staff
        ...| practitioners| professionals| managers| supervisors)?|services)
        (?:the )?(?:(?:local|placing|home|host|receiving|neighbouring) )+authorit(?:y|ies)
        through-?care (?:team|service|worker)s?
        leaving care(?= and (?:[\w-]+ ){1,3}?(?:services|teams)\b)
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
        (?:the )?chief constables?
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
    ((A.POLICE,), r"(?:the )?police and crime commissioners?"),
)

"""Groups of nouns that tell, beside a verb, what a recommendation asks for."""

# What may stand between a verb and its noun.
FEW = r"(?:[\w'-]+ ){0,4}?"
ANY = r"[^;]*? "
NEAR = r"[^;,]*? "
THE = r"(?:(?:an?|the|this|these|its|their|our|all|any|every|each|both|local|key|own) )*"

# A written policy that can be changed.
DOCUMENT_NOUN = (
    r"(?:guidance|polic(?:y|ies)|procedures?|protocols?|templates?|(?:referral |consent |assessment )?forms?|pathways?"
    r"|thresholds?|threshold document|criteria|leaflets?|toolkits?|(?:screening |assessment |risk )+tools?"
    r"|strateg(?:y|ies)|procedure manual)"
)
# What a review has to tell others.
LESSONS = (
    r"(?:learning(?! (?:events?|disabilit\w+|needs|programme|difficult\w+))|findings|lessons|good practice"
    r"|(?:key )?messages?(?= from| of| to|$)"
    r"|(?:review|report|case|(?<!discharge\s)summary|(?<!discharge\s)summaries)(?! (?:process|meeting"
    r"|system|date|group|panel|team|conference))(?! of (?!this|the (?:review|case|findings|learning|report)))"
    r"|what (?:has been|was|is) learn\w+)"
)
# In what staff are taught.
TRAINING = (
    r"(?:training|briefings?|workshops?|courses?|e-learning|webinars?|seminars?|masterclass(?:es)?|induction|teaching"
    r"|learning events?|(?:reflective |practice |learning |lunchtime |training )sessions?(?! (?:for|with) "
    r"(?:parents|families|young))"
    r"|sessions? (?:on|in|about))"
)
STAFF = (
    r"(?:staff|practitioners|professionals|workers|social workers|managers|teachers|officers|carers|foster carers"
    r"|health visitors|midwives|supervisors|clinicians|governors|doctors|nurses)"
)
FAMILIES = (
    r"(?:parents?|families|mothers|fathers|carers(?! with training)|young people|children(?!'s)|pupils"
    r"|teenagers|the public|communities"
    r"|grandparents|relatives)"
)
# What helps families, and has to be paid for.
SERVICE = (
    r"(?:counselling|advoca(?:cy|tes?)|mentor(?:s|ing)|therap(?:y|ies|ists?)|therapeutic (?:support|help"
    r"|work|places?|services?)|respite(?: care)?"
    r"|outreach|supervision|(?:bereavement |specialist |practical |emotional |psychological |financial "
    r"|peer |family |intensive )*support"
    r"|helplines?|accommodation|(?:crisis |residential |hospital |inpatient )?beds?|clinics?|boxes)"
)
RESOURCE = r"(?:money|funding|funds|resources|resource|investment|budgets?)"
CAPACITY = (
    r"(?:caseloads?|workloads?|waiting (?:times|lists)|waits|staffing(?: levels)?|capacity|vacancies|sickness cover"
    r"|numbers? of (?:beds|places|posts|staff|nurses|workers|social workers|health visitors|midwives"
    r"|foster carers|cases))"
)
# Where agencies meet.
GROUP = (
    r"(?:meetings?|discussions?|conferences?|panels?|(?:sub-?)?groups?|forums?|boards?|committees?|hub|teams?"
    r"|MASH|MARAC)"
)
# Where several agencies meet about one child.
CASE_MEETING = (
    r"(?:(?:core groups?|(?:child protection|case|pre-birth|review) conferences?|strategy (?:meetings?|discussions?)"
    r"|(?:discharge|care|pre-birth|transition|placement)(?: planning)? meetings?|planning meetings?)"
    r"|meetings? (?:on|about) (?:an?|each|every|the) (?:child|baby|family|young person|pupil))"
)
# What was done in many cases, so that to review it is to audit it.
CASES = (
    r"(?:all|every|each|any|a sample of|past|closed|open|current) (?:[\w-]+ ){0,3}?"
    r"(?:episodes?|cases?|files?|records?|referrals?|decisions)"
)
# What is drawn up for one child or family.
CASE_PLAN = (
    r"(?:(?:safety|crisis|care|discharge|contingency|transition|exit|risk management|child protection|aftercare"
    r"|support|return home|pathway) plans?|chronolog(?:y|ies)(?! (?:templates?|tools?"
    r"|protocols?|polic|forms?|systems?|guidance))|timelines?|genograms?|(?:[\w-]+ )?histor(?:y|ies)"
    r"|plans? for (?:each|every|both|the|a) (?:child|children|baby|young person|family))"
)
# What practitioners do with a family, so that what it is "to look at" is practice.
ACTIVITY = (
    r"(?:visits?|assessments?|supervision|reviews?|conferences?|meetings?|interviews?|plans?|reports?"
    r"|discussions?|checks?"
    r"|handovers?|records?|referrals?|appointments?|contacts?|notes|chronolog(?:y|ies)|core groups?|planning|enquiries)"
)
# What is made or agreed, and so developed.
CREATED = (
    r"(?:protocol|definition|matrix|standard|strategy(?! (?:discussion|meeting))|polic(?:y|ies)|procedure"
    r"|process(?:es)?"
    r"|tool(?:kit)?|pathway|guide"
    r"|guidance|framework"
    r"|system|role|panel|leaflet|register|checklist|charter|group|board|forum|form|template|model|mechanism|database"
    r"|agreement|programme|arrangements|plan|record|alert|flag|prompt|directory|point of contact|team"
    r"|glossary|booklet|passport)s?"
)

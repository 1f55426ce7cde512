"""The names of those who can be asked to act, as printed, and the codes they stand for."""

from kg.extract.agencies.health import HEALTH
from kg.extract.agencies.national import NATIONAL
from kg.extract.agencies.other import OTHER_SERVICES
from kg.extract.agencies.safeguarding import SAFEGUARDING
from kg.extract.text.needles import Rule
from kg.extract.text.rules import Rules
from kg.extract.text.wording import any_of, pattern
from kg.model import Addressee

A = Addressee

_ANYBODY: tuple[tuple[tuple[Addressee, ...], str], ...] = (
    (
        (A.STRATEGIC_LEADERS,),
        (
            r"(?:senior|strategic|service|agency) (?:leaders?|managers|leadership)|chief (?:executives?|officers?)"
            r"|directors? of [\w' ]+?|leaders"
        ),
    ),
    (
        (A.PUBLIC,),
        (
            r"(?:the )?(?:general )?public(?! (?:awareness|campaign|information|education|meeting|statement))"
            r"|communities|local residents|neighbours"
        ),
    ),
)
# Words that hold the name of an agency and name nobody who is asked to act.
_NOBODY: tuple[tuple[tuple[Addressee, ...], str], ...] = (
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
            r"|(?:school|social work|court|maternity|hospital|health|police|social care|GP) (?:reports?"
            r"|records?|checks?|files|notes|letters)(?! (?:the|a|all|every|their)\b)|public (?:law|transport"
            r"|places?)|health (?:and safety|needs|problems"
            r"|visitor's letters)|education,? health and care plans?|young person's"
        ),
    ),
)
# Where two names begin at the same word the longer one wins.
AGENCIES = (*SAFEGUARDING, *HEALTH, *OTHER_SERVICES, *_ANYBODY, *NATIONAL, *_NOBODY)

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
FUNCTION_NAMES = tuple((code, Rule(pattern(words))) for code, words in FUNCTIONS)

GENERAL_STAFF = {A.PRACTITIONERS}  # "staff in partner agencies" are the agencies' own

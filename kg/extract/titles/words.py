"""The words that titles of reviews are made of: kinds of review and of document, labels, dashes; and where they end."""

import re

from kg.extract.text.openings import Openings
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import letter_by_letter
from kg.extract.titles.listed_dates import ON
from kg.model import DocumentType, ReviewType

_BEFORE_REVIEW = (
    r"(?:(?:extended|concise|historical|historic|joint|local|national|full|independent|multi-agency"
    r"|thematic|themed)\s+)*"
)
REVIEW_TYPES = (
    (
        rf"{_BEFORE_REVIEW}domestic\s+(?:homicide|abuse\s+related\s+death)\s+review|(?-i:\b(?:DHR|DARDR)\b)",
        ReviewType.DOMESTIC_HOMICIDE_REVIEW,
    ),
    (rf"{_BEFORE_REVIEW}safeguarding\s+adults?\s+review|(?-i:\bSAR\b)", ReviewType.SAFEGUARDING_ADULT_REVIEW),
    (rf"{_BEFORE_REVIEW}significant\s+case\s+review", ReviewType.SIGNIFICANT_CASE_REVIEW),
    (rf"{_BEFORE_REVIEW}case\s+management\s+review|(?-i:\bCMR\b)", ReviewType.CASE_MANAGEMENT_REVIEW),
    (
        rf"{_BEFORE_REVIEW}(?:child\s+|children\s+)?safeguarding\s+practice\s+review|(?-i:\bL?CSPR\b)",
        ReviewType.CHILD_SAFEGUARDING_PRACTICE_REVIEW,
    ),
    (rf"{_BEFORE_REVIEW}serious\s+case\s+review|(?-i:\bSCR\b)", ReviewType.SERIOUS_CASE_REVIEW),
    (r"single\s+unified\s+safeguarding\s+review|(?-i:\bSUSR\b)", ReviewType.CHILD_PRACTICE_REVIEW),
    (rf"{_BEFORE_REVIEW}child\s+practice\s+review|(?-i:\b[CE]?CPR\b)", ReviewType.CHILD_PRACTICE_REVIEW),
    (rf"{_BEFORE_REVIEW}them(?:atic|ed)\s+(?:learning\s+)?review", ReviewType.THEMATIC_REVIEW),
    (rf"{_BEFORE_REVIEW}(?:(?:partnership|practice|case)\s+)?learning\s+review", ReviewType.LEARNING_REVIEW),
)
DOCUMENT_TYPES = (
    (r"(?:full\s+)?overview(?:\s+report)?", DocumentType.OVERVIEW_REPORT),
    (r"executive\s+summary", DocumentType.EXECUTIVE_SUMMARY),
    (r"(?:final\s+)?review\s+report", DocumentType.REVIEW_REPORT),
    (r"learning\s+summary", DocumentType.LEARNING_SUMMARY),
    (r"(?:learning|practice|7[- ]minute|seven[- ]minute)\s+brief(?:ing)?", DocumentType.LEARNING_BRIEF),
)
_NOT_A_REVIEW = (
    r"(?!s\b|\s+(?:panel|group|team|process|method|methodology|model|author|board|and\s+learning(?!\s+review))\b)"
)
REVIEW_TYPE = deferred(
    rf"\b(?:{'|'.join(words for words, _ in REVIEW_TYPES)}){_NOT_A_REVIEW}(?-i:(?![a-z]))", re.IGNORECASE
)
ENDS_AS_KIND = deferred(  # what stands behind the colon of a title: "our learning review"
    rf"\s*(?:(?:our|the|an?|local)\s+)*(?:{'|'.join(words for words, _ in REVIEW_TYPES)})[ *#]*(?:\n|\Z)", re.IGNORECASE
)
_UNTYPED = (  # a review that is none of the kinds above
    rf"{_BEFORE_REVIEW}(?:rapid|partnership|practice|case|multi-agency|independent|local)\s+review{_NOT_A_REVIEW}"
)
DOCUMENT_TYPE = deferred(
    rf"\b(?:{'|'.join(words for words, _ in DOCUMENT_TYPES)}|(?:final\s+)?report|summary|{_UNTYPED})(?-i:(?![a-z]))",
    re.IGNORECASE,
)
ONLY_KINDS = deferred(  # as a summary may end with them: "Serious case review, executive summary."
    rf"(?:{REVIEW_TYPE.pattern}|{DOCUMENT_TYPE.pattern}|[\s,.:–-])+", re.IGNORECASE
)

ONE = {
    "children": "Child",
    "babies": "Baby",
    "twins": "Twin",
    "siblings": "Sibling",
    "sisters": "Sister",
    "brothers": "Brother",
    "infants": "Infant",
    "young people": "Young Person",
    "young persons": "Young Person",
    "adults": "Adult",
    "families": "Family",
    "boys": "Boy",
    "girls": "Girl",
    "cousins": "Cousin",
}
SINGULAR = (
    "child baby toddler twin sibling sister brother infant young\\s+person young\\s+man young\\s+woman young\\s+adult "
    "adult family boy girl teenager case subject person mother father student pupil"
)
_PREFIXES = [*ONE, *(word.replace(r"\s+", " ") for word in SINGULAR.split())]
PREFIX = rf"(?:(?i:{letter_by_letter(_PREFIXES)}))".replace(" ", r"\s+")
_MATTERS = (
    "Abandonment Abuse Accidental Admission Allegations Alleged Arrest Arson Assault Attack Attempted Beating "
    "Broken Bruises Bruising Burns Cardiac Catastrophic Choking Chronic Collapse Complex Concealed Concealment "
    "Concerns Considers Conviction Criminal Critical Cruelty Cumulative Death Deaths Dehydration Deliberate "
    "Describes Disappearance Disclosure Discovery Discusses Domestic Drowning Drug Emotional Escalating Examines "
    "Exploitation Explores Exposure Extensive Extra-familial Fabricated Failure Faltering Fatal Female Filicide "
    "Focuses Forced Fractures Gang Grooming Hanging Harm Harmful Head Historic Historical Homicide "
    "Hospitalisation Identifies Ill-treatment Imprisonment Incident Infanticide Ingestion Injuries Injury "
    "Institutional Intra-familial Involvement Kidnap Killing Knife Life-changing Life-threatening Long-term Looks "
    "Major Malnutrition Manslaughter Mistreatment Modern Multiple Murder Near-death Near-fatal Near-miss Neglect "
    "Non-accidental Non-fatal Non-recent Online Organised Overdose Peer-on-peer Perinatal Persistent Physical "
    "Poisoning Possible Prolonged Radicalisation Rape Relates Repeated Risk Scalding Scalds Self-harm "
    "Self-inflicted Serious Severe Sexual Shaking Shooting Significant Stabbing Starvation Stillbirth Sudden Suicide "
    "Suffocation Suspected Sustained Torture Trafficking Unascertained Unexpected Unexplained Unintentional "
    "Unlawful Wounding Long(?=.term) Potentially Abusive Brain Extreme Inflicted "
    "Maltreatment Smothering Strangulation Wilful "
)
_OTHER_OPENERS = (
    "An? After At Background Between Extended Five Following Four In Learning On Overview Review Reviews Several Six "
    "Summary Tells The These This Three Two When While Who"
)
MATTER = rf"{letter_by_letter(_MATTERS.split())}\b"  # opens a summary, and never stands after a name in a sentence
OPENER = rf"(?:{MATTER}|{letter_by_letter(_OTHER_OPENERS.split())}\b|Child(?=\s+(?:sexual|criminal|neglect|abuse)))"
# A page that lost its line breaks may print "Child EJEmotional abuse of ...": the label ends where a matter begins.
_LABEL_ENDS = rf"(?=[^\w']|'(?!\w)|$|{MATTER})"
CODE = rf"(?:[A-Z]{{1,5}}\d{{0,4}}(?:/\d{{2,4}})?|[A-Z]?\d{{1,4}}[A-Z]?){_LABEL_ENDS}"
NAME = rf"(?!{OPENER})[A-Z][a-z](?:(?!{MATTER})[\w'-])*(?:\s+\d{{1,3}}\b)?"
_JOIN = r"(?:\s*,\s*(?:(?i:and)\s+)?|\s+(?i:and)\s+|\s*&\s*|\s*\+\s*|\s*/\s*)"
SHOUTED = r"[A-Z]{3,20}"  # a name in capitals, where it stands in quotes: "BABY 'ZIGGY'"
_PREFIXED = rf"{PREFIX}\s+(?:{CODE}|{NAME}|['\"](?:(?:{CODE}|{NAME})(?:['\"](?!\w))?|{SHOUTED}(?:['\"](?!\w)|\Z)))"
_UNBORN = (
    rf"(?i:(?:(?:an?|the|her|his|their)\s+)?unborn\s+(?:baby|child|infant|sibling|twins?)\b)(?!\s+(?!{MATTER})[A-Z])"
)
LABELS = deferred(rf"{_PREFIXED}(?:{_JOIN}(?:{_UNBORN}|{_PREFIXED}|{CODE}|{NAME}))*")
# The second name is not the first again: in "Gabriel Gabriel was found" the summary has begun.
_NAMES = deferred(
    rf"['\"]?(?!{PREFIX}\b)(?P<name>{NAME})"
    rf"(?:\s+(?:(?!(?P=name)\b|Published\b){NAME}|(?!An?\s+[a-z])[A-Z]\d{{0,2}}\b))?"
    rf"(?:['\"]?{_JOIN}['\"]?(?:{_UNBORN}|{_PREFIXED}|{NAME}))*(?:['\"](?!\w))?"
)
_CODES = deferred(rf"(?=[A-Z]+\d|[A-Z]{{2}})(?:DHR\s+|SAR\s+)?(?:{CODE})|[A-Z](?:{_JOIN}[A-Z])+(?![\w'])")
_ADULT_REVIEW = deferred(rf"(?:DHR|DARDR|SAR)(?!\s*[:–-])(?:\s+{NAME})?(?![\w'])")
_CONNECTOR = deferred(
    r"(?:in\s+respect\s+of|into\s+the\s+(?:death|care|circumstances)s?\s+of|regarding|concerning|relating\s+to"
    r"|about|on|of|for|re)"
    r"(?:\s+the)?\b",
    re.IGNORECASE,
)
FROM_A_CASE = (  # stands before the label in a title
    r"(?:learning|lessons?)(?:\s+learn(?:ed|t))?\s+from\s+the\s+(?:case|death|review|story|life|lives"
    r"|experience)s?\s+of\s+"
)
ABOUT = deferred(  # a title that is a sentence: "What happened to Baby M?", "Why we need to talk about Kit"
    r"(?:What|Why|How|Who|When|Where|Could|Did|Do|Can|Should|Was|Is|Are|We|Learning|Remembering|Hearing"
    r"|Listening)\b[^.;:\n]*?"
    rf"\s[a-z]+\s+(?P<names>{LABELS.pattern}|{NAME}(?:(?:,|\s+and)\s+{NAME})*)[?!]?"
)
DASH = (  # one without spaces, or a colon, only where a label stands behind it
    r"(?:\s+[–-]\s*|\s*[–-]\s+|\s*–\s*"
    rf"|(?:(?<=\w)-|\s*:\s*)(?={PREFIX}\s+[A-Z\d])|(?<=nonymous)-)"
)
PLACE_AND_DASH = deferred(rf"(?:(?!\d{{4}})[^.;:\n]){{2,70}}?{DASH}(?=\S)")
DATE_BEHIND = deferred(  # a title: "Child K (2021)", "Baby Ash – March 2021"
    rf"\s*[,(–-]+\s*(?:published\s+(?:(?:on|in)\s+)?)?(?P<when>{ON})\)?\.?\Z",
    re.IGNORECASE,
)
PLACE_IN_BRACKETS = deferred(  # "Baby Ash (Tarrowdale)", "Ash (Weir SCP, May 2021)"
    rf"(?<=\w)[ ]?\((?P<place>(?!{PREFIX}\b)[A-Z][a-z][\w'-]+(?: (?:and|of|upon|on|the|&|[A-Z][\w'-]+)){{0,4}})"
    rf"(?:,\s+{ON})?\)"
)
PLACE_BEHIND = deferred(rf"{PLACE_IN_BRACKETS.pattern}\.?\Z")
_KINDS = Openings((pattern, None) for pattern in (REVIEW_TYPE, DOCUMENT_TYPE, _CONNECTOR))
_LABELS = Openings((pattern, None) for pattern in (LABELS, _ADULT_REVIEW, _CODES, _NAMES))
_GAP = deferred(r"(?:(?<=[A-Z])\))?\s*[:,([–-]?\s*")  # "... review (CSPR): Ash"
_TAIL = deferred(r"['\")\]]*\.?")


def title_end(line: str, start: int = 0) -> int:
    """Where the title that begins at `start` ends, read word by word; `start` itself when no title begins there.

    It holds one run of labels, and another where a linking word leads to it: "Family Q: in respect of Child Q1".
    """
    end, labelled, linked = start, False, False
    while True:
        gap = _GAP.match(line, end)
        position = gap.end() if gap else end
        kind = _kind_of(line, position)
        unit = kind or (None if labelled and not linked else _label(line, position))
        if unit is None or unit == position:
            return _tail(line, end) if end > start else start
        labelled, linked = labelled or not kind, bool(kind and _CONNECTOR.fullmatch(line, position, unit))
        end = unit


def _kind_of(line: str, position: int) -> int | None:
    """The end of a kind of review, a kind of document or a linking word that stands at `position`."""
    if _ADULT_REVIEW.match(line, position):
        return None
    found = _KINDS.match(line, position, len(line))
    return found[0].end() if found else None


def _label(line: str, position: int) -> int | None:
    found = _LABELS.match(line, position, len(line))
    return found[0].end() if found else None


def _tail(line: str, end: int) -> int:
    match = _TAIL.match(line, end)
    return match.end() if match else end

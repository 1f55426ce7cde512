"""Which of two families the words of an unknown lead-in are of: of what was found, or of what is asked."""

import re
from enum import Enum
from typing import NamedTuple

from kg.extract.parts import SectionKind
from kg.extract.text.parsed import deferred

_REVIEW = (
    r"(?:(?:the|this|our|its)\s+)?(?:(?:independent|overview|lead|rapid|case|practice|learning|thematic|safeguarding"
    r"|child"
    r"|joint|local|review)\s+)*(?:reviews?|reviewers?|reports?|authors?|panel|group|inquiry|enquiry|analysis|exercise"
    r"|audit|case|process)"
)
_FOUND_NOUN = (
    r"learning(?!\s+(?:disab|difficult|needs\b|support\b|mentor|environment|log\b|circle|set\b|event|difference"
    r"|review|team))"
    r"|lessons?|findings?|themes?|messages?|insights?|reflections?|conclusions?|take-?\s?aways?|points?\s+(?:of"
    r"|for)\s+(?:learning"
    r"|practice|reflection)|learn(?:ed|t)|missed\s+opportunit(?:y|ies)|opportunit(?:y|ies)\s+(?:that\s+were\s+)?missed"
)
_FOUND_WEAK = (
    r"issues?|concerns?|factors?|points?|gaps?|problems?|patterns?|weakness(?:es)?|shortcomings?|shortfalls?|failings?"
    r"|failures?|barriers?|difficult(?:y|ies)|observations?|obstacles?|features|vulnerabilities|deficits?"
    r"|deficienc(?:y|ies)"
    r"|matters?|risks?|aspects?|dilemmas?|blind\s+spots?|flaws?|reasons?\s+(?:why|for|that)|errors?|mistakes?"
    r"|pitfalls?|truths?|discover(?:y|ies)"
)
_FOUND_VERB = (
    r"f(?:ou|i)nds?|note[sd]?|saw|sees?|seen|show(?:s|ed|n)?|tells?|told|teach(?:es)?|taught|emerge[sd]?|emerging"
    r"|came\s+(?:to"
    r"|out|through|up|across)|com(?:es?|ing)\s+(?:to|out|through|up)|st(?:oo|an)ds?\s+out|(?:went|go(?:es)?"
    r"|gone)\s+wrong"
    r"|surface[sd]?|reveal(?:s|ed)?|observe[sd]?|establish(?:es|ed)|conclude[sd]?|highlight(?:s|ed)?|expose[sd]?"
    r"|missed|str(?:uck|ikes?)"
    r"|heard|uncover(?:s|ed)?|dr[ae]ws?\s+out|brought\s+(?:to\s+light|out)|identif(?:ies|ied|y)|recogni[sz]e[sd]?"
    r"|underline[sd]?"
    r"|learns?|understands?|discover(?:s|ed)?|(?:now\s+)?knows?(?:\s+now)?|explain(?:s|ed)?|not\s+(?:go\s+)?(?:work"
    r"|well|done|seen|known|asked)"
    r"|in\s+the\s+way|fail(?:s|ed)?|dr[ae]ws?\s+attention|lacking|wanting|missing|clear|apparent|evident"
    r"|points?\s+(?:to|up)|fell\s+short|let\s+\w+\s+down|could\s+have\s+been"
    r"|contribut(?:ed|ing)|made\s+(?:it|this)\s+(?:hard|harder|difficult|possible)"
)
_ASKED_NOUN = (
    r"recommend(?:ations?|s|ed|ing)?|suggest(?:ions?|s|ed)?|propos(?:als?|es?|ed|ing)|improve(?:ments?|d)?"
    r"|next\s+steps?|remed(?:y|ies)"
    r"|undertakings?|commitments?|ways?\s+forward|to-do|action\s+(?:points?|plans?|list)|asks|for\s+implementation"
)
_ASKED_WEAK = (
    r"actions?|changes?|steps?|measures?|requests?|tasks?|requirements?|expectations?|advice|advise[sd]?|priorit(?:y"
    r"|ies)|responses?|solutions?|goals?|objectives?\s+for\b|targets?|duties|safeguards|strengthen(?:ed|ing)?"
)
_ASKED_VERB = (
    r"(?:(?:is|are|be|been|was|were)\s+(?:(?:also|now|therefore|all|each|both|further|specifically"
    r"|jointly)\s+)*)?(?:asked|urged|invited"
    r"|requested|required|encouraged|called\s+(?:on|upon)|expected|instructed|challenged|directed|tasked)"
    r"|should|must|ought|needs?\s+to|needed|needs(?=\s*\Z)|ha(?:s|ve)\s+to|calls?\s+(?:on|upon|for)|asks?|urges?"
    r"|wants?|would\s+like|wish(?:es)?|hopes?"
    r"|expects?|looks?\s+to|requires?|seeks?|agreed|agrees?|will|going\s+forwards?|moving\s+forwards?"
    r"|in\s+(?:the\s+)?future|from\s+now\s+on"
    r"|look(?:ing)?\s+(?:ahead|forward)|next|do\s+differently|be\s+done|better|to\s+(?:prevent|avoid|reduce"
    r"|put\s+(?:this|it)\s+right|stop"
    r"|address|build|close|make\s+sure)|help|asking|undertakes?|promises?|reminded|make\s+a\s+difference|change"
)
_EITHER = (
    r"areas?\s+(?:for|of|where|in|that|requiring|needing|to)\b|considerations?|questions?|challenges?|implications?"
    r"|points?\s+(?:to|for)\b|practice\s+points?|key\s+points?|focus"
)
_FAMILIES = deferred(
    rf"\b(?:(?P<either>{_EITHER})|(?P<asked>{_ASKED_NOUN})|(?P<found>{_FOUND_NOUN})|(?P<asked_weak>{_ASKED_WEAK})"
    rf"|(?P<found_weak>{_FOUND_WEAK})|(?P<asked_verb>{_ASKED_VERB})|(?P<found_verb>{_FOUND_VERB}))(?![\w-])",
    re.IGNORECASE,
)
_TO_LEARN = deferred(
    r"\b(?:can|could|should|must|may|might|to|needs?\s+to|we|be|been|have|has|is|was)\s+(?:all\s+|now\s+)?(?:be\s+"
    r"|been\s+)?(?:learn(?:ed|t)?|taken\s+from)\b",
    re.IGNORECASE,
)
_FOUND_LAST = deferred(  # and does not say what: "the review noted that"
    rf"\b(?:{_FOUND_VERB})(?:\s+(?:that|how|by|with|to|fault\s+with|attention\s+to|the\s+following|in\s+particular"
    rf"|as\s+follows|these|this|us|as\s+well|also|a\s+(?:number|range"
    r"|series)\s+of\s+\w+|(?:in|from|by|to|for)\s+(?:the|this|our|all)\s+[\w' -]{3,40}))*\Z",
    re.IGNORECASE,
)
_PAGE = deferred(
    r"\b(?:from|about|in)\s+(?:[\w-]+\s+){0,3}?(?:reviews|digests?|cases\s+like)\Z", re.IGNORECASE
)  # heads a page
_NONE = deferred(
    r"\b(?:none|nil)\b|\b(?:no|nothing)\b.*\b(?:recommend|learning|lesson|finding|action|improve|suggest)",
    re.IGNORECASE,
)
_TOLD_OF = (  # whom a story is about; "children's services" are not
    r"(?:he|she|they|his|her|their|him|(?:the\s+|both\s+|an?\s+)?(?:step|grand|half-?)?(?:mother|father|parents?"
    r"|child|children|boys?|girls?"
    r"|bab(?:y|ies)|infant|famil(?:y|ies)|siblings?|sisters?|brothers?|couple|man|men|woman|household|home"
    r"|perpetrator|partner|victim|teenager|uncle|aunt|twins?)(?:'s|s')?"
    r"(?!(?:'s|s')?\s+(?:\w+\s+){0,3}?(?:services?|agenc\w+|practitioners?|teams?|boards?|partnerships?|care|courts?"
    r"|hubs?|centres?"
    r"|hospitals?|practice|review\w*|protection|safeguarding|death|voice))|(?:the\s+)?(?:post-?mortem|inquest|coroner"
    r"|trial|court|judge|pathologist|jury))\b"
)
_STORY = deferred(rf"{_TOLD_OF}|(?:when|while|after|before|during|by|on|at)\s+(?!the\s+end\b)", re.IGNORECASE)
_OF_SOMEBODY = deferred(rf"\b{_TOLD_OF}", re.IGNORECASE)
_PAST = deferred(r"\b(?:was|were|had|did|took|(?<!be )made|came|went)\b", re.IGNORECASE)
_CLAUSE = deferred(r"\b(?:that|which|who|why|where|when)\b.*|\b(?:was|were|is|are)\s*\Z", re.IGNORECASE)
_BY_REVIEW = deferred(
    r"\b(?:was|were|had\s+been|did)\s+(?:also\s+)?(?:noted|identified|found|seen|observed|highlighted|drawn|made"
    r"|agreed|proposed|suggested|recommended"
    r"|raised|set)\b(?!\s+by\s+(?!(?:the\s+)?(?:independent\s+)?(?:review|report|panel|author|board|partnership)))",
    re.IGNORECASE,
)
_WHOM = deferred(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_ASKED_LAST = deferred(
    r"\b(?:should|must|ought\s+to|(?<!attention )(?<!points )(?<!pointed )to|needs?|will"
    r"|wish\s+to)(?:\s+(?:now|also|each|all|jointly|therefore))*\Z",
    re.IGNORECASE,
)
_OUGHT_TO_HAVE = deferred(r"\b(?:could|should|might)\s+have\b", re.IGNORECASE)
_TOLD = deferred(rf"{_PAST.pattern}|\b[a-z]+ed\b", re.IGNORECASE)  # a sentence of a story, or most likely
_OPENS_QUESTION = deferred(r"(?:and\s+)?(?:what|where|how|why|which|who)\b", re.IGNORECASE)
_SAID_BY = deferred(
    rf"(?:(?:and|in\s+\w+|overall|finally|again|also|here|together),?\s+)?(?:{_REVIEW}|we|it|this|these|partners"
    rf"|agencies|"
    r"(?:the\s+)?(?:partnership|board|committee|reviewing\s+team)|among\b|from\b|several|some|many|two|three|four"
    r"|five|six|seven|eight"
    r"|\d+|things?|chief|main|key|most)\b",
    re.IGNORECASE,
)
_QUALIFIED = deferred(
    r"\b(?:key|main|emerging|emerged|identified|arising|arose|practice|system(?:s|ic|-wide)?|common|recurrent"
    r"|recurring|wider|central|core|critical"
    r"|principal|important|significant|overarching|cross-cutting|further|other|additional|found|noted|seen|observed"
    r"|highlighted|raised"
    r"|review(?:ers?)?|report|panel|author|analysis|partnership|board|agenc(?:y|ies)|services|professionals"
    r"|practitioners|practice|organisational"
    r"|multi-agency|required|needed|agreed|proposed|suggested|planned|recommended|future|to\s+be\s+(?:taken|made)"
    r"|include[sd]?|"
    r"going\s+forward|going|next|for\s+(?:the|all|future|others?|partners|agencies)|as\s+follows|follow(?:s|ing)?"
    r"|rais(?:es?|ing)|these|contribut\w+|c[ao]me\s+up|bod(?:y|ies)|department|ministers?|government"
    r"|council|partners|for\s+action|priority|of\s+concern|called\s+for|sought)\b",
    re.IGNORECASE,
)
_ASIDE = deferred(
    r"(?:(?:about|the|this|our|key|list\s+of|further|more|brief|overall|relevant)\s+)*(?:background|model"
    r"|method(?:ology)?|key\s?words?|subjects?|tags"
    r"|contacts?|contact\s+\w+|terms\s+of\s+reference|lines\s+of\s+enquiry|family\b|families(?=\s+\w)|genogram"
    r"|household|(?:authors?|reviewers?|chair|people|involved|information|evidence|documents|context|setting|status"
    r"|harm|date|legal|read|see)\s*\Z|timeline|chronology|(?:significant\s+)?events"
    r"|scope|purpose|aims?|objectives|remit|period|panel\s+(?:members|membership|was|were)|members(?:hip)?\s+of"
    r"|notes?|glossary"
    r"|abbreviations|references?|sources?|further\s+(?:reading|information)|resources|helpline|agencies\s+(?:involved"
    r"|known|in\s+contact"
    r"|who|that|represented)|services\s+(?:involved|known)|participants|family\s+members|pseudonyms|publication"
    r"|published|date\s+of|read\s"
    r"|see\s|related|links?|category|type|injuries|diagnos|medical\s+history|circumstances|appendi"
    r"|strengths?\b|good\s+practice|what\s+(?:\w+\s+){0,2}?(?:worked|went)\s+well|copyright|risk\s+factors"
    r"|warning\s+signs|contributors|previous\b|reviews?\s+covered|learning\s+(?:disab|difficult)\w+|"
    r"cause\s+of|facts?|key\s+facts|key\s+people|key\s+dates|key\s+events|outcomes?\s+for|placements?|criminal"
    r"|charges|sentence|verdict|police\s+investigation|next\s+(?:list|issue|edition|digest|bulletin|newsletter|month"
    r"|meeting)|recommended\s+for\s+you|you\s+(?:may|might)\s+also\b|subscribe\b|sign\s+up\b)\b",
    re.IGNORECASE,
)
_DONE = deferred(
    r"\b(?:actions?|changes?|steps?|measures?|improvements?|progress|work|developments?)\b(?=.*\b(?:already|since"
    r"|taken|completed|made|done|to\s+date"
    r"|implemented|under\s+way|underway)\b)(?!.*\b(?:to\s+be|should|must|needs?|will)\b)|\b(?:changed|happened"
    r"|improved|done)\s+(?:already|since)\b"
    r"|\b(?:already|since)\s+(?:changed|happened|improved|done)\b|\bprogress\s+(?:so\s+far|since|made)\b",
    re.IGNORECASE,
)


class Family(NamedTuple):
    """What the words of a lead-in are about, and how sure that is without what follows them."""

    kind: SectionKind | None  # none where what follows must tell
    sure: bool
    told: "Told"


class Told(Enum):
    """By what a lead-in is told: a noun ("lessons"), a verb ("should"), words of both families, or none of them."""

    NOUN = "noun"
    WEAK = "weak"
    VERB = "verb"
    EITHER = "either"
    UNKNOWN = "unknown"
    ASIDE = "aside"


ASIDE = Family(SectionKind.OTHER, sure=False, told=Told.ASIDE)
_UNKNOWN = Family(None, sure=False, told=Told.UNKNOWN)
_L, _R = SectionKind.LEARNING, SectionKind.RECOMMENDATIONS


def family(words: str) -> Family | None:
    """The family of a short phrase before a colon or on a line of its own; none if it is part of a story."""
    if _ASIDE.match(words) or _DONE.search(words):
        return ASIDE
    if _NONE.search(words) or _PAGE.search(words):
        return None
    if _TO_LEARN.search(words) and not _STORY.match(words):
        return Family(_L, sure=True, told=Told.NOUN)
    found = [match.lastgroup or "" for match in _FAMILIES.finditer(words)]
    if not found:
        return None if _OF_SOMEBODY.search(words) or _TOLD.search(words) else _UNKNOWN
    return _of(words, found)


def _of(words: str, found: list[str]) -> Family | None:
    first, kinds = found[0], {_KINDS[name] for name in found if not name.endswith("verb")} - {None}
    if _STORY.match(words) and first not in ("asked", "found", "either"):
        return None
    if _WHOM.search(words) and not _OPENS_QUESTION.match(words):
        return None
    if _ASKED_LAST.search(words) and first not in ("asked", "found") and not _STORY.match(words):
        return Family(_R, sure=True, told=Told.VERB)
    if first == "either" or len(kinds) > 1:
        return None if _STORY.match(words) else Family(_KINDS[first], sure=False, told=Told.EITHER)
    if first in ("asked", "found"):
        return Family(_KINDS[first], sure=True, told=Told.NOUN)
    if first.endswith("weak"):
        return _weak(words, first, found)
    return _verb(words, found)


def _weak(words: str, first: str, found: list[str]) -> Family | None:
    """Of a noun that stories have as well: "concerns", "steps"."""
    later = next((name for name in found if name in ("asked", "found")), None)
    told = _PAST.search(_CLAUSE.sub("", words)) and not (_OPENS_QUESTION.match(words) or _BY_REVIEW.search(words))
    if _OF_SOMEBODY.search(words) or told:
        return None
    if later:
        return Family(_KINDS[later], sure=True, told=Told.NOUN)
    return Family(_KINDS[first], sure=bool(_QUALIFIED.search(words)), told=Told.WEAK)


def _verb(words: str, found: list[str]) -> Family | None:
    """Of what is said to be asked or found, if it is the review that found it."""
    noun = next((name for name in found if name in ("asked", "found")), None)
    if noun:
        return Family(_KINDS[noun], sure=True, told=Told.NOUN)
    weak = next((name for name in found if name.endswith("weak")), None)
    if weak and not _PAST.search(words):
        return Family(_KINDS[weak], sure=True, told=Told.WEAK)
    if "asked_verb" in found and not _OUGHT_TO_HAVE.search(words):
        return None if _STORY.match(words) else Family(_R, sure=True, told=Told.VERB)
    told = _OPENS_QUESTION.match(words) or (_SAID_BY.match(words) and _FOUND_LAST.search(words))
    return Family(_L, sure=True, told=Told.VERB) if told else None


_KINDS = {
    "asked": _R,
    "asked_weak": _R,
    "asked_verb": _R,
    "found": _L,
    "found_weak": _L,
    "found_verb": _L,
    "either": None,
}

"""The frame of a recommendation: who is to act, the verb that says what, and how strongly it is put."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from kg.extract.action_verbs import VERBS
from kg.extract.agency_words import NAMES
from kg.extract.lemmas import lemma
from kg.extract.nominals import ASSURANCES, COMPILED_ACTIVITIES, OPENING_NOUNS
from kg.extract.wording import pattern


class Voice(Enum):
    """How a recommendation puts its verb."""

    IMPERATIVE = auto()  # review the guidance
    ACTIVE = auto()  # schools to review / schools should review / schools review
    PASSIVE = auto()  # the guidance should be reviewed
    NOMINAL = auto()  # a review of the guidance


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parts of a recommendation stand: characters from the start of the document's text."""

    voice: Voice
    start: int  # of the recommendation, without "and" and "if ..., "
    verb: int
    verb_end: int
    modal: tuple[int, int] | None = None
    topic: tuple[int, int] | None = None  # what stands before a dash: "police - share flags"

    @property
    def subject(self) -> tuple[int, int] | None:
        """The stretch before the verb that says who acts, or what is acted on in the passive."""
        if self.voice not in (Voice.ACTIVE, Voice.PASSIVE):
            return None
        return self.start, self.modal[0] if self.modal else self.verb


_DETERMINED = re.compile(r"(?:[\w-]+ ){0,3}?reviews? of")
_LEAD = re.compile(
    r"(?:(?:and|or|that|also|finally|further|in addition|to|then|[*•-]|(?:it is"
    r"|is) (?:\w+ )?(?:recommended|suggested|proposed)"
    r"|it (?:falls to|is for)|(?:the |this )?review asks that|(?:for|to)(?= (?:[\w'-]+ ){1,6}?(?:to|that) )"
    r"|(?:we|(?:the|this) (?:review"
    r"|panel|report|author"
    r"|reviewer)) (?:\w+ )?recommends?) *,? +|[*•]+ *)*",
    re.IGNORECASE,
)
_SETTING = re.compile(
    r"(?:if|when|where|whenever|in|for|at|on|as|once|following|after|during|given|with|through|before"
    r"|unless)\b[^,;]{2,120}?(?:,|(?= (?:ensure|make sure|consider|request) )) *",
    re.IGNORECASE,
)
_MODAL = pattern(
    r"(?P<modal>should|must|shall|will|ought to|needs? to|ha(?:s|ve) to|(?:is|are) to|(?:is|are) required to"
    r"|could|(?:may|might)(?: (?:wish|want|like) to)?|to)"
    r"(?: (?:also|only|then|further|not|all|both|always|each|never|continue to|now|therefore|[a-z]+ly))*"
    r" (?P<be>be (?:[a-z]+ly |further |also |fully |well )*)?(?P<verb>[a-z][\w-]+)"
)
_PRESENT = pattern(
    r"(?:is|are) (?:[a-z]+ly )?(?P<verb>[a-z]+(?:ed|en)|told|held|made|put|given|found|sought|taught|kept|built|sent"
    r"|heard|met|led|paid|brought|run|done|drawn|set|spread|shown)"
)
_SUBJUNCTIVE = pattern(
    r"(?<!to\s)be (?:[a-z]+ly |also |fully )?(?P<verb>[a-z]+(?:ed|en)|told|held|made|put|given|found|set"
    r"|sought|available|the subject of)"
)
_THERE = pattern(r"there (?P<modal>should|must|needs? to|ought to|has to|is to|are to) be")
_PARTICIPLE = re.compile(
    r"(?!assured)\w+(?:ed|en|wn)|told|held|made|put|found|sought|taught|kept|built|done|sent|set|led|met|paid"
    r"|brought|run|read",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"(?:a|an|the|this|that|these|those|his|her|their|its|any|all|each|every|some|both|no|children|people"
    r"|parents|families"
    r"|staff|young|one|two|three|which|who|whom|whether|how|when|what|other|others|housing|schools?|primary"
    r"|secondary|adult"
    r"|and|or|help|safeguarding|partner|government|parliament|court|hospital|police|health|social|care"
    r"|\w+(?:ssment|eatment|ation)|\w{3,}ing|therapy|prevention|intervention|counselling"
    r"|\w*(?<!s)(?<!focu)s)",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"(?:and +)?(?P<topic>[^;:.]{2,70}?) +- +", re.IGNORECASE)
_TAKES_TO = re.compile(
    r"\b(?:need|duty|duties|requirement|decision|barriers?|obstacles?|power|powers|request|failure|reason|chance"
    r"|obligation|responsibility|permission|ready|willing|encouraged|approach|outreach|advised not|told not"
    r"|able|how|when|what|who|whom|where|whether|right|opportunity|access|due|according|relation"
    r"|relating|ability"
    r"|going|used|subject|response|attention|contribution|offered|provided|known|related|respond\w*|adhere|refer\w*"
    r"|return|back|up|next|close|likely|unable|fail\w*|want\w*|try|trying|wish"
    r"|(?<!of the\s)(?<!on a\s)(?<!with a\s)plan|way|ways|time"
    r"|steps|reluctant|meant"
    r"|notified|given|(?<!'s\s)home|(?<!social\s)(?<!youth\s)work|led|leading|from|months?|years?|over|tools?"
    r"|system|support|help)$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    (
        r" +(?:of|for|in|by|between|with|about|on|to|from|plans?|meetings?|workers?|sheets?|forms?|groups?"
        r"|services?|packages?)\b"
    ),
    re.IGNORECASE,
)
_ASKED_WHAT = re.compile(
    r"\b(?:on|about|of|for|over|that +(?:says?|states?|sets? +out|tells?|explains?|shows?)) +(?:[\w-]+ +and +)?"
    r"(?:what|who|whom|how|when|where|whether|which)(?: +[\w'-]+){0,2} +$",
    re.IGNORECASE,
)
# A document, and what a document does: "risk tools to score stalking".
_WRITTEN = re.compile(r"(?:the +|all +)?(?:[\w-]+ +){0,3}?(?:tools?|systems?)", re.IGNORECASE)
_SAYS = re.compile(r"include|ask|say|state|score|take|cover|name|mention|reflect|show|make", re.IGNORECASE)
# A verb that no list knows, with what it is done to: "spread the word".
_COMMANDS = re.compile(
    r"(?!(?:for|in|on|at|as|by|to|of|with|from|all|both|that|if|when|where|while|once|after|before|during"
    r"|about|and|or|not|no"
    r"|given|via|per|into|over|under|what|who|how|why|whether|which|any|such|half|only|even|across|within"
    r"|between|through"
    r"|because|unless|until|since|though|although|than|staff|schools?|police|health)\b)[a-z]{3,}(?<!ed) +"
    r"(?:the|an?|its|their|every|each|whether|how) +[\w'-]+",
    re.IGNORECASE,
)
_BEING = re.compile(r"be +(?P<verb>[a-z]+)\b", re.IGNORECASE)
_WE_HAVE = pattern(r"we (?:have|will be) (?P<verb>asked|urged|written|pressed|asking|writing)")
_NOUN_OF_DOING = re.compile(r" +(?:on|of|for|between|professional)\b", re.IGNORECASE)
_LEARNED = re.compile(r"learning(?! +(?:about|how)\b)", re.IGNORECASE)
_HELP_FOR = re.compile(r"(?<=support) +for\b|(?<=help) +for\b|(?<=supervision) +for\b", re.IGNORECASE)
_FOR_WHOM = re.compile(r"(?:an?|one|some|clear|new|more|the) +(?:[\w'-]+ +){1,4}(?:for|by|of) +[^;]*", re.IGNORECASE)
_MEANS = re.compile(  # what is made for a purpose: "a campaign to tell"
    r"(?:an?|one|new|clear|public|local) +(?:[\w'-]+ +){0,3}?(?:campaigns?|drive|films?|videos?|posters?|leaflets?"
    r"|guide|cards?)",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|to|on|about|between|with|by) +(?:[\w'-]+ +){0,2}$", re.IGNORECASE)
_WORD, _OF, _TO_BE = re.compile(r"[\w-]+"), re.compile(r" +of\b"), pattern("should|must|(?:is|are)? ?to be")
_OPENING_VERB = re.compile(r"(?:jointly |urgently |actively |routinely |further |formally )?(?P<verb>[A-Za-z][\w-]*)")
_BID = re.compile(r"asked|invited|urged|requested|required|expected", re.IGNORECASE)
_SECURE = re.compile(
    r"secure +(?:units?|accommodation|homes?|children's|beds?|settings?|placements?|estate)\b"
    r"|return +(?:home +)?interviews?\b",
    re.IGNORECASE,
)
_VERB_AFTER = re.compile(
    r"(?:, +(?:(?:together|along) +)?with +(?:the|its|local) +[^;,]{3,80},)? +(?:[a-z]+ly |also |all "
    r"|each )?(?!needs? +to\b)(?P<not>do(?:es)? +not +)?(?P<verb>[a-z][\w-]*)"
)
_WORKING = pattern(" (?:(?:who|that) works?|working) with")
_NOUN_OR_VERB = re.compile(
    r"review|use|support|access|contact|work|report|practice|audit|check|plan|brief|link|map|test"
    r"|share|visit|call|research"
    r"|help|supervise|train|need|record|measure|guide|study|change|sample|set|form"
)
_SUBORDINATE = pattern(
    "that|which|who|whom|whose|how|when|where|whether|what|why|if|because|so that|unless|whenever|until|once"
)

_BARS = pattern(
    "how|when|where|whether|what|why|if|because|so that|unless|whenever|until|once|that"
)  # "who work" does not


def frame(view: str, start: int, end: int) -> Frame:
    """The frame of the recommendation between `start` and `end` of a document's text in plain form."""
    topic = _TOPIC.match(view, start, end)
    if topic and _begins(view, topic.end(), end):
        return replace(frame(view, topic.end(), end), topic=topic.span("topic"))
    start = _opening(view, start, end)
    there = _THERE.match(view, start, end)
    if there:
        return replace(_nominal(view, _after_spaces(view, there.end())), modal=there.span("modal"))
    imperative = _imperative(view, start, end)
    if imperative:
        return imperative
    found = [frame for frame in (_with_modal(view, start, end), _bare(view, start, end)) if frame]
    return min(found, key=lambda frame: frame.verb, default=_nominal(view, start))


def _opening(view: str, start: int, end: int) -> int:
    lead = _LEAD.match(view, start, end)
    start = lead.end() if lead else start
    setting = _SETTING.match(view, start, end)
    return setting.end() if setting and _may_begin(view, setting.end(), end) else start


def _begins(view: str, start: int, end: int) -> bool:
    """Whether what follows a dash is the recommendation: a verb, an agency, or a noun for an action."""
    word = _WORD.match(view, start, end)
    asks = word is not None and lemma(word[0]) in VERBS and word[0] == lemma(word[0])
    return asks or _names(view, start, end) or any(words.match(view, start, end) for words in ASSURANCES)


def _may_begin(view: str, start: int, end: int) -> bool:
    """Whether a recommendation can begin here: with a verb of the list, or with somebody who is to act."""
    word = _WORD.match(view, start, end)
    if word is None:
        return False
    return (
        lemma(word[0]) in VERBS
        or word[0].lower() in ("a", "an", "the", "all", "any", "each", "every")
        or _names(view, start, end)
    )


def _names(view: str, start: int, end: int) -> bool:
    """Whether somebody who can act is named right here."""
    return NAMES.match(view, start, end) is not None


def _imperative(view: str, start: int, end: int) -> Frame | None:
    word = _OPENING_VERB.match(view, start, end)
    if word is None:
        return None
    base = lemma(word["verb"])
    form = word["verb"].lower()
    being = _BEING.match(view, start, end) or _WE_HAVE.match(view, start, end)
    if being:
        return Frame(Voice.IMPERATIVE, start, *being.span("verb"))
    if _names(view, start, end) or (form.endswith("ing") and _NOUN_OF_DOING.match(view, word.end(), end)):
        return None
    if _COMMANDS.match(view, start, end):
        return Frame(Voice.IMPERATIVE, start, *word.span("verb"))
    if (
        base not in VERBS
        or not (form == base or form.endswith("ing"))
        or form in ("training", "teaching")
        or _LEARNED.match(view, start, end)
    ):
        return None
    if _SECURE.match(view, start, end) or (_NOUN_OR_VERB.fullmatch(base) and _is_noun(view, word.end(), end)):
        return None
    return Frame(Voice.IMPERATIVE, start, *word.span("verb"))


def _is_noun(view: str, start: int, end: int) -> bool:
    """Whether the word that ends at `start` is a noun: "use of ...", "support for carers should be ..."."""
    if _OF.match(view, start, end) or _HELP_FOR.match(view, start, end):
        return True
    return bool(_NOUN_AFTER.match(view, start, end) and _TO_BE.search(view, start, end))


def _with_modal(view: str, start: int, end: int) -> Frame | None:
    """The first verb with a modal, or with one that is only meant: "the plan is reviewed", "that it be reviewed"."""
    found = _modal(view, start, end)
    if found and found.modal and view[slice(*found.modal)].lower() != "to":
        return found
    present = _present(view, start, found.modal[0] if found and found.modal else end)
    if present and found and _BID.fullmatch(view, present.verb, present.verb_end):
        return found  # "is asked to consider": what is asked for stands after it
    return present or found or _subjunctive(view, start, end)


def _modal(view: str, start: int, end: int) -> Frame | None:
    for found in _MODAL.finditer(view, start, end):
        if found.start() == start or not _is_verb(view, start, found):
            continue
        passive = found["be"] is not None and bool(_PARTICIPLE.fullmatch(found["verb"]))
        span = found.span("verb")
        return Frame(Voice.PASSIVE if passive else Voice.ACTIVE, start, *span, modal=found.span("modal"))
    return None


def _subjunctive(view: str, start: int, end: int) -> Frame | None:
    found = _SUBJUNCTIVE.search(view, start, end)
    if found is None or found.start() == start or _BARS.search(view, start, found.start()):
        return None
    return Frame(Voice.PASSIVE, start, *found.span("verb"), modal=(found.start(), found.start("verb")))


def _present(view: str, start: int, end: int) -> Frame | None:
    found = _PRESENT.search(view, start, end)
    if found is None or found.start() == start or _SUBORDINATE.search(view, start, found.start()):
        return None
    return Frame(Voice.PASSIVE, start, *found.span("verb"), modal=(found.start(), found.start("verb")))


def _is_verb(view: str, start: int, found: re.Match[str]) -> bool:
    """Whether a modal has its verb here: "to" may lead to a noun, or belong to a word before it ("need to")."""
    before = view[start : found.start()].rstrip()
    if _ASKED_WHAT.search(view, start, found.start()):
        return False  # "a protocol on what is to be done"
    if found["modal"].lower() != "to":
        return _nominal_length(view, start, found.start()) == 0 or found["modal"].lower() in ("should", "must")
    if found["be"] is None and _is_means(before, found["verb"]):
        return False
    if _nominal_length(view, start, found.start()):
        return found["be"] is not None and not _DETERMINED.match(view, start)
    if (
        found["be"] is None
        and (_FOR_WHOM.fullmatch(before) or _SUBORDINATE.search(before))
        and not _names(view, start, found.start())
        and OPENING_NOUNS.match(view, start, found.start())
    ):
        return False  # "a route for nurses to raise concerns"
    if _WRITTEN.fullmatch(before) and _SAYS.fullmatch(found["verb"]):
        return True
    return found["be"] is not None or not (_NO_VERB.fullmatch(found["verb"]) or _TAKES_TO.search(before))


def _is_means(noun: str, verb: str) -> bool:
    """Whether a noun is made to do something, other than to say it: "a campaign to tell"."""
    return _MEANS.fullmatch(noun) is not None and not _SAYS.fullmatch(verb)


def _nominal_length(view: str, start: int, end: int) -> int:
    """How many characters of a noun that stands for an action open the recommendation: "a review of"."""
    if _names(view, start, end):  # "the Education and Training Inspectorate"
        return 0
    return next((m.end() - start for words, _ in COMPILED_ACTIVITIES if (m := words.match(view, start, end))), 0)


def _bare(view: str, start: int, end: int) -> Frame | None:
    """Somebody and a verb with nothing between: "partner agencies consider", "the ambulance service adds"."""
    names = [(found, codes) for found, codes in NAMES.finditer(view, start, end)]
    masked = {place for found, codes in names if not codes for place in range(*found.span())}
    for found, _ in names:
        if found.start() in masked:
            continue
        word = _verb_after(view, found.end(), end)
        if _FOR.search(view, start, found.start()):
            continue
        if word and (word["not"] or _finite(word["verb"])) and not _SUBORDINATE.search(view, start, found.start()):
            return Frame(Voice.ACTIVE, start, *word.span("verb"))
    return None


def _verb_after(view: str, start: int, end: int) -> re.Match[str] | None:
    """The word after a name that may be its verb; "working with families" and the like is passed over."""
    working = _WORKING.match(view, start, end)
    stops = [stop.end() for stop in _WORD.finditer(view, working.end(), end)][:3] if working else []
    verbs = (_VERB_AFTER.match(view, stop, end) for stop in stops)
    return next((verb for verb in verbs if verb and _finite(verb["verb"])), _VERB_AFTER.match(view, start, end))


def _finite(word: str) -> bool:
    base = lemma(word)
    return base in VERBS and not word.endswith(("ing", "ed"))


def _nominal(view: str, start: int) -> Frame:
    word = _WORD.match(view, start)
    return Frame(Voice.NOMINAL, start, start, word.end() if word else start)


def _after_spaces(view: str, start: int) -> int:
    gap = view[start : start + 9]
    return start + len(gap) - len(gap.lstrip(" "))

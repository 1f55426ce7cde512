"""The frame of a recommendation: who is to act, the verb that says what, and how strongly it is put."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from kg.extract.actions.frame_words import (
    ASKED_WHAT,
    BARS,
    BEING,
    BID,
    COMMANDS,
    DETERMINED,
    FOR,
    FOR_WHOM,
    HELP_FOR,
    LEAD,
    LEARNED,
    LISTED,
    MEANS,
    MODAL,
    NO_VERB,
    NOUN_AFTER,
    NOUN_OF_DOING,
    NOUN_OR_VERB,
    OF,
    OPENING_VERB,
    PARTICIPLE,
    PRESENT,
    SAYS,
    SECURE,
    SETTING,
    SUBJUNCTIVE,
    SUBORDINATE,
    TAKES_TO,
    TAUGHT_TO,
    THERE,
    TO_BE,
    TOPIC,
    VERB_AFTER,
    WE_HAVE,
    WORD,
    WORKING,
    WRITTEN,
)
from kg.extract.actions.nominals import ASSURANCES, COMPILED_ACTIVITIES, OPENING_NOUNS
from kg.extract.actions.verbs import VERBS
from kg.extract.agencies.words import NAMES
from kg.extract.text.lemmas import lemma
from kg.extract.text.wording import REACH


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
    topic: tuple[int, int] | None = None  # what stands before a dash or a colon: "police - share flags"

    @property
    def subject(self) -> tuple[int, int] | None:
        """The stretch before the verb that says who acts, or what is acted on in the passive."""
        if self.voice not in (Voice.ACTIVE, Voice.PASSIVE):
            return None
        return self.start, self.modal[0] if self.modal else self.verb


def frame(view: str, start: int, end: int) -> Frame:
    """The frame of the recommendation between `start` and `end` of a document's text in plain form."""
    first = topic = TOPIC.match(view, start, end)
    while topic and _begins(view, topic.end(), end) and not _says_more(view, topic):
        start = topic.end()
        topic = TOPIC.match(view, start, end)
    found = _frame(view, _opening(view, start, end), end)
    return replace(found, topic=first.span("topic")) if first and first is not topic else found


def _says_more(view: str, topic: re.Match[str]) -> bool:
    """Whether what follows a colon only says more of a request before it: "improve records: name the father"."""
    word = WORD.match(view, topic.start("topic"), topic.end("topic"))
    if word is None or word.end() == topic.end("topic") or view[topic.end("topic")] != ":":
        return False
    return word[0].lower() in VERBS and not _names(view, topic.start("topic"), topic.end("topic"))


def _frame(view: str, start: int, end: int) -> Frame:
    there = THERE.match(view, start, end)
    if there:
        return replace(_nominal(view, _after_spaces(view, there.end())), modal=there.span("modal"))
    imperative = _imperative(view, start, end)
    if imperative:
        return imperative
    found = [frame for frame in (_with_modal(view, start, end), _bare(view, start, end)) if frame]
    return min(found, key=lambda frame: frame.verb, default=_nominal(view, start))


def _opening(view: str, start: int, end: int) -> int:
    lead = LEAD.match(view, start, end)
    start = lead.end() if lead else start
    listed = LISTED.match(view, start, end)
    if listed and all(_names(view, listed.start(name), end) for name in ("first", "second")):
        return listed.start("first")
    setting = SETTING.match(view, start, end)
    return setting.end() if setting and _may_begin(view, setting.end(), end) else start


def _begins(view: str, start: int, end: int) -> bool:
    """Whether what follows a dash or a colon is the recommendation: a verb, an agency, or a noun for an action."""
    word = WORD.match(view, start, end)
    asks = word is not None and lemma(word[0]) in VERBS and word[0] == lemma(word[0])
    return asks or _names(view, start, end) or any(words.match(view, start, end) for words in ASSURANCES)


def _may_begin(view: str, start: int, end: int) -> bool:
    """Whether a recommendation can begin here: with a verb of the list, or with somebody who is to act."""
    word = WORD.match(view, start, end)
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
    word = OPENING_VERB.match(view, start, end)
    if word is None:
        return None
    base = lemma(word["verb"])
    form = word["verb"].lower()
    being = BEING.match(view, start, end) or WE_HAVE.match(view, start, end)
    if being:
        return Frame(Voice.IMPERATIVE, start, *being.span("verb"))
    if _names(view, start, end) or (form.endswith("ing") and NOUN_OF_DOING.match(view, word.end(), end)):
        return None
    if COMMANDS.match(view, start, end):
        return Frame(Voice.IMPERATIVE, start, *word.span("verb"))
    if (
        base not in VERBS
        or not (form == base or form.endswith("ing"))
        or form in ("training", "teaching")
        or LEARNED.match(view, start, end)
    ):
        return None
    if SECURE.match(view, start, end) or (NOUN_OR_VERB.fullmatch(base) and _is_noun(view, word.end(), end)):
        return None
    return Frame(Voice.IMPERATIVE, start, *word.span("verb"))


def _is_noun(view: str, start: int, end: int) -> bool:
    """Whether the word that ends at `start` is a noun: "use of ...", "support for carers should be ..."."""
    if OF.match(view, start, end) or HELP_FOR.match(view, start, end):
        return True
    return bool(NOUN_AFTER.match(view, start, end) and TO_BE.search(view, start, end))


def _with_modal(view: str, start: int, end: int) -> Frame | None:
    """The first verb with a modal, or with one that is only meant: "the plan is reviewed", "that it be reviewed"."""
    found = _modal(view, start, end)
    if found and found.modal and view[slice(*found.modal)].lower() != "to":
        return found
    taught = _subjunctive(view, start, found.modal[0]) if found and found.modal else None
    if taught and TAUGHT_TO.fullmatch(view, taught.verb, taught.verb_end):
        return taught  # "that officers be taught to see": what they are to see is the lesson
    present = _present(view, start, found.modal[0] if found and found.modal else end)
    if present and found and BID.fullmatch(view, present.verb, present.verb_end):
        return found  # "is asked to consider": what is asked for stands after it
    return present or found or _subjunctive(view, start, end)


def _modal(view: str, start: int, end: int) -> Frame | None:
    for found in MODAL.finditer(view, start, end):
        if found.start() == start or not _is_verb(view, start, found):
            continue
        passive = found["be"] is not None and bool(PARTICIPLE.fullmatch(found["verb"]))
        span = found.span("verb")
        return Frame(Voice.PASSIVE if passive else Voice.ACTIVE, start, *span, modal=found.span("modal"))
    return None


def _subjunctive(view: str, start: int, end: int) -> Frame | None:
    found = SUBJUNCTIVE.search(view, start, end)
    if found is None or found.start() == start or BARS.search(view, start, found.start()):
        return None
    return Frame(Voice.PASSIVE, start, *found.span("verb"), modal=(found.start(), found.start("verb")))


def _present(view: str, start: int, end: int) -> Frame | None:
    found = PRESENT.search(view, start, end)
    if found is None or found.start() == start or SUBORDINATE.search(view, start, found.start()):
        return None
    return Frame(Voice.PASSIVE, start, *found.span("verb"), modal=(found.start(), found.start("verb")))


def _is_verb(view: str, start: int, found: re.Match[str]) -> bool:
    """Whether a modal has its verb here: "to" may lead to a noun, or belong to a word before it ("need to")."""
    before = view[start : found.start()].rstrip()
    near = max(start, found.start() - REACH)
    if ASKED_WHAT.search(view, near, found.start()):
        return False  # "a protocol on what is to be done"
    if found["modal"].lower() != "to":
        return _nominal_length(view, start, found.start()) == 0 or found["modal"].lower() in ("should", "must")
    if found["be"] is None and _is_means(before, found["verb"]):
        return False
    if _nominal_length(view, start, found.start()):
        return found["be"] is not None and not DETERMINED.match(view, start)
    if (
        found["be"] is None
        and (FOR_WHOM.fullmatch(before) or SUBORDINATE.search(before))
        and not _names(view, start, found.start())
        and OPENING_NOUNS.match(view, start, found.start())
    ):
        return False  # "a route for nurses to raise concerns"
    if WRITTEN.fullmatch(before) and SAYS.fullmatch(found["verb"]):
        return True
    return found["be"] is not None or not (NO_VERB.fullmatch(found["verb"]) or TAKES_TO.search(before[-REACH:]))


def _is_means(noun: str, verb: str) -> bool:
    """Whether a noun is made to do something, other than to say it: "a campaign to tell"."""
    return MEANS.fullmatch(noun) is not None and not SAYS.fullmatch(verb)


def _nominal_length(view: str, start: int, end: int) -> int:
    """How many characters of a noun that stands for an action open the recommendation: "a review of"."""
    if _names(view, start, end):  # "the Education and Training Inspectorate"
        return 0
    return next((m.end() - start for words, _ in COMPILED_ACTIVITIES if (m := words.match(view, start, end))), 0)


def _bare(view: str, start: int, end: int) -> Frame | None:
    """Somebody and a verb with nothing between: "partner agencies consider", "the ambulance service adds"."""
    names = [(found, codes) for found, codes in NAMES.finditer(view, start, end)]
    masked = {place for found, codes in names if not codes for place in range(*found.span())}
    subordinate = SUBORDINATE.search(view, start, end) if names else None
    clause = subordinate.start() if subordinate else end
    for found, _ in names:
        if found.start() in masked or found.start() > clause:
            continue
        word = _verb_after(view, found.end(), end)
        if FOR.search(view, max(start, found.start() - REACH), found.start()):
            continue
        if word and (word["not"] or _finite(word["verb"])):
            return Frame(Voice.ACTIVE, start, *word.span("verb"))
    return None


def _verb_after(view: str, start: int, end: int) -> re.Match[str] | None:
    """The word after a name that may be its verb; "working with families" and the like is passed over."""
    working = WORKING.match(view, start, end)
    stops = [stop.end() for stop in WORD.finditer(view, working.end(), end)][:3] if working else []
    verbs = (VERB_AFTER.match(view, stop, end) for stop in stops)
    return next((verb for verb in verbs if verb and _finite(verb["verb"])), VERB_AFTER.match(view, start, end))


def _finite(word: str) -> bool:
    base = lemma(word)
    return base in VERBS and (word == base or not word.endswith(("ing", "ed")))  # "need" and "bring" are no participles


def _nominal(view: str, start: int) -> Frame:
    word = WORD.match(view, start)
    return Frame(Voice.NOMINAL, start, start, word.end() if word else start)


def _after_spaces(view: str, start: int) -> int:
    gap = view[start : start + 9]
    return start + len(gap) - len(gap.lstrip(" "))

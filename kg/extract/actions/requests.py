"""What a recommendation asks for, of whom, and how strongly."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.actions.addressees import NATION, find_addressees, in_subject
from kg.extract.actions.frame_words import NEEDED
from kg.extract.actions.frames import Frame, Voice, frame
from kg.extract.actions.joined_verbs import of_joined_verbs
from kg.extract.actions.nominals import OPENING_NOUNS
from kg.extract.actions.subjects import of_subject
from kg.extract.actions.verb_actions import of_verb
from kg.extract.actions.verb_objects import MAKING
from kg.extract.actions.verbs import DEFAULT, VERBS
from kg.extract.actions.words import (
    COMPILED_BESIDES,
    COMPILED_LIGHT,
    COMPILED_PASSIVE,
    CONSIDERATION,
    CREATED_SUBJECT,
    DOCUMENT,
    PLACES,
)
from kg.extract.agencies.mentions import mentions
from kg.extract.text.lemmas import lemma
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.wording import flat, letter_by_letter, pattern
from kg.model import Action, Addressee, Passage, Stated, Strength, passage


class RecommendationFacts(NamedTuple):
    """What the words of one recommendation state; `addressee_text` is who is addressed, as printed."""

    actions: tuple[Stated[Action], ...] = ()
    addressees: tuple[Stated[Addressee], ...] = ()
    addressee_text: str | None = None
    strength: Stated[Strength] | None = None


def request_facts(
    text: str, item: Passage, lead_in: Passage | None, groups: Sequence[Passage] = ()
) -> RecommendationFacts:
    """The actions, addressees and strength of a request, the first of `item`, a passage of the document's whole `text`.

    Who acts is who the item names, else who the words before the list address, else nobody. `groups` are the names of
    earlier groups that the words before the list take up ("both services:").
    """
    view = flat(text)
    found = frame(view, item.start, item.end)
    addressees, printed = find_addressees(text, view, found, item, lead_in, groups)
    actions: dict[Action, Span] = {}
    for action, span in _actions(view, found, item.end):
        actions.setdefault(action, span)
    if lead_in and _is_topic(view, item, actions) and _TOPICS.search(view, lead_in.start, lead_in.end):
        actions = {}  # a topic that recommendations "are made around": what they ask for is not told
    if _is_of_the_nation(addressees, item):
        actions = _asked_of_the_nation(view, found, actions)
    stated = tuple(Stated(action, passage(text, *actions[action])) for action in sorted(actions))
    return RecommendationFacts(stated, addressees, printed, _strength(text, view, item, found))


def is_urged(view: str, found: Frame) -> bool:
    """Whether the subject is asked, urged or the like to do what the verb says."""
    return _IS_URGED.search(view, *found.subject or (0, 0)) is not None


def _is_of_the_nation(addressees: Sequence[Stated[Addressee]], item: Passage) -> bool:
    """Whether a national body is asked: by the item, or by words before the list that address no other."""
    nation = [addressee for addressee in addressees if addressee.value in NATION]
    return bool(nation) and (len(nation) == len(addressees) or any(a.passage.start >= item.start for a in nation))


def _is_topic(view: str, item: Passage, actions: dict[Action, Span]) -> bool:
    """Whether words only name a thing, and one that is there already: "the local strategy on neglect"."""
    known = [*actions] == [Action.DEVELOP] and _THE.match(view, item.start) is not None
    return known or [*actions] == [*DEFAULT]


def _asked_of_the_nation(view: str, found: Frame, actions: dict[Action, Span]) -> dict[Action, Span]:
    """A request to a national body is one, whatever the body is then to do."""
    urged = _URGED.match(view, found.verb) is not None if found.voice is Voice.PASSIVE else is_urged(view, found)
    if in_subject(view, found, {Addressee.REGULATOR}) and not urged:
        return actions
    asked = dict(actions) if in_subject(view, found, NATION) and found.voice is Voice.ACTIVE else {}
    asked.pop(Action.ENSURE_PRACTICE, None)
    asked[Action.ESCALATE_NATIONAL] = (found.verb, found.verb_end)
    return asked


def _actions(view: str, found: Frame, end: int) -> Iterator[tuple[Action, Span]]:
    """Every action asked for, with the words that ask, the main one first."""
    main_end = _main_clause_end(view, found, end)
    main = list(_of_frame(view, found, end))
    besides = list(_besides(view, found, main_end))
    alone = " " not in view[slice(*main[0][1])].strip() if main else False
    if alone and [action for action, _ in main] == [*DEFAULT]:  # a verb that says little, and no object that says more
        together = any(action is Action.COORDINATE and _TOGETHER.search(view, *span) for action, span in besides)
        apart = together and not _EACH.match(view, found.verb, end)
        main = _of_light(view, found, main_end) or ([] if apart else main)
    yield from main
    yield from of_joined_verbs(view, found, main_end, end)
    yield from besides
    if found.voice is Voice.ACTIVE and _together(view, found):
        yield Action.COORDINATE, (found.start, found.verb_end)


def _besides(view: str, found: Frame, end: int) -> Iterator[tuple[Action, Span]]:
    """What words beside the verb ask for: "by training", "together"."""
    for match, actions in COMPILED_BESIDES.finditer(view, found.start, end):
        yield from ((action, match.span()) for action in actions)


def _of_frame(view: str, found: Frame, end: int) -> Iterator[tuple[Action, Span]]:
    told = of_subject(view, found, end)
    if told:
        yield from ((action, (found.start, found.verb_end)) for action in told)
    elif found.voice is Voice.NOMINAL:
        yield from _of_noun(view, found, end)
    elif (
        found.voice is Voice.ACTIVE
        and not _IN_PLACE.match(view, found.verb, end)
        and DOCUMENT.fullmatch(view[slice(*(found.subject or (0, 0)))].strip())
    ):
        yield Action.REVIEW_GUIDANCE, (found.start, found.verb_end)
    elif found.voice is Voice.PASSIVE:
        yield from _of_participle(view, found, end)
    else:
        yield from _of_request(view, found, end) or of_verb(view, found.verb, end)


def _of_light(view: str, found: Frame, main_end: int) -> list[tuple[Action, Span]]:
    """What the other words of the main clause ask for where its verb says little: "get the message to fathers"."""
    told = COMPILED_LIGHT.finditer(view, found.start, main_end)
    first = next((each for each in told if not _AND_DOES.search(view, found.start, each[0].start())), None)
    return [(action, first[0].span()) for action in first[1]] if first else []


def _of_request(view: str, found: Frame, end: int) -> list[tuple[Action, Span]]:
    """What others are asked to do: "ask the hospital to write", "request that agencies work together"."""
    request = _REQUEST.match(view, found.verb, end)
    if request is None:
        return []
    joint = _AGREE.match(view, request.start("verb")) and " and " in view[found.verb : request.start("verb")]
    asked = list(of_verb(view, request.start("verb"), end))
    return [*asked, (Action.COORDINATE, request.span())] if joint else asked


def _of_participle(view: str, found: Frame, end: int) -> Iterator[tuple[Action, Span]]:
    span = (found.verb, found.verb_end)
    considered = CONSIDERATION.match(view, found.start, end)
    if considered:
        yield Action.EXPLORE, considered.span()
        if considered["what"] and _MAKES.match(considered["what"]):
            made = Action.COMMISSION if PLACES.search(considered["what"]) else Action.DEVELOP
            yield made, considered.span("what")
        return
    if _AGREED.match(view, found.verb, end) and CREATED_SUBJECT.match(view, found.start, found.verb):
        yield Action.DEVELOP, span
        return
    passive = COMPILED_PASSIVE.match(view, found.verb, end)
    if passive:
        yield from ((action, passive[0].span()) for action in passive[1])
    else:
        yield from ((action, span) for action in _done(view[slice(*span)].lower()))
    topic = _INFORMATION_SHARING.match(view, found.start, found.verb)
    if topic:
        yield Action.SHARE_INFORMATION, topic.span()


def _done(participle: str) -> tuple[Action, ...]:
    """What a participle asks for; some, such as "developed", are words of their own in the tables of lemmas."""
    verbs = (lemma(participle), participle.removesuffix("ed"), participle.removesuffix("d"))
    return next((VERBS[verb] for verb in verbs if verb in VERBS), DEFAULT)


def _of_noun(view: str, found: Frame, end: int) -> Iterator[tuple[Action, Span]]:
    noun = OPENING_NOUNS.match(view, found.start, end)
    if noun:
        yield from ((action, noun[0].span()) for action in noun[1])
        return
    word = _WORD.match(view, found.start, end)
    yield from ((action, word.span() if word else (found.start, end)) for action in _gerund(word))


def _gerund(word: re.Match[str] | None) -> tuple[Action, ...]:
    return VERBS.get(lemma(word[0]), DEFAULT) if word and word[0].endswith("ing") else DEFAULT


def _main_clause_end(view: str, found: Frame, end: int) -> int:
    first = _SUBORDINATE.search(view, found.verb_end, end)
    return first.start() if first else end


def _together(view: str, found: Frame) -> bool:
    """Whether several are to agree on something: "maternity and psychiatry to agree"."""
    if not _AGREE.match(view, found.verb):
        return False
    named = mentions(view, found.start, found.verb)
    joints = re.finditer(r"\b(?:and|both)\b", view[found.start : found.verb])
    places = [found.start + joint.start() for joint in joints]
    ones = [m for m in named if set(m.codes) != _TWO_SERVICES]  # "the Health and Social Care Trust" is one
    return any(not any(one.start < at < one.end for one in ones) for at in places)


def _strength(text: str, view: str, item: Passage, found: Frame) -> Stated[Strength] | None:
    """How strongly the words put it; `None` for a plain "review the guidance"."""
    if _CONSIDER.match(view, found.verb, found.verb_end) and found.voice is not Voice.PASSIVE:
        return Stated(Strength.CONSIDER, passage(text, found.verb, found.verb_end))
    thought = _GIVE_THOUGHT.match(view, found.start, item.end) or _GIVE_THOUGHT.match(view, found.verb, item.end)
    if thought:
        return Stated(Strength.CONSIDER, passage(text, *thought.span(thought.lastgroup or 0)))
    needed = NEEDED.search(view, item.start, item.end) if found.start > item.start else None
    if needed and needed.lastgroup and needed.end() < found.start:
        strength = Strength.MUST if needed["must"] else Strength.SHOULD
        return Stated(strength, passage(text, *needed.span(needed.lastgroup)))
    if found.modal is None:
        return None
    modal = view[slice(*found.modal)].lower()
    for words, strength in _STRENGTHS:
        if words.fullmatch(modal):
            return Stated(strength, passage(text, *found.modal))
    return None


_STRENGTHS = (
    (pattern("must|shall|ha(?:s|ve) to|(?:is|are) required to"), Strength.MUST),
    (pattern("should|ought to|needs? to"), Strength.SHOULD),
    (pattern("could|(?:may|might)(?: (?:wish|want|like) to)?"), Strength.CONSIDER),
)
_CONSIDER = pattern("consider(?:s|ing)?")
_GIVE_THOUGHT = pattern(
    r"(?:[\w-]+ ){0,2}?(?P<thought>consideration|thought) (?:(?:should|must|needs? to|ought to|could|may|might"
    r"|(?:is )?to) (?:also )?be|is|be) (?:also )?given"
    r"|giv(?:e|es|ing) (?:[\w-]+ ){0,2}?(?P<given>consideration|thought) to"
)
_MAKES, _THE = pattern(MAKING), pattern("the(?! (?:development|introduction|creation|production|design|adoption|need))")
_TOPICS = pattern("made (?:around|about|on|in relation to|regarding|concerning)")
_WORD = deferred(r"[A-Za-z][\w-]*")
_REQUEST = pattern(
    r"(?:request|ask|require|challenge|expect|instruct)(?:s|ed|ing)?(?: that)? (?:[^;]*? )??(?:(?<!and[ ])to "
    r"|(?:agencies|services|partners"
    r"|schools) (?:should )?)(?P<verb>(?!look|be\b|how|what|why|for|about|to\b)[a-z][\w-]+)"
)
_EACH = pattern(r"(?:assess|visit|interview|see|meet) (?:each|every|any) ")  # of whom it is a practice, too
_TOGETHER, _IN_PLACE = pattern("together|jointly"), pattern("in place")
_INFORMATION_SHARING = pattern(r"(?:the )?information[ -]sharing")
_AND_DOES = deferred(r"\band +to +$", re.IGNORECASE)  # a verb that is asked for beside the first
_OPENS_CLAUSE = "that|which|who|whom|whose|how|when|where(?! necessary)|whether|what|why|if|because|so|unless|including"
_SUBORDINATE = pattern(letter_by_letter(_OPENS_CLAUSE.split("|")))
_AGREED = pattern("agreed|issued|finalised|completed")
_URGED = pattern(
    "approached|asked|urged|requested|invited|pressed|lobbied|challenged|encouraged|petitioned|told|advised|informed"
)
_IS_URGED = deferred(rf"\b(?:is|are|be) +(?:{_URGED.pattern}) *$", re.IGNORECASE)
_AGREE = pattern(
    r"agree|write|produce|draw up|develop|set up|create|design"
    r"|(?:use|hold|keep|work to) (?:an? )?(?:one|(?:single|shared|common)(?: [\w-]+){0,2}?) (?:plan|record"
    r"|list|chronology|register|log|assessment|tool|system|form|language|framework|approach|definition)"
)
_TWO_SERVICES = {Addressee.ADULT_SOCIAL_CARE, Addressee.CHILDRENS_SOCIAL_CARE}

"""What a verb asks for, with what it is done to, or with the verb that it leads to."""

import re

from kg.extract.actions.nominals import OPENING_NOUNS
from kg.extract.actions.nouns import SERVICE
from kg.extract.actions.verb_objects import COMPILED_FRAMES, MAKING
from kg.extract.actions.verbs import DEFAULT, VERBS
from kg.extract.actions.words import COMPILED_PASSIVE, CONSIDERED
from kg.extract.text.lemmas import lemma
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.wording import pattern
from kg.model import Action

Asked = tuple[Action, Span]


def of_verb(view: str, start: int, end: int) -> list[Asked]:
    """Every action that the verb at `start` asks for, with the words that ask."""
    led_to = _led_to(view, start, end)
    if led_to is not None:
        return led_to
    framed = COMPILED_FRAMES.match(view, start, end)
    if framed:
        return [(action, framed[0].span()) for action in framed[1]]
    word = _WORD.match(view, start, end)
    return [(action, word.span()) for action in _of_word(word[0])] if word else []


def _of_word(word: str) -> tuple[Action, ...]:
    """What a verb asks for in whatever form; "funding" is a word of its own in the tables of lemmas."""
    stem = word.lower().removesuffix("ing")
    forms = (lemma(word), stem, stem + "e")
    return next((VERBS[form] for form in forms if form in VERBS), DEFAULT)


def _led_to(view: str, start: int, end: int) -> list[Asked] | None:
    """What the verb that another leads to asks for: "carry on planning", "consider funding", "work together to"."""
    through = _THROUGH.match(view, start, end)
    if through:
        return of_verb(view, through.start("verb"), end)
    considering = _CONSIDERING.match(view, start, end)
    if considering and not _MAKES.match(view, considering.start("verb"), end):
        return [(Action.EXPLORE, considering.span()), *beyond_practice(view, considering.start("verb"), end)]
    thing = _CONSIDER.match(view, start, end)
    noun = OPENING_NOUNS.match(view, thing.end(), end) if thing else None
    if thing and noun:
        return [(Action.EXPLORE, thing.span()), *((action, noun[0].span()) for action in noun[1])]
    how = _CONSIDER_HOW.match(view, start, end)
    done = COMPILED_PASSIVE.match(view, how.start("verb"), end) if how else None
    weighed = [action for action in done[1] if (action,) != DEFAULT] if done else []
    weighed = weighed or (_WEIGHED[how["verb"].lower()] if how and how["verb"].lower() in _WEIGHED else [])
    if how and weighed and not (Action.COMMISSION in weighed and not _HELP.search(how["what"])):
        return [(Action.EXPLORE, how.span()), *((action, how.span("verb")) for action in weighed)]
    considered = CONSIDERED.match(view, start, end)
    if considered:
        return [(action, considered.span()) for action in (Action.EXPLORE, Action.DEVELOP)]
    purpose = _TOGETHER_TO.match(view, start, end)
    if purpose:
        return [(Action.COORDINATE, purpose.span()), *beyond_practice(view, purpose.start("verb"), end)]
    return None


def beyond_practice(view: str, start: int, end: int) -> list[Asked]:
    """What the verb at `start` asks for, unless that is only a practice."""
    return [asked for asked in of_verb(view, start, end) if (asked[0],) != DEFAULT]


_WORD = deferred(r"[A-Za-z][\w-]*")
_MAKES = pattern(MAKING)
_THROUGH = pattern(
    r"(?:(?:continue|carry on|go on|keep(?: on)?(?! counselling)|start|begin)s? (?P<going>)|(?:agree|aim|work"
    r"|undertake|strive"
    r"|commit|take (?:steps|action)"
    r"|make arrangements|continue|begin|start|work with (?:young people|parents|families|care leavers"
    r"|children|survivors)[^;,]*?) to )(?P<verb>(?(going)[a-z]{3,}ing|[a-z][\w-]+))"
)
_CONSIDERING = pattern(r"consider(?:s|ing)? (?P<verb>[a-z]\w+ing)")
_CONSIDER = deferred(
    (
        r"consider(?:s|ing)?(?:,? +(?:together +|jointly +)?with +[^;,]{3,60},)? +(?=an? +|(?:refresher|further"
        r"|additional|specialist) +|joint +(?:training|briefings)"
        r"|the +(?:commissioning|funding|recruitment|supply) +of)(?!an? +(?:\w+ +)?(?:strategy|referral|legal"
        r"|thematic review))"
    ),
    re.IGNORECASE,
)
_CONSIDER_HOW = pattern(  # what is weighed is itself a step: "consider how awareness can be raised"
    r"consider(?:s|ing)? how (?P<what>[^;,]{3,90}?) (?:can|could|should|might|may) be (?:better |best |more \w+ )?"
    r"(?P<verb>offered|provided|extended|funded|raised|shared)"
)
_WEIGHED = {"extended": [Action.COMMISSION], "raised": [Action.RAISE_AWARENESS], "funded": [Action.COMMISSION]}
_HELP = pattern(SERVICE)
_TOGETHER_TO = pattern(
    r"work(?:s|ing)? (?:together|jointly|with (?!young|parents|families|care leavers|children to"
    r"|survivors)[^;,]*?) to (?P<verb>[a-z][\w-]+)"
)

"""Whether a death or an injury was a young person's own act: not a small child's, nor what was given to a child."""

import re
from collections.abc import Sequence

from kg.extract.facts.children.mentions import ADULTS
from kg.extract.facts.harms.hits import Hit
from kg.extract.text.parsed import deferred
from kg.extract.text.wording import pattern
from kg.model import Child, Harm, Passage

OWN_ACTS = (Harm.SUICIDE, Harm.SELF_HARM)
_OLD_ENOUGH = 8 * 12  # months: of nobody younger do reviews say that they meant to die or to hurt themselves
_NEAR = 90  # characters on either side


def are_small(children: Sequence[Child]) -> bool:
    """Whether every child of a review has an age, and all are too young to have meant to hurt themselves."""
    last = [child.age.value.months[1] if child.age else None for child in children]
    return bool(last) and all(months is not None and months < _OLD_ENOUGH for months in last)


def without_acts_of_others(view: str, summary: Passage, hits: list[Hit], *, small: bool) -> list[Hit]:
    """`hits` without suicide and self-harm where the child was small, or somebody else or chance did it."""
    if not any(hit.harm in OWN_ACTS for hit in hits):
        return hits
    ruled = _RULED_CHANCE.search(view, summary.start, summary.end) is not None
    return [hit for hit in hits if hit.harm not in OWN_ACTS or not (small or _is_no_own_act(view, hit, ruled=ruled))]


def left_open(view: str, summary: Passage, hits: Sequence[Hit], *, fatal: bool) -> list[Hit]:
    """The suicides among `hits` of which an inquest, or bare words for an overdose, leaves open if they were meant."""
    found = [hit for hit in hits if hit.harm is Harm.SUICIDE]
    if not found or _OPEN.search(view, summary.start, summary.end):
        return found
    return [hit for hit in found if fatal and _OVERDOSE.search(view, hit.start, hit.end) and not _is_meant(view, hit)]


def _is_no_own_act(view: str, hit: Hit, *, ruled: bool) -> bool:
    overdose = _OVERDOSE.search(view, hit.start, hit.end)
    if overdose and (_given(view, hit, overdose) or (not _is_meant(view, hit) and _of_street_drugs(view, overdose))):
        return True
    return not _is_meant(view, hit) and (ruled or _by_chance(view, hit))


def _is_meant(view: str, hit: Hit) -> bool:
    """Whether the words for what happened say that it was meant, as "took an overdose" does and "hanging" does not."""
    return _MEANT.search(view, hit.start, hit.end) is not None


def _given(view: str, hit: Hit, overdose: re.Match[str]) -> bool:
    near = view[max(hit.first, overdose.start() - _NEAR) : overdose.start()]
    behind = _GIVEN_BY.match(view, overdose.end(), min(hit.last, overdose.end() + _NEAR))
    return bool(behind or _GAVE.search(near))


def _of_street_drugs(view: str, overdose: re.Match[str]) -> bool:
    near = view[max(0, overdose.start() - _NEAR) : overdose.start()]
    return bool(_STREET_BEFORE.search(near) or _STREET_BEHIND.match(view, overdose.end()))


def _by_chance(view: str, hit: Hit) -> bool:
    chance = _CHANCE.search(view, max(hit.first, hit.start - _NEAR), min(hit.last, hit.end + _NEAR))
    return chance is not None and not _UNSURE.search(view[max(hit.first, chance.start() - _NEAR) : chance.start()])


_MEANT = pattern(
    r"suicid\w*|self[ -].*|own|himself|herself|themsel\w+|life|lives|took|taken|taking|take|tied|tying"
    r"|attempt\w*|tr(?:ied|ying)|deliberate(?:ly)?|intentional(?:ly)?|cut(?:ting)?"
)
_OVERDOSE = pattern(r"overdos\w+")
_GIVEN_BY = pattern(
    r"(?: of [^.;,]{1,40}?)?,? (?:(?:that|which) )?(?:(?:was|were|had been|being|deliberately|wrongly|unlawfully) )*"
    r"(?:given|administered|injected|fed)"
    r"|(?: of [^.;,]{1,40}?)? (?:(?:that|which) )?(?:his|her|their|an?|the) [^.;,]{2,30}?"
    r" (?:had )?(?:given|gave|administered)"
    rf"|(?: of [^.;,]{{1,40}}?)? (?:by|from|at the hands of) (?:an?|the|his|her|their) (?:[\w'-]+ ){{0,2}}?"
    rf"(?:{ADULTS.pattern}|step-?\w+|nurse|doctor)(?!'s)"
)
_GAVE = deferred(
    r"\b(?:g[ai]ve[ns]?|giving|administer\w*|inject\w*)"
    r"(?: +(?!and\b|but\b|after\b|before\b|when\b|took\b|taken\b|taking\b)[\w'-]+){0,5} +$",
    re.IGNORECASE,
)
_STREET = (
    r"(?:(?:illicit|illegal|recreational|street|class [abc]|mixed|multiple) )?(?:heroin|cocaine|crack|ecstasy|mdma"
    r"|ketamine|methadone|opi(?:ate|oid)s?|morphine|fentanyl|nitazenes?|amphetamines?|mephedrone|drugs?|alcohol|spice"
    r"|solvents?|ghb|cannabis|substances?)"
)
_STREET_BEFORE = deferred(rf"\b(?<!prescribed )(?<!prescription ){_STREET} +$", re.IGNORECASE)
_STREET_BEHIND = pattern(rf" (?:of|from|involving|due to) (?:[\w-]+ (?:and|,) )?(?!prescri){_STREET}")
_CHANCE = pattern(
    r"(?<!non-)(?<!non\s)accident(?:s|al|ally)?|misadventure|unintentional\w*|by mistake"
    r"|(?:in|by|with|from|on) (?:an?|the|his|her|their) (?:[\w'-]+ ){0,2}?(?:cords?|blinds?|straps?|harness|leads?"
    r"|curtains?|swing|slide|bib|sling|trampoline|climbing frame|cot|high ?chair|car seat|pram|pushchair)"
    r"|(?:choking|fainting|online|internet|blackout) (?:game|challenge|dare)|as part of a (?:game|dare)"
)
_RULED_CHANCE = pattern(
    r"(?:coroner|inquest|jury|verdict|conclusion)[^.;]{0,60}? (?<!not\s)(?<!non-)(?:accident(?:al|ally)?|misadventure)"
)
_UNSURE = deferred(r"\b(?:whether|if|not|rather than|nor|or)\b[^.;]{0,40}$", re.IGNORECASE)
_OPEN = pattern(
    r"open (?:verdict|conclusion|finding)s?"
    r"|(?:whether|if) (?:it|this|that|the (?:death|hanging|overdose|act|fall)) (?:was|were|had been)"
    r" (?:an? |by )?(?:accident(?:al)?|suicide|deliberate|meant|intended|intentional)"
    r"|(?:whether|if|that) (?:he|she|they|the (?:boy|girl|child)|(?-i:[A-Z]\w+)) (?:had )?"
    r"(?:intended|meant|wanted) (?:to (?:die|kill|end|take|hurt)|(?:his|her|their) death)"
)

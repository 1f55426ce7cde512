"""Names of harms in a summary, each with the sentence it stands in; who was killed tells one homicide from another."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from kg.extract.facts.children.mentions import ADULTS
from kg.extract.facts.harms.abuse_words import ABUSE
from kg.extract.facts.harms.death_words import ATTACK, DEATHS, OWN_ACT
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.rules import Rules
from kg.extract.text.wording import REACH, any_of, cut, pattern, sentences
from kg.model import Harm, Passage

# What is one harm when somebody dies of it, and another when they live, stands with both.
_OUTCOMES = ((ATTACK, (Harm.HOMICIDE, Harm.PHYSICAL_ABUSE)), (OWN_ACT, (Harm.SUICIDE, Harm.SELF_HARM)))
_CERTAIN = tuple((words, (harm, harm)) for harm, words in (*ABUSE, *DEATHS))
_PATTERNS = Rules((pattern(any_of(words)), harms) for words, harms in (*_CERTAIN, *_OUTCOMES))
_SHARE_A_NOUN = {
    Harm.PHYSICAL_ABUSE,
    Harm.SEXUAL_ABUSE,
    Harm.EMOTIONAL_ABUSE,
    Harm.CHILD_SEXUAL_EXPLOITATION,
    Harm.CHILD_CRIMINAL_EXPLOITATION,
}
_LOOK_AT = 6  # sentences
_Named = tuple[Harm, int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that name a harm, in the sentence from `first` to `last`, as far as it is near them."""

    harm: Harm
    start: int
    end: int
    first: int
    last: int
    opening: bool  # in the sentence that says what the review is about
    sentence: Span
    burnt: bool = False  # by words that do not say whether somebody meant it


def with_a_child(view: str, hit: Hit) -> bool:
    """Whether a child was killed as well as a parent: both named in the sentence, or in one before "Both were"."""
    start, end = hit.sentence
    return _is_said(_WITH_CHILD, view, 0 if _BOTH_WERE.match(view, start, end) else start, end)


def harm_hits(view: str, summary: Passage, *, fatal: bool) -> Iterator[Hit]:
    """Every name of a harm; a longer name hides shorter ones inside it."""
    opening = True
    for first, last in list(sentences(view, summary.start, summary.end))[:_LOOK_AT]:
        found = _PATTERNS.finditer(view, first, last)
        spans = [(killed if fatal else hurt, *match.span()) for match, (killed, hurt) in found]
        for harm, start, end in _unhidden(spans):
            burnt = bool(_BURNT.fullmatch(view, start, end))
            near = max(first, cut(view, max(first, start - REACH))), min(last, end + REACH)
            yield from _named(view, summary, Hit(harm, start, end, *near, opening, (first, last), burnt))
        opening = opening and not _SAYS_WHAT.search(view, first, last)


def _unhidden(spans: Iterable[_Named]) -> Iterator[_Named]:
    """Names of harms in order, without those inside others."""
    around: list[_Named] = []
    for start, beginning in groupby(sorted(spans, key=itemgetter(1)), key=itemgetter(1)):
        together = list(beginning)
        around = [*(one for one in around if one[2] > start), *together]
        yield from (one for one in together if not any(_hides(other, one) for other in around))


def _hides(longer: _Named, shorter: _Named) -> bool:
    """Whether a name holds another, as "domestic homicide" does; "physical and sexual abuse" names two kinds."""
    if longer[0] is shorter[0] or (longer[2] == shorter[2] and {longer[0], shorter[0]} <= _SHARE_A_NOUN):
        return False
    return longer[1] <= shorter[1] and shorter[2] <= longer[2] and longer[1:] != shorter[1:]


def _named(view: str, summary: Passage, hit: Hit) -> Iterator[Hit]:
    """`hit`, as domestic homicide when the person killed is an adult killed by a partner.

    Or by a relative while children were there; an adult killed by anybody else is nothing that was done to a child,
    unless a child killed them. An adult whom a partner attacked and who lived is a case of domestic abuse, so far as
    children were there.
    """
    if hit.harm is Harm.HARMFUL_SEXUAL_BEHAVIOUR and _BY_GROWN_UP.search(view[hit.first : hit.start]):
        yield replace(hit, harm=Harm.SEXUAL_ABUSE)
    elif hit.harm is Harm.PHYSICAL_ABUSE and (adult := _ADULT_ATTACKED.search(view, *hit.sentence)):
        if not adult.start() <= hit.start < adult.end():
            yield hit
        elif _is_said(_CHILDREN_THERE, view, summary.start, summary.end):
            yield replace(hit, harm=Harm.DOMESTIC_ABUSE)
    elif hit.harm is not Harm.HOMICIDE or not _is_said(_ADULT_KILLED, view, summary.start, hit.sentence[1]):
        yield hit
    elif _is_said(_BY_PARTNER, view, summary.start, summary.end):
        if with_a_child(view, hit):
            yield hit
        yield replace(hit, harm=Harm.DOMESTIC_HOMICIDE)
    elif _is_said(_BY_CHILD, view, *hit.sentence):
        yield hit
    elif _is_said(_BY_KIN, view, *hit.sentence) and _is_said(_CHILDREN_THERE, view, summary.start, summary.end):
        yield replace(hit, harm=Harm.DOMESTIC_HOMICIDE)


@lru_cache(maxsize=8)  # each hit in a sentence asks the same
def _is_said(words: re.Pattern[str], view: str, start: int, end: int) -> bool:
    return words.search(view, start, end) is not None


_BY_GROWN_UP = deferred(  # "a friend of the family sexually abused two brothers"
    r"\b(?:(?<!-)(?:mother|father|stepfather|stepmother|uncle|aunt|grand\w+|m[ae]n|wom[ae]n|lodger|neighbour|partner"
    r"|boyfriend +of +\w+ +mother|adults?|friend +of +(?:the|his|her|their) +(?:family|parents|mother|father)"
    r"|family +friend|teachers?|coach|carers?|priest|vicar|chaplain|tutor|worker|volunteer|baby-?sitter|childminder"
    r"|master|doctor|nurse|officer|driver))(?:,[^,.;]*,)?(?: +who)?(?: +(?:had|has|have|repeatedly|also))* *$",
    re.IGNORECASE,
)
_BURNT = pattern(r"scald\w*|burn\w*|(?:swallow|ingest)\w*(?: of)?")
_BY_CHILD = pattern(
    r"by (?:an?|the|two|three|four) (?:[\w-]+ ){0,3}?(?:boy|girl|child|teenager|young (?:person|people|man))s?"
    r"|by (?:his|her|their) (?:1\d-year-old|teenage|young|adolescent) (?:grand|step-?)?(?:son|daughter)"
)
_SAYS_WHAT = pattern(
    r"deaths?|died|injur\w+|abused?|neglect\w*|exploit\w+|harm\w*|killed|murder\w*|suicide|took|overdoses?"
    r"|drown\w*|ingest\w*|hang(?:ed|ing)|rap(?:e|ed|es)|stabb\w+|shot|burn\w*|scald\w*|fell|poison\w*"
)
_WHO = (
    r"(?!(?:(?:an?|the|two|three|four) )*young (?:m[ae]n|wom[ae]n),? (?:both |all |who were |who was )*(?:aged "
    r"|of )?1\d)"
    rf"(?:(?:a|an|the|his|her|their|two|young"
    rf"|\d\d-year-old) )*(?:[\w-]+ )?{ADULTS.pattern}(?: of (?:\w+ )?(?:two|three|four|five|children))?"
)
_KILLED = r"(?:murdered|killed|stabbed|strangled|shot|beaten to death)"
_OWN_CHILD = r"(?:sons?|daughters?|child(?:ren)?|bab(?:y|ies)|twins?|infant|boys?|girls?)"
_ADULT_KILLED = pattern(
    rf"(?:murder|killing|homicide|deaths?|manslaughter|stabbing) of (?:\w+, )?{_WHO}"
    rf"|(?:murders?|killings?|homicides?) of [^.;]{{0,40}}?{_OWN_CHILD}(?:,? (?:aged "
    rf"|of )?[\w -]{{1,20}},)? and (?:his|her"
    r"|their) (?:[\w-]+ )?mother"
    rf"|{_WHO} and (?:her|his|their) [\w -]{{2,25}}? (?:were|was) (?:\w+ )?{_KILLED}"
    rf"|{_WHO}(?:,? (?:of|aged) [2-9]\d,?)?(?:,[^,.;]*,|,)? (?:was|were|had been|being) (?:\w+ )?{_KILLED}"
    rf"|(?:mother|mum|woman|wife)\b[^.;,]{{0,40}}? pregnant,? when she was (?:\w+ )?{_KILLED}"
    rf"|(?:who was|aged) [2-9]\d,?(?! (?:days|weeks|months)) (?:was|were|had been) (?:\w+ )?{_KILLED}"
    rf"|(?-i:[A-Z])[\w'-]+(?:, | \()[2-9]\d[,)] (?:was|were|had been) (?:\w+ )?{_KILLED}"
    rf"|{_KILLED} (?:his|her|their|the children's) (?:[\w-]+ ){{0,2}}?(?:wife|partner|girlfriend|mother|husband)"
)
_WITH_CHILD = pattern(  # a parent is killed and a child as well
    r"(?:murders?|killings?|deaths?|homicides?|manslaughter|stabbing|shooting) of [^.;]{0,60}?(?:woman|mother|wife"
    rf"|partner)(?:,? (?:aged |of )?\d\d,?)?,? (?:and|with) (?:of )?(?:her|his|their) (?:[\w-]+ ){{0,4}}?{_OWN_CHILD}"
    rf"|(?:of|killed) [^.;]{{0,40}}?{_OWN_CHILD}(?:,? (?:aged |of )?[\w -]{{1,20}},)? and (?:his|her|their)"
    r" (?:[\w-]+ )?(?:mother|father)"
    rf"|(?:mother|woman)(?:,? (?:aged |of )?\d\d,?)? and her (?:[\w-]+ ){{0,4}}?{_OWN_CHILD}[^.;]{{0,40}}? (?:were|was)"
    r" (?:[\w-]+ )?(?:killed|murdered|stabbed|shot|strangled)"
)
_BOTH_WERE = pattern("(?:both|they|the two|all (?:two|three|four|of them)) (?:had been|were)")
_ADULT_ATTACKED = pattern(  # "A woman of 28 was stabbed by her estranged husband"
    r"(?:(?<!young\s)(?:woman|mother)(?:,? (?:of|aged) [2-9]\d,?| of (?:\w+ )?(?:two|three|four|five|children))?"
    r"|(?-i:[A-Z])[\w'-]+(?:, | \()[2-9]\d[,)]) was (?:\w+ )?(?:stabbed|attacked|strangled|beaten|assaulted|shot)"
    r"(?: [\w-]+){0,3}? by (?:her|an?|the) (?:[\w-]+ ){0,2}?(?:partner|husband|boyfriend)"
)
_BY_KIN = pattern(
    r"by (?:his|her|their) (?:own |adult |grown-up |eldest |younger |older |elder )*(?:son|daughter|brother|sister"
    r"|nephew|grandson|cousin|son-in-law)(?!,? (?:of|aged|who was) 1?\d\b)"
)
_CHILDREN_THERE = pattern(
    r"(?:children|grandchildren|child|son|daughter|boy|girl|niece|nephew|grandson"
    r"|granddaughter)s?(?:,? aged [\w ,]{1,30}?,?|, who was \d+,)?"
    r" (?:(?:was|were|being|both|all|also|who) )*(?:(?:saw|heard|witnessed|watched) (?:it|this|the)"
    r"|in the (?:\w+ )?(?:home|house|flat|room|property)|at home|upstairs"
    r"|in bed|asleep|present|there)"
)
_BY_PARTNER = pattern(
    r"(?:his|her) (?:[\w-]+ ){0,2}?(?:wife|partner|girlfriend|husband)|by [^.;]*(?:partner|husband"
    r"|wife|boyfriend|girlfriend|father|spouse|(?:a|the) man (?:whom |that )?she (?:had been |was )(?:seeing|dating))"
    r"|(?:partner|husband|father)(?:, [^.;]{1,60},)? (?:was |has |had |been |later |then )*(?:pleaded|admitted"
    r"|convicted|found|jailed"
    r"|charged|sentenced|imprisoned)|(?:partner|husband|father) (?:killed|stabbed|strangled|shot|murdered)"
    r"|domestic homicide"
)

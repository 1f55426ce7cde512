"""The words that say of people that they did harm, were accused of it, or were cleared."""

import re
from collections.abc import Iterator

from kg.extract.facts.blame_around import GUILTY, told_around
from kg.extract.facts.blame_words import (
    ACT,
    ACTIVE,
    ADULT,
    BE,
    CAUGHT,
    CHARGE,
    CONFESSED,
    DET,
    DROVE,
    HARM,
    INVENTED,
    KILLED_ADULT,
    WORDS,
)
from kg.extract.facts.cleared import is_acquitted, is_cleared, is_of_one, is_only_arrested, is_unrelated
from kg.extract.facts.numbers import NUMBER
from kg.extract.facts.people import Person, can_be, find_people
from kg.extract.needles import Rule
from kg.extract.plain import Span
from kg.extract.rules import Rules
from kg.extract.wording import pattern, spaced
from kg.model import Relation

_REACH = 500  # characters looked back at, so that a sentence without end costs no more than its length
_DONE = pattern(HARM)
_BY = Rule(
    re.compile(
        rf"(?P<done>.*)\b(?P<by>by|at the hands of|involving|(?:fights?|altercation|confrontation|argument) with)"
        rf" +{spaced(DET)}{WORDS}$",
        re.IGNORECASE | re.DOTALL,
    )
)
_NOT_HARM = re.compile(
    r"\b(?:found|discovered|seen|raised|brought up|looked after|cared for|taken|supported|adopted|accompanied|witnessed"
    r"|reported|referred|told|called|visited|prescribed|left|known|disclosed|followed|collected|removed|noticed"
    r"|observed|recognised|missed|overlooked|assessed|recorded|explored|questioned|suspected|understood"
    r"|diagnosed|confirmed|certified|advised|helped|interviewed|noted|suggested|dismissed"
    r"|made|voiced|shared|concerns?|contested|denied|identified|investigated|examined|met|comforted|rescued"
    r"|sustained|suffered|experienced|received"
    r"|minded|fed|bathed|dressed|watched|supervised|babysat|driven|carried|held|owned|fostered|raised|employed"
    r"|prescribed (?:to|for)|let|rented|shared|watched over|attended|run"
    r"|endured|displayed|exhibited|regarded|considered|treated|trusted|viewed|thought) +$",
    re.IGNORECASE,
)
_OTHER_VICTIM = re.compile(
    rf"(?:(?:(?:^|[.;,]|\b(?:and|while|after|when|that|because|where|whose)) *(?:\(?[\w' -]{{0,30}}\)? )?{ADULT}"
    rf"(?:,? who)? +(?:(?:was|were|had|has|been|being|also|is|herself|himself|a|the|previously) +)+(?:victims? +of +)?)"
    rf"|\b(?:abuse|assaults?|violence|attacks?|control|harassment|stalking) +(?:of|on|against|towards|to) +{ADULT} +)"
    rf"(?:[\w-]+ +){{0,5}}$",
    re.IGNORECASE,
)
_TOWARDS_ADULT = pattern(rf" (?:towards?|against|on|to) {ADULT}(?!'s)")
_OF = re.compile(
    r"\b(?:(?:attributed|ascribed)(?: +[^.;,]{1,40})? +to"
    r"|(?:convictions?|arrests?|prosecution|trial|imprisonment|sentencing|guilt|charging|caution)"
    rf"(?: +and +\w+)? +of"
    rf"|(?:perpetrators?|offenders?|abusers?|assailants?|attackers?|killers?|murderers?|suspects?) +(?:was|were|is|are)"
    rf"(?: +(?:identified|found|believed|thought|said|alleged|known)(?: +(?:as|to +(?:be|have +been)))?)?"
    rf"|(?:police|officers|court|jury|judge|prosecutors|crown +prosecution +service)(?: +[\w-]+){{0,4}}? +"
    rf"(?:charged|arrested|prosecuted|convicted|cautioned|jailed|suspected)"
    rf"|(?<!no )(?<!no criminal )(?:proceedings|charges|allegations?|prosecution"
    rf"|investigation)(?: +(?:was|were|have been|has been|are being))?(?: +\w+)? +(?:against|into)"
    rf") +{spaced(DET)}$",
    re.IGNORECASE,
)
_DROPPED = pattern(r" (?:(?:was|were|has|have|had|been|later|then|all) )*(?:dropped|discontinued|withdrawn|dismissed)")
_WITH_CHILDREN = pattern(  # a mother is killed with them
    r"(?:child(?:ren)?|boys?|girls?|sons?|daughters?|sisters?|brothers?|twins?|bab(?:y|ies)) and (?:his|her|their) "
    r"(?:mother|father|parents?)|(?:mother|father) and (?:her|his|their) (?:[\w-]+ ){0,2}?"
    r"(?:child(?:ren)?|sons?|daughters?|twins?|bab(?:y|ies))"
)
_NOT_UPHELD = pattern(
    r" (?:(?:was|were|has|have|had|been|later|found|to|be) )*(?:not (?:be |been )?(?:substantiated|upheld|proven|proved"
    r"|believed|pursued|investigated)|unsubstantiated|unfounded|untrue|false|retracted|withdrawn)"
)
_OF_PARENT = re.compile(rf"\b(?:parents?|mother|father|carers?|guardians?) +of +{spaced(DET)}$", re.IGNORECASE)
_VICTIM = re.compile(
    rf"\b(?:{HARM}|mutilation|radicalisation|trafficking) +(?:of|to|against) +{spaced(DET)}(?:[\w-]+ +)?$",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:neither|no|not|nor|none|nobody)(?: +of)? +(?:the +|his +|her +|their +)?$", re.IGNORECASE)
_NEITHER = pattern("neither")
_UNKNOWN_TO = re.compile(rf"\b(?:not|never|n't) +(?:know|known|met) +{spaced(DET)}$", re.IGNORECASE)
_JUDGING = re.compile(rf"\b(?:believed|thought|considered|alleged|suspected|said) +by +{spaced(DET)}$", re.IGNORECASE)
_OBJECT = re.compile(
    rf"\b(?:with|by|from|to|of|for|at|in(?! +\d)|on|against|towards|between|than|told|left|visited) +{spaced(DET)}$",
    re.IGNORECASE,
)
# Where somebody comes from or how old they are, between them and what is said of them: "two boys of 16 and 17 were".
_WHENCE = (
    rf"(?: +(?:in|at|from) +(?:an?|the|his|her|their|another) +(?:[\w'-]+ +){{0,2}}?[\w'-]+"
    r"| +of +(?:an?|the|two|three|twin) +(?:[\w'-]+ +){0,2}?(?:boys?|girls?|child(?:ren)?|bab(?:y|ies)|infants?"
    r"|toddlers?"
    r"|twins|\S+-old)"
    rf"| +of +(?:some|several|{NUMBER}) +(?:days|weeks|months|years)"
    r"|,? +of +(?:the +same|(?:his|her|their)(?: +own)?) +age(?: +(?:at|from) +(?:his|her|their|the|an?) +\w+)?"
    rf"|,? +(?:of|aged)(?: +between)? +{NUMBER}(?: +(?:and|to) +{NUMBER})?)?"
)
_AFTER = re.compile(
    rf"'s? +(?:[\w-]+ +){{0,2}}?(?:violence|abuse|cruelty|assaults?|attacks?|beatings|controlling behaviour|threats"
    rf"|convictions?|arrest|prosecution|imprisonment|trial|guilty pleas?|pleas? of guilty|confession)"
    rf"|{_WHENCE}(?:,[^,.;]*,|, +(?:each +of +whom +[^.;]{{0,60}}? +and +)?(?:one|both|two|some|all|each) +of +whom"
    rf"|, +who)?(?: +\(.*?\))?{_WHENCE},? +{spaced(BE)}(?:(?:to be |as )?(?:{spaced(CHARGE)})"
    rf"\b(?P<tail>(?:(?!,| and +(?:his|her|the|\w+ +(?:was|were))| while | but |;|\.).)*)"
    rf"|{spaced(ACTIVE)}|{spaced(KILLED_ADULT)}"
    rf"|(?:is|was|were|are) (?:believed|thought|found|said|alleged|reported|known|understood|suspected|considered)"
    r"(?: +by +(?:the +)?(?:[\w-]+ +)?(?:police|courts?|doctors|clinicians|paediatricians|professionals))? to"
    rf" have {spaced(ACT)}\b)",
    re.IGNORECASE | re.DOTALL,
)
_SOME = r"(?:one|two|three|some|several|most|all|both|another)(?: +of +(?:them|whom|these))?"
_LATER_IN_CLAUSE = re.compile(
    rf"(?P<between>[^.;]{{1,110}}?)(?:,? and(?: +in +(?:\w+ +)?\d{{4}},?)?(?: +(?P<who>he|she|they)| +{_SOME})?"
    rf"|,? but(?: +{_SOME})?|,|,? +(?:after|when|until|before|as) +(?:he|she|they))"
    rf" +{spaced(BE)}(?:{spaced(CHARGE)}|{spaced(ACTIVE)})\b"
    rf"(?P<tail>(?:(?!,| while | but |;|\.).)*)",
    re.IGNORECASE | re.DOTALL,
)
_WHO_DID = re.compile(  # "an uncle who had been minding her was convicted"
    rf" +who +(?P<between>[^.;,]{{3,70}}?) +{spaced(BE)}(?:{spaced(CHARGE)})\b"
    r"(?P<tail>(?:(?!,| while | but |;|\.).)*)",
    re.IGNORECASE | re.DOTALL,
)
_GAPPED = pattern(
    r" (?:of|for|to|with) (?:[\w-]+ ){0,2}?(?:causing|allowing|murder|manslaughter|neglect\w*|cruelty|assault\w*"
    r"|wounding|harming|ill-treat\w+|rape|grievous|child (?:abuse|neglect|cruelty)|sexual (?:abuse|assault))[^,;.]*"
    r"|(?: was| were)? of (?:causing|allowing)[^,;.]*"
)

_IN_ONE = re.compile(
    rf"(?:,| and| while)* +in +(?:one|another|two|the +others?|a +\w+)(?: +cases?)? +{spaced(DET)}$", re.IGNORECASE
)
_CASES = re.compile(
    rf"\bin +(?:(?:some|several|most|{NUMBER})(?: +of +the)? +cases?|(?:one|two) +of +them)\b", re.IGNORECASE
)
_IN_ANOTHER = re.compile(
    rf"(?:,? +aged +{NUMBER},?)? +in +(?:another|(?:some|several|{NUMBER})(?: +others?)?"
    r"|(?:the|a) +(?:others?|second|third|\w+th))(?: +(?:of +the +)?cases?)?(?= *[.,;]| +and\b| +but\b)",
    re.IGNORECASE,
)
_OTHER_CUES = (
    r"by|met|proceedings|charges|allegations?|cautions?|hands of|involving|perpetrators?|convictions?|arrests?|trial"
    r"|responsib\w+|guilty|confession|invented|made up|feigned"
)
_CUE = Rules((pattern(cue), None) for cue in (_OTHER_CUES, CHARGE, ACT, HARM, INVENTED, CAUGHT, CONFESSED, DROVE))
_CHILD_NAMED = pattern(
    r"girls?|boys?|child(?:ren)?|bab(?:y|ies)|infants?|sons?|daughters?|twins?|siblings?|sisters?|brothers?"
    r"|toddlers?|teenagers?|young (?:person|people|m[ae]n|wom[ae]n)|adolescents?|\S+-old|pupils?"
)
_BY_NEXT = pattern("by")
_ONE_WAS = re.compile(  # "mother and father parted after he was convicted"
    r"(?:(?!\b(?:were|have|are|both)\b)[^.;])*?\b(?:after|when|until|because) +(?:he|she) +(?:was|has|had|is)\b",
    re.IGNORECASE,
)
_NEVER_MET = pattern(r"(?:never|not) met")
_JOINT = re.compile(
    rf"(?: +(?:from|of) +[^.;,]{{1,30}}?)?(?: *(?:,|\band\b(?! +of\b)|\bor\b))+ *(?:by +)?{spaced(DET)}", re.IGNORECASE
)
_AGED = re.compile(r"-year-old|\bby +(?:an?|the) +(?:[\w-]+ +)?(?:boy|girl|child|teenager|young)", re.IGNORECASE)


def blamed(view: str, start: int, end: int) -> Iterator[tuple[Person, Span]]:
    """People said to have done harm, with the span of the words that say it; "and" carries it from one to the next."""
    people = find_people(view, start, end) if _CUE.stand_in(view, start, end) else ()
    if not people:
        return
    stops = [*(person.start for person in people[1:]), end]
    said = [_said(view, start, person, stop, end) for person, stop in zip(people, stops, strict=True)]
    for index in range(1, len(people)):
        if said[index] is None and _and(view, people[index - 1], people[index]):
            said[index] = _with(said[index - 1], people[index])
        gapped = _gapped(view, people[index - 1], people[index], end) if said[index] is None else None
        if gapped and any(said[:index]):
            said[index] = gapped
    for index in reversed(range(len(people) - 1)):
        by = _BY_NEXT.search(view, people[index].end, people[index + 1].start)  # "two girls and a boy, by their uncle"
        by = by or _ONE_WAS.match(view, people[index + 1].end, end)
        if said[index] is None and not by and _and(view, people[index], people[index + 1]):
            said[index] = _with(said[index + 1], people[index])
    yield from ((person, span) for person, span in zip(people, said, strict=True) if span is not None)


def acquitted(view: str, start: int, end: int) -> Iterator[tuple[Person, Span]]:
    """People who were charged or tried and then acquitted, with the span of the words that say so."""
    for person in find_people(view, start, end):
        clause = _clause_end(view, person.end, end)
        if is_acquitted(view, person.end, clause):
            yield person, (person.start, clause)


def accused(view: str, start: int, end: int) -> Span | None:
    """The words right after somebody that accuse them; `None` where there are none, or where they clear them."""
    said = _AFTER.match(view, start, end)
    if said is None or is_cleared(view, start, end) or is_unrelated(said):
        return None
    return said.span()


def _said(view: str, start: int, person: Person, stop: int, end: int) -> Span | None:
    """The span of the words that say that this person did harm; `None` where none say so."""
    start = max(start, person.start - _REACH)
    before = view[start : person.start]
    if (
        _NEITHER.match(view, person.start, person.end)
        or _NOBODY.search(before)
        or _JUDGING.search(before)
        or _UNKNOWN_TO.search(before)
    ):
        return None
    told = told_around(view, before, person, end)
    if told is not None:
        return person.start, told
    by = _by_whom(view, start, person, end)
    if by is not None:
        return by, person.end
    of = _OF.search(before)
    if of and _DROPPED.match(view, person.end, end):
        return None
    if of and person.relations != (Relation.PEER,):
        return start + of.start(), person.end
    if _NEVER_MET.search(view, person.start, person.end) and _DONE.search(view, 0, end):
        return person.start, person.end
    return _said_behind(view, start, person, stop, end)


def _by_whom(view: str, start: int, person: Person, end: int) -> int | None:
    """Where the words begin that say that harm was done by this person: "killed by", "at the hands of"."""
    before = view[start : person.start]
    by = _BY.match(before, 0, len(before))  # it opens with any words, so where it fails here it fails everywhere
    if by is None or _TOWARDS_ADULT.match(view, person.end, end) or _NOT_UPHELD.match(view, person.end, end):
        return None
    at = start + by.start("by")
    done = by["by"].lower().startswith("at") or _DONE.search(by["done"])
    return at if done and _is_done_to_a_child(by["done"], view[at : person.end], person) else None


def _said_behind(view: str, start: int, person: Person, stop: int, end: int) -> Span | None:
    """The span of the words behind a person that say so: right after the name, or further on in the clause."""
    before = view[start : person.start]
    clause = _clause_end(view, person.end, stop)
    if is_cleared(view, person.end, clause):
        return None
    young = person.relations in ((Relation.PEER,), (Relation.SIBLING,))
    suffered = young and (_OF_PARENT.search(before) or _VICTIM.search(before))
    after = None if suffered else _AFTER.match(view, person.end, end)
    if after is None and not young and not _OBJECT.search(before):
        after = _WHO_DID.match(view, person.end, clause) or _LATER_IN_CLAUSE.match(view, person.end, clause)
        after = None if after and not _goes_on(after, person) else after
    if after is None or is_unrelated(after) or is_of_one(view, start, person, after) or is_only_arrested(view, after):
        return None
    return person.start, after.end()


def _goes_on(said: re.Match[str], person: Person) -> bool:
    """Whether what is said further on in the clause can be said of this person, and not of somebody between."""
    if re.search(r"\b(?:by|with|from)\b *$", said["between"]):
        return False
    if _PARTED.search(said["between"]) and _OF_HER.search(said[0]):
        return False
    who = said.groupdict().get("who")
    return who in (None, "they") or can_be(person, who.lower())


_CLAUSE_END = re.compile(r"[.;]")
_PARTED = pattern("separated|split up|left|divorced|parted|(?:relationship|marriage) (?:had )?ended")
_OF_HER = pattern(r"(?:assault|attack|abus|hurt|beat|strangl|threaten|harm)\w* her")


def _clause_end(view: str, start: int, stop: int) -> int:
    """Where what is said of somebody ends: at a full stop, a semicolon, or the next person who is named."""
    mark = _CLAUSE_END.search(view, start, stop)
    return mark.start() if mark else stop


def _is_done_to_a_child(done: str, who: str, person: Person) -> bool:
    """Whether what was done "by" somebody is harm, and not to an adult, nor by the child of the review."""
    other = _OTHER_VICTIM.search(done)
    if _NOT_HARM.search(done) or (other and not _WITH_CHILDREN.search(done, 0, other.end())):
        return False
    doer = person.relations == (Relation.PEER,) and _AGED.search(who)
    return not doer or bool(_CHILD_NAMED.search(done) or re.search(r"\b[A-Z]\w+,? (?:was|were|died|had|who)\b", done))


def _gapped(view: str, first: Person, second: Person, end: int) -> Span | None:
    """What is said without its verb: "and mother of allowing it", "and in one the mother", "and a mother in one"."""
    of = _GAPPED.match(view, second.end, end) or GUILTY.match(view, second.end, end)
    if of:
        return second.start, of.end()
    between = view[first.end : second.start]
    others = _IN_ANOTHER.match(view, second.end, end) if _CASES.search(between) else None
    if others:
        return second.start, others.end()
    return (second.start, second.end) if _IN_ONE.search(between) else None


def _with(span: Span | None, person: Person) -> Span | None:
    return span and (min(span[0], person.start), max(span[1], person.end))


def _and(view: str, first: Person, second: Person) -> bool:
    between = view[first.end : second.start]
    return bool(_JOINT.fullmatch(between))

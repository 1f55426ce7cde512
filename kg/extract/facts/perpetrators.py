"""Who is said to have harmed the child, by relation to the child: only where the words say that they did."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.wording import pattern, sentences, spaced, within
from kg.model import Passage, Relation, Stated, passage

_M, _F, _MP, _FP = Relation.MOTHER, Relation.FATHER, Relation.MOTHERS_PARTNER, Relation.FATHERS_PARTNER
_PARTNER = r"(?:male |female |new |former |current |then |ex-|ex |previous |live-in |abusive |estranged )*"
_MEN = r"(?:partner|girlfriend|boyfriend|husband|fianc[eé]|lover)"
_WOMEN = r"(?:partner|girlfriend|wife|fianc[eé]e?)"
_KIN = r"(?:great-|maternal |paternal |older |younger |elder |half-|step-|step|adult |teenage |\S+-year-old )*"

# Longest match wins, so "mother's partner" is no mother; an empty tuple is somebody who is not meant.
RELATIONS: tuple[tuple[str, tuple[Relation, ...]], ...] = (
    (rf"(?:mother|mum)'?s'? {_PARTNER}{_MEN}|{_PARTNER}{_MEN} of (?:his|her|their|the|\S+) mother", (_MP,)),
    (r"step-? ?(?:father|dad)|step-?parent(?: \(male\))?", (_MP,)),
    (rf"(?:father|dad)'?s'? {_PARTNER}{_WOMEN}|{_PARTNER}{_WOMEN} of (?:his|her|their|the|\S+) father", (_FP,)),
    (r"step-? ?(?:mother|mum)", (_FP,)),
    (rf"(?:mother|mum) and (?:her|the|an?) {_PARTNER}{_MEN}", (_M, _MP)),
    (r"(?:mother|mum) and step-? ?(?:father|dad)", (_M, _MP)),
    (rf"(?:father|dad) and (?:his|the|an?) {_PARTNER}{_WOMEN}", (_F, _FP)),
    (r"(?:both |birth |adoptive |biological )?parents", (_M, _F)),
    (r"(?:birth |biological |adoptive |natural )?(?:mother|mum)", (_M,)),
    (r"(?:birth |biological |adoptive |natural )?(?:father|dad)", (_F,)),
    (rf"{_KIN}(?:brother|sister|sibling|twin)s?", (Relation.SIBLING,)),
    (
        (rf"{_KIN}(?:uncle|aunt|cousin|grandfather|grandmother|grandparent|relative|nephew)s?"),
        (Relation.OTHER_RELATIVE,),
    ),
    (
        r"(?:extended |wider )?family members?|members? of (?:the|his|her|their) (?:\w+ )?family",
        (Relation.OTHER_RELATIVE,),
    ),
    (
        (
            r"(?:close )?(?:family|mother's|father's|parents') friends?|friends? of (?:the|his|her|their) (?:family"
            r"|mother|father|parents)"
        ),
        (Relation.FAMILY_FRIEND,),
    ),
    (r"(?:neighbour|lodger|babysitter|baby-sitter|acquaintance|landlord|nanny)s?", (Relation.OTHER_KNOWN,)),
    (
        (
            r"(?:m[ae]n|person|adult|male|woman) (?:who|whom) (?:rented|lived|lodged|stayed"
            r"|was (?:staying|lodging|living)|ran"
            r"|coached|taught|worked|looked after|(?:he|she|they) (?:knew|had known))[^,.;]*"
            r"|(?:(?:m[ae]n|adults?|males?|wom[ae]n|person|people|someone|somebody) )?(?:well )?known to (?:him|her"
            r"|them|the (?:family|child|children|mother))"
        ),
        (Relation.OTHER_KNOWN,),
    ),
    (
        (
            r"(?:foster (?:carer|parent|mother|father)|teacher|coach|tutor|childminder|priest|vicar|social worker"
            r"|care worker"
            r"|nursery (?:worker|nurse)|nurse|doctor|(?:member of )?staff|residential worker|youth worker"
            r"|key worker|teaching assistant|therapist|counsellor|clinician|caretaker|headteacher)s?"
        ),
        (Relation.PROFESSIONAL,),
    ),
    (
        (
            r"peers?|classmates?|(?:other|another|fellow|older|young|\S+-year-old|teenage|two|three|four|group of"
            r"|local) (?:other |older |teenage )?"
            r"(?:boys?|girls?|pupils?|students?|young (?:people|person|m[ae]n)|teenagers?|youths?|child|children"
            r"|residents?)"
            r"|(?:ex-|former )?(?:boyfriend|girlfriend)|young (?:people|person|man|men)|boys?|teenagers?"
            r"|youths?|friends?"
        ),
        (Relation.PEER,),
    ),
    (
        (
            r"strangers?|(?:m[ae]n|people|adults?|boys) (?:whom |who |that )?(?:he|she|they) (?:had |has "
            r"|have )?never met|(?:m[ae]n|person|people|adults?|males?) (?:who (?:was|were) )?(?:unknown"
            r"|not known) to (?:him|her|them|the family)|unknown (?:m[ae]n|males?|assailants?|persons?)"
        ),
        (Relation.STRANGER,),
    ),
    (r"persons? unknown|unknown persons|others (?:who|not|whose)|(?:drug )?dealers", (Relation.UNSPECIFIED,)),
    (
        r"(?:older |adult |young )?(?:m[ae]n|males?|adults?|perpetrators?|gangs?|gang members|wom[ae]n|individuals?)",
        (Relation.UNSPECIFIED,),
    ),
    (r"(?:mother|father|parent|carer)s?'s? (?:history|mental|own|care|home|house|address|death)", ()),
)

_HARM = (
    r"abuse[ds]?|murder\w*|kill\w+|injur\w+|assault\w*|rape[ds]?|exploit\w+|neglect\w*|stabb\w+|shak\w+|shook|harm\w*"
    r"|poison\w*|drown\w*|strangl\w+|suffocat\w+|homicide|manslaughter|attack\w*|beaten|ill-treat\w+"
    r"|cruelty|inflict\w*"
    r"|smother\w*|perpetrat\w+|groom\w+|trauma|deaths?|burn\w*|fabricat\w+|induc\w+|shot|set|started|caused"
    r"|torture\w*|offences|traded|sold|recruited|struck|beat\w*|punch\w*|kick\w*|dropped|threaten\w*"
    r"|throttled|molest\w*|starv\w*|thrown|whipped|slapped"
)
_CHARGE = (
    r"charged|convicted|(?:entered|gave|made) (?:a )?(?:guilty pleas?|pleas? of guilty)|(?:serving"
    r"|served|serves|began|given)"
    r" (?:an? )?(?:[\w-]+ )*(?:sentences?|terms?)|(?:sent to|in|went to) prison"
    r"|await(?:s|ing)? (?:sentence|trial)|admits"
    r"|admitted (?:the )?(?:offence|charge|abuse"
    r"|killing|murder|manslaughter|neglect|cruelty)\w*|accused of|found guilty|pleaded guilty"
    r"|pled guilty|pleading guilty|sentenced|imprisoned|jailed|prosecuted"
    r"|remanded|received (?:a|an|custodial) (?:[\w-]+ )*sentence"
    r"|(?:arrested|admitted|detained|investigated|bailed)(?= (?:[\w-]+ ){0,4}?(?:murder|manslaughter|causing"
    r"|assault|grievous|rape|cruelty|harming|killing|shaking|connection|suspicion|neglect|abusing|abuse))"
)
_BE = (
    r"(?:(?:is|are|was|were|has|have|had|been|being|both|each|later|subsequently|also|jointly|all|then|since|would"
    r"|be|themselves|eventually|who) )*"
)
_ACTIVE = (
    r"(?:[a-z]+ [^.;,]{0,60}? and )?(?:had |later |then |has |have |admitted |allegedly )*(?:shook"
    r"|shaken|shaking|killed|killing|murdered"
    r"|stabbed|strangled|assaulted|abused|sexually abused"
    r"|physically abused|raped|suffocated|smothered|drowned|poisoned|beat|attacked|inflicted|exploited|threw"
    r"|punched|hit|kicked|burned|burnt|scalded|beaten|slapped|bitten"
    r"|injured|caused|set fire|bit|groomed|coerced|forced|made|had sex with|persuaded|neglected|starved|induced"
    r"|fabricated) (?:him|her|them|his|their|the|both|an?|it|injur\w+|Child|Baby)\b(?! own)"
)
_DET = (
    r"(?:(?:an?|the|his|her|their|its|own|\S+'s|two|three|four|five|one|some|several|several|number of|group of"
    r"|groups of|unrelated|multiple|many|both|older|adult|young|a large|\d+|of) )*"
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words for people by their relation to the child."""

    relations: tuple[Relation, ...]
    start: int
    end: int


def find_perpetrators(text: str, summary: Passage) -> tuple[Stated[Relation], ...]:
    """Who is said to have harmed the child, each relation once with the words that say so, sorted by code."""
    view = within(text, summary.start, summary.end)
    found: dict[Relation, Passage] = {}
    before: list[_Hit] = []
    for start, end in sentences(view, summary.start, summary.end):
        adult = _of_adult(view, summary, start, end)
        if adult:
            found.setdefault(adult[0], passage(text, *adult[1]))
        for hit, said_to in _accused(view, start, end):
            for relation in hit.relations:
                found.setdefault(relation, passage(text, *said_to))
        for hit, said_to in _meant(view, start, end, before):
            for relation in hit.relations:
                found.setdefault(relation, passage(text, *said_to))
        before = _people(view, start, end) or before
    return tuple(Stated(relation, found[relation]) for relation in sorted(found))


def _of_adult(view: str, summary: Passage, start: int, end: int) -> tuple[Relation, tuple[int, int]] | None:
    """Who killed the children's mother: their father if the children are "their" own, else her partner."""
    killed = _MOTHER_KILLED.search(view, start, end)
    if killed is None:
        return None
    if _THEIR_CHILD.search(view, summary.start, summary.end):
        return Relation.FATHER, killed.span("by")
    if _HER_CHILD.search(view, summary.start, summary.end):
        return Relation.MOTHERS_PARTNER, killed.span("by")
    return None


def _accused(view: str, start: int, end: int) -> Iterator[tuple[_Hit, tuple[int, int]]]:
    """People said to have done harm, with the span of the words that say it; "and" carries it from one to the next."""
    people = _people(view, start, end)
    said = [_said(view, start, end, person) for person in people]
    for index in range(1, len(people)):
        if said[index] is None and _and(view, people[index - 1], people[index]):
            said[index] = _with(said[index - 1], people[index])
        ellipsis = _ELLIPSIS.match(view, people[index].end, end)
        if said[index] is None and ellipsis and any(said[:index]):
            said[index] = people[index].start, ellipsis.end()
    for index in reversed(range(len(people) - 1)):
        if said[index] is None and _and(view, people[index], people[index + 1]):
            said[index] = _with(said[index + 1], people[index])
    yield from ((person, span) for person, span in zip(people, said, strict=True) if span is not None)


def _meant(view: str, start: int, end: int, before: Sequence[_Hit]) -> Iterator[tuple[_Hit, tuple[int, int]]]:
    """People of the sentence `before` of whom a pronoun says that they did harm: "They were convicted"."""
    subject = _PRONOUN.match(view, start, end)
    said = _AFTER.match(view, subject.end(), end) if subject else None
    if subject is None or said is None or _SPARED.match(view, subject.end(), end):
        return
    adults = [hit for hit in before if hit.relations != (Relation.PEER,)]
    before = adults or before
    if subject["they"]:
        meant = list(before)
    else:
        meant = [
            hit
            for hit in before
            if (set(hit.relations) <= _WOMEN_ONLY) == bool(subject[("she")]) and len(hit.relations) == 1
        ][-1:]
    yield from ((hit, (subject.start(), said.end())) for hit in meant if hit.relations)


def _with(span: tuple[int, int] | None, person: _Hit) -> tuple[int, int] | None:
    return span and (min(span[0], person.start), max(span[1], person.end))


def _and(view: str, first: _Hit, second: _Hit) -> bool:
    return bool(re.fullmatch(rf" *(?:,|and|or|, and| )+ *(?:{_DET})?", view[first.end : second.start], re.IGNORECASE))


def _people(view: str, start: int, end: int) -> list[_Hit]:
    hits = [
        _Hit(relations, *m.span()) for relations, words in _RELATION_PATTERNS for m in words.finditer(view, start, end)
    ]
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _said(view: str, start: int, end: int, person: _Hit) -> tuple[int, int] | None:
    """The span of the words that say that this person did harm; `None` where none say so."""
    before = _BY.search(view[start : person.start])
    if before and not _NOT_HARM.search(before["done"]) and _DONE.search(before["done"]):
        return start + before.start("by"), person.end
    before = _OF.search(view[start : person.start])
    if before and person.relations != (Relation.PEER,):
        return start + before.start(), person.end
    after = _AFTER.match(view, person.end, end)
    if after and not _SPARED.match(view, person.end, end):
        return person.start, after.end()
    return None


_PRONOUN = re.compile(r"\s*(?:(?P<she>she)|(?P<he>he)|(?P<they>they|both|the (?:couple|pair)))\b", re.IGNORECASE)
_WOMEN_ONLY = {Relation.MOTHER, Relation.FATHERS_PARTNER}
_RELATION_PATTERNS: Sequence[tuple[tuple[Relation, ...], re.Pattern[str]]] = tuple(
    (relations, pattern(words)) for words, relations in RELATIONS
)
_DONE = pattern(_HARM)
_WORDS = (
    r"(?:(?!(?:after|when|while|and|or|that|who|whom|in|at|of|for|to|with|from|on|by|her|his"
    r"|their) )[\w'-]+ +){0,2}"
)
_BY = re.compile(
    (rf"(?P<done>.*)\b(?P<by>by|at the hands of|involving) +{spaced(_DET)}{_WORDS}$"), re.IGNORECASE | re.DOTALL
)
_NOT_HARM = re.compile(
    r"\b(?:found|discovered|seen|raised|brought up|looked after|cared for|taken|supported|adopted"
    r"|accompanied|witnessed"
    r"|reported|referred|told|called|visited|prescribed|left|known|disclosed|followed|collected|removed) +$",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"\b(?:conviction|arrest|prosecution|trial|imprisonment|sentencing|perpetrator (?:was|is)"
    rf"|perpetrators were) +(?:of +)?{spaced(_DET)}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"'s? +(?:violence|abuse|cruelty|assaults?|attacks?|beatings|controlling behaviour|threats)"
    rf"|(?:,[^,.;]*,|, +(?:each +of +whom +[^.;]{0, 60}? +and +)?(?:one|both|two|some|all|each) +of +whom"
    rf"|, +who)?(?: +\(.*?\))? +{spaced(_BE)}(?:(?:{spaced(_CHARGE)})"
    rf"\b(?:(?!,| and +(?:his|her|the|\w+ +(?:was|were))| while | but |;|\.).)*|{spaced(_ACTIVE)})",
    re.IGNORECASE | re.DOTALL,
)
_MOTHER_KILLED = pattern(
    rf"(?:murder|killing|homicide|deaths?|stabbing|manslaughter) of [^.;]{{0,40}}?(?:woman"
    rf"|mother)[^.;]*? (?P<by>by her {_PARTNER}{_MEN})"
)
_THEIR_CHILD = pattern(r"their (?:[\w-]+ ){0,3}?(?:son|daughter|child|children|baby)s?")
_HER_CHILD = pattern(r"her (?:[\w-]+ ){0,3}?(?:son|daughter|child|children|baby)s?|mother of")
_ELLIPSIS = pattern(r" of (?:causing|allowing|murder|manslaughter|neglect|cruelty|child cruelty|assault)[^,;.]*")
_SPARED = pattern(r" ?[^.;,]* (?:not (?:been )?(?:charged|convicted|guilty)|acquitted|drug offences|burglary|theft)")

"""People in a sentence by their relation to the child: "mother's former partner", "a coach who knew him"."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.extract.needles import Rule
from kg.extract.rules import Rules
from kg.extract.wording import pattern, spaced
from kg.model import Relation

_M, _F, _MP, _FP = Relation.MOTHER, Relation.FATHER, Relation.MOTHERS_PARTNER, Relation.FATHERS_PARTNER
_PARTNER = r"(?:male |female |new |former |current |then |ex-|ex |previous |live-in |abusive |estranged |on-off )*"
_MEN = r"(?:partner|girlfriend|boyfriend|husband|fianc[eé]|lover|(?:co-?)?habitee|(?:co-?)?habiting partner)"
_WOMEN = r"(?:partner|girlfriend|wife|fianc[eé]e?|(?:co-?)?habitee)"
_KIN = r"(?:great-|maternal |paternal |older |younger |elder |half-|step-|step|adult |teenage |\S+-year-old |eldest )*"
_OF_PARENT = r"(?:his|her|their|the|the child's|the baby's|\S+)"
_RELATIVE = r"(?:uncle|aunt|cousin|grandfather|grandmother|grandparent|granddad|grandad|gran|nan|relative|nephew|niece)"
_YOUNG = (
    r"(?:boys?|girls?|pupils?|students?|young (?:people|person|m[ae]n)|teenagers?|youths?|child|children|residents?)"
)
_MAN = r"(?:m[ae]n|person|adult|male|woman)"
_SOMEBODY = r"(?:m[ae]n|people|persons?|adults?|boys|males?|criminals?|offenders?|individuals?|some(?:one|body))"

# Longest match wins, so "mother's partner" is no mother; an empty tuple is somebody who is not meant.
RELATIONS: tuple[tuple[str, tuple[Relation, ...]], ...] = (
    (rf"(?:mother|mum)'?s'? {_PARTNER}{_MEN}|{_PARTNER}{_MEN} of {_OF_PARENT} (?:mother|mum)", (_MP,)),
    (r"step-? ?(?:father|dad)|step-?parent(?: \(male\))?", (_MP,)),
    (rf"(?:father|dad)'?s'? {_PARTNER}{_WOMEN}|{_PARTNER}{_WOMEN} of {_OF_PARENT} (?:father|dad)", (_FP,)),
    (r"step-? ?(?:mother|mum)", (_FP,)),
    (rf"(?:mother|mum) and (?:her|the|an?) {_PARTNER}{_MEN}", (_M, _MP)),
    (r"(?:mother|mum) and step-? ?(?:father|dad)", (_M, _MP)),
    (rf"(?:father|dad) and (?:his|the|an?) {_PARTNER}{_WOMEN}", (_F, _FP)),
    (r"(?:both |birth |adoptive |biological |natural )*parents|(?:prospective )?adopters", (_M, _F)),
    (r"(?:birth |biological |adoptive |natural )?(?:mother|mum)", (_M,)),
    (r"(?:birth |biological |adoptive |natural )?(?:father|dad)", (_F,)),
    (rf"{_KIN}(?:brother|sister|sibling|twin)s?", (Relation.SIBLING,)),
    (rf"{_KIN}{_RELATIVE}s?(?:'s {_PARTNER}(?:{_MEN}|wife))?", (Relation.OTHER_RELATIVE,)),
    (
        (
            r"(?:extended |wider )?family members?|members? of (?:the|his|her|their) (?:\w+ )?family"
            r"|special guardians?|kinship carers?|(?:brother|sister|son|daughter)s?-in-law"
        ),
        (Relation.OTHER_RELATIVE,),
    ),
    (
        (
            r"(?:close )?(?:family|mother's|father's|parents') friends?|friends? (?:of|to) (?:the|his|her|their)"
            r" (?:\w+ )?(?:family|mother|father|parents)"
        ),
        (Relation.FAMILY_FRIEND,),
    ),
    (
        (
            r"(?:(?:male|female|adult|older|former|next-door) )*(?:neighbour|lodger|baby-?sitter|acquaintance"
            r"|landlord|nanny|housemate|flatmate|employer)s?"
            r"|(?:brother|sister|sibling)'s (?:\w+ )?(?:partner|boyfriend|girlfriend|husband|wife|friend)"
        ),
        (Relation.OTHER_KNOWN,),
    ),
    (
        (
            rf"{_MAN} (?:who|whom) (?:rented|lived|lodged|stayed|was (?:staying|lodging|living)|ran"
            r"|coached|taught|worked|looked after|(?:he|she|they) (?:knew|had known))[^,.;]*"
            r"|(?:(?:m[ae]n|adults?|males?|wom[ae]n|person|people|someone|somebody) )?(?:well )?known to (?:him|her"
            r"|them|the (?:family|child|children|mother))"
        ),
        (Relation.OTHER_KNOWN,),
    ),
    (
        (
            r"(?:(?:male|female|former|registered|respite|temporary|music|sports|football|swimming|gymnastics|dance"
            r"|school|church|religious|martial arts|private|supply|residential|youth|children's home) )*"
            r"(?:foster (?:carer|parent|mother|father)|teacher|coach|tutor|instructor|trainer|childminder|child minder"
            r"|priest|vicar|imam|pastor|minister|clergyman|church leader|scout leader|youth leader|social worker|"
            r"care worker|support worker|nursery (?:worker|nurse)|nurse|doctor|paediatrician|members? of staff|staff"
            r"|employee|residential worker|youth worker|volunteer|police officer|key worker|teaching assistant"
            r"|therapist|counsellor|clinician|caretaker|head ?teacher|choirmaster|chaperone|escort)s?"
        ),
        (Relation.PROFESSIONAL,),
    ),
    (
        (
            rf"peers?|classmates?|(?:other|another|fellow|older|young|\S+-year-old|teenage|two|three|four"
            rf"|group of|local)"
            rf" (?:other |older |teenage )?{_YOUNG}"
            r"|(?:ex-|former )?(?:boyfriend|girlfriend)|young (?:people|person|man|men)|boys?|teenagers?"
            r"|youths?(?! (?:club|work\w*|justice|offending|centre|service|leader))|friends?"
            r"|\S+-year-old(?= (?:was|were|has|have|is|pleaded|admitted|later))"
        ),
        (Relation.PEER,),
    ),
    (
        (
            rf"strangers?|{_SOMEBODY}(?: [\w-]+)?,? (?:whom |who |that )?(?:he|she|they) (?:had |has "
            rf"|have )?(?:never|not)"
            rf" met|{_SOMEBODY} (?:who (?:was|were) )?(?:unknown|not known) to (?:him|her|them|the family)"
            r"|unknown (?:m[ae]n|males?|assailants?|persons?)|random attacker"
        ),
        (Relation.STRANGER,),
    ),
    (r"persons? unknown|unknown persons|others (?:who|not|whose)|(?:drug )?dealers", (Relation.UNSPECIFIED,)),
    (
        (
            r"(?:older |adult |young )?(?:m[ae]n|males?|adults?|perpetrators?|gangs?|gang members|wom[ae]n|individuals?"
            r"|offenders?|criminals|drug networks?|groups? of adults)"
        ),
        (Relation.UNSPECIFIED,),
    ),
    (r"(?:mother|father|parent|carer)s?'s? (?:history|mental|own|care|home|house|address|death)", ()),
)
_PATTERNS = Rules((Rule(pattern(words)), relations) for words, relations in RELATIONS)
_HER_PARTNER = Rule(pattern(rf"(?P<her>her) {_PARTNER}(?:{_MEN})|(?P<his>his) {_PARTNER}{_WOMEN}"))
_MOTHER, _FATHER = pattern("mother|mum"), pattern("father|dad")
_CARER = Rule(pattern("(?:(?:male|female|main|primary) )?carers?"))
_FOSTERED = Rule(pattern("foster(?:ed|ing)?|looked[ -]after|in care|placement"))
_KIN_RANK = 5
_RANKS = {
    Relation.FAMILY_FRIEND: 4,
    Relation.PROFESSIONAL: 4,
    Relation.PEER: 3,
    Relation.OTHER_KNOWN: 3,
    Relation.STRANGER: 2,
    Relation.UNSPECIFIED: 1,
}
_APPOSED = re.compile(
    spaced(r",?(?: who)?(?: is| was| were)?(?: himself| herself)?(?: (?:an?|the|his|her|their|\S+'s))(?: [\w-]+){0,2} ")
    + "|"
    + spaced(r",? (?:(?:who|whom) (?:was |were |is |are )?)?"),
    re.IGNORECASE,
)
_LIST_GOES_ON = re.compile(
    r"(?:,| +and\b| +or\b)(?! +(?:was|were|is|are|has|had|later|subsequently|who)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Person:
    """Words for people by their relation to the child."""

    relations: tuple[Relation, ...]
    start: int
    end: int


@lru_cache(maxsize=8)  # asked for by those who accuse, and by those who look back at the sentence before
def find_people(view: str, start: int, end: int) -> tuple[Person, ...]:
    """The people whom a sentence names, in order; a description beside a name makes one of two."""
    found = [Person(relations, *match.span()) for match, relations in _PATTERNS.finditer(view, start, end)]
    found += _partners(view, start, end)
    found += _carers(view, start, end)
    kept: list[Person] = []
    for person in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and person.start < kept[-1].end:
            continue
        if kept and _is_apposed(view, kept[-1], person, end):
            kept[-1] = replace(max(kept[-1], person, key=_rank), start=kept[-1].start, end=person.end)
        else:
            kept.append(person)
    return tuple(kept)


def _partners(view: str, start: int, end: int) -> list[Person]:
    """Words such as "her partner" where a mother was named before, and "his partner" after a father."""
    found = []
    for match in _HER_PARTNER.finditer(view, start, end):
        parent, relation = (_MOTHER, _MP) if match["her"] else (_FATHER, _FP)
        if parent.search(view, start, match.start()):
            found.append(Person((relation,), *match.span()))
    return found


def _carers(view: str, start: int, end: int) -> list[Person]:
    """The word "carer" where the document speaks of foster care."""
    carers = list(_CARER.finditer(view, start, end))
    if not carers or not _FOSTERED.search(view, 0, end):
        return []
    return [Person((Relation.PROFESSIONAL,), *match.span()) for match in carers]


def _rank(person: Person) -> int:
    return max((_RANKS.get(relation, _KIN_RANK) for relation in person.relations), default=_KIN_RANK)


def _is_apposed(view: str, first: Person, second: Person, end: int) -> bool:
    """Whether the second name only says more of the first: "her coach, a man in his thirties"."""
    between = view[first.end : second.start]
    if not second.relations or min(_rank(first), _rank(second)) == _KIN_RANK or not _APPOSED.fullmatch(between):
        return False
    if "," not in between and " who" not in between:
        return False
    relative = re.search(r"\b(?:who|is|was|were)\b", between) is not None
    friend = second.relations == (Relation.FAMILY_FRIEND,)
    stranger = second.relations == (Relation.STRANGER,)
    told = relative or friend or stranger or re.search(r"\ban? ", between) is not None
    return told and (relative or not _LIST_GOES_ON.match(view, second.end, end))

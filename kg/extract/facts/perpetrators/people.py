"""People in a sentence by their relation to the child: "mother's former partner", "a coach who knew him"."""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.extract.facts.perpetrators.relations import FATHER_TOO, MEN, PARTNER, RELATIONS, WOMEN
from kg.extract.text.needles import Rule
from kg.extract.text.parsed import deferred
from kg.extract.text.rules import Rules
from kg.extract.text.wording import first_end, pattern, spaced
from kg.model import Relation, Sex

_PATTERNS = Rules((pattern(words), relations) for words, relations in RELATIONS)
_HER_PARTNER = Rule(
    pattern(rf"(?P<her>her) {PARTNER}(?:{MEN})|the (?:woman|victim)'s {PARTNER}(?:{MEN})|(?P<his>his) {PARTNER}{WOMEN}")
)
_REACH = 600  # characters looked back at, so that a sentence without end costs no more than its length
_PARTNER_AND_FATHER = Rule(pattern(rf"{PARTNER}(?:{MEN}){FATHER_TOO}"))
_MATE = Rule(pattern(rf"(?P<the>the )?(?P<mate>{MEN}|{WOMEN})(?!'s)"))
_MATES = pattern(
    rf"(?P<mother>(?:mother|mum)(?:'?s'?|[^.;]{{0,60}}? her) {PARTNER}{MEN})"
    rf"|(?:father|dad)(?:'?s'?|[^.;]{{0,60}}? his) {PARTNER}{WOMEN}"
)
_WITH_HER_CHILD = pattern(
    r"(?:woman|mother)(?:,? (?:aged |of )?\d\d,?)? and (?:of )?her (?:[\w-]+ ){0,4}?"
    r"(?:sons?|daughters?|child(?:ren)?|bab(?:y|ies)|twins?)"
)
_MOTHER, _FATHER = pattern("mother|mum"), pattern("father|dad")
_MOTHER_WAS = deferred(
    r"(?:\A|[.;] +)(?:(?:the|his|her|their|the +\w+'s|[A-Z]\w+'s) +)?(?:birth +|young +)?"
    r"(?:mother|mum)\b(?!'s)[^.;]*[.;]\s*\Z",
    re.IGNORECASE,
)
_TEENAGER = pattern(r"1[2-9](?:-| )year|(?:aged|of|was) 1[2-9]|teenage\w*|young (?:wom[ae]n|people|person)")
_CARER = Rule(pattern("(?:(?:male|female|main|primary) )?carers?"))
_FOSTERED = Rule(pattern("foster(?:ed|ing)?|looked[ -]after|in care|placement"))
_SEXED = pattern(
    r"(?:(?P<female>(?:step-?|grand|foster |god)*mother|mum|aunt|(?:half-|step-?)?sister|nan|gran|granny"
    r"|wom[ae]n|girls?"
    r"|girlfriend|wife|niece|daughter)|(?:step-?|grand|foster |god)*father|dad|grandad|granddad|uncle"
    r"|(?:half-|step-?)?brother|m[ae]n|boys?|boyfriend|husband|nephew|son|priest)(?!'s)"
)
_KIN_RANK = 5
_RANKS = {
    Relation.FAMILY_FRIEND: 4,
    Relation.PROFESSIONAL: 4,
    Relation.PEER: 3,
    Relation.OTHER_KNOWN: 3,
    Relation.STRANGER: 2,
    Relation.UNSPECIFIED: 1,
}
_MAY_BE_STRANGERS = ((Relation.PEER,), (Relation.SIBLING,), (Relation.UNSPECIFIED,))
_APPOSED = deferred(
    spaced(r",?(?: who)?(?: is| was| were)?(?: himself| herself)?(?: (?:an?|the|his|her|their|\S+'s))(?: [\w-]+){0,2} ")
    + "|"
    + spaced(r",? (?:(?:who|whom) (?:was |were |is |are )?)?"),
    re.IGNORECASE,
)
_POSSESSED = deferred(r"'s? +(?:[\w-]+ +)?")
_AND_HIS = deferred(r" +and +(?:by +)?(his|her) +", re.IGNORECASE)
_OWNED = deferred(r"\b(his|her|their) +(?:[\w-]+ +)?$", re.IGNORECASE)
_HE, _HIM = r"(?:he|she|they)", r"(?:him|her|them)\b(?! \w)"
_NO_LATER = r"\b(?! (?!and (?:who|whom|that)\b)\w)"  # "had never met until then" tells that they met after all
_UNMET = deferred(  # "neither of whom knew him", said of those before it
    spaced(
        r"(?:,? (?:(?:of|aged) [\w-]+(?: (?:and|to) [\w-]+)?|in (?:his|her|their) [\w-]+))?,? "
        rf"(?:(?:(?:neither|none) of whom|who (?:had )?(?:did not|didn't|never|not)) (?:knew|know|(?:had )?met) {_HIM}"
        rf"|(?:neither|none) of whom {_HE} (?:knew|had (?:ever )?met)"
        rf"|(?:whom |who |that )?{_HE} (?:did not|didn't|had never|had not|never) (?:know|known|met|meet|knew)"
        rf"{_NO_LATER}"
        rf"|(?:neither of whom |none of whom |who )(?:was|were) (?:previously )?(?:(?:a )?strangers? to|known"
        rf" to) {_HIM})"
    ),
    re.IGNORECASE,
)
_ALONGSIDE = deferred(r"(?:,? +aged +[\w-]+,?)? +and +(?:an?|another|the|one|two|three)(?: +[\w-]+)? +", re.IGNORECASE)
_LIST_GOES_ON = deferred(
    r"(?:,| +and\b| +or\b)(?! +(?:was|were|is|are|has|had|later|subsequently|who|\w+ed|gave|told|made|took|shook|hit"
    r"|beat|threw|drove|left|pled)\b)",
    re.IGNORECASE,
)


class Person(NamedTuple):
    """Words for people by their relation to the child."""

    relations: tuple[Relation, ...]
    start: int
    end: int
    sex: Sex | None = None  # where the words say it


def can_be(person: Person, pronoun: str) -> bool:
    """Whether "he" or "she", "his" or "her", can mean this person."""
    return person.sex in (None, Sex.FEMALE if pronoun in ("she", "her") else Sex.MALE)


@lru_cache(maxsize=8)  # asked for by those who accuse, and by those who look back at the sentence before
def find_people(view: str, start: int, end: int) -> tuple[Person, ...]:
    """The people whom a sentence names, in order; a description beside a name makes one of two."""
    found = [*_partners(view, start, end), *_known_partners(view, start, end)]
    found += [Person(relations, *match.span()) for match, relations in _PATTERNS.finditer(view, start, end)]
    found += _carers(view, start, end)
    kept: list[Person] = []
    for person in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and person.start < kept[-1].end:
            continue
        if kept and person.relations == (Relation.SIBLING,) and _is_kin_of(view, start, kept[-1], person):
            kept.append(person._replace(relations=(Relation.OTHER_RELATIVE,)))
            continue
        if kept and kept[-1].relations == (Relation.PEER,) and _POSSESSED.fullmatch(view, kept[-1].end, person.start):
            kept[-1] = person  # "the boy's father"
        elif kept and _is_apposed(view, kept[-1], person, end):
            kept[-1] = max(kept[-1], person, key=_rank)._replace(start=kept[-1].start, end=person.end)
        else:
            kept.append(person)
    return tuple(person._replace(sex=_sex(view, person)) for person in _strangers(view, kept, end))


def _strangers(view: str, people: list[Person], end: int) -> list[Person]:
    """`people` with those as strangers of whom the words behind say so, and whoever "and" joins to them."""
    told = list(people)
    for index in reversed(range(len(people))):
        last = index + 1 == len(people)
        joined = not last and told[index + 1] != people[index + 1]
        unmet = _UNMET.match(view, people[index].end, end) is not None
        if joined:
            unmet = _ALONGSIDE.fullmatch(view, people[index].end, people[index + 1].start) is not None
        if unmet and people[index].relations in _MAY_BE_STRANGERS:
            told[index] = people[index]._replace(relations=(Relation.STRANGER,))
    return told


def _sex(view: str, person: Person) -> Sex | None:
    """The sex that the last noun of the words for somebody states; of two people none."""
    said = list(_SEXED.finditer(view, person.start, person.end))
    if not said or len(person.relations) > 1:
        return None
    return Sex.FEMALE if said[-1]["female"] else Sex.MALE


def _partners(view: str, start: int, end: int) -> list[Person]:
    """Words such as "her partner" where a mother was named before, "his partner" after a father, and both in one."""
    found = [Person((Relation.FATHER,), *match.span()) for match in _PARTNER_AND_FATHER.finditer(view, start, end)]
    for match in _HER_PARTNER.finditer(view, start, end):
        if not (match["her"] or match["his"]):  # "the woman's partner": the mother's, if her children are told of
            if first_end(_WITH_HER_CHILD, view) <= match.start():
                found.append(Person((Relation.MOTHERS_PARTNER,), *match.span()))
            continue
        if match["her"] and _opens_after_mother(view, start, match.start()):
            found.append(Person((Relation.MOTHERS_PARTNER,), *match.span()))
            continue
        parent, relation = (_MOTHER, Relation.MOTHERS_PARTNER) if match["her"] else (_FATHER, Relation.FATHERS_PARTNER)
        if parent.search(view, start, match.start()):
            found.append(Person((relation,), *match.span()))
    return found


def _opens_after_mother(view: str, start: int, at: int) -> bool:
    """Whether words for somebody's partner open a sentence after one of which the mother is the subject.

    Where the child may have a partner of their own, "her" can be the girl.
    """
    if view[start:at].strip() or not _MOTHER_WAS.search(view[max(0, at - _REACH) : at]):
        return False
    return _TEENAGER.search(view, 0, at) is None


def _known_partners(view: str, start: int, end: int) -> list[Person]:
    """Words such as "the boyfriend" where those of a parent's were the last before: "mother and her boyfriend"."""
    found = []
    for match in _MATE.finditer(view, start, end):
        if not match["the"] and view[start : match.start()].strip():
            continue
        before = view[max(0, match.start() - _REACH) : match.start()]
        named = list(_MATES.finditer(before))
        if named and named[-1].end() == before.lower().rfind(match["mate"].lower()) + len(match["mate"]):
            relation = Relation.MOTHERS_PARTNER if named[-1]["mother"] else Relation.FATHERS_PARTNER
            found.append(Person((relation,), *match.span()))
    return found


def _carers(view: str, start: int, end: int) -> list[Person]:
    """The word "carer" where the document speaks of foster care."""
    carers = list(_CARER.finditer(view, start, end))
    if not carers or first_end(_FOSTERED, view) > end:
        return []
    return [Person((Relation.PROFESSIONAL,), *match.span()) for match in carers]


def _is_kin_of(view: str, start: int, first: Person, sibling: Person) -> bool:
    """Whether a brother or sister is an adult's and not the child's: "their stepfather and his brother"."""
    tied = _AND_HIS.fullmatch(view, first.end, sibling.start)
    owned = _OWNED.search(view[start : first.start])
    if tied is None or owned is None or set(first.relations) <= {Relation.PEER, Relation.SIBLING}:
        return False
    theirs = can_be(first._replace(sex=_sex(view, first)), tied[1].lower())
    return theirs and owned[1].lower() != tied[1].lower()


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

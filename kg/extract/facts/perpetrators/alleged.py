"""Who is said to have harmed the child, by relation to the child: only where the words say that they did."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from kg.extract.facts.harm_context import HURT_BY_NOBODY, HURT_BY_SOMEBODY, is_earlier, is_only_told
from kg.extract.facts.harmed_before import is_of_harmer
from kg.extract.facts.harms.feared import is_taken_back
from kg.extract.facts.of_kin import is_of_kin
from kg.extract.facts.perpetrators.blame import accused, acquitted, blamed
from kg.extract.facts.perpetrators.cleared import is_bare_arrest, is_cleared
from kg.extract.facts.perpetrators.own_story import blames_nobody
from kg.extract.facts.perpetrators.people import Person, can_be, find_people
from kg.extract.facts.perpetrators.relations import FATHER_TOO
from kg.extract.text.needles import Rule
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.wording import first_end, pattern, sentences, spaced, within
from kg.model import Harm, Passage, Relation, Stated, passage


def find_perpetrators(
    text: str, summary: Passage, harms: AbstractSet[Harm] = frozenset()
) -> tuple[Stated[Relation], ...]:
    """Who is said to have harmed the child, each relation once with the words that say so, sorted by code.

    "Unspecified" is kept only where nobody else is told, or where somebody else is told beside them. Where the `harms`
    are such as nobody does, harm that somebody did earlier is not what the review is of. Who was charged and acquitted
    is told where somebody did harm and nobody else is accused.
    """
    view = within(text, summary.start, summary.end)
    found: dict[Relation, Passage] = {}
    before: tuple[Span, ...] = ()
    killed = _is_killed(view, summary)
    for index, (start, end) in enumerate(sentences(view, summary.start, summary.end)):
        if killed and index and (peer := _named_peer(view, summary, start, end)):
            found.setdefault(Relation.PEER, passage(text, *peer))
        insisted = _insisted(view, start, end) if Harm.FABRICATED_OR_INDUCED_ILLNESS in harms else ()
        for relation, span in (*_told(view, summary, start, end, before), *insisted):
            beside = killed and _exploited(view, start, relation, span)
            beside = beside or blames_nobody(view, (start, end), relation, span, harms)
            if not beside and not _is_another_story(view, summary, (start, end), span, harms):
                found.setdefault(relation, passage(text, *span))
        before = (*before, (start, end))[-_LOOK_BACK:]
    if not found and harms & HURT_BY_SOMEBODY:
        found = {relation: passage(text, *span) for relation, span in _acquitted(view, summary)}
    if len(found) > 1 and Relation.UNSPECIFIED in found and not _BESIDE.search(view, summary.start, summary.end):
        del found[Relation.UNSPECIFIED]
    return tuple(Stated(relation, found[relation]) for relation in sorted(found))


def _is_another_story(view: str, summary: Passage, sentence: Span, span: Span, harms: AbstractSet[Harm]) -> bool:
    """Whether what is said of somebody is of an earlier time, only hearsay, taken back, or was done to others."""
    start, end = sentence
    later = start > summary.start
    if (
        later
        and harms <= HURT_BY_NOBODY
        and ((harms and _is_past(view, start, span, end)) or is_only_told(view, start, span[0], summary.end))
    ):
        return True
    if is_taken_back(view, start, *span, summary.end):
        return True
    return is_of_harmer(view, summary.start, start, span[1]) or is_of_kin(view, summary.start, start, *span)


def _is_past(view: str, start: int, span: Span, end: int) -> bool:
    """Whether what is said of somebody is of an earlier time, or an arrest for what is not told."""
    return is_earlier(view, start, span[0], end) or is_bare_arrest(view, *span)


def _named_peer(view: str, summary: Passage, start: int, end: int) -> Span | None:
    """The words that say of another child, by name and age, that he or she was convicted of the killing."""
    said = _NAMED_KILLER.match(view, start, end)
    if said is None or find_people(view, start, said.end("name")):
        return None
    named_before = re.search(rf"\b{re.escape(said['name'])}\b", view[summary.start : start])
    return None if named_before or is_cleared(view, said.end("name"), end) else said.span()


def _insisted(view: str, start: int, end: int) -> Iterator[tuple[Relation, Span]]:
    """Whoever insisted on the treatment of an illness that was made up: "operated on at the insistence of"."""
    insistence = _INSISTENCE.search(view, start, end)
    people = find_people(view, start, end) if insistence else ()
    for person in people:
        if insistence and insistence.end() <= person.start and not view[insistence.end() : person.start].strip():
            yield from ((relation, (insistence.start(), person.end)) for relation in person.relations)


def _acquitted(view: str, summary: Passage) -> Iterator[tuple[Relation, Span]]:
    """Who was charged and acquitted, in any sentence of the summary."""
    for start, end in sentences(view, summary.start, summary.end):
        for person, span in acquitted(view, start, end):
            yield from ((relation, span) for relation in person.relations)


def _is_killed(view: str, summary: Passage) -> bool:
    """Whether a summary opens with a killing, and not with the exploitation of a child."""
    opening = sentences(view, summary.start, summary.end)[:1]
    return any(_KILLED.search(view, *one) and not _EXPLOITATION_OF.match(view, *one) for one in opening)


def _exploited(view: str, start: int, relation: Relation, span: Span) -> bool:
    """Whether all that is told of somebody unnamed is that the child was exploited by them."""
    return relation is Relation.UNSPECIFIED and _EXPLOITED.search(view[start : span[0]]) is not None


def _last_named(view: str, before: Sequence[Span]) -> tuple[Person, ...]:
    """The people of the last of some stretches that names any: whom "he" or "she" can mean behind them."""
    return next((people for stretch in reversed(before) if (people := _not_told(view, *stretch))), ())


def _not_told(view: str, start: int, end: int) -> tuple[Person, ...]:
    """The people of a sentence whom "he" or "she" can mean later: not those to whom a child spoke of it."""
    people = find_people(view, start, end)
    return tuple(one for one in people if not _TOLD_TO.search(view[max(start, one.start - _NEAR) : one.start]))


def _told(
    view: str, summary: Passage, start: int, end: int, before: tuple[Span, ...]
) -> Iterator[tuple[Relation, Span]]:
    adult = _of_adult(view, summary, start, end)
    yield from adult
    for person, span in (*_but(adult, blamed(view, start, end)), *_meant_in_clauses(view, start, end, before)):
        relations = (Relation.SIBLING,) if _harms_sibling(view, person, span, end) else person.relations
        if _KIN_OF_ADULT.search(view, start, person.end):
            relations = (Relation.OTHER_RELATIVE,)
        yield from ((relation, span) for relation in relations)
    towards = _TOWARDS_KIN.search(view, start, end)
    for kin in ("first", "second") if towards else ():
        if towards is None or towards[kin] is None:
            continue
        near = _SIBLING.search(towards[kin]) is not None
        yield (Relation.SIBLING if near else Relation.OTHER_RELATIVE), (towards.start(), towards.end(kin))
    nobody_known = _NOT_KNOWN.search(view, start, end)
    if nobody_known:
        yield Relation.UNSPECIFIED, nobody_known.span()


def _but(
    adult: Sequence[tuple[Relation, Span]], people: Iterator[tuple[Person, Span]]
) -> Iterator[tuple[Person, Span]]:
    """`people` without the words for somebody that were just read: "her husband" is the children's father."""
    for person, span in people:
        if all(span[1] <= read[0] or person.start >= read[1] for _, read in adult):
            yield person, span


def _harms_sibling(view: str, person: Person, span: Span, end: int) -> bool:
    """Whether a young person is said to have harmed a brother or sister of their own: "The boy had hurt his sister"."""
    if person.relations != (Relation.PEER,):
        return False
    return bool(_OWN_SIBLING.search(view, person.end, min(end, span[1] + 30)))


def _of_adult(view: str, summary: Passage, start: int, end: int) -> tuple[tuple[Relation, Span], ...]:
    """Who killed the children's mother: their father if so named or if the children are "theirs", else her partner.

    Of the father of one of several children it is both.
    """
    killed = _MOTHER_KILLED.search(view, start, end)
    if killed is None:
        return ()
    span = killed.span("by")
    too = _FATHER_TOO.match(view, killed.end("by"), end)
    if too:
        return ((Relation.FATHER, (killed.start("by"), too.end())),)
    later = _HE_WAS_FATHER.match(view, end, summary.end)
    if later:
        partner = ((Relation.MOTHERS_PARTNER, span),) if later["one"] else ()
        return ((Relation.FATHER, later.span()), *partner)
    if first_end(_THEIR_CHILD, view) <= summary.end:
        return ((Relation.FATHER, span),)
    return ((Relation.MOTHERS_PARTNER, span),) if first_end(_HER_CHILD, view) <= summary.end else ()


def _meant_in_clauses(view: str, start: int, end: int, before: tuple[Span, ...]) -> Iterator[tuple[Person, Span]]:
    """Those whom a pronoun means that opens a sentence, or a part of it: "They blamed each other; both were jailed"."""
    for clause in _CLAUSE.finditer(view, start, end):
        yield from _meant(view, start, clause.start(), before)
        before = (*before, (start, clause.start()))[-_LOOK_BACK:]
        start = clause.end()
    yield from _meant(view, start, end, before)


def _meant(view: str, start: int, end: int, before: Sequence[Span]) -> Iterator[tuple[Person, Span]]:
    """People of the sentences `before` of whom a pronoun says that they did harm: "They were convicted"."""
    subject = _PRONOUN.match(view, start, end) or _ADULT_LETTER.match(view, start, end)
    said = accused(view, subject.end(), end) if subject else None
    if subject is None or said is None:
        return
    named = _last_named(view, before)
    adults = [person for person in named if person.relations not in ((Relation.PEER,), (Relation.SIBLING,))]
    people = adults or [person for person in named if person.relations == (Relation.SIBLING,)]
    if subject.re is _ADULT_LETTER:
        own = _OWN.search(view, subject.end(), end)
        meant = [person for person in people if own and can_be(person, own[1].lower())]
        meant = meant if len(meant) == 1 else []
    elif subject["they"]:
        meant = people
    else:
        meant = [
            person
            for person in people
            if can_be(person, "she" if subject["she"] else "he")
            and len(person.relations) == 1
            and not _STRANGERS.fullmatch(view, person.start, person.end)
        ][-1:]
    yield from ((person, (subject.start(), said[1])) for person in meant if person.relations)


_NAMED_KILLER = pattern(  # "Kofi, then aged 17, was convicted of murder"
    r"(?P<name>(?-i:[A-Z])[\w'-]+)(?:,| \()[ ]*(?:who (?:was|is) )?(?:then |also |only |an? )*(?:aged )?1[0-7]"
    r"(?:[ -]years?[ -]old)?(?: boy| girl| youth)?[,)]? (?:(?:was|later|has|had|been|since) )*"
    r"(?:convicted of|found guilty of|pleaded guilty to|sentenced for|charged with) (?:(?:his|her|the) )?(?:[\w-]+'s )?"
    r"(?:murder|manslaughter|killing)(?! of (?:an?|another|two|some|somebody|someone)\b)"
)
_INSISTENCE = pattern(
    r"(?:wheelchair|tube|operat\w+|surgery|procedures?|medicat\w+|medicines?|drugs|treat\w+|investigat\w+|tests?"
    r"|tested|scans?|diet|catheter|splints?)\b[^.;]{0,60}? (?:at|on|upon) the (?:insistence|instigation) of"
    r" (?:his|her|their|the)(?= )"
)
_KILLED = pattern(r"murder\w*|kill(?:ed|ing)|homicide|manslaughter|stabb\w+|shot|shooting")
_EXPLOITATION_OF = pattern(r"(?:[\w-]+ ){0,3}?exploitation")
_EXPLOITED = deferred(  # "had been criminally exploited"
    r"\b(?:exploit(?:ed|ation)|groomed|recruited|coerced|targeted|used|controlled|(?:made|forced) +to +(?:sell"
    r"|carry|deal))\b"
    r"(?:(?!kill|stabb|shot|attack|murder|injur)[^.;,]){0,40}$",
    re.IGNORECASE,
)
_LOOK_BACK = 20  # stretches before a pronoun
_NEAR = 60  # characters before somebody
_TOLD_TO = deferred(
    r"\b(?:(?:told|tells|telling|asked|phoned|texted)|(?:disclosed?|spoke|said|reported|confided|complained|wrote"
    r"|talked"
    r"|turned|rang)(?: +[\w-]+){0,3} +(?:to|in|with)) +(?:(?:an?|the|his|her|their|another|one) +)?(?:[\w'-]+ +)?$",
    re.IGNORECASE,
)
_KIN = r"(?:his|her|their) (?:[\w-]+ ){0,3}?(?:half-|step-?)?(?:sister|brother|sibling|cousin|niece|nephew)s?"
_SIBLING = pattern(r"(?:half-|step-?)?(?:sister|brother|sibling)s?")
_BRACKET = r"(?: \([^()]{1,30}\))"
_TOWARDS_KIN = pattern(  # "by a boy, aged 14, towards his sister, aged 8, and his cousin"
    r"by (?:(?:an?|the|two) (?:[\w-]+ ){0,3}?(?:boy|girl|child|teenager|young person|pupil|brother|\S+-old)s?"
    r"|(?-i:[A-Z])[\w-]+(?=(?:,| \() ?(?:then |who was )?(?:aged )?(?:[5-9]|1[0-7])\b))"
    rf"(?:,? (?:aged|of) [\w-]+|, [^.;,]{{1,30}}(?=,)|{_BRACKET}){{0,2}},? (?:towards?|against|on|to) (?P<first>{_KIN})"
    rf"{_BRACKET}?(?:,? (?:aged|of) [\w-]+,?)?(?:,? and(?: towards| against)? (?P<second>{_KIN}))?"
)
_CLAUSE = deferred(";|, +and(?= +(?:both|they|all) )")
_OWN_SIBLING = pattern(r"(?:his|her|their) (?:[\w-]+ ){0,2}?(?:half-|step-?)?(?:sister|brother|sibling)s?")
_STRANGERS = deferred(r"(?:[\w-]+ +)*(?:adults|men|women|people|strangers)", re.IGNORECASE)  # none of whom is "he"
_PRONOUN = deferred(
    r"\s*(?:(?:in (?:\w+ )?\d{4},?|later|subsequently|both of) )?"
    r"(?:(?P<she>she)|(?P<he>he)|(?P<they>they|both|the (?:couple|pair)))\b",
    re.IGNORECASE,
)
_ADULT_LETTER = re.compile(r"\s*(?:it +is +(?:believed|thought) +that +)?adult +(?-i:[A-Z])\w*", re.IGNORECASE)
_OWN = deferred(r"\b(his|her) +own\b", re.IGNORECASE)
_PARTNER = r"(?:male |female |new |former |current |then |ex-|ex |previous |live-in |abusive |estranged )*"
_MOTHER_KILLED_WORDS = pattern(
    r"(?:(?:murder|killing|homicide|deaths?|stabbing|manslaughter) of [^.;]{0,40}?(?:woman|mother)"
    r"|(?:woman|mother|who was [2-9]\d|aged [2-9]\d|(?-i:[A-Z])[\w'-]+(?:, | \()[2-9]\d[,)]"
    r"|adult (?-i:[A-Z])\w*)[^.;]*? (?:was|were|been) (?:[\w-]+ )?"
    r"(?:killed|murdered|strangled|stabbed|shot)"
    rf")[^.;]*? (?P<by>by (?:her {_PARTNER}(?:partner|girlfriend|boyfriend|husband|fianc[eé]|lover)(?!'s)"
    r"|(?:a|the) man (?:whom |that )?she (?:had been|was) (?:seeing|dating)))"
)
_HE_WAS_FATHER = pattern(  # said in the sentence behind
    r"he (?:was|is) (?:also )?(?:the )?(?:birth |biological )?father (?:of|to) (?:(?P<one>(?:her|the|their) (?:unborn"
    r"|younger|youngest|elder|eldest|older|middle)\b|one of|two of|the baby she)"
    r"|(?!an? |another )(?:her|the|all|both|Child|Baby|(?-i:[A-Z]\w+)))"
)
_FATHER_TOO = deferred(spaced(FATHER_TOO), re.IGNORECASE)
_MOTHER_KILLED = Rule(_MOTHER_KILLED_WORDS)
_THEIR_CHILD = pattern(r"(?:their|the couple's) (?:[\w-]+ ){0,3}?(?:son|daughter|child|children|baby|twin)s?")
_HER_CHILD = pattern(
    r"her (?:[\w-]+ ){0,3}?(?:son|daughter|child|children|baby)s?|mother (?:of|to)|pregnant"
    r"|(?-i:[A-Z][a-z]+)'s (?:[\w-]+ ){0,2}?(?:sons?|daughters?|children)"
)
# The brother of a mother who was killed is no brother of her children.
_KIN_OF_ADULT = pattern(
    r"(?:murder|killing|homicide|deaths?|stabbing|manslaughter) of (?:an? "
    r"|the )?(?:[\w-]+ )?(?:(?<!young\s)woman|mother)\b"
    r"[^.;]{0,60}? by her (?:own |[\w-]+ )?(?:brother|sister|father|mother|uncle|cousin|nephew)"
)
_NOT_KNOWN_WORDS = pattern(
    r"(?:perpetrators?|offenders?|assailants?|attackers?|killers?|those responsible|person responsible) (?:has|have"
    r"|was|were|had|is|are) "
    r"(?:not|never|un)(?: been)? ?(?:caught|identified|known|found|traced|established)|unknown perpetrators?"
    r"|(?:not|never|unable to|could not|cannot) (?:be |been )?(?:possible )?(?:to |been |be )?(?:establish\w*"
    r"|determin\w+|known|say|identif\w+|clear) (?:who|which)"
)
_NOT_KNOWN = Rule(_NOT_KNOWN_WORDS)
_BESIDE = pattern(
    r"(?:and|or) (?:by )?(?:an?|the|other|another|one|two|several|some) (?:[\w-]+ ){0,2}?"
    r"(?:m[ae]n|males?|adults?|wom[ae]n|gang members|gangs?|individuals?|others)|(?:and|or) (?:other|others|older) ?\w*"
)

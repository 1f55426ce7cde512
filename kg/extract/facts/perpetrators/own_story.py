"""What blames nobody though the words would: a fire that a small brother started, an own life taken before a trial."""

import re
from collections.abc import Set as AbstractSet

from kg.extract.facts.harm_context import HURT_BY_NOBODY, HURT_BY_SOMEBODY
from kg.extract.facts.perpetrators.blame_words import BEFORE_A_TRIAL
from kg.extract.text.plain import Span
from kg.extract.text.wording import pattern
from kg.model import Harm, Relation

_STARTED = pattern("started|set|lit|caused|by")
_FIRE = pattern("fires?|blaze")
_COURT = pattern("convicted|guilty|charged|sentenced|tried|prosecuted|cautioned")
_OWN_LIFE = pattern(rf"(?:li(?:fe|ves)|himself|herself|suicide)(?: in (?:prison|custody))?,? {BEFORE_A_TRIAL}")


def blames_nobody(view: str, sentence: Span, relation: Relation, span: Span, harms: AbstractSet[Harm]) -> bool:
    """Whether a brother or sister started a fire by chance, or a trial that never was is not for harm to the child.

    Of a young person who took their own life before a trial the review may be itself, and of others whose trial is not
    said to be for anything it says nothing where the child came to harm by nobody.
    """
    if _found(_OWN_LIFE, view, span):
        return relation is Relation.PEER or (bool(harms) and harms <= HURT_BY_NOBODY)
    by_chance = Harm.ACCIDENT in harms and not harms & HURT_BY_SOMEBODY
    if relation is not Relation.SIBLING or not by_chance:
        return False
    return _found(_STARTED, view, span) and _found(_FIRE, view, sentence) and not _found(_COURT, view, sentence)


def _found(words: re.Pattern[str], view: str, span: Span) -> bool:
    return words.search(view, *span) is not None

"""What a recommendation asks for, of whom, and how strongly."""

from typing import NamedTuple

from kg.model import Action, Addressee, Passage, Stated, Strength


class RecommendationFacts(NamedTuple):
    """What the words of one recommendation state; `addressee_text` is who is addressed, as printed."""

    actions: tuple[Stated[Action], ...] = ()
    addressees: tuple[Stated[Addressee], ...] = ()
    addressee_text: str | None = None
    strength: Stated[Strength] | None = None


def recommendation_facts(text: str, item: Passage, lead_in: Passage | None) -> RecommendationFacts:
    """The actions, addressees and strength of the recommendation `item` of the document's whole `text`."""
    return RecommendationFacts()

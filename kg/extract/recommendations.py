"""What a recommendation asks for in all its sentences: most have one, some ask another agency in the next."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from kg.extract.actions.addressees import in_subject
from kg.extract.actions.frames import Voice, frame
from kg.extract.actions.requests import RecommendationFacts, is_urged, request_facts
from kg.extract.actions.verbs import DEFAULT
from kg.extract.agencies.words import GENERAL_STAFF
from kg.extract.parts import SectionKind
from kg.extract.sections.lead_ins import opens
from kg.extract.text.stretches import NEXT_SENTENCE
from kg.extract.text.wording import STRETCH, flat
from kg.model import Addressee, Passage, Stated, passage

Code = TypeVar("Code", bound=str)
_AGENCIES = {*Addressee} - GENERAL_STAFF


def recommendation_facts(
    text: str, item: Passage, lead_in: Passage | None, groups: Sequence[Passage] = ()
) -> RecommendationFacts:
    """What a recommendation asks for, of whom and how strongly: that of its first sentence, and what others add.

    `lead_in` and `groups` are as for `request_facts`; the strength is that of the first sentence.
    """
    facts = request_facts(text, passage(text, item.start, min(item.end, item.start + STRETCH)), lead_in, groups)
    for sentence in _further(text, item):
        facts = _with(facts, request_facts(text, sentence, None))
    return facts


def _further(text: str, item: Passage) -> Iterator[Passage]:
    """The sentences behind the first that ask for something as well: "It is also recommended that nurses"."""
    stops = [match.end() for match in NEXT_SENTENCE.finditer(text, item.start, item.end)]
    if stops:
        view = flat(text)
        for start, stop in pairwise([*stops, item.end]):
            end = min(stop, start + STRETCH)
            if opens(view, start, end, SectionKind.RECOMMENDATIONS) or _asks_an_agency(view, start, end):
                yield passage(text, start, end)


def _asks_an_agency(view: str, start: int, end: int) -> bool:
    """Whether a sentence opens with an agency that is to act: "Nurseries are asked to", "The board should"."""
    found = frame(view, start, end)
    if found.voice is not Voice.ACTIVE or found.modal is None or not in_subject(view, found, _AGENCIES):
        return False
    return view[slice(*found.modal)].lower() != "to" or is_urged(view, found)


def _with(facts: RecommendationFacts, more: RecommendationFacts) -> RecommendationFacts:
    """The facts of a recommendation with those of a further sentence, of which the least telling action is none."""
    actions = {**_by_code(each for each in more.actions if each.value not in DEFAULT), **_by_code(facts.actions)}
    addressees = {**_by_code(more.addressees), **_by_code(facts.addressees)}
    return facts._replace(
        actions=tuple(actions[code] for code in sorted(actions)),
        addressees=tuple(addressees[code] for code in sorted(addressees)),
        addressee_text=facts.addressee_text or more.addressee_text,
    )


def _by_code(stated: Iterable[Stated[Code]]) -> dict[Code, Stated[Code]]:
    return {each.value: each for each in stated}

"""How often each kind of match was right, by people's decisions, and the confidence that follows.

A confidence is a promise: of a hundred matches at 0.9, ninety are right. Decisions test it. The recalibrated confidence
is (right + 2 x stated) / (judged + 2): Laplace's rule with the stated confidence in the place of one half, so that it
begins there, and a few decisions move it little.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.answers import Answer
from kg.curation.decision import THEME, Decision, ruling
from kg.model.codes import Verdict

_WEIGHT = 2  # how many decisions the stated confidence counts for
_PLACES = 2
_UNKNOWN = 0.5  # facts state no confidence: Laplace's own rule

Match = tuple[str, float | None]  # the kind of fact, and the confidence that the extractor states


@dataclass(frozen=True, slots=True)
class Tally:
    """How many matches of a kind people judged, and how many they found right."""

    judged: int = 0
    right: int = 0

    def confidence(self, stated: float | None) -> float:
        """The confidence that follows from the stated one and what people found."""
        before = _UNKNOWN if stated is None else stated
        return round((self.right + _WEIGHT * before) / (self.judged + _WEIGHT), 4)


def match(kind: str, confidence: float | None) -> Match:
    """The kind of match: themes by the confidence of their rule, facts by what they say."""
    return kind, round(confidence, _PLACES) if kind == THEME and confidence is not None else None


def tallies(decisions: Iterable[Decision]) -> Mapping[Match, Tally]:
    """The tally of each kind of match that people judged; what they added was no match."""
    judged: Counter[Match] = Counter()
    right: Counter[Match] = Counter()
    for decision in ruling(decisions).values():
        if decision.verdict is not Verdict.ADD:
            kind = match(decision.target.kind, decision.confidence)
            judged[kind] += 1
            right[kind] += decision.verdict is Verdict.ACCEPT
    return {kind: Tally(judged[kind], right[kind]) for kind in judged}


def recalibrated(found: Mapping[Match, Tally], kind: str, confidence: float | None) -> float | None:
    """A stated confidence after people's decisions; `None` for a fact of a kind that nobody judged."""
    tally = found.get(match(kind, confidence))
    return confidence if tally is None else tally.confidence(confidence)


def calibration(decisions: Iterable[Decision]) -> Answer:
    """A row for each kind of match that people judged: how many, how many right, and the confidences."""
    found = tallies(decisions)
    rows = tuple(
        (kind, stated, tally.judged, tally.right, tally.confidence(stated))
        for (kind, stated), tally in sorted(found.items(), key=lambda each: (each[0][0], each[0][1] or 0))
    )
    return Answer(("kind", "stated_confidence", "judged", "right", "recalibrated"), rows)

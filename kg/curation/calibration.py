"""How often what was read with about the same confidence was right, by people's decisions, and what follows from that.

A confidence is a promise: of a hundred themes at 0.9, ninety are right. Decisions test it, one tenth of the scale at a
time. The recalibrated confidence is (right + 2 x stated) / (judged + 2): Laplace's rule with the stated confidence in
the place of one half, so that it begins there, and a few decisions move it little.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor

from kg.answers import Answer
from kg.codes import Verdict
from kg.curation.decision import THEME, Decision, ruling

_WEIGHT = 2  # how many decisions the stated confidence counts for
_BANDS = 10  # of confidence, from 0 to 1
_UNKNOWN = 0.5  # facts state no confidence: Laplace's own rule

Match = tuple[str, int | None]  # the kind of fact, and the tenth of the scale that the extractor's confidence is in


@dataclass(slots=True)
class Tally:
    """How many matches of a kind people judged, how many they found right, and the sum of their confidences."""

    judged: int = 0
    right: int = 0
    sum_stated: float | None = None  # facts state none

    def add(self, stated: float | None, *, is_right: bool) -> None:
        """Count one more decision."""
        self.judged += 1
        self.right += is_right
        if stated is not None:
            self.sum_stated = (self.sum_stated or 0.0) + stated

    @property
    def stated(self) -> float | None:
        """The mean of the confidences stated."""
        return None if self.sum_stated is None else round(self.sum_stated / self.judged, 4)

    def confidence(self, stated: float | None) -> float:
        """The confidence that follows from the stated one and what people found."""
        before = _UNKNOWN if stated is None else stated
        return round((self.right + _WEIGHT * before) / (self.judged + _WEIGHT), 4)


def match(kind: str, confidence: float | None) -> Match:
    """The kind of match: themes by how sure they were, facts by what they say."""
    if kind != THEME or confidence is None:
        return kind, None
    return kind, min(_BANDS - 1, floor(confidence * _BANDS))


def tallies(decisions: Iterable[Decision]) -> Mapping[Match, Tally]:
    """The tally of each kind of match that people judged; what they added was no match."""
    found: defaultdict[Match, Tally] = defaultdict(Tally)
    for decision in ruling(decisions).values():
        if decision.verdict is not Verdict.ADD:
            stated = decision.confidence if decision.target.kind == THEME else None
            tally = found[match(decision.target.kind, decision.confidence)]
            tally.add(stated, is_right=decision.verdict is Verdict.ACCEPT)
    return dict(found)


def recalibrated(found: Mapping[Match, Tally], kind: str, confidence: float | None) -> float | None:
    """A stated confidence after people's decisions; `None` for a fact of a kind that nobody judged."""
    tally = found.get(match(kind, confidence))
    return confidence if tally is None else tally.confidence(confidence)


def calibration(decisions: Iterable[Decision]) -> Answer:
    """A row for each kind of match that people judged: how many, how many right, and the confidences."""
    found = tallies(decisions)
    rows = tuple(
        (kind, tally.stated, tally.judged, tally.right, tally.confidence(tally.stated))
        for (kind, _), tally in sorted(found.items(), key=lambda each: (each[0][0], each[0][1] or 0))
    )
    return Answer(("kind", "stated_confidence", "judged", "right", "recalibrated"), rows)

"""A decision: who said what about which words, and when. Known by words, so that it outlives offsets and versions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from kg.codes import Verdict

THEME = "theme"  # the kind of an item's theme; the other kinds are in `kg.curation.kinds`


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about, in words."""

    document: str  # its name
    review: str  # the title as printed
    occurrence: int  # how many reviews of that title stood in the document before it
    part: str  # review, incident, child-1, learning or recommendation
    item: str  # the words of the learning point or recommendation, else empty
    kind: str  # theme, harm, age and so on
    value: str  # an id, a date, an age or words
    quote: str = ""  # the words it rests on

    @property
    def key(self) -> tuple[object, ...]:
        """What two decisions about the same thing share: all but the quote, which another version may choose anew."""
        words = (self.item.casefold(), self.kind, self.value)
        return (self.document, self.review, self.occurrence, self.part, *words)


class Withdrawal(NamedTuple):
    """That a decision was taken back: by whom, where that was said, and when."""

    by: str  # empty where nobody said
    on: date


@dataclass(frozen=True, slots=True)
class Decision:
    """One person's verdict on one target. A decision that was taken back stays on record and changes nothing."""

    target: Target
    verdict: Verdict
    by: str
    on: date
    new_value: str = ""  # of a change
    comment: str = ""
    confidence: float | None = None  # what the extractor gave, when the decision was made
    label: str = ""  # the label the extractor had matched
    number: int = 0  # from 1, in the order of a store
    batch: int = 0  # from 1: the import it came with
    withdrawn: Withdrawal | None = None

    @property
    def value(self) -> str:
        """The value that holds after the decision; for a rejection, the one that no longer does."""
        return self.new_value or self.target.value

    @property
    def id(self) -> str:
        """A short name made from the content and the number."""
        target = (*map(str, self.target.key), self.target.quote)
        said = (self.verdict.value, self.new_value, self.by, self.on.isoformat())
        return f"{self.number}-{sha256(chr(0).join((*target, *said)).encode()).hexdigest()[:12]}"

    def says_the_same(self, other: "Decision") -> bool:
        """Whether another decision has the same content, whenever it was made."""
        mine, others = (
            (each.target.key, each.verdict, each.new_value, each.by, each.comment) for each in (self, other)
        )
        return mine == others


def name_of(by: str) -> str:
    """A person's name as it is kept; empty if it is none."""
    return " ".join(by.split()) if by.isprintable() else ""


def by_document(decisions: Iterable[Decision]) -> Mapping[str, list[Decision]]:
    """Decisions by the name of the document they are about, each in order."""
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        found.setdefault(decision.target.document, []).append(decision)
    return found


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that nobody took back, in the order given."""
    return tuple(decision for decision in decisions if decision.withdrawn is None)


def ruling(decisions: Iterable[Decision]) -> Mapping[tuple[object, ...], Decision]:
    """The latest decision in force about each target."""
    return {decision.target.key: decision for decision in sorted(in_force(decisions), key=lambda each: each.number)}

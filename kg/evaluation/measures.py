"""What is measured: shares of what is right, and precision, recall and F1 of labels; each review's part in them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from kg.evaluation import comparison
from kg.evaluation.comparison import ItemPair, Pair, Sets
from kg.evaluation.gold import NO_LABELS

LABELS = ("harms", "perpetrators", "themes per review", "themes per item", "actions", "addressees")
WITHOUT_EITHER = "themes per item, one reader's left out"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many labels are right, wrong (read, not in the gold) and missed (in the gold, not read)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of the labels read that is right; 0 where none was read."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the gold's labels that was read; 0 where there are none."""
        return _share(self.right, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is right."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    @property
    def gold(self) -> int:
        """How many labels the gold has."""
        return self.right + self.missed


@dataclass(frozen=True, slots=True)
class Measured:
    """What one review adds to each measure."""

    is_found: bool
    facts: tuple[tuple[str, bool], ...]
    lists_right: bool
    labels: tuple[tuple[str, Counts], ...]  # by measure


def measured(pair: Pair) -> Measured:
    """What a review adds to each measure."""
    facts = tuple((fact.name, fact.is_right) for fact in comparison.facts(pair))
    labels = tuple((name, total(sets)) for name, sets in label_sets(pair).items())
    return Measured(bool(pair.read), facts, not comparison.lists_wrong(pair), labels)


def label_sets(pair: Pair) -> dict[str, tuple[Sets, ...]]:
    """The sets of labels of a review and of its items, by measure."""
    items = tuple(comparison.items(pair))
    themes = tuple(_given(comparison.item_themes, items))
    return {
        "harms": (comparison.harms(pair),),
        "perpetrators": (comparison.perpetrators(pair),),
        "themes per review": tuple(filter(None, (comparison.review_themes(pair),))),
        # Items are counted strictly here, as they always were, so that figures can be compared over time.
        "themes per item": tuple(replace(sets, either=NO_LABELS) for sets in themes),
        WITHOUT_EITHER: themes,
        "actions": tuple(_given(comparison.actions, items)),
        "addressees": tuple(_given(comparison.addressees, items)),
    }


def total(sets: Iterable[Sets]) -> Counts:
    """The labels of several sets, counted."""
    return sum((Counts(len(one.right), len(one.wrong), len(one.missed)) for one in sets), Counts())


def _given(compared: Callable[[ItemPair], Sets | None], items: Iterable[ItemPair]) -> Iterator[Sets]:
    return (sets for sets in map(compared, items) if sets is not None)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0

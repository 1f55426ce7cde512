"""The figures over all reviews, one line a measure."""

from dataclasses import dataclass

from kg.evaluation.comparison import Pair
from kg.evaluation.measures import LABELS, Counts, Measured, measured


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every labelled review beside what was read for it, and how many more reviews were read than there are."""

    pairs: tuple[Pair, ...]
    extra: int

    @property
    def measured(self) -> tuple[Measured, ...]:
        """What each review adds to each measure."""
        return tuple(measured(pair) for pair in self.pairs)


def lines(evaluation: Evaluation) -> tuple[str, ...]:
    """One line for each measure, such as `harms P 1.000 R 0.954 F1 0.976 (n 65)`; n counts labels in the gold.

    A figure is `-` where there was nothing to read and nothing was read.
    """
    reviews = evaluation.measured
    lists = sum(review.lists_right for review in reviews)
    labels = {name: counts(reviews, name) for name in LABELS}
    return (
        f"reviews found {sum(review.is_found for review in reviews)} of {len(reviews)}, extra {evaluation.extra}",
        _facts(reviews),
        _line("harms", labels["harms"]),
        _line("perpetrators", labels["perpetrators"]),
        f"item lists right {lists / len(reviews):.3f} ({lists} of {len(reviews)} reviews)",
        *(_line(name, labels[name]) for name in ("themes per review", "themes per item", "actions", "addressees")),
    )


def counts(reviews: tuple[Measured, ...], name: str) -> Counts:
    """The labels of one measure over all reviews."""
    return sum((dict(review.labels)[name] for review in reviews), Counts())


def _facts(reviews: tuple[Measured, ...]) -> str:
    facts = [fact for review in reviews for fact in review.facts]
    right = sum(is_right for _, is_right in facts)
    names = sorted({name for name, _ in facts})
    each = (f"{name} {sum(is_right for one, is_right in facts if one == name)}/{len(reviews)}" for name in names)
    return f"facts {right / len(facts):.3f} ({right} of {len(facts)}) {' '.join(each)}"


def _line(name: str, found: Counts) -> str:
    if not (found.gold or found.wrong):
        return f"{name} P - R - F1 - (n 0)"
    return f"{name} P {found.precision:.3f} R {found.recall:.3f} F1 {found.f1:.3f} (n {found.gold})"

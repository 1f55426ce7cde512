"""Which themes are read well and which are not."""

from collections import Counter
from collections.abc import Iterable

from kg.answers import Answer, Value
from kg.evaluation.comparison import Sets, review_themes
from kg.evaluation.figures import Evaluation
from kg.evaluation.gold import Labels
from kg.evaluation.measures import Counts

COLUMNS = ("theme", "precision", "recall", "f1", "right", "wrong", "missed", "one_reader_only")


def by_theme(evaluation: Evaluation) -> Answer:
    """Precision, recall and F1 of each theme over reviews, the most frequent in the gold first.

    `one_reader_only` counts the reviews in which only one of two readers gave the theme and it was read: they count
    neither way. A figure is absent where nothing could be right.
    """
    compared = [sets for sets in map(review_themes, evaluation.pairs) if sets is not None]
    either = _count(sets.read & sets.either - sets.gold for sets in compared)
    found = counts_by_theme(compared)
    order = sorted(found.keys() | either.keys(), key=lambda theme: (-found.get(theme, Counts()).gold, theme))
    return Answer(COLUMNS, tuple(_row(theme, found.get(theme, Counts()), either[theme]) for theme in order))


def counts_by_theme(compared: Iterable[Sets]) -> dict[str, Counts]:
    """How often each theme is right, wrong and missed."""
    all_sets = list(compared)
    right = _count(sets.right for sets in all_sets)
    wrong = _count(sets.wrong for sets in all_sets)
    missed = _count(sets.missed for sets in all_sets)
    return {
        theme: Counts(right[theme], wrong[theme], missed[theme])
        for theme in right.keys() | wrong.keys() | missed.keys()
    }


def _count(sets: Iterable[Labels]) -> Counter[str]:
    return Counter(theme for one in sets for theme in one)


def _row(theme: str, counts: Counts, either: int) -> tuple[Value, ...]:
    precision = round(counts.precision, 3) if counts.right + counts.wrong else None
    recall = round(counts.recall, 3) if counts.gold else None
    f1 = round(counts.f1, 3) if counts.gold or counts.wrong else None
    return (theme, precision, recall, f1, counts.right, counts.wrong, counts.missed, either)

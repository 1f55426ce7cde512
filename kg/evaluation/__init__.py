"""How right the extraction is: what was read, compared with what a careful reader found (gold labels).

Read in this order: `gold` (the labels), `alignment` (which review is which), `comparison` (one review), `figures` (the
lines printed for all), `intervals`, `by_theme` and `errors` (the details). What the labels mean: tests/gold/README.md.
"""

from kg.evaluation.figures import Evaluation, lines
from kg.evaluation.pairs import evaluate

__all__ = ["Evaluation", "evaluate", "lines"]

"""How often themes were right on labelled examples, beside their confidence: the tables in docs/quality.md."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from kg.evaluation import evaluate
from kg.evaluation.calibration import Calibrated, Case, calibrated, cases, cross_validated, mean_gap
from kg.extract.themes.matches import STATED_FROM
from scripts import theme_weights

GOLD = Path(__file__).parents[1] / "tests" / "gold"
BUILDING = ("dev5",)  # no label and no weight was made for it
ENOUGH = 30  # cases from which a share says something of a confidence
CLOSE = 0.05  # a confidence and a share no further apart agree
HEAD = "| where | confidence | cases | right | share | 95% interval | a fifth left out |\n"


def known(folders: Iterable[str]) -> tuple[Case, ...]:
    """Every theme read in some folders of labelled examples."""
    return tuple(
        replace(case, document=f"{folder}/{case.document}")  # two folders may name a file alike
        for folder in folders
        for case in cases(evaluate([GOLD / folder]))
    )


def block(all_cases: Sequence[Case]) -> str:
    """The table, and what it says in words."""
    rows = calibrated(all_cases)
    return HEAD + "|" + "---|" * 7 + "\n" + "".join(map(_row, rows)) + "\n" + "\n\n".join(_said(all_cases, rows)) + "\n"


def summary(all_cases: Sequence[Case]) -> str:
    """How far confidences are from the shares observed, over all cases: what is stated, then what is only suggested."""
    stated = [case for case in all_cases if case.confidence >= STATED_FROM]
    suggested = [case for case in all_cases if case.confidence < STATED_FROM]
    said = (
        f"Of {len(stated)} themes stated {_percent(stated)} were right; their mean confidence is {_mean(stated):.2f}. "
    )
    said += f"Of {len(suggested)} suggested {_percent(suggested)} were right; theirs is {_mean(suggested):.2f}. "
    return said + f"Confidences are off by {mean_gap(all_cases):.2f} on average."


def _row(row: Calibrated) -> str:
    low, high = row.left_out
    cells = (
        row.place,
        f"{row.confidence:.2f}",
        str(row.cases),
        str(row.right),
        f"{row.share.value:.2f}",
        f"{row.share.low:.2f} to {row.share.high:.2f}",
        f"{low:.2f} to {high:.2f}",
    )
    return f"| {' | '.join(cells)} |\n"


def _said(all_cases: Sequence[Case], rows: Sequence[Calibrated]) -> Iterable[str]:
    shipped, tuned, flat = cross_validated(all_cases)
    yield summary(all_cases)
    yield (
        f"Mean squared error (Brier) of the confidences as shipped: {shipped:.3f}; of shares learned on four fifths of "
        f"the documents and tried on the last: {tuned:.3f}; of one confidence for all: {flat:.3f}."
    )
    off = [row for row in rows if row.cases >= ENOUGH and abs(row.share.value - row.confidence) > CLOSE]
    if off:
        yield f"Further than {CLOSE} from what was observed in {ENOUGH} cases or more:\n\n" + "\n".join(map(_off, off))
    else:
        yield f"No confidence with {ENOUGH} cases or more is further than {CLOSE} from what was observed."


def _off(row: Calibrated) -> str:
    how = "high" if row.confidence > row.share.value else "low"
    return f"- {row.place}: {row.confidence:.2f} is too {how}, {row.share.value:.2f} were right."


def _percent(some: Sequence[Case]) -> str:
    return f"{100 * sum(case.is_right for case in some) / len(some):.0f}%" if some else "none"


def _mean(some: Sequence[Case]) -> float:
    return sum(case.confidence for case in some) / max(1, len(some))


if __name__ == "__main__":
    print(block(theme_weights.cross_validated()))

"""Writes the figures into docs/quality.md, each between its markers; the words around them are written by hand."""

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from kg.evaluation import Evaluation, evaluate, lines
from kg.evaluation.by_theme import by_theme
from kg.evaluation.intervals import intervals
from kg.render import render
from scripts import calibration, theme_weights

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "quality.md"
GOLD = ROOT / "tests" / "gold"
WELL_KNOWN = 4  # reviews in the gold from which a theme's figures are shown


def blocks() -> Mapping[str, Callable[[], str]]:
    """What stands between each pair of markers, by the markers' name. Of the held-out half only sums are made."""
    return {
        "heldout-all": lambda: figures(evaluate(sorted(GOLD.glob("heldout*")))),
        "heldout": lambda: figures(evaluate([GOLD / "heldout"])),
        "heldout2": lambda: figures(evaluate([GOLD / "heldout2"])),
        "heldout3": lambda: figures(evaluate([GOLD / "heldout3"])),
        "heldout4": lambda: figures(evaluate([GOLD / "heldout4"])),
        "heldout5": lambda: figures(evaluate([GOLD / "heldout5"])),
        "heldout6": lambda: figures(evaluate([GOLD / "heldout6"])),
        "dev": lambda: figures(evaluate([GOLD / "dev"])),
        "dev2": lambda: figures(evaluate([GOLD / "dev2"])),
        "dev3": lambda: figures(evaluate([GOLD / "dev3"])),
        "dev4": lambda: figures(evaluate([GOLD / "dev4"])),
        "dev5": lambda: figures(evaluate([GOLD / "dev5"])),
        "dev6": lambda: figures(evaluate([GOLD / "dev6"])),
        "dev7": lambda: figures(evaluate([GOLD / "dev7"])),
        "dev8": lambda: figures(evaluate([GOLD / "dev8"])),
        "dev9": lambda: figures(evaluate([GOLD / "dev9"])),
        "dev10": lambda: figures(evaluate([GOLD / "dev10"])),
        "dev11": lambda: figures(evaluate([GOLD / "dev11"])),
        "dev12": lambda: figures(evaluate([GOLD / "dev12"])),
        "dev13": lambda: figures(evaluate([GOLD / "dev13"])),
        "dev14": lambda: figures(evaluate([GOLD / "dev14"])),
        "dev15": lambda: figures(evaluate([GOLD / "dev15"])),
        "themes": lambda: per_theme(evaluate([GOLD / name for name in calibration.BUILDING])),
        "calibration": lambda: calibration.block(theme_weights.cross_validated()),
        "calibration-heldout": lambda: calibration.block(calibration.known(["heldout"])),
    }


def figures(evaluation: Evaluation) -> str:
    """The lines of `kg evaluate`, then each measure's share or F1 with its interval."""
    rows = [row for row in intervals(evaluation).rows if row[1] in ("share", "F1")]
    table = [
        f"| {measure} | {figure} | {value:.3f} | {low:.3f} to {high:.3f} | {counted} |\n"
        for measure, figure, value, low, high, counted in rows
    ]
    head = "| measure | figure | value | 95% interval | counted |\n|---|---|---|---|---|\n"
    return "```text\n" + "\n".join(lines(evaluation)) + "\n```\n\n" + head + "".join(table)


def per_theme(evaluation: Evaluation) -> str:
    """The figures of each theme that the gold has often enough, and the sums of all others."""
    answer = by_theme(evaluation)
    places = [answer.columns.index(name) for name in ("right", "missed")]
    often = tuple(row for row in answer.rows if sum(int(row[place] or 0) for place in places) >= WELL_KNOWN)
    shown = str(render(type(answer)(answer.columns, often), "markdown"))
    return f"{shown.rstrip()}\n\n{len(answer.rows) - len(often)} more themes are in fewer than {WELL_KNOWN} reviews.\n"


def replaced(page: str, name: str, block: str) -> str:
    """The page with `block` between the markers of `name`."""
    start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    between = re.compile(re.escape(start) + r".*?" + re.escape(end), re.DOTALL)
    if not between.search(page):
        raise ValueError(f"no markers {start.strip()} … {end} in the page")
    return between.sub(lambda _: start + block + end, page)


def main(names: list[str]) -> None:
    """Write the blocks of these names, or all."""
    page = PAGE.read_text(encoding="utf-8")
    for name, made in blocks().items():
        if not names or name in names:
            page = replaced(page, name, made())
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

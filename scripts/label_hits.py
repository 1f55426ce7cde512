"""How often the words of each theme were right on labelled examples, by file: which labels mislead, and which are safe.

Run as `python -m scripts.label_hits`, with names of folders in tests/gold if not all that rules are made on are wanted.
A label counts once a review. Never name the held-out half here: these are its errors.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.evaluation import evaluate
from kg.evaluation.comparison import Pair
from kg.evaluation.gold import Labels
from scripts.calibration import BUILDING, GOLD

HEAD = "theme\tlabel\tstatus\tright\twrong\tone_reader_only\tfiles"


@dataclass(slots=True)
class Tally:
    """How often one label of a theme was right and wrong, and in which files it was found."""

    right: int = 0
    wrong: int = 0
    either: int = 0
    files: set[str] = field(default_factory=set)


def tallies(folders: Iterable[str]) -> dict[tuple[str, str, str], Tally]:
    """The tally of each theme, label and status over some folders of labelled examples."""
    found: defaultdict[tuple[str, str, str], Tally] = defaultdict(Tally)
    for folder in folders:
        for pair in evaluate([GOLD / folder]).pairs:
            if pair.gold.themes is not None:
                for key in set(_labels(pair)):
                    _count(found[key], key[0], pair.gold.themes, pair.gold.themes_either)
                    found[key].files.add(f"{folder}/{pair.document}")
    return dict(found)


def _labels(pair: Pair) -> Iterator[tuple[str, str, str]]:
    read = pair.read or {}
    for part in (read, *read.get("learning", ()), *read.get("recommendations", ())):
        for name, status in (("themes", "stated"), ("suggested_themes", "suggested")):
            entries = (entry for entry in part.get(name) or () if isinstance(entry, dict))
            yield from ((entry["theme"], entry["label"], status) for entry in entries)


def _count(tally: Tally, theme: str, gold: Labels, either: Labels) -> None:
    if theme in gold:
        tally.right += 1
    elif theme in either:
        tally.either += 1
    else:
        tally.wrong += 1


def lines(found: dict[tuple[str, str, str], Tally]) -> Iterator[str]:
    """One line a label, those that were wrong most often first."""
    for (theme, label, status), tally in sorted(found.items(), key=lambda each: (-each[1].wrong, each[0])):
        yield f"{theme}\t{label}\t{status}\t{tally.right}\t{tally.wrong}\t{tally.either}\t{len(tally.files)}"


if __name__ == "__main__":
    print(HEAD, *lines(tallies(sys.argv[1:] or BUILDING)), sep="\n")

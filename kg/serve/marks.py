"""A text cut into runs, so that everything read from it can be marked where it stands, overlaps and all."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.serve.evidence import Fact, Quote

_PARAGRAPHS = re.compile(r"\n[ \t\r\f\v]*\n\s*")


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters that the same themes and facts rest on."""

    text: str
    start: int  # in the document
    end: int
    themes: tuple[str, ...] = ()  # ids of those that count
    hints: tuple[str, ...] = ()  # ids of those that are only suggested
    facts: tuple[str, ...] = ()  # names of properties
    anchors: tuple[str, ...] = ()  # the ids of what begins here

    @property
    def is_marked(self) -> bool:
        """Whether anything rests on it."""
        return bool(self.themes or self.hints or self.facts)


def anchor(found: Quote | Fact) -> str:
    """The id of the place where words stand."""
    return f"at-{found.start}-{found.end}"


def paragraphs(text: str, offset: int, quotes: Iterable[Quote], facts: Iterable[Fact]) -> list[list[Run]]:
    """The paragraphs of a text that begins at an offset of its document, each cut into runs."""
    end = offset + len(text)
    found: list[Quote | Fact] = [*quotes, *facts]
    marks = [each for each in found if offset <= each.start < each.end <= end]
    edges = sorted({offset, end, *(each.start for each in marks), *(each.end for each in marks)})
    cut = []
    for start, stop in _stretches(text):
        inner = [edge for edge in edges if start + offset < edge < stop + offset]
        bounds = [start + offset, *inner, stop + offset]
        cut.append([_run(text, offset, a, b, marks) for a, b in pairwise(bounds)])
    return [runs for runs in cut if runs]


def _stretches(text: str) -> list[tuple[int, int]]:
    """Where each paragraph begins and ends."""
    breaks = [match.span() for match in _PARAGRAPHS.finditer(text)]
    starts, ends = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _run(text: str, offset: int, start: int, end: int, marks: Sequence[Quote | Fact]) -> Run:
    over = [mark for mark in marks if mark.start < end and start < mark.end]
    return Run(
        text[start - offset : end - offset],
        start,
        end,
        tuple(dict.fromkeys(mark.theme for mark in over if isinstance(mark, Quote) and mark.counts)),
        tuple(dict.fromkeys(mark.theme for mark in over if isinstance(mark, Quote) and not mark.counts)),
        tuple(dict.fromkeys(mark.name for mark in over if isinstance(mark, Fact))),
        tuple(dict.fromkeys(anchor(mark) for mark in over if mark.start == start)),
    )

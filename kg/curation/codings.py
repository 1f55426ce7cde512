"""A worksheet as one person's coding of items: which themes they gave each item, and which they denied it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.codes import Verdict
from kg.curation.apply import DoesNotFitError
from kg.curation.decision import THEME
from kg.curation.intake import NEEDED, NOTHING, part, verdict
from kg.curation.kinds import ITEMS
from kg.curation.table import Line, WorksheetError, read_table
from kg.curation.words import bare

Unit = tuple[str, str, str, str]  # document, review, occurrence and place of an item
Codings = Mapping[Unit, Mapping[str, bool | None]]  # a theme given, denied, or listed and left undecided


def codings(path: Path) -> Codings:
    """The items in which a person decided anything about themes, with what they decided.

    Raises: WorksheetError.
    """
    lines = [line for line in read_table(path, NEEDED) if line.cell("kind").casefold() == THEME]
    places = {_words(line): _where(line) for line in lines if _where(line)[-1:].isdecimal()}
    coded: dict[Unit, dict[str, bool | None]] = {}
    for line in lines:
        where = _where(line)
        unit = (*_review(line), where if where[-1:].isdecimal() else places.get(_words(line), where))
        for theme, given in _told(path, line):
            if given is not None or theme not in coded.setdefault(unit, {}):
                coded.setdefault(unit, {})[theme] = given
    return {unit: {t: g for t, g in said.items() if t} for unit, said in coded.items() if _is_coded(said)}


def _told(path: Path, line: Line) -> Iterator[tuple[str, bool | None]]:
    """What a row says of themes; the empty theme stands for an item that was looked at."""
    word = line.cell("decision").casefold()
    try:
        if part(line)[0] not in ITEMS:
            return
        if word == NOTHING:
            yield "", True
        elif not word:
            yield line.cell("value"), None
        else:
            yield from _verdict(verdict(line), line)
    except DoesNotFitError as error:
        raise WorksheetError(f"{path}, row {line.number}, column {error.column}: {error}.") from None


def _verdict(said: Verdict, line: Line) -> Iterator[tuple[str, bool]]:
    yield line.cell("value"), said in (Verdict.ACCEPT, Verdict.ADD)
    if said is Verdict.CHANGE:
        yield line.cell("new_value"), True


def _is_coded(said: Mapping[str, bool | None]) -> bool:
    return any(given is not None for given in said.values())


def _review(line: Line) -> tuple[str, str, str]:
    return line.cell("document"), line.cell("review"), line.cell("occurrence") or "1"


def _words(line: Line) -> tuple[str, ...]:
    return (*_review(line), _where(line).partition("-")[0], bare(line.cell("item")))


def _where(line: Line) -> str:
    return line.cell("where").casefold()

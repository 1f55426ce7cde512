"""The list of all decisions: written by `kg curate list`, and read back as it was, into this store or another.

A worksheet asks what a person decides now; a list says what was decided, by whom and when, in the order it was. So its
rows may decide otherwise about the same, may have been taken back, and may no longer fit the documents of the store.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kg.curation.apply import DoesNotFitError
from kg.curation.decision import Decision, Target, Withdrawal, name_of
from kg.curation.intake import NEEDED, NOTHING, check_values, part, verdict
from kg.curation.kinds import names_of
from kg.curation.table import Line, WorksheetError, columns, read_table

LIST = (
    "id", "decision", "document", "review", "where", "item", "kind", "value", "new_value", "quote", "by", "on",
    "comment", "problem", "occurrence", "batch", "stated_confidence", "matched_label", "withdrawn_by", "withdrawn_on",
)  # fmt: skip
_MARKS = {"id", "batch", "by", "on", "occurrence"}  # columns that no worksheet has together, nor a list of old


@dataclass(frozen=True, slots=True)
class Difference:
    """What a list says that a store does not know."""

    new: tuple[Decision, ...]
    withdrawn: tuple[Decision, ...]  # those of the store that were taken back by the list
    known: int


def row(decision: Decision, problem: str | None) -> tuple[str | int | float | None, ...]:
    """A decision as the list has it, with the reason where it does not fit its document any more."""
    target, withdrawn = decision.target, decision.withdrawn
    return (
        decision.number, decision.verdict.value, target.document, target.review, target.part, target.item or None,
        target.kind, target.value, decision.new_value or None, target.quote or None, decision.by,
        decision.on.isoformat(), decision.comment or None, problem, target.occurrence + 1, decision.batch,
        decision.confidence, decision.label or None, withdrawn.by or None if withdrawn else None,
        withdrawn.on.isoformat() if withdrawn else None,
    )  # fmt: skip


def is_list(path: Path) -> bool:
    """Whether a worksheet is a list of decisions.

    Raises: WorksheetError.
    """
    return columns(path) >= _MARKS


def listed_decisions(path: Path, by: str, on: date) -> tuple[Decision, ...]:
    """The decisions of a list in the order made; `by` and `on` fill what a row lacks.

    Raises: WorksheetError, which names the first row and column that is wrong.
    """
    found = []
    for line in read_table(path, NEEDED):
        if line.cell("decision").casefold() in ("", NOTHING):
            continue
        try:
            found.append(_decision(line, by, on))
        except DoesNotFitError as error:
            raise WorksheetError(f"{path}, row {line.number}, column {error.column}: {error}.") from None
    return tuple(sorted(found, key=lambda each: each.number))


def difference(listed: Iterable[Decision], held: Sequence[Decision]) -> Difference:
    """What a list says that a store does not know, which may hold some of it already.

    What was said twice, as by somebody who changed their mind and back, is known only if the store holds both.
    """
    same: defaultdict[object, list[Decision]] = defaultdict(list)
    for each in held:
        same[_said(each)].append(each)
    new, withdrawn, known = [], [], 0
    for decision in listed:
        if not same[_said(decision)]:
            new.append(decision)
            continue
        mine, known = same[_said(decision)].pop(0), known + 1
        if decision.withdrawn and not mine.withdrawn:
            withdrawn.append(replace(mine, withdrawn=decision.withdrawn))
    return Difference(tuple(new), tuple(withdrawn), known)


def _said(decision: Decision) -> object:
    said = (decision.verdict, decision.new_value, decision.by, decision.on, decision.comment)
    return (*decision.target.key, decision.target.quote, *said)


def _decision(line: Line, by: str, on: date) -> Decision:
    said, (where, _) = verdict(line), part(line)
    kind = line.cell("kind").casefold()
    if kind not in names_of(where):
        raise DoesNotFitError("kind", f"{kind!r} is not decided here: {', '.join(names_of(where))} are")
    words = (line.cell(name) for name in ("value", "quote"))
    occurrence = _whole(line, "occurrence") - 1
    target = Target(line.cell("document"), line.cell("review"), occurrence, where, line.cell("item"), kind, *words)
    for column, text in (("document", target.document), ("review", target.review)):
        if not text:
            raise DoesNotFitError(column, "it is empty")
    made_by, made_on = name_of(line.cell("by")) or by, _day(line, "on") or on
    if not made_by:
        raise DoesNotFitError("by", "say who decided, here or with --by")
    decision = Decision(
        target, said, made_by, made_on, line.cell("new_value"), line.cell("comment"), _confidence(line),
        line.cell("matched_label"), _whole(line, "id"), _whole(line, "batch"), _withdrawal(line),
    )  # fmt: skip
    check_values(decision)
    return decision


def _withdrawal(line: Line) -> Withdrawal | None:
    day, by = _day(line, "withdrawn_on"), name_of(line.cell("withdrawn_by"))
    if by and day is None:
        raise DoesNotFitError("withdrawn_on", "say when it was taken back, as 2026-01-31")
    return Withdrawal(by, day) if day else None


def _whole(line: Line, column: str) -> int:
    said = line.cell(column)
    if not (said.isascii() and said.isdecimal()) or int(said) < 1:
        raise DoesNotFitError(column, f"{said[:60]!r} is not a whole number from 1")
    return int(said)


def _day(line: Line, column: str) -> date | None:
    said = line.cell(column)
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise DoesNotFitError(column, f"{said[:60]!r} is no day: write it as 2026-01-31") from None


def _confidence(line: Line) -> float | None:
    said = line.cell("stated_confidence")
    try:
        confidence = float(said) if said else None
    except ValueError:
        confidence = -1.0
    if confidence is not None and not 0 <= confidence <= 1:
        raise DoesNotFitError("stated_confidence", f"{said[:60]!r} is not a number from 0 to 1")
    return confidence

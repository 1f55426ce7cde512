"""Rows of a worksheet into decisions: every one checked against the documents before any is taken."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kg.codes import Verdict
from kg.curation.apply import DoesNotFitError, applied, facts, holds, items_of, review_index
from kg.curation.decision import THEME, Decision, Target
from kg.curation.kinds import ITEMS, is_valid, kinds_of, names_of
from kg.curation.table import Line, WorksheetError, read_table
from kg.model import Digest, ThemeAssignment

NEEDED = ("document", "review", "where", "item", "kind", "value", "quote", "decision", "new_value")
NOTHING = "none"  # what a coder writes who looked at an item and would code nothing: for agreement only
_VERDICTS = {"accepted": "accept", "rejected": "reject", "changed": "change", "added": "add"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the software reads it, and as people's decisions leave it."""

    plain: Digest
    curated: Digest


def worksheet_decisions(path: Path, readings: Mapping[str, Reading], by: str, on: date) -> tuple[Decision, ...]:
    """The decisions of a worksheet, in its order: all of them, or an error.

    Raises: WorksheetError, which names the first row and column that is wrong.
    """
    found: dict[tuple[object, ...], tuple[int, Decision]] = {}
    for line in decided_lines(path):
        try:
            decision = decision_of(line, readings, by, on)
            _agrees(decision, found)
        except DoesNotFitError as error:
            raise WorksheetError(f"{path}, row {line.number}, column {error.column}: {error}.") from None
        found[decision.target.key] = line.number, decision
    return tuple(decision for _, decision in found.values())


def decided_lines(path: Path) -> Iterator[Line]:
    """The rows of a worksheet in which a person decided something.

    Raises: WorksheetError.
    """
    for line in read_table(path, NEEDED):
        if line.cell("decision").casefold() not in ("", NOTHING):
            yield line


def documents_named(lines: Iterable[Line]) -> frozenset[str]:
    """The names of the documents that rows are about."""
    return frozenset(line.cell("document") for line in lines)


def verdict(line: Line) -> Verdict:
    """What a person wrote in the column for decisions.

    Raises: DoesNotFitError.
    """
    word = line.cell("decision").casefold()
    try:
        return Verdict(_VERDICTS.get(word, word))
    except ValueError:
        raise DoesNotFitError(
            "decision", f"{_short(word)} is none of accept, reject, change, add and {NOTHING}"
        ) from None


def part(line: Line) -> tuple[str, int]:
    """The part of the review that a row is about, and the position of an item; 0 where none is given.

    Raises: DoesNotFitError.
    """
    where = line.cell("where").casefold()
    name, _, position = where.rpartition("-")
    if name in ITEMS and position.isdecimal():
        return name, int(position)
    if where in ITEMS or kinds_of(where):
        return where, 0
    raise DoesNotFitError(
        "where", f"{_short(where)} is none of review, incident, child-1, learning-1, recommendation-1"
    )


def decision_of(line: Line, readings: Mapping[str, Reading], by: str, on: date) -> Decision:
    """The decision that a row states, checked against the documents.

    Raises: DoesNotFitError.
    """
    said = verdict(line)
    reading = readings.get(line.cell("document"))
    if reading is None:
        raise DoesNotFitError("document", f"the store holds no document called {_short(line.cell('document'))}")
    target = _target(line, reading)
    decision = Decision(target, said, by, on, line.cell("new_value"), line.cell("comment"))
    check_values(decision)
    _check_presence(decision, reading)
    applied(reading.curated, decision)  # raises if the words are not there
    return _with_what_was_read(decision, reading)


def _target(line: Line, reading: Reading) -> Target:
    where, position = part(line)
    kind = line.cell("kind").casefold()
    if kind not in names_of(where):
        raise DoesNotFitError("kind", f"{_short(kind)} is not decided here: {', '.join(names_of(where))} are")
    target = Target(
        line.cell("document"), _joined(line, "review"), _occurrence(line), where, _joined(line, "item"), kind,
        line.cell("value"), _joined(line, "quote"),
    )  # fmt: skip
    review = reading.plain.reviews[review_index(reading.plain, target)]
    if where not in ITEMS:
        return replace(target, item="")
    items = items_of(review, where)
    if target.item or not position:
        return target
    if position > len(items):
        raise DoesNotFitError("where", f"the review has {len(items)} items in this list")
    return replace(target, item=items[position - 1].passage.text)


def _joined(line: Line, column: str) -> str:
    return " ".join(line.cell(column).split())


def _occurrence(line: Line) -> int:
    said = line.cell("occurrence") or "1"
    if not said.isdecimal() or int(said) < 1:
        raise DoesNotFitError("occurrence", f"{_short(said)} is not a whole number from 1")
    return int(said) - 1


def check_values(decision: Decision) -> None:
    """Raise DoesNotFitError, if a decision's values are none of its kind, or too many or few for its verdict."""
    target = decision.target
    _check_value("value", target, target.value)
    if decision.verdict is not Verdict.CHANGE and decision.new_value:
        raise DoesNotFitError(
            "new_value", f"only a change has a new value: empty it, or write change for {decision.verdict}"
        )
    if decision.verdict is Verdict.CHANGE:
        _check_value("new_value", target, decision.new_value)
        if decision.new_value == target.value:
            raise DoesNotFitError("new_value", f"it is {_short(target.value)} already")
    if decision.verdict is Verdict.ADD and not target.quote:
        raise DoesNotFitError("quote", "an added value needs the words of the document that say it")


def _check_value(column: str, target: Target, value: str) -> None:
    if is_valid(target.part, target.kind, value):
        return
    if not value:
        raise DoesNotFitError(column, f"say which {target.kind}")
    known = "`kg themes` lists them" if target.kind == THEME else "the ontology reference says how it is written"
    raise DoesNotFitError(column, f"{_short(value)} is no {target.kind}: {known}")


def _check_presence(decision: Decision, reading: Reading) -> None:
    """What is accepted, rejected or changed was read or decided before; what is added does not contradict."""
    target = decision.target
    held = [
        fact
        for digest in (reading.curated, reading.plain)
        for fact in facts(digest.reviews[review_index(digest, target)], target)
    ]
    if decision.verdict is not Verdict.ADD:
        if not any(holds(fact, target.value) for fact in held):
            raise DoesNotFitError("value", f"{_short(target.value)} was not read there: write add, with its quote")
        return
    kind = kinds_of(target.part).get(target.kind)
    now = facts(reading.curated.reviews[review_index(reading.curated, target)], target)
    if kind is not None and not kind.many and now and not any(holds(fact, target.value) for fact in now):
        raise DoesNotFitError("decision", f"there is a {target.kind} already: write change in its row")


def _with_what_was_read(decision: Decision, reading: Reading) -> Decision:
    """The decision with the confidence and label that the software had given, for calibration."""
    review = reading.plain.reviews[review_index(reading.plain, decision.target)]
    for fact in facts(review, decision.target):
        if isinstance(fact, ThemeAssignment) and holds(fact, decision.target.value):
            return replace(decision, confidence=fact.confidence, label=fact.label)
    return decision


def _agrees(decision: Decision, found: Mapping[tuple[object, ...], tuple[int, Decision]]) -> None:
    if decision.target.key in found:
        number, other = found[decision.target.key]
        if not decision.says_the_same(other):
            raise DoesNotFitError("decision", f"row {number} decides otherwise about the same")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return repr(text if len(text) <= 60 else text[:59] + "…")

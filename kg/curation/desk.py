"""What `kg curate` does with a store: list what was read, take decisions in and back, and say what they come to.

A document's graph does not hold what a person rejected in it, so it cannot be mended in place: its text, which the
graph does hold, is read again, and all decisions about it are applied (docs/decisions/081).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kg.answers import Answer
from kg.atomic import write_bytes
from kg.curation import records
from kg.curation.apply import Misfit, curated
from kg.curation.calibration import tallies
from kg.curation.decision import Decision, Withdrawal, by_document, in_force, name_of
from kg.curation.documents import Stored, stored
from kg.curation.intake import Reading, decided_lines, documents_named, worksheet_decisions
from kg.curation.listing import LIST, difference, is_list, listed_decisions, row
from kg.curation.refi import codings, project
from kg.curation.refi_intake import Intake, sources_named
from kg.curation.refi_read import is_project, read_project
from kg.curation.rows import blind_worksheet, rows, worksheet
from kg.curation.table import WorksheetError
from kg.curation.writing import write
from kg.errors import CannotWriteError, KGError
from kg.export import UnknownEndingError
from kg.render import render

if TYPE_CHECKING:
    from kg.stores import Store


class NothingToUndoError(KGError):
    """No decision in force has this number, or there is none at all."""


class NothingFoundError(KGError):
    """No row is left after the filters."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did."""

    decisions: tuple[Decision, ...]
    known: int = 0  # rows that say what this person had decided before
    left_out: tuple[str, ...] = ()  # codings of a project that nothing can be made of, and why
    withdrawn: int = 0  # decisions that a list says were taken back
    misfits: tuple[Misfit, ...] = ()  # decisions of a list that do not fit the store's documents, and are kept


def export_rows(store: "Store", *, theme: str | None = None, review: str | None = None, blind: bool = False) -> Answer:
    """The worksheet of a store: a row for each theme and fact, or with `blind` for each item with nothing filled in.

    Raises: NothingFoundError.
    """
    decisions = records.recorded(store)
    digests = [_reading(each, decisions).curated for each in stored(store)]
    chosen = [
        replace(digest, reviews=tuple(r for r in digest.reviews if _named(r.title.text, review))) for digest in digests
    ]
    if blind:
        answer = blind_worksheet(chosen)
    else:
        found = (row for each in digests for row in rows(each) if _named(row.target.review, review))
        wanted = (row for row in found if theme is None or (row.target.kind, row.target.value) == ("theme", theme))
        answer = worksheet(wanted, decisions, tallies(decisions))
    if not answer.rows:
        raise NothingFoundError("Nothing in the store is left to list: try `kg stats`, or other filters.")
    return answer


def write_export(store: "Store", path: Path, *, theme: str | None, review: str | None, blind: bool) -> str:
    """Write a worksheet or a project in the format of the file's ending, and say what it holds.

    Raises: UnknownEndingError, NothingFoundError, CannotWriteError.
    """
    ending = path.suffix.lower()
    if ending == ".qdpx":
        data, count = _project(store, review)
    elif ending in (".csv", ".xlsx"):
        answer = export_rows(store, theme=theme, review=review, blind=blind)
        rendered = render(answer, ending[1:])
        data, count = rendered if isinstance(rendered, bytes) else rendered.encode("utf-8-sig"), len(answer)
    else:
        raise UnknownEndingError(f"{path}: a worksheet ends in .csv or .xlsx, a project in .qdpx.")
    try:
        write_bytes(path, [data])
    except OSError as error:
        raise CannotWriteError(path, error) from error
    return f"{count} {'coding' if ending == '.qdpx' else 'row'}{'' if count == 1 else 's'}"


def take_file(store: "Store", path: Path, by: str, on: date) -> Taken:
    """Take in the decisions of a worksheet or a list, or the codings of a project: all of them, or none.

    Raises: WorksheetError, ProjectError.
    """
    name = name_of(by)
    if (name or not by) and says_who(path):
        return take_list(store, path, name, on)
    if not name:
        raise WorksheetError("Say who decided: --by takes a name.")
    return take_project(store, path, name, on) if is_project(path) else take_worksheet(store, path, name, on)


def says_who(path: Path) -> bool:
    """Whether a file says itself who decided: a list does.

    Raises: WorksheetError, ProjectError.
    """
    return not is_project(path) and is_list(path)


def take_list(store: "Store", path: Path, by: str, on: date) -> Taken:
    """Take in what the list of another store, or an earlier one of this, has and the store does not: all, or none.

    Who, when and in what order stays as listed; `by` and `on` fill what a row lacks. What does not fit the documents is
    kept as well, for they may be loaded later.

    Raises: WorksheetError.
    """
    before = records.history(store)
    found = difference(listed_decisions(path, by, on), before)
    documents = {each.target.document for each in (*found.new, *found.withdrawn)}
    held = {each.digest.document.name: each for each in stored(store, documents)}
    made = write(store, before, held, new=found.new, gone=found.withdrawn, are_listed=True)
    about = [each for each in records.history(store) if each.target.document in documents]
    misfits = tuple(each for each in _misfits(store, about) if each.decision in made)
    taken_back = len(found.withdrawn) + sum(each.withdrawn is not None for each in made)
    return Taken(made, found.known, withdrawn=taken_back, misfits=misfits)


def take_project(store: "Store", path: Path, by: str, on: date) -> Taken:
    """Take in the codings of a REFI-QDA project that the store does not have yet: all of them, or none.

    Raises: ProjectError.
    """
    found, intake = read_project(path), Intake(by, on)
    taken = take(store, sources_named(found), lambda readings: intake.decisions(found, readings))
    return replace(taken, left_out=intake.notes)


def take_worksheet(store: "Store", path: Path, by: str, on: date) -> Taken:
    """Take in the decisions of a worksheet: all of them, or none.

    Raises: WorksheetError.
    """
    documents = documents_named(decided_lines(path))
    return take(store, documents, lambda readings: worksheet_decisions(path, readings, by, on))


def take(
    store: "Store",
    documents: Collection[str],
    decide: Callable[[Mapping[str, Reading]], Sequence[Decision]],
    *,
    is_said_now: bool = False,
) -> Taken:
    """Take in what is decided about some documents, and write their graphs anew.

    A file may come again, so what repeats the last that its person said about the same is known, whatever others said
    since; what somebody says now (`is_said_now`) is known only where nobody did.
    """
    before = records.history(store)
    held = {each.digest.document.name: each for each in stored(store, documents)}
    said = decide({name: _reading(each, before) for name, each in held.items()})
    last = {("" if is_said_now else each.by, each.target.key): each for each in in_force(before)}
    new = [each for each in said if not _is_known(each, last.get(("" if is_said_now else each.by, each.target.key)))]
    return Taken(write(store, before, held, new=new), len(said) - len(new))


def _is_known(decision: Decision, last: Decision | None) -> bool:
    """Whether it repeats the last that was said about the same; who changed their mind back says it anew."""
    return last is not None and decision.says_the_same(last)


def undo(store: "Store", number: int | None = None, by: str = "", on: date | None = None) -> tuple[Decision, ...]:
    """Take back one decision by its number, or without one those of the last import; who and when stay on record.

    Raises: NothingToUndoError.
    """
    before = records.history(store)
    withdrawn = Withdrawal(name_of(by), on or datetime.now().astimezone().date())
    gone = [replace(decision, withdrawn=withdrawn) for decision in _to_undo(before, number)]
    documents = {decision.target.document for decision in gone}
    write(store, before, {each.digest.document.name: each for each in stored(store, documents)}, gone=gone)
    return tuple(gone)


def _to_undo(decisions: Sequence[Decision], number: int | None) -> Sequence[Decision]:
    held = in_force(decisions)
    if number is None:
        last = max((decision.batch for decision in held), default=0)
        found = [decision for decision in held if decision.batch == last]
    else:
        found = [decision for decision in held if decision.number == number]
    if not found:
        what = "The store holds no decisions in force" if number is None else f"No decision in force is number {number}"
        raise NothingToUndoError(f"{what}: `kg curate list` shows them all.")
    return found


def listed(store: "Store") -> Answer:
    """Every decision in the order made, with the reason where one does not fit its document any more.

    Those that were taken back are listed with who did so and when.
    """
    decisions = records.history(store)
    misfits = {misfit.decision.number: misfit.why for misfit in _misfits(store, decisions)}
    return Answer(LIST, tuple(row(each, misfits.get(each.number)) for each in decisions))


def _misfits(store: "Store", decisions: Sequence[Decision]) -> Iterator[Misfit]:
    about = dict(by_document(in_force(decisions)))
    for each in stored(store, about):
        yield from curated(each.digest, about.pop(each.digest.document.name)).misfits
    for others in about.values():
        yield from (Misfit(decision, "the store does not hold its document") for decision in others)


def _project(store: "Store", review: str | None) -> tuple[bytes, int]:
    decisions = records.recorded(store)
    digests = [_reading(each, decisions).curated for each in stored(store)]
    wanted = [digest for digest in digests if any(_named(each.title.text, review) for each in digest.reviews)]
    if not wanted:
        raise NothingFoundError("Nothing in the store is left to export: try `kg stats`, or another filter.")
    return project(wanted), sum(1 for digest in wanted for _ in codings(digest))


def _reading(each: Stored, decisions: Iterable[Decision]) -> Reading:
    return Reading(each.digest, curated(each.digest, decisions).digest)


def _named(title: str, wanted: str | None) -> bool:
    return wanted is None or wanted.casefold() in title.casefold()

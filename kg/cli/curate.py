"""`kg curate`: correct what was read, once and for good."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import PLACE, complete_theme, examples, format_option, store_option

if TYPE_CHECKING:
    import os

    from kg.curation.desk import Taken

STOPPED = "a file is written, and decisions are taken in or back, as a whole or not at all: see `kg curate list`"

by_option = click.option("--by", metavar="NAME", help="Who decided, where the file does not say it.")
undone_by_option = click.option("--by", default="", metavar="NAME", help="Who takes it back.")
on_option = click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="When, as 2026-01-31; today unless you say."
)


class File(click.Path):
    """A file, which has a name; shells complete it."""

    def convert(
        self, value: "str | os.PathLike[str]", param: click.Parameter | None, ctx: click.Context | None
    ) -> "str | bytes | os.PathLike[str]":
        """The path of the file.

        Raises: kg.errors.KGError, if the name is empty.
        """
        return super().convert(PLACE.convert(str(value), param, ctx), param, ctx)


FILE = File(path_type=Path)
file_argument = click.argument("file", type=FILE)


@click.group(
    epilog=examples(
        "kg curate export to-check.xlsx --theme housing-and-homelessness",
        "kg curate import to-check.xlsx --by 'A. Reader'",
        "kg curate list",
        "kg curate undo --last",
    )
)
def command() -> None:
    """Correct what was read: worksheets out, decisions in.

    Decisions have a graph of their own. They win over what the software reads, and outlive every load and every new
    version, for they are matched by words. One that no longer fits its document is reported, never dropped.
    """


@command.command("export", epilog=examples("kg curate export to-check.csv --review Kubus", "kg curate export all.qdpx"))
@file_argument
@click.option("--theme", metavar="ID", shell_complete=complete_theme, help="Only this theme.")
@click.option("--review", metavar="WORDS", help="Only reviews with these words in their title.")
@click.option(
    "--blind", is_flag=True, help="One row for each item, without what the software found: for double coding."
)
@store_option
def export(file: Path, theme: str | None, review: str | None, store: str, *, blind: bool) -> None:
    """Write FILE: a worksheet (.csv, .xlsx), or a project for qualitative analysis tools (.qdpx).

    A row for each theme and fact, the least certain first. Write accept, reject or change (with a new_value) in the
    column `decision`; add a row with `add` for what was missed.
    """
    from kg.cli.output import note
    from kg.curation.desk import write_export
    from kg.opening import open_store

    with open_store(store) as opened:
        count = write_export(opened, file, theme=theme, review=review, blind=blind)
    note(f"Written: {file}, {count}.")


@command.command("import", epilog=examples("kg curate import to-check.csv --by 'A. Reader' --on 2026-01-31"))
@file_argument
@by_option
@on_option
@store_option
def import_(file: Path, by: str | None, on: datetime | None, store: str) -> None:
    """Take in the decisions of FILE: all of them, or none if any row is wrong.

    From a .qdpx project, the codings that people made are taken as accepted or added themes. A file that `kg curate
    list` wrote is taken as it stands: who, when, in which order, and what was taken back.
    """
    from kg.cli.output import note
    from kg.curation.desk import says_who, take_file
    from kg.opening import open_store

    if by is None and not says_who(file):
        raise click.UsageError("Missing option '--by'.")
    day = (on or datetime.now().astimezone()).date()
    with open_store(store, read_only=False) as opened:
        taken = take_file(opened, file, by or "", day)
    note(_summary(taken))
    for line in taken.left_out:
        note(f"Left out: {line}")
    for misfit in taken.misfits:
        note(f"{misfit}.")


@command.command("list", epilog=examples("kg curate list", "kg curate list --format csv > decisions.csv"))
@store_option
@format_option
def list_(store: str, output_format: str | None) -> None:
    """List every decision with who and when, the reason where one no longer fits its document, and who took it back."""
    from kg.cli.output import print_answer
    from kg.curation.desk import listed
    from kg.opening import open_store

    with open_store(store) as opened:
        print_answer(listed(opened), output_format)


@command.command("undo", epilog=examples("kg curate undo 7 --by 'A. Reader'", "kg curate undo --last"))
@click.argument("number", type=click.IntRange(min=1), required=False, metavar="[ID]")
@click.option("--last", is_flag=True, help="Everything that came with the last import.")
@undone_by_option
@on_option
@store_option
def undo(number: int | None, by: str, on: datetime | None, store: str, *, last: bool) -> None:
    """Take back the decision with this ID, or with --last those of the last import.

    It holds no more, and stays in the list with who took it back and when.
    """
    from kg.cli.output import note
    from kg.curation.desk import undo as take_back
    from kg.opening import open_store

    if last == (number is not None):
        raise click.UsageError("Say which: an ID that `kg curate list` shows, or --last.")
    with open_store(store, read_only=False) as opened:
        gone = take_back(opened, number, by, on.date() if on else None)
    note(f"Undone: {len(gone)} decision{'' if len(gone) == 1 else 's'}.")


@command.command("calibration", epilog=examples("kg curate calibration"))
@store_option
@format_option
def calibration(store: str, output_format: str | None) -> None:
    """Show how often each kind of match was right by people's decisions, and the confidence that follows."""
    from kg.cli.output import print_answer
    from kg.curation.calibration import calibration as calibrated
    from kg.curation.records import recorded
    from kg.opening import open_store

    with open_store(store) as opened:
        print_answer(calibrated(recorded(opened)), output_format)


@command.command("proposals", epilog=examples("kg curate proposals --format csv > labels.csv"))
@store_option
@format_option
def proposals(store: str, output_format: str | None) -> None:
    """List words that people gave for themes and that could become labels of the scheme."""
    from kg.cli.output import print_answer
    from kg.curation.proposals import proposals as proposed
    from kg.curation.records import recorded
    from kg.opening import open_store

    with open_store(store) as opened:
        print_answer(proposed(recorded(opened)), output_format)


@command.command("agreement", epilog=examples("kg curate agreement one.csv other.csv"))
@click.argument("first", type=FILE)
@click.argument("second", type=FILE)
@format_option
def agreement(first: Path, second: Path, output_format: str | None) -> None:
    """Compare two people's worksheets on the same items: agreement for each theme, with 95% intervals.

    Cohen's kappa and Krippendorff's alpha, by item. `none` in the column `decision` says that a person looked at an
    item and would give it no theme.
    """
    from kg.cli.output import print_answer
    from kg.curation.agreement import agreement as agreed

    print_answer(agreed(first, second), output_format)


def _summary(taken: "Taken") -> str:
    counts: dict[str, int] = {}
    for decision in taken.decisions:
        counts[decision.verdict.value] = counts.get(decision.verdict.value, 0) + 1
    said = ", ".join(f"{count} {verdict}" for verdict, count in counts.items()) or "nothing new"
    known = f"; {taken.known} known already" if taken.known else ""
    withdrawn = f"; {taken.withdrawn} taken back" if taken.withdrawn else ""
    return f"Decisions: {said}{withdrawn}{known}."

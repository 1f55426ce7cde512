"""`kg duplicates`: the same review told twice."""

from datetime import datetime

import click

from kg.cli.options import examples, format_option, store_option

STOPPED = "a decision is taken in or back as a whole or not at all: see `kg duplicates --decided`"

Names = tuple[str, str] | None


@click.command(
    epilog=examples(
        "kg duplicates --format csv",
        "kg duplicates --confirm id:review-one-0123456789ab id:review-two-0123456789ab --by 'A. Reader'",
        "kg duplicates --decided",
        "kg query themes-by-distinct-reviews",
    )
)
@click.option("--confirm", nargs=2, metavar="ID ID", help="Decide that these two records tell of one review.")
@click.option("--reject", nargs=2, metavar="ID ID", help="Decide that they do not: the pair is not listed again.")
@click.option("--undo", nargs=2, metavar="ID ID", help="Forget what was decided about these two.")
@click.option("--by", metavar="NAME", default="", help="Who decides.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="When; today unless you say.")
@click.option("--decided", "show_decided", is_flag=True, help="List what was decided instead.")
@click.option(
    "--least", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="The least confidence to list."
)
@store_option
@format_option
def command(
    confirm: Names,
    reject: Names,
    undo: Names,
    by: str,
    on: datetime | None,
    store: str,
    output_format: str | None,
    *,
    show_decided: bool,
    least: float,
) -> None:
    """List pairs of records that may tell of one review, with what agrees and what differs.

    Nothing is ever merged, and a pair is linked only when a person confirms it. What was decided outlives every load.
    """
    from kg.cli.output import print_answer
    from kg.duplicates import desk
    from kg.opening import open_store

    if sum(names is not None for names in (confirm, reject, undo)) > 1:
        raise click.UsageError("Decide one thing at a time: --confirm, --reject or --undo.")
    if confirm or reject or undo:
        _decide(store, confirm, reject, undo, by, on)
        return
    with open_store(store) as opened:
        print_answer(desk.decided(opened) if show_decided else desk.listed(opened, least), output_format)


def _decide(store: str, confirm: Names, reject: Names, undo: Names, by: str, on: datetime | None) -> None:
    from kg.cli.output import note
    from kg.codes import Verdict
    from kg.duplicates import desk
    from kg.opening import open_store

    day = (on or datetime.now().astimezone()).date()
    with open_store(store, read_only=False) as opened:
        if undo:
            desk.undo(opened, *undo)
            note("Undone: nothing is decided about these two.")
        elif confirm:
            kept = desk.decide(opened, *confirm, Verdict.ACCEPT, by, day)
            note(f"Linked: {kept.by} says they tell of one review.")
        elif reject:
            kept = desk.decide(opened, *reject, Verdict.REJECT, by, day)
            note(f"Kept apart: {kept.by} says they tell of two reviews.")

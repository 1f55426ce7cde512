"""`kg validate`: what is wrong in the store, where, and the way out."""

from typing import TYPE_CHECKING

import click

from kg.cli.options import examples, format_option, store_option

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.check import Step


@click.command(epilog=examples("kg validate", "kg validate --format csv > problems.csv"))
@store_option
@format_option
@click.pass_context
def command(ctx: click.Context, store: str, output_format: str | None) -> None:
    """Check the store against the ontology's checks and shapes.

    Lists each problem with its place and the way out. Exit status 1 if there is any.
    """
    from kg.answers import Answer
    from kg.check import problems
    from kg.cli.output import note, print_answer
    from kg.opening import open_store

    with open_store(store) as opened:
        found = problems(opened, _with_progress)
    if not found:
        note("No problem found.")
        return
    rows = tuple((p.severity, p.check, p.place, p.message, p.way_out) for p in found)
    print_answer(Answer(("severity", "check", "place", "problem", "way_out"), rows), output_format)
    note(f"{len(found)} problem{'s' if len(found) > 1 else ''} found.")
    ctx.exit(1)


def _with_progress(steps: "Sequence[Step]") -> "Iterator[Step]":
    """A progress bar with the time left on a terminal, never in a pipe: a step is a check, or the shapes of a graph."""
    import sys

    if not sys.stderr.isatty():
        yield from steps
        return
    with click.progressbar(steps, label="Checking", file=sys.stderr, show_eta=True, show_pos=True) as bar:
        yield from bar

"""`kg query`: ask a saved question, or one of your own."""

import io
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from kg.cli.options import PLACE, complete_query, complete_value, examples, format_option, store_option

if TYPE_CHECKING:
    from kg.answers import Answer
    from kg.stores import Store

EXAMPLES = examples(
    "kg query                                     list the saved questions",
    "kg query themes-by-reviews",
    "kg query reviews-naming-theme -p theme=professional-curiosity",
    "kg query --describe reviews-naming-theme     what it asks, its values, its SPARQL",
    "kg query mine.rq -p harm=neglect --format csv > answer.csv",
    "echo 'SELECT (COUNT(*) AS ?n) {?s ?p ?o}' | kg query -",
    "kg query mine.rq --timeout 10               end it after ten seconds",
)


class Seconds(click.FloatRange):
    """A time: a number that can be counted to."""

    def convert(self, value: float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; those that are none or have no end are refused."""
        from math import isfinite

        seconds: float = super().convert(value, param, ctx)
        if not isfinite(seconds):
            self.fail(f"{value!r} is not a number of seconds.", param, ctx)
        return seconds


@click.command(epilog=EXAMPLES)
@click.argument("name", required=False, type=PLACE, metavar="[NAME|FILE.rq|-]", shell_complete=complete_query)
@click.option(
    "-p",
    "--param",
    "values",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=complete_value,
    help="A value the query asks for; may be given several times.",
)
@click.option("--describe", is_flag=True, help="Say what the query asks and which values it takes; do not run it.")
@click.option(
    "--timeout",
    type=Seconds(min=0, min_open=True),
    metavar="SECONDS",
    help="End a query that takes longer. It then runs in a process of its own.",
)
@store_option
@format_option
def command(
    name: str | None,
    values: tuple[str, ...],
    timeout: float | None,
    store: str,
    output_format: str | None,
    *,
    describe: bool,
) -> None:
    """Ask a saved question by NAME, your own from FILE.rq or standard input (-); without a name, list them."""
    if timeout is not None and name is not None and not describe:
        _in_time(timeout, name, values, store, output_format)
    from kg.cli.output import print_answer
    from kg.opening import open_store
    from kg.queries import describe as described
    from kg.queries import find, listing, parse_values

    if name is None:
        print_answer(listing(), output_format)
        return
    query = find(name, io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig"))
    if describe:
        click.echo(described(query))
        return
    with open_store(store) as opened:
        chosen = parse_values(values)
        answer = query.run(opened, **chosen)
        print_answer(answer, output_format)
        if "review" in query.parameters:
            _say_of_review(opened, str(chosen["review"]), answer)


def _say_of_review(store: "Store", review: str, answer: "Answer") -> None:
    from kg.cli.output import note
    from kg.review_names import said_of

    if told := said_of(store, review, answer):
        note(told)


def _in_time(seconds: float, name: str, values: tuple[str, ...], store: str, output_format: str | None) -> NoReturn:
    """Run the same query in a process that is ended when its time is over, and end as that does."""
    from kg.cli.limited import run_limited

    options = [f"--param={value}" for value in values] + ([f"--format={output_format}"] if output_format else [])
    sys.exit(run_limited(["query", f"--store={store}", *options, "--", name], seconds))

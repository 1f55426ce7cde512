"""`kg query`: ask a saved question, or one of your own."""

import io
import sys

import click

from kg.cli.options import complete_query, complete_value, examples, format_option, store_option

EXAMPLES = examples(
    "kg query                                     list the saved questions",
    "kg query themes-by-reviews",
    "kg query reviews-naming-theme -p theme=professional-curiosity",
    "kg query --describe reviews-naming-theme     what it asks, its values, its SPARQL",
    "kg query mine.rq -p harm=neglect --format csv > answer.csv",
    "echo 'SELECT (COUNT(*) AS ?n) {?s ?p ?o}' | kg query -",
)


@click.command(epilog=EXAMPLES)
@click.argument("name", required=False, metavar="[NAME|FILE.rq|-]", shell_complete=complete_query)
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
@store_option
@format_option
def command(
    name: str | None, values: tuple[str, ...], store: str, output_format: str | None, *, describe: bool
) -> None:
    """Ask a saved question by NAME, your own from FILE.rq or standard input (-); without a name, list them."""
    from kg.cli.output import print_answer
    from kg.queries import describe as described
    from kg.queries import find, listing, parse_values, run
    from kg.stores import open_store

    if name is None:
        print_answer(listing(), output_format)
        return
    query = find(name, io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig"))
    if describe:
        click.echo(described(query))
        return
    with open_store(store) as opened:
        print_answer(run(query, opened, parse_values(values)), output_format)

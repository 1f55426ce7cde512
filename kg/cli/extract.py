"""`kg extract`: what is read from documents, before it is stored."""

import click

from kg.cli.options import PLACE, examples


@click.command(
    epilog=examples(
        "kg extract data/sample/nspcc-2023-07.txt",
        "kg extract data --format json > read.jsonl",
        "kg extract data --unread",
        "cat digest.txt | kg extract - --format json",
    )
)
@click.argument("paths", nargs=-1, required=True, type=PLACE, metavar="PATH...")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default=None,
    help="For reading, or one JSON object a document: text on a terminal, JSON in a pipe, unless you say.",
)
@click.option("--unread", "of_unread", is_flag=True, help="Show the words that became no fact or item instead.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], output_format: str | None, *, of_unread: bool) -> None:
    """Show what is read from each document under PATH, with the words each fact rests on; `-` is standard input.

    Nothing is stored. A document that cannot be read is named on standard error, and the exit status is 1.
    """
    import json
    import sys

    from kg.cli.output import note
    from kg.pipeline import digests
    from kg.readable import readable, unread_readable
    from kg.to_json import as_json, unread_as_json

    as_text = (output_format or ("text" if sys.stdout.isatty() else "json")) == "text"
    to_text, to_data = (unread_readable, unread_as_json) if of_unread else (readable, as_json)
    refused = 0
    for digest in digests(paths):
        if isinstance(digest, Exception):
            note(f"Error: {digest}")
            refused += 1
        else:
            click.echo(to_text(digest) if as_text else json.dumps(to_data(digest), ensure_ascii=False))
    if refused:
        ctx.exit(1)

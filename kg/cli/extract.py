"""`kg extract`: what is read from documents, before it is stored."""

import click

from kg.cli.options import examples


@click.command(
    epilog=examples(
        "kg extract data/sample/nspcc-2023-07.txt",
        "kg extract data --format json > read.jsonl",
        "cat digest.txt | kg extract - --format json",
    )
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default=None,
    help="For reading, or one JSON object a document: text on a terminal, JSON in a pipe, unless you say.",
)
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], output_format: str | None) -> None:
    """Show what is read from each document under PATH, with the words each fact rests on; `-` is standard input.

    Nothing is stored. A document that cannot be read is named on standard error, and the exit status is 1.
    """
    import json
    import sys

    from kg.cli.output import note
    from kg.pipeline import digests
    from kg.readable import readable
    from kg.to_json import as_json

    as_text = (output_format or ("text" if sys.stdout.isatty() else "json")) == "text"
    refused = 0
    for digest in digests(paths):
        if isinstance(digest, Exception):
            note(f"Error: {digest}")
            refused += 1
        else:
            click.echo(readable(digest) if as_text else json.dumps(as_json(digest), ensure_ascii=False))
    if refused:
        ctx.exit(1)

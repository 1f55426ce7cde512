"""`kg graph`: which reviews and themes belong together."""

from pathlib import Path

import click

from kg.cli.options import PLACE, examples, store_option

STOPPED = "a file stays as it was; what went to a pipe is not whole"


@click.command(epilog=examples("kg graph -o shared-themes.html", "kg graph --of themes -o themes.gexf"))
@click.option(
    "--of",
    type=click.Choice(["both", "themes", "reviews"]),
    help="Reviews with their themes, themes that share reviews, or reviews that share themes.  "
    "[default: both; a page of forty reviews or more opens on themes]",
)
@click.option(
    "--renderer",
    type=click.Choice(["canvas", "vis"]),
    default="canvas",
    show_default=True,
    help="What draws the page: the explorer's own canvas, or the vis-network of pyvis (up to about 1,000 nodes).",
)
@click.option(
    "-o", "--output", required=True, type=PLACE, metavar="FILE", help="Where to write: .html .graphml .gexf or .json."
)
@store_option
def command(of: str | None, renderer: str, output: str, store: str) -> None:
    """Write the graph of shared themes to FILE: an interactive page (.html), or data for Gephi and others.

    The page is one file, opens without a network, and shows the words behind every node and line. Written over an
    earlier page, it leaves what that showed in its place; delete the file first to have all of it laid out anew.
    Links of data carry weight, jaccard, lift, association and disparity; docs/guide.md says what they say.
    """
    from kg.cli.output import note
    from kg.graphs.files import write_graph
    from kg.opening import open_store

    with open_store(store) as opened:
        write_graph(opened, Path(output), of=of, renderer=renderer)
    note(f"Written: {output}")

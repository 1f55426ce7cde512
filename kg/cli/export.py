"""`kg export`: hand the graph on."""

import sys

import click

from kg.cli.options import PLACE, examples, store_option

STOPPED = "a file stays as it was; what went to a pipe is not whole"


@click.command(epilog=examples("kg export -o reviews.ttl", "kg export -o - --format nq | gzip > reviews.nq.gz"))
@click.option(
    "-o", "--output", required=True, type=PLACE, metavar="FILE|-", help="Where to write; `-` is standard output."
)
@click.option(
    "--format", "output_format", metavar="ENDING", help="ttl, trig, nt, nq, jsonld or rdf; else the file's ending."
)
@click.option("--vocabulary", is_flag=True, help="Write the ontology, the theme scheme and the code lists too.")
@store_option
def command(output: str, output_format: str | None, store: str, *, vocabulary: bool) -> None:
    """Write the graph to FILE in the format of its ending: .ttl .trig .nt .nq .jsonld .rdf.

    Formats without named graphs (.ttl .nt .rdf) hold the union of all sources. The same store gives the same bytes.
    """
    from kg.cli.output import note
    from kg.export import export, export_stream
    from kg.opening import open_store

    with open_store(store) as opened:
        if output == "-":
            export_stream(opened, sys.stdout.buffer, output_format, vocabulary=vocabulary)
        else:
            export(opened, output, output_format, vocabulary=vocabulary)
            note(f"Written: {output}")

"""`kg stats`: what the store holds."""

import click

from kg.cli.options import examples, format_option, store_option


@click.command(epilog=examples("kg stats", "kg stats --format json"))
@store_option
@format_option
def command(store: str, output_format: str | None) -> None:
    """Count documents, reviews, children, learning points, recommendations and themes in the store."""
    from kg.cli.output import print_answer
    from kg.opening import open_store
    from kg.stats import stats

    with open_store(store) as opened:
        print_answer(stats(opened), output_format)

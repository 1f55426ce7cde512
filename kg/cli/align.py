"""`kg align`: librarians' keywords beside the themes."""

import click

from kg.cli.options import examples, format_option, store_option


@click.command(epilog=examples("kg align", "kg align --coverage", "kg align --disagreements --format csv > look.csv"))
@click.option("--coverage", "shown", flag_value="coverage", help="Count printed keywords by kind of mapping.")
@click.option(
    "--disagreements",
    "shown",
    flag_value="disagreements",
    help="List themes that only the keywords of a review say, or only its items.",
)
@store_option
@format_option
def command(shown: str | None, store: str, output_format: str | None) -> None:
    """List printed keywords that are not mapped to themes, with the themes whose labels are nearest.

    The mappings are in ontology/mappings/nspcc-keywords.sssom.tsv.
    """
    from kg import align
    from kg.cli.output import note, print_answer
    from kg.opening import open_store

    with open_store(store) as opened:
        reviews = align.indexed(opened)
    if not reviews:
        note("No review in the store has printed keywords.")
    answers = {"coverage": align.coverage, "disagreements": align.disagreements}
    print_answer(answers.get(shown or "", align.unmapped)(reviews), output_format)

"""`kg themes`: the vocabulary as a tree with counts, or one theme."""

import click

from kg.cli.options import complete_theme, default_format, examples, format_option, store_option


@click.command(epilog=examples("kg themes", "kg themes professional-curiosity", "kg themes --format csv > themes.csv"))
@click.argument("theme", required=False, metavar="[ID]", shell_complete=complete_theme)
@store_option
@format_option
def command(theme: str | None, store: str, output_format: str | None) -> None:
    """Show the learning themes as a tree with the number of reviews that name each, or all about the theme ID.

    Without a store, the tree is shown without counts.
    """
    from kg.cli.output import note, print_answer
    from kg.folder import MissingStoreError
    from kg.opening import open_store
    from kg.theme_tree import counts, described, tree

    try:
        with open_store(store) as opened:
            found = counts(opened)
    except MissingStoreError:
        found = None
        note(f"There is no store at {store!r} yet, so nothing is counted.")
    if theme is None:
        output_format = output_format or default_format()
        print_answer(tree(found, indented=output_format == "table"), output_format)
    else:
        click.echo(described(theme, found), nl=False)

"""`kg remove`: take documents out of the store."""

import click

from kg.cli.options import examples, store_option


@click.command(
    epilog=examples(
        "kg query documents                                    list what the store holds",
        "kg remove nspcc-2023-07.txt --dry-run",
        "kg remove 2019/digest.txt 2020/digest.txt",
    )
)
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("--dry-run", is_flag=True, help="Show what would be taken out; change nothing.")
@store_option
def command(documents: tuple[str, ...], store: str, *, dry_run: bool) -> None:
    """Take each DOCUMENT, by its name in the store, out of it with all that was read from it.

    What people decided about it stays on record, and holds again should it be loaded again. No question finds its words
    any more, but bytes of them stay in the files of the store: to be rid of those too, load the others into a new one.
    """
    from kg.cli.output import note
    from kg.loading.removing import removals, remove
    from kg.opening import open_store

    with open_store(store, read_only=dry_run) as opened:
        those = removals(opened, documents)
        if not dry_run:
            remove(opened, those)
    for each in those:
        note(f"{'Would be removed' if dry_run else 'Removed'}: {each}.")

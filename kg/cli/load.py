"""`kg load`: read documents, extract their reviews and store them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from kg.cli.options import base_option, examples, store_option
from kg.errors import KGError

if TYPE_CHECKING:
    from kg.loading import LoadReport
    from kg.pipeline import Source


_FEW = 10  # documents that are read before a progress bar could be seen


class RefusedError(KGError):
    """Some documents could not be read; the others are stored."""


@click.command(
    epilog=examples(
        "kg load data/sample",
        "kg load digests/ more.txt --store library.kg",
        "cat digest.txt | kg load -",
    )
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@store_option
@base_option
def command(paths: tuple[str, ...], store: str, base: str | None) -> None:
    """Read the documents under each PATH, extract their reviews and store them; `-` is standard input.

    Folders are searched through. Loading a document again replaces what it gave before and nothing else; an unchanged
    one is left alone. A document that cannot be read is named and left out, and the exit status is 1. If the load is
    broken off, the store is as it was.
    """
    from kg.cli.output import note
    from kg.namespaces import ID
    from kg.pipeline import load
    from kg.store import Store

    refused: list[KGError] = []
    with Store.open(store, create=True, read_only=False) as opened:
        report = load(paths, opened, base=base or ID, refused=refused.append, watched=_with_progress)
    _report(report, store)
    if refused:
        read = len(report.added) + len(report.replaced) + len(report.unchanged) + len(report.copies)
        for error in refused if read or len(refused) > 1 else ():
            note(f"Refused: {error}")
        raise _summary(refused, read, paths)


def _report(report: "LoadReport", store: str) -> None:
    from kg.cli.output import note

    done = {"added": report.added, "replaced": report.replaced, "unchanged": report.unchanged}
    said = [f"{len(names)} {what}" for what, names in done.items() if names]
    if said:
        reviews = f", {report.reviews} review{'' if report.reviews == 1 else 's'} read" if report.reviews else ""
        note(f"Documents in {store}: {', '.join(said)}{reviews}.")
    for name in report.replaced:
        note(f"Replaced: {name}")
    for name, original in report.copies:
        note(f"Left out: {name} holds the same bytes as {original}.")
    for misfit in report.misfits:
        note(f"{misfit}. It is kept: see `kg curate list`.")


def _summary(refused: Sequence[KGError], read: int, paths: Sequence[str]) -> KGError:
    if len(refused) == 1 and not read:
        return refused[0]
    if not read:
        return RefusedError(
            f"None of the {len(refused)} files in {', '.join(paths)} could be read; nothing was stored."
        )
    return RefusedError(f"{len(refused)} of {read + len(refused)} documents refused; the others are stored.")


def _with_progress(sources: "Sequence[Source]") -> "Iterator[Source]":
    """A progress bar on a terminal, never in a pipe; hidden for a handful of documents."""
    import sys

    if len(sources) < _FEW or not sys.stderr.isatty():
        yield from sources
        return
    with click.progressbar(sources, label="Reading", file=sys.stderr, show_eta=True, show_pos=True) as bar:
        yield from bar

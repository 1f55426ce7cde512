"""`kg load`: read documents, extract their reviews and store them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NoReturn

import click

from kg.cli.options import PLACE, base_option, examples, store_option
from kg.cli.refusals import check_place_of, write
from kg.errors import KGError

if TYPE_CHECKING:
    from kg.loading.plan import LoadReport
    from kg.loading.replacing import Double, Replacement
    from kg.loading.sources import Source


_FEW = 10  # documents that are read before a progress bar could be seen


class RefusedError(KGError):
    """Some documents could not be read; the others are stored."""


@click.command(
    epilog=examples(
        "kg load data/sample",
        "kg load digests/ more.txt --store library.kg",
        "kg load digests/ --dry-run",
        "cat digest.txt | kg load -",
        "kg load s3://digests --cluster tcp://scheduler:8786 --parts s3://parts",
    )
)
@click.argument("paths", nargs=-1, required=True, type=PLACE, metavar="PATH...")
@store_option
@base_option
@click.option("--again", is_flag=True, help="Read also what is unchanged, as after a change of KG_PDF or of a library.")
@click.option("--dry-run", is_flag=True, help="Show what a load would add, change and remove; store nothing.")
@click.option(
    "--refused", "refusals", type=PLACE, metavar="FILE.jsonl", help="Write the refused documents there, one a line."
)
@click.option("--processes", type=click.IntRange(1), help="How many read at once: as many as there are processors.")
@click.option("--cluster", type=PLACE, metavar="ADDRESS", help="Read on the cluster of this Dask scheduler.")
@click.option(
    "--parts", type=PLACE, metavar="PLACE", help="With --cluster: keep there what was read, as N-Quads; store nothing."
)
def command(
    paths: tuple[str, ...],
    store: str,
    base: str | None,
    refusals: str | None,
    processes: int | None,
    cluster: str | None,
    parts: str | None,
    *,
    again: bool,
    dry_run: bool,
) -> None:
    """Read the documents under each PATH, extract their reviews and store them; `-` is standard input.

    Folders are searched through. Loading a document again replaces what it gave before and nothing else; an unchanged
    one is left alone, unless you say --again. A document that cannot be read is named and left out, and the exit status
    is 1. A load that is broken off leaves whole documents only, and the next one goes on from there. With --cluster, a
    PATH may also be a URL, such as s3://digests, or @LIST, a file that names one path a line; all machines must reach
    it.
    """
    from kg.namespaces import ID

    if (parts and not cluster) or (cluster and dry_run):
        raise click.UsageError("--parts goes with --cluster, and --dry-run without it.")
    refused: list[KGError] = []
    if refusals:
        check_place_of(refusals)
    try:
        if cluster:
            read = _load_on(cluster, parts, paths, store, base or ID, refused, again=again)
        elif dry_run:
            read = _show_plan(paths, store, base or ID, refused, again=again)
        else:
            read = _load(paths, store, base or ID, refused, processes, again=again)
    except KeyboardInterrupt:
        raise KeyboardInterrupt("nothing was stored" if dry_run else _kept(store, parts)) from None
    unwritten = write(refusals, refused) if refusals else None
    if refused:
        _end_with(refused, read, paths, unwritten, dry_run=dry_run)
    if unwritten:
        raise unwritten


def _load(
    paths: tuple[str, ...], store: str, base: str, refused: list[KGError], processes: int | None, *, again: bool
) -> int:
    """Load and report; how many documents were read."""
    from kg.loading.fresh import nothing_new

    report = None if again else nothing_new(paths, store, base)
    if report is None:
        from kg.opening import open_store
        from kg.pipeline import load

        with open_store(store, create=True, read_only=False) as opened:
            report = load(
                paths,
                opened,
                base=base,
                refused=refused.append,
                watched=_with_progress,
                processes=processes,
                again=again,
            )
    _report(report, store)
    return _count(report)


def _load_on(
    cluster: str,
    parts: str | None,
    paths: tuple[str, ...],
    store: str,
    base: str,
    refused: list[KGError],
    *,
    again: bool,
) -> int:
    """Load on a cluster, or keep the parts, and report; how many documents were read."""
    from kg.cluster.load import load_into, write_parts

    if parts:
        report = write_parts(paths, cluster, parts, base=base, refused=refused.append, again=again)
    else:
        report = load_into(store, paths, cluster, base=base, refused=refused.append, again=again)
    _report(report, parts or store)
    return _count(report)


def _kept(store: str, parts: str | None) -> str:
    """What a load that was broken off leaves."""
    from pathlib import Path

    from kg.folder import Folder
    from kg.stores import MEMORY, is_remote

    if parts:
        return f"the finished parts in {parts} are kept, and the same command goes on from there"
    if is_remote(store) or Folder(Path(store)).engine.is_dir():
        return f"{store} holds whole documents only, and the same command goes on from there"
    where = "" if store == MEMORY else f" in {store}, since no batch of documents was finished"
    return f"nothing is stored{where}: the same command begins anew"


def _count(report: "LoadReport") -> int:
    return len(report.added) + len(report.replaced) + len(report.unchanged) + len(report.copies)


def _show_plan(paths: tuple[str, ...], store: str, base: str, refused: list[KGError], *, again: bool) -> int:
    """Print what a load would do to each review, and how often it would do what; how many documents would change."""
    from collections import Counter

    from kg.cli.output import note
    from kg.folder import MissingStoreError
    from kg.opening import open_store
    from kg.pipeline import plan
    from kg.stores import MEMORY

    counts: Counter[str] = Counter()
    names: dict[str, tuple[Replacement | None, Double | None]] = {}
    try:
        opened = open_store(store)
    except MissingStoreError:
        opened = open_store(MEMORY)
    with opened:
        for change in plan(paths, opened, base=base, refused=refused.append, watched=_with_progress, again=again):
            click.echo(f"{change.what:<6} {change.document}: {change.review}")
            counts[change.what] += 1
            names[change.document] = change.replaces, change.doubles
    said = ", ".join(f"{count} to {what}" for what, count in sorted(counts.items()))
    replacements = [replaced for replaced, _ in names.values() if replaced]
    for each in replacements:
        note(f"Would be replaced: {each}")
    _warn(chain(replacements, (doubled for _, doubled in names.values() if doubled)))
    note(f"Nothing was stored. Reviews: {said or 'none would change'}.")
    return len(names)


def _end_with(
    refused: Sequence[KGError], read: int, paths: Sequence[str], unwritten: KGError | None, *, dry_run: bool
) -> NoReturn:
    from kg.cli.output import note

    for error in refused if dry_run or read or len(refused) > 1 else ():
        note(f"Refused: {error}")
    if unwritten:
        note(str(unwritten))
    if dry_run:
        raise RefusedError(f"{len(refused)} document{'' if len(refused) == 1 else 's'} would be refused.")
    raise _summary(refused, read, paths)


def _report(report: "LoadReport", store: str) -> None:
    from kg.cli.output import note

    done = {"added": report.added, "replaced": report.replaced, "unchanged": report.unchanged}
    said = [f"{len(names)} {what}" for what, names in done.items() if names]
    if said:
        hint = " (--again reads them all the same)" if report.unchanged and not report.reviews else ""
        reviews = f", {report.reviews} review{'' if report.reviews == 1 else 's'} read" if report.reviews else ""
        unread = f", {report.share}" if report.reviews else ""
        note(f"Documents in {store}: {', '.join(said)}{hint}{reviews}{unread}.")
    compared = {each.document: each for each in report.replacements}
    for name in report.replaced:
        note(f"Replaced: {compared.get(name, name)}")
    _warn(chain(report.replacements, report.doubles))
    for name, original in report.copies:
        note(f"Left out: {name} holds the same bytes as {original}.")
    for misfit in report.misfits:
        note(f"{misfit}. It is kept: see `kg curate list`.")


def _warn(beside: "Iterable[Replacement | Double]") -> None:
    from kg.cli.output import note

    for warning in filter(None, (each.warning for each in beside)):
        note(warning)


def _summary(refused: Sequence[KGError], read: int, paths: Sequence[str]) -> KGError:
    if len(refused) == 1 and not read:
        return refused[0]
    if not read:
        return RefusedError(
            f"None of the {len(refused)} files in {', '.join(paths)} could be read; nothing was stored."
        )
    return RefusedError(f"{len(refused)} of {read + len(refused)} documents refused; the others are stored.")


def _with_progress(sources: "Sequence[Source]") -> "Iterator[Source]":
    """A progress bar with rate and time left on a terminal, never in a pipe; hidden for a handful of documents."""
    import sys
    from time import monotonic

    if len(sources) < _FEW or not sys.stderr.isatty():
        yield from sources
        return
    start, done = monotonic(), 0

    def rate(_: object) -> str:
        return f"{done / max(monotonic() - start, 0.001):.1f} documents/s"

    bar = click.progressbar(
        sources, label="Reading", file=sys.stderr, show_eta=True, show_pos=True, item_show_func=rate
    )
    with bar:
        for source in bar:
            done += 1
            yield source

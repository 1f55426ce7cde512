"""The whole path on one screen: files -> documents -> digests -> store."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING

from kg.errors import KGError, fault, raised
from kg.extract import extract
from kg.loading.sources import Paths, Source, data_of, printable, sources
from kg.model import Digest, SourceDocument
from kg.namespaces import ID
from kg.read import Worker, read_apart, read_bytes
from kg.stores import Store, TakesParts

if TYPE_CHECKING:
    from kg.loading.changes import Change
    from kg.loading.parts import Part
    from kg.loading.plan import LoadReport, Run


def load(
    paths: Paths,
    store: Store,
    *,
    base: str = ID,
    refused: Callable[[KGError], None] | None = None,
    watched: Callable[[Sequence[Source]], Iterable[Source]] = iter,
    processes: int | None = None,
    again: bool = False,
) -> "LoadReport":
    """Read, extract and store the documents of files and folders, in batches of whole documents.

    A document that the store holds already, read by this version, is hashed and not read, unless all is read `again`.
    `refused` takes the errors of files that are left out; without it the first such error ends the load. `watched` sees
    the sources go by. Many documents are read by as many processes as there are processors, unless a number is given.

    Raises: KGError.
    """
    coming = watched(sources(paths))
    if isinstance(store, TakesParts):
        run = store.run(base)
        run.again = again
        store.write(_parts(coming, run, refused or raised, processes))
        return run.report
    unchanged: list[str] = []
    with Worker() as worker:
        fresh = _fresh(coming, _current(store, base, again=again), worker, unchanged, refused or raised)
        report = store.load(fresh, base=base)
    return replace(report, unchanged=(*unchanged, *report.unchanged))


def plan(
    paths: Paths,
    store: Store,
    *,
    base: str = ID,
    refused: Callable[[KGError], None] | None = None,
    watched: Callable[[Sequence[Source]], Iterable[Source]] = iter,
    again: bool = False,
) -> Iterator["Change"]:
    """Yield what `load` would add, change and remove, review by review. Nothing is stored.

    Raises: KGError.
    """
    with Worker() as worker:
        current = _current(store, base, again=again)
        fresh = _fresh(watched(sources(paths)), current, worker, [], refused or raised)
        yield from store.plan(fresh, base=base, again=again)


def digests(paths: Paths) -> Iterator[Digest | KGError]:
    """Yield what is read from each document, or the error that says why nothing is."""
    with Worker() as worker:
        for source in sources(paths):
            try:
                yield extract(document(source, worker))
            except KGError as error:
                yield error
            except Exception as error:  # noqa: BLE001 - as in a load
                yield fault(printable(source.name), error)


def _parts(
    coming: Iterable[Source], run: "Run", refused: Callable[[KGError], None], processes: int | None
) -> Iterator["Part"]:
    """Yield what the documents come to that the store does not hold as they are; possible copies are decided last."""
    from kg.loading.fresh import requests, requests_again
    from kg.loading.hands import outcomes

    perhaps_copies: list[tuple[Source, str]] = []
    found = outcomes(requests(coming, run, refused, perhaps_copies), processes)
    others = outcomes(requests_again(perhaps_copies, run, refused), 1)
    for outcome in chain(found, others):
        if isinstance(outcome, KGError):
            refused(outcome)
        else:
            yield run.taken(outcome)


def _current(store: Store, base: str, *, again: bool) -> Callable[[str, str], bool]:
    """What tells which documents need not be read."""
    return (lambda _name, _sha256: False) if again else store.current(base)


def _fresh(
    all_sources: Iterable[Source],
    is_current: Callable[[str, str], bool],
    worker: Worker,
    unchanged: list[str],
    refused: Callable[[KGError], None],
) -> Iterator[Digest]:
    """Yield the digests of documents that the store does not hold as they are."""
    for source in all_sources:
        try:
            data = data_of(source)
            if is_current(source.name, sha256(data).hexdigest()):
                unchanged.append(source.name)
            else:
                yield extract(read_bytes(source.name, data, worker.read))
        except KGError as error:
            error.document = printable(source.name)
            refused(error)
        except Exception as error:  # noqa: BLE001 - as in kg.loading.hand: a fault of ours costs this document alone
            refused(fault(printable(source.name), error))


def document(source: Source, worker: Worker | None = None) -> SourceDocument:
    """The document of a source, under the source's name.

    Raises: UnreadableError.
    """
    return read_bytes(source.name, data_of(source), worker.read if worker else read_apart)

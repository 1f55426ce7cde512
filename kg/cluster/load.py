"""A load on a cluster: hashes first, which tell what is new; then parts; then the store takes the parts as they come.

The steps and their order are those of `kg.pipeline.load`, so the store is the same to the byte.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cluster.parts import MANIFEST, Folder, Made, clear, finished, kept, manifest, whole
from kg.cluster.places import Place, failures_told, places, system_of, write
from kg.cluster.scheduler import connected, in_order
from kg.cluster.slices import Slice, Task, evenly, slices
from kg.cluster.work import hashes, make
from kg.errors import KGError
from kg.loading import vocabulary_graphs
from kg.loading.parts import Part
from kg.loading.plan import LoadReport, Run, Standing, as_quads
from kg.namespaces import ID
from kg.opening import open_store
from kg.stores import MEMORY, TakesParts, is_remote

if TYPE_CHECKING:
    from distributed import Client

Refused = Callable[[KGError], None]

_HASHED_AT_ONCE = 256  # documents
_VOCABULARY = "vocabulary.nq"


def load_into(
    where: str, paths: Sequence[str], address: str, *, base: str = ID, refused: Refused, again: bool = False
) -> LoadReport:
    """Read documents on the cluster at an address, and store them in the store at a place.

    The parts stand beside the store meanwhile, where all machines must reach them.

    Raises: KGError.
    """
    with open_store(where, create=True, read_only=False) as store:
        if not isinstance(store, TakesParts):
            raise TypeError(f"{store!r} takes no parts")
        return load(paths, store, address, _beside(where), base=base, refused=refused, again=again)


def load(
    paths: Sequence[str],
    store: TakesParts,
    address: str,
    parts: str,
    *,
    base: str = ID,
    refused: Refused,
    again: bool = False,
) -> LoadReport:
    """Read documents on the cluster at an address into parts, and store them; the parts are removed afterwards.

    A load that is broken off goes on where it was: finished parts are not made anew, but where all is read `again`.

    Raises: KGError.
    """
    found = places(paths)
    with connected(address) as client:
        folder, run = _folder(parts), store.run(base)
        run.again = again
        store.write(_stored(_made(client, found, run, folder, refused), run, folder))
    clear(folder)
    return run.report


def write_parts(
    paths: Sequence[str], address: str, parts: str, *, base: str = ID, refused: Refused, again: bool = False
) -> LoadReport:
    """Read documents on the cluster at an address into parts, which stay for an engine to load.

    Beside the parts stands `manifest.json`, which names the files to load, the vocabulary among them.

    Raises: KGError.
    """
    found = places(paths)
    all_made: list[Made] = []
    with connected(address) as client:
        folder, run = _folder(parts), Run({}, base, again=again)
        for made in _made(client, found, run, folder, refused):
            for part in made.parts:
                run.taken(part)
            all_made.append(made)
    lines = (as_quads(graph, vocabulary_graphs.triples(graph)) for graph in vocabulary_graphs.VOCABULARY)
    write(folder.system, f"{folder.path}/{_VOCABULARY}", "".join(lines).encode())
    write(folder.system, f"{folder.path}/{MANIFEST}", manifest(all_made, [_VOCABULARY]))
    return run.report


def _beside(where: str) -> str:
    """The folder of a store's parts, of no other store: beside its own, or in the working folder if it has none."""
    if is_remote(where):
        return str(Path(f".kg-{hashlib.sha256(where.encode()).hexdigest()[:16]}.parts").absolute())
    place = Path(".kg-memory" if where == MEMORY else where).absolute()
    return str(place.with_name(f"{place.name}.parts"))


def _folder(parts: str) -> Folder:
    folder = Folder(*system_of(parts))
    with failures_told(folder.system, folder.path, "made"):
        folder.system.makedirs(folder.path, exist_ok=True)
    return folder


def _stored(all_made: Iterable[Made], run: Run, folder: Folder) -> Iterator[Part]:
    for made in all_made:
        for part in whole(folder, made):
            yield run.taken(part)


def _made(client: "Client", found: Sequence[Place], run: Run, folder: Folder, refused: Refused) -> Iterator[Made]:
    """Yield what the documents come to that a store does not hold as they are; possible copies are decided last.

    Whoever takes it tells `run` of each document before the next is asked for.
    """
    perhaps_copies: list[Task] = []
    new = _new(client, found, run, refused, perhaps_copies)
    yield from _parts(client, new, run, folder, refused)
    others = (task for task in perhaps_copies if not run.is_copy(task.name, task.sha256))
    yield from _parts(client, others, run, folder, refused)


def _parts(client: "Client", tasks: Iterable[Task], run: Run, folder: Folder, refused: Refused) -> Iterator[Made]:
    done: frozenset[str] = frozenset() if run.again else finished(folder)

    def known(work: Slice) -> Made | None:
        return kept(folder, work.key) if work.key in done else None

    for made in in_order(client, make, slices(tasks, run.base), _address(folder), done=known):
        for name, why in made.refused:
            refused(_named(name, why))
        yield made


def _new(
    client: "Client", found: Sequence[Place], run: Run, refused: Refused, perhaps_copies: list[Task]
) -> Iterator[Task]:
    """Yield the documents to read; those that may be copies of others are put by."""
    hashed = in_order(client, hashes, evenly([place.where for place in found], _HASHED_AT_ONCE))
    told = (each for some in hashed for each in some)
    for place, (sha256, why) in zip(found, told, strict=True):
        if why:
            refused(_named(place.name, why))
            continue
        task = Task(place.name, place.where, sha256, run.about(place.name))
        standing = run.standing(place.name, sha256)
        if standing is Standing.NEW:
            yield task
        elif standing is Standing.PERHAPS_A_COPY:
            perhaps_copies.append(task)


def _named(name: str, why: str) -> KGError:
    error = KGError(why)
    error.document = name
    return error


def _address(folder: Folder) -> str:
    """The folder as every machine can open it."""
    return str(folder.system.unstrip_protocol(folder.path))

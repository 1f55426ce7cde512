"""The cluster: Dask's scheduler at an address, and results in order while many are on their way."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from kg.answers import MissingLibraryError
from kg.cluster.errors import ClusterError

if TYPE_CHECKING:
    from distributed import Client

Work = TypeVar("Work")
Result = TypeVar("Result")

_AHEAD = 4  # tasks for each thread of the cluster that may be on their way
_WAIT = 30  # seconds for a scheduler to answer, and for a first worker to come


@contextmanager
def connected(address: str) -> Iterator["Client"]:
    """A client of the scheduler at an address, which has a worker.

    Raises: ClusterError, MissingLibraryError.
    """
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise MissingLibraryError("distributed", "cluster") from error
    try:
        client = Client(address, timeout=_WAIT, set_as_default=False)  # type: ignore[no-untyped-call] # it has no types
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"There is no scheduler at {address}: start `dask scheduler`, and give the address it prints."
        ) from error
    with client:
        _must_have_workers(client, address)
        yield client


def in_order(
    client: "Client",
    function: Callable[..., Result],
    works: Iterable[Work],
    *more: object,
    done: Callable[[Work], Result | None] = lambda _: None,
) -> Iterator[Result]:
    """Yield what a function gives for each piece of work, in order; what `done` knows already is not asked for.

    Work of a machine that is lost is given to another.

    Raises: ClusterError, and what the function raises.
    """
    ahead = _AHEAD * max(1, _threads(client))
    waiting: deque[Callable[[], Result]] = deque()
    for work in works:
        known = done(work)
        if known is None:
            waiting.append(client.submit(function, work, *more, pure=False).result)
        else:
            waiting.append(_always(known))
        if len(waiting) >= ahead:
            yield _result(waiting.popleft())
    while waiting:
        yield _result(waiting.popleft())


def _result(get: Callable[[], Result]) -> Result:
    from distributed import KilledWorker
    from distributed.client import FutureCancelledError

    try:
        return get()
    except (KilledWorker, FutureCancelledError, OSError) as error:
        raise ClusterError(
            "The cluster lost the same work again and again, or its scheduler. What is finished is kept: look at the "
            "workers' memory, then run the same command again."
        ) from error


def _always(known: Result) -> Callable[[], Result]:
    return lambda: known


def _threads(client: Any) -> int:  # noqa: ANN401 - the library has no types here
    return sum(client.nthreads().values())


def _must_have_workers(client: Any, address: str) -> None:  # noqa: ANN401 - the scheduler's client has no types
    try:
        client.wait_for_workers(1, timeout=_WAIT)
    except TimeoutError as error:
        raise ClusterError(
            f"The scheduler at {address} has no workers: start `dask worker {address} --nthreads 1` on each machine."
        ) from error

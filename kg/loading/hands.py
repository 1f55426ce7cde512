"""Documents turned into parts by as many processes as there are processors: docs/decisions/150-hands.md.

What starts and what asks them is imported where there are documents to read, since most loads find few or none.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from queue import SimpleQueue
from threading import Lock
from typing import TYPE_CHECKING

from kg.errors import KGError
from kg.loading.parts import Request
from kg.processes import processors, started
from kg.read import Worker

if TYPE_CHECKING:
    import subprocess
    from concurrent.futures import Future, ThreadPoolExecutor

    from kg.loading.hand import Outcome
    from kg.loading.team import Copy

_FEW = 24  # documents that are read sooner than a process starts
_SMALL = 1 << 20  # bytes of them
_AHEAD = 12  # documents for each process that may be read before the first of them is asked for


def outcomes(requests: Iterable[Request], processes: int | None = None) -> "Iterator[Outcome]":
    """Yield what each request comes to, in the order of the requests and the same however many processes there are.

    Requests are taken as they are needed. Without a number, all processors are used where there are many documents.
    """
    count = processors() if processes is None else processes
    if count <= 1:
        yield from _here(requests)
    elif processes is not None:
        yield from _apart(requests, count)
    else:
        waiting = iter(requests)
        few = list(_few(waiting))
        more = next(waiting, None)
        yield from _here(few) if more is None else _apart(chain(few, [more], waiting), count)


def _few(requests: Iterator[Request]) -> Iterator[Request]:
    size = 0
    for number, request in enumerate(requests, 1):
        yield request
        size += len(request.data)
        if number == _FEW or size >= _SMALL:
            return


def _here(requests: Iterable[Request]) -> "Iterator[Outcome]":
    with Worker() as worker:
        for request in requests:
            from kg.loading.hand import outcome

            yield outcome(request, worker.read)


def _apart(requests: Iterable[Request], processes: int) -> "Iterator[Outcome]":
    from concurrent.futures import ThreadPoolExecutor

    from kg.loading.team import team

    pool = ThreadPoolExecutor(processes)  # a thread for each process: it only writes and waits
    free: SimpleQueue[Hand] = SimpleQueue()
    hands: list[Hand] = []
    try:
        with team(processes) as copies:
            hands += [Hand(copy) for copy in copies] or [Hand() for _ in range(processes)]
            for hand in hands:
                free.put(hand)
            try:
                yield from _in_order(requests, free, pool, processes * _AHEAD)
            finally:  # before the copies end: a thread that waits for one would start a process in its place
                for hand in hands:
                    hand.stop()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for hand in hands:
            hand.close()


def _in_order(
    requests: Iterable[Request], free: "SimpleQueue[Hand]", pool: "ThreadPoolExecutor", ahead: int
) -> "Iterator[Outcome]":
    def answer(request: Request) -> "Outcome":
        hand = free.get()
        try:
            return hand.outcome(request)
        finally:
            free.put(hand)

    waiting: deque[Future[Outcome]] = deque()
    for request in requests:
        waiting.append(pool.submit(answer, request))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


class Hand:
    """A process that turns documents into parts: one that was begun, or one started when the first document comes.

    It is started anew after a document that ended it.
    """

    def __init__(self, begun: "Copy | None" = None) -> None:
        self._process: Copy | subprocess.Popen[bytes] | None = begun
        self._is_stopped = False
        self._lock = Lock()  # held while a process is started, so that none is once this has stopped

    def outcome(self, request: Request) -> "Outcome":
        """What a document comes to; one that ends two processes is refused."""
        from pickle import UnpicklingError

        for _ in range(2):
            with suppress(EOFError, OSError, UnpicklingError):
                return self._asked(request)
            self._end()
        refused = KGError(f"{request.name} ends the process that reads it: take it out, or save its text anew.")
        refused.document = request.name
        return refused

    def stop(self) -> None:
        """Start no other process from now on; the one that runs goes on."""
        with self._lock:
            self._is_stopped = True

    def close(self) -> None:
        """End the process, if it runs, and start no other."""
        self.stop()
        self._end()

    def _asked(self, request: Request) -> "Outcome":
        from pickle import HIGHEST_PROTOCOL, dump, load

        with self._lock:
            if self._is_stopped:
                raise EOFError
            process = self._process = self._process or started("kg.loading.hand")
        assert process.stdin is not None and process.stdout is not None
        dump(request, process.stdin, HIGHEST_PROTOCOL)
        process.stdin.flush()
        answer: Outcome = load(process.stdout)  # noqa: S301 - our own process wrote it
        return answer

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

"""Workers that answer questions, each a process that is killed when its time is over or nobody waits any more."""

import asyncio
import subprocess
import time
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from threading import Condition, Thread

from kg.processes import started
from kg.serve.sparql.jobs import Job, Reply
from kg.serve.sparql.limits import Limits

Gone = Callable[[], Awaitable[bool]]
_POLL = 0.1  # seconds between two looks whether whoever asked is still there
_GRACE = 1.0  # seconds after which a worker ends itself, should nobody do it
_BUSY = "The server is busy with other questions: ask again in a moment."
_BROKEN = "The question needs more memory than is given, or breaks the engine: ask in smaller steps."


class Ticket:
    """A job on its way: waiting, at a worker, or done."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.until = time.monotonic() + job.seconds
        self.future: Future[Reply] = Future()
        self.process: subprocess.Popen[bytes] | None = None
        self.is_stopped = False

    @property
    def left(self) -> float:
        """The seconds that remain."""
        return max(self.until - time.monotonic(), 0.0)

    def settle(self, reply: Reply) -> None:
        """Give the reply to who waits for it, unless one was given."""
        if not self.future.done():
            self.future.set_result(reply)


class Pool:
    """Asks workers over one store. Any event loop may use it; processes start when the first question comes."""

    def __init__(self, where: str | Path, limits: Limits | None = None, *, nice: int = 5) -> None:
        self.limits = limits or Limits()
        self._arguments = (str(where), str(self.limits.memory), str(nice))
        self._waiting: deque[Ticket] = deque()
        self._change = Condition()
        self._keepers: list[Thread] = []
        self._processes: set[subprocess.Popen[bytes]] = set()
        self._idle = 0
        self._is_closed = False

    async def ask(self, job: Job, gone: Gone | None = None) -> Reply:
        """The reply to a job: after its time, or when nobody is there any more, one of status 503."""
        job = replace(job, rows=min(job.rows, self.limits.rows), size=min(job.size, self.limits.size))
        ticket = Ticket(replace(job, seconds=min(job.seconds, self.limits.seconds)))
        if not self._enter(ticket):
            return Reply.refused(503, _BUSY)
        try:
            return await self._followed(ticket, gone)
        finally:
            self._stop(ticket)

    def close(self) -> None:
        """End all workers; whoever waits is told."""
        with self._change:
            self._is_closed = True
            for ticket in self._waiting:
                ticket.settle(Reply.refused(503, _BUSY))
            self._waiting.clear()
            for process in self._processes:
                process.kill()
            self._change.notify_all()
        for keeper in self._keepers:
            keeper.join(5)

    async def _followed(self, ticket: Ticket, gone: Gone | None) -> Reply:
        answered = asyncio.wrap_future(ticket.future)
        while not answered.done() and ticket.left:
            await asyncio.wait({answered}, timeout=min(_POLL, ticket.left) if gone else ticket.left)
            if not answered.done() and gone and await gone():
                break
        if answered.done():
            return answered.result()
        return Reply.refused(503, self._late(ticket))

    def _late(self, ticket: Ticket) -> str:
        if ticket.process is None:
            return _BUSY
        return f"The question took longer than {ticket.job.seconds:g} seconds and was ended: ask in smaller steps."

    def _enter(self, ticket: Ticket) -> bool:
        with self._change:
            if self._is_closed or len(self._waiting) >= self.limits.waiting + self._idle:
                return False
            self._waiting.append(ticket)
            if len(self._keepers) < self.limits.workers and len(self._waiting) > self._idle:
                self._keepers.append(Thread(target=self._keep, daemon=True))
                self._keepers[-1].start()
                self._idle += 1
            self._change.notify()
            return True

    def _stop(self, ticket: Ticket) -> None:
        """End the work on a ticket, wherever it is."""
        with self._change:
            ticket.is_stopped = True
            if ticket in self._waiting:
                self._waiting.remove(ticket)
            if ticket.process is not None:
                ticket.process.kill()

    def _keep(self) -> None:
        """Answer tickets with one process at a time, until the pool is closed."""
        process: subprocess.Popen[bytes] | None = None
        while (ticket := self._next()) is not None:
            process = process or self._started()
            reply = self._answered(ticket, process) if process else None
            if reply is None and process is not None:
                self._ended(process)
                process = self._started()
            ticket.settle(reply or Reply.refused(503, _BROKEN))
            with self._change:
                self._idle += 1
        if process is not None:
            self._ended(process)

    def _next(self) -> Ticket | None:
        with self._change:
            self._change.wait_for(lambda: self._waiting or self._is_closed)
            if self._is_closed:
                return None
            self._idle -= 1
            return self._waiting.popleft()

    def _answered(self, ticket: Ticket, process: subprocess.Popen[bytes]) -> Reply | None:
        """What the process says; nothing if it ended, or was ended, before."""
        with self._change:
            if ticket.is_stopped:
                return Reply.refused(503, _BUSY)
            ticket.process = process
        reply = _told(process, replace(ticket.job, seconds=ticket.left + _GRACE))
        with self._change:
            ticket.process = None
            return None if ticket.is_stopped else reply  # who stopped it has killed the process

    def _started(self) -> subprocess.Popen[bytes] | None:
        """A new process, made while others may enter; none if the pool is closed or the system has no room for one."""
        try:
            process = started("kg.serve.sparql.worker", *self._arguments)
        except OSError:
            return None
        with self._change:
            self._processes.add(process)
            is_closed = self._is_closed
        if is_closed:
            self._ended(process)
        return None if is_closed else process

    def _ended(self, process: subprocess.Popen[bytes]) -> None:
        """Kill what may still run, and take its leave of the system."""
        process.kill()
        process.communicate()
        with self._change:
            self._processes.discard(process)


def _told(process: subprocess.Popen[bytes], job: Job) -> Reply | None:
    """The process's reply to a job; nothing if it ended before it was whole."""
    assert process.stdin is not None and process.stdout is not None
    try:
        process.stdin.write(job.line())
        process.stdin.flush()
        return Reply.read(process.stdout)
    except OSError:
        return None

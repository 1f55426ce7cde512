"""Hands that begin ready: copies of one process that has read a document, so that rules and tables are made once.

The first process waits until its standard input ends, and then ends its copies, so that none outlives its caller.
"""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from kg.loading.hand import answer, outcome
from kg.loading.parts import Request
from kg.paths import sample
from kg.processes import started
from kg.read import Worker

CAN_COPY = sys.platform == "linux"  # elsewhere libraries of the system may not work in a copy
_YOUNG = 50_000  # objects made until they are searched for cycles, of which extraction makes hardly any; 700 is usual


class Copy:
    """A process copied from another, by the ends of its pipes that are ours."""

    def __init__(self, stdin: BinaryIO, stdout: BinaryIO) -> None:
        self.stdin = stdin
        self.stdout = stdout

    def kill(self) -> None:
        """Ask nothing more of it, so that it ends if it has not."""
        for pipe in (self.stdin, self.stdout):
            with suppress(OSError):
                pipe.close()

    def wait(self) -> None:
        """Do nothing: the process that it was copied from waits for it."""


@contextmanager
def team(count: int) -> Iterator[list[Copy]]:
    """So many copies, which are ended at the end; none where processes cannot be copied safely."""
    if not CAN_COPY:
        yield []
        return
    pipes = [(*os.pipe(), *os.pipe()) for _ in range(count)]
    theirs = [end for asked, _, _, answers in pipes for end in (asked, answers)]
    first = started("kg.loading.team", *map(str, theirs), pipes=theirs)
    for end in theirs:
        os.close(end)
    try:
        yield [Copy(os.fdopen(ask, "wb"), os.fdopen(answered, "rb")) for _, ask, answered, _ in pipes]
    finally:
        first.communicate()


def main() -> None:
    """Read the sample, and then copy this process for each two pipes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # no thread may run while a process is copied
    theirs = list(map(int, sys.argv[1:]))
    _read_sample()
    gc.freeze()  # what stands already is the same in all copies, and need not be searched for cycles in any
    gc.set_threshold(_YOUNG)
    copies = [_copied(theirs, *ends) for ends in zip(theirs[::2], theirs[1::2], strict=True)]
    for end in theirs:
        os.close(end)
    sys.stdin.buffer.read()
    for copy in copies:
        os.kill(copy, signal.SIGKILL)
        os.waitpid(copy, 0)


def _read_sample() -> None:
    with Worker() as worker:
        for file in sorted(sample().iterdir()):
            outcome(Request(file.name, file.read_bytes()), worker.read)


def _copied(theirs: list[int], asked: int, answers: int) -> int:
    """The number of a process that answers what is asked through a pipe through another."""
    copy = os.fork()
    if copy:
        return copy
    os.dup2(2, 1)  # what a library prints
    for end in theirs:
        if end not in (asked, answers):
            os.close(end)
    answer(os.fdopen(asked, "rb"), os.fdopen(answers, "wb"))
    os._exit(0)


if __name__ == "__main__":
    main()

"""The process that turns documents into parts: it answers requests on standard input until there are no more.

Requests and answers are pickled: both ends are this program. Files that need a library to be read are still read in
a process that may take neither more time nor more memory than it is given (kg.read.apart).
"""

import os
import pickle
import signal
import sys
from typing import BinaryIO

from kg.errors import KGError, fault
from kg.loading.parts import Part, Request, part
from kg.read import Apart, Worker

Outcome = Part | KGError


def main() -> None:
    """Answer requests on standard input. What a library prints goes to standard error, so that answers stay whole."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    answer(requests, answers)


def answer(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    with Worker() as worker:
        while True:
            try:
                request: Request = pickle.load(requests)  # noqa: S301 - the process that started this one wrote it
            except EOFError:
                return
            pickle.dump(outcome(request, worker.read), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()


def outcome(request: Request, apart: Apart) -> Outcome:
    """What a document comes to, or the error that says why it comes to nothing."""
    try:
        return part(request, apart)
    except KGError as error:
        error.document = request.name
        return error
    except Exception as error:  # noqa: BLE001 - whatever fails in our own rules costs this document, not the load
        return fault(request.name, error)


if __name__ == "__main__":
    main()

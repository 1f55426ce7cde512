"""The process that answers questions, one after the other, until there are no more.

A job is a line of JSON on standard input; a reply is a line of JSON and then bytes on standard output.
"""

import os
import sys
from threading import Timer

from kg.errors import briefly
from kg.memory import limit_memory
from kg.serve.sparql.engine import Engine
from kg.serve.sparql.jobs import Job, Reply


def main() -> None:
    """Answer jobs over the store in a folder: `WHERE MEMORY NICE`. What a library prints goes to standard error."""
    where, memory, nice = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    jobs, replies = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_memory(memory)
    if hasattr(os, "nice"):  # not on Windows
        os.nice(nice)  # leaves the processor to others
    engine = Engine(where)
    while line := jobs.readline():
        _answered(engine, Job.read(line)).write(replies)


def _answered(engine: Engine, job: Job) -> Reply:
    """The reply; who asked kills this process when the time is over, and if nobody is left to, it ends itself."""
    timer = Timer(job.seconds, os._exit, (1,))
    timer.daemon = True
    timer.start()
    try:
        return engine.reply(job)
    except (OSError, RuntimeError, RecursionError) as error:
        return Reply.refused(500, f"The question cannot be answered: {briefly(error)}. Try it in smaller steps.")
    finally:
        timer.cancel()


if __name__ == "__main__":
    main()

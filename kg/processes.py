"""Processes of our own interpreter that answer on standard output what they are asked on standard input."""

import os
import subprocess
import sys
from collections.abc import Collection


def started(module: str, *arguments: str, pipes: Collection[int] = ()) -> subprocess.Popen[bytes]:
    """A process that runs a module of ours. It ends when its standard input does, so it never outlives its caller.

    It has the `pipes` too, by the numbers that they have here.
    """
    command = [sys.executable, "-P", "-m", module, *arguments]  # -P: nothing is imported from the working directory
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        pass_fds=tuple(pipes),
    )


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

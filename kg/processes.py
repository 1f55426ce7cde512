"""Processes of our own interpreter: those that answer what they are asked, and one that takes this one's place."""

import os
import subprocess
import sys
from collections.abc import Collection


def started(module: str, *arguments: str, pipes: Collection[int] = ()) -> subprocess.Popen[bytes]:
    """A process that runs a module of ours. It ends when its standard input does, so it never outlives its caller.

    It has the `pipes` too, by the numbers that they have here.
    """
    return subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
        _command(module, *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        pass_fds=tuple(pipes),
    )


def ran(module: str, *arguments: str, seconds: float) -> int:
    """The exit status of a module of ours that reads and writes where this process does.

    Raises: subprocess.TimeoutExpired, if it does not end in time; it is ended then.
    """
    command = _command(module, *arguments)
    return subprocess.run(command, env=_environment(), timeout=seconds, check=False).returncode  # noqa: S603 - our own command


def _command(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-P", "-m", module, *arguments]  # -P: nothing is imported from the working directory


def _environment() -> dict[str, str]:
    """What this process has, and its modules where it finds them."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

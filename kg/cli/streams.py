"""Standard input, output and error as a command finds them: open, and able to say every character."""

import codecs
import os
import sys
from contextlib import suppress
from io import TextIOWrapper

_WAYS = {0: os.O_RDONLY, 1: os.O_RDONLY, 2: os.O_WRONLY}  # nothing can be written to a standard output that was closed


def prepare() -> None:
    """Make the three streams ready, whatever was closed and whatever encoding was asked for."""
    for number, way in _WAYS.items():
        _open(number, way)
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - open to the end
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - the same
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - the same
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            _say_all(stream)


def finish() -> None:
    """Let go of what could not be written, which was told already: else the interpreter tells it again at its end."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _open(number: int, way: int) -> None:
    """Give a closed stream's number to nothing, so that no file which is opened later gets it, and what is printed."""
    try:
        os.fstat(number)
    except OSError:
        opened = os.open(os.devnull, way)  # the lowest number that is free
        os.set_inheritable(opened, True)  # noqa: FBT003 - the function takes it so


def _say_all(stream: TextIOWrapper) -> None:
    r"""Write what the encoding lacks as `\u2013`; ASCII is what a machine says where none was set: it gets UTF-8."""
    is_ascii = codecs.lookup(stream.encoding).name == "ascii"
    stream.reconfigure(encoding="utf-8" if is_ascii else stream.encoding, errors=_ESCAPED)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """Characters as JSON escapes them, in the place of those that an encoding lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{one:02x}{other:02x}" for one, other in zip(units[::2], units[1::2], strict=True)), error.end


_ESCAPED = "kg.escaped"
codecs.register_error(_ESCAPED, _escaped)

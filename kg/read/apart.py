"""Reading in a process of its own, which can be ended: no file can take more time or memory than it is given."""

import json
from threading import Event, Timer
from typing import TYPE_CHECKING, Any, Self

from kg.read.content import Content
from kg.read.errors import UnreadableError
from kg.read.limits import MEMORY, SECONDS

if TYPE_CHECKING:
    from subprocess import Popen
    from types import TracebackType


class Worker:
    """A process that reads one file after the other, started when the first comes, and anew after one that ended it."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: "TracebackType | None"
    ) -> None:
        self.close()

    def read(self, name: str, module: str, data: bytes) -> Content:
        """What the `document` function of a module makes of a file's bytes.

        Raises: UnreadableError, if it refuses them, or needs more time or memory than it is given.
        """
        from kg.processes import started  # of those who read, only some need a process

        process = self._process = self._process or started("kg.read.worker")
        late = Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = Timer(self._seconds, end)
        timer.start()
        try:
            line = _asked(process, {"name": name, "module": module, "size": len(data)}, data)
        finally:
            timer.cancel()
            timer.join()  # until then it may be about to end the process, or be at it
        is_late = late.is_set()
        answer: dict[str, Any] = json.loads(line) if line.endswith(b"\n") else self._ending(name, is_late=is_late)
        if is_late or answer.get("is_last"):
            self.close()
        if "refused" in answer:
            raise UnreadableError(answer["refused"])
        links = tuple((start, end, address) for start, end, address in answer["links"])
        return Content(answer["text"], tuple(answer["pages"]), links)

    def close(self) -> None:
        """End the process, if it runs."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _ending(self, name: str, *, is_late: bool) -> dict[str, Any]:
        """The answer in place of a process that gave none."""
        memory = f"needs more than the {MEMORY >> 20:,} MB it is given, or breaks its reader"
        why = f"takes longer than {self._seconds:g} seconds to be read" if is_late else memory
        return {"refused": f"{name} {why}: save its text instead.", "is_last": True}


def read_apart(name: str, module: str, data: bytes) -> Content:
    """What a module makes of a file's bytes, read in a process for this file alone.

    Raises: UnreadableError.
    """
    with Worker() as worker:
        return worker.read(name, module, data)


def _asked(process: "Popen[bytes]", request: dict[str, object], data: bytes) -> bytes:
    """The process's answer; nothing, or a part of a line, if it ended before."""
    assert process.stdin is not None and process.stdout is not None
    try:
        process.stdin.write(json.dumps(request).encode() + b"\n" + data)
        process.stdin.flush()
    except OSError:  # a broken pipe; Windows calls it an invalid argument
        return b""
    return process.stdout.readline()

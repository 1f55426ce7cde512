"""What a worker is asked and what it answers, as lines of JSON."""

import json
from dataclasses import asdict, dataclass
from typing import IO, Any, Self


@dataclass(frozen=True, slots=True)
class Job:
    """A question, or a graph to be read, with the formats that would do and the limits that hold."""

    query: str | None = None
    graph: str | None = None  # without a query: the IRI of a graph, or nothing for all graphs as one
    solutions: str | None = "json"  # the format for rows, for yes or no, for triples; none if none would do
    boolean: str | None = "json"
    triples: str | None = "ttl"
    base: str | None = None  # what relative IRIs in the question are relative to
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    offset: int = 0  # rows to leave out at the start
    rows: int = 1_000_000_000  # the limits of the pool hold too, whichever is less
    size: int = 1_000_000_000
    seconds: float = 3_600.0

    def line(self) -> bytes:
        """The job as a line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> Self:
        """The job that a line holds."""
        said: dict[str, Any] = json.loads(line)
        for name in ("default_graphs", "named_graphs"):
            said[name] = tuple(said[name])
        return cls(**said)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: an HTTP status, bytes in a format, and what was left out of them."""

    status: int
    body: bytes
    format: str = "text"
    rows: int = 0
    cut: str = ""  # why there would be more, in words; empty if this is all

    @classmethod
    def refused(cls, status: int, words: str) -> Self:
        """One line that says why there is no answer."""
        return cls(status, words.encode() + b"\n")

    @property
    def is_good(self) -> bool:
        """Whether the body is an answer and not a line that says why there is none."""
        return self.status == 200

    def write(self, stream: IO[bytes]) -> None:
        """Put the reply into a stream: a line of JSON, then the bytes."""
        head = {"status": self.status, "format": self.format, "rows": self.rows, "cut": self.cut}
        stream.write(json.dumps({**head, "size": len(self.body)}).encode() + b"\n" + self.body)
        stream.flush()

    @classmethod
    def read(cls, stream: IO[bytes]) -> Self | None:
        """The reply that a stream holds; nothing, if the stream ends before."""
        line = stream.readline()
        if not line.endswith(b"\n"):
            return None
        head: dict[str, Any] = json.loads(line)
        size = head.pop("size")
        body = stream.read(size)
        return cls(body=body, **head) if len(body) == size else None

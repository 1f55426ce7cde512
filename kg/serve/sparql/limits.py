"""How much one question may take, and how many at once."""

from dataclasses import dataclass

_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What a question of somebody else's may take; the same for a saved one."""

    seconds: float = 10.0  # from its arrival, waiting included
    rows: int = 100_000  # of an answer, or triples
    size: int = 20 * _MB  # bytes of an answer
    text: int = 200_000  # bytes of a question
    memory: int = 4096 * _MB  # addresses a worker may use, the files of the store among them
    workers: int = 2  # questions answered at once
    waiting: int = 16  # questions that wait for one of these

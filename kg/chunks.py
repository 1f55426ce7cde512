"""Chunks of bytes as a file, so that what is written is never in memory as a whole."""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Chunks(io.RawIOBase):
    """A file to read from, made of chunks as they come."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._rest = memoryview(b"")  # a slice of it copies nothing, however large the chunk is
        self.error: BaseException | None = None  # what the chunks raised: the engine would wrap it

    def readable(self) -> bool:
        """Whether it can be read: yes."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill the buffer from the next chunks; 0 at the end."""
        while not self._rest:
            chunk = self._next()
            if chunk is None:
                return 0
            self._rest = memoryview(chunk)
        view = memoryview(buffer).cast("B")
        size = min(len(view), len(self._rest))
        view[:size], self._rest = self._rest[:size], self._rest[size:]
        return size

    def _next(self) -> bytes | None:
        try:
            return next(self._chunks, None)
        except BaseException as error:
            self.error = error
            raise

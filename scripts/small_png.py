"""PNG files of few colours: screenshots shrink to a third, and no eye sees it."""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

_COLOURS = 256
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def small_png(pixels: NDArray[np.uint8]) -> bytes:
    """A PNG of height x width x 3 pixels, each in the nearest of 256 of their colours."""
    height, width, _ = pixels.shape
    colours, index, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    kept, nearest = _palette(colours.astype(np.float64), counts)
    rows = nearest.astype(np.uint8)[index.ravel()].reshape(height, width)
    lines = np.insert(rows, 0, 0, axis=1).tobytes()  # each row starts with its filter: none
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    return _SIGNATURE + b"".join(
        _chunk(kind, content)
        for kind, content in (
            (b"IHDR", header),
            (b"PLTE", colours[kept].astype(np.uint8).tobytes()),
            (b"IDAT", zlib.compress(lines, 9)),
            (b"IEND", b""),
        )
    )


def _palette(colours: NDArray[np.float64], counts: NDArray[np.int64]) -> tuple[list[int], NDArray[np.int64]]:
    """Which colours to keep, and which of them is nearest to each: the worst served and commonest is added next."""
    kept = [int(counts.argmax())]
    nearest = np.zeros(len(colours), np.int64)
    distance = ((colours - colours[kept[0]]) ** 2).sum(axis=1)
    while len(kept) < min(_COLOURS, len(colours)):
        kept.append(int((distance * np.sqrt(counts)).argmax()))
        closer = ((colours - colours[kept[-1]]) ** 2).sum(axis=1)
        nearest[closer < distance] = len(kept) - 1
        distance = np.minimum(distance, closer)
    return kept, nearest


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

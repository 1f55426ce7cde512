"""The graph as a file or a stream, in the RDF format of the file's ending."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from kg.atomic import write_bytes
from kg.errors import CannotWriteError, KGError
from kg.formats import FORMATS, Quad


class Source(Protocol):
    """What holds quads: a `kg.store.Store`."""

    def quads(self, *, vocabulary: bool = False) -> Iterator[Quad]:
        """Every quad, each term as N-Quads writes it."""
        ...


class UnknownEndingError(KGError):
    """No RDF format has this ending."""


def export(store: Source, path: str | Path, format_: str | None = None, *, vocabulary: bool = False) -> None:
    """Write the graph to a file, whole or not at all, in the format of its ending unless another is given.

    Formats without named graphs hold the union of all sources. With `vocabulary`, the ontology, the theme scheme and
    the code lists come too. The same store gives the same bytes.

    Raises: UnknownEndingError, CannotWriteError, and what the format cannot say.
    """
    path = Path(path)
    ending = _ending(format_ or path.suffix, str(path))
    try:
        write_bytes(path, chunks(store, ending, vocabulary=vocabulary))
    except OSError as error:
        raise CannotWriteError(path, error) from error


def export_stream(store: Source, stream: BinaryIO, format_: str | None, *, vocabulary: bool = False) -> None:
    """Write the graph to a stream in a format: `ttl`, `trig`, `nt`, `nq`, `jsonld` or `rdf`.

    Raises: UnknownEndingError, and what the format cannot say.
    """
    if not format_:
        raise UnknownEndingError(f"A pipe has no ending: say which format with --format, one of {_known()}.")
    stream.writelines(chunks(store, _ending(format_, "Standard output"), vocabulary=vocabulary))


def chunks(store: Source, ending: str, *, vocabulary: bool = False) -> Iterator[bytes]:
    """Yield the graph in the format of an ending, as bytes of UTF-8."""
    for text in FORMATS[ending].write(store.quads(vocabulary=vocabulary)):
        yield text.encode()


def _ending(wanted: str, where: str) -> str:
    ending = "." + wanted.lower().lstrip(".")
    if ending not in FORMATS:
        raise UnknownEndingError(f"{where}: no RDF format ends in {wanted!r}. Try one of: {_known()}.")
    return ending


def _known() -> str:
    return ", ".join(FORMATS)

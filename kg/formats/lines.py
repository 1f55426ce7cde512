"""N-Triples and N-Quads: one statement a line, sorted."""

from collections.abc import Iterable, Iterator

from kg.rdf.statements import Quad
from kg.sorting import in_order


def as_ntriples(quads: Iterable[Quad]) -> Iterator[str]:
    """Yield N-Triples of all graphs as one."""
    yield from in_order(f"{s} {p} {o} .\n" for s, p, o, _ in quads)


def as_nquads(quads: Iterable[Quad]) -> Iterator[str]:
    """Yield N-Quads."""
    yield from in_order(f"{s} {p} {o} {g} .\n" if g != "DEFAULT" else f"{s} {p} {o} .\n" for s, p, o, g in quads)

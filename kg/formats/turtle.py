"""Turtle and TriG: prefixed, grouped by subject, sorted.

Written here and not by a library: rdflib takes minutes for what the engine writes in seconds, and the engine's
prefixes come in another order on every run.
"""

import re
from collections.abc import Iterable, Iterator

from kg.formats.terms import by_graph, by_subject, short, union
from kg.namespaces import PREFIXES, RDF, XSD
from kg.rdf.literals import bare
from kg.rdf.statements import Quad, WrittenTriple
from kg.sorting import Kept

_TYPED = re.compile(r'(".*")\^\^<(.*)>', re.DOTALL)
_BARE_NUMBERS = {XSD.integer: re.compile(r'"([+-]?[0-9]+)"'), XSD.decimal: re.compile(r'"([+-]?[0-9]*\.[0-9]+)"')}


def as_turtle(quads: Iterable[Quad]) -> Iterator[str]:
    """Yield Turtle of all graphs as one."""
    names = _Names()
    blocks = Kept(_blocks(union(quads), names, ""))
    yield from names.header()
    yield from blocks


def as_trig(quads: Iterable[Quad]) -> Iterator[str]:
    """Yield TriG: each graph as a block of its own."""
    names = _Names()
    blocks = Kept(block for graph, triples in by_graph(quads) for block in _graph(graph, triples, names))
    yield from names.header()
    yield from blocks


def _graph(graph: str, triples: Iterable[WrittenTriple], names: "_Names") -> Iterator[str]:
    if graph == "DEFAULT":
        yield from _blocks(triples, names, "")
        return
    yield f"\n{names.term(graph)} {{"
    yield from _blocks(triples, names, "    ")
    yield "}\n"


def _blocks(triples: Iterable[WrittenTriple], names: "_Names", indent: str) -> Iterator[str]:
    for subject, properties in by_subject(triples):
        lines = [f"{names.verb(verb)} {', '.join(map(names.term, objects))}" for verb, objects in properties]
        yield f"\n{indent}{names.term(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"


class _Names:
    """Shortens terms, and remembers which prefixes that took."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def header(self) -> list[str]:
        return [f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in sorted(self._used)]

    def verb(self, term: str) -> str:
        return "a" if bare(term) == RDF.type else self.term(term)

    def term(self, term: str) -> str:
        if term.startswith("<"):
            return self._iri(term)
        match = _TYPED.fullmatch(term)
        if match is None:
            return term
        number = _BARE_NUMBERS[XSD(match[2])].fullmatch(match[1]) if match[2] in _BARE_NUMBERS else None
        return number[1] if number else f"{match[1]}^^{self._iri(f'<{match[2]}>')}"

    def _iri(self, term: str) -> str:
        found = short(bare(term))
        if found is None:
            return term
        self._used.add(found[0])
        return ":".join(found)

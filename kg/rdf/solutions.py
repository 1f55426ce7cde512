"""Solutions of a question as plain values, read from the engine's own TSV: quicker than asking it for each term."""

from decimal import Decimal

from kg.answers import Answer, Value, gathered
from kg.namespaces import PREFIXES
from kg.rdf.literals import plain, unescaped

_INTEGER = PREFIXES["xsd"] + "integer"


def answer(tsv: bytes) -> Answer:
    """The answer that SPARQL 1.1 Query Results in TSV hold."""
    head, *lines = tsv.decode().split("\n")[:-1]  # the last line ends too
    if not head:
        return Answer((), ((),) * len(lines))
    known = _Values()  # long answers say the same again and again
    rows = gathered(tuple(map(known.__getitem__, line.split("\t"))) for line in lines)
    return Answer(tuple(name[1:] for name in head.split("\t")), rows)


class _Values(dict[str, Value]):
    """Values by how TSV writes them, each made once."""

    def __missing__(self, cell: str) -> Value:
        value = self[cell] = _literal(cell) if cell.startswith('"') else _value(cell)
        return value


def _value(cell: str) -> Value:
    """What a cell says that is no literal in quotation marks: a number, an IRI, or nothing."""
    if cell.isdecimal():
        return plain(cell, _INTEGER)
    if cell.startswith("<"):
        return cell[4:-4] if cell.startswith("<<(") else cell[1:-1]  # a statement, as the engine shows one, or an IRI
    if cell in ("true", "false"):
        return cell == "true"
    return _number(cell) if cell and not cell.startswith("_:") else cell or None


def _literal(cell: str) -> Value:
    """The words of a literal, or what they say in its datatype."""
    end = cell.rindex('"')  # no quotation mark is in a language or a datatype
    words = cell[1:end]
    if "\\" in words:
        words = unescaped(words)
    return plain(words, cell[end + 4 : -1]) if cell.startswith("^^", end + 1) else words


def _number(cell: str) -> Value:
    if "e" in cell.lower():
        return float(cell)
    return Decimal(cell) if "." in cell else plain(cell, _INTEGER)

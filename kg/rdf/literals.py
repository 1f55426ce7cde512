"""RDF literals as N-Triples writes them, taken apart, and as plain values of Python."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from kg.answers import Value
from kg.namespaces import PREFIXES

_LITERAL = re.compile(r'"(.*)"(?:@([\w-]+)|\^\^<(.*)>)?', re.DOTALL)
_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([tbnrf"\'\\]))')
_ECHARS = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_XSD = PREFIXES["xsd"]
_INTEGERS = (
    "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
    "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte",
)  # fmt: skip
_PLAIN: Mapping[str, Callable[[str], Value]] = MappingProxyType(
    {
        **{_XSD + name: int for name in _INTEGERS},
        _XSD + "decimal": Decimal,
        _XSD + "double": float,
        _XSD + "float": float,
        _XSD + "boolean": lambda text: text in ("true", "1"),
    }
)


class Literal(NamedTuple):
    """A literal taken apart: its words, its language, its datatype (`None` for plain text)."""

    words: str
    language: str | None
    datatype: str | None


def literal(term: str) -> Literal | None:
    """The parts of a literal; `None` for an IRI."""
    match = _LITERAL.fullmatch(term) if term.startswith('"') else None
    return Literal(unescaped(match[1]), match[2], match[3]) if match else None


def bare(term: str) -> str:
    """An IRI without its brackets; a blank node as it is."""
    return unescaped(term[1:-1]) if term.startswith("<") else term


def plain(lexical: str, datatype: str) -> Value:
    """A literal as a plain value: numbers and truth values as such, all else as its words."""
    try:
        return _PLAIN.get(datatype, str)(lexical)
    except (ValueError, ArithmeticError):
        return lexical  # "abc"^^xsd:integer is allowed in RDF


def unescaped(text: str) -> str:
    """Words as they are, of words as they stand between quotation marks."""
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _ECHARS.get(match[3], match[3])

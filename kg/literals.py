"""RDF literals as plain values of Python."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from kg.answers import Value
from kg.namespaces import PREFIXES

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


def plain(lexical: str, datatype: str) -> Value:
    """A literal as a plain value: numbers and truth values as such, all else as its words."""
    try:
        return _PLAIN.get(datatype, str)(lexical)
    except (ValueError, ArithmeticError):
        return lexical  # "abc"^^xsd:integer is allowed in RDF

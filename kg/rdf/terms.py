"""RDF terms as text that reads the same in N-Triples, N-Quads, Turtle and SPARQL."""

import re
from typing import TYPE_CHECKING

from kg.namespaces import PREFIXES, XSD

if TYPE_CHECKING:
    from decimal import Decimal

_ABSOLUTE_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*+:[^\x00-\x20<>"{}|^`\\]*+')
_ESCAPES = (("\\", r"\\"), ('"', r"\""), ("\n", r"\n"), ("\r", r"\r"), ("\t", r"\t"), ("\f", r"\f"), ("\b", r"\b"))
_CODEPOINT = re.compile(r"\\\\([uU])")


def iri(text: str) -> str:
    """An absolute IRI in angle brackets.

    Raises: ValueError, if the text is not an absolute IRI.
    """
    if not _ABSOLUTE_IRI.fullmatch(text):
        raise ValueError(f"{text!r} is not an absolute IRI")
    return f"<{text}>"


def string(text: str, language: str | None = None) -> str:
    """A string literal, escaped, with its language if it has one."""
    return f'"{escaped(text)}"' + (f"@{language}" if language else "")


def typed(lexical: str, datatype: XSD) -> str:
    """A literal of a datatype; the lexical form is taken as it is."""
    return f'"{escaped(lexical)}"^^<{datatype}>'


def literal(lexical: str, datatype: str, language: str | None = None) -> str:
    """A literal as another source gives it: by its language, or by its datatype where that is not plain text."""
    plain = language is not None or datatype == PREFIXES["xsd"] + "string"
    return string(lexical, language) if plain else f'"{escaped(lexical)}"^^{iri(datatype)}'


def decimal(number: "Decimal") -> str:
    """The canonical lexical form of a decimal: `0.97`, `3.45`, `12`, never `1E+1`."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def escaped(text: str) -> str:
    r"""The words between the quotation marks of a literal.

    SPARQL replaces `\u0022` before it parses, some engines even behind an escaped backslash. So a `u` that follows a
    backslash is written as a code point itself, and no words can end the literal they stand in.
    """
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    backslashes = "\\" in text
    for letter, escape in _ESCAPES:  # the backslash first; quicker than `translate` on a whole document
        text = text.replace(letter, escape)
    return _CODEPOINT.sub(_as_codepoint, text) if backslashes else text


def compact(text: str) -> str:
    """An IRI of a known namespace as `prefix:name`; any other text as it is."""
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace) and len(text) > len(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def expand(text: str) -> str:
    """`prefix:name` of a known prefix as an IRI; any other text as it is."""
    prefix, colon, name = text.partition(":")
    return PREFIXES[prefix] + name if colon and prefix in PREFIXES and not name.startswith("//") else text


def _as_codepoint(match: re.Match[str]) -> str:
    return rf"\\\u{ord(match[1]):04X}"

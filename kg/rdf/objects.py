"""What statements say, as N-Triples writes it: text, numbers, dates, and the IRIs of themes and codes."""

import re
from decimal import Decimal
from functools import lru_cache

from kg.model import PartialDate
from kg.namespaces import XSD
from kg.rdf import iris
from kg.rdf.terms import decimal, iri, string, typed

_YEAR_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")  # 21 to 24 are seasons
_CONFIDENCE_PLACES = Decimal("0.0001")
_INTEGER = f"^^{iri(XSD.integer)}"


def english(text: str) -> str:
    """Text in English."""
    return string(text, "en")


def integer(number: int) -> str:
    """A whole number."""
    return f'"{number}"{_INTEGER}'


def decimal_number(number: Decimal) -> str:
    """A decimal number."""
    return typed(decimal(number), XSD.decimal)


def issued(when: PartialDate) -> str:
    """When something was published: a month of a year as such, all else as the text of EDTF."""
    return typed(when.edtf, XSD.gYearMonth) if _YEAR_MONTH.fullmatch(when.edtf) else string(when.edtf)


@lru_cache(maxsize=1_000)
def theme_node(theme: str) -> str:
    """The IRI of a theme."""
    return iri(iris.theme_iri(theme))


@lru_cache(maxsize=1_000)
def code_node(code: str) -> str:
    """The IRI of a code of one of the lists."""
    return iri(iris.code_iri(code))


@lru_cache(maxsize=1_000)  # of one subject or property, several facts are told
def known_node(address: str) -> str:
    """An IRI that is met again and again."""
    return iri(address)


@lru_cache(maxsize=10_000)
def label_text(label: str) -> str:
    """A label of the vocabulary as text."""
    return string(label)


@lru_cache(maxsize=1_000)
def confidence_number(confidence: float) -> str:
    """A confidence as a decimal number."""
    return typed(confidence_text(confidence), XSD.decimal)


@lru_cache(maxsize=1_000)
def confidence_text(confidence: float) -> str:
    """A confidence as it is written."""
    return decimal(Decimal(repr(confidence)).quantize(_CONFIDENCE_PLACES))

"""Values as text: what every format of an answer has in common."""

import re
import sys
from decimal import Decimal
from math import isfinite

from kg.answers import Answer, Value
from kg.rdf.terms import compact

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def text(value: Value) -> str:
    """A value as it is written; nothing for what is unknown."""
    if value.__class__ is int:  # most that is no text
        return str(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not isfinite(value):
        return str(value).replace("inf", "INF").replace("nan", "NaN")  # as XML Schema writes them
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def json_records(answer: Answer) -> list[dict[str, Value]]:
    """The rows as JSON objects from column to value."""
    return [{name: json_value(value) for name, value in record.items()} for record in answer.records()]


def json_value(value: Value) -> Value:
    """A value in JSON, which knows neither decimals nor what is infinite or no number: that is its text."""
    if isinstance(value, float):
        return value if isfinite(value) else text(value)
    return _json_number(value) if isinstance(value, Decimal) else value


def _json_number(value: Decimal) -> int | float | str:
    """A decimal in JSON, which knows none: a whole one is an integer, another a float of the same digits.

    Where Python writes none of so many digits, or it is no number, it is its text.
    """
    if not value.is_finite() or value.adjusted() >= sys.int_info.default_max_str_digits:
        return text(value)
    return int(value) if value == value.to_integral_value() else float(value)


def without_controls(value: str) -> str:
    """Text in which a mark stands for each control character."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", value)


def shown(value: Value) -> str:
    """A value on one line for reading: an IRI in short, control characters as a mark."""
    return without_controls(" ".join(compact(text(value)).split("\n")))

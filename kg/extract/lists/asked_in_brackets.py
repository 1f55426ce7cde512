"""Lists that give in brackets what each is asked: "to the council (print a leaflet) and schools (name a lead)"."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.actions.request_verbs import opens_with_verb
from kg.extract.agencies.groups import is_name
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.separators import outside_brackets
from kg.extract.text.stretches import between

_ONE = deferred(r"[\s,;]*(?:and\s+)?(?:(?:to|for)\s+)?(?P<name>[^(),;.:\n]{3,80}?)\s*\((?P<asked>[^()]{5,500})\)")
_OF_A_NAME = deferred(r"(?:with|and|or|including|especially|now|formerly|who|which|the|an?|in|of|for|as)\b|[A-Z]")
_END = deferred(r"[\s.]*")


class Asked(NamedTuple):
    """The name of one who is asked, and the stretches of what is asked."""

    name: Span
    stretches: list[Span]


def asked_in_brackets(text: str, start: int, end: int) -> list[Asked]:
    """Each who is asked in a list that is nothing but names with requests in brackets; none in any other."""
    if not text.startswith(")", end - len(text[start:end]) + len(text[start:end].rstrip(" .\n")) - 1):
        return []
    found = list(_each(text, start, end))
    parts = [part for asked in found for part in asked.stretches]
    whole = bool(found) and _END.fullmatch(text, found[-1].stretches[-1][1] + 1, end)
    return found if whole and any(opens_with_verb(text, *part) for part in parts) else []


def _each(text: str, start: int, end: int) -> Iterator[Asked]:
    at = start
    while one := _ONE.match(text, at, end):
        first, last = one.span("asked")
        if not is_name(text, *one.span("name")) or _OF_A_NAME.match(text, first, last):
            return
        yield Asked(one.span("name"), between(first, last, list(outside_brackets(text, first, last, ";"))))
        at = one.end()

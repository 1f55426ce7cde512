"""The tables that columns are kept in: which columns each has, and to which table a number in one refers.

Tables come in an order in which each refers only to those before it.
"""

from collections.abc import Mapping
from types import MappingProxyType

ABSENT = -1  # the number of what is not stated
TEXT, NUMBER = "text", "number"
Columns = Mapping[str, str]  # a column's name -> TEXT, NUMBER, or the table of which it holds numbers

TABLES: Mapping[str, Columns] = MappingProxyType(
    {
        "concept": {"iri": TEXT},
        "confidence": {"text": TEXT},
        "document": {
            "iri": TEXT, "name": TEXT, "title": TEXT, "issued": TEXT, "sha256": TEXT, "announced": NUMBER,
            "has_title": NUMBER, "has_issued": NUMBER,
        },
        "review": {
            "iri": TEXT, "title": TEXT, "summary": TEXT, "document": "document", "position": NUMBER,
            "has_date": NUMBER, "has_place": NUMBER, "summary_start": NUMBER, "summary_end": NUMBER,
        },
        "name": {"text": TEXT, "review": "review"},
        "label": {"text": TEXT, "review": "review"},
        "place": {"text": TEXT, "review": "review"},
        "review-type": {"review": "review", "type": "concept"},
        "review-theme": {"review": "review", "theme": "concept"},
        "child": {"review": "review", "count": NUMBER, "has_age": NUMBER, "band": "concept", "sex": "concept"},
        "incident": {"review": "review", "first_year": NUMBER, "last_year": NUMBER, "outcome": "concept"},
        "incident-harm": {"incident": "incident", "harm": "concept"},
        "incident-hedged": {"incident": "incident", "hedged": "concept"},
        "incident-perpetrator": {"incident": "incident", "perpetrator": "concept"},
        "item": {
            "text": TEXT, "lower": TEXT, "addressee_text": TEXT, "review": "review", "asks": NUMBER, "position": NUMBER,
            "start": NUMBER, "end": NUMBER, "strength": "concept", "names_addressee": NUMBER,
        },
        "item-theme": {"item": "item", "theme": "concept"},
        "item-action": {"item": "item", "action": "concept"},
        "item-addressee": {"item": "item", "addressee": "concept"},
        "assignment": {
            "quote": TEXT, "review": "review", "item": "item", "theme": "concept", "start": NUMBER, "end": NUMBER,
            "status": "concept", "confidence": "confidence", "page": NUMBER,
        },
        "evidence": {
            "quote": TEXT, "review": "review", "kind": NUMBER, "concept": "concept", "start": NUMBER, "end": NUMBER,
        },
    }
)  # fmt: skip


def columns() -> Mapping[str, str]:
    """Every column as `table.column`, and its kind."""
    return {f"{table}.{name}": kind for table, found in TABLES.items() for name, kind in found.items()}

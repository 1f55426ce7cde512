"""Answers of a worker as programs want them: JSON with plain values, CSV, and JSON-LD with typed ones."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kg.answers import Answer, Value
from kg.literals import plain
from kg.namespaces import PREFIXES
from kg.queries import Query
from kg.render import as_csv
from kg.serve.sparql.jobs import Reply

_STRING = PREFIXES["xsd"] + "string"
_CSVW = "http://www.w3.org/ns/csvw#"
Term = Mapping[str, str]  # as SPARQL results in JSON write it


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of the answer to a saved question, and where in the whole answer they stand."""

    query: Query
    values: Mapping[str, str]
    address: str  # of this answer, the part of it included
    offset: int
    limit: int
    following: str | None  # the address of the rows after these
    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


def terms(reply: Reply) -> tuple[tuple[str, ...], tuple[tuple[Term | None, ...], ...]]:
    """The columns and rows of a reply in the JSON of SPARQL."""
    found = json.loads(reply.body)
    columns = tuple(found["head"]["vars"])
    return columns, tuple(tuple(row.get(name) for name in columns) for row in found["results"]["bindings"])


def as_json(part: Part) -> str:
    """An object with the rows and what was asked."""
    said = {
        "query": part.query.name,
        "title": part.query.title,
        "question": part.query.question,
        "values": part.values,
        "columns": part.columns,
        "rows": [dict(zip(part.columns, map(_value, row), strict=True)) for row in part.rows],
        "count": len(part.rows),
        "offset": part.offset,
        "limit": part.limit,
        "next": part.following,
    }
    return json.dumps(said, ensure_ascii=False, default=_number, indent=1) + "\n"


def as_table(part: Part) -> str:
    """The rows alone, safe to open in a spreadsheet."""
    return as_csv(Answer(part.columns, tuple(tuple(map(_value, row)) for row in part.rows)))


def as_jsonld(part: Part) -> str:
    """The rows as RDF: a table of the CSV on the Web vocabulary, each column a property of the question."""
    said = {
        "@context": {
            "row": {"@id": _CSVW + "row", "@container": "@set"},
            "rownum": _CSVW + "rownum",
            "describes": _CSVW + "describes",
            "title": PREFIXES["dcterms"] + "title",
            "next": {"@id": PREFIXES["schema"] + "nextItem", "@type": "@id"},
        },
        "@id": part.address,
        "@type": _CSVW + "Table",
        "title": part.query.title,
        **({"next": part.following} if part.following else {}),
        "row": [_row(part, number, row) for number, row in enumerate(part.rows, part.offset + 1)],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _row(part: Part, number: int, row: Iterable[Term | None]) -> Mapping[str, Any]:
    vocabulary = f"{part.address.partition('?')[0]}#"
    cells = {vocabulary + name: _typed(term) for name, term in zip(part.columns, row, strict=True) if term is not None}
    return {"rownum": number, "describes": cells}


def _typed(term: Term) -> Mapping[str, str]:
    if term["type"] != "literal":
        return {"@id": term["value"] if term["type"] == "uri" else "_:" + term["value"]}
    if "xml:lang" in term:
        return {"@value": term["value"], "@language": term["xml:lang"]}
    datatype = {"@type": term["datatype"]} if "datatype" in term else {}
    return {"@value": term["value"], **datatype}


def _value(term: Term | None) -> Value:
    if term is None or term["type"] != "literal":
        return None if term is None else term["value"]
    return plain(term["value"], term.get("datatype", _STRING))


def _number(value: object) -> object:
    """JSON knows no decimals: a whole one is an integer, another a float of the same digits."""
    assert isinstance(value, Decimal)
    return int(value) if value == value.to_integral_value() else float(value)

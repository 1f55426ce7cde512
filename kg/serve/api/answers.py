"""Answers of a worker as programs want them: JSON with plain values, CSV, and JSON-LD with typed ones."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.answers import Answer
from kg.namespaces import PREFIXES
from kg.queries import Query
from kg.render import as_csv
from kg.render.values import json_records
from kg.serve.sparql.plain import Term, Terms

_CSVW = "http://www.w3.org/ns/csvw#"


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of the answer to a saved question, and where in the whole answer they stand."""

    query: Query
    values: Mapping[str, str]
    address: str  # of this answer, the part of it included
    offset: int
    limit: int
    following: str | None  # the address of the rows after these


def as_json(part: Part, found: Answer) -> str:
    """An object with the rows and what was asked."""
    said = {
        "query": part.query.name,
        "title": part.query.title,
        "question": part.query.question,
        "values": part.values,
        "columns": found.columns,
        "rows": json_records(found),
        "count": len(found),
        "offset": part.offset,
        "limit": part.limit,
        "next": part.following,
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def as_table(_: Part, found: Answer) -> str:
    """The rows alone, safe to open in a spreadsheet."""
    return as_csv(found)


def as_jsonld(part: Part, columns: Iterable[str], rows: Terms) -> str:
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
        "row": [_row(part, number, columns, row) for number, row in enumerate(rows, part.offset + 1)],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _row(part: Part, number: int, columns: Iterable[str], row: Iterable[Term | None]) -> Mapping[str, Any]:
    vocabulary = f"{part.address.partition('?')[0]}#"
    cells = {vocabulary + name: _typed(term) for name, term in zip(columns, row, strict=True) if term is not None}
    return {"rownum": number, "describes": cells}


def _typed(term: Term) -> Mapping[str, str]:
    if term["type"] != "literal":
        return {"@id": term["value"] if term["type"] == "uri" else "_:" + term["value"]}
    if "xml:lang" in term:
        return {"@value": term["value"], "@language": term["xml:lang"]}
    datatype = {"@type": term["datatype"]} if "datatype" in term else {}
    return {"@value": term["value"], **datatype}

"""What a worker replied in the JSON of SPARQL, as terms and as the plain values of an answer."""

import json
from collections.abc import Mapping

from kg.answers import Answer, Value
from kg.namespaces import PREFIXES
from kg.rdf.literals import plain
from kg.serve.sparql.jobs import Reply

_STRING = PREFIXES["xsd"] + "string"
Term = Mapping[str, str]  # as SPARQL results in JSON write it
Terms = tuple[tuple[Term | None, ...], ...]


def terms(reply: Reply) -> tuple[tuple[str, ...], Terms]:
    """The columns and rows of a reply in the JSON of SPARQL."""
    found = json.loads(reply.body)
    columns = tuple(found["head"]["vars"])
    return columns, tuple(tuple(row.get(name) for name in columns) for row in found["results"]["bindings"])


def answer(reply: Reply) -> Answer:
    """The rows of a reply as the store itself would give them."""
    columns, rows = terms(reply)
    return Answer(columns, tuple(tuple(map(_value, row)) for row in rows))


def _value(term: Term | None) -> Value:
    if term is None or term["type"] != "literal":
        return None if term is None else term["value"]
    return plain(term["value"], term.get("datatype", _STRING))

"""Answers as servers send them, SPARQL 1.1 Query Results in JSON, as the answers that every store gives."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from kg.answers import Answer, Value
from kg.rdf.literals import bare, literal, plain
from kg.rdf.sparql import tokens
from kg.rdf.statements import WrittenTriple
from kg.rdf.terms import decimal

TABLE = "application/sparql-results+json"
TRIPLES = "application/n-triples, text/turtle;q=0.9"

_FORMS = {"SELECT": TABLE, "ASK": TABLE, "CONSTRUCT": TRIPLES, "DESCRIBE": TRIPLES}


def wanted(sparql: str) -> str:
    """The media types in which the answer to a query is wanted: the first word that is a form of query says it."""
    words = (text.upper() for kind, text in tokens(sparql) if kind == "name")
    return next((_FORMS[word] for word in words if word in _FORMS), TABLE)


def answer(body: bytes) -> Answer:
    """The table or the truth value of a JSON body, with values as the embedded store gives them.

    Raises: ValueError, if it is no such answer or not whole.
    """
    try:
        told = json.loads(body.decode())
        if "boolean" in told:
            return Answer(("answer",), ((bool(told["boolean"]),),))
        columns = tuple(told["head"]["vars"])
        rows = tuple(tuple(value(row.get(column)) for column in columns) for row in told["results"]["bindings"])
    except UnicodeDecodeError as error:
        raise ValueError("it is no text of the kind that was asked for, JSON in UTF-8") from error
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("it is JSON of another kind") from error
    return Answer(columns, rows)


def triples(statements: Iterable[WrittenTriple]) -> Answer:
    """Triples, each term as N-Triples writes it, as an answer, sorted as the embedded store sorts them."""
    rows = sorted((tuple(map(_plain, triple)) for triple in statements), key=lambda row: tuple(map(repr, row)))
    return Answer(("subject", "predicate", "object"), tuple(rows))


def value(term: Mapping[str, Any] | None) -> Value:
    """A term of an answer as a plain value; decimals without zeros at the end, however the server writes them."""
    if term is None:
        return None
    if term["type"] == "uri":
        return str(term["value"])
    if term["type"] == "bnode":
        return f"_:{term['value']}"
    found = plain(str(term["value"]), term.get("datatype", ""))
    return Decimal(decimal(found)) if isinstance(found, Decimal) else found


def _plain(term: str) -> Value:
    found = literal(term)
    return bare(term) if found is None else plain(found.words, found.datatype or "")

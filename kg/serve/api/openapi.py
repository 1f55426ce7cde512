"""The saved questions as OpenAPI 3.1, made from their headers."""

from collections.abc import Mapping
from typing import Any

from kg import __version__
from kg.parameters import Parameter
from kg.queries import Query, saved_queries
from kg.serve.api.problems import TYPE
from kg.serve.api.questions import FURTHEST, LIMIT, MOST, TYPES
from kg.vocabulary import themes

Schema = Mapping[str, Any]
_VALUE: Schema = {"type": ["string", "number", "boolean", "null"], "description": "null is unknown"}
_MOST = 10**18 - 1
_KINDS: Mapping[str, Schema] = {
    "text": {"type": "string"},
    "words": {"type": "string", "minLength": 1, "pattern": "\\S"},
    "iri": {"type": "string", "format": "iri"},
    "integer": {"type": "integer", "minimum": -_MOST, "maximum": _MOST},
    "decimal": {"type": "number"},
    "date": {"type": "string", "format": "date"},
}
_PROBLEMS = {
    400: "A value is missing, unknown or wrong; the line says which and what would do",
    406: "None of the formats that the Accept header names",
    503: "The store is not there, or the answer takes longer than is given: ask again, or for less",
}


def description(server: str) -> Schema:
    """The whole description, for a site at an address."""
    paths = {f"/api/queries/{query.name}": {"get": _operation(query)} for query in saved_queries().values()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Saved questions over case reviews",
            "version": __version__,
            "description": "Each question is a saved SPARQL query; every answer rests on words of a document.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": server}],
        "paths": {"/api/queries": {"get": _listing()}, **paths},
        "components": _components(),
    }


def _components() -> Schema:
    words = {"type": "string"}
    problem = {"type": words, "title": words, "status": {"type": "integer"}, "detail": words}
    return {
        "schemas": {
            "Problem": {"type": "object", "required": list(problem), "properties": problem},
            "Theme": {"type": "string", "enum": list(themes()), "description": "The id of a theme"},
            "Queries": _queries(),
        },
        "responses": {
            str(status): {"description": words, "content": {TYPE: {"schema": _ref("Problem")}}}
            for status, words in _PROBLEMS.items()
        },
        "parameters": {
            "format": _optional("format", {"type": "string", "enum": list(TYPES)}, "Stands before the Accept header"),
            "limit": _optional("limit", _range(1, MOST, LIMIT), "How many rows at most"),
            "offset": _optional("offset", _range(0, FURTHEST, 0), "How many rows to leave out at the start"),
        },
    }


def _operation(query: Query) -> Schema:
    own = [{"$ref": f"#/components/parameters/{name}"} for name in ("format", "limit", "offset")]
    problems = {str(status): {"$ref": f"#/components/responses/{status}"} for status in _PROBLEMS}
    return {
        "operationId": query.name,
        "summary": query.title,
        "description": query.question,
        "parameters": [*(_parameter(query, each) for each in query.parameters.values()), *own],
        "responses": {"200": _answer(query), **problems},
    }


def _parameter(query: Query, parameter: Parameter) -> Schema:
    schema = dict(_schema(parameter))
    if parameter.default is not None:
        schema["default"] = int(parameter.default) if parameter.kind == "integer" else parameter.default
    example = {"example": query.example[parameter.name]} if parameter.name in query.example else {}
    required = parameter.default is None
    return {"name": parameter.name, "in": "query", "required": required, "schema": schema, **_typed(parameter, example)}


def _typed(parameter: Parameter, example: Mapping[str, str]) -> Schema:
    return {key: int(value) if parameter.kind == "integer" else value for key, value in example.items()}


def _schema(parameter: Parameter) -> Schema:
    if parameter.kind == "theme":
        return {**_ref("Theme")}
    if parameter.kind == "code":
        return {"type": "string", "enum": list(parameter.values)}
    return _KINDS[parameter.kind]


def _answer(query: Query) -> Schema:
    properties: Schema = {
        "query": {"const": query.name},
        "title": {"type": "string"},
        "question": {"type": "string"},
        "values": {"type": "object", "additionalProperties": {"type": "string"}},
        "columns": {"type": "array", "items": {"type": "string"}},
        "rows": {"type": "array", "items": {"type": "object", "additionalProperties": _VALUE}},
        "count": {"type": "integer", "minimum": 0},
        "offset": {"type": "integer", "minimum": 0},
        "limit": {"type": "integer", "minimum": 1},
        "next": {"type": ["string", "null"], "description": "The address of the rows that follow; null if none do"},
    }
    schemas: Mapping[str, Schema] = {
        "json": {"type": "object", "required": list(properties), "properties": properties},
        "csv": {"type": "string"},
        "jsonld": {"type": "object", "required": ["@context", "@id", "@type", "row"]},
    }
    return {
        "description": "The rows, in the order of the question; the header Link leads to those that follow",
        "content": {TYPES[name][0]: {"schema": schema} for name, schema in schemas.items()},
    }


def _listing() -> Schema:
    content = {"application/json": {"schema": _ref("Queries")}}
    return {
        "operationId": "queries",
        "summary": "Every saved question, and the values it takes",
        "responses": {"200": {"description": "The questions, by name", "content": content}},
    }


def _queries() -> Schema:
    words = {"type": "string"}
    parameter = {"name": words, "kind": words, "required": {"type": "boolean"}, "default": {"type": ["string", "null"]}}
    query = {
        "name": words, "title": words, "question": words, "example": words, "sparql": words,
        "parameters": {
            "type": "array", "items": {"type": "object", "required": list(parameter), "properties": parameter}
        },
    }  # fmt: skip
    queries = {"type": "array", "items": {"type": "object", "required": list(query), "properties": query}}
    return {"type": "object", "required": ["queries"], "properties": {"queries": queries}}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _optional(name: str, schema: Schema, words: str) -> Schema:
    return {"name": name, "in": "query", "required": False, "description": words, "schema": schema}


def _range(least: int, most: int, default: int) -> Schema:
    return {"type": "integer", "minimum": least, "maximum": most, "default": default}

"""JSON-LD: compact keys from the bundled context, which stands in the file, so that reading it needs no network."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from kg import paths
from kg.formats.terms import by_graph, by_subject, short
from kg.namespaces import PREFIXES, RDF
from kg.rdf.literals import bare, literal
from kg.rdf.statements import Quad, WrittenTriple

Term = Mapping[str, str]


@cache
def context() -> dict[str, Any]:
    """The bundled context: prefixes, and a key for each property with its datatype or language."""
    text = (paths.ontology() / "context.jsonld").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)["@context"]
    return found


def as_jsonld(quads: Iterable[Quad]) -> Iterator[str]:
    """Yield JSON-LD: a list of named graphs, each a list of its things."""
    keys = _keys()
    lines = (f"{json.dumps(key)}: {json.dumps(term)}" for key, term in context().items())
    yield '{"@context": {\n' + ",\n".join(lines) + '\n},\n"@graph": ['
    comma = "\n"
    for graph, triples in by_graph(quads):
        for thing in _things(graph, triples, keys):
            yield comma + json.dumps(thing, ensure_ascii=False, indent=1)
            comma = ",\n"
    yield "\n]}\n"


def _things(graph: str, triples: Iterable[WrittenTriple], keys: Mapping[str, tuple[str, Term]]) -> list[dict[str, Any]]:
    nodes = [_thing(subject, properties, keys) for subject, properties in by_subject(triples)]
    return nodes if graph == "DEFAULT" else [{"@id": _iri(graph), "@graph": nodes}]


def _thing(
    subject: str, properties: Iterable[tuple[str, list[str]]], keys: Mapping[str, tuple[str, Term]]
) -> dict[str, Any]:
    thing: dict[str, Any] = {"@id": _iri(subject)}
    for verb, objects in properties:
        if bare(verb) == RDF.type:
            thing["@type"] = _one_or_all([_iri(each) for each in objects])
            continue
        key, term = keys.get(bare(verb), (_iri(verb), {}))
        thing[key] = _one_or_all([_value(each, term) for each in objects])
    return thing


def _value(term: str, expected: Term) -> object:
    """A value as short as the context lets it be."""
    found = literal(term)
    if found is None:
        return _iri(term) if expected.get("@type") == "@id" else {"@id": _iri(term)}
    datatype = ":".join(short(found.datatype) or (found.datatype,)) if found.datatype else None
    if (found.language, datatype) == (expected.get("@language"), expected.get("@type")):
        return int(found.words) if datatype == "xsd:integer" and _is_plain_integer(found.words) else found.words
    if found.language:
        return {"@value": found.words, "@language": found.language}
    return {"@value": found.words, "@type": datatype} if datatype else {"@value": found.words}


def _is_plain_integer(words: str) -> bool:
    return len(words) < 16 and words.removeprefix("-").isdecimal() and str(int(words)) == words


def _iri(term: str) -> str:
    iri = bare(term)
    found = short(iri)
    return ":".join(found) if found and found[0] in context() else iri


def _one_or_all(values: list[Any]) -> object:
    return values[0] if len(values) == 1 else values


@cache
def _keys() -> Mapping[str, tuple[str, Term]]:
    """Property IRI -> its key and what the context says of its values."""
    terms = {key: term for key, term in context().items() if isinstance(term, dict)}
    return {_expanded(term["@id"]): (key, term) for key, term in terms.items()}


def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local

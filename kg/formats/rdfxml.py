"""RDF/XML: one description for each subject, sorted."""

import re
from collections.abc import Iterable, Iterator

from kg.errors import KGError
from kg.formats.terms import as_line, by_subject, triple, union
from kg.namespaces import PREFIXES
from kg.rdf.literals import bare, literal
from kg.rdf.statements import Quad, WrittenTriple
from kg.sorting import Kept

_NAME = re.compile(r"(.*[/#:])([A-Za-z_][\w.-]*)", re.DOTALL)
# Of our own: the standard library's come with an HTTP client, which every command would wait for.
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = _IN_TEXT | str.maketrans({"\n": "&#10;", "\t": "&#9;"})
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


class NotInXmlError(KGError):
    """RDF/XML cannot say this."""

    def __init__(self, what: str) -> None:
        super().__init__(f"RDF/XML cannot hold {what}: write another format, such as .ttl.")


def as_rdfxml(quads: Iterable[Quad]) -> Iterator[str]:
    """Yield RDF/XML of all graphs as one.

    Raises: NotInXmlError, if a text holds a character or a property a name that XML has no way to write.
    """
    lines = Kept(map(as_line, union(quads)))
    prefixes = _prefixes(map(triple, lines))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for namespace, prefix in sorted(prefixes.items(), key=lambda item: item[1]):
        yield f"\n    xmlns:{prefix}={_attribute(namespace)}"
    yield ">\n"
    for subject, properties in by_subject(map(triple, lines)):
        yield f"  <rdf:Description {_node(subject, 'about')}>\n"
        for verb, objects in properties:
            namespace, name = _split(bare(verb))
            for each in objects:
                yield f"    {_element(f'{prefixes[namespace]}:{name}', each)}\n"
        yield "  </rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _prefixes(triples: Iterable[WrittenTriple]) -> dict[str, str]:
    """Namespace -> prefix for every property: the known one, or `ns1`, `ns2` in sorted order."""
    known = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    used = {_split(bare(verb))[0] for _, verb, _ in triples} | {PREFIXES["rdf"]}
    others = {namespace: f"ns{number}" for number, namespace in enumerate(sorted(used - set(known)), 1)}
    return {namespace: known.get(namespace) or others[namespace] for namespace in used}


def _split(iri: str) -> tuple[str, str]:
    match = _NAME.fullmatch(iri)
    if match is None:
        raise NotInXmlError(f"the property <{iri}>")
    return match[1], match[2]


def _element(name: str, term: str) -> str:
    found = literal(term)
    if found is None:
        return f"<{name} {_node(term, 'resource')}/>"
    typed = f" xml:lang={_attribute(found.language)}" if found.language else ""
    typed += f" rdf:datatype={_attribute(found.datatype)}" if found.datatype else ""
    return f"<{name}{typed}>{_xml(found.words).translate(_IN_TEXT)}</{name}>"


def _node(term: str, role: str) -> str:
    return f"rdf:nodeID={_attribute(term[2:])}" if term.startswith("_:") else f"rdf:{role}={_attribute(bare(term))}"


def _attribute(text: str) -> str:
    escaped = _xml(text).translate(_IN_ATTRIBUTE)
    if '"' not in escaped:
        return f'"{escaped}"'
    return '"' + escaped.replace('"', "&quot;") + '"' if "'" in escaped else f"'{escaped}'"


def _xml(text: str) -> str:
    found = NOT_XML.search(text)
    if found:
        raise NotInXmlError(f"the character U+{ord(found[0]):04X}, which a document holds")
    return text

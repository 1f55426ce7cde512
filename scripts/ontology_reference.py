"""Write docs/reference/ontology.md from the ontology, the code lists, the theme scheme, the shapes and the checks."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Namespace, URIRef
from rdflib.term import Node

from kg import paths, vocabulary
from kg.check import checks, shape_files
from kg.namespaces import CODE, ONTOLOGY, PREFIXES

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "ontology.md"
SH = Namespace("http://www.w3.org/ns/shacl#")
SCHEMA = Namespace(PREFIXES["schema"])
INTRODUCTION = """\
# Ontology reference

*Made by `make reference` from the files in `ontology/`; change those, not this page.*

Version {version} of the ontology, version {themes} of the theme scheme. The namespaces are not registered at w3id.org
yet: their IRIs name things, and do not open in a browser.

| prefix | namespace | what |
|---|---|---|
| `sg:` | `{sg}` | [classes](#classes) and [properties](#properties) |
| `code:` | `{code}` | [code lists](#code-lists) |
| `theme:` | `{theme}` | [themes](#themes) |
| `id:` | `{id}` | data; `--base` changes it |

Unknown is absent: a property that a document does not state is not there, and never false or guessed.
"""


def page() -> str:
    """The whole page. The same files give the same page."""
    ontology, lists, shapes = _graph("safeguarding.ttl"), _graph("codes.ttl"), _shapes()
    parts = (
        [_introduction(ontology)],
        _classes(ontology, shapes),
        _properties(ontology),
        _code_lists(lists),
        _themes(),
        _checks(),
    )
    return "\n".join(line for part in parts for line in part)


def _introduction(ontology: Graph) -> str:
    version = ontology.value(URIRef(ONTOLOGY.removesuffix("#")), OWL.versionInfo)
    names = {prefix: PREFIXES[prefix] for prefix in ("sg", "code", "theme", "id")}
    return INTRODUCTION.format(version=version, themes=vocabulary.version(), **names)


def _classes(ontology: Graph, shapes: Graph) -> Iterator[str]:
    yield "## Classes\n"
    for term in _sorted(ontology.subjects(RDF.type, OWL.Class)):
        yield f"### `{_name(term)}`: {_text(ontology, term, RDFS.label)}\n"
        yield f"{_text(ontology, term, SKOS.definition)} {_text(ontology, term, SKOS.scopeNote)}\n"
        parents = _names(ontology.objects(term, RDFS.subClassOf))
        if parents:
            yield f"Is also: {parents}.\n"
        yield from _table(("property", "how many", "values"), sorted(_rows(shapes, term)))


def _rows(shapes: Graph, term: Node) -> Iterator[tuple[str, str, str]]:
    described = shapes.subjects(SH.targetClass, term)
    for shape in (prop for node in described for prop in shapes.objects(node, SH.property)):
        path = shapes.value(shape, SH.path)
        if path is None or isinstance(path, BNode):
            continue  # an inverse path: the property is listed with the class at its other end
        low, high = shapes.value(shape, SH.minCount) or 0, shapes.value(shape, SH.maxCount)
        many = f"{low}" if str(low) == str(high) else f"{low} to {high if high is not None else 'many'}"
        yield f"`{_name(path)}`", many, _values(shapes, shape)


def _values(shapes: Graph, shape: Node) -> str:
    for predicate in (SH.datatype, SH["class"]):
        value = shapes.value(shape, predicate)
        if value is not None:
            return f"`{_name(value)}`"
    if shapes.value(shape, SH["in"]) is not None:
        return "a code"
    pattern = str(shapes.value(shape, SH.pattern) or "")
    return "a theme" if "/theme/" in pattern else "an IRI" if shapes.value(shape, SH.nodeKind) == SH.IRI else "text"


def _properties(ontology: Graph) -> Iterator[str]:
    yield "## Properties\n"
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    for term in _sorted(term for kind in kinds for term in ontology.subjects(RDF.type, kind)):
        yield f"### `{_name(term)}`\n"
        yield f"{_text(ontology, term, SKOS.definition)} {_text(ontology, term, SKOS.scopeNote)}\n"
        facts = {
            "Of": _names([*ontology.objects(term, RDFS.domain), *ontology.objects(term, SCHEMA.domainIncludes)]),
            "Values": _names([*ontology.objects(term, RDFS.range), *ontology.objects(term, SCHEMA.rangeIncludes)]),
            "Narrower than": _names(ontology.objects(term, RDFS.subPropertyOf)),
            "See": _names(ontology.objects(term, RDFS.seeAlso)),
        }
        yield "; ".join(f"{what}: {names}" for what, names in facts.items() if names) + ".\n"


def _code_lists(lists: Graph) -> Iterator[str]:
    yield "## Code lists\n"
    for scheme in _sorted(lists.subjects(RDF.type, SKOS.ConceptScheme)):
        yield f"### `{_name(scheme)}`: {_text(lists, scheme, SKOS.prefLabel)}\n"
        yield f"{_text(lists, scheme, SKOS.definition)} {_text(lists, scheme, SKOS.scopeNote)}\n"
        yield from _table(("code", "label", "meaning"), _codes(lists, scheme))


def _codes(lists: Graph, scheme: Node) -> Iterator[tuple[str, str, str]]:
    for code in _sorted(lists.subjects(SKOS.inScheme, scheme)):
        meaning = f"{_text(lists, code, SKOS.definition)} {_text(lists, code, SKOS.scopeNote)}".strip()
        yield f"`{str(code).removeprefix(CODE)}`", _text(lists, code, SKOS.prefLabel), meaning


def _themes() -> Iterator[str]:
    yield "## Themes\n"
    yield f"{len(vocabulary.themes())} concepts; `kg themes` shows the same tree with the counts of a store.\n"
    for id_, theme in vocabulary.themes().items():
        if theme.broader is None:
            yield from _branch(id_, 0)
    yield ""


def _branch(id_: str, depth: int) -> Iterator[str]:
    theme = vocabulary.themes()[id_]
    yield f"{'  ' * depth}- **{theme.label}** (`{id_}`): {theme.definition}"
    for narrower in vocabulary.narrower(id_):
        yield from _branch(narrower, depth + 1)


def _checks() -> Iterator[str]:
    yield "## Checks\n"
    yield "What `kg validate` looks for beside the shapes behind the tables above.\n"
    yield from _table(("check", "finds", "severity"), ((f"`{c.name}`", c.title, c.severity) for c in checks()))


def _graph(name: str) -> Graph:
    return Graph().parse(paths.ontology() / name)


def _shapes() -> Graph:
    shapes = Graph()
    for path in shape_files():
        shapes.parse(path)
    return shapes


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield "|---" * len(columns) + "|"
    yield from (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)
    yield ""


def _text(graph: Graph, subject: Node, predicate: URIRef) -> str:
    return str(graph.value(subject, predicate) or "")


def _sorted(nodes: Iterable[Node]) -> list[Node]:
    return sorted(set(nodes), key=str)


def _names(nodes: Iterable[Node]) -> str:
    return ", ".join(f"`{_name(node)}`" for node in _sorted(nodes))


def _name(node: Node) -> str:
    text = str(node)
    return next((f"{p}:{text.removeprefix(base)}" for p, base in PREFIXES.items() if text.startswith(base)), text)


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")

"""The ontology for readers: classes, properties and code lists, from the files themselves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from kg import paths, vocabulary
from kg.namespaces import CODE, ONTOLOGY, PREFIXES, RDF
from kg.rdf.terms import compact
from kg.rdf.turtle import by_subject, statements
from kg.serve.pages.page import Page, Visit, missing
from kg.serve.pages.table import Table, answer

FILES = ("safeguarding.ttl", "codes.ttl", "themes.ttl")
_RDFS, _SKOS, _OWL, _SCHEMA = (PREFIXES[name] for name in ("rdfs", "skos", "owl", "schema"))

Said = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Term:
    """A class, a property or a code as the page shows it."""

    id: str
    name: str  # in short: sg:Review
    label: str
    meaning: str
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()  # such as Of: sg:Review


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list of codes."""

    term: Term
    codes: tuple[Term, ...]


def view(visit: Visit) -> Page:  # noqa: ARG001 - what every page is given
    """All terms on one page, and as tables."""
    ontology, lists = _said("safeguarding.ttl"), _said("codes.ttl")
    kinds = (_OWL + "ObjectProperty", _OWL + "DatatypeProperty")
    classes, properties = (list(_terms(ontology, each)) for each in ((_OWL + "Class",), kinds))
    code_lists = [_list(iri, lists) for iri in sorted(lists) if _is(lists[iri], _SKOS + "ConceptScheme")]
    context = {
        "classes": classes,
        "properties": properties,
        "lists": code_lists,
        "prefixes": {name: PREFIXES[name] for name in ("sg", "code", "theme", "id")},
        "ontology_version": (ontology.get(ONTOLOGY.rstrip("#"), {}).get(_OWL + "versionInfo") or ("",))[0],
        "themes_version": vocabulary.version(),
        "files": FILES,
    }
    tables = (_table("classes", classes), _table("properties", properties), _codes(code_lists))
    return Page("reference.html", "Ontology reference", context, tables)


def _table(name: str, terms: Sequence[Term]) -> Table:
    rows = ((term.name, term.label or None, term.meaning) for term in terms)
    return Table(name, name.capitalize(), answer(("term", "label", "meaning"), rows))


def _codes(lists: Sequence[CodeList]) -> Table:
    rows = ((each.term.name, code.id, code.label, code.meaning) for each in lists for code in each.codes)
    return Table("codes", "Codes", answer(("list", "code", "label", "meaning"), rows))


def file(request: Request) -> Response:
    """One of the ontology's files as it is."""
    name = request.path_params["file"]
    if name not in FILES:
        raise missing("The ontology has no file of this name: the reference lists them.")
    return FileResponse(paths.ontology() / name, media_type="text/turtle; charset=utf-8", filename=name)


@cache
def _said(name: str) -> Mapping[str, Said]:
    return by_subject(statements(paths.ontology() / name))


def _is(said: Said, kind: str) -> bool:
    return kind in said.get(RDF.type, ())


def _terms(graph: Mapping[str, Said], kinds: Iterable[str]) -> Iterator[Term]:
    for iri in sorted(graph):
        if iri.startswith(ONTOLOGY) and any(_is(graph[iri], kind) for kind in kinds):
            yield _term(iri, graph[iri])


def _term(iri: str, said: Said) -> Term:
    label = said.get(_RDFS + "label") or said.get(_SKOS + "prefLabel") or ("",)
    meaning = " ".join((*said.get(_SKOS + "definition", ()), *said.get(_SKOS + "scopeNote", ())))
    facts = {
        "Is also": said.get(_RDFS + "subClassOf", ()),
        "Of": (*said.get(_RDFS + "domain", ()), *said.get(_SCHEMA + "domainIncludes", ())),
        "Values": (*said.get(_RDFS + "range", ()), *said.get(_SCHEMA + "rangeIncludes", ())),
        "Narrower than": said.get(_RDFS + "subPropertyOf", ()),
    }
    shown = tuple((what, tuple(sorted(map(compact, iris)))) for what, iris in facts.items() if iris)
    return Term(iri.removeprefix(ONTOLOGY).removeprefix(CODE), compact(iri), label[0], meaning, shown)


def _list(iri: str, graph: Mapping[str, Said]) -> CodeList:
    codes = (each for each in sorted(graph) if iri in graph[each].get(_SKOS + "inScheme", ()))
    return CodeList(_term(iri, graph[iri]), tuple(_term(each, graph[each]) for each in codes))

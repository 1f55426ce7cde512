"""The editor: Yasgui over our endpoint alone, with our terms to complete and the saved questions to start from."""

from collections.abc import Iterator, Mapping
from functools import cache

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from kg import paths
from kg.namespaces import CODE, ONTOLOGY, PREFIXES, RDF, THEME
from kg.queries import saved_queries
from kg.rdf.terms import compact
from kg.rdf.turtle import by_subject, statements
from kg.serve.guard import POLICY
from kg.serve.render import html

_KINDS = {
    PREFIXES["owl"] + "Class": "class",
    PREFIXES["owl"] + "ObjectProperty": "property",
    PREFIXES["owl"] + "DatatypeProperty": "property",
    PREFIXES["skos"] + "Concept": "concept",
}
_LABELS = (PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel")
_GRIPS = (
    "'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='"  # the one style sheet Yasgui writes: handles of columns
)
_POLICY = POLICY.replace("style-src 'self'", f"style-src 'self' {_GRIPS}; style-src-attr 'unsafe-inline'")


async def page(request: Request) -> Response:
    """The page of the editor, with a policy that lets it style itself; without JavaScript it leads to the form."""
    text = html(request, "sparql_editor.html", "SPARQL editor", {})
    return HTMLResponse(text, headers={"content-security-policy": _POLICY, "cache-control": "no-cache"})


async def help_(_: Request) -> Response:
    """What the editor completes and loads."""
    saved = [
        {"name": name, "title": query.title, "sparql": query.bind(query.example)}
        for name, query in saved_queries().items()
    ]
    return JSONResponse(
        {"prefixes": PREFIXES, "terms": _terms(), "saved": saved}, headers={"cache-control": "no-cache"}
    )


@cache
def _terms() -> list[Mapping[str, str]]:
    """Every class, property, theme and code of ours: as it is written, what it is and what it is called."""
    files = (paths.ontology() / name for name in ("safeguarding.ttl", "themes.ttl", "codes.ttl"))
    return [term for file in files for term in _of(by_subject(statements(file)))]


def _of(subjects: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Iterator[Mapping[str, str]]:
    for iri, properties in subjects.items():
        kind = next((_KINDS[type_] for type_ in properties.get(RDF.type, ()) if type_ in _KINDS), "")
        label = next((properties[name][0] for name in _LABELS if name in properties), "")
        if kind and iri.startswith((ONTOLOGY, THEME, CODE)):
            yield {"term": compact(iri), "kind": kind, "label": label}

"""What the data is, how much there is of it and where it is had: VoID and DCAT, counted anew when the store changes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg import __version__
from kg.namespaces import DCTERMS, ID, ONTOLOGY, PREFIXES, RDF, THEME, XSD
from kg.rdf.statements import Quad
from kg.rdf.terms import iri, string, typed
from kg.serve.api.problems import METHODS, not_allowed
from kg.serve.sparql.jobs import Job
from kg.serve.sparql.negotiation import TRIPLES
from kg.serve.sparql.pool import Pool
from kg.serve.sparql.replies import options, rdf
from kg.serve.statements import link, text
from kg.vocabulary import version

if TYPE_CHECKING:
    from kg.serve.library import Library

_DCAT, _VOID, _OWL = (PREFIXES[name] for name in ("dcat", "void", "owl"))
_IANA = "https://www.iana.org/assignments/media-types/"
_VOCABULARIES = (ONTOLOGY, *(PREFIXES[name] for name in ("dcterms", "oa", "prov", "skos")))
_TRIPLES = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_CLASSES = "SELECT ?k (COUNT(DISTINCT ?s) AS ?n) { ?s a ?k } GROUP BY ?k ORDER BY ?k"
_PROPERTIES = "SELECT ?k (COUNT(*) AS ?n) { ?s ?k ?o } GROUP BY ?k ORDER BY ?k"
_REVIEW = f"SELECT ?k (1 AS ?n) {{ ?k a <{ONTOLOGY}Review> }} ORDER BY ?k LIMIT 1"
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """What there is of each kind; nothing where counting took too long."""

    triples: int | None = None
    classes: Counts | None = None
    properties: Counts | None = None
    example: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether everything could be counted."""
        return None not in (self.triples, self.classes, self.properties)


class Catalogue:
    """Describes the store of a pool, and counts no more often than it changes."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._counted: tuple[str, Counted] = ("", Counted())

    async def answer(self, request: Request) -> Response:
        """The description in the format that is asked for."""
        if request.method == "OPTIONS":
            return options(METHODS)
        if request.method not in METHODS:
            return not_allowed()
        site = str(request.base_url).rstrip("/")
        return rdf(
            request, description(site, await self._now(request.app.state.library)), request.query_params.get("format")
        )

    async def _now(self, library: "Library") -> Counted:
        state = await run_in_threadpool(library.version)
        if self._counted[0] == state:
            return self._counted[1]
        counted = await self._count()
        if counted.is_whole:
            self._counted = (state, counted)
        return counted

    async def _count(self) -> Counted:
        triples, classes = await self._by_kind(_TRIPLES), await self._by_kind(_CLASSES)
        properties, review = await self._by_kind(_PROPERTIES), await self._by_kind(_REVIEW)
        return Counted(None if triples is None else triples[""], classes, properties, next(iter(review or ()), None))

    async def _by_kind(self, query: str) -> Counts | None:
        reply = await self._pool.ask(Job(query))
        if not reply.is_good:
            return None
        rows = json.loads(reply.body)["results"]["bindings"]
        return {row["k"]["value"] if "k" in row else "": int(row["n"]["value"]) for row in rows}


def description(site: str, counted: Counted) -> Iterator[Quad]:
    """Yield the description of the data that a site serves."""
    catalogue, dataset = f"{site}/catalog", f"{site}/catalog#dataset"
    yield link(catalogue, RDF.type, _DCAT + "Catalog")
    yield text(catalogue, DCTERMS.title_, "Case reviews at this site")
    yield link(catalogue, _DCAT + "dataset", dataset)
    yield link(site + "/.well-known/void", RDF.type, _VOID + "DatasetDescription")
    yield link(site + "/.well-known/void", "http://xmlns.com/foaf/0.1/topic", dataset)
    yield from _dataset(site, dataset, counted)
    yield from _counts(dataset, counted)
    yield from _vocabularies(dataset)
    for name, title, address, about in _SERVICES:
        yield from _service(site, catalogue, dataset, (name, title, address, about))


def _dataset(site: str, dataset: str, counted: Counted) -> Iterator[Quad]:
    for class_ in (_DCAT + "Dataset", _VOID + "Dataset"):
        yield link(dataset, RDF.type, class_)
    yield text(dataset, DCTERMS.title_, "Case reviews, their learning and their recommendations")
    yield text(dataset, PREFIXES["dcterms"] + "description", _ABOUT)
    yield text(dataset, PREFIXES["dcterms"] + "rights", _RIGHTS)
    yield iri(dataset), iri(_OWL + "versionInfo"), string(__version__), "DEFAULT"
    yield link(dataset, _VOID + "sparqlEndpoint", site + "/sparql")
    yield iri(dataset), iri(_VOID + "uriSpace"), string(ID), "DEFAULT"
    if counted.example:
        yield link(dataset, _VOID + "exampleResource", counted.example)
    for format_, types in TRIPLES.items():
        yield from _distribution(site, dataset, format_, types[0])


def _distribution(site: str, dataset: str, format_: str, type_: str) -> Iterator[Quad]:
    node, address = f"{dataset}-{format_}", f"{site}/graphs?default&format={format_}"
    yield link(dataset, _DCAT + "distribution", node)
    yield link(dataset, _VOID + "dataDump", address)
    yield link(node, RDF.type, _DCAT + "Distribution")
    yield text(node, DCTERMS.title_, f"All of it as {type_}")
    yield link(node, _DCAT + "accessURL", site + "/graphs")
    yield link(node, _DCAT + "downloadURL", address)
    yield link(node, _DCAT + "mediaType", _IANA + type_)


def _counts(dataset: str, counted: Counted) -> Iterator[Quad]:
    if counted.triples is not None:
        yield _number(dataset, "triples", counted.triples)
    for number, (class_, entities) in enumerate((counted.classes or {}).items(), 1):
        yield link(dataset, _VOID + "classPartition", f"{dataset}-class-{number}")
        yield link(f"{dataset}-class-{number}", _VOID + "class", class_)
        yield _number(f"{dataset}-class-{number}", "entities", entities)
    for number, (name, triples) in enumerate((counted.properties or {}).items(), 1):
        yield link(dataset, _VOID + "propertyPartition", f"{dataset}-property-{number}")
        yield link(f"{dataset}-property-{number}", _VOID + "property", name)
        yield _number(f"{dataset}-property-{number}", "triples", triples)


def _vocabularies(dataset: str) -> Iterator[Quad]:
    for vocabulary in _VOCABULARIES:
        yield link(dataset, _VOID + "vocabulary", vocabulary)
    yield link(dataset, _DCAT + "themeTaxonomy", THEME)
    yield iri(THEME), iri(_OWL + "versionInfo"), string(version()), "DEFAULT"
    yield link(THEME, PREFIXES["dcterms"] + "license", "https://creativecommons.org/licenses/by/4.0/")
    yield link(ONTOLOGY.rstrip("#"), PREFIXES["dcterms"] + "license", "https://www.apache.org/licenses/LICENSE-2.0")


def _service(site: str, catalogue: str, dataset: str, said: tuple[str, str, str, str]) -> Iterator[Quad]:
    name, title, address, about = said
    node = f"{catalogue}#{name}"
    yield link(catalogue, _DCAT + "service", node)
    yield link(node, RDF.type, _DCAT + "DataService")
    yield text(node, DCTERMS.title_, title)
    yield link(node, _DCAT + "endpointURL", site + address)
    yield link(node, _DCAT + "endpointDescription", site + about)
    yield link(node, _DCAT + "servesDataset", dataset)


_SERVICES = (
    ("sparql", "SPARQL 1.1 endpoint", "/sparql", "/sparql"),
    ("questions", "Saved questions", "/api/queries", "/api/openapi.json"),
    ("reconciliation", "Reconciliation of words with themes and codes", "/reconcile", "/reconcile"),
)
_ABOUT = (
    "Reviews, children, incidents, learning points and recommendations as documents state them, each fact with the "
    "words it rests on. What a document does not state is absent."
)
_RIGHTS = "The words of documents, quoted here as evidence, belong to those who published them."


def _number(subject: str, name: str, number: int) -> Quad:
    return iri(subject), iri(_VOID + name), typed(str(number), XSD.integer), "DEFAULT"

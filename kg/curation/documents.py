"""Documents as a store holds them, read again from their text."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.curation.apply import curated
from kg.curation.decision import Decision
from kg.extract import extract
from kg.model import Digest, SourceDocument
from kg.namespaces import DCTERMS, SG
from kg.rdf.iris import document_iri
from kg.rdf.statements import Triple
from kg.rdf.terms import iri, string
from kg.to_rdf import triples

if TYPE_CHECKING:
    from kg.stores import Store


_NAMES = f"SELECT ?document ?name WHERE {{ ?document a <{SG.SourceDocument}> ; <{DCTERMS.identifier}> ?name }}"
_TEXT = f"""
SELECT ?name ?sha256 ?type ?text WHERE {{
  VALUES ?name {{ $name }}
  ?document a <{SG.SourceDocument}> ; <{DCTERMS.identifier}> ?name ;
  <{SG.sha256}> ?sha256 ; <{DCTERMS.format_}> ?type ; <{SG.text}> ?text }}"""
_HASHES = f"""
SELECT ?name ?sha256 WHERE {{
  VALUES ?name {{ $names }}
  ?document a <{SG.SourceDocument}> ; <{DCTERMS.identifier}> ?name ; <{SG.sha256}> ?sha256 }}"""
_PAGES = f"SELECT ?start WHERE {{ $document <{SG.pageStart}> ?start }} ORDER BY ?start"
_ADDRESSES = f"SELECT ?review ?address WHERE {{ GRAPH $graph {{ ?review <{DCTERMS.references}> ?address }} }}"


@dataclass(frozen=True, slots=True)
class Stored:
    """A document of a store: its IRI, what its IRI begins with, what this version reads in it, and its links."""

    iri: str
    base: str
    digest: Digest  # before people's decisions
    links: tuple[Triple, ...]  # addresses behind linked words stand in the file, not in its text

    @property
    def name(self) -> str:
        """The name of the document."""
        return self.digest.document.name

    def triples(self, decisions: Iterable[Decision]) -> tuple[Triple, ...]:
        """The triples of the document as decisions leave it."""
        digest = curated(self.digest, decisions).digest
        stated = dict.fromkeys(triples(digest, base=self.base))
        reviews = {subject for subject, _, _ in stated}
        return (*stated, *(link for link in self.links if link[0] in reviews and link not in stated))


def stored(store: "Store", names: Collection[str] | None = None) -> Iterator[Stored]:
    """Yield the documents of these names that the store holds, sorted by name; all of them without names."""
    held = {str(name): str(node) for node, name in store.query(_NAMES).rows}
    for name in sorted(held if names is None else held.keys() & set(names)):
        yield _stored(store, name, held[name])


def hashes(store: "Store", names: Iterable[str]) -> Mapping[str, str]:
    """The hash of the bytes of each document of these names that the store holds."""
    asked = _HASHES.replace("$names", " ".join(map(string, sorted(names))))
    return {str(name): str(sha256) for name, sha256 in store.query(asked).rows}


def bases(store: "Store") -> Mapping[str, str]:
    """What the IRIs of each document's data begin with, by the name of the document."""
    return {str(name): _base(str(node), str(name)) for node, name in store.query(_NAMES).rows}


def _stored(store: "Store", name: str, node: str) -> Stored:
    [(_, sha256, media_type, text)] = store.query(_TEXT.replace("$name", string(name))).rows
    pages = tuple(int(str(start)) for (start,) in store.query(_PAGES.replace("$document", iri(node))).rows)
    document = SourceDocument(name, str(sha256), str(media_type), str(text), pages)
    found = store.query(_ADDRESSES.replace("$graph", iri(node))).rows
    links = tuple((str(review), DCTERMS.references.value, iri(str(address))) for review, address in found)
    return Stored(node, _base(node, name), _read(document), links)


@lru_cache(maxsize=4)
def _read(document: SourceDocument) -> Digest:
    """What this version reads in a document; kept, since one is decided about many times in a row."""
    return extract(document)


def _base(node: str, name: str) -> str:
    return node.removesuffix(document_iri(name, ""))

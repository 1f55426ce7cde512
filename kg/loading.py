"""What a load does: which documents are new, changed, unchanged or copies, and the text that the engine loads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg import __version__
from kg.curation.apply import Misfit, curated
from kg.curation.decision import Decision
from kg.errors import KGError
from kg.iris import document_iri
from kg.model import Digest, SourceDocument
from kg.namespaces import DCTERMS, ID, PROV, SG
from kg.terms import iri
from kg.to_rdf import Triple, triples
from kg.unread import NOTHING, Share, share, total
from kg.vocabulary import version

HELD = f"""
SELECT ?document ?name ?sha256 ?software ?vocabulary WHERE {{
  ?run <{PROV.used}> ?document ; <{SG.softwareVersion}> ?software ; <{SG.vocabularyVersion}> ?vocabulary .
  ?document <{DCTERMS.identifier}> ?name ; <{SG.sha256}> ?sha256 .
}} ORDER BY ?document ?software ?vocabulary"""  # the fields of `Held`, after the IRI of the document


class SameNameError(KGError):
    """Two documents of one load have one name and different words."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Two different documents of this load are called {name}: rename one of them.")


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did, by the names of documents, in the order they came."""

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()  # a document left out, and the stored one that holds the same bytes
    reviews: int = 0  # in the documents added or replaced
    share: Share = NOTHING  # of the text of the documents added or replaced, what was left unread
    misfits: tuple[Misfit, ...] = ()  # people's decisions that no longer fit the documents added or replaced


@dataclass(frozen=True, slots=True)
class Held:
    """What the store knows of a document it holds: enough to tell whether reading it again could change anything."""

    name: str
    sha256: str
    software: str
    vocabulary: str

    def is_current(self, sha256: str) -> bool:
        """Whether the document was read by this version, with this vocabulary, from the bytes of this hash."""
        return (self.sha256, self.software, self.vocabulary) == (sha256, __version__, version())


@dataclass(slots=True)
class Run:
    """One load on its way: takes digests, passes on those to write, and keeps the report."""

    held: dict[str, Held]  # by the IRI of the document, which is the name of its graph
    base: str = ID
    decisions: Mapping[str, Sequence[Decision]] = field(default_factory=dict)  # by the name of the document
    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    copies: list[tuple[str, str]] = field(default_factory=list)
    reviews: int = 0
    share: Share = NOTHING
    misfits: list[Misfit] = field(default_factory=list)
    _seen: dict[str, str] = field(default_factory=dict)  # document IRI -> sha256, of this run

    def to_write(self, digests: Iterable[Digest]) -> Iterator[Digest]:
        """Yield the digests that are new or changed.

        A copy of a stored document is decided last: the stored one may be replaced by other words in the same run.

        Raises: SameNameError.
        """
        perhaps_copies = []
        for digest in digests:
            node = document_iri(digest.document.name, self.base)
            if self._is_known(node, digest.document):
                continue
            if node not in self.held and self._original(digest.document):
                perhaps_copies.append(digest)
            else:
                yield self._taken(node, digest)
        for digest in perhaps_copies:
            if original := self._original(digest.document):
                self.copies.append((digest.document.name, original))
            else:
                yield self._taken(document_iri(digest.document.name, self.base), digest)

    @property
    def report(self) -> LoadReport:
        """What was done so far."""
        names = (tuple(self.added), tuple(self.replaced), tuple(self.unchanged), tuple(self.copies))
        return LoadReport(*names, reviews=self.reviews, share=self.share, misfits=tuple(self.misfits))

    def _is_known(self, node: str, document: SourceDocument) -> bool:
        if node in self._seen and self._seen[node] != document.sha256:
            raise SameNameError(document.name)
        if node in self._seen:
            return True
        self._seen[node] = document.sha256
        if node in self.held and self.held[node].is_current(document.sha256):
            self.unchanged.append(document.name)
            return True
        return False

    def _original(self, document: SourceDocument) -> str | None:
        same = (held.name for held in self.held.values() if held.sha256 == document.sha256)
        return next((name for name in same if name != document.name), None)

    def _taken(self, node: str, digest: Digest) -> Digest:
        document = digest.document
        (self.replaced if node in self.held else self.added).append(document.name)
        self.held[node] = Held(document.name, document.sha256, __version__, version())
        self.reviews += len(digest.reviews)
        self.share = total((self.share, share(digest)))
        done = curated(digest, self.decisions.get(document.name, ()))
        self.misfits += done.misfits
        return done.digest


def as_quads(graph: str, statements: Iterable[Triple]) -> str:
    """The statements as N-Quads in one graph."""
    return "".join(f"<{s}> <{p}> {o} <{graph}> .\n" for s, p, o in statements)


def as_update(graph: str, statements: Iterable[Triple]) -> str:
    """SPARQL that puts the statements in the place of whatever the graph holds."""
    lines = "".join(f"<{s}> <{p}> {o} .\n" for s, p, o in statements)
    return f"DROP SILENT GRAPH {iri(graph)} ;\nINSERT DATA {{ GRAPH {iri(graph)} {{\n{lines}}} }} ;\n"


def graphs(digests: Iterable[Digest], base: str) -> Iterator[tuple[str, Iterator[Triple]]]:
    """Each digest as the name of its graph and its triples."""
    for digest in digests:
        yield document_iri(digest.document.name, base), triples(digest, base=base)


def is_current(held: Mapping[str, Held], name: str, sha256: str, base: str = ID) -> bool:
    """Whether the store holds a document of this name and hash, read by this version with this vocabulary."""
    known = held.get(document_iri(name, base))
    return known is not None and known.is_current(sha256)

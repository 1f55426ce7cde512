"""What a load does: which documents are new, changed, unchanged or copies, and the text that the engine loads."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from kg import __version__
from kg.errors import KGError
from kg.loading.replacing import Double, Replacement, is_end_of_other, replacement, titles_of, titles_read
from kg.namespaces import DCTERMS, ID, PROV, SG
from kg.rdf.iris import document_iri
from kg.share import NOTHING, Share, total
from kg.vocabulary import version

if TYPE_CHECKING:
    from kg.answers import Row
    from kg.curation.apply import Misfit
    from kg.curation.decision import Decision
    from kg.loading.parts import Part
    from kg.model import Digest
    from kg.rdf.statements import Triple

_FIELDS = "?document ?software ?vocabulary ?name ?sha256"
_READ = f"""
  ?run <{PROV.used}> ?document ; <{SG.softwareVersion}> ?software ; <{SG.vocabularyVersion}> ?vocabulary .
  ?document <{DCTERMS.identifier}> ?name ; <{SG.sha256}> ?sha256 ."""
HELD = f"SELECT {_FIELDS} WHERE {{{_READ} }}"
HELD_BY_GRAPH = f"SELECT {_FIELDS} WHERE {{ GRAPH ?document {{{_READ} }} }}"  # sooner, where all graphs are at hand


class SameNameError(KGError):
    """Two documents of one load have one name and different words."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Two different documents of this load are called {name}: rename one of them.")


class OtherBaseError(KGError):
    """The store holds documents whose IRIs begin with something else: loaded beside them, they would count twice."""

    def __init__(self, held: str, given: str) -> None:
        super().__init__(
            f"The IRIs of this store begin with {held} and not with {given}: "
            f"load with --base {held}, or into another store."
        )


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did, by the names of documents, in the order they came."""

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()  # a document left out, and the stored one that holds the same bytes
    reviews: int = 0  # in the documents added or replaced
    share: Share = NOTHING  # of the text of the documents added or replaced, what was left unread
    misfits: "tuple[Misfit, ...]" = ()  # people's decisions that no longer fit the documents added or replaced
    replacements: tuple[Replacement, ...] = ()  # of the documents replaced, those whose bytes are others now
    doubles: tuple[Double, ...] = ()  # of the documents added, those that tell of what one of the same file name tells


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


class Standing(Enum):
    """What a document of a load is to the store, told from its name and its bytes' hash alone."""

    NEW = "new or changed"
    KNOWN = "held as it is, or seen before in this load"
    PERHAPS_A_COPY = "another document of the same bytes is held, or was seen before in this load"


@dataclass(slots=True)
class Run:
    """One load on its way: says which documents to read, takes what they came to, and keeps the report."""

    held: dict[str, Held]  # by the IRI of the document, which is the name of its graph
    base: str = ID
    decisions: "Mapping[str, Sequence[Decision]]" = field(default_factory=dict)  # by the name of the document
    titles: "Callable[[str], Iterable[str]]" = lambda _: ()  # of the reviews that a graph holds
    again: bool = False  # whether documents are read that are held as they are
    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    copies: list[tuple[str, str]] = field(default_factory=list)
    reviews: int = 0
    share: Share = NOTHING
    misfits: "list[Misfit]" = field(default_factory=list)
    replacements: dict[str, Replacement] = field(default_factory=dict)  # by the name of the document
    doubles: dict[str, Double] = field(default_factory=dict)  # by the name of the document
    _seen: dict[str, str] = field(default_factory=dict)  # document IRI -> sha256, of this run
    _begun: set[str] = field(default_factory=set)  # the hashes of documents that are being read
    _names: dict[str, list[str]] = field(default_factory=dict)  # sha256 -> names of documents held
    _same_file: dict[str, list[str]] = field(default_factory=dict)  # file name -> documents held when the load began

    def __post_init__(self) -> None:
        """Raises: OtherBaseError."""
        for node, known in self.held.items():
            if not node.startswith(f"{self.base}document-"):
                raise OtherBaseError(node.removesuffix(document_iri(known.name, "")), self.base)
            self._names.setdefault(known.sha256, []).append(known.name)
            self._same_file.setdefault(_file(known.name), []).append(node)

    def standing(self, name: str, sha256: str) -> Standing:
        """What a document is to the store; each document is to be asked for once.

        Raises: SameNameError.
        """
        node = document_iri(name, self.base)
        if self._is_known(node, name, sha256):
            return Standing.KNOWN
        if node not in self.held and (sha256 in self._begun or self._original(name, sha256)):
            return Standing.PERHAPS_A_COPY
        self._begun.add(sha256)
        return Standing.NEW

    def is_copy(self, name: str, sha256: str) -> bool:
        """Whether a document that is perhaps a copy is one: asked last, for the original may have been replaced."""
        original = self._original(name, sha256)
        if original is not None:
            self.copies.append((name, original))
        return original is not None

    def parts(self, digests: "Iterable[Digest]") -> "Iterator[Part]":
        """Yield what the digests that are new or changed come to.

        Raises: SameNameError.
        """
        from kg.loading.parts import part_of

        return (
            self.taken(part_of(digest, self.base, self.about(digest.document.name))) for digest in self.new(digests)
        )

    def new(self, digests: "Iterable[Digest]") -> "Iterator[Digest]":
        """Yield the digests that are new or changed; whatever may be a copy comes last.

        Raises: SameNameError.
        """
        perhaps = []
        for digest in digests:
            standing = self.standing(digest.document.name, digest.document.sha256)
            if standing is Standing.NEW:
                yield digest
            elif standing is Standing.PERHAPS_A_COPY:
                perhaps.append(digest)
        yield from (each for each in perhaps if not self.is_copy(each.document.name, each.document.sha256))

    def to_write(self, digests: "Iterable[Digest]") -> "Iterator[Digest]":
        """Yield the digests that are new or changed, as people's decisions leave them.

        Raises: SameNameError.
        """
        from kg.curation.apply import curated
        from kg.unread import share

        for digest in self.new(digests):
            name, sha256 = digest.document.name, digest.document.sha256
            done = curated(digest, self.about(name))
            self._compare(name, sha256, partial(titles_read, done.digest))
            self._take(name, sha256)
            self._count(len(digest.reviews), share(digest), done.misfits)
            yield done.digest

    def about(self, name: str) -> "tuple[Decision, ...]":
        """People's decisions about a document."""
        return tuple(self.decisions.get(name, ()))

    def taken(self, part: "Part") -> "Part":
        """A part, counted in the report, before it is stored."""
        self._compare(part.name, part.sha256, lambda: titles_of(part.body))
        self._take(part.name, part.sha256)
        self._count(part.reviews, part.share, part.misfits)
        return part

    @property
    def report(self) -> LoadReport:
        """What was done so far."""
        names = (tuple(self.added), tuple(self.replaced), tuple(self.unchanged), tuple(self.copies))
        beside = (tuple(self.replacements.values()), tuple(self.doubles.values()))
        return LoadReport(*names, self.reviews, self.share, tuple(self.misfits), *beside)

    def _is_known(self, node: str, name: str, sha256: str) -> bool:
        if node in self._seen and self._seen[node] != sha256:
            raise SameNameError(name)
        if node in self._seen:
            return True
        self._seen[node] = sha256
        if not self.again and node in self.held and self.held[node].is_current(sha256):
            self.unchanged.append(name)
            return True
        return False

    def _original(self, name: str, sha256: str) -> str | None:
        return next((other for other in self._names.get(sha256, ()) if other != name), None)

    def _compare(self, name: str, sha256: str, titles: "Callable[[], Iterable[str]]") -> None:
        """Note what a document replaces or tells of again, by the titles of its reviews."""
        graph = document_iri(name, self.base)
        if graph not in self.held:
            self._compare_with_its_like(name, titles)
        elif self.held[graph].sha256 != sha256:  # only what has other bytes can be another document
            self.replacements[name] = replacement(name, self.titles(graph), titles())

    def _compare_with_its_like(self, name: str, titles: "Callable[[], Iterable[str]]") -> None:
        for graph in self._same_file.get(_file(name), ()):
            other = self.held[graph].name
            if is_end_of_other(name, other) and (shared := replacement(other, self.titles(graph), titles()).shared):
                self.doubles[name] = Double(name, other, shared)

    def _take(self, name: str, sha256: str) -> None:
        node = document_iri(name, self.base)
        (self.replaced if node in self.held else self.added).append(name)
        if node in self.held:
            self._names[self.held[node].sha256].remove(name)
        self.held[node] = read_now(name, sha256)
        self._names.setdefault(sha256, []).append(name)

    def _count(self, reviews: int, read: Share, misfits: "Iterable[Misfit]") -> None:
        self.reviews += reviews
        self.share = total((self.share, read))
        self.misfits += misfits


def _file(name: str) -> str:
    """The name of a document's file without the folders that tell it apart."""
    return name.rpartition("/")[2]


def read_now(name: str, sha256: str) -> Held:
    """What a store knows of a document that this version just read."""
    return Held(name, sha256, __version__, version())


def held(rows: "Iterable[Row]") -> dict[str, Held]:
    """The answer to `HELD` by the IRI of the document; of two runs that read one, the later version's."""
    known = sorted(tuple(map(str, row)) for row in rows)
    return {document: Held(name, sha256, *versions) for document, *versions, name, sha256 in known}


def as_quads(graph: str, statements: "Iterable[Triple]") -> str:
    """The statements as N-Quads in one graph."""
    return "".join(f"<{s}> <{p}> {o} <{graph}> .\n" for s, p, o in statements)


def graphs(digests: "Iterable[Digest]", base: str) -> "Iterator[tuple[str, Iterator[Triple]]]":
    """Each digest as the name of its graph and its triples."""
    from kg.to_rdf import triples

    for digest in digests:
        yield document_iri(digest.document.name, base), triples(digest, base=base)


def is_current(held: Mapping[str, Held], name: str, sha256: str, base: str = ID) -> bool:
    """Whether the store holds a document of this name and hash, read by this version with this vocabulary."""
    known = held.get(document_iri(name, base))
    return known is not None and known.is_current(sha256)

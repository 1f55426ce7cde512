"""What one document comes to on its way into a store: made in any process, handed to the engine as it is.

The statements are text from here on. Text is quick to hand to another process, to keep, and to load.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kg.namespaces import ID
from kg.rdf.iris import document_iri
from kg.rdf.statements import Triple
from kg.rdf.terms import iri
from kg.share import NOTHING, Share

if TYPE_CHECKING:
    from kg.columns.rows import Packed
    from kg.curation.apply import Misfit
    from kg.curation.decision import Decision
    from kg.model import Digest
    from kg.read import Apart


class Request(NamedTuple):
    """A document to be read: the bytes of its file, and what people decided about it."""

    name: str
    data: bytes
    base: str = ID
    decisions: "tuple[Decision, ...]" = ()


class Part(NamedTuple):
    """What one document comes to on its way into a store: its statements as text, and what a report says of it."""

    name: str
    sha256: str
    graph: str  # the name of its graph, which is the document's IRI
    body: bytes  # its statements as Turtle without prefixes, which stands as it is in TriG and SPARQL too
    reviews: int = 0
    share: Share = NOTHING
    misfits: "tuple[Misfit, ...]" = ()  # people's decisions that no longer fit
    rows: "Packed | None" = None  # what columns hold of it, where that is known


def part(request: Request, apart: "Apart") -> Part:
    """What a document comes to. The same request gives the same part, whichever process or machine reads it.

    Raises: UnreadableError, NoReviewError.
    """
    from kg.extract import extract  # two seconds of patterns to build, which opening a store must not wait for
    from kg.read import read_bytes

    return part_of(extract(read_bytes(request.name, request.data, apart)), request.base, request.decisions)


def part_of(digest: "Digest", base: str = ID, decisions: "Iterable[Decision]" = ()) -> Part:
    """What a digest comes to, as people's decisions leave it."""
    from kg.columns.digests import packed
    from kg.curation.apply import curated
    from kg.to_rdf import triples
    from kg.unread import share

    name, done = digest.document.name, curated(digest, decisions)
    body = turtle(triples(done.digest, base=base)).encode()
    graph = document_iri(name, base)
    told = (len(digest.reviews), share(digest), done.misfits, packed(done.digest, base))
    return Part(name, digest.document.sha256, graph, body, *told)


def turtle(statements: Iterable[Triple]) -> str:
    """The statements as Turtle without prefixes, those of one subject together: a third of the size of N-Triples."""
    pieces: list[str] = []
    last = None
    for subject, predicate, object_ in statements:  # most of what is written is written here: hence no format strings
        if subject == last:
            pieces += (";<", predicate, "> ", object_, "\n")
        else:
            pieces += (".\n<" if last else "<", subject, "> <", predicate, "> ", object_, "\n")
            last = subject
    return "".join((*pieces, ".\n")) if pieces else ""


def statements(body: str) -> Iterator[Triple]:
    """Yield the statements that `turtle` wrote."""
    subject = ""
    for line in body.split("\n"):
        if line.startswith("<"):
            node, predicate, object_ = line.split(" ", 2)
            subject = node[1:-1]
            yield subject, predicate[1:-1], object_
        elif line.startswith(";"):
            predicate, object_ = line[1:].split(" ", 1)
            yield subject, predicate[1:-1], object_


def as_trig(graph: str, body: bytes) -> bytes:
    """A graph and the Turtle of its statements as TriG, which the engine reads quicker than N-Quads."""
    return b"<%b> {\n%b}\n" % (graph.encode(), body)


def changing(graph: str, held: Collection[Triple], wanted: Iterable[Triple]) -> str:
    """SPARQL that makes a graph which holds some statements hold others: only what differs is taken out and put in.

    An engine takes far longer to replace statements than to compare them, and most are the same after a decision.
    """
    new = dict.fromkeys(wanted)
    gone = sorted(each for each in held if each not in new)
    if not new or any(map(_has_blank_node, gone)):  # by no name could such a node be taken out
        return f"DROP SILENT GRAPH {iri(graph)} ;\n" + exchanging(graph, (), new)
    return exchanging(graph, gone, [each for each in new if each not in held])


def exchanging(graph: str, gone: Iterable[Triple], come: Iterable[Triple]) -> str:
    """SPARQL that takes statements out of a graph and puts others in, whatever else it holds."""
    return _data("DELETE", graph, turtle(gone)) + _data("INSERT", graph, turtle(come))


def _has_blank_node(triple: Triple) -> bool:
    """Whether a blank node is in a statement, which only another program can have written."""
    subject, _, thing = triple
    return subject.startswith("_:") or thing.startswith("_:")


def _data(verb: str, graph: str, body: str) -> str:
    return f"{verb} DATA {{ GRAPH {iri(graph)} {{\n{body}}} }} ;\n" if body else ""

"""What a document is to those that stand under its name already: a version of one, another document, or one told twice.

A document is known by its file's name, and which of these it is only a person can tell: so it is said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.namespaces import DCTERMS, RDF, SG
from kg.rdf.terms import iri

if TYPE_CHECKING:
    from kg.model import Digest


@dataclass(frozen=True, slots=True)
class Replacement:
    """A document with other bytes than the one that it replaces."""

    document: str  # the name of both
    held: int  # reviews that were there
    shared: int  # how many of them have the title of a review read now

    def __str__(self) -> str:
        """What was there."""
        reviews = f"{self.held} review{'' if self.held == 1 else 's'}"
        return f"{self.document} held {reviews}, {self.shared} of them with the title of a review read now"

    @property
    def warning(self) -> str | None:
        """What to look at, where nothing says that these are versions of one document."""
        if self.shared or not self.held:
            return None
        return (
            f"Warning: {self.document} has no review in common with the document of that name which was loaded before. "
            "If they are different documents, load the folder above both, or rename one, and load both again."
        )


@dataclass(frozen=True, slots=True)
class Double:
    """A new document that tells of reviews which one of the same file name tells of, under more or fewer folders."""

    document: str
    other: str  # the name under which the other is held
    shared: int  # how many reviews of the other have the title of a review read now

    @property
    def warning(self) -> str:
        """What to look at."""
        reviews = f"{self.shared} review{'' if self.shared == 1 else 's'}"
        return (
            f"Warning: {self.document} was added beside {self.other}, which has {reviews} of the same title. "
            "If they are one document, take one of them out with `kg remove`, or each review counts twice."
        )


def is_end_of_other(one: str, other: str) -> bool:
    """Whether one name ends with the other: the same file may have been loaded from a folder above or below."""
    return one != other and (one.endswith(f"/{other}") or other.endswith(f"/{one}"))


def replacement(document: str, held: Iterable[str], now: Iterable[str]) -> Replacement:
    """What a document replaces, by the titles of the reviews held and of those read now."""
    before, after = list(held), frozenset(now)
    return Replacement(document, len(before), sum(title in after for title in before))


def titles_in(graph: str) -> str:
    """SPARQL for the titles of the reviews of a graph."""
    return (
        f"SELECT ?review ?title WHERE {{ GRAPH {iri(graph)} {{ "
        f"?review a {iri(SG.Review)} ; {iri(DCTERMS.title_)} ?title }} }} ORDER BY ?review"
    )


def titles_of(body: bytes) -> list[str]:
    """The titles of the reviews in the statements of a part."""
    from kg.loading.parts import statements
    from kg.rdf.literals import literal

    told = list(statements(body.decode()))
    reviews = {subject for subject, predicate, object_ in told if (predicate, object_) == (RDF.type, iri(SG.Review))}
    titles = (literal(object_) for node, predicate, object_ in told if predicate == DCTERMS.title_ and node in reviews)
    return [title.words for title in titles if title]


def titles_read(digest: "Digest") -> list[str]:
    """The titles of the reviews of a digest."""
    return [review.title.text for review in digest.reviews]

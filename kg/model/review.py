"""What is read from a document: reviews, children, incidents, learning and recommendations. Frozen, and no RDF."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from kg.codes import (
    Action,
    Addressee,
    DocumentType,
    Harm,
    Outcome,
    Relation,
    ReviewType,
    Sex,
    Status,
    Strength,
)
from kg.model.ages import Age
from kg.model.dates import PartialDate

T_co = TypeVar("T_co", covariant=True)


class Passage(NamedTuple):
    """Words of a document, and where they stand: `joined(document.text[start:end]) == text`."""

    start: int  # characters from the start of the document's text
    end: int  # exclusive
    text: str  # the words, with line breaks joined


@dataclass(frozen=True, slots=True)
class Stated(Generic[T_co]):
    """A value that a document states, and the words that state it."""

    value: T_co
    passage: Passage


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One file, read: its text is what every offset counts in."""

    name: str  # the file's name, never its path
    sha256: str  # of the file's bytes
    media_type: str  # such as text/plain
    text: str
    pages: tuple[int, ...] = ()  # the offset at which each page begins; none where the format has no pages
    links: tuple[tuple[int, int, str], ...] = ()  # start, end and address of linked words

    def page(self, offset: int) -> int | None:
        """The page, from 1, on which the character at an offset stands; `None` where pages are not known."""
        return bisect_right(self.pages, offset) if self.pages else None


class ThemeAssignment(NamedTuple):
    """A theme found in an item, with the words that caused it."""

    theme: str  # an id of the theme scheme
    passage: Passage
    confidence: float  # 0 to 1
    label: str  # the vocabulary's label or pattern that the words matched, or the word or pair that says most
    status: Status = Status.STATED

    @property
    def counts(self) -> bool:
        """Whether the theme counts as named: stated in the words, or accepted by a person."""
        return self.status in (Status.STATED, Status.ACCEPTED)


@dataclass(frozen=True, slots=True)
class LearningPoint:
    """One thing the review says was learned."""

    passage: Passage
    position: int  # from 1, in the order printed
    themes: tuple[ThemeAssignment, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One thing the review asks for, and of whom."""

    passage: Passage
    position: int  # from 1, in the order printed
    themes: tuple[ThemeAssignment, ...] = ()
    actions: tuple[Stated[Action], ...] = ()
    addressees: tuple[Stated[Addressee], ...] = ()
    addressee_text: str | None = None  # as printed, when an addressee is named
    strength: Stated[Strength] | None = None


Item = LearningPoint | Recommendation


@dataclass(frozen=True, slots=True)
class Child:
    """A child the review concerns, or a group described as one."""

    label: Stated[str] | None = None
    sex: Stated[Sex] | None = None
    age: Stated[Age] | None = None  # its passage holds the age as printed
    count: int = 1


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened: only what the document states, hedged harm kept apart."""

    outcome: Stated[Outcome] | None = None
    harms: tuple[Stated[Harm], ...] = ()
    hedged_harms: tuple[Stated[Harm], ...] = ()
    date: Stated[PartialDate] | None = None  # its passage holds the date as printed
    alleged_perpetrators: tuple[Stated[Relation], ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link as printed; the address is absent where the document gives only words."""

    passage: Passage
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One case review, as one document tells it."""

    number: int  # from 1, in the order of the document
    title: Passage
    labels: tuple[Stated[str], ...] = ()
    identifier: Stated[str] | None = None
    review_type: Stated[ReviewType] | None = None
    document_type: Stated[DocumentType] | None = None
    place: Stated[str] | None = None
    published: Stated[PartialDate] | None = None
    summary: Passage | None = None
    children: tuple[Child, ...] = ()
    incident: Incident = Incident()
    learning: tuple[LearningPoint, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    keywords: tuple[Passage, ...] = ()
    context_themes: tuple[ThemeAssignment, ...] = ()  # named in the summary or the keywords, not in an item
    links: tuple[Link, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Learning points, then recommendations, in the order printed."""
        return (*self.learning, *self.recommendations)

    @property
    def themes(self) -> tuple[str, ...]:
        """The ids of all themes stated in its items, sorted; those of summary and keywords stand apart."""
        return tuple(sorted({found.theme for item in self.items for found in item.themes if found.counts}))


@dataclass(frozen=True, slots=True)
class Digest:
    """A source document and the reviews read from it."""

    document: SourceDocument
    reviews: tuple[Review, ...]
    title: Passage | None = None
    issued: Stated[PartialDate] | None = None
    abstract: Passage | None = None  # the sentence that says how many reviews it tells of, and of what
    announced: Stated[int] | None = None  # how many reviews it says it tells of
    structure: tuple[Passage, ...] = ()  # words that say what others are, such as "Learning includes:"


def joined(text: str) -> str:
    """The words of `text` with line breaks and runs of white space as single spaces."""
    return " ".join(text.split())


def passage(text: str, start: int, end: int) -> Passage:
    """The passage of `text` from `start` to `end`, without white space at its ends."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Passage(start, start + len(words), joined(words))

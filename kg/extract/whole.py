"""A source document into its reviews: where each begins, its sections, its items, its facts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.extract.actions.requests import RecommendationFacts
from kg.extract.document import abstract, announced, issued, title
from kg.extract.errors import NoReviewError
from kg.extract.facts import incident_facts
from kg.extract.facts.children.concerned import sexed_by_items
from kg.extract.facts.children.fields import with_fields
from kg.extract.layout import blocks
from kg.extract.lists.items import items, keywords
from kg.extract.parts import LISTS, Block, Contents, ListItem, Section, SectionKind
from kg.extract.recommendations import recommendation_facts
from kg.extract.sections.links import link, with_address
from kg.extract.sections.parted import sections
from kg.extract.structure import structure
from kg.extract.themes.assigned import Themes, assign_themes, keyword_themes
from kg.extract.titles.areas import page_place, place
from kg.extract.titles.kinds import document_type, page_kind, review_type
from kg.extract.titles.labels import labels
from kg.extract.titles.published import date_above, publication_date
from kg.extract.titles.record_fields import identifier
from kg.model import (
    Child,
    Digest,
    Incident,
    LearningPoint,
    PartialDate,
    Passage,
    Recommendation,
    Review,
    ReviewType,
    SourceDocument,
    Stated,
)

Themed = Mapping[Passage, Themes]

_TOLD = (SectionKind.SUMMARY, SectionKind.BACKGROUND)  # what happened stands in the first of these that there is


class _Page(NamedTuple):
    """What the head of a document says of each review in it."""

    area: Stated[str] | None
    kind: Stated[ReviewType] | None
    published: Stated[PartialDate] | None  # on the cover of a report of one review


class _Read(NamedTuple):
    """What is read of one block, before its themes are."""

    block: Block
    contents: Contents
    named: tuple[Stated[str], ...]
    told: Passage
    stated: tuple[tuple[Child, ...], Incident]
    asked: tuple[RecommendationFacts, ...]


def extract(document: SourceDocument) -> Digest:
    """The document's reviews with their facts and items, each with the words it rests on.

    Raises: NoReviewError, if no review is found in the document.
    """
    text = document.text
    found = blocks(text)
    if not found:
        raise NoReviewError(
            f"{document.name} holds no review: none of its lines reads like a review's title."
            " Check that it is a digest, a yearly list or a page of case reviews."
        )
    preamble = (found[0].identifier or found[0].title).start
    printed_title, of_one = title(text, preamble), len(found) == 1
    page = _Page(
        page_place(text, preamble),
        page_kind(text, preamble, of_one=of_one),
        date_above(text, preamble) if of_one else None,
    )
    read = _read(text, found)
    themed = _themed(text, read)
    reviews = tuple(_review(document, each, themed, number, page) for number, each in enumerate(read, 1))
    return Digest(
        document,
        reviews,
        title=printed_title,
        issued=issued(text, printed_title, preamble),
        abstract=abstract(text, preamble),
        announced=announced(text, preamble),
        structure=tuple(words for each in read for words in structure(text, each.block, each.contents)),
    )


def _read(text: str, found: Sequence[Block]) -> list[_Read]:
    """What is read of each block, a step of all blocks after the other: the patterns of a step stay in the caches."""
    parted = [sections(text, block) for block in found]
    contents = [_contents(text, each) for each in parted]
    named = [labels(text, block) for block in found]
    told = [_summary(each) for each in contents]
    titles = [block.title for block in found]
    stated = [incident_facts(text, *each) for each in zip(told, named, titles, strict=True)]
    asked = [_asked(text, each) for each in contents]
    return list(map(_Read, found, contents, named, told, stated, asked))


def _review(document: SourceDocument, read: _Read, themed: Themed, number: int, page: _Page) -> Review:
    text, block, contents, told = document.text, read.block, read.contents, read.told
    children, incident = read.stated
    children = with_fields(text, block, children)
    printed, learning = _keywords(text, contents), _items(contents, SectionKind.LEARNING)
    return Review(
        number=number,
        title=block.title,
        labels=read.named,
        identifier=identifier(text, block),
        review_type=review_type(text, block.title, told, contents) or page.kind,
        document_type=document_type(text, block, contents),
        place=place(text, block, contents) or page.area,
        published=publication_date(text, block, contents) or page.published,
        summary=told if told.text else None,
        children=sexed_by_items(text, children, [item.passage for item in learning]),
        incident=incident,
        learning=_learning(learning, themed),
        recommendations=_recommendations(_items(contents, SectionKind.RECOMMENDATIONS), read.asked, themed),
        keywords=printed,
        context_themes=_context_themes(told, printed, themed),
        links=tuple(
            with_address(link(text, section), document.links) for section in _of_kind(contents, SectionKind.LINKS)
        ),
    )


def _contents(text: str, found: Iterable[Section]) -> Contents:
    """Each section with its items; none where it is no list."""
    return {section: items(text, section) if section.kind in LISTS else () for section in found}


def _asked(text: str, contents: Contents) -> tuple[RecommendationFacts, ...]:
    """What each recommendation asks for, in order."""
    found = _items(contents, SectionKind.RECOMMENDATIONS)
    return tuple(recommendation_facts(text, item.passage, item.asked, item.groups) for item in found)


def _of_kind(contents: Iterable[Section], kind: SectionKind) -> Iterator[Section]:
    return (section for section in contents if section.kind is kind)


def _items(contents: Contents, kind: SectionKind) -> tuple[ListItem, ...]:
    return tuple(item for section in _of_kind(contents, kind) for item in contents[section])


def _summary(contents: Iterable[Section]) -> Passage:
    """The first summary, else the background; an empty passage where a review has neither."""
    told = (section.body for kind in _TOLD for section in _of_kind(contents, kind))
    return next(told, Passage(0, 0, ""))


def _keywords(text: str, contents: Iterable[Section]) -> tuple[Passage, ...]:
    return tuple(word for section in _of_kind(contents, SectionKind.KEYWORDS) for word in keywords(text, section))


def _themed(text: str, read: Sequence[_Read]) -> Themed:
    """The themes of all items, summaries and keywords of a document."""
    items = [item.passage for each in read for kind in LISTS for item in _items(each.contents, kind)]
    told = [each.told for each in read]
    printed = [keyword for each in read for keyword in _keywords(text, each.contents)]
    found = assign_themes(text, [*items, *told], [*(False for _ in items), *(True for _ in told)])
    return dict(zip([*items, *told, *printed], [*found, *keyword_themes(text, printed)], strict=True))


def _context_themes(told: Passage, printed: tuple[Passage, ...], themed: Themed) -> Themes:
    """The themes of the summary and the keywords, each with the surest of its quotes; hints are left out.

    What happened and what a librarian saw in it name themes too, but they are not learning.
    """
    found = [theme for passage in (told, *printed) for theme in themed[passage]]
    surest = {theme.theme: theme for theme in sorted(found, key=lambda each: each.confidence) if theme.counts}
    return tuple(sorted(surest.values(), key=lambda each: (each.passage.start, each.theme)))


def _learning(found: tuple[ListItem, ...], themed: Themed) -> tuple[LearningPoint, ...]:
    return tuple(LearningPoint(item.passage, position, themed[item.passage]) for position, item in enumerate(found, 1))


def _recommendations(
    found: tuple[ListItem, ...], asked: tuple[RecommendationFacts, ...], themed: Themed
) -> tuple[Recommendation, ...]:
    return tuple(
        Recommendation(item.passage, position, themed[item.passage], *facts)
        for position, (item, facts) in enumerate(zip(found, asked, strict=True), 1)
    )

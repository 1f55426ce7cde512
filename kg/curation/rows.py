"""What a worksheet lists: every theme of an item and every fact of a review, the least certain first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.answers import Answer, Value
from kg.codes import Verdict
from kg.curation.apply import items_of
from kg.curation.calibration import Match, Tally, recalibrated
from kg.curation.decision import THEME, Decision, Target, ruling
from kg.curation.kinds import ITEMS, kinds_of, label, owners, shown
from kg.model import Digest, Passage, Recommendation, Review, Stated, Status, ThemeAssignment

COLUMNS = (
    "document", "review", "occurrence", "where", "item", "kind", "value", "label", "quote", "start", "end", "page",
    "confidence", "status", "decision", "new_value", "comment",
)  # fmt: skip
_DECIDED = (Status.ACCEPTED, Status.REJECTED)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was read, and where."""

    target: Target
    where: str  # the part, with the position of an item: learning-3
    passage: Passage
    page: int | None
    confidence: float | None = None
    status: Status = Status.STATED
    label: str = ""  # the label that the words matched


def rows(digest: Digest) -> Iterator[Row]:
    """Yield a row for each theme and fact of a digest, in the order of the model."""
    before: dict[str, int] = {}
    for review in digest.reviews:
        title = review.title.text
        start = Target(digest.document.name, title, before.get(title, 0), "", "", "", "")
        before[title] = start.occurrence + 1
        yield from (_paged(row, digest) for row in _of_review(review, start))


def _of_review(review: Review, start: Target) -> Iterator[Row]:
    for part, owner in owners(review):
        for name, kind in kinds_of(part).items():
            for fact in kind.read(owner):
                yield _fact(replace(start, part=part, kind=name), part, fact)
    beside = replace(start, part="review", kind=THEME)
    yield from (_theme(beside, "review", theme) for theme in review.context_themes)
    for part in ITEMS:
        for item in items_of(review, part):
            where = f"{part}-{item.position}"
            target = replace(start, part=part, item=item.passage.text)
            yield from (_theme(replace(target, kind=THEME), where, theme) for theme in item.themes)
            if isinstance(item, Recommendation):
                for name, kind in kinds_of(part).items():
                    yield from (_fact(replace(target, kind=name), where, fact) for fact in kind.read(item))


def _fact(target: Target, where: str, fact: Stated[object]) -> Row:
    return Row(replace(target, value=shown(fact.value), quote=fact.passage.text), where, fact.passage, None)


def _theme(target: Target, where: str, theme: ThemeAssignment) -> Row:
    words = theme.passage
    target = replace(target, value=theme.theme, quote=words.text)
    return Row(target, where, words, None, theme.confidence, theme.status, theme.label)


def _paged(row: Row, digest: Digest) -> Row:
    return replace(row, page=digest.document.page(row.passage.start))


def worksheet(found: Iterable[Row], decisions: Iterable[Decision], tallies: Mapping[Match, Tally]) -> Answer:
    """Rows as a worksheet, the least certain first and what people decided last."""
    decided = frozenset(_decided(decisions))
    marked = [replace(row, status=Status.ACCEPTED) if row.target.key in decided else row for row in found]
    listed = [(row, recalibrated(tallies, row.target.kind, row.confidence)) for row in marked]
    listed.sort(key=lambda each: (each[0].status in _DECIDED, 1.0 if each[1] is None else each[1]))
    return Answer(COLUMNS, tuple(_cells(row, confidence) for row, confidence in listed))


def blind_worksheet(digests: Iterable[Digest]) -> Answer:
    """A row for each item with nothing of the machine's in it: for people who code on their own."""
    return Answer(COLUMNS, tuple(_blind(digest, *place) for digest in digests for place in _items(digest)))


def _items(digest: Digest) -> Iterator[tuple[str, int, str, Passage]]:
    """The title and occurrence of its review, the place and the words of each item."""
    before: dict[str, int] = {}
    for review in digest.reviews:
        title = review.title.text
        before[title] = before.get(title, 0) + 1
        for part in ITEMS:
            items = items_of(review, part)
            yield from ((title, before[title], f"{part}-{item.position}", item.passage) for item in items)


def _blind(digest: Digest, title: str, occurrence: int, where: str, words: Passage) -> tuple[Value, ...]:
    page = digest.document.page(words.start)
    place = (digest.document.name, title, occurrence, where, words.text, THEME)
    return (*place, None, None, None, words.start, words.end, page, *(None,) * 5)


def _decided(decisions: Iterable[Decision]) -> Iterator[tuple[object, ...]]:
    """The keys of what a person says is right."""
    for decision in ruling(decisions).values():
        if decision.verdict is not Verdict.REJECT:
            yield replace(decision.target, value=decision.value).key


def _cells(row: Row, confidence: float | None) -> tuple[Value, ...]:
    target = row.target
    return (
        target.document, target.review, target.occurrence + 1, row.where, target.item or None, target.kind,
        target.value, label(target.part, target.kind, target.value), target.quote, row.passage.start, row.passage.end,
        row.page, confidence, row.status.value, None, None, None,
    )  # fmt: skip

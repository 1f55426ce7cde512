"""Where the reviews of a document begin and end: titles are looked for in every layout, then put in order."""

from bisect import bisect_right as bisect
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain

from kg.extract.parts import Block, Layout, LeadIn
from kg.extract.sections.lead_ins import lead_ins
from kg.extract.sections.review_tables import review_rows
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import plain
from kg.extract.titles.editions import editions
from kg.extract.titles.headings import repeated, shape
from kg.extract.titles.levels import of_level
from kg.extract.titles.mails import mails, subjects
from kg.extract.titles.named_paragraphs import named_paragraphs
from kg.extract.titles.overlooked import overlooked
from kg.extract.titles.places import TitlePlace, catalogued, labelled, listed, numbered
from kg.model import passage

_LAYOUTS = (
    catalogued,
    numbered,
    listed,
    labelled,
    named_paragraphs,
)  # where two claim the same words, the first is believed
_SHORTEST_BODY = 40  # characters: a title with less below it is a line of a table of contents
_BEFORE_LINK = "Other resources"
_LINK = deferred(rf"[> ]*(?:{_BEFORE_LINK}\s*)?\[?Read [^\n]*")


def blocks(text: str) -> tuple[Block, ...]:
    """The reviews of a document, in the order printed; none where no title is found."""
    level = plain(text)
    inside = repeated(level)
    openings = cache(partial(_lead_ins, level, inside))  # most stretches stay as they are when more titles are found
    in_lines = (title for find in _LAYOUTS for title in find(level))
    found = chain(_in_rows(text), _outside_rows(text, in_lines))
    known = _with_bodies(level, _apart(title for title in found if shape(level[slice(*title.words)]) not in inside))
    titles = _with_bodies(level, _apart((*known, *overlooked(level, known, openings, inside))))
    titles = titles or _with_bodies(level, _apart(subjects(level)))
    others = of_level(level, titles, openings, inside)
    titles = _with_bodies(level, _apart((*titles, *others.titles))) if others.titles else titles
    stops = (*others.stops, *editions(level), *mails(level))
    return tuple(
        _block(text, title, end, openings(title.body, end, title.layout))
        for title, end in _stretches(titles, len(text), stops)
    )


def _in_rows(text: str) -> list[TitlePlace]:
    """The titles of reviews that are rows of a table."""
    return [TitlePlace(Layout.LABELLED, row.title[0], row.title, row.title[1]) for row in review_rows(text).values()]


def _outside_rows(text: str, titles: Iterable[TitlePlace]) -> Iterator[TitlePlace]:
    """The titles that stand in no cell of a review that is a row."""
    rows = [(row.title[0], max(end for *_, end in row.parts)) for row in review_rows(text).values()]
    for title in titles:
        row = bisect(rows, (title.start, len(text)))
        if not row or rows[row - 1][1] <= title.start:
            yield title


def _lead_ins(text: str, shapes: Collection[str], start: int, end: int, layout: Layout | None) -> tuple[LeadIn, ...]:
    """The lead-ins of a stretch below a title of some layout; only a library record has fields."""
    return lead_ins(text, start, end, fields=layout is Layout.CATALOGUED, shapes=shapes)


def _apart(titles: Iterable[TitlePlace]) -> list[TitlePlace]:
    """The titles without those that overlap one found before, in the order printed."""
    taken: list[TitlePlace] = []
    for title in titles:
        index = bisect(taken, title.start, key=_start)
        clear_before = index == 0 or taken[index - 1].body <= title.start
        if clear_before and (index == len(taken) or title.body <= taken[index].start):
            taken.insert(index, title)
    return taken


def _start(title: TitlePlace) -> int:
    return title.start


def _with_bodies(text: str, titles: list[TitlePlace]) -> list[TitlePlace]:
    return [title for title, end in _stretches(titles, len(text)) if _has_body(text, title.body, end)]


def _has_body(text: str, start: int, end: int) -> bool:
    """Whether enough stands below a title that is no link; mostly what stands before the first link is enough."""
    link = text.find("Read ", start, end)
    before = text[start : end if link < 0 else link].strip().removesuffix("[").rstrip().removesuffix(_BEFORE_LINK)
    return len(before.rstrip("> ")) >= _SHORTEST_BODY or len(_LINK.sub("", text[start:end]).strip()) >= _SHORTEST_BODY


def _stretches(titles: list[TitlePlace], end: int, stops: Sequence[int] = ()) -> list[tuple[TitlePlace, int]]:
    """Each title with the place where the next begins, or where its review stops."""
    ends = [*sorted((*(title.start for title in titles), *stops)), end]
    return [(title, ends[bisect(ends, title.start)]) for title in titles]


def _block(text: str, title: TitlePlace, end: int, found: tuple[LeadIn, ...]) -> Block:
    identifier = passage(text, *title.identifier) if title.identifier else None
    return Block(title.layout, passage(text, *title.words), title.body, end, found, identifier)

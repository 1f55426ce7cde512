"""The items of a list: learning points and recommendations, split where the list is, with exact offsets."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.agencies.groups import asked_by_line, group, group_line, heading, is_name, new_groups, takes_up
from kg.extract.lists.asked_in_brackets import asked_in_brackets
from kg.extract.lists.clauses import unmarked
from kg.extract.lists.no_items import says_nothing
from kg.extract.lists.sub_lists import mark_of, outside_sub_lists
from kg.extract.lists.topics import topics
from kg.extract.parts import ListItem, Section, SectionKind
from kg.extract.sections.lead_ins import opens
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span, plain, trimmed
from kg.extract.text.separators import BULLET_MARK, BULLETS, FIRST_BULLET, loosely_numbered, marks, outside_brackets
from kg.extract.text.stretches import NEXT_SENTENCE, are_sentences, between, sentence_end
from kg.model import Passage, passage

_AHEAD = deferred(
    (
        rf"(?:[\s*{BULLETS}–;:,.>|/\ufe0f-]|(?<=[\n ])(?-i:o) (?=[A-Za-z])"
        r"|(?-i:R|LP|Rec|F|L) ?\d{1,2}(?:[.):]| ?[–-]|(?=\s+(?-i:[A-Z])))\s|\[[ x]?\]\s|(?-i:A)(?:nswer)?:\s"
        r"|(?:and|or)(?:/or)?(?=[\s:,.;]|$)|as\s+well\s+as\s|(?:recommendation|finding"
        r"|lesson|learning\s+point)\s+\d{1,2}\s*[:.)–-]|[(\[]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[)\]](?:\s"
        r"|(?<=\d\))(?=[A-Za-z]))|#\d{1,2}[.):]?\s|(?:first|second|third|fourth|fifth|last)(?:ly)?,\s|finally,\s"
        r"|\d{1,2}(?:\.\d{1,2})+\.?\s|(?<![\w-])\d{1,2}(?::| ?[|–-])\s(?=[A-Za-z])|(?:\d{1,2}"
        r"|(?-i:[a-hA-H]|[ivx]{1,4}|[IVX]{1,4}))\.\s)*"
    ),
    re.IGNORECASE,
)
_BEHIND = deferred(r"(?:[\s*;,#>]|(?<=\s)/|(?<!\.)\.(?!\.)|(?<=[;,])\s*\b(?:and|or)(?=\W*$))*$", re.IGNORECASE)
_SPACES = "".join(letter for letter in map(chr, range(0x3001)) if letter.isspace())
_MAY_BE_BEHIND = f"{_SPACES}*;,#>/.andorANDOR"  # what `_BEHIND` matches is made of
_MADE, _MADE_TO = (
    deferred(r"\bmade\s*$"),
    deferred(r"to\s+(?:[\w'&/-]+\s+){1,8}?(?=(?:about|on|around|regarding|concerning)\b)"),
)
_BULLET_LINE = deferred(rf"\n?{BULLET_MARK}")
_LONGEST_NAME = 4  # words of a phrase that opens an item
_AFTER_LINE = deferred(r"(?<=[.!?])\s*\n\s*(?=[\"'(]?[A-Z])")
_LETTER, _GAP = deferred(r"\w"), deferred(r"\s*")
_IS_ASKED = deferred(  # a sentence behind a list: "The partnership is asked to print it"
    r"\s*(?P<name>[A-Z][^.;:\n]{2,80}?)\s+(?:is|are)\s+(?:also\s+)?(?:asked|urged|advised|requested|encouraged)\s+to\s"
)
_THEME = deferred(r"[A-Z][^:;.]{2,50}:\s")  # "Voice of the child: ask"


def items(text: str, section: Section) -> tuple[ListItem, ...]:
    """The items of a section, in the order printed, each with the words before it that may say who is asked."""
    bracketed = tuple(_in_brackets(text, section)) if section.kind is SectionKind.RECOMMENDATIONS else ()
    found = bracketed or _listed(text, section)
    alone = len(found) == 1
    return tuple(item for item in found if not says_nothing(item.passage.text, alone=alone))


def _in_brackets(text: str, section: Section) -> Iterator[ListItem]:
    """The items of a list that gives in brackets what each is asked."""
    level = plain(text)
    for name, stretches in asked_in_brackets(level, section.body.start, section.body.end):
        for first, end in stretches:
            start = _after_marks(level, first, end)
            yield ListItem(passage(text, start, _before_marks(level, start, end)), passage(text, *name))


def _listed(text: str, section: Section) -> tuple[ListItem, ...]:
    """The items of any other list."""
    level, found, asked, groups = plain(text), [], section.lead_in, list[Passage]()
    taken_up: tuple[Passage, ...] = ()
    opened, inside = "", False  # the mark of the item that opened a group, and whether points of another follow it
    stretches = _stretches(level, section)
    named_topics = topics(level, stretches, section.kind)
    for first, end in stretches:
        start = _after_marks(level, first, end)
        mark = mark_of(level, first)
        if inside and mark == opened:
            asked, taken_up, inside = section.lead_in, (), False
        inside = inside or mark != opened
        name = group(level, start, end, section.kind) or heading(level, first, section.body.end)
        if name:
            named = passage(text, *name.span("name"))
            taken_up = tuple(groups) if takes_up(named.text) else ()
            groups.append(named)
            opened, inside = mark, False
            asked, start = named, min(end, _after_marks(level, name.end(), end))
        elif first in named_topics:
            asked, taken_up = section.lead_in, ()
            continue
        elif _THEME.match(level, start, end):
            asked, taken_up = section.lead_in, ()
        elif section.lead_in and _MADE.search(section.lead_in.text):
            made_to = _MADE_TO.match(level, start, end)
            asked = passage(text, *trimmed(level, *made_to.span())) if made_to else section.lead_in
        item = passage(text, start, _before_marks(level, start, end))
        if _LETTER.search(item.text):
            found.append(ListItem(item, asked, taken_up))
    return tuple(found)


def keywords(text: str, section: Section) -> tuple[Passage, ...]:
    """The keywords of a section as printed: between commas or semicolons outside brackets."""
    level, start, end = plain(text), section.body.start, section.body.end
    parts = between(start, end, list(outside_brackets(level, start, end, ",;")))
    found = (passage(text, _after_marks(level, *part), _before_marks(level, *part)) for part in parts)
    return tuple(word for word in found if _LETTER.search(word.text))


def _stretches(text: str, section: Section) -> list[tuple[int, int]]:
    """A list's stretches between its separators: semicolons or bullets, else commas, else sentences."""
    start, end = section.body.start, section.body.end
    if section.whole:
        return [(start, end)]
    loose = loosely_numbered(text, start, end)
    if loose:
        return [*loose[:-1], (loose[-1][0], _last_end(text, *loose[-1], section.kind))]
    first_group = group_line(text, start, end)
    divided = marks(text, first_group or start, end)
    if not topics(text, between(start, end, divided), section.kind):
        divided = outside_sub_lists(text, start, end, divided)
    divided = [first_group, *divided] if first_group else divided
    themes = _themes(text, start, end)
    if themes:
        found = between(start, end, sorted({*divided, *themes}))
        return [(one, sentence_end(text, _after_marks(text, one, other), other)) for one, other in found]
    if not divided and FIRST_BULLET.match(text, start, end) and _is_named(text, _after_marks(text, start, end), end):
        return [(start, _named_end(text, _after_marks(text, start, end), end))]
    if not divided or are_sentences(text, start, end, divided):
        return unmarked(text, start, end, section)
    headed = first_group is not None and heading(text, start, end) is not None
    groups = {*new_groups(text, divided[0], end, headed=headed), *asked_by_line(text, start, end, section.kind)}
    found = between(start, end, sorted({*divided, *groups}))
    first, last = found[-1]
    named = all(
        _BULLET_LINE.match(text, *part) and _is_named(text, _after_marks(text, *part), part[1]) for part in found
    )
    begin = _after_marks(text, first, last)
    stop = _named_end(text, begin, last) if named else _last_of(text, found, begin, section.kind)
    return [*found[:-1], (first, stop), *_asked_behind(text, stop, last, section.kind)]


def _last_of(text: str, found: Sequence[Span], begin: int, kind: SectionKind) -> int:
    """The end of the last item: of its line where items have marks and sentences of their own, else of its sentence."""
    first, last = found[-1]
    if _BULLET_LINE.match(text, first, last) and any(NEXT_SENTENCE.search(text, *part) for part in found[:-1]):
        line = _AFTER_LINE.search(text, begin, last)
        return line.start() if line else last
    return _last_end(text, begin, last, kind)


def _asked_behind(text: str, start: int, end: int, kind: SectionKind) -> Iterator[Span]:
    """The sentences right behind a list that say who else is asked to do what."""
    while kind is SectionKind.RECOMMENDATIONS and (asked := _IS_ASKED.match(text, start, end)):
        if not is_name(text, *asked.span("name")):
            return
        start, stop = asked.start("name"), sentence_end(text, asked.end(), end)
        yield start, stop
        start = stop


def _last_end(text: str, start: int, end: int, kind: SectionKind) -> int:
    """The end of the last item: of its sentence, and of those that go on in the words that open such a list."""
    stop = sentence_end(text, start, end)
    while (gap := _GAP.match(text, stop, end)) and opens(text, gap.end(), end, kind):
        stop = sentence_end(text, gap.end(), end)
    return stop


def _named_end(text: str, start: int, end: int) -> int:
    """The end of the sentence behind the phrase that names an item."""
    return sentence_end(text, sentence_end(text, start, end), end)


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether an item opens with a phrase for what it is about: "Think father. Nobody knew his name"."""
    stop = sentence_end(text, start, end)
    goes_on = "\n" not in text[stop : stop + 4] and text[stop:end].strip("* \n")
    return bool(goes_on) and len(text[start:stop].split()) <= _LONGEST_NAME


def _themes(text: str, start: int, end: int) -> list[int]:
    """Where the sentences begin of a list in which each opens with a theme: "Keys: nobody held one. Lifts: ..."."""
    if not _THEME.match(text, _after_marks(text, start, end), end):
        return []
    stops = [match.end() for match in NEXT_SENTENCE.finditer(text, start, end)]
    return stops if all(_THEME.match(text, at, end) for at in stops) else []


def _after_marks(text: str, start: int, end: int) -> int:
    match = _AHEAD.match(text, start, end)
    return match.end() if match else start


def _before_marks(text: str, start: int, end: int) -> int:
    words = text[start:end]
    match = _BEHIND.search(words, len(words.rstrip(_MAY_BE_BEHIND)))
    return start + match.start() if match else end
